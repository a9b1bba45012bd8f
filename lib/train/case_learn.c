/* case_learn.c - learns where text has capitals: a structured averaged perceptron with a margin, as
 * in learn.c, but with two tags a token, and hashes of neighbours in place of patterns. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "vt_case.h"
#include "vt_train.h"

enum { KEYS = 1 << VT_CASE_KEY_BITS };
enum { PASSES = 10, MARGIN = 20, PAD = 4 };

/* Rows of weights, and of the sum of each change times the step it came at. */
typedef struct rows {
  int32_t *now;
  int64_t *late;
  size_t count, width;
} rows;

typedef struct learner {
  rows words, pairs, always;
  int64_t step;
  uint32_t pair[VT_BLOCK + PAD]; /* by token: row of it and the one before */
  int32_t scores[VT_CASE_SCORES * (VT_BLOCK + 3 * PAD)];  /* from token -PAD on */
  int32_t changes[VT_CASE_SCORES * (VT_BLOCK + 3 * PAD)]; /* the same, of an update */
  uint8_t from[VT_BLOCK], guess[VT_BLOCK], truth[VT_BLOCK];
} learner;

static rows rows_new(size_t count, size_t width)
{
  return (rows){ train_new(count * width, sizeof(int32_t)),
                 train_new(count * width, sizeof(int64_t)), count, width };
}

static void rows_free(const rows *r)
{
  train_release(r->now);
  train_release(r->late);
}

static const int8_t pair_places[VT_CASE_PAIR_WIDTH] = VT_CASE_PAIR_PLACES;

/* Add weights to the scores around those of the word, or of the second of two neighbours. */
static void add_word(const learner *m, int32_t *s, uint16_t word)
{
  const int32_t *w = m->words.now + (size_t)word * VT_CASE_WORD_WIDTH;
  for (int k = 0; k < VT_CASE_WORD_WIDTH; k++) s[VT_CASE_WORD_FROM * VT_CASE_SCORES + k] += w[k];
}

static void add_pair(const learner *m, int32_t *s, uint32_t key)
{
  const int32_t *w = m->pairs.now + (size_t)key * VT_CASE_PAIR_WIDTH;
  for (int k = 0; k < VT_CASE_PAIR_WIDTH; k++) s[pair_places[k]] += w[k];
}

/* Tokens -1 .. count + 1 speak for those of the line: two of the edge are on both sides. */
static void score(learner *m, const uint16_t *sym, uint32_t count)
{
  memset(m->scores, 0, VT_CASE_SCORES * (count + 2 * PAD) * sizeof *m->scores);
  for (uint32_t i = 0; i < count + 3; i++) {
    int32_t *s = m->scores + VT_CASE_SCORES * (PAD - 1 + i);
    m->pair[i] = vt_case_key(sym[i], sym[i + 1]);
    add_word(m, s, sym[i + 1]);
    add_pair(m, s, m->pair[i]);
  }
}

/* The best tags by the scores, where wrong ones get a margin; or of those that gold allows. */
static void decode(learner *m, const uint8_t *gold, uint32_t count, int32_t margin, uint8_t *tags)
{
  const int32_t never = 1 << 28;
  int32_t lead = -never;
  for (uint32_t i = 0; i < count; i++) {
    const int32_t *s = m->scores + VT_CASE_SCORES * (PAD + i);
    const int32_t both = lead + s[1];
    m->from[i] = (uint8_t)((lead > 0) | (both > 0) << 1);
    lead = m->always.now[0] + s[0] + (both > 0 ? both : 0) - (lead > 0 ? lead : 0);
    if (gold[i] == TRAIN_CASE_NONE) lead = -never;
    else if (gold[i] == TRAIN_CASE_SMALL) lead = margin != 0 ? lead + margin : -never;
    else if (gold[i] == TRAIN_CASE_CAPITAL) lead = margin != 0 ? lead - margin : never;
  }
  uint8_t tag = lead > 0;
  for (uint32_t i = count; i-- > 0;) {
    tags[i] = tag;
    tag = m->from[i] >> tag & 1;
  }
}

static void change(const rows *r, size_t row, const int32_t *by, int64_t step)
{
  const size_t at = row * r->width;
  for (size_t k = 0; k < r->width; k++) {
    if (by[k] == 0) continue;
    r->now[at + k] += by[k];
    r->late[at + k] += by[k] * step;
  }
}

static void apply_change(learner *m, const uint16_t *sym, const uint8_t *gold, uint32_t count)
{
  const uint8_t *truth = m->truth, *guess = m->guess;
  int32_t always = 0, pair[VT_CASE_PAIR_WIDTH];
  memset(m->changes, 0, VT_CASE_SCORES * (count + 2 * PAD) * sizeof *m->changes);
  for (uint32_t i = 0; i < count; i++) {
    if (gold[i] == TRAIN_CASE_NONE) continue;
    int32_t *s = m->changes + VT_CASE_SCORES * (PAD + i);
    s[0] = truth[i] - guess[i];
    s[1] = i == 0 ? 0 : (truth[i] & truth[i - 1]) - (guess[i] & guess[i - 1]);
    always += s[0];
  }
  change(&m->always, 0, &always, m->step);
  for (uint32_t i = 0; i < count + 3; i++) {
    const int32_t *s = m->changes + VT_CASE_SCORES * (PAD - 1 + i);
    change(&m->words, sym[i + 1], s + VT_CASE_WORD_FROM * VT_CASE_SCORES, m->step);
    for (int k = 0; k < VT_CASE_PAIR_WIDTH; k++) pair[k] = s[pair_places[k]];
    change(&m->pairs, m->pair[i], pair, m->step);
  }
}

/* Returns whether the line was wrong, or right by too little. */
static bool learn_line(learner *m, const train_case_text *t, train_case_line line, int32_t margin)
{
  const uint8_t *gold = t->gold.items + line.first;
  const uint16_t *sym = t->sym.items + line.first - 2;
  bool wrong = false;
  score(m, sym, line.count);
  decode(m, gold, line.count, margin, m->guess);
  for (uint32_t i = 0; i < line.count; i++)
    wrong = wrong || (gold[i] <= TRAIN_CASE_CAPITAL && gold[i] != m->guess[i]);
  if (!wrong) return false;
  decode(m, gold, line.count, 0, m->truth); /* where either will do, as is best with the others */
  apply_change(m, sym, gold, line.count);
  return true;
}

static int64_t size_of(int64_t w)
{
  return w < 0 ? -w : w;
}

static int64_t size_of_pair(const int64_t *weights, uint32_t key)
{
  int64_t largest = 0;
  for (int k = 0; k < VT_CASE_PAIR_WIDTH; k++) {
    const int64_t size = size_of(weights[(size_t)key * VT_CASE_PAIR_WIDTH + (size_t)k]);
    if (size > largest) largest = size;
  }
  return largest;
}

/* Keys to keep, by the bucket they fall into, heaviest first; where there are too few, its first.
 */
static uint32_t *keep_heaviest(const int64_t *weights)
{
  uint32_t *kept = train_new(VT_CASE_SLOTS, sizeof *kept);
  int64_t *sizes = train_new(VT_CASE_SLOTS, sizeof *sizes);
  for (uint32_t i = 0; i < VT_CASE_SLOTS; i++) kept[i] = i / VT_CASE_BUCKET << VT_CASE_MARK_BITS;
  for (uint32_t key = 0; key < KEYS; key++) {
    uint32_t *bucket = kept + vt_case_bucket(key), at = VT_CASE_BUCKET;
    int64_t *size = sizes + vt_case_bucket(key), own = size_of_pair(weights, key);
    while (at > 0 && own > size[at - 1]) at--;
    if (at == VT_CASE_BUCKET) continue;
    memmove(bucket + at + 1, bucket + at, (VT_CASE_BUCKET - 1 - at) * sizeof *bucket);
    memmove(size + at + 1, size + at, (VT_CASE_BUCKET - 1 - at) * sizeof *size);
    bucket[at] = key;
    size[at] = own;
  }
  train_release(sizes);
  return kept;
}

static int rounded(int64_t w, int64_t unit, int largest)
{
  const int64_t r = (2 * w + (w < 0 ? -unit : unit)) / (2 * unit);
  return (int)(r > largest ? largest : r < -largest ? -largest : r);
}

static uint32_t slot_of(const int64_t *weights, uint32_t key, int64_t unit)
{
  static const uint8_t bits[VT_CASE_PAIR_WIDTH] = VT_CASE_PAIR_BITS;
  uint32_t slot = vt_case_mark(key);
  for (unsigned k = 0, shift = 0; k < VT_CASE_PAIR_WIDTH; shift += bits[k], k++) {
    const int w =
        rounded(weights[(size_t)key * VT_CASE_PAIR_WIDTH + k], unit, (1 << (bits[k] - 1)) - 1);
    slot |= ((uint32_t)w & ((1u << bits[k]) - 1)) << shift;
  }
  return slot;
}

/* One unit for all, two steps of the learner: few weights are too large for their bits then. */
static vt_case_weights table_of(const learner *m)
{
  const int64_t unit = 2 * m->step;
  int8_t *words = train_new(m->words.count, VT_CASE_WORD_WIDTH);
  uint32_t *pairs = train_new(VT_CASE_SLOTS, sizeof *pairs);
  for (size_t i = 0; i < m->words.count * VT_CASE_WORD_WIDTH; i++)
    words[i] = (int8_t)rounded(m->words.late[i], unit, INT8_MAX);
  uint32_t *kept = keep_heaviest(m->pairs.late);
  for (uint32_t i = 0; i < VT_CASE_SLOTS; i++) pairs[i] = slot_of(m->pairs.late, kept[i], unit);
  train_release(kept);
  return (vt_case_weights){ words, pairs, rounded(m->always.late[0], unit, VT_CASE_ALWAYS - 1) };
}

/* The sum over all steps of a weight is now * steps less the late changes. */
static void sum_up(const rows *r, int64_t step)
{
  for (size_t i = 0; i < r->count * r->width; i++) r->late[i] = r->now[i] * step - r->late[i];
}

vt_case_weights train_cases(const train_case_text *t, uint32_t symbols, uint64_t seed)
{
  if (t->lines.count == 0) train_fail("the raw text has no sentence with small letters", "");
  learner *m = train_new(1, sizeof *m);
  m->words = rows_new(symbols, VT_CASE_WORD_WIDTH);
  m->pairs = rows_new(KEYS, VT_CASE_PAIR_WIDTH);
  m->always = rows_new(1, 1);
  uint32_t *order = train_new(t->lines.count, sizeof *order);
  for (uint32_t i = 0; i < t->lines.count; i++) order[i] = i;
  for (int k = 0; k < PASSES; k++) {
    size_t wrong = 0;
    train_shuffle(order, t->lines.count, &seed);
    for (size_t i = 0; i < t->lines.count; i++, m->step++)
      wrong += learn_line(m, t, t->lines.items[order[i]], MARGIN);
    fprintf(stderr, "capitals: %zu of %zu sentences not clearly right\n", wrong, t->lines.count);
  }
  const rows *all[] = { &m->words, &m->pairs, &m->always };
  for (size_t k = 0; k < sizeof all / sizeof all[0]; k++) sum_up(all[k], m->step);
  const vt_case_weights w = table_of(m);
  for (size_t k = 0; k < sizeof all / sizeof all[0]; k++) rows_free(all[k]);
  train_release(order);
  train_release(m);
  return w;
}
