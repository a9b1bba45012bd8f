/* words.c - the word list: which spellings have symbols, and the trie of its words. */
#include <stdlib.h>
#include <string.h>
#include "vt_bytes.h"
#include "vt_lexicon.h"
#include "vt_letter.h"
#include "vt_train.h"

typedef struct node {
  uint32_t parent;
  uint16_t sym;
  uint8_t depth;
  bool word, more;
} node;
typedef struct edges { /* node of (parent, symbol), open addressing */
  uint32_t *slots;
  uint32_t mask;
} edges;
typedef struct nodes {
  VT_VEC(node) all;
  edges edges;
} nodes; /* node 0: the root */
typedef struct word {
  vt_id ids[VT_LONGEST_WORD];
  uint32_t count;
} word;
typedef struct word_list {
  VT_VEC(word) all;
} word_list;

/* The words of the first column, as ids. Words of one token only have a symbol. */
static void read_words(const char *path, word_list *list)
{
  unsigned char *bytes;
  size_t len;
  if (vt_file_read(path, &vt_alloc_heap, &bytes, &len) != VITEXT_OK)
    train_fail("cannot read", path);
  const vt_lexicon *lex = vt_lexicon_builtin();
  bool header = true;
  for (char *line = (char *)bytes, *next; *line != '\0'; line = next) {
    char *end = line + strcspn(line, "\n");
    next = *end == '\0' ? end : end + 1;
    if (line[0] == '#') continue;
    if (header) {
      header = false;
      continue;
    }
    vt_text text = { line, (uint32_t)strcspn(line, "\t\n") };
    vt_tokens tokens = { 0 };
    if (vt_tokens_find(&vt_alloc_heap, lex, text, &tokens) != VITEXT_OK)
      train_fail("no memory", "");
    word w = { { 0 }, tokens.count };
    bool known = tokens.count > 0 && tokens.count <= VT_LONGEST_WORD;
    for (uint32_t i = 0; known && i < tokens.count; i++) {
      w.ids[i] = tokens.ids[i];
      known = w.ids[i] != VT_ID_NONE && tokens.items[i].kind <= VITEXT_TOKEN_ABBREVIATION;
    }
    vt_tokens_free(&vt_alloc_heap, &tokens);
    if (!known) continue;
    train_room(&list->all);
    list->all.items[list->all.count++] = w;
  }
  vt_release(&vt_alloc_heap, bytes, len + 1);
}

static void number_symbols(train_symbols *syms, const word_list *list, const uint32_t *id_counts,
                           uint32_t least)
{
  const vt_lexicon *lex = vt_lexicon_builtin();
  syms->symbols = train_new(1 << 16, sizeof *syms->symbols);
  syms->keys = train_new(VT_SYM_LIMIT, sizeof *syms->keys);
  for (size_t i = 0; i < list->all.count; i++)
    for (uint32_t k = 0; k < list->all.items[i].count; k++)
      syms->symbols[list->all.items[i].ids[k]] = 1;
  syms->count = VT_SYM_SPELLING;
  for (uint32_t id = 1; id < 1 << 16; id++) {
    if (syms->symbols[id] == 0 && id_counts[id] < least) continue;
    if (syms->count == VT_SYM_LIMIT) train_fail("more spellings than symbols", "");
    const char *spelling = vt_lexicon_spelling(lex, (vt_id)id);
    syms->keys[syms->count] = vt_key_of(spelling, strlen(spelling));
    syms->symbols[id] = (uint16_t)syms->count++;
  }
}

static uint32_t child_of(nodes *n, uint32_t parent, uint16_t sym)
{
  uint32_t at = (uint32_t)vt_hash_mix((uint64_t)parent << 14 | sym) & n->edges.mask;
  for (; n->edges.slots[at] != 0; at = (at + 1) & n->edges.mask) {
    const node *c = &n->all.items[n->edges.slots[at]];
    if (c->parent == parent && c->sym == sym) return n->edges.slots[at];
  }
  train_room(&n->all);
  n->all.items[parent].more = true;
  n->edges.slots[at] = (uint32_t)n->all.count;
  n->all.items[n->all.count++] =
      (node){ parent, sym, (uint8_t)(n->all.items[parent].depth + 1), false, false };
  return n->edges.slots[at];
}

static void build_nodes(nodes *n, const word_list *list, const train_symbols *syms)
{
  n->edges.mask = (1u << 19) - 1;
  n->edges.slots = train_new(n->edges.mask + 1u, sizeof *n->edges.slots);
  train_room(&n->all);
  n->all.items[n->all.count++] = (node){ 0 };
  for (size_t i = 0; i < list->all.count; i++) {
    const word *w = &list->all.items[i];
    uint32_t at = 0;
    if (w->count < 2) continue;
    for (uint32_t k = 0; k < w->count; k++) at = child_of(n, at, syms->symbols[w->ids[k]]);
    n->all.items[at].word = true;
  }
}

static void hash_nodes(const nodes *n, vt_word_trie *words)
{
  uint32_t count = (uint32_t)n->all.count;
  uint64_t *hashes = train_new(count, sizeof *hashes), *path = train_new(count, sizeof *path);
  uint32_t *slots = train_new(count, sizeof *slots), used = 0;
  for (uint32_t i = 1; i < count; i++) {
    const node *x = &n->all.items[i];
    path[i] = x->depth == 1 ? x->sym : vt_trie_key(path[x->parent], x->sym);
    if (x->depth > 1) hashes[used++] = path[i];
  }
  words->hash = train_phash(hashes, used, slots);
  uint32_t *cells = train_new(words->hash.slot_count, sizeof *cells);
  for (uint32_t i = 1, k = 0; i < count; i++) {
    const node *x = &n->all.items[i];
    if (x->depth < 2) continue;
    cells[slots[k]] =
        vt_trie_check(hashes[k]) | (x->word ? VT_TRIE_WORD : 0u) | (x->more ? VT_TRIE_MORE : 0u);
    k++;
  }
  words->slots = cells;
  free(hashes);
  free(path);
  free(slots);
}

void train_words(const char *path, const uint32_t *id_counts, uint32_t least, train_symbols *syms,
                 vt_word_trie *words, uint32_t *word_count)
{
  word_list list = { 0 };
  nodes n = { 0 };
  read_words(path, &list);
  number_symbols(syms, &list, id_counts, least);
  build_nodes(&n, &list, syms);
  hash_nodes(&n, words);
  *word_count = (uint32_t)list.all.count;
  vt_vec_free(&vt_alloc_heap, &list.all);
  vt_vec_free(&vt_alloc_heap, &n.all);
  free(n.edges.slots);
}
