/* record.c - writing what was found as records, with their strings in the document's arena. */
#include <string.h>
#include "vt_find.h"
#include "vt_letter.h"
#include "vt_utf8.h"

#define NOBODY UINT32_MAX /* in place of the number of a mention */

static vt_nspan span_of(const vt_find *f, vt_range r)
{
  if (r.end <= r.first) return (vt_nspan){ 0, 0 };
  return (vt_nspan){ vt_find_begin(f, r.first), vt_find_stop(f, r.end - 1) };
}

/* The same without the dot of an abbreviation at its end. */
static vt_nspan office_span(const vt_find *f, vt_range r)
{
  vt_nspan s = span_of(f, r);
  if (s.end > s.begin && f->text.bytes[s.end - 1] == '.') s.end--;
  return s;
}

static const char *copy(vt_find *f, vt_nspan s)
{
  if (s.end <= s.begin) return "";
  const char *text = vt_arena_copy(f->arena, f->text.bytes + s.begin, s.end - s.begin);
  if (text == NULL) f->failed = true;
  return text;
}

static bool is_letter(uint32_t cp)
{
  const vt_class c = vt_class_of(cp);
  return c == VT_CLASS_UPPER || c == VT_CLASS_LOWER || c == VT_CLASS_LETTER || c == VT_CLASS_MARK;
}

/* A name in capitals as title case: every syllable keeps its first letter. */
static const char *title_case(vt_find *f, vt_nspan s)
{
  char *to = vt_arena_get(f->arena, 3 * (size_t)(s.end - s.begin) + 1);
  if (to == NULL) {
    f->failed = true;
    return "";
  }
  size_t used = 0;
  bool inside = false;
  for (uint32_t at = s.begin; at < s.end;) {
    const uint32_t cp = vt_utf8_next(f->text.bytes, &at);
    used += vt_utf8_put(inside ? vt_lower(cp) : cp, to + used);
    inside = is_letter(cp);
  }
  return to;
}

static bool in_capitals(const vt_find *f, vt_range name)
{
  bool any = false;
  for (uint32_t i = name.first; i < name.end; i++) {
    const vt_token t = f->tokens->items[i];
    if (!vt_find_is_word(f, i) || t.end - t.begin <= 2 || t.kind == VITEXT_TOKEN_ABBREVIATION)
      continue;
    if (!vt_find_is_capitals(f, i)) return false;
    any = true;
  }
  return any;
}

static const char *name_of(vt_find *f, vt_range name)
{
  const vt_nspan s = span_of(f, name);
  return in_capitals(f, name) ? title_case(f, s) : copy(f, s);
}

/* Words of a title in lower case, tone in the old style, a blank between them. All are spelled in
 * the vocabulary, or the title had not been found there. */
static const char *normal_words(vt_find *f, vt_range r)
{
  size_t most = 1;
  for (uint32_t i = r.first; i < r.end; i++)
    most += 3 * strlen(vt_lexicon_spelling(f->lex, f->ids[i])) + 1;
  char *to = vt_arena_get(f->arena, most);
  if (to == NULL) {
    f->failed = true;
    return "";
  }
  size_t used = 0;
  for (uint32_t i = r.first; i < r.end; i++) {
    const char *spelling = vt_lexicon_spelling(f->lex, f->ids[i]);
    const size_t len = strlen(spelling);
    if (i > r.first) to[used++] = ' ';
    for (uint32_t at = 0; at < len;) /* a caller's own word is as the caller wrote it */
      used += vt_utf8_put(vt_lower(vt_utf8_next(spelling, &at)), to + used);
  }
  to[used] = '\0';
  return to;
}

/* Each rank of the row of ranks by itself. */
static vitext_list titles_of(vt_find *f, vt_range ranks)
{
  static const char *const none[] = { NULL };
  if (ranks.end <= ranks.first) return none;
  const char **list = vt_arena_get(f->arena, (ranks.end - ranks.first + 1) * sizeof *list);
  if (list == NULL) {
    f->failed = true;
    return none;
  }
  uint32_t count = 0;
  f->end = ranks.end;
  for (uint32_t i = ranks.first; i < ranks.end;) {
    uint32_t row;
    const uint32_t len = vt_find_match(f, VT_TABLE_PERSON_RANKS, i, &row);
    if (len == 0) {
      i++;
      continue;
    }
    vt_nspan s = span_of(f, (vt_range){ i, i + len });
    if (f->text.bytes[s.end - 1] == '.') s.end--;
    list[count++] = copy(f, s);
    i += len;
  }
  return list;
}

static void fill_mention(vt_find *f, const vt_who *w, vt_mention *m)
{
  const vt_one *one = &f->ones.items[w->person];
  *m =
      (vt_mention){ .span = span_of(f, w->name), .person = w->person, .name = name_of(f, w->name) };
  const vt_range longest = f->people.items[one->longest].name;
  m->kind = w->alias ? VITEXT_MENTION_ALIAS
            : w->name.end - w->name.first < longest.end - longest.first ||
                    w->name.end - w->name.first == 1
                ? VITEXT_MENTION_SHORT
                : VITEXT_MENTION_FULL;
  m->honorific_span = span_of(f, w->address);
  m->honorific = w->one != NULL ? w->one : copy(f, span_of(f, w->address));
  m->titles = titles_of(f, w->ranks);
}

static void fill_person(vt_find *f, const vt_one *one, vt_person *p)
{
  uint32_t row, surname = 0;
  const vt_range name = f->people.items[one->longest].name;
  *p = (vt_person){ .official = one->official, .first_mention = -1, .name = name_of(f, name) };
  f->end = name.end;
  if (vt_name_score(f, name.first, name.end) > 0)
    surname = vt_find_match(f, VT_TABLE_PERSON_SURNAMES, name.first, &row);
  p->surname = surname > 0 ? name_of(f, (vt_range){ name.first, name.first + surname }) : "";
  p->given = name_of(f, (vt_range){ surname > 0 ? name.end - 1 : name.first, name.end });
  if (surname == 0 && name.end - name.first > 1) p->given = "";
}

/* What the title alone says: a Bi thu is of the Party. */
static int32_t sphere_of(const vt_find *f, uint32_t row)
{
  const char *sphere = vt_find_cell(f, VT_TABLE_POST_TITLES, row, VT_POST_TITLES_SPHERE);
  for (int32_t k = 1; sphere[0] != '\0' && vt_find_sphere(k)[0] != '\0'; k++)
    if (strcmp(vt_find_sphere(k), sphere) == 0) return k;
  return 0;
}

/* "Chu tich UBND tinh (2016-2021)". */
static vt_tenure bracketed(vt_find *f, const vt_post *p)
{
  vt_tenure t = { 0 };
  const uint32_t i = p->organ.at.end > p->title.end ? p->organ.at.end : p->title.end;
  f->end = f->tokens->count;
  if (i + 2 >= f->end || vt_find_mark(f, i) != '(') return t;
  const uint32_t end = vt_tenure_read(f, i + 1, &t);
  return end < f->end && vt_find_mark(f, end) == ')' ? t : (vt_tenure){ 0 };
}

/* How sure: by construction, less for a name or an organisation that was guessed. Estimates: they
 * order positions, they are not counted frequencies. */
static uint32_t percent_of(const vt_find *f, const vt_held *h)
{
  static const struct {
    const char *rule;
    uint32_t percent;
  } rules[] = { { "P1", 96 }, { "P2", 96 }, { "P4", 90 }, { "P5", 93 },
                { "P6", 90 }, { "P7", 92 }, { "P8", 96 }, { "P11", 96 } };
  uint32_t percent = 90;
  for (size_t k = 0; k < sizeof rules / sizeof *rules; k++)
    if (strcmp(rules[k].rule, h->rule) == 0) percent = rules[k].percent;
  if (h->who == NOBODY) return 80;
  if (f->people.items[h->who].strength < 3) percent -= 6;
  if (f->posts.items[h->post].organ.guessed) percent -= 10;
  return percent;
}

static void fill_position(vt_find *f, const vt_held *h, vt_position *p)
{
  const vt_post *post = &f->posts.items[h->post];
  const vt_organ *o = &post->organ;
  *p = (vt_position){ .title_span = office_span(f, post->title),
                      .person = h->who == NOBODY ? -1 : f->people.items[h->who].person,
                      .status = h->status != 0 ? h->status : VITEXT_POST_CURRENT,
                      .sphere = o->sphere,
                      .level = o->level,
                      .standing = post->standing,
                      .same_as = -1,
                      .replaces = -1,
                      .percent = percent_of(f, h),
                      .rule = h->rule };
  if (o->at.end > o->at.first) p->org_span = office_span(f, o->at);
  p->title = normal_words(f, post->title);
  p->org = vt_complete(f, post);
  p->term = copy(f, span_of(f, post->term));
  const vt_tenure t = h->tenure.since.year != 0 ? h->tenure : bracketed(f, post);
  p->since = vt_date_text(f, t.since);
  p->until = vt_date_text(f, t.until);
  p->head = post->row == VT_ROW_NONE
                ? p->title
                : vt_find_cell(f, VT_TABLE_POST_TITLES, post->row, VT_POST_TITLES_HEAD);
  if (post->row == VT_ROW_NONE) return;
  if (p->sphere == 0) p->sphere = sphere_of(f, post->row);
  if (p->level == 0) {
    const char *level = vt_find_cell(f, VT_TABLE_POST_TITLES, post->row, VT_POST_TITLES_LEVEL);
    p->level = level[0] == '\0' ? 0 : level[0] - '0';
  }
  p->deputy = vt_find_cell(f, VT_TABLE_POST_TITLES, post->row, VT_POST_TITLES_DEPUTY)[0] != '0';
}

static bool room(vt_find *f, vt_officials *out)
{
  size_t cap = out->persons.cap;
  if (!vt_vec_grow(f->alloc, (void **)(void *)&out->persons.items, &cap, f->ones.count + 1,
                   sizeof *out->persons.items))
    return false;
  out->persons.cap = (uint32_t)cap;
  cap = out->mentions.cap;
  if (!vt_vec_grow(f->alloc, (void **)(void *)&out->mentions.items, &cap,
                   f->people.count + f->roles.count + 1, sizeof *out->mentions.items))
    return false;
  out->mentions.cap = (uint32_t)cap;
  cap = out->positions.cap;
  if (!vt_vec_grow(f->alloc, (void **)(void *)&out->positions.items, &cap,
                   f->held.count + f->roles.count + 1, sizeof *out->positions.items))
    return false;
  out->positions.cap = (uint32_t)cap;
  return true;
}

/* "giam doc" of nobody and of nothing is no mention of a person. */
static bool is_role(const vt_find *f, const vt_lone_post *r, const vt_post *post)
{
  if (post->used) return false; /* a signature or a form found its holder */
  return r->person >= 0 || post->organ.at.end > 0 || vt_find_is_capital(f, post->title.first);
}

static void put_role(vt_find *f, const vt_lone_post *r, vt_officials *out)
{
  static const char *const none[] = { NULL };
  const vt_post *post = &f->posts.items[r->post];
  if (!is_role(f, r, post)) return;
  vt_range at = post->title;
  if (post->organ.at.end > at.end) at.end = post->organ.at.end;
  out->mentions.items[out->mentions.count++] = (vt_mention){ .span = office_span(f, at),
                                                             .person = r->person,
                                                             .kind = VITEXT_MENTION_ROLE,
                                                             .name = copy(f, span_of(f, at)),
                                                             .honorific = "",
                                                             .titles = none };
  if (r->person >= 0) return; /* its holder has the position */
  vt_position *p = &out->positions.items[out->positions.count++];
  fill_position(f, &(vt_held){ .post = r->post, .who = NOBODY, .status = post->status, .rule = "" },
                p);
  p->mention = (int32_t)out->mentions.count - 1;
}

/* Posts of one mention by their place in the text. */
static void order_positions(vt_position *p, uint32_t count)
{
  for (uint32_t k = 1; k < count; k++) {
    const vt_position x = p[k];
    uint32_t j = k;
    for (; j > 0 && k - j < 32 && p[j - 1].title_span.begin > x.title_span.begin; j--)
      p[j] = p[j - 1];
    p[j] = x;
  }
}

/* The person who leaves the office: named after its new holder in the same sentence. */
static int32_t replaced_by(const vt_find *f, uint32_t who)
{
  enum { NEAR = 6 };
  for (size_t k = who + 1; k < f->people.count && k - who <= NEAR; k++) {
    const vt_who *w = &f->people.items[k];
    if (w->sentence != f->people.items[who].sentence) break;
    if (w->replaced && !w->dropped) return w->person;
  }
  return -1;
}

/* Position k of its person, compared with those before it: which one says the same more fully. */
static void join_same(vt_find *f, vt_position *all, uint32_t k)
{
  enum { LOOK = 8 };
  vt_one *one = &f->ones.items[all[k].person];
  int looked = 0;
  for (int32_t q = one->last; q >= 0 && looked < LOOK; q = f->older[q], looked++) {
    if (all[q].status != all[k].status || strcmp(all[q].title, all[k].title) != 0) continue;
    const size_t a = strlen(all[q].org), b = strlen(all[k].org);
    if (b <= a && memcmp(all[q].org, all[k].org, b) == 0) {
      all[k].same_as = all[q].same_as >= 0 ? all[q].same_as : q;
      break;
    }
    if (a < b && memcmp(all[q].org, all[k].org, a) == 0 && all[q].same_as < 0)
      all[q].same_as = (int32_t)k;
  }
  f->older[k] = one->last;
  one->last = (int32_t)k;
}

static void put_positions(vt_find *f, uint32_t who, size_t *h, vt_officials *out)
{
  const uint32_t first = out->positions.count;
  for (; *h < f->held.count && f->held.items[*h].who <= who; (*h)++) {
    if (f->held.items[*h].who < who) continue;
    vt_position *p = &out->positions.items[out->positions.count++];
    fill_position(f, &f->held.items[*h], p);
    p->mention = (int32_t)out->mentions.count - 1;
    if (p->status == VITEXT_POST_APPOINTED) p->replaces = replaced_by(f, who);
  }
  order_positions(out->positions.items + first, out->positions.count - first);
  for (uint32_t k = first; k < out->positions.count && !f->failed; k++)
    join_same(f, out->positions.items, k);
}

bool vt_records(vt_find *f, vt_officials *out)
{
  if (!room(f, out) || !vt_complete_open(f)) return false;
  f->older = vt_arena_get(&f->scratch, out->positions.cap * sizeof *f->older);
  if (f->older == NULL) return false;
  for (size_t k = 0; k < f->ones.count; k++) f->ones.items[k].last = -1;
  for (size_t k = 0; k < f->ones.count; k++)
    fill_person(f, &f->ones.items[k], &out->persons.items[out->persons.count++]);
  size_t r = 0, h = 0;
  for (uint32_t who = 0; who < f->people.count && !f->failed; who++) {
    const vt_who *w = &f->people.items[who];
    if (w->dropped) continue;
    for (; r < f->roles.count && f->posts.items[f->roles.items[r].post].title.first < w->name.first;
         r++)
      put_role(f, &f->roles.items[r], out);
    vt_person *p = &out->persons.items[w->person];
    if (p->first_mention < 0) p->first_mention = (int32_t)out->mentions.count;
    fill_mention(f, w, &out->mentions.items[out->mentions.count++]);
    put_positions(f, who, &h, out);
  }
  for (; r < f->roles.count; r++) put_role(f, &f->roles.items[r], out);
  return !f->failed;
}
