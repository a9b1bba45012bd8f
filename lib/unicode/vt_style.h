/* vt_style.h - where the tone mark of an open rime stands: hòa or hoà. */
#ifndef VT_STYLE_H
#define VT_STYLE_H
#include "vt_letter.h"
#include "vt_normal.h"

/* Letters of a word that could be a syllable with oa, oe or uy at its end are 2 to 5. */
enum { VT_STYLE_LETTERS = 5 };

/* Whether these letters are a whole syllable whose rime is oa, oe or uy with one tone: the only
 * ones whose tone stands on either of the last two letters (qu is an onset, closed rimes never
 * differ, and boà is no syllable). */
bool vt_style_is_open(const vt_letter *letters, unsigned count);

/* Move the tone of such a syllable to its place; false: it stood there already. */
bool vt_style_place(vt_letter *letters, unsigned count, int32_t style);

/* Place the tones of all syllables of a text in one style (VITEXT_STYLE_OLD, _NEW). On failure *n
 * is emptied. */
vitext_status vt_style_all(const vt_alloc *a, int32_t style, vt_normal *n);

#endif
