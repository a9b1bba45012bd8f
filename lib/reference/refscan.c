/* refscan.c - looking at tokens, tables and characters of the text that is searched. */
#include "vt_refscan.h"
#include "vt_letter.h"
#include <string.h>
#include "vt_lexicon_data.h"
#include "vt_tables.h"
#include "vt_utf8.h"

enum { MATCH_MAX = 40 }; /* tokens that the longest phrase may take */

bool vt_ref_line_start(const vt_refscan *s, uint32_t i)
{
  if (i == 0 || s->tokens[i - 1].kind == VITEXT_TOKEN_BREAK) return true;
  const uint32_t from = s->tokens[i - 1].end;
  return memchr(s->text.bytes + from, '\n', s->tokens[i].begin - from) != NULL;
}

bool vt_ref_line_end(const vt_refscan *s, uint32_t offset)
{
  for (uint32_t cp;;) {
    cp = vt_ref_char(s, &offset);
    if (cp == 0 || cp == '\n' || cp == '\r') return true;
    if (vt_class_of(cp) != VT_CLASS_SPACE) return vt_class_of(cp) == VT_CLASS_LINE;
  }
}

uint32_t vt_ref_token_at(const vt_refscan *s, uint32_t i, uint32_t offset)
{
  while (i < s->count && s->tokens[i].begin < offset) i++;
  return i;
}

/* The key of a word without its marks, also where it has more marks than a syllable may. */
static vt_key stripped_key(const vt_refscan *s, vt_token t)
{
  char plain[32];
  uint32_t len = 0;
  for (uint32_t at = t.begin; at < t.end;) {
    const vt_letter l = vt_letter_of(vt_utf8_next(s->text.bytes, &at));
    if (l.code == 0 || len == sizeof plain) return 0;
    plain[len++] = (char)vt_letter_make(vt_letter_plain(l.code), VITEXT_TONE_NGANG, false);
  }
  return vt_key_of(plain, len);
}

vt_id vt_ref_plain(const vt_refscan *s, uint32_t i)
{
  if (s->ids[i] != VT_ID_NONE) return vt_lexicon_plain(s->lex, s->ids[i]);
  if (s->tokens[i].kind > VITEXT_TOKEN_ABBREVIATION) return VT_ID_NONE;
  const vt_key key = stripped_key(s, s->tokens[i]);
  return key == 0 ? VT_ID_NONE : vt_lexicon_find(s->lex, key);
}

bool vt_ref_is_wrap(const vt_refscan *s, uint32_t i)
{
  if (i == 0 || i + 1 >= s->count || s->tokens[i].kind != VITEXT_TOKEN_BREAK) return false;
  const uint32_t from = s->tokens[i - 1].end, to = s->tokens[i + 1].begin;
  const char *line = memchr(s->text.bytes + from, '\n', to - from);
  return line != NULL && memchr(line + 1, '\n', (size_t)(s->text.bytes + to - line - 1)) == NULL;
}

/* Commas, dashes, ampersands and line ends, which phrases do without. */
static bool is_loose(const vt_refscan *s, uint32_t i)
{
  if (s->tokens[i].kind == VITEXT_TOKEN_BREAK) return vt_ref_is_wrap(s, i);
  const unsigned char c = vt_ref_byte(s, i);
  if (c == ',' || c == '-' || c == '&' || c == ';')
    return s->tokens[i].end - s->tokens[i].begin == 1;
  return c == 0xE2 && vt_is_dash(vt_ref_peek(s, s->tokens[i].begin));
}

/* Longest phrase at token i, exact or without marks; the text's commas are skipped when loose. */
static uint32_t match(const vt_refscan *s, const vt_table *t, uint32_t i, bool loose, bool plain,
                      uint32_t *row)
{
  const vt_trie *trie = plain ? &t->plain : &t->exact;
  uint32_t node = 0, found = 0;
  for (uint32_t k = i; k < s->count && k - i < MATCH_MAX; k++) {
    const uint32_t child = vt_trie_child(trie, node, plain ? vt_ref_plain(s, k) : s->ids[k]);
    if (child == 0) {
      if (k > i && loose && is_loose(s, k)) continue;
      break;
    }
    node = child;
    if (trie->row[node] == VT_ROW_NONE) continue;
    found = k + 1;
    *row = trie->row[node];
  }
  return found;
}

uint32_t vt_ref_match(const vt_refscan *s, const vt_table *t, uint32_t i, bool loose, uint32_t *row)
{
  const uint32_t next = match(s, t, i, loose, false, row);
  return next != 0 || !s->unmarked ? next : match(s, t, i, loose, true, row);
}

bool vt_ref_plays(const vt_refscan *s, uint32_t row, enum vt_role role, const char **value)
{
  while (s->known->roles[row] != role) {
    if (!vt_table_more(s->words, row)) return false;
    row++;
  }
  if (value != NULL) *value = vt_table_field(s->words, row, VT_REFERENCE_WORDS_VALUE);
  return true;
}

uint32_t vt_ref_phrase(const vt_refscan *s, uint32_t i, enum vt_role role, const char **value)
{
  const vt_trie *trie = &s->words->exact;
  uint32_t node = 0, found = 0, row;
  for (uint32_t k = i; k < s->count && k - i < MATCH_MAX; k++) {
    const uint32_t child = vt_trie_child(trie, node, s->ids[k]);
    if (child == 0) {
      if (k > i && is_loose(s, k)) continue;
      break;
    }
    node = child;
    if (trie->row[node] != VT_ROW_NONE && vt_ref_plays(s, trie->row[node], role, value))
      found = k + 1;
  }
  if (found != 0 || !s->unmarked) return found;
  const uint32_t next = match(s, s->words, i, true, true, &row);
  return next != 0 && vt_ref_plays(s, row, role, value) ? next : 0;
}

vt_roles vt_ref_roles(const vt_refscan *s, uint32_t i)
{
  const vt_trie *trie = &s->words->exact;
  vt_roles roles = 0;
  if (s->unmarked) return ~roles;
  for (uint32_t k = i, node = 0; k < s->count; k++) {
    node = vt_trie_child(trie, node, s->ids[k]);
    if (node == 0) break;
    uint32_t row = trie->row[node];
    if (row == VT_ROW_NONE) continue;
    for (; vt_table_more(s->words, row); row++) roles |= vt_roles_of(s->known->roles[row]);
    roles |= vt_roles_of(s->known->roles[row]);
  }
  return roles;
}

bool vt_ref_word_before(const vt_refscan *s, uint32_t i, enum vt_role role)
{
  if (i == 0 || !vt_ref_may_end(s, i, role)) return false;
  for (uint32_t len = 1; len <= 3 && len <= i; len++) {
    if (vt_ref_word(s, i - len, role, NULL) == i) return true;
  }
  return false;
}

/* ---- Characters ---- */

uint32_t vt_ref_value(const vt_refscan *s, vt_nspan digits)
{
  uint32_t value = 0;
  for (uint32_t at = digits.begin; at < digits.end; at++) {
    if (value > 99999999) return UINT32_MAX;
    value = value * 10 + (uint32_t)(s->text.bytes[at] - '0');
  }
  return value;
}

static bool is_word_at(const vt_refscan *s, uint32_t offset)
{
  const uint32_t cp = vt_ref_peek(s, offset);
  return cp == '_' || vt_class_is_word(vt_class_of(cp)) || vt_class_of(cp) == VT_CLASS_DIGIT;
}

uint32_t vt_ref_year(const vt_refscan *s, uint32_t offset)
{
  const uint32_t end = vt_ref_digits(s, offset);
  if (end - offset != 4 || is_word_at(s, end)) return 0;
  const uint32_t value = vt_ref_value(s, (vt_nspan){ offset, end });
  return value >= 1900 && value < 2100 ? end : 0;
}

static uint32_t roman_digit(uint32_t cp)
{
  switch (cp) {
  case 'I': return 1;
  case 'V': return 5;
  case 'X': return 10;
  case 'L': return 50;
  default: return 0;
  }
}

uint32_t vt_ref_roman(const vt_refscan *s, uint32_t offset, uint32_t *value)
{
  uint32_t sum = 0, last = 0, at = offset;
  for (;; at++) { /* from the left: a smaller digit before a larger one is taken away twice */
    const uint32_t digit = at < s->text.len ? roman_digit((unsigned char)s->text.bytes[at]) : 0;
    if (digit == 0 || at - offset > 8) break;
    sum += digit > last && last != 0 ? digit - 2 * last : digit;
    last = digit;
  }
  if (at == offset || is_word_at(s, at)) return 0;
  *value = sum;
  return at;
}

uint32_t vt_ref_count(const vt_refscan *s, uint32_t i, uint32_t *value)
{
  if (vt_ref_byte(s, i) == 0) return 0;
  const uint32_t begin = s->tokens[i].begin, digits = vt_ref_digits(s, begin);
  if (digits > begin) {
    *value = vt_ref_value(s, (vt_nspan){ begin, digits });
    return digits - begin <= 3 && *value > 0 && !is_word_at(s, digits)
               ? vt_ref_token_at(s, i, digits)
               : 0;
  }
  const uint32_t roman = vt_ref_roman(s, begin, value);
  if (roman != 0) return vt_ref_token_at(s, i, roman);
  const char *text = NULL;
  const uint32_t next = vt_ref_word(s, i, VT_ROLE_ORDINAL, &text);
  if (next == 0) return 0;
  *value = (uint32_t)(text[0] - '0');
  if (text[1] != '\0') *value = *value * 10 + (uint32_t)(text[1] - '0');
  return next;
}
