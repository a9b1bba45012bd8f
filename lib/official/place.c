/* place.c - names of places, and where in a run of capitals a place ends and a person begins. */
#include "vt_find.h"

static bool all_capital(const vt_find *f, uint32_t i, uint32_t end)
{
  for (; i < end; i++)
    if (vt_find_is_word(f, i) && !vt_find_is_capital(f, i)) return false;
  return true;
}

uint32_t vt_place_match(vt_find *f, uint32_t i, bool *country, bool *person_like)
{
  *country = *person_like = false;
  if (i >= f->end || !vt_find_is_capital(f, i)) return 0;
  const unsigned c = vt_find_class(f, i);
  uint32_t row = 0, len = 0;
  if ((c & VT_CLS_COUNTRY) != 0) {
    len = vt_find_match_loose(f, VT_TABLE_PLACE_COUNTRIES, i, &row);
    *country = len > 0;
  }
  if ((c & VT_CLS_PLACE) != 0) {
    uint32_t place;
    const uint32_t n = vt_find_match_loose(f, VT_TABLE_PLACE_NAMES, i, &place);
    if (n > len && all_capital(f, i, i + n)) {
      len = n;
      *country = false;
      const char level = vt_find_cell(f, VT_TABLE_PLACE_NAMES, place, VT_PLACE_NAMES_LEVEL)[0];
      *person_like = level == 'n' || ((level == 'c' || level == 'd') &&
                                      vt_name_score(f, i, i + n) >= (n == 2 ? 4 : 5));
    }
  }
  return len == 0 ? 0 : i + len;
}

/* A family name that is nothing else: Siu, Ksor. */
static bool is_plain_surname(const vt_find *f, uint32_t i)
{
  uint32_t row;
  return vt_find_match(f, VT_TABLE_PERSON_SURNAMES, i, &row) > 0 &&
         vt_find_cell(f, VT_TABLE_PERSON_SURNAMES, row, VT_PERSON_SURNAMES_AMBIGUOUS)[0] != 'y';
}

/* "xa Nay Phin": a family name of the Ede or Giarai, whose places begin otherwise (Ia, Ea, Krong).
 */
static bool is_highland_surname(const vt_find *f, uint32_t i)
{
  uint32_t row;
  if ((vt_find_class(f, i) & VT_CLS_PLACE) != 0 ||
      vt_find_match(f, VT_TABLE_PERSON_SURNAMES, i, &row) == 0)
    return false;
  const char *group = vt_find_cell(f, VT_TABLE_PERSON_SURNAMES, row, VT_PERSON_SURNAMES_GROUP);
  return group[0] == 'e' || group[0] == 'g';
}

static int person_points(vt_find *f, uint32_t i, uint32_t end, int against)
{
  const uint32_t n = end - i;
  if (n == 0) return 0;
  if (n == 1) {
    const bool foreign =
        vt_name_is_foreign(f, i, end) && f->tokens->items[i].flags == VITEXT_TOKENF_CAPITAL;
    return foreign && against == 0 ? 0 : -6;
  }
  int points = vt_name_score(f, i, end);
  if (points < 3) {
    const bool family = n == 2 && (vt_find_class(f, i) & VT_CLS_SURNAME) != 0; /* Danh Ut */
    const int native = !family ? -3 : is_plain_surname(f, i) ? 3 : 0;
    points = 2;
    for (uint32_t j = i; j < end; j++)
      if (f->tokens->items[j].kind == VITEXT_TOKEN_SYLLABLE) points = native;
    if (family && is_highland_surname(f, i)) points = 5;
  }
  return points - against;
}

uint32_t vt_place_split(vt_find *f, uint32_t i, uint32_t end, bool level, vt_organ_ask ask)
{
  static const int unknown[2][5] = { { 1, 1, 3, 1, -1 }, { 0, 2, 4, 2, 0 } };
  bool country, person_like;
  const uint32_t known = vt_place_match(f, i, &country, &person_like);
  uint32_t best = 0;
  int best_points = -99;
  for (uint32_t k = 0; k <= 4 && i + k <= end; k++) {
    int points = unknown[level][k];
    if (k > 0 && i + k == known) points = level && known == end ? 11 : 7;
    else if (country && k > 0) points = -2; /* no name goes on behind a country */
    /* nobody is expected; but a full name behind a field is no place either */
    const bool place = level || ask.plain || end - i - k < 3;
    const int against = !ask.after ? 0 : place ? 7 : 4;
    points += person_points(f, i + k, end, against);
    if (points > best_points) {
      best_points = points;
      best = k;
    }
  }
  if (known > i + 4 && known <= end) best = known - i;
  return best;
}
