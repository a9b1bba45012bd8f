/* case.c - the guess which words of a text without case would have a capital: two tags a token, the
 * best of all tags of a block by dynamic programming, as in segment.c. */
#include "vt_case.h"

/* A word, and whether it is no syllable, in 15 bits. */
static uint64_t word_at(const vt_block *b, uint32_t i)
{
  return b->sym[i] | (uint64_t)(b->shape[i] == VT_SHAPE_NOCASE_FOREIGN) << 14;
}

static uint32_t key_of(unsigned kind, uint64_t left, uint64_t right)
{
  const uint64_t mixed = vt_hash_mix((uint64_t)(kind + 1) << 30 | left << 15 | right);
  return (uint32_t)(mixed >> (64 - VT_CASE_KEY_BITS));
}

void vt_case_keys(const vt_block *b, uint32_t i, uint32_t keys[VT_CASE_KEYS])
{
  const uint64_t left2 = word_at(b, i - 2), left = word_at(b, i - 1), word = word_at(b, i),
                 right = word_at(b, i + 1), right2 = word_at(b, i + 2);
  const uint64_t seen[VT_CASE_KEYS][2] = {
    { 0, word },  { left, word },  { word, right },   { left, right }, { 0, left },
    { 0, right }, { left2, left }, { right, right2 }, /* behind a capital: */
    { 0, word },  { 0, left },     { left, word },    { 0, right },    { 0, left2 },
  };
  for (unsigned k = 0; k < VT_CASE_KEYS; k++) keys[k] = key_of(k, seen[k][0], seen[k][1]);
}

static int weight_of(const vt_case_weights *w, uint32_t key)
{
  const uint16_t *bucket = w->slots + vt_case_bucket(key);
  const uint16_t empty = vt_case_slot(key, -VT_CASE_LARGEST);
  for (int i = 0; i < VT_CASE_BUCKET; i++) {
    const int weight = bucket[i] - empty;
    if (weight >= 0 && weight <= 2 * VT_CASE_LARGEST) return weight - VT_CASE_LARGEST;
  }
  return 0;
}

void vt_case_guess(vt_block *b, const vt_case_weights *weights, uint32_t first, uint32_t end)
{
  uint8_t from[VT_ROOM];
  const int never = 1 << 20; /* more than all weights of a block */
  int lead = -never;         /* of a capital at the last token */
  if (first < 2) first = 2;  /* what is left of the two tokens before it does not matter here */
  for (uint32_t i = first; i < end; i++) {
    const uint8_t from0 = lead > 0;
    if (!vt_case_open(b->shape[i])) {
      from[i] = from0;
      lead = -never;
      continue;
    }
    uint32_t keys[VT_CASE_KEYS];
    int alone = weights->always, behind = 0;
    vt_case_keys(b, i, keys);
    for (int k = 0; k < VT_CASE_ALONE; k++) alone += weight_of(weights, keys[k]);
    for (int k = VT_CASE_ALONE; k < VT_CASE_KEYS; k++) behind += weight_of(weights, keys[k]);
    const int both = lead + behind;
    from[i] = (uint8_t)(from0 | (both > 0) << 1);
    lead = alone + (both > 0 ? both : 0) - (lead > 0 ? lead : 0);
  }
  unsigned tag = lead > 0;
  for (uint32_t i = end; i-- > first;) {
    if (tag != 0)
      b->shape[i] = b->shape[i] == VT_SHAPE_NOCASE ? VT_SHAPE_NAME : VT_SHAPE_NAME_FOREIGN;
    tag = from[i] >> tag & 1;
  }
}
