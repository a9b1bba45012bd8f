/* vt_gen.h - the program that makes the built-in lexicon from lib/data/source/<name>.tsv: its
 * parts. */
#ifndef VT_GEN_H
#define VT_GEN_H
#include "vt_letter.h"
#include "vt_lexicon_data.h"

/* Say what is wrong where, and end the program with status 1. line 0: the file as a whole. */
_Noreturn void gen_fail(const char *file, uint32_t line, const char *what, const char *detail);
/* The heap of the generator: it ends the program instead of failing, and the end frees it. */
extern const vt_alloc gen_heap;
/* Zeroed memory of it. */
void *gen_new(size_t count, size_t item_size);
/* Room for one more item in a VT_VEC, or the end of the program. */
#define gen_room(v)                                                                                \
  do {                                                                                             \
    if (!vt_vec_room(&gen_heap, (v))) gen_fail("memory", 0, "none left", "");                 \
  } while (0)

/* ---- gen_source.c: one TSV ---- */
typedef struct gen_row {
  uint32_t line;
  const char **cells; /* column_count of them */
  vt_key *keys;       /* of the phrase's tokens */
  vt_id *ids;
  vt_id *plain_ids;
  uint32_t id_count;
} gen_row;
typedef struct gen_source {
  const char *path;
  char name[64]; /* of the file, without .tsv */
  const char **columns;
  bool *kept; /* column by column: goes into the table */
  uint32_t column_count, kept_count;
  bool plain, traits, spellings; /* "#plain", "#traits", "#spellings" */
  char first[32]; /* "#first": the trait of words that phrases begin with; "": none */
  struct {
    gen_row *items;
    size_t count, cap;
  } rows;
} gen_source;
void gen_source_read(gen_source *s, const char *path);

/* ---- gen_vocabulary.c: spellings and their ids ---- */
typedef struct gen_spelling {
  vt_key key;
  char *text; /* lower case */
  uint32_t traits;
  uint32_t bucket;
} gen_spelling;
typedef struct gen_vocabulary {
  struct {
    gen_spelling *items;
    size_t count, cap;
  } all;
  uint32_t *slots; /* index + 1 by hash of the key, open addressing */
  uint32_t slot_bits;
  uint32_t bucket_bits;
} gen_vocabulary;
/* Add the words of a "#traits" source, with their traits. */
void gen_vocabulary_traits(gen_vocabulary *v, const gen_source *s);
/* Split the phrases of s as the scanner does, with lex for its traits, and add what they are made
 * of; also without marks if s says "#plain". */
void gen_vocabulary_split(gen_vocabulary *v, gen_source *s, const vt_lexicon *lex);
/* Order the spellings by bucket and fill lex, but for its tables; nothing is added after this. */
void gen_vocabulary_lexicon(gen_vocabulary *v, vt_lexicon *lex);

/* ---- gen_table.c: tables ---- */
/* Give the rows of s their ids from lex, order them so that equal phrases are neighbours, and fill
 * t. */
void gen_table_make(gen_source *s, const vt_lexicon *lex, vt_table *t);
/* count rising numbers in the form of vt_steps. */
vt_steps gen_steps(const uint32_t *numbers, uint32_t count, const char *what);

/* ---- gen_write.c: what is written ---- */
/* A checksum over all of lex: its tag. */
uint64_t gen_tag(const vt_lexicon *lex);
/* folder/vocabulary.c, folder/table_<name>.c, folder/tables.c and folder/vt_tables.h. */
void gen_write_c(const char *folder, const vt_lexicon *lex);
/* The same as one file for VITEXT_SOURCE_LEXICON. */
void gen_write_file(const char *path, const vt_lexicon *lex);

#endif
