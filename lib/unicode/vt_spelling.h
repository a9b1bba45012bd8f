/* vt_spelling.h - how a Vietnamese syllable is spelled: onset, vowels, coda, and which go together.
 * The one table of them: tone placement and folding use it here, lib/syllable for analysis. */
#ifndef VT_SPELLING_H
#define VT_SPELLING_H
#include <stdbool.h>
#include "vt_letter.h"

/* Numbers of letters, in the order of the text. */
typedef struct vt_spelling {
  uint8_t onset, glide, nucleus, coda;
  uint8_t tone_old, tone_new; /* the letter that bears the tone, by style */
  bool shares_i;              /* gì, giếng: the i of the onset gi is the nucleus' too */
  bool stopped;               /* coda c ch p t: only sắc and nặng */
} vt_spelling;

/* Take a packed key apart. False: no Vietnamese syllable can be spelled so, whatever its tone. */
bool vt_spelling_of(vt_key key, vt_spelling *out);

/* Whether a packed key is a well-formed syllable, tone and all. */
bool vt_spelling_is_syllable(vt_key key);

/* Every well-formed syllable, tones varying fastest; *at begins at 0, the result is 0 at the end.
 * For tests: the table read the other way round. */
vt_key vt_spelling_each(uint32_t *at);

#endif
