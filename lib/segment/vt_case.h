/* vt_case.h - which words of a text without case would have a capital. Where all letters are small,
 * or all are capitals, nothing tells names from other words, and names join in ways of their own. A
 * guess by the words around a word is better than none. Its weights are learned from raw text,
 * which tells where its capitals are (lib/train/case_learn.c). */
#ifndef VT_CASE_H
#define VT_CASE_H
#include "vt_features.h"

/* A token has two scores: what speaks for a capital there, and for one behind another. A word has
 * weights for both of the token before it, itself and the two behind it, in this order. Two
 * neighbours have weights for the token before them, each of them, the second behind the first, and
 * the token after them: by their places from the first score of the second neighbour on. */
enum { VT_CASE_SCORES = 2, VT_CASE_WORD_FROM = -1, VT_CASE_WORD_WIDTH = 8, VT_CASE_PAIR_WIDTH = 5 };
#define VT_CASE_PAIR_PLACES                                                                        \
  {                                                                                                \
    -4, -2, 0, 1, 2                                                                                \
  }

/* Two neighbours have a key, which is a hash, and all that is known of them. Its high bits name a
 * bucket of slots, its low bits are its mark. A slot holds a mark and, below it, the weights of two
 * neighbours; where a bucket was too small, the lightest are missing. */
enum {
  VT_CASE_KEY_BITS = 23,
  VT_CASE_BUCKET_BITS = 14,
  VT_CASE_BUCKET = 4,
  VT_CASE_SLOTS = VT_CASE_BUCKET << VT_CASE_BUCKET_BITS,
  VT_CASE_MARK_BITS = VT_CASE_KEY_BITS - VT_CASE_BUCKET_BITS,
  VT_CASE_MARK_SHIFT = 32 - VT_CASE_MARK_BITS,
  VT_CASE_ALWAYS = 1 << 10 /* the weight of any capital: below this */
};
static inline uint32_t vt_case_key(uint16_t left, uint16_t right)
{
  return (uint32_t)(vt_hash_mix((uint64_t)(left + 1) << 16 | right) >> (64 - VT_CASE_KEY_BITS));
}
static inline uint32_t vt_case_bucket(uint32_t key)
{
  return (key >> VT_CASE_MARK_BITS) * VT_CASE_BUCKET;
}
static inline uint32_t vt_case_mark(uint32_t key)
{
  return key << VT_CASE_MARK_SHIFT;
}

/* The weights of a slot: bits of each, from the lowest on; all are signed. */
#define VT_CASE_PAIR_BITS                                                                          \
  {                                                                                                \
    4, 5, 5, 5, 4                                                                                  \
  }

/* A word as it is seen here: rare foreign words are told from rare syllables. */
enum { VT_CASE_RARE_FOREIGN = VT_SYM_MARK + 1 };
static inline uint16_t vt_case_word(const vt_block *b, uint32_t i)
{
  const bool foreign = b->shape[i] == VT_SHAPE_NOCASE_FOREIGN && b->sym[i] == VT_SYM_RARE;
  return foreign ? VT_CASE_RARE_FOREIGN : b->sym[i];
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
