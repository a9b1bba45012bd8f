/* viqr.c - VIQR (RFC 1456): letters with ASCII marks behind them, \ before what is meant as it is;
 * \V reads marks, \L and \M do not. */
#include "vt_charset.h"
#include "vt_compose.h"
#include "vt_letter.h"

/* ASCII signs and the combining marks they stand for. */
static const struct sign {
  char ascii;
  uint16_t mark;
} signs[] = {
  { '(', 0x306 }, { '^', 0x302 }, { '+', 0x31B },  { '*', 0x31B }, { '`', 0x300 },
  { '?', 0x309 }, { '~', 0x303 }, { '\'', 0x301 }, { '.', 0x323 },
};
enum { SIGNS = sizeof signs / sizeof signs[0], TONES = 4 /* from here they are tones */ };

static uint32_t mark_of(unsigned char ascii)
{
  for (size_t i = 0; i < SIGNS; i++) {
    if (signs[i].ascii == (char)ascii) return signs[i].mark;
  }
  return 0;
}

/* Add a sign to a letter; marks come in order, quality then tone, once each. */
static bool add_sign(vt_letter *l, unsigned char ascii)
{
  const uint32_t mark = mark_of(ascii);
  bool repaired = false;
  vt_letter more = *l;
  if (mark == 0 || l->tone != 0 || !vt_letter_is_vowel(l->code)) return false;
  if (!vt_letter_add_mark(&more, mark, &repaired) || repaired) return false;
  *l = more;
  return true;
}

static bool is_d(unsigned char c)
{
  return c == 'd' || c == 'D';
}

static size_t read_escape(const unsigned char *s, size_t len, bool *literal, uint32_t *cp)
{
  *cp = VT_VIQR_SILENT;
  if (len < 2) {
    *cp = '\\';
    return 1;
  }
  switch (s[1]) {
  case 'V':
  case 'v': *literal = false; return 2;
  case 'L':
  case 'l':
  case 'M':
  case 'm': *literal = true; return 2;
  default: *cp = s[1] < 0x80 ? s[1] : VT_INVALID; return 2;
  }
}

size_t vt_viqr_read(const unsigned char *s, size_t len, bool *literal, uint32_t *cp)
{
  if (s[0] >= 0x80) {
    *cp = VT_INVALID;
    return 1;
  }
  if (s[0] == '\\') return read_escape(s, len, literal, cp);
  *cp = s[0];
  if (*literal) return 1;
  if (is_d(s[0]) && len > 1 && is_d(s[1])) {
    *cp = vt_letter_make(VT_D_BAR, 0, s[0] == 'D');
    return 2;
  }
  vt_letter l = vt_letter_of(s[0]);
  size_t n = 1;
  while (n < len && n < 3 && add_sign(&l, s[n])) n++;
  if (n > 1) *cp = vt_letter_make(l.code, l.tone, l.upper);
  return n;
}

static char sign_of(uint32_t mark)
{
  for (size_t i = 0; i < SIGNS; i++) {
    if (signs[i].mark == mark) return signs[i].ascii;
  }
  return 0;
}

/* The sign that makes code of its plain letter; 0: none is needed. */
static char quality_sign(uint8_t code)
{
  for (size_t i = 0; i < TONES; i++) {
    vt_letter l = { .code = vt_letter_plain(code) };
    bool repaired = false;
    if (l.code != code && vt_letter_add_mark(&l, signs[i].mark, &repaired) && l.code == code)
      return signs[i].ascii;
  }
  return 0;
}

static char tone_sign(uint8_t tone)
{
  static const uint16_t tones[] = { 0, 0x300, 0x309, 0x303, 0x301, 0x323 };
  return tone == 0 ? 0 : sign_of(tones[tone]);
}

/* Whether cp behind last would be read as a part of it. */
static bool would_join(uint32_t last, uint32_t cp)
{
  vt_letter l = vt_letter_of(last);
  if (last < 0x80 && is_d((unsigned char)last)) return cp == 'd' || cp == 'D';
  return cp < 0x80 && add_sign(&l, (unsigned char)cp);
}

size_t vt_viqr_write(uint32_t last, uint32_t cp, char *to)
{
  const vt_letter l = vt_letter_of(cp);
  size_t n = 0;
  if (cp < 0x80) {
    if (cp == '\\' || would_join(last, cp)) to[n++] = '\\';
    to[n++] = (char)cp;
    return n;
  }
  if (l.code == 0) return 0;
  if (l.code == VT_D_BAR) {
    if (would_join(last, 'd')) to[n++] = '\\';
    to[n++] = l.upper ? 'D' : 'd';
    to[n++] = l.upper ? 'D' : 'd';
    return n;
  }
  to[n++] = (char)vt_letter_make(vt_letter_plain(l.code), 0, l.upper);
  if (quality_sign(l.code) != 0) to[n++] = quality_sign(l.code);
  if (tone_sign(l.tone) != 0) to[n++] = tone_sign(l.tone);
  return n;
}
