/* surround.c - what may follow a document: date, issuer, term, title, years of amendment. */
#include <string.h>
#include "vt_date.h"
#include "vt_refscan.h"

enum { PARTS_MAX = 8, TITLE_MAX = 160, YEARS_MAX = 16 }; /* parts; tokens; years */

/* ---- Dates ---- */

static uint32_t behind(const void *caller, uint32_t i, int part)
{
  return vt_ref_word(caller, i, part == VT_DATE_MONTH ? VT_ROLE_MONTH : VT_ROLE_YEAR, NULL);
}

/* From token i behind the word "ngày", "tháng" or "năm": the end of the date, or 0. */
static uint32_t read_date(vt_refscan *s, uint32_t i, int from, const char **iso)
{
  const vt_date_source text = { s->text, s->tokens, s->count, behind, s };
  char bytes[VT_ISO_DATE_MAX];
  vt_date date;
  if (vt_ref_byte(s, i) == 0) return 0;
  const uint32_t end = vt_date_find(&text, i, from, &date);
  if (end == 0) return 0;
  *iso = vt_arena_copy(s->arena, bytes, vt_date_iso(bytes, date));
  if (*iso == NULL) {
    s->no_memory = true;
    *iso = "";
  }
  return end;
}

/* "QĐ/TWcủa", "NĐ-CPngày": whether such a word is glued to the number, which ends in the token
 * before i. */
static bool is_glued(const vt_refscan *s, uint32_t i, const vt_reference *r, enum vt_role role)
{
  if (i == 0 || s->tokens[i - 1].end <= r->span.end || s->tokens[i - 1].begin >= r->span.end)
    return false;
  const char *rest = s->text.bytes + r->span.end;
  const vt_id id = vt_lexicon_find(s->lex, vt_key_of(rest, s->tokens[i - 1].end - r->span.end));
  uint32_t row;
  return vt_table_match(s->words, &id, 1, &row) == 1 && vt_ref_plays(s, row, role, NULL);
}

/* "ngày 15/5/2016", "tháng 5/2016", "năm 2016" at token i; the offset of its end, or 0. Not "Ngày"
 * in title case, which begins a line of its own. */
static uint32_t read_dated(vt_refscan *s, uint32_t i, const char **iso)
{
  static const enum vt_role ROLES[] = { VT_ROLE_DAY, VT_ROLE_MONTH, VT_ROLE_YEAR };
  if (i >= s->count) return 0;
  const uint16_t flags = s->tokens[i].flags;
  if ((flags & VITEXT_TOKENF_CAPITAL) != 0 && (flags & VITEXT_TOKENF_CAPITALS) == 0) return 0;
  for (int k = 0; k < 3; k++) {
    const uint32_t word = vt_ref_word(s, i, ROLES[k], NULL);
    if (word != 0) return read_date(s, word, VT_DATE_DAY - k, iso);
  }
  return 0;
}

/* ---- Titles and amendments ---- */

/* The closing quote for the one that begins at offset (*offset moves behind it); 0: no quote. */
static uint32_t closing_quote(const vt_refscan *s, uint32_t *offset)
{
  const uint32_t cp = vt_ref_char(s, offset);
  if (cp == 0x201C) return 0x201D;
  if (cp == 0xAB) return 0xBB;
  return cp == '"' ? '"' : 0;
}

/* [về] “…” at token i: the token after, or 0. */
static uint32_t read_title(vt_refscan *s, uint32_t i, vt_reference *r)
{
  const uint32_t about = vt_ref_word(s, i, VT_ROLE_ABOUT, NULL);
  uint32_t k = about != 0 ? about : i;
  if (vt_ref_is(s, k, ':')) k++;
  if (vt_ref_byte(s, k) == 0) return 0;
  uint32_t begin = s->tokens[k].begin;
  const uint32_t close = closing_quote(s, &begin);
  if (close == 0) return 0;
  for (uint32_t n = k + 1; n < s->count && n - k < TITLE_MAX; n++) {
    if (vt_ref_byte(s, n) == 0) return 0;
    const uint32_t cp = vt_ref_peek(s, s->tokens[n].begin);
    if (cp != close && !(close == 0x201D && cp == '"')) continue;
    const char *title = vt_ref_copy(s, (vt_nspan){ begin, s->tokens[n].begin });
    if (r->title[0] == '\0') r->title = title;
    r->full.end = s->tokens[n].end;
    return n + 1;
  }
  return 0;
}

/* "(sửa đổi, bổ sung các năm 2011, 2018 và 2023)": the token after, or 0. */
static uint32_t read_amended(vt_refscan *s, uint32_t i, vt_reference *r)
{
  const char *years[YEARS_MAX + 1];
  size_t n = 0;
  if (!vt_ref_is(s, i, '(')) return 0;
  uint32_t k = vt_ref_word(s, i + 1, VT_ROLE_AMENDED, NULL);
  if (k == 0) return 0;
  while (k < s->count && !vt_ref_is(s, k, ')') && n < YEARS_MAX) {
    const uint32_t end = vt_ref_byte(s, k) == 0 ? 0 : vt_ref_year(s, s->tokens[k].begin);
    if (end != 0) {
      years[n++] = vt_ref_copy(s, (vt_nspan){ s->tokens[k].begin, end });
      k = vt_ref_token_at(s, k, end);
    } else if (vt_ref_is(s, k, ',') || vt_ref_is(s, k, ';')) {
      k++;
    } else {
      uint32_t word = vt_ref_word(s, k, VT_ROLE_YEAR, NULL);
      if (word == 0) word = vt_ref_word(s, k, VT_ROLE_AND, NULL);
      if (word == 0) word = vt_ref_word(s, k, VT_ROLE_ON, NULL); /* các */
      if (word == 0) return 0;
      k = word;
    }
  }
  if (n == 0 || !vt_ref_is(s, k, ')')) return 0;
  const char **list = vt_arena_get(s->arena, (n + 1) * sizeof *list);
  if (list == NULL) {
    s->no_memory = true;
    return 0;
  }
  memcpy(list, years, n * sizeof *list);
  r->amended = (vitext_list)list;
  r->full.end = s->tokens[k].end;
  return k + 1;
}

/* "(năm 2005)", "(2005)" behind the name of a law that has no year: the token after, or 0. */
static uint32_t read_bracketed_year(vt_refscan *s, uint32_t i, vt_reference *r)
{
  if (r->kind != VITEXT_REF_NAMED || r->year[0] != '\0' || !vt_ref_is(s, i, '(')) return 0;
  const uint32_t word = vt_ref_word(s, i + 1, VT_ROLE_YEAR, NULL);
  const uint32_t at = word != 0 ? word : i + 1;
  const uint32_t end = vt_ref_byte(s, at) == 0 ? 0 : vt_ref_year(s, s->tokens[at].begin);
  if (end == 0 || s->tokens[at].end != end || !vt_ref_is(s, at + 1, ')')) return 0;
  r->year = vt_ref_copy(s, (vt_nspan){ s->tokens[at].begin, end });
  r->full.end = s->tokens[at + 1].end;
  return at + 2;
}

/* ---- Issuer, term, tenure ---- */

/* "của X", "do X ban hành" at token i: the token after, or 0. */
static uint32_t read_issuer(vt_refscan *s, uint32_t i, vt_reference *r)
{
  uint32_t end, word = vt_ref_word(s, i, VT_ROLE_OF, NULL);
  if (word == 0) word = vt_ref_word(s, i, VT_ROLE_BY, NULL);
  if (word == 0 && is_glued(s, i, r, VT_ROLE_OF)) word = i;
  if (word == 0) return 0;
  uint32_t next = vt_meeting_plenum(s, word, r);
  if (next != 0) end = s->tokens[next - 1].end;
  else next = vt_issuer_read(s, word, &end);
  if (next == 0) return 0;
  r->issuer = vt_ref_copy(s, (vt_nspan){ s->tokens[word].begin, end });
  r->full.end = end;
  return next;
}

/* "nhiệm kỳ 2020 - 2025", "(nhiệm kỳ 2020 - 2025)": the token after, or 0. */
static uint32_t read_tenure(const vt_refscan *s, uint32_t i, vt_reference *r)
{
  const bool bracket = vt_ref_is(s, i, '(');
  const uint32_t word = vt_ref_word(s, bracket ? i + 1 : i, VT_ROLE_TENURE, NULL);
  if (word == 0 || vt_ref_byte(s, word) == 0) return 0;
  uint32_t at = vt_ref_digits(s, s->tokens[word].begin);
  if (at - s->tokens[word].begin != 4) return 0;
  at = vt_ref_gap(s, at);
  if (!vt_is_dash(vt_ref_char(s, &at))) return 0;
  at = vt_ref_gap(s, at);
  const uint32_t end = vt_ref_year(s, at);
  uint32_t next = vt_ref_token_at(s, word, end);
  if (end == 0 || (bracket && !vt_ref_is(s, next, ')'))) return 0;
  r->full.end = end;
  if (bracket) r->full.end = s->tokens[next++].end;
  return next;
}

static bool opens_quote(const vt_refscan *s, uint32_t i)
{
  if (vt_ref_byte(s, i) < 0x80) return false;
  const uint32_t cp = vt_ref_peek(s, s->tokens[i].begin);
  return cp == 0x201C || cp == 0xAB;
}

uint32_t vt_surround_read(vt_refscan *s, uint32_t i, vt_reference *r)
{
  const vt_roles date =
      vt_roles_of(VT_ROLE_DAY) | vt_roles_of(VT_ROLE_MONTH) | vt_roles_of(VT_ROLE_YEAR);
  const vt_roles issuer = vt_roles_of(VT_ROLE_OF) | vt_roles_of(VT_ROLE_BY);
  const vt_roles others =
      vt_roles_of(VT_ROLE_TERM) | vt_roles_of(VT_ROLE_TENURE) | vt_roles_of(VT_ROLE_ABOUT);
  const bool meeting = r->kind == VITEXT_REF_PLENUM;
  bool tenure = false;
  r->full = r->span;
  for (int n = 0; n < PARTS_MAX && i < s->count; n++) {
    const uint32_t k = vt_ref_is(s, i, ',') ? i + 1 : i;
    uint32_t next = 0, value, end = 0;
    const char *iso = "";
    const unsigned char c = vt_ref_byte(s, k);
    vt_roles roles = vt_ref_roles(s, k);
    const bool day = n == 0 && is_glued(s, k, r, VT_ROLE_DAY);
    if (n == 0 && is_glued(s, k, r, VT_ROLE_OF)) roles |= issuer;
    if (c != '(' && c != '"' && (roles & (date | issuer | others)) == 0 && !opens_quote(s, k) &&
        !day)
      break;
    if (r->date[0] == '\0' && day) end = read_date(s, k, VT_DATE_DAY, &iso);
    else if (r->date[0] == '\0' && (roles & date) != 0) end = read_dated(s, k, &iso);
    if (end != 0) {
      r->date = iso;
      r->full.end = end;
      next = vt_ref_token_at(s, k, end);
    }
    if (next == 0 && (roles & issuer) != 0 && r->issuer[0] == '\0' && !meeting)
      next = read_issuer(s, k, r);
    if (next == 0 && r->term[0] == '\0' && (next = vt_meeting_term(s, k, &value, &end)) != 0) {
      r->term = vt_ref_decimal(s, value);
      r->full.end = end;
    }
    if (next == 0 && !tenure && (next = read_tenure(s, k, r)) != 0) tenure = true;
    if (next == 0 && r->amended[0] == NULL) next = read_amended(s, k, r);
    if (next == 0 && n == 0 && k == i) next = read_bracketed_year(s, k, r);
    if (next == 0 && k == i) next = read_title(s, k, r);
    if (next == 0) break;
    i = next;
  }
  return i;
}
