/* gen_tag.c - the tag of a lexicon: a checksum of what is in it. */
#include <string.h>
#include "vt_gen.h"

static uint64_t mix(uint64_t h, const void *bytes, size_t len)
{
  const unsigned char *p = bytes;
  for (size_t i = 0; i < len; i++) h = (h ^ p[i]) * 0x100000001B3u;
  return h;
}

/* Numbers, not bytes, so that the tag is the same on every machine. */
static uint64_t mix_number(uint64_t h, uint64_t number)
{
  for (int i = 0; i < 8; i++) h = (h ^ (number >> 8 * i & 0xFF)) * 0x100000001B3u;
  return h;
}

static uint64_t mix_trie(uint64_t h, const vt_trie *t)
{
  for (uint32_t n = 0; n < t->nodes; n++) {
    h = mix_number(h, (uint64_t)t->label[n] << 16 | t->row[n]);
    h = mix_number(h, vt_steps_at(t->child, n));
  }
  return h;
}

static uint64_t mix_table(uint64_t h, const vt_table *t)
{
  h = mix(h, t->name, strlen(t->name));
  h = mix_trie(h, &t->exact);
  h = mix_trie(h, &t->plain);
  for (uint32_t i = 0; i < t->rows * t->columns; i++) h = mix_number(h, t->cells[i]);
  return mix(h, t->text, vt_steps_at(t->string_at, t->strings));
}

uint64_t gen_tag(const vt_lexicon *lex)
{
  uint64_t h = 0xCBF29CE484222325u;
  for (uint32_t i = 0; i < lex->count; i++) {
    h = mix_number(h, lex->key[i]);
    h = mix_number(h, lex->traits[i]);
  }
  for (uint32_t i = 0; i < lex->table_count; i++) h = mix_table(h, lex->tables[i]);
  return h;
}
