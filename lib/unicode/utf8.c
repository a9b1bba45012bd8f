/* utf8.c - checking and writing UTF-8. */
#include "vt_utf8.h"
#include <stdbool.h>
#include <string.h>
#include "vt_simd.h"

/* What may follow a lead byte (Unicode table 3-7): how many bytes, and the range of the first. */
typedef struct lead {
  unsigned char more, low, high;
} lead;

static lead lead_of(unsigned char byte)
{
  if (byte < 0xC2 || byte > 0xF4) return (lead){ 0, 0, 0 };
  if (byte < 0xE0) return (lead){ 1, 0x80, 0xBF };
  if (byte == 0xE0) return (lead){ 2, 0xA0, 0xBF };
  if (byte == 0xED) return (lead){ 2, 0x80, 0x9F }; /* no surrogates */
  if (byte < 0xF0) return (lead){ 2, 0x80, 0xBF };
  if (byte == 0xF0) return (lead){ 3, 0x90, 0xBF };
  if (byte == 0xF4) return (lead){ 3, 0x80, 0x8F }; /* up to U+10FFFF */
  return (lead){ 3, 0x80, 0xBF };
}

size_t vt_utf8_valid(const char *bytes, size_t len)
{
  size_t at = 0;
  while (at < len) {
    uint64_t eight;
    if (len - at >= 8 && (memcpy(&eight, bytes + at, 8), (eight & 0x8080808080808080u) == 0)) {
      at += 8;
      continue;
    }
    uint32_t cp;
    const size_t n = vt_utf8_read(bytes + at, len - at, &cp);
    if (n == 0) return at;
    at += n;
  }
  return at;
}

size_t vt_utf8_bad_len(const char *bytes, size_t len)
{
  const unsigned char *s = (const unsigned char *)bytes;
  const lead l = lead_of(s[0]);
  size_t n = 1;
  if (l.more == 0 || len < 2 || s[1] < l.low || s[1] > l.high) return 1;
  do n++;
  while (n <= l.more && n < len && vt_utf8_continues(s[n]));
  return n;
}

/* How many bytes of x have bit 0 set; it has no others. */
static inline uint32_t sum_bytes(uint64_t x)
{
  return (uint32_t)(x * 0x0101010101010101u >> 56);
}

static vt_utf8_counts count_words(const char *bytes, size_t len)
{
  const uint64_t ones = 0x0101010101010101u;
  vt_utf8_counts n = { (uint32_t)len, 0 };
  while (len > 0) {
    uint64_t x = 0;
    const size_t step = len < sizeof x ? len : sizeof x;
    memcpy(&x, bytes, step);
    n.characters -= sum_bytes(x >> 7 & ~(x >> 6) & ones); /* less what continues one */
    n.fours += sum_bytes(x >> 7 & x >> 6 & x >> 5 & x >> 4 & ones);
    bytes += step;
    len -= step;
  }
  return n;
}

#if VT_SSE2
enum { COUNTED = 255 * VT_SIMD_BYTES }; /* as much as counters of a byte can hold */

/* Blocks of 16 bytes, COUNTED at most; those of four bytes are counted only where there are any. */
static vt_utf8_counts count_blocks(const char *bytes, size_t len)
{
  const __m128i zero = _mm_setzero_si128();
  __m128i begins = zero, highest = zero;
  for (size_t at = 0; at < len; at += VT_SIMD_BYTES) {
    const __m128i x = _mm_loadu_si128((const __m128i *)(const void *)(bytes + at));
    begins = _mm_sub_epi8(begins, _mm_cmpgt_epi8(x, _mm_set1_epi8(-65))); /* all but 80 to BF */
    highest = _mm_max_epu8(highest, x);
  }
  const __m128i sums = _mm_sad_epu8(begins, zero);
  const __m128i four = _mm_subs_epu8(highest, _mm_set1_epi8((char)0xEF));
  const bool any_four = _mm_movemask_epi8(_mm_cmpeq_epi8(four, zero)) != 0xFFFF;
  return (vt_utf8_counts){
    (uint32_t)(_mm_cvtsi128_si32(sums) + _mm_cvtsi128_si32(_mm_srli_si128(sums, 8))),
    any_four ? count_words(bytes, len).fours : 0,
  };
}
#endif

vt_utf8_counts vt_utf8_count(const char *bytes, size_t len)
{
  vt_utf8_counts all = { 0, 0 };
#if VT_SSE2
  while (len >= VT_SIMD_BYTES) {
    const size_t step = len < COUNTED ? len & ~(size_t)(VT_SIMD_BYTES - 1) : COUNTED;
    const vt_utf8_counts n = count_blocks(bytes, step);
    all.characters += n.characters;
    all.fours += n.fours;
    bytes += step;
    len -= step;
  }
#endif
  const vt_utf8_counts rest = count_words(bytes, len);
  return (vt_utf8_counts){ all.characters + rest.characters, all.fours + rest.fours };
}

size_t vt_utf8_put(uint32_t cp, char *to)
{
  if (cp < 0x80) {
    to[0] = (char)cp;
    return 1;
  }
  if (cp < 0x800) {
    to[0] = (char)(0xC0 | cp >> 6);
    to[1] = (char)(0x80 | (cp & 0x3F));
    return 2;
  }
  if (cp < 0x10000) {
    to[0] = (char)(0xE0 | cp >> 12);
    to[1] = (char)(0x80 | (cp >> 6 & 0x3F));
    to[2] = (char)(0x80 | (cp & 0x3F));
    return 3;
  }
  to[0] = (char)(0xF0 | cp >> 18);
  to[1] = (char)(0x80 | (cp >> 12 & 0x3F));
  to[2] = (char)(0x80 | (cp >> 6 & 0x3F));
  to[3] = (char)(0x80 | (cp & 0x3F));
  return 4;
}
