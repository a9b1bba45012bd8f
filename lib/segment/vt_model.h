/* vt_model.h - the learned model: the lexicon of words and the weights of patterns.
 *
 * A model file is little-endian: a header (see model.c), then sections. It names its symbols by
 * the keys of their spellings, so it does not depend on the numbers of a vocabulary; opening it
 * maps the vocabulary's ids to symbols. The built-in model is mapped when the library is built. */
#ifndef VT_MODEL_H
#define VT_MODEL_H
#include "vt_features.h"
#include "vt_segment.h"

/* Rows of weights behind a perfect hash; rows[c] are those of convention c + 1. */
typedef struct vt_weights {
  vt_phash hash;
  const uint16_t *checks; /* low bits of the hash of the slot's key: a stranger passes 1 in 65536 */
  const int8_t *rows[2];
} vt_weights;

struct vt_model {
  vt_seen seen;
  const uint64_t *keys; /* of the symbols from VT_SYM_SPELLING on */
  uint32_t symbol_count;
  const int8_t *single[2]; /* VT_GRAM_WIDTH weights a symbol, of the gaps i - 1 .. i + 2 */
  const int8_t *sides[2];  /* VT_SIDE_WIDTH weights a symbol: see vt_side_left */
  const int8_t *views[2];  /* VT_GAP_WIDTH weights a view */
  const int8_t *grams[2];  /* gram_count rows of VT_GRAM_WIDTH */
  uint32_t gram_count;
  vt_weights gaps; /* rows of VT_GAP_WIDTH */
  char tag[16];
  size_t owned; /* bytes of the block this model lives in; 0: built in */
};

/* Row of a key in w, or NULL. */
static inline const int8_t *vt_weights_row(const vt_weights *w, int convention, uint64_t key,
                                           uint32_t width)
{
  uint64_t hash = vt_hash_mix(key);
  uint32_t slot = vt_phash_slot(&w->hash, hash);
  if (w->checks[slot] != (uint16_t)hash) return NULL;
  return w->rows[convention] + (size_t)slot * width;
}

enum { VT_MODEL_FORMAT = 2, VT_MODEL_HEADER = 64 };
#define VT_MODEL_MAGIC "VTSEGM\r\n"

#endif
