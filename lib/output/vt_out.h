/* vt_out.h - collecting small pieces before they go to the sink. */
#ifndef VT_OUT_H
#define VT_OUT_H
#include <string.h>
#include "vitext.h"

enum { VT_OUT_SIZE = 8192 };
typedef struct vt_out {
  vitext_sink sink;
  void *user;
  vitext_buffer *buffer; /* NULL: the sink is the caller's */
  vitext_status status;  /* once it is not OK, nothing is written any more */
  size_t used;
  char bytes[VT_OUT_SIZE];
} vt_out;

/* sink NULL: user is a vitext_buffer. VITEXT_E_ARGUMENT: neither. */
vitext_status vt_out_open(vt_out *o, vitext_sink sink, void *user);
/* Writes what is left; the status of the whole. */
vitext_status vt_out_close(vt_out *o);

void vt_out_flush(vt_out *o);
void vt_out_long(vt_out *o, const char *bytes, size_t len);

static inline void vt_out_bytes(vt_out *o, const char *bytes, size_t len)
{
  if (len > VT_OUT_SIZE - o->used) {
    vt_out_long(o, bytes, len);
    return;
  }
  if (len > 0) memcpy(o->bytes + o->used, bytes, len);
  o->used += len;
}

static inline void vt_out_char(vt_out *o, char c)
{
  if (o->used == VT_OUT_SIZE) vt_out_flush(o);
  o->bytes[o->used++] = c;
}

static inline void vt_out_text(vt_out *o, const char *s)
{
  vt_out_bytes(o, s, strlen(s));
}

/* A vitext_sink whose user is a vt_out. */
int vt_out_sink(void *user, const char *bytes, size_t len);

void vt_out_number(vt_out *o, uint32_t n);

#endif
