/* to_input.c - spans of the text become spans of the input: the one place where that happens.
 *
 * The records of the rooms below have the layout of the public ones, so they are changed where they
 * lie; memcpy keeps that within the rules of C and costs nothing. */
#include "vt_doc.h"
#include <string.h>
#include "vt_official.h"
#include "vt_reference.h"
#include "vt_token.h"

#define SAME_LAYOUT(ours, theirs, last)                                                            \
  _Static_assert(sizeof(ours) == sizeof(theirs) && offsetof(ours, last) == offsetof(theirs, last), \
                 "records are changed in place")
_Static_assert(sizeof(vt_token) == sizeof(vitext_token), "tokens are changed in place");
_Static_assert(offsetof(vt_token, kind) == offsetof(vitext_token, kind), "tokens");
SAME_LAYOUT(vt_token, vitext_token, flags);
SAME_LAYOUT(vt_reference, vitext_reference, full);
SAME_LAYOUT(vt_reference, vitext_reference, percent);
SAME_LAYOUT(vt_reference, vitext_reference, organ);
SAME_LAYOUT(vt_reference, vitext_reference, resolved);
SAME_LAYOUT(vt_person, vitext_person, given);
SAME_LAYOUT(vt_mention, vitext_mention, name);
SAME_LAYOUT(vt_mention, vitext_mention, titles);
SAME_LAYOUT(vt_mention, vitext_mention, honorific_span);
SAME_LAYOUT(vt_position, vitext_position, mention);
SAME_LAYOUT(vt_position, vitext_position, percent);
SAME_LAYOUT(vt_position, vitext_position, rule);

bool vt_document_same_spans(const vitext_doc *d)
{
  return !d->has_decoded && !vt_map_has_changes(&d->normal.map) && d->normal.map.shift == 0;
}

vitext_span vt_document_to_input(const vitext_doc *d, vt_cursor *c, vt_nspan span)
{
  const vitext_span s = vt_map_back(&d->normal.map, span, &c->normal_hint);
  if (!d->has_decoded) return s;
  return vt_map_back(&d->decoded.map, (vt_nspan){ s.begin, s.end }, &c->decode_hint);
}

static uint16_t flags_of(const vitext_doc *d, vt_cursor *c, vt_nspan span)
{
  unsigned bits = vt_map_flags(&d->normal.map, span, &c->normal_hint);
  if (d->has_decoded) { /* decoding is no change, but damage is damage */
    const vitext_span s = vt_map_back(&d->normal.map, span, &c->normal_hint);
    bits |= vt_map_flags(&d->decoded.map, (vt_nspan){ s.begin, s.end }, &c->decode_hint) &
            VT_MAP_DAMAGED;
  }
  return (uint16_t)(((bits & VT_MAP_CHANGED) != 0 ? VITEXT_TOKENF_CHANGED : 0) |
                    ((bits & VT_MAP_DAMAGED) != 0 ? VITEXT_TOKENF_DAMAGED : 0));
}

/* A copied stretch of the text: all spans in it move by the same distance, and nothing was changed
 * there. Most tokens of most texts lie in one. */
typedef struct stretch {
  uint32_t begin, end, distance;
  vt_map_place next;
} stretch;

/* The copied stretch at or after a place, which is not before the current one. */
static void find_stretch(const vt_map *map, stretch *s, uint32_t place)
{
  while (s->end <= place) {
    const vt_map_place from = s->next;
    vt_change change;
    s->begin = from.to;
    s->distance = from.from - from.to;
    const bool more = vt_map_next(map, &s->next, &change);
    s->end = more ? s->next.to - change.to_len : UINT32_MAX;
  }
}

void vt_document_place_tokens(vitext_doc *d)
{
  if (vt_document_same_spans(d)) return;
  const vt_map *map = &d->normal.map;
  vt_cursor c = { 0 };
  stretch s = { .next = vt_map_begin(map) };
  for (size_t i = 0; i < d->layers.token_count; i++) {
    vitext_token t;
    memcpy(&t, &d->layers.tokens[i], sizeof t);
    const vt_nspan n = { t.span.begin, t.span.end };
    if (!d->has_decoded) find_stretch(map, &s, n.begin);
    if (!d->has_decoded && n.begin >= s.begin && n.end <= s.end) {
      t.span.begin += s.distance;
      t.span.end += s.distance;
    } else {
      t.flags = (uint16_t)(t.flags | flags_of(d, &c, n));
      t.span = vt_document_to_input(d, &c, n);
    }
    memcpy(&d->layers.tokens[i], &t, sizeof t);
  }
}

/* An empty span means absent and stays { 0, 0 }. */
static void place(const vitext_doc *d, vt_cursor *c, vitext_span *s)
{
  *s = s->begin == s->end ? (vitext_span){ 0, 0 }
                          : vt_document_to_input(d, c, (vt_nspan){ s->begin, s->end });
}

void vt_document_place_layers(vitext_doc *d)
{
  if (vt_document_same_spans(d)) return;
  vt_layers *l = &d->layers;
  vt_cursor c = { 0 }, far = { 0 };
  for (size_t i = 0; i < l->reference_count; i++) {
    place(d, &c, &l->references[i].span);
    place(d, &c, &l->references[i].full);
  }
  c = (vt_cursor){ 0 };
  for (size_t i = 0; i < l->mention_count; i++) {
    place(d, &c, &l->mentions[i].span);
    place(d, &far, &l->mentions[i].honorific_span);
  }
  c = far = (vt_cursor){ 0 };
  for (size_t i = 0; i < l->position_count; i++) {
    place(d, &c, &l->positions[i].title_span);
    place(d, &far, &l->positions[i].org_span);
  }
}
