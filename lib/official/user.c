/* user.c - titles and organisations a caller adds. */
#include <string.h>
#include "vt_find.h"

struct vt_user_posts {
  vt_alloc alloc;
  vt_phrases *phrases[2];     /* organisations, titles */
  uint8_t begins[2][1 << 13]; /* a bit an id: a phrase begins with it */
};

vitext_status vt_user_posts_new(const vt_alloc *a, vt_user_posts **out)
{
  vt_user_posts *u = vt_new(a, 1, sizeof *u);
  *out = u;
  if (u == NULL) return VITEXT_E_MEMORY;
  u->alloc = *a;
  if (vt_phrases_new(a, &u->phrases[0]) == VITEXT_OK &&
      vt_phrases_new(a, &u->phrases[1]) == VITEXT_OK)
    return VITEXT_OK;
  vt_user_posts_free(u);
  *out = NULL;
  return VITEXT_E_MEMORY;
}

vitext_status vt_user_posts_add(vt_user_posts *u, const vt_lexicon *lex, const char *utf8,
                                size_t len, bool title)
{
  vt_tokens t = { 0 };
  vitext_status st = vt_tokens_find(&u->alloc, lex, (vt_text){ utf8, (uint32_t)len }, &t);
  if (st == VITEXT_OK && t.count == 0) st = VITEXT_E_ARGUMENT;
  if (st == VITEXT_OK) st = vt_phrases_add(u->phrases[title], t.ids, t.count, 0);
  if (st == VITEXT_OK) {
    uint8_t *bits = &u->begins[title][t.ids[0] >> 3];
    *bits = (uint8_t)(*bits | 1 << (t.ids[0] & 7));
  }
  vt_tokens_free(&u->alloc, &t);
  return st;
}

void vt_user_posts_free(vt_user_posts *u)
{
  if (u == NULL) return;
  const vt_alloc a = u->alloc;
  vt_phrases_free(u->phrases[0]);
  vt_phrases_free(u->phrases[1]);
  vt_release(&a, u, sizeof *u);
}

bool vt_user_begins(const vt_user_posts *u, vt_id id, bool title)
{
  return u != NULL && (u->begins[title][id >> 3] >> (id & 7) & 1) != 0;
}

uint32_t vt_user_match(const vt_find *f, uint32_t i, bool title)
{
  uint32_t value;
  if (f->user == NULL || i >= f->end) return 0;
  return vt_phrases_match(f->user->phrases[title], f->ids + i, f->end - i, &value);
}
