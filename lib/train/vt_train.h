/* vt_train.h - the trainer of the word segmentation model: its parts. A program, not a part of the
 * library; it ends with a message and status 1 when something is wrong. All arithmetic is in
 * integers and in a fixed order, so the same input gives the same model, byte for byte. */
#ifndef VT_TRAIN_H
#define VT_TRAIN_H
#include "vt_model.h"

_Noreturn void train_fail(const char *what, const char *detail);

/* ---- heap.c: never gives NULL ---- */
extern const vt_alloc train_heap;
void *train_new(size_t count, size_t item_size); /* zeroed */
void train_release(void *p);                     /* NULL is fine */
void train_release_all(void);
#define train_room(v)                                                                              \
  do {                                                                                             \
    if (!vt_vec_room(&train_heap, (v))) train_fail("no memory", "");                               \
  } while (0)

/* ---- displace.c ---- */
/* A sparse table as one array: each of its rows gets a place to begin at, so that no two cells lie
 * on each other and no two rows with cells begin at the same place; those without share one. cells
 * come by row and column. *len is the array's: any column of any row is within. */
typedef struct train_cell {
  uint32_t row, column;
} train_cell;
uint32_t *train_displace(const train_cell *cells, uint32_t count, uint32_t rows, uint32_t columns,
                         uint32_t *len);

/* ---- words.c ---- */
/* Symbols for the spellings that occur in the word list, or at least least times in the corpora
 * counted by train_corpus_count. */
typedef struct train_symbols {
  uint16_t *symbols; /* by id */
  uint64_t *keys;    /* by symbol */
  uint32_t count;
} train_symbols;
typedef struct train_words { /* the word list */
  struct train_word {
    vt_id ids[VT_LONGEST_WORD];
    uint32_t count;
  } * items;
  size_t count, cap;
} train_words;
void train_words_read(const char *path, const uint32_t *id_counts, uint32_t least,
                      train_words *words, train_symbols *syms);

/* ---- trie.c ---- */
/* The trie of the words and of gram keys (vt_gram_key), whose rows come in their order; both: keys
 * of VT_GAP_BOTH, the same. */
typedef struct train_keys {
  const uint64_t *keys;
  size_t count;
} train_keys;
vt_gram_trie train_trie(const train_words *words, const train_symbols *syms, train_keys grams,
                        train_keys both);

/* ---- corpus.c: segmented text, run through our own tokeniser ---- */
/* What a text's words follow. The machine that labelled one errs in its own ways: they are learned
 * as a convention too, which the model leaves out, so that they do not spoil the others. */
enum { TRAIN_UD, TRAIN_VLSP, TRAIN_MACHINE, TRAIN_CONVENTIONS };
typedef struct train_sentence {
  const char *bytes; /* the raw line */
  vt_tokens tokens;
  vt_run run;
  uint8_t *joined; /* by token: 1 if it belongs to the word of the token before it */
  int convention;
} train_sentence;
typedef struct train_corpus {
  VT_VEC(train_sentence) sentences;
  uint32_t id_counts[1 << 16];
} train_corpus;
/* spec: CONVENTION:FILE or CONVENTION:FILE:LINES or CONVENTION:FILE:LINES:COPIES */
void train_corpus_add(train_corpus *c, const char *spec, bool nocase_copy);
/* Of any text; tokens and sentences are the caller's. */
void train_tokenise(vt_text text, vt_tokens *tokens, vt_runs *sentences);

/* ---- case_text.c: raw text in small letters, and where it had capitals ---- */
enum train_case {
  TRAIN_CASE_SMALL,
  TRAIN_CASE_CAPITAL,
  TRAIN_CASE_EITHER /* the place asks for a capital */,
  TRAIN_CASE_NONE /* no word */
};
typedef struct train_case_line {
  uint32_t first, count; /* tokens; two of the edge are on both sides */
} train_case_line;
typedef struct train_case_text {
  VT_VEC(train_case_line) lines;
  VT_VEC(uint16_t) sym; /* by token: see vt_case_word */
  VT_VEC(uint8_t) gold;
} train_case_text;
void train_case_text_add(train_case_text *t, const vt_seen *seen, const char *path);
void train_case_text_free(train_case_text *t);

/* ---- case_learn.c: the weights of vt_case.h ---- */
vt_case_weights train_cases(const train_case_text *t, uint32_t symbols, uint64_t seed);

/* ---- patterns.c: what occurs often enough to have weights ---- */
typedef struct train_block {
  uint32_t count; /* tokens */
  int convention;
  uint8_t *gold;   /* by gap 0 .. count - 1: tag; gap 0 and closed ones are 0 */
  uint8_t *open;   /* by gap: the tag is learned */
  uint16_t *sym;   /* tokens -2 .. count */
  uint16_t *view;  /* by gap; of open ones */
  uint32_t *sides; /* by gap, two each: rows of the sides, from 1; 0: none */
  uint32_t *grams; /* rows of the grams from token -3 on, VT_GRAM_KINDS each; 0: none */
  uint32_t *gaps;  /* rows by gap, VT_GAP_KINDS each; 0: none */
} train_block;
typedef struct train_patterns {
  VT_VEC(train_block) blocks;
  VT_VEC(uint64_t) gram_keys; /* by row; row 0 is nobody's */
  VT_VEC(uint64_t) gap_keys;
} train_patterns;
void train_patterns_make(train_patterns *p, const train_corpus *c, const vt_seen *seen,
                         uint32_t least);

/* ---- learn.c ---- */
/* Another order, by random numbers that go on from *random. */
void train_shuffle(uint32_t *order, size_t count, uint64_t *random);
enum { TRAIN_LAYERS = 1 + TRAIN_CONVENTIONS }; /* what all texts share, then one's own */
typedef struct train_weights {
  int64_t *grams[TRAIN_LAYERS], *gaps[TRAIN_LAYERS], *single[TRAIN_LAYERS], *sides[TRAIN_LAYERS],
      *views[TRAIN_LAYERS];
} train_weights;
typedef struct train_settings {
  uint32_t runs, passes, margin, cutoff, seed, least_symbol, least_weight;
} train_settings;
void train_learn(const train_patterns *p, const train_settings *s, uint32_t symbols,
                 train_weights *out);

/* ---- write.c ---- */
typedef struct train_file {
  unsigned char *bytes;
  size_t len;
} train_file;
train_file train_write(const train_patterns *p, const train_weights *w, const train_symbols *syms,
                       const train_words *words, const vt_case_weights *cases,
                       const train_settings *s, const char *card);

/* ---- score.c ---- */
/* F1 of words in hundredths of a percent over all tokens, as score_segmentation.py counts. */
void train_score(const vt_model *model, const char *spec);

#endif
