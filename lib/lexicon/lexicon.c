/* lexicon.c - looking up the vocabulary. */
#include "vt_letter.h"
#include "vt_lexicon_data.h"
#include "vt_traits.h"

static vt_id find_added(const vt_extension *e, vt_key key)
{
  if (e->slot_bits == 0) return VT_ID_NONE;
  const uint32_t mask = (1u << e->slot_bits) - 1;
  for (uint32_t i = vt_hash_bits(key, e->slot_bits);; i++) { /* half of the slots are empty */
    const uint32_t at = e->slots[i & mask];
    if (at == 0) return VT_ID_NONE;
    if (e->added.items[at - 1].key == key) return (vt_id)(e->base->count + at);
  }
}

static inline vt_id find(const vt_lexicon *lex, vt_key key)
{
  const vt_id id = vt_lexicon_find_built(lex, key);
  if (id != VT_ID_NONE || lex->extension == NULL) return id;
  return find_added(lex->extension, key);
}

vt_id vt_lexicon_find(const vt_lexicon *lex, vt_key key)
{
  return find(lex, key);
}

vt_id vt_lexicon_look_up(const vt_lexicon *lex, vt_key key, uint32_t *traits)
{
  const vt_id id = find(lex, key);
  *traits = id == VT_ID_NONE || id > lex->count ? 0 : lex->traits[id - 1];
  return id;
}

uint32_t vt_lexicon_count(const vt_lexicon *lex)
{
  return lex->count + (lex->extension == NULL ? 0 : (uint32_t)lex->extension->added.count);
}

vt_id vt_lexicon_plain(const vt_lexicon *lex, vt_id id)
{
  if (id == VT_ID_NONE) return VT_ID_NONE;
  if (id <= lex->count) return lex->plain[id - 1];
  return vt_lexicon_find(lex, vt_key_plain(lex->extension->added.items[id - 1 - lex->count].key));
}

const char *vt_lexicon_spelling(const vt_lexicon *lex, vt_id id)
{
  if (id == VT_ID_NONE) return "";
  if (id <= lex->count) return lex->spelling + vt_steps_at(lex->spelling_at, id - 1u);
  return lex->extension->added.items[id - 1 - lex->count].spelling;
}

uint32_t vt_lexicon_traits(const vt_lexicon *lex, vt_id id)
{
  return id == VT_ID_NONE || id > lex->count ? 0 : lex->traits[id - 1];
}

bool vt_lexicon_is_syllable(const vt_lexicon *lex, vt_id id)
{
  return (vt_lexicon_traits(lex, id) & VT_TRAIT_SYLLABLE) != 0;
}

const vt_table *vt_lexicon_table(const vt_lexicon *lex, uint32_t table)
{
  return lex->tables[table];
}
