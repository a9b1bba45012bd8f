/* meeting.c - documents named by the meeting that issued them: plenums, congresses, sittings. */
#include "vt_refscan.h"

enum { BODY_MAX = 14, SESSION_MAX = 40, TERM_MAX = 60 }; /* tokens of a body's name; numbers */

/* (khóa XI, XII): whether another numeral follows at token i. */
static bool goes_on(const vt_refscan *s, uint32_t i)
{
  const uint32_t and = vt_ref_word(s, i, VT_ROLE_AND, NULL);
  const uint32_t k = and != 0 ? and : vt_ref_is(s, i, ',') ? i + 1 : 0;
  uint32_t value;
  return k != 0 && vt_ref_byte(s, k) != 0 && vt_ref_roman(s, s->tokens[k].begin, &value) != 0;
}

uint32_t vt_meeting_term(vt_refscan *s, uint32_t i, uint32_t *value, uint32_t *end)
{
  const bool bracket = vt_ref_is(s, i, '(');
  const uint32_t word = vt_ref_word(s, bracket ? i + 1 : i, VT_ROLE_TERM, NULL);
  if (word == 0) return 0;
  const uint32_t nth = vt_ref_word(s, word, VT_ROLE_NTH, NULL);
  uint32_t next = vt_ref_count(s, nth != 0 ? nth : word, value);
  if (next == 0 || *value > TERM_MAX) return 0;
  if (bracket && vt_ref_is(s, next, ')')) next++;
  else if (bracket && !goes_on(s, next)) return 0;
  *end = s->tokens[next - 1].end;
  return next;
}

/* [thứ, lần thứ] n */
static uint32_t read_nth(const vt_refscan *s, uint32_t i, bool needed, uint32_t *value)
{
  const uint32_t nth = vt_ref_word(s, i, VT_ROLE_NTH, NULL);
  if (nth == 0 && needed) return 0;
  return vt_ref_count(s, nth != 0 ? nth : i, value);
}

/* "TW4" as one word: the token after it, or 0. */
static uint32_t read_glued_center(const vt_refscan *s, uint32_t i, uint32_t *value)
{
  if (vt_ref_byte(s, i) != 'T') return 0;
  uint32_t at = s->tokens[i].begin + 1;
  const uint32_t cp = vt_ref_char(s, &at), end = vt_ref_digits(s, at);
  if ((cp != 'W' && cp != 0x1AF) || end == at || end - at > 2) return 0;
  *value = vt_ref_value(s, (vt_nspan){ at, end });
  return vt_ref_token_at(s, i, end);
}

/* [Hội nghị] Trung ương 4, Hội nghị lần thứ tám; session: its number. */
static uint32_t read_plenum(const vt_refscan *s, uint32_t i, uint32_t *session)
{
  const uint32_t conference = vt_ref_word(s, i, VT_ROLE_CONFERENCE, NULL);
  const uint32_t at = conference != 0 ? conference : i;
  uint32_t next = read_glued_center(s, at, session);
  if (next != 0) return next;
  uint32_t center = vt_ref_word(s, at, VT_ROLE_CENTER, NULL);
  const char *any = "";
  const uint32_t committee = conference != 0 ? vt_ref_word(s, at, VT_ROLE_COMMITTEE, &any) : 0;
  if (committee > center && any[0] == '\0') center = committee;
  if (center != 0 && vt_ref_is(s, center, '.')) center++; /* T.Ư. */
  if (center == 0 && conference == 0) return 0;
  next = read_nth(s, center != 0 ? center : at, center == 0, session);
  return next != 0 && *session <= SESSION_MAX ? next : 0;
}

/* The term behind a plenum, over a comma and the name of the committee. */
static uint32_t read_plenum_term(vt_refscan *s, uint32_t i, uint32_t *term, uint32_t *end)
{
  const uint32_t comma = vt_ref_is(s, i, ',') ? i + 1 : i;
  const uint32_t of = vt_ref_word(s, comma, VT_ROLE_OF, NULL);
  const uint32_t committee = vt_ref_word(s, of != 0 ? of : comma, VT_ROLE_COMMITTEE, NULL);
  const uint32_t at = committee != 0 ? committee : comma;
  return vt_meeting_term(s, vt_ref_is(s, at, ',') ? at + 1 : at, term, end);
}

uint32_t vt_meeting_plenum(vt_refscan *s, uint32_t i, vt_reference *r)
{
  uint32_t session, term, end;
  if (vt_ref_word(s, i, VT_ROLE_CONFERENCE, NULL) == 0) return 0;
  uint32_t next = read_plenum(s, i, &session);
  if (next == 0) return 0;
  const uint32_t after = read_plenum_term(s, next, &term, &end);
  if (after != 0 && r->term[0] == '\0') r->term = vt_ref_decimal(s, term);
  return after != 0 ? after : next;
}

/* Skip "đại biểu", "toàn quốc". */
static uint32_t skip_delegates(const vt_refscan *s, uint32_t i)
{
  for (uint32_t next; (next = vt_ref_word(s, i, VT_ROLE_DELEGATES, NULL)) != 0;) i = next;
  return i;
}

/* The body of a congress between "Đại hội" and its ordinal: token of the ordinal, or 0. */
static uint32_t find_ordinal(const vt_refscan *s, uint32_t i, uint32_t *body_end)
{
  for (uint32_t k = i; k < s->count && k - i < BODY_MAX; k++) {
    uint32_t value;
    const bool nth = vt_ref_word(s, k, VT_ROLE_NTH, NULL) != 0 && read_nth(s, k, true, &value) != 0;
    if (nth || (k > i && vt_ref_roman(s, s->tokens[k].begin, &value) != 0)) {
      uint32_t last = k;
      while (last > i &&
             (vt_ref_word(s, last - 1, VT_ROLE_DELEGATES, NULL) == last ||
              (last > i + 1 && vt_ref_word(s, last - 2, VT_ROLE_DELEGATES, NULL) == last)))
        last -= vt_ref_word(s, last - 1, VT_ROLE_DELEGATES, NULL) == last ? 1 : 2;
      *body_end = last == i ? 0 : s->tokens[last - 1].end;
      return k;
    }
    if (s->tokens[k].kind > VITEXT_TOKEN_ABBREVIATION) return 0;
  }
  return 0;
}

static uint32_t read_congress(vt_refscan *s, uint32_t i, vt_reference *r)
{
  uint32_t term, end, body_end = 0;
  uint32_t at = skip_delegates(s, i);
  uint32_t next = read_nth(s, at, false, &term);
  if (next == 0) {
    const uint32_t ordinal = find_ordinal(s, at, &body_end);
    if (ordinal == 0) return 0;
    next = read_nth(s, ordinal, false, &term);
    if (next == 0) return 0;
    if (body_end != 0) r->issuer = vt_ref_copy(s, (vt_nspan){ s->tokens[at].begin, body_end });
  }
  if (term > TERM_MAX) return 0;
  r->kind = VITEXT_REF_CONGRESS;
  r->term = vt_ref_decimal(s, term);
  r->span.end = s->tokens[next - 1].end;
  const uint32_t body = body_end != 0 ? 0 : vt_issuer_read(s, next, &end);
  if (body == 0) return next;
  r->issuer = vt_ref_copy(s, (vt_nspan){ s->tokens[next].begin, end });
  r->span.end = end;
  return body;
}

static uint32_t read_sitting(vt_refscan *s, uint32_t i, vt_reference *r)
{
  uint32_t session, term, end, body_end = 0;
  uint32_t next = read_nth(s, i, false, &session);
  if (next == 0 || session > SESSION_MAX) return 0;
  r->kind = VITEXT_REF_SITTING;
  r->session = vt_ref_decimal(s, session);
  r->span.end = s->tokens[next - 1].end;
  uint32_t at = vt_ref_is(s, next, ',') ? next + 1 : next;
  const uint32_t of = vt_ref_word(s, at, VT_ROLE_OF, NULL);
  if (of != 0) at = of;
  const uint32_t body = vt_issuer_read(s, at, &body_end);
  uint32_t term_at = body != 0 ? body : at;
  if (vt_ref_is(s, term_at, ',')) term_at++;
  const uint32_t after = vt_meeting_term(s, term_at, &term, &end);
  if (after == 0) return next;
  if (body != 0) r->issuer = vt_ref_copy(s, (vt_nspan){ s->tokens[at].begin, body_end });
  r->term = vt_ref_decimal(s, term);
  r->span.end = end;
  return after;
}

/* "[Hội nghị lần thứ 7] Ban Chấp hành Tổng Liên đoàn", "BCH Trung ương Đoàn": whether the committee
 * at token i is another body's than the Party's. */
static bool is_other_committee(const vt_refscan *s, uint32_t i)
{
  const char *any;
  const uint32_t of = vt_ref_word(s, i, VT_ROLE_OF, NULL);
  const uint32_t next = vt_ref_word(s, of != 0 ? of : i, VT_ROLE_COMMITTEE, &any);
  if (next == 0 || !vt_ref_capital(s, next)) return false;
  return any[0] != '\0' || vt_ref_word(s, next, VT_ROLE_HEAD, NULL) != 0;
}

/* The plenum numbered session, read up to token next: its term, if stated. */
static uint32_t finish_plenum(vt_refscan *s, uint32_t next, uint32_t session, vt_reference *r)
{
  uint32_t term, end;
  r->kind = VITEXT_REF_PLENUM;
  r->session = vt_ref_decimal(s, session);
  r->span.end = s->tokens[next - 1].end;
  const uint32_t after = read_plenum_term(s, next, &term, &end);
  if (after == 0) {
    if (!is_other_committee(s, next)) return next;
    r->kind = 0; /* passed over */
    return next;
  }
  r->term = vt_ref_decimal(s, term);
  r->span.end = end;
  return after;
}

uint32_t vt_meeting_read(vt_refscan *s, uint32_t i, vt_reference *r)
{
  uint32_t session;
  const uint32_t congress = vt_ref_word(s, i, VT_ROLE_CONGRESS, NULL);
  if (congress != 0) return read_congress(s, congress, r);
  const uint32_t sitting = vt_ref_word(s, i, VT_ROLE_SESSION, NULL);
  if (sitting != 0) return read_sitting(s, sitting, r);
  const uint32_t next = read_plenum(s, i, &session);
  return next == 0 ? 0 : finish_plenum(s, next, session, r);
}

uint32_t vt_meeting_glued(vt_refscan *s, uint32_t i, uint32_t digits, vt_reference *r)
{
  const uint32_t end = vt_ref_digits(s, digits);
  const uint32_t session = vt_ref_value(s, (vt_nspan){ digits, end });
  if (end != s->tokens[i].end || session == 0 || session > SESSION_MAX) return 0;
  return finish_plenum(s, i + 1, session, r);
}

uint32_t vt_meeting_numbered(vt_refscan *s, uint32_t i, vt_reference *r)
{
  uint32_t session;
  const uint32_t next = read_nth(s, i, false, &session);
  return next == 0 || session > SESSION_MAX ? 0 : finish_plenum(s, next, session, r);
}
