/* context.c - options and sources into a context. */
#include "vt_context.h"
#include <string.h>
#include "vt_bytes.h"
#include "vt_data_tag.h"
#include "vt_error.h"
#include "vt_lexicon.h"
#include "vt_official.h"
#include "vt_reference.h"
#include "vt_segment.h"
#include "vt_token.h"

const char *vt_context_data_version(const vitext_ctx *ctx)
{
  return ctx == NULL ? VT_DATA_TAG : ctx->data_version;
}

/* The tag of the built-in data, and of the sources that change it, so that equal tags mean equal
 * data: "0.2.0-1a2b3c4d", "0.2.0-1a2b3c4d+5e6f7a8b". */
static void tag_data(vitext_ctx *ctx, uint32_t sum, bool sources)
{
  static const char hex[] = "0123456789abcdef";
  _Static_assert(sizeof VT_DATA_TAG + 9 <= sizeof ctx->data_version, "room for the tag");
  memcpy(ctx->data_version, VT_DATA_TAG, sizeof VT_DATA_TAG);
  if (!sources) return;
  char *to = ctx->data_version + sizeof VT_DATA_TAG - 1;
  *to++ = '+';
  for (int shift = 28; shift >= 0; shift -= 4) *to++ = hex[sum >> shift & 15];
  *to = '\0';
}

/* "path: what was wrong" instead of "what was wrong". */
static vitext_status name_file(vitext_error *err, vitext_status st, const char *path)
{
  if (err == NULL || path == NULL) return st;
  char message[sizeof err->message];
  memcpy(message, "%s: ", 4);
  memcpy(message + 4, err->message, sizeof message - 4);
  message[sizeof message - 1] = '\0';
  return vt_error_set(err, st, err->offset, message, path);
}

static vitext_status load_lexicon(vitext_ctx *ctx, const void *bytes, size_t len, vitext_error *err)
{
  if (ctx->own_lexicon != NULL) {
    return vt_error_set(err, VITEXT_E_ARGUMENT, 0, "there can be one lexicon only", NULL);
  }
  const vitext_status st = vt_lexicon_open(&ctx->alloc, bytes, len, &ctx->own_lexicon, err);
  if (st == VITEXT_OK) ctx->lexicon = ctx->own_lexicon;
  return st;
}

static vitext_status load_model(vitext_ctx *ctx, const void *bytes, size_t len, vitext_error *err)
{
  if (ctx->own_model != NULL) {
    return vt_error_set(err, VITEXT_E_ARGUMENT, 0, "there can be one model only", NULL);
  }
  const vitext_status st =
      vt_model_open(&ctx->alloc, ctx->lexicon, bytes, len, &ctx->own_model, err);
  if (st == VITEXT_OK) ctx->model = ctx->own_model;
  return st;
}

static vitext_status load_documents(vitext_ctx *ctx, const char *tsv, size_t len, vitext_error *err)
{
  if (ctx->known != NULL) return vt_known_add(ctx->known, tsv, len, err);
  return vt_known_open(&ctx->alloc, tsv, len, &ctx->known, err);
}

static vitext_status load(vitext_ctx *ctx, int32_t kind, const void *bytes, size_t len,
                          vitext_error *err)
{
  switch (kind) {
  case VITEXT_SOURCE_LEXICON: return load_lexicon(ctx, bytes, len, err);
  case VITEXT_SOURCE_MODEL: return load_model(ctx, bytes, len, err);
  case VITEXT_SOURCE_WORDS: return vt_context_add_words(ctx, bytes, len, err);
  case VITEXT_SOURCE_DOCUMENTS: return load_documents(ctx, bytes, len, err);
  default: return vt_error_set(err, VITEXT_E_ARGUMENT, 0, "unknown kind of source", NULL);
  }
}

/* The bytes of a source: the caller's, or a file that the context keeps. */
static vitext_status open_source(vitext_ctx *ctx, const vitext_source *s, const void **bytes,
                                 size_t *len, vitext_error *err)
{
  *bytes = s->bytes;
  *len = s->len;
  if (s->path == NULL) return VITEXT_OK;
  if (!vt_vec_room(&ctx->alloc, &ctx->files)) return VITEXT_E_MEMORY;
  vt_file *f = &ctx->files.items[ctx->files.count];
  const vitext_status st = vt_file_read(s->path, &ctx->alloc, &f->bytes, &f->len);
  if (st == VITEXT_E_IO) return vt_error_set(err, st, 0, "%s: cannot be read", s->path);
  if (st != VITEXT_OK) return st;
  ctx->files.count++;
  *bytes = f->bytes;
  *len = f->len;
  return VITEXT_OK;
}

/* All sources of one kind; what others are written in comes first, so the caller's order is free.
 */
static vitext_status load_kind(vitext_ctx *ctx, const vitext_ctx_options *o, int32_t kind,
                               uint32_t *sum, vitext_error *err)
{
  for (size_t i = 0; i < o->source_count; i++) {
    const vitext_source *s = &o->sources[i];
    if (s->kind != kind) continue;
    const void *bytes;
    size_t len;
    vitext_status st = open_source(ctx, s, &bytes, &len, err);
    if (st == VITEXT_E_IO) return st;
    if (st == VITEXT_OK) st = load(ctx, kind, bytes, len, err);
    if (st == VITEXT_E_MEMORY) return vt_error_set(err, st, 0, "out of memory", NULL);
    if (st != VITEXT_OK) return name_file(err, st, s->path);
    *sum = (*sum << 5 | *sum >> 27) ^ vt_crc32(bytes, len) ^ (uint32_t)kind;
  }
  return VITEXT_OK;
}

static vitext_status check_source(const vitext_source *s, vitext_error *err)
{
  if (s->kind < VITEXT_SOURCE_MODEL || s->kind > VITEXT_SOURCE_DOCUMENTS || s->flags != 0) {
    return vt_error_set(err, VITEXT_E_ARGUMENT, 0, "source of an unknown kind or flag", NULL);
  }
  if ((s->path == NULL) == (s->bytes == NULL)) {
    return vt_error_set(err, VITEXT_E_ARGUMENT, 0, "a source has either a path or bytes", NULL);
  }
  return VITEXT_OK;
}

static vitext_status load_all(vitext_ctx *ctx, const vitext_ctx_options *o, vitext_error *err)
{
  uint32_t sum = 0;
  for (size_t i = 0; i < o->source_count; i++) {
    const vitext_status st = check_source(&o->sources[i], err);
    if (st != VITEXT_OK) return st;
  }
  static const int32_t order[] = { VITEXT_SOURCE_LEXICON, VITEXT_SOURCE_MODEL, VITEXT_SOURCE_WORDS,
                                   VITEXT_SOURCE_DOCUMENTS };
  for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
    const vitext_status st = load_kind(ctx, o, order[i], &sum, err);
    if (st != VITEXT_OK) return st;
  }
  tag_data(ctx, sum, o->source_count > 0);
  if (ctx->own_lexicon == NULL || ctx->own_model != NULL) return VITEXT_OK;
  /* another lexicon numbers its spellings otherwise than the built-in model knows them */
  const vitext_status st =
      vt_model_fit(&ctx->alloc, ctx->lexicon, vt_model_builtin(), &ctx->own_model, err);
  if (st == VITEXT_OK) ctx->model = ctx->own_model;
  return st;
}

vitext_status vt_context_new(const vitext_ctx_options *options, vitext_ctx **out, vitext_error *err)
{
  const vt_alloc alloc = options->alloc.resize != NULL ? options->alloc : vt_alloc_heap;
  *out = NULL;
  vitext_ctx *ctx = vt_new(&alloc, 1, sizeof *ctx);
  if (ctx == NULL) return vt_error_set(err, VITEXT_E_MEMORY, 0, "out of memory", NULL);
  ctx->alloc = alloc;
  ctx->lexicon = vt_lexicon_builtin();
  ctx->model = vt_model_builtin();
  vitext_status st = load_all(ctx, options, err);
  if (st == VITEXT_OK) {
    st = vt_refwords_open(&ctx->alloc, ctx->lexicon, &ctx->refwords);
    if (st == VITEXT_OK) st = vt_memory_new(&ctx->alloc, &ctx->memory);
    if (st != VITEXT_OK) vt_error_set(err, st, 0, "out of memory", NULL);
  }
  if (st != VITEXT_OK) {
    vt_context_free(ctx);
    return st;
  }
  *out = ctx;
  return VITEXT_OK;
}

void vt_context_free(vitext_ctx *ctx)
{
  if (ctx == NULL) return;
  const vt_alloc a = ctx->alloc;
  vt_memory_free(&a, ctx->memory);
  vt_refwords_free(ctx->refwords);
  vt_known_free(ctx->known);
  vt_user_posts_free(ctx->posts);
  vt_user_words_free(ctx->words);
  vt_model_free(&a, ctx->own_model);
  vt_lexicon_free(ctx->extended);
  vt_lexicon_free(ctx->own_lexicon);
  for (size_t i = ctx->files.count; i > 0; i--) {
    vt_release(&a, ctx->files.items[i - 1].bytes, ctx->files.items[i - 1].len + 1);
  }
  vt_vec_free(&a, &ctx->files);
  vt_release(&a, ctx, sizeof *ctx);
}
