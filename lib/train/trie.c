/* trie.c - words and grams as one trie over symbols, in a perfect hash. */
#include <stdlib.h>
#include "vt_train.h"

typedef struct node {
  uint32_t parent;
  uint16_t sym;
  uint8_t depth, flags; /* VT_TRIE_* */
} node;
typedef struct nodes { /* node 0: the root */
  VT_VEC(node) all;
  struct { /* node of (parent, symbol): open addressing, 0 is empty */
    uint32_t *slots;
    uint32_t mask;
  } edges;
} nodes;

static uint32_t *edge_of(const nodes *n, uint32_t parent, uint16_t sym)
{
  uint32_t at = (uint32_t)vt_hash_mix((uint64_t)parent << 14 | sym) & n->edges.mask;
  for (; n->edges.slots[at] != 0; at = (at + 1) & n->edges.mask) {
    const node *c = &n->all.items[n->edges.slots[at]];
    if (c->parent == parent && c->sym == sym) break;
  }
  return &n->edges.slots[at];
}

static void grow_edges(nodes *n)
{
  train_release(n->edges.slots);
  n->edges.mask = n->edges.mask * 2 + 1;
  n->edges.slots = train_new(n->edges.mask + 1u, sizeof *n->edges.slots);
  for (uint32_t i = 1; i < n->all.count; i++)
    *edge_of(n, n->all.items[i].parent, n->all.items[i].sym) = i;
}

static uint32_t child_of(nodes *n, uint32_t parent, uint16_t sym)
{
  if (n->all.count * 2 > n->edges.mask) grow_edges(n);
  uint32_t *edge = edge_of(n, parent, sym);
  if (*edge != 0) return *edge;
  train_room(&n->all);
  n->all.items[parent].flags |= VT_TRIE_MORE;
  *edge = (uint32_t)n->all.count;
  n->all.items[n->all.count] = (node){ parent, sym, (uint8_t)(n->all.items[parent].depth + 1), 0 };
  return (uint32_t)n->all.count++;
}

static void add_word(nodes *n, const struct train_word *w, const train_symbols *syms)
{
  uint32_t at = 0;
  for (uint32_t k = 0; w->count > 1 && k < w->count; k++)
    at = child_of(n, at, syms->symbols[w->ids[k]]);
  n->all.items[at].flags |= VT_TRIE_WORD;
}

enum { SYM = (1 << 14) - 1 };

/* A pair's or triple's key: see vt_gram_key. Long words are in the list. */
static void add_gram(nodes *n, uint64_t key)
{
  uint32_t at = 0;
  if (key >> 61 != 0) return;
  for (int shift = key >> 60 != 0 ? 28 : 14; shift >= 0; shift -= 14)
    at = child_of(n, at, (uint16_t)(key >> shift & SYM));
}

static void add_both(nodes *n, uint64_t key)
{
  const uint32_t at =
      child_of(n, child_of(n, 0, (uint16_t)(key >> 14 & SYM)), (uint16_t)(key & SYM));
  n->all.items[at].flags |= VT_TRIE_BOTH;
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

static uint64_t gram_of(const nodes *n, const node *x, uint64_t path)
{
  if (x->depth > 3) return (uint64_t)2 << 60 | path >> 4;
  const node *p = &n->all.items[x->parent];
  uint64_t key = (uint64_t)p->sym << 14 | x->sym;
  if (x->depth == 3) key |= (uint64_t)1 << 60 | (uint64_t)n->all.items[p->parent].sym << 28;
  return key;
}

static vt_trie_nodes hash_nodes(const nodes *n, train_keys grams)
{
  const uint32_t count = (uint32_t)n->all.count;
  uint64_t *hashes = train_new(count, sizeof *hashes), *path = train_new(count, sizeof *path);
  uint32_t *slots = train_new(count, sizeof *slots), used = 0;
  row *sorted = sort_rows(grams);
  for (uint32_t i = 1; i < count; i++) {
    const node *x = &n->all.items[i];
    path[i] = x->depth == 1 ? vt_trie_first(x->sym) : vt_trie_key(path[x->parent], x->sym);
    if (x->depth > 1) hashes[used++] = path[i];
  }
  const vt_phash hash = train_phash(hashes, used, slots);
  uint32_t *cells = train_new(hash.slot_count, sizeof *cells);
  uint16_t *rows = train_new(hash.slot_count, sizeof *rows);
  for (uint32_t i = 1, k = 0; i < count; i++) {
    const node *x = &n->all.items[i];
    if (x->depth < 2) continue;
    const row key = { gram_of(n, x, path[i]), 0 };
    const row *r = bsearch(&key, sorted, grams.count, sizeof *sorted, by_key);
    cells[slots[k]] = vt_trie_check(hashes[k]) | x->flags;
    rows[slots[k]] = (uint16_t)(r == NULL ? 0 : r->number);
    k++;
  }
  train_release(sorted);
  train_release(hashes);
  train_release(path);
  train_release(slots);
  return (vt_trie_nodes){ hash, cells, rows };
}

vt_trie_nodes train_trie(const train_words *words, const train_symbols *syms, train_keys grams,
                         train_keys both)
{
  nodes n = { .edges = { NULL, (1u << 16) - 1 } };
  train_room(&n.all);
  n.all.items[n.all.count++] = (node){ 0 };
  grow_edges(&n);
  for (size_t i = 0; i < words->count; i++) add_word(&n, &words->items[i], syms);
  for (size_t i = 0; i < grams.count; i++) add_gram(&n, grams.keys[i]);
  for (size_t i = 0; i < both.count; i++) add_both(&n, both.keys[i]);
  const vt_trie_nodes trie = hash_nodes(&n, grams);
  vt_vec_free(&train_heap, &n.all);
  train_release(n.edges.slots);
  return trie;
}
