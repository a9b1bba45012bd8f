/* lexis.c - asking tokens and tables: classes of spellings, phrases, marks, capitals. */
#include <assert.h>
#include <string.h>
#include "vt_find.h"
#include "vt_letter.h"

static const struct {
  uint16_t bit, table;
} classes[] = {
  { VT_CLS_SURNAME, VT_TABLE_PERSON_SURNAMES }, { VT_CLS_HONORIFIC, VT_TABLE_PERSON_HONORIFICS },
  { VT_CLS_RANK, VT_TABLE_PERSON_RANKS },       { VT_CLS_EPITHET, VT_TABLE_PERSON_EPITHETS },
  { VT_CLS_TITLE, VT_TABLE_POST_TITLES },       { VT_CLS_UNIT, VT_TABLE_ORGAN_UNITS },
  { VT_CLS_FIELD, VT_TABLE_ORGAN_FIELDS },      { VT_CLS_PLACE, VT_TABLE_PLACE_NAMES },
  { VT_CLS_LEVEL, VT_TABLE_PLACE_LEVELS },      { VT_CLS_COUNTRY, VT_TABLE_PLACE_COUNTRIES },
  { VT_CLS_STOP, VT_TABLE_ORGAN_STOPS },        { VT_CLS_VERB, VT_TABLE_POST_VERBS },
  { VT_CLS_TRAP, VT_TABLE_NAME_TRAPS },         { VT_CLS_MODIFIER, VT_TABLE_POST_MODIFIERS },
};

static const char *const small_words[] = { "",
#define VT_ONE_WORD(number, spelling) spelling,
                                           VT_SMALL_WORDS(VT_ONE_WORD)
#undef VT_ONE_WORD
};

static uint8_t small_number(const char *spelling)
{
  size_t low = 1, high = sizeof small_words / sizeof *small_words;
  while (low < high) {
    const size_t middle = (low + high) / 2;
    const int order = strcmp(small_words[middle], spelling);
    if (order == 0) return (uint8_t)middle;
    if (order < 0) low = middle + 1;
    else high = middle;
  }
  return VT_W_NONE;
}

const vt_table *vt_find_table(const vt_find *f, uint32_t table)
{
  return vt_lexicon_table(f->lex, table);
}

unsigned vt_find_class_of(const vt_find *f, vt_id id)
{
  unsigned c = VT_CLS_KNOWN;
  for (size_t k = 0; k < sizeof classes / sizeof *classes; k++) {
    uint32_t node = 0, row;
    if (vt_table_step(vt_find_table(f, classes[k].table), &node, id, &row)) c |= classes[k].bit;
  }
  f->small[id] = small_number(vt_lexicon_spelling(f->lex, id));
  if (f->small[id] != VT_W_NONE) c |= VT_CLS_SMALL;
  if (vt_user_begins(f->user, id, true)) c |= VT_CLS_TITLE;
  if (vt_user_begins(f->user, id, false)) c |= VT_CLS_UNIT;
  f->classes[id] = (uint16_t)c;
  return c;
}

uint32_t vt_find_match(const vt_find *f, uint32_t table, uint32_t i, uint32_t *row)
{
  if (i >= f->end) return 0;
  return vt_table_match(vt_find_table(f, table), f->ids + i, f->end - i, row);
}

uint32_t vt_find_match_loose(const vt_find *f, uint32_t table, uint32_t i, uint32_t *row)
{
  const vt_table *t = vt_find_table(f, table);
  uint32_t node = 0, found = 0;
  for (uint32_t j = i; j < f->end; j++) {
    uint32_t here;
    if (!vt_table_step(t, &node, f->ids[j], &here)) {
      const char mark = vt_find_mark(f, j);
      if (node == 0 || j + 1 == f->end || (mark != ',' && mark != '-' && mark != '&')) break;
      const bool first = vt_find_is_capital(f, i), next = vt_find_is_capital(f, ++j);
      if ((mark == '-' && first != next) || (next && !first)) break; /* Hoi nghi, Vien truong */
      if (!vt_table_step(t, &node, f->ids[j], &here)) break;
    }
    if (here != VT_ROW_NONE) {
      found = j + 1 - i;
      *row = here;
    }
  }
  return found;
}

const char *vt_find_cell(const vt_find *f, uint32_t table, uint32_t row, uint32_t column)
{
  if (row == VT_ROW_NONE) return ""; /* the caller's own */
  return vt_table_field(vt_find_table(f, table), row, column);
}

bool vt_find_is_number(const vt_find *f, uint32_t i)
{
  return f->tokens->items[i].kind == VITEXT_TOKEN_NUMBER;
}

bool vt_find_is_ordinal(const vt_find *f, uint32_t i)
{
  enum { LONGEST = 5 }; /* XVIII */
  if (i >= f->end) return false;
  const vt_token t = f->tokens->items[i];
  if (vt_find_is_number(f, i)) return true;
  if (t.end - t.begin > LONGEST) return false;
  for (uint32_t k = t.begin; k < t.end; k++)
    if (memchr("IVX", f->text.bytes[k], 3) == NULL) return false;
  return true;
}

char vt_find_mark_of(const vt_find *f, uint32_t i)
{
  const unsigned char *s = (const unsigned char *)f->text.bytes + f->tokens->items[i].begin;
  if (s[0] == '[') return '(';
  if (s[0] == ']') return ')';
  if (s[0] == '!' || s[0] == '?') return '.';
  if (s[0] < 0x80) return strchr(",;:-().\"/&|", s[0]) != NULL ? (char)s[0] : 0;
  if (s[0] == 0xE2 && s[1] == 0x80) {
    if (s[2] >= 0x90 && s[2] <= 0x95) return '-';
    if (s[2] >= 0x98 && s[2] <= 0x9F) return '"';
    if (s[2] == 0xA6) return '.';
  }
  return 0;
}

uint32_t vt_find_word_end(const vt_find *f, uint32_t i)
{
  uint32_t low = f->words_at, high = f->words == NULL ? 0 : f->words->count;
  if (low >= high || i < f->words->items[low].first) { /* of a sentence before */
    low = 0;
  } else {
    const uint32_t beyond = i - f->words->items[low].first; /* no word is empty */
    if (high - low > beyond + 1) high = low + beyond + 1;
  }
  while (low < high) {
    const uint32_t middle = (low + high) / 2;
    if (f->words->items[middle].first < i) low = middle + 1;
    else high = middle;
  }
  if (f->words == NULL || low >= f->words->count || f->words->items[low].first != i) return i + 1;
  const uint32_t end = i + f->words->items[low].count;
  return end < f->end ? end : f->end;
}

vt_key vt_find_key(const vt_find *f, uint32_t i)
{
  if (f->ids[i] != VT_ID_NONE) return f->ids[i];
  const vt_token t = f->tokens->items[i];
  return vt_key_of(f->text.bytes + t.begin, vt_token_key_len(f->text, t)) | (uint64_t)1 << 63;
}

static uint32_t given_hash(const vt_find *f, uint32_t i)
{
  return (uint32_t)(vt_find_key(f, i) * 0x9E3779B97F4A7C15u >> 53); /* 11 bits, of f->given */
}

bool vt_given_seen(const vt_find *f, uint32_t i)
{
  const uint32_t h = given_hash(f, i);
  return ((f->given[0][h >> 6] | f->given[1][h >> 6]) >> (h & 63) & 1) != 0;
}

void vt_given_see(vt_find *f, uint32_t i)
{
  const uint32_t h = given_hash(f, i);
  f->given[1][h >> 6] |= (uint64_t)1 << (h & 63);
}

void vt_given_age(vt_find *f)
{
  memcpy(f->given[0], f->given[1], sizeof f->given[0]);
  memset(f->given[1], 0, sizeof f->given[1]);
}

bool vt_find_spells_any(const vt_find *f, uint32_t i, const uint8_t *words, size_t count)
{
  const uint8_t small = vt_find_small(f, i);
  return small != VT_W_NONE && memchr(words, small, count) != NULL;
}

const char *vt_find_sphere(int32_t sphere)
{
  static const char *const spheres[] = { "",           "party",    "state",   "assembly",
                                         "government", "justice",  "army",    "police",
                                         "mass",       "company",  "school",  "health",
                                         "press",      "religion", "private", "foreign" };
  return sphere > 0 && (size_t)sphere < sizeof spheres / sizeof *spheres ? spheres[sphere] : "";
}

bool vt_find_is_credit(const vt_find *f, uint32_t i)
{
  if (i > 0 && vt_find_spells(f, i, VT_W_GIA) && vt_find_spells(f, i - 1, VT_W_TAC)) return true;
  static const uint8_t words[] = { VT_W_ANH,  VT_W_TIN,  VT_W_BAI, VT_W_VIDEO,
                                   VT_W_CLIP, VT_W_HIEN, VT_W_HOA };
  return vt_find_spells_any(f, i, words, sizeof words);
}

uint32_t vt_find_begin(const vt_find *f, uint32_t i)
{
  return f->tokens->items[i].begin;
}
uint32_t vt_find_stop(const vt_find *f, uint32_t i)
{
  return f->tokens->items[i].end;
}
