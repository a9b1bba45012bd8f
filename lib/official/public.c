/* public.c - whether a person is an official in this text (spec R15). */
#include <string.h>
#include "vt_find.h"

/* "HDQT PVTEX": the board of a joint-stock company that no table calls the State's. */
static bool is_board_of_firm(const vt_find *f, const vt_organ *o)
{
  const char *name = vt_find_cell(f, VT_TABLE_ORGAN_UNITS, (uint32_t)o->unit, 0);
  return strcmp(name, "HĐQT") == 0 || strcmp(name, "hội đồng quản trị") == 0;
}

/* "Chu tich HDTV kiem Giam doc Cong ty X": a board without a name is that of the other post. */
static bool is_bare_board(vt_find *f, const vt_organ *o)
{
  uint32_t row;
  f->end = o->at.end;
  return vt_find_match(f, VT_TABLE_ORGAN_UNITS, o->at.first, &row) == o->at.end - o->at.first;
}

static bool is_public(const vt_find *f, const vt_post *p)
{
  if (p->organ.holder == 'n') return false;
  if (p->row == VT_ROW_NONE) return true;
  return vt_find_cell(f, VT_TABLE_POST_TITLES, p->row, VT_POST_TITLES_PUBLIC)[0] != 'n';
}

static bool makes_official(vt_find *f, const vt_post *p, const vt_one *one)
{
  const vt_organ *o = &p->organ;
  if (!is_public(f, p)) return false;
  if (o->holder != 'c' || o->sphere != VITEXT_SPHERE_COMPANY) return true;
  return is_bare_board(f, o) ? !one->firm : !is_board_of_firm(f, o);
}

void vt_public_mark(vt_find *f)
{
  for (size_t k = 0; k < f->people.count; k++) {
    const vt_who *w = &f->people.items[k];
    if (w->dropped || w->person < 0) continue;
    if (w->served || w->comrade || w->replaced) f->ones.items[w->person].official = true;
  }
  for (size_t k = 0; k < f->held.count; k++) {
    const vt_who *w = &f->people.items[f->held.items[k].who];
    if (!w->dropped && f->posts.items[f->held.items[k].post].organ.holder == 'n')
      f->ones.items[w->person].firm = true;
  }
  for (size_t k = 0; k < f->held.count; k++) {
    const vt_who *w = &f->people.items[f->held.items[k].who];
    if (w->dropped) continue;
    vt_one *one = &f->ones.items[w->person];
    if (makes_official(f, &f->posts.items[f->held.items[k].post], one)) one->official = true;
  }
}
