/* vt_phash.h - perfect hashing: every key of a fixed set has a slot of its own, found without
 * searching. A key outside the set gets some slot too, so slots hold a check of their key. The
 * idea is hash-and-displace (Belazzougui, Botelho, Dietzfelbinger 2009); vt_phash_build in
 * lib/train makes the shifts. */
#ifndef VT_PHASH_H
#define VT_PHASH_H
#include <stdint.h>

typedef struct vt_phash {
  const uint16_t *shifts; /* one for each bucket */
  uint32_t bucket_count;  /* at least 1 */
  uint32_t slot_count;    /* at least 1 */
} vt_phash;

/* Spreads the bits of a packed key; different keys give different results. */
static inline uint64_t vt_hash_mix(uint64_t key)
{
  key *= 0x9E3779B97F4A7C15u;
  key ^= key >> 32;
  key *= 0xD6E8FEB86659FD93u;
  return key ^ key >> 32;
}

static inline uint32_t vt_phash_bucket(const vt_phash *p, uint64_t hash)
{
  return (uint32_t)((hash >> 32) * p->bucket_count >> 32);
}

/* Always below slot_count. */
static inline uint32_t vt_phash_slot(const vt_phash *p, uint64_t hash)
{
  uint32_t shift = p->shifts[vt_phash_bucket(p, hash)];
  uint32_t spread = ((uint32_t)hash ^ shift * 0x85EBCA6Bu) * 0x9E3779B1u;
  return (uint32_t)((uint64_t)spread * p->slot_count >> 32);
}

#endif
