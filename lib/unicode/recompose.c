/* recompose.c - text with a mark in every third letter, in one pass over blocks of 16 bytes. */
#include "vt_recompose.h"
#include "vt_clean.h"
#include "vt_compose.h"
#include "vt_simd.h"
#include "vt_utf8.h"

enum {
  STRETCH = 1 << 14, /* bytes for which room is asked at a time */
  AHEAD = 32,        /* what a step may look at: a block, and a letter's marks at its end */
  TOO_FAR = 1 << 9   /* without a mark */
};

/* Marks of U+0300..033F by the low bits: a tone, or 8 | kind of quality. The rest: 0. */
enum { HAT = 8, BREVE = 9, HORN = 10 };
static const uint8_t marks[64] = { [0x00] = VITEXT_TONE_HUYEN,
                                   [0x01] = VITEXT_TONE_SAC,
                                   [0x03] = VITEXT_TONE_NGA,
                                   [0x09] = VITEXT_TONE_HOI,
                                   [0x23] = VITEXT_TONE_NANG,
                                   [0x02] = HAT,
                                   [0x06] = BREVE,
                                   [0x1B] = HORN };

static const uint8_t with_quality[VT_Z + 1][3] = {
  [VT_A] = { VT_A_HAT, VT_A_BREVE, 0 },
  [VT_E] = { VT_E_HAT, 0, 0 },
  [VT_O] = { VT_O_HAT, 0, VT_O_HORN },
  [VT_U] = { 0, 0, VT_U_HORN },
};

/* Add the mark; false: it does not go there without a repair, or not at all. */
static inline bool add_mark(vt_letter *l, uint8_t mark, bool repair)
{
  if (mark >= HAT) {
    const uint8_t code = with_quality[l->code][mark - HAT];
    if (code == 0) return false;
    if (mark != HORN && l->tone != 0 && l->tone != VITEXT_TONE_NANG && !repair) return false;
    l->code = code;
    return true;
  }
  if (mark == 0 || l->tone != 0 || !vt_letter_is_vowel(l->code)) return false;
  l->tone = mark;
  return true;
}

/* Whether the character at s begins a letter of its own for certain; three bytes may be read. */
static inline bool begins_cluster(const unsigned char *s)
{
  if (s[0] < 0x80 || (s[0] >= 0xC3 && s[0] <= 0xC6)) return true;
  if (s[0] == 0xE1) return s[1] == 0xBA || s[1] == 0xBB;
  return s[0] == 0xE2 && s[1] == 0x80 && s[2] >= 0x90 && s[2] != 0xAF;
}

/* The letter with marks whose base begins at base and whose first mark is at at: *end behind the
 * last one; code 0: not for us. */
static inline vt_letter read_letter(const char *in, size_t base, size_t at, bool repair,
                                    size_t *end)
{
  const unsigned char *s = (const unsigned char *)in;
  uint32_t walk = 0;
  vt_letter l = vt_letter_of(s[base] < 0x80 ? s[base] : vt_utf8_next(in + base, &walk));
  if (l.code == 0) return l;
  for (int i = 0; i < 3 && s[at] == 0xCC; i++, at += 2) {
    if ((s[at + 1] & 0xC0) != 0x80 || !add_mark(&l, marks[s[at + 1] & 0x3F], repair))
      return (vt_letter){ 0 };
  }
  *end = at;
  return begins_cluster(s + at) ? l : (vt_letter){ 0 };
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
  size_t fence = at; /* what is before it is written for good */
  if (stop - at < AHEAD || !vt_writer_room(w, stop - at)) return at;
  vt_normal *out = w->out;
  char *to = out->bytes + out->len;
  while (stop - at >= AHEAD && at - fence < TOO_FAR) {
    const unsigned high = vt_copy_block(to, in + at);
    const unsigned ascii = high == 0 ? VT_BLOCK : vt_lowest_bit(high);
    at += ascii;
    to += ascii;
    if (high == 0) continue;
    if ((unsigned char)in[at] != 0xCC) {
      const size_t clean = vt_clean_character(in + at, stop - at, false);
      if (clean == 0) break;
      memcpy(to, in + at, 4);
      at += clean;
      to += clean;
      continue;
    }
    if (at == fence) break;
    const size_t base = before(in, at);
    size_t end;
    const vt_letter l = read_letter(in, base, at, repair, &end);
    if (l.code == 0) break;
    to -= at - base;
    const size_t n = vt_utf8_put(vt_letter_make(l.code, l.tone, l.upper), to);
    if (!vt_map_add_short(w->alloc, &out->map, (uint32_t)(to - out->bytes), (uint32_t)n,
                          (uint32_t)(end - base), VT_MAP_CHANGED)) {
      w->status = VITEXT_E_MEMORY;
      return at;
    }
    to += n;
    at = end;
    fence = at;
  }
  if (at > fence && at < len &&
      (unsigned char)in[at] >= 0x80) { /* a mark may follow the last one */
    const size_t last = before(in, at);
    to -= at - last;
    at = last;
  }
  out->len = (uint32_t)(to - out->bytes);
  return at;
}
