/* stub.c - weak stand-ins for functions whose room has not landed them yet; the real ones win at
 * link time. This file goes away with the last of them. */
#include <string.h>
#include "vt_encoding.h"
#include "vt_error.h"
#include "vt_lexicon.h"
#include "vt_normal.h"
#include "vt_official.h"
#include "vt_reference.h"
#include "vt_segment.h"
#include "vt_token.h"
#define WEAK __attribute__((weak))

WEAK const char *vt_version_string(void)
{
  return "0.1.0";
}
WEAK vitext_status vt_fold(const vt_alloc *a, vt_text text, int32_t level, vt_normal *out)
{
  (void)a, (void)text, (void)level, (void)out;
  return VITEXT_E_UNSUPPORTED;
}
WEAK vitext_status vt_order_key(const vt_alloc *a, const char *utf8, size_t len, vitext_buffer *out)
{
  (void)a, (void)utf8, (void)len, (void)out;
  return VITEXT_E_UNSUPPORTED;
}
WEAK vitext_status vt_order_compare(const char *x, size_t x_len, const char *y, size_t y_len,
                                    int32_t *order)
{
  (void)x, (void)x_len, (void)y, (void)y_len, (void)order;
  return VITEXT_E_UNSUPPORTED;
}
WEAK vitext_status vt_decode(const vt_alloc *a, vitext_encoding encoding, const void *bytes,
                             size_t len, bool lenient, vt_normal *out, vitext_error *err)
{
  (void)a, (void)encoding, (void)bytes, (void)len, (void)lenient, (void)out;
  return vt_error_set(err, VITEXT_E_UNSUPPORTED, 0, "no decoder yet", NULL);
}
WEAK vitext_status vt_encode(const vt_alloc *a, vitext_encoding encoding, vt_text text,
                             const char *substitute, vt_losses *lost, vitext_sink sink, void *user)
{
  (void)a, (void)encoding, (void)text, (void)substitute, (void)lost, (void)sink, (void)user;
  return VITEXT_E_UNSUPPORTED;
}
WEAK size_t vt_detect(const void *bytes, size_t len, vitext_guess *out, size_t cap)
{
  (void)bytes, (void)len, (void)cap;
  out[0] = (vitext_guess){ VITEXT_ENC_UTF8, 1 };
  return 1;
}
WEAK const vt_lexicon *vt_lexicon_builtin(void)
{
  return NULL;
}
WEAK vitext_status vt_tokens_find(const vt_alloc *a, const vt_lexicon *lex, vt_text text,
                                  vt_tokens *out)
{
  (void)a, (void)lex, (void)text, (void)out;
  return VITEXT_OK;
}
WEAK void vt_tokens_free(const vt_alloc *a, vt_tokens *t)
{
  vt_release(a, t->items, t->cap * sizeof *t->items);
  vt_release(a, t->ids, t->cap * sizeof *t->ids);
  *t = (vt_tokens){ 0 };
}
WEAK vitext_status vt_sentences_find(const vt_alloc *a, const vt_lexicon *lex, vt_text text,
                                     const vt_tokens *tokens, vt_runs *out)
{
  (void)a, (void)lex, (void)text, (void)tokens, (void)out;
  return VITEXT_OK;
}
WEAK void vt_runs_free(const vt_alloc *a, vt_runs *r)
{
  vt_release(a, r->items, r->cap * sizeof *r->items);
  *r = (vt_runs){ 0 };
}
WEAK const vt_model *vt_model_builtin(void)
{
  return NULL;
}
WEAK vitext_status vt_model_open(const vt_alloc *a, const vt_lexicon *lex, const void *bytes,
                                 size_t len, vt_model **out, vitext_error *err)
{
  (void)a, (void)lex, (void)bytes, (void)len, (void)out;
  return vt_error_set(err, VITEXT_E_UNSUPPORTED, 0, "no models yet", NULL);
}
WEAK void vt_model_free(const vt_alloc *a, vt_model *m)
{
  (void)a, (void)m;
}
WEAK vitext_status vt_user_words_new(const vt_alloc *a, vt_user_words **out)
{
  (void)a, (void)out;
  return VITEXT_E_UNSUPPORTED;
}
WEAK vitext_status vt_user_words_add(vt_user_words *u, const vt_lexicon *lex, const char *utf8,
                                     size_t len, bool apart)
{
  (void)u, (void)lex, (void)utf8, (void)len, (void)apart;
  return VITEXT_E_UNSUPPORTED;
}
WEAK void vt_user_words_free(vt_user_words *u)
{
  (void)u;
}
/* Every token a word. */
WEAK vitext_status vt_words_find(const vt_alloc *a, const vt_lexicon *lex, const vt_model *model,
                                 const vt_user_words *user, int32_t convention, vt_text text,
                                 const vt_tokens *tokens, const vt_runs *sentences, vt_runs *out)
{
  (void)lex, (void)model, (void)user, (void)convention, (void)text;
  if (tokens->count == 0) return VITEXT_OK;
  out->items = vt_new(a, tokens->count, sizeof *out->items);
  if (out->items == NULL) return VITEXT_E_MEMORY;
  out->cap = tokens->count;
  for (uint32_t i = 0; i < sentences->count; i++) {
    for (uint32_t k = 0; k < sentences->items[i].count; k++) {
      out->items[out->count++] = (vt_run){ sentences->items[i].first + k, 1 };
    }
  }
  return VITEXT_OK;
}
WEAK vitext_status vt_known_open(const vt_alloc *a, const char *tsv, size_t len, vt_known **out,
                                 vitext_error *err)
{
  (void)a, (void)tsv, (void)len, (void)out;
  return vt_error_set(err, VITEXT_E_UNSUPPORTED, 0, "no known documents yet", NULL);
}
WEAK void vt_known_free(vt_known *k)
{
  (void)k;
}
WEAK vitext_status vt_references_find(vt_arena *arena, const vt_lexicon *lex, const vt_known *known,
                                      vt_text text, const vt_tokens *tokens,
                                      const vt_runs *sentences, vt_references *out)
{
  (void)arena, (void)lex, (void)known, (void)text, (void)tokens, (void)sentences, (void)out;
  return VITEXT_OK;
}
WEAK void vt_references_free(const vt_alloc *a, vt_references *r)
{
  vt_release(a, r->items, r->cap * sizeof *r->items);
  *r = (vt_references){ 0 };
}
WEAK vitext_status vt_user_posts_new(const vt_alloc *a, vt_user_posts **out)
{
  (void)a, (void)out;
  return VITEXT_E_UNSUPPORTED;
}
WEAK vitext_status vt_user_posts_add(vt_user_posts *u, const vt_lexicon *lex, const char *utf8,
                                     size_t len, bool title)
{
  (void)u, (void)lex, (void)utf8, (void)len, (void)title;
  return VITEXT_E_UNSUPPORTED;
}
WEAK void vt_user_posts_free(vt_user_posts *u)
{
  (void)u;
}
WEAK vitext_status vt_officials_find(vt_arena *arena, const vt_lexicon *lex,
                                     const vt_user_posts *user, vt_text text,
                                     const vt_tokens *tokens, const vt_runs *sentences,
                                     const vt_runs *words, vt_officials *out)
{
  (void)arena, (void)lex, (void)user, (void)text, (void)tokens, (void)sentences, (void)words,
      (void)out;
  return VITEXT_OK;
}
WEAK void vt_officials_free(const vt_alloc *a, vt_officials *o)
{
  vt_release(a, o->persons.items, o->persons.cap * sizeof *o->persons.items);
  vt_release(a, o->mentions.items, o->mentions.cap * sizeof *o->mentions.items);
  vt_release(a, o->positions.items, o->positions.cap * sizeof *o->positions.items);
  *o = (vt_officials){ 0 };
}
