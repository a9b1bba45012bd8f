/* vt_repair.h - what VITEXT_REPAIR_* does to single characters and to the letters of a word. */
#ifndef VT_REPAIR_H
#define VT_REPAIR_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What takes the place of cp under these repairs, cp itself for most. Not for letters that depend
 * on their word (vt_repair_word), nor for what is removed. */
uint32_t vt_repair_character(uint32_t cp, uint32_t repair);

/* Removed whatever stands around it: BOM, ZWSP, ZWNJ, soft hyphen, word joiner, direction marks.
 * (ZWJ is removed too, but not inside emoji; the caller looks.) */
bool vt_repair_removes(uint32_t cp);

/* A spacing accent as the combining mark it stands for after a vowel; 0: none. */
uint32_t vt_repair_clone(uint32_t cp);

/* The Latin letter that a Cyrillic or Greek base letter, or eth, looks like; 0: none. */
uint32_t vt_repair_lookalike(uint32_t cp);

/* Whether the eth at at stands for a d with stroke: it begins a word of Vietnamese letters. */
bool vt_repair_is_eth(const char *bytes, size_t at, size_t end);

/* The word (with - and /, as in a document's number) around the character at at: whether its letters
 * that look like Latin ones stand for them, because others are Latin and all could be. *word_end:
 * as far as the answer holds. Looks VT_WORD_SIDE bytes either way. The bytes before end are valid. */
bool vt_repair_word(const char *bytes, size_t at, size_t end, size_t *word_end);
enum { VT_WORD_SIDE = 64 };

#endif
