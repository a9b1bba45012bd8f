/* issuer.c - names of organs: from the table, else a head ("Ủy ban", "Sở") and what may follow it.
 */
#include <string.h>
#include "vt_letter.h"
#include "vt_refscan.h"
#include "vt_tables.h"

enum { ORGAN_MAX = 24 }; /* tokens */

static bool is_word(const vt_refscan *s, uint32_t i)
{
  return i < s->count && s->tokens[i].kind <= VITEXT_TOKEN_ABBREVIATION;
}

/* An organ of the table: the token after it, or 0; *open: more may follow. */
static uint32_t read_known(const vt_refscan *s, uint32_t i, bool *open)
{
  enum { MISREAD_MIN = 3 }; /* tokens: "Bộ Tài chinh" */
  uint32_t row, next = vt_ref_match(s, s->issuers, i, true, &row);
  if (next == 0 && !s->unmarked && vt_ref_capital(s, i)) {
    vt_refscan loose = *s;
    loose.unmarked = true;
    next = vt_ref_match(&loose, s->issuers, i, true, &row);
    if (next < i + MISREAD_MIN) next = 0;
  }
  if (next != 0) *open = vt_table_field(s->issuers, row, VT_REFERENCE_ISSUERS_OPEN)[0] != '\0';
  return next;
}

/* Whether a document or a provision begins at token i. */
static bool starts_reference(const vt_refscan *s, uint32_t i)
{
  uint32_t row;
  const uint32_t next = vt_ref_match(s, s->types, i, false, &row);
  if (next == 0) return false;
  const bool level = strcmp(vt_table_field(s->types, row, VT_REFERENCE_TYPES_ROLE), "level") == 0;
  return !level || (vt_ref_byte(s, next) >= '0' && vt_ref_byte(s, next) <= '9');
}

/* "quận 1": a number of at most two digits that names a place. */
static bool is_place_number(const vt_refscan *s, uint32_t i)
{
  if (!vt_ref_word_before(s, i, VT_ROLE_NUMBERED) || vt_ref_byte(s, i) == 0) return false;
  const vt_token t = s->tokens[i];
  return t.end - t.begin <= 2 && vt_ref_digits(s, t.begin) == t.end;
}

/* "và" or a hyphen between two capitals inside a name ("Sở Giáo dục và Đào tạo"). */
static bool joins(const vt_refscan *s, uint32_t i)
{
  return i > 0 && i + 1 < s->count && vt_ref_capital(s, i + 1) && is_word(s, i + 1) &&
         vt_ref_word(s, i + 1, VT_ROLE_HEAD, NULL) == 0 && !starts_reference(s, i + 1);
}

/* What goes on from token k: the token after it, or 0. field: token where the name of a field of
 * work may begin, "Sở Xây dựng": its second syllable is small. */
static uint32_t read_more(const vt_refscan *s, uint32_t k, uint32_t *field, bool *open)
{
  if (is_place_number(s, k)) return k + 1;
  if (*field != 0 && vt_ref_is_dash(s, k) && joins(s, k)) { /* Ban Kinh tế - Ngân sách */
    *field = k + 1;
    return k + 2;
  }
  if (!is_word(s, k)) return 0;
  const uint32_t inner = vt_ref_word(s, k, VT_ROLE_INNER, NULL);
  if (vt_ref_capital(s, k)) {
    const uint32_t known = read_known(s, k, open);
    if (known != 0) return known;
    *open = true;
    if (vt_ref_word(s, k, VT_ROLE_ORGAN_STOP, NULL) != 0 || starts_reference(s, k)) return 0;
    if (s->tokens[k].end - s->tokens[k].begin == 1 && vt_ref_is(s, k + 1, '/')) return 0; /* V/v */
    const uint32_t office = vt_ref_word(s, k, VT_ROLE_OFFICE, NULL);
    if (office != 0) *field = office;
    return office != 0 ? office : inner != 0 ? inner : k + 1;
  }
  if (vt_ref_word(s, k, VT_ROLE_AND, NULL) == k + 1 && joins(s, k)) {
    *field = k + 1;
    return k + 2;
  }
  if (vt_ref_word(s, k, VT_ROLE_ORGAN_STOP, NULL) != 0 && inner == 0) return 0;
  return inner == 0 && k == *field + 1 ? k + 1 : inner;
}

uint32_t vt_issuer_read(vt_refscan *s, uint32_t i, uint32_t *end)
{
  bool open = true;
  uint32_t field = 0;
  if (!is_word(s, i)) return 0;
  uint32_t next = read_known(s, i, &open);
  if (next == 0) {
    next = vt_ref_word(s, i, VT_ROLE_HEAD, NULL);
    if (next == 0 || !vt_ref_capital(s, i)) return 0;
    field = vt_ref_word(s, i, VT_ROLE_OFFICE, NULL);
    open = true;
  }
  while (open && next - i < ORGAN_MAX) {
    const uint32_t more = read_more(s, next, &field, &open);
    if (more == 0) break;
    next = more;
  }
  *end = s->tokens[next - 1].end;
  return next;
}

const char *vt_issuer_name(const vt_refscan *s, const char *code)
{
  const vt_id id = vt_lexicon_find(s->lex, vt_key_of(code, strlen(code)));
  uint32_t row;
  if (id == VT_ID_NONE || vt_table_match(s->symbols, &id, 1, &row) != 1) return "";
  for (;; row++) {
    if (strcmp(vt_table_field(s->symbols, row, VT_REFERENCE_SYMBOLS_ROLE), "organ") == 0)
      return vt_table_field(s->symbols, row, VT_REFERENCE_SYMBOLS_VALUE);
    if (!vt_table_more(s->symbols, row)) return "";
  }
}
