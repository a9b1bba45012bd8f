/* vt_simd.h - sixteen bytes at a time: SSE2 where the compiler has it, two words elsewhere. Both
 * give the same answers; -DVT_PORTABLE=1 builds without the vector code, AVX2 too. */
#ifndef VT_SIMD_H
#define VT_SIMD_H
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#ifndef VT_PORTABLE
#define VT_PORTABLE 0
#endif
#if defined(__SSE2__) && !VT_PORTABLE
#define VT_SSE2 1
#include <emmintrin.h>
#else
#define VT_SSE2 0
#endif
#if VT_SSE2 && (defined(__GNUC__) || defined(__clang__))
#define VT_AVX2 1 /* compiled for, used if the machine has it */
#else
#define VT_AVX2 0
#endif

enum { VT_SIMD_BYTES = 16 };

#if !VT_SSE2
/* One bit for each byte of x whose top bit is set. */
static inline unsigned vt_top_bits(uint64_t x)
{
  return (unsigned)(((x & 0x8080808080808080u) >> 7) * 0x0102040810204080u >> 56);
}

static inline uint64_t vt_word_at(const void *p)
{
  const unsigned char *s = p; /* the first byte lowest, on every machine */
  uint64_t x = 0;
  for (int i = 7; i >= 0; i--) x = x << 8 | s[i];
  return x;
}
#endif

/* Copy 16 bytes; the result has a bit for each byte that is not ASCII, the first byte lowest. */
static inline unsigned vt_copy_block(char *to, const char *from)
{
#if VT_SSE2
  const __m128i x = _mm_loadu_si128((const __m128i *)(const void *)from);
  _mm_storeu_si128((__m128i *)(void *)to, x);
  return (unsigned)_mm_movemask_epi8(x);
#else
  memcpy(to, from, VT_SIMD_BYTES);
  return vt_top_bits(vt_word_at(from)) | vt_top_bits(vt_word_at(from + 8)) << 8;
#endif
}

/* A bit for each of 32 bytes that is not ASCII, the first byte lowest. */
static inline uint32_t vt_high_bits(const char *from)
{
#if VT_SSE2
  const __m128i *x = (const __m128i *)(const void *)from;
  return (uint32_t)_mm_movemask_epi8(_mm_loadu_si128(x)) |
         (uint32_t)_mm_movemask_epi8(_mm_loadu_si128(x + 1)) << 16;
#else
  uint32_t bits = 0;
  for (unsigned i = 0; i < 4; i++) bits |= (uint32_t)vt_top_bits(vt_word_at(from + 8 * i)) << 8 * i;
  return bits;
#endif
}

/* Of 32 bytes, a bit for each where something begins that is not ASCII, for each control and for
 * each blank behind another; and for each E1, which begins three bytes. */
typedef struct vt_odd {
  uint32_t begins, threes;
} vt_odd;
static inline vt_odd vt_odd_bytes(const char *from)
{
#if VT_SSE2
  const __m128i *x = (const __m128i *)(const void *)from;
  const __m128i space = _mm_set1_epi8(' '), lead = _mm_set1_epi8(-64), three = _mm_set1_epi8(-31);
  uint32_t blanks = 0;
  vt_odd odd = { 0, 0 };
  for (unsigned i = 0; i < 2; i++) {
    const __m128i block = _mm_loadu_si128(x + i);
    const __m128i within = _mm_cmplt_epi8(block, lead); /* 80 to BF: as signed bytes the lowest */
    const __m128i low = _mm_andnot_si128(within, _mm_cmplt_epi8(block, space));
    odd.begins |= (uint32_t)_mm_movemask_epi8(low) << 16 * i;
    odd.threes |= (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(block, three)) << 16 * i;
    blanks |= (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(block, space)) << 16 * i;
  }
  odd.begins |= blanks & blanks << 1;
#else
  vt_odd odd = { 0, 0 };
  for (unsigned i = 0; i < 32; i++) {
    const unsigned char c = (unsigned char)from[i];
    const bool blanks = c == ' ' && i > 0 && from[i - 1] == ' ';
    odd.begins |= (uint32_t)(c < ' ' || c >= 0xC0 || blanks) << i;
    odd.threes |= (uint32_t)(c == 0xE1) << i;
  }
#endif
  return odd;
}

/* Copy 16 bytes, A-Z made a-z. */
static inline void vt_lower_block(char *to, const char *from)
{
#if VT_SSE2
  const __m128i x = _mm_loadu_si128((const __m128i *)(const void *)from);
  const __m128i upper = _mm_and_si128(_mm_cmpgt_epi8(x, _mm_set1_epi8('A' - 1)),
                                      _mm_cmplt_epi8(x, _mm_set1_epi8('Z' + 1)));
  const __m128i lower = _mm_add_epi8(x, _mm_and_si128(upper, _mm_set1_epi8(32)));
  _mm_storeu_si128((__m128i *)(void *)to, lower);
#else
  for (unsigned i = 0; i < VT_SIMD_BYTES; i++) {
    const unsigned char c = (unsigned char)from[i];
    to[i] = (char)(c - 'A' < 26u ? c + 32 : c);
  }
#endif
}

/* Place of the lowest bit; x is not 0. */
static inline unsigned vt_lowest_bit(uint32_t x)
{
#if defined(__GNUC__)
  return (unsigned)__builtin_ctz(x);
#else
  unsigned n = 0;
  for (; (x & 1) == 0; x >>= 1) n++;
  return n;
#endif
}

#endif
