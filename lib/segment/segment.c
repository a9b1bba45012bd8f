/* segment.c - the decoder: weights of the patterns in a block, then the best tags of its gaps. */
#include "vt_model.h"
#include "vt_user_words.h"
#include <string.h>

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
  const uint32_t view = vt_gap_view(b, g);
  const int8_t *row = m->views[c] + view * VT_GAP_WIDTH;
  *unary += row[0];
  *pair += row[1];
  if (vt_view_covered(view)) {
    const int8_t *left = m->sides[c] + vt_side_left(b->sym[g - 1], view),
                 *right = m->sides[c] + vt_side_right(b->sym[g], view);
    *unary += left[0] + right[0];
    *pair += left[1] + right[1];
  }
  if (b->view[g] & VT_VIEW_BOTH) add_pattern(m, c, b, g, VT_GAP_BOTH, unary, pair);
  if (vt_shapes_small(b, g)) return;
  add_pattern(m, c, b, g, VT_GAP_SHAPES, unary, pair);
  add_pattern(m, c, b, g, VT_GAP_VIEW_SHAPES, unary, pair);
}

enum { NEVER = 1 << 24 }; /* more than all weights of a block */

/* The best tags of a block's gaps; gap 0 is 0. Of the two best sums, of the paths that end in tag 0
 * and in tag 1, only the lead of the second is kept, and for each gap which tag came before, had it
 * tag 0 (bit 0) or 1 (bit 1). */
static void decode(uint8_t *from, const vt_sums *s, const vt_model *m, int c, const vt_block *b,
                   int *lead_out)
{
  const uint32_t end = VT_LEFT + b->count;
  int lead = -NEVER;
  for (uint32_t g = VT_LEFT + 1; g < end; g++) {
    const uint8_t from0 = lead > 0;
    if (!(b->view[g] & VT_VIEW_OPEN)) {
      from[g] = (uint8_t)(from0 | from0 << 1);
      lead = b->view[g] & VT_VIEW_JOIN ? NEVER : -NEVER;
      continue;
    }
    int unary = s->at[2 * g], pair = s->at[2 * g + 1];
    add_gap(m, c, b, g, &unary, &pair);
    const uint8_t from1 = lead + pair > 0;
    from[g] = (uint8_t)(from0 | from1 << 1);
    lead = unary + (from1 ? lead + pair : 0) - (from0 ? lead : 0);
  }
  *lead_out = lead;
}

/* Read the tags off backward; the words from token first on go to out. */
static void add_words(vt_runs *out, const uint8_t *from, const vt_block *b, int lead,
                      uint32_t first)
{
  uint16_t begins[VT_BLOCK + 1];
  uint32_t at = VT_BLOCK;
  unsigned tag = lead > 0;
  begins[at] = (uint16_t)b->count;
  for (uint32_t g = b->count - 1; g > 0; g--) {
    begins[at - 1] = (uint16_t)g;
    at -= 1 - tag;
    tag = from[VT_LEFT + g] >> tag & 1;
  }
  begins[--at] = 0;
  vt_run *to = out->items + out->count;
  for (; at < VT_BLOCK; at++, to++) {
    to->first = first + begins[at];
    to->count = (uint32_t)begins[at + 1] - begins[at];
  }
  out->count = (uint32_t)(to - out->items);
}

typedef struct vt_pass {
  const vt_model *model;
  const vt_user_words *user;
  int convention; /* 0 UD, 1 VLSP */
  vt_text text;
  const vt_tokens *tokens;
} vt_pass;

enum { FREE, APART, JOIN };

/* What the caller's words settle of the gaps of a block. Returns the count of its tokens, less
 * where the last of these words would be cut. */
static uint32_t settle(const vt_pass *p, uint8_t *force, uint32_t first, uint32_t count,
                       uint32_t last)
{
  memset(force, FREE, count);
  for (uint32_t i = 0; i < count;) {
    bool apart = false;
    const uint32_t len =
        vt_user_words_match(p->user, p->tokens->ids + first + i, last - first - i, &apart);
    if (len > count - i && i > 0) return i;
    if (len > 0) {
      if (!apart) force[i] = APART;
      for (uint32_t k = 1; k < len; k++) force[i + k] = apart ? APART : JOIN;
      if (!apart && i + len < count) force[i + len] = APART;
    }
    i += len > 0 ? len : 1;
  }
  return count;
}

static void mark_settled(vt_block *b, const uint8_t *force)
{
  for (uint32_t i = 0; i < b->count; i++) {
    uint16_t *view = &b->view[VT_LEFT + i];
    if (force[i] == FREE) continue;
    *view = (uint16_t)(*view & ~(unsigned)VT_VIEW_OPEN);
    if (force[i] == JOIN) *view |= VT_VIEW_JOIN;
  }
}

static void segment_sentence(const vt_pass *p, vt_run sentence, vt_runs *out)
{
  vt_block block;
  vt_sums sums;
  uint8_t force[VT_ROOM], from[VT_ROOM];
  const vt_model *m = p->model;
  const int c = p->convention;
  const vt_gram_rows rows = { m->single[c], m->grams[c] };
  const bool nocase = vt_sentence_nocase(p->tokens, sentence);
  const uint32_t last = sentence.first + sentence.count;
  for (uint32_t first = sentence.first; first < last;) {
    uint32_t count = vt_block_cut(p->tokens, first, last);
    if (p->user != NULL) count = settle(p, force, first, count, last);
    vt_block_fill(&block, &m->seen, p->text, p->tokens, sentence, first, count, nocase, &rows,
                  &sums);
    if (p->user != NULL) mark_settled(&block, force);
    int lead;
    decode(from, &sums, m, c, &block, &lead);
    add_words(out, from, &block, lead, first);
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
  size_t size; /* a word has a token at least */
  if (!vt_mul_size(tokens->count, sizeof out->items[0], &size)) return VITEXT_E_MEMORY;
  out->items = vt_resize(a, NULL, 0, size);
  if (out->items == NULL) return VITEXT_E_MEMORY;
  out->cap = tokens->count;
  vt_pass p = { model, user, convention - VITEXT_CONVENTION_UD, text, tokens };
  for (uint32_t i = 0; i < sentences->count; i++)
    if (sentences->items[i].count > 0) segment_sentence(&p, sentences->items[i], out);
  return VITEXT_OK;
}
