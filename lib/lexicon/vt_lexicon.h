/* vt_lexicon.h - the vocabulary (word spellings as small numbers) and tables of phrases over it.
 *
 * Every spelling that occurs in any of lib/data/source/<name>.tsv or in the model has an id; tokens get
 * their id once, in lib/token, and everything above compares ids. A table is one TSV: its first
 * column holds phrases, and each row's other columns can be read back as text. */
#ifndef VT_LEXICON_H
#define VT_LEXICON_H
#include "vt_alloc.h"
#include "vt_span.h"

enum { VT_ID_NONE = 0 }; /* a spelling outside the vocabulary */

/* The built-in vocabulary; never NULL, costs nothing. */
const vt_lexicon *vt_lexicon_builtin(void);

vt_id vt_lexicon_find(const vt_lexicon *lex, vt_key key);
/* The id of the same spelling without tone and marks; VT_ID_NONE if that is not in the vocabulary.
 * Tables whose TSV says "#plain" put the plain spellings of their phrases there. */
vt_id vt_lexicon_plain(const vt_lexicon *lex, vt_id id);
/* Lower case, tone in the old style; "" for VT_ID_NONE. */
const char *vt_lexicon_spelling(const vt_lexicon *lex, vt_id id);
/* Whether the spelling is a well-formed Vietnamese syllable. */
bool vt_lexicon_is_syllable(const vt_lexicon *lex, vt_id id);

/* A table. vt_tables.h, which is generated, declares one for each TSV, types.tsv as
 * vt_table_types, with its columns as VT_TYPES_<COLUMN>. */
typedef struct vt_table vt_table;

/* Longest phrase that ids[0..count) begins with: returns its length in ids, 0 if none; *row is its
 * row. Rows with equal phrases are neighbours in the table, *row the first of them. */
uint32_t vt_table_match(const vt_table *t, const vt_id *ids, uint32_t count, uint32_t *row);
/* The same over plain ids (only for tables that say "#plain"): diacritics do not count. */
uint32_t vt_table_match_plain(const vt_table *t, const vt_id *plain, uint32_t count, uint32_t *row);
/* Text of a column; "" where the cell is empty. */
const char *vt_table_field(const vt_table *t, uint32_t row, uint32_t column);
uint32_t vt_table_rows(const vt_table *t);

#endif
