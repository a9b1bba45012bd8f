/* alloc.c - the caller's allocator, the C heap, a budget, growing arrays. */
#include "vt_alloc.h"
#include <stdlib.h>
#include <string.h>

static void *heap_resize(void *user, void *ptr, size_t old_size, size_t new_size)
{
  (void)user;
  (void)old_size;
  if (new_size == 0) {
    free(ptr);
    return NULL;
  }
  return realloc(ptr, new_size);
}

const vt_alloc vt_alloc_heap = { heap_resize, NULL };

void *vt_resize(const vt_alloc *a, void *p, size_t old_size, size_t new_size)
{
  return a->resize(a->user, p, old_size, new_size);
}

void *vt_new(const vt_alloc *a, size_t count, size_t item_size)
{
  size_t size;
  if (!vt_mul_size(count, item_size, &size) || size == 0) return NULL;
  void *p = vt_resize(a, NULL, 0, size);
  if (p != NULL) memset(p, 0, size);
  return p;
}

void vt_release(const vt_alloc *a, void *p, size_t size)
{
  if (p != NULL) vt_resize(a, p, size, 0);
}

bool vt_mul_size(size_t a, size_t b, size_t *out)
{
  if (b != 0 && a > SIZE_MAX / b) return false;
  *out = a * b;
  return true;
}

static void *budget_resize(void *user, void *ptr, size_t old_size, size_t new_size)
{
  vt_budget *b = user;
  if (new_size > old_size && new_size - old_size > b->left) {
    b->refused = true;
    return NULL;
  }
  void *p = vt_resize(&b->inner, ptr, old_size, new_size);
  if (p != NULL || new_size == 0) b->left = b->left + old_size - new_size;
  return p;
}

vt_alloc vt_budget_alloc(vt_budget *b)
{
  return (vt_alloc){ budget_resize, b };
}

bool vt_vec_grow(const vt_alloc *a, void **items, size_t *cap, size_t need, size_t item_size)
{
  size_t half_more = *cap + *cap / 2; /* amortised, and a freed block can be used again */
  size_t want = need > half_more ? need : half_more;
  if (want < 8) want = 8;
  size_t bytes;
  if (!vt_mul_size(want, item_size, &bytes)) return false;
  void *grown = vt_resize(a, *items, *cap * item_size, bytes);
  if (grown == NULL) return false;
  *items = grown;
  *cap = want;
  return true;
}
