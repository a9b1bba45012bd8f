/* heap.c - the trainer's memory: one chain of blocks, given back at the end of the program. What is
 * large and short-lived is given back before. */
#include <stdlib.h>
#include "vt_train.h"

typedef struct chain {
  struct chain *before, *behind;
} chain;

/* Aligned for any type behind it. */
enum { HEAD = (sizeof(chain) + 15) & ~15u };

static void *resize(void *user, void *ptr, size_t old_size, size_t new_size)
{
  chain *ends = user, *old = ptr == NULL ? NULL : (chain *)(void *)((char *)ptr - HEAD);
  (void)old_size;
  if (old != NULL) {
    old->before->behind = old->behind;
    old->behind->before = old->before;
  }
  if (new_size == 0) {
    free(old);
    return NULL;
  }
  chain *block = new_size > SIZE_MAX - HEAD ? NULL : realloc(old, HEAD + new_size);
  if (block == NULL) train_fail("no memory", "");
  *block = (chain){ ends, ends->behind };
  block->behind->before = ends->behind = block;
  return (char *)block + HEAD;
}

static chain ends = { &ends, &ends };
const vt_alloc train_heap = { resize, &ends };

void *train_new(size_t count, size_t item_size)
{
  void *p = vt_new(&train_heap, count == 0 ? 1 : count, item_size);
  if (p == NULL) train_fail("no memory", "");
  return p;
}

void train_release(void *p)
{
  vt_release(&train_heap, p, 1);
}

void train_release_all(void)
{
  while (ends.behind != &ends) resize(&ends, (char *)ends.behind + HEAD, 1, 0);
}
