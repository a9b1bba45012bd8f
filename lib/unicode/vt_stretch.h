/* vt_stretch.h - for the loops that see every byte of a text: a stretch of it is read and written
 * straight into a vt_normal, and its changes are packed without asking for room each time. */
#ifndef VT_STRETCH_H
#define VT_STRETCH_H
#include "vt_simd.h"
#include "vt_writer.h"

/* As far as it is read and written, and how much of that was copied since the last change. What the
 * pen says of its place follows from these and is not kept up, one thing less for each letter to
 * wait for. */
typedef struct vt_stretch {
  const char *in;
  char *base, *to;
  uint32_t at, copied;
  unsigned others; /* flags of the changes since the map's last place: 0, all VT_MAP_COMPOSED */
  vt_map_pen pen;
} vt_stretch;

/* Bytes for which room is asked at a time. */
enum { VT_STRETCH_BYTES = 1 << 14 };

/* These take and give the whole, so that no pointer to it keeps it out of registers. Begin at a
 * place of in, where what has been written so far ends; there is room for what will be written. */
vt_stretch vt_stretch_open(const vt_writer *w, const char *in, size_t at);
void vt_stretch_close(vt_stretch s, vt_writer *w);

/* Where the map needs room or the change is not packed in two bytes; w->status tells of failure. */
vt_map_pen vt_stretch_add(vt_stretch s, vt_writer *w, uint32_t to_len, uint32_t from_len,
                          unsigned flags);

/* from_len bytes have become the to_len bytes at s->to; both below 7. False: w has failed. */
VT_INLINE bool vt_stretch_change(vt_stretch *s, vt_writer *w, uint32_t to_len, uint32_t from_len,
                                 unsigned flags)
{
  if (s->copied >= 0x80 || s->pen.step == s->pen.full) {
    s->pen = vt_stretch_add(*s, w, to_len, from_len, flags);
    s->others = 0;
    if (w->status != VITEXT_OK) return false;
  } else {
    s->pen.step[0] = (unsigned char)s->copied;
    s->pen.step[1] = (unsigned char)(to_len | from_len << 3 | flags << 6);
    s->pen.step += 2;
    s->others |= flags;
  }
  s->copied = 0;
  s->to += to_len;
  s->at += from_len;
  return true;
}

/* len bytes at s->to are the same as those at s->at. */
VT_INLINE void vt_stretch_copied(vt_stretch *s, uint32_t len)
{
  s->to += len;
  s->at += len;
  s->copied += len;
}

#endif
