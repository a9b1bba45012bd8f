/* case.c - the guess which words of a text without case would have a capital: two tags a token, the
 * best of all tags of a block by dynamic programming, as in segment.c. */
#include "vt_case.h"
#include "vt_simd.h"

/* The slot of a mark in its bucket, or 0: no weights. */
static inline uint32_t slot_of(const uint32_t *bucket, uint32_t mark)
{
#if VT_SSE2
  const __m128i four = _mm_loadu_si128((const __m128i *)(const void *)bucket);
  const __m128i marks =
      _mm_slli_epi32(_mm_srli_epi32(four, VT_CASE_MARK_SHIFT), VT_CASE_MARK_SHIFT);
  const __m128i same = _mm_cmpeq_epi32(marks, _mm_set1_epi32((int32_t)mark));
  const int found = _mm_movemask_ps(_mm_castsi128_ps(same));
  return found == 0 ? 0 : bucket[vt_lowest_bit((unsigned)found)];
#else
  for (int i = 0; i < VT_CASE_BUCKET; i++)
    if ((bucket[i] ^ mark) >> VT_CASE_MARK_SHIFT == 0) return bucket[i];
  return 0;
#endif
}

/* The signed number in the low bits of slot. */
static inline int32_t low_bits(uint32_t slot, int bits)
{
  const uint32_t half = 1u << (bits - 1);
  return (int32_t)((slot & (2 * half - 1)) ^ half) - (int32_t)half;
}

/* Add what a token and the one before it say; s: its scores. */
static inline void add_token(int16_t *s, const vt_case_weights *weights, uint16_t left,
                             uint16_t word)
{
  static const uint8_t bits[VT_CASE_PAIR_WIDTH] = VT_CASE_PAIR_BITS;
  static const int8_t places[VT_CASE_PAIR_WIDTH] = VT_CASE_PAIR_PLACES;
  const int8_t *row = weights->words + (size_t)word * VT_CASE_WORD_WIDTH;
  int16_t *around = s + VT_CASE_WORD_FROM * VT_CASE_SCORES;
  for (int k = 0; k < VT_CASE_WORD_WIDTH; k++) around[k] = (int16_t)(around[k] + row[k]);
  const uint32_t key = vt_case_key(left, word);
  uint32_t slot = slot_of(weights->pairs + vt_case_bucket(key), vt_case_mark(key));
  if (slot == 0) return;
  for (int k = 0; k < VT_CASE_PAIR_WIDTH; slot >>= bits[k], k++)
    s[places[k]] = (int16_t)(s[places[k]] + low_bits(slot, bits[k]));
}

enum { PAD = 4 };

void vt_case_guess(vt_block *b, const vt_case_weights *weights, uint32_t first, uint32_t end)
{
  int16_t scores[VT_CASE_SCORES * (VT_ROOM + 2 * PAD)];
  uint8_t from[VT_ROOM];
  const int never = 1 << 24; /* more than all weights of a block */
  int lead = -never;         /* of a capital at the last token */
  if (first < 2) first = 2;  /* what is left of the two tokens before it does not matter here */
  while (first < end && !vt_case_open(b->shape[first])) first++;
  while (first < end && !vt_case_open(b->shape[end - 1])) end--;
  if (first == end) return; /* marks and numbers only, as many cells of tables are */
  int16_t *s = scores + VT_CASE_SCORES * (PAD - 1);
  memset(scores, 0, VT_CASE_SCORES * (end - first + 2 * PAD) * sizeof *s);
  uint16_t left = vt_case_word(b, first - 2);
  for (uint32_t i = first - 1; i < end + 2; i++, s += VT_CASE_SCORES) {
    const uint16_t word = vt_case_word(b, i);
    add_token(s, weights, left, word);
    left = word;
  }
  s = scores + VT_CASE_SCORES * PAD;
  for (uint32_t i = first; i < end; i++, s += VT_CASE_SCORES) {
    const uint8_t from0 = lead > 0;
    if (!vt_case_open(b->shape[i])) {
      from[i] = from0;
      lead = -never;
      continue;
    }
    const int both = lead + s[1];
    from[i] = (uint8_t)(from0 | (both > 0) << 1);
    lead = weights->always + s[0] + (both > 0 ? both : 0) - (lead > 0 ? lead : 0);
  }
  unsigned tag = lead > 0;
  for (uint32_t i = end; i-- > first;) {
    if (tag != 0)
      b->shape[i] = b->shape[i] == VT_SHAPE_NOCASE ? VT_SHAPE_NAME : VT_SHAPE_NAME_FOREIGN;
    tag = from[i] >> tag & 1;
  }
}
