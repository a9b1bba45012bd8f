/* style.c - open rimes with a glide, and the onsets they go with. */
#include "vt_style.h"
#include "vt_utf8.h"
#include "vt_writer.h"

#define ONSET(a, b, c) ((a) << 12 | (b) << 6 | (c))

/* Onsets before the glide: all but the labials (phuy is the one open exception), as the syllables
 * of lib/syllable have it; test_style.c compares the two. */
static const uint32_t onsets[] = {
  0,
  ONSET(VT_C, VT_H, 0),
  ONSET(VT_D, 0, 0),
  ONSET(VT_D_BAR, 0, 0),
  ONSET(VT_G, 0, 0),
  ONSET(VT_H, 0, 0),
  ONSET(VT_K, VT_H, 0),
  ONSET(VT_L, 0, 0),
  ONSET(VT_N, 0, 0),
  ONSET(VT_N, VT_G, 0),
  ONSET(VT_N, VT_H, 0),
  ONSET(VT_R, 0, 0),
  ONSET(VT_S, 0, 0),
  ONSET(VT_T, 0, 0),
  ONSET(VT_T, VT_H, 0),
  ONSET(VT_T, VT_R, 0),
  ONSET(VT_X, 0, 0),
};

static bool takes_glide(const vt_letter *letters, unsigned count, bool uy)
{
  uint32_t onset = 0;
  if (count > 2) return false;
  for (unsigned i = 0; i < count; i++) {
    if (letters[i].tone != 0) return false;
    onset |= (uint32_t)letters[i].code << (12 - 6 * i);
  }
  if (uy && onset == ONSET(VT_P, VT_H, 0)) return true;
  for (size_t i = 0; i < sizeof onsets / sizeof onsets[0]; i++) {
    if (onsets[i] == onset) return true;
  }
  return false;
}

bool vt_style_is_open(const vt_letter *letters, unsigned count)
{
  if (count < 2) return false;
  const vt_letter glide = letters[count - 2], nucleus = letters[count - 1];
  const bool uy = glide.code == VT_U && nucleus.code == VT_Y;
  const bool oa = glide.code == VT_O && (nucleus.code == VT_A || nucleus.code == VT_E);
  if (!uy && !oa) return false;
  if ((glide.tone != 0) == (nucleus.tone != 0)) return false;
  return takes_glide(letters, count - 2, uy);
}

bool vt_style_place(vt_letter *letters, unsigned count, int32_t style)
{
  vt_letter *glide = &letters[count - 2], *nucleus = &letters[count - 1];
  const uint8_t tone = glide->tone | nucleus->tone;
  const bool on_glide = style == VITEXT_STYLE_OLD;
  if ((glide->tone != 0) == on_glide) return false;
  glide->tone = on_glide ? tone : 0;
  nucleus->tone = on_glide ? 0 : tone;
  return true;
}

/* The word that begins at at: its first letters, how many it has, where the last two begin. */
typedef struct word {
  vt_letter letters[VT_STYLE_LETTERS];
  unsigned count;
  uint32_t pair_begin, end;
} word;

static word read_word(const char *bytes, uint32_t len, uint32_t at)
{
  word w = { .count = 0, .pair_begin = at, .end = at };
  uint32_t last_begin = at;
  while (w.end < len) {
    uint32_t next = w.end;
    const uint32_t cp = vt_utf8_next(bytes, &next);
    const vt_letter letter = vt_letter_of(cp);
    if (letter.code == 0 && !vt_class_is_word(vt_class_of(cp))) break;
    if (w.count < VT_STYLE_LETTERS) w.letters[w.count] = letter;
    w.count++;
    w.pair_begin = last_begin;
    last_begin = w.end;
    w.end = next;
  }
  return w;
}

static void write_pair(vt_writer *writer, const word *w)
{
  char pair[8];
  size_t len = 0;
  for (unsigned i = w->count - 2; i < w->count; i++) {
    const vt_letter l = w->letters[i];
    len += vt_utf8_put(vt_letter_make(l.code, l.tone, l.upper), pair + len);
  }
  vt_writer_change(writer, pair, len, w->end - w->pair_begin, VT_MAP_CHANGED);
}

vitext_status vt_style_all(const vt_alloc *a, int32_t style, vt_normal *n)
{
  vt_writer writer;
  vt_normal placed;
  uint32_t at = 0, copied = 0;
  vt_writer_open(&writer, a, &placed, n->len);
  while (at < n->len) {
    word w = read_word(n->bytes, n->len, at);
    if (w.count <= VT_STYLE_LETTERS && vt_style_is_open(w.letters, w.count) &&
        vt_style_place(w.letters, w.count, style)) {
      vt_writer_copy(&writer, n->bytes + copied, w.pair_begin - copied);
      write_pair(&writer, &w);
      copied = w.end;
    }
    at = w.end;
    if (w.count == 0) vt_utf8_next(n->bytes, &at);
  }
  if (writer.status == VITEXT_OK && writer.out->map.change_count == 0) { /* all stood well */
    vt_normal_free(a, &placed);
    return VITEXT_OK;
  }
  vt_writer_copy(&writer, n->bytes + copied, n->len - copied);
  vitext_status st = vt_writer_close(&writer, n->len);
  if (st == VITEXT_OK) st = vt_map_compose(a, &n->map, &placed.map);
  vt_map_free(a, &placed.map);
  if (st == VITEXT_OK) {
    placed.map = n->map;
    n->map = (vt_map){ 0 };
  }
  vt_normal_free(a, n);
  if (st == VITEXT_OK) *n = placed;
  else vt_normal_free(a, &placed);
  return st;
}
