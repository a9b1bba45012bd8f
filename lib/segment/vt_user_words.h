/* vt_user_words.h - the caller's own words, matched over tokens. */
#ifndef VT_USER_WORDS_H
#define VT_USER_WORDS_H
#include "vt_segment.h"

enum { VT_USER_WORDS_LONGEST = 64 }; /* tokens of a word; a block has room for it */

/* Tokens of the longest of the caller's words that ids[0..count) begins with, 0 if none; *apart
 * says whether it is one that is never joined. */
uint32_t vt_user_words_match(const vt_user_words *u, const vt_id *ids, uint32_t count, bool *apart);

#endif
