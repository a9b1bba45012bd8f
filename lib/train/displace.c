/* displace.c - sparse rows laid over each other in one array: the fullest rows first, each at the
 * first place that is free for all its cells and where no other row begins. */
#include <stdlib.h>
#include "vt_train.h"

typedef struct line { /* a row: its cells are cells[first ...] */
  uint32_t row, first, count;
} line;

static int by_count(const void *x, const void *y)
{
  const line *a = x, *b = y;
  if (a->count != b->count) return a->count < b->count ? 1 : -1;
  return a->row < b->row ? -1 : a->row > b->row;
}

/* The array so far, longer than what is used of it. */
typedef struct array {
  uint8_t *taken, *begun; /* by place: a cell lies at it, a row begins at it */
  uint32_t len, columns;
  uint32_t free; /* all places before it are taken */
} array;

static void lengthen(array *a)
{
  const uint32_t len = a->len + a->len / 256 + 1;
  uint8_t *taken = train_new(len, 1), *begun = train_new(len, 1);
  for (uint32_t i = 0; i < a->len; i++) {
    taken[i] = a->taken[i];
    begun[i] = a->begun[i];
  }
  train_release(a->taken);
  train_release(a->begun);
  a->taken = taken;
  a->begun = begun;
  a->len = len;
}

static bool fits(const array *a, const train_cell *cells, uint32_t count, uint32_t at)
{
  if (a->begun[at]) return false;
  for (uint32_t k = 0; k < count; k++)
    if (a->taken[at + cells[k].column]) return false;
  return true;
}

static uint32_t lay(array *a, const train_cell *cells, uint32_t count)
{
  const uint32_t first = count == 0 ? 0 : cells[0].column;
  while (a->free < a->len && a->taken[a->free]) a->free++;
  uint32_t at = a->free > first ? a->free - first : 0;
  for (;; at++) {
    while (at + a->columns > a->len) lengthen(a);
    if (fits(a, cells, count, at)) break;
  }
  a->begun[at] = 1;
  for (uint32_t k = 0; k < count; k++) a->taken[at + cells[k].column] = 1;
  return at;
}

uint32_t *train_displace(const train_cell *cells, uint32_t count, uint32_t rows, uint32_t columns,
                         uint32_t *len)
{
  line *lines = train_new(rows, sizeof *lines);
  uint32_t *begins = train_new(rows, sizeof *begins), last = 0, empty = UINT32_MAX;
  for (uint32_t r = 0; r < rows; r++) lines[r].row = r;
  for (uint32_t i = 0; i < count; i++)
    if (lines[cells[i].row].count++ == 0) lines[cells[i].row].first = i;
  qsort(lines, rows, sizeof *lines, by_count);
  const uint32_t least =
      count > columns ? count : columns; /* longer by and by, so that rows fill it */
  array a = { train_new(least, 1), train_new(least, 1), least, columns, 0 };
  for (uint32_t i = 0; i < rows; i++) {
    const line *l = &lines[i];
    uint32_t at = empty; /* all rows without cells begin where none else does */
    if (l->count > 0 || empty == UINT32_MAX) at = lay(&a, cells + l->first, l->count);
    if (l->count == 0) empty = at;
    if (at > last) last = at;
    begins[l->row] = at;
  }
  train_release(lines);
  train_release(a.taken);
  train_release(a.begun);
  *len = last + columns;
  return begins;
}
