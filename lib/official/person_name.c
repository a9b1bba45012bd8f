/* person_name.c - how far a run of capitalised words goes and how much it looks like a person's
 * name. */
#include <stdlib.h>
#include <string.h>
#include "vt_find.h"

enum { MAX_NAME = 8 /* syllables of a transcribed foreign name */, MAX_KINH = 5 };

static uint32_t match_len(const vt_find *f, uint32_t table, uint32_t i)
{
  uint32_t row;
  return vt_find_match(f, table, i, &row);
}

/* An address or a rank of two words, or a short one: D/c, PGS.TS. */
static bool is_announcing(const vt_find *f, uint32_t table, uint32_t i)
{
  const uint32_t len = match_len(f, table, i);
  return len >= 2 || (len == 1 && f->tokens->items[i].kind == VITEXT_TOKEN_ABBREVIATION);
}

/* Whether an office, a rank or, among capitals, anything that is no name begins at i. second: only
 * one syllable stands before, too little for a name: PHUONG TAN LAP. */
static bool ends_run(vt_find *f, uint32_t i, bool capitals, bool full, bool second)
{
  const unsigned c = vt_find_class(f, i);
  if ((c & VT_CLS_SMALL) != 0 && vt_find_spells(f, i, VT_W_KHOA) && i + 1 < f->end &&
      vt_find_is_ordinal(f, i + 1))
    return true;
  if ((c & VT_CLS_TITLE) != 0) { /* Giam doc; but Dinh Cong Su is a person */
    const uint32_t len = match_len(f, VT_TABLE_POST_TITLES, i);
    if (len > 2 || (len == 2 && (capitals || full || !vt_find_is_capital(f, i + 1)))) return true;
  }
  if ((c & VT_CLS_HONORIFIC) != 0 && is_announcing(f, VT_TABLE_PERSON_HONORIFICS, i)) return true;
  if ((c & VT_CLS_RANK) != 0 && is_announcing(f, VT_TABLE_PERSON_RANKS, i)) return true;
  if (!capitals) return false;
  if ((c & VT_CLS_STOP) != 0) {
    const uint32_t len = match_len(f, VT_TABLE_ORGAN_STOPS, i);
    if (len >= 2 || (len == 1 && !(c & VT_CLS_SURNAME) && !second)) return true;
  }
  return (c & VT_CLS_UNIT) != 0 && match_len(f, VT_TABLE_ORGAN_UNITS, i) >= 2;
}

static bool is_particle(const vt_find *f, uint32_t i)
{
  static const uint8_t particles[] = { VT_W_VAN,      VT_W_VON, VT_W_DE, VT_W_DEL, VT_W_DER,
                                       VT_W_DA_NGANG, VT_W_BIN, VT_W_AL, VT_W_IBN };
  return vt_find_spells_any(f, i, particles, sizeof particles);
}

bool vt_name_is_foreign(const vt_find *f, uint32_t first, uint32_t end)
{
  for (uint32_t i = first; i < end; i++)
    if (f->tokens->items[i].kind != VITEXT_TOKEN_WORD && !is_particle(f, i)) return false;
  return end > first;
}

/* The hyphen of a name in syllables: "Park Hang-seo", "U-ma-ro". */
static bool is_hyphen(const vt_find *f, uint32_t first, uint32_t i)
{
  return i > first && i + 1 < f->end && vt_find_mark(f, i) == '-' && vt_find_is_word(f, i + 1) &&
         !vt_find_is_capital(f, i + 1) && vt_find_stop(f, i - 1) == vt_find_begin(f, i) &&
         vt_find_stop(f, i) == vt_find_begin(f, i + 1);
}

/* The mark of "K' Breu", apart from the name. */
static bool is_marker(const vt_find *f, uint32_t first, uint32_t i)
{
  if (i == first || i + 1 >= f->end || !vt_find_is_capital(f, i + 1)) return false;
  const vt_token letter = f->tokens->items[i - 1], t = f->tokens->items[i];
  const char *s = f->text.bytes + t.begin;
  if (letter.end - letter.begin != 1 || letter.end != t.begin) return false;
  return (t.end - t.begin == 1 && (s[0] == '\'' || s[0] == '`')) ||
         (t.end - t.begin == 3 && memcmp(s, "\xE2\x80\x99", 3) == 0);
}

/* "V.A", "Th": a part of a name cut short; not UBND. */
static bool is_initials(const vt_find *f, uint32_t i)
{
  const vt_token t = f->tokens->items[i];
  return t.kind == VITEXT_TOKEN_ABBREVIATION &&
         (!vt_find_is_capitals(f, i) ||
          memchr(f->text.bytes + t.begin, '.', t.end - t.begin) != NULL);
}

static uint32_t run_end(vt_find *f, uint32_t i)
{
  enum { ACRONYM = 3 };
  const vt_token first = f->tokens->items[i];
  const bool capitals =
      vt_find_is_capitals(f, i) &&
      (first.kind == VITEXT_TOKEN_SYLLABLE ||
       (first.kind == VITEXT_TOKEN_WORD && first.end - first.begin > ACRONYM)); /* KEES VAN BAAR */
  uint32_t j = i;
  for (; j < f->end && j - i < 2 * MAX_NAME; j++) {
    if (is_hyphen(f, i, j)) {
      j++;
      continue;
    }
    if (is_marker(f, i, j)) continue;
    if (!vt_find_is_capital(f, j)) {
      const uint32_t next = j + 1 < f->end && is_particle(f, j + 1) ? j + 2 : j + 1; /* von der */
      if (j == i || next >= f->end || !is_particle(f, j) || !vt_find_is_capital(f, next)) break;
      j = next - 1;
      continue;
    }
    if (j == i) continue;
    const bool single = f->tokens->items[j].end - f->tokens->items[j].begin <= 2;
    if (!single && vt_find_is_capitals(f, j) != capitals && !is_initials(f, j)) break;
    if (ends_run(f, j, capitals, j - i >= 3, j - i == 1)) break;
  }
  return j;
}

uint32_t vt_name_run(vt_find *f, uint32_t i)
{
  if (f->run.first != i || f->run.limit != f->end) {
    f->run.end = run_end(f, i);
    f->run.first = i;
    f->run.limit = f->end;
  }
  return f->run.end;
}

int vt_name_middle(vt_find *f, uint32_t first, uint32_t end)
{
  int points = 0;
  for (uint32_t j = first; j < end; j++) {
    uint32_t row;
    if (vt_find_match(f, VT_TABLE_PERSON_MIDDLES, j, &row) == 1)
      points += atoi(vt_find_cell(f, VT_TABLE_PERSON_MIDDLES, row, VT_PERSON_MIDDLES_WEIGHT));
  }
  return points > 3 ? 3 : points;
}

/* "Y Thanh Ha Nie Kdam": the clan stands behind the given name. */
static bool clan_follows(vt_find *f, uint32_t i, uint32_t end)
{
  for (; i < end; i++) {
    uint32_t row;
    if (!(vt_find_class(f, i) & VT_CLS_SURNAME) ||
        vt_find_match(f, VT_TABLE_PERSON_SURNAMES, i, &row) == 0)
      continue;
    const char *group = vt_find_cell(f, VT_TABLE_PERSON_SURNAMES, row, VT_PERSON_SURNAMES_GROUP);
    if (group[0] == 'e' || group[0] == 'g') return true;
  }
  return false;
}

int vt_name_score(vt_find *f, uint32_t first, uint32_t end)
{
  static const int by_length[MAX_NAME + 1] = { -9, -9, 0, 3, 2, 0, -2, -4, -4 };
  uint32_t row;
  const uint32_t n = end - first;
  if (n < 2 || n > MAX_NAME || !(vt_find_class(f, first) & VT_CLS_SURNAME)) return 0;
  const uint32_t m = vt_find_match(f, VT_TABLE_PERSON_SURNAMES, first, &row);
  if (m == 0 || m >= n) return 0;
  int weight = vt_find_cell(f, VT_TABLE_PERSON_SURNAMES, row, VT_PERSON_SURNAMES_WEIGHT)[0] - '0';
  if (vt_find_cell(f, VT_TABLE_PERSON_SURNAMES, row, VT_PERSON_SURNAMES_AMBIGUOUS)[0] == 'y')
    weight = weight > 3 ? weight - 1 : weight - 2;
  const bool kinh =
      vt_find_cell(f, VT_TABLE_PERSON_SURNAMES, row, VT_PERSON_SURNAMES_GROUP)[0] == 'k';
  int score = weight + by_length[n] + vt_name_middle(f, first + m, end - 1);
  if (!kinh && clan_follows(f, first + m, end)) score += 5;
  for (uint32_t j = first + m; j < end; j++) {
    if (kinh && f->tokens->items[j].kind == VITEXT_TOKEN_WORD) score -= 2;
    uint32_t place;
    if (j + 2 <= end && (vt_find_class(f, j) & VT_CLS_PLACE) != 0 &&
        vt_find_match(f, VT_TABLE_PLACE_NAMES, j, &place) == end - j &&
        vt_find_cell(f, VT_TABLE_PLACE_NAMES, place, VT_PLACE_NAMES_LEVEL)[0] == 'p' && n >= 4)
      score -= 6; /* a club or firm with its province: Hoang Anh Gia Lai */
  }
  return score;
}

/* Where a run that is too long for one name is best cut. */
static uint32_t best_end(vt_find *f, uint32_t i, uint32_t end)
{
  uint32_t best = end;
  int best_score = -99;
  for (uint32_t j = i + 2; j <= end && j - i <= MAX_KINH; j++) {
    const int score = vt_name_score(f, i, j);
    if (score > best_score) {
      best_score = score;
      best = j;
    }
  }
  return best;
}

/* The dot of a last initial is part of the name: "Nguyen V. A." */
static uint32_t with_last_dot(const vt_find *f, uint32_t first, uint32_t end)
{
  const vt_token last = f->tokens->items[end - 1];
  if (end >= f->end || end - first < 2 || vt_find_mark(f, end) != '.' ||
      vt_find_begin(f, end) != last.end || vt_find_stop(f, end) != last.end + 1)
    return end;
  const bool initial = last.end - last.begin == 1 ||
                       (last.end - last.begin == 2 && (f->text.bytes[last.begin] & 0x80) != 0);
  return initial ? end + 1 : end;
}

/* The longest run that may be a name; a hyphen counts nothing. */
static uint32_t longest(const vt_find *f, uint32_t i, uint32_t end)
{
  uint32_t words = 0, j = i;
  for (; j < end && words < MAX_NAME; j++) words += vt_find_is_word(f, j);
  return j;
}

uint32_t vt_name_take(vt_find *f, uint32_t i, bool sure, uint8_t *strength)
{
  if (i >= f->end || !vt_find_is_capital(f, i)) return 0;
  uint32_t end = vt_name_run(f, i);
  if (end <= i) return 0;
  uint32_t row;
  const bool family = (vt_find_class(f, i) & VT_CLS_SURNAME) != 0;
  if (family && end - i > MAX_KINH && vt_find_match(f, VT_TABLE_PERSON_SURNAMES, i, &row) > 0 &&
      vt_find_cell(f, VT_TABLE_PERSON_SURNAMES, row, VT_PERSON_SURNAMES_GROUP)[0] == 'k')
    end = best_end(f, i, end);
  end = longest(f, i, end);
  const int score = vt_name_score(f, i, end);
  if (sure) *strength = 3;
  if (sure) return with_last_dot(f, i, end);
  *strength = 0;
  if (end - i >= 3 && score >= 3) *strength = score >= 6 ? 3 : 2;
  else if (end - i == 2 && score >= 2) *strength = 1;
  return *strength > 0 ? with_last_dot(f, i, end) : 0;
}
