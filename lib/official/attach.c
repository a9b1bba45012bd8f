/* attach.c - the constructions: which post is said of which person (spec section 5.1).
 * One pass over the chunks of a sentence with what is open at each: an apposition, posts waiting
 * for a name, posts shared by a list, a verb of appointment waiting for its post. */
#include "vt_attach.h"

void vt_hold(vt_find *f, uint32_t who, uint32_t post, int32_t status, const char *rule)
{
  if (!vt_vec_room(f->alloc, &f->held)) {
    f->failed = true;
    return;
  }
  if (status == 0) status = VITEXT_POST_CURRENT;
  if (f->posts.items[post].status == VITEXT_POST_ACTING && status == VITEXT_POST_CURRENT)
    status = VITEXT_POST_ACTING;
  f->held.items[f->held.count++] = (vt_held){ post, who, status, rule, { { 0 }, { 0 } } };
  if (f->tenure.since.year != 0 && (rule[1] == '6' || rule[1] == '7'))
    f->held.items[f->held.count - 1].tenure = f->tenure;
  f->posts.items[post].used = true;
  f->people.items[who].posted = true;
}

void vt_attach_hold(vt_attaching *s, const vt_waiting *w, uint32_t who, const char *rule)
{
  for (uint32_t i = 0; i < w->count; i++)
    vt_hold(s->f, who, w->post[i], s->f->posts.items[w->post[i]].status, rule);
}

void vt_attach_wait(vt_waiting *w, uint32_t post)
{
  if (w->count < MAX_WAITING) w->post[w->count++] = post;
}

/* End appositions, lists and what verbs give. */
static void end_all(vt_attaching *s)
{
  s->open = s->list = s->against = s->address = false;
  s->before.count = s->shared.count = 0;
  s->status = s->giving = 0;
}

/* ---- Organisations shared by two titles ---- */

/* A title that takes no organisation: Tinh uy vien, in short TUV (R7). */
static bool stands_alone(vt_find *f, const vt_post *p)
{
  const char *kind = vt_find_cell(f, VT_TABLE_POST_TITLES, p->row, VT_POST_TITLES_KIND);
  return strcmp(kind, "alone") == 0 || (strcmp(kind, "abbr") == 0 && vt_attach_is_member(f, p));
}

bool vt_attach_apart(const vt_find *f, uint32_t a, uint32_t b)
{
  const uint32_t x = f->posts.items[a].row, y = f->posts.items[b].row;
  if (x == VT_ROW_NONE || y == VT_ROW_NONE || x == y) return false;
  const char *head = vt_find_cell(f, VT_TABLE_POST_TITLES, x, VT_POST_TITLES_HEAD);
  const char *deputy = vt_find_cell(f, VT_TABLE_POST_TITLES, x, VT_POST_TITLES_DEPUTY);
  return strcmp(head, vt_find_cell(f, VT_TABLE_POST_TITLES, y, VT_POST_TITLES_HEAD)) == 0 &&
         strcmp(deputy, vt_find_cell(f, VT_TABLE_POST_TITLES, y, VT_POST_TITLES_DEPUTY)) != 0;
}

/* "Chu tich kiem Bo truong Bo Ngoai giao": the title says of which unit it is; but a regiment has a
 * commander and a commissar. */
static bool names_unit(const vt_find *f, const vt_post *p)
{
  return p->organ.sphere != VITEXT_SPHERE_ARMY && p->row != VT_ROW_NONE && p->organ.unit >= 0 &&
         f->ids[p->title.first] == f->ids[p->organ.at.first];
}

/* "Pho Chu tich - Tong Thu ky Hoi X", "Chu tich va Pho Chu tich UBND", "Tong Bi thu, Chu tich nuoc
 * Lao": the organisation said once is of both. */
static void share_organ(vt_attaching *s)
{
  vt_find *f = s->f;
  for (size_t k = f->chunks.count; k-- > 0;) {
    if (vt_chunk_at(s, k)->kind != VT_CHUNK_POST || vt_chunk_at(s, k + 2)->kind != VT_CHUNK_POST)
      continue;
    vt_post *p = &f->posts.items[vt_chunk_at(s, k)->item];
    const vt_post *q = &f->posts.items[vt_chunk_at(s, k + 2)->item];
    if (p->organ.at.end != 0 || q->organ.at.end == 0) continue;
    if (names_unit(f, q) && f->ids[p->title.first] != f->ids[q->title.first]) continue;
    const vt_chunk *joint = vt_chunk_at(s, k + 1);
    const bool deputy = joint->kind == VT_CHUNK_AND &&
                        vt_attach_apart(f, vt_chunk_at(s, k)->item, vt_chunk_at(s, k + 2)->item);
    const bool both = vt_is_mark(joint, "-") || vt_is_verb(joint, VT_VERB_ALSO) || deputy;
    const bool states = vt_is_mark(joint, ",") && q->organ.unit < 0 && q->organ.level == 1 &&
                        vt_find_spells(f, p->title.end - 1, VT_W_THU_NGANG);
    if ((both && !stands_alone(f, p)) || states) p->organ = q->organ;
  }
}

/* ---- Marks and the rest ---- */

/* "...; Chu tich HDND tinh X doi voi ong B": the verb of the first item is that of all. */
static bool goes_to(const vt_attaching *s, size_t k)
{
  enum { LOOK = 8 };
  if (vt_chunk_at(s, k)->kind != VT_CHUNK_POST) return false;
  for (const size_t end = k + LOOK; k < end && !vt_is_mark(vt_chunk_at(s, k), ";."); k++)
    if (vt_is_verb(vt_chunk_at(s, k), VT_VERB_AGAINST) &&
        vt_chunk_at(s, k + 1)->kind == VT_CHUNK_WHO)
      return true;
  return false;
}

/* "A, sinh nam 1942; que o X; Uy vien BCH Trung uong khoa VI; ...": a post of a life. */
static bool is_of_life(const vt_attaching *s, size_t k)
{
  const vt_chunk *c = vt_chunk_at(s, k);
  return s->life >= 0 && (c->kind == VT_CHUNK_POST || vt_is_verb(c, VT_VERB_STATUS)) &&
         !vt_attach_leads_to_name(s, k);
}

static void on_semicolon(vt_attaching *s)
{
  const size_t next = vt_chunk_after(s, s->k);
  const vt_chunk *c = vt_chunk_at(s, next);
  const int32_t clause = s->clause;
  const bool more = (c->kind == VT_CHUNK_POST || vt_is_verb(c, VT_VERB_STATUS)) && s->open &&
                    !s->led && !vt_attach_leads_to_name(s, next);
  s->past = s->now = s->replace = s->against = s->passive = s->handover = false;
  if (s->clause == VITEXT_POST_FORMER) s->clause = 0;
  s->given.count = s->delivered.count = s->turn.count = 0;
  s->once = false;
  s->patient = -1;
  if (more) return;
  const bool given = s->giving != 0 && s->who >= 0 && c->kind == VT_CHUNK_POST &&
                     !vt_attach_leads_to_name(s, next);
  if (given) return; /* "A la POS; POS; POS" */
  const bool passive = (c->kind == VT_CHUNK_VERB || c->kind == VT_CHUNK_WORD) &&
                       vt_find_spells(s->f, c->at.first, VT_W_DUOC);
  const bool goes_on = passive || (c->kind == VT_CHUNK_VERB && c->sub != VT_VERB_STATUS &&
                                   c->sub != VT_VERB_APPOINT && c->sub != VT_VERB_RELEASE);
  const int32_t subject = goes_on ? s->subject : -1;
  const bool headed = s->heading.count > 0 && !s->list;
  const bool list = s->list || headed;
  const vt_waiting shared = headed ? s->heading : s->shared;
  end_all(s);
  s->subject = subject;
  if (is_of_life(s, next)) {
    s->who = s->life;
    s->open = true;
  } else if (clause != 0 && goes_to(s, next)) {
    s->clause = s->giving = clause;
    s->rule = "P6";
    s->who = -1;
  } else if (list) {
    s->list = true;
    s->shared = shared;
  }
}

static void on_mark(vt_attaching *s, uint8_t mark)
{
  s->leaver = -1;
  switch (mark) {
  case ',':
  case '-':
  case '/': break;
  case '(':
  case ')': s->bracket = mark == '('; break;
  case ';':
    s->bracket = false;
    on_semicolon(s);
    break;
  case ':':
    if (s->giving != 0 || s->against) break;
    if (s->before.count > 0) {
      s->shared = s->heading = s->before;
      s->list = true;
      s->before.count = 0;
    } else {
      const bool address = s->address; /* "co dong chi: A" */
      end_all(s);
      s->address = address;
    }
    break;
  default:
    end_all(s);
    if (mark == '.') {
      s->subject = -1;
      s->clause = 0;
      s->past = s->now = s->since = s->passive = s->handover = s->fresh = s->bracket = false;
      s->ahead = s->once = false;
      s->body = s->by = -1;
      s->delivered.count = 0;
      s->given.count = s->group.count = s->turn.count = s->heading.count = 0;
      s->life = s->patient = -1;
    }
    break;
  }
}

/* "cac dong chi trong Ban Thuong vu Tinh uy:": a list whose heading says who they are. */
static bool heads_list(const vt_attaching *s)
{
  enum { LOOK = 8 };
  for (size_t k = s->k + 1; k <= s->k + LOOK; k++) {
    if (vt_is_mark(vt_chunk_at(s, k), ":")) return true;
    if (vt_chunk_at(s, k)->kind == VT_CHUNK_MARK || vt_chunk_at(s, k)->kind == VT_CHUNK_WHO)
      return false;
  }
  return false;
}

static void on_address(vt_attaching *s, const vt_chunk *c)
{
  vt_who w = { 0 };
  vt_find_address(s->f, c->item, c->at, &w);
  const vt_chunk *next = vt_chunk_at(s, s->k + 1);
  if (w.one != NULL) {
    if (heads_list(s) || next->kind == VT_CHUNK_POST || next->kind == VT_CHUNK_VERB ||
        next->kind == VT_CHUNK_WHO) {
      s->listed = w;
      s->list_addressed = w.address.end > 0;
    }
    if (next->kind == VT_CHUNK_POST) s->f->posts.items[next->item].many = true;
  } else {
    s->addressed = w;
    s->address = true;
  }
}

/* The post is held now: it no longer waits for a name. */
static void wait_no_more(vt_waiting *w, uint32_t post)
{
  uint32_t kept = 0;
  for (uint32_t i = 0; i < w->count; i++)
    if (w->post[i] != post) w->post[kept++] = w->post[i];
  w->count = kept;
}

/* "chuc Truong Ban do ong A, POS, dam nhiem": who is named behind "do" holds the post before it. */
static void hold_by(vt_attaching *s)
{
  enum { LOOK = 24 }; /* chunks: posts of one apposition */
  size_t p = vt_chunk_before(s, s->k);
  if (vt_is_verb(vt_chunk_at(s, p), VT_VERB_NOW)) p = vt_chunk_before(s, p);
  if (vt_chunk_at(s, p)->kind != VT_CHUNK_POST) return;
  const vt_chunk *name = NULL;
  for (size_t k = s->k + 1; k <= s->k + LOOK; k++) {
    const vt_chunk *c = vt_chunk_at(s, k);
    if (vt_is_mark(c, ";.")) return;
    if (c->kind == VT_CHUNK_WHO && name == NULL) name = c;
    const bool acting = vt_is_verb(c, VT_VERB_ACTING);
    const uint8_t next = vt_chunk_at(s, k + 1)->kind;
    if (name == NULL || next == VT_CHUNK_POST || next == VT_CHUNK_ORGAN) continue;
    const bool whole = c->at.end - c->at.first > 1; /* "dam nhiem"; not "lam" a role of the day */
    if (!acting && !(whole && (vt_is_verb(c, VT_VERB_GIVE) || vt_is_verb(c, VT_VERB_ALSO))))
      continue;
    const uint32_t post = vt_chunk_at(s, p)->item;
    vt_hold(s->f, name->item, post, acting ? VITEXT_POST_ACTING : VITEXT_POST_CURRENT, "P7");
    wait_no_more(&s->given, post);
    return;
  }
}

/* Whether a post stands before the chunk at hand, a comma perhaps between. */
static bool is_behind_post(const vt_attaching *s)
{
  size_t k = vt_chunk_before(s, s->k);
  if (vt_is_mark(vt_chunk_at(s, k), ",")) k = vt_chunk_before(s, k);
  return vt_chunk_at(s, k)->kind == VT_CHUNK_POST;
}

/* A word that is no verb of office ends what is open, but a list in brackets. */
static void on_word(vt_attaching *s, const vt_chunk *c)
{
  if (s->bracket) { /* "A (phu trach dao tao), B": the list goes on */
    s->open = false;
    return;
  }
  const uint8_t word = vt_find_small(s->f, c->at.first);
  if (word == VT_W_GOM && s->before.count > 0 && heads_list(s) && is_behind_post(s))
    return; /* "Pho Truong Ban gom cac ong: A; B" */
  if (word == VT_W_NONE) {
    end_all(s);
    return;
  }
  static const uint8_t bridges[] = { VT_W_CHUC, VT_W_VU,  VT_W_DANH, VT_W_CUONG,
                                     VT_W_VI,   VT_W_TRI, VT_W_GHE,  VT_W_THEM,
                                     VT_W_VAI,  VT_W_TRO, VT_W_LAI,  VT_W_TAM_NANG };
  const uint8_t *bridge = memchr(bridges, word, sizeof bridges);
  if (bridge != NULL && (s->giving != 0 || s->clause != 0)) {
    if (s->giving == 0 && bridge - bridges < 5 && !s->got) vt_attach_give(s, s->clause, "P6");
    return;
  }
  if (word == VT_W_DUOC) {
    s->passive = true;
    s->patient = s->subject;
  }
  const bool close = s->k > 0 && vt_chunk_at(s, vt_chunk_before(s, s->k))->kind == VT_CHUNK_ORGAN;
  if (close && word == VT_W_DO) s->by = s->body;
  if (word == VT_W_DO && s->k > 0) hold_by(s);
  end_all(s);
  if (s->given.count > 0 && word == VT_W_CUA) s->against = true;
}

/* "PGS.TS A, Vien Tim mach, Pho Chu tich Hoi": where the person works, before the office. */
static bool is_workplace(const vt_attaching *s)
{
  if (!s->open || s->led || s->k < 2 || !vt_is_mark(vt_chunk_at(s, s->k - 1), ",")) return false;
  const vt_chunk *name = vt_chunk_at(s, s->k - 2);
  const size_t next = vt_chunk_after(s, s->k + 1);
  const vt_chunk *c = vt_chunk_at(s, next);
  return name->kind == VT_CHUNK_WHO && vt_is_mark(vt_chunk_at(s, s->k + 1), ",") &&
         (c->kind == VT_CHUNK_POST || vt_is_verb(c, VT_VERB_STATUS)) &&
         !vt_attach_leads_to_name(s, next);
}

static void one(vt_attaching *s)
{
  const vt_chunk *c = vt_chunk_at(s, s->k);
  switch ((vt_chunk_kind)c->kind) {
  case VT_CHUNK_WHO: vt_attach_who(s, c->item); break;
  case VT_CHUNK_POST: vt_attach_post(s, c->item); break;
  case VT_CHUNK_VERB: vt_attach_verb(s, c); break;
  case VT_CHUNK_MARK: on_mark(s, c->sub); break;
  case VT_CHUNK_ADDRESS: on_address(s, c); break;
  case VT_CHUNK_WORD: on_word(s, c); break;
  case VT_CHUNK_ORGAN:
    if (is_workplace(s)) break;
    end_all(s);
    s->body = s->f->organs.items[c->item].unit >= 0 ? (int32_t)c->item : -1;
    break;
  case VT_CHUNK_FILL:
    if (s->open && vt_find_spells(s->f, c->at.first, VT_W_SINH)) s->life = s->who;
    break;
  case VT_CHUNK_AND:
  case VT_CHUNK_MANY: break;
  }
}

/* Posts nobody was found for may stand for a person named elsewhere. */
static void keep_roles(vt_attaching *s)
{
  vt_find *f = s->f;
  for (size_t k = 0; k < f->chunks.count; k++) {
    const vt_chunk *c = &f->chunks.items[k];
    if (c->kind != VT_CHUNK_POST || f->posts.items[c->item].used || f->posts.items[c->item].many)
      continue;
    if (!vt_vec_room(f->alloc, &f->roles)) {
      f->failed = true;
      return;
    }
    f->roles.items[f->roles.count++] = (vt_lone_post){ c->item, -1 };
  }
}

/* The one person of the last sentence of this block that names any; -1: none, or two. */
static int32_t last_named(const vt_find *f)
{
  enum { LOOK = 120 }; /* tokens: about three sentences */
  const uint32_t here = f->chunks.items[0].at.first;
  int32_t found = -1;
  for (size_t k = f->people.count; k-- > 0;) {
    const vt_who *w = &f->people.items[k];
    if (w->sentence == f->sentence || w->strength == 0) continue; /* named here; perhaps no name */
    if (found >= 0 && w->sentence != f->people.items[found].sentence) break;
    if (found >= 0 || w->writer || here - w->name.end > LOOK) return -1;
    found = (int32_t)k;
  }
  for (uint32_t i = found < 0 ? here : f->people.items[found].name.end; i < here; i++)
    if (f->tokens->items[i].kind == VITEXT_TOKEN_BREAK) return -1;
  return found;
}

/* "Ong A sinh nam 1965. Ong tung giu chuc POS": whom an address without a name means; -1: nobody.
 */
static int32_t meant(const vt_find *f)
{
  uint32_t row;
  if (f->chunks.count < 3) return -1;
  const vt_chunk *address = &f->chunks.items[0], *verb = &f->chunks.items[1];
  const bool former = verb->kind == VT_CHUNK_VERB && verb->status == VITEXT_POST_FORMER &&
                      (verb->sub == VT_VERB_GIVE || verb->sub == VT_VERB_PAST);
  if (address->kind != VT_CHUNK_WORD || !former) return -1;
  if (vt_find_match(f, VT_TABLE_PERSON_HONORIFICS, address->at.first, &row) !=
      address->at.end - address->at.first)
    return -1;
  const char sex = vt_find_cell(f, VT_TABLE_PERSON_HONORIFICS, row, VT_PERSON_HONORIFICS_SEX)[0];
  const int32_t who = last_named(f);
  if (who < 0) return -1;
  const uint8_t its = f->people.items[who].sex;
  return (sex == 'm' && its == 'f') || (sex == 'f' && its == 'm') ? -1 : who;
}

void vt_attach(vt_find *f)
{
  vt_attaching s = { .f = f,
                     .who = -1,
                     .subject = meant(f),
                     .leaver = -1,
                     .patient = -1,
                     .body = -1,
                     .by = -1,
                     .life = -1 };
  f->tenure = (vt_tenure){ 0 };
  share_organ(&s);
  for (s.k = 0; s.k < f->chunks.count && !f->failed; s.k++) one(&s);
  keep_roles(&s);
}
