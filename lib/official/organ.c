/* organ.c - the grammar of organisations: unit, field, level and place, parent (spec section 4). */
#include <string.h>
#include "vt_find.h"

typedef enum part { PART_NONE, PART_UNIT, PART_FIELD, PART_PLACE, PART_PROPER, PART_NUMBER } part;

typedef struct reader {
  vt_find *f;
  vt_organ_ask ask;
  vt_organ *out;
  uint32_t at; /* the next token */
  part last;
  uint32_t row;  /* of the last unit */
  char slot;     /* of the last unit: p(lace), n(ame), c(losed) */
  char rank;     /* of the last unit, '1' to '6' */
  bool lower;    /* the last unit is in lower case */
  bool mission;  /* "tai" goes on: a state, an embassy, a branch */
  bool named;    /* has a proper name */
  bool compound; /* the last unit is a body with its field: Ban Tuyen giao */
} reader;

/* ---- Units ---- */

static bool is_unit_here(const vt_find *f, uint32_t i, uint32_t len)
{
  const vt_token t = f->tokens->items[i];
  if (len > 1) return true;
  if (t.end - t.begin <= 2) return vt_find_is_capitals(f, i);
  return vt_lexicon_is_syllable(f->lex, f->ids[i]) || vt_find_is_capital(f, i);
}

static uint32_t unit_at(vt_find *f, uint32_t i, uint32_t *row)
{
  if (i >= f->end || !(vt_find_class(f, i) & VT_CLS_UNIT)) return 0;
  const uint32_t len = vt_find_match_loose(f, VT_TABLE_ORGAN_UNITS, i, row);
  const uint32_t own = vt_user_match(f, i, false);
  if (own >= len && own > 0) {
    *row = VT_ROW_NONE;
    return own;
  }
  if (len == 1 && (vt_find_class(f, i) & VT_CLS_FIELD) != 0) {
    uint32_t field; /* To chuc can bo is no To */
    if (vt_find_match_loose(f, VT_TABLE_ORGAN_FIELDS, i, &field) > 1) return 0;
  }
  return len > 0 && is_unit_here(f, i, len) ? len : 0;
}

static const char *unit_cell(const reader *r, uint32_t row, uint32_t column)
{
  return vt_find_cell(r->f, VT_TABLE_ORGAN_UNITS, row, column);
}

static void describe(reader *r, uint32_t row)
{
  static const char *const spheres[] = { "",           "party",    "state",   "assembly",
                                         "government", "justice",  "army",    "police",
                                         "mass",       "company",  "school",  "health",
                                         "press",      "religion", "private", "foreign" };
  const char *sphere = unit_cell(r, row, VT_ORGAN_UNITS_SPHERE);
  const char *level = unit_cell(r, row, VT_ORGAN_UNITS_LEVEL);
  const char holder = unit_cell(r, row, VT_ORGAN_UNITS_PUBLIC)[0];
  vt_organ *o = r->out;
  if (o->unit < 0) {
    o->unit = (int32_t)row;
    for (uint8_t k = 1; k < sizeof spheres / sizeof *spheres; k++)
      if (strcmp(spheres[k], sphere) == 0) o->sphere = k;
  }
  if (o->level == 0 && level[0] != '\0') o->level = (uint8_t)(level[0] - '0');
  if (o->holder == 0 || o->holder == 'c' || holder == 'n') o->holder = holder;
}

static void take_unit(reader *r, uint32_t len, uint32_t row)
{
  describe(r, row);
  r->row = row;
  r->slot = row == VT_ROW_NONE ? 'p' : unit_cell(r, row, VT_ORGAN_UNITS_SLOT)[0];
  r->rank = row == VT_ROW_NONE ? '3' : unit_cell(r, row, VT_ORGAN_UNITS_RANK)[0];
  r->lower = !vt_find_is_capital(r->f, r->at);
  if (r->out->sphere == VITEXT_SPHERE_FOREIGN) r->mission = true;
  const char *name = unit_cell(r, row, 0);
  r->mission |= strstr(name, "đại diện") != NULL || strstr(name, "chi nhánh") != NULL ||
                strstr(name, "sứ quán") != NULL || strstr(name, "phái đoàn") != NULL ||
                strstr(name, "lãnh sự") != NULL;
  r->at += len;
  r->last = PART_UNIT;
  r->named = false;
  r->compound = len > 1;
}

/* ---- Fields ---- */

/* A field at i that may continue what stands before: its length. */
static uint32_t field_at(const reader *r, uint32_t i, bool beside_unit)
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

static bool take_field(reader *r)
{
  const uint32_t len = field_at(r, r->at, r->last == PART_UNIT);
  if (len == 0) return false;
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

static uint32_t level_at(vt_find *f, uint32_t i, uint32_t *row)
{
  if (i >= f->end || !(vt_find_class(f, i) & VT_CLS_LEVEL)) return 0;
  const uint32_t len = vt_find_match(f, VT_TABLE_PLACE_LEVELS, i, row);
  if (len == 0) return 0;
  const vt_token t = f->tokens->items[i];
  if (len == 1 && t.end - t.begin <= 2 && !vt_find_is_capital(f, i)) return 0; /* tp, tx */
  return len;
}

static void set_level(reader *r, uint32_t row)
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

/* "xa Ta Phin", "quan 1", "thon Dai Tu 2", or the bare level word. */
static bool take_level(reader *r)
{
  uint32_t row;
  vt_find *f = r->f;
  const uint32_t len = level_at(f, r->at, &row);
  if (len == 0) return false;
  const bool capital = vt_find_is_capital(f, r->at);
  uint32_t at = r->at + len;
  if (at < f->end && vt_find_spells(f, at, "số") && is_code(f, at + 1)) at += 2;
  else if (is_code(f, at) && vt_find_is_number(f, at)) at++;
  else if (at < f->end && vt_find_is_capital(f, at)) {
    at += vt_place_split(f, at, vt_name_run(f, at), true, r->ask.after);
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
  r->at = at;
  r->last = PART_PLACE;
  return true;
}

static bool take_place(reader *r)
{
  bool country, like;
  vt_find *f = r->f;
  const uint32_t end = vt_place_match(f, r->at, &country, &like);
  if (end == 0) return false;
  const uint32_t run = vt_name_run(f, r->at);
  if (run > end || like) {
    const uint32_t k = vt_place_split(f, r->at, run, false, r->ask.after);
    if (k == 0) return false;
    r->at = r->at + k > end ? r->at + k : end;
  } else {
    r->at = end;
  }
  if (r->out->level == 0) r->out->level = country ? 1 : 4;
  if (country && r->out->unit < 0 && r->out->sphere == 0) r->mission = true;
  r->last = PART_PLACE;
  return true;
}

/* Whether a word in lower case can be part of a name that the tables do not know. */
static bool is_plain_word(vt_find *f, uint32_t i)
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
    if (k == 1) points -= 2;
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
  return i + 1 < f->end && is_plain_word(f, i + 1) ? i + 2 : i + 1;
}

static bool take_proper(reader *r)
{
  vt_find *f = r->f;
  uint32_t title;
  if (r->at >= f->end || !vt_find_is_capital(f, r->at)) return false;
  if (vt_find_match(f, VT_TABLE_POST_TITLES, r->at, &title) >= 2) return false;
  const uint32_t run = vt_name_run(f, r->at);
  uint32_t k;
  if (r->slot == 'n' && !r->named && (r->last == PART_UNIT || r->out->holder == 'n'))
    k = r->ask.after ? run - r->at : named_part(f, r->at, run);
  else if (r->mission && vt_name_is_foreign(f, r->at, run) && run - r->at >= 2) k = 0;
  else if (r->last == PART_PLACE) k = 0;
  else if (r->slot == 'c' || r->named)
    k = r->named && r->ask.after && r->slot == 'n' ? run - r->at : 0;
  else k = vt_place_split(f, r->at, run, false, r->ask.after);
  if (k == 0) return false;
  r->at += k;
  if (k == 1 && r->at == run) r->at = word_end(f, r->at - 1);
  r->last = PART_PROPER;
  r->named = true;
  return true;
}

static bool take_number(reader *r)
{
  if (r->last != PART_UNIT && r->last != PART_FIELD &&
      !((r->last == PART_PROPER || (r->last == PART_PLACE && r->slot == 'n')) &&
        vt_find_is_number(r->f, r->at)))
    return false;
  uint32_t at = r->at;
  if (at < r->f->end && vt_find_spells(r->f, at, "số")) at++;
  if (!is_code(r->f, at)) return false;
  if (!vt_find_is_number(r->f, at) && vt_name_run(r->f, at) > at + 1) return false;
  r->at = at + 1;
  r->last = PART_NUMBER;
  return true;
}

/* ---- Joints: comma, dash, and, of, brackets ---- */

static bool person_or_title_at(vt_find *f, uint32_t i)
{
  uint32_t row;
  const unsigned c = vt_find_class(f, i);
  if ((c & VT_CLS_TITLE) != 0 && vt_find_match(f, VT_TABLE_POST_TITLES, i, &row) > 0) return true;
  if ((c & VT_CLS_HONORIFIC) != 0) {
    const uint32_t n = vt_find_match(f, VT_TABLE_PERSON_HONORIFICS, i, &row);
    if (n > 0 && i + n < f->end && vt_find_is_capital(f, i + n)) return true;
  }
  return (c & VT_CLS_RANK) != 0 && vt_find_match(f, VT_TABLE_PERSON_RANKS, i, &row) > 1;
}

static bool many_at(const vt_find *f, uint32_t i)
{
  return i < f->end && (vt_find_spells(f, i, "các") || vt_find_spells(f, i, "những"));
}

/* What stands behind a comma or dash at r->at belongs to the organisation. */
static bool take_after_mark(reader *r, char mark)
{
  uint32_t row;
  vt_find *f = r->f;
  const uint32_t i = r->at + 1;
  if (i >= f->end || person_or_title_at(f, i)) return false;
  const bool capital = vt_find_is_capital(f, i);
  uint32_t len = unit_at(f, i, &row);
  if (len > 0 && capital && !many_at(f, i + len) && r->out->unit >= 0 &&
      unit_cell(r, row, VT_ORGAN_UNITS_RANK)[0] > r->rank) {
    r->at = i;
    take_unit(r, len, row);
    return true;
  }
  len = level_at(f, i, &row);
  if (len > 0 && i + len < f->end && mark == ',' && r->last != PART_FIELD &&
      (vt_find_is_capital(f, i + len) || vt_find_is_number(f, i + len))) {
    const uint32_t was = r->at;
    const uint8_t level = r->out->level;
    r->at = i;
    if (take_level(r) && r->at > i + len) {
      if (level != 0) r->out->level = level;
      return true;
    }
    r->at = was;
  }
  if (r->last != PART_FIELD || r->slot == 'c') return false;
  len = field_at(r, i, false);
  if (len == 0 || (!capital && len < 2) || (mark == '-' && !capital)) return false;
  if (capital && vt_name_score(f, i, vt_name_run(f, i)) >= 4) return false;
  r->at = i + len;
  return true;
}

static bool take_after_and(reader *r)
{
  vt_find *f = r->f;
  uint32_t i = r->at + 1;
  if (i < f->end && many_at(f, i) && (r->last == PART_FIELD || r->last == PART_PLACE || r->named) &&
      i + 1 < f->end && vt_find_is_capital(f, i + 1))
    i++;
  else if (r->last != PART_FIELD && !(r->last == PART_UNIT && r->compound)) return false;
  if (i >= f->end || person_or_title_at(f, i)) return false;
  const uint32_t len = field_at(r, i, false);
  if (len == 0) return false;
  if (vt_find_is_capital(f, i) && vt_name_score(f, i, vt_name_run(f, i)) >= 4) return false;
  r->at = i + len;
  r->last = PART_FIELD;
  return true;
}

static bool take_after_of(reader *r, uint32_t words)
{
  uint32_t row;
  const uint32_t i = r->at + words;
  const uint32_t len = unit_at(r->f, i, &row);
  if (len > 0 && vt_find_is_capital(r->f, i)) {
    r->at = i;
    take_unit(r, len, row);
    return true;
  }
  const uint32_t was = r->at;
  r->at = i;
  const uint32_t level = level_at(r->f, i, &row);
  if (level > 0 && take_level(r) && r->at > i + level) return true;
  r->at = was;
  return false;
}

static bool take_at_place(reader *r)
{
  const uint32_t was = r->at++;
  uint32_t row;
  if (r->at < r->f->end) {
    if (take_place(r) || (level_at(r->f, r->at, &row) > 0 && take_level(r))) {
      r->mission = false;
      return true;
    }
    const uint32_t len = unit_at(r->f, r->at, &row);
    if (len > 0 && vt_find_is_capital(r->f, r->at)) {
      take_unit(r, len, row);
      r->mission = false;
      return true;
    }
  }
  r->at = was;
  return false;
}

/* "UBND quan Tan Binh (TP.HCM)". */
static bool take_bracket_place(reader *r)
{
  const uint32_t was = r->at++;
  uint32_t row;
  const bool place = level_at(r->f, r->at, &row) > 0 ? take_level(r) : take_place(r);
  if (place && r->at < r->f->end && vt_find_mark(r->f, r->at) == ')') {
    r->at++;
    return true;
  }
  r->at = was;
  return false;
}

/* "(EVN)", "(Tong cuc Du lich)". */
static bool take_brackets(reader *r)
{
  uint32_t row;
  vt_find *f = r->f;
  const uint32_t i = r->at + 1;
  if (i >= f->end || person_or_title_at(f, i)) return false;
  const bool acronym = i + 1 < f->end && vt_find_mark(f, i + 1) == ')' &&
                       (vt_find_is_capitals(f, i) || f->tokens->items[i].kind == VITEXT_TOKEN_WORD);
  const bool unit = !acronym && unit_at(f, i, &row) > 0;
  if (!acronym && !unit) return r->last == PART_PLACE && take_bracket_place(r);
  for (uint32_t j = i; j < f->end && j < i + 14; j++) {
    if (vt_find_mark(f, j) != ')') continue;
    r->at = j + 1;
    if (unit) describe(r, row);
    r->last = PART_PROPER;
    r->named = true;
    return true;
  }
  return false;
}

/* "NN&PTNT", "VH-TT-DL": abbreviations glued together. */
static bool take_glued(reader *r)
{
  const vt_find *f = r->f;
  const uint32_t i = r->at;
  if (i == r->out->at.first || i + 1 >= f->end || !vt_find_is_capitals(f, i - 1) ||
      !vt_find_is_capitals(f, i + 1) || vt_find_stop(f, i - 1) != vt_find_begin(f, i) ||
      vt_find_stop(f, i) != vt_find_begin(f, i + 1))
    return false;
  r->at += 2;
  r->last = PART_FIELD;
  return true;
}

static bool take_joint(reader *r)
{
  vt_find *f = r->f;
  const uint32_t i = r->at;
  if (vt_find_mark(f, i) != 0 && take_glued(r)) return true;
  const char mark = vt_find_mark(f, i);
  if (mark == ',' || mark == '-') return take_after_mark(r, mark);
  if (mark == '(') return r->out->unit >= 0 && take_brackets(r);
  if (mark == '&' || vt_find_spells(f, i, "và")) return take_after_and(r);
  if (r->last == PART_UNIT && r->compound && many_at(f, i) && i + 1 < f->end &&
      (vt_find_is_capitals(f, i + 1) || field_at(r, i + 1, false) > 0)) {
    r->at += 2; /* Ban Quan ly cac KCN */
    r->last = PART_FIELD;
    return true;
  }
  if (vt_find_spells(f, i, "thuộc") || vt_find_spells(f, i, "của")) return take_after_of(r, 1);
  if (vt_find_spells(f, i, "trực") && i + 1 < f->end && vt_find_spells(f, i + 1, "thuộc"))
    return take_after_of(r, 2);
  if (vt_find_spells(f, i, "tại")) return r->mission && take_at_place(r);
  if (vt_find_spells(f, i, "thường") && i + 1 < f->end && vt_find_spells(f, i + 1, "trú") &&
      r->mission) {
    r->at += 2;
    r->last = PART_UNIT;
    return true;
  }
  return false;
}

/* ---- The whole ---- */

static bool take_inner_unit(reader *r)
{
  uint32_t row;
  vt_find *f = r->f;
  const uint32_t len = unit_at(f, r->at, &row);
  if (len == 0 || r->last == PART_NONE) return false;
  uint32_t title;
  if (vt_find_match(f, VT_TABLE_POST_TITLES, r->at, &title) > len) return false;
  if (!vt_find_is_capital(f, r->at)) { /* "HDQT cong ty", "chi bo thon"; but no verb, no person */
    uint32_t stop;
    if (vt_find_match(f, VT_TABLE_ORGAN_STOPS, r->at, &stop) > 0 || r->last == PART_PLACE)
      return false;
  } else if (len == 1 && vt_find_is_capital(f, r->at) && r->at + 1 < f->end &&
             vt_find_is_capital(f, r->at + 1) &&
             vt_name_score(f, r->at, vt_name_run(f, r->at)) >= 5) {
    return false; /* Vo, Doan, Ong ... begin persons too */
  }
  take_unit(r, len, row);
  return true;
}

/* "Trung tam bao ton voi Le Van B", "(..., Tram cuu ho rua,": unknown words in lower case that lead
 * to a name, or to the end of an apposition, belong to the organisation. */
static bool take_bridge(reader *r)
{
  enum { MAX_BRIDGE = 4 };
  vt_find *f = r->f;
  if (r->last != PART_UNIT && r->last != PART_FIELD && r->last != PART_PROPER) return false;
  uint32_t i = r->at;
  while (i < f->end && i - r->at < MAX_BRIDGE && is_plain_word(f, i)) i++;
  if (i == r->at) return false;
  bool ends =
      i == f->end || strchr(",;.()-", vt_find_mark(f, i) == 0 ? 'x' : vt_find_mark(f, i)) != NULL;
  ends = ends && r->ask.after;
  const bool name = i < f->end && vt_find_is_capital(f, i) && !r->ask.after &&
                    vt_name_score(f, i, vt_name_run(f, i)) >= 6;
  const bool field = i - r->at <= 2 && field_at(r, i, false) > 0;
  uint32_t row;
  const bool level = i < f->end && level_at(f, i, &row) > 0 && r->last != PART_PROPER;
  const bool firm = r->slot == 'n' && !r->named && i < f->end && vt_find_is_capital(f, i);
  if (!ends && !name && !field && !firm && !level) return false;
  r->at = i;
  r->last = firm ? PART_UNIT : PART_FIELD;
  return true;
}

static bool step(reader *r)
{
  const uint32_t i = r->at;
  if (i >= r->f->end) return false;
  const unsigned kind = r->f->tokens->items[i].kind;
  if (kind == VITEXT_TOKEN_PUNCT || kind == VITEXT_TOKEN_SYMBOL) return take_joint(r);
  return take_joint(r) || take_field(r) || take_inner_unit(r) || take_level(r) || take_place(r) ||
         take_number(r) || take_proper(r) || take_bridge(r);
}

/* A unit noun the tables do not know as one, bound to its title: "ban Nang", "phong PC02". */
static bool start_bound(reader *r)
{
  uint32_t row;
  uint32_t len = unit_at(r->f, r->at, &row);
  if (len > 0) {
    take_unit(r, len, row);
    return true;
  }
  if (level_at(r->f, r->at, &row) > 0) return take_level(r);
  r->lower = !vt_find_is_capital(r->f, r->at);
  r->slot = 'p';
  r->rank = '2';
  r->at++;
  r->last = PART_UNIT;
  return true;
}

/* A name in foreign letters or capitals without a unit noun: Vietravel, IBM. */
static bool start_firm(reader *r)
{
  vt_find *f = r->f;
  const vt_token t = f->tokens->items[r->at];
  if (t.kind == VITEXT_TOKEN_SYLLABLE || !vt_find_is_capital(f, r->at)) return false;
  const uint32_t run = vt_name_run(f, r->at);
  uint32_t k = r->at;
  while (k < run && f->tokens->items[k].kind != VITEXT_TOKEN_SYLLABLE) k++;
  const bool all = k == run;
  if (all && !r->ask.after && !vt_find_is_capitals(f, r->at)) return false; /* a foreign person */
  if (!all && vt_name_score(f, k, run) < 4 && !r->ask.after) return false;
  r->at = all && vt_find_is_capitals(f, r->at) ? r->at + 1 : k;
  r->last = PART_PROPER;
  r->named = true;
  r->slot = 'n';
  r->out->holder = 'n';
  return true;
}

static bool start(reader *r)
{
  uint32_t row;
  vt_find *f = r->f;
  if (r->ask.bound) return start_bound(r);
  const uint32_t len = unit_at(f, r->at, &row);
  if (len > 0) {
    take_unit(r, len, row);
    return true;
  }
  if (!r->ask.bare) return false;
  if (take_level(r) || take_place(r)) return true;
  if (vt_find_is_capital(f, r->at) && take_field(r)) {
    r->slot = 'p';
    return true;
  }
  return start_firm(r);
}

bool vt_organ_read(vt_find *f, uint32_t i, vt_organ_ask ask, vt_organ *out)
{
  *out = (vt_organ){ .at = { i, i }, .unit = -1 };
  if (i >= f->end) return false;
  reader r = { .f = f, .ask = ask, .out = out, .at = i, .slot = 'p', .rank = '0' };
  if (!start(&r)) return false;
  while (step(&r)) {}
  out->at.end = r.at;
  return true;
}
