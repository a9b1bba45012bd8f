/* provision.c - provisions: "điểm a, b khoản 2 Điều 7", "Chương II và Mục 3 Chương IV", read into
 * paths from large to small.
 *
 * Reading rule: left to right; a new path begins at "và", "hoặc", ";" and at a comma whose next
 * level is not larger than every level since the last break. A path without larger levels takes
 * those of the next path to its right that has its own top level. */
#include <string.h>
#include "vt_letter.h"
#include "vt_provision.h"

static const char *const SLUGS[LEVELS] = { "phu-luc", "mau",   "phan", "chuong", "muc", "tieu-muc",
                                           "dieu",    "khoan", "diem", "tiet",   "doan" };

/* No list of a statute has a hundred paths; one without an end would take 150 bytes a byte of text.
 */
enum { STEPS = 12, MOST_PATHS = 1000 };
typedef struct path {
  step steps[STEPS];
  uint8_t count;
} path;
typedef VT_VEC(path) path_list;

static enum level level_of(const vt_typeword *t)
{
  for (int l = 0; l < LEVELS; l++) {
    if (strcmp(t->slug, SLUGS[l]) == 0) return (enum level)l;
  }
  return NO_LEVEL;
}

/* The level word at token i: the token after it, or 0. */
static uint32_t read_level(const vt_refscan *s, uint32_t i, enum level *level, bool *alone)
{
  vt_refscan here = *s; /* the marks of the mention stay as they were judged */
  vt_typeword t;
  if (i >= s->count || !vt_typeword_read(&here, i, &t) || t.role != VT_TYPEWORD_LEVEL) return 0;
  if (t.misread || (here.unmarked && !s->unmarked)) return 0;
  *level = level_of(&t);
  *alone = vt_typeword_may(&t, 'l');
  return t.next;
}

/* ---- The list of paths ---- */

typedef struct reader {
  vt_refscan *s;
  path_list paths;
  path *now;     /* the path that is being read */
  uint32_t end;  /* offset after the last value */
  uint32_t next; /* token after it */
  uint32_t values;
  enum level first;
  bool alone, roman, same, failed, mixed; /* mixed: a path of several levels */
} reader;

/* false: the list ends here. */
static bool new_path(reader *r)
{
  if (r->paths.count == MOST_PATHS) return false;
  if (!vt_vec_room(r->s->arena->alloc, &r->paths)) {
    r->failed = true;
    return false;
  }
  r->now = &r->paths.items[r->paths.count++];
  memset(r->now, 0, sizeof *r->now);
  return true;
}

static void add_value(reader *r, const value *v)
{
  path *p = r->now;
  for (uint8_t i = 0; i < v->count && p->count < STEPS; i++) {
    uint8_t at = p->count; /* before the first smaller level; A.II stays in its order */
    while (at > 0 && p->steps[at - 1].level > v->steps[i].level) at--;
    if (i > 0 && v->steps[i].level == v->steps[i - 1].level) at = p->count;
    memmove(&p->steps[at + 1], &p->steps[at], (size_t)(p->count - at) * sizeof *p->steps);
    p->steps[at] = v->steps[i];
    p->count++;
  }
  r->values++;
  r->end = v->end;
  r->next = vt_ref_token_at(r->s, r->next, v->end);
  r->roman = r->roman || v->roman;
  r->same = r->same || v->same;
}

/* Whether level is larger than all levels of the path at hand. */
static bool is_larger(const reader *r, enum level level)
{
  return r->now->count == 0 || level < r->now->steps[0].level;
}

/* Phần and mục come in either order ("Phần II, Mục B"), which does not open a new path. */
static bool is_chain(const reader *r, enum level level)
{
  if (level != MUC && level != PHAN && level != CHUONG && level != TIEU_MUC) return false;
  for (uint8_t i = 0; i < r->now->count; i++) {
    const uint8_t other = r->now->steps[i].level;
    if (other == level || other > TIEU_MUC || other < PHAN) return false;
  }
  return true;
}

static bool has_level(const reader *r, enum level level)
{
  for (uint8_t i = 0; i < r->now->count; i++) {
    if (r->now->steps[i].level == level) return true;
  }
  return false;
}

/* "đến Điều 15", "-7" behind a value: makes the last step a range. */
static void read_range(reader *r, enum level level)
{
  vt_refscan *s = r->s;
  enum level other = level;
  bool alone;
  uint32_t i = r->next;
  value v;
  uint32_t at = vt_ref_gap(s, r->end);
  const bool word = vt_ref_word(s, i, VT_ROLE_TO, NULL) != 0;
  if (word) {
    i = vt_ref_word(s, i, VT_ROLE_TO, NULL);
    const uint32_t level_end = read_level(s, i, &other, &alone);
    if (level_end != 0 && other != level) return;
    if (level_end != 0) i = level_end;
    if (!vt_value_read(s, i, level, &v) || v.count != 1 || v.same) return;
  } else {
    if (!vt_is_dash(vt_ref_char(s, &at))) return;
    at = vt_ref_gap(s, at);
    i = vt_ref_token_at(s, i, at);
    if (vt_ref_digits(s, at) > at) {
      memset(&v, 0, sizeof v);
      v.end = vt_numeral_read(s, at, level, &v);
      if (v.end == 0 || v.count != 1) return;
    } else { /* Điều 3 - Điều 5 */
      const uint32_t level_end = i < s->count ? read_level(s, i, &other, &alone) : 0;
      if (level_end == 0 || other != level || !vt_value_read(s, level_end, level, &v)) return;
      if (v.count != 1 || v.same) return;
    }
  }
  step *last = &r->now->steps[0];
  for (uint8_t k = 0; k < r->now->count; k++) {
    if (r->now->steps[k].level == level) last = &r->now->steps[k];
  }
  const size_t len = strlen(last->value), more = strlen(v.steps[0].value);
  if (len + more + 3 > VALUE_MAX || strstr(last->value, "..") != NULL) return;
  memcpy(last->value + len, "..", 2);
  memcpy(last->value + len + 2, v.steps[0].value, more + 1);
  r->end = v.end;
  r->next = vt_ref_token_at(s, r->next, v.end);
}

/* What may stand between a value and the next level: a closing bracket or full stop behind the
 * value of a point ("tiết a)", "điểm 5.1.2. tiết"), a slash, a linking word. */
static uint32_t skip_link(const vt_refscan *s, uint32_t i, enum level level)
{
  enum level next;
  bool alone;
  if (vt_ref_is(s, i, '/') && read_level(s, i + 1, &next, &alone) != 0) return i + 1;
  if (level >= DIEM && (vt_ref_is(s, i, ')') || vt_ref_is(s, i, '.'))) i++;
  const uint32_t link = vt_ref_word(s, i, VT_ROLE_LINK, NULL);
  return link != 0 ? link : i;
}

/* Whether the word at token i says what a number before it counts ("khoản 5 triệu"); "Điều" counts
 * things too, unless it is the next level. */
static bool counts_things(const vt_refscan *s, uint32_t i)
{
  enum level level;
  bool alone;
  value v;
  if (vt_ref_word(s, i, VT_ROLE_UNIT, NULL) == 0) return false;
  const uint32_t after = read_level(s, i, &level, &alone);
  return after == 0 || !vt_value_read(s, after, level, &v);
}

/* A further value of the same level ("Điều 5, 6 và 7") at token i. */
static bool reads_on(const vt_refscan *s, uint32_t i, enum level level, value *v)
{
  if (!vt_value_read(s, i, level, v) || v->same) return false;
  return !counts_things(s, vt_ref_token_at(s, i, v->end));
}

/* Whether a bullet stands before token i, and nothing else on its line. */
static bool is_behind_bullet(const vt_refscan *s, uint32_t i)
{
  if (i == 0 || !vt_ref_line_start(s, i - 1) || s->tokens[i - 1].kind != VITEXT_TOKEN_PUNCT)
    return false;
  const unsigned char c = vt_ref_byte(s, i - 1);
  return c == '*' || c == '+' || vt_ref_is_dash(s, i - 1);
}

/* "Điều 2Phạm vi": whether a word that is no level is glued to the value. */
static bool has_glued_title(const vt_refscan *s, uint32_t i, uint32_t end)
{
  enum level level;
  bool alone;
  if (vt_class_of(vt_ref_peek(s, end)) != VT_CLASS_UPPER) return false;
  return read_level(s, vt_ref_token_at(s, i, end), &level, &alone) == 0;
}

/* QUYẾT ĐỊNH Điều 1. Ban hành: a title in capitals on the same line. */
static bool is_shouted(vt_token t)
{
  return t.kind == VITEXT_TOKEN_SYLLABLE && (t.flags & VITEXT_TOKENF_CAPITALS) != 0;
}

/* Whether the first value is that of a heading: "Điều 5. Phạm vi", "Điều 5- Phạm vi", "Chương II⏎"
 * at a line's or a sentence's begin. */
static bool is_heading(const vt_refscan *s, uint32_t i, uint32_t end)
{
  uint32_t at = vt_ref_gap(s, end);
  const uint32_t cp = vt_ref_char(s, &at);
  const bool line = vt_ref_line_start(s, i);
  if (line && has_glued_title(s, i, end)) return true;
  if (vt_ref_line_end(s, end) && is_behind_bullet(s, i)) return true;
  if (line && (vt_ref_line_end(s, end) || cp == '.' || cp == ':')) return true;
  const uint32_t text = vt_ref_gap(s, at), next = vt_ref_peek(s, text);
  if (line && vt_is_dash(cp)) return text > at && vt_class_of(next) == VT_CLASS_UPPER;
  if (cp != '.' && cp != ':') return false;
  const unsigned char before = i == 0 ? '.' : vt_ref_byte(s, i - 1);
  const bool opens = before == 0 || strchr(".;:\"'!?/", before) != NULL || before == 0xE2 ||
                     is_shouted(s->tokens[i - 1]);
  return opens && vt_class_of(next) == VT_CLASS_UPPER;
}

/* One item: [separator] level value, or [separator] value; false: the list ends here. */
static bool read_item(reader *r, enum level *level)
{
  vt_refscan *s = r->s;
  uint32_t i = skip_link(s, r->next, *level);
  bool comma = false, hard = false, alone;
  for (int k = 0; k < 2; k++) { /* ", và" */
    const uint32_t word = vt_ref_word(s, i, VT_ROLE_AND, NULL);
    if (vt_ref_is(s, i, ',') && !comma && !hard) {
      comma = true;
      i++;
    } else if (vt_ref_is(s, i, ';') && !hard) {
      hard = true;
      i++;
    } else if (word != 0) {
      hard = true;
      i = word;
    }
  }
  if (comma || hard) {
    const uint32_t link = vt_ref_word(s, i, VT_ROLE_LINK, NULL);
    if (link != 0 && comma) i = link;
    const uint32_t plural = vt_ref_word(s, i, VT_ROLE_PLURAL, NULL); /* và các khoản 1, 3 */
    if (plural != 0) i = plural;
  }
  enum level next_level;
  value v;
  const bool wrapped = vt_ref_is_wrap(s, i); /* khoản 2⏎Điều 227 */
  if (wrapped) i++;
  const uint32_t after = read_level(s, i, &next_level, &alone);
  if (after != 0) {
    if (!vt_value_read(s, after, next_level, &v)) return false;
    if (wrapped && (is_heading(s, i, v.end) || (!comma && !hard && !is_larger(r, next_level))))
      return false;
    if (next_level == KHOAN && counts_things(s, vt_ref_token_at(s, after, v.end))) return false;
    const bool nests = !hard && ((comma ? is_larger(r, next_level) : !has_level(r, next_level)) ||
                                 is_chain(r, next_level));
    if (!nests && !comma && !hard && next_level < KHOAN) return false;
    if (!nests && !new_path(r)) return false;
    r->mixed = r->mixed || (nests && next_level != *level);
    r->alone = r->alone || alone;
    *level = next_level;
    r->next = after;
  } else {
    if (wrapped && !comma && !hard) return false;
    if ((!comma && !hard) || i == r->next || !reads_on(s, i, *level, &v)) return false;
    if (!new_path(r)) return false;
    r->next = i;
  }
  add_value(r, &v);
  read_range(r, *level);
  return true;
}

/* Larger levels from the right, see the reading rule. Right to left, so that each is complete. */
static void share_levels(path_list *paths)
{
  size_t with[LEVELS]; /* index + 1 of the nearest path to the right that has the level */
  memset(with, 0, sizeof with);
  for (size_t i = paths->count; i-- > 0;) {
    path *p = &paths->items[i];
    const uint8_t top = p->steps[0].level;
    const path *from = with[top] != 0 ? &paths->items[with[top] - 1] : NULL;
    uint8_t larger = 0;
    while (from != NULL && larger < from->count && from->steps[larger].level < top) larger++;
    if (larger > 0 && larger + p->count <= STEPS) {
      memmove(&p->steps[larger], &p->steps[0], p->count * sizeof *p->steps);
      memcpy(&p->steps[0], &from->steps[0], larger * sizeof *p->steps);
      p->count = (uint8_t)(p->count + larger);
    }
    for (uint8_t k = 0; k < p->count; k++) with[p->steps[k].level] = i + 1;
  }
}

static vitext_list write_paths(vt_refscan *s, const path_list *paths)
{
  static const char *const NONE[] = { NULL };
  const char **list = vt_arena_get(s->arena, (paths->count + 1) * sizeof *list);
  vt_refbuf b = { .alloc = s->arena->alloc };
  if (list == NULL) s->no_memory = true;
  for (size_t i = 0; i < paths->count && list != NULL; i++) {
    for (uint8_t k = 0; k < paths->items[i].count; k++) {
      const step *st = &paths->items[i].steps[k];
      if (k > 0) vt_refbuf_add(&b, "/", 1);
      vt_refbuf_text(&b, SLUGS[st->level]);
      vt_refbuf_add(&b, "-", 1);
      vt_refbuf_text(&b, st->value);
    }
    list[i] = vt_refbuf_take(s, &b);
  }
  vt_refbuf_free(&b);
  return list == NULL ? NONE : (vitext_list)list;
}

/* Whether what follows is another work: Điều 5 of a contract, Điều 33 (1) of a treaty, Chương II of
 * a book. */
static bool is_of_other_work(const vt_refscan *s, uint32_t i)
{
  if (vt_ref_is(s, i, '(') && vt_ref_is(s, i + 2, ')')) i += 3;
  const uint32_t link = vt_ref_word(s, i, VT_ROLE_LINK, NULL);
  return vt_ref_word(s, link != 0 ? link : i, VT_ROLE_WORK, NULL) != 0;
}

/* Whether provisions from token i mean something without a document. */
static bool stands_alone(const vt_refscan *s, uint32_t i, const reader *r)
{
  if (is_of_other_work(s, r->next)) return false;
  if (!r->same || r->values > 1) {
    if (r->first == CHUONG && !r->mixed && !r->same && !r->roman)
      return false; /* chương 2 of a book */
    if (r->first == PHU_LUC && !r->mixed && !r->roman && !vt_ref_capital(s, i)) return false;
    return r->alone || r->mixed || r->same;
  }
  /* "khoản này" is often an amount, "điểm này" a place, "Điều này" at a sentence's begin this thing
   */
  if (i == 0) return false;
  const bool linked = vt_ref_word_before(s, i, VT_ROLE_LINK);
  if (r->first == KHOAN) return linked;
  if (r->first > KHOAN) return linked && i >= 3 && vt_ref_word_before(s, i - 1, VT_ROLE_STATED);
  return vt_ref_capital(s, i) && (linked || vt_ref_byte(s, i - 1) >= 'A');
}

/* "tài khoản 5", "tiết mục 3": whether the word before token i makes another word of the level;
 * but "chi tiết khoản 5". */
static bool is_other_word(const vt_refscan *s, uint32_t i, const char *slug)
{
  enum { LONGEST = 2 }; /* hợp đồng */
  if (i == 0 || !vt_ref_may_end(s, i, VT_ROLE_NOT_LEVEL)) return false;
  for (uint32_t len = 1; len <= LONGEST && len <= i; len++) {
    const char *only = "";
    if (vt_ref_word(s, i - len, VT_ROLE_NOT_LEVEL, &only) == i)
      return only[0] == '\0' || strcmp(only, slug) == 0;
  }
  return false;
}

bool vt_provisions_read(vt_refscan *s, uint32_t i, const vt_typeword *t, vt_provisions *out)
{
  reader r = { .s = s };
  const uint32_t after = t->next;
  enum level level = level_of(t);
  value v;
  if (level == NO_LEVEL || t->misread) return false;
  r.alone = vt_typeword_may(t, 'l');
  uint32_t from = vt_ref_word(s, after, VT_ROLE_FROM, NULL); /* các điều từ 5 đến 10 */
  if (from == 0 || !vt_value_read(s, from, level, &v)) from = after;
  if (!vt_value_read(s, from, level, &v) || is_other_word(s, i, t->slug)) return false;
  memset(out, 0, sizeof *out);
  r.first = level;
  r.next = from;
  if (!new_path(&r)) {
    s->no_memory = true;
    return false;
  }
  add_value(&r, &v);
  out->heading = is_heading(s, i, v.end);
  read_range(&r, level);
  const bool counts =
      (level == KHOAN || (level == DIEU && !t->capital)) && counts_things(s, r.next);
  while (!out->heading && !counts && read_item(&r, &level)) continue;
  if (r.failed) s->no_memory = true;
  else {
    share_levels(&r.paths);
    out->paths = write_paths(s, &r.paths);
  }
  out->next = r.next;
  out->end = r.end;
  out->alone = !counts && stands_alone(s, i, &r);
  vt_vec_free(s->arena->alloc, &r.paths);
  return !s->no_memory;
}
