/* unit.c - counting in code points and UTF-16 units, and spans from one unit to another.
 *
 * Every way goes through the decoded text: input bytes and text bytes by the maps, code points and
 * UTF-16 units by counting from the nearest place where the count is known. */
#include "vt_doc.h"
#include "vt_utf8.h"

static bool is_lead(char c)
{
  return ((unsigned char)c & 0xC0) != 0x80;
}

/* Whether a character of the decoded text begins at at. */
static bool begins_at(const vitext_doc *d, vt_cursor *c, uint32_t at)
{
  char room[1];
  return is_lead(*vt_original_at(d, &c->normal_hint, at, 1, room));
}

vitext_status vt_document_count_units(vitext_doc *d, const char *original)
{
  const size_t count = (size_t)d->original_len / VT_STRIDE + 1;
  d->counts = vt_new(&d->alloc, count, sizeof *d->counts);
  if (d->counts == NULL) return VITEXT_E_MEMORY;
  d->count_cap = count;
  for (size_t i = 1; i < count; i++) {
    const uint32_t end = (uint32_t)(i * VT_STRIDE);
    const vt_utf8_counts more = vt_utf8_count(original + end - VT_STRIDE, VT_STRIDE);
    d->counts[i].codepoints = d->counts[i - 1].codepoints + more.characters;
    d->counts[i].surrogates = d->counts[i - 1].surrogates + more.fours;
  }
  return VITEXT_OK;
}

bool vt_unit_known(vitext_unit unit)
{
  return unit >= VITEXT_UNIT_BYTE && unit <= VITEXT_UNIT_TEXT;
}

static uint32_t min_u32(uint32_t a, uint32_t b)
{
  return a < b ? a : b;
}

static uint32_t units_of(vitext_unit unit, uint32_t codepoints, uint32_t surrogates)
{
  return unit == VITEXT_UNIT_UTF16 ? codepoints + surrogates : codepoints;
}

/* Units before a place of the decoded text. */
static uint32_t count_before(const vitext_doc *d, vt_cursor *c, vitext_unit unit, uint32_t place)
{
  if (place < d->original_skip || (place == 0 && d->original_skip == 0)) return 0;
  const uint32_t at = place - d->original_skip;
  if (at < c->at || at / VT_STRIDE != c->at / VT_STRIDE) {
    const vt_count known = d->counts[at / VT_STRIDE];
    c->at = at / VT_STRIDE * VT_STRIDE;
    c->codepoints = known.codepoints;
    c->surrogates = known.surrogates;
  }
  while (c->at < at) {
    char room[VT_PIECE];
    const uint32_t n = d->original != NULL ? at - c->at : min_u32(at - c->at, VT_PIECE);
    const char *s = vt_original_at(d, &c->normal_hint, c->at, n, room);
    const vt_utf8_counts more = vt_utf8_count(s, n);
    c->at += n;
    c->codepoints += more.characters;
    c->surrogates += more.fours;
  }
  return units_of(unit, c->codepoints, c->surrogates) + (d->original_skip > 0 ? 1 : 0);
}

/* The last stride before which there are at most n units. */
static size_t stride_of(const vitext_doc *d, vitext_unit unit, uint32_t n)
{
  size_t low = 0, high = d->count_cap; /* low holds, high does not */
  while (high - low > 1) {
    const size_t middle = low + (high - low) / 2;
    const vt_count *k = &d->counts[middle];
    if (units_of(unit, k->codepoints, k->surrogates) <= n) low = middle;
    else high = middle;
  }
  return low;
}

/* Walk over the len bytes at c->at to where there are n units before; false: not in these. */
static bool walk_to(vt_cursor *c, vitext_unit unit, uint32_t n, bool up, const char *s,
                    uint32_t len)
{
  for (uint32_t i = 0; i < len; i++, c->at++) {
    if (!is_lead(s[i])) continue;
    const bool four = (unsigned char)s[i] >= 0xF0;
    const uint32_t here = units_of(unit, c->codepoints, c->surrogates);
    const bool inside = four && unit == VITEXT_UNIT_UTF16 && here + 1 == n;
    if (here >= n || (inside && !up)) return true;
    c->codepoints++;
    c->surrogates += four;
  }
  return false;
}

/* The place in the decoded text before which there are n units; inside a surrogate pair: before the
 * pair, or after it (up). */
static uint32_t place_of(const vitext_doc *d, vt_cursor *c, vitext_unit unit, uint32_t n, bool up)
{
  if (d->original_skip > 0) {
    if (n == 0) return 0;
    n--;
  }
  const uint32_t known = units_of(unit, c->codepoints, c->surrogates);
  if (known > n || n - known > VT_STRIDE / 2) {
    const size_t stride = stride_of(d, unit, n);
    c->at = (uint32_t)(stride * VT_STRIDE);
    c->codepoints = d->counts[stride].codepoints;
    c->surrogates = d->counts[stride].surrogates;
  }
  bool found = false;
  while (c->at < d->original_len && !found) {
    char room[VT_PIECE];
    const uint32_t len = min_u32(d->original_len - c->at, VT_PIECE);
    const char *s = vt_original_at(d, &c->normal_hint, c->at, len, room);
    found = walk_to(c, unit, n, up, s, len);
  }
  return c->at + d->original_skip;
}

static uint32_t length_in(const vitext_doc *d, vitext_unit unit)
{
  if (unit == VITEXT_UNIT_TEXT) return d->normal.len;
  return unit == VITEXT_UNIT_BYTE ? d->input_len : UINT32_MAX;
}

/* To whole code points of the decoded text; an empty span stays empty. */
static vitext_span widen(const vitext_doc *d, vt_cursor *c, vitext_span s)
{
  const uint32_t skip = d->original_skip, len = skip + d->original_len;
  const bool empty = s.begin == s.end;
  if (s.begin > 0 && s.begin < skip) s.begin = 0;
  if (s.end > 0 && s.end < skip) s.end = skip;
  while (s.begin > skip && s.begin < len && !begins_at(d, c, s.begin - skip)) s.begin--;
  if (empty) return (vitext_span){ s.begin, s.begin };
  while (s.end > skip && s.end < len && !begins_at(d, c, s.end - skip)) s.end++;
  return s;
}

static vitext_span to_decoded(const vitext_doc *d, vt_cursor *c, vitext_unit from, vitext_span s)
{
  if (from == VITEXT_UNIT_CODEPOINT || from == VITEXT_UNIT_UTF16) {
    const uint32_t begin = place_of(d, c, from, s.begin, false);
    return (vitext_span){ begin, s.end == s.begin ? begin : place_of(d, c, from, s.end, true) };
  }
  if (from == VITEXT_UNIT_TEXT) {
    return widen(d, c, vt_map_back(&d->normal.map, (vt_nspan){ s.begin, s.end }, &c->normal_hint));
  }
  if (!d->has_decoded) return widen(d, c, s);
  const vt_nspan n = vt_map_forth(&d->decoded.map, s, &c->decode_hint);
  return widen(d, c, (vitext_span){ n.begin, n.end });
}

static vitext_span from_decoded(const vitext_doc *d, vt_cursor *c, vitext_unit to, vitext_span s)
{
  if (to == VITEXT_UNIT_CODEPOINT || to == VITEXT_UNIT_UTF16) {
    const uint32_t begin = count_before(d, c, to, s.begin);
    return (vitext_span){ begin, s.end == s.begin ? begin : count_before(d, c, to, s.end) };
  }
  if (to == VITEXT_UNIT_TEXT) {
    const vt_nspan n = vt_map_forth(&d->normal.map, s, &c->normal_hint);
    return (vitext_span){ n.begin, n.end };
  }
  if (!d->has_decoded) return s;
  return vt_map_back(&d->decoded.map, (vt_nspan){ s.begin, s.end }, &c->decode_hint);
}

vitext_span vt_document_convert(const vitext_doc *d, vt_cursor *c, vitext_unit from, vitext_unit to,
                                vitext_span span)
{
  const uint32_t len = length_in(d, from);
  span.begin = min_u32(span.begin, len);
  span.end = min_u32(span.end, len);
  vitext_span s = from_decoded(d, c, to, to_decoded(d, c, from, span));
  if (from == VITEXT_UNIT_BYTE && to == from) { /* bytes that are no text (a BOM) stay inside */
    if (span.begin < s.begin) s.begin = span.begin;
    if (span.end > s.end) s.end = span.end;
  }
  return s;
}

vitext_span vt_document_surface(const vitext_doc *d, vt_cursor *c, vitext_span span)
{
  const vitext_span s = to_decoded(d, c, VITEXT_UNIT_BYTE, span);
  const uint32_t skip = d->original_skip;
  if (s.end <= skip) return (vitext_span){ 0, 0 };
  return (vitext_span){ s.begin > skip ? s.begin - skip : 0, s.end - skip };
}

vt_text vt_document_piece(const vitext_doc *d, vt_cursor *c, vitext_span *surface,
                          char room[VT_PIECE])
{
  const uint32_t begin = surface->begin, left = surface->end - begin;
  const uint32_t len = d->original != NULL ? left : min_u32(left, VT_PIECE);
  surface->begin += len;
  return (vt_text){ len == 0 ? "" : vt_original_at(d, &c->normal_hint, begin, len, room), len };
}
