/* clean.c - the characters of ordinary Vietnamese text, recognised by their first two bytes. */
#include "vt_clean.h"
#include <stdint.h>
#include <string.h>
#include "vt_simd.h"
#include "vt_utf8.h"
#if VT_AVX2
#include <immintrin.h>
#endif

/* Other characters that stay as they are in NFC, that no repair touches or looks at, and that make
 * nothing with the one before them (UnicodeData.txt; tests/unit asks the slow way about each). They
 * are seldom in Vietnamese text, but each would cost a thousand instructions of it. Left out:
 * Greek and Cyrillic, whose letters are judged by their word, and Hangul, which composes. Sorted. */
static const struct quiet {
  uint32_t first, last;
} quiets[] = {
  { 0x1C0, 0x2C9 },     /* letters of pinyin and of phonetics */
  { 0x2CC, 0x2FF },     /* without the clones of tone marks, U+02CA and U+02CB */
  { 0x5D0, 0x5EA },     /* Hebrew */
  { 0x620, 0x64A },     /* Arabic */
  { 0x660, 0x66D },     /* its figures */
  { 0x671, 0x6D3 },     /* Persian */
  { 0xE01, 0xE30 },     /* Thai */
  { 0xE40, 0xE46 },     /* Thai vowels that stand before */
  { 0x10D0, 0x10FA },   /* Georgian */
  { 0x1E00, 0x1E7F },   /* transliteration */
  { 0x2074, 0x207F },   /* superscripts */
  { 0x2116, 0x2116 },   /* number sign */
  { 0x2122, 0x2122 },   /* trade mark */
  { 0x2190, 0x22FF },   /* arrows, mathematics */
  { 0x2500, 0x2775 },   /* boxes, shapes, dingbats */
  { 0x3001, 0x3029 },   /* Chinese punctuation */
  { 0x3041, 0x3096 },   /* Hiragana */
  { 0x30A1, 0x30FA },   /* Katakana */
  { 0x3400, 0x4DBF },   /* Chinese */
  { 0x4E00, 0x9FFF },   /* Chinese */
  { 0xE000, 0xF8FF },   /* bullets of symbol fonts */
  { 0x1F300, 0x1FAFF }, /* emoji */
};

/* The length of a quiet character at bytes; 0: it is none. */
static size_t quiet_len(const char *bytes, size_t len)
{
  uint32_t cp;
  const size_t n = vt_utf8_read(bytes, len, &cp);
  if (n == 0) return 0;
  size_t low = 0, high = sizeof quiets / sizeof quiets[0];
  while (low < high) {
    const size_t middle = (low + high) / 2;
    if (cp > quiets[middle].last) low = middle + 1;
    else high = middle;
  }
  return low < sizeof quiets / sizeof quiets[0] && cp >= quiets[low].first ? n : 0;
}

/* Left out on purpose: NBSP C2A0, soft hyphen C2AD, acute C2B4, Eth C390, eth C3B0, U+0189 C689,
 * the blanks, joiners and line marks of U+2000..200F and U+202F. */
size_t vt_clean_character(const char *bytes, size_t len, bool plain)
{
  const unsigned char *s = (const unsigned char *)bytes;
  if (s[0] < 0x80) return 1;
  if (len < 2 || (s[1] & 0xC0) != 0x80) return 0;
  switch (s[0]) {
  case 0xC2:
    if (plain && (s[1] == 0xAB || s[1] == 0xBB)) return 0;
    return s[1] == 0xA0 || s[1] == 0xAD || s[1] == 0xB4 ? 0 : 2;
  case 0xC3: return s[1] == 0x90 || s[1] == 0xB0 ? 0 : 2;
  case 0xC4:
  case 0xC5: return 2;
  case 0xC6: return s[1] == 0x89 ? 0 : 2;
  case 0xE1:
    if (len > 2 && s[1] >= 0xBA && s[1] <= 0xBB && (s[2] & 0xC0) == 0x80) return 3;
    break;
  case 0xE2:
    if (plain || len < 3 || (s[2] & 0xC0) != 0x80) return 0;
    if (s[1] == 0x80) return s[2] >= 0x90 && s[2] != 0xAF ? 3 : 0;
    if (s[1] == 0x82) return 3; /* currency and subscripts */
    break;
  default: break;
  }
  return plain ? 0 : quiet_len(bytes, len);
}

/* Walk by characters from at, which begins one, to the first that is not clean or to end or just
 * behind it. */
static size_t walk(const char *bytes, size_t len, size_t at, size_t end, bool plain)
{
  while (at < end) {
    const size_t n = vt_clean_character(bytes + at, len - at, plain);
    if (n == 0) break;
    at += n;
  }
  return at;
}

size_t vt_clean_len(const char *bytes, size_t len, bool plain)
{
  size_t at = 0;
  while (at < len) {
    const size_t ascii = vt_clean_ascii_len(bytes + at, len - at);
    const size_t end = at + ascii + 1 < len ? at + ascii + 1 : len;
    const size_t next = walk(bytes, len, at + ascii, end, plain);
    if (next < end) return next;
    at = next;
  }
  return at;
}

#if VT_AVX2
/* Classes of bytes by their two halves (the technique of Keiser and Lemire, "Validating UTF-8 in
 * less than one instruction per byte"): CONT 80-BF, TWO C4 C5, C3, C6, E1, E2; the two top bits
 * together with no other mean a byte that is not ours, C2 among them, which the walk above looks
 * at. */
enum {
  CONT = 1,
  TWO = 2,
  LEAD_C3 = 4,
  LEAD_C6 = 8,
  LEAD_E1 = 16,
  LEAD_E2 = 32,
  BAD_C = 64,
  BAD_E = -128,
  BAD = -64
};
#define ROW(...) _mm256_setr_epi8(__VA_ARGS__, __VA_ARGS__)

/* What a byte forbids before it, as bits of the classes above: 90 and B0 stand behind no C3, 89
 * behind no C6; only BA, BB behind E1 and only 80 behind E2 (those two are turned by FLIP). 8x and
 * AF (two top bits) are not the third byte of E2 80. */
enum { FLIP = LEAD_E1 | LEAD_E2, NOT_8 = 64, NOT_AF = -128 };

typedef struct tables {
  __m256i high, low, before_high, before_low;
} tables;

VT_FOR_AVX2 static inline tables make_tables(void)
{
  enum { CC = TWO | LEAD_C3 | LEAD_C6 | BAD_C, EE = LEAD_E1 | LEAD_E2 | BAD_E };
  tables t;
  t.high = ROW(0, 0, 0, 0, 0, 0, 0, 0, CONT, CONT, CONT, CONT, CC, BAD, EE, BAD);
  t.low =
      ROW(CONT | BAD, CONT | LEAD_E1 | BAD_C, CONT | LEAD_E2 | BAD_C, CONT | LEAD_C3 | BAD_E,
          CONT | TWO | BAD_E, CONT | TWO | BAD_E, CONT | LEAD_C6 | BAD_E, CONT | BAD, CONT | BAD,
          CONT | BAD, CONT | BAD, CONT | BAD, CONT | BAD, CONT | BAD, CONT | BAD, CONT | BAD);
  t.before_high = ROW(0, 0, 0, 0, 0, 0, 0, 0, LEAD_C6 | LEAD_E2 | NOT_8, LEAD_C3, NOT_AF,
                      LEAD_C3 | LEAD_E1, 0, 0, 0, 0);
  t.before_low =
      ROW(LEAD_C3 | LEAD_E2 | NOT_8, NOT_8, NOT_8, NOT_8, NOT_8, NOT_8, NOT_8, NOT_8, NOT_8,
          LEAD_C6 | NOT_8, LEAD_E1 | NOT_8, LEAD_E1 | NOT_8, NOT_8, NOT_8, NOT_8, NOT_8 | NOT_AF);
  return t;
}

/* Not 0: some byte of x is not clean. *classes: those of the bytes before, then those of x. */
VT_FOR_AVX2 static inline unsigned unclean(__m256i x, const tables *t, __m256i *classes)
{
  const __m256i low4 = _mm256_set1_epi8(15), zero = _mm256_setzero_si256();
  const __m256i high_half = _mm256_and_si256(_mm256_srli_epi16(x, 4), low4);
  const __m256i low_half = _mm256_and_si256(x, low4);
  const __m256i now = _mm256_and_si256(_mm256_shuffle_epi8(t->high, high_half),
                                       _mm256_shuffle_epi8(t->low, low_half));
  const __m256i before = _mm256_and_si256(_mm256_shuffle_epi8(t->before_high, high_half),
                                          _mm256_shuffle_epi8(t->before_low, low_half));
  const __m256i joint = _mm256_permute2x128_si256(*classes, now, 0x21);
  const __m256i one = _mm256_alignr_epi8(now, joint, 15), two = _mm256_alignr_epi8(now, joint, 14);
  *classes = now;
  const __m256i leads = _mm256_set1_epi8(TWO | LEAD_C3 | LEAD_C6 | LEAD_E1 | LEAD_E2);
  const __m256i threes = _mm256_set1_epi8(LEAD_E1 | LEAD_E2);
  const __m256i wanted = _mm256_cmpeq_epi8(
      _mm256_or_si256(_mm256_and_si256(one, leads), _mm256_and_si256(two, threes)), zero);
  const __m256i got = _mm256_cmpeq_epi8(_mm256_and_si256(now, _mm256_set1_epi8(CONT)), zero);
  __m256i wrong = _mm256_xor_si256(wanted, got);
  wrong = _mm256_or_si256(wrong, _mm256_and_si256(now, _mm256_set1_epi8(BAD)));
  const __m256i pairs = _mm256_xor_si256(before, _mm256_set1_epi8(FLIP));
  wrong = _mm256_or_si256(
      wrong, _mm256_and_si256(_mm256_and_si256(one, pairs),
                              _mm256_set1_epi8(LEAD_C3 | LEAD_C6 | LEAD_E1 | LEAD_E2)));
  const __m256i e2 = _mm256_and_si256(two, _mm256_set1_epi8(LEAD_E2));
  const __m256i e2_64 = _mm256_add_epi8(e2, e2), e2_128 = _mm256_add_epi8(e2_64, e2_64);
  wrong = _mm256_or_si256(wrong, _mm256_and_si256(_mm256_or_si256(e2_64, e2_128), before));
  return ~(unsigned)_mm256_movemask_epi8(_mm256_cmpeq_epi8(wrong, zero));
}

/* Blocks are copied while they are in registers: a copy of its own would read them again, and
 * memcpy is slow on some machines where the two places do not lie alike. */
VT_FOR_AVX2 static size_t copy_avx2(char *to, const char *bytes, size_t len, bool *stopped)
{
  const tables t = make_tables();
  __m256i classes = _mm256_setzero_si256();
  size_t at = 0; /* all before at is clean, but for a character that goes on behind it */
  while (len - at >= 32) {
    const __m256i x = _mm256_loadu_si256((const __m256i *)(const void *)(bytes + at));
    const unsigned wrong = unclean(x, &t, &classes);
    _mm256_storeu_si256((__m256i *)(void *)(to + at), x);
    if (wrong == 0) {
      at += 32;
      continue;
    }
    size_t begin =
        at + vt_lowest_bit(wrong); /* may be a byte within, or just behind, its character */
    for (int i = 0; i < 2 && begin > 0; i++) {
      if (((unsigned char)bytes[begin - 1] & 0x80) != 0) begin--;
      else break;
    }
    while (begin > 0 && ((unsigned char)bytes[begin] & 0xC0) == 0x80) begin--;
    const size_t next = walk(bytes, len, begin, at + 32, false);
    *stopped = next < at + 32;
    if (*stopped) return next;
    for (at += 32; at < next; at++) to[at] = bytes[at];
    classes = _mm256_setzero_si256();
  }
  size_t lead = at; /* a character that the last block has only begun is left for the caller */
  while (lead > 0 && ((unsigned char)bytes[lead - 1] & 0xC0) == 0x80) lead--;
  if (lead > 0 && (unsigned char)bytes[lead - 1] >= 0xC0) {
    const size_t whole = (unsigned char)bytes[lead - 1] >= 0xE0 ? 3 : 2;
    if (at - (lead - 1) < whole) return lead - 1;
  }
  return at;
}
#endif

size_t vt_clean_copy(char *to, const char *bytes, size_t len, bool plain)
{
  size_t at = 0;
#if VT_AVX2
  bool stopped = false;
  if (!plain && len >= 64 && vt_has_avx2()) at = copy_avx2(to, bytes, len, &stopped);
  if (stopped) return at;
#endif
  const size_t rest = vt_clean_len(bytes + at, len - at, plain);
  memcpy(to + at, bytes + at, rest);
  return at + rest;
}

size_t vt_clean_ascii_len(const char *bytes, size_t len)
{
  size_t at = 0;
  uint64_t eight;
  for (; len - at >= 8; at += 8) {
    memcpy(&eight, bytes + at, 8);
    if ((eight & 0x8080808080808080u) != 0) break;
  }
  while (at < len && (unsigned char)bytes[at] < 0x80) at++;
  return at;
}
