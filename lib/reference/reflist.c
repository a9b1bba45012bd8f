/* reflist.c - lists behind a mention, which inherit from it: further numbers ("13/2021/NĐ-CP, số
 * 14"), years of a law ("Luật Đất đai 2013, 2024"), terms and congresses ("khóa XI, XII").
 *
 * Numerals by themselves are taken only where the whole list and what stands behind it say that
 * they count nothing: "Quyết định 217, 218 của ...", but not "Nghị quyết 18, 20 tỉnh". */
#include "vt_refscan.h"

enum { ITEMS_MAX = 64, TERM_MAX = 60 };

/* [, ; và] at token i: the token after, or 0. *hard: more than a comma. */
static uint32_t skip_separator(const vt_refscan *s, uint32_t i, bool *hard)
{
  uint32_t k = i;
  *hard = vt_ref_is(s, k, ';');
  if (vt_ref_is(s, k, ',') || *hard) k++;
  const uint32_t and = vt_ref_word(s, k, VT_ROLE_AND, NULL);
  if (and != 0) k = and;
  *hard = *hard || and != 0;
  return k == i ? 0 : k;
}

/* Whether what stands at token i shows that no number before it counts things. */
static bool ends_list(const vt_refscan *s, uint32_t i)
{
  static const enum vt_role roles[] = { VT_ROLE_OF,   VT_ROLE_BY,     VT_ROLE_DAY,
                                        VT_ROLE_YEAR, VT_ROLE_ABOUT,  VT_ROLE_CENTER,
                                        VT_ROLE_TERM, VT_ROLE_FOLLOW, VT_ROLE_CONFERENCE };
  if (i >= s->count || s->tokens[i].kind == VITEXT_TOKEN_BREAK) return true;
  if (s->tokens[i].kind == VITEXT_TOKEN_PUNCT) return vt_ref_byte(s, i) != '%';
  const uint32_t year = vt_ref_word(s, i, VT_ROLE_YEAR, NULL);
  if (year != 0 && vt_ref_byte(s, year) != 0 && vt_ref_year(s, s->tokens[year].begin) != 0)
    return true;
  if (vt_ref_word(s, i, VT_ROLE_UNIT, NULL) != 0 && vt_ref_word(s, i, VT_ROLE_DAY, NULL) == 0)
    return false;
  for (size_t k = 0; k < sizeof roles / sizeof *roles; k++) {
    if (vt_ref_word(s, i, roles[k], NULL) != 0) return true;
  }
  return false;
}

/* Whether token i is a number of so many digits and nothing else. */
static bool is_bare(const vt_refscan *s, uint32_t i, uint32_t least, uint32_t most)
{
  if (i >= s->count || s->tokens[i].kind != VITEXT_TOKEN_NUMBER) return false;
  const vt_token t = s->tokens[i];
  const uint32_t len = t.end - t.begin;
  return vt_ref_digits(s, t.begin) == t.end && len >= least && len <= most;
}

/* "khóa XI", "(khóa XI)" */
static bool starts_term(const vt_refscan *s, uint32_t i)
{
  return vt_ref_word(s, vt_ref_is(s, i, '(') ? i + 1 : i, VT_ROLE_TERM, NULL) != 0;
}

/* Whether the bare numbers from token i on are a list that ends well: of documents, or of plenums
 * before their term. It is gone through once: how far it goes is kept. */
static bool is_bare_list(vt_refscan *s, uint32_t i, bool plenums)
{
  const uint32_t least = plenums ? 1 : 2, most = plenums ? 2 : 4;
  bool hard;
  if (i < s->bare_end) return true;
  uint32_t k = i;
  for (int n = 0; n < ITEMS_MAX && is_bare(s, k, least, most); n++) {
    const uint32_t next = skip_separator(s, k + 1, &hard);
    if (next == 0 || !is_bare(s, next, least, most)) {
      if (plenums ? !starts_term(s, k + 1) : !ends_list(s, k + 1)) return false;
      s->bare_end = k + 1;
      return true;
    }
    k = next;
  }
  return false;
}

/* The next number of a list. */
static uint32_t read_number(vt_refscan *s, uint32_t i, const vt_reference *last, vt_reference *r)
{
  const uint32_t word = vt_ref_word(s, i, VT_ROLE_SO, NULL);
  const uint32_t k = word != 0 ? word : i;
  if ((unsigned)vt_ref_byte(s, k) - '0' >= 10u) return 0;
  const uint32_t next = vt_number_read(s, k, last->type, r);
  if (next == 0 || r->kind == VITEXT_REF_FULL) return next;
  const bool years = last->year[0] != '\0' && r->year[0] != '\0';
  if (last->kind != VITEXT_REF_NUMBER) return 0; /* dates and shares look like it */
  if (word != 0 || years) return next;
  return last->year[0] == '\0' && is_bare_list(s, k, false) ? next : 0;
}

/* [năm] 2024, another year of the law that last names. */
static uint32_t read_year(vt_refscan *s, uint32_t i, bool hard, const vt_reference *last,
                          vt_reference *r)
{
  const uint32_t word = vt_ref_word(s, i, VT_ROLE_YEAR, NULL);
  const uint32_t k = word != 0 ? word : i;
  if (last->year[0] == '\0' || (word != 0 && !hard) || vt_ref_byte(s, k) == 0) return 0;
  const uint32_t begin = s->tokens[k].begin, end = vt_ref_year(s, begin);
  if (end == 0 || s->tokens[k].end != end) return 0;
  if (vt_ref_word(s, k + 1, VT_ROLE_UNIT, NULL) != 0) return 0;
  r->title = last->title;
  r->year = vt_ref_copy(s, (vt_nspan){ begin, end });
  r->span = (vt_nspan){ begin, end };
  return k + 1;
}

/* [khóa] XII, another term of a plenum; [Đại hội] XIII, another congress. */
static uint32_t read_term(vt_refscan *s, uint32_t i, const vt_reference *last, vt_reference *r)
{
  uint32_t value;
  const bool plenum = last->kind == VITEXT_REF_PLENUM;
  const uint32_t word = vt_ref_word(s, i, plenum ? VT_ROLE_TERM : VT_ROLE_CONGRESS, NULL);
  const uint32_t k = word != 0 ? word : i;
  if (last->term[0] == '\0' || vt_ref_byte(s, k) == 0) return 0;
  if (vt_ref_roman(s, s->tokens[k].begin, &value) == 0 && word == 0) return 0;
  const uint32_t next = vt_ref_count(s, k, &value);
  if (next == 0 || value > TERM_MAX) return 0;
  r->session = last->session;
  r->issuer = plenum ? "" : last->issuer;
  r->term = vt_ref_decimal(s, value);
  r->span = (vt_nspan){ s->tokens[k].begin, s->tokens[next - 1].end };
  return next;
}

/* 6 khóa XI, another plenum before the term of all. */
static uint32_t read_session(vt_refscan *s, uint32_t i, vt_reference *r)
{
  uint32_t value, end;
  if (!is_bare(s, i, 1, 2) || !is_bare_list(s, i, true)) return 0;
  r->session =
      vt_ref_decimal(s, vt_ref_value(s, (vt_nspan){ s->tokens[i].begin, s->tokens[i].end }));
  r->span = (vt_nspan){ s->tokens[i].begin, s->tokens[i].end };
  const uint32_t next = vt_meeting_term(s, i + 1, &value, &end);
  if (next == 0) return i + 1;
  r->term = vt_ref_decimal(s, value);
  r->span.end = end;
  return next;
}

uint32_t vt_list_read(vt_refscan *s, uint32_t i, const vt_reference *last, vt_reference *r)
{
  bool hard;
  const uint32_t k = skip_separator(s, i, &hard);
  uint32_t next = 0;
  if (k == 0) return 0;
  switch (last->kind) {
  case VITEXT_REF_FULL:
  case VITEXT_REF_NUMBER: return read_number(s, k, last, r);
  case VITEXT_REF_NAMED: next = read_year(s, k, hard, last, r); break;
  case VITEXT_REF_PLENUM:
    next = last->term[0] == '\0' ? read_session(s, k, r) : read_term(s, k, last, r);
    break;
  case VITEXT_REF_CONGRESS: next = read_term(s, k, last, r); break;
  default: break;
  }
  if (next == 0) return 0;
  r->kind = last->kind;
  r->type = last->type;
  r->percent = 90;
  return next;
}
