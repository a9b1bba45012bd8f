/* attach_office.c - a post or a word of office: whose it is, and what it does to the clause. */
#include "vt_attach.h"

/* ---- Posts ---- */

bool vt_attach_leads_to_name(const vt_attaching *s, size_t k)
{
  for (;;) {
    while (vt_is_verb(vt_chunk_at(s, k), VT_VERB_STATUS) ||
           vt_chunk_at(s, k)->kind == VT_CHUNK_MANY)
      k++;
    if (vt_chunk_at(s, k)->kind != VT_CHUNK_POST) return false;
    k = vt_chunk_after(s, k);
    if (vt_chunk_at(s, k)->kind == VT_CHUNK_WHO || vt_is_mark(vt_chunk_at(s, k), ":")) return true;
    if (!vt_is_mark(vt_chunk_at(s, k), ",-") && vt_chunk_at(s, k)->kind != VT_CHUNK_AND &&
        !vt_is_verb(vt_chunk_at(s, k), VT_VERB_ALSO))
      return false;
    k++;
  }
}

/* "cac ong A va B, hai cuu Thu truong", "cac ong A, B - Pho Chu tich", "Trung tuong A va Thuong
 * tuong B - Pho Tong Tham muu truong": said of the whole row of names. */
static void hold_row(vt_attaching *s, uint32_t post, const vt_chunk *prev)
{
  vt_find *f = s->f;
  const bool many = f->posts.items[post].many;
  const bool dash = vt_is_mark(prev, "-");
  for (uint32_t i = 0; (many || dash) && i + 1 < s->row.count; i++) {
    const vt_who *w = &f->people.items[s->row.post[i]];
    const bool pair = s->row_and && w->served && f->people.items[s->who].served;
    if (!w->posted && (many || s->list_addressed || pair))
      vt_hold(f, s->row.post[i], post, f->posts.items[post].status, "P4");
  }
}

/* What is given to the last of a row is given to all: "A, POS, va B duoc bau lam POS"; posted: he
 * too has a post of his own, "A, POS, va B, POS lam Pho Truong Ban". */
static void give_row(vt_attaching *s, uint32_t post, int32_t status, bool posted)
{
  const vt_waiting *row = &s->row;
  const bool whole = s->row_and || row->count > 2 || s->list_addressed;
  if (!whole || row->count < 2 || row->post[row->count - 1] != (uint32_t)s->who) return;
  for (uint32_t i = 0; i + 1 < row->count; i++)
    if (s->clause != 0 || !s->f->people.items[row->post[i]].posted || posted)
      vt_hold(s->f, row->post[i], post, status, s->rule);
}

/* What a verb gives, unless the title itself says more: "giao quyen Vien truong". */
static int32_t given_status(const vt_attaching *s, const vt_post *p)
{
  if (p->status == VITEXT_POST_ACTING && s->giving != VITEXT_POST_FORMER) return p->status;
  if (p->status != 0 && s->giving == VITEXT_POST_CURRENT) return p->status;
  return s->giving;
}

/* A verb gives the post: to the subject, or to somebody named later. */
static void give_post(vt_attaching *s, uint32_t post)
{
  vt_post *p = &s->f->posts.items[post];
  const int32_t status = given_status(s, p);
  if (s->by >= 0 && p->organ.at.end == 0) p->organ = s->f->organs.items[s->by];
  s->by = -1;
  if ((s->given.count > 0 && !s->handover) || s->subject < 0 || s->who < 0) {
    p->status = status;
    vt_attach_wait(&s->given, post);
    return;
  }
  const bool posted = s->f->people.items[s->who].posted && strcmp(s->rule, "P6") == 0;
  vt_hold(s->f, (uint32_t)s->who, post, status, s->rule);
  s->got = true;
  give_row(s, post, status, posted);
  if (s->handover) {
    p->status = VITEXT_POST_APPOINTED;
    vt_attach_wait(&s->given, post);
  }
}

/* "va 2 Pho Chu tich la ba B", "cung Pho Giam doc, Dai ta B": the name follows, though not at once.
 */
static bool is_of_next(const vt_attaching *s, size_t next, const vt_chunk *prev)
{
  const vt_chunk *name = vt_chunk_at(s, vt_chunk_after(s, next));
  if (name->kind != VT_CHUNK_WHO) return false;
  if (vt_is_verb(vt_chunk_at(s, next), VT_VERB_IS)) return true;
  return prev->kind == VT_CHUNK_AND && vt_is_mark(vt_chunk_at(s, next), ",") &&
         s->f->people.items[name->item].ranks.end > 0;
}

/* Whether the post at hand is of the name that follows, not of the one before. */
static bool is_of_name(const vt_attaching *s, size_t next, const vt_chunk *prev)
{
  /* "Chu tich nuoc A, Tong Bi thu, Chu tich nuoc Lao B": a row of posts before each name */
  if (s->open && s->led && vt_is_mark(prev, ",") && vt_attach_leads_to_name(s, s->k)) return true;
  const vt_chunk *c = vt_chunk_at(s, next);
  if (c->kind != VT_CHUNK_WHO) return is_of_next(s, next, prev);
  /* "ong A, Tro ly dong chi B" */
  return !s->open || !vt_is_mark(prev, ",-(") || s->f->people.items[c->item].address.end == 0;
}

/* "bau 2 Uy vien la ong A va ong B": the post the verb gives; one that is moved keeps its own. */
static bool is_elected(const vt_attaching *s)
{
  static const uint8_t verbs[] = { VT_W_BAU, VT_W_BO_HOI, VT_W_PHE, VT_W_MIEN };
  if (s->giving == 0 || s->k < 2) return false;
  const vt_chunk *verb = vt_chunk_at(s, s->k - 2);
  return verb->kind == VT_CHUNK_VERB &&
         vt_find_spells_any(s->f, verb->at.first, verbs, sizeof verbs);
}

bool vt_attach_is_member(const vt_find *f, const vt_post *p)
{
  return vt_find_cell(f, VT_TABLE_POST_TITLES, p->row, VT_POST_TITLES_MEMBER)[0] == 'y';
}

/* "thua uy quyen cua Chu tich nuoc, POS A", "theo de nghi cua POS, POS A": who let another act;
 * not "chuyen tham cua Tong Bi thu, Chu tich nuoc A". */
static bool is_borrowed(const vt_attaching *s, const vt_chunk *prev)
{
  static const uint8_t lent[] = {
    VT_W_QUYEN, VT_W_NGHI, VT_W_DAO, VT_W_CAU, VT_W_Y_SAC, VT_W_KHUYEN
  };
  const uint32_t of = prev->at.end - 1;
  if (prev->kind != VT_CHUNK_WORD || of == 0 || !vt_find_spells(s->f, of, VT_W_CUA)) return false;
  return vt_find_spells_any(s->f, of - 1, lent, sizeof lent);
}

/* "tan Bi thu A va tan Bi thu Ninh Binh, ...", "A, Chinh uy, dong chi Bi thu mong": of somebody who
 * is not named. */
static bool is_of_another(const vt_attaching *s)
{
  size_t k = s->k;
  if (k > 1 && vt_chunk_at(s, k - 1)->kind == VT_CHUNK_ADDRESS &&
      vt_is_mark(vt_chunk_at(s, k - 2), ","))
    return true;
  while (k > 0 && (vt_is_verb(vt_chunk_at(s, k - 1), VT_VERB_STATUS) ||
                   vt_chunk_at(s, k - 1)->kind == VT_CHUNK_MANY))
    k--;
  return s->led && k > 1 && vt_chunk_at(s, k - 1)->kind == VT_CHUNK_AND &&
         vt_chunk_at(s, k - 2)->kind == VT_CHUNK_WHO;
}

void vt_attach_post(vt_attaching *s, uint32_t post)
{
  vt_post *p = &s->f->posts.items[post];
  const size_t next = vt_chunk_after(s, s->k);
  const vt_chunk *prev = vt_chunk_at(s, s->k == 0 ? SIZE_MAX : vt_chunk_before(s, s->k));
  const bool named = is_of_name(s, next, prev);
  if (s->status != 0) p->status = s->status;
  if (named && p->many && p->status == 0 && vt_is_verb(vt_chunk_at(s, next), VT_VERB_IS) &&
      is_elected(s))
    p->status = s->giving;
  if (s->fresh && named && p->status == 0) p->status = VITEXT_POST_APPOINTED;
  if (vt_is_verb(vt_chunk_at(s, next), VT_VERB_NEW)) {
    if (p->status == 0) p->status = VITEXT_POST_APPOINTED;
    s->fresh |= p->many;
  }
  /* "A duoc bau lam Bi thu va bau 3 dai bieu du dai hoi": they are others */
  const bool counted = prev->kind == VT_CHUNK_MANY && vt_find_is_number(s->f, prev->at.first);
  if (counted && s->giving != 0 && !named && s->row.count < 2) s->who = -1;
  if (s->giving != 0 && !named) {
    give_post(s, post);
    return;
  }
  /* "A cung (cac) thanh vien", "A, cac dai bieu HDND"; not "A va B, hai cuu Thu truong" */
  const bool joined =
      (prev->kind == VT_CHUNK_MANY && s->k > 1 && vt_chunk_at(s, s->k - 2)->kind == VT_CHUNK_AND) ||
      (prev->kind == VT_CHUNK_AND && vt_find_spells(s->f, prev->at.first, VT_W_CUNG));
  const bool of_others = joined || (p->many && (s->led || s->row.count < 2)) || is_of_another(s);
  if (s->open && !named && !of_others &&
      (prev->kind != VT_CHUNK_VERB || prev->sub == VT_VERB_STATUS || prev->sub == VT_VERB_ALSO ||
       prev->sub == VT_VERB_NOW)) {
    hold_row(s, post, prev);
    vt_hold(s->f, (uint32_t)s->who, post, p->status, vt_is_mark(prev, "(") ? "P5" : "P1");
    return;
  }
  if (vt_is_mark(vt_chunk_at(s, next), ",") && is_borrowed(s, prev)) return;
  if (s->before.count == 0)
    s->headed = s->list && s->heading.count > 0 && vt_is_mark(prev, ":;,") &&
                vt_attach_is_member(s->f, &s->f->posts.items[s->heading.post[0]]);
  vt_attach_wait(&s->before, post);
}

/* ---- Words of office ---- */

/* A name after "doi voi" gets the post; it stands later in the clause. */
static bool against_follows(const vt_attaching *s)
{
  for (size_t k = s->k + 1; k < s->f->chunks.count && !vt_is_mark(vt_chunk_at(s, k), ";."); k++) {
    if (vt_is_verb(vt_chunk_at(s, k), VT_VERB_AGAINST) &&
        vt_chunk_at(s, k + 1)->kind == VT_CHUNK_WHO)
      return true;
    if (vt_is_verb(vt_chunk_at(s, k), VT_VERB_RELEASE) ||
        vt_is_verb(vt_chunk_at(s, k), VT_VERB_APPOINT))
      return false;
  }
  return false;
}

void vt_attach_give(vt_attaching *s, int32_t status, const char *rule)
{
  if (s->subject >= 0) s->who = s->subject;
  s->giving = status;
  s->rule = rule;
  s->open = false;
  s->before.count = 0;
}

/* "4 nam lam Bi thu": over. */
static bool counts_years(const vt_attaching *s)
{
  static const uint8_t spans[] = { VT_W_NAM, VT_W_THANG, VT_W_KY_HUYEN };
  const vt_chunk *prev = vt_chunk_at(s, s->k == 0 ? SIZE_MAX : s->k - 1);
  return s->k > 1 && vt_chunk_at(s, s->k - 2)->kind == VT_CHUNK_WORD &&
         vt_find_spells_any(s->f, prev->at.end - 1, spans, sizeof spans);
}

/* "Chu tich A ky sac lenh cu ong lam": the subject gives, and who gets it is not named here. */
static bool is_of_unnamed(const vt_attaching *s)
{
  uint32_t row;
  vt_find *f = s->f;
  if (s->k < 2 || s->passive) return false;
  const vt_chunk *he = vt_chunk_at(s, s->k - 1);
  return he->kind == VT_CHUNK_WORD && he->at.end == he->at.first + 1 &&
         vt_is_verb(vt_chunk_at(s, s->k - 2), VT_VERB_APPOINT) &&
         vt_find_match(f, VT_TABLE_PERSON_HONORIFICS, he->at.first, &row) == 1;
}

/* "giu chuc", "lam": the status is that of the verb of appointment before it. */
static void on_give(vt_attaching *s, const vt_chunk *c)
{
  if (is_of_unnamed(s)) {
    s->subject = s->who = -1;
    s->clause = 0;
    return;
  }
  int32_t status = c->status;
  const bool past = s->once || (s->past && s->clause == 0);
  if (status != VITEXT_POST_FORMER && (past || counts_years(s))) status = VITEXT_POST_FORMER;
  else if (status == VITEXT_POST_CURRENT && s->clause != 0) status = s->clause;
  else if (status == VITEXT_POST_CURRENT && s->since) status = VITEXT_POST_APPOINTED;
  else if (status == VITEXT_POST_APPOINTED && s->now && s->clause == 0)
    status = VITEXT_POST_CURRENT;
  s->ahead = s->subject < 0 && s->clause == 0;
  vt_attach_give(s, status, "P6");
}

static void on_is(vt_attaching *s, const vt_chunk *c)
{
  if (s->given.count > 0) s->against = true;             /* "bau POS la NAME" */
  if (s->given.count > 0 || s->before.count > 0) return; /* POS la NAME */
  const vt_chunk *prev = vt_chunk_at(s, s->k == 0 ? SIZE_MAX : vt_chunk_before(s, s->k));
  const bool close = prev->kind == VT_CHUNK_WHO || vt_is_mark(prev, ",;()") ||
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

static void on_appoint(vt_attaching *s, const vt_chunk *c)
{
  const bool release = c->sub == VT_VERB_RELEASE;
  static const uint8_t passives[] = { VT_W_DUOC,    VT_W_TRUNG, VT_W_DAC,
                                      VT_W_TAI_SAC, VT_W_TIEP,  VT_W_THANG_NGANG };
  static const uint8_t leaving[] = { VT_W_THOI, VT_W_ROI, VT_W_TU_HUYEN }; /* of one's own */
  const uint32_t first = c->at.first;
  const bool received = vt_find_spells_any(s->f, first, passives, sizeof passives);
  const bool passive = s->passive || received;
  s->clause = c->status;
  s->got = false;
  s->delivered.count = 0;
  s->passive |= passive;
  if (passive && s->passed)
    s->given.count = 0; /* "de nghi bau POS; gioi thieu ong A duoc bo nhiem" */
  if (passive && s->leaver >= 0) s->subject = s->leaver; /* "thay ong B vua duoc dieu dong ..." */
  const bool own = vt_find_spells_any(s->f, first, leaving, sizeof leaving);
  /* "A duoc Chu tich nuoc B bo nhiem lam POS": B only gives it */
  if (!received && !own && s->patient >= 0) s->subject = s->patient;
  if ((against_follows(s) && !own) || (!passive && !release)) {
    s->who = -1; /* somebody named later */
    s->giving = c->status;
    s->rule = "P6";
    s->open = false;
    s->before.count = 0;
  } else {
    vt_attach_give(s, c->status, "P6");
  }
}

/* "(duoc giao) phu trach So": the verb is the title. */
static void on_acting(vt_attaching *s, const vt_chunk *c)
{
  vt_find *f = s->f;
  const vt_chunk *next = vt_chunk_at(s, s->k + 1);
  const bool lead = vt_find_spells(f, c->at.end - 1, VT_W_HANH);
  if (next->kind != VT_CHUNK_ORGAN || s->subject < 0 || (lead && c->at.end - c->at.first < 3))
    return;
  if (!vt_vec_room(f->alloc, &f->posts)) {
    f->failed = true;
    return;
  }
  /* "(duoc giao) phu trach", "phu trach dieu hanh" */
  const bool both = c->at.end - c->at.first >= 4 && vt_find_spells(f, c->at.end - 4, VT_W_PHU);
  const uint32_t first = c->at.end - (both ? 4 : 2);
  s->got = true;
  const vt_post p = { .title = { first, c->at.end },
                      .organ = f->organs.items[next->item],
                      .row = VT_ROW_NONE,
                      .status = c->status,
                      .sentence = f->sentence };
  f->posts.items[f->posts.count++] = p;
  vt_hold(f, (uint32_t)s->subject, (uint32_t)f->posts.count - 1, c->status, "P6");
}

/* "POS da nghi huu": what the apposition said so far is over. */
static void on_over(vt_attaching *s)
{
  vt_find *f = s->f;
  enum { LOOK = 32 }; /* posts of one apposition */
  if (!s->open) return;
  for (size_t k = f->held.count; k-- > 0 && f->held.count - k <= LOOK;) {
    if (f->posts.items[f->held.items[k].post].sentence != f->sentence) return;
    if (f->held.items[k].who == (uint32_t)s->who) f->held.items[k].status = VITEXT_POST_FORMER;
  }
}

/* "giu chuc X tu ngay ...": of the post before; else of the one to come. */
static void on_since(vt_attaching *s, const vt_chunk *c)
{
  static const uint8_t units[] = { VT_W_NGAY, VT_W_THANG, VT_W_NAM };
  vt_find *f = s->f;
  vt_tenure tenure = { 0 };
  uint32_t i = c->at.end;
  if (vt_find_spells_any(f, i - 1, units, sizeof units)) i--;
  if (vt_tenure_read(f, i, &tenure) == i) return;
  const vt_chunk *prev = vt_chunk_at(s, s->k == 0 ? SIZE_MAX : vt_chunk_before(s, s->k));
  if (prev->kind != VT_CHUNK_POST || !f->posts.items[prev->item].used) {
    f->tenure = tenure;
    return;
  }
  for (size_t k = f->held.count; k > 0 && f->held.items[k - 1].post == prev->item; k--)
    f->held.items[k - 1].tenure = tenure;
}

/* "lam Thu ky cho Pho Thu tuong A": whom an aide serves does not get the post. */
static bool is_aide(const vt_find *f, uint32_t post)
{
  return strcmp(
             vt_find_cell(f, VT_TABLE_POST_TITLES, f->posts.items[post].row, VT_POST_TITLES_KIND),
             "aide") == 0;
}

void vt_attach_verb(vt_attaching *s, const vt_chunk *c)
{
  switch ((vt_verb)c->sub) {
  case VT_VERB_STATUS: s->status = c->status; break;
  case VT_VERB_IS: on_is(s, c); break;
  case VT_VERB_GIVE: on_give(s, c); break;
  case VT_VERB_SINCE:
    s->since = true;
    on_since(s, c);
    break;
  case VT_VERB_APPOINT:
  case VT_VERB_RELEASE: on_appoint(s, c); break;
  case VT_VERB_OVER: on_over(s); break;
  case VT_VERB_HANDOVER:
    vt_attach_give(s, VITEXT_POST_FORMER, "P6");
    s->handover = true;
    break;
  case VT_VERB_REPLACE:
    s->replace = true;
    s->open = false;
    s->giving = 0;
    break;
  case VT_VERB_AGAINST:
    if (s->given.count > 0 && is_aide(s->f, s->given.post[s->given.count - 1])) s->given.count = 0;
    s->against = s->given.count > 0;
    if (!s->against && s->clause == VITEXT_POST_APPOINTED && s->giving != 0) s->fresh = true;
    s->giving = 0;
    break;
  case VT_VERB_PAST:
    s->past = true;
    s->once |= vt_find_spells(s->f, c->at.end - 1, VT_W_TUNG);
    break;
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
