/* failing_heap.h - an allocator that fails at the n-th call and checks the sizes it is told. */
#ifndef FAILING_HEAP_H
#define FAILING_HEAP_H
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include "vitext.h"

typedef struct failing_heap {
  long left;         /* calls that still succeed; -1: all */
  int failed;        /* one did not */
  size_t live, peak; /* bytes */
  long blocks;       /* live blocks */
  long calls;        /* that allocated or grew */
  int wrong;         /* an old_size was not the size of the block */
} failing_heap;

enum { HEAP_HEADER = 32 }; /* holds the size; keeps the alignment */

static inline size_t heap_size_of(const void *ptr)
{
  size_t size;
  memcpy(&size, (const char *)ptr - HEAP_HEADER, sizeof size);
  return size;
}

static inline void *failing_resize(void *user, void *ptr, size_t old_size, size_t new_size)
{
  failing_heap *heap = user;
  if ((ptr == NULL) != (old_size == 0) || (ptr != NULL && heap_size_of(ptr) != old_size))
    heap->wrong++;
  if (new_size == 0) {
    heap->live -= old_size;
    heap->blocks--;
    free((char *)ptr - HEAP_HEADER);
    return NULL;
  }
  heap->calls++;
  if (heap->left == 0) {
    heap->failed = 1;
    return NULL;
  }
  if (heap->left > 0) heap->left--;
  char *block = malloc(HEAP_HEADER + new_size); /* always moves, so that a stale pointer shows */
  if (block == NULL) return NULL;
  memcpy(block, &new_size, sizeof new_size);
  memset(block + HEAP_HEADER, 0xA5, new_size);
  if (ptr != NULL) {
    memcpy(block + HEAP_HEADER, ptr, old_size < new_size ? old_size : new_size);
    free((char *)ptr - HEAP_HEADER);
  } else {
    heap->blocks++;
  }
  heap->live += new_size - old_size;
  if (heap->live > heap->peak) heap->peak = heap->live;
  return block + HEAP_HEADER;
}

#endif
