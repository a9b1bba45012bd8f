/* sentence.c - sentences: for now every block of lines is one. */
#include "vt_token.h"

void vt_runs_free(const vt_alloc *a, vt_runs *r)
{
  vt_release(a, r->items, r->cap * sizeof *r->items);
  *r = (vt_runs){ 0 };
}

static bool add_run(const vt_alloc *a, vt_runs *r, uint32_t first, uint32_t end)
{
  if (first == end) return true;
  if (r->count == r->cap) {
    size_t cap = r->cap;
    if (!vt_vec_grow(a, (void **)(void *)&r->items, &cap, r->count + 1u, sizeof *r->items))
      return false;
    r->cap = (uint32_t)cap;
  }
  r->items[r->count++] = (vt_run){ first, end - first };
  return true;
}

vitext_status vt_sentences_find(const vt_alloc *a, const vt_lexicon *lex, vt_text text,
                                const vt_tokens *tokens, vt_runs *out)
{
  (void)lex, (void)text;
  uint32_t first = 0;
  *out = (vt_runs){ 0 };
  for (uint32_t i = 0; i <= tokens->count; i++) {
    if (i < tokens->count && tokens->items[i].kind != VITEXT_TOKEN_BREAK) continue;
    if (!add_run(a, out, first, i)) {
      vt_runs_free(a, out);
      return VITEXT_E_MEMORY;
    }
    first = i + 1;
  }
  return VITEXT_OK;
}
