/* segment.c - the decoder: weights of the patterns in a block, then the best tags of its gaps. */
#include "vt_model.h"
#include "vt_user_words.h"
#include <string.h>

/* The scores of a block: gap g has its unary at 2g and its pair at 2g + 1. */
typedef struct vt_scores {
  int16_t at[2 * VT_ROOM];
  uint8_t tags[VT_ROOM];
} vt_scores;

/* A pattern's row, added to the scores of four gaps. */
static inline void add_row(int16_t *to, const int8_t *row)
{
  for (int k = 0; k < VT_GRAM_WIDTH; k++) to[k] = (int16_t)(to[k] + row[k]);
}

static void add_grams(vt_scores *s, const vt_model *m, int c, const vt_block *b)
{
  uint32_t end = VT_LEFT + b->count;
  for (uint32_t i = VT_LEFT - 2; i <= end; i++)
    add_row(s->at + 2 * (i - 1), m->single[c] + (size_t)b->sym[i] * VT_GRAM_WIDTH);
  for (uint32_t i = VT_LEFT - 3; i < end; i++) {
    for (int kind = 0; kind < VT_GRAM_KINDS; kind++) {
      const int8_t *row = vt_weights_row(&m->grams, c, vt_gram_key(b, i, kind), VT_GRAM_WIDTH);
      if (row != NULL) add_row(s->at + 2 * i, row);
    }
  }
}

/* What the patterns of gap g itself add to its unary and pair score. */
static inline void add_gap(const vt_model *m, int c, const vt_block *b, uint32_t g, int *unary,
                           int *pair)
{
  const int8_t *view = m->views[c] + vt_gap_view(b, g) * VT_GAP_WIDTH;
  *unary += view[0];
  *pair += view[1];
  for (int kind = 0; kind < VT_GAP_KINDS; kind++) {
    const int8_t *row = vt_weights_row(&m->gaps, c, vt_gap_key(b, g, kind), VT_GAP_WIDTH);
    if (row == NULL) continue;
    *unary += row[0];
    *pair += row[1];
  }
}

enum { FREE = 0, JOIN = 1, APART = 2, NEVER = 1 << 24 };

/* Viterbi over two tags. Only the lead of tag 1 over tag 0 is kept, and for each gap which tag came
 * before, had it tag 0 (bit 0) or 1 (bit 1); then the tags are read off backward. */
static void decode(vt_scores *s, const vt_model *m, int c, const vt_block *b, const uint8_t *force)
{
  uint32_t end = VT_LEFT + b->count;
  int lead = -NEVER;
  for (uint32_t g = VT_LEFT + 1; g < end; g++) {
    int unary = s->at[2 * g], pair = s->at[2 * g + 1];
    uint8_t from0 = lead > 0;
    if (force[g] == FREE) {
      add_gap(m, c, b, g, &unary, &pair);
      uint8_t from1 = lead + pair > 0;
      lead = unary + (from1 ? lead + pair : 0) - (from0 ? lead : 0);
      s->tags[g] = (uint8_t)(from0 | from1 << 1);
    } else {
      s->tags[g] = (uint8_t)(from0 | from0 << 1);
      lead = force[g] == JOIN ? NEVER : -NEVER;
    }
  }
  uint8_t tag = lead > 0;
  for (uint32_t g = end - 1; g > VT_LEFT; g--) {
    uint8_t before = s->tags[g] >> tag & 1;
    s->tags[g] = tag;
    tag = before;
  }
}

typedef struct vt_pass {
  const vt_model *model;
  const vt_user_words *user;
  int convention; /* 0 UD, 1 VLSP */
  vt_text text;
  const vt_tokens *tokens;
} vt_pass;

/* Which tags are settled: gaps beside tokens that never join, and the caller's words. Returns the
 * count of tokens, less where the last of the caller's words would be cut. */
static uint32_t settle(const vt_pass *p, uint8_t *force, uint32_t first, uint32_t count,
                       uint32_t last)
{
  const vt_token *t = p->tokens->items + first;
  force[VT_LEFT] = APART;
  for (uint32_t i = 1; i < count; i++)
    force[VT_LEFT + i] = vt_token_joins(&t[i - 1]) && vt_token_joins(&t[i]) ? FREE : APART;
  for (uint32_t i = 0; p->user != NULL && i < count;) {
    bool apart = false;
    uint32_t len =
        vt_user_words_match(p->user, p->tokens->ids + first + i, last - first - i, &apart);
    if (len > count - i && i > 0) return i;
    if (len > 0) {
      if (!apart) force[VT_LEFT + i] = APART;
      for (uint32_t k = 1; k < len; k++) force[VT_LEFT + i + k] = apart ? APART : JOIN;
      if (!apart && i + len < count) force[VT_LEFT + i + len] = APART;
    }
    i += len > 0 ? len : 1;
  }
  return count;
}

static void add_words(vt_runs *out, const vt_scores *s, uint32_t first, uint32_t count)
{
  vt_run word = { first, 1 };
  for (uint32_t i = 1; i < count; i++) {
    if (s->tags[VT_LEFT + i]) {
      word.count++;
      continue;
    }
    out->items[out->count++] = word;
    word = (vt_run){ first + i, 1 };
  }
  out->items[out->count++] = word;
}

static void segment_sentence(const vt_pass *p, vt_run sentence, vt_runs *out)
{
  vt_block block;
  vt_scores scores;
  uint8_t force[VT_ROOM];
  bool nocase = vt_sentence_nocase(p->tokens, sentence);
  uint32_t last = sentence.first + sentence.count;
  for (uint32_t first = sentence.first; first < last;) {
    uint32_t count = vt_block_cut(p->tokens, first, last);
    count = settle(p, force, first, count, last);
    vt_block_fill(&block, &p->model->seen, p->text, p->tokens, sentence, first, count, nocase);
    memset(scores.at, 0, 2 * (count + VT_LEFT + 4) * sizeof scores.at[0]);
    add_grams(&scores, p->model, p->convention, &block);
    decode(&scores, p->model, p->convention, &block, force);
    add_words(out, &scores, first, count);
    first += count;
  }
}

vitext_status vt_words_find(const vt_alloc *a, const vt_lexicon *lex, const vt_model *model,
                            const vt_user_words *user, int32_t convention, vt_text text,
                            const vt_tokens *tokens, const vt_runs *sentences, vt_runs *out)
{
  (void)lex; /* the model knows the ids of its spellings */
  *out = (vt_runs){ 0 };
  if (convention != VITEXT_CONVENTION_UD && convention != VITEXT_CONVENTION_VLSP)
    return VITEXT_E_ARGUMENT;
  if (tokens->count == 0) return VITEXT_OK;
  out->items = vt_new(a, tokens->count, sizeof out->items[0]); /* a word has a token at least */
  if (out->items == NULL) return VITEXT_E_MEMORY;
  out->cap = tokens->count;
  vt_pass p = { model, user, convention - VITEXT_CONVENTION_UD, text, tokens };
  for (uint32_t i = 0; i < sentences->count; i++)
    if (sentences->items[i].count > 0) segment_sentence(&p, sentences->items[i], out);
  return VITEXT_OK;
}
