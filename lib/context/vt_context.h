/* vt_context.h - what a context holds: data checked once, never changed, shared by all threads. */
#ifndef VT_CONTEXT_H
#define VT_CONTEXT_H
#include "vt_alloc.h"
#include "vt_span.h"

struct vitext_ctx {
  vt_alloc alloc;
  const vt_lexicon *lexicon;
  const struct vt_model *model;
  struct vt_user_words *words;  /* NULL: none */
  struct vt_user_posts *posts;  /* NULL: none */
  struct vt_known *known; /* NULL: none */
  char data_version[64];
};

vitext_status vt_context_new(const vitext_ctx_options *options, vitext_ctx **out, vitext_error *err);
void vt_context_free(vitext_ctx *ctx);

#endif
