/* style.c - the tone of each syllable onto the letter where its style wants it. */
#include "vt_style.h"
#include "vt_spelling.h"
#include "vt_utf8.h"
#include "vt_writer.h"

bool vt_style_place(vt_letter *letters, unsigned count, int32_t style)
{
  vt_key key = 0;
  uint8_t tone = 0;
  unsigned toned = 0;
  vt_spelling s;
  if (count > VT_STYLE_LETTERS) return false;
  for (unsigned i = 0; i < count; i++) {
    if (letters[i].code == 0 || (letters[i].tone != 0 && tone != 0)) return false;
    key |= (vt_key)letters[i].code << (VT_KEY_FIRST_SHIFT - 6 * i);
    if (letters[i].tone != 0) toned = i;
    tone |= letters[i].tone;
  }
  if (tone == 0 || !vt_spelling_of(key, &s)) return false;
  const unsigned place = style == VITEXT_STYLE_OLD ? s.tone_old : s.tone_new;
  if (place == toned) return false;
  letters[toned].tone = 0;
  letters[place].tone = tone;
  return true;
}

/* A word: its first letters, how many it has, where each begins. */
typedef struct word {
  vt_letter letters[VT_STYLE_LETTERS];
  uint32_t begins[VT_STYLE_LETTERS];
  unsigned count;
  bool doubtful; /* its tone may stand elsewhere */
  uint32_t end;
} word;

/* A tone on the only vowel, or on the last of â ă ê ô ơ ư, is where it belongs. */
static bool is_doubtful(const word *w)
{
  unsigned vowels = 0, toned = VT_STYLE_LETTERS, quality = VT_STYLE_LETTERS;
  if (w->count > VT_STYLE_LETTERS) return false;
  for (unsigned i = 0; i < w->count; i++) {
    const vt_letter l = w->letters[i];
    if (l.tone != 0) toned = i;
    if (!vt_letter_is_vowel(l.code)) continue;
    vowels++;
    if (l.code != vt_letter_plain(l.code)) quality = i;
  }
  return toned < VT_STYLE_LETTERS && vowels > 1 && toned != quality;
}

static void read_word(word *w, const char *bytes, uint32_t len, uint32_t at)
{
  bool toned = false;
  w->count = 0;
  for (w->end = at; w->end < len; w->count++) {
    const uint32_t begin = w->end;
    uint32_t next = begin;
    const uint32_t cp = vt_utf8_next(bytes, &next);
    const vt_letter letter = vt_letter_of(cp);
    if (letter.code == 0 && (cp < 0x80 || !vt_class_is_word(vt_class_of(cp)))) break;
    toned |= letter.tone != 0;
    if (w->count < VT_STYLE_LETTERS) {
      w->letters[w->count] = letter;
      w->begins[w->count] = begin;
    }
    w->end = next;
  }
  w->doubtful = toned && is_doubtful(w);
}

/* Write a word whose tone has moved: one change for the letters from the one that had it to the one
 * that has it. Returns how far the text is written then. */
static uint32_t write_moved(vt_writer *writer, const char *bytes, uint32_t copied, const word *w)
{
  char moved[VT_STYLE_LETTERS * 4];
  size_t len = 0;
  unsigned first = w->count, last = 0;
  for (unsigned i = 0; i < w->count; i++) {
    uint32_t at = w->begins[i];
    if ((vt_letter_of(vt_utf8_next(bytes, &at)).tone != 0) == (w->letters[i].tone != 0)) continue;
    if (first == w->count) first = i;
    last = i;
  }
  for (unsigned i = first; i <= last; i++) {
    const vt_letter l = w->letters[i];
    len += vt_utf8_put(vt_letter_make(l.code, l.tone, l.upper), moved + len);
  }
  const uint32_t begin = w->begins[first];
  const uint32_t end = last + 1 < w->count ? w->begins[last + 1] : w->end;
  vt_writer_copy(writer, bytes + copied, begin - copied);
  vt_writer_change(writer, moved, len, end - begin, VT_MAP_CHANGED);
  return end;
}

vitext_status vt_style_all(const vt_alloc *a, int32_t style, vt_normal *n)
{
  vt_writer writer;
  vt_normal placed;
  uint32_t at = 0, copied = 0;
  vt_writer_open(&writer, a, &placed, n->len);
  while (at < n->len) {
    word w;
    read_word(&w, n->bytes, n->len, at);
    if (w.doubtful && vt_style_place(w.letters, w.count, style))
      copied = write_moved(&writer, n->bytes, copied, &w);
    at = w.end;
    if (w.count == 0) vt_utf8_next(n->bytes, &at);
  }
  if (writer.status == VITEXT_OK && !vt_map_has_changes(&writer.out->map)) { /* all stood well */
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
