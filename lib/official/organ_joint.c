/* organ_joint.c - what joins the parts of an organisation: comma, dash, and, of, brackets. */
#include <string.h>
#include "vt_organ.h"

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
  return i < f->end && (vt_find_spells(f, i, VT_W_CAC) || vt_find_spells(f, i, VT_W_NHUNG));
}

/* The next field of a list: "Van hoa, The thao", "To chuc - Bien che", "hinh su - hanh chinh". */
static bool take_second_field(vt_organ_reader *r, uint32_t i, char mark)
{
  vt_find *f = r->f;
  bool country, like;
  const bool capital = vt_find_is_capital(f, i);
  if (mark == '-' && vt_find_is_capital(f, r->at - 1) &&
      vt_place_match(f, i, &country, &like) > 0 && country) { /* Hoi Huu nghi Viet Nam - Cuba */
    r->at = vt_place_match(f, i, &country, &like);
    return true;
  }
  const bool body = mark == '-' && r->last == PART_UNIT && r->compound; /* Ban To chuc - ... */
  if ((r->last != PART_FIELD && !body) || r->slot == 'c') return false;
  if (capital && vt_name_score(f, i, vt_name_run(f, i)) >= 4) return false;
  uint32_t len = vt_organ_field_at(r, i, false);
  if (!capital && (len < 2 || (mark == '-' && vt_find_is_capital(f, r->at - 1)))) return false;
  /* a word the tables do not know, with a capital at its first syllable only */
  if (len == 0 && mark == '-' && vt_name_run(f, i) == i + 1 && i + 1 < f->end &&
      vt_organ_is_plain_word(f, i + 1) && vt_find_word_end(f, i) == i + 2)
    len = 2;
  if (len == 0) return false;
  r->at = i + len;
  r->last = PART_FIELD;
  return true;
}

/* A place behind a comma that ends at i goes with the organisation before it: nothing goes on there
 * that could have the place as its subject, or a person stands before. */
static bool closes(const vt_organ_reader *r, uint32_t i)
{
  const vt_find *f = r->f;
  return i >= f->end || !vt_find_is_word(f, i) || (r->ask.after && !r->ask.plain);
}

/* "UBND huyen Gia Binh, Bac Ninh": the province of a district or a commune. */
static bool take_province(vt_organ_reader *r, uint32_t i)
{
  uint32_t row;
  vt_find *f = r->f;
  const uint8_t level = r->out->level;
  const bool within = r->last == PART_PLACE && r->out->level_row >= 0 && level > PROVINCE;
  if (!within || r->out->place.end == r->out->place.first || !vt_find_is_capital(f, i))
    return false;
  const uint32_t len = vt_find_match_loose(f, VT_TABLE_PLACE_NAMES, i, &row);
  if (len == 0 || !closes(r, i + len) || vt_name_run(f, i) > i + len ||
      vt_find_cell(f, VT_TABLE_PLACE_NAMES, row, VT_PLACE_NAMES_LEVEL)[0] != 'p')
    return false;
  r->at = i + len;
  return true;
}

/* "So Noi vu, tinh Bac Ninh", "UBND xa A, huyen B". */
static bool take_level_behind(vt_organ_reader *r, uint32_t i, uint32_t len)
{
  const uint32_t was = r->at;
  const vt_organ before = *r->out;
  const vt_part last = r->last;
  r->at = i;
  const bool taken = vt_organ_take_level(r) && r->at > i + len;
  if (taken && (last != PART_FIELD || (r->out->level == PROVINCE && closes(r, r->at)))) {
    if (before.level != 0 && last != PART_FIELD) r->out->level = before.level;
    return true;
  }
  r->at = was;
  r->last = last;
  *r->out = before;
  return false;
}

/* What stands behind a comma or dash at r->at belongs to the organisation. */
static bool take_after_mark(vt_organ_reader *r, char mark)
{
  uint32_t row;
  vt_find *f = r->f;
  const uint32_t i = r->at + 1;
  if (i >= f->end || person_or_title_at(f, i)) return false;
  const bool capital = vt_find_is_capital(f, i);
  uint32_t len = vt_organ_unit_at(f, i, &row);
  const bool bare = r->out->unit < 0 && r->last == PART_FIELD; /* Vu truong Van hoa, Ban ... */
  if (len > 0 && capital && !many_at(f, i + len) && (r->out->unit >= 0 || bare) &&
      vt_organ_unit_cell(r, row, VT_ORGAN_UNITS_RANK)[0] > r->rank) {
    r->at = i;
    vt_organ_take_unit(r, len, row);
    return true;
  }
  len = vt_organ_level_at(f, i, &row);
  if (len > 0 && i + len < f->end && mark == ',' && !vt_find_spells(f, i, VT_W_SO) &&
      (vt_find_is_capital(f, i + len) || vt_find_is_number(f, i + len)) &&
      take_level_behind(r, i, len))
    return true;
  if (mark == ',' && take_province(r, i)) return true;
  if (mark == '-' && vt_find_is_number(f, r->at - 1)) { /* TAND khu vuc 3 - Lam Dong */
    bool country, like;
    const uint32_t end = vt_place_match(f, i, &country, &like);
    if (end == 0 || country || like) return false;
    r->at = end;
    r->last = PART_PLACE;
    return true;
  }
  return take_second_field(r, i, mark);
}

static bool take_after_and(vt_organ_reader *r)
{
  vt_find *f = r->f;
  uint32_t i = r->at + 1;
  const bool many = many_at(f, i);
  if (i < f->end && many_at(f, i) && (r->last == PART_FIELD || r->last == PART_PLACE || r->named) &&
      i + 1 < f->end && vt_find_is_capital(f, i + 1))
    i++;
  else if (r->last != PART_FIELD && !(r->last == PART_UNIT && r->compound)) return false;
  uint32_t row;
  if (i >= f->end || person_or_title_at(f, i)) return false;
  const uint32_t unit = vt_find_is_capital(f, i) ? vt_organ_unit_at(f, i, &row) : 0;
  if ((r->slot == 'n' || r->named) && unit > 0 && !many) return false; /* another firm */
  uint32_t len = vt_organ_field_at(r, i, false);
  if (len == 0 && many) len = unit; /* Khu kinh te A va cac Khu cong nghiep B */
  if (len == 0) return false;
  if (vt_find_is_capital(f, i) && vt_name_score(f, i, vt_name_run(f, i)) >= 4) return false;
  r->at = i + len;
  r->last = PART_FIELD;
  return true;
}

static bool take_after_of(vt_organ_reader *r, uint32_t words)
{
  uint32_t row;
  const uint32_t i = r->at + words;
  const uint32_t len = vt_organ_unit_at(r->f, i, &row);
  if (len > 0 && vt_find_is_capital(r->f, i)) {
    r->at = i;
    vt_organ_take_unit(r, len, row);
    return true;
  }
  const uint32_t was = r->at;
  r->at = i;
  const uint32_t level = vt_organ_level_at(r->f, i, &row);
  if (level > 0 && vt_organ_take_level(r) && r->at > i + level) return true;
  r->at = was;
  return false;
}

static bool take_at_place(vt_organ_reader *r)
{
  const uint32_t was = r->at++;
  uint32_t row;
  if (r->at < r->f->end) {
    if (vt_organ_take_place(r) ||
        (vt_organ_level_at(r->f, r->at, &row) > 0 && vt_organ_take_level(r))) {
      r->mission = false;
      return true;
    }
    const uint32_t len = vt_organ_unit_at(r->f, r->at, &row);
    if (len > 0 && vt_find_is_capital(r->f, r->at)) {
      vt_organ_take_unit(r, len, row);
      r->mission = false;
      return true;
    }
  }
  r->at = was;
  return false;
}

/* "UBND quan Tan Binh (TP.HCM)". */
static bool take_bracket_place(vt_organ_reader *r)
{
  const uint32_t was = r->at++;
  uint32_t row;
  const bool place =
      vt_organ_level_at(r->f, r->at, &row) > 0 ? vt_organ_take_level(r) : vt_organ_take_place(r);
  if (place && r->at < r->f->end && vt_find_mark(r->f, r->at) == ')') {
    r->at++;
    return true;
  }
  r->at = was;
  return false;
}

/* "(EVN)", "(NN&PTNT)": one abbreviation in brackets, glued by marks. */
static bool is_acronym(const vt_find *f, uint32_t i)
{
  for (; i + 1 < f->end; i += 2) {
    if (!vt_find_is_capitals(f, i) && f->tokens->items[i].kind != VITEXT_TOKEN_WORD) return false;
    if (vt_find_mark(f, i + 1) == ')') return true;
    if (vt_find_mark(f, i + 1) == 0 || vt_find_stop(f, i) != vt_find_begin(f, i + 1)) return false;
  }
  return false;
}

/* "(EVN)", "(Tong cuc Du lich)". */
static bool take_brackets(vt_organ_reader *r)
{
  uint32_t row;
  vt_find *f = r->f;
  const uint32_t i = r->at + 1;
  if (i >= f->end || person_or_title_at(f, i)) return false;
  const bool acronym = is_acronym(f, i);
  const bool unit = !acronym && vt_organ_unit_at(f, i, &row) > 0;
  if (!acronym && !unit) return r->last == PART_PLACE && take_bracket_place(r);
  for (uint32_t j = i; j < f->end && j < i + 14; j++) {
    if (vt_find_mark(f, j) != ')') continue;
    r->at = j + 1;
    if (unit) vt_organ_describe(r, row);
    r->last = PART_PROPER;
    r->named = true;
    return true;
  }
  return false;
}

/* "NN&PTNT", "VH-TT-DL": abbreviations glued together. */
static bool take_glued(vt_organ_reader *r)
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

bool vt_organ_take_joint(vt_organ_reader *r)
{
  vt_find *f = r->f;
  const uint32_t i = r->at;
  if (vt_find_mark(f, i) != 0 && take_glued(r)) return true;
  const char mark = vt_find_mark(f, i);
  if (mark == ',' || mark == '-') return take_after_mark(r, mark);
  if (mark == '(') return r->out->unit >= 0 && take_brackets(r);
  if (mark == '&' || vt_find_spells(f, i, VT_W_VA)) return take_after_and(r);
  if (r->last == PART_UNIT && r->compound && many_at(f, i) && i + 1 < f->end &&
      (vt_find_is_capitals(f, i + 1) || vt_organ_field_at(r, i + 1, false) > 0)) {
    r->at += 2; /* Ban Quan ly cac KCN */
    r->last = PART_FIELD;
    return true;
  }
  if (r->last == PART_FIELD && many_at(f, i) && vt_organ_field_at(r, i + 1, true) > 1) {
    r->at++; /* Ban Quan ly du an dau tu xay dung cac cong trinh giao thong */
    return true;
  }
  if (vt_find_spells(f, i, VT_W_THUOC) || vt_find_spells(f, i, VT_W_CUA))
    return take_after_of(r, 1);
  if (vt_find_spells(f, i, VT_W_TRUC) && i + 1 < f->end && vt_find_spells(f, i + 1, VT_W_THUOC))
    return take_after_of(r, 2);
  if (vt_find_spells(f, i, VT_W_TAI)) return r->mission && take_at_place(r);
  if (vt_find_spells(f, i, VT_W_THUONG) && i + 1 < f->end && vt_find_spells(f, i + 1, VT_W_TRU) &&
      r->mission) {
    r->at += 2;
    r->last = PART_UNIT;
    return true;
  }
  return false;
}
