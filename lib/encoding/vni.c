/* vni.c - VNI-Windows: a letter, then a byte for its marks; ơ, ư, đ and i with tones have bytes of
 * their own. Tables after the published VNI code page. */
#include "vt_charset.h"
#include "vt_letter.h"

/* Bytes of lower-case letters of their own; capitals stand 0x20 before. */
static const struct single {
  uint8_t byte, code, tone;
} singles[] = {
  { 0xF4, VT_O_HORN, VITEXT_TONE_NGANG }, { 0xF6, VT_U_HORN, VITEXT_TONE_NGANG },
  { 0xF1, VT_D_BAR, VITEXT_TONE_NGANG },  { 0xEC, VT_I, VITEXT_TONE_HUYEN },
  { 0xE6, VT_I, VITEXT_TONE_HOI },        { 0xF3, VT_I, VITEXT_TONE_NGA },
  { 0xED, VT_I, VITEXT_TONE_SAC },        { 0xF2, VT_I, VITEXT_TONE_NANG },
  { 0xEE, VT_Y, VITEXT_TONE_NANG },
};

/* Marks after a letter, lower case (capitals 0x20 before): a quality (0 or the mark's kind) and
 * tone. */
enum quality { NONE, HAT, BREVE };
static const struct mark {
  uint8_t byte, quality, tone;
} marks[] = {
  { 0xF8, NONE, VITEXT_TONE_HUYEN },  { 0xFB, NONE, VITEXT_TONE_HOI },
  { 0xF5, NONE, VITEXT_TONE_NGA },    { 0xF9, NONE, VITEXT_TONE_SAC },
  { 0xEF, NONE, VITEXT_TONE_NANG },   { 0xE2, HAT, VITEXT_TONE_NGANG },
  { 0xE0, HAT, VITEXT_TONE_HUYEN },   { 0xE5, HAT, VITEXT_TONE_HOI },
  { 0xE3, HAT, VITEXT_TONE_NGA },     { 0xE1, HAT, VITEXT_TONE_SAC },
  { 0xE4, HAT, VITEXT_TONE_NANG },    { 0xEA, BREVE, VITEXT_TONE_NGANG },
  { 0xE8, BREVE, VITEXT_TONE_HUYEN }, { 0xFA, BREVE, VITEXT_TONE_HOI },
  { 0xFC, BREVE, VITEXT_TONE_NGA },   { 0xE9, BREVE, VITEXT_TONE_SAC },
  { 0xEB, BREVE, VITEXT_TONE_NANG },
};
enum { SINGLES = sizeof singles / sizeof singles[0], MARKS = sizeof marks / sizeof marks[0] };

static uint8_t with_quality(uint8_t code, uint8_t quality)
{
  if (quality == NONE) return code;
  if (quality == BREVE) return code == VT_A ? VT_A_BREVE : 0;
  return code == VT_A ? VT_A_HAT : code == VT_E ? VT_E_HAT : code == VT_O ? VT_O_HAT : 0;
}

/* The letter that a byte is by itself. */
static vt_letter letter_of(unsigned char byte)
{
  if (byte < 0x80) return vt_letter_of(byte);
  for (size_t i = 0; i < SINGLES; i++) {
    if (singles[i].byte == (byte | 0x20))
      return (vt_letter){ singles[i].code, singles[i].tone, (byte & 0x20) == 0 };
  }
  return (vt_letter){ 0 };
}

static bool takes_mark(vt_letter l)
{
  return vt_letter_is_vowel(l.code) && l.tone == 0 && l.code != VT_I;
}

static uint32_t marked(vt_letter l, unsigned char byte)
{
  if (byte < 0xC0) return 0;
  for (size_t i = 0; i < MARKS; i++) {
    if (marks[i].byte != (byte | 0x20)) continue;
    const uint8_t code = with_quality(l.code, marks[i].quality);
    return code == 0 ? 0 : vt_letter_make(code, marks[i].tone, l.upper);
  }
  return 0;
}

/* Quotes, dashes and signs of windows-1252 and Latin-1, which VNI leaves where they are. */
static uint32_t sign_of(unsigned char byte)
{
  const uint16_t from_tcvn3 = vt_charset_of(VITEXT_ENC_TCVN3)[byte];
  if (byte < 0xA0) return from_tcvn3 == VT_NO_CHARACTER ? VT_INVALID : from_tcvn3;
  return byte < 0xC0 ? byte : VT_INVALID;
}

size_t vt_vni_read(const unsigned char *s, size_t len, uint32_t *cp)
{
  const vt_letter l = letter_of(s[0]);
  if (l.code == 0) {
    *cp = s[0] < 0x80 ? s[0] : sign_of(s[0]);
    return 1;
  }
  if (len > 1 && takes_mark(l)) {
    *cp = marked(l, s[1]);
    if (*cp != 0) return 2;
  }
  *cp = vt_letter_make(l.code, l.tone, l.upper);
  return 1;
}

static char in_case(unsigned char byte, bool upper)
{
  return (char)(upper ? byte & 0xDF : byte);
}

static size_t write_sign(uint32_t cp, char *to)
{
  for (int b = 0; b < 0xC0; b++) {
    to[0] = (char)b;
    if ((b < 0x80 ? (uint32_t)b : sign_of((unsigned char)b)) == cp) return 1;
  }
  return 0;
}

/* The byte of a letter that has one of its own. */
static size_t write_letter(vt_letter l, char *to)
{
  const uint32_t cp = vt_letter_make(l.code, l.tone, l.upper);
  to[0] = (char)cp;
  if (cp < 0x80) return 1;
  for (size_t i = 0; i < SINGLES; i++) {
    to[0] = in_case(singles[i].byte, l.upper != 0);
    if (singles[i].code == l.code && singles[i].tone == l.tone) return 1;
  }
  return 0;
}

size_t vt_vni_write(uint32_t cp, char *to)
{
  const vt_letter l = vt_letter_of(cp);
  if (l.code == 0) return write_sign(cp, to);
  if (write_letter(l, to) == 1) return 1;
  const bool own = l.code == VT_O_HORN || l.code == VT_U_HORN;
  const vt_letter base = { own ? l.code : vt_letter_plain(l.code), 0, l.upper };
  for (size_t i = 0; i < MARKS; i++) {
    if (marked(base, marks[i].byte) != cp) continue;
    to[1] = in_case(marks[i].byte, l.upper != 0);
    return 1 + write_letter(base, to);
  }
  return 0;
}
