/* vt_lexicon.h - the vocabulary (spellings as small numbers) and tables of phrases over it.
 *
 * Every spelling that occurs in any of lib/data/source/<name>.tsv has an id; tokens get their id
 * once, in lib/token, and everything above compares ids. A table is one TSV: its first column holds
 * phrases, which are split into tokens as any text is, and the other columns of each row can be
 * read back as text. What the tables are called is in vt_tables.h, which is generated. */
#ifndef VT_LEXICON_H
#define VT_LEXICON_H
#include "vt_alloc.h"
#include "vt_span.h"

enum { VT_ID_NONE = 0 }; /* a spelling outside the vocabulary */

/* The built-in lexicon; never NULL, costs nothing. */
const vt_lexicon *vt_lexicon_builtin(void);

/* The key of a token is vt_key_of its text, without the final dot of an abbreviation. */
vt_id vt_lexicon_find(const vt_lexicon *lex, vt_key key);
/* Ids are 1 .. count. */
uint32_t vt_lexicon_count(const vt_lexicon *lex);
/* The id of the same spelling without tone and marks; VT_ID_NONE if that is not in the vocabulary.
 * Tables whose TSV says "#plain" put the plain spellings of their phrases there. */
vt_id vt_lexicon_plain(const vt_lexicon *lex, vt_id id);
/* Lower case, tone in the old style; "" for VT_ID_NONE. */
const char *vt_lexicon_spelling(const vt_lexicon *lex, vt_id id);
/* Whether the spelling is a well-formed Vietnamese syllable. */
bool vt_lexicon_is_syllable(const vt_lexicon *lex, vt_id id);
/* What scanner and sentences must know of a spelling: VT_TRAIT_* bits, from traits.tsv. */
uint32_t vt_lexicon_traits(const vt_lexicon *lex, vt_id id);
/* vt_lexicon_find and vt_lexicon_traits in one. */
vt_id vt_lexicon_look_up(const vt_lexicon *lex, vt_key key, uint32_t *traits);

/* A table of phrases. */
typedef struct vt_table vt_table;

/* types.tsv is vt_lexicon_table(lex, VT_TABLE_TYPES), its columns are VT_TYPES_<COLUMN>. */
const vt_table *vt_lexicon_table(const vt_lexicon *lex, uint32_t table);

/* Longest phrase that ids[0..count) begins with: returns its length in ids, 0 if none; *row is its
 * row. Rows with equal phrases are neighbours in the table, *row the first of them. */
uint32_t vt_table_match(const vt_table *t, const vt_id *ids, uint32_t count, uint32_t *row);
/* The same over plain ids (only for tables that say "#plain"): diacritics do not count. */
uint32_t vt_table_match_plain(const vt_table *t, const vt_id *plain, uint32_t count, uint32_t *row);
/* Whether row + 1 has the same phrase as row. */
bool vt_table_more(const vt_table *t, uint32_t row);
/* Text of a column; "" where the cell is empty. The columns origin, note and those of a line
 * "#drop" in the TSV are not kept. */
const char *vt_table_field(const vt_table *t, uint32_t row, uint32_t column);
uint32_t vt_table_rows(const vt_table *t);

/* Step by step: *node begins at 0; false: no phrase goes on with id. *row (only on true) is the row
 * of the phrase that ends here, or VT_ROW_NONE. For those who want every phrase, not the longest.
 */
enum { VT_ROW_NONE = 0xFFFF };
bool vt_table_step(const vt_table *t, uint32_t *node, vt_id id, uint32_t *row);

/* ---- What a caller adds at run time ---- */

/* A lexicon made of base and spellings added to it; base must outlive it. */
vitext_status vt_lexicon_extend(const vt_alloc *a, const vt_lexicon *base, vt_lexicon **out);
/* The id of key, a new one if there is none; utf8: its spelling. VITEXT_E_DATA: 65535 ids. */
vitext_status vt_lexicon_add(vt_lexicon *extended, vt_key key, const char *utf8, size_t len,
                             vt_id *out);
void vt_lexicon_free(vt_lexicon *lex); /* NULL and the built-in one are fine */

/* Phrases of ids with a number each, found as in a table. */
typedef struct vt_phrases vt_phrases;
vitext_status vt_phrases_new(const vt_alloc *a, vt_phrases **out);
/* A phrase added again gets the later value. count > 0, no id 0: else VITEXT_E_ARGUMENT. */
vitext_status vt_phrases_add(vt_phrases *p, const vt_id *ids, uint32_t count, uint32_t value);
/* p may be NULL: matches nothing. */
uint32_t vt_phrases_match(const vt_phrases *p, const vt_id *ids, uint32_t count, uint32_t *value);
void vt_phrases_free(vt_phrases *p);

/* ---- Lexicon files (VITEXT_SOURCE_LEXICON) ---- */

/* Read a file's bytes, checked whole; nothing points into them afterwards. VITEXT_E_DATA: damaged,
 * of another format version, or its tables are not those this library was built with. */
vitext_status vt_lexicon_open(const vt_alloc *a, const void *bytes, size_t len, vt_lexicon **out,
                              vitext_error *err);

#endif
