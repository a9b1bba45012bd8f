/* json_officials.c - persons, mentions and positions as JSON, in two groupings. */
#include "vt_json.h"
#include "vt_name.h"

/* Which mentions and positions belong to a person, as chains through arrays; NONE ends one. rank:
 * the place of a record among those of its person. */
enum { NONE = -1 };
typedef struct chain {
  int32_t *first, *last, *next, *rank;
} chain;
typedef struct groups {
  const vt_alloc *alloc;
  int32_t *block; /* all arrays are cut from it */
  size_t block_len;
  chain mentions, positions;
} groups;

static int32_t *cut(int32_t **at, size_t count)
{
  int32_t *piece = *at;
  *at += count;
  return piece;
}

static void link_record(chain *c, int32_t person, int32_t record)
{
  c->next[record] = NONE;
  if (c->first[person] == NONE) {
    c->first[person] = record;
    c->rank[record] = 0;
  } else {
    c->next[c->last[person]] = record;
    c->rank[record] = c->rank[c->last[person]] + 1;
  }
  c->last[person] = record;
}

static void make_chain(chain *c, int32_t **at, size_t persons, size_t records)
{
  c->first = cut(at, persons);
  c->last = cut(at, persons);
  c->next = cut(at, records);
  c->rank = cut(at, records);
  for (size_t i = 0; i < persons; i++) c->first[i] = c->last[i] = NONE;
}

static bool is_person(const vt_layers *l, int32_t person)
{
  return person >= 0 && (size_t)person < l->person_count;
}

static vitext_status group(const vt_json *j, groups *g)
{
  const vt_layers *l = j->layers;
  g->alloc = vt_document_alloc(j->doc);
  g->block_len = 4 * l->person_count + 2 * l->mention_count + 2 * l->position_count;
  if (g->block_len == 0) return VITEXT_OK;
  g->block = vt_new(g->alloc, g->block_len, sizeof *g->block);
  if (g->block == NULL) return VITEXT_E_MEMORY;
  int32_t *at = g->block;
  make_chain(&g->mentions, &at, l->person_count, l->mention_count);
  make_chain(&g->positions, &at, l->person_count, l->position_count);
  for (size_t i = 0; i < l->mention_count; i++) {
    const vitext_mention *m = &l->mentions[i];
    if (m->kind == VITEXT_MENTION_ROLE || !is_person(l, m->person)) continue;
    link_record(&g->mentions, m->person, (int32_t)i);
  }
  for (size_t i = 0; i < l->position_count; i++) {
    if (!is_person(l, l->positions[i].person)) continue;
    link_record(&g->positions, l->positions[i].person, (int32_t)i);
  }
  return VITEXT_OK;
}

static void groups_free(groups *g)
{
  vt_release(g->alloc, g->block, g->block_len * sizeof *g->block);
}

static bool has_small_letter(const char *s, size_t len)
{
  for (size_t i = 0; i < len; i++) {
    if (s[i] >= 'a' && s[i] <= 'z') return true;
  }
  return false;
}

/* The surface; but a name in capitals is said in title case. */
static void mention_name(vt_json *j, const vitext_mention *m)
{
  char room[VT_PIECE];
  vitext_span rest = vt_document_surface(j->doc, &j->far, m->span);
  bool small = false;
  for (vt_text s; (s = vt_document_piece(j->doc, &j->far, &rest, room)).len > 0;)
    small = small || has_small_letter(s.bytes, s.len);
  if (!small && has_small_letter(m->name, strlen(m->name))) vt_json_text(j, "name", m->name);
  else vt_json_surface(j, "name", m->span);
}

static void mention(vt_json *j, const vitext_mention *m)
{
  vt_json_open(j, &j->near, m->span);
  mention_name(j, m);
  vt_json_text(j, "kind", vt_name(VITEXT_NAME_MENTION, m->kind));
  vt_json_text(j, "honorific", m->honorific);
  vt_json_list(j, "titles", m->titles);
  vt_out_char(j->out, '}');
}

static bool is_empty(vitext_span s)
{
  return s.begin == s.end;
}

/* "org_start", "org_end", "org" with a comma before, where there is one. */
static void organisation(vt_json *j, const vitext_position *p)
{
  if (is_empty(p->org_span)) return;
  vt_out_char(j->out, ',');
  vt_json_span(j, &j->far, "org_start", "org_end", p->org_span);
  vt_json_surface(j, "org", p->org_span);
}

/* An index with a comma before it; NONE: nothing. */
static void index_member(vt_json *j, const char *name, int32_t index)
{
  if (index < 0) return;
  vt_out_bytes(j->out, ",\"", 2);
  vt_out_text(j->out, name);
  vt_out_bytes(j->out, "\":", 2);
  vt_out_number(j->out, (uint32_t)index);
}

static void true_member(vt_json *j, const char *name, uint32_t value)
{
  if (value == 0) return;
  vt_out_bytes(j->out, ",\"", 2);
  vt_out_text(j->out, name);
  vt_out_bytes(j->out, "\":true", 6);
}

static void position(vt_json *j, const groups *g, const vitext_position *p)
{
  const vt_layers *l = j->layers;
  vt_out_char(j->out, '{');
  const vitext_mention *m = &l->mentions[p->mention];
  if (m->kind != VITEXT_MENTION_ROLE) { /* a role is no mention of the person's list */
    vt_out_text(j->out, "\"mention\":");
    vt_out_number(j->out, (uint32_t)g->mentions.rank[p->mention]);
    vt_out_char(j->out, ',');
  }
  vt_json_span(j, &j->near, "title_start", "title_end", p->title_span);
  vt_json_surface(j, "title", p->title_span);
  vt_json_text(j, "title_norm", p->title);
  vt_json_text(j, "head", p->head);
  organisation(j, p);
  vt_json_text(j, "org_expanded", p->org);
  vt_json_text(j, "status", vt_name(VITEXT_NAME_POST, p->status));
  vt_json_text(j, "sphere", vt_name(VITEXT_NAME_SPHERE, p->sphere));
  vt_json_number(j, "level", (uint32_t)p->level);
  true_member(j, "deputy", p->deputy);
  true_member(j, "standing", p->standing);
  vt_json_text(j, "term", p->term);
  vt_json_text(j, "since", p->since);
  vt_json_text(j, "until", p->until);
  index_member(j, "replaces", p->replaces);
  index_member(j, "same_as", p->same_as < 0 ? NONE : g->positions.rank[p->same_as]);
  vt_json_text(j, "rule", p->rule);
  vt_json_number(j, "percent", p->percent);
  vt_out_char(j->out, '}');
}

static void person(vt_json *j, const groups *g, size_t i)
{
  const vt_layers *l = j->layers;
  const vitext_person *p = &l->persons[i];
  vt_out_text(j->out, "{\"name\":");
  vt_json_string(j, p->name, strlen(p->name));
  vt_json_text(j, "surname", p->surname);
  vt_json_text(j, "given", p->given);
  vt_out_text(j->out, p->official != 0 ? ",\"official\":true" : ",\"official\":false");
  vt_out_text(j->out, ",\"mentions\":[");
  for (int32_t m = g->mentions.first[i]; m != NONE; m = g->mentions.next[m]) {
    if (m != g->mentions.first[i]) vt_out_char(j->out, ',');
    mention(j, &l->mentions[m]);
  }
  vt_out_text(j->out, "],\"positions\":[");
  for (int32_t k = g->positions.first[i]; k != NONE; k = g->positions.next[k]) {
    if (k != g->positions.first[i]) vt_out_char(j->out, ',');
    position(j, g, &l->positions[k]);
  }
  vt_out_bytes(j->out, "]}", 2);
}

/* Mentions that only name an office; base: number of the first person in member; all: of nobody
 * too. */
static void roles(vt_json *j, const char *layer, const char *member, int32_t base, bool all)
{
  const vt_layers *l = j->layers;
  bool first = true;
  j->near = (vt_cursor){ 0 };
  vt_json_layer(j, layer);
  for (size_t i = 0; i < l->mention_count; i++) {
    const vitext_mention *m = &l->mentions[i];
    if (m->kind != VITEXT_MENTION_ROLE || (m->person < 0 && !all)) continue;
    if (!first) vt_out_char(j->out, ',');
    first = false;
    vt_json_open(j, &j->near, m->span);
    if (m->person >= 0) index_member(j, member, m->person + base);
    vt_out_char(j->out, '}');
  }
  vt_out_char(j->out, ']');
}

vitext_status vt_json_persons(vt_json *j)
{
  groups g = { 0 };
  const vitext_status st = group(j, &g);
  if (st != VITEXT_OK) return st;
  j->near = j->far = (vt_cursor){ 0 };
  vt_json_layer(j, "persons");
  for (size_t i = 0; i < j->layers->person_count; i++) {
    if (i > 0) vt_out_char(j->out, ',');
    person(j, &g, i);
  }
  vt_out_char(j->out, ']');
  roles(j, "roles", "person", 0, true);
  groups_free(&g);
  return VITEXT_OK;
}

static void flat_position(vt_json *j, const vitext_position *p)
{
  vt_out_char(j->out, '{');
  vt_json_span(j, &j->far, "title_start", "title_end", p->title_span);
  vt_json_surface(j, "title", p->title_span);
  organisation(j, p);
  vt_json_text(j, "status", vt_name(VITEXT_NAME_POST, p->status));
  vt_out_char(j->out, '}');
}

/* One mention with its positions, which begin at *next. */
static void flat_mention(vt_json *j, size_t i, size_t *next)
{
  const vt_layers *l = j->layers;
  const vitext_mention *m = &l->mentions[i];
  const bool official = is_person(l, m->person) && l->persons[m->person].official != 0;
  vt_json_open(j, &j->near, m->span);
  mention_name(j, m);
  vt_json_text(j, "honorific", m->honorific);
  vt_json_list(j, "titles", m->titles);
  vt_out_text(j->out, official ? ",\"official\":true" : ",\"official\":false");
  if (m->person >= 0) index_member(j, "chain", m->person + 1);
  vt_out_text(j->out, ",\"positions\":[");
  bool first = true;
  for (; *next < l->position_count && l->positions[*next].mention <= (int32_t)i; ++*next) {
    if (l->positions[*next].mention < (int32_t)i) continue; /* of a role: not in this format */
    if (!first) vt_out_char(j->out, ',');
    first = false;
    flat_position(j, &l->positions[*next]);
  }
  vt_out_bytes(j->out, "]}", 2);
}

void vt_json_mentions(vt_json *j)
{
  const vt_layers *l = j->layers;
  size_t next = 0;
  bool first = true;
  j->near = j->far = (vt_cursor){ 0 };
  vt_json_layer(j, "persons");
  for (size_t i = 0; i < l->mention_count; i++) {
    if (l->mentions[i].kind == VITEXT_MENTION_ROLE) continue;
    if (!first) vt_out_char(j->out, ',');
    first = false;
    flat_mention(j, i, &next);
  }
  vt_out_char(j->out, ']');
  roles(j, "nominals", "chain", 1, false);
}
