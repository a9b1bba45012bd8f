/* scan_number.c - tokens that begin with a digit: numbers, dates, times, measures, telephone
 * numbers, document numbers, and words like 3G. */
#include "vt_scan.h"
#include "vt_syllable.h"
#include "vt_traits.h"
#include "vt_utf8.h"

/* Groups of digits with one character between two of them: 15/5/2016, 1.000,5, 19:30. */
enum { MAX_GROUPS = 8 };
typedef struct groups {
  uint32_t count, end;
  uint32_t len[MAX_GROUPS];   /* digits of each group */
  uint32_t value[MAX_GROUPS]; /* of its first nine digits */
  uint32_t group_end[MAX_GROUPS];
  char mark[MAX_GROUPS]; /* before it; dashes of all kinds are '-' */
  uint32_t digits;       /* of all groups */
} groups;

static uint32_t mark_between(const vt_scanner *sc, uint32_t at, char *mark)
{
  const char c = sc->s[at];
  const uint32_t dash = vt_scan_dash(sc, at);
  *mark = dash > 0 ? '-' : c;
  if (dash > 0) return dash;
  return c == '.' || c == ',' || c == '/' || c == ':' ? 1 : 0;
}

static uint32_t read_group(const vt_scanner *sc, groups *g, uint32_t at, char mark)
{
  const uint32_t i = g->count++, begin = at;
  g->mark[i] = mark;
  g->value[i] = 0;
  for (; vt_scan_digit(sc, at); at++) {
    if (at - begin < 9) g->value[i] = g->value[i] * 10 + (uint32_t)(sc->s[at] - '0');
  }
  g->len[i] = at - begin;
  g->digits += g->len[i];
  g->group_end[i] = at;
  return g->end = at;
}

static groups read_groups(const vt_scanner *sc, uint32_t at)
{
  groups g; /* all but the parts that are read is left as it is */
  g.count = g.digits = 0;
  char mark;
  at = read_group(sc, &g, at, '\0');
  while (g.count < MAX_GROUPS) {
    const uint32_t width = mark_between(sc, at, &mark);
    if (width == 0 || !vt_scan_digit(sc, at + width)) break;
    at = read_group(sc, &g, at + width, mark);
  }
  return g;
}

static bool is_year(const groups *g, uint32_t i)
{
  return g->len[i] == 4 && g->value[i] >= 1000 && g->value[i] < 2200;
}
static bool is_day(const groups *g, uint32_t i)
{
  return g->len[i] <= 2 && g->value[i] >= 1 && g->value[i] <= 31;
}
static bool is_month(const groups *g, uint32_t i)
{
  return g->len[i] <= 2 && g->value[i] >= 1 && g->value[i] <= 12;
}

static bool day_word_before(const vt_scanner *sc)
{
  const vt_tokens *t = sc->out;
  return t->count > 0 && (vt_lexicon_traits(sc->lex, t->ids[t->count - 1]) & VT_TRAIT_DAY) != 0;
}

static bool is_date(const vt_scanner *sc, const groups *g)
{
  const char m = g->count > 1 ? g->mark[1] : '\0';
  if (m != '/' && m != '-' && m != '.') return false;
  if (g->count == 3) {
    if (g->mark[2] != m) return false;
    if (is_year(g, 0)) return is_month(g, 1) && is_day(g, 2);
    const bool short_year = g->len[2] == 2 && (m != '.' || day_word_before(sc));
    return is_day(g, 0) && is_month(g, 1) && (is_year(g, 2) || short_year);
  }
  if (g->count != 2) return false;
  if (is_year(g, 1)) return is_month(g, 0) && (m != '.' || day_word_before(sc));
  return m != '.' && is_day(g, 0) && is_month(g, 1) && day_word_before(sc);
}

static bool is_clock(const groups *g)
{
  if (g->count < 2 || g->count > 3 || g->mark[1] != ':') return false;
  if (g->count == 3 && (g->mark[2] != ':' || g->len[2] != 2 || g->value[2] > 59)) return false;
  return g->len[0] <= 2 && g->value[0] <= 24 && g->len[1] == 2 && g->value[1] <= 59;
}

/* 0912345678, 0243.823.4567, 024-3823-4567, +84912345678, 1900.1234, 1800-6099. */
static bool is_phone(const vt_scanner *sc, const groups *g, bool plus)
{
  for (uint32_t i = 1; i < g->count; i++) {
    if ((g->mark[i] != '.' && g->mark[i] != '-') || g->len[i] < 2) return false;
  }
  if (plus) return g->digits >= 9 && g->digits <= 13;
  if (sc->s[sc->at] == '0') return g->digits >= 10 && g->digits <= 11;
  return g->count == 2 && g->len[0] == 4 && (g->value[0] == 1800 || g->value[0] == 1900) &&
         g->len[1] >= 4 && g->len[1] <= 6;
}

/* Everything else is a number: 1.000, 3,5, 1.000.000,5, 1/3, 2020-2025, 5.000-6.000, 0:1. */
static unsigned kind_of_groups(const vt_scanner *sc, const groups *g, bool plus)
{
  if (is_date(sc, g)) return VITEXT_TOKEN_DATE;
  if (is_clock(g)) return VITEXT_TOKEN_TIME;
  if (is_phone(sc, g, plus)) return VITEXT_TOKEN_PHONE;
  return VITEXT_TOKEN_NUMBER;
}

/* ---- Letters glued to a number ---- */

static bool is_clock_letter(char c)
{
  return c == 'h' || c == 'H' || c == 'g' || c == 'G';
}

/* 7h30, 19h, 8g15, 7h30': the end, 0: no time of day. */
static uint32_t run_over_hours(const vt_scanner *sc, const groups *g)
{
  uint32_t at = g->end + 1;
  if (g->count != 1 || g->len[0] > 2 || g->value[0] > 24 || !is_clock_letter(sc->s[g->end]))
    return 0;
  if (vt_scan_digit(sc, at)) {
    at++;
    if (vt_scan_digit(sc, at)) at++;
    if (sc->s[at] == '\'' || sc->s[at] == 'p') at++;
  } else if (sc->s[g->end] == 'g' || sc->s[g->end] == 'G') {
    return 0; /* 5g is a weight */
  }
  const unsigned kind = vt_scan_kind(sc, at);
  return kind == VT_BYTE_LETTER || kind == VT_BYTE_DIGIT ? 0 : at;
}

/* %, ‰, °, °C behind the number: the end, or where it began. */
static uint32_t run_over_signs(const vt_scanner *sc, uint32_t at)
{
  if (sc->s[at] == '%') return at + 1;
  if (at >= sc->len) return at;
  uint32_t next = at;
  const uint32_t cp = vt_utf8_next(sc->s, &next);
  if (cp == 0x2030 || cp == 0x2103) return next;
  if (cp != 0xB0 && cp != 0xBA) return at;
  return sc->s[next] == 'C' || sc->s[next] == 'F' ? next + 1 : next;
}

/* 12a, 30c, 5đ: one small letter goes with the number. */
static bool is_suffix(const vt_letters *w)
{
  return w->count == 1 && w->uppers == 0 && !w->toned;
}

static void scan_glued_letters(vt_scanner *sc, const groups *g, unsigned kind)
{
  const vt_letters w = vt_scan_letters(sc, g->end);
  vt_letters all = w;
  const uint32_t end = vt_scan_alnum(sc, w.end, &all);
  const bool power = end != w.end; /* m2, m² */
  uint32_t unit_end = end;
  if (power && (unsigned char)sc->s[end - 1] >= 0x80) unit_end = w.end;
  const uint32_t traits = vt_scan_traits(sc, g->end, unit_end);
  const bool dated = (traits & VT_TRAIT_EXPECTS) != 0 && (w.uppers > 0 || day_word_before(sc));
  if ((traits & VT_TRAIT_UNIT) != 0 && !dated) { /* not tháng 4năm 1961, Điều 2Ngày */
    vt_scan_emit(sc, end, VITEXT_TOKEN_MEASURE, 0);
  } else if (is_suffix(&w) && !power) {
    vt_scan_emit(sc, end, VITEXT_TOKEN_NUMBER, 0);
  } else if (w.marked && !power && vt_syllable_known(w.key)) {
    vt_scan_emit(sc, g->end, kind, 0); /* 2020của: a blank is missing */
  } else {
    vt_scan_emit(sc, end, VITEXT_TOKEN_WORD, 0);
  }
}

static void scan_other_number(vt_scanner *sc)
{
  const bool plus = sc->s[sc->at] == '+';
  const groups g = read_groups(sc, sc->at + plus);
  const uint32_t document = plus ? 0 : vt_scan_docnumber(sc, g.group_end[0]);
  if (document != 0) {
    vt_scan_emit(sc, document, VITEXT_TOKEN_DOCNUMBER, 0);
    return;
  }
  if (plus && !is_phone(sc, &g, plus)) {
    vt_scan_emit(sc, sc->at + 1, VITEXT_TOKEN_SYMBOL, 0);
    return;
  }
  const unsigned kind = kind_of_groups(sc, &g, plus);
  const uint32_t hours = run_over_hours(sc, &g);
  const uint32_t signs = run_over_signs(sc, g.end);
  const unsigned next = vt_scan_kind(sc, g.end);
  if (hours != 0) {
    vt_scan_emit(sc, hours, VITEXT_TOKEN_TIME, 0);
  } else if (signs != g.end) {
    vt_scan_emit(sc, signs, VITEXT_TOKEN_MEASURE, 0);
  } else if (next == VT_BYTE_LETTER ||
             (next == VT_BYTE_LEAD && vt_scan_letters(sc, g.end).count > 0)) {
    scan_glued_letters(sc, &g, kind);
  } else if (next != VT_BYTE_LEAD || !vt_scan_emoji(sc)) { /* a key cap, 1️⃣ */
    vt_scan_emit(sc, g.end, kind, 0);
  }
}

/* A few digits before a blank or a mark that cannot go on with them: most numbers. */
static bool scan_plain_number(vt_scanner *sc)
{
  uint32_t end = sc->at;
  while (vt_scan_digit(sc, end)) end++;
  const unsigned kind = vt_scan_kind(sc, end);
  const char c = sc->s[end];
  const bool over = kind == VT_BYTE_BLANK || kind == VT_BYTE_LINE || c == ')' || c == ';' ||
                    ((c == ',' || c == '.') && vt_scan_kind(sc, end + 1) == VT_BYTE_BLANK);
  if (!over || end == sc->at || end - sc->at > 8) return false; /* 9 may be a telephone's */
  vt_scan_emit(sc, end, VITEXT_TOKEN_NUMBER, 0);
  return true;
}

void vt_scan_number(vt_scanner *sc)
{
  if (!scan_plain_number(sc)) scan_other_number(sc);
}
