/* vt_letters.h - running over the letters of a word: the loop that sees most bytes of a text. */
#ifndef VT_LETTERS_H
#define VT_LETTERS_H
#include "vt_letter.h"

/* A run of letters of the Vietnamese alphabet and a-z, and what is seen while running over it. */
typedef struct vt_letters {
  uint32_t end;
  vt_key key;     /* only when !odd */
  uint32_t count; /* of letters */
  uint32_t uppers;
  bool marked; /* has a tone, or a letter that is not a-z */
  bool toned;
  bool odd;   /* key must be computed from the text */
  bool mixed; /* not only letters of the alphabet */
} vt_letters;

/* The table's entry of the longer character at s, whose length goes to *width; 0: no letter. */
static inline unsigned vt_long_letter_bits(const unsigned char *s, uint32_t *width)
{
  *width = 2;
  if (s[0] < 0xE0)
    return vt_letter_table[(uint32_t)(s[0] & 0x1F) << 6 | (s[1] & 0x3Fu)];
  *width = 3;
  if (s[0] != 0xE1 || s[1] < 0xB8 || s[1] > 0xBB) return 0;
  return vt_letter_table[VT_LETTER_LOW + ((uint32_t)(s[1] & 3) << 6 | (s[2] & 0x3Fu))];
}

/* The letters at at. What follows the text is NUL, so no other bound is needed; what is shifted out
 * of a key that is too long is not used. */
static inline vt_letters vt_letters_at(const char *text, uint32_t at)
{
  const unsigned char *const begin = (const unsigned char *)text + at, *s = begin;
  vt_key key = 0;
  unsigned tone = 0, tones = 0, bits;
  uint32_t extra = 0, uppers = 0; /* extra: bytes behind the first of their letters */
  for (;;) {
    if (*s < 0x80) {
      bits = vt_letter_table[*s];
      if (bits == 0) break;
      s++;
    } else {
      uint32_t width;
      bits = vt_long_letter_bits(s, &width);
      if (bits == 0) break;
      tones += vt_letter_tone(bits) != 0;
      tone |= vt_letter_tone(bits);
      extra += width - 1;
      s += width;
    }
    key = key << 6 | vt_letter_code(bits);
    uppers += bits >> 9;
  }
  const uint32_t len = (uint32_t)(s - begin), count = len - extra;
  const bool odd = count > VT_KEY_LETTERS || tones > 1;
  if (count > 0 && !odd) key = key << (VT_KEY_FIRST_SHIFT + 6 - 6 * count) | tone;
  return (vt_letters){ .end = at + len,
                       .key = key,
                       .count = count,
                       .uppers = uppers,
                       .marked = extra > 0,
                       .toned = tones > 0,
                       .odd = odd };
}

#endif
