/* refwords.c - what the pass must know of words around references, told from the tables once. */
#include "vt_refwords.h"
#include <string.h>
#include "vt_tables.h"

static const char *const names[VT_ROLE_COUNT] = { "",
#define NAME(id, name) name,
                                                  VT_ROLES(NAME)
#undef NAME
};

/* The number of a role; from: where to look first, since rows with the same role stand together. */
static uint8_t number_of(const char *name, uint8_t from)
{
  for (uint8_t k = 0; k < VT_ROLE_COUNT; k++) {
    const uint8_t role = (uint8_t)((from + k) % VT_ROLE_COUNT);
    if (strcmp(names[role], name) == 0) return role;
  }
  return VT_ROLE_NONE;
}

static void add(vt_idset *s, vt_id id)
{
  s->bits[id / 64 % VT_IDSET_WORDS] |= (uint64_t)1 << id % 64;
}

/* The sets of roles. first: room for the first word of every node, which children are told. */
static void fill_roles(const vt_table *t, vt_id *first, vt_refwords *w)
{
  const vt_trie *trie = &t->exact;
  for (uint32_t node = 0; node < trie->nodes; node++) {
    const uint32_t end = vt_steps_at(trie->child, node + 1);
    for (uint32_t child = vt_steps_at(trie->child, node); child < end; child++)
      first[child] = node == 0 ? trie->label[child] : first[node];
    if (node == 0 || trie->row[node] == VT_ROW_NONE) continue;
    for (uint32_t row = trie->row[node];; row++) {
      add(&w->begins[w->roles[row]], first[node]);
      add(&w->ends[w->roles[row]], trie->label[node]);
      if (!vt_table_more(t, row)) break;
    }
  }
}

static void add_pair(vt_refwords *w, vt_id first, vt_id second)
{
  const uint32_t bit = vt_hash_bits((uint64_t)first << 16 | second, VT_PAIR_BITS);
  w->type_pairs[bit / 64] |= (uint64_t)1 << bit % 64;
}

static void fill_types(const vt_trie *trie, vt_refwords *w)
{
  if (trie->nodes == 0) return;
  const uint32_t second = vt_steps_at(trie->child, 1);
  for (uint32_t node = 1; node < second; node++) { /* the root's children come first */
    const uint32_t end = vt_steps_at(trie->child, node + 1);
    if (trie->row[node] != VT_ROW_NONE) add_pair(w, trie->label[node], VT_ID_NONE);
    for (uint32_t child = vt_steps_at(trie->child, node); child < end; child++)
      add_pair(w, trie->label[node], trie->label[child]);
  }
}

/* First words that are one without their marks. */
static void fill_unmarked(const vt_lexicon *lex, const vt_table *t, vt_refwords *w)
{
  if (t->exact.nodes == 0) return;
  const uint32_t second = vt_steps_at(t->exact.child, 1);
  for (uint32_t node = 1; node < second; node++) {
    const vt_id id = t->exact.label[node];
    const uint32_t plain = vt_trie_child(&t->plain, 0, vt_lexicon_plain(lex, id));
    if (plain != 0 && t->plain.row[plain] != VT_ROW_NONE) add_pair(w, id, VT_ID_NONE);
  }
}

vitext_status vt_refwords_open(const vt_alloc *a, const vt_lexicon *lex, vt_refwords **out)
{
  const vt_table *t = vt_lexicon_table(lex, VT_TABLE_REFERENCE_WORDS);
  const vt_table *types = vt_lexicon_table(lex, VT_TABLE_REFERENCE_TYPES);
  const uint32_t rows = vt_table_rows(t), nodes = t->exact.nodes + 1;
  vt_id *first = vt_new(a, nodes, sizeof *first);
  vt_refwords *w = vt_new(a, 1, sizeof *w + rows);
  *out = NULL;
  if (first == NULL || w == NULL) {
    vt_release(a, w, sizeof *w + rows);
    vt_release(a, first, nodes * sizeof *first);
    return VITEXT_E_MEMORY;
  }
  w->alloc = *a;
  w->rows = rows;
  uint8_t last = VT_ROLE_NONE;
  for (uint32_t row = 0; row < rows; row++) {
    last = number_of(vt_table_field(t, row, VT_REFERENCE_WORDS_ROLE), last);
    w->roles[row] = last;
  }
  fill_roles(t, first, w);
  fill_types(&types->exact, w);
  fill_types(&types->plain, w);
  fill_unmarked(lex, types, w);
  vt_release(a, first, nodes * sizeof *first);
  *out = w;
  return VITEXT_OK;
}

void vt_refwords_free(vt_refwords *w)
{
  if (w == NULL) return;
  const vt_alloc a = w->alloc;
  vt_release(&a, w, sizeof *w + w->rows);
}
