/* intake.c - bytes in: decoded, repaired, normalised, folded, with the ways back. */
#include "vt_doc.h"
#include <string.h>
#include "vt_encoding.h"
#include "vt_error.h"
#include "vt_utf8.h"

static const char replacement[] = "\xEF\xBF\xBD"; /* U+FFFD */
enum { REPLACEMENT_LEN = 3 };

/* The length of valid UTF-8 made of text. */
static size_t measure_damaged(const char *text, size_t len)
{
  size_t need = 0;
  for (size_t at = 0; at < len;) {
    const size_t good = vt_utf8_valid(text + at, len - at);
    need += good;
    at += good;
    if (at == len) break;
    at += vt_utf8_bad_len(text + at, len - at);
    need += REPLACEMENT_LEN;
  }
  return need;
}

static vitext_status fill_damaged(const vt_alloc *a, const char *text, size_t len, vt_normal *out)
{
  uint32_t to = 0;
  for (size_t at = 0; at < len;) {
    const size_t good = vt_utf8_valid(text + at, len - at);
    memcpy(out->bytes + to, text + at, good);
    to += (uint32_t)good;
    at += good;
    if (at == len) break;
    const size_t bad = vt_utf8_bad_len(text + at, len - at);
    if (!vt_map_add(a, &out->map, to, REPLACEMENT_LEN, (uint32_t)bad,
                    VT_MAP_CHANGED | VT_MAP_DAMAGED)) {
      return VITEXT_E_MEMORY;
    }
    memcpy(out->bytes + to, replacement, REPLACEMENT_LEN);
    to += REPLACEMENT_LEN;
    at += bad;
  }
  out->bytes[to] = '\0';
  return VITEXT_OK;
}

/* Lenient reading as a decoder of its own, so that what comes after it is always valid. */
static vitext_status decode_damaged(const vt_alloc *a, const char *text, size_t len, vt_normal *out)
{
  const size_t need = measure_damaged(text, len);
  if (need > UINT32_MAX - 1u) return VITEXT_E_TOO_LONG;
  out->bytes = vt_resize(a, NULL, 0, need + 1);
  if (out->bytes == NULL) return VITEXT_E_MEMORY;
  out->cap = need + 1;
  out->len = (uint32_t)need;
  out->map.to_len = (uint32_t)need;
  out->map.from_len = (uint32_t)len;
  return fill_damaged(a, text, len, out);
}

static void drop_decoded(vitext_doc *d)
{
  vt_release(&d->alloc, d->decoded.bytes, d->decoded.cap);
  d->decoded.bytes = NULL;
  d->decoded.cap = 0;
}

static vitext_status copy_original(vitext_doc *d, const char *text, size_t len)
{
  d->copy = vt_resize(&d->alloc, NULL, 0, len + 1);
  if (d->copy == NULL) return VITEXT_E_MEMORY;
  if (len > 0) memcpy(d->copy, text, len);
  d->copy_cap = len + 1;
  d->original = d->copy;
  return VITEXT_OK;
}

/* Remember the decoded text where the text is no longer the same, and what is counted in it. */
static vitext_status keep_original(vitext_doc *d, const char *text, size_t len, bool folds)
{
  const vt_map *map = &d->normal.map;
  if (!vt_map_has_changes(map)) { /* equal from shift on: one of them is enough */
    drop_decoded(d);
    d->original = d->normal.bytes;
    d->original_len = d->normal.len;
    d->original_skip = map->shift;
    return vt_document_count_units(d, d->original);
  }
  const char *decoded = d->has_decoded ? d->decoded.bytes : text;
  d->original_len = d->has_decoded ? d->decoded.len : (uint32_t)len;
  bool told = false; /* what folding leaves of a text tells nothing */
  vitext_status st = vt_document_count_units(d, decoded);
  if (st == VITEXT_OK && !folds) st = vt_original_patch(d, decoded, d->original_len, &told);
  if (st != VITEXT_OK) return st;
  if (told) {
    drop_decoded(d);
    return VITEXT_OK;
  }
  if (!d->has_decoded) return copy_original(d, text, len);
  d->original = d->decoded.bytes;
  return VITEXT_OK;
}

/* Folding is one more step of normalising: its map and the one before become one. */
static vitext_status fold(vitext_doc *d, int32_t level)
{
  vt_normal folded = { 0 };
  const vt_text text = vt_document_text(d);
  vitext_status st = vt_fold(&d->alloc, text, level, &folded);
  if (st == VITEXT_OK && vt_map_has_changes(&folded.map)) {
    st = vt_map_compose(&d->alloc, &d->normal.map, &folded.map);
  }
  if (st != VITEXT_OK) {
    vt_normal_free(&d->alloc, &folded);
    return st;
  }
  if (d->original == d->normal.bytes) { /* it was the decoded text too, and stays so */
    d->copy = d->normal.bytes;
    d->copy_cap = d->normal.cap;
  } else {
    vt_release(&d->alloc, d->normal.bytes, d->normal.cap);
  }
  d->normal.bytes = folded.bytes;
  d->normal.cap = folded.cap;
  d->normal.len = folded.len;
  return VITEXT_OK;
}

/* UTF-8 is read strictly first: text that is valid needs no lenient reading. */
static vitext_status normalise(vitext_doc *d, const char *text, size_t len, const vitext_options *o,
                               vitext_error *err)
{
  const vt_normal_options options = { .repair = o->repair, .form = o->form, .style = o->style };
  const vt_alloc *a = &d->alloc;
  if (o->encoding == VITEXT_ENC_UTF8) {
    const bool lenient = o->lenient != 0;
    vitext_status st = vt_normalize(a, text, len, &options, &d->normal, lenient ? NULL : err);
    if (st != VITEXT_E_ENCODING || !lenient) return st;
    st = decode_damaged(a, text, len, &d->decoded);
    if (st != VITEXT_OK) return st;
  } else {
    const vitext_status st =
        vt_decode(a, o->encoding, text, len, o->lenient != 0, &d->decoded, err);
    if (st != VITEXT_OK) return st;
  }
  d->has_decoded = true;
  return vt_normalize(a, d->decoded.bytes, d->decoded.len, &options, &d->normal, err);
}

vitext_status vt_document_take(vitext_doc *d, const char *text, size_t len, const vitext_options *o,
                               vitext_error *err)
{
  d->input_len = (uint32_t)len;
  vitext_status st = normalise(d, text, len, o, err);
  if (st == VITEXT_OK) st = keep_original(d, text, len, o->fold != VITEXT_FOLD_NONE);
  if (st == VITEXT_OK && o->fold != VITEXT_FOLD_NONE) st = fold(d, o->fold);
  if (st == VITEXT_E_MEMORY) return vt_error_set(err, st, 0, "out of memory", NULL);
  if (st == VITEXT_E_TOO_LONG) {
    return vt_error_set(err, st, 0, "the normal form of the text is over 4 GiB", NULL);
  }
  return st;
}
