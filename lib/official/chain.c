/* chain.c - which mentions are one person, and whom an office alone stands for (spec section 7).
 * Persons are looked up by hash of the full name and of the parts a short mention may use, so that
 * a list of thousands costs linear time. */
#include <string.h>
#include "vt_find.h"

enum {
  MAX_LOOK = 24 /* persons of one given name that are tried, newest first */,
  PARAGRAPH = 8 /* sentences a bare given name reaches back */,
  PROVINCE = 4 /* level of an organisation */
};

/* A person under a key; the newest first. */
typedef struct entry {
  vt_key key;
  uint32_t person;
  int32_t older;
} entry;
typedef struct index {
  VT_VEC(entry) entries;
  int32_t *slots;
  uint32_t bits;
} index;

typedef struct chains {
  vt_find *f;
  index full, part;
  uint32_t *first_held; /* by mention: its posts in f->held, sorted by mention */
} chains;

static bool open_index(vt_find *f, index *x)
{
  x->bits = 4;
  while (((size_t)1 << x->bits) < f->people.count && x->bits < 22) x->bits++;
  x->slots = vt_arena_get(&f->scratch, sizeof *x->slots << x->bits);
  if (x->slots == NULL) return false;
  for (size_t k = 0; k < (size_t)1 << x->bits; k++) x->slots[k] = -1;
  return true;
}

static int32_t *slot_of(const index *x, vt_key key)
{
  return &x->slots[key * 0x9E3779B97F4A7C15u >> (64 - x->bits)];
}

static bool put(vt_find *f, index *x, vt_key key, uint32_t person)
{
  int32_t *slot = slot_of(x, key);
  if (*slot >= 0 && x->entries.items[*slot].key == key && x->entries.items[*slot].person == person)
    return true;
  if (!vt_vec_room(f->alloc, &x->entries)) return false;
  x->entries.items[x->entries.count] = (entry){ key, person, *slot };
  *slot = (int32_t)x->entries.count++;
  return true;
}

static vt_key full_key(const vt_find *f, vt_range name)
{
  uint64_t h = name.end - name.first;
  for (uint32_t i = name.first; i < name.end; i++) h = h * 0x100000001B3u + vt_find_key(f, i);
  return h;
}

static bool same_words(const vt_find *f, uint32_t a, uint32_t b, uint32_t count)
{
  for (uint32_t k = 0; k < count; k++)
    if (vt_find_key(f, a + k) != vt_find_key(f, b + k)) return false;
  return true;
}

/* Whether a name is one that people shorten from the front (Putin) or the back (Tap, Y Bier). */
static bool is_foreign(vt_find *f, vt_range name)
{
  if (vt_name_score(f, name.first, name.end) <= 0) return true;
  for (uint32_t i = name.first; i < name.end; i++)
    if (f->tokens->items[i].kind == VITEXT_TOKEN_WORD) return true;
  return false;
}

static uint8_t sex_of_name(vt_find *f, vt_range name)
{
  for (uint32_t i = name.first + 1; i + 1 < name.end; i++) {
    uint32_t row;
    if (vt_find_match(f, VT_TABLE_PERSON_MIDDLES, i, &row) != 1) continue;
    const char sex = vt_find_cell(f, VT_TABLE_PERSON_MIDDLES, row, VT_PERSON_MIDDLES_SEX)[0];
    if (sex != '\0') return (uint8_t)sex;
  }
  return 0;
}

/* Short name s is a part of full name l as people use it. */
static bool is_short_of(vt_find *f, vt_range s, vt_range l)
{
  const uint32_t n = s.end - s.first, m = l.end - l.first;
  if (n >= m) return false;
  if (same_words(f, s.first, l.end - n, n)) return n <= 2 || is_foreign(f, l);
  if (!is_foreign(f, l)) return false;
  for (uint32_t k = l.first; k + n <= l.end; k++)
    if (same_words(f, s.first, k, n)) return true;
  return false;
}

/* The province mention who holds an office in now, a hash of its name; 0: none is said. */
static vt_key home_of(const chains *c, uint32_t who)
{
  const vt_find *f = c->f;
  for (uint32_t k = c->first_held[who]; k < f->held.count && f->held.items[k].who == who; k++) {
    const vt_organ *o = &f->posts.items[f->held.items[k].post].organ;
    if (f->held.items[k].status == VITEXT_POST_CURRENT && o->level == PROVINCE &&
        o->place.end > o->place.first)
      return full_key(f, o->place);
  }
  return 0;
}

/* Whether a post of mention who is in the province home. */
static bool works_in(const chains *c, uint32_t who, vt_key home)
{
  const vt_find *f = c->f;
  for (uint32_t k = c->first_held[who]; k < f->held.count && f->held.items[k].who == who; k++) {
    const vt_organ *o = &f->posts.items[f->held.items[k].post].organ;
    if (o->place.end > o->place.first && full_key(f, o->place) == home) return true;
  }
  return false;
}

/* Two officials of one name: what they hold now is in two provinces. */
static bool are_namesakes(const chains *c, const vt_one *one, uint32_t who)
{
  const vt_key home = home_of(c, who);
  return home != 0 && one->home != 0 && one->home != home && !works_in(c, one->first, home) &&
         !works_in(c, who, one->home);
}

/* The first title of mention who, VT_ROW_NONE: it has none. */
static uint32_t title_row(const chains *c, uint32_t who)
{
  const uint32_t k = c->first_held[who];
  return k < c->f->held.count && c->f->held.items[k].who == who
             ? c->f->posts.items[c->f->held.items[k].post].row
             : VT_ROW_NONE;
}

static bool holds_title(const chains *c, uint32_t person, uint32_t row)
{
  const vt_find *f = c->f;
  const char *head = vt_find_cell(f, VT_TABLE_POST_TITLES, row, VT_POST_TITLES_HEAD);
  const uint32_t first = f->ones.items[person].first;
  for (uint32_t k = c->first_held[first]; k < f->held.count && f->held.items[k].who == first; k++) {
    const uint32_t r = f->posts.items[f->held.items[k].post].row;
    if (r == row ||
        strcmp(vt_find_cell(f, VT_TABLE_POST_TITLES, r, VT_POST_TITLES_HEAD), head) == 0)
      return true;
  }
  return false;
}

static int32_t find_full(const chains *c, uint32_t who)
{
  const vt_find *f = c->f;
  const vt_range name = f->people.items[who].name;
  const vt_key key = full_key(f, name);
  for (int32_t e = *slot_of(&c->full, key); e >= 0; e = c->full.entries.items[e].older) {
    if (c->full.entries.items[e].key != key) continue;
    const vt_range old =
        f->people.items[f->ones.items[c->full.entries.items[e].person].longest].name;
    if (old.end - old.first == name.end - name.first &&
        same_words(f, old.first, name.first, name.end - name.first) &&
        !are_namesakes(c, &f->ones.items[c->full.entries.items[e].person], who))
      return (int32_t)c->full.entries.items[e].person;
  }
  return -1;
}

static int32_t find_short(const chains *c, uint32_t who)
{
  vt_find *f = c->f;
  const vt_who *w = &f->people.items[who];
  const vt_key key = vt_find_key(f, w->name.end - 1);
  const uint32_t row = w->address.end == 0 && w->ranks.end == 0 ? title_row(c, who) : VT_ROW_NONE;
  int looked = 0;
  int32_t other = -1; /* of whom no post is said */
  for (int32_t e = *slot_of(&c->part, key); e >= 0 && looked < MAX_LOOK;
       e = c->part.entries.items[e].older, looked++) {
    if (c->part.entries.items[e].key != key) continue;
    const uint32_t person = c->part.entries.items[e].person;
    const vt_one *one = &f->ones.items[person];
    const vt_who *longest = &f->people.items[one->longest];
    const uint8_t sex = one->sex != 0 ? one->sex : longest->sex;
    if (w->sex != 0 && sex != 0 && sex != w->sex) continue;
    if (!is_short_of(f, w->name, longest->name)) {
      if (w->name.end - w->name.first != longest->name.end - longest->name.first ||
          !same_words(f, w->name.first, longest->name.first, w->name.end - w->name.first) ||
          are_namesakes(c, one, who))
        continue;
    }
    if (row == VT_ROW_NONE || holds_title(c, person, row)) return (int32_t)person;
    if (!longest->posted && longest->address.end == 0 && other < 0) other = (int32_t)person;
  }
  return other;
}

static bool add_parts(chains *c, uint32_t person, vt_range name)
{
  vt_find *f = c->f;
  if (!put(f, &c->full, full_key(f, name), person)) return false;
  if (!put(f, &c->part, vt_find_key(f, name.end - 1), person)) return false;
  if (name.end - name.first < 2 || !is_foreign(f, name)) return true;
  for (uint32_t i = name.first; i + 1 < name.end; i++)
    if (!put(f, &c->part, vt_find_key(f, i), person)) return false;
  return true;
}

static bool new_person(chains *c, uint32_t who)
{
  vt_find *f = c->f;
  vt_who *w = &f->people.items[who];
  if (!vt_vec_room(f->alloc, &f->ones)) return false;
  const uint8_t by_name = sex_of_name(f, w->name);
  w->person = (int32_t)f->ones.count;
  f->ones.items[f->ones.count++] =
      (vt_one){ .first = who, .longest = who, .sex = w->sex != 0 ? w->sex : by_name };
  f->ones.items[w->person].home = home_of(c, who);
  return add_parts(c, (uint32_t)w->person, w->name);
}

static bool join(chains *c, uint32_t who, int32_t person)
{
  vt_find *f = c->f;
  vt_who *w = &f->people.items[who];
  vt_one *one = &f->ones.items[person];
  w->person = person;
  if (one->sex == 0) one->sex = w->sex;
  if (one->home == 0) one->home = home_of(c, who);
  const vt_range old = f->people.items[one->longest].name;
  if (w->name.end - w->name.first > old.end - old.first) {
    if (!w->alias) one->longest = who;
    return add_parts(c, (uint32_t)person, w->name);
  }
  if (w->alias) return add_parts(c, (uint32_t)person, w->name);
  return put(f, &c->part, vt_find_key(f, w->name.end - 1), (uint32_t)person);
}

/* A bare given name: only for somebody named shortly before. */
static bool link_bare(chains *c, uint32_t who)
{
  vt_find *f = c->f;
  vt_who *w = &f->people.items[who];
  const int32_t person = find_short(c, who);
  uint32_t last = 0;
  if (person >= 0) {
    for (uint32_t k = who; k-- > 0;) {
      last = f->people.items[k].sentence;
      if (f->people.items[k].person == person || who - k > 40) break;
    }
  }
  if (person < 0 || w->sentence - last > PARAGRAPH) {
    w->dropped = true;
    return true;
  }
  return join(c, who, person);
}

static bool link_one(chains *c, uint32_t who)
{
  vt_find *f = c->f;
  vt_who *w = &f->people.items[who];
  if (w->strength == 0) return link_bare(c, who);
  const uint32_t n = w->name.end - w->name.first;
  int32_t person = -1;
  if (w->alias && who > 0) person = f->people.items[who - 1].person;
  if (person < 0) person = find_full(c, who);
  if (person < 0 && n <= 3) person = find_short(c, who);
  if (person < 0 && w->strength == 1 && !w->posted) {
    w->dropped = true;
    return true;
  }
  return person >= 0 ? join(c, who, person) : new_person(c, who);
}

/* ---- Roles ---- */

/* The organisation of a role is that of the holder, or its beginning, or is not said. */
static bool fits(const vt_find *f, const vt_post *role, const vt_post *held)
{
  if (role->organ.at.end == 0) return true;
  const uint32_t n = role->organ.at.end - role->organ.at.first;
  return held->organ.at.end - held->organ.at.first >= n &&
         same_words(f, role->organ.at.first, held->organ.at.first, n);
}

static bool same_title(const vt_find *f, const vt_post *a, const vt_post *b)
{
  return a->row == b->row && a->title.end - a->title.first == b->title.end - b->title.first &&
         same_words(f, a->title.first, b->title.first, a->title.end - a->title.first);
}

/* Each role is looked for among the last holders of its title before it; two of them: nobody. */
static bool link_roles(vt_find *f)
{
  const uint32_t rows = vt_table_rows(vt_find_table(f, VT_TABLE_POST_TITLES)) + 1;
  int32_t *newest = vt_arena_get(&f->scratch, rows * sizeof *newest);
  int32_t *older = vt_arena_get(&f->scratch, (f->held.count + 1) * sizeof *older);
  if (newest == NULL || older == NULL) return false;
  for (uint32_t k = 0; k < rows; k++) newest[k] = -1;
  size_t h = 0;
  for (size_t k = 0; k < f->roles.count; k++) {
    const vt_post *role = &f->posts.items[f->roles.items[k].post];
    for (;
         h < f->held.count && f->posts.items[f->held.items[h].post].title.first < role->title.first;
         h++) {
      const uint32_t row = f->posts.items[f->held.items[h].post].row;
      if (row >= rows) continue;
      older[h] = newest[row];
      newest[row] = (int32_t)h;
    }
    int32_t found = -1;
    int looked = role->status == VITEXT_POST_APPOINTED ? MAX_LOOK : 0; /* "bau Chu tich nuoc moi" */
    for (int32_t e = role->row < rows ? newest[role->row] : -1; e >= 0 && looked < MAX_LOOK;
         e = older[e], looked++) {
      const vt_held *x = &f->held.items[e];
      const int32_t person = f->people.items[x->who].person;
      if (x->status == VITEXT_POST_FORMER || !same_title(f, role, &f->posts.items[x->post]) ||
          !fits(f, role, &f->posts.items[x->post]))
        continue;
      if (found >= 0 && found != person) {
        found = -1;
        break;
      }
      found = person;
    }
    f->roles.items[k].person = found;
  }
  return true;
}

/* ---- All ---- */

/* Posts by mention, stable: a counting sort. */
static bool sort_held(vt_find *f, uint32_t *first)
{
  const size_t people = f->people.count, count = f->held.count;
  vt_held *sorted = vt_arena_get(&f->scratch, (count + 1) * sizeof *sorted);
  if (sorted == NULL) return false;
  for (size_t k = 0; k < count; k++) first[f->held.items[k].who + 1]++;
  for (size_t k = 0; k < people; k++) first[k + 1] += first[k];
  for (size_t k = count; k-- > 0;) {
    uint32_t *end = &first[f->held.items[k].who + 1];
    sorted[--*end] = f->held.items[k];
  }
  if (count > 0) memcpy(f->held.items, sorted, count * sizeof *sorted);
  for (size_t k = 0; k < people; k++) first[k] = first[k + 1];
  return true;
}

bool vt_chains(vt_find *f)
{
  chains c = { .f = f };
  c.first_held = vt_arena_get(&f->scratch, (f->people.count + 2) * sizeof *c.first_held);
  bool ok = c.first_held != NULL && sort_held(f, c.first_held) && open_index(f, &c.full) &&
            open_index(f, &c.part);
  for (uint32_t who = 0; ok && who < f->people.count; who++)
    if (!f->people.items[who].dropped) ok = link_one(&c, who);
  ok = ok && link_roles(f);
  vt_vec_free(f->alloc, &c.full.entries);
  vt_vec_free(f->alloc, &c.part.entries);
  return ok;
}
