/* vt_word.h - eight bytes at a time in one number, the same on every machine. */
#ifndef VT_WORD_H
#define VT_WORD_H
#include <stdint.h>
#include <string.h>

#define VT_WORD_ONES 0x0101010101010101u
#define VT_WORD_TOPS 0x8080808080808080u

/* The eight bytes at p, the first one lowest. */
static inline uint64_t vt_word_load(const void *p)
{
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
  uint64_t x; /* compilers do not always see one load in the other way */
  memcpy(&x, p, 8);
  return x;
#else
  const unsigned char *s = p;
  uint64_t x = 0;
  for (int i = 7; i >= 0; i--) x = x << 8 | s[i];
  return x;
#endif
}

/* Which of its bytes is the first that is not 0; x is not 0. */
static inline uint32_t vt_word_first(uint64_t x)
{
#if defined(__GNUC__)
  return (uint32_t)__builtin_ctzll(x) >> 3;
#else
  uint32_t n = 0;
  for (; (x & 0xFF) == 0; x >>= 8) n++;
  return n;
#endif
}

/* How many bytes it has up to the last that is not 0. */
static inline uint32_t vt_word_len(uint64_t x)
{
  uint32_t n = 0;
  for (; x != 0; x >>= 8) n++;
  return n;
}

/* Its first n bytes, zeros behind them; n is 1 to 8. */
static inline uint64_t vt_word_cut(uint64_t x, uint32_t n)
{
  return x & ~(uint64_t)0 >> (64 - 8 * n);
}

/* The bytes of x before the first one whose top bit is set in tops, which is not 0. */
static inline uint64_t vt_word_before(uint64_t x, uint64_t tops)
{
  return x & (((tops & (0 - tops)) >> 7) - 1);
}

#endif
