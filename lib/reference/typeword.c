/* typeword.c - the words that references begin with: types, abbreviations, codes, levels. */
#include <string.h>
#include "vt_refscan.h"
#include "vt_tables.h"

/* Whether tokens from..to are all written without marks. */
static bool is_unmarked(const vt_refscan *s, uint32_t from, uint32_t to)
{
  for (uint32_t i = from; i < to; i++) {
    if (s->ids[i] == VT_ID_NONE || vt_ref_plain(s, i) != s->ids[i]) return false;
  }
  return true;
}

/* Longest phrase of the types at token i, exact or without marks: the token after it, or 0. */
static uint32_t match(const vt_refscan *s, uint32_t i, bool plain, uint32_t *row)
{
  uint32_t node = 0, found = 0, here;
  for (uint32_t k = i; k < s->count; k++) {
    const bool on = plain ? vt_table_step_plain(s->types, &node, vt_ref_plain(s, k), &here)
                          : vt_table_step(s->types, &node, s->ids[k], &here);
    if (!on) break;
    if (here == VT_ROW_NONE) continue;
    found = k + 1;
    *row = here;
  }
  return found;
}

/* Whether the words from token i on may be a type word with wrong marks: these count only before a
 * number, so that one must be near. Words without any marks always may. */
static bool may_be_misspelt(const vt_refscan *s, uint32_t i)
{
  enum { NEAR = 7 }; /* type of four syllables, số, colon, number */
  if (s->ids[i] != VT_ID_NONE && vt_lexicon_plain(s->lex, s->ids[i]) == s->ids[i]) return true;
  for (uint32_t k = i + 2; k < s->count && k - i <= NEAR; k++) {
    const uint16_t kind = s->tokens[k].kind;
    if (kind == VITEXT_TOKEN_NUMBER || kind == VITEXT_TOKEN_DOCNUMBER || kind == VITEXT_TOKEN_DATE)
      return true;
  }
  return false;
}

bool vt_typeword_read(vt_refscan *s, uint32_t i, vt_typeword *t)
{
  uint32_t row;
  s->unmarked = false;
  t->misread = false;
  t->next = match(s, i, false, &row);
  if (t->next == 0) {
    t->next = may_be_misspelt(s, i) ? match(s, i, true, &row) : 0;
    if (t->next == 0) return false;
    s->unmarked = is_unmarked(s, i, t->next);
    t->misread = !s->unmarked;
    if (t->misread && t->next - i < 2) return false;
  }
  t->role = vt_table_field(s->types, row, VT_REFERENCE_TYPES_ROLE)[0];
  t->slug = vt_table_field(s->types, row, VT_REFERENCE_TYPES_SLUG);
  t->use = vt_table_field(s->types, row, VT_REFERENCE_TYPES_USE);
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
