/* organ_part.c - the parts of an organisation: unit noun, field, level and place, proper name. */
#include <string.h>
#include "vt_organ.h"

/* ---- Units ---- */

static bool is_unit_here(const vt_find *f, uint32_t i, uint32_t len)
{
  const vt_token t = f->tokens->items[i];
  if (len > 1) return true;
  if (t.end - t.begin <= 2) return vt_find_is_capitals(f, i);
  return vt_lexicon_is_syllable(f->lex, f->ids[i]) || vt_find_is_capital(f, i);
}

/* The unit noun is only the first syllable of a word: Hoi nghi, Doan ket, Truong hop. */
static bool is_other_word(vt_find *f, uint32_t i)
{
  static const uint32_t tables[] = { VT_TABLE_ORGAN_FIELDS, VT_TABLE_PLACE_LEVELS,
                                     VT_TABLE_ORGAN_UNITS };
  uint32_t row;
  if (vt_find_word_end(f, i) != i + 2 || vt_find_is_capital(f, i + 1)) return false;
  if ((vt_find_class(f, i + 1) & (VT_CLS_FIELD | VT_CLS_LEVEL | VT_CLS_UNIT)) == 0) return true;
  for (size_t k = 0; k < sizeof tables / sizeof *tables; k++)
    if (vt_find_match_loose(f, tables[k], i + 1, &row) > 0) return false;
  return true;
}

/* "bao cao": a verb of two syllables. */
static bool is_clause_word(vt_find *f, uint32_t i)
{
  uint32_t row;
  return !vt_find_is_capital(f, i) && (vt_find_class(f, i) & VT_CLS_STOP) != 0 &&
         vt_find_match(f, VT_TABLE_ORGAN_STOPS, i, &row) > 1;
}

/* A comma before a title parts: "HDND tinh, uy vien Ban Thuong vu" has no Tinh uy. */
static bool title_within(const vt_find *f, uint32_t i, uint32_t len)
{
  uint32_t row;
  for (uint32_t k = i + 1; k + 1 < i + len; k++)
    if (vt_find_mark(f, k) == ',') return vt_find_match(f, VT_TABLE_POST_TITLES, k + 1, &row) > 0;
  return false;
}

bool vt_organ_is_person(const vt_find *f, uint32_t row)
{
  return vt_find_cell(f, VT_TABLE_ORGAN_UNITS, row, VT_ORGAN_UNITS_SLOT)[0] == 'h';
}

uint32_t vt_organ_unit_at(vt_find *f, uint32_t i, uint32_t *row)
{
  if (i >= f->end || !(vt_find_class(f, i) & VT_CLS_UNIT)) return 0;
  uint32_t len = vt_find_match_loose(f, VT_TABLE_ORGAN_UNITS, i, row);
  if (len > 2 && title_within(f, i, len)) len = vt_find_match(f, VT_TABLE_ORGAN_UNITS, i, row);
  const uint32_t own = vt_user_match(f, i, false);
  if (own >= len && own > 0) {
    *row = VT_ROW_NONE;
    return own;
  }
  if (len == 1 && (vt_find_class(f, i) & VT_CLS_FIELD) != 0) {
    uint32_t field; /* To chuc can bo is no To */
    if (vt_find_match_loose(f, VT_TABLE_ORGAN_FIELDS, i, &field) > 1) return 0;
  }
  if (len == 1 && (is_other_word(f, i) || is_clause_word(f, i))) return 0;
  if (len > 1 && vt_organ_is_person(f, *row)) return 0;
  return len > 0 && is_unit_here(f, i, len) ? len : 0;
}

const char *vt_organ_unit_cell(const vt_organ_reader *r, uint32_t row, uint32_t column)
{
  return vt_find_cell(r->f, VT_TABLE_ORGAN_UNITS, row, column);
}

/* Bodies that are sent to a place, whose name goes on with it. */
static bool is_mission(const char *unit)
{
  static const char *const words[] = { "đại diện", "chi nhánh", "đồng hương",
                                       "sứ quán",  "phái đoàn", "lãnh sự" };
  for (size_t k = 0; k < sizeof words / sizeof *words; k++)
    if (strstr(unit, words[k]) != NULL) return true;
  return false;
}

static uint8_t unit_facts(const vt_organ_reader *r, uint32_t row)
{
  if (row == VT_ROW_NONE) return 0;
  uint8_t *facts = &r->f->units[row];
  if (*facts != 0) return *facts;
  *facts = VT_UNIT_KNOWN;
  const char *sphere = vt_organ_unit_cell(r, row, VT_ORGAN_UNITS_SPHERE);
  for (uint8_t k = 1; vt_find_sphere(k)[0] != '\0'; k++)
    if (strcmp(vt_find_sphere(k), sphere) == 0) *facts |= k;
  if (is_mission(vt_organ_unit_cell(r, row, 0))) *facts |= VT_UNIT_MISSION;
  return *facts;
}

void vt_organ_describe(vt_organ_reader *r, uint32_t row)
{
  const char *level = vt_organ_unit_cell(r, row, VT_ORGAN_UNITS_LEVEL);
  const char holder = vt_organ_unit_cell(r, row, VT_ORGAN_UNITS_PUBLIC)[0];
  vt_organ *o = r->out;
  if (o->unit < 0) {
    const uint8_t sphere = unit_facts(r, row) & VT_UNIT_SPHERE;
    o->unit = (int32_t)row;
    if (sphere != 0) o->sphere = sphere;
  }
  if (o->level == 0 && level[0] != '\0') o->level = (uint8_t)(level[0] - '0');
  const bool own =
      o->holder == 'y' && (o->sphere == VITEXT_SPHERE_PARTY || o->sphere == VITEXT_SPHERE_MASS);
  if (o->holder == 0 || o->holder == 'c' || (holder == 'n' && !own)) o->holder = holder;
}

void vt_organ_take_unit(vt_organ_reader *r, uint32_t len, uint32_t row)
{
  vt_organ_describe(r, row);
  r->row = row;
  r->slot = row == VT_ROW_NONE ? 'p' : vt_organ_unit_cell(r, row, VT_ORGAN_UNITS_SLOT)[0];
  r->rank = row == VT_ROW_NONE ? '3' : vt_organ_unit_cell(r, row, VT_ORGAN_UNITS_RANK)[0];
  r->lower = !vt_find_is_capital(r->f, r->at);
  if (r->out->sphere == VITEXT_SPHERE_FOREIGN) r->mission = true;
  r->mission |= (unit_facts(r, row) & VT_UNIT_MISSION) != 0;
  r->at += len;
  r->last = PART_UNIT;
  r->named = false;
  r->compound = len > 1;
}

/* ---- Fields ---- */

/* A field at i that may continue what stands before: its length. */
uint32_t vt_organ_field_at(const vt_organ_reader *r, uint32_t i, bool beside_unit)
{
  uint32_t row, stop;
  vt_find *f = r->f;
  if (i >= f->end || !(vt_find_class(f, i) & VT_CLS_FIELD)) return 0;
  const uint32_t len = vt_find_match_loose(f, VT_TABLE_ORGAN_FIELDS, i, &row);
  if (len == 1 && vt_find_word_end(f, i) > i + 1) return 0; /* Nha hat is no Nha */
  if (len == 0 || vt_find_is_capital(f, i)) return len;
  bool verb = vt_find_cell(f, VT_TABLE_ORGAN_FIELDS, row, VT_ORGAN_FIELDS_LOWER)[0] == 'v';
  if (vt_find_match(f, VT_TABLE_ORGAN_STOPS, i, &stop) >= len) verb = true;
  return verb && !(beside_unit && r->lower) ? 0 : len;
}

bool vt_organ_take_field(vt_organ_reader *r)
{
  uint32_t unit;
  const uint32_t len = vt_organ_field_at(r, r->at, r->last == PART_UNIT);
  if (len == 0 || vt_organ_unit_at(r->f, r->at, &unit) > len) return false; /* ngan hang TMCP */
  if (r->last != PART_UNIT && r->last != PART_FIELD && r->last != PART_NUMBER &&
      !vt_find_is_capital(r->f, r->at))
    return false;
  /* a field that is also the family name of a person who follows */
  if (len == 1 && r->at + 1 < r->f->end && vt_find_is_capital(r->f, r->at + 1) &&
      vt_name_score(r->f, r->at, vt_name_run(r->f, r->at)) >= 4)
    return false;
  r->at += len;
  r->last = PART_FIELD;
  return true;
}

/* ---- Places ---- */

uint32_t vt_organ_level_at(vt_find *f, uint32_t i, uint32_t *row)
{
  if (i >= f->end || !(vt_find_class(f, i) & VT_CLS_LEVEL)) return 0;
  const uint32_t len = vt_find_match(f, VT_TABLE_PLACE_LEVELS, i, row);
  if (len == 0) return 0;
  const vt_token t = f->tokens->items[i];
  if (len == 1 && t.end - t.begin <= 2 && !vt_find_is_capital(f, i)) return 0; /* tp, tx */
  return len;
}

static void set_level(vt_organ_reader *r, uint32_t row)
{
  static const struct {
    const char *name;
    uint8_t level;
  } levels[] = {
    { "province", 4 }, { "city", 4 }, { "district", 6 }, { "commune", 7 }, { "village", 9 },
  };
  const char *level = vt_find_cell(r->f, VT_TABLE_PLACE_LEVELS, row, VT_PLACE_LEVELS_LEVEL);
  for (size_t k = 0; k < sizeof levels / sizeof *levels; k++)
    if (strcmp(levels[k].name, level) == 0) r->out->level = levels[k].level;
}

static bool is_code(const vt_find *f, uint32_t i)
{
  if (i >= f->end) return false;
  if (vt_find_is_number(f, i)) return true;
  const vt_token t = f->tokens->items[i];
  if (!vt_find_is_word(f, i) || !vt_find_is_capital(f, i)) return false;
  for (uint32_t k = t.begin; k < t.end; k++)
    if ((unsigned)f->text.bytes[k] - '0' < 10) return true;
  return t.end - t.begin == 1; /* Khu A */
}

/* "UBND tinh Hoang Nam": all provinces are known, so this is who holds the office; of cities those
 * whose name a family name begins. */
static bool is_no_province(vt_find *f, uint32_t i, uint32_t row)
{
  enum { LONGEST = 4 };
  uint32_t place;
  const char *level_word = vt_find_cell(f, VT_TABLE_PLACE_LEVELS, row, 0);
  const bool city = strcmp(level_word, "thành phố") == 0;
  if (!city && strcmp(level_word, "tỉnh") != 0) return false;
  const uint32_t end = vt_name_run(f, i);
  if (end < i + 2 || end > i + LONGEST || !(vt_find_class(f, i) & VT_CLS_SURNAME)) return false;
  const uint32_t len = vt_find_match_loose(f, VT_TABLE_PLACE_NAMES, i, &place);
  if (len == 0) return vt_name_score(f, i, end) >= 3;
  if (city) return false;
  const char *level = vt_find_cell(f, VT_TABLE_PLACE_NAMES, place, VT_PLACE_NAMES_LEVEL);
  return i + len == end && (strcmp(level, "commune") == 0 || strcmp(level, "district") == 0);
}

/* The name of a state in full, which a level word may begin: Cong hoa Dan chu Nhan dan Lao. */
static uint32_t state_at(vt_find *f, uint32_t i)
{
  bool country, like;
  const uint32_t end = vt_place_match(f, i, &country, &like);
  return country && end > i + 2 ? end : 0;
}

/* "xa Ta Phin", "quan 1", "thon Dai Tu 2", or the bare level word. */
bool vt_organ_take_level(vt_organ_reader *r)
{
  uint32_t row;
  vt_find *f = r->f;
  const uint32_t len = vt_organ_level_at(f, r->at, &row);
  if (len == 0) return false;
  const bool capital = vt_find_is_capital(f, r->at);
  uint32_t at = r->at + len;
  if (state_at(f, r->at) > 0) return vt_organ_take_place(r);
  if (state_at(f, at) > 0) {
    r->at = at;
    return vt_organ_take_place(r);
  }
  if (at < f->end && vt_find_spells(f, at, VT_W_SO) && is_code(f, at + 1)) at += 2;
  else if (is_code(f, at) && vt_find_is_number(f, at)) at++;
  else if (at < f->end && vt_find_is_capital(f, at) &&
           (r->ask.after || !is_no_province(f, at, row))) {
    at += vt_place_split(f, at, vt_name_run(f, at), true, r->ask);
    if (at < f->end && vt_find_is_number(f, at)) at++;
    else if (at + 1 < f->end && vt_find_mark(f, at) == '-' && at > r->at + len) {
      bool country, like;
      const uint32_t known = vt_place_match(f, r->at + len, &country, &like);
      if (known > at) at = known;
    }
  }
  if (at == r->at + len && capital && !vt_find_is_capitals(f, r->at) && r->last == PART_NONE &&
      len == 1)
    return false;
  set_level(r, row);
  r->out->level_row = (int32_t)row;
  r->out->place = (vt_range){ r->at + len, at };
  r->at = at;
  r->last = PART_PLACE;
  return true;
}

/* "Trung uong Dang Hong Ha": the Party's highest bodies are in no district or commune. */
static bool is_small_place(const vt_find *f, uint32_t i)
{
  uint32_t row;
  if (vt_find_match_loose(f, VT_TABLE_PLACE_NAMES, i, &row) == 0) return false;
  const char *level = vt_find_cell(f, VT_TABLE_PLACE_NAMES, row, VT_PLACE_NAMES_LEVEL);
  return strcmp(level, "commune") == 0 || strcmp(level, "district") == 0;
}

bool vt_organ_take_place(vt_organ_reader *r)
{
  bool country, like;
  vt_find *f = r->f;
  const uint32_t end = vt_place_match(f, r->at, &country, &like), from = r->at;
  if (end == 0) return false;
  if (r->slot == 'c' && r->out->sphere == VITEXT_SPHERE_PARTY && is_small_place(f, r->at))
    return false;
  const bool bare = r->last == PART_PLACE && r->out->level_row >= 0; /* "UBND tinh" */
  if (bare && !r->ask.after && is_no_province(f, r->at, (uint32_t)r->out->level_row)) return false;
  const uint32_t run = vt_name_run(f, r->at);
  if (run > end || like) {
    const uint32_t k = vt_place_split(f, r->at, run, false, r->ask);
    if (k == 0) return false;
    r->at = r->at + k > end ? r->at + k : end;
  } else {
    r->at = end;
  }
  r->out->level_row = -1;
  r->out->place = (vt_range){ from, r->at };
  if (r->out->level == 0) r->out->level = country ? 1 : 4;
  if (country && r->out->unit < 0 && r->out->sphere == 0) r->mission = true;
  r->last = PART_PLACE;
  return true;
}

bool vt_organ_is_plain_word(vt_find *f, uint32_t i)
{
  uint32_t row;
  const unsigned c = vt_find_class(f, i);
  if (f->tokens->items[i].kind != VITEXT_TOKEN_SYLLABLE || vt_find_is_capital(f, i)) return false;
  if ((c & VT_CLS_STOP) != 0 && vt_find_match(f, VT_TABLE_ORGAN_STOPS, i, &row) > 0) return false;
  if ((c & VT_CLS_VERB) != 0 && vt_find_match(f, VT_TABLE_POST_VERBS, i, &row) > 0) return false;
  if ((c & VT_CLS_TITLE) != 0 && vt_find_match(f, VT_TABLE_POST_TITLES, i, &row) > 0) return false;
  if ((c & VT_CLS_EPITHET) != 0 && vt_find_match(f, VT_TABLE_PERSON_EPITHETS, i, &row) > 0)
    return false;
  if ((c & VT_CLS_RANK) != 0 && vt_find_match(f, VT_TABLE_PERSON_RANKS, i, &row) > 0) return false;
  return (c & VT_CLS_HONORIFIC) == 0 || vt_find_match(f, VT_TABLE_PERSON_HONORIFICS, i, &row) == 0;
}

/* ---- Proper names ---- */

/* The name of a school, a firm, a hospital, which may be a person's: how much of the run [at, end)
 * it takes when a person may follow it. */
static uint32_t named_part(vt_find *f, uint32_t at, uint32_t end)
{
  uint32_t best = end - at;
  int best_points = 6;
  for (uint32_t k = 1; at + k + 2 <= end; k++) {
    const uint32_t rest = end - at - k;
    int points = vt_name_score(f, at + k, end);
    if (rest == 2) points -= 3;
    if (k == 1) points += f->tokens->items[at].kind == VITEXT_TOKEN_WORD ? 2 : -2; /* Vinamilk */
    if (end - at <= 3) points -= 6;
    if (points > best_points) {
      best_points = points;
      best = k;
    }
  }
  return best;
}

/* The end of the word whose first syllable, capital, is at i: Tuan tra. */
static uint32_t word_end(vt_find *f, uint32_t i)
{
  const uint32_t end = vt_find_word_end(f, i);
  if (end > i + 1 && !vt_find_is_capital(f, i + 1)) return end;
  return i + 1 < f->end && vt_organ_is_plain_word(f, i + 1) ? i + 2 : i + 1;
}

/* "Bo Cong an To Lam", "Tinh uy To Lam": a body of the whole country or of a province, all of which
 * are known, is not called by two syllables that a family name begins: who holds the office is. */
static bool is_short_name(const vt_organ_reader *r, uint32_t run)
{
  uint32_t row;
  bool country, like;
  vt_find *f = r->f;
  const bool field = r->out->unit < 0 && r->last == PART_FIELD; /* Bo truong Cong an */
  const bool high =
      r->out->level > 0 ? r->out->level <= PROVINCE : r->out->sphere == VITEXT_SPHERE_POLICE;
  return !r->ask.after && (high || field) && run == r->at + 2 && !vt_find_is_capitals(f, r->at) &&
         f->tokens->items[r->at].end - f->tokens->items[r->at].begin > 1 &&
         (vt_find_class(f, r->at) & VT_CLS_SURNAME) != 0 &&
         vt_find_match(f, VT_TABLE_PERSON_SURNAMES, r->at, &row) == 1 &&
         vt_place_match(f, r->at, &country, &like) == 0;
}

bool vt_organ_take_proper(vt_organ_reader *r)
{
  vt_find *f = r->f;
  uint32_t title;
  if (r->at >= f->end || !vt_find_is_capital(f, r->at)) return false;
  if (vt_find_match(f, VT_TABLE_POST_TITLES, r->at, &title) >= 2) return false;
  if (r->slot != 'n' && vt_find_match(f, VT_TABLE_ORGAN_UNITS, r->at, &title) >= 2 &&
      vt_organ_is_person(f, title))
    return false;
  if (vt_find_match(f, VT_TABLE_PERSON_HONORIFICS, r->at, &title) >= 2) return false;
  const uint32_t run = vt_name_run(f, r->at);
  uint32_t k;
  const int person = r->ask.after ? 0 : vt_name_score(f, r->at, run);
  if (is_short_name(r, run) || (r->last == PART_PLACE && person >= 4) ||
      (r->last == PART_UNIT && r->out->holder == 'c' && person >= 6))
    k = 0; /* a firm called by its place, a board by nothing, and who holds the office */
  else if (r->slot == 'n' && !r->named && (r->last == PART_UNIT || r->out->holder == 'n'))
    k = r->ask.after ? run - r->at : named_part(f, r->at, run);
  else if (r->mission && vt_name_is_foreign(f, r->at, run) && run - r->at >= 2) k = 0;
  else if (r->last == PART_PLACE) k = 0;
  else if (r->slot == 'c' || r->named)
    k = r->named && r->ask.after && r->slot == 'n' ? run - r->at : 0;
  else k = vt_place_split(f, r->at, run, false, r->ask);
  if (k == 0) return false;
  r->at += k;
  if (k == 1 && r->at == run) r->at = word_end(f, r->at - 1);
  r->last = PART_PROPER;
  r->named = true;
  return true;
}

bool vt_organ_take_number(vt_organ_reader *r)
{
  if (r->last != PART_UNIT && r->last != PART_FIELD &&
      !((r->last == PART_PROPER || (r->last == PART_PLACE && r->slot == 'n')) &&
        vt_find_is_number(r->f, r->at)))
    return false;
  uint32_t at = r->at;
  if (r->slot == 'c') return false;
  if (at < r->f->end && vt_find_spells(r->f, at, VT_W_SO)) at++;
  if (!is_code(r->f, at)) return false;
  if (!vt_find_is_number(r->f, at) && vt_name_run(r->f, at) > at + 1) return false;
  r->at = at + 1;
  r->last = PART_NUMBER;
  return true;
}
