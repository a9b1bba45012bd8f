/* vt_writer.h - building a text together with its map: for everything that makes a vt_normal. */
#ifndef VT_WRITER_H
#define VT_WRITER_H
#include "vt_normal.h"

typedef struct vt_writer {
  const vt_alloc *alloc;
  vt_normal *out;
  vitext_status status; /* the first failure; after it nothing is written */
} vt_writer;

/* Begin a text that will have about expected bytes. */
void vt_writer_open(vt_writer *w, const vt_alloc *alloc, vt_normal *out, size_t expected);
/* Room for len more bytes and the NUL, for who writes straight to out->bytes; false: w has failed. */
bool vt_writer_room(vt_writer *w, size_t len);
/* Bytes that are the same on both sides. */
void vt_writer_copy(vt_writer *w, const char *bytes, size_t len);
/* from_len bytes of the input became these; flags VT_MAP_*. */
void vt_writer_change(vt_writer *w, const char *bytes, size_t len, size_t from_len, unsigned flags);
/* End: the NUL, the lengths. On failure *out is emptied. */
vitext_status vt_writer_close(vt_writer *w, size_t from_len);

#endif
