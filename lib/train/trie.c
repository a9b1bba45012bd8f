/* trie.c - words and grams as one trie over symbols, its nodes in one array. */
#include <stdlib.h>
#include "vt_train.h"

typedef struct node {
  uint32_t parent;
  uint16_t column; /* as in a vt_gram_trie */
  uint16_t row;
  uint8_t depth;
  bool word, both;
} node;
typedef struct nodes { /* node 0: the root */
  VT_VEC(node) all;
  struct { /* node of (parent, column): open addressing, 0 is empty */
    uint32_t *slots;
    uint32_t mask;
  } edges;
} nodes;

static uint32_t *edge_of(const nodes *n, uint32_t parent, uint16_t column)
{
  uint32_t at = (uint32_t)vt_hash_mix((uint64_t)parent << 16 | column) & n->edges.mask;
  for (; n->edges.slots[at] != 0; at = (at + 1) & n->edges.mask) {
    const node *c = &n->all.items[n->edges.slots[at]];
    if (c->parent == parent && c->column == column) break;
  }
  return &n->edges.slots[at];
}

static void grow_edges(nodes *n)
{
  train_release(n->edges.slots);
  n->edges.mask = n->edges.mask * 2 + 1;
  n->edges.slots = train_new(n->edges.mask + 1u, sizeof *n->edges.slots);
  for (uint32_t i = 1; i < n->all.count; i++)
    *edge_of(n, n->all.items[i].parent, n->all.items[i].column) = i;
}

static uint32_t child_of(nodes *n, uint32_t parent, uint16_t column)
{
  if (n->all.count * 2 > n->edges.mask) grow_edges(n);
  uint32_t *edge = edge_of(n, parent, column);
  if (*edge != 0) return *edge;
  train_room(&n->all);
  *edge = (uint32_t)n->all.count;
  const uint8_t depth = (uint8_t)(n->all.items[parent].depth + 1);
  n->all.items[n->all.count] = (node){ .parent = parent, .column = column, .depth = depth };
  return (uint32_t)n->all.count++;
}

typedef struct row {
  uint64_t key;
  uint32_t number;
} row;

static int by_key(const void *x, const void *y)
{
  const row *a = x, *b = y;
  return a->key < b->key ? -1 : a->key > b->key;
}

static row *sort_rows(train_keys grams)
{
  row *rows = train_new(grams.count, sizeof *rows);
  for (size_t i = 0; i < grams.count; i++) rows[i] = (row){ grams.keys[i], (uint32_t)i + 1 };
  qsort(rows, grams.count, sizeof *rows, by_key);
  return rows;
}

/* A word of the list, and its row if it is a gram. */
static void add_word(nodes *n, const struct train_word *w, const train_symbols *syms,
                     const row *rows, size_t count)
{
  uint16_t sym[VT_LONGEST_WORD];
  uint32_t at = 0;
  if (w->count < 2) return;
  for (uint32_t k = 0; k < w->count; k++) {
    sym[k] = syms->symbols[w->ids[k]];
    at = child_of(n, at, sym[k]);
  }
  n->all.items[at].word = true;
  if (w->count < 4) return;
  const row key = { vt_gram_word_key(vt_word_key(sym, w->count)), 0 };
  const row *r = bsearch(&key, rows, count, sizeof *rows, by_key);
  if (r != NULL) n->all.items[at].row = (uint16_t)r->number;
}

enum { SYM = (1 << 14) - 1 };

/* A pair's or triple's key: see vt_gram_key. Long words are in the list. */
static void add_gram(nodes *n, uint64_t key, uint32_t number)
{
  uint32_t at = 0;
  if (key >> 61 != 0) return;
  for (int shift = key >> 60 != 0 ? 28 : 14; shift >= 0; shift -= 14)
    at = child_of(n, at, (uint16_t)(key >> shift & SYM));
  n->all.items[at].row = (uint16_t)number;
}

static void add_both(nodes *n, uint64_t key, uint32_t number)
{
  const uint32_t at =
      child_of(n, child_of(n, 0, (uint16_t)(key >> 14 & SYM)), (uint16_t)(key & SYM));
  n->all.items[at].both = true;
  const uint32_t view = child_of(n, at, (uint16_t)(VT_COLUMN_VIEW | (key >> 28 & (VT_VIEWS - 1))));
  n->all.items[view].row = (uint16_t)number;
}

/* Where a child's cell lies in its parent's row: views before symbols. */
static uint32_t cell_of(uint16_t column)
{
  return (column & VT_COLUMN_VIEW) != 0 ? column & (VT_VIEWS - 1u) : (uint32_t)VT_VIEWS + column;
}

static int by_row(const void *x, const void *y)
{
  const train_cell *a = x, *b = y;
  if (a->row != b->row) return a->row < b->row ? -1 : 1;
  return a->column < b->column ? -1 : a->column > b->column;
}

static uint32_t *lay_nodes(const nodes *n, uint32_t symbols, uint32_t *len)
{
  const uint32_t count = (uint32_t)n->all.count;
  train_cell *cells = train_new(count, sizeof *cells);
  uint32_t used = 0;
  for (uint32_t i = 1; i < count; i++) {
    const node *x = &n->all.items[i];
    if (x->depth > 1) cells[used++] = (train_cell){ x->parent, cell_of(x->column) };
  }
  qsort(cells, used, sizeof *cells, by_row);
  uint32_t *begins = train_displace(cells, used, count, VT_VIEWS + symbols, len);
  train_release(cells);
  return begins;
}

static vt_gram_trie lay_trie(const nodes *n, uint32_t symbols)
{
  uint32_t len;
  uint32_t *begins = lay_nodes(n, symbols, &len);
  if (len - VT_VIEWS - symbols > UINT16_MAX)
    train_fail("too many grams and words; raise --least", "");
  uint16_t *first = train_new(symbols, sizeof *first), *columns = train_new(len, sizeof *columns),
           *next = train_new(len, sizeof *next), *rows = train_new(len, sizeof *rows);
  for (uint32_t i = 0; i < len; i++) columns[i] = VT_COLUMN_NONE;
  for (uint32_t i = 0; i < symbols; i++) first[i] = (uint16_t)begins[0]; /* the root's are none */
  for (uint32_t i = 1; i < n->all.count; i++) {
    const node *x = &n->all.items[i];
    if (x->depth == 1) {
      first[x->column] = (uint16_t)begins[i];
      continue;
    }
    const uint32_t place = begins[x->parent] + cell_of(x->column);
    columns[place] = (uint16_t)(x->column | (x->both ? VT_TRIE_BOTH : 0));
    next[place] = (uint16_t)begins[i];
    rows[place] = (uint16_t)(x->row | (x->word ? VT_TRIE_WORD : 0));
  }
  train_release(begins);
  return (vt_gram_trie){ first, columns, next, rows, len };
}

vt_gram_trie train_trie(const train_words *words, const train_symbols *syms, train_keys grams,
                        train_keys both)
{
  nodes n = { .edges = { NULL, (1u << 16) - 1 } };
  train_room(&n.all);
  n.all.items[n.all.count++] = (node){ 0 };
  grow_edges(&n);
  row *rows = sort_rows(grams);
  for (size_t i = 0; i < words->count; i++) add_word(&n, &words->items[i], syms, rows, grams.count);
  for (size_t i = 0; i < grams.count; i++) add_gram(&n, grams.keys[i], (uint32_t)i + 1);
  for (size_t i = 0; i < both.count; i++) add_both(&n, both.keys[i], (uint32_t)i + 1);
  const vt_gram_trie trie = lay_trie(&n, syms->count);
  vt_vec_free(&train_heap, &n.all);
  train_release(n.edges.slots);
  train_release(rows);
  return trie;
}
