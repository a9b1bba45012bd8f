/* vt_style.h - where the tone mark of an open rime stands: hòa or hoà. */
#ifndef VT_STYLE_H
#define VT_STYLE_H
#include "vt_letter.h"
#include "vt_normal.h"

/* Letters of the longest syllable, nghiêng. */
enum { VT_STYLE_LETTERS = 7 };

/* If these are the letters of one syllable with one tone, move it to its place in a style; false:
 * nothing moved. Styles differ in open oa, oe, uy only, but a tone on a wrong letter (qúy, tòan) is
 * put right in both. */
bool vt_style_place(vt_letter *letters, unsigned count, int32_t style);

/* Place the tones of all syllables of a text in one style (VITEXT_STYLE_OLD, _NEW). On failure *n
 * is emptied. */
vitext_status vt_style_all(const vt_alloc *a, int32_t style, vt_normal *n);

#endif
