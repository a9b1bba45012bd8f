/* public.c - whether a person is an official in this text (spec R15). */
#include "vt_find.h"

bool vt_post_is_public(const vt_find *f, const vt_post *p)
{
  if (p->organ.holder == 'n') return false;
  if (p->row == VT_ROW_NONE) return true;
  return vt_find_cell(f, VT_TABLE_POST_TITLES, p->row, VT_POST_TITLES_PUBLIC)[0] != 'n';
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
    if (!w->dropped && vt_post_is_public(f, &f->posts.items[f->held.items[k].post]))
      f->ones.items[w->person].official = true;
  }
}
