/* learn.c - a structured averaged perceptron: decode each block with the weights so far; where the
 * tags differ from the gold ones, patterns of the gold tags gain one and those of the guess lose
 * one. The result is the sum of the weights over all steps: an average, in whole numbers. It is
 * summed over several runs as well, each with an order of its own, which evens out their luck.
 *
 * A guess must not only lose against the gold tags but lose clearly: while learning, each wrong tag
 * gets a margin on top of its score, so that weights go on changing until what is right leads by as
 * much (large-margin learning; Taskar and others 2003, with Hamming loss). */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "vt_train.h"

/* Weights of one kind of row, the sum of each change times the step it came at, and the sum of the
 * weights over the steps of the runs that are done. */
typedef struct rows {
  int32_t *now[TRAIN_LAYERS];
  int64_t *late[TRAIN_LAYERS], *sum[TRAIN_LAYERS];
  size_t count;
  uint32_t width;
} rows;

typedef struct learner {
  rows grams, gaps, single, sides, views;
  int32_t *scores; /* two for each gap, from gap -4 on */
  int8_t *change;  /* the same, what an update adds */
  uint8_t *from, *tags;
  int64_t step;
} learner;

static rows rows_new(size_t count, uint32_t width)
{
  rows r = { .count = count * width, .width = width };
  for (int l = 0; l < TRAIN_LAYERS; l++) {
    r.now[l] = train_new(r.count, sizeof *r.now[l]);
    r.late[l] = train_new(r.count, sizeof *r.late[l]);
    r.sum[l] = train_new(r.count, sizeof *r.sum[l]);
  }
  return r;
}

static void add(const rows *r, uint32_t row, int layer, int32_t *to)
{
  const int32_t *both = r->now[0] + (size_t)row * r->width;
  const int32_t *one = r->now[layer] + (size_t)row * r->width;
  for (uint32_t k = 0; k < r->width; k++) to[k] += both[k] + one[k];
}

static void update(rows *r, uint32_t row, int layer, const int8_t *change, int64_t step)
{
  size_t at = (size_t)row * r->width;
  for (int twice = 0; twice < 2; twice++) {
    int l = twice ? layer : 0;
    for (uint32_t k = 0; k < r->width; k++) {
      r->now[l][at + k] += change[k];
      r->late[l][at + k] += change[k] * step;
    }
  }
}

enum { PAD = 4 };
static int32_t *gap_scores(learner *m, uint32_t g)
{
  return m->scores + 2 * (g + PAD);
}
static int8_t *gap_change(learner *m, uint32_t g)
{
  return m->change + 2 * (g + PAD);
}

static void score(learner *m, const train_block *b)
{
  int layer = 1 + b->convention;
  memset(m->scores, 0, 2 * (b->count + 3 * PAD) * sizeof *m->scores);
  for (uint32_t i = 0; i < b->count + 3; i++) {
    /* sym[i] is that of token i - 2, whose row begins at gap i - 3; gram i begins there too */
    int32_t *to = m->scores + 2 * (i + PAD - 3);
    add(&m->single, b->sym[i], layer, to);
    for (uint32_t k = 0; k < VT_GRAM_KINDS; k++) {
      uint32_t row = b->grams[i * VT_GRAM_KINDS + k];
      if (row != 0) add(&m->grams, row, layer, to);
    }
  }
  for (uint32_t g = 1; g < b->count; g++) {
    if (!b->open[g]) continue;
    add(&m->views, b->view[g], layer, gap_scores(m, g));
    for (uint32_t k = 0; k < 2 && b->sides[2 * g] != 0; k++)
      add(&m->sides, b->sides[2 * g + k] - 1, layer, gap_scores(m, g));
    for (uint32_t k = 0; k < VT_GAP_KINDS; k++) {
      uint32_t row = b->gaps[g * VT_GAP_KINDS + k];
      if (row != 0) add(&m->gaps, row, layer, gap_scores(m, g));
    }
  }
}

/* As decode in lib/segment/segment.c. */
static void decode(learner *m, const train_block *b)
{
  const int32_t never = 1 << 28;
  int32_t lead = -never;
  for (uint32_t g = 1; g < b->count; g++) {
    int32_t unary = gap_scores(m, g)[0], pair = gap_scores(m, g)[1];
    uint8_t from0 = lead > 0, from1 = lead + pair > 0;
    m->from[g] = (uint8_t)(from0 | from1 << 1);
    lead = b->open[g] ? unary + (from1 ? lead + pair : 0) - (from0 ? lead : 0) : -never;
  }
  uint8_t tag = lead > 0;
  m->tags[0] = 0;
  for (uint32_t g = b->count - 1; g > 0; g--) {
    uint8_t before = m->from[g] >> tag & 1;
    m->tags[g] = tag;
    tag = before;
  }
}

/* The margin of a wrong tag, taken from the gold one's unary score or added to the other's. */
static void add_margin(learner *m, const train_block *b, int32_t margin)
{
  for (uint32_t g = 1; g < b->count; g++) gap_scores(m, g)[0] += b->gold[g] ? -margin : margin;
}

static bool find_change(learner *m, const train_block *b)
{
  bool any = false;
  memset(m->change, 0, 2 * (b->count + 3 * PAD));
  for (uint32_t g = 1; g < b->count; g++) {
    int8_t *c = gap_change(m, g);
    c[0] = (int8_t)(b->gold[g] - m->tags[g]);
    c[1] = (int8_t)((b->gold[g] & b->gold[g - 1]) - (m->tags[g] & m->tags[g - 1]));
    any = any || c[0] != 0 || c[1] != 0;
  }
  return any;
}

static bool row_changes(const int8_t *c)
{
  uint64_t eight;
  memcpy(&eight, c, sizeof eight);
  return eight != 0;
}

static void apply_change(learner *m, const train_block *b)
{
  int layer = 1 + b->convention;
  for (uint32_t i = 0; i < b->count + 3; i++) {
    const int8_t *c = m->change + 2 * (i + PAD - 3);
    if (!row_changes(c)) continue;
    update(&m->single, b->sym[i], layer, c, m->step);
    for (uint32_t k = 0; k < VT_GRAM_KINDS; k++) {
      uint32_t row = b->grams[i * VT_GRAM_KINDS + k];
      if (row != 0) update(&m->grams, row, layer, c, m->step);
    }
  }
  for (uint32_t g = 1; g < b->count; g++) {
    const int8_t *c = gap_change(m, g);
    if (!b->open[g] || (c[0] == 0 && c[1] == 0)) continue;
    update(&m->views, b->view[g], layer, c, m->step);
    for (uint32_t k = 0; k < 2 && b->sides[2 * g] != 0; k++)
      update(&m->sides, b->sides[2 * g + k] - 1, layer, c, m->step);
    for (uint32_t k = 0; k < VT_GAP_KINDS; k++) {
      uint32_t row = b->gaps[g * VT_GAP_KINDS + k];
      if (row != 0) update(&m->gaps, row, layer, c, m->step);
    }
  }
}

static uint64_t next_random(uint64_t *state)
{
  *state += 0x9E3779B97F4A7C15u; /* splitmix64, Steele et al. 2014 */
  uint64_t z = *state;
  z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
  z = (z ^ z >> 27) * 0x94D049BB133111EBu;
  return z ^ z >> 31;
}

void train_shuffle(uint32_t *order, size_t count, uint64_t *random)
{
  for (size_t i = count; i > 1; i--) {
    size_t k = (size_t)(next_random(random) % i);
    uint32_t t = order[i - 1];
    order[i - 1] = order[k];
    order[k] = t;
  }
}

/* End a run: the sum over its steps of a weight is now * steps less the late changes. */
static void sum_up(const learner *m, rows *r)
{
  for (int l = 0; l < TRAIN_LAYERS; l++) {
    for (size_t i = 0; i < r->count; i++) r->sum[l][i] += r->now[l][i] * m->step - r->late[l][i];
    memset(r->now[l], 0, r->count * sizeof *r->now[l]);
    memset(r->late[l], 0, r->count * sizeof *r->late[l]);
  }
}

/* One pass over the blocks in a new order; returns how many were wrong or right by too little. */
static size_t pass(learner *m, const train_patterns *p, int32_t margin, uint32_t *order,
                   uint64_t *random)
{
  size_t wrong = 0;
  train_shuffle(order, p->blocks.count, random);
  for (size_t i = 0; i < p->blocks.count; i++, m->step++) {
    const train_block *b = &p->blocks.items[order[i]];
    score(m, b);
    add_margin(m, b, margin);
    decode(m, b);
    if (!find_change(m, b)) continue;
    apply_change(m, b);
    wrong++;
  }
  return wrong;
}

static void give(const rows *r, int64_t **out)
{
  for (int l = 0; l < TRAIN_LAYERS; l++) out[l] = r->sum[l];
}

void train_learn(const train_patterns *p, const train_settings *s, uint32_t symbols,
                 train_weights *out)
{
  learner m = { .grams = rows_new(p->gram_keys.count, VT_GRAM_WIDTH),
                .gaps = rows_new(p->gap_keys.count, VT_GAP_WIDTH),
                .single = rows_new(symbols, VT_GRAM_WIDTH),
                .sides = rows_new(symbols * (VT_SIDE_WIDTH / VT_GAP_WIDTH), VT_GAP_WIDTH),
                .views = rows_new(VT_VIEWS, VT_GAP_WIDTH) };
  m.scores = train_new(2 * VT_ROOM + 64, sizeof *m.scores);
  m.change = train_new(2 * VT_ROOM + 64, 1);
  m.from = train_new(VT_ROOM, 1);
  m.tags = train_new(VT_ROOM, 1);
  uint32_t *order = train_new(p->blocks.count, sizeof *order);
  for (size_t i = 0; i < p->blocks.count; i++) order[i] = (uint32_t)i;
  uint64_t random = s->seed;
  rows *all[] = { &m.grams, &m.gaps, &m.single, &m.sides, &m.views };
  const int32_t margin = (int32_t)s->margin;
  for (uint32_t run = 0; run < s->runs; run++) {
    size_t wrong = 0;
    m.step = 0;
    for (uint32_t k = 0; k < s->passes; k++) wrong = pass(&m, p, margin, order, &random);
    fprintf(stderr, "run %u: %zu of %zu blocks not clearly right in the last pass\n", run + 1,
            wrong, p->blocks.count);
    for (size_t k = 0; k < sizeof all / sizeof all[0]; k++) sum_up(&m, all[k]);
  }
  give(&m.grams, out->grams);
  give(&m.gaps, out->gaps);
  give(&m.single, out->single);
  give(&m.sides, out->sides);
  give(&m.views, out->views);
}
