/* vt_letter.h - what the letters of Vietnamese are made of, classes of other characters, and the
 * key of a word: its spelling without case and without the place of the tone mark. */
#ifndef VT_LETTER_H
#define VT_LETTER_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include "vt_span.h"

/* A letter of the Vietnamese alphabet or of a-z (f j w z): base letter, quality and tone. */
typedef struct vt_letter {
  uint8_t code;  /* VT_A..VT_Z, in alphabetical order; 0: none of the 33 letters */
  uint8_t tone;  /* VITEXT_TONE_* */
  uint8_t upper; /* 1: capital */
} vt_letter;

enum {
  VT_A = 1, VT_A_BREVE, VT_A_HAT, VT_B, VT_C, VT_D, VT_D_BAR, VT_E, VT_E_HAT, VT_F, VT_G, VT_H,
  VT_I, VT_J, VT_K, VT_L, VT_M, VT_N, VT_O, VT_O_HAT, VT_O_HORN, VT_P, VT_Q, VT_R, VT_S, VT_T, VT_U,
  VT_U_HORN, VT_V, VT_W, VT_X, VT_Y, VT_Z
};

/* The table of letters, for loops that cannot afford a call: U+0000..U+0DFF, then U+1E00..U+1EFF, so
 * that the index is the low 12 bits of the code point, which are those of the last two bytes in UTF-8
 * (VT_LETTER_TAIL). An entry holds code, tone << 6, upper << 9; 0: no letter. */
enum { VT_LETTER_LOW = 0xE00, VT_LETTER_HIGH = 0x1E00, VT_LETTER_COUNT = 0xF00 };
#define VT_LETTER_TAIL(s) (((s)[0] & 0x3Fu) << 6 | ((s)[1] & 0x3Fu))
extern const uint16_t vt_letter_table[VT_LETTER_COUNT];

static inline unsigned vt_letter_bits(uint32_t cp)
{
  if (cp < VT_LETTER_LOW) return vt_letter_table[cp];
  if (cp - VT_LETTER_HIGH < 0x100) return vt_letter_table[cp - VT_LETTER_HIGH + VT_LETTER_LOW];
  return 0;
}
static inline unsigned vt_letter_code(unsigned bits) { return bits & 63; }
static inline unsigned vt_letter_tone(unsigned bits) { return bits >> 6 & 7; }
static inline bool vt_letter_is_upper(unsigned bits) { return (bits >> 9 & 1) != 0; }

static inline vt_letter vt_letter_of(uint32_t cp)
{
  const unsigned bits = vt_letter_bits(cp);
  return (vt_letter){ (uint8_t)(bits & 63), (uint8_t)(bits >> 6 & 7), (uint8_t)(bits >> 9) };
}
extern const uint16_t vt_letter_forms[VT_Z + 1][2][6]; /* by code, capital, tone */
/* The same in UTF-8. */
typedef struct vt_spelled { char bytes[3]; uint8_t len; /* 0: no such letter */ } vt_spelled;
extern const vt_spelled vt_letter_spelled[VT_Z + 1][2][6];
/* Write a letter in UTF-8: four bytes, of which 1 to 3 count; 0: there is none. */
static inline uint32_t vt_letter_put(unsigned code, bool upper, unsigned tone, char *to)
{
  const vt_spelled *s = &vt_letter_spelled[code][upper][tone];
  memcpy(to, s, 4);
  return s->len;
}
/* The NFC letter with this code, tone and case; 0 if there is none (tones go on vowels only). */
uint32_t vt_letter_make(uint8_t code, uint8_t tone, bool upper);
/* The code without breve, circumflex, horn, stroke: a for ă â, d for đ. */
uint8_t vt_letter_plain(uint8_t code);
/* a ă â e ê i o ô ơ u ư y. */
bool vt_letter_is_vowel(uint8_t code);

/* General classes of characters, as Unicode has them. */
typedef enum vt_class {
  VT_CLASS_OTHER, /* controls, unassigned, private */
  VT_CLASS_LOWER, VT_CLASS_UPPER, VT_CLASS_LETTER /* neither */, VT_CLASS_MARK,
  VT_CLASS_DIGIT /* decimal */, VT_CLASS_SPACE /* White_Space but line ends; ZWSP, BOM too */,
  VT_CLASS_LINE /* line ends */, VT_CLASS_PUNCT, VT_CLASS_SYMBOL /* and numbers like ½, ² */,
  VT_CLASS_EMOJI /* shown as a picture by default; others are symbols before U+FE0F */
} vt_class;
vt_class vt_class_of(uint32_t cp);
/* Letters and marks. */
static inline bool vt_class_is_word(vt_class c) { return c >= VT_CLASS_LOWER && c <= VT_CLASS_MARK; }
uint32_t vt_lower(uint32_t cp);
uint32_t vt_upper(uint32_t cp);

/* The key of a word. Up to 10 letters with one tone at most: 6 bits a letter, the first letter
 * highest (so keys sort by the alphabet), then 3 bits of tone; top bit 0. Anything else: a hash of
 * the lower-case text, top bit 1. So hoà = hòa = HÒA, but hòa differs from hoa, and kỹ from kĩ.
 * 0: the empty text. */
vt_key vt_key_of(const char *utf8, size_t len);
/* The key of the same word without tone and marks (đ as d); a hashed key comes back as it is. */
vt_key vt_key_plain(vt_key key);

/* Where letter i of a packed key stands, for loops that make keys as they scan. */
enum { VT_KEY_LETTERS = 10, VT_KEY_FIRST_SHIFT = 57, VT_KEY_TONE_MASK = 7 };
static inline bool vt_key_is_hash(vt_key key) { return key >> 63 != 0; }
static inline unsigned vt_key_letter(vt_key key, unsigned i)
{
  return (unsigned)(key >> (VT_KEY_FIRST_SHIFT - 6 * i)) & 63;
}

#endif
