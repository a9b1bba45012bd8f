/* segment.c - the decoder: weights of the patterns in a block, then the best tags of its gaps. */
#include "vt_model.h"
#include "vt_user_words.h"
#include <string.h>

/* Weights of the single symbols; those of longer grams are added while the block is filled. */
static void add_singles(vt_sums *s, const int8_t *single, const vt_block *b)
{
  const uint32_t end = VT_LEFT + b->count;
  for (uint32_t i = VT_LEFT - 2; i <= end; i++)
    vt_add_row(s->at + 2 * (i - 1), single + (size_t)b->sym[i] * VT_GRAM_WIDTH);
}

static inline void add_pattern(const vt_model *m, int c, const vt_block *b, uint32_t g, int kind,
                               int *unary, int *pair)
{
  const uint64_t key = vt_gap_key(b, g, kind);
  const int8_t *row = key == 0 ? NULL : vt_weights_row(&m->gaps, c, key, VT_GAP_WIDTH);
  if (row == NULL) return;
  *unary += row[0];
  *pair += row[1];
}

/* What is seen at gap g itself adds to its unary and pair score. */
static inline void add_gap(const vt_model *m, int c, const vt_block *b, uint32_t g, int *unary,
                           int *pair)
{
  const int8_t *view = m->views[c] + vt_gap_view(b, g) * VT_GAP_WIDTH;
  *unary += view[0];
  *pair += view[1];
  if (b->mask[g] != 0) {
    const int8_t *left = m->sides[c] + vt_side_left(b, g),
                 *right = m->sides[c] + vt_side_right(b, g);
    *unary += left[0] + right[0];
    *pair += left[1] + right[1];
  }
  add_pattern(m, c, b, g, VT_GAP_SHAPES, unary, pair);
  add_pattern(m, c, b, g, VT_GAP_VIEW_SHAPES, unary, pair);
  if (b->both[g]) add_pattern(m, c, b, g, VT_GAP_BOTH, unary, pair);
}

enum { FREE = 0, JOIN = 1, APART = 2, NEVER = 1 << 24 };

/* Viterbi over two tags. Only the lead of tag 1 over tag 0 is kept, and for each gap which tag came
 * before, had it tag 0 (bit 0) or 1 (bit 1); then the tags are read off backward. */
static void decode(uint8_t *tags, const vt_sums *s, const vt_model *m, int c, const vt_block *b,
                   const uint8_t *force)
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
      tags[g] = (uint8_t)(from0 | from1 << 1);
    } else {
      tags[g] = (uint8_t)(from0 | from0 << 1);
      lead = force[g] == JOIN ? NEVER : -NEVER;
    }
  }
  uint8_t tag = lead > 0;
  for (uint32_t g = end - 1; g > VT_LEFT; g--) {
    uint8_t before = tags[g] >> tag & 1;
    tags[g] = tag;
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
  for (uint32_t i = 1, left = vt_token_joins(&t[0]), right; i < count; i++, left = right) {
    right = vt_token_joins(&t[i]);
    force[VT_LEFT + i] = left & right ? FREE : APART;
  }
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

static void add_words(vt_runs *out, const uint8_t *tags, uint32_t first, uint32_t count)
{
  vt_run word = { first, 1 };
  for (uint32_t i = 1; i < count; i++) {
    if (tags[VT_LEFT + i]) {
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
  vt_sums sums;
  uint8_t force[VT_ROOM], tags[VT_ROOM];
  const vt_model *m = p->model;
  const int c = p->convention;
  bool nocase = vt_sentence_nocase(p->tokens, sentence);
  uint32_t last = sentence.first + sentence.count;
  for (uint32_t first = sentence.first; first < last;) {
    uint32_t count = vt_block_cut(p->tokens, first, last);
    count = settle(p, force, first, count, last);
    memset(sums.at, 0, 2 * (count + VT_LEFT + 4) * sizeof sums.at[0]);
    vt_block_fill(&block, &m->seen, p->text, p->tokens, sentence, first, count, nocase, m->grams[c],
                  &sums);
    add_singles(&sums, m->single[c], &block);
    decode(tags, &sums, m, c, &block, force);
    add_words(out, tags, first, count);
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
