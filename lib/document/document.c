/* document.c - the order of the passes. */
#include "vt_doc.h"
#include <string.h>
#include "vt_context.h"
#include "vt_error.h"
#include "vt_official.h"
#include "vt_reference.h"
#include "vt_segment.h"
#include "vt_token.h"

/* What the passes hand to each other: spans in offsets of the text. */
typedef struct passes {
  const vitext_ctx *ctx;
  const vt_alloc *alloc;
  vt_text text;
  vt_tokens tokens;
  vt_runs sentences, words;
  vt_references references;
  vt_officials officials;
} passes;

static void passes_free(passes *p)
{
  vt_officials_free(p->alloc, &p->officials);
  vt_references_free(p->alloc, &p->references);
  vt_runs_free(p->alloc, &p->words);
  vt_runs_free(p->alloc, &p->sentences);
  vt_tokens_free(p->alloc, &p->tokens);
}

static vitext_status run_passes(passes *p, vt_arena *arena, uint32_t layers, int32_t convention)
{
  const vitext_ctx *x = p->ctx;
  const bool officials = (layers & VITEXT_OFFICIALS) != 0;
  const bool references = (layers & VITEXT_REFERENCES) != 0;
  const bool words = officials || (layers & VITEXT_WORDS) != 0;
  vitext_status st = vt_tokens_recall(p->alloc, x->lexicon, x->memory, p->text, &p->tokens);
  if (st == VITEXT_OK && (words || (layers & VITEXT_SENTENCES) != 0)) {
    st = vt_sentences_find(p->alloc, x->lexicon, p->text, &p->tokens, &p->sentences);
  }
  if (st == VITEXT_OK && words) {
    st = vt_words_find(p->alloc, x->lexicon, x->model, x->words, convention, p->text, &p->tokens,
                       &p->sentences, &p->words);
  }
  if (st == VITEXT_OK && references) {
    st = vt_references_find(arena, x->lexicon, x->refwords, x->known, p->text, &p->tokens,
                            &p->references);
  }
  if (st == VITEXT_OK && officials) {
    st = vt_officials_find(arena, x->lexicon, x->posts, p->text, &p->tokens, &p->sentences,
                           &p->words, &p->officials);
  }
  return st;
}

/* An array of a pass becomes the document's, cut to its count, with new_size bytes an item. */
static vitext_status take_array(const vt_alloc *a, void *items, size_t cap, size_t size,
                                size_t count, size_t new_size, void *out, size_t *out_cap)
{
  void *taken = NULL;
  *out_cap = 0;
  if (count == 0) {
    vt_release(a, items, cap * size);
  } else {
    size_t bytes;
    if (!vt_mul_size(count, new_size, &bytes)) return VITEXT_E_MEMORY;
    taken = bytes == cap * size ? items : vt_resize(a, items, cap * size, bytes);
    if (taken == NULL) return VITEXT_E_MEMORY;
    *out_cap = count;
  }
  memcpy(out, &taken, sizeof taken);
  return VITEXT_OK;
}

/* Runs become groups in the same memory: from the last to the first, since a group is longer. */
static void spread_groups(const vitext_token *tokens, vitext_group *groups, size_t count,
                          bool words)
{
  for (size_t i = count; i > 0; i--) {
    vt_run r;
    memcpy(&r, (char *)groups + (i - 1) * sizeof r, sizeof r);
    vitext_group *const g = &groups[i - 1];
    const vitext_token *const first = tokens + r.first, *const end = first + r.count;
    g->span.begin = first->span.begin;
    g->span.end = end[-1].span.end;
    g->first_token = r.first;
    g->token_count = r.count;
    g->kind = words ? first->kind : 0;
  }
}

static vitext_status take_groups(vitext_doc *d, vt_runs *r, bool words, vitext_group **out,
                                 size_t *count, size_t *cap)
{
  const vitext_status st =
      take_array(&d->alloc, r->items, r->cap, sizeof *r->items, r->count, sizeof **out, out, cap);
  if (st != VITEXT_OK) return st;
  *count = r->count;
  *r = (vt_runs){ 0 };
  spread_groups(d->layers.tokens, *out, *count, words);
  return VITEXT_OK;
}

/* One array whose records keep their size; v is left empty. */
#define TAKE(d, v, to, to_count, to_cap)                                                           \
  take_whole((d), (void **)(void *)&(v)->items, &(v)->count, &(v)->cap, sizeof *(v)->items, (to),  \
             (to_count), (to_cap))
static vitext_status take_whole(vitext_doc *d, void **items, uint32_t *count, uint32_t *cap,
                                size_t size, void *to, size_t *to_count, size_t *to_cap)
{
  const vitext_status st = take_array(&d->alloc, *items, *cap, size, *count, size, to, to_cap);
  if (st != VITEXT_OK) return st;
  *to_count = *count;
  *items = NULL;
  *count = *cap = 0;
  return VITEXT_OK;
}

static vitext_status take_officials(vitext_doc *d, vt_officials *o)
{
  vt_layers *l = &d->layers;
  vitext_status st = TAKE(d, &o->persons, &l->persons, &l->person_count, &d->person_cap);
  if (st == VITEXT_OK) st = TAKE(d, &o->mentions, &l->mentions, &l->mention_count, &d->mention_cap);
  if (st == VITEXT_OK) {
    st = TAKE(d, &o->positions, &l->positions, &l->position_count, &d->position_cap);
  }
  return st;
}

static vitext_status take_layers(vitext_doc *d, passes *p, uint32_t layers)
{
  vt_layers *l = &d->layers;
  vt_release(&d->alloc, p->tokens.ids, p->tokens.cap * sizeof *p->tokens.ids);
  vt_release(&d->alloc, p->tokens.cues, p->tokens.cap * sizeof *p->tokens.cues);
  p->tokens.ids = NULL;
  p->tokens.cues = NULL;
  vitext_status st = TAKE(d, &p->tokens, &l->tokens, &l->token_count, &d->token_cap);
  if (st != VITEXT_OK) return st;
  vt_document_place_tokens(d);
  if ((layers & VITEXT_SENTENCES) != 0) {
    st = take_groups(d, &p->sentences, false, &l->sentences, &l->sentence_count, &d->sentence_cap);
  }
  if (st == VITEXT_OK && (layers & VITEXT_WORDS) != 0) {
    st = take_groups(d, &p->words, true, &l->words, &l->word_count, &d->word_cap);
  }
  if (st == VITEXT_OK) {
    st = TAKE(d, &p->references, &l->references, &l->reference_count, &d->reference_cap);
  }
  if (st == VITEXT_OK) st = take_officials(d, &p->officials);
  if (st != VITEXT_OK) return st;
  vt_document_place_layers(d);
  l->have = layers;
  return VITEXT_OK;
}

static vitext_status analyse_text(vitext_doc *d, const vitext_ctx *ctx, const vitext_options *o,
                                  vitext_error *err)
{
  passes p = { .ctx = ctx, .alloc = &d->alloc, .text = vt_document_text(d) };
  uint32_t layers = o->layers | VITEXT_TOKENS;
  if ((layers & VITEXT_OFFICIALS) != 0) layers |= VITEXT_OFFICIALS;
  vitext_status st = run_passes(&p, &d->arena, layers, o->convention);
  if (st == VITEXT_OK) st = take_layers(d, &p, layers);
  passes_free(&p);
  if (st == VITEXT_OK) return st;
  return vt_error_set(err, st, 0, st == VITEXT_E_MEMORY ? "out of memory" : "analysis failed",
                      NULL);
}

/* A short text of nothing but marks may take 17 times its length, one of nothing but document
 * numbers 60 times; a long one would take all the memory there is. Ordinary text takes 6 to 10.5
 * times. With the input itself it is 12. */
enum { UNBOUNDED = 64 << 20, BYTES_PER_BYTE = 11 };

static vitext_status make(vitext_doc *d, const vitext_ctx *ctx, const char *text, size_t len,
                          const vitext_options *options, bool analyse, vitext_error *err)
{
  vt_budget budget = { d->alloc, len * BYTES_PER_BYTE, false };
  const bool bounded = len > UNBOUNDED && len <= SIZE_MAX / BYTES_PER_BYTE;
  if (bounded) d->alloc = vt_budget_alloc(&budget);
  vitext_status st = vt_document_take(d, text, len, options, err);
  if (st == VITEXT_OK && analyse) st = analyse_text(d, ctx, options, err);
  if (budget.refused) {
    st = vt_error_set(err, VITEXT_E_TOO_LONG, 0,
                      "over 64 MiB of text that needs more than 11 times its length", NULL);
  }
  d->alloc = budget.inner;
  return st;
}

vitext_status vt_document_new(const vitext_ctx *ctx, const void *text, size_t len,
                              const vitext_options *options, bool analyse, vitext_doc **out,
                              vitext_error *err)
{
  const vt_alloc alloc = ctx != NULL ? ctx->alloc : vt_alloc_heap;
  *out = NULL;
  if (len > VITEXT_MAX_INPUT) {
    return vt_error_set(err, VITEXT_E_TOO_LONG, VITEXT_MAX_INPUT, "the input is over 1 GiB", NULL);
  }
  vitext_doc *d = vt_new(&alloc, 1, sizeof *d);
  if (d == NULL) return vt_error_set(err, VITEXT_E_MEMORY, 0, "out of memory", NULL);
  d->alloc = alloc;
  d->data_version = vt_context_data_version(ctx);
  vt_arena_init(&d->arena, &d->alloc);
  const vitext_status st = make(d, ctx, text, len, options, analyse, err);
  if (st != VITEXT_OK) {
    vt_document_free(d);
    return st;
  }
  *out = d;
  return VITEXT_OK;
}

void vt_document_free(vitext_doc *d)
{
  if (d == NULL) return;
  const vt_alloc a = d->alloc;
  vt_layers *l = &d->layers;
  vt_release(&a, l->positions, d->position_cap * sizeof *l->positions);
  vt_release(&a, l->mentions, d->mention_cap * sizeof *l->mentions);
  vt_release(&a, l->persons, d->person_cap * sizeof *l->persons);
  vt_release(&a, l->references, d->reference_cap * sizeof *l->references);
  vt_release(&a, l->words, d->word_cap * sizeof *l->words);
  vt_release(&a, l->sentences, d->sentence_cap * sizeof *l->sentences);
  vt_release(&a, l->tokens, d->token_cap * sizeof *l->tokens);
  vt_arena_free(&d->arena);
  vt_release(&a, d->counts, d->count_cap * sizeof *d->counts);
  vt_release(&a, d->copy, d->copy_cap);
  vt_vec_free(&a, &d->patches);
  vt_vec_free(&a, &d->patched);
  vt_normal_free(&a, &d->normal);
  vt_normal_free(&a, &d->decoded);
  vt_release(&a, d, sizeof *d);
}
