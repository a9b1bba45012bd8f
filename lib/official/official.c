/* official.c - the pass over a text: sentences with a cue are cut into chunks and read. */
#include <string.h>
#include "vt_find.h"

enum { GIVEN_SPAN = 8 /* sentences a given name by itself reaches back, at least */ };

/* Whether an empty line, or an end of the text, is at token i. */
static bool is_edge(const vt_find *f, uint32_t i)
{
  return i >= f->tokens->count || f->tokens->items[i].kind == VITEXT_TOKEN_BREAK;
}

/* Whether a line is only capitalised words, the last of its block, and comes right after a
 * sentence: perhaps the name of who wrote that. What comes after the block does not matter, for a
 * long text may be cut there. */
static bool is_closing(const vt_find *f, vt_run line)
{
  const uint32_t end = line.first + line.count;
  if (line.count > 9 || line.count < 2 || line.first == 0 || !is_edge(f, end)) return false;
  const char before = vt_find_mark(f, line.first - 1);
  if (before == '\0' || strchr(".!?\"", before) == NULL) return false;
  for (uint32_t i = line.first; i < end; i++) {
    const char mark = vt_find_mark(f, i);
    if (!vt_find_is_capital(f, i) && mark != '-' && mark != '/') return false;
  }
  return true;
}

static bool start(vt_find *f)
{
  f->ids_known = vt_lexicon_count(f->lex) + 1;
  vt_arena_init(&f->scratch, f->alloc);
  f->classes = vt_arena_get(&f->scratch, f->ids_known * sizeof *f->classes);
  f->small = vt_arena_get(&f->scratch, f->ids_known);
  f->units = vt_arena_get(&f->scratch, vt_table_rows(vt_find_table(f, VT_TABLE_ORGAN_UNITS)));
  return f->classes != NULL && f->small != NULL && f->units != NULL;
}

static void finish(vt_find *f)
{
  vt_vec_free(f->alloc, &f->chunks);
  vt_vec_free(f->alloc, &f->organs);
  vt_vec_free(f->alloc, &f->people);
  vt_vec_free(f->alloc, &f->posts);
  vt_vec_free(f->alloc, &f->held);
  vt_vec_free(f->alloc, &f->seen);
  vt_vec_free(f->alloc, &f->roles);
  vt_vec_free(f->alloc, &f->ones);
  vt_arena_free(&f->scratch);
}

vitext_status vt_officials_find(vt_arena *arena, const vt_lexicon *lex, const vt_user_posts *user,
                                vt_text text, const vt_tokens *tokens, const vt_runs *sentences,
                                const vt_runs *words, vt_officials *out)
{
  *out = (vt_officials){ 0 };
  vt_find f = { .arena = arena,
                .alloc = arena->alloc,
                .lex = lex,
                .user = user,
                .text = text,
                .tokens = tokens,
                .ids = tokens->ids,
                .words = words };
  bool ok = start(&f);
  vt_sign_clear(&f);
  f.sign.who = -1;
  for (uint32_t s = 0; ok && s < sentences->count; s++) {
    const vt_run run = sentences->items[s];
    f.sentence = s;
    while (words != NULL && f.words_at < words->count && words->items[f.words_at].first < run.first)
      f.words_at++;
    if (s % GIVEN_SPAN == 0) vt_given_age(&f);
    f.closing = is_closing(&f, run);
    const bool cue = f.closing || vt_cue(&f, run);
    if (cue) ok = vt_chunks_make(&f, run.first, run.first + run.count);
    if (ok && cue) vt_attach(&f);
    if (ok) vt_sign_line(&f, run, cue);
    ok = ok && !f.failed;
  }
  ok = ok && !f.failed && vt_chains(&f);
  if (ok) vt_public_mark(&f);
  ok = ok && vt_records(&f, out);
  finish(&f);
  if (ok) return VITEXT_OK;
  vt_officials_free(arena->alloc, out);
  return VITEXT_E_MEMORY;
}

void vt_officials_free(const vt_alloc *a, vt_officials *o)
{
  vt_release(a, o->persons.items, o->persons.cap * sizeof *o->persons.items);
  vt_release(a, o->mentions.items, o->mentions.cap * sizeof *o->mentions.items);
  vt_release(a, o->positions.items, o->positions.cap * sizeof *o->positions.items);
  *o = (vt_officials){ 0 };
}
