/* vt_simd.h - sixteen bytes at a time: SSE2 where the compiler has it, two words elsewhere. Both
 * give the same answers; -DVT_PORTABLE=1 builds without the vector code, -DVT_NO_AVX2 without
 * AVX2 alone. */
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
#if VT_SSE2 && !defined(VT_NO_AVX2) && (defined(__GNUC__) || defined(__clang__))
#define VT_AVX2 1 /* compiled for, used if the machine has it */
#else
#define VT_AVX2 0
#endif

/* Loops that are made twice, for what they are given as a constant or for the machine they run on.
 */
#if defined(__GNUC__) || defined(__clang__)
#define VT_INLINE static inline __attribute__((always_inline))
#else
#define VT_INLINE static inline
#endif
#if VT_AVX2
#define VT_FOR_AVX2 __attribute__((target("avx2,bmi")))
static inline bool vt_has_avx2(void)
{
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi");
}
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
VT_INLINE unsigned vt_copy_block(char *to, const char *from)
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

/* Of 64 bytes (66 are read), a bit for each CC, which begins a mark of U+0300..033F, and for each
 * byte that is neither ASCII nor part of such a mark or of a character that no repair would touch
 * and that never changes the one before: of U+00C0..01BF but for eth and U+0189, of U+1E80..1EFF,
 * and of U+2010..203F but for U+202F. What is cut off at the end counts as whole. */
typedef struct vt_marked {
  uint64_t marks, rest, within;
} vt_marked;
VT_INLINE vt_marked vt_marked_at(const char *from)
{
  uint64_t marks = 0, twos = 0, threes = 0, high = 0, within = 0;
#if VT_SSE2
  for (unsigned i = 0; i < 64; i += VT_SIMD_BYTES) {
    const __m128i x = _mm_loadu_si128((const __m128i *)(const void *)(from + i));
    const __m128i second = _mm_loadu_si128((const __m128i *)(const void *)(from + i + 1));
    const __m128i third = _mm_loadu_si128((const __m128i *)(const void *)(from + i + 2));
    const __m128i past = _mm_sub_epi8(x, _mm_set1_epi8(-61));
    const __m128i two = _mm_cmpeq_epi8(_mm_min_epu8(past, _mm_set1_epi8(3)), past); /* C3 to C6 */
    const __m128i eth =
        _mm_cmpeq_epi8(_mm_and_si128(second, _mm_set1_epi8(-33)), _mm_set1_epi8(-112));
    const __m128i not_c3 = _mm_and_si128(_mm_cmpeq_epi8(x, _mm_set1_epi8(-61)), eth);
    const __m128i not_c6 = _mm_and_si128(_mm_cmpeq_epi8(x, _mm_set1_epi8(-58)),
                                         _mm_cmpeq_epi8(second, _mm_set1_epi8(-119)));
    const __m128i pair = _mm_cmpeq_epi8(_mm_or_si128(second, _mm_set1_epi8(1)), _mm_set1_epi8(-69));
    const __m128i e1 = _mm_and_si128(_mm_cmpeq_epi8(x, _mm_set1_epi8(-31)), pair);
    const __m128i e2 = _mm_and_si128(_mm_cmpeq_epi8(x, _mm_set1_epi8(-30)),
                                     _mm_cmpeq_epi8(second, _mm_set1_epi8(-128)));
    const __m128i blank = _mm_or_si128(_mm_cmplt_epi8(third, _mm_set1_epi8(-112)),
                                       _mm_cmpeq_epi8(third, _mm_set1_epi8(-81)));
    const __m128i three = _mm_or_si128(e1, _mm_andnot_si128(blank, e2));
    high |= (uint64_t)(unsigned)_mm_movemask_epi8(x) << i;
    within |= (uint64_t)(unsigned)_mm_movemask_epi8(_mm_cmplt_epi8(x, _mm_set1_epi8(-64))) << i;
    marks |= (uint64_t)(unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(x, _mm_set1_epi8(-52))) << i;
    twos |=
        (uint64_t)(unsigned)_mm_movemask_epi8(_mm_andnot_si128(_mm_or_si128(not_c3, not_c6), two))
        << i;
    threes |= (uint64_t)(unsigned)_mm_movemask_epi8(three) << i;
  }
#else
  for (unsigned i = 0; i < 64; i++) {
    const unsigned char c = (unsigned char)from[i], second = (unsigned char)from[i + 1];
    const unsigned char third = (unsigned char)from[i + 2];
    const bool eth = (c == 0xC3 && (second & 0xDF) == 0x90) || (c == 0xC6 && second == 0x89);
    const bool e1 = c == 0xE1 && (second | 1) == 0xBB;
    const bool e2 =
        c == 0xE2 && second == 0x80 && !(third >= 0x80 && third < 0x90) && third != 0xAF;
    high |= (uint64_t)(c >= 0x80) << i;
    within |= (uint64_t)(c >= 0x80 && c < 0xC0) << i;
    marks |= (uint64_t)(c == 0xCC) << i;
    twos |= (uint64_t)(c >= 0xC3 && c <= 0xC6 && !eth) << i;
    threes |= (uint64_t)(e1 || e2) << i;
  }
#endif
  const uint64_t known = marks | twos | threes, wanted = known << 1 | threes << 2;
  const uint64_t missing = wanted & ~within; /* and the one or two bytes before, which want them */
  const uint64_t rest = (high & ~(known | wanted)) | missing | missing >> 1 | missing >> 2;
  return (vt_marked){ marks, rest, within };
}

/* Of 64 bytes (65 are read), a bit for the first byte of each letter of U+00C0..U+01BF or
 * U+1E80..U+1EFF, and of each of the latter, which take three bytes; then for what else is not
 * plain ASCII: the begin of other characters, each control, each blank behind another. */
typedef struct vt_window {
  uint64_t letters, threes, others;
} vt_window;
VT_INLINE vt_window vt_window_at(const char *from)
{
  vt_window w = { 0, 0, 0 };
#if VT_SSE2
  const __m128i space = _mm_set1_epi8(' '), within = _mm_set1_epi8(-64), lead = _mm_set1_epi8(-31);
  uint64_t blanks = 0;
  for (unsigned i = 0; i < 64; i += VT_SIMD_BYTES) {
    const __m128i x = _mm_loadu_si128((const __m128i *)(const void *)(from + i));
    const __m128i next = _mm_loadu_si128((const __m128i *)(const void *)(from + i + 1));
    const __m128i past = _mm_sub_epi8(x, _mm_set1_epi8(-61));
    const __m128i two = _mm_cmpeq_epi8(_mm_min_epu8(past, _mm_set1_epi8(3)), past); /* C3 to C6 */
    const __m128i pair = _mm_cmpeq_epi8(_mm_or_si128(next, _mm_set1_epi8(1)), _mm_set1_epi8(-69));
    const __m128i three = _mm_and_si128(_mm_cmpeq_epi8(x, lead), pair); /* E1, then BA or BB */
    const __m128i letter = _mm_or_si128(two, three);
    const __m128i low = _mm_cmplt_epi8(x, space); /* of signed bytes 80 to BF are the lowest */
    const __m128i other = _mm_andnot_si128(_mm_or_si128(letter, _mm_cmplt_epi8(x, within)), low);
    w.letters |= (uint64_t)(unsigned)_mm_movemask_epi8(letter) << i;
    w.threes |= (uint64_t)(unsigned)_mm_movemask_epi8(three) << i;
    w.others |= (uint64_t)(unsigned)_mm_movemask_epi8(other) << i;
    blanks |= (uint64_t)(unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(x, space)) << i;
  }
  w.others |= blanks & blanks << 1;
#else
  for (unsigned i = 0; i < 64; i++) {
    const unsigned char c = (unsigned char)from[i], next = (unsigned char)from[i + 1];
    const bool three = c == 0xE1 && (next | 1) == 0xBB;
    const bool letter = three || (c >= 0xC3 && c <= 0xC6);
    const bool other = c < ' ' || c >= 0xC0 || (c == ' ' && i > 0 && from[i - 1] == ' ');
    w.letters |= (uint64_t)letter << i;
    w.threes |= (uint64_t)three << i;
    w.others |= (uint64_t)(other && !letter) << i;
  }
#endif
  return w;
}

/* Copy 16 bytes, A-Z made a-z. */
VT_INLINE void vt_lower_block(char *to, const char *from)
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
    to[i] = (char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
  }
#endif
}

/* Place of the lowest bit; x is not 0. */
VT_INLINE unsigned vt_lowest_bit(uint32_t x)
{
#if defined(__GNUC__)
  return (unsigned)__builtin_ctz(x);
#else
  unsigned n = 0;
  for (; (x & 1) == 0; x >>= 1) n++;
  return n;
#endif
}
VT_INLINE unsigned vt_lowest_bit_64(uint64_t x)
{
#if defined(__GNUC__)
  return (unsigned)__builtin_ctzll(x);
#else
  const uint32_t low = (uint32_t)x;
  return low != 0 ? vt_lowest_bit(low) : 32 + vt_lowest_bit((uint32_t)(x >> 32));
#endif
}

#endif
