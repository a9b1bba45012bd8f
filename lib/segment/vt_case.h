/* vt_case.h - which words of a text without case would have a capital. Where all letters are small,
 * or all are capitals, nothing tells names from other words, and names join in ways of their own. A
 * guess by the words around a word is better than none. Its weights are learned from raw text,
 * which tells where its capitals are (lib/train/case_learn.c). */
#ifndef VT_CASE_H
#define VT_CASE_H
#include "vt_features.h"

/* What is seen at a token: keys of its weights for a capital there, then of those for one behind
 * another. A key is a hash, and all that is known of what it stands for. */
enum { VT_CASE_ALONE = 8, VT_CASE_BEHIND = 5, VT_CASE_KEYS = VT_CASE_ALONE + VT_CASE_BEHIND };
enum { VT_CASE_KEY_BITS = 25 };
void vt_case_keys(const vt_block *b, uint32_t i, uint32_t keys[VT_CASE_KEYS]);

/* The table of the weights: a key's low bits name a bucket of slots, its high bits are its mark. A
 * slot holds a mark and, below it, a weight of six bits; where a bucket was too small, the lightest
 * weights are missing. */
enum {
  VT_CASE_BUCKET = 4,
  VT_CASE_BUCKET_BITS = 15,
  VT_CASE_SLOTS = VT_CASE_BUCKET << VT_CASE_BUCKET_BITS,
  VT_CASE_MARK_SHIFT = 6,
  VT_CASE_LARGEST = 31,    /* weight */
  VT_CASE_ALWAYS = 1 << 10 /* and of any capital: below this */
};
static inline uint32_t vt_case_bucket(uint32_t key)
{
  return (key & ((1u << VT_CASE_BUCKET_BITS) - 1)) * VT_CASE_BUCKET;
}
static inline uint16_t vt_case_slot(uint32_t key, int weight)
{
  return (uint16_t)(key >> VT_CASE_BUCKET_BITS << VT_CASE_MARK_SHIFT |
                    (unsigned)(weight + VT_CASE_LARGEST));
}

/* Whether a token is a word whose case is not known. */
static inline bool vt_case_open(uint8_t shape)
{
  return shape == VT_SHAPE_NOCASE || shape == VT_SHAPE_NOCASE_FOREIGN;
}

/* Give those of the tokens [first, end) of a block that would have a capital the shapes of names.
 */
void vt_case_guess(vt_block *b, const vt_case_weights *weights, uint32_t first, uint32_t end);

#endif
