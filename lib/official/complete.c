/* complete.c - an organisation said in short, completed from the page (spec section 4): "Tinh uy"
 * of a page on Thanh Hoa, "So" after "So Tai chinh tinh Thanh Hoa", "Bo truong Y te", "Chu tich
 * xa". */
#include <string.h>
#include "vt_find.h"

/* Kinds of a place by its level word, as the names of committees and offices tell them apart. */
typedef enum place_kind {
  NOWHERE,
  PROVINCE,
  CITY,
  DISTRICT,
  URBAN_DISTRICT,
  TOWN,
  COMMUNE,
  WARD,
  TOWNSHIP,
  ZONE,
  KINDS = VT_PLACE_KINDS
} place_kind;

static const struct {
  const char *word;
  place_kind kind;
} level_words[] = {
  { "tỉnh", PROVINCE },       { "thành phố", CITY }, { "tp", CITY },    { "huyện", DISTRICT },
  { "quận", URBAN_DISTRICT }, { "thị xã", TOWN },    { "xã", COMMUNE }, { "phường", WARD },
  { "thị trấn", TOWNSHIP },   { "đặc khu", ZONE },
};

/* The committee of the Party at each kind of place: its name, and whether the level word stays. */
static const struct {
  const char *unit, *committee;
  const char *word; /* "" : the place's name follows at once */
} committees[KINDS] = {
  [PROVINCE] = { "tỉnh ủy", "Tỉnh ủy", "" },   [CITY] = { "thành ủy", "Thành ủy", "" },
  [DISTRICT] = { "huyện ủy", "Huyện ủy", "" }, [URBAN_DISTRICT] = { "quận ủy", "Quận ủy", "" },
  [TOWN] = { "thị ủy", "Thị ủy", "" },         [COMMUNE] = { "", "Đảng ủy", "xã" },
  [WARD] = { "", "Đảng ủy", "phường" },        [TOWNSHIP] = { "", "Đảng ủy", "thị trấn" },
  [ZONE] = { "", "Đảng ủy", "đặc khu" },
};

static const char *level_word(place_kind kind)
{
  for (size_t k = 0; k < sizeof level_words / sizeof *level_words; k++)
    if (level_words[k].kind == kind) return level_words[k].word;
  return "";
}

static bool is_empty(vt_range r)
{
  return r.end <= r.first;
}

/* The kind of the place o names or ends with. */
static place_kind kind_of(vt_find *f, const vt_organ *o)
{
  uint32_t row;
  if (o->level_row >= 0) {
    const char *word = vt_find_cell(f, VT_TABLE_PLACE_LEVELS, (uint32_t)o->level_row, 0);
    for (size_t k = 0; k < sizeof level_words / sizeof *level_words; k++)
      if (strcmp(level_words[k].word, word) == 0) return level_words[k].kind;
    return NOWHERE;
  }
  if (is_empty(o->place)) return NOWHERE;
  f->end = o->place.end;
  if (vt_find_match_loose(f, VT_TABLE_PLACE_NAMES, o->place.first, &row) == 0) return NOWHERE;
  const char *level = vt_find_cell(f, VT_TABLE_PLACE_NAMES, row, VT_PLACE_NAMES_LEVEL);
  if (strcmp(level, "province city") == 0) return CITY;
  return strcmp(level, "province") == 0 ? PROVINCE : NOWHERE;
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
  while (low < high) {
    const size_t middle = (low + high) / 2;
    if (f->seen.items[middle].at.first < i) low = middle + 1;
    else high = middle;
  }
  for (size_t k = low; k > 0 && low - k < LOOK; k--)
    if (kind_of(f, &f->seen.items[k - 1]) == kind) return f->seen.items[k - 1].place;
  for (size_t k = low; k < f->seen.count && k - low < LOOK; k++)
    if (kind_of(f, &f->seen.items[k]) == kind) return f->seen.items[k].place;
  return f->head[kind];
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
  if (state) return join(f, word("UBND"), word(level_word(kind)), text_of(f, name));
  return join(f, word(committees[kind].committee), word(committees[kind].word), text_of(f, name));
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
  for (int k = PROVINCE; k < KINDS; k++)
    if (strcmp(committees[k].unit, unit) == 0)
      return join(f, surface, text_of(f, place_near(f, (place_kind)k, o->at.first)), word(""));
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
  if (o->unit < 0) return office_of_place(f, p, surface);
  if (is_bare_unit(f, o)) return bare_unit(f, p, surface);
  const bool level = o->level_row >= 0 && is_empty(o->place); /* "UBND tinh" */
  const vt_range name = level ? place_near(f, kind_of(f, o), o->at.first) : (vt_range){ 0, 0 };
  return join(f, surface, text_of(f, name), word(""));
}

/* Places the head of the page names, in sentences that name nobody too. */
static void read_head(vt_find *f)
{
  enum { HEAD = 256 }; /* tokens: title, summary, the first paragraph */
  const uint32_t end = f->tokens->count < HEAD ? f->tokens->count : HEAD;
  for (uint32_t i = 0; i < end;) {
    vt_organ o;
    f->end = end;
    const bool place = (vt_find_class(f, i) & (VT_CLS_PLACE | VT_CLS_LEVEL)) != 0;
    if (!place || !vt_organ_read(f, i, (vt_organ_ask){ .bare = true, .after = true }, &o)) {
      i++;
      continue;
    }
    const place_kind kind = is_empty(o.place) ? NOWHERE : kind_of(f, &o);
    if (kind != NOWHERE && is_empty(f->head[kind])) f->head[kind] = o.place;
    i = o.at.end;
  }
}

bool vt_complete_open(vt_find *f)
{
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
