/* fold.c - search keys. Letters of Vietnamese through the letter table, the rest through utf8proc.
 */
#include <string.h>
#include "vt_compose.h"
#include "vt_letter.h"
#include "vt_stretch.h"
#include "vt_style.h"
#include "vt_utf8.h"

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

/* Whether the blank before at goes on there. */
static bool in_blanks(const folder *f, uint32_t at)
{
  return f->in[at - 1] == ' ' && at < f->len && is_white(vt_utf8_next(f->in, &at));
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
  AHEAD = 80, /* what a step may look at and write: a window, and blocks behind its last run */
  WINDOW = 64 /* bytes whose letters are found at once */
};

/* What a letter becomes at a level; four bytes are written, 1 to 3 of them count. */
VT_INLINE uint32_t put_folded(unsigned bits, int32_t level, char *to)
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

/* Neither a blank nor the begin of one, nor a mark or joiner. */
VT_INLINE bool is_solid(unsigned char c)
{
  return (c > ' ' && c < 0x80) || c - 0xC3u <= 3;
}

/* What is no letter but comes often: a line end between two words, punctuation of U+2010..2027 and
 * U+2030..203E. Returns its bytes, 0 for none, and writes what takes one byte or stays as it is. */
VT_INLINE uint32_t put_punctuation(const unsigned char *s, char *to)
{
  if (s[0] < ' ') {
    if (s[0] < '\t' || s[0] > '\r' || s[-1] <= ' ' || !is_solid(s[1])) return 0;
    *to = ' ';
    return 1;
  }
  const unsigned third = s[2] - 0x90u;
  if (s[0] != 0xE2 || s[1] != 0x80 || third >= 0x2F || (third >= 0x18 && third < 0x20)) return 0;
  memcpy(to, s, 4);
  return 3;
}

VT_INLINE void lower_run(vt_stretch *s, uint32_t end)
{
  const uint32_t n = end - s->at;
  vt_lower_block(s->to, s->in + s->at);
  for (uint32_t done = VT_SIMD_BYTES; done < n; done += VT_SIMD_BYTES)
    vt_lower_block(s->to + done, s->in + s->at + done);
  vt_stretch_copied(s, n);
}

/* One window from s->at; false: it stopped before its end, or there is no memory (f->w.status). No
 * letter waits for the one before it to be read, since all begin where a bit is set. */
VT_INLINE bool fold_window(folder *f, vt_stretch *s, int32_t level)
{
  const uint32_t begin = s->at, end = begin + WINDOW;
  const vt_window w = vt_window_at(s->in + begin);
  uint64_t begins = w.letters | w.others;
  if (s->in[begin] == ' ' && begin > 0 && s->in[begin - 1] == ' ') return false;
  for (; begins != 0; begins &= begins - 1) {
    const uint32_t i = vt_lowest_bit_64(begins), three = w.threes >> i & 1;
    const unsigned char *const c = (const unsigned char *)s->in + begin + i;
    const unsigned bits = vt_letter_table[VT_LETTER_TAIL(c + three)];
    lower_run(s, begin + i);
    if ((w.others >> i & 1) != 0) {
      const uint32_t n = s->at > f->at ? put_punctuation(c, s->to) : 0;
      if (n == 0) return false;
      vt_stretch_copied(s, n);
      continue;
    }
    if (bits == 0) return false;
    const uint32_t len = put_folded(bits, level, s->to), from_len = 2 + three;
    if (len == from_len) vt_stretch_copied(s, len);
    else if (!vt_stretch_change(s, &f->w, len, from_len, VT_MAP_CHANGED)) return false;
  }
  if (s->at < end) lower_run(s, end);
  return true;
}

/* Blanks, ASCII and letters of ours, which never grow, straight into the text; stops at anything
 * else. */
VT_INLINE void fold_stretch(folder *f, int32_t level)
{
  const uint32_t left = f->len - f->at;
  const uint32_t stop = left < VT_STRETCH_BYTES ? f->len : f->at + VT_STRETCH_BYTES;
  if (!vt_writer_room(&f->w, stop - f->at)) return;
  vt_stretch s = vt_stretch_open(&f->w, f->in, f->at);
  while (stop - s.at >= AHEAD && fold_window(f, &s, level)) {}
  if (f->w.status != VITEXT_OK) return;
  if (s.at > f->at && in_blanks(f, s.at)) s.at--, s.to--, s.copied--; /* a run, from its begin */
  vt_stretch_close(s, &f->w);
  f->at = s.at;
}

static void fold_letters(folder *f)
{
  fold_stretch(f, f->level);
}
static void fold_to_marks(folder *f)
{
  fold_stretch(f, VITEXT_FOLD_MARKS);
}
#if VT_AVX2
VT_FOR_AVX2 static void fold_to_marks_avx2(folder *f)
{
  fold_stretch(f, VITEXT_FOLD_MARKS);
}
#endif

/* The way of a level through a stretch; the last level, that of search, has ways of its own. */
static void (*stretch_of(int32_t level))(folder *)
{
  if (level != VITEXT_FOLD_MARKS) return fold_letters;
#if VT_AVX2
  if (vt_has_avx2()) return fold_to_marks_avx2;
#endif
  return fold_to_marks;
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
  void (*const fold_some)(folder *) = stretch_of(level);
  vt_writer_open(&f.w, a, out, text.len);
  while (f.at < f.len && f.w.status == VITEXT_OK) {
    if (f.len - f.at >= AHEAD) fold_some(&f);
    if (f.w.status == VITEXT_OK && f.at < f.len) fold_one(&f);
  }
  const vitext_status st = vt_writer_close(&f.w, text.len);
  if (st != VITEXT_OK || level != VITEXT_FOLD_CASE) return st;
  return vt_style_all(a, VITEXT_STYLE_OLD, out);
}
