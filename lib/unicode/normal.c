/* normal.c - the door of text: stretches that need nothing are copied, the rest is taken letter by
 * letter with its marks ("cluster"), repaired, normalised and written with its change. */
#include "vt_normal.h"
#include <string.h>
#include "vt_clean.h"
#include "vt_compose.h"
#include "vt_error.h"
#include "vt_recompose.h"
#include "vt_letter.h"
#include "vt_repair.h"
#include "vt_style.h"
#include "vt_utf8.h"
#include "vt_writer.h"

enum { BLOCK = 1 << 14 }; /* for which room is asked at a time */

typedef struct door {
  const char *in;
  size_t len, at;
  const vt_normal_options *options;
  vt_writer w;
  size_t bad_at;   /* offset of the bytes that ended a strict run */
  size_t word_end; /* as far as lookalikes holds */
  bool lookalikes;
} door;

static bool repairs(const door *d, uint32_t bit)
{
  return (d->options->repair & bit) != 0;
}

static bool is_composed(int32_t form)
{
  return form == VITEXT_FORM_NFC || form == VITEXT_FORM_NFKC || form == VITEXT_FORM_NONE;
}

/* The code point at at, whose end goes to *next; false: invalid bytes, *next behind them. */
static inline bool read_cp(const door *d, size_t at, uint32_t *cp, size_t *next)
{
  const size_t n = vt_utf8_read(d->in + at, d->len - at, cp);
  *next = at + (n > 0 ? n : vt_utf8_bad_len(d->in + at, d->len - at));
  return n > 0;
}

/* An emoji, or what may stand at an emoji's end before a joiner. */
static bool is_pictorial(uint32_t cp)
{
  if (cp < 0x2000) return false;
  const vt_class its = vt_class_of(cp);
  return cp == 0xFE0F || cp == 0x200D || its == VT_CLASS_EMOJI || its == VT_CLASS_SYMBOL;
}

/* Whether the joiner before next holds two pictures together. */
static bool joins_pictures(const door *d, size_t next)
{
  uint32_t before = d->w.out->len, cp;
  size_t unused;
  if (before == 0 || next >= d->len || !read_cp(d, next, &cp, &unused)) return false;
  return is_pictorial(cp) && is_pictorial(vt_utf8_prev(d->w.out->bytes, &before));
}

/* Where a run of characters that are removed ends; at itself if there is none. */
static size_t skip_removed(const door *d, size_t at)
{
  uint32_t cp;
  for (size_t next; repairs(d, VITEXT_REPAIR_INVISIBLE) && at < d->len; at = next) {
    const unsigned char lead = (unsigned char)d->in[at];
    if (lead != 0xC2 && lead != 0xE2 && lead != 0xEF) break; /* as all of them begin */
    if (!read_cp(d, at, &cp, &next)) break;
    if (!vt_repair_removes(cp) && (cp != 0x200D || joins_pictures(d, next))) break;
  }
  return at;
}

/* The mark that goes on with a cluster whose last code point is last, looking over removed
 * characters; *next: its end. 0: the cluster ends. */
static uint32_t following_mark(const door *d, size_t at, const vt_cluster *c, size_t *next)
{
  uint32_t cp;
  at = skip_removed(d, at);
  if (at >= d->len || (unsigned char)d->in[at] < 0xC2 || !read_cp(d, at, &cp, next)) return 0;
  const int32_t last = c->count > 0 ? c->cps[c->count - 1] : 0;
  if (repairs(d, VITEXT_REPAIR_MARKS) && vt_repair_clone(cp) != 0) {
    bool repaired = false;
    const vt_letter letter = vt_cluster_letter(c, &repaired);
    return letter.code != 0 && letter.tone == 0 ? vt_repair_clone(cp) : 0;
  }
  return vt_cluster_begins(cp, last, d->options->form) ? 0 : cp;
}

/* A letter that may stand for a Latin one, by the word it is in. */
static uint32_t repair_letter(door *d, size_t at, size_t next, uint32_t cp)
{
  const uint32_t base = cp < 0x370 ? cp : vt_base_of(cp);
  const uint32_t latin = vt_repair_lookalike(base);
  if (latin == 0) return cp;
  if (cp != 0xF0 && at < d->word_end) return d->lookalikes ? latin : cp;
  const size_t side = at + VT_WORD_SIDE < d->len ? VT_WORD_SIDE : d->len - at;
  const size_t end = at + vt_utf8_valid(d->in + at, side);
  if (cp == 0xF0) return vt_repair_is_eth(d->in, at, end) ? latin : cp;
  d->lookalikes = vt_repair_word(d->in, at, end, &d->word_end);
  if (d->word_end < next) d->word_end = next;
  return d->lookalikes ? latin : cp;
}

static void add_base(door *d, vt_cluster *c, size_t next, uint32_t cp)
{
  const uint32_t repair = d->options->repair;
  uint32_t stands_for = vt_repair_character(cp, repair);
  if (stands_for == cp && (repair & VITEXT_REPAIR_LOOKALIKES) != 0) {
    stands_for = repair_letter(d, d->at, next, cp);
  }
  const bool marked = stands_for != cp && vt_base_of(cp) != cp && vt_repair_lookalike(cp) == 0;
  vt_cluster_add(c, marked ? cp : stands_for, marked ? VITEXT_FORM_NFD : d->options->form);
  if (marked && c->count > 0) c->cps[0] = (int32_t)stands_for; /* the marks of ѐ stay */
}

/* Where the marks begin behind a base that is no letter and came through as it is, or as its
 * repair: they may be a token of their own. Marks of a letter belong to it. 0: one whole. */
static size_t marks_begin(const door *d, const char *bytes, size_t len, size_t *base)
{
  uint32_t out_end = 0, in;
  size_t next;
  if (len == 0 || !read_cp(d, d->at, &in, &next)) return 0;
  const uint32_t out = vt_utf8_next(bytes, &out_end);
  const vt_class class = vt_class_of(out);
  const bool letter =
      class == VT_CLASS_LOWER || class == VT_CLASS_UPPER || class == VT_CLASS_LETTER;
  if (letter || class == VT_CLASS_MARK) return 0;
  if (out != in && out != vt_repair_character(in, d->options->repair)) return 0;
  *base = out_end;
  return next - d->at;
}

static void write_change(door *d, const char *bytes, size_t len, size_t from_len)
{
  size_t base = 0;
  const size_t base_from = marks_begin(d, bytes, len, &base);
  if (base_from == base && memcmp(bytes, d->in + d->at, base) == 0) {
    vt_writer_copy(&d->w, bytes, base);
  } else if (base_from > 0) {
    vt_writer_change(&d->w, bytes, base, base_from, VT_MAP_CHANGED);
  }
  if (base < len || base_from < from_len) {
    vt_writer_change(&d->w, bytes + base, len - base, from_len - base_from, VT_MAP_CHANGED);
  }
}

/* Write the cluster that came from the bytes up to end. */
static void write_cluster(door *d, vt_cluster *c, size_t end)
{
  char bytes[sizeof c->cps];
  size_t len = 0;
  bool repaired = false;
  const vt_letter letter = vt_cluster_letter(c, &repaired);
  const int32_t form = d->options->form;
  const bool composes = form == VITEXT_FORM_NFC || form == VITEXT_FORM_NFKC;
  if (letter.code != 0 && (repaired ? repairs(d, VITEXT_REPAIR_MARKS) : composes)) {
    c->count = 0;
    const uint32_t cp = vt_letter_make(letter.code, letter.tone, letter.upper);
    vt_cluster_add(c, cp, is_composed(form) ? VITEXT_FORM_NONE : form);
  } else {
    vt_cluster_finish(c, form);
  }
  for (uint32_t i = 0; i < c->count; i++) len += vt_utf8_put((uint32_t)c->cps[i], bytes + len);
  const size_t from_len = end - d->at;
  if (len == from_len && memcmp(bytes, d->in + d->at, len) == 0) vt_writer_copy(&d->w, bytes, len);
  else write_change(d, bytes, len, from_len);
  d->at = end;
}

/* More marks than are worth sorting: the run is copied as it is, to where it ends. */
static void copy_long_run(door *d, size_t end)
{
  uint32_t cp;
  for (size_t next; end < d->len && read_cp(d, end, &cp, &next); end = next) {
    if (vt_cluster_begins(cp, 0, d->options->form)) break;
  }
  const size_t len = end - d->at;
  vt_writer_change(&d->w, d->in + d->at, len, len, VT_MAP_DAMAGED);
  d->at = end;
}

static void take_removed(door *d, size_t end)
{
  vt_writer_change(&d->w, "", 0, end - d->at, VT_MAP_CHANGED);
  d->at = end;
}

/* One cluster at d->at, or invalid bytes, or a run to be removed. */
static vitext_status take_cluster(door *d)
{
  vt_cluster c;
  c.count = 0;
  uint32_t cp;
  size_t next, end = skip_removed(d, d->at);
  if (end > d->at) {
    take_removed(d, end);
    return VITEXT_OK;
  }
  if (!read_cp(d, d->at, &cp, &next)) {
    if (!d->options->lenient) return VITEXT_E_ENCODING;
    vt_writer_change(&d->w, "\xEF\xBF\xBD", 3, next - d->at, VT_MAP_CHANGED | VT_MAP_DAMAGED);
    d->at = next;
    return VITEXT_OK;
  }
  add_base(d, &c, next, cp);
  end = next;
  for (uint32_t marks = vt_class_of(cp) == VT_CLASS_MARK;; marks++) {
    const uint32_t mark = following_mark(d, end, &c, &next);
    if (mark == 0) break;
    if (marks >= VT_MARKS_MAX) {
      copy_long_run(d, end);
      return VITEXT_OK;
    }
    vt_cluster_add(&c, mark, d->options->form);
    end = next;
  }
  write_cluster(d, &c, end);
  return VITEXT_OK;
}

/* Whether what stands at at may change the character before it. */
static bool reaches_back(const door *d, size_t at)
{
  uint32_t cp;
  size_t next;
  at = skip_removed(d, at);
  if (at >= d->len || !read_cp(d, at, &cp, &next)) return false;
  return !vt_cluster_begins(cp, 0x1100, d->options->form) || vt_repair_clone(cp) != 0;
}

/* Copy what needs nothing of the next len bytes; how much that is. ASCII is the same in all forms,
 * more than that only in the composed ones. */
static size_t copy_clean(door *d, size_t len)
{
  if (!vt_writer_room(&d->w, len)) return 0;
  const char *s = d->in + d->at;
  char *to = d->w.out->bytes + d->w.out->len;
  const int32_t form = d->options->form;
  if (is_composed(form) && form != VITEXT_FORM_NFKC)
    return vt_clean_copy(to, s, len, repairs(d, VITEXT_REPAIR_QUOTES | VITEXT_REPAIR_DASHES));
  const size_t ascii = vt_clean_ascii_len(s, len);
  memcpy(to, s, ascii);
  return ascii;
}

/* A stretch that needs nothing, but for a last letter that marks follow; its length. */
static size_t take_clean(door *d, size_t len)
{
  size_t clean = copy_clean(d, len);
  const size_t end = d->at + clean;
  if (clean > 0 && end < d->len && (unsigned char)d->in[end] >= 0x80 && reaches_back(d, end)) {
    do clean--;
    while (((unsigned char)d->in[d->at + clean] & 0xC0) == 0x80);
  }
  d->w.out->len += (uint32_t)clean;
  d->at += clean;
  return clean;
}

/* Whether a vowel with a mark of U+0300..033F stands at d->at: where one is there are more. */
static bool begins_marked(const door *d)
{
  uint32_t cp;
  size_t next;
  if (!read_cp(d, d->at, &cp, &next) || next >= d->len) return false;
  return (unsigned char)d->in[next] == 0xCC && vt_letter_is_vowel(vt_letter_of(cp).code);
}

static vitext_status run(door *d)
{
  while (d->at < d->len && d->w.status == VITEXT_OK) {
    const size_t block = d->len - d->at < BLOCK ? d->len - d->at : BLOCK;
    if (take_clean(d, block) == block || d->w.status != VITEXT_OK) continue;
    const size_t stopped = d->at;
    if (d->options->form == VITEXT_FORM_NFC && begins_marked(d))
      d->at = vt_recompose(&d->w, d->in, d->len, d->at, repairs(d, VITEXT_REPAIR_MARKS));
    if (d->at > stopped) continue;
    const vitext_status st = take_cluster(d);
    if (st != VITEXT_OK) return st;
  }
  return d->w.status;
}

static vitext_status fail(vt_writer *w, vitext_status st, size_t offset, vitext_error *err)
{
  w->status = st;
  vt_writer_close(w, 0);
  if (st == VITEXT_E_ENCODING)
    return vt_error_set(err, st, (uint32_t)offset, "invalid UTF-8", NULL);
  if (st == VITEXT_E_TOO_LONG)
    return vt_error_set(err, st, 0, "the normal form is over 4 GiB", NULL);
  return vt_error_set(err, st, 0, "out of memory", NULL);
}

vitext_status vt_normalize(const vt_alloc *a, const char *input, size_t len,
                           const vt_normal_options *options, vt_normal *out, vitext_error *err)
{
  *out = (vt_normal){ 0 };
  if (len > VITEXT_MAX_INPUT)
    return vt_error_set(err, VITEXT_E_TOO_LONG, 0, "the input is over 1 GiB", NULL);
  door d = { .in = input, .len = len, .options = options };
  if (len >= 3 && memcmp(input, "\xEF\xBB\xBF", 3) == 0) d.at = 3;
  vt_writer_open(&d.w, a, out, len - d.at);
  out->map.shift = (uint32_t)d.at;
  vitext_status st = run(&d);
  if (st != VITEXT_OK) return fail(&d.w, st, d.at, err);
  vt_writer_close(&d.w, len);
  if (options->style != VITEXT_STYLE_KEEP) st = vt_style_all(a, options->style, out);
  if (st != VITEXT_OK) return vt_error_set(err, st, 0, "out of memory", NULL);
  return VITEXT_OK;
}
