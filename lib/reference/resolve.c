/* resolve.c - what short and called-back mentions point at, and which known documents are meant.
 *
 * One pass in text order with two tables: the last mention of each (type, identity), where identity
 * is a number, a name or a meeting, and the last mention of each type. */
#include <string.h>
#include "vt_refscan.h"
#include "vt_letter.h"
#include "vt_tables.h"

typedef struct last_table {
  uint32_t *slots;
  uint32_t size;
} last_table; /* index + 1; 0: empty */

static uint32_t mix(uint32_t h, const char *text)
{
  for (; *text != '\0'; text++) h = (h ^ (unsigned char)*text) * 16777619u;
  return h * 31 + 7;
}

static const char *trim(const char *number)
{
  while (number[0] == '0' && number[1] != '\0') number++;
  return number;
}

/* What a shorter mention shares with the full one; "" for both: only the type counts. */
static void identity(const vt_reference *r, const char **a, const char **b)
{
  *a = *b = "";
  switch (r->kind) {
  case VITEXT_REF_FULL:
  case VITEXT_REF_NUMBER: *a = trim(r->number); break;
  case VITEXT_REF_NAMED:
    *a = r->title;
    *b = "named";
    break;
  case VITEXT_REF_PLENUM:
    *a = r->session;
    *b = "plenum";
    break;
  default: break;
  }
}

static uint32_t *find(const last_table *t, const vt_reference *items, const char *type,
                      const char *a, const char *b)
{
  for (uint32_t at = mix(mix(mix(2166136261u, type), a), b);; at++) {
    uint32_t *slot = &t->slots[at & (t->size - 1)];
    if (*slot == 0) return slot;
    const vt_reference *other = &items[*slot - 1];
    const char *oa, *ob;
    identity(other, &oa, &ob);
    if (strcmp(other->type, type) == 0 && strcmp(oa, a) == 0 && strcmp(ob, b) == 0) return slot;
  }
}

/* Whether the earlier mention says more than, and nothing against, the later. */
static bool completes(const vt_reference *earlier, const vt_reference *later)
{
  const char *const pairs[][2] = { { earlier->year, later->year },
                                   { earlier->symbol, later->symbol },
                                   { earlier->date, later->date },
                                   { earlier->term, later->term } };
  bool more = false;
  for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
    const char *e = pairs[i][0], *l = pairs[i][1];
    if (l[0] != '\0' && e[0] != '\0' && strcmp(e, l) != 0) return false;
    if (l[0] == '\0' && e[0] != '\0') more = true;
  }
  return more;
}

/* ", Điều 5" or "tại Điều 468" right behind a document belongs to it. */
static bool is_adjacent(const vt_refscan *s, const vt_reference *document,
                        const vt_reference *provision)
{
  uint32_t at = document->full.end, words = 0;
  if (provision->span.begin < at || provision->span.begin - at > 24) return false;
  for (bool in_word = false; at < provision->span.begin;) {
    const uint32_t cp = vt_ref_char(s, &at);
    const bool word = vt_class_is_word(vt_class_of(cp));
    if (cp == '.' || cp == ';' || cp == '\n') return false;
    words += word && !in_word;
    in_word = word;
  }
  return words <= 2;
}

static bool is_called_back(const vt_reference *r)
{
  return r->kind == VITEXT_REF_ANAPHOR && strncmp(r->canonical, "prev", 4) == 0;
}

/* Documents that a meeting issued, from the built-in table. */
static vitext_list issued(vt_refscan *s, const vt_reference *r)
{
  const char *body = strrchr(r->canonical, ':');
  if (body == NULL || (r->kind != VITEXT_REF_PLENUM && r->kind != VITEXT_REF_CONGRESS)) return NULL;
  const size_t len = strcspn(body + 1, "#");
  for (uint32_t row = 0; row < vt_table_rows(s->meetings); row++) {
    const char *meeting = vt_table_field(s->meetings, row, VT_REFERENCE_MEETINGS_MEETING);
    if (strlen(meeting) != len || memcmp(meeting, body + 1, len) != 0) continue;
    if (strcmp(vt_table_field(s->meetings, row, VT_REFERENCE_MEETINGS_TYPE), r->type) != 0)
      continue;
    const char *ids = vt_table_field(s->meetings, row, VT_REFERENCE_MEETINGS_DOCUMENTS);
    size_t count = ids[0] != '\0', n = 0;
    for (const char *p = ids; *p != '\0'; p++) count += *p == ' ';
    const char **list = vt_arena_get(s->arena, (count + 1) * sizeof *list);
    for (; list != NULL && n < count; n++) {
      const size_t id = strcspn(ids, " ");
      list[n] = vt_arena_copy(s->arena, ids, id);
      if (list[n] == NULL) break;
      ids += ids[id] == ' ' ? id + 1 : id;
    }
    if (list == NULL || n < count) s->no_memory = true;
    return count == 0 || s->no_memory ? NULL : (vitext_list)list;
  }
  return NULL;
}

enum { NAME_WORDS = 40 };

/* Row of a law's name in the built-in table; VT_ROW_NONE. */
static uint32_t find_law(const vt_refscan *s, const char *name)
{
  vt_id ids[NAME_WORDS];
  uint32_t n = 0, row;
  for (const char *at = name; n < NAME_WORDS && *at != '\0';) {
    const size_t len = strcspn(at, " ,;");
    if (len > 0) ids[n++] = vt_lexicon_find(s->lex, vt_key_of(at, len));
    at += len + strspn(at + len, " ,;");
  }
  return vt_table_match(s->laws, ids, n, &row) == n && n > 0 ? row : VT_ROW_NONE;
}

/* The number of a law known by name and year, from the built-in table: "vn:luat:31/2024/qh15". */
static vitext_list numbered_law(vt_refscan *s, const vt_reference *r)
{
  const char *year = r->year[0] != '\0' ? r->year : r->date;
  if (r->kind != VITEXT_REF_NAMED || strlen(year) < 4 || r->title[0] == '\0') return NULL;
  for (uint32_t row = find_law(s, r->title); row != VT_ROW_NONE; row++) {
    const char *number = vt_table_field(s->laws, row, VT_LAW_NAMES_NUMBER);
    const char *type = vt_table_field(s->laws, row, VT_LAW_NAMES_TYPE);
    const bool same = strncmp(vt_table_field(s->laws, row, VT_LAW_NAMES_YEAR), year, 4) == 0;
    if (same && number[0] != '\0' && strcmp(type, r->type) == 0) {
      vt_refbuf b = { .alloc = s->arena->alloc };
      const char **list = vt_arena_get(s->arena, 2 * sizeof *list);
      vt_refbuf_text(&b, "vn:");
      vt_refbuf_text(&b, type);
      char before = ':';
      for (const char *part = trim(number); *part != '\0';) {
        char text[32] = "";
        const size_t len = strcspn(part, "/");
        if (len < sizeof text) memcpy(text, part, len);
        vt_refbuf_add(&b, &before, 1);
        vt_refbuf_slug(&b, text);
        before = '/';
        part += part[len] == '/' ? len + 1 : len;
      }
      const char *id = vt_refbuf_take(s, &b);
      vt_refbuf_free(&b);
      if (list == NULL) s->no_memory = true;
      else list[0] = id;
      return (vitext_list)list;
    }
    if (!vt_table_more(s->laws, row)) return NULL;
  }
  return NULL;
}

/* The known documents for r: by its id, without date, then by its antecedent's. */
static vitext_list known_ids(vt_refscan *s, const vt_known *known, const vt_reference *items,
                             const vt_reference *r)
{
  const vt_reference *who[2] = { r, r->antecedent >= 0 ? &items[r->antecedent] : NULL };
  for (int i = 0; i < 2 && who[i] != NULL; i++) {
    const char *id = who[i]->canonical;
    const size_t len = strcspn(id, "#");
    vitext_list found = vt_known_find(known, id, len);
    if (found == NULL && who[i]->kind != VITEXT_REF_NAMED)
      found = vt_known_find(known, id, strcspn(id, "@#"));
    if (found == NULL) found = issued(s, who[i]);
    if (found == NULL) found = numbered_law(s, who[i]);
    if (found != NULL) return found;
  }
  return NULL;
}

/* The last mention of a type is kept in a table of its own, by type only. */
typedef struct type_last {
  const char *type;
  uint32_t index;
} type_last;
enum { TYPES_MAX = 64 };

static type_last *find_type(type_last *types, const char *type)
{
  for (int i = 0; i < TYPES_MAX; i++) {
    if (types[i].type == NULL || types[i].type == type || strcmp(types[i].type, type) == 0)
      return &types[i];
  }
  return NULL;
}

vitext_status vt_references_resolve(vt_refscan *s, const vt_known *known, vt_references *list)
{
  const vt_alloc *alloc = s->arena->alloc;
  type_last types[TYPES_MAX] = { { NULL, 0 } };
  last_table t = { NULL, 16 };
  while (t.size < 2 * (size_t)list->count) t.size *= 2;
  t.slots = vt_new(alloc, t.size, sizeof *t.slots);
  if (t.slots == NULL) return VITEXT_E_MEMORY;
  for (uint32_t i = 0; i < list->count; i++) {
    vt_reference *r = &list->items[i];
    const char *a, *b;
    identity(r, &a, &b);
    if (r->kind == VITEXT_REF_PROVISION) {
      const bool adjacent =
          i > 0 && r[-1].kind != VITEXT_REF_PROVISION && is_adjacent(s, &r[-1], r);
      if (adjacent) r->antecedent = (int32_t)i - 1;
    } else if (r->kind == VITEXT_REF_ANAPHOR) {
      const type_last *last = find_type(types, r->type);
      if (is_called_back(r) && last != NULL && last->type != NULL)
        r->antecedent = (int32_t)last->index;
    } else {
      if (a[0] != '\0') {
        uint32_t *slot = find(&t, list->items, r->type, a, b);
        const vt_reference *earlier = *slot != 0 ? &list->items[*slot - 1] : NULL;
        if (r->antecedent >= 0 || earlier == NULL) *slot = i + 1; /* an alias, or the first */
        else if (completes(earlier, r)) r->antecedent = (int32_t)*slot - 1;
        else if (earlier->antecedent >= 0 && strcmp(earlier->canonical, r->canonical) == 0)
          r->antecedent = earlier->antecedent; /* what the alias stands for */
        else *slot = i + 1;                    /* a fuller mention stays the one to point at */
      }
      type_last *last = find_type(types, r->type);
      if (last != NULL) *last = (type_last){ r->type, i };
    }
    vitext_list ids = known_ids(s, known, list->items, r);
    if (ids != NULL) r->resolved = ids;
  }
  vt_release(alloc, t.slots, t.size * sizeof *t.slots);
  return s->no_memory ? VITEXT_E_MEMORY : VITEXT_OK;
}
