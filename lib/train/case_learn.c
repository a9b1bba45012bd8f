/* case_learn.c - learns where text has capitals: a structured averaged perceptron with a margin, as
 * in learn.c, but with two tags a token and hashed keys in place of patterns. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "vt_case.h"
#include "vt_train.h"

enum { KEYS = 1 << VT_CASE_KEY_BITS, ALWAYS = KEYS, WEIGHTS = KEYS + 1 };
enum { PASSES = 3, MARGIN = 20 };

typedef struct learner {
  int32_t *now;
  int64_t *late; /* the sum of each change times the step it came at */
  int64_t step;
  vt_block block;
  uint32_t keys[VT_BLOCK][VT_CASE_KEYS];
  int32_t alone[VT_BLOCK], behind[VT_BLOCK];
  uint8_t from[VT_BLOCK], guess[VT_BLOCK], truth[VT_BLOCK];
} learner;

static void score(learner *m, const train_case_text *t, train_case_line line)
{
  const size_t room = line.count + 4;
  memcpy(m->block.sym + VT_LEFT - 2, t->sym.items + line.first - 2, room * sizeof *m->block.sym);
  memcpy(m->block.shape + VT_LEFT - 2, t->shape.items + line.first - 2, room);
  for (uint32_t i = 0; i < line.count; i++) {
    if (t->gold.items[line.first + i] == TRAIN_CASE_NONE) continue;
    uint32_t *keys = m->keys[i];
    vt_case_keys(&m->block, VT_LEFT + i, keys);
    m->alone[i] = m->now[ALWAYS];
    m->behind[i] = 0;
    for (int k = 0; k < VT_CASE_ALONE; k++) m->alone[i] += m->now[keys[k]];
    for (int k = VT_CASE_ALONE; k < VT_CASE_KEYS; k++) m->behind[i] += m->now[keys[k]];
  }
}

/* The best tags by the scores, where wrong ones get a margin; or of those that gold allows. */
static void decode(learner *m, const uint8_t *gold, uint32_t count, int32_t margin, uint8_t *tags)
{
  const int32_t never = 1 << 28;
  int32_t lead = -never;
  for (uint32_t i = 0; i < count; i++) {
    const int32_t both = lead + m->behind[i];
    m->from[i] = (uint8_t)((lead > 0) | (both > 0) << 1);
    lead = m->alone[i] + (both > 0 ? both : 0) - (lead > 0 ? lead : 0);
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

static void change(learner *m, uint32_t key, int by)
{
  m->now[key] += by;
  m->late[key] += by * m->step;
}

static void apply_change(learner *m, const uint8_t *gold, uint32_t count)
{
  const uint8_t *truth = m->truth, *guess = m->guess;
  for (uint32_t i = 0; i < count; i++) {
    if (gold[i] == TRAIN_CASE_NONE) continue;
    const int alone = truth[i] - guess[i];
    const int behind = i == 0 ? 0 : (truth[i] & truth[i - 1]) - (guess[i] & guess[i - 1]);
    if (alone != 0) change(m, ALWAYS, alone);
    for (int k = 0; alone != 0 && k < VT_CASE_ALONE; k++) change(m, m->keys[i][k], alone);
    for (int k = VT_CASE_ALONE; behind != 0 && k < VT_CASE_KEYS; k++)
      change(m, m->keys[i][k], behind);
  }
}

/* Returns whether the line was wrong, or right by too little. */
static bool learn_line(learner *m, const train_case_text *t, train_case_line line, int32_t margin)
{
  const uint8_t *gold = t->gold.items + line.first;
  bool wrong = false;
  score(m, t, line);
  decode(m, gold, line.count, margin, m->guess);
  for (uint32_t i = 0; i < line.count; i++)
    wrong = wrong || (gold[i] <= TRAIN_CASE_CAPITAL && gold[i] != m->guess[i]);
  if (!wrong) return false;
  decode(m, gold, line.count, 0, m->truth); /* where either will do, as is best with the others */
  apply_change(m, gold, line.count);
  return true;
}

static int64_t size_of(int64_t w)
{
  return w < 0 ? -w : w;
}

/* Keys to keep, by the bucket they fall into, heaviest first. */
static void keep_heaviest(const int64_t *weights, uint32_t *kept)
{
  for (uint32_t key = 0; key < KEYS; key++) {
    uint32_t *bucket = kept + vt_case_bucket(key), at = VT_CASE_BUCKET;
    while (at > 0 && size_of(weights[key]) > size_of(weights[bucket[at - 1]])) at--;
    if (at == VT_CASE_BUCKET) continue;
    memmove(bucket + at + 1, bucket + at, (VT_CASE_BUCKET - 1 - at) * sizeof *bucket);
    bucket[at] = key;
  }
}

static int rounded(int64_t w, int64_t unit)
{
  return (int)((2 * w + (w < 0 ? -unit : unit)) / (2 * unit));
}

/* One unit for all, by the largest weight of a key. */
static vt_case_weights table_of(const int64_t *weights)
{
  uint16_t *slots = train_new(VT_CASE_SLOTS, sizeof *slots);
  uint32_t *kept = train_new(VT_CASE_SLOTS, sizeof *kept); /* key 0: most likely none */
  int64_t largest = VT_CASE_LARGEST;
  for (uint32_t key = 0; key < KEYS; key++)
    if (size_of(weights[key]) > largest) largest = size_of(weights[key]);
  const int64_t unit = (largest + VT_CASE_LARGEST - 1) / VT_CASE_LARGEST;
  keep_heaviest(weights, kept);
  for (uint32_t i = 0; i < VT_CASE_SLOTS; i++)
    slots[i] = vt_case_slot(kept[i], rounded(weights[kept[i]], unit));
  train_release(kept);
  const int always = rounded(weights[ALWAYS], unit);
  if (abs(always) >= VT_CASE_ALWAYS) train_fail("too few capitals in the raw text", "");
  return (vt_case_weights){ slots, always };
}

vt_case_weights train_cases(const train_case_text *t, uint64_t seed)
{
  learner *m = train_new(1, sizeof *m);
  m->now = train_new(WEIGHTS, sizeof *m->now);
  m->late = train_new(WEIGHTS, sizeof *m->late);
  uint32_t *order = train_new(t->lines.count, sizeof *order);
  for (uint32_t i = 0; i < t->lines.count; i++) order[i] = i;
  for (int k = 0; k < PASSES; k++) {
    size_t wrong = 0;
    train_shuffle(order, t->lines.count, &seed);
    for (size_t i = 0; i < t->lines.count; i++, m->step++)
      wrong += learn_line(m, t, t->lines.items[order[i]], MARGIN);
    fprintf(stderr, "capitals: %zu of %zu sentences not clearly right\n", wrong, t->lines.count);
  }
  for (uint32_t i = 0; i < WEIGHTS; i++) m->late[i] = m->now[i] * m->step - m->late[i];
  const vt_case_weights w = table_of(m->late);
  train_release(order);
  train_release(m->now);
  train_release(m->late);
  train_release(m);
  return w;
}
