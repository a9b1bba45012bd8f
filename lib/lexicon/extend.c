/* extend.c - a lexicon with spellings added at run time. */
#include <string.h>
#include "vt_lexicon_data.h"

vitext_status vt_lexicon_extend(const vt_alloc *a, const vt_lexicon *base, vt_lexicon **out)
{
  *out = NULL;
  vt_lexicon *lex = vt_new(a, 1, sizeof *lex);
  vt_extension *e = vt_new(a, 1, sizeof *e);
  if (lex == NULL || e == NULL) {
    vt_release(a, lex, sizeof *lex);
    vt_release(a, e, sizeof *e);
    return VITEXT_E_MEMORY;
  }
  *e = (vt_extension){ .alloc = *a, .base = base };
  *lex = *base;
  lex->extension = e;
  lex->alloc = *a;
  vt_arena_init(&lex->arena, &lex->alloc); /* the base keeps its own */
  *out = lex;
  return VITEXT_OK;
}

static void put_slot(vt_extension *e, size_t index)
{
  const uint32_t mask = (1u << e->slot_bits) - 1;
  uint32_t i = vt_hash_bits(e->added.items[index].key, e->slot_bits);
  while (e->slots[i & mask] != 0) i++;
  e->slots[i & mask] = (uint16_t)(index + 1);
}

/* Keep half of the slots empty. */
static bool grow_slots(vt_extension *e)
{
  if (e->slot_bits != 0 && 2 * (e->added.count + 1) <= (size_t)1 << e->slot_bits) return true;
  const uint32_t bits = e->slot_bits == 0 ? 4 : e->slot_bits + 1;
  uint16_t *slots = vt_new(&e->alloc, (size_t)1 << bits, sizeof *slots);
  if (slots == NULL) return false;
  if (e->slots != NULL) vt_release(&e->alloc, e->slots, sizeof *slots << e->slot_bits);
  e->slots = slots;
  e->slot_bits = bits;
  for (size_t i = 0; i < e->added.count; i++) put_slot(e, i);
  return true;
}

vitext_status vt_lexicon_add(vt_lexicon *lex, vt_key key, const char *utf8, size_t len, vt_id *out)
{
  vt_extension *e = lex->extension;
  *out = vt_lexicon_find(lex, key);
  if (*out != VT_ID_NONE) return VITEXT_OK;
  if (lex->count + e->added.count >= UINT16_MAX) return VITEXT_E_DATA;
  if (!grow_slots(e) || !vt_vec_room(&e->alloc, &e->added)) return VITEXT_E_MEMORY;
  char *spelling = vt_resize(&e->alloc, NULL, 0, len + 1);
  if (spelling == NULL) return VITEXT_E_MEMORY;
  memcpy(spelling, utf8, len);
  spelling[len] = '\0';
  e->added.items[e->added.count] = (vt_added){ key, spelling, len + 1 };
  put_slot(e, e->added.count++);
  *out = (vt_id)(lex->count + e->added.count);
  return VITEXT_OK;
}

static void free_extension(vt_extension *e)
{
  const vt_alloc a = e->alloc;
  for (size_t i = 0; i < e->added.count; i++)
    vt_release(&a, e->added.items[i].spelling, e->added.items[i].size);
  vt_vec_free(&a, &e->added);
  if (e->slots != NULL) vt_release(&a, e->slots, sizeof *e->slots << e->slot_bits);
  vt_release(&a, e, sizeof *e);
}

void vt_lexicon_free(vt_lexicon *lex)
{
  if (lex == NULL || lex == vt_lexicon_builtin()) return;
  const vt_alloc a = lex->alloc;
  if (lex->extension != NULL) free_extension(lex->extension);
  vt_arena_free(&lex->arena);
  vt_release(&a, lex, sizeof *lex);
}
