/* vt_span.h - places and texts inside the library: all offsets here are of the normalised text.
 * Spans of the caller's input have another type (vitext_span); lib/document converts. */
#ifndef VT_SPAN_H
#define VT_SPAN_H
#include <stdbool.h>
#include <stdint.h>

/* Half-open byte range of the normalised (NFC) text. */
typedef struct vt_nspan { uint32_t begin, end; } vt_nspan;

/* A normalised text: valid UTF-8, len bytes, NUL after it. Not owned. */
typedef struct vt_text { const char *bytes; uint32_t len; } vt_text;

/* A spelling without case and without the place of its tone mark, see vt_key_of in lib/unicode. */
typedef uint64_t vt_key;

/* A spelling as a small number, see lib/lexicon; 0: outside the vocabulary. */
typedef uint16_t vt_id;
typedef struct vt_lexicon vt_lexicon;

/* count neighbours in some array, from first: a sentence or a word over tokens. */
typedef struct vt_run { uint32_t first, count; } vt_run;

/* Where a walk over the changes of a map stands (vt_map.h in lib/unicode): what lies before it on
 * both sides. {0} is the begin. */
typedef struct vt_map_place {
  uint32_t to, from, step;
  bool others; /* in a map: some changes from here to the next place may not be VT_MAP_COMPOSED */
} vt_map_place;

#endif
