/* refdocument.c - a document that a type word begins: called back, met, named or numbered. */
#include <string.h>
#include "vt_refscan.h"
#include "vt_letter.h"
#include "vt_tables.h"

enum { PHRASE_MAX = 16 }; /* tokens between a type and "số" */

/* ---- Called back ---- */

static uint32_t read_anaphor(vt_refscan *s, const vt_typeword *t, bool inner, vt_reference *r)
{
  if (t->role == VT_TYPEWORD_CODE || !vt_typeword_may(t, 'a') || (!t->capital && !inner)) return 0;
  const unsigned char c = vt_ref_byte(s, t->next) | 0x20; /* này, nói, nêu, kể, dẫn, trên, đó */
  if (c != 'n' && c != 'k' && c != 'd' && c != 't' && c < 0x80) return 0;
  uint32_t next = vt_ref_word(s, t->next, VT_ROLE_THIS, NULL);
  const bool here = next != 0;
  if (next == 0) next = vt_ref_word(s, t->next, VT_ROLE_PREV, NULL);
  if (next == 0) return 0;
  if (!here && next == t->next + 1 && vt_ref_word(s, next, VT_ROLE_ON, NULL) != 0)
    return 0; /* trên cơ sở */
  r->kind = VITEXT_REF_ANAPHOR;
  r->canonical = here ? "this" : "prev";
  r->span.end = s->tokens[next - 1].end;
  return next;
}

/* ---- Numbered ---- */

static bool is_law(const char *slug)
{
  return strcmp(slug, "luat") == 0 || strcmp(slug, "bo-luat") == 0 ||
         strcmp(slug, "phap-lenh") == 0 || strcmp(slug, "nghi-quyet") == 0;
}

bool vt_type_fits(const char *slug, const char *other)
{
  static const char *const SHARED[][2] = { { "quyet-dinh", "quy-dinh" },
                                           { "quyet-dinh", "quy-che" },
                                           { "thong-tri", "to-trinh" },
                                           { "thong-tri", "thong-tu" } };
  if (other[0] == '\0' || strcmp(slug, other) == 0 || (is_law(slug) && is_law(other))) return true;
  for (size_t i = 0; i < sizeof SHARED / sizeof *SHARED; i++) {
    if (strcmp(slug, SHARED[i][0]) == 0 && strcmp(other, SHARED[i][1]) == 0) return true;
    if (strcmp(slug, SHARED[i][1]) == 0 && strcmp(other, SHARED[i][0]) == 0) return true;
  }
  return false;
}

static const char *digits_of(vt_refscan *s, vt_nspan span, const char *mended)
{
  if (mended[0] == '\0') return vt_ref_copy(s, span);
  const char *copy = vt_arena_copy(s->arena, mended, strlen(mended));
  if (copy == NULL) s->no_memory = true;
  return copy == NULL ? "" : copy;
}

void vt_number_fill(vt_refscan *s, const vt_docnumber *n, vt_reference *r)
{
  const bool symbol = n->symbol[0] != '\0';
  r->kind = symbol ? VITEXT_REF_FULL : VITEXT_REF_NUMBER;
  r->number = digits_of(s, n->serial, n->serial_digits);
  if (n->year.end != 0) r->year = digits_of(s, n->year, n->year_digits);
  if (symbol) {
    r->symbol = vt_arena_copy(s->arena, n->symbol, strlen(n->symbol));
    r->organ = vt_arena_copy(s->arena, n->organ, strlen(n->organ));
    if (r->symbol == NULL || r->organ == NULL) {
      r->symbol = r->organ = "";
      s->no_memory = true;
    }
  }
  r->flags |= n->flags;
  r->span.end = n->span.end;
}

/* "số", "số:" or nothing at token i; *so: it was there. Offset where the number would begin. */
static uint32_t skip_so(const vt_refscan *s, uint32_t i, bool *so)
{
  static const char *const GLUED[] = { "s\xE1\xBB\x91", "S\xE1\xBB\x91",
                                       "S\xE1\xBB\x90" }; /* số31 */
  *so = false;
  if (vt_ref_byte(s, i) == 0) return UINT32_MAX;
  const uint32_t begin = s->tokens[i].begin;
  const unsigned char c = (unsigned char)s->text.bytes[begin];
  if (c != 's' && c != 'S') return begin;
  const uint32_t word = s->ids[i] == s->so ? i + 1 : vt_ref_word(s, i, VT_ROLE_SO, NULL);
  if (word != 0) {
    *so = true;
    uint32_t at = vt_ref_gap(s, s->tokens[word - 1].end);
    const uint32_t after = at, cp = vt_ref_char(s, &at);
    return cp == ':' || cp == '.' ? vt_ref_gap(s, at) : after;
  }
  for (int k = 0; k < 3; k++) {
    if (begin + 4 >= s->text.len || memcmp(s->text.bytes + begin, GLUED[k], 4) != 0) continue;
    if (vt_ref_digits(s, begin + 4) == begin + 4) continue;
    *so = true;
    return begin + 4;
  }
  return begin;
}

/* Whether a number without a symbol may be a reference of this type here. */
static bool counts_nothing(const vt_refscan *s, uint32_t i, const vt_typeword *t, bool so,
                           bool dated, uint32_t digits)
{
  uint32_t row;
  if (i >= s->count || dated) return true;
  if (vt_ref_word(s, i, VT_ROLE_DAY, NULL) !=
      0) { /* "05 ngày": a length of time, unless a date follows */
    return vt_ref_byte(s, i + 1) >= '0' && vt_ref_byte(s, i + 1) <= '9';
  }
  if (vt_ref_word(s, i, VT_ROLE_UNIT, NULL) != 0 && vt_ref_match(s, s->types, i, false, &row) == 0)
    return false;
  if (so) return true;
  if (s->tokens[i].kind > VITEXT_TOKEN_ABBREVIATION || vt_ref_capital(s, i)) return true;
  if (vt_ref_word(s, i, VT_ROLE_UNIT, NULL) != 0) return false;
  return vt_ref_word(s, i, VT_ROLE_FOLLOW, NULL) != 0 ||
         (t->capital && (s->unmarked || digits > 1));
}

uint32_t vt_year_behind(vt_refscan *s, uint32_t i, vt_reference *r)
{
  const uint32_t word = vt_ref_word(s, i, VT_ROLE_YEAR, NULL);
  if (word == 0 || vt_ref_byte(s, word) == 0) return i;
  const uint32_t end = vt_ref_year(s, s->tokens[word].begin);
  if (end == 0) return i;
  r->year = vt_ref_copy(s, (vt_nspan){ s->tokens[word].begin, end });
  r->span.end = end;
  return vt_ref_token_at(s, word, end);
}

/* "Liên hợp quốc thông qua Nghị quyết 2758": whether who issued it, named a few words before the
 * number at token i, is none of ours. */
static bool is_foreign_before(const vt_refscan *s, uint32_t i)
{
  enum { NEAR = 6, LONGEST = 6 }; /* tokens: of the type, "số" and a verb; of the issuer */
  for (uint32_t k = i; k > 0 && i - k < NEAR + LONGEST; k--) {
    const unsigned kind = s->tokens[k - 1].kind;
    if (kind > VITEXT_TOKEN_ABBREVIATION) return false;
    const uint32_t next = vt_ref_word(s, k - 1, VT_ROLE_FOREIGN, NULL);
    if (next != 0) return next <= i && i - next <= NEAR;
  }
  return false;
}

/* A number without a symbol, read as n. */
static uint32_t take_short(vt_refscan *s, uint32_t i, const vt_typeword *t, bool so,
                           const vt_docnumber *n, vt_reference *r)
{
  const uint32_t next = vt_ref_token_at(s, i, n->span.end);
  const bool year = n->form == VT_DOCFORM_YEAR;
  if (year ? !so && !vt_typeword_may(t, 's') : !vt_typeword_may(t, so ? 'p' : 's')) return 0;
  if (!year && strcmp(t->slug, "luat") == 0) return 0;
  if (!t->capital && !vt_typeword_may(t, 's') && strcmp(t->slug, "sac-lenh") != 0) return 0;
  if (!year && n->serial.end - n->serial.begin > 4) return 0;
  const uint32_t year_word = vt_ref_word(s, next, VT_ROLE_YEAR, NULL);
  const bool dated = year_word != 0 && vt_ref_byte(s, year_word) != 0 &&
                     vt_ref_year(s, s->tokens[year_word].begin) != 0;
  const uint32_t of = vt_ref_word(s, next, VT_ROLE_OF, NULL);
  if (vt_ref_word(s, of != 0 ? of : next, VT_ROLE_FOREIGN, NULL) != 0)
    return 0; /* of the United Nations */
  if (!year && !dated && is_foreign_before(s, i)) return 0;
  if (!year && !counts_nothing(s, next, t, so, dated, n->serial.end - n->serial.begin)) return 0;
  vt_number_fill(s, n, r);
  return year ? next : vt_year_behind(s, next, r);
}

/* [số] number at token i: the token after, or 0. *so: "số" was there. */
static uint32_t read_numbered(vt_refscan *s, uint32_t i, const vt_typeword *t, bool *so,
                              vt_reference *r)
{
  vt_docnumber n;
  const bool comma = vt_ref_is(s, i, ',');
  const uint32_t from = comma ? i + 1 : i;
  const unsigned char c = vt_ref_byte(s, from);
  *so = false;
  const bool digit = (unsigned)c - '0' < 10u || c == 'l' || c == 'I' || c == 'O'; /* OCR */
  if (!digit && c != 's' && c != 'S') return 0; /* most type words end here */
  const uint32_t at = skip_so(s, from, so);
  if (at == UINT32_MAX || (comma && !*so)) return 0;
  if (!vt_docnumber_read(s, at, true, &n)) return 0;
  if (n.symbol[0] == '\0') return take_short(s, i, t, *so, &n, r);
  if (!t->capital && !*so && !vt_type_fits(t->slug, n.type))
    return 0; /* "quyết định công bố án lệ 594/QĐ-CA" */
  vt_number_fill(s, &n, r);
  return vt_ref_token_at(s, i, n.span.end);
}

/* The first "số" from token i on; the search goes over each token once in the whole text. */
static uint32_t next_so(vt_refscan *s, uint32_t i)
{
  if (i < s->so_from || i > s->so_at) {
    s->so_from = s->so_at = i;
    while (s->so_at < s->count && s->ids[s->so_at] != s->so) s->so_at++;
  }
  return s->so_at;
}

/* Whether token i is a comma or dash, which names of organs have. */
static bool is_inner_mark(const vt_refscan *s, uint32_t i)
{
  return vt_ref_is(s, i, ',') || vt_ref_is_dash(s, i);
}

/* Token of "số" within PHRASE_MAX words from i, nothing but words and marks inside names between;
 * 0: none. */
static uint32_t find_so(vt_refscan *s, uint32_t i)
{
  const uint32_t so = next_so(s, i);
  if (!s->unmarked && so - i >= PHRASE_MAX) return 0;
  for (uint32_t k = i; k < s->count && k - i < PHRASE_MAX; k++) {
    if (k == so || (s->unmarked && vt_ref_word(s, k, VT_ROLE_SO, NULL) != 0)) return k;
    if (s->tokens[k].kind > VITEXT_TOKEN_ABBREVIATION && !is_inner_mark(s, k)) return 0;
  }
  return 0;
}

/* "của Bộ Chính trị số 52-NQ/TW", "trưng cầu giám định số …": words between type and "số". */
static uint32_t read_phrased(vt_refscan *s, const vt_typeword *t, vt_reference *r)
{
  vt_docnumber n;
  bool so;
  uint32_t end = 0, row;
  const uint32_t mark = find_so(s, t->next);
  if (mark == 0 || mark == t->next) return 0;
  if (!vt_docnumber_read(s, skip_so(s, mark, &so), true, &n)) return 0;
  const uint32_t of = vt_ref_word(s, t->next, VT_ROLE_OF, NULL);
  const uint32_t organ = vt_issuer_read(s, of != 0 ? of : t->next, &end);
  if (organ == mark) {
    if (n.symbol[0] == '\0' && take_short(s, mark, t, true, &n, r) == 0) return 0;
    r->issuer = vt_ref_copy(s, (vt_nspan){ s->tokens[of != 0 ? of : t->next].begin, end });
  } else {
    if (n.symbol[0] == '\0' || !vt_type_fits(t->slug, n.type) ||
        (!t->capital && n.type[0] == '\0' && n.form != VT_DOCFORM_COURT))
      return 0;
    for (uint32_t k = t->next; k < mark; k++) {
      if (is_inner_mark(s, k) || vt_ref_word(s, k, VT_ROLE_CUT, NULL) != 0) return 0;
      if (vt_ref_capital(s, k) && vt_ref_match(s, s->types, k, false, &row) != 0 &&
          vt_type_fits(vt_table_field(s->types, row, VT_REFERENCE_TYPES_SLUG), n.type))
        return 0; /* the number is this one's */
    }
  }
  if (r->kind == 0) vt_number_fill(s, &n, r);
  return vt_ref_token_at(s, mark, r->span.end);
}

/* ---- Named ---- */

/* [năm] 2024 behind a name. */
static uint32_t read_name_year(vt_refscan *s, uint32_t i, vt_reference *r)
{
  const uint32_t word = vt_ref_word(s, i, VT_ROLE_YEAR, NULL);
  const uint32_t at = word != 0 ? word : i;
  if (vt_ref_byte(s, at) == 0) return i;
  const uint32_t begin = s->tokens[at].begin, end = vt_ref_year(s, begin);
  uint32_t after = end;
  if (end == 0) return i;
  const uint32_t cp = vt_ref_char(s, &after);
  if ((cp == '/' || vt_is_dash(cp) || cp == '.') && vt_ref_digits(s, after) > after) return i;
  r->year = vt_ref_copy(s, (vt_nspan){ begin, end });
  r->span.end = end;
  return vt_ref_token_at(s, at, end);
}

/* Whether the country had a constitution of this year; "": any. */
static bool is_constitution_year(const vt_refscan *s, uint32_t i, const char *year)
{
  uint32_t row;
  if (year[0] == '\0' || vt_ref_match(s, s->laws, i, false, &row) == 0) return year[0] == '\0';
  for (;; row++) {
    if (strcmp(vt_table_field(s->laws, row, VT_LAW_NAMES_YEAR), year) == 0) return true;
    if (!vt_table_more(s->laws, row)) return false;
  }
}

static uint32_t read_constitution(vt_refscan *s, uint32_t i, const vt_typeword *t, bool inner,
                                  vt_reference *r)
{
  const uint32_t country = vt_ref_word(s, t->next, VT_ROLE_COUNTRY, NULL);
  const uint32_t at = country != 0 ? country : t->next;
  r->span.end = s->tokens[at - 1].end;
  const uint32_t next = read_name_year(s, at, r);
  const uint32_t comma = vt_ref_is(s, at, ',') ? at + 1 : at;
  const bool bare = next == at && vt_ref_word(s, comma, VT_ROLE_DAY, NULL) == 0;
  if (bare && !inner && country == 0) return 0;
  const uint32_t of = vt_ref_word(s, at, VT_ROLE_OF, NULL);
  if (bare && (vt_ref_word(s, of != 0 ? of : at, VT_ROLE_FOREIGN, NULL) != 0 ||
               vt_ref_word_before(s, i, VT_ROLE_NOT_LAW)))
    return 0; /* of the United States; "Luật Hiến pháp" is a field */
  if (!is_constitution_year(s, i, r->year)) return 0;
  r->kind = VITEXT_REF_NAMED;
  return next;
}

static uint32_t read_named(vt_refscan *s, uint32_t i, const vt_typeword *t, bool inner,
                           vt_reference *r)
{
  uint32_t end = 0, next;
  bool known = true, so;
  if (strcmp(t->slug, "hien-phap") == 0) return read_constitution(s, i, t, inner, r);
  if (t->role == VT_TYPEWORD_CODE) {
    r->kind = VITEXT_REF_NAMED;
    r->title = t->use;
    r->span.end = s->tokens[t->next - 1].end;
    return read_name_year(s, t->next, r);
  }
  if (!vt_typeword_may(t, 'n')) return 0;
  const bool wrapped = vt_ref_is_wrap(s, t->next) && !vt_ref_line_start(s, i);
  const uint32_t first = wrapped ? t->next + 1 : t->next;
  const uint32_t name = vt_law_name_read(s, first, t->slug, t->capital, &end, &known);
  if (name == 0 || (wrapped && !known)) return 0;
  const char *title = vt_ref_copy(s, (vt_nspan){ s->tokens[first].begin, end });
  vt_typeword numbered = *t;
  numbered.use = "";
  const bool law = strcmp(t->slug, "dieu-le") != 0; /* a charter's number is that of its decision */
  next = law ? read_numbered(s, name, &numbered, &so, r) : 0;
  if (next != 0 && vt_ref_word(s, first, VT_ROLE_AMENDING, NULL) != 0 &&
      vt_law_bears_number(s, first, name, r))
    return 0;
  if (next != 0) {
    r->title = title;
    return next;
  }
  if (vt_ref_word_before(s, i, VT_ROLE_NOT_LAW)) return 0;
  r->kind = VITEXT_REF_NAMED;
  r->title = title;
  r->percent = known ? 97 : 75;
  r->span.end = end;
  return read_name_year(s, name, r);
}

/* ---- Glued: "NĐ85/CP", "TT200", "NQTW4" as one word ---- */

/* The abbreviation or code of len bytes, which may stand glued to a number. */
static bool find_abbreviation(const vt_refscan *s, const char *text, size_t len, vt_typeword *t)
{
  uint32_t row;
  const vt_id id = vt_lexicon_find(s->lex, vt_key_of(text, len));
  if (id == VT_ID_NONE || vt_table_match(s->types, &id, 1, &row) != 1) return false;
  const char *role = vt_table_field(s->types, row, VT_REFERENCE_TYPES_ROLE);
  t->role = role[0];
  if (t->role != VT_TYPEWORD_CODE && t->role != VT_TYPEWORD_ABBREVIATION) return false;
  t->slug = vt_table_field(s->types, row, VT_REFERENCE_TYPES_SLUG);
  t->use = vt_table_field(s->types, row, VT_REFERENCE_TYPES_USE);
  t->capital = true;
  return true;
}

uint32_t vt_glued_read(vt_refscan *s, uint32_t i, vt_reference *r)
{
  enum { LETTERS_MAX = 12 };
  vt_docnumber n;
  vt_typeword t = { .slug = "", .use = "" };
  const uint32_t begin = s->tokens[i].begin;
  const char *text = s->text.bytes + begin;
  uint32_t at = begin;
  while (vt_class_of(vt_ref_peek(s, at)) == VT_CLASS_UPPER && at - begin < LETTERS_MAX)
    vt_ref_char(s, &at);
  const uint32_t digits = vt_ref_digits(s, at);
  const size_t len = at - begin;
  if (digits == at || len < 2) return 0;
  s->unmarked = false;
  r->span.begin = begin;
  r->percent = 90;
  if (len >= 4 && memcmp(text + len - 2, "TW", 2) == 0 && find_abbreviation(s, text, len - 2, &t) &&
      vt_typeword_may(&t, 'm')) {
    r->type = t.slug;
    return vt_meeting_glued(s, i, at, r);
  }
  if (!find_abbreviation(s, text, len, &t)) return 0;
  r->type = t.slug;
  if (t.role == VT_TYPEWORD_CODE) { /* BLHS2015 */
    const uint32_t end = vt_ref_year(s, at);
    if (end == 0) return 0;
    r->kind = VITEXT_REF_NAMED;
    r->title = t.use;
    r->year = vt_ref_copy(s, (vt_nspan){ at, end });
    r->span.end = end;
    return vt_ref_token_at(s, i, end);
  }
  if (!vt_docnumber_read(s, at, true, &n)) return 0;
  t.next = i + 1;
  if (n.symbol[0] == '\0') return digits - at > 1 ? take_short(s, i, &t, false, &n, r) : 0;
  vt_number_fill(s, &n, r);
  return vt_ref_token_at(s, i, n.span.end);
}

/* ---- All ---- */

/* Whether begin to end is the whole text but for a full stop and one line end: what somebody looks
 * for. A text cut after an empty line has two. */
static bool is_query(const vt_refscan *s, uint32_t begin, uint32_t end)
{
  enum { MOST = 4 };
  uint32_t lines = 0;
  if (begin != 0 || s->text.len - end > MOST) return false;
  for (; end < s->text.len; end++) {
    const char c = s->text.bytes[end];
    lines += c == '\n';
    if (c != '\n' && c != '\r' && c != '.' && c != ' ') return false;
  }
  return lines < 2;
}

/* Whether the number that ends at end makes the line on which a document says its own number:
 * nothing else stands on it, and it is no query. These have no colon. */
static bool is_own_line(const vt_refscan *s, uint32_t i, const vt_typeword *t, uint32_t end)
{
  if (!vt_ref_line_start(s, i) || !vt_ref_line_end(s, end)) return false;
  const uint32_t from = s->tokens[t->next].begin;
  const bool colon = memchr(s->text.bytes + from, ':', end - from) != NULL;
  return colon || !is_query(s, s->tokens[i].begin, end);
}

/* [của] in front of a meeting: "nghị quyết của Đại hội VI"; "các kết luận của Hội nghị Trung ương
 * 6" are what it found. */
static uint32_t skip_of(const vt_refscan *s, const vt_typeword *t)
{
  const uint32_t of = vt_ref_word(s, t->next, VT_ROLE_OF, NULL);
  if (of == 0) return t->next;
  const bool meeting = vt_ref_word(s, of, VT_ROLE_CONGRESS, NULL) != 0 ||
                       (t->capital && vt_ref_word(s, of, VT_ROLE_CONFERENCE, NULL) != 0);
  return meeting ? of : t->next;
}

uint32_t vt_document_read(vt_refscan *s, uint32_t i, const vt_typeword *t, bool inner,
                          vt_reference *r)
{
  const bool code = t->role == VT_TYPEWORD_CODE;
  bool so = false;
  r->span.begin = t->begin;
  r->type = t->slug;
  r->percent = 99;
  if (t->misread) r->flags |= VITEXT_REFF_MISREAD;
  else if (s->unmarked) r->flags |= VITEXT_REFF_UNMARKED;
  uint32_t next = code ? 0 : read_numbered(s, t->next, t, &so, r);
  if (next != 0) {
    if (so && !inner && is_own_line(s, i, t, r->span.end)) r->kind = 0;
    return next;
  }
  if (t->misread) return 0;
  r->percent = 97;
  next = read_anaphor(s, t, inner, r);
  if (next == 0 && (code || vt_typeword_may(t, 'n'))) next = read_named(s, i, t, inner, r);
  if (next == 0 && code) return 0;
  if (next == 0 && (next = read_phrased(s, t, r)) != 0) return next;
  if (next == 0 && vt_typeword_may(t, 't')) next = vt_meeting_numbered(s, t->next, r);
  if (next == 0 && vt_typeword_may(t, 'm')) next = vt_meeting_read(s, skip_of(s, t), r);
  if (next == 0) return 0;
  const bool draft = r->number[0] == '\0' && vt_ref_word_before(s, i, VT_ROLE_DRAFT);
  return draft ? 0 : next;
}
