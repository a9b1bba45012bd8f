/* chunk_who.c - persons among the tokens: address, ranks and name, aliases, names of writers. */
#include <string.h>
#include "vt_chunk.h"
#include "vt_organ.h"

static bool is_place_only(vt_find *f, uint32_t i)
{
  bool country, like;
  const uint32_t end = vt_place_match(f, i, &country, &like);
  return end > 0 && !like && vt_name_run(f, i) == end;
}

static uint32_t rank_at(vt_find *f, uint32_t i, uint32_t *row)
{
  if (i >= f->end || !(vt_find_class(f, i) & VT_CLS_RANK)) return 0;
  return vt_find_match(f, VT_TABLE_PERSON_RANKS, i, row);
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

/* Whether a name stands before that belongs to a list under one address: "cac ong A, B va C". */
static bool is_listed(const vt_find *f)
{
  const size_t n = f->chunks.count;
  if (n < 2 || f->chunks.items[n - 2].kind != VT_CHUNK_WHO) return false;
  const vt_chunk *joint = &f->chunks.items[n - 1];
  if (joint->kind != VT_CHUNK_AND && !(joint->kind == VT_CHUNK_MARK && joint->sub == ','))
    return false;
  const vt_who *w = &f->people.items[f->chunks.items[n - 2].item];
  return w->listed || w->one != NULL;
}

static bool push_who(vt_find *f, vt_who *who, uint32_t from)
{
  if (!vt_vec_room(f->alloc, &f->people)) {
    f->failed = true;
    return false;
  }
  who->sentence = f->sentence;
  who->person = -1;
  who->listed |= is_listed(f);
  vt_given_see(f, who->name.end - 1);
  vt_chunk_push(f, (vt_chunk){ .at = { from, who->name.end },
                               .kind = VT_CHUNK_WHO,
                               .item = (uint32_t)f->people.count });
  f->people.items[f->people.count++] = *who;
  return true;
}

/* A word stands before that a person often follows. */
static bool is_prompted(const vt_find *f)
{
  static const uint8_t words[] = { VT_W_CUA,  VT_W_DO,  VT_W_BOI,  VT_W_CHO, VT_W_GAP,
                                   VT_W_THEO, VT_W_TO,  VT_W_GIAM, VT_W_MOI, VT_W_VOI,
                                   VT_W_LA,   VT_W_BAT, VT_W_GOI };
  const vt_chunk *c = f->chunks.count == 0 ? NULL : &f->chunks.items[f->chunks.count - 1];
  return c != NULL && (c->kind == VT_CHUNK_WORD || c->kind == VT_CHUNK_VERB) &&
         vt_find_spells_any(f, c->at.end - 1, words, sizeof words);
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

/* "dai bieu A (Doan Ha Tinh)": deputies of a province, no family name. */
static bool is_delegation(const vt_find *f, uint32_t at, uint32_t end)
{
  uint32_t row;
  if (!vt_find_spells(f, at, VT_W_DOAN)) return false;
  const uint32_t len = vt_find_match_loose(f, VT_TABLE_PLACE_NAMES, at + 1, &row);
  return len > 0 && at + 1 + len >= end &&
         vt_find_cell(f, VT_TABLE_PLACE_NAMES, row, VT_PLACE_NAMES_LEVEL)[0] == 'p';
}

/* "H.Dong Son": the level of a place cut short. */
static bool is_short_level(vt_find *f, uint32_t i)
{
  bool country, like;
  const vt_token t = f->tokens->items[i];
  return t.kind == VITEXT_TOKEN_ABBREVIATION && t.end - t.begin <= 3 &&
         f->text.bytes[t.end - 1] == '.' && vt_place_match(f, i + 1, &country, &like) > 0;
}

/* "UBND tinh Mai Son", "Trung uong Dang Hong Ha": the office ends with a level word that takes no
 * name from here, or with a body that takes none, so that what is also a place is the holder. */
static bool is_refused_place(vt_find *f, uint32_t i)
{
  const vt_chunk *c = vt_chunk_last(f);
  if (c == NULL || c->kind != VT_CHUNK_POST) return false;
  const vt_organ *o = &f->posts.items[c->item].organ;
  if (o->at.end != i || o->place.end > o->place.first) return false;
  if (o->level_row >= 0) return true;
  return o->unit >= 0 &&
         vt_find_cell(f, VT_TABLE_ORGAN_UNITS, (uint32_t)o->unit, VT_ORGAN_UNITS_SLOT)[0] == 'c';
}

uint32_t vt_chunk_who(vt_find *f, uint32_t i, bool sure)
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
  if (sure && at + 1 < f->end && vt_find_mark(f, at + 1) == ':' && vt_find_is_credit(f, at))
    return 0;
  const bool said = sure || who.address.end > 0 || who.ranks.end > 0;
  if (at >= f->end || !vt_find_is_capital(f, at)) return 0;
  if (said && who.address.end == 0 && is_place_only(f, at) && vt_name_run(f, at) > at + 1 &&
      !is_refused_place(f, at))
    return 0;
  if (who.ranks.end > 0 && who.address.end == 0 && (vt_find_class(f, at) & VT_CLS_LEVEL) != 0 &&
      (vt_find_class(f, at) & VT_CLS_SURNAME) == 0)
    return 0; /* gia lang Plei Op */
  if (vt_find_spells(f, at, VT_W_KHOA) && vt_find_is_ordinal(f, at + 1)) return 0; /* Khoa XV */
  if (n > 0 && at + 2 < f->end && vt_find_spells(f, at, VT_W_TRUONG) &&
      vt_find_mark(f, at + 1) == ',' && vt_find_spells(f, at + 2, VT_W_PHO))
    return 0;                                 /* cac dong chi Truong, pho cac Ban */
  if (n > 0 && vt_status_at(f, at)) return 0; /* dong chi Nguyen Bi thu ... */
  if (n > 0 && f->tokens->items[at].kind == VITEXT_TOKEN_ABBREVIATION &&
      address_at(f, at, &row) > 0)
    return 0; /* 15 d/c. D/c A */
  if (said && (vt_find_class(f, at) & (VT_CLS_TITLE | VT_CLS_UNIT)) != 0) {
    if (vt_find_match(f, VT_TABLE_POST_TITLES, at, &row) >= 2) return 0;
    if (vt_find_match_loose(f, VT_TABLE_ORGAN_UNITS, at, &row) >= 2 && !vt_organ_is_person(f, row))
      return 0;
  }
  if (!said && vt_find_is_capitals(f, at) && (vt_find_class(f, at) & VT_CLS_STOP) != 0 &&
      vt_find_match(f, VT_TABLE_ORGAN_STOPS, at, &row) >= 2)
    return 0; /* CHUC TET DONG BAO */
  const uint32_t end = vt_name_take(f, at, said, &who.strength);
  if (end == 0 || (!said && (is_short_level(f, at) || is_delegation(f, at, end)))) return 0;
  if (said && who.address.end == 0 && end == at + 1 && vt_find_word_end(f, at) > at + 1)
    return 0; /* Cach mang; Thac si Xay dung */
  if (said && who.address.end == 0 && end == at + 1 && end < f->end && !vt_given_seen(f, at) &&
      vt_organ_is_plain_word(f, end))
    return 0; /* Uy vien Quoc vu vien */
  if (!said && who.strength == 1 && is_likely(f, at, end)) who.strength = 2;
  who.name = (vt_range){ at, end };
  return push_who(f, &who, i) ? end : 0;
}

uint32_t vt_chunk_address(vt_find *f, uint32_t i)
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
    vt_chunk_push(f, (vt_chunk){ .at = { i, end }, .kind = VT_CHUNK_FILL });
    return end;
  }
  const bool named = mark == ':' && end + 1 < f->end && vt_find_is_capital(f, end + 1);
  if (!many && !named && !vt_title_at(f, end) && !vt_status_at(f, end)) return 0;
  vt_chunk_push(f, (vt_chunk){ .at = { i, end }, .kind = VT_CHUNK_ADDRESS, .item = row });
  return end;
}

/* "Truong doan dam phan Nga Vladimir Medinsky": a foreign name behind its country. */
uint32_t vt_chunk_foreign(vt_find *f, uint32_t i)
{
  const vt_chunk *c = vt_chunk_last(f);
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

/* Whether an apposition that says an office begins at mark i: ", Bi thu", "- nguyen Chu tich",
 * "(Dai ta", ", khi ay la Thu tuong". */
static bool says_office(vt_find *f, uint32_t i)
{
  uint32_t row;
  if (i + 1 >= f->end) return false;
  const char mark = vt_find_mark(f, i++);
  if (mark != ',' && mark != '-' && mark != '(') return false;
  if (vt_title_at(f, i) || vt_status_at(f, i) || rank_at(f, i, &row) > 0) return true;
  const uint32_t verb =
      (vt_find_class(f, i) & VT_CLS_VERB) != 0 ? vt_find_match(f, VT_TABLE_POST_VERBS, i, &row) : 0;
  return verb > 1 && vt_title_at(f, i + verb);
}

/* A run of capitals before an office is a name, whatever its family name: at the head of an item
 * of a list ("cac dong chi: Chau Van Lam, Uy vien ..."), of foreign words, or with a middle name.
 */
uint32_t vt_chunk_item(vt_find *f, uint32_t i)
{
  enum { LONGEST = 5 };
  uint32_t row;
  const uint32_t end = vt_name_run(f, i);
  if (f->chunks.count == 0 && (vt_find_class(f, i) & VT_CLS_STOP) != 0 &&
      vt_find_match(f, VT_TABLE_ORGAN_STOPS, i, &row) == 1 && vt_is_long_place(f, i + 1))
    return 0; /* Tai Ha Noi, Chu tich nuoc A */
  if (end >= i + 2 && end <= i + LONGEST && is_listed(f) && !is_place_only(f, i)) {
    vt_who member = { .name = { i, end }, .strength = 2, .listed = true };
    return push_who(f, &member, i) ? end : 0;
  }
  if (end < i + 2 || end > i + LONGEST || !says_office(f, end)) return 0;
  if (is_place_only(f, i)) return 0;
  vt_who who = { .name = { i, end }, .strength = 3 };
  if (!opens_item(f)) {
    const bool middle = end - i >= 3 && end - i <= 4 && vt_name_middle(f, i + 1, end - 1) > 0;
    if (!middle && !vt_name_is_foreign(f, i, end)) return 0;
    who.strength = 2;
  }
  return push_who(f, &who, i) ? end : 0;
}

/* "Hai Nghia", "Tu Lo": a name by the order of birth. */
static bool is_nickname(const vt_find *f, uint32_t i, uint32_t end)
{
  static const uint8_t order[] = { VT_W_HAI, VT_W_BA,      VT_W_TU_NGANG, VT_W_NAM,  VT_W_SAU,
                                   VT_W_BAY, VT_W_TAM_SAC, VT_W_CHIN,     VT_W_MUOI, VT_W_UT };
  return end == i + 2 && vt_find_spells_any(f, i, order, sizeof order);
}

/* "A tuc B, Hai Den, Tu Vo": the row of other names goes on. */
static uint32_t next_alias(vt_find *f, uint32_t i)
{
  const size_t n = f->chunks.count;
  const uint32_t end = vt_name_run(f, i);
  if (n < 2 || !is_nickname(f, i, end) || f->chunks.items[n - 2].kind != VT_CHUNK_WHO ||
      f->chunks.items[n - 1].kind != VT_CHUNK_MARK || f->chunks.items[n - 1].sub != ',' ||
      !f->people.items[f->chunks.items[n - 2].item].alias)
    return 0;
  vt_who who = { .name = { i, end }, .strength = 3, .alias = true };
  return push_who(f, &who, i) ? end : 0;
}

/* Another name in brackets behind a name: "(tuc Hau "Phao")", "(KSor Phuoc)". */
uint32_t vt_chunk_alias(vt_find *f, uint32_t i)
{
  static const uint8_t cues[] = { VT_W_TUC,  VT_W_LA,   VT_W_DANH, VT_W_GOI,
                                  VT_W_THAT, VT_W_KHAC, VT_W_TEN,  VT_W_HIEU };
  enum { LOOK = 6 };
  const uint32_t next = next_alias(f, i);
  if (next > 0) return next;
  size_t k = f->chunks.count;
  while (k > 0 && f->chunks.items[k - 1].kind != VT_CHUNK_MARK && f->chunks.count - k < LOOK) k--;
  if (k < 2 || f->chunks.items[k - 1].sub != '(' || f->chunks.items[k - 2].kind != VT_CHUNK_WHO)
    return 0;
  bool said = false;
  for (size_t j = k; j < f->chunks.count; j++)
    said |= vt_find_spells_any(f, f->chunks.items[j].at.end - 1, cues, sizeof cues);
  if (!said && k != f->chunks.count) return 0;
  uint32_t end = vt_name_run(f, i);
  const bool nickname = is_nickname(f, i, end);
  if (!said && (is_place_only(f, i) || is_delegation(f, i, end) ||
                (vt_name_score(f, i, end) < 3 && !nickname)))
    return 0;
  if (said && end + 2 < f->end && vt_find_mark(f, end) == '"' && vt_find_is_capital(f, end + 1) &&
      vt_find_mark(f, end + 2) == '"')
    end += 3;
  if (!said && (end >= f->end || vt_find_mark(f, end) != ')')) return 0;
  vt_who who = { .name = { i, end }, .strength = 3, .alias = true };
  return push_who(f, &who, i) ? end : 0;
}

/* A capitalised syllable that is the given name of somebody named before: perhaps a mention. */
void vt_chunk_bare(vt_find *f, uint32_t i)
{
  if (!vt_given_seen(f, i)) return;
  if (!vt_vec_room(f->alloc, &f->people)) {
    f->failed = true;
    return;
  }
  f->people.items[f->people.count++] =
      (vt_who){ .name = { i, i + 1 }, .sentence = f->sentence, .person = -1 };
}

/* "A tuc B", "A, bi danh B": the word stands right behind a person. */
static bool is_behind_name(const vt_find *f)
{
  size_t k = f->chunks.count;
  if (k > 1 && f->chunks.items[k - 1].kind == VT_CHUNK_MARK && f->chunks.items[k - 1].sub == ',')
    k--;
  return k > 0 && f->chunks.items[k - 1].kind == VT_CHUNK_WHO;
}

uint32_t vt_chunk_epithet(vt_find *f, uint32_t i)
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
  if (how == 'a') { /* not "tuc Chua Minh": who bears a rank or an address is named by it */
    if (!is_behind_name(f) || address_at(f, at, &unit) > 0 || rank_at(f, at, &unit) > 0) return 0;
    who = (vt_who){ .name = { at, end }, .strength = 3, .alias = true };
    return push_who(f, &who, at) ? end : 0;
  }
  const bool likely = vt_name_score(f, at, end) >= 2 || (foreign && end - at >= 2);
  if (!likely && (how == '\0' || (how == 'y' && end - at < 2))) return 0;
  who.name = (vt_range){ at, end };
  return push_who(f, &who, at) ? end : 0;
}

/* ---- Names of writers and photographers ---- */

/* "Anh: A", "Tin, anh: A - B". */
static bool in_byline(const vt_find *f)
{
  enum { LOOK = 24 }; /* chunks: a dozen names */
  size_t k = f->chunks.count;
  for (; k > 0; k--) {
    const vt_chunk *c = &f->chunks.items[k - 1];
    if (f->chunks.count - k > LOOK) return false;
    if (c->kind == VT_CHUNK_WHO || c->kind == VT_CHUNK_AND) continue;
    if (c->kind != VT_CHUNK_MARK) return false;
    if (c->sub == '-' || c->sub == '/' || c->sub == ',') continue;
    return c->sub == ':' && k > 1 && f->chunks.items[k - 2].kind == VT_CHUNK_WORD &&
           vt_find_is_credit(f, f->chunks.items[k - 2].at.end - 1);
  }
  return f->closing;
}

uint32_t vt_chunk_byline(vt_find *f, uint32_t i)
{
  uint32_t row;
  const unsigned class = vt_find_class(f, i);
  if (!in_byline(f) || is_place_only(f, i) || address_at(f, i, &row) > 0) return 0;
  const vt_token t = f->tokens->items[i];
  if (t.kind == VITEXT_TOKEN_ABBREVIATION && vt_find_is_capitals(f, i) &&
      memchr(f->text.bytes + t.begin, '.', t.end - t.begin) == NULL)
    return 0; /* TTXVN */
  if (f->tokens->items[i].kind == VITEXT_TOKEN_WORD && vt_name_run(f, i) == i + 1) return 0;
  if ((class & VT_CLS_UNIT) != 0 && vt_find_match_loose(f, VT_TABLE_ORGAN_UNITS, i, &row) > 0)
    return 0;
  const uint32_t end = vt_chunk_who(f, i, true);
  if (end > 0) f->people.items[f->people.count - 1].writer = true;
  return end;
}
