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

/* What is seen at gap g itself adds to its score. */
VT_INLINE void add_gap(score *s, const gap_rows *r, const vt_block *b, uint32_t g)
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
  if (vt_shapes_are_small(b, g)) return;
  const uint32_t shapes = vt_shape_window(b, g);
  add_shapes(s, r, vt_context_of_pair(shapes), shapes & 0xFF);
  add_shapes(s, r, vt_context_of_three(shapes), view);
}

enum { NEVER = 1 << 24 }; /* more than all weights of a block */

/* Tags of up to 63 gaps, if the last of them has tag 0 or 1, from bit 1 on; bit 0: the tag of the
 * gap before them. */
typedef struct vt_path {
  uint64_t to[2];
} vt_path;
enum { PATH_GAPS = 63, PATHS = VT_BLOCK / PATH_GAPS + 1 };

/* x where it is negative, else 0; a choice that no branch foresees. */
VT_INLINE int32_t negative(int32_t x)
{
  return x & -(x < 0);
}

/* lag: how far the best path to tag 1 lies behind the best to tag 0, at the gap before g and, what
 * is returned, at the last before end. */
VT_INLINE int32_t follow(vt_path *path, int32_t lag, const vt_sums *s, const gap_rows *r,
                         const vt_block *b, uint32_t g, uint32_t end)
{
  const int16_t *sums = s->at + 2 * g;
  uint64_t to0 = 0, to1 = 1;
  for (uint64_t bit = 2; g < end; g++, bit <<= 1, sums += VT_GAP_WIDTH) {
    if (!(b->view[g] & VT_VIEW_OPEN)) {
      to0 = lag < 0 ? to1 : to0;
      to1 = to0 | bit;
      lag = b->view[g] & VT_VIEW_JOIN ? -NEVER : NEVER;
      continue;
    }
    score at = { sums[0], sums[1] };
    add_gap(&at, r, b, g);
    const int32_t joined = lag - at.pair;
    const uint64_t before = lag < 0 ? to1 : to0;
    to1 = (joined < 0 ? to1 : to0) | bit;
    to0 = before;
    lag = negative(joined) - negative(lag) - at.unary;
  }
  *path = (vt_path){ { to0, to1 } };
  return lag;
}

/* The best tags of a block's gaps as paths, to[0] of each; returns how many. Gap 0 has tag 0. */
static uint32_t decode(vt_path *paths, const vt_sums *s, const gap_rows *rows, const vt_block *b)
{
  const uint32_t end = VT_LEFT + b->count;
  int32_t lag = NEVER;
  uint32_t count = 0;
  for (uint32_t g = VT_LEFT + 1; g < end; g += PATH_GAPS) {
    const uint32_t stop = end - g < PATH_GAPS ? end : g + PATH_GAPS;
    lag = follow(&paths[count++], lag, s, rows, b, g, stop);
  }
  unsigned tag = lag < 0;
  for (uint32_t i = count; i > 0; i--) {
    paths[i - 1].to[0] = paths[i - 1].to[tag];
    tag = paths[i - 1].to[0] & 1;
  }
  return count;
}

/* The words from token first on go to out. */
static void add_words(vt_runs *out, const vt_path *paths, uint32_t count, uint32_t first,
                      uint32_t end)
{
  vt_run *to = out->items + out->count;
  uint32_t word = first, gaps = end - first - 1;
  for (uint32_t i = 0; i < count; i++, gaps -= PATH_GAPS, first += PATH_GAPS) {
    uint64_t begins = ~paths[i].to[0] >> 1;
    if (gaps < PATH_GAPS) begins &= ((uint64_t)1 << gaps) - 1;
    for (; begins != 0; begins &= begins - 1) {
      const uint32_t next = first + 1 + vt_lowest_bit_64(begins);
      *to++ = (vt_run){ word, next - word };
      word = next;
    }
  }
  *to++ = (vt_run){ word, end - word };
  out->count = (uint32_t)(to - out->items);
}

typedef struct vt_pass {
  const vt_model *model;
  const vt_user_words *user;
  vt_text text;
  const vt_tokens *tokens;
  vt_gram_rows grams;
  gap_rows gaps;
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
  vt_path paths[PATHS];
  uint8_t force[VT_ROOM];
  const bool nocase = vt_sentence_nocase(p->tokens, sentence);
  const uint32_t last = sentence.first + sentence.count;
  for (uint32_t first = sentence.first; first < last;) {
    uint32_t count = vt_block_cut(p->tokens, first, last);
    if (p->user != NULL) count = settle(p, force, first, count, last);
    vt_block_fill(&block, &p->model->seen, p->text, p->tokens, sentence, first, count, nocase,
                  &p->grams, &sums);
    if (p->user != NULL) mark_settled(&block, force);
    const uint32_t found = decode(paths, &sums, &p->gaps, &block);
    add_words(out, paths, found, first, first + count);
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
  const int c = convention - VITEXT_CONVENTION_UD;
  const vt_pass p = {
    model, user, text, tokens, { model->single[c], model->grams[c] }, rows_of(model, c)
  };
  for (uint32_t i = 0; i < sentences->count; i++)
    if (sentences->items[i].count > 0) segment_sentence(&p, sentences->items[i], out);
  return VITEXT_OK;
}
