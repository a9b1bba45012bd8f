/* segment.c - the decoder: weights of the patterns in a block, then the best tags of its gaps. */
#include "vt_model.h"
#include "vt_simd.h"
#include "vt_user_words.h"
#include <string.h>

/* The rows of a model that are looked up by gap, of one convention. */
typedef struct gap_rows {
  const int8_t *views, *sides, *both, *shapes;
  const uint16_t *first, *columns; /* of shapes */
  const vt_gram_trie *trie;
} gap_rows;

static gap_rows rows_of(const vt_model *m, int c)
{
  return (gap_rows){ m->views[c],     m->sides[c],       m->both[c],   m->shapes.rows[c],
                     m->shapes.first, m->shapes.columns, &m->seen.trie };
}

typedef struct score {
  int unary, pair;
} score;

VT_INLINE void add_row(score *s, const int8_t *row)
{
  s->unary += row[0];
  s->pair += row[1];
}

VT_INLINE void add_shapes(score *s, const gap_rows *r, uint32_t context, uint32_t column)
{
  const uint32_t place = r->first[context] + column;
  if (r->columns[place] == column) add_row(s, r->shapes + (size_t)place * VT_GAP_WIDTH);
}

/* What is seen at gap g itself adds to its score. shapes: see vt_shape_window. */
VT_INLINE void add_gap(score *s, const gap_rows *r, const vt_block *b, uint32_t g, uint32_t shapes)
{
  const uint32_t view = vt_gap_view(b, g);
  add_row(s, r->views + view * VT_GAP_WIDTH);
  if (vt_view_covered(view)) {
    add_row(s, r->sides + vt_side_left(b->sym[g - 1], view));
    add_row(s, r->sides + vt_side_right(b->sym[g], view));
  }
  if (b->view[g] & VT_VIEW_BOTH) {
    const uint32_t place = vt_trie_view_place(b->both[g], view);
    if (r->trie->columns[place] == (VT_COLUMN_VIEW | view))
      add_row(s, r->both + (size_t)(r->trie->rows[place] - 1) * VT_GAP_WIDTH);
  }
  if (shapes == VT_SHAPES_SMALL) return;
  add_shapes(s, r, vt_context_of_pair(shapes), shapes & 0xFF);
  add_shapes(s, r, vt_context_of_three(shapes), view);
}

enum { NEVER = 1 << 24 }; /* more than all weights of a block */

/* The best tags of a block's gaps; gap 0 is 0. Of the two best sums, of the paths that end in tag 0
 * and in tag 1, only the lead of the second is kept, and for each gap which tag came before, had it
 * tag 0 (bit 0) or 1 (bit 1). */
static int decode(uint8_t *from, const vt_sums *s, const vt_model *m, int c, const vt_block *b)
{
  const uint32_t end = VT_LEFT + b->count;
  const gap_rows rows = rows_of(m, c);
  uint32_t shapes = vt_shape_window(b, VT_LEFT);
  int lead = -NEVER;
  for (uint32_t g = VT_LEFT + 1; g < end; g++) {
    const uint8_t from0 = lead > 0;
    shapes = vt_shape_next(shapes, b, g);
    if (!(b->view[g] & VT_VIEW_OPEN)) {
      from[g] = (uint8_t)(from0 | from0 << 1);
      lead = b->view[g] & VT_VIEW_JOIN ? NEVER : -NEVER;
      continue;
    }
    score at = { s->at[2 * g], s->at[2 * g + 1] };
    add_gap(&at, &rows, b, g, shapes);
    const int joined = lead + at.pair;
    from[g] = (uint8_t)(from0 | (joined > 0) << 1);
    lead = at.unary + (joined > 0 ? joined : 0) - (lead > 0 ? lead : 0);
  }
  return lead;
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
    const int lead = decode(from, &sums, m, c, &block);
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
