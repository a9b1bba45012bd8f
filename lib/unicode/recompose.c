/* recompose.c - text with a mark in every third letter, in one pass over blocks of 16 bytes. */
#include "vt_recompose.h"
#include "vt_clean.h"
#include "vt_compose.h"
#include "vt_simd.h"
#include "vt_utf8.h"

enum {
  STRETCH = 1 << 14, /* bytes for which room is asked at a time */
  AHEAD = 64,        /* what a step may look at: a window, and a letter with marks at its end */
  WINDOW = 32,       /* bytes whose letters are found at once */
  TOO_FAR = 1 << 9   /* without a mark */
};

/* Marks of U+0300..033F by their second byte: the tones, 6 hat, 7 breve, 8 horn. The rest: 0. */
enum { HAT = 6, BREVE = 7, HORN = 8, MARKS = 9 };
static const uint8_t marks[256] = { [0x80] = VITEXT_TONE_HUYEN,
                                    [0x81] = VITEXT_TONE_SAC,
                                    [0x83] = VITEXT_TONE_NGA,
                                    [0x89] = VITEXT_TONE_HOI,
                                    [0xA3] = VITEXT_TONE_NANG,
                                    [0x82] = HAT,
                                    [0x86] = BREVE,
                                    [0x9B] = HORN };

/* What one or two marks (row, column) add up to: a tone and a quality from 0 (none) to 3 (horn).
 * SWAP: the quality comes after a tone of its class, which only a repair puts right. NO: not for
 * us. */
enum { NO = 128, SWAP = 64, Q1 = 1 << 3, Q2 = 2 << 3, Q3 = 3 << 3 };
#define TONE_ROW(t)                                                                                \
  {                                                                                                \
    t, NO, NO, NO, NO, NO, (t) | Q1 | SWAP, (t) | Q2 | SWAP, (t) | Q3                              \
  }
#define QUALITY_ROW(q)                                                                             \
  {                                                                                                \
    q, (q) | 1, (q) | 2, (q) | 3, (q) | 4, (q) | 5, NO, NO, NO                                     \
  }
static const uint8_t sums[MARKS][MARKS] = {
  { NO, NO, NO, NO, NO, NO, NO, NO, NO },
  TONE_ROW(1),
  TONE_ROW(2),
  TONE_ROW(3),
  TONE_ROW(4),
  { 5, NO, NO, NO, NO, NO, 5 | Q1, 5 | Q2, 5 | Q3 }, /* the dot below is before hat and breve */
  QUALITY_ROW(Q1),
  QUALITY_ROW(Q2),
  QUALITY_ROW(Q3),
};

/* What a vowel becomes with no, hat, breve, horn; 0: it does not take that. */
static const uint8_t qualified[VT_Z + 1][4] = {
  [VT_A] = { VT_A, VT_A_HAT, VT_A_BREVE, 0 },
  [VT_E] = { VT_E, VT_E_HAT, 0, 0 },
  [VT_O] = { VT_O, VT_O_HAT, 0, VT_O_HORN },
  [VT_U] = { VT_U, 0, 0, VT_U_HORN },
  [VT_I] = { VT_I },
  [VT_Y] = { VT_Y },
  [VT_A_HAT] = { VT_A_HAT },
  [VT_A_BREVE] = { VT_A_BREVE },
  [VT_E_HAT] = { VT_E_HAT },
  [VT_O_HAT] = { VT_O_HAT },
  [VT_O_HORN] = { VT_O_HORN },
  [VT_U_HORN] = { VT_U_HORN },
};

/* Whether the character at s begins a letter of its own for certain; three bytes may be read. */
static inline bool begins_cluster(const unsigned char *s)
{
  if (s[0] < 0x80 || (s[0] >= 0xC3 && s[0] <= 0xC6)) return true;
  if (s[0] == 0xE1) return s[1] == 0xBA || s[1] == 0xBB;
  return s[0] == 0xE2 && s[1] == 0x80 && s[2] >= 0x90 && s[2] != 0xAF;
}

/* Write the letter whose base begins at base and whose first mark is at at to to (four bytes);
 * *end: behind the last mark; 0: not for us. refused: NO, and SWAP where nothing is repaired. */
static inline uint32_t put_letter(const unsigned char *s, size_t base, size_t at, unsigned refused,
                                  char *to, size_t *end)
{
  uint32_t walk = 0;
  const unsigned bits = s[base] < 0x80
                            ? vt_letter_table[s[base]]
                            : vt_letter_bits(vt_utf8_next((const char *)s + base, &walk));
  const unsigned two = s[at + 2] == 0xCC; /* no branch: half of the letters have two marks */
  const unsigned second = marks[s[at + 3]] & (0u - two);
  const unsigned sum = sums[marks[s[at + 1]]][second];
  *end = at + 2 + 2 * two;
  if ((sum & refused) != 0 || vt_letter_tone(bits) != 0 || (two != 0) != (second != 0)) return 0;
  if (!begins_cluster(s + *end)) return 0;
  const unsigned code = qualified[vt_letter_code(bits)][sum >> 3 & 3];
  return vt_letter_put(code, vt_letter_is_upper(bits), sum & 7, to);
}

/* Begin of the character before at. */
static inline size_t before(const char *in, size_t at)
{
  do at--;
  while (((unsigned char)in[at] & 0xC0) == 0x80);
  return at;
}

size_t vt_recompose(vt_writer *w, const char *in, size_t len, size_t at, bool repair)
{
  const size_t stop = len - at < STRETCH ? len : at + STRETCH;
  const unsigned refused = repair ? NO : NO | SWAP;
  size_t fence = at; /* what is before it is written for good */
  if (stop - at < AHEAD || !vt_writer_room(w, stop - at)) return at;
  vt_normal *out = w->out;
  char *const start = out->bytes;
  char *to = start + out->len;
  vt_map_pen pen = vt_map_take(&out->map);
  size_t window = at; /* the end of the bytes that high tells of */
  uint32_t high = 0;
  while (window > at || (stop - at >= AHEAD && at - fence < TOO_FAR)) {
    if (window <= at) {
      window = at + WINDOW;
      high = vt_high_bits(in + at);
    }
    const size_t ascii = high == 0 ? window - at : vt_lowest_bit(high);
    vt_copy_block(to, in + at);
    if (ascii > VT_SIMD_BYTES) vt_copy_block(to + VT_SIMD_BYTES, in + at + VT_SIMD_BYTES);
    at += ascii;
    to += ascii;
    if (high == 0) continue;
    high >>= ascii;
    if ((unsigned char)in[at] != 0xCC) {
      const size_t clean = vt_clean_character(in + at, stop - at, false);
      if (clean == 0) break;
      memcpy(to, in + at, 4);
      at += clean;
      to += clean;
      high >>= clean;
      continue;
    }
    if (at == fence) break;
    const size_t base = (unsigned char)in[at - 1] < 0x80 ? at - 1 : before(in, at);
    char *const letter = to - (at - base);
    char spelled[4];
    size_t end;
    const uint32_t n = put_letter((const unsigned char *)in, base, at, refused, spelled, &end);
    if (n == 0) break;
    memcpy(letter, spelled, 4);
    if (!vt_map_write(w->alloc, &out->map, &pen, (uint32_t)(letter - start), n,
                      (uint32_t)(end - base), VT_MAP_CHANGED)) {
      w->status = VITEXT_E_MEMORY;
      return at;
    }
    to = letter + n;
    high >>= end - at;
    at = end;
    fence = at;
  }
  if (at > fence && at < len &&
      (unsigned char)in[at] >= 0x80) { /* a mark may follow the last one */
    const size_t last = before(in, at);
    to -= at - last;
    at = last;
  }
  vt_map_give(&out->map, &pen);
  out->len = (uint32_t)(to - start);
  return at;
}
