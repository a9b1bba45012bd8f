/* vt_token.h - tokens and sentences of a normalised text. */
#ifndef VT_TOKEN_H
#define VT_TOKEN_H
#include "vitext.h"
#include "vt_alloc.h"
#include "vt_span.h"
#include "vt_word.h"

typedef struct vt_token {
  uint32_t begin, end; /* NFC offsets */
  uint16_t kind;       /* VITEXT_TOKEN_* */
  uint16_t flags;      /* VITEXT_TOKENF_*; CHANGED and DAMAGED are set later, by document */
} vt_token;

/* What a pass may find at a token; most tokens have none, and are passed over eight at a time. */
enum {
  VT_CUE_BREAK = 1 << 0,
  VT_CUE_MARK = 1 << 1,      /* may end a sentence, open or close a pair */
  VT_CUE_NUMBER = 1 << 2,    /* a number, a date, a document number */
  VT_CUE_REFERENCE = 1 << 3, /* a reference may begin here */
  VT_CUE_UNKNOWN = 1 << 4    /* letters that are no syllable and outside the vocabulary */
};

/* Arrays side by side, so that a pass over ids reads two bytes a token. Owned by vt_alloc. */
typedef struct vt_tokens {
  vt_token *items;
  vt_id *ids;    /* the spelling, of punctuation and numbers too; 0: not in the vocabulary */
  uint8_t *cues; /* VT_CUE_* */
  uint32_t count, cap;
} vt_tokens;

/* Tokens tile the text with blanks between them. A line end that ends a block (sentences.md, rules
 * 4 to 15) is a BREAK token, from the first to the last of a run of line ends; a soft line end is a
 * blank. CAPITAL: the first letter is one; CAPITALS: two letters or more, all of them are.
 * A final dot in an ABBREVIATION belongs to it ("TP.", "N.V.A."), but not to its id. */
vitext_status vt_tokens_find(const vt_alloc *a, const vt_lexicon *lex, vt_text text,
                             vt_tokens *out);
void vt_tokens_free(const vt_alloc *a, vt_tokens *t);
/* Room for cap tokens in all; false: no memory, and the tokens are freed. */
bool vt_tokens_grow(const vt_alloc *a, vt_tokens *t, uint32_t cap);

/* What earlier texts made known of words: speed, and nothing else. For texts of one lexicon, from
 * any thread: one text at a time is lent it, and one that finds it lent begins knowing nothing. */
typedef struct vt_memory vt_memory;
vitext_status vt_memory_new(const vt_alloc *a, vt_memory **out);
void vt_memory_free(const vt_alloc *a, vt_memory *m); /* NULL is fine */
/* As vt_tokens_find; memory may be NULL. */
vitext_status vt_tokens_recall(const vt_alloc *a, const vt_lexicon *lex, vt_memory *memory,
                               vt_text text, vt_tokens *out);

/* The first token from i on, before end, that has one of these cues; end: none. */
static inline uint32_t vt_cue_next(const uint8_t *cues, uint32_t i, uint32_t end, unsigned which)
{
  for (; end - i >= 8; i += 8) {
    const uint64_t eight = vt_word_load(cues + i) & which * VT_WORD_ONES;
    if (eight != 0) return i + vt_word_first(eight);
  }
  while (i < end && (cues[i] & which) == 0) i++;
  return i;
}

/* Length of the part of a token's text that its key is made of. */
static inline uint32_t vt_token_key_len(vt_text text, vt_token t)
{
  const bool dot = t.kind == VITEXT_TOKEN_ABBREVIATION && text.bytes[t.end - 1] == '.';
  return t.end - t.begin - dot;
}

/* Sentences in order as runs of tokens; they take every token but breaks, once. */
typedef struct vt_runs {
  vt_run *items;
  uint32_t count, cap;
} vt_runs;
vitext_status vt_sentences_find(const vt_alloc *a, const vt_lexicon *lex, vt_text text,
                                const vt_tokens *tokens, vt_runs *out);
void vt_runs_free(const vt_alloc *a, vt_runs *r);

static inline vt_nspan vt_run_span(const vt_tokens *t, vt_run r)
{
  return (vt_nspan){ t->items[r.first].begin, t->items[r.first + r.count - 1].end };
}

#endif
