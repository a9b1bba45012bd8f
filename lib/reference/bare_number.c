/* bare_number.c - numbers without a type word: 199/QĐ-TTg, and the further numbers of a list. */
#include <string.h>
#include "vt_refscan.h"

/* Whether the number at token i, which ends at offset, stands by itself: not in a path, a file
 * name. */
static bool stands_alone(const vt_refscan *s, uint32_t i, uint32_t end)
{
  const bool first = i == 0 || s->tokens[i - 1].kind == VITEXT_TOKEN_BREAK;
  if (!first && s->tokens[i - 1].end == s->tokens[i].begin) {
    const unsigned char before = (unsigned char)s->text.bytes[s->tokens[i].begin - 1];
    if (before >= 0x80 ? before != 0x9C : strchr("([{\"':;,", before) == NULL) return false;
  }
  const uint32_t cp = vt_ref_char(s, &end);
  if (cp == '_' || cp == '@' || cp == '=' || cp == '+') return false;
  const vt_class next = vt_class_of(vt_ref_peek(s, end));
  if (cp == '.') return next != VT_CLASS_LOWER && next != VT_CLASS_DIGIT;
  return (cp != '/' && cp != '-') || (!vt_class_is_word(next) && next != VT_CLASS_DIGIT);
}

/* Whether "Số:" or a word like "thụ lý" before token i makes its number another thing. */
static bool is_own_or_docket(const vt_refscan *s, uint32_t i)
{
  uint32_t k = i;
  const bool colon = k > 0 && vt_ref_is(s, k - 1, ':');
  if (colon) k--;
  if (k == 0) return false;
  if (vt_ref_word(s, k - 1, VT_ROLE_SO, NULL) == k) {
    if (vt_ref_capital(s, k - 1) && (colon || vt_ref_line_start(s, k - 1))) return true;
    k--;
  }
  return vt_ref_word_before(s, k, VT_ROLE_DOCKET);
}

uint32_t vt_number_read(vt_refscan *s, uint32_t i, const char *type, vt_reference *r)
{
  vt_docnumber n;
  s->unmarked = false;
  if (vt_ref_byte(s, i) == 0 || !vt_docnumber_read(s, s->tokens[i].begin, type != NULL, &n))
    return 0;
  if (type == NULL) {
    if (n.form != VT_DOCFORM_TYPED && n.form != VT_DOCFORM_ORGANS && n.form != VT_DOCFORM_COURT)
      return 0;
    const bool said = i > 0 && vt_ref_word(s, i - 1, VT_ROLE_SO, NULL) == i;
    if ((n.flags & VITEXT_REFF_SPACED) != 0 && n.year.end == 0 && !said)
      return 0; /* tháng 4 – Al */
    if (n.year.end == 0 && strcmp(n.type, "an-le") == 0) return 0;
    if (n.type[0] == '\0' || !stands_alone(s, i, n.span.end)) return 0;
    if (is_own_or_docket(s, i)) return 0;
  }
  r->span.begin = n.span.begin;
  r->type = type == NULL || !vt_type_fits(type, n.type) ? n.type : type;
  r->percent = type == NULL ? 90 : 97;
  vt_number_fill(s, &n, r);
  const uint32_t next = vt_ref_token_at(s, i, n.span.end);
  return n.form == VT_DOCFORM_SERIAL ? vt_year_behind(s, next, r) : next;
}
