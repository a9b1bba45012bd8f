/* law_name.c - names of laws: "Đất đai", "Phòng, chống tham nhũng", "sửa đổi, bổ sung một số điều
 * của Luật Viên chức"; from the table, else what a capital begins. */
#include <string.h>
#include "vt_refscan.h"
#include "vt_tables.h"

enum { NAME_MAX = 16, AMENDING_MAX = 48, INNER_LAWS = 24 }; /* tokens, tokens, laws */

static bool is_word(const vt_refscan *s, uint32_t i)
{
  return i < s->count && s->tokens[i].kind <= VITEXT_TOKEN_ABBREVIATION;
}

static bool is_law_slug(const char *slug)
{
  return strcmp(slug, "luat") == 0 || strcmp(slug, "bo-luat") == 0 ||
         strcmp(slug, "phap-lenh") == 0;
}

/* "Luật", "Bộ luật" at token i: the token after it, or 0. */
static uint32_t read_law_word(const vt_refscan *s, uint32_t i)
{
  uint32_t row;
  const uint32_t next = vt_ref_match(s, s->types, i, false, &row);
  if (next == 0 || strcmp(vt_table_field(s->types, row, VT_REFERENCE_TYPES_ROLE), "type") != 0)
    return 0;
  return is_law_slug(vt_table_field(s->types, row, VT_REFERENCE_TYPES_SLUG)) ? next : 0;
}

static bool starts_type(const vt_refscan *s, uint32_t i)
{
  uint32_t row;
  return vt_ref_capital(s, i) && vt_ref_match(s, s->types, i, false, &row) != 0 &&
         strcmp(vt_table_field(s->types, row, VT_REFERENCE_TYPES_ROLE), "level") != 0;
}

/* A name of the table with a row of this type: the token after it, or 0. */
static uint32_t read_known(const vt_refscan *s, uint32_t i, const char *type)
{
  uint32_t row;
  const uint32_t next = vt_ref_match(s, s->laws, i, true, &row);
  if (next == 0) return 0;
  const bool law = is_law_slug(type);
  for (;; row++) {
    const char *other = vt_table_field(s->laws, row, VT_LAW_NAMES_TYPE);
    if (strcmp(other, type) == 0 || (law && is_law_slug(other))) return next;
    if (!vt_table_more(s->laws, row)) return 0;
  }
}

/* Whether a year, number or date follows, which makes a name of any words. */
static bool is_identified(const vt_refscan *s, uint32_t i)
{
  if (i >= s->count) return false;
  const uint32_t year = vt_ref_word(s, i, VT_ROLE_YEAR, NULL);
  const uint32_t at = year != 0 ? year : i;
  if (at < s->count && vt_ref_year(s, s->tokens[at].begin) != 0) return true;
  const uint32_t mark = vt_ref_word(s, i, VT_ROLE_SO, NULL) != 0
                            ? vt_ref_word(s, i, VT_ROLE_SO, NULL)
                            : vt_ref_word(s, i, VT_ROLE_DAY, NULL);
  return mark != 0 && vt_ref_byte(s, mark) >= '0' && vt_ref_byte(s, mark) <= '9';
}

/* A name outside the table: from a capital, or, if a year follows, from small letters only, to the
 * first word that cannot be in it. */
static uint32_t read_guessed(const vt_refscan *s, uint32_t i)
{
  uint32_t k = i, small = 0;
  const bool capital = vt_ref_capital(s, i);
  if (!capital && vt_ref_word(s, i, VT_ROLE_NOT_LAW, NULL) != 0) return 0; /* Luật sư, Luật pháp */
  while (k < s->count && k - i < NAME_MAX && is_word(s, k)) {
    if (vt_ref_word(s, k, VT_ROLE_NAME_STOP, NULL) != 0 || starts_type(s, k)) break;
    if (vt_ref_word(s, k, VT_ROLE_AND, NULL) != 0 &&
        (read_law_word(s, k + 1) != 0 || starts_type(s, k + 1)))
      break;
    small += !vt_ref_capital(s, k);
    k++;
  }
  while (k > i && vt_ref_word(s, k - 1, VT_ROLE_AND, NULL) != 0) k--;
  if (k == i) return 0;
  if (is_identified(s, k)) return capital || (small == k - i && small > 1) ? k : 0;
  if (!capital) return 0;
  return k - i >= 2 && small > 0 && !vt_ref_capital(s, i + 1) ? k : 0;
}

/* The name of a law in the name of another, perhaps on the next line. */
static uint32_t read_inner_name(const vt_refscan *s, uint32_t i)
{
  const uint32_t at = vt_ref_is_wrap(s, i) ? i + 1 : i;
  const uint32_t known = read_known(s, at, "luat");
  return known != 0 ? known : read_guessed(s, at);
}

/* "sửa đổi, bổ sung một số điều của Luật A và Luật B": up to the last law named. */
static uint32_t read_amending(const vt_refscan *s, uint32_t i)
{
  bool many = false;
  uint32_t k = vt_ref_word(s, i, VT_ROLE_AMENDING, NULL), law = 0;
  for (; k < s->count && k - i < AMENDING_MAX; k++) {
    const unsigned char c = vt_ref_byte(s, k);
    if (c == 0 && vt_ref_is_wrap(s, k)) continue;
    if (c == 0 || (c < '0' && c != ',') || c == ';' || c == ':' || c == '"' || c == 0xE2) return 0;
    law = read_law_word(s, k);
    if (law != 0 && vt_ref_capital(s, k)) break;
    law = 0;
  }
  if (law == 0) return 0;
  many = k > 0 && vt_ref_word(s, k - 1, VT_ROLE_THIS, NULL) == 0 && !vt_ref_is(s, k - 1, ',');
  uint32_t next = read_inner_name(s, law);
  for (int n = 0; next != 0 && many && n < INNER_LAWS; n++) {
    uint32_t more = vt_ref_word(s, next, VT_ROLE_AND, NULL);
    if (more == 0 && vt_ref_is(s, next, ',')) more = next + 1;
    const uint32_t other = more == 0 ? 0 : read_law_word(s, more);
    const uint32_t name = other == 0 || vt_ref_word(s, other, VT_ROLE_AMENDING, NULL) != 0
                              ? 0
                              : read_inner_name(s, other);
    if (name == 0) break;
    next = name;
  }
  return next;
}

uint32_t vt_law_name_read(vt_refscan *s, uint32_t i, const char *type, bool capital, uint32_t *end,
                          bool *known)
{
  uint32_t next = 0;
  *known = false;
  if (i >= s->count) return 0;
  if (capital && is_law_slug(type) && vt_ref_word(s, i, VT_ROLE_AMENDING, NULL) != 0) {
    next = read_amending(s, i);
    if (next == 0) next = read_known(s, i, type); /* "của các luật về thuế" */
    *known = next != 0;
  } else {
    next = read_known(s, i, type);
    *known = next != 0;
    if (next == 0 && capital && is_law_slug(type)) next = read_guessed(s, i);
    if (next != 0 && !capital && !vt_ref_capital(s, i) && !is_identified(s, next)) return 0;
  }
  if (next != 0) *end = s->tokens[next - 1].end;
  return next;
}

/* Whether the number in r is written so: 31/2024/QH15. */
static bool is_number(const char *written, const vt_reference *r)
{
  const size_t serial = strlen(r->number), year = strlen(r->year);
  return strncmp(written, r->number, serial) == 0 && written[serial] == '/' &&
         strncmp(written + serial + 1, r->year, year) == 0 && written[serial + 1 + year] == '/' &&
         strcmp(written + serial + year + 2, r->symbol) == 0;
}

bool vt_law_bears_number(const vt_refscan *s, uint32_t i, uint32_t end, const vt_reference *r)
{
  for (uint32_t row; i < end; i++) {
    const uint32_t name = read_law_word(s, i);
    if (name == 0) continue;
    const uint32_t at = vt_ref_is_wrap(s, name) ? name + 1 : name;
    if (vt_ref_match(s, s->laws, at, true, &row) == 0) continue;
    for (;; row++) {
      if (is_number(vt_table_field(s->laws, row, VT_LAW_NAMES_NUMBER), r)) return true;
      if (!vt_table_more(s->laws, row)) break;
    }
  }
  return false;
}
