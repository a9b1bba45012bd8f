/* vt_context.h - what a context holds: data checked once, never changed, shared by all threads, and
 * a memory that makes the next text faster and no other. */
#ifndef VT_CONTEXT_H
#define VT_CONTEXT_H
#include "vt_alloc.h"
#include "vt_span.h"

/* A source read from a file; its bytes stay as long as the context. */
typedef struct vt_file {
  unsigned char *bytes;
  size_t len;
} vt_file;

struct vitext_ctx {
  vt_alloc alloc;
  const vt_lexicon *lexicon;
  const struct vt_model *model;
  vt_lexicon *own_lexicon, *extended; /* NULL: the built-in one, no spellings added */
  struct vt_model *own_model;  /* NULL: the built-in one */
  struct vt_user_words *words; /* NULL: none */
  struct vt_user_posts *posts; /* NULL: none */
  struct vt_known *known;      /* NULL: none */
  struct vt_refwords *refwords;
  struct vt_memory *memory;
  VT_VEC(vt_file) files;
  char data_version[64];
};

/* options: valid and whole, see vitext_ctx_new. */
vitext_status vt_context_new(const vitext_ctx_options *options, vitext_ctx **out,
                             vitext_error *err);
void vt_context_free(vitext_ctx *ctx);

/* ctx NULL: of the built-in data. */
const char *vt_context_data_version(const vitext_ctx *ctx);

/* words.c: add the rows of a words source, "text TAB word|apart|title|organ". */
vitext_status vt_context_add_words(vitext_ctx *ctx, const char *tsv, size_t len, vitext_error *err);

#endif
