/* vt_arena.h - memory that is freed all at once: a document's records, a pass's temporaries. */
#ifndef VT_ARENA_H
#define VT_ARENA_H
#include "vt_alloc.h"

typedef struct vt_arena_block vt_arena_block;
typedef struct vt_arena {
  const vt_alloc *alloc;
  vt_arena_block *blocks; /* newest first */
  size_t used;            /* bytes of the newest block */
} vt_arena;

void vt_arena_init(vt_arena *arena, const vt_alloc *alloc);
/* Zeroed, aligned for any type; NULL: no memory. Large pieces get a block of their own. */
void *vt_arena_get(vt_arena *arena, size_t size);
/* A copy with a NUL after it; NULL: no memory. */
char *vt_arena_copy(vt_arena *arena, const char *bytes, size_t len);
/* Frees everything; the arena can be used again. */
void vt_arena_free(vt_arena *arena);

#endif
