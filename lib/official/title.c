/* title.c - the grammar of titles: head, modifiers, and the organisation they are bound to. */
#include <string.h>
#include "vt_find.h"

static const char *cell(const vt_find *f, uint32_t row, uint32_t column)
{
  return vt_find_cell(f, VT_TABLE_POST_TITLES, row, column);
}

/* An abbreviation has two capitals or more: TuV, PGD, P.CT; not Tuv, tp. */
static bool is_acronym(const vt_find *f, uint32_t i, uint32_t len)
{
  const uint32_t end = f->tokens->items[i + len - 1].end;
  uint32_t uppers = 0;
  for (uint32_t k = f->tokens->items[i].begin; k < end; k++) {
    const unsigned char c = (unsigned char)f->text.bytes[k];
    uppers += (c >= 'A' && c <= 'Z') ||
              (c == 0xC4 && (unsigned char)f->text.bytes[k + 1] == 0x90) ||
              (c == 0xC6 && ((unsigned char)f->text.bytes[k + 1] & 1) != 0);
  }
  return uppers >= 2;
}

static uint32_t take_modifiers(const vt_find *f, uint32_t at, vt_post *out)
{
  uint32_t row, len;
  while ((len = vt_find_match(f, VT_TABLE_POST_MODIFIERS, at, &row)) > 0) {
    const char *effect = vt_find_cell(f, VT_TABLE_POST_MODIFIERS, row, VT_POST_MODIFIERS_EFFECT);
    if (effect[0] == 's') out->standing = true;
    if (effect[0] == 'a') out->status = VITEXT_POST_ACTING;
    at += len;
  }
  return at;
}

/* The body whose head is an office only there: a delegation of deputies. */
static bool is_delegates(const vt_find *f, uint32_t i)
{
  if (i >= f->end) return false;
  if (vt_find_spells(f, i, VT_W_DBQH)) return true;
  return vt_find_spells(f, i, VT_W_DAI) && i + 1 < f->end && vt_find_spells(f, i + 1, VT_W_BIEU);
}

static void read_bound(vt_find *f, uint32_t head_end, uint32_t noun, bool after, vt_post *out)
{
  vt_organ o;
  const uint32_t end = out->title.end;
  const uint32_t from = head_end - noun;
  bool again = end + noun <= f->end;
  for (uint32_t k = 0; again && k < noun; k++) again = f->ids[end + k] == f->ids[from + k];
  if (again ||
      end > head_end) { /* "Pho Truong ban Ban To chuc"; "Truong ban Thuong truc Ban ..." */
    const bool unit = again || (end < f->end && (vt_find_class(f, end) & VT_CLS_UNIT) != 0);
    if (unit && vt_organ_read(f, end, (vt_organ_ask){ .bound = again, .after = after }, &o) &&
        o.at.end > end + (again ? noun : 0))
      out->organ = o;
    return;
  }
  if (vt_organ_read(f, from, (vt_organ_ask){ .bound = true, .after = after }, &o) && o.at.end > end)
    out->organ = o;
}

/* "Tong Bi thu Ban Chap hanh Trung uong Dang ...": the one body such a title names. */
static bool is_party(const vt_find *f, uint32_t i)
{
  uint32_t row;
  if (i >= f->end || !vt_find_is_capital(f, i)) return false;
  const uint32_t len = vt_find_match_loose(f, VT_TABLE_ORGAN_UNITS, i, &row);
  const bool body = len > 3 || (len > 1 && !vt_find_spells(f, i + len - 1, VT_W_DANG));
  return body && strstr(vt_find_cell(f, VT_TABLE_ORGAN_UNITS, row, 0), "đảng") != NULL;
}

/* "Pho Chu tich thuong truc cua Hoi dong Bo truong". */
static bool is_of_body(const vt_find *f, uint32_t i)
{
  return i + 1 < f->end && vt_find_spells(f, i, VT_W_CUA) && vt_find_is_capital(f, i + 1) &&
         (vt_find_class(f, i + 1) & VT_CLS_UNIT) != 0;
}

/* "CT.UBND huyen": the dot of a title cut short. */
static bool is_glued_dot(const vt_find *f, uint32_t i)
{
  return i + 1 < f->end && vt_find_mark(f, i) == '.' && vt_find_is_capitals(f, i - 1) &&
         vt_find_is_capital(f, i + 1) && vt_find_stop(f, i) == vt_find_begin(f, i + 1);
}

static void read_free(vt_find *f, bool alone, bool after, vt_post *out)
{
  vt_organ o;
  bool country, like;
  const uint32_t at = out->title.end + is_glued_dot(f, out->title.end);
  if (alone && (vt_place_match(f, at, &country, &like) == 0 || !country) && !is_party(f, at))
    return;
  if (vt_organ_read(f, at, (vt_organ_ask){ .bare = true, .after = after }, &o)) out->organ = o;
  else if (is_of_body(f, at) && vt_organ_read(f, at + 1, (vt_organ_ask){ .after = true }, &o))
    out->organ = o;
}

/* "Tro ly Tong Bi thu NAME": the office it serves stands for the organisation. */
static void read_served(vt_find *f, bool after, vt_post *out)
{
  uint32_t row;
  vt_organ o;
  const uint32_t at = out->title.end;
  const uint32_t len = vt_find_match(f, VT_TABLE_POST_TITLES, at, &row);
  if (len == 0 || strcmp(cell(f, row, VT_POST_TITLES_KIND), "abbr") == 0) {
    read_free(f, false, after, out);
    return;
  }
  uint32_t end = at + len;
  if (vt_organ_read(f, end, (vt_organ_ask){ .bare = true, .after = after }, &o)) end = o.at.end;
  if (after && end < f->end && vt_find_is_capital(f, end)) return; /* its holder is named */
  out->organ.at = (vt_range){ at, end };
  out->organ.holder = cell(f, row, VT_POST_TITLES_PUBLIC)[0];
}

uint32_t vt_post_read(vt_find *f, uint32_t i, bool after, vt_post *out)
{
  uint32_t row;
  uint32_t len = vt_find_match(f, VT_TABLE_POST_TITLES, i, &row);
  const uint32_t own = vt_user_match(f, i, true);
  if (own >= len && own > 0) {
    len = own;
    row = VT_ROW_NONE;
  }
  if (len == 0) return 0;
  const char *kind = cell(f, row, VT_POST_TITLES_KIND);
  if (strcmp(kind, "abbr") == 0 && !is_acronym(f, i, len)) return 0;
  if (strcmp(kind, "none") == 0) return 0;
  if (len == 2 && kind[0] == 'f' && vt_find_is_capital(f, i + 1) && !vt_find_is_capital(f, i) &&
      (vt_find_spells(f, i + 1, VT_W_PHO) || vt_find_spells(f, i + 1, VT_W_TRUONG)))
    return 0; /* chuc vu Pho Chu tich, chuc vu Truong phong */
  *out = (vt_post){ .title = { i, i + len }, .row = row, .sentence = f->sentence };
  out->organ = (vt_organ){ .unit = -1, .level_row = -1 };
  out->fuller = -1;
  out->title.end = take_modifiers(f, i + len, out);
  /* "Truong doan DBQH", "Pho Truong Doan chuyen trach Doan DBQH" */
  const uint32_t body =
      out->title.end + (out->title.end < f->end && f->ids[out->title.end] == f->ids[i + len - 1]);
  if (strcmp(kind, "body") == 0 && !is_delegates(f, body)) return 0;
  if (kind[0] == 'b') {
    const uint32_t noun = (uint32_t)(cell(f, row, VT_POST_TITLES_NOUN)[0] - '0');
    read_bound(f, i + len, noun, after, out);
  } else if (strcmp(kind, "aide") == 0) {
    read_served(f, after, out);
  } else {
    read_free(f, strcmp(kind, "alone") == 0, after, out);
  }
  return out->organ.at.end > out->title.end ? out->organ.at.end : out->title.end;
}
