/* vt_lexicon_data.h - how lexicons and tables are laid out; for lib/lexicon, what is generated for
 * it (lib/data) and the inner loops of scanner and references, nobody else. Everything big is an
 * array of small numbers without pointers. */
#ifndef VT_LEXICON_DATA_H
#define VT_LEXICON_DATA_H
#include "vt_arena.h"
#include "vt_lexicon.h"

/* Increasing numbers in two bytes each: base of every 64, and the distance from it. */
typedef struct vt_steps {
  const uint32_t *base;
  const uint16_t *low;
} vt_steps;
enum { VT_STEP_BITS = 6 };
static inline uint32_t vt_steps_at(vt_steps s, uint32_t i)
{
  return s.base[i >> VT_STEP_BITS] + s.low[i];
}

/* A trie in breadth-first order: node 0 is the root, the children of node n are the nodes
 * child[n] .. child[n + 1] - 1, by rising label. The root's children are found by hash. */
typedef struct vt_trie {
  uint32_t nodes; /* 0: no trie */
  uint32_t slot_bits;
  const uint16_t *slot; /* 1 << slot_bits entries: a child of the root, or 0 */
  const vt_id *label;   /* how a node is reached */
  const uint16_t *row;  /* of the phrase that ends there, or VT_ROW_NONE */
  vt_steps child;       /* nodes + 1 entries */
} vt_trie;

struct vt_table {
  const char *name;         /* of the TSV */
  const char *column_names; /* each with a NUL behind it */
  uint32_t rows, columns;
  vt_trie exact, plain;
  const uint16_t *cells; /* by row, then column: number of a string */
  const uint8_t *more;   /* a bit a row: the next row has the same phrase */
  uint32_t strings;
  vt_steps string_at; /* strings + 1 entries */
  const char *text;   /* each string with a NUL behind it; string 0 is "" */
};

/* Spellings added at run time: open addressing by key. */
typedef struct vt_added {
  vt_key key;
  char *spelling;
  size_t size;
} vt_added;
typedef struct vt_extension {
  vt_alloc alloc;
  const vt_lexicon *base;
  struct {
    vt_added *items;
    size_t count, cap;
  } added;         /* ids base->count + 1 and on */
  uint16_t *slots; /* index of added + 1; 0: empty */
  uint32_t slot_bits;
} vt_extension;

struct vt_lexicon {
  uint32_t count; /* ids 1..count; id - 1 is the index of all arrays */
  uint32_t bucket_bits;
  const uint16_t *bucket; /* (1 << bucket_bits) + 1 entries: where each bucket of keys begins */
  const vt_key *key;      /* by bucket, rising in it */
  const vt_id *plain;
  const uint16_t *traits; /* VT_TRAIT_*, VT_TRAIT_SYLLABLE */
  vt_steps spelling_at;   /* count + 1 entries */
  const char *spelling;   /* each with a NUL behind it */
  const vt_table *const *tables;
  uint32_t table_count;
  uint64_t tag; /* differs when any of the data differs */
  vt_extension *extension; /* NULL: none */
  vt_arena arena;          /* of an opened file: all its arrays */
  vt_alloc alloc;          /* of the arena and of this struct */
};

/* Lexicon files: "vtlexico" and the version of their format. */
#define VT_FILE_MAGIC 0x6F6369786C657476u
enum { VT_FILE_VERSION = 1 };

static inline uint32_t vt_hash_bits(uint64_t value, uint32_t bits)
{
  return (uint32_t)(value * 0x9E3779B97F4A7C15u >> (64 - bits)); /* bits: 1 to 32 */
}

/* The child of node (0: the root) by id; 0: none, for the root is nobody's child. */
static inline uint32_t vt_trie_child(const vt_trie *t, uint32_t node, vt_id id)
{
  if (node == 0) {
    if (t->nodes == 0) return 0;
    const uint32_t mask = (1u << t->slot_bits) - 1;
    for (uint32_t i = vt_hash_bits(id, t->slot_bits);; i++) { /* half of the slots are empty */
      const uint32_t child = t->slot[i & mask];
      if (child == 0 || t->label[child] == id) return child;
    }
  }
  uint32_t low = vt_steps_at(t->child, node);
  uint32_t high = vt_steps_at(t->child, node + 1);
  while (low < high) {
    const uint32_t middle = (low + high) / 2;
    if (t->label[middle] == id) return middle;
    if (t->label[middle] < id) low = middle + 1;
    else high = middle;
  }
  return 0;
}

/* The id of a spelling that was not added at run time. */
static inline vt_id vt_lexicon_find_built(const vt_lexicon *lex, vt_key key)
{
  const uint32_t h = vt_hash_bits(key, lex->bucket_bits);
  const uint32_t end = lex->bucket[h + 1];
  for (uint32_t i = lex->bucket[h]; i < end; i++) {
    if (lex->key[i] == key) return (vt_id)(i + 1);
  }
  return VT_ID_NONE;
}

#endif
