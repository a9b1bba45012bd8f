/* phrases.c - phrases added at run time: a trie whose edges are in one hash table. */
#include "vt_lexicon_data.h"

/* An edge: from a node by an id to the node with this edge's number; node 0 is the root. */
typedef struct edge {
  uint32_t from;
  vt_id id;
  bool ends;
  uint32_t value;
} edge;
struct vt_phrases {
  vt_alloc alloc;
  struct {
    edge *items;
    size_t count, cap;
  } edges;         /* item 0 stands for the root */
  uint32_t *slots; /* edge number; 0: empty */
  uint32_t slot_bits;
};

vitext_status vt_phrases_new(const vt_alloc *a, vt_phrases **out)
{
  *out = NULL;
  vt_phrases *p = vt_new(a, 1, sizeof *p);
  if (p == NULL) return VITEXT_E_MEMORY;
  p->alloc = *a;
  p->slot_bits = 5;
  p->slots = vt_new(a, (size_t)1 << p->slot_bits, sizeof *p->slots);
  if (p->slots == NULL || !vt_vec_room(a, &p->edges)) {
    vt_phrases_free(p);
    return VITEXT_E_MEMORY;
  }
  p->edges.items[p->edges.count++] = (edge){ 0 };
  *out = p;
  return VITEXT_OK;
}

void vt_phrases_free(vt_phrases *p)
{
  if (p == NULL) return;
  const vt_alloc a = p->alloc;
  if (p->slots != NULL) vt_release(&a, p->slots, sizeof *p->slots << p->slot_bits);
  vt_vec_free(&a, &p->edges);
  vt_release(&a, p, sizeof *p);
}

/* Where the edge is, or the empty place for it. */
static uint32_t *slot_of(const vt_phrases *p, uint32_t from, vt_id id)
{
  const uint32_t mask = (1u << p->slot_bits) - 1;
  for (uint32_t i = vt_hash_bits((uint64_t)from << 16 | id, p->slot_bits);; i++) {
    uint32_t *slot = &p->slots[i & mask];
    if (*slot == 0) return slot;
    if (p->edges.items[*slot].from == from && p->edges.items[*slot].id == id) return slot;
  }
}

static bool grow_slots(vt_phrases *p)
{
  if (2 * (p->edges.count + 1) <= (size_t)1 << p->slot_bits) return true;
  uint32_t *slots = vt_new(&p->alloc, (size_t)2 << p->slot_bits, sizeof *slots);
  if (slots == NULL) return false;
  vt_release(&p->alloc, p->slots, sizeof *slots << p->slot_bits);
  p->slots = slots;
  p->slot_bits++;
  for (uint32_t i = 1; i < p->edges.count; i++)
    *slot_of(p, p->edges.items[i].from, p->edges.items[i].id) = i;
  return true;
}

vitext_status vt_phrases_add(vt_phrases *p, const vt_id *ids, uint32_t count, uint32_t value)
{
  if (count == 0) return VITEXT_E_ARGUMENT;
  for (uint32_t i = 0; i < count; i++) {
    if (ids[i] == VT_ID_NONE) return VITEXT_E_ARGUMENT;
  }
  uint32_t node = 0;
  for (uint32_t i = 0; i < count; i++) { /* out of memory half way leaves edges that end nothing */
    if (!grow_slots(p) || !vt_vec_room(&p->alloc, &p->edges)) return VITEXT_E_MEMORY;
    uint32_t *slot = slot_of(p, node, ids[i]);
    if (*slot == 0) {
      *slot = (uint32_t)p->edges.count;
      p->edges.items[p->edges.count++] = (edge){ .from = node, .id = ids[i] };
    }
    node = *slot;
  }
  p->edges.items[node].ends = true;
  p->edges.items[node].value = value;
  return VITEXT_OK;
}

uint32_t vt_phrases_match(const vt_phrases *p, const vt_id *ids, uint32_t count, uint32_t *value)
{
  uint32_t node = 0, found = 0;
  if (p == NULL) return 0;
  for (uint32_t i = 0; i < count && ids[i] != VT_ID_NONE; i++) {
    node = *slot_of(p, node, ids[i]);
    if (node == 0) break;
    if (p->edges.items[node].ends) {
      found = i + 1;
      *value = p->edges.items[node].value;
    }
  }
  return found;
}
