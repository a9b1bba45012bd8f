/* complete.c - an organisation said in short, completed from the page (spec section 4): "Tinh uy"
 * of a page on Thanh Hoa, "So" after "So Tai chinh tinh Thanh Hoa", "Bo truong Y te", "Chu tich
 * xa". */
#include <string.h>
#include "vt_find.h"

/* A kind of place is the row of place_levels that says it in full. */
typedef uint32_t place_kind;
enum { NOWHERE = VT_ROW_NONE };

static bool is_empty(vt_range r)
{
  return r.end <= r.first;
}

static const char *level_cell(const vt_find *f, uint32_t row, uint32_t column)
{
  return vt_find_cell(f, VT_TABLE_PLACE_LEVELS, row, column);
}

static bool is_kind(const vt_find *f, uint32_t row)
{
  return f->levels[row].kind == row;
}

/* The kind of a name that place_names gives this level. */
static place_kind kind_of_name(const vt_find *f, const char *level)
{
  if (strcmp(level, "province city") == 0) level = "city";
  else if (strcmp(level, "province") != 0) return NOWHERE; /* its own level word tells */
  for (uint32_t row = 0; row < f->level_count; row++)
    if (is_kind(f, row) && strcmp(level_cell(f, row, VT_PLACE_LEVELS_LEVEL), level) == 0)
      return row;
  return NOWHERE;
}

/* The kind of the place o names or ends with. */
static place_kind kind_of(vt_find *f, const vt_organ *o)
{
  uint32_t row;
  if (o->level_row >= 0) return f->levels[o->level_row].kind;
  if (is_empty(o->place)) return NOWHERE;
  f->end = o->place.end;
  if (vt_find_match_loose(f, VT_TABLE_PLACE_NAMES, o->place.first, &row) == 0) return NOWHERE;
  return kind_of_name(f, vt_find_cell(f, VT_TABLE_PLACE_NAMES, row, VT_PLACE_NAMES_LEVEL));
}

void vt_place_see(vt_find *f, const vt_organ *o)
{
  if (is_empty(o->place)) return;
  if (!vt_vec_room(f->alloc, &f->seen)) {
    f->failed = true;
    return;
  }
  f->seen.items[f->seen.count++] = *o;
}

/* The name of the place of a kind that the page speaks of at token i: the last before, else the
 * first after. */
static vt_range place_near(vt_find *f, place_kind kind, uint32_t i)
{
  enum { LOOK = 64 };
  size_t low = 0, high = f->seen.count;
  if (kind == NOWHERE) return (vt_range){ 0, 0 }; /* a hamlet is no region */
  while (low < high) {
    const size_t middle = (low + high) / 2;
    if (f->seen.items[middle].at.first < i) low = middle + 1;
    else high = middle;
  }
  for (size_t k = low; k > 0 && low - k < LOOK; k--)
    if (kind_of(f, &f->seen.items[k - 1]) == kind) return f->seen.items[k - 1].place;
  for (size_t k = low; k < f->seen.count && k - low < LOOK; k++)
    if (kind_of(f, &f->seen.items[k]) == kind) return f->seen.items[k].place;
  return f->levels[kind].head;
}

typedef struct piece {
  const char *bytes;
  size_t len;
} piece;

static piece text_of(const vt_find *f, vt_range r)
{
  if (is_empty(r)) return (piece){ "", 0 };
  const uint32_t begin = vt_find_begin(f, r.first);
  return (piece){ f->text.bytes + begin, vt_find_stop(f, r.end - 1) - begin };
}

static piece word(const char *s)
{
  return (piece){ s, strlen(s) };
}

/* The pieces that are not empty, blanks between them. */
static const char *join(vt_find *f, piece a, piece b, piece c)
{
  const piece pieces[] = { a, b, c };
  char *to = vt_arena_get(f->arena, a.len + b.len + c.len + 3);
  if (to == NULL) {
    f->failed = true;
    return "";
  }
  size_t used = 0;
  for (size_t k = 0; k < 3; k++) {
    if (pieces[k].len == 0) continue;
    if (used > 0) to[used++] = ' ';
    memcpy(to + used, pieces[k].bytes, pieces[k].len);
    used += pieces[k].len;
  }
  to[used] = '\0'; /* of a smaller text the rest stays unused */
  for (size_t k = 0; k < used; k++)
    if (to[k] == '\n' || to[k] == '\r') to[k] = ' '; /* "Uy ban" / "Nhan dan" */
  return to;
}

static bool has_head(const vt_find *f, const vt_post *p, const char *head)
{
  return p->row != VT_ROW_NONE &&
         strcmp(vt_find_cell(f, VT_TABLE_POST_TITLES, p->row, VT_POST_TITLES_HEAD), head) == 0;
}

/* "Chu tich Da Nang", "Bi thu xa": the office whose place is said. */
static const char *office_of_place(vt_find *f, const vt_post *p, piece surface)
{
  const vt_organ *o = &p->organ;
  const place_kind kind = kind_of(f, o);
  const bool party = has_head(f, p, "bí thư"), state = has_head(f, p, "chủ tịch");
  if (kind == NOWHERE || (!party && !state)) return join(f, surface, word(""), word(""));
  const vt_range name = is_empty(o->place) ? place_near(f, kind, o->at.first) : o->place;
  const uint32_t column = state ? VT_PLACE_LEVELS_KIND : VT_PLACE_LEVELS_COMMITTEE;
  return join(f, word(state ? "UBND" : ""), word(level_cell(f, kind, column)), text_of(f, name));
}

/* Whether nothing stands before the place: not "HDDND xa", a unit that was misspelt. */
static bool is_place(vt_find *f, const vt_organ *o)
{
  uint32_t row;
  f->end = o->at.end;
  return o->level_row < 0 || o->place.first == o->at.first ||
         vt_find_match(f, VT_TABLE_PLACE_LEVELS, o->at.first, &row) > 0;
}

static bool is_bare_unit(vt_find *f, const vt_organ *o)
{
  uint32_t row;
  f->end = o->at.end;
  return vt_find_match_loose(f, VT_TABLE_ORGAN_UNITS, o->at.first, &row) == o->at.end - o->at.first;
}

/* "Tinh uy", "So": a unit noun alone. */
static const char *bare_unit(vt_find *f, const vt_post *p, piece surface)
{
  const vt_organ *o = &p->organ;
  const char *unit = vt_find_cell(f, VT_TABLE_ORGAN_UNITS, (uint32_t)o->unit, 0);
  for (uint32_t row = 0; row < f->level_count; row++)
    if (is_kind(f, row) && strcmp(level_cell(f, row, VT_PLACE_LEVELS_UNIT), unit) == 0)
      return join(f, surface, text_of(f, place_near(f, row, o->at.first)), word(""));
  if (p->fuller < 0) return join(f, surface, word(""), word(""));
  return join(f, text_of(f, f->posts.items[p->fuller].organ.at), word(""), word(""));
}

const char *vt_complete(vt_find *f, const vt_post *p)
{
  const vt_organ *o = &p->organ;
  if (is_empty(o->at)) return "";
  const piece surface = text_of(f, o->at);
  const bool field = o->unit < 0 && is_empty(o->place) && o->level_row < 0 && o->holder == 0;
  if (field && (has_head(f, p, "bộ trưởng") || has_head(f, p, "thứ trưởng")))
    return join(f, word("Bộ"), surface, word(""));
  if (o->unit < 0 && is_place(f, o)) return office_of_place(f, p, surface);
  if (o->unit >= 0 && is_bare_unit(f, o)) return bare_unit(f, p, surface);
  const bool level = o->level_row >= 0 && is_empty(o->place); /* "UBND tinh" */
  const vt_range name = level ? place_near(f, kind_of(f, o), o->at.first) : (vt_range){ 0, 0 };
  return join(f, surface, text_of(f, name), word(""));
}

/* Places the head of the page names, in sentences that name nobody too. */
static void read_head(vt_find *f)
{
  enum { HEAD = 256 }; /* tokens: title, summary, the first paragraph */
  const uint32_t end = f->tokens->count < HEAD ? f->tokens->count : HEAD;
  size_t who = 0;
  for (uint32_t i = 0; i < end;) {
    vt_organ o;
    f->end = end;
    const bool place = (vt_find_class(f, i) & (VT_CLS_PLACE | VT_CLS_LEVEL)) != 0;
    if (!place || !vt_organ_read(f, i, (vt_organ_ask){ .bare = true, .after = true }, &o)) {
      i++;
      continue;
    }
    /* "UBND xa Siu Hlim": a person named there is no place */
    while (who < f->people.count && f->people.items[who].name.end <= o.place.first) who++;
    const bool person = who < f->people.count && !f->people.items[who].dropped &&
                        f->people.items[who].name.first < o.place.end;
    const bool named = !is_empty(o.place) && !person;
    const place_kind kind = named ? kind_of(f, &o) : NOWHERE;
    if (kind != NOWHERE && is_empty(f->levels[kind].head)) f->levels[kind].head = o.place;
    i = o.at.end;
  }
}

/* The kinds of all level words. */
static bool open_levels(vt_find *f)
{
  f->level_count = vt_table_rows(vt_find_table(f, VT_TABLE_PLACE_LEVELS));
  f->levels = vt_arena_get(&f->scratch, (f->level_count + 1) * sizeof *f->levels);
  if (f->levels == NULL) return false;
  for (uint32_t row = 0; row < f->level_count; row++) {
    const char *kind = level_cell(f, row, VT_PLACE_LEVELS_KIND);
    uint32_t in_full = kind[0] != '\0' ? 0 : f->level_count;
    while (in_full < f->level_count && strcmp(level_cell(f, in_full, 0), kind) != 0) in_full++;
    f->levels[row] = (vt_level){ .kind = in_full < f->level_count ? in_full : NOWHERE };
  }
  return true;
}

bool vt_complete_open(vt_find *f)
{
  if (f->posts.count > 0 && !open_levels(f)) return false;
  if (f->held.count > 0) read_head(f);
  const uint32_t units = vt_table_rows(vt_find_table(f, VT_TABLE_ORGAN_UNITS));
  int32_t *newest = vt_arena_get(&f->scratch, (units + 1) * sizeof *newest);
  if (newest == NULL) return false;
  for (uint32_t k = 0; k < units; k++) newest[k] = -1;
  for (size_t k = 0; k < f->posts.count; k++) {
    vt_post *p = &f->posts.items[k];
    p->fuller = -1;
    const bool listed = p->organ.unit >= 0 && (uint32_t)p->organ.unit < units; /* no caller's own */
    if (!listed || is_empty(p->organ.at)) continue;
    if (is_bare_unit(f, &p->organ)) p->fuller = newest[p->organ.unit];
    else newest[p->organ.unit] = (int32_t)k;
  }
  return true;
}
