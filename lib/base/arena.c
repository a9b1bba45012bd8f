/* arena.c - a chain of blocks, each twice as large as the one before, up to a limit. */
#include "vt_arena.h"
#include <stdint.h>
#include <string.h>

enum { FIRST_BLOCK = 4096, LARGEST_BLOCK = 1 << 20 };

struct vt_arena_block {
  vt_arena_block *next;
  size_t cap; /* bytes after the header */
};

static const size_t header_size = (sizeof(vt_arena_block) + 15) & ~(size_t)15;

void vt_arena_init(vt_arena *arena, const vt_alloc *alloc)
{
  arena->alloc = alloc;
  arena->blocks = NULL;
  arena->used = 0;
}

/* Under AddressSanitizer what an arena has not given out may not be touched, nor the bytes behind
 * each piece: else a piece overrun would only run into the next. */
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define GUARDED 1
#endif
#elif defined(__SANITIZE_ADDRESS__)
#define GUARDED 1
#endif
#ifdef GUARDED
#include <sanitizer/asan_interface.h>
enum { GUARD = 32 };
#else
#define ASAN_POISON_MEMORY_REGION(bytes, len)   ((void)(bytes), (void)(len))
#define ASAN_UNPOISON_MEMORY_REGION(bytes, len) ((void)(bytes), (void)(len))
enum { GUARD = 0 };
#endif

static bool add_block(vt_arena *arena, size_t need)
{
  size_t cap = arena->blocks == NULL ? FIRST_BLOCK : arena->blocks->cap * 2;
  if (cap > LARGEST_BLOCK) cap = LARGEST_BLOCK;
  if (cap < need) cap = need;
  if (cap > SIZE_MAX - header_size) return false;
  vt_arena_block *block = vt_resize(arena->alloc, NULL, 0, header_size + cap);
  if (block == NULL) return false;
  block->next = arena->blocks;
  block->cap = cap;
  arena->blocks = block;
  arena->used = 0;
  ASAN_POISON_MEMORY_REGION((char *)block + header_size, cap);
  return true;
}

void *vt_arena_get(vt_arena *arena, size_t size)
{
  if (size > SIZE_MAX - 15 - GUARD) return NULL;
  size_t need = (size + 15 + GUARD) & ~(size_t)15;
  if (arena->blocks == NULL || need > arena->blocks->cap - arena->used) {
    if (!add_block(arena, need)) return NULL;
  }
  void *p = (char *)arena->blocks + header_size + arena->used;
  arena->used += need;
  ASAN_UNPOISON_MEMORY_REGION(p, size);
  memset(p, 0, size);
  return p;
}

char *vt_arena_copy(vt_arena *arena, const char *bytes, size_t len)
{
  char *copy = len < SIZE_MAX ? vt_arena_get(arena, len + 1) : NULL;
  if (copy == NULL) return NULL;
  if (len > 0) memcpy(copy, bytes, len);
  return copy; /* arena memory is zeroed, so the NUL is there */
}

void vt_arena_free(vt_arena *arena)
{
  while (arena->blocks != NULL) {
    vt_arena_block *block = arena->blocks;
    arena->blocks = block->next;
    ASAN_UNPOISON_MEMORY_REGION((char *)block + header_size, block->cap);
    vt_release(arena->alloc, block, header_size + block->cap);
  }
  arena->used = 0;
}
