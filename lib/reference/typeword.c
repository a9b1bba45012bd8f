/* typeword.c - the words that references begin with: types, abbreviations, codes, levels. */
#include <string.h>
#include "vt_lexicon_data.h"
#include "vt_refscan.h"
#include "vt_tables.h"
#include "vt_traits.h"

/* Whether tokens from..to are all written without marks. */
static bool is_unmarked(const vt_refscan *s, uint32_t from, uint32_t to)
{
  for (uint32_t i = from; i < to; i++) {
    if (s->ids[i] == VT_ID_NONE || vt_ref_plain(s, i) != s->ids[i]) return false;
  }
  return true;
}

/* Longest phrase of the types at token i without its marks: the token after it, or 0. */
static uint32_t match_plain(const vt_refscan *s, uint32_t i, uint32_t *row)
{
  const vt_trie *trie = &s->types->plain;
  uint32_t node = 0, found = 0;
  for (uint32_t k = i; k < s->count; k++) {
    node = vt_trie_child(trie, node, vt_ref_plain(s, k));
    if (node == 0) break;
    if (trie->row[node] == VT_ROW_NONE) continue;
    found = k + 1;
    *row = trie->row[node];
  }
  return found;
}

bool vt_typeword_may_be_misspelt(const vt_refscan *s, uint32_t i)
{
  enum { NEAR = 8 }; /* type of four syllables, số, colon, number; a token behind it */
  const uint32_t left = s->count - i, end = i + (left < NEAR ? left : NEAR);
  if (s->ids[i] != VT_ID_NONE && vt_lexicon_plain(s->lex, s->ids[i]) == s->ids[i]) return true;
  if (left < NEAR + 2) return left > 2 && vt_cue_next(s->cues, i + 2, end, VT_CUE_NUMBER) < end;
  const uint64_t six = vt_word_load(s->cues + i + 2) << 16; /* at once: those up to end */
  return (six & VT_CUE_NUMBER * VT_WORD_ONES) != 0;
}

static void fill(const vt_refscan *s, uint32_t row, vt_typeword *t)
{
  t->role = vt_table_field(s->types, row, VT_REFERENCE_TYPES_ROLE)[0];
  t->slug = vt_table_field(s->types, row, VT_REFERENCE_TYPES_SLUG);
  t->use = vt_table_field(s->types, row, VT_REFERENCE_TYPES_USE);
}

bool vt_typeword_read(vt_refscan *s, uint32_t i, vt_typeword *t)
{
  uint32_t row;
  s->unmarked = false;
  t->begin = s->tokens[i].begin;
  t->misread = false;
  uint32_t len = vt_table_match(s->types, s->ids + i, s->count - i, &row);
  t->next = len == 0 ? 0 : i + len;
  if (len == 0) {
    t->next = vt_typeword_may_be_misspelt(s, i) ? match_plain(s, i, &row) : 0;
    if (t->next == 0) return false;
    s->unmarked = is_unmarked(s, i, t->next);
    t->misread = !s->unmarked;
    if (t->misread && t->next - i < 2) return false;
  }
  fill(s, row, t);
  t->capital = vt_ref_capital(s, i);
  return t->capital || (t->role != VT_TYPEWORD_CODE && t->role != VT_TYPEWORD_ABBREVIATION);
}

bool vt_typeword_may(const vt_typeword *t, char use)
{
  for (const char *c = t->use; *c != '\0'; c++) {
    if (*c == use) return true;
  }
  return false;
}
