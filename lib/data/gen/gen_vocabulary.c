/* gen_vocabulary.c - collecting spellings, giving them ids, and the vocabulary's arrays. */
#include <stdlib.h>
#include <string.h>
#include "vt_gen.h"
#include "vt_syllable.h"
#include "vt_scan.h"
#include "vt_traits.h"
#include "vt_utf8.h"

enum { MAX_IDS = 65535 };

static uint32_t *slot_of(const gen_vocabulary *v, vt_key key)
{
  const uint32_t mask = (1u << v->slot_bits) - 1;
  for (uint32_t i = vt_hash_bits(key, v->slot_bits);; i++) {
    uint32_t *slot = &v->slots[i & mask];
    if (*slot == 0 || v->all.items[*slot - 1].key == key) return slot;
  }
}

/* At most MAX_IDS + 1 spellings are ever in it, so it never fills up. */
static void open_slots(gen_vocabulary *v)
{
  if (v->slots != NULL) return;
  v->slot_bits = 17;
  v->slots = gen_new((size_t)1 << v->slot_bits, sizeof *v->slots);
}

/* Lower case; what a key spells has the tone where the old style puts it. */
static char *spell(vt_key key, const char *text, size_t len)
{
  char *to = gen_new(3 * len + 64, 1);
  if (!vt_key_is_hash(key)) {
    to[vt_syllable_spell(key, to)] = '\0';
    return to;
  }
  size_t used = 0;
  for (uint32_t at = 0; at < len;)
    used += vt_utf8_put(vt_lower(vt_utf8_next(text, &at)), to + used);
  return to;
}

static gen_spelling *add(gen_vocabulary *v, vt_key key, const char *text, size_t len)
{
  open_slots(v);
  uint32_t *slot = slot_of(v, key);
  char *spelling = spell(key, text, len);
  if (*slot != 0) {
    gen_spelling *old = &v->all.items[*slot - 1];
    if (strcmp(old->text, spelling) != 0) gen_fail(spelling, 0, "has the key of ", old->text);
    vt_release(&gen_heap, spelling, 1);
    return old;
  }
  if (v->all.count == MAX_IDS) gen_fail("vocabulary", 0, "more than 65535 spellings", "");
  gen_room(&v->all);
  gen_spelling *s = &v->all.items[v->all.count++];
  *slot = (uint32_t)v->all.count;
  *s = (gen_spelling){ .key = key, .text = spelling };
  if (vt_syllable_known(key)) s->traits = VT_TRAIT_SYLLABLE;
  return s;
}

static uint32_t trait_named(const char *name)
{
#define TRAIT_NAMED(id, word, bit)                                                                 \
  if (strcmp(name, word) == 0) return VT_TRAIT_##id;
  VT_TRAITS(TRAIT_NAMED)
  return 0;
}

void gen_vocabulary_traits(gen_vocabulary *v, const gen_source *s)
{
  if (s->column_count < 2) gen_fail(s->path, 0, "needs the columns word and trait", "");
  for (size_t i = 0; i < s->rows.count; i++) {
    const gen_row *row = &s->rows.items[i];
    const size_t len = strlen(row->cells[0]);
    gen_spelling *word = add(v, vt_key_of(row->cells[0], len), row->cells[0], len);
    const uint32_t trait = trait_named(row->cells[1]);
    if (trait == 0) gen_fail(s->path, row->line, "no such trait: ", row->cells[1]);
    if ((word->traits & trait) != 0) gen_fail(s->path, row->line, "said twice: ", row->cells[0]);
    word->traits |= trait;
  }
}

static void split_row(gen_vocabulary *v, const gen_source *s, gen_row *row, const vt_lexicon *lex)
{
  const vt_text text = { row->cells[0], (uint32_t)strlen(row->cells[0]) };
  vt_tokens tokens = { 0 };
  if (vt_scan(&gen_heap, lex, NULL, text, &tokens) != VITEXT_OK)
    gen_fail(s->path, row->line, "cannot be split: ", text.bytes);
  row->keys = gen_new(tokens.count, sizeof *row->keys);
  row->id_count = tokens.count;
  for (uint32_t i = 0; i < tokens.count; i++) {
    const vt_token t = tokens.items[i];
    const uint32_t len = vt_token_key_len(text, t);
    const char *word = text.bytes + t.begin;
    if (t.kind == VITEXT_TOKEN_BREAK) gen_fail(s->path, row->line, "has a line end: ", text.bytes);
    const uint32_t trait = i == 0 && s->first[0] != '\0' ? trait_named(s->first) : 0;
    row->keys[i] = vt_key_of(word, len);
    add(v, row->keys[i], word, len)->traits |= trait;
    if (s->plain) add(v, vt_key_plain(row->keys[i]), word, len)->traits |= trait;
  }
  if (tokens.count == 0) gen_fail(s->path, row->line, "has no tokens: ", text.bytes);
  vt_tokens_free(&gen_heap, &tokens);
}

void gen_vocabulary_split(gen_vocabulary *v, gen_source *s, const vt_lexicon *lex)
{
  if (s->first[0] != '\0' && trait_named(s->first) == 0)
    gen_fail(s->path, 0, "no such trait: ", s->first);
  for (size_t i = 0; i < s->rows.count; i++) split_row(v, s, &s->rows.items[i], lex);
}

static int by_bucket(const void *a, const void *b)
{
  const gen_spelling *x = a, *y = b;
  if (x->bucket != y->bucket) return x->bucket < y->bucket ? -1 : 1;
  return x->key < y->key ? -1 : x->key > y->key;
}

static void order(gen_vocabulary *v)
{
  open_slots(v);
  v->bucket_bits = 4;
  while (((size_t)1 << v->bucket_bits) < v->all.count && v->bucket_bits < 16) v->bucket_bits++;
  for (size_t i = 0; i < v->all.count; i++)
    v->all.items[i].bucket = vt_hash_bits(v->all.items[i].key, v->bucket_bits);
  if (v->all.count > 0) qsort(v->all.items, v->all.count, sizeof *v->all.items, by_bucket);
  memset(v->slots, 0, sizeof *v->slots << v->slot_bits);
  for (size_t i = 0; i < v->all.count; i++) *slot_of(v, v->all.items[i].key) = (uint32_t)(i + 1);
}

static void fill_buckets(const gen_vocabulary *v, vt_lexicon *lex)
{
  const uint32_t buckets = 1u << v->bucket_bits;
  uint16_t *bucket = gen_new(buckets + 1, sizeof *bucket);
  uint32_t at = 0;
  for (uint32_t b = 0; b < buckets; b++) {
    bucket[b] = (uint16_t)at;
    while (at < v->all.count && v->all.items[at].bucket == b) at++;
  }
  bucket[buckets] = (uint16_t)at;
  lex->bucket = bucket;
  lex->bucket_bits = v->bucket_bits;
}

void gen_vocabulary_lexicon(gen_vocabulary *v, vt_lexicon *lex)
{
  order(v);
  const uint32_t count = (uint32_t)v->all.count;
  vt_key *key = gen_new(count, sizeof *key);
  vt_id *plain = gen_new(count, sizeof *plain);
  uint16_t *traits = gen_new(count, sizeof *traits);
  uint32_t *at = gen_new(count + 1, sizeof *at);
  for (uint32_t i = 0; i < count; i++)
    at[i + 1] = at[i] + (uint32_t)strlen(v->all.items[i].text) + 1;
  char *text = gen_new(at[count], 1);
  for (uint32_t i = 0; i < count; i++) {
    const gen_spelling *s = &v->all.items[i];
    key[i] = s->key;
    plain[i] = (vt_id)*slot_of(v, vt_key_plain(s->key));
    traits[i] = (uint16_t)s->traits;
    memcpy(text + at[i], s->text, at[i + 1] - at[i]);
  }
  *lex = (vt_lexicon){ .count = count, .key = key, .plain = plain, .traits = traits };
  lex->spelling_at = gen_steps(at, count + 1, "vocabulary");
  lex->spelling = text;
  fill_buckets(v, lex);
}
