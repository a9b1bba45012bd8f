/* meter.h - an allocator that counts: what is out, and the most that was at once. */
#ifndef METER_H
#define METER_H
#include <stdlib.h>
#include "vitext.h"

typedef struct meter {
  size_t live, peak;
} meter;

static inline void *meter_resize(void *user, void *ptr, size_t old_size, size_t new_size)
{
  meter *m = user;
  void *p = NULL;
  if (new_size == 0) free(ptr);
  else if ((p = realloc(ptr, new_size)) == NULL) return NULL;
  m->live = m->live - old_size + new_size;
  if (m->live > m->peak) m->peak = m->live;
  return p;
}

/* A context whose memory *m counts; NULL: none. */
static inline vitext_ctx *metered_ctx(meter *m)
{
  vitext_ctx_options o;
  vitext_ctx *ctx = NULL;
  vitext_ctx_options_init(&o, sizeof o);
  o.alloc = (vitext_allocator){ meter_resize, m };
  return vitext_ctx_new(&o, &ctx, NULL) == VITEXT_OK ? ctx : NULL;
}

#endif
