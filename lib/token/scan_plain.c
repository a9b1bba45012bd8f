/* scan_plain.c - the short way through most of a text: blanks, marks, and words to which nothing is
 * glued that could make them something else. A word is looked at once; when its bytes come again,
 * what it is comes from the memo. What else comes is left to scan_word.c and its sisters, which
 * would give these tokens the same kinds, flags and ids. */
#include "vt_memo.h"
#include "vt_scan.h"

/* What a byte behind a word does. */
enum {
  GLUED,  /* may go on with it, or make it part of an address, a number, a name */
  APART,  /* is no part of it */
  DOT,    /* is no part of it where a blank follows, but of some abbreviations */
  COLON,  /* is no part of it where a blank follows */
  GENERAL /* E2: general punctuation, which is no part of it but for the apostrophe */
};
static const uint8_t behind[256] = {
  ['\t'] = APART, ['\n'] = APART, ['\r'] = APART, [' '] = APART,    ['!'] = APART, ['"'] = APART,
  ['('] = APART,  [')'] = APART,  [','] = APART,  [';'] = APART,    ['<'] = APART, ['='] = APART,
  ['>'] = APART,  ['?'] = APART,  ['['] = APART,  [']'] = APART,    ['|'] = APART, ['{'] = APART,
  ['}'] = APART,  ['.'] = DOT,    [':'] = COLON,  [0xE2] = GENERAL,
};

static inline bool is_blank(char c)
{
  return c == ' ' || c == '\n' || c == '\r';
}

static inline bool is_over(const char *s, unsigned allowed)
{
  if (allowed == VT_BEHIND_ANYTHING) return true;
  switch (behind[(unsigned char)s[0]]) {
  case APART: return true;
  case DOT: return allowed == VT_BEHIND_APART && is_blank(s[1]);
  case COLON: return is_blank(s[1]);
  case GENERAL: return (unsigned char)s[1] == 0x80 && (unsigned char)s[2] != 0x99;
  default: return false;
  }
}

/* A bit at the top of each byte of x that is ASCII and no letter. */
static inline uint64_t not_letters(uint64_t x)
{
  const uint64_t low = (x & ~VT_WORD_TOPS) | 0x20 * VT_WORD_ONES;
  const uint64_t from_a = low + (0x80 - 'a') * VT_WORD_ONES;
  const uint64_t above_z = low + (0x7F - 'z') * VT_WORD_ONES;
  return ~(x | (from_a & ~above_z)) & VT_WORD_TOPS;
}

/* The piece at s, where 16 bytes can be read; false: there is none, or it is too long. */
static inline bool cut(const char *s, vt_piece *p)
{
  const uint64_t low = vt_word_load(s);
  uint64_t ends = not_letters(low);
  p->high = 0;
  if (ends != 0) {
    p->low = vt_word_before(low, ends);
    p->len = vt_word_first(ends);
    if (p->len > 0) return true;
    const unsigned mark = vt_plain_marks[low & 0xFF];
    p->low = low & 0xFF;
    p->len = 1;
    return mark == VT_PLAIN_ALWAYS || (mark == VT_PLAIN_BEFORE_BLANK && s[1] == ' ');
  }
  const uint64_t high = vt_word_load(s + 8);
  ends = not_letters(high);
  if (ends == 0) return false;
  p->low = low;
  p->high = vt_word_before(high, ends);
  p->len = 8 + vt_word_first(ends);
  return true;
}

void vt_scan_plain(vt_scanner *sc)
{
  /* Copies, since a store to an array of bytes could change what sc points at. */
  const char *const text = sc->s;
  const vt_tokens out = *sc->out;
  vt_memo *const memo = sc->memo;
  const uint32_t shift = sc->memo_shift, len = sc->len;
  uint32_t at = sc->at, count = out.count;
  while (count < out.cap && len - at >= VT_MEMO_BYTES) {
    vt_piece p;
    if (text[at] == ' ') {
      at++;
      continue;
    }
    if (!cut(text + at, &p)) break;
    const vt_memo *m = vt_memo_at(memo, shift, p.low, p.high);
    if (m->low != p.low || m->high != p.high) {
      m = vt_memo_know(sc, at, p);
      if (m == NULL) break;
      p.len = m->len;
    }
    const char next = text[at + p.len];
    if (next != ' ' && !is_over(text + at + p.len, m->behind)) break;
    out.items[count] = (vt_token){ at, at + p.len, m->kind, m->flags };
    out.ids[count] = m->id;
    out.cues[count++] = m->cues;
    at += p.len + (next == ' ');
  }
  sc->at = at;
  sc->out->count = count;
}
