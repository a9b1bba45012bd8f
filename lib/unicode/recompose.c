/* recompose.c - text with a mark in every third letter, in one pass over blocks of 16 bytes. */
#include "vt_recompose.h"
#include <string.h>
#include "vt_clean.h"
#include "vt_compose.h"
#include "vt_stretch.h"
#include "vt_utf8.h"

enum {
  AHEAD = 80,      /* what a step may look at: a window, and blocks behind its last run */
  REACH = 60,      /* of a window of 64: room for two marks and what follows them */
  TOO_FAR = 1 << 9 /* without a mark */
};

/* Marks of U+0300..033F by their last six bits: the tones, 6 hat, 7 breve, 8 horn, 9 all others. */
enum { HAT = 6, BREVE = 7, HORN = 8, OTHER = 9, MARKS = 10 };
#define ROW(a, b, c, d, e, f, g, h) a, b, c, d, e, f, g, h
#define OTHERS                      ROW(OTHER, OTHER, OTHER, OTHER, OTHER, OTHER, OTHER, OTHER)
static const uint8_t marks[64] = {
  ROW(VITEXT_TONE_HUYEN, VITEXT_TONE_SAC, HAT, VITEXT_TONE_NGA, OTHER, OTHER, BREVE, OTHER),
  ROW(OTHER, VITEXT_TONE_HOI, OTHER, OTHER, OTHER, OTHER, OTHER, OTHER),
  OTHERS,
  ROW(OTHER, OTHER, OTHER, HORN, OTHER, OTHER, OTHER, OTHER),
  ROW(OTHER, OTHER, OTHER, VITEXT_TONE_NANG, OTHER, OTHER, OTHER, OTHER),
  OTHERS,
  OTHERS,
  OTHERS,
};
#undef ROW
#undef OTHERS

/* What one or two marks (row, column) add up to: a tone and a quality from 0 (none) to 3 (horn).
 * SWAP: the quality comes after a tone of its class, which only a repair puts right. NO: not for
 * us. ODD: not in canonical order, in which the dot comes before hat and breve, but behind the
 * horn. */
enum { NO = 128, SWAP = 64, ODD = 32, Q1 = 1 << 3, Q2 = 2 << 3, Q3 = 3 << 3 };
#define TONE_ROW(t)                                                                                \
  {                                                                                                \
    t, NO, NO, NO, NO, NO, (t) | Q1 | SWAP, (t) | Q2 | SWAP, (t) | Q3 | ODD, NO                    \
  }
#define QUALITY_ROW(q, dot)                                                                        \
  {                                                                                                \
    q, (q) | 1, (q) | 2, (q) | 3, (q) | 4, (q) | 5 | (dot), NO, NO, NO, NO                         \
  }
static const uint8_t sums[MARKS][MARKS] = {
  { NO, NO, NO, NO, NO, NO, NO, NO, NO, NO }, /* no mark */
  TONE_ROW(1),
  TONE_ROW(2),
  TONE_ROW(3),
  TONE_ROW(4),
  { 5, NO, NO, NO, NO, NO, 5 | Q1, 5 | Q2, 5 | Q3 | ODD, NO },
  QUALITY_ROW(Q1, ODD),
  QUALITY_ROW(Q2, ODD),
  QUALITY_ROW(Q3, 0),
  { NO, NO, NO, NO, NO, NO, NO, NO, NO, NO }, /* others */
};

/* Where in vt_letter_spelled the six tones stand of what a letter becomes with no, hat, breve,
 * horn; 0: it does not take that. */
#define TONES(code, upper) (uint16_t)(((code)*2 + (upper)) * 6)
#define VOWEL(low, up, plain, hat, breve, horn)                                                    \
  [low] = { TONES(plain, 0), TONES(hat, 0), TONES(breve, 0), TONES(horn, 0) }, [up] = {            \
    TONES(plain, 1), TONES(hat, hat != 0), TONES(breve, breve != 0), TONES(horn, horn != 0)        \
  }
static const uint16_t vowels[128][4] = {
  VOWEL('a', 'A', VT_A, VT_A_HAT, VT_A_BREVE, 0),
  VOWEL('e', 'E', VT_E, VT_E_HAT, 0, 0),
  VOWEL('i', 'I', VT_I, 0, 0, 0),
  VOWEL('o', 'O', VT_O, VT_O_HAT, 0, VT_O_HORN),
  VOWEL('u', 'U', VT_U, 0, 0, VT_U_HORN),
  VOWEL('y', 'Y', VT_Y, 0, 0, 0),
};

/* The same for a letter of several bytes, which takes a tone if it has none: half composed. */
static void find_vowel(const char *in, uint32_t at, uint16_t vowel[4])
{
  const unsigned bits = vt_letter_bits(vt_utf8_next(in, &at));
  const unsigned code = vt_letter_code(bits);
  const bool takes = vt_letter_is_vowel((uint8_t)code) && vt_letter_tone(bits) == 0;
  vowel[0] = takes ? TONES(code, vt_letter_is_upper(bits)) : 0;
}

/* Begin of the character before at. */
static inline uint32_t before(const char *in, uint32_t at)
{
  do at--;
  while (((unsigned char)in[at] & 0xC0) == 0x80);
  return at;
}

/* Where the letter begins whose first mark is at at. */
static inline uint32_t base_of(const char *in, uint32_t at)
{
  return (unsigned char)in[at - 1] < 0x80 ? at - 1 : before(in, at);
}

VT_INLINE void copy_run(vt_stretch *s, uint32_t end)
{
  uint32_t n = end - s->at;
  vt_copy_block(s->to, s->in + s->at);
  for (uint32_t done = VT_SIMD_BYTES; done < n; done += VT_SIMD_BYTES)
    vt_copy_block(s->to + done, s->in + s->at + done);
  vt_stretch_copied(s, n);
}

/* As far as a window can be composed without looking beyond it: before a character that is cut off,
 * before a letter whose marks or what follows them might lie there, and before what is not for us
 * and a letter that it might change. */
static inline uint32_t window_end(const char *in, uint32_t begin, vt_marked m)
{
  const uint64_t firsts = m.marks & ~(m.marks << 2);
  const uint64_t rest = m.rest | (firsts & m.marks >> 2 & m.marks >> 4) << 4; /* third marks */
  if (rest != 0) {
    uint32_t at = vt_lowest_bit_64(rest);
    while (at > 0 && (m.within >> at & 1) != 0) at--; /* it may lie in the mark before */
    bool marked = (m.marks >> at & 1) != 0;
    for (; at >= 2 && (m.marks >> (at - 2) & 1) != 0; at -= 2) marked = true;
    if (marked) at = at == 0 ? 0 : base_of(in, begin + at) - begin;
    if (at < REACH) return begin + at;
  }
  const uint32_t end = begin + REACH;
  if ((firsts >> REACH & 1) != 0) return base_of(in, end);
  if ((m.within >> REACH & 1) == 0) return end;
  const uint32_t cut = before(in, end);
  return (m.marks >> (cut - begin) & 1) != 0 ? end : cut; /* marks go with their letter */
}

/* One window from s->at; *fence: what is before it is composed for good. False: it stopped at
 * something that is not for us, or w has failed. refused: NO, and SWAP where nothing is repaired.
 */
VT_INLINE bool compose_window(vt_writer *w, vt_stretch *s, uint32_t *fence, unsigned refused)
{
  const char *in = s->in;
  const uint32_t begin = s->at;
  const vt_marked m = vt_marked_at(in + begin);
  const uint32_t end = window_end(in, begin, m);
  uint64_t firsts = m.marks & ~(m.marks << 2) & (((uint64_t)1 << (end - begin)) - 1);
  if ((m.marks & 1) != 0) return false; /* a mark without a letter */
  for (; firsts != 0; firsts &= firsts - 1) {
    const uint32_t at = begin + vt_lowest_bit_64(firsts);
    const unsigned char *const mark = (const unsigned char *)in + at;
    const uint16_t *vowel = vowels[mark[-1] & 0x7F];
    uint16_t half[4] = { 0 };
    uint32_t base = at - 1;
    if (mark[-1] >= 0x80) {
      base = before(in, at);
      find_vowel(in, base, half);
      vowel = half;
    }
    copy_run(s, base);
    const unsigned two = mark[2] == 0xCC; /* no branch: half of the letters have two marks */
    const unsigned sum = sums[marks[mark[1] & 0x3F]][marks[mark[3] & 0x3F] & (0u - two)];
    const vt_spelled *letter = &vt_letter_spelled[0][0][0] + vowel[sum >> 3 & 3] + (sum & 7);
    memcpy(s->to, letter, 4);
    if (letter->len == 0 || (sum & refused) != 0) return false;
    const bool odd = mark[-1] >= 0x80 || (sum & (ODD | SWAP)) != 0; /* or half composed */
    if (!vt_stretch_change(s, w, letter->len, at - base + 2 + 2 * two,
                           odd ? VT_MAP_CHANGED : VT_MAP_COMPOSED))
      return false;
    *fence = s->at;
  }
  if (s->at < end) copy_run(s, end);
  return s->at > begin;
}

VT_INLINE size_t compose_stretch(vt_writer *w, const char *in, size_t len, size_t at, bool repair)
{
  const size_t stop = len - at < VT_STRETCH_BYTES ? len : at + VT_STRETCH_BYTES;
  const unsigned refused = repair ? NO : NO | SWAP;
  if (stop - at < AHEAD || !vt_writer_room(w, stop - at)) return at;
  vt_stretch s = vt_stretch_open(w, in, at);
  uint32_t fence = s.at;
  while (stop - s.at >= AHEAD && s.at - fence < TOO_FAR && compose_window(w, &s, &fence, refused)) {
  }
  if (w->status != VITEXT_OK) return s.at;
  if (s.at > fence && s.at < len &&
      (unsigned char)in[s.at] >= 0x80) { /* perhaps a mark of the last */
    const uint32_t n = s.at - before(in, s.at);
    s.at -= n;
    s.to -= n;
    s.copied -= n;
  }
  vt_stretch_close(s, w);
  return s.at;
}

#if VT_AVX2
VT_FOR_AVX2 static size_t compose_avx2(vt_writer *w, const char *in, size_t len, size_t at,
                                       bool repair)
{
  return compose_stretch(w, in, len, at, repair);
}
#endif

size_t vt_recompose(vt_writer *w, const char *in, size_t len, size_t at, bool repair)
{
#if VT_AVX2
  if (vt_has_avx2()) return compose_avx2(w, in, len, at, repair);
#endif
  return compose_stretch(w, in, len, at, repair);
}
