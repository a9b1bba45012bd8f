/* organ.c - the grammar of organisations: unit, field, level and place, parent (spec section 4). */
#include <string.h>
#include "vt_organ.h"

static bool take_inner_unit(vt_organ_reader *r)
{
  uint32_t row;
  vt_find *f = r->f;
  const uint32_t len = vt_organ_unit_at(f, r->at, &row);
  if (len == 0 || r->last == PART_NONE) return false;
  uint32_t title;
  if (vt_find_match(f, VT_TABLE_POST_TITLES, r->at, &title) > len) return false;
  if (!vt_find_is_capital(f, r->at)) { /* "HDQT cong ty", "chi bo thon"; but no verb, no person */
    uint32_t stop;
    if (vt_find_match(f, VT_TABLE_ORGAN_STOPS, r->at, &stop) > 0 || r->last == PART_PLACE)
      return false;
    uint32_t field; /* Cuc Phat trien doanh nghiep, Cuc Dieu tiet dien luc */
    if (r->last != PART_PLACE && !r->lower &&
        vt_find_match_loose(f, VT_TABLE_ORGAN_FIELDS, r->at, &field) >= len) {
      r->at += len;
      r->last = PART_FIELD;
      return true;
    }
  } else if (len == 1 && vt_find_is_capital(f, r->at) && r->at + 1 < f->end &&
             vt_find_is_capital(f, r->at + 1) &&
             vt_name_score(f, r->at, vt_name_run(f, r->at)) >= 5) {
    return false; /* Vo, Doan, Ong ... begin persons too */
  }
  vt_organ_take_unit(r, len, row);
  return true;
}

/* Unknown words in lower case from r->at on, "va" between two of them: where they end. */
static uint32_t plain_words_end(const vt_organ_reader *r, uint32_t most)
{
  vt_find *f = r->f;
  uint32_t i = r->at;
  while (i < f->end && i - r->at < most) {
    const bool joint = i > r->at && i + 1 < f->end && vt_find_spells(f, i, VT_W_VA) &&
                       vt_organ_is_plain_word(f, i + 1);
    if (!joint && !vt_organ_is_plain_word(f, i)) break;
    i++;
  }
  return i;
}

/* The apposition an organisation stands in ends at i: a mark, or a verb of the clause. */
static bool apposition_ends(const vt_organ_reader *r, uint32_t i)
{
  uint32_t row;
  vt_find *f = r->f;
  if (!r->ask.after) return false;
  if (i == f->end) return true;
  const char mark = vt_find_mark(f, i);
  if (mark != 0) return strchr(",;.()-", mark) != NULL;
  return !r->lower && r->last != PART_UNIT && i - r->at >= 2 &&
         (vt_find_class(f, i) & VT_CLS_STOP) != 0 &&
         vt_find_match(f, VT_TABLE_ORGAN_STOPS, i, &row) >= 2;
}

/* "Trung tam bao ton voi Le Van B", "(..., Tram cuu ho rua,": unknown words in lower case that lead
 * to a name, or to the end of an apposition, belong to the organisation. */
static bool take_bridge(vt_organ_reader *r)
{
  enum { SHORT = 4, LONG = 7 };
  uint32_t row;
  vt_find *f = r->f;
  if (r->last != PART_UNIT && r->last != PART_FIELD && r->last != PART_PROPER) return false;
  uint32_t i = plain_words_end(r, LONG);
  if (i == r->at) return false;
  const bool name = i < f->end && vt_find_is_capital(f, i) && !r->ask.after &&
                    vt_name_score(f, i, vt_name_run(f, i)) >= 6;
  if (!name && !apposition_ends(r, i)) {
    i = plain_words_end(r, SHORT);
    if (i - r->at > 1 && vt_find_spells(f, i - 1, VT_W_VA)) return false;
    const bool field = i - r->at <= 2 && vt_organ_field_at(r, i, false) > 0;
    const bool level = i < f->end && vt_organ_level_at(f, i, &row) > 0 && r->last != PART_PROPER;
    const bool firm = r->slot == 'n' && !r->named && i < f->end && vt_find_is_capital(f, i);
    if (!field && !firm && !level) return false;
    r->last = firm ? PART_UNIT : PART_FIELD;
  } else {
    r->last = PART_FIELD;
  }
  r->out->guessed = true;
  r->at = i;
  return true;
}

static bool step(vt_organ_reader *r)
{
  const uint32_t i = r->at;
  if (i >= r->f->end) return false;
  const unsigned kind = r->f->tokens->items[i].kind;
  if (kind == VITEXT_TOKEN_PUNCT || kind == VITEXT_TOKEN_SYMBOL) return vt_organ_take_joint(r);
  return vt_organ_take_joint(r) || vt_organ_take_field(r) || take_inner_unit(r) ||
         vt_organ_take_level(r) || vt_organ_take_place(r) || vt_organ_take_number(r) ||
         vt_organ_take_proper(r) || take_bridge(r);
}

/* A unit noun the tables do not know as one, bound to its title: "ban Nang", "phong PC02". */
static bool start_bound(vt_organ_reader *r)
{
  uint32_t row;
  uint32_t len = vt_organ_unit_at(r->f, r->at, &row);
  if (len > 0) {
    vt_organ_take_unit(r, len, row);
    return true;
  }
  if (vt_organ_level_at(r->f, r->at, &row) > 0) return vt_organ_take_level(r);
  r->lower = !vt_find_is_capital(r->f, r->at);
  r->slot = 'p';
  r->rank = '2';
  r->at++;
  r->last = PART_UNIT;
  return true;
}

/* A name in foreign letters or capitals without a unit noun: Vietravel, IBM. */
static bool start_firm(vt_organ_reader *r)
{
  vt_find *f = r->f;
  const vt_token t = f->tokens->items[r->at];
  if (t.kind == VITEXT_TOKEN_SYLLABLE || !vt_find_is_capital(f, r->at)) return false;
  const uint32_t run = vt_name_run(f, r->at);
  uint32_t k = r->at;
  while (k < run && f->tokens->items[k].kind != VITEXT_TOKEN_SYLLABLE) k++;
  const bool all = k == run;
  if (all && !r->ask.after && !vt_find_is_capitals(f, r->at)) return false; /* a foreign person */
  if (!all && vt_name_score(f, k, run) < 4 && !r->ask.after) return false;
  r->at = all && vt_find_is_capitals(f, r->at) ? r->at + 1 : k;
  r->last = PART_PROPER;
  r->named = true;
  r->slot = 'n';
  r->out->holder = 'n';
  return true;
}

static bool start(vt_organ_reader *r)
{
  uint32_t row;
  vt_find *f = r->f;
  if (r->ask.bound) return start_bound(r);
  const uint32_t len = vt_organ_unit_at(f, r->at, &row);
  if (len > 0) {
    vt_organ_take_unit(r, len, row);
    return true;
  }
  if (!r->ask.bare) return false;
  if (vt_organ_take_level(r) || vt_organ_take_place(r)) return true;
  if (vt_find_is_capital(f, r->at) && vt_organ_take_field(r)) {
    r->slot = 'p';
    return true;
  }
  return start_firm(r);
}

bool vt_organ_read(vt_find *f, uint32_t i, vt_organ_ask ask, vt_organ *out)
{
  *out = (vt_organ){ .at = { i, i }, .unit = -1, .level_row = -1 };
  if (i >= f->end) return false;
  vt_organ_reader r = { .f = f, .ask = ask, .out = out, .at = i, .slot = 'p', .rank = '0' };
  if (!start(&r)) return false;
  while (step(&r)) {}
  out->at.end = r.at;
  return true;
}
