/* write.c - weights to whole numbers of a byte, those that vanish left out, and the model file. */
#include <stdlib.h>
#include <string.h>
#include "vt_bytes.h"
#include "vt_train.h"

typedef struct bytes {
  VT_VEC(unsigned char) v;
} bytes;

static void put(bytes *out, uint64_t value, int size)
{
  for (int i = 0; i < size; i++, value >>= 8) {
    train_room(&out->v);
    out->v.items[out->v.count++] = (unsigned char)value;
  }
}

static void put_bytes(bytes *out, const void *data, size_t len)
{
  for (size_t i = 0; i < len; i++) put(out, ((const unsigned char *)data)[i], 1);
}

static int64_t both(int64_t *const *layers, int convention, size_t i)
{
  return layers[0][i] + layers[1 + convention][i];
}

static void find_largest(int64_t *const *layers, size_t count, int64_t *largest)
{
  for (int c = 0; c < 2; c++)
    for (size_t i = 0; i < count; i++) {
      int64_t w = both(layers, c, i);
      if (w < 0) w = -w;
      if (w > *largest) *largest = w;
    }
}

/* One scale for all, by the largest, so that nothing is clipped. */
static int8_t quantised(int64_t w, int64_t largest)
{
  int64_t q = (2 * 127 * (w < 0 ? -w : w) + largest) / (2 * largest);
  return (int8_t)(w < 0 ? -q : q);
}

typedef struct kept {
  VT_VEC(uint32_t) rows;
  int8_t *cells[2];
} kept;

/* Rows with a weight of least or more in either convention; the others change next to nothing. */
static kept keep(int64_t *const *layers, size_t rows, uint32_t width, int64_t largest, int least)
{
  kept k = { 0 };
  for (int c = 0; c < 2; c++) {
    k.cells[c] = train_new(rows * width, 1);
    for (size_t i = width; i < rows * width; i++)
      k.cells[c][i] = quantised(both(layers, c, i), largest);
  }
  for (size_t r = 1; r < rows; r++) {
    bool any = false;
    for (uint32_t i = 0; i < width; i++)
      any =
          any || abs(k.cells[0][r * width + i]) >= least || abs(k.cells[1][r * width + i]) >= least;
    if (!any) continue;
    train_room(&k.rows);
    k.rows.items[k.rows.count++] = (uint32_t)r;
  }
  return k;
}

static void put_hash(bytes *out, const vt_phash *p)
{
  for (uint32_t i = 0; i < p->bucket_count; i++) put(out, p->shifts[i], 2);
}

/* A table of kept rows: hash, checks, rows of both conventions. Returns its hash's sizes. */
static vt_phash put_weights(bytes *out, const kept *k, const uint64_t *keys, uint32_t width)
{
  uint32_t count = (uint32_t)k->rows.count;
  uint64_t *hashes = train_new(count + 1, sizeof *hashes);
  uint32_t *slots = train_new(count + 1, sizeof *slots);
  for (uint32_t i = 0; i < count; i++) hashes[i] = vt_hash_mix(keys[k->rows.items[i]]);
  vt_phash p = train_phash(hashes, count, slots);
  uint32_t *owner = train_new(p.slot_count, sizeof *owner); /* index + 1 */
  for (uint32_t i = 0; i < count; i++) owner[slots[i]] = i + 1;
  put_hash(out, &p);
  for (uint32_t s = 0; s < p.slot_count; s++)
    put(out, owner[s] == 0 ? 0 : hashes[owner[s] - 1] & 0xFFFF, 2);
  static const int8_t none[VT_GRAM_WIDTH];
  for (int c = 0; c < 2; c++)
    for (uint32_t s = 0; s < p.slot_count; s++) {
      const int8_t *row =
          owner[s] == 0 ? none : k->cells[c] + (size_t)k->rows.items[owner[s] - 1] * width;
      put_bytes(out, row, width);
    }
  train_release(hashes);
  train_release(slots);
  train_release(owner);
  return p;
}

static void put_dense(bytes *out, int64_t *const *layers, size_t count, int64_t largest)
{
  for (int c = 0; c < 2; c++)
    for (size_t i = 0; i < count; i++) put(out, (uint8_t)quantised(both(layers, c, i), largest), 1);
}

static void put_rows(bytes *out, const kept *k, uint32_t width)
{
  for (int c = 0; c < 2; c++)
    for (size_t i = 0; i < k->rows.count; i++)
      put_bytes(out, k->cells[c] + (size_t)k->rows.items[i] * width, width);
}

/* The keys of the rows that are kept, from a key on. */
static train_keys keys_of(const kept *k, const uint64_t *all, uint64_t from)
{
  uint64_t *keys = train_new(k->rows.count, sizeof *keys);
  size_t count = 0;
  for (size_t i = 0; i < k->rows.count; i++) {
    const uint64_t key = all[k->rows.items[i]];
    if (key >= from) keys[count++] = key;
  }
  return (train_keys){ keys, count };
}

static void put_nodes(bytes *out, const vt_trie_nodes *nodes)
{
  put_hash(out, &nodes->hash);
  for (uint32_t i = 0; i < nodes->hash.slot_count; i++) put(out, nodes->slots[i], 4);
  for (uint32_t i = 0; i < nodes->hash.slot_count; i++) put(out, nodes->rows[i], 2);
}

/* What the header says of the sections. */
typedef struct sizes {
  vt_phash nodes, gaps;
  size_t grams;
} sizes;

static sizes put_sections(bytes *out, const train_patterns *p, const train_weights *w,
                          const train_symbols *syms, const train_words *words, int least)
{
  int64_t largest = 1;
  const size_t single = (size_t)syms->count * VT_GRAM_WIDTH,
               sides = (size_t)syms->count * VT_SIDE_WIDTH;
  find_largest(w->grams, p->gram_keys.count * VT_GRAM_WIDTH, &largest);
  find_largest(w->gaps, p->gap_keys.count * VT_GAP_WIDTH, &largest);
  find_largest(w->single, single, &largest);
  find_largest(w->sides, sides, &largest);
  find_largest(w->views, VT_VIEWS * VT_GAP_WIDTH, &largest);
  const kept grams = keep(w->grams, p->gram_keys.count, VT_GRAM_WIDTH, largest, least);
  const kept gaps = keep(w->gaps, p->gap_keys.count, VT_GAP_WIDTH, largest, least);
  if (grams.rows.count > UINT16_MAX) train_fail("too many grams; raise --least", "");
  const uint64_t both = (uint64_t)(VT_GAP_BOTH + 1) << 60;
  const vt_trie_nodes nodes =
      train_trie(words, syms, keys_of(&grams, p->gram_keys.items, 0),
                 keys_of(&gaps, p->gap_keys.items, both));
  for (uint32_t i = VT_SYM_SPELLING; i < syms->count; i++) put(out, syms->keys[i], 8);
  put_nodes(out, &nodes);
  put_dense(out, w->single, single, largest);
  put_dense(out, w->sides, sides, largest);
  put_dense(out, w->views, VT_VIEWS * VT_GAP_WIDTH, largest);
  put_rows(out, &grams, VT_GRAM_WIDTH);
  const vt_phash gap_hash = put_weights(out, &gaps, p->gap_keys.items, VT_GAP_WIDTH);
  return (sizes){ nodes.hash, gap_hash, grams.rows.count };
}

train_file train_write(const train_patterns *p, const train_weights *w, const train_symbols *syms,
                       const train_words *words, const train_settings *s, const char *card)
{
  bytes sections = { 0 }, tail = { 0 }, out = { 0 };
  const sizes z = put_sections(&sections, p, w, syms, words, (int)s->least_weight);
  uint32_t sum = vt_crc32(sections.v.items, sections.v.count);
  static const char hex[] = "0123456789abcdef";
  char tag[16] = { 0 };
  for (int i = 0; i < 8; i++) tag[i] = hex[sum >> (28 - 4 * i) & 15];
  put_bytes(&tail, tag, sizeof tag);
  const uint32_t header[] = { syms->count,           z.nodes.bucket_count, z.nodes.slot_count,
                              (uint32_t)z.grams,     z.gaps.bucket_count,  z.gaps.slot_count,
                              (uint32_t)strlen(card) };
  for (size_t i = 0; i < sizeof header / sizeof header[0]; i++) put(&tail, header[i], 4);
  put_bytes(&tail, card, strlen(card));
  put_bytes(&tail, sections.v.items, sections.v.count);
  put_bytes(&out, VT_MODEL_MAGIC, 8);
  put(&out, VT_MODEL_FORMAT, 4);
  put(&out, vt_crc32(tail.v.items, tail.v.count), 4);
  put_bytes(&out, tail.v.items, tail.v.count);
  return (train_file){ out.v.items, out.v.count };
}
