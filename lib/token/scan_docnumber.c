/* scan_docnumber.c - document numbers: 05-CT/TW, 30/2020/NĐ-CP, 07/2025/TTLT-BQP-BNN&MT (grammar:
 * ../shared/specs/references.md, section 4). Parts with "/" or "-" glued between them; a serial
 * first, and letters in capitals somewhere behind it. */
#include "vt_scan.h"
#include "vt_syllable.h"
#include "vt_utf8.h"

typedef struct part {
  uint32_t end;
  uint32_t letters, uppers, digits;
  bool toned;
  bool symbol; /* reads as the symbol of a document type or an organ */
  vt_key key;
} part;

/* Letters, digits, and between two of them "&", or "." between capitals: QH14, BNN&PTNT, T.Ư. */
static part read_part(const vt_scanner *sc, uint32_t at)
{
  part p = { .end = at };
  for (;;) {
    const vt_letters w = vt_scan_letters(sc, p.end);
    if (p.letters == 0) p.key = w.key;
    p.letters += w.count;
    p.uppers += w.uppers;
    p.toned |= w.toned || (w.odd && w.count <= VT_KEY_LETTERS);
    uint32_t end = w.end;
    while (vt_scan_digit(sc, end)) end++;
    p.digits += end - w.end;
    if (end == p.end) return p;
    p.end = end;
    if ((sc->s[end] == '&' || sc->s[end] == '.') && w.uppers > 0) {
      const vt_letters next = vt_scan_letters(sc, end + 1);
      if (next.uppers > 0 && !next.toned && next.uppers * 2 >= next.count) p.end++;
      else return p;
    } else if (vt_scan_letters(sc, end).count == 0) {
      return p;
    }
  }
}

/* Capitals, or few letters with one and no syllable: CT, TTg, QyĐ, ThU. */
static bool is_symbol(const part *p)
{
  if (p->letters == 0 || p->toned) return false;
  if (p->uppers >= 2) return p->uppers * 2 >= p->letters;
  return p->uppers == 1 && p->letters <= 3 && p->letters > 1 && !vt_syllable_known(p->key);
}

/* Lower case, as people type it: nđ, cp, ubnd, tw. */
static bool is_small_symbol(const part *p)
{
  return p->letters >= 2 && p->letters <= 6 && p->uppers == 0 && !p->toned &&
         !vt_syllable_known(p->key);
}

static bool is_year(const vt_scanner *sc, uint32_t begin, uint32_t end)
{
  return end - begin == 4 && ((sc->s[begin] == '1' && sc->s[begin + 1] == '9') ||
                              (sc->s[begin] == '2' && sc->s[begin + 1] == '0'));
}

/* What the parts so far amount to. */
typedef struct shape {
  uint32_t end;   /* of the number as far as it reads as one; 0: not yet */
  uint32_t small; /* lower-case symbols */
  bool year;      /* the second part is one */
  bool single;    /* a single capital waits for a symbol behind it: 35-L/CTN */
} shape;

/* Take a part into account; false: the number ends before it. */
static bool add_part(const vt_scanner *sc, shape *sh, uint32_t begin, const part *p, uint32_t index)
{
  if (p->letters == 0) {
    if (sh->end != 0) sh->end = p->end; /* codes like 2024/DH-0098 stay whole */
    return sh->end != 0 || (index == 1 && is_year(sc, begin, p->end));
  }
  if (p->letters == 1 && p->uppers == 1 && p->digits == 0 && !sh->single) {
    sh->single = true;
    return true;
  }
  if (p->letters == 1 && p->uppers == 1 && p->digits > 0 && sh->end != 0) {
    sh->end = p->end; /* a unit: 03/CT-BCA-X11 */
    return true;
  }
  if (is_symbol(p)) {
    sh->end = p->end;
    return true;
  }
  if (!is_small_symbol(p)) return false;
  sh->small++;
  if (sh->small >= 2) sh->end = p->end; /* 30/2020/nđ-cp, 05-ct/tw; not 24/24h, 5-km */
  return true;
}

static uint32_t separator(const vt_scanner *sc, uint32_t at)
{
  return sc->s[at] == '/' ? 1 : vt_scan_dash(sc, at);
}

uint32_t vt_scan_docnumber(const vt_scanner *sc, uint32_t end)
{
  enum { MAX_SERIAL = 5, MAX_PARTS = 16 };
  shape sh = { 0 };
  const unsigned kind = vt_scan_kind(sc, end);
  const bool goes_on = kind == VT_BYTE_LETTER || kind == VT_BYTE_LEAD || separator(sc, end) != 0;
  if (end - sc->at > MAX_SERIAL || !goes_on) return 0;
  const vt_letters suffix = vt_scan_letters(sc, end); /* 30c/NQ-CP */
  if (suffix.count > 1 || suffix.toned) return 0;
  if (suffix.uppers > 0 && sc->s[suffix.end] != '/') return 0; /* 472A/2019/QĐ-PT, not 12A-CT */
  uint32_t at = suffix.end;
  for (uint32_t index = 1; index < MAX_PARTS; index++) {
    const uint32_t width = separator(sc, at);
    if (width == 0) break;
    const part p = read_part(sc, at + width);
    if (p.end == at + width || !add_part(sc, &sh, at + width, &p, index)) break;
    at = p.end;
  }
  return sh.end;
}
