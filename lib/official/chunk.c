/* chunk.c - cutting a sentence into chunks: persons, posts, organisations, words of office. */
#include <string.h>
#include "vt_find.h"

static void push(vt_find *f, vt_chunk c)
{
  if (!vt_vec_room(f->alloc, &f->chunks)) {
    f->failed = true;
    return;
  }
  f->chunks.items[f->chunks.count++] = c;
}

static vt_chunk *last_chunk(vt_find *f)
{
  return f->chunks.count == 0 ? NULL : &f->chunks.items[f->chunks.count - 1];
}

static bool spells_any(const vt_find *f, uint32_t i, const char *const *words, size_t count)
{
  for (size_t k = 0; k < count; k++)
    if (vt_find_spells(f, i, words[k])) return true;
  return false;
}

/* ---- Persons ---- */

static bool is_place_only(vt_find *f, uint32_t i)
{
  bool country, like;
  const uint32_t end = vt_place_match(f, i, &country, &like);
  return end > 0 && !like && vt_name_run(f, i) == end;
}

static bool two_capitals(const vt_find *f, uint32_t i)
{
  const vt_token t = f->tokens->items[i];
  if (t.kind == VITEXT_TOKEN_ABBREVIATION || vt_find_is_capitals(f, i)) return true;
  unsigned uppers = 0;
  for (uint32_t k = t.begin; k < t.end; k++)
    uppers += f->text.bytes[k] >= 'A' && f->text.bytes[k] <= 'Z';
  return uppers >= 2;
}

static uint32_t rank_at(vt_find *f, uint32_t i, uint32_t *row)
{
  if (i >= f->end || !(vt_find_class(f, i) & VT_CLS_RANK)) return 0;
  const uint32_t len = vt_find_match(f, VT_TABLE_PERSON_RANKS, i, row);
  if (len == 1 && strlen(vt_find_cell(f, VT_TABLE_PERSON_RANKS, *row, 0)) <= 4 &&
      !vt_lexicon_is_syllable(f->lex, f->ids[i]) && !two_capitals(f, i) &&
      f->tokens->items[i].kind != VITEXT_TOKEN_WORD)
    return 0;
  return len;
}

/* Ranks and degrees in a row; dots and commas between them. */
static uint32_t take_ranks(vt_find *f, uint32_t i, vt_who *who)
{
  uint32_t row, len, at = i;
  while ((len = rank_at(f, at, &row)) > 0) {
    const char *kind = vt_find_cell(f, VT_TABLE_PERSON_RANKS, row, VT_PERSON_RANKS_KIND);
    if (who->ranks.end == who->ranks.first) who->ranks.first = at;
    who->served |= strcmp(kind, "rank") == 0;
    at += len;
    who->ranks.end = at;
    if (at < f->end && vt_find_mark(f, at) == '.') at++;
    else if (at + 1 < f->end && (vt_find_mark(f, at) == ',' || vt_find_mark(f, at) == '-') &&
             rank_at(f, at + 1, &row) > 0)
      at++;
  }
  return at;
}

static uint32_t address_at(vt_find *f, uint32_t i, uint32_t *row)
{
  if (i >= f->end || !(vt_find_class(f, i) & VT_CLS_HONORIFIC)) return 0;
  return vt_find_match(f, VT_TABLE_PERSON_HONORIFICS, i, row);
}

static const char *address_cell(const vt_find *f, uint32_t row, uint32_t column)
{
  return vt_find_cell(f, VT_TABLE_PERSON_HONORIFICS, row, column);
}

void vt_find_address(const vt_find *f, uint32_t row, vt_range at, vt_who *who)
{
  const char *one = address_cell(f, row, VT_PERSON_HONORIFICS_ONE);
  const char *sex = address_cell(f, row, VT_PERSON_HONORIFICS_SEX);
  who->address = at;
  who->one = one[0] != '\0' ? one : NULL;
  if (one[0] == '-') who->address = (vt_range){ 0, 0 };
  who->sex = sex[0] == 'n' ? 0 : (uint8_t)sex[0];
  who->comrade = strcmp(one[0] != '\0' ? one : address_cell(f, row, 0), "đồng chí") == 0 ||
                 strcmp(address_cell(f, row, VT_PERSON_HONORIFICS_PARTY), "party") == 0;
}

static bool push_who(vt_find *f, vt_who *who, uint32_t from)
{
  if (!vt_vec_room(f->alloc, &f->people)) {
    f->failed = true;
    return false;
  }
  who->sentence = f->sentence;
  who->person = -1;
  vt_given_see(f, who->name.end - 1);
  push(f, (vt_chunk){ .at = { from, who->name.end },
                      .kind = VT_CHUNK_WHO,
                      .item = (uint32_t)f->people.count });
  f->people.items[f->people.count++] = *who;
  return true;
}

/* A word stands before that a person often follows. */
static bool is_prompted(const vt_find *f)
{
  static const char *const words[] = { "của",  "do",  "bởi", "cho", "gặp", "theo", "tố",
                                       "giam", "mời", "với", "là",  "bắt", "gọi" };
  const vt_chunk *c = f->chunks.count == 0 ? NULL : &f->chunks.items[f->chunks.count - 1];
  return c != NULL && (c->kind == VT_CHUNK_WORD || c->kind == VT_CHUNK_VERB) &&
         spells_any(f, c->at.end - 1, words, sizeof words / sizeof *words);
}

/* Whether two syllables by themselves are a person: a family name that is nothing else, and no
 * place bears the name, or it stands where persons stand. */
static bool is_likely(vt_find *f, uint32_t at, uint32_t end)
{
  bool country, like;
  if (vt_name_score(f, at, end) < 4) return false;
  if (vt_place_match(f, at, &country, &like) != end) return true;
  const bool opens = f->chunks.count == 0 && end < f->end && vt_find_is_word(f, end);
  return opens || is_prompted(f);
}

/* [address] [ranks] name. sure: what stands before says a person follows. 0: none. */
static uint32_t read_who(vt_find *f, uint32_t i, bool sure)
{
  uint32_t row;
  vt_who who = { 0 };
  uint32_t at = i;
  const uint32_t n = address_at(f, i, &row);
  uint32_t rank;
  if (n > 0 && rank_at(f, i, &rank) <= n) {
    vt_find_address(f, row, (vt_range){ i, i + n }, &who);
    at += n;
    if (at + 2 < f->end && vt_find_mark(f, at) == '(' && rank_at(f, at + 1, &rank) > 0) {
      const uint32_t after = take_ranks(f, at + 1, &who);
      if (after < f->end && vt_find_mark(f, after) == ')') at = after + 1;
    }
  }
  at = take_ranks(f, at, &who);
  const bool said = sure || who.address.end > 0 || who.ranks.end > 0;
  if (at >= f->end || !vt_find_is_capital(f, at)) return 0;
  if (said && who.address.end == 0 && is_place_only(f, at) && vt_name_run(f, at) > at + 1) return 0;
  if (said && (vt_find_class(f, at) & (VT_CLS_TITLE | VT_CLS_UNIT)) != 0) {
    if (vt_find_match(f, VT_TABLE_POST_TITLES, at, &row) >= 2) return 0;
    if (vt_find_match_loose(f, VT_TABLE_ORGAN_UNITS, at, &row) >= 2) return 0;
  }
  if (!said && vt_find_is_capitals(f, at) && (vt_find_class(f, at) & VT_CLS_STOP) != 0 &&
      vt_find_match(f, VT_TABLE_ORGAN_STOPS, at, &row) >= 2)
    return 0; /* CHUC TET DONG BAO */
  const uint32_t end = vt_name_take(f, at, said, &who.strength);
  if (end == 0) return 0;
  if (sure && who.address.end == 0 && end == at + 1 && vt_find_word_end(f, at) > at + 1)
    return 0; /* Cach mang */
  if (!said && who.strength == 1 && is_likely(f, at, end)) who.strength = 2;
  who.name = (vt_range){ at, end };
  return push_who(f, &who, i) ? end : 0;
}

/* Another name in brackets behind a name: "(tuc Hau "Phao")", "(KSor Phuoc)". */
static uint32_t read_alias(vt_find *f, uint32_t i)
{
  static const char *const cues[] = { "tức", "là", "danh", "gọi", "thật", "khác", "tên", "hiệu" };
  size_t k = f->chunks.count;
  bool said = false;
  while (k > 0 && f->chunks.items[k - 1].kind != VT_CHUNK_MARK && f->chunks.count - k < 6) {
    said |= spells_any(f, f->chunks.items[k - 1].at.end - 1, cues, sizeof cues / sizeof *cues);
    k--;
  }
  if (k < 2 || f->chunks.items[k - 1].sub != '(' || f->chunks.items[k - 2].kind != VT_CHUNK_WHO)
    return 0;
  if (!said && k != f->chunks.count) return 0;
  uint32_t end = vt_name_run(f, i);
  if (!said && (is_place_only(f, i) || vt_name_score(f, i, end) < 3)) return 0;
  if (said && end + 2 < f->end && vt_find_mark(f, end) == '"' && vt_find_is_capital(f, end + 1) &&
      vt_find_mark(f, end + 2) == '"')
    end += 3;
  if (!said && (end >= f->end || vt_find_mark(f, end) != ')')) return 0;
  vt_who who = { .name = { i, end }, .strength = 3, .alias = true };
  return push_who(f, &who, i) ? end : 0;
}

/* A capitalised syllable that is the given name of somebody named before: perhaps a mention. */
static void read_bare(vt_find *f, uint32_t i)
{
  if (!vt_given_seen(f, i)) return;
  if (!vt_vec_room(f->alloc, &f->people)) {
    f->failed = true;
    return;
  }
  f->people.items[f->people.count++] =
      (vt_who){ .name = { i, i + 1 }, .sentence = f->sentence, .person = -1 };
}

static uint32_t read_epithet(vt_find *f, uint32_t i)
{
  uint32_t row;
  const uint32_t len = vt_find_match(f, VT_TABLE_PERSON_EPITHETS, i, &row);
  const uint32_t at = i + len;
  if (len == 0 || at >= f->end || !vt_find_is_capital(f, at) || is_place_only(f, at)) return 0;
  uint32_t unit;
  if ((vt_find_class(f, at) & VT_CLS_UNIT) != 0 &&
      vt_find_match_loose(f, VT_TABLE_ORGAN_UNITS, at, &unit) > 0)
    return 0;
  if (vt_find_word_end(f, at) > at + 1 && vt_name_run(f, at) == at + 1) return 0;
  vt_who who = { .private_role = true };
  const uint32_t end = vt_name_take(f, at, true, &who.strength);
  if (end == 0) return 0;
  bool foreign = true;
  for (uint32_t j = at; j < end; j++) foreign &= f->tokens->items[j].kind != VITEXT_TOKEN_SYLLABLE;
  const char how = vt_find_cell(f, VT_TABLE_PERSON_EPITHETS, row, VT_PERSON_EPITHETS_SURE)[0];
  const bool likely = vt_name_score(f, at, end) >= 2 || (foreign && end - at >= 2);
  if (!likely && (how == '\0' || (how == 'y' && end - at < 2))) return 0;
  who.name = (vt_range){ at, end };
  return push_who(f, &who, at) ? end : 0;
}

/* ---- Words of office ---- */

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

static bool title_at(vt_find *f, uint32_t i)
{
  uint32_t row;
  return i < f->end && (vt_find_class(f, i) & VT_CLS_TITLE) != 0 &&
         vt_find_match(f, VT_TABLE_POST_TITLES, i, &row) > 0;
}

/* A status word with its title: "nguyen Chu tich". */
static bool status_at(vt_find *f, uint32_t i)
{
  uint32_t row;
  if (i >= f->end || !(vt_find_class(f, i) & VT_CLS_VERB)) return false;
  const uint32_t len = vt_find_match(f, VT_TABLE_POST_VERBS, i, &row);
  return len > 0 && title_at(f, i + len) &&
         strcmp(vt_find_cell(f, VT_TABLE_POST_VERBS, row, VT_POST_VERBS_KIND), "status") == 0;
}

/* Whether a person is announced at i: by an address, a rank, a title or a name. */
static bool announces(vt_find *f, uint32_t i)
{
  if (i >= f->end) return false;
  return (vt_find_class(f, i) & (VT_CLS_HONORIFIC | VT_CLS_RANK | VT_CLS_TITLE)) != 0 ||
         (vt_find_is_capital(f, i) && (vt_find_class(f, i) & VT_CLS_SURNAME) != 0);
}

static uint32_t read_verb(vt_find *f, uint32_t i)
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
  if (verb == VT_VERB_STATUS && len == 1 && !title_at(f, end)) return 0;
  if (verb == VT_VERB_AGAINST && len == 1 && !announces(f, end)) return 0;
  if (verb == VT_VERB_NOW && f->chunks.count > 0 && last_chunk(f)->kind != VT_CHUNK_MARK &&
      last_chunk(f)->kind != VT_CHUNK_WHO)
    return 0;
  const bool opens = f->chunks.count == 0 || verb == VT_VERB_STATUS;
  if (vt_find_is_capital(f, i) && !opens && last_chunk(f)->kind != VT_CHUNK_MARK) return 0;
  push(f, (vt_chunk){ .at = { i, end },
                      .kind = VT_CHUNK_VERB,
                      .sub = (uint8_t)verb,
                      .status = status_named(
                          vt_find_cell(f, VT_TABLE_POST_VERBS, row, VT_POST_VERBS_STATUS)) });
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
    if (c->kind == VT_CHUNK_WHO) return true;
    if (c->kind == VT_CHUNK_WORD || (c->kind == VT_CHUNK_MARK && (c->sub == ';' || c->sub == '.')))
      return false;
    if (c->kind == VT_CHUNK_VERB && c->sub == VT_VERB_GIVE) return true;
  }
  return false;
}

static uint32_t read_post(vt_find *f, uint32_t i)
{
  vt_post post;
  const uint32_t end = vt_post_read(f, i, person_before(f), &post);
  if (end == 0) return 0;
  if (!vt_vec_room(f->alloc, &f->posts)) {
    f->failed = true;
    return 0;
  }
  const vt_chunk *c = last_chunk(f);
  post.many = c != NULL && c->kind == VT_CHUNK_MANY;
  push(f, (vt_chunk){ .at = { i, end }, .kind = VT_CHUNK_POST, .item = (uint32_t)f->posts.count });
  f->posts.items[f->posts.count++] = post;
  return end;
}

static uint32_t push_organ(vt_find *f, const vt_organ *o)
{
  if (!vt_vec_room(f->alloc, &f->organs)) {
    f->failed = true;
    return 0;
  }
  const vt_chunk *before = last_chunk(f); /* "Tinh uy vien tinh Hau Giang": no organisation (R7) */
  const bool tail =
      before != NULL && before->kind == VT_CHUNK_POST && before->at.end == o->at.first;
  push(f, (vt_chunk){ .at = o->at,
                      .kind = tail ? VT_CHUNK_FILL : VT_CHUNK_ORGAN,
                      .item = (uint32_t)f->organs.count });
  f->organs.items[f->organs.count++] = *o;
  return o->at.end;
}

static uint32_t read_organ(vt_find *f, uint32_t i, unsigned class)
{
  uint32_t row;
  vt_organ o;
  const bool capital = vt_find_is_capital(f, i);
  if ((class & VT_CLS_UNIT) != 0) {
    const uint32_t len = vt_find_match_loose(f, VT_TABLE_ORGAN_UNITS, i, &row);
    if (len == 1 && capital && (class & VT_CLS_SURNAME) != 0 &&
        vt_name_score(f, i, vt_name_run(f, i)) >= 5)
      return 0;
    if (len > 0 && vt_organ_read(f, i, (vt_organ_ask){ .after = true }, &o) &&
        (capital || len > 1 || o.at.end > i + len))
      return push_organ(f, &o);
  }
  if ((class & VT_CLS_LEVEL) != 0 &&
      vt_organ_read(f, i, (vt_organ_ask){ .bare = true, .after = true }, &o) && o.at.end > i + 1)
    return push_organ(f, &o);
  return 0;
}

static uint32_t read_place(vt_find *f, uint32_t i)
{
  bool country, like;
  const uint32_t end = vt_place_match(f, i, &country, &like);
  if (end == 0 || like) return 0;
  uint32_t at = end;
  const uint32_t run = vt_name_run(f, i);
  if (run > end) {
    const uint32_t k = vt_place_split(f, i, run, false, false);
    if (k == 0) return 0;
    if (i + k > end) at = i + k;
  }
  return push_organ(f, &(vt_organ){ .at = { i, at }, .unit = -1 });
}

static bool is_long_place(vt_find *f, uint32_t i)
{
  bool country, like;
  return vt_place_match(f, i, &country, &like) >= i + 2;
}

static uint32_t read_trap(vt_find *f, uint32_t i)
{
  uint32_t row;
  const uint32_t len = vt_find_match(f, VT_TABLE_NAME_TRAPS, i, &row);
  if (len == 0 || i + len >= f->end) return 0;
  uint32_t at = i + len;
  if (vt_find_mark(f, at) == '"' && at + 1 < f->end) at++;
  if (!vt_find_is_capital(f, at)) return 0;
  if (vt_find_is_capital(f, i) && (vt_find_class(f, i) & VT_CLS_SURNAME) != 0 && len == 1 &&
      vt_name_score(f, i, vt_name_run(f, i)) >= 5)
    return 0; /* Ho Xuan Huong */
  uint32_t end = vt_name_run(f, at);
  if (title_at(f, at)) { /* Lang Chu tich Ho Chi Minh */
    const uint32_t field = (vt_find_class(f, at) & VT_CLS_FIELD) != 0
                               ? vt_find_match(f, VT_TABLE_ORGAN_FIELDS, at, &row)
                               : 0;
    if (field < 4) return 0;
    end = at + field;
  }
  push(f, (vt_chunk){ .at = { i, end }, .kind = VT_CHUNK_WORD, .sub = 't' });
  return end;
}

/* "duong A, B va C": the trap goes on over the list. */
static uint32_t read_more_traps(vt_find *f, uint32_t i)
{
  const size_t n = f->chunks.count;
  if (n < 2 || f->chunks.items[n - 2].kind != VT_CHUNK_WORD || f->chunks.items[n - 2].sub != 't')
    return 0;
  const vt_chunk *joint = last_chunk(f);
  if (joint->kind != VT_CHUNK_AND &&
      (joint->kind != VT_CHUNK_MARK || strchr(",-/", joint->sub) == NULL))
    return 0;
  const uint32_t end = vt_name_run(f, i);
  if (end < f->end && vt_find_mark(f, end) == '(') return 0;
  push(f, (vt_chunk){ .at = { i, end }, .kind = VT_CHUNK_WORD, .sub = 't' });
  return end;
}

/* ---- Names of writers and photographers ---- */

/* "Anh: A", "Tin, anh: A - B". */
static bool in_byline(const vt_find *f)
{
  static const char *const words[] = { "ảnh", "tin", "bài", "video", "clip", "hiện", "họa" };
  enum { LOOK = 24 }; /* chunks: a dozen names */
  size_t k = f->chunks.count;
  for (; k > 0; k--) {
    const vt_chunk *c = &f->chunks.items[k - 1];
    if (f->chunks.count - k > LOOK) return false;
    if (c->kind == VT_CHUNK_WHO || c->kind == VT_CHUNK_AND) continue;
    if (c->kind != VT_CHUNK_MARK) return false;
    if (c->sub == '-' || c->sub == '/' || c->sub == ',') continue;
    return c->sub == ':' && k > 1 && f->chunks.items[k - 2].kind == VT_CHUNK_WORD &&
           spells_any(f, f->chunks.items[k - 2].at.end - 1, words, sizeof words / sizeof *words);
  }
  return f->closing;
}

static uint32_t read_byline(vt_find *f, uint32_t i)
{
  uint32_t row;
  const unsigned class = vt_find_class(f, i);
  if (!in_byline(f) || is_place_only(f, i)) return 0;
  const vt_token t = f->tokens->items[i];
  if (t.kind == VITEXT_TOKEN_ABBREVIATION && t.end - t.begin > 3) return 0;
  if (f->tokens->items[i].kind == VITEXT_TOKEN_WORD && vt_name_run(f, i) == i + 1) return 0;
  if ((class & VT_CLS_UNIT) != 0 && vt_find_match_loose(f, VT_TABLE_ORGAN_UNITS, i, &row) > 0)
    return 0;
  const uint32_t end = read_who(f, i, true);
  if (end > 0) f->people.items[f->people.count - 1].writer = true;
  return end;
}

/* ---- Fillers ---- */

/* A term of office, an age, a birth, a delegation: nothing that ends an apposition. */
static uint32_t read_filler(vt_find *f, uint32_t i)
{
  static const char *const births[] = { "sinh", "quê", "trú", "ngụ", "sn", "nhiệm", "khóa" };
  const vt_chunk *c = last_chunk(f);
  if (c == NULL) return 0;
  uint32_t end = 0;
  if (vt_find_is_number(f, i) && i + 1 < f->end && vt_find_spells(f, i + 1, "tuổi")) end = i + 2;
  else if (vt_find_spells(f, i, "đoàn") && c->kind == VT_CHUNK_POST && i + 1 < f->end &&
           vt_find_is_capital(f, i + 1)) {
    vt_organ o;
    end = vt_organ_read(f, i + 1, (vt_organ_ask){ .bare = true, .after = true }, &o) ? o.at.end : 0;
  } else if (spells_any(f, i, births, sizeof births / sizeof *births)) {
    const bool term = vt_find_spells(f, i, "nhiệm") || vt_find_spells(f, i, "khóa");
    if (vt_find_spells(f, i, "nhiệm") && !(i + 1 < f->end && vt_find_spells(f, i + 1, "kỳ")))
      return 0;
    if (!term && c->kind != VT_CHUNK_MARK) return 0;
    end = i + 1;
    if (vt_find_spells(f, i, "nhiệm")) end++;
    for (; end < f->end && end < i + 16; end++) {
      if (term && !vt_find_is_number(f, end) && vt_find_mark(f, end) != '-' &&
          vt_find_mark(f, end) != '/' && !vt_find_is_capitals(f, end) &&
          f->tokens->items[end].kind != VITEXT_TOKEN_DATE &&
          f->tokens->items[end].kind != VITEXT_TOKEN_DOCNUMBER && !vt_find_spells(f, end, "thứ") &&
          !vt_find_spells(f, end, "x") && !vt_find_spells(f, end, "v"))
        break;
      if (!term && (vt_find_mark(f, end) != 0)) break;
    }
  }
  if (end == 0) return 0;
  push(f, (vt_chunk){ .at = { i, end }, .kind = VT_CHUNK_FILL });
  return end;
}

static uint32_t read_small(vt_find *f, uint32_t i)
{
  static const char *const many[] = { "các", "những", "hai", "ba", "bốn", "năm", "sáu" };
  uint8_t kind = VT_CHUNK_WORD;
  if (vt_find_spells(f, i, "và") || vt_find_spells(f, i, "cùng")) kind = VT_CHUNK_AND;
  else if (spells_any(f, i, many, sizeof many / sizeof *many)) kind = VT_CHUNK_MANY;
  uint32_t end = i + 1;
  if (kind == VT_CHUNK_AND && end < f->end && vt_find_spells(f, end, "với")) end++;
  push(f, (vt_chunk){ .at = { i, end }, .kind = kind });
  return end;
}

/* ---- The loop ---- */

static uint32_t read_address(vt_find *f, uint32_t i)
{
  uint32_t row;
  const uint32_t n = address_at(f, i, &row);
  if (n == 0) return 0;
  const bool many =
      vt_find_cell(f, VT_TABLE_PERSON_HONORIFICS, row, VT_PERSON_HONORIFICS_ONE)[0] != 0;
  uint32_t end = i + n;
  const char mark = end < f->end ? vt_find_mark(f, end) : 0;
  if (mark == ',' && many && address_at(f, end + 1, &row) > 0) { /* "cac ong, ba:" */
    end += 1 + address_at(f, end + 1, &row);
    push(f, (vt_chunk){ .at = { i, end }, .kind = VT_CHUNK_FILL });
    return end;
  }
  if (!many && !title_at(f, end) && !status_at(f, end)) return 0;
  push(f, (vt_chunk){ .at = { i, end }, .kind = VT_CHUNK_ADDRESS, .item = row });
  return end;
}

/* "Truong doan dam phan Nga Vladimir Medinsky": a foreign name behind its country. */
static uint32_t read_foreign(vt_find *f, uint32_t i)
{
  const vt_chunk *c = last_chunk(f);
  if (c == NULL || c->kind != VT_CHUNK_ORGAN || c->at.end != i) return 0;
  const uint32_t end = vt_name_run(f, i);
  if (end < i + 2 || !vt_name_is_foreign(f, i, end)) return 0;
  vt_who who = { .name = { i, end }, .strength = 2 };
  return push_who(f, &who, i) ? end : 0;
}

/* Whether the item of a list of persons begins here: "cac dong chi: A, ...; B, ...". */
static bool opens_item(const vt_find *f)
{
  enum { LOOK = 200 }; /* chunks of a list */
  size_t k = f->chunks.count;
  if (k == 0 || f->chunks.items[k - 1].kind != VT_CHUNK_MARK) return false;
  if (f->chunks.items[k - 1].sub != ':' && f->chunks.items[k - 1].sub != ';') return false;
  for (; k > 0 && f->chunks.count - k < LOOK; k--) {
    const vt_chunk *c = &f->chunks.items[k - 1];
    if (c->kind == VT_CHUNK_MARK && c->sub == '.') return false;
    if (c->kind == VT_CHUNK_ADDRESS || c->kind == VT_CHUNK_MANY) return true;
    if (c->kind == VT_CHUNK_WHO && f->people.items[c->item].address.end > 0) return true;
  }
  return false;
}

/* The head of such an item is a name, whatever its family name: "Chau Van Lam, Uy vien ...". */
static uint32_t read_item(vt_find *f, uint32_t i)
{
  enum { LONGEST = 5 };
  uint32_t row;
  const uint32_t end = vt_name_run(f, i);
  if (end < i + 2 || end > i + LONGEST || end + 1 >= f->end || is_place_only(f, i)) return 0;
  const char mark = vt_find_mark(f, end);
  if (mark != ',' && mark != '-' && mark != '(') return 0;
  if (!title_at(f, end + 1) && !status_at(f, end + 1) && rank_at(f, end + 1, &row) == 0) return 0;
  if (!opens_item(f)) return 0;
  vt_who who = { .name = { i, end }, .strength = 3 };
  return push_who(f, &who, i) ? end : 0;
}

static uint32_t read_one(vt_find *f, uint32_t i)
{
  uint32_t end;
  const unsigned class = vt_find_class(f, i);
  const bool capital = vt_find_is_capital(f, i);
  const vt_chunk *before = last_chunk(f);
  const bool held = before != NULL && before->kind == VT_CHUNK_POST && before->at.end == i;
  if (held && capital && (end = read_who(f, i, true)) > 0) return end;
  if (capital && (f->chunks.count > 1 || f->closing) && (end = read_byline(f, i)) > 0) return end;
  if (capital && (end = read_alias(f, i)) > 0) return end;
  if (capital && (end = read_foreign(f, i)) > 0) return end;
  if (capital && (class & VT_CLS_HONORIFIC) != 0 && (class & VT_CLS_PLACE) != 0 &&
      is_long_place(f, i) && (end = read_place(f, i)) > 0)
    return end; /* Ba Ria, Co To */
  if ((class & (VT_CLS_HONORIFIC | VT_CLS_RANK)) != 0 && (end = read_who(f, i, false)) > 0)
    return end;
  if ((class & VT_CLS_TITLE) != 0 && (end = read_post(f, i)) > 0) return end;
  if ((end = read_filler(f, i)) > 0) return end;
  if ((class & VT_CLS_HONORIFIC) != 0 && (end = read_address(f, i)) > 0) return end;
  if ((class & VT_CLS_EPITHET) != 0 && (end = read_epithet(f, i)) > 0) return end;
  if ((class & (VT_CLS_UNIT | VT_CLS_LEVEL)) != 0 && (end = read_organ(f, i, class)) > 0)
    return end;
  if ((class & VT_CLS_TRAP) != 0 && (end = read_trap(f, i)) > 0) return end;
  if ((class & VT_CLS_VERB) != 0 && (end = read_verb(f, i)) > 0) return end;
  if (capital && (class & (VT_CLS_PLACE | VT_CLS_COUNTRY)) != 0 && (end = read_place(f, i)) > 0)
    return end;
  if (capital && (end = read_more_traps(f, i)) > 0) return end;
  if (capital && (class & VT_CLS_SURNAME) != 0 && (end = read_who(f, i, false)) > 0) return end;
  if (capital && (end = read_item(f, i)) > 0) return end;
  if (capital) { /* some other run of capitals: not to be cut into names */
    end = vt_name_run(f, i);
    if (end > i + 1) {
      if (vt_name_score(f, i + 1, end) >= 6) end = i + 1;
      push(f, (vt_chunk){ .at = { i, end }, .kind = VT_CHUNK_WORD });
      return end;
    }
    read_bare(f, i);
  }
  return read_small(f, i);
}

/* Brackets without a person or post in them say nothing. */
static void blank_brackets(vt_find *f)
{
  size_t open = SIZE_MAX;
  bool empty = true;
  for (size_t k = 0; k < f->chunks.count; k++) {
    const vt_chunk *c = &f->chunks.items[k];
    if (c->kind == VT_CHUNK_MARK && c->sub == '(') {
      open = k;
      empty = true;
    } else if (c->kind == VT_CHUNK_MARK && c->sub == ')' && open != SIZE_MAX) {
      for (size_t j = open; empty && j <= k; j++) f->chunks.items[j].kind = VT_CHUNK_FILL;
      open = SIZE_MAX;
    } else if (c->kind == VT_CHUNK_WHO || c->kind == VT_CHUNK_POST || c->kind == VT_CHUNK_VERB) {
      empty = false;
    }
  }
}

bool vt_chunks_make(vt_find *f, uint32_t first, uint32_t end)
{
  f->chunks.count = 0;
  f->organs.count = 0;
  f->end = end;
  for (uint32_t i = first; i < end && !f->failed;) {
    const char mark = vt_find_mark(f, i);
    if (mark != 0) {
      push(f, (vt_chunk){ .at = { i, i + 1 },
                          .kind = VT_CHUNK_MARK,
                          .sub = (uint8_t)(mark == '|' ? '-' : mark) });
      i++;
    } else if (!vt_find_is_word(f, i)) {
      const uint32_t filler = read_filler(f, i);
      const bool many = vt_find_is_number(f, i) && title_at(f, i + 1); /* "2 Uy vien" */
      if (filler == 0)
        push(f, (vt_chunk){ .at = { i, i + 1 }, .kind = many ? VT_CHUNK_MANY : VT_CHUNK_WORD });
      i = filler > 0 ? filler : i + 1;
    } else {
      i = read_one(f, i);
    }
  }
  blank_brackets(f);
  return !f->failed;
}
