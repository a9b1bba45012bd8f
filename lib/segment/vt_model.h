/* vt_model.h - the learned model: the lexicon of words and the weights of patterns.
 *
 * A model file is little-endian: a header (see model.c), then sections. It names its symbols by
 * the keys of their spellings, so it does not depend on the numbers of a vocabulary; opening it
 * maps the vocabulary's ids to symbols. The built-in model is mapped when the library is built. */
#ifndef VT_MODEL_H
#define VT_MODEL_H
#include "vt_features.h"
#include "vt_segment.h"

/* Rows of weights in a sparse table; rows[c] are those of convention c + 1. */
typedef struct vt_shape_rows {
  const uint16_t *first;   /* by context */
  const uint16_t *columns; /* by place */
  const int8_t *rows[2];   /* by place */
  uint32_t count;
} vt_shape_rows;

struct vt_model {
  vt_seen seen;
  const uint64_t *keys; /* of the symbols from VT_SYM_SPELLING on */
  uint32_t symbol_count;
  const int8_t *single[2]; /* VT_GRAM_WIDTH weights a symbol, of the gaps i - 1 .. i + 2 */
  const int8_t *sides[2];  /* VT_SIDE_WIDTH weights a symbol: see vt_side_left */
  const int8_t *views[2];  /* VT_GAP_WIDTH weights a view */
  const int8_t *grams[2];  /* gram_count rows of VT_GRAM_WIDTH */
  uint32_t gram_count;
  const int8_t *both[2]; /* both_count rows of VT_GAP_WIDTH, for nodes of views */
  uint32_t both_count;
  vt_shape_rows shapes; /* rows of VT_GAP_WIDTH */
  char tag[16];
  size_t owned; /* bytes of the block this model lives in; 0: built in */
};

enum { VT_MODEL_FORMAT = 5 };
#define VT_MODEL_MAGIC "VTSEGM\r\n"

#endif
