/* fold.c - search keys. Letters of Vietnamese through the letter table, the rest through utf8proc.
 */
#include <string.h>
#include "vt_compose.h"
#include "vt_letter.h"
#include "vt_simd.h"
#include "vt_style.h"
#include "vt_utf8.h"
#include "vt_writer.h"

typedef struct folder {
  const char *in;
  uint32_t len, at;
  int32_t level;
  vt_writer w;
} folder;

static bool is_white(uint32_t cp)
{
  const vt_class its = vt_class_of(cp);
  return its == VT_CLASS_SPACE || its == VT_CLASS_LINE;
}

/* A run of white space as one blank. */
static void fold_white(folder *f)
{
  uint32_t end = f->at;
  for (uint32_t next = end; next < f->len; end = next) {
    if (!is_white(vt_utf8_next(f->in, &next))) break;
  }
  if (end - f->at == 1) vt_writer_copy(&f->w, " ", 1);
  else vt_writer_change(&f->w, " ", 1, end - f->at, VT_MAP_CHANGED);
  f->at = end;
}

static void put(folder *f, const char *bytes, size_t len, uint32_t end)
{
  const size_t from_len = end - f->at;
  if (len == from_len) vt_writer_copy(&f->w, bytes, len); /* maps byte by byte */
  else vt_writer_change(&f->w, bytes, len, from_len, VT_MAP_CHANGED);
  f->at = end;
}

static bool is_diacritic(uint32_t cp)
{
  return cp - 0x300 < 0x70 || cp - 0x1AB0 < 0x50 || cp - 0x1DC0 < 0x40 || cp - 0x20D0 < 0x30 ||
         cp - 0xFE20 < 0x10;
}

/* A character that is no letter of ours: lower case and, at the last level, without diacritics
 * (those of Latin, Greek and Cyrillic; vowel signs of other scripts are not marks to a reader). */
static void fold_foreign(folder *f, uint32_t cp, uint32_t end)
{
  char bytes[64];
  size_t len = 0;
  if (f->level < VITEXT_FOLD_MARKS) {
    put(f, bytes, vt_utf8_put(vt_lower(cp), bytes), end);
    return;
  }
  vt_cluster c = { .count = 0 };
  uint32_t kept = 0;
  vt_cluster_add(&c, vt_lower(cp), VITEXT_FORM_NFD);
  for (uint32_t i = 0; i < c.count; i++) {
    if (!is_diacritic((uint32_t)c.cps[i])) c.cps[kept++] = c.cps[i];
  }
  c.count = kept;
  vt_cluster_finish(&c, VITEXT_FORM_NFC);
  for (uint32_t i = 0; i < c.count; i++) len += vt_utf8_put((uint32_t)c.cps[i], bytes + len);
  put(f, bytes, len, end);
}

static void fold_letter(folder *f, unsigned bits, uint32_t end)
{
  char bytes[4];
  uint8_t code = (uint8_t)vt_letter_code(bits), tone = (uint8_t)vt_letter_tone(bits);
  if (f->level >= VITEXT_FOLD_TONES) tone = 0;
  if (f->level >= VITEXT_FOLD_MARKS) code = vt_letter_plain(code);
  put(f, bytes, vt_utf8_put(vt_letter_make(code, tone, false), bytes), end);
}

static void fold_one(folder *f)
{
  uint32_t end = f->at;
  const uint32_t cp = vt_utf8_next(f->in, &end);
  const unsigned bits = vt_letter_bits(cp);
  if (bits != 0) fold_letter(f, bits, end);
  else if (is_white(cp)) fold_white(f);
  else fold_foreign(f, cp, end);
}

enum {
  STRETCH = 1 << 14, /* bytes for which room is asked at a time */
  AHEAD = 64,        /* what a step may look at and write: a window and what begins at its end */
  WINDOW = 32        /* bytes whose letters are found at once */
};

/* The letter at s (three bytes may be read), 0 if there is none of ours; *len: its bytes. Without a
 * branch between two bytes and three, which no machine can foresee. */
static inline unsigned letter_at(const unsigned char *s, uint32_t *len)
{
  const bool three = s[0] == 0xE1;
  if (three ? (s[1] & 0xFE) != 0xBA : s[0] < 0xC3 || s[0] > 0xC6) return 0;
  const unsigned two_index = (s[0] & 0x1Fu) << 6 | (s[1] & 0x3Fu);
  const unsigned three_index = VT_LETTER_LOW + ((s[1] & 3u) << 6 | (s[2] & 0x3Fu));
  const unsigned mask = 0u - (unsigned)three;
  *len = 2 + (uint32_t)three;
  return vt_letter_table[two_index ^ ((two_index ^ three_index) & mask)];
}

/* What a letter becomes at a level; four bytes are written, 1 to 3 of them count. */
static inline uint32_t put_folded(unsigned bits, int32_t level, char *to)
{
  static const char plain[VT_Z + 1] = "?aaabcddeefghijklmnooopqrstuuvwxyz";
  const unsigned code = vt_letter_code(bits);
  if (level >= VITEXT_FOLD_MARKS) {
    *to = plain[code];
    return 1;
  }
  const unsigned tone = level == VITEXT_FOLD_CASE ? vt_letter_tone(bits) : 0;
  return vt_letter_put(code, false, tone, to);
}

/* Blanks, ASCII and letters of ours, which never grow, straight into the text; stops at anything
 * else. */
static inline void fold_stretch(folder *f, int32_t level)
{
  vt_normal *out = f->w.out;
  const uint32_t stop = f->len - f->at < STRETCH ? f->len : f->at + STRETCH;
  if (!vt_writer_room(&f->w, stop - f->at)) return;
  const char *in = f->in;
  char *const base = out->bytes;
  char *to = base + out->len;
  vt_map_pen pen = vt_map_take(&out->map);
  uint32_t at = f->at, left = 0, odd = 0; /* of the window: bytes, and which are to be looked at */
  while (left > 0 || stop - at >= AHEAD) {
    if (left == 0) {
      left = WINDOW;
      odd = vt_odd_bits(in + at);
      if (in[at] == ' ' && at > 0 && in[at - 1] == ' ') odd |= 1;
    }
    const uint32_t n = odd == 0 ? left : vt_lowest_bit(odd);
    vt_lower_block(to, in + at);
    if (n > VT_SIMD_BYTES) vt_lower_block(to + VT_SIMD_BYTES, in + at + VT_SIMD_BYTES);
    at += n;
    to += n;
    left -= n;
    if (odd == 0) continue;
    uint32_t from_len;
    const unsigned bits = letter_at((const unsigned char *)in + at, &from_len);
    if (bits == 0) break;
    const uint32_t len = put_folded(bits, level, to);
    if (len != from_len && !vt_map_write(f->w.alloc, &out->map, &pen, (uint32_t)(to - base), len,
                                         from_len, VT_MAP_CHANGED)) {
      f->w.status = VITEXT_E_MEMORY;
      return;
    }
    to += len;
    at += from_len;
    left = left > from_len ? left - from_len : 0;
    odd = odd >> n >> from_len;
  }
  if (at > f->at && in[at] == ' ' && in[at - 1] == ' ') at--, to--; /* a run, from its begin */
  vt_map_give(&out->map, &pen);
  out->len = (uint32_t)(to - base);
  f->at = at;
}

static vitext_status give_copy(const vt_alloc *a, vt_text text, vt_normal *out)
{
  vt_writer w;
  vt_writer_open(&w, a, out, text.len);
  vt_writer_copy(&w, text.bytes, text.len);
  return vt_writer_close(&w, text.len);
}

vitext_status vt_fold(const vt_alloc *a, vt_text text, int32_t level, vt_normal *out)
{
  if (level == VITEXT_FOLD_NONE) return give_copy(a, text, out);
  folder f = { .in = text.bytes, .len = text.len, .level = level };
  vt_writer_open(&f.w, a, out, text.len);
  while (f.at < f.len && f.w.status == VITEXT_OK) {
    if (f.len - f.at >= AHEAD) {
      if (level == VITEXT_FOLD_MARKS) fold_stretch(&f, VITEXT_FOLD_MARKS); /* made for it in line */
      else fold_stretch(&f, level);
    }
    if (f.w.status == VITEXT_OK && f.at < f.len) fold_one(&f);
  }
  const vitext_status st = vt_writer_close(&f.w, text.len);
  if (st != VITEXT_OK || level != VITEXT_FOLD_CASE) return st;
  return vt_style_all(a, VITEXT_STYLE_OLD, out);
}
