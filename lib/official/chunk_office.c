/* chunk_office.c - words of office, posts, organisations, places and traps among the tokens. */
#include <string.h>
#include "vt_chunk.h"
#include "vt_organ.h"

static const struct {
  const char *name;
  vt_verb verb;
} verb_kinds[] = {
  { "status", VT_VERB_STATUS }, { "new", VT_VERB_NEW },         { "is", VT_VERB_IS },
  { "give", VT_VERB_GIVE },     { "appoint", VT_VERB_APPOINT }, { "release", VT_VERB_RELEASE },
  { "over", VT_VERB_OVER },     { "replace", VT_VERB_REPLACE }, { "against", VT_VERB_AGAINST },
  { "past", VT_VERB_PAST },     { "now", VT_VERB_NOW },         { "also", VT_VERB_ALSO },
  { "acting", VT_VERB_ACTING }, { "since", VT_VERB_SINCE },     { "handover", VT_VERB_HANDOVER },
};

static int32_t status_named(const char *name)
{
  static const char *const names[] = { "", "current", "acting", "appointed", "former" };
  for (int32_t k = 1; k <= 4; k++)
    if (strcmp(names[k], name) == 0) return k;
  return 0;
}

bool vt_title_at(vt_find *f, uint32_t i)
{
  uint32_t row;
  return i < f->end && (vt_find_class(f, i) & VT_CLS_TITLE) != 0 &&
         vt_find_match(f, VT_TABLE_POST_TITLES, i, &row) > 0;
}

bool vt_status_at(vt_find *f, uint32_t i)
{
  uint32_t row;
  if (i >= f->end || !(vt_find_class(f, i) & VT_CLS_VERB)) return false;
  const uint32_t len = vt_find_match(f, VT_TABLE_POST_VERBS, i, &row);
  return len > 0 && vt_title_at(f, i + len) &&
         strcmp(vt_find_cell(f, VT_TABLE_POST_VERBS, row, VT_POST_VERBS_KIND), "status") == 0;
}

/* Whether a person is announced at i: by an address, a rank, a title or a name. */
static bool announces(vt_find *f, uint32_t i)
{
  if (i >= f->end) return false;
  return (vt_find_class(f, i) & (VT_CLS_HONORIFIC | VT_CLS_RANK | VT_CLS_TITLE)) != 0 ||
         (vt_find_is_capital(f, i) && (vt_find_class(f, i) & VT_CLS_SURNAME) != 0);
}

/* "cuu Dai ta, Truong Cong an": what is said of the rank is said of the office. */
static uint32_t past_rank(const vt_find *f, uint32_t i)
{
  uint32_t row;
  const uint32_t len = vt_find_match(f, VT_TABLE_PERSON_RANKS, i, &row);
  const bool comma = len > 1 && i + len < f->end && vt_find_mark(f, i + len) == ',';
  return comma ? i + len + 1 : i;
}

uint32_t vt_chunk_verb(vt_find *f, uint32_t i)
{
  uint32_t row;
  const uint32_t len = vt_find_match(f, VT_TABLE_POST_VERBS, i, &row);
  if (len == 0) return 0;
  const char *kind = vt_find_cell(f, VT_TABLE_POST_VERBS, row, VT_POST_VERBS_KIND);
  vt_verb verb = VT_VERB_NONE;
  for (size_t k = 0; k < sizeof verb_kinds / sizeof *verb_kinds; k++)
    if (strcmp(verb_kinds[k].name, kind) == 0) verb = verb_kinds[k].verb;
  uint32_t end = i + len;
  if (verb == VT_VERB_STATUS && end < f->end && vt_find_mark(f, end) == '.') end++;
  if (verb == VT_VERB_STATUS && !vt_title_at(f, end)) end = past_rank(f, end);
  if (verb == VT_VERB_STATUS && len == 1 && !vt_title_at(f, end)) return 0;
  if (verb == VT_VERB_NONE) {
    vt_chunk_push(f, (vt_chunk){ .at = { i, end }, .kind = VT_CHUNK_WORD });
    return end;
  }
  if (verb == VT_VERB_AGAINST && len == 1 && !announces(f, end)) return 0;
  if (verb == VT_VERB_NOW && f->chunks.count > 0 && vt_chunk_last(f)->kind != VT_CHUNK_MARK &&
      vt_chunk_last(f)->kind != VT_CHUNK_WHO)
    return 0;
  const bool opens = f->chunks.count == 0 || verb == VT_VERB_STATUS;
  if (vt_find_is_capital(f, i) && !opens && vt_chunk_last(f)->kind != VT_CHUNK_MARK) return 0;
  vt_chunk_push(f, (vt_chunk){ .at = { i, end },
                               .kind = VT_CHUNK_VERB,
                               .sub = (uint8_t)verb,
                               .status = status_named(vt_find_cell(f, VT_TABLE_POST_VERBS, row,
                                                                   VT_POST_VERBS_STATUS)) });
  return end;
}

/* ---- Posts, organisations, places, traps ---- */

static bool person_before(vt_find *f)
{
  enum { LOOK = 48 }; /* chunks; longer appositions are none */
  const size_t count = f->chunks.count;
  for (size_t k = count; k > 0 && count - k < LOOK; k--) {
    const vt_chunk *c = &f->chunks.items[k - 1];
    if (c->kind == VT_CHUNK_AND) return false;
    if (c->kind == VT_CHUNK_WHO) { /* "POS A, POS B": a name follows here too */
      const bool row = k + 1 == count && vt_chunk_last(f)->kind == VT_CHUNK_MARK &&
                       vt_chunk_last(f)->sub == ',' && k > 1;
      return !row || f->chunks.items[k - 2].kind != VT_CHUNK_POST;
    }
    if (c->kind == VT_CHUNK_WORD || (c->kind == VT_CHUNK_MARK && (c->sub == ';' || c->sub == '.')))
      return false;
    if (c->kind == VT_CHUNK_VERB && c->sub == VT_VERB_GIVE) return true;
  }
  return false;
}

uint32_t vt_chunk_post(vt_find *f, uint32_t i)
{
  vt_post post;
  const uint32_t end = vt_post_read(f, i, person_before(f), &post);
  if (end == 0) return 0;
  if (!vt_vec_room(f->alloc, &f->posts)) {
    f->failed = true;
    return 0;
  }
  const size_t n = f->chunks.count; /* "hai cuu Thu truong" too */
  const bool status = n > 1 && f->chunks.items[n - 1].kind == VT_CHUNK_VERB &&
                      f->chunks.items[n - 1].sub == VT_VERB_STATUS;
  post.many = n > status && f->chunks.items[n - 1 - status].kind == VT_CHUNK_MANY;
  vt_chunk_push(
      f, (vt_chunk){ .at = { i, end }, .kind = VT_CHUNK_POST, .item = (uint32_t)f->posts.count });
  f->posts.items[f->posts.count++] = post;
  vt_place_see(f, &post.organ);
  return end;
}

static uint32_t push_organ(vt_find *f, const vt_organ *o)
{
  if (!vt_vec_room(f->alloc, &f->organs)) {
    f->failed = true;
    return 0;
  }
  const vt_chunk *before =
      vt_chunk_last(f); /* "Tinh uy vien tinh Hau Giang": no organisation (R7) */
  const bool tail =
      before != NULL && before->kind == VT_CHUNK_POST && before->at.end == o->at.first;
  vt_chunk_push(f, (vt_chunk){ .at = o->at,
                               .kind = tail ? VT_CHUNK_FILL : VT_CHUNK_ORGAN,
                               .item = (uint32_t)f->organs.count });
  f->organs.items[f->organs.count++] = *o;
  vt_place_see(f, o);
  return o->at.end;
}

uint32_t vt_chunk_organ(vt_find *f, uint32_t i, unsigned class)
{
  uint32_t row;
  vt_organ o;
  const bool capital = vt_find_is_capital(f, i);
  if ((class & VT_CLS_UNIT) != 0) {
    const uint32_t len = vt_find_match_loose(f, VT_TABLE_ORGAN_UNITS, i, &row);
    if (len > 1 && capital && vt_organ_is_person(f, row)) return vt_chunk_who(f, i, true);
    if (len == 1 && capital && (class & VT_CLS_SURNAME) != 0 &&
        vt_name_score(f, i, vt_name_run(f, i)) >= 5)
      return 0;
    if (len > 0 && vt_organ_read(f, i, (vt_organ_ask){ .after = true, .plain = true }, &o) &&
        (capital || len > 1 || o.at.end > i + len))
      return push_organ(f, &o);
  }
  if ((class & VT_CLS_LEVEL) != 0 &&
      vt_organ_read(f, i, (vt_organ_ask){ .bare = true, .after = true, .plain = true }, &o) &&
      o.at.end > i + 1)
    return push_organ(f, &o);
  return 0;
}

uint32_t vt_chunk_place(vt_find *f, uint32_t i)
{
  bool country, like;
  const uint32_t end = vt_place_match(f, i, &country, &like);
  if (end == 0 || like) return 0;
  uint32_t at = end;
  const uint32_t run = vt_name_run(f, i);
  if (run > end) {
    const uint32_t k = vt_place_split(f, i, run, false, (vt_organ_ask){ 0 });
    if (k == 0) return 0;
    if (i + k > end) at = i + k;
  }
  return push_organ(
      f, &(vt_organ){ .at = { i, at }, .place = { i, at }, .unit = -1, .level_row = -1 });
}

bool vt_is_long_place(vt_find *f, uint32_t i)
{
  bool country, like;
  return vt_place_match(f, i, &country, &like) >= i + 2;
}

uint32_t vt_chunk_trap(vt_find *f, uint32_t i)
{
  uint32_t row;
  const uint32_t len = vt_find_match(f, VT_TABLE_NAME_TRAPS, i, &row);
  if (len == 0 || i + len >= f->end) return 0;
  if (len == 1 && i > 0 && vt_find_word_end(f, i - 1) == i + 1) return 0; /* gia dinh */
  uint32_t at = i + len;
  if (vt_find_mark(f, at) == '"' && at + 1 < f->end) at++;
  if (!vt_find_is_capital(f, at)) return 0;
  if (vt_find_is_capital(f, i) && (vt_find_class(f, i) & VT_CLS_SURNAME) != 0 && len == 1 &&
      vt_name_score(f, i, vt_name_run(f, i)) >= 5)
    return 0; /* Ho Xuan Huong */
  uint32_t end = vt_name_run(f, at);
  if (vt_title_at(f, at)) { /* Lang Chu tich Ho Chi Minh; not the day Chu tich Ho Chi Minh ... */
    if (vt_find_spells(f, i, VT_W_NGAY)) return 0;
    const uint32_t field = (vt_find_class(f, at) & VT_CLS_FIELD) != 0
                               ? vt_find_match(f, VT_TABLE_ORGAN_FIELDS, at, &row)
                               : 0;
    if (field < 4) return 0;
    end = at + field;
  }
  vt_chunk_push(f, (vt_chunk){ .at = { i, end }, .kind = VT_CHUNK_WORD, .sub = 't' });
  return end;
}

/* "duong A, B va C": the trap goes on over the list. */
uint32_t vt_chunk_more_traps(vt_find *f, uint32_t i)
{
  const size_t n = f->chunks.count;
  if (n < 2 || f->chunks.items[n - 2].kind != VT_CHUNK_WORD || f->chunks.items[n - 2].sub != 't')
    return 0;
  static const uint8_t joints[] = { VT_W_GIAO, VT_W_DEN, VT_W_TOI, VT_W_NOI, VT_W_QUA };
  const vt_chunk *joint = vt_chunk_last(f);
  if (joint->kind != VT_CHUNK_AND &&
      !vt_find_spells_any(f, joint->at.first, joints, sizeof joints) &&
      (joint->kind != VT_CHUNK_MARK || strchr(",-/", joint->sub) == NULL))
    return 0;
  const uint32_t end = vt_name_run(f, i);
  if (end < f->end && vt_find_mark(f, end) == '(') return 0;
  vt_chunk_push(f, (vt_chunk){ .at = { i, end }, .kind = VT_CHUNK_WORD, .sub = 't' });
  return end;
}
