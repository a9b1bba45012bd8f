/* vt_letter.h - what the letters of Vietnamese are made of, classes of other characters, and the
 * key of a word: its spelling without case and without the place of the tone mark. */
#ifndef VT_LETTER_H
#define VT_LETTER_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "vt_span.h"

/* A letter of the Vietnamese alphabet or of a-z (f j w z): base letter, quality and tone. */
typedef struct vt_letter {
  uint8_t code;  /* 1..63 for the 33 letters a-z ă â đ ê ô ơ ư; 0: none of them */
  uint8_t tone;  /* VITEXT_TONE_* */
  uint8_t upper; /* 1: capital */
} vt_letter;
vt_letter vt_letter_of(uint32_t cp);
/* The NFC letter with this code, tone and case; 0 if there is none (tones go on vowels only). */
uint32_t vt_letter_make(uint8_t code, uint8_t tone, bool upper);
/* The code without breve, circumflex, horn, stroke: a for ă â, d for đ. */
uint8_t vt_letter_plain(uint8_t code);

/* General classes of characters, as Unicode has them. */
typedef enum vt_class {
  VT_CLASS_OTHER, /* controls, unassigned, private */
  VT_CLASS_LOWER, VT_CLASS_UPPER, VT_CLASS_LETTER /* neither */, VT_CLASS_MARK, VT_CLASS_DIGIT,
  VT_CLASS_SPACE /* White_Space but line ends; ZWSP, BOM too */, VT_CLASS_LINE /* line ends */,
  VT_CLASS_PUNCT, VT_CLASS_SYMBOL, VT_CLASS_EMOJI
} vt_class;
vt_class vt_class_of(uint32_t cp);
uint32_t vt_lower(uint32_t cp);
uint32_t vt_upper(uint32_t cp);

/* The key of a word. Up to 10 letters with one tone at most: 6 bits a letter, the first letter
 * highest, then 3 bits of tone; top bit 0. Anything else: a hash of the lower-case text, top bit 1.
 * So hoà = hòa = HÒA, but hòa differs from hoa, and kỹ from kĩ. 0: the empty text. */
vt_key vt_key_of(const char *utf8, size_t len);
/* The key of the same word without tone and marks (đ as d); a hashed key comes back as it is. */
vt_key vt_key_plain(vt_key key);

#endif
