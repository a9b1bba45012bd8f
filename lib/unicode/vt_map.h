/* vt_map.h - from the normalised text back to the bytes it came from, and to other units. */
#ifndef VT_MAP_H
#define VT_MAP_H
#include "vt_alloc.h"
#include "vt_span.h"

/* Pieces in order, tiling both texts. A piece that is copied has the same length on both sides and
 * maps byte by byte; a changed piece is one letter (or a removed stretch) and maps as a whole. */
typedef struct vt_piece {
  uint32_t to;          /* where it begins in the normalised text */
  uint32_t from;        /* where it begins in the input */
  uint32_t changed : 1; /* else copied */
  uint32_t damaged : 1; /* U+FFFD, or a run of more than 32 marks copied as it is */
  uint32_t unused : 30;
} vt_piece;

typedef struct vt_map {
  VT_VEC(vt_piece) pieces; /* none: the texts are equal, byte for byte, from offset shift on */
  uint32_t shift;          /* input bytes before the first (a BOM), when there are no pieces */
  uint32_t to_len, from_len;
} vt_map;

void vt_map_free(const vt_alloc *a, vt_map *map);

/* A span of the normalised text as a span of the input: edges inside a changed piece widen to it;
 * what was not empty does not become empty. hint: piece to begin at (0 at first), moved along, so
 * that spans in order cost constant time each; may be NULL. */
vitext_span vt_map_back(const vt_map *map, vt_nspan span, size_t *hint);

/* A span of the input as a span of the normalised text, widened the same way. */
vt_nspan vt_map_forth(const vt_map *map, vitext_span span, size_t *hint);

/* Flags of the pieces that a span of the normalised text touches: bit 0 changed, bit 1 damaged. */
unsigned vt_map_flags(const vt_map *map, vt_nspan span, size_t *hint);

/* *a becomes the map from b's normalised text to a's input: b was made from what a made. */
vitext_status vt_map_compose(const vt_alloc *alloc, vt_map *a, const vt_map *b);

#endif
