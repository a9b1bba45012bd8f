/* hash.c - making perfect hashes: the largest buckets first, each takes the first shift that puts
 * all its keys into free slots. */
#include <stdlib.h>
#include <string.h>
#include "vt_train.h"

typedef struct bucket {
  uint32_t number, first, count;
} bucket;

static int by_size(const void *x, const void *y)
{
  const bucket *a = x, *b = y;
  if (a->count != b->count) return a->count < b->count ? 1 : -1;
  return a->number < b->number ? -1 : a->number > b->number;
}

/* Group the keys by bucket: order holds their indices. */
static bucket *group(const vt_phash *p, const uint64_t *hashes, uint32_t count, uint32_t *order)
{
  bucket *buckets = train_new(p->bucket_count, sizeof *buckets);
  for (uint32_t i = 0; i < count; i++) buckets[vt_phash_bucket(p, hashes[i])].count++;
  for (uint32_t b = 0, at = 0; b < p->bucket_count; b++) {
    buckets[b].number = b;
    buckets[b].first = at;
    at += buckets[b].count;
    buckets[b].count = 0;
  }
  for (uint32_t i = 0; i < count; i++) {
    bucket *b = &buckets[vt_phash_bucket(p, hashes[i])];
    order[b->first + b->count++] = i;
  }
  qsort(buckets, p->bucket_count, sizeof *buckets, by_size);
  return buckets;
}

/* Try the shift that is set in the bucket: all keys in free slots, or none taken. */
static bool fits(const vt_phash *p, const bucket *b, const uint64_t *hashes, const uint32_t *order,
                 uint8_t *taken, uint32_t *slots)
{
  for (uint32_t k = 0; k < b->count; k++) {
    uint32_t i = order[b->first + k];
    slots[i] = vt_phash_slot(p, hashes[i]);
    if (!taken[slots[i]]) {
      taken[slots[i]] = 1;
      continue;
    }
    while (k-- > 0) taken[slots[order[b->first + k]]] = 0;
    return false;
  }
  return true;
}

vt_phash train_phash(const uint64_t *hashes, uint32_t count, uint32_t *slots)
{
  uint32_t bucket_count = count / 3 + 1, slot_count = count + count / 50 + 2;
  uint16_t *shifts = train_new(bucket_count, sizeof *shifts);
  vt_phash p = { shifts, bucket_count, slot_count };
  uint32_t *order = train_new(count + 1, sizeof *order);
  uint8_t *taken = train_new(slot_count, 1);
  bucket *buckets = group(&p, hashes, count, order);
  for (uint32_t b = 0; b < bucket_count && buckets[b].count > 0; b++) {
    uint32_t shift = 0;
    for (; shift <= UINT16_MAX; shift++) {
      shifts[buckets[b].number] = (uint16_t)shift;
      if (fits(&p, &buckets[b], hashes, order, taken, slots)) break;
    }
    if (shift > UINT16_MAX) train_fail("two patterns have the same hash", "");
  }
  train_release(buckets);
  train_release(taken);
  train_release(order);
  return p;
}
