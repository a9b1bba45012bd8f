/* vt_map.h - from the normalised text back to the bytes it came from, and to other units.
 *
 * A map is a list of changes with copied stretches between them, tiling both texts. A copied
 * stretch has the same length on both sides and maps byte by byte; a change is one letter (or a
 * removed or inserted stretch) and maps as a whole. Changes are packed, about two bytes each, since
 * text in NFD has one in every third letter; look at them only through the functions below. */
#ifndef VT_MAP_H
#define VT_MAP_H
#include "vt_alloc.h"
#include "vt_span.h"

/* One change, after so many copied bytes. Lengths: bytes of the normalised text and the input. */
typedef struct vt_change {
  uint32_t copied;
  uint32_t to_len, from_len;
  bool changed;  /* false: copied, the lengths are equal and map byte by byte (damaged text only) */
  bool composed; /* the input is the canonical decomposition of the text */
  bool damaged;  /* U+FFFD, or a run of more than 32 marks copied as it is */
} vt_change;

typedef struct vt_map {
  VT_VEC(unsigned char) steps; /* packed changes; none: the texts are equal, but for the shift */
  VT_VEC(vt_map_place) places; /* every VT_MAP_PLACE_STEPS bytes of changes, for looking up */
  vt_map_place last;           /* behind the last change */
  uint32_t shift;              /* input bytes before the text (a BOM): the first change's from */
  uint32_t to_len, from_len;   /* whole texts; the shift is part of from_len */
} vt_map;

enum { VT_MAP_PLACE_STEPS = 128 };
static inline bool vt_map_has_changes(const vt_map *map) { return map->steps.count > 0; }

void vt_map_free(const vt_alloc *a, vt_map *map);

/* Add a change at normalised offset to_begin, which is not before the end of the last one; what
 * lies between was copied. False: no memory. */
bool vt_map_add(const vt_alloc *a, vt_map *map, uint32_t to_begin, uint32_t to_len,
                uint32_t from_len, unsigned flags);
enum { VT_MAP_COMPOSED = 0, VT_MAP_CHANGED = 1, VT_MAP_DAMAGED = 2 };

/* For the loops that change every third letter: the end of a map held in registers between
 * vt_map_take and vt_map_give, during which the map itself is not touched. */
typedef struct vt_map_pen {
  unsigned char *step, *full; /* where the next change goes, and where vt_map_add must help */
  uint32_t to, from;          /* behind the last change */
} vt_map_pen;

static inline vt_map_pen vt_map_take(const vt_map *map)
{
  vt_map_pen pen = { NULL, NULL, map->last.to, map->last.from };
  if (!vt_map_has_changes(map)) return pen; /* vt_map_add makes the first */
  const size_t due = map->places.items[map->places.count - 1].step + (size_t)VT_MAP_PLACE_STEPS;
  const size_t end = due < map->steps.cap ? due : map->steps.cap;
  pen.step = map->steps.items + map->steps.count;
  pen.full = pen.step + (end > map->steps.count ? (end - map->steps.count) / 2 * 2 : 0);
  return pen;
}

static inline void vt_map_give(vt_map *map, const vt_map_pen *pen)
{
  if (pen->step == NULL) return;
  const size_t count = (size_t)(pen->step - map->steps.items);
  map->steps.count = count;
  map->last = (vt_map_place){ pen->to, pen->from, (uint32_t)count, false };
}

/* vt_map_add for lengths below 7. */
static inline bool vt_map_write(const vt_alloc *a, vt_map *map, vt_map_pen *pen, uint32_t to_begin,
                                uint32_t to_len, uint32_t from_len, unsigned flags)
{
  const uint32_t copied = to_begin - pen->to;
  if (copied >= 0x80 || pen->step == pen->full) {
    vt_map_give(map, pen);
    if (!vt_map_add(a, map, to_begin, to_len, from_len, flags)) return false;
    *pen = vt_map_take(map);
    return true;
  }
  pen->step[0] = (unsigned char)copied;
  pen->step[1] = (unsigned char)(to_len | from_len << 3 | flags << 6);
  map->places.items[map->places.count - 1].others |= flags != VT_MAP_COMPOSED;
  pen->step += 2;
  pen->to = to_begin + to_len;
  pen->from += copied + from_len;
  return true;
}

/* Walk: the next change, *at moves behind it; false at the end (then the rest is copied). Begin
 * with the place vt_map_begin gives. */
vt_map_place vt_map_begin(const vt_map *map);
bool vt_map_next(const vt_map *map, vt_map_place *at, vt_change *change);

/* A span of the normalised text as a span of the input: edges inside a change widen to it; what was
 * not empty does not become empty. hint: zeroed at first, moved along, so that spans in order cost
 * constant time each; may be NULL. */
vitext_span vt_map_back(const vt_map *map, vt_nspan span, vt_map_place *hint);

/* A span of the input as a span of the normalised text, widened the same way. */
vt_nspan vt_map_forth(const vt_map *map, vitext_span span, vt_map_place *hint);

/* The step that holds the input byte at offset: the bytes copied from *at on and the change behind
 * them. *at, { 0 } at first, moves along. False: the byte lies behind the last change, and so *at. */
bool vt_map_step_from(const vt_map *map, uint32_t offset, vt_map_place *at, vt_change *change);

/* VT_MAP_CHANGED and VT_MAP_DAMAGED of the changes that a span of the normalised text touches. */
unsigned vt_map_flags(const vt_map *map, vt_nspan span, vt_map_place *hint);

/* *a becomes the map from b's normalised text to a's input: b was made from what a made and has no
 * shift, since what stands before a text is cut off once, by its first map. What b holds may become
 * a's, so that b is empty afterwards. VITEXT_E_MEMORY: both are as they were. */
vitext_status vt_map_compose(const vt_alloc *alloc, vt_map *a, vt_map *b);

#endif
