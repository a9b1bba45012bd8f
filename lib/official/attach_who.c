/* attach_who.c - a person is named: which of the posts open here are said of it. */
#include "vt_attach.h"

static void copy_address(vt_who *to, const vt_who *from)
{
  to->address = from->address;
  to->one = from->one;
  to->sex = from->sex;
  to->comrade = from->comrade;
}

static void give_address(vt_attaching *s, uint32_t who)
{
  vt_who *w = &s->f->people.items[who];
  const vt_chunk *prev = vt_chunk_at(s, s->k == 0 ? SIZE_MAX : vt_chunk_before(s, s->k));
  const bool member = s->k == 0 || vt_is_mark(prev, ",;:-") || prev->kind == VT_CHUNK_AND ||
                      prev->kind == VT_CHUNK_POST;
  if (w->address.end == 0 && s->address) {
    copy_address(w, &s->addressed);
  } else if (w->address.end == 0 && s->list_addressed && member) {
    copy_address(w, &s->listed);
    vt_attach_wait(&s->group, who);
  } else if (w->one != NULL && w->one[0] != '-') {
    s->listed = *w;
    s->list_addressed = true;
    s->group.count = 0;
    vt_attach_wait(&s->group, who);
  } else if (w->address.end > 0) {
    s->group.count = 0;
  }
  s->address = false;
}

/* Whether posts that wait stand directly before the person at chunk k. */
static bool touches(const vt_attaching *s, const vt_who *w)
{
  if (s->before.count == 0 || s->k == 0) return false;
  const size_t p = vt_chunk_before(s, s->k);
  const vt_chunk *prev = vt_chunk_at(s, p);
  if (prev->kind == VT_CHUNK_POST || vt_is_verb(prev, VT_VERB_IS)) return true;
  if (vt_is_mark(prev, ",") && p > 0 &&
      vt_chunk_at(s, vt_chunk_before(s, p))->kind == VT_CHUNK_POST) {
    if (w->ranks.end > 0 || w->address.end > 0) return true;
    const vt_chunk *next = vt_chunk_at(s, vt_chunk_after(s, s->k));
    return s->subject < 0 && !vt_is_mark(next, ",-(");
  }
  return false;
}

/* A name that joins the list before it: "A, B va C". */
static bool joins(const vt_attaching *s, const vt_who *w)
{
  if (s->shared.count == 0 || s->k == 0 || w->private_role) return false;
  const vt_chunk *prev = vt_chunk_at(s, vt_chunk_before(s, s->k));
  const vt_chunk *next = vt_chunk_at(s, vt_chunk_after(s, s->k));
  if (s->list)
    return vt_is_mark(prev, ",;:-") || prev->kind == VT_CHUNK_AND || prev->kind == VT_CHUNK_POST;
  if (w->address.end > 0 || w->ranks.end > 0) return false;
  const bool own =
      vt_is_mark(next, ",-(") && vt_chunk_at(s, vt_chunk_after(s, s->k + 1))->kind == VT_CHUNK_POST;
  const bool former =
      s->f->posts.items[s->shared.post[0]].status == VITEXT_POST_FORMER && vt_is_mark(prev, ",");
  return !own && (prev->kind == VT_CHUNK_AND || former);
}

/* "A, POS, va B": whether the name at hand goes on with the row of names before it. */
static bool goes_on(const vt_attaching *s, bool *by_and)
{
  enum { LOOK = 24 };
  if (s->k == 0 || s->row.count == 0) return false;
  const vt_chunk *joint = vt_chunk_at(s, vt_chunk_before(s, s->k));
  *by_and = joint->kind == VT_CHUNK_AND;
  for (size_t k = s->k - 1; s->k - k < LOOK; k--) {
    const vt_chunk *c = vt_chunk_at(s, k);
    if (c->kind == VT_CHUNK_WHO) return k + 1 < s->k;
    *by_and |= c->kind == VT_CHUNK_AND;
    const bool passes = c->kind == VT_CHUNK_FILL || c->kind == VT_CHUNK_AND ||
                        c->kind == VT_CHUNK_POST || c->kind == VT_CHUNK_ADDRESS ||
                        vt_is_mark(c, ",-()") || vt_is_verb(c, VT_VERB_STATUS) ||
                        vt_is_verb(c, VT_VERB_ALSO);
    if (!passes || k == 0) return false;
  }
  return false;
}

static void join_row(vt_attaching *s, uint32_t who)
{
  bool by_and = false;
  if (!goes_on(s, &by_and)) {
    s->row.count = 0;
    s->row_and = false;
  }
  s->row_and |= by_and && s->row.count > 0;
  vt_attach_wait(&s->row, who);
}

/* A likely name beside a name in a list is one. */
static bool in_list(const vt_attaching *s)
{
  if (s->k < 2) return false;
  const size_t p = vt_chunk_before(s, s->k);
  const vt_chunk *prev = vt_chunk_at(s, p);
  if ((!vt_is_mark(prev, ",;-/") && prev->kind != VT_CHUNK_AND) || p == 0) return false;
  const vt_chunk *name = vt_chunk_at(s, vt_chunk_before(s, p));
  return name->kind == VT_CHUNK_WHO && s->f->people.items[name->item].strength >= 2;
}

/* What waited for the name behind "doi voi" is said of it and of those that join it; an office and
 * its deputy are given to two names in turn. */
static void deliver(vt_attaching *s, uint32_t who)
{
  const vt_chunk *joint = vt_chunk_at(s, vt_chunk_after(s, s->k));
  const bool pair = joint->kind == VT_CHUNK_AND &&
                    vt_chunk_at(s, vt_chunk_after(s, s->k + 1))->kind == VT_CHUNK_WHO &&
                    s->given.count == 2 &&
                    vt_attach_apart(s->f, s->given.post[0], s->given.post[1]);
  if (pair) {
    s->turn = (vt_waiting){ { s->given.post[1] }, 1 };
    s->given.count = 1;
  }
  vt_attach_hold(s, &s->given, who, "P6");
  s->shared = s->delivered = pair ? (vt_waiting){ { 0 }, 0 } : s->given;
  s->list = !s->ahead && !pair;
  if (s->list && vt_is_mark(vt_chunk_at(s, vt_chunk_before(s, s->k)), ":")) s->heading = s->shared;
  s->given.count = 0;
  s->against = s->ahead = false;
}

/* "bo nhiem Pho Chanh an doi voi cac Tham phan A va B": the post given, beside their own. */
static void deliver_too(vt_attaching *s, uint32_t who)
{
  vt_attach_hold(s, &s->given, who, "P6");
  for (uint32_t i = 0; i < s->given.count; i++) vt_attach_wait(&s->shared, s->given.post[i]);
  s->given.count = 0;
  s->against = s->ahead = false;
}

void vt_attach_who(vt_attaching *s, uint32_t who)
{
  vt_who *w = &s->f->people.items[who];
  const bool touching = touches(s, w);
  if (w->strength == 1 && in_list(s)) w->strength = 2;
  give_address(s, who);
  if (touching) {
    vt_attach_hold(s, &s->before, who, "P2");
    if (s->headed) vt_attach_hold(s, &s->heading, who, "P4");
    else s->heading.count = 0;
    s->shared = s->headed ? s->heading : s->before;
    s->list = s->headed || s->f->posts.items[s->before.post[0]].many;
    if (s->against && s->clause != 0) deliver_too(s, who);
  } else if (!s->replace && (s->against || (s->given.count > 0 && (s->passive || s->ahead)))) {
    deliver(s, who);
  } else if (s->turn.count > 0) {
    vt_attach_hold(s, &s->turn, who, "P6");
    s->turn.count = 0;
  } else if (s->delivered.count > 0 && !s->list && w->address.end > 0 &&
             vt_chunk_at(s, vt_chunk_before(s, s->k))->kind == VT_CHUNK_AND) {
    vt_attach_hold(s, &s->delivered, who, "P6");
  } else if (joins(s, w)) {
    vt_attach_hold(s, &s->shared, who, "P4");
  } else if (!s->list) {
    s->shared.count = 0;
  }
  s->passed = s->given.count > 0;
  if (!w->alias) s->life = -1;
  join_row(s, who);
  s->before.count = 0;
  s->status = s->giving = 0;
  s->who = (int32_t)who;
  s->open = !w->writer;
  s->led = touching;
  s->leaver = s->replace ? (int32_t)who : -1;
  if (s->replace) w->replaced = true;
  else if (!s->handover || s->subject < 0) s->subject = (int32_t)who; /* who gives goes on giving */
  s->replace = false;
}
