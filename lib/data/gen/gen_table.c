/* gen_table.c - the trie, the cells and the strings of a table. */
#include <stdlib.h>
#include <string.h>
#include "vt_gen.h"

vt_steps gen_steps(const uint32_t *numbers, uint32_t count, const char *what)
{
  uint32_t *base = gen_new((count >> VT_STEP_BITS) + 1, sizeof *base);
  uint16_t *low = gen_new(count, sizeof *low);
  for (uint32_t i = 0; i < count; i++) {
    const uint32_t b = i >> VT_STEP_BITS;
    if ((i & ((1u << VT_STEP_BITS) - 1)) == 0) base[b] = numbers[i];
    if (numbers[i] - base[b] > UINT16_MAX) gen_fail(what, 0, "64 steps over 65535 wide", "");
    low[i] = (uint16_t)(numbers[i] - base[b]);
  }
  return (vt_steps){ base, low };
}

/* ---- Order of rows ---- */

typedef struct phrase {
  const vt_id *ids;
  uint32_t count, row;
} phrase;

/* By ids; the file's order where they are equal. */
static int by_ids(const void *a, const void *b)
{
  const phrase *x = a, *y = b;
  for (uint32_t i = 0; i < x->count && i < y->count; i++) {
    if (x->ids[i] != y->ids[i]) return x->ids[i] < y->ids[i] ? -1 : 1;
  }
  if (x->count != y->count) return x->count < y->count ? -1 : 1;
  return x->row < y->row ? -1 : x->row > y->row;
}

static bool same_ids(const phrase *x, const phrase *y)
{
  return x->count == y->count && memcmp(x->ids, y->ids, x->count * sizeof *x->ids) == 0;
}

static phrase *sorted_phrases(const gen_source *s, bool plain)
{
  phrase *p = gen_new(s->rows.count, sizeof *p);
  for (uint32_t i = 0; i < s->rows.count; i++) {
    const gen_row *row = &s->rows.items[i];
    p[i] = (phrase){ plain ? row->plain_ids : row->ids, row->id_count, i };
  }
  if (s->rows.count > 0) qsort(p, s->rows.count, sizeof *p, by_ids);
  return p;
}

static void refuse_equal(const gen_source *s, const gen_row *a, const gen_row *b)
{
  for (uint32_t c = 1; c < s->column_count; c++) {
    if (s->kept[c] && strcmp(a->cells[c], b->cells[c]) != 0) return;
  }
  gen_fail(s->path, b->line > a->line ? b->line : a->line, "this row stands twice: ", b->cells[0]);
}

/* Rows in the order of the file, but equal phrases after the first of them. */
static void order_rows(gen_source *s, uint8_t *more)
{
  const uint32_t count = (uint32_t)s->rows.count;
  phrase *p = sorted_phrases(s, false);
  uint32_t *next = gen_new(count, sizeof *next); /* row + 1 of the next equal phrase; 0: none */
  bool *later = gen_new(count, sizeof *later);
  for (uint32_t i = 0; i + 1 < count; i++) {
    if (!same_ids(&p[i], &p[i + 1])) continue;
    next[p[i].row] = p[i + 1].row + 1;
    later[p[i + 1].row] = true;
  }
  gen_row *ordered = gen_new(count, sizeof *ordered);
  uint32_t to = 0;
  for (uint32_t i = 0; i < count; i++) {
    if (later[i]) continue;
    const uint32_t first = to;
    for (uint32_t row = i + 1; row != 0; row = next[row - 1]) {
      for (uint32_t j = first; j < to; j++) refuse_equal(s, &ordered[j], &s->rows.items[row - 1]);
      if (next[row - 1] != 0) more[to / 8] = (uint8_t)(more[to / 8] | 1 << to % 8);
      ordered[to++] = s->rows.items[row - 1];
    }
  }
  s->rows.items = ordered;
}

/* ---- Trie ---- */

typedef struct range {
  uint32_t begin, end, depth;
} range;
typedef struct draft {
  VT_VEC(range) nodes; /* the phrases below each node, breadth first */
  VT_VEC(vt_id) label;
  VT_VEC(uint16_t) row;
  VT_VEC(uint32_t) child;
} draft;

static void add_node(draft *d, range r, vt_id label)
{
  gen_room(&d->nodes);
  d->nodes.items[d->nodes.count++] = r;
  gen_room(&d->label);
  d->label.items[d->label.count++] = label;
}

/* Node n: its row, its first child, its children at the end of the queue. */
static void grow_node(draft *d, const phrase *p, size_t n)
{
  range r = d->nodes.items[n];
  uint32_t row = VT_ROW_NONE;
  for (; r.begin < r.end && p[r.begin].count == r.depth; r.begin++) {
    if (p[r.begin].row < row) row = p[r.begin].row;
  }
  gen_room(&d->row);
  d->row.items[d->row.count++] = (uint16_t)row;
  gen_room(&d->child);
  d->child.items[d->child.count++] = (uint32_t)d->nodes.count;
  while (r.begin < r.end) {
    const vt_id label = p[r.begin].ids[r.depth];
    range below = { r.begin, r.begin, r.depth + 1 };
    while (below.end < r.end && p[below.end].ids[r.depth] == label) below.end++;
    add_node(d, below, label);
    r.begin = below.end;
  }
}

static void hash_root(vt_trie *t, uint32_t children)
{
  t->slot_bits = 1;
  while ((1u << t->slot_bits) < 2 * children) t->slot_bits++;
  const uint32_t mask = (1u << t->slot_bits) - 1;
  uint16_t *slot = gen_new(mask + 1, sizeof *slot);
  for (uint32_t node = 1; node <= children; node++) {
    uint32_t i = vt_hash_bits(t->label[node], t->slot_bits);
    while (slot[i & mask] != 0) i++;
    slot[i & mask] = (uint16_t)node;
  }
  t->slot = slot;
}

static void make_trie(const gen_source *s, bool plain, vt_trie *t)
{
  draft d = { 0 };
  const phrase *p = sorted_phrases(s, plain);
  add_node(&d, (range){ 0, (uint32_t)s->rows.count, 0 }, VT_ID_NONE);
  uint32_t children = 0;
  for (size_t n = 0; n < d.nodes.count; n++) {
    grow_node(&d, p, n);
    if (n == 0) children = (uint32_t)d.nodes.count - 1;
  }
  gen_room(&d.child);
  d.child.items[d.child.count++] = (uint32_t)d.nodes.count;
  if (children > UINT16_MAX) gen_fail(s->path, 0, "more than 65535 first words", "");
  *t = (vt_trie){ .nodes = (uint32_t)d.nodes.count, .label = d.label.items, .row = d.row.items };
  t->child = gen_steps(d.child.items, (uint32_t)d.child.count, s->path);
  hash_root(t, children);
}

/* ---- Cells ---- */

typedef struct string_pool {
  VT_VEC(char) text;
  VT_VEC(uint32_t) at;
  uint32_t *slots; /* number of a string by hash; 0: empty, string 0 is "" and never looked up */
  uint32_t slot_bits;
} string_pool;

static uint32_t pool_new_string(string_pool *pool, const char *text)
{
  gen_room(&pool->at);
  pool->at.items[pool->at.count] = (uint32_t)pool->text.count;
  for (size_t i = 0;; i++) {
    gen_room(&pool->text);
    pool->text.items[pool->text.count++] = text[i];
    if (text[i] == '\0') return (uint32_t)pool->at.count++;
  }
}

static uint32_t pool_string(string_pool *pool, const char *text, const gen_source *s)
{
  if (text[0] == '\0') return 0;
  uint64_t h = 0;
  for (size_t i = 0; text[i] != '\0'; i++) h = (h ^ (unsigned char)text[i]) * 0x100000001B3u;
  const uint32_t mask = (1u << pool->slot_bits) - 1;
  uint32_t i = vt_hash_bits(h, pool->slot_bits);
  for (; pool->slots[i & mask] != 0; i++) {
    const uint32_t number = pool->slots[i & mask];
    if (strcmp(pool->text.items + pool->at.items[number], text) == 0) return number;
  }
  if (pool->at.count > UINT16_MAX) gen_fail(s->path, 0, "more than 65535 different cells", "");
  return pool->slots[i & mask] = pool_new_string(pool, text);
}

static void make_cells(const gen_source *s, vt_table *t)
{
  string_pool pool = { .slot_bits = 18 };
  pool.slots = gen_new((size_t)1 << pool.slot_bits, sizeof *pool.slots);
  pool_new_string(&pool, "");
  uint16_t *cells = gen_new(s->rows.count * s->kept_count, sizeof *cells);
  size_t to = 0;
  for (size_t i = 0; i < s->rows.count; i++) {
    for (uint32_t c = 0; c < s->column_count; c++) {
      if (s->kept[c]) cells[to++] = (uint16_t)pool_string(&pool, s->rows.items[i].cells[c], s);
    }
  }
  t->cells = cells;
  t->strings = (uint32_t)pool.at.count;
  gen_room(&pool.at);
  pool.at.items[pool.at.count++] = (uint32_t)pool.text.count;
  t->string_at = gen_steps(pool.at.items, (uint32_t)pool.at.count, s->path);
  t->text = pool.text.items;
  vt_release(&gen_heap, pool.slots, 1);
}

static const char *column_names(const gen_source *s)
{
  size_t len = 1;
  for (uint32_t c = 0; c < s->column_count; c++) len += strlen(s->columns[c]) + 1;
  char *names = gen_new(len, 1), *to = names;
  for (uint32_t c = 0; c < s->column_count; c++) {
    if (!s->kept[c]) continue;
    const size_t size = strlen(s->columns[c]) + 1;
    memcpy(to, s->columns[c], size);
    to += size;
  }
  return names;
}

static void take_ids(gen_source *s, const vt_lexicon *lex)
{
  for (size_t i = 0; i < s->rows.count; i++) {
    gen_row *row = &s->rows.items[i];
    row->ids = gen_new(row->id_count, sizeof *row->ids);
    row->plain_ids = gen_new(row->id_count, sizeof *row->plain_ids);
    for (uint32_t k = 0; k < row->id_count; k++) {
      row->ids[k] = vt_lexicon_find(lex, row->keys[k]);
      row->plain_ids[k] = vt_lexicon_plain(lex, row->ids[k]);
    }
  }
}

void gen_table_make(gen_source *s, const vt_lexicon *lex, vt_table *t)
{
  if (s->rows.count >= VT_ROW_NONE) gen_fail(s->path, 0, "more than 65534 rows", "");
  uint8_t *more = gen_new(s->rows.count / 8 + 1, sizeof *more);
  take_ids(s, lex);
  order_rows(s, more);
  *t = (vt_table){ .name = s->name, .column_names = column_names(s), .more = more };
  t->rows = (uint32_t)s->rows.count;
  t->columns = s->kept_count;
  make_trie(s, false, &t->exact);
  if (s->plain) make_trie(s, true, &t->plain);
  make_cells(s, t);
}
