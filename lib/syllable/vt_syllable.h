/* vt_syllable.h - the parts of one syllable, whether it is well formed, and where its tone goes. */
#ifndef VT_SYLLABLE_H
#define VT_SYLLABLE_H
#include <stdbool.h>
#include "vt_letter.h"
#include "vt_span.h"
#include "vitext.h"

/* One orthographic syllable, NFC, any case; false (and *out untouched): not well formed. The tone
 * may stand on a wrong letter (tòan): old_style and new_style have it right. The parts follow each
 * other as written, but in gì and giếng the one i belongs to the onset gi and to the nucleus (i, iê).
 * qu is an onset. */
bool vt_syllable_parse(const char *utf8, size_t len, vitext_syllable *out);

/* Whether a packed key (vt_key_of) spells a well-formed syllable. Table work, no text. */
bool vt_syllable_known(vt_key key);

/* The syllable in one tone style (VITEXT_STYLE_OLD, _NEW), case kept letter by letter, written to
 * to (at least len + 4 bytes); returns the length, 0 when it is no syllable. */
size_t vt_syllable_place(const char *utf8, size_t len, int32_t style, char *to);

/* A key spelled out, lower case, tone in the old style, to at least 44 bytes; 0: a hashed key. A key
 * that is no syllable has its tone on the last vowel but for a final one (café, ô-tô: vụt). */
size_t vt_syllable_spell(vt_key key, char *to);

#endif
