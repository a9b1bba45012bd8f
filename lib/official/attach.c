/* attach.c - the constructions: which post is said of which person (spec section 5.1).
 * One pass over the chunks of a sentence with what is open at each: an apposition, posts waiting
 * for a name, posts shared by a list, a verb of appointment waiting for its post. */
#include <string.h>
#include "vt_find.h"

enum { MAX_WAITING = 24 /* posts before one name; more are no apposition */ };

typedef struct waiting {
  uint32_t post[MAX_WAITING];
  uint32_t count;
} waiting;

typedef struct state {
  vt_find *f;
  size_t k;    /* the chunk at hand */
  int32_t who; /* whose apposition is open */
  bool open;
  int32_t subject; /* the last person named in the sentence, replaced ones aside */
  int32_t leaver;  /* the replaced person of whom the clause goes on without a mark; -1: none */
  waiting before;  /* posts that wait for the name behind them */
  waiting shared;  /* posts of a list of names */
  bool list;       /* shared is said of every name of the list */
  int32_t status;  /* of the posts to come: nguyen, quyen, tan */
  int32_t giving;  /* status of the post a verb gives; 0: none */
  waiting given;   /* posts given to somebody named later (doi voi) */
  bool against;    /* that name comes now */
  bool past, now, since, replace;
  bool handover;  /* what the subject gives up goes to a person named later */
  bool passive;   /* the clause says duoc: its subject gets the post */
  int32_t clause; /* status of the last verb of appointment in the clause */
  bool address;   /* an address waits for its name behind the post */
  vt_who addressed, listed;
  bool list_addressed;
  waiting group;    /* persons of a list under one address */
  waiting partners; /* persons joined to the last one by and: people numbers */
  bool fresh;       /* "ba giam doc so moi gom": posts of the list are new */
  const char *rule;
} state;

static const vt_chunk *at(const state *s, size_t k)
{
  static const vt_chunk none = { .kind = VT_CHUNK_MARK, .sub = '.' };
  return k < s->f->chunks.count ? &s->f->chunks.items[k] : &none;
}

/* The next chunk that says something. */
static size_t after_fill(const state *s, size_t k)
{
  for (k++; at(s, k)->kind == VT_CHUNK_FILL; k++) {}
  return k;
}

static size_t before_fill(const state *s, size_t k)
{
  while (k > 0 && at(s, --k)->kind == VT_CHUNK_FILL) {}
  return k;
}

static bool is_mark(const vt_chunk *c, const char *any)
{
  return c->kind == VT_CHUNK_MARK && strchr(any, c->sub) != NULL;
}

static bool is_verb(const vt_chunk *c, vt_verb verb)
{
  return c->kind == VT_CHUNK_VERB && c->sub == verb;
}

void vt_hold(vt_find *f, uint32_t who, uint32_t post, int32_t status, const char *rule)
{
  if (!vt_vec_room(f->alloc, &f->held)) {
    f->failed = true;
    return;
  }
  if (status == 0) status = VITEXT_POST_CURRENT;
  if (f->posts.items[post].status == VITEXT_POST_ACTING && status == VITEXT_POST_CURRENT)
    status = VITEXT_POST_ACTING;
  f->held.items[f->held.count++] = (vt_held){ post, who, status, rule };
  f->posts.items[post].used = true;
  f->people.items[who].posted = true;
}

static void hold_all(state *s, const waiting *w, uint32_t who, const char *rule)
{
  for (uint32_t i = 0; i < w->count; i++)
    vt_hold(s->f, who, w->post[i], s->f->posts.items[w->post[i]].status, rule);
}

static void wait(waiting *w, uint32_t post)
{
  if (w->count < MAX_WAITING) w->post[w->count++] = post;
}

static void close_all(state *s)
{
  s->open = s->list = s->against = s->address = false;
  s->before.count = s->shared.count = 0;
  s->status = s->giving = 0;
}

/* ---- Organisations shared by two titles ---- */

/* "Pho Chu tich - Tong Thu ky Hoi X", "Tong Bi thu, Chu tich nuoc Lao": the organisation said once
 * is of both. */
static void share_organ(state *s)
{
  vt_find *f = s->f;
  for (size_t k = f->chunks.count; k-- > 0;) {
    if (at(s, k)->kind != VT_CHUNK_POST || at(s, k + 2)->kind != VT_CHUNK_POST) continue;
    vt_post *p = &f->posts.items[at(s, k)->item];
    const vt_post *q = &f->posts.items[at(s, k + 2)->item];
    if (p->organ.at.end != 0 || q->organ.at.end == 0) continue;
    const vt_chunk *joint = at(s, k + 1);
    const bool both = is_mark(joint, "-") || is_verb(joint, VT_VERB_ALSO);
    const bool states = is_mark(joint, ",") && q->organ.unit < 0 && q->organ.level == 1 &&
                        vt_find_spells(f, p->title.end - 1, "thư");
    if (both || states) p->organ = q->organ;
  }
}

/* ---- Persons ---- */

static void copy_address(vt_who *to, const vt_who *from)
{
  to->address = from->address;
  to->one = from->one;
  to->sex = from->sex;
  to->comrade = from->comrade;
}

static void give_address(state *s, uint32_t who)
{
  vt_who *w = &s->f->people.items[who];
  const vt_chunk *prev = at(s, s->k == 0 ? SIZE_MAX : before_fill(s, s->k));
  const bool member = s->k == 0 || is_mark(prev, ",;:-") || prev->kind == VT_CHUNK_AND ||
                      prev->kind == VT_CHUNK_POST;
  if (w->address.end == 0 && s->address) {
    copy_address(w, &s->addressed);
  } else if (w->address.end == 0 && s->list_addressed && member) {
    copy_address(w, &s->listed);
    wait(&s->group, who);
  } else if (w->one != NULL && w->one[0] != '-') {
    s->listed = *w;
    s->list_addressed = true;
    s->group.count = 0;
    wait(&s->group, who);
  } else if (w->address.end > 0) {
    s->group.count = 0;
  }
  s->address = false;
}

/* Whether posts that wait stand directly before the person at chunk k. */
static bool touches(const state *s, const vt_who *w)
{
  if (s->before.count == 0 || s->k == 0) return false;
  const size_t p = before_fill(s, s->k);
  const vt_chunk *prev = at(s, p);
  if (prev->kind == VT_CHUNK_POST || is_verb(prev, VT_VERB_IS)) return true;
  if (is_mark(prev, ",") && p > 0 && at(s, before_fill(s, p))->kind == VT_CHUNK_POST) {
    if (w->ranks.end > 0 || w->address.end > 0) return true;
    const vt_chunk *next = at(s, after_fill(s, s->k));
    return s->subject < 0 && !is_mark(next, ",-(");
  }
  return false;
}

/* A name that joins the list before it: "A, B va C". */
static bool joins(const state *s, const vt_who *w)
{
  if (s->shared.count == 0 || s->k == 0) return false;
  const vt_chunk *prev = at(s, before_fill(s, s->k));
  const vt_chunk *next = at(s, after_fill(s, s->k));
  if (s->list)
    return is_mark(prev, ",;:-") || prev->kind == VT_CHUNK_AND || prev->kind == VT_CHUNK_POST;
  if (w->address.end > 0 || w->ranks.end > 0) return false;
  const bool own = is_mark(next, ",-(") && at(s, after_fill(s, s->k + 1))->kind == VT_CHUNK_POST;
  const bool former =
      s->f->posts.items[s->shared.post[0]].status == VITEXT_POST_FORMER && is_mark(prev, ",");
  return !own && (prev->kind == VT_CHUNK_AND || former);
}

/* "A va B": what is given later is given to both. */
static void join_partners(state *s, uint32_t who)
{
  const size_t p = s->k == 0 ? 0 : before_fill(s, s->k);
  const vt_chunk *first = at(s, p == 0 ? SIZE_MAX : before_fill(s, p));
  const bool joined =
      at(s, p)->kind == VT_CHUNK_AND || (is_mark(at(s, p), ",") && s->partners.count > 0);
  if (s->k == 0 || !joined || first->kind != VT_CHUNK_WHO ||
      s->f->people.items[first->item].posted || s->f->people.items[who].posted)
    s->partners.count = 0;
  else wait(&s->partners, first->item);
}

/* A likely name beside a name in a list is one. */
static bool in_list(const state *s)
{
  if (s->k < 2) return false;
  const size_t p = before_fill(s, s->k);
  const vt_chunk *prev = at(s, p);
  if ((!is_mark(prev, ",;-/") && prev->kind != VT_CHUNK_AND) || p == 0) return false;
  const vt_chunk *name = at(s, before_fill(s, p));
  return name->kind == VT_CHUNK_WHO && s->f->people.items[name->item].strength >= 2;
}

static void on_who(state *s, uint32_t who)
{
  vt_who *w = &s->f->people.items[who];
  const bool touching = touches(s, w);
  if (w->strength == 1 && in_list(s)) w->strength = 2;
  give_address(s, who);
  if (touching) {
    hold_all(s, &s->before, who, "P2");
    s->shared = s->before;
    s->list = s->f->posts.items[s->before.post[0]].many;
  } else if (s->against || (s->given.count > 0 && s->passive)) {
    hold_all(s, &s->given, who, "P6");
    s->shared = s->given;
    s->list = true;
    s->given.count = 0;
    s->against = false;
  } else if (joins(s, w)) {
    hold_all(s, &s->shared, who, "P4");
  } else if (!s->list) {
    s->shared.count = 0;
  }
  join_partners(s, who);
  s->before.count = 0;
  s->status = s->giving = 0;
  s->who = (int32_t)who;
  s->open = !w->writer;
  s->leaver = s->replace ? (int32_t)who : -1;
  if (s->replace) w->replaced = true;
  else s->subject = (int32_t)who;
  s->replace = false;
}

/* ---- Posts ---- */

/* Whether the chain of posts from chunk k on ends in a name: "POS, POS NAME". */
static bool leads_to_name(const state *s, size_t k)
{
  for (;;) {
    while (is_verb(at(s, k), VT_VERB_STATUS) || at(s, k)->kind == VT_CHUNK_MANY) k++;
    if (at(s, k)->kind != VT_CHUNK_POST) return false;
    k = after_fill(s, k);
    if (at(s, k)->kind == VT_CHUNK_WHO) return true;
    if (!is_mark(at(s, k), ",-") && at(s, k)->kind != VT_CHUNK_AND &&
        !is_verb(at(s, k), VT_VERB_ALSO))
      return false;
    k++;
  }
}

/* "Trung tuong A va Thuong tuong B - Pho Tong Tham muu truong": said of both. */
static void hold_pair(state *s, uint32_t post)
{
  if (s->k < 4 || !is_mark(at(s, s->k - 1), "-") || at(s, s->k - 2)->kind != VT_CHUNK_WHO ||
      at(s, s->k - 3)->kind != VT_CHUNK_AND || at(s, s->k - 4)->kind != VT_CHUNK_WHO)
    return;
  const vt_who *a = &s->f->people.items[at(s, s->k - 4)->item];
  const vt_who *b = &s->f->people.items[at(s, s->k - 2)->item];
  if (!a->posted && a->served && b->served)
    vt_hold(s->f, at(s, s->k - 4)->item, post, s->f->posts.items[post].status, "P4");
}

/* What a verb gives, unless the title itself says more: "giao quyen Vien truong". */
static int32_t given_status(const state *s, const vt_post *p)
{
  if (p->status == VITEXT_POST_ACTING && s->giving != VITEXT_POST_FORMER) return p->status;
  if (p->status != 0 && s->giving == VITEXT_POST_CURRENT) return p->status;
  return s->giving;
}

static void on_post(state *s, uint32_t post)
{
  vt_post *p = &s->f->posts.items[post];
  const size_t next = after_fill(s, s->k);
  const vt_chunk *prev = at(s, s->k == 0 ? SIZE_MAX : before_fill(s, s->k));
  bool named = at(s, next)->kind == VT_CHUNK_WHO;
  if (named && s->open && is_mark(prev, ",-(") &&
      s->f->people.items[at(s, next)->item].address.end > 0)
    named = false; /* "ong A, Tro ly dong chi B" */
  if (s->status != 0) p->status = s->status;
  if (s->fresh && named && p->status == 0) p->status = VITEXT_POST_APPOINTED;
  if (is_verb(at(s, next), VT_VERB_NEW)) {
    if (p->status == 0) p->status = VITEXT_POST_APPOINTED;
    s->fresh |= p->many;
  }
  if (s->giving != 0 && !named) {
    const int32_t status = given_status(s, p);
    if ((s->given.count == 0 || s->handover) && s->subject >= 0 && s->who >= 0) {
      vt_hold(s->f, (uint32_t)s->who, post, status, s->rule);
      const waiting *others = s->partners.count > 0 ? &s->partners : &s->group;
      for (uint32_t i = 0; i < others->count && (s->clause != 0 || others == &s->partners); i++)
        if (others->post[i] != (uint32_t)s->who)
          vt_hold(s->f, others->post[i], post, status, s->rule);
      if (s->handover) {
        p->status = VITEXT_POST_APPOINTED;
        wait(&s->given, post);
      }
    } else {
      p->status = status;
      wait(&s->given, post);
    }
    return;
  }
  if (s->open && !named &&
      (prev->kind != VT_CHUNK_VERB || prev->sub == VT_VERB_STATUS || prev->sub == VT_VERB_ALSO ||
       prev->sub == VT_VERB_NOW)) {
    hold_pair(s, post);
    vt_hold(s->f, (uint32_t)s->who, post, p->status, is_mark(prev, "(") ? "P5" : "P1");
    return;
  }
  const bool borrowed = prev->kind == VT_CHUNK_WORD && is_mark(at(s, next), ",") &&
                        vt_find_spells(s->f, prev->at.end - 1, "của");
  if (!borrowed) wait(&s->before, post);
}

/* ---- Words of office ---- */

/* A name after "doi voi" gets the post; it stands later in the clause. */
static bool against_follows(const state *s)
{
  for (size_t k = s->k + 1; k < s->f->chunks.count && !is_mark(at(s, k), ";."); k++) {
    if (is_verb(at(s, k), VT_VERB_AGAINST) && at(s, k + 1)->kind == VT_CHUNK_WHO) return true;
    if (is_verb(at(s, k), VT_VERB_RELEASE) || is_verb(at(s, k), VT_VERB_APPOINT)) return false;
  }
  return false;
}

static void start_giving(state *s, int32_t status, const char *rule)
{
  if (s->subject >= 0) s->who = s->subject;
  s->giving = status;
  s->rule = rule;
  s->open = false;
  s->before.count = 0;
}

/* "giu chuc", "lam": the status is that of the verb of appointment before it. */
static void on_give(state *s, const vt_chunk *c)
{
  int32_t status = c->status;
  if (status != VITEXT_POST_FORMER && s->past) status = VITEXT_POST_FORMER;
  else if (status == VITEXT_POST_CURRENT && s->clause != 0) status = s->clause;
  else if (status == VITEXT_POST_CURRENT && s->since) status = VITEXT_POST_APPOINTED;
  else if (status == VITEXT_POST_APPOINTED && s->now && s->clause == 0)
    status = VITEXT_POST_CURRENT;
  start_giving(s, status, "P6");
}

static void on_is(state *s, const vt_chunk *c)
{
  if (s->given.count > 0) s->against = true;             /* "bau POS la NAME" */
  if (s->given.count > 0 || s->before.count > 0) return; /* POS la NAME */
  const vt_chunk *prev = at(s, s->k == 0 ? SIZE_MAX : before_fill(s, s->k));
  const bool close = prev->kind == VT_CHUNK_WHO || is_mark(prev, ",;()") ||
                     prev->kind == VT_CHUNK_POST || prev->kind == VT_CHUNK_VERB ||
                     prev->kind == VT_CHUNK_WORD || prev->kind == VT_CHUNK_AND;
  if (s->subject < 0 || !close) return;
  const vt_token t = s->f->tokens->items[c->at.first];
  const bool plain = t.end - t.begin <= 3 && c->at.end == c->at.first + 1;
  s->who = s->open ? s->who : s->subject;
  s->giving = plain && s->past ? VITEXT_POST_FORMER : VITEXT_POST_CURRENT;
  s->status = 0;
  s->rule = "P7";
  s->open = false;
}

static void on_appoint(state *s, const vt_chunk *c)
{
  const bool release = c->sub == VT_VERB_RELEASE;
  const char *first = vt_lexicon_spelling(s->f->lex, s->f->ids[c->at.first]);
  const bool passive = s->passive || strcmp(first, "được") == 0 || strcmp(first, "trúng") == 0 ||
                       strcmp(first, "đắc") == 0 || strcmp(first, "tái") == 0 ||
                       strcmp(first, "tiếp") == 0 || strcmp(first, "thăng") == 0;
  s->clause = c->status;
  s->passive |= passive;
  if (passive && s->leaver >= 0) s->subject = s->leaver; /* "thay ong B vua duoc dieu dong ..." */
  const bool own =
      strcmp(first, "thôi") == 0 || strcmp(first, "rời") == 0 || strcmp(first, "từ") == 0;
  if ((against_follows(s) && !own) || (!passive && !release)) {
    s->who = -1; /* somebody named later */
    s->giving = c->status;
    s->rule = "P6";
    s->open = false;
    s->before.count = 0;
  } else {
    start_giving(s, c->status, "P6");
  }
}

/* "(duoc giao) phu trach So": the verb is the title. */
static void on_acting(state *s, const vt_chunk *c)
{
  vt_find *f = s->f;
  const vt_chunk *next = at(s, s->k + 1);
  const bool lead = vt_find_spells(f, c->at.end - 1, "hành");
  if (next->kind != VT_CHUNK_ORGAN || s->subject < 0 || (lead && c->at.end - c->at.first < 3))
    return;
  if (!vt_vec_room(f->alloc, &f->posts)) {
    f->failed = true;
    return;
  }
  const vt_post p = { .title = { c->at.end - 2, c->at.end },
                      .organ = f->organs.items[next->item],
                      .row = VT_ROW_NONE,
                      .status = VITEXT_POST_ACTING,
                      .sentence = f->sentence };
  f->posts.items[f->posts.count++] = p;
  vt_hold(f, (uint32_t)s->subject, (uint32_t)f->posts.count - 1, VITEXT_POST_ACTING, "P6");
}

/* "POS da nghi huu": what the apposition said so far is over. */
static void on_over(state *s)
{
  vt_find *f = s->f;
  enum { LOOK = 32 }; /* posts of one apposition */
  if (!s->open) return;
  for (size_t k = f->held.count; k-- > 0 && f->held.count - k <= LOOK;) {
    if (f->posts.items[f->held.items[k].post].sentence != f->sentence) return;
    if (f->held.items[k].who == (uint32_t)s->who) f->held.items[k].status = VITEXT_POST_FORMER;
  }
}

static void on_verb(state *s, const vt_chunk *c)
{
  switch ((vt_verb)c->sub) {
  case VT_VERB_STATUS: s->status = c->status; break;
  case VT_VERB_IS: on_is(s, c); break;
  case VT_VERB_GIVE: on_give(s, c); break;
  case VT_VERB_SINCE: s->since = true; break;
  case VT_VERB_APPOINT:
  case VT_VERB_RELEASE: on_appoint(s, c); break;
  case VT_VERB_OVER: on_over(s); break;
  case VT_VERB_HANDOVER:
    start_giving(s, VITEXT_POST_FORMER, "P6");
    s->handover = true;
    break;
  case VT_VERB_REPLACE:
    s->replace = true;
    s->open = false;
    s->giving = 0;
    break;
  case VT_VERB_AGAINST:
    s->against = s->given.count > 0;
    if (!s->against && s->clause == VITEXT_POST_APPOINTED && s->giving != 0) s->fresh = true;
    s->giving = 0;
    break;
  case VT_VERB_PAST: s->past = true; break;
  case VT_VERB_NOW:
    s->past = false;
    s->now = true;
    s->status = 0;
    break;
  case VT_VERB_ACTING: on_acting(s, c); break;
  case VT_VERB_NEW:
  case VT_VERB_ALSO:
  case VT_VERB_NONE: break;
  }
}

/* ---- Marks and the rest ---- */

static void on_semicolon(state *s)
{
  const size_t next = after_fill(s, s->k);
  const vt_chunk *c = at(s, next);
  const bool more = (c->kind == VT_CHUNK_POST || is_verb(c, VT_VERB_STATUS)) && s->open &&
                    !leads_to_name(s, next);
  s->past = s->now = s->replace = s->against = s->passive = s->handover = false;
  if (s->clause == VITEXT_POST_FORMER) s->clause = 0;
  s->given.count = 0;
  if (more) return;
  const bool goes_on = c->kind == VT_CHUNK_VERB && c->sub != VT_VERB_STATUS &&
                       c->sub != VT_VERB_APPOINT && c->sub != VT_VERB_RELEASE;
  const int32_t subject = goes_on ? s->subject : -1;
  const bool list = s->list;
  const waiting shared = s->shared;
  close_all(s);
  s->subject = subject;
  if (list) {
    s->list = true;
    s->shared = shared;
  }
}

static void on_mark(state *s, uint8_t mark)
{
  s->leaver = -1;
  switch (mark) {
  case ',':
  case '-':
  case '/':
  case '(':
  case ')': break;
  case ';': on_semicolon(s); break;
  case ':':
    if (s->giving != 0) break;
    if (s->before.count > 0) {
      s->shared = s->before;
      s->list = true;
      s->before.count = 0;
    } else {
      close_all(s);
    }
    break;
  default:
    close_all(s);
    if (mark == '.') {
      s->subject = -1;
      s->clause = 0;
      s->past = s->now = s->since = s->passive = s->handover = s->fresh = false;
      s->given.count = s->group.count = 0;
    }
    break;
  }
}

/* "cac dong chi trong Ban Thuong vu Tinh uy:": a list whose heading says who they are. */
static bool heads_list(const state *s)
{
  enum { LOOK = 8 };
  for (size_t k = s->k + 1; k <= s->k + LOOK; k++) {
    if (is_mark(at(s, k), ":")) return true;
    if (at(s, k)->kind == VT_CHUNK_MARK || at(s, k)->kind == VT_CHUNK_WHO) return false;
  }
  return false;
}

static void on_address(state *s, const vt_chunk *c)
{
  vt_who w = { 0 };
  vt_find_address(s->f, c->item, c->at, &w);
  const vt_chunk *next = at(s, s->k + 1);
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

/* A word that is no verb of office ends what is open, but a list in brackets. */
static void on_word(state *s, const vt_chunk *c)
{
  static const char *const bridges[] = { "chức", "vụ",   "danh", "cương", "vị",  "trí",
                                         "ghế",  "thêm", "vai",  "trò",   "lại", "tạm" };
  for (size_t k = 0; k < sizeof bridges / sizeof *bridges && (s->giving != 0 || s->clause != 0);
       k++) {
    if (!vt_find_spells(s->f, c->at.first, bridges[k])) continue;
    if (s->giving == 0 && s->clause != 0 && k < 5) start_giving(s, s->clause, "P6");
    return;
  }
  if (vt_find_spells(s->f, c->at.first, "được")) s->passive = true;
  close_all(s);
  if (s->given.count > 0 && vt_find_spells(s->f, c->at.first, "của")) s->against = true;
}

static void one(state *s)
{
  const vt_chunk *c = at(s, s->k);
  switch ((vt_chunk_kind)c->kind) {
  case VT_CHUNK_WHO: on_who(s, c->item); break;
  case VT_CHUNK_POST: on_post(s, c->item); break;
  case VT_CHUNK_VERB: on_verb(s, c); break;
  case VT_CHUNK_MARK: on_mark(s, c->sub); break;
  case VT_CHUNK_ADDRESS: on_address(s, c); break;
  case VT_CHUNK_WORD: on_word(s, c); break;
  case VT_CHUNK_ORGAN: close_all(s); break;
  case VT_CHUNK_FILL:
  case VT_CHUNK_AND:
  case VT_CHUNK_MANY: break;
  }
}

/* Posts nobody was found for may stand for a person named elsewhere. */
static void keep_roles(state *s)
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
    f->roles.items[f->roles.count++] = (vt_role){ c->item, -1 };
  }
}

void vt_attach(vt_find *f)
{
  state s = { .f = f, .who = -1, .subject = -1, .leaver = -1 };
  share_organ(&s);
  for (s.k = 0; s.k < f->chunks.count && !f->failed; s.k++) one(&s);
  keep_roles(&s);
}
