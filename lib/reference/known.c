/* known.c - the caller's known documents: canonical ids and what they stand for, from TSV. */
#include <string.h>
#include "vt_error.h"
#include "vt_refscan.h"

typedef struct known_row {
  const char *canonical;
  vitext_list ids;
} known_row;
struct vt_known {
  vt_alloc alloc;
  vt_arena arena;
  VT_VEC(known_row) rows;
  uint32_t *slots;     /* index of rows + 1; 0: empty */
  uint32_t slot_count; /* a power of two, at least twice the rows */
};

static uint32_t hash(const char *text, size_t len)
{
  uint32_t h = 2166136261u; /* FNV-1a */
  for (size_t i = 0; i < len; i++) h = (h ^ (unsigned char)text[i]) * 16777619u;
  return h;
}

/* The ids of a cell, parted by blanks. */
static vitext_list split_ids(vt_known *k, const char *cell, size_t len)
{
  size_t count = 0;
  for (size_t i = 0; i < len; i++) count += cell[i] != ' ' && (i == 0 || cell[i - 1] == ' ');
  const char **list = vt_arena_get(&k->arena, (count + 1) * sizeof *list);
  for (size_t n = 0, i = 0; list != NULL && n < count; n++) {
    while (cell[i] == ' ') i++;
    size_t end = i;
    while (end < len && cell[end] != ' ') end++;
    list[n] = vt_arena_copy(&k->arena, cell + i, end - i);
    if (list[n] == NULL) return NULL;
    i = end;
  }
  return (vitext_list)list;
}

static vitext_status add_line(vt_known *k, const char *line, size_t len, uint32_t number,
                              vitext_error *err)
{
  const char *tab = memchr(line, '\t', len);
  if (tab == NULL || tab == line || memchr(line, ' ', (size_t)(tab - line)) != NULL)
    return vt_error_set(err, VITEXT_E_DATA, number, "known documents: no canonical id and tab",
                        NULL);
  const size_t key = (size_t)(tab - line);
  if (memchr(line, '\0', len) != NULL)
    return vt_error_set(err, VITEXT_E_DATA, number, "known documents: a NUL", NULL);
  const size_t rest = len - key - 1;
  const char *more = memchr(tab + 1, '\t', rest); /* columns that are not ours */
  const size_t cell = more == NULL ? rest : (size_t)(more - tab) - 1;
  if (cell == 0) return vt_error_set(err, VITEXT_E_DATA, number, "known documents: no ids", NULL);
  const known_row row = { vt_arena_copy(&k->arena, line, key), split_ids(k, tab + 1, cell) };
  if (row.canonical == NULL || row.ids == NULL || !vt_vec_room(&k->alloc, &k->rows))
    return vt_error_set(err, VITEXT_E_MEMORY, 0, "no memory for known documents", NULL);
  k->rows.items[k->rows.count++] = row;
  return VITEXT_OK;
}

/* Later rows with the same id win. */
static void place(vt_known *k, uint32_t row)
{
  const char *id = k->rows.items[row].canonical;
  uint32_t at = hash(id, strlen(id)) & (k->slot_count - 1);
  while (k->slots[at] != 0 && strcmp(k->rows.items[k->slots[at] - 1].canonical, id) != 0)
    at = (at + 1) & (k->slot_count - 1);
  k->slots[at] = row + 1;
}

/* The rows from first on; all of them where the table has to grow. */
static vitext_status index_rows(vt_known *k, size_t first)
{
  uint32_t wanted = k->slot_count > 0 ? k->slot_count : 16;
  while (wanted < 2 * k->rows.count) wanted *= 2;
  if (wanted > k->slot_count) {
    uint32_t *slots = vt_new(&k->alloc, wanted, sizeof *slots);
    if (slots == NULL) return VITEXT_E_MEMORY;
    vt_release(&k->alloc, k->slots, k->slot_count * sizeof *k->slots);
    k->slots = slots;
    k->slot_count = wanted;
    first = 0;
  }
  for (size_t i = first; i < k->rows.count; i++) place(k, (uint32_t)i);
  return VITEXT_OK;
}

vitext_status vt_known_add(vt_known *k, const char *tsv, size_t len, vitext_error *err)
{
  const size_t first = k->rows.count;
  vitext_status st = VITEXT_OK;
  uint32_t number = 1;
  for (size_t at = 0; at < len && st == VITEXT_OK; number++) {
    const char *end = memchr(tsv + at, '\n', len - at);
    const size_t next = end == NULL ? len : (size_t)(end - tsv) + 1;
    size_t line = (end == NULL ? len : next - 1) - at;
    if (line > 0 && tsv[at + line - 1] == '\r') line--;
    if (line > 0 && tsv[at] != '#') st = add_line(k, tsv + at, line, number, err);
    at = next;
  }
  if (st == VITEXT_OK && (st = index_rows(k, first)) != VITEXT_OK)
    vt_error_set(err, st, 0, "no memory for known documents", NULL);
  return st;
}

vitext_status vt_known_open(const vt_alloc *a, const char *tsv, size_t len, vt_known **out,
                            vitext_error *err)
{
  *out = NULL;
  vt_known *k = vt_new(a, 1, sizeof *k);
  if (k == NULL)
    return vt_error_set(err, VITEXT_E_MEMORY, 0, "no memory for known documents", NULL);
  k->alloc = *a;
  vt_arena_init(&k->arena, &k->alloc);
  const vitext_status st = vt_known_add(k, tsv, len, err);
  if (st != VITEXT_OK) {
    vt_known_free(k);
    return st;
  }
  *out = k;
  return VITEXT_OK;
}

void vt_known_free(vt_known *k)
{
  if (k == NULL) return;
  const vt_alloc a = k->alloc;
  vt_vec_free(&a, &k->rows);
  vt_release(&a, k->slots, k->slot_count * sizeof *k->slots);
  vt_arena_free(&k->arena);
  vt_release(&a, k, sizeof *k);
}

vitext_list vt_known_find(const vt_known *k, const char *canonical, size_t len)
{
  if (k == NULL || k->rows.count == 0) return NULL;
  for (uint32_t at = hash(canonical, len);; at++) {
    const uint32_t slot = k->slots[at & (k->slot_count - 1)];
    if (slot == 0) return NULL;
    const known_row *row = &k->rows.items[slot - 1];
    if (strlen(row->canonical) == len && memcmp(row->canonical, canonical, len) == 0)
      return row->ids;
  }
}
