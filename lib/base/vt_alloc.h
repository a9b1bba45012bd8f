/* vt_alloc.h - the one way to memory: the caller's allocator, or the C heap. */
#ifndef VT_ALLOC_H
#define VT_ALLOC_H
#include <stdbool.h>
#include <stddef.h>
#include "vitext.h"

typedef vitext_allocator vt_alloc;

/* The C heap. */
extern const vt_alloc vt_alloc_heap;

/* As the allocator's resize: old_size 0 allocates, new_size 0 frees. NULL: no memory, p is valid. */
void *vt_resize(const vt_alloc *a, void *p, size_t old_size, size_t new_size);

/* Zeroed memory of count items, or NULL. */
void *vt_new(const vt_alloc *a, size_t count, size_t item_size);

/* NULL is fine. */
void vt_release(const vt_alloc *a, void *p, size_t size);

/* *out = a * b; false if it does not fit. */
bool vt_mul_size(size_t a, size_t b, size_t *out);

/* An allocator that has only so much to give: what would go over left is refused as if there was no
 * memory. It lies between its user and inner, and is used by one thread. */
typedef struct vt_budget {
  vt_alloc inner;
  size_t left;
  bool refused; /* something was */
} vt_budget;
vt_alloc vt_budget_alloc(vt_budget *b);

/* Growing arrays: VT_VEC(type) v = { 0 }. Owned by whoever declares it; freed with vt_vec_free. */
#define VT_VEC(type) struct { type *items; size_t count, cap; }

/* Make room for one more item; false: no memory, the array is as it was. */
#define vt_vec_room(a, v)                                                                          \
  ((v)->count < (v)->cap ||                                                                        \
   vt_vec_grow((a), (void **)(void *)&(v)->items, &(v)->cap, (v)->count + 1, sizeof *(v)->items))
#define vt_vec_reserve(a, v, need)                                                                 \
  ((need) <= (v)->cap ||                                                                           \
   vt_vec_grow((a), (void **)(void *)&(v)->items, &(v)->cap, (need), sizeof *(v)->items))
#define vt_vec_free(a, v)                                                                          \
  (vt_release((a), (v)->items, (v)->cap * sizeof *(v)->items), (v)->items = NULL,                  \
   (v)->count = (v)->cap = 0)
bool vt_vec_grow(const vt_alloc *a, void **items, size_t *cap, size_t need, size_t item_size);

#endif
