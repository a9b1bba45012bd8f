/* vt_test.h - what unit tests share: cmocka, rows, an allocator that counts and fails. */
#ifndef VT_TEST_H
#define VT_TEST_H
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>
#include "vt_alloc.h"

#define COUNT_OF(a) (sizeof(a) / sizeof((a)[0]))

/* Counts live and peak bytes; fails at the allocation after left more (-1: never). */
typedef struct test_heap {
  size_t live, peak;
  long left;
} test_heap;

static inline void *test_heap_resize(void *user, void *ptr, size_t old_size, size_t new_size)
{
  test_heap *heap = user;
  if (new_size == 0) {
    free(ptr);
    heap->live -= old_size;
    return NULL;
  }
  if (heap->left == 0) return NULL;
  if (heap->left > 0) heap->left--;
  void *grown = realloc(ptr, new_size);
  heap->live += new_size - old_size;
  if (heap->live > heap->peak) heap->peak = heap->live;
  return grown;
}

static inline vt_alloc test_heap_alloc(test_heap *heap)
{
  *heap = (test_heap){ 0, 0, -1 };
  return (vt_alloc){ test_heap_resize, heap };
}

#endif
