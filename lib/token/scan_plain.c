/* scan_plain.c - the short way through most of a text: blanks, marks, and words to which nothing is
 * glued that could make them something else. A word is looked at once; when its bytes come again,
 * what it is comes from the memo. What else comes is left to scan_word.c and its sisters, which
 * would give these tokens the same kinds, flags and ids. */
#include "vt_memo.h"
#include "vt_scan.h"
#include "vt_simd.h"

/* What a byte behind a word does. */
enum {
  GLUED,  /* may go on with it, or make it part of an address, a number, a name */
  APART,  /* is no part of it */
  DOT,    /* is no part of it where a blank follows, but of some abbreviations */
  COLON,  /* is no part of it where a blank follows */
  GENERAL /* E2: general punctuation, which is no part of it but for the apostrophe */
};
static const uint8_t behind[256] = {
  ['\t'] = APART, ['\n'] = APART, ['\r'] = APART, [' '] = APART,    ['!'] = APART, ['"'] = APART,
  ['('] = APART,  [')'] = APART,  [','] = APART,  [';'] = APART,    ['<'] = APART, ['='] = APART,
  ['>'] = APART,  ['?'] = APART,  ['['] = APART,  [']'] = APART,    ['|'] = APART, ['{'] = APART,
  ['}'] = APART,  ['.'] = DOT,    [':'] = COLON,  [0xE2] = GENERAL,
};

static inline bool is_blank(char c)
{
  return c == ' ' || c == '\n' || c == '\r';
}

static inline bool is_over(const char *s, unsigned allowed)
{
  if (allowed == VT_BEHIND_ANYTHING) return true;
  switch (behind[(unsigned char)s[0]]) {
  case APART: return true;
  case DOT: return allowed == VT_BEHIND_APART && is_blank(s[1]);
  case COLON: return is_blank(s[1]);
  case GENERAL: return (unsigned char)s[1] == 0x80 && (unsigned char)s[2] != 0x99;
  default: return false;
  }
}

#if VT_SSE2
/* The letters at s, where 16 bytes can be read: a piece if there are 1 to 15 bytes of them. */
VT_INLINE void cut(const char *s, vt_piece *p)
{
  static const uint8_t masks[2 * VT_MEMO_BYTES] = { 255, 255, 255, 255, 255, 255, 255, 255,
                                                    255, 255, 255, 255, 255, 255, 255, 255 };
  const __m128i x = _mm_loadu_si128((const __m128i *)(const void *)s);
  /* Small letters are now the largest bytes that are not negative; no byte of UTF-8 goes around. */
  const __m128i small =
      _mm_add_epi8(_mm_or_si128(x, _mm_set1_epi8(0x20)), _mm_set1_epi8(0x7F - 'z'));
  const __m128i letters = _mm_cmpgt_epi8(small, _mm_set1_epi8(0x7F - 'z' + 'a' - 1));
  const uint32_t all = (uint32_t)_mm_movemask_epi8(_mm_or_si128(letters, x));
  p->len = vt_lowest_bit(~all);
  const uint8_t *mask = masks + VT_MEMO_BYTES - p->len;
  const __m128i bytes = _mm_and_si128(x, _mm_loadu_si128((const __m128i *)(const void *)mask));
  memcpy(&p->low, &bytes, sizeof p->low);
  const __m128i high = _mm_unpackhi_epi64(bytes, bytes);
  memcpy(&p->high, &high, sizeof p->high);
}
#else
/* A bit at the top of each byte of x that is ASCII and no letter. */
static inline uint64_t not_letters(uint64_t x)
{
  const uint64_t low = (x & ~VT_WORD_TOPS) | 0x20 * VT_WORD_ONES;
  const uint64_t from_a = low + (0x80 - 'a') * VT_WORD_ONES;
  const uint64_t above_z = low + (0x7F - 'z') * VT_WORD_ONES;
  return ~(x | (from_a & ~above_z)) & VT_WORD_TOPS;
}

/* The letters at s, where 16 bytes can be read: a piece if there are 1 to 15 bytes of them. */
VT_INLINE void cut(const char *s, vt_piece *p)
{
  const uint64_t low = vt_word_load(s), high = vt_word_load(s + 8);
  const uint64_t ends = not_letters(low), high_ends = not_letters(high);
  if (ends != 0) *p = (vt_piece){ vt_word_before(low, ends), 0, vt_word_first(ends) };
  else if (high_ends == 0) *p = (vt_piece){ low, high, VT_MEMO_BYTES };
  else *p = (vt_piece){ low, vt_word_before(high, high_ends), 8 + vt_word_first(high_ends) };
}
#endif

/* What is no letter at s as a piece; false: it may be something else than a mark alone. */
VT_INLINE bool cut_mark(const char *s, vt_piece *p)
{
  const unsigned char c = (unsigned char)s[0];
  const unsigned mark = vt_plain_marks[c];
  *p = (vt_piece){ c, 0, 1 };
  return mark == VT_PLAIN_ALWAYS || (mark == VT_PLAIN_BEFORE_BLANK && s[1] == ' ');
}

/* Up to where 16 bytes can be read and there is room, since a token takes a byte at least. */
static size_t reach(const vt_scanner *sc)
{
  const uint32_t left = sc->len - sc->at, room = sc->out->cap - sc->out->count;
  if (left < VT_MEMO_BYTES) return sc->at;
  return sc->at + (left - VT_MEMO_BYTES < room ? left - VT_MEMO_BYTES + 1 : room);
}

void vt_scan_plain(vt_scanner *sc)
{
  /* Copies, since a store to an array of bytes could change what sc points at. */
  const char *const text = sc->s;
  vt_tokens *const out = sc->out;
  vt_memo *const memo = sc->memo;
  const uint32_t shift = sc->memo_shift;
  const size_t stop = reach(sc);
  vt_token *item = out->items + out->count;
  vt_id *id = out->ids + out->count;
  uint8_t *cue = out->cues + out->count;
  size_t at = sc->at;
  while (at < stop) {
    vt_piece p;
    cut(text + at, &p);
    if (p.len - 1 >= VT_MEMO_BYTES - 1) {
      if (p.len > 0) break;
      if (!cut_mark(text + at, &p)) {
        if (text[at] != ' ') break;
        at++;
        continue;
      }
    }
    const vt_memo *m = vt_memo_at(memo, shift, p.low, p.high);
    if (m->low != p.low || m->high != p.high) {
      m = vt_memo_know(sc, (uint32_t)at, p);
      if (m == NULL) break;
      p.len = vt_memo_len(m);
    }
    const size_t end = at + p.len;
    size_t next = end + 1;
    if (text[end] != ' ') {
      if (!is_over(text + end, m->behind)) break;
      next = end;
    }
    *item++ = (vt_token){ (uint32_t)at, (uint32_t)end, m->kind, m->flags };
    *id++ = m->id;
    *cue++ = m->cues;
    at = next;
  }
  sc->at = (uint32_t)at;
  out->count = (uint32_t)(item - out->items);
}
