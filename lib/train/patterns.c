/* patterns.c - the blocks of all sentences, with their patterns as rows of weights. */
#include <stdlib.h>
#include "vt_train.h"

/* How often a key was seen, then its row: open addressing, key + 1 so that 0 is empty. */
typedef struct counter {
  struct cell {
    uint64_t key;
    uint32_t value;
  } * cells;
  uint64_t mask, used;
} counter;

static struct cell *cell_of(counter *t, uint64_t key)
{
  uint64_t at = vt_hash_mix(key) & t->mask;
  while (t->cells[at].key != 0 && t->cells[at].key != key + 1) at = (at + 1) & t->mask;
  return &t->cells[at];
}

static void counter_grow(counter *t)
{
  counter larger = { NULL, t->mask * 2 + 1, t->used };
  larger.cells = train_new((size_t)larger.mask + 1, sizeof *larger.cells);
  for (uint64_t i = 0; t->cells != NULL && i <= t->mask; i++)
    if (t->cells[i].key != 0) *cell_of(&larger, t->cells[i].key - 1) = t->cells[i];
  train_release(t->cells);
  *t = larger;
}

static void count_key(counter *t, uint64_t key)
{
  if (key == 0) return; /* no pattern */
  if (t->cells == NULL || t->used * 3 > t->mask * 2) counter_grow(t);
  struct cell *c = cell_of(t, key);
  if (c->key == 0) {
    c->key = key + 1;
    t->used++;
  }
  c->value++;
}

typedef struct maker {
  train_patterns *out;
  counter grams, gaps;
  uint32_t least;
} maker;

static bool open_gap(const train_sentence *s, uint32_t t)
{
  return vt_token_joins(&s->tokens.items[t - 1]) && vt_token_joins(&s->tokens.items[t]);
}

static void count_block(maker *m, const vt_block *b, const train_sentence *s, uint32_t first)
{
  for (uint32_t i = VT_LEFT - 3; i < VT_LEFT + b->count; i++)
    for (int k = 0; k < VT_GRAM_KINDS; k++) count_key(&m->grams, vt_gram_key(b, i, k));
  for (uint32_t i = 1; i < b->count; i++)
    for (int k = 0; open_gap(s, first + i) && k < VT_GAP_KINDS; k++)
      count_key(&m->gaps, vt_gap_key(b, VT_LEFT + i, k));
}

/* Row of a key seen often enough, given out in the order of the text; else 0. */
static uint32_t row_of(counter *t, uint32_t least, void *keys_of, uint64_t key)
{
  VT_VEC(uint64_t) *keys = keys_of;
  if (key == 0) return 0;
  struct cell *c = cell_of(t, key);
  static const uint32_t is_row = 1u << 31;
  if (c->value & is_row) return c->value & ~is_row;
  if (c->value < least) return 0;
  train_room(keys);
  keys->items[keys->count] = key;
  c->value = (uint32_t)keys->count | is_row;
  return (uint32_t)keys->count++;
}

static void add_block(maker *m, const vt_block *b, const train_sentence *s, uint32_t first)
{
  uint32_t n = b->count;
  train_block x = { .count = n, .convention = s->convention };
  x.gold = train_new(n, 1);
  x.open = train_new(n, 1);
  x.sym = train_new(n + 3, sizeof *x.sym);
  x.view = train_new(n, sizeof *x.view);
  x.sides = train_new((size_t)n * 2, sizeof *x.sides);
  x.grams = train_new((size_t)(n + 3) * VT_GRAM_KINDS, sizeof *x.grams);
  x.gaps = train_new((size_t)n * VT_GAP_KINDS, sizeof *x.gaps);
  for (uint32_t i = 0; i < n + 3; i++) x.sym[i] = b->sym[VT_LEFT - 2 + i];
  for (uint32_t i = 0; i < n + 3; i++)
    for (int k = 0; k < VT_GRAM_KINDS; k++)
      x.grams[i * VT_GRAM_KINDS + (uint32_t)k] =
          row_of(&m->grams, m->least, &m->out->gram_keys, vt_gram_key(b, VT_LEFT - 3 + i, k));
  for (uint32_t i = 1; i < n; i++) {
    x.open[i] = open_gap(s, first + i);
    x.gold[i] = x.open[i] && s->joined[first + i];
    x.view[i] = (uint16_t)vt_gap_view(b, VT_LEFT + i);
    if (vt_view_covered(x.view[i])) {
      x.sides[2 * i] = vt_side_left(b->sym[VT_LEFT + i - 1], x.view[i]) / VT_GAP_WIDTH + 1;
      x.sides[2 * i + 1] = vt_side_right(b->sym[VT_LEFT + i], x.view[i]) / VT_GAP_WIDTH + 1;
    }
    for (int k = 0; x.open[i] && k < VT_GAP_KINDS; k++)
      x.gaps[i * VT_GAP_KINDS + (uint32_t)k] =
          row_of(&m->gaps, m->least, &m->out->gap_keys, vt_gap_key(b, VT_LEFT + i, k));
  }
  train_room(&m->out->blocks);
  m->out->blocks.items[m->out->blocks.count++] = x;
}

/* Of text without case, one sentence of three is learned without the guess of its capitals: what
 * it teaches of words alone helps all text, and the guess is not trusted beyond its merit. */
static void each_block(maker *m, const train_corpus *c, const vt_seen *seen,
                       void (*take)(maker *, const vt_block *, const train_sentence *, uint32_t))
{
  vt_block b;
  vt_seen blind = *seen;
  blind.cases.words = NULL;
  for (size_t i = 0; i < c->sentences.count; i++) {
    const train_sentence *s = &c->sentences.items[i];
    vt_text text = { s->bytes, UINT32_MAX };
    bool nocase = vt_sentence_nocase(&s->tokens, s->run);
    for (uint32_t first = 0; first < s->run.count;) {
      uint32_t count = vt_block_cut(&s->tokens, first, s->run.count);
      vt_block_fill(&b, i % 3 == 0 ? &blind : seen, text, &s->tokens, s->run, first, count, nocase,
                    NULL, NULL);
      take(m, &b, s, first);
      first += count;
    }
  }
}

void train_patterns_make(train_patterns *p, const train_corpus *c, const vt_seen *seen,
                         uint32_t least)
{
  maker m = { p, { NULL, (1 << 20) - 1, 0 }, { NULL, (1 << 20) - 1, 0 }, least };
  train_room(&p->gram_keys);
  train_room(&p->gap_keys);
  p->gram_keys.items[p->gram_keys.count++] = 0; /* row 0 */
  p->gap_keys.items[p->gap_keys.count++] = 0;
  each_block(&m, c, seen, count_block);
  each_block(&m, c, seen, add_block);
  train_release(m.grams.cells);
  train_release(m.gaps.cells);
}
