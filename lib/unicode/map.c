/* map.c - packed changes: writing, walking, looking up, joining two maps.
 *
 * A change is packed as: copied bytes before it (varint); one byte with to_len in bits 0-2,
 * from_len in bits 3-5, the flags in bits 6 and 7 (none: VT_MAP_COMPOSED); a varint for each length
 * that is 7 or more. */
#include "vt_map.h"
#include <string.h>

enum { LENGTH_ESCAPE = 7, LONGEST_STEP = 16 };

void vt_map_free(const vt_alloc *a, vt_map *map)
{
  vt_vec_free(a, &map->steps);
  vt_vec_free(a, &map->places);
  *map = (vt_map){ 0 };
}

static void put_varint(vt_map *map, uint32_t value)
{
  for (; value >= 0x80; value >>= 7) {
    map->steps.items[map->steps.count++] = (unsigned char)(value | 0x80);
  }
  map->steps.items[map->steps.count++] = (unsigned char)value;
}

static uint32_t get_varint(const unsigned char *bytes, uint32_t *at)
{
  uint32_t value = 0;
  for (unsigned shift = 0;; shift += 7) {
    const unsigned char byte = bytes[(*at)++];
    value |= (uint32_t)(byte & 0x7F) << shift;
    if (byte < 0x80) return value;
  }
}

static bool is_place_due(const vt_map *map)
{
  if (map->places.count == 0) return true;
  return map->last.step - map->places.items[map->places.count - 1].step >= VT_MAP_PLACE_STEPS;
}

bool vt_map_add(const vt_alloc *a, vt_map *map, uint32_t to_begin, uint32_t to_len,
                uint32_t from_len, unsigned flags)
{
  if (!vt_map_has_changes(map)) map->last = vt_map_begin(map);
  if (!vt_vec_reserve(a, &map->steps, map->steps.count + LONGEST_STEP)) return false;
  if (is_place_due(map)) {
    if (!vt_vec_room(a, &map->places)) return false;
    map->places.items[map->places.count++] = map->last;
  }
  const uint32_t copied = to_begin - map->last.to;
  const uint32_t to_short = to_len < LENGTH_ESCAPE ? to_len : LENGTH_ESCAPE;
  const uint32_t from_short = from_len < LENGTH_ESCAPE ? from_len : LENGTH_ESCAPE;
  put_varint(map, copied);
  map->steps.items[map->steps.count++] = (unsigned char)(to_short | from_short << 3 | flags << 6);
  if (to_short == LENGTH_ESCAPE) put_varint(map, to_len - LENGTH_ESCAPE);
  if (from_short == LENGTH_ESCAPE) put_varint(map, from_len - LENGTH_ESCAPE);
  map->last.to = to_begin + to_len;
  map->last.from += copied + from_len;
  map->last.step = (uint32_t)map->steps.count;
  map->places.items[map->places.count - 1].others |= flags != VT_MAP_COMPOSED;
  return true;
}

vt_map_place vt_map_begin(const vt_map *map)
{
  return (vt_map_place){ 0, map->shift, 0, false };
}

bool vt_map_next(const vt_map *map, vt_map_place *at, vt_change *change)
{
  if (at->step >= map->steps.count) return false;
  const unsigned char *bytes = map->steps.items;
  change->copied = get_varint(bytes, &at->step);
  const unsigned char head = bytes[at->step++];
  change->to_len = head & 7;
  change->from_len = head >> 3 & 7;
  if (change->to_len == LENGTH_ESCAPE) change->to_len += get_varint(bytes, &at->step);
  if (change->from_len == LENGTH_ESCAPE) change->from_len += get_varint(bytes, &at->step);
  change->composed = head >> 6 == VT_MAP_COMPOSED;
  change->changed = head >> 6 != VT_MAP_DAMAGED;
  change->damaged = (head >> 6 & VT_MAP_DAMAGED) != 0;
  at->to += change->copied + change->to_len;
  at->from += change->copied + change->from_len;
  return true;
}

/* What of a place is looked up: its normalised text, its input, its packed changes. */
typedef enum side { TO, FROM, STEP } side;

static uint32_t on(side s, const vt_map_place *p)
{
  return s == TO ? p->to : s == FROM ? p->from : p->step;
}

/* How many of the kept places are not behind offset. */
static size_t count_places(const vt_map *map, side s, uint32_t offset)
{
  size_t low = 0, high = map->places.count;
  while (low < high) {
    const size_t middle = (low + high) / 2;
    if (on(s, &map->places.items[middle]) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/* The last of them. */
static vt_map_place nearest_place(const vt_map *map, side s, uint32_t offset)
{
  const size_t count = count_places(map, s, offset);
  return count == 0 ? vt_map_begin(map) : map->places.items[count - 1];
}

enum { NEAR = 512 }; /* bytes worth walking; farther off a binary search is quicker */

/* Move *at forward to the step (copied bytes, then a change) that holds the byte at offset. False:
 * the byte is behind the last change, where *at then stands. */
static bool find_step(const vt_map *map, side s, uint32_t offset, vt_map_place *at,
                      vt_change *change)
{
  if (at->step == 0) *at = vt_map_begin(map);
  if (on(s, at) > offset) *at = nearest_place(map, s, offset);
  for (;;) {
    vt_map_place next = *at;
    if (!vt_map_next(map, &next, change)) return false;
    if (on(s, &next) > offset) return true;
    *at = next;
    if (offset - on(s, at) > NEAR) { /* a place behind *at is a step forward, else walking is */
      const vt_map_place place = nearest_place(map, s, offset);
      if (on(s, &place) > on(s, at)) *at = place;
    }
  }
}

bool vt_map_step_from(const vt_map *map, uint32_t offset, vt_map_place *at, vt_change *change)
{
  return find_step(map, FROM, offset, at, change);
}

/* What stands on the other side of the byte at offset: [*begin, *end), one byte or a change. */
static void cross(const vt_map *map, side s, uint32_t offset, vt_map_place *at, uint32_t *begin,
                  uint32_t *end)
{
  vt_change change;
  const bool found = find_step(map, s, offset, at, &change);
  const side other = s == TO ? FROM : TO;
  const uint32_t into = offset - on(s, at);
  if (!found || into < change.copied || !change.changed) {
    *begin = on(other, at) + into;
    *end = *begin + 1;
  } else {
    *begin = on(other, at) + change.copied;
    *end = *begin + (s == TO ? change.from_len : change.to_len);
  }
}

static void cross_span(const vt_map *map, side s, uint32_t span[2], vt_map_place *hint)
{
  const uint32_t len = s == TO ? map->to_len : map->from_len;
  const uint32_t other_len = s == TO ? map->from_len : map->to_len;
  vt_map_place local = { 0 };
  vt_map_place *at = hint == NULL ? &local : hint;
  uint32_t begin = other_len, end = other_len, unused;
  if (span[0] < len) cross(map, s, span[0], at, &begin, &end);
  if (span[1] <= span[0]) {
    end = begin;
  } else {
    vt_map_place ahead = *at;
    const uint32_t last = (span[1] < len ? span[1] : len) - 1;
    if (last > span[0]) cross(map, s, last, &ahead, &unused, &end);
  }
  span[0] = begin < other_len ? begin : other_len;
  span[1] = end < other_len ? end : other_len;
}

vitext_span vt_map_back(const vt_map *map, vt_nspan span, vt_map_place *hint)
{
  uint32_t edges[2] = { span.begin, span.end };
  cross_span(map, TO, edges, hint);
  return (vitext_span){ edges[0], edges[1] };
}

vt_nspan vt_map_forth(const vt_map *map, vitext_span span, vt_map_place *hint)
{
  uint32_t edges[2] = { span.begin, span.end };
  for (int i = 0; i < 2; i++) {
    if (edges[i] < map->shift) edges[i] = map->shift;
  }
  cross_span(map, FROM, edges, hint);
  return (vt_nspan){ edges[0], edges[1] };
}

unsigned vt_map_flags(const vt_map *map, vt_nspan span, vt_map_place *hint)
{
  vt_map_place local = { 0 };
  vt_map_place *at = hint == NULL ? &local : hint;
  vt_change change;
  unsigned flags = 0;
  if (!find_step(map, TO, span.begin, at, &change)) return 0;
  for (vt_map_place next = *at; vt_map_next(map, &next, &change);) {
    if (next.to - change.to_len >= span.end) break;
    if (next.to <= span.begin) continue; /* a removed stretch just before the span */
    if (change.changed) flags |= VT_MAP_CHANGED;
    if (change.damaged) flags |= VT_MAP_DAMAGED;
  }
  return flags;
}

/* One of two maps being joined, at its next change; middle: the text between the two maps. */
typedef struct walker {
  const vt_map *map;
  side middle;
  vt_map_place before, at; /* the change, with what is copied before it, lies between */
  vt_change change;
  uint32_t begin, end; /* the change in the middle text */
  bool more;
} walker;

static void step(walker *w)
{
  w->before = w->at;
  w->more = vt_map_next(w->map, &w->at, &w->change);
  if (!w->more) return;
  w->end = on(w->middle, &w->at);
  w->begin = w->end - (w->middle == TO ? w->change.to_len : w->change.from_len);
}

static walker walk(const vt_map *map, side middle)
{
  walker w = { .map = map, .middle = middle, .at = vt_map_begin(map) };
  step(&w);
  return w;
}

/* Two maps being joined, and how far the sides of the result are ahead of the middle. */
typedef struct joint {
  const vt_alloc *alloc;
  walker a, b;
  int64_t to_ahead, from_ahead;
  vt_map map;
} joint;

/* The changes of both that overlap in the middle, taken as one. */
static bool join_cluster(joint *j)
{
  walker *const a = &j->a, *const b = &j->b;
  const bool a_first =
      a->more && (!b->more || a->begin < b->begin || (a->begin == b->begin && a->end == a->begin));
  const uint32_t begin = a_first ? a->begin : b->begin;
  uint32_t end = begin;
  const int64_t to_begin = (int64_t)begin + j->to_ahead;
  const int64_t from_begin = (int64_t)begin + j->from_ahead;
  unsigned flags = 0; /* one that is composed stays so */
  for (bool take_a = a_first, any = false;; any = true) {
    if (any) {
      if (a->more && a->begin < end) take_a = true;
      else if (b->more && b->begin < end) take_a = false;
      else break;
      flags |= VT_MAP_CHANGED;
    }
    walker *w = take_a ? a : b;
    if (!w->change.composed)
      flags |=
          (w->change.changed ? VT_MAP_CHANGED : 0u) | (w->change.damaged ? VT_MAP_DAMAGED : 0u);
    if (w->end > end) end = w->end;
    if (take_a) j->from_ahead += (int64_t)w->change.from_len - w->change.to_len;
    else j->to_ahead += (int64_t)w->change.to_len - w->change.from_len;
    step(w);
  }
  return vt_map_add(j->alloc, &j->map, (uint32_t)to_begin, (uint32_t)(end + j->to_ahead - to_begin),
                    (uint32_t)(end + j->from_ahead - from_begin), flags);
}

/* A place of one of the two maps as one of the result. */
static vt_map_place carry(const joint *j, const walker *w, vt_map_place p)
{
  if (w->middle == TO) p.to = (uint32_t)(p.to + j->to_ahead);
  else p.from = (uint32_t)(p.from + j->from_ahead);
  p.step += (uint32_t)j->map.steps.count - w->before.step;
  return p;
}

/* Where the next change of the other map is far off, those of w are taken packed as they are, up to
 * a kept place. The one before them must have been the last of the result. */
static bool copy_steps(joint *j, walker *w, const walker *other)
{
  vt_map *map = &j->map;
  if (!w->more || !vt_map_has_changes(map)) return true;
  if (other->more && (other->begin < w->begin || other->begin - w->begin < NEAR)) return true;
  const vt_map_place until =
      other->more ? nearest_place(w->map, w->middle, other->begin - 1) : w->map->last;
  const vt_map_place here = carry(j, w, w->before);
  if (until.step <= w->before.step || here.to != map->last.to || here.from != map->last.from)
    return true;
  const size_t first = count_places(w->map, STEP, w->before.step);
  const size_t end = count_places(w->map, STEP, until.step);
  const size_t steps = until.step - w->before.step;
  if (!vt_vec_reserve(j->alloc, &map->steps, map->steps.count + steps)) return false;
  if (!vt_vec_reserve(j->alloc, &map->places, map->places.count + (end - first))) return false;
  if (first > 0 && w->map->places.items[first - 1].others)
    map->places.items[map->places.count - 1].others = true;
  for (size_t i = first; i < end; i++) {
    map->places.items[map->places.count++] = carry(j, w, w->map->places.items[i]);
  }
  map->last = carry(j, w, until);
  memcpy(map->steps.items + map->steps.count, w->map->steps.items + w->before.step, steps);
  map->steps.count += steps;
  if (w->middle == TO) j->from_ahead = (int64_t)until.from - until.to;
  else j->to_ahead = (int64_t)until.to - until.from;
  w->at = until;
  step(w);
  return true;
}

static vitext_status join(const vt_alloc *alloc, vt_map *a, const vt_map *b)
{
  joint j = { .alloc = alloc, .a = walk(a, TO), .b = walk(b, FROM), .from_ahead = a->shift };
  const size_t longer = a->steps.count > b->steps.count ? a->steps.count : b->steps.count;
  j.map = (vt_map){ .shift = a->shift, .to_len = b->to_len, .from_len = a->from_len };
  bool good = longer == 0 || vt_vec_reserve(alloc, &j.map.steps, longer + LONGEST_STEP);
  while (good && (j.a.more || j.b.more)) {
    good = copy_steps(&j, &j.a, &j.b) && copy_steps(&j, &j.b, &j.a);
    if (good && (j.a.more || j.b.more)) good = join_cluster(&j);
  }
  if (!good) {
    vt_map_free(alloc, &j.map);
    return VITEXT_E_MEMORY;
  }
  vt_map_free(alloc, a);
  *a = j.map;
  return VITEXT_OK;
}

/* Changes upon a text that had none of its own: they are all there are, behind the first shift. */
static void take_map(const vt_alloc *alloc, vt_map *a, vt_map *b)
{
  b->shift = a->shift;
  b->from_len = a->from_len;
  b->last.from += a->shift;
  for (size_t i = 0; i < b->places.count; i++) b->places.items[i].from += a->shift;
  vt_map_free(alloc, a);
  *a = *b;
  *b = (vt_map){ 0 };
}

vitext_status vt_map_compose(const vt_alloc *alloc, vt_map *a, vt_map *b)
{
  vitext_status st = VITEXT_OK;
  if (vt_map_has_changes(a) && vt_map_has_changes(b)) st = join(alloc, a, b);
  else if (vt_map_has_changes(b)) take_map(alloc, a, b);
  if (st == VITEXT_OK) vt_map_free(alloc, b);
  return st;
}
