/* api.c - one short function per public symbol: arguments are checked here, the work is below. */
#include <string.h>
#include "vitext.h"
#include "vt_context.h"
#include "vt_document.h"
#include "vt_encoding.h"
#include "vt_error.h"
#include "vt_name.h"
#include "vt_normal.h"
#include "vt_options.h"
#include "vt_output.h"
#include "vt_syllable.h"

int32_t vitext_version(void)
{
  return VITEXT_VERSION;
}
const char *vitext_version_string(void)
{
  return vt_version_string();
}
const char *vitext_data_version(const vitext_ctx *ctx)
{
  return vt_context_data_version(ctx);
}
const char *vitext_name(int32_t group, int32_t value)
{
  return vt_name(group, value);
}

static vitext_status refuse(vitext_error *err, const char *what)
{
  return vt_error_set(err, VITEXT_E_ARGUMENT, 0, what, NULL);
}

/* ---- Context ---- */
vitext_status vitext_ctx_new(const vitext_ctx_options *options, vitext_ctx **out, vitext_error *err)
{
  if (out == NULL) return refuse(err, "out is NULL");
  *out = NULL;
  vitext_ctx_options whole;
  const vitext_status st = vt_options_read_ctx(options, &whole, err);
  return st == VITEXT_OK ? vt_context_new(&whole, out, err) : st;
}

void vitext_ctx_free(vitext_ctx *ctx)
{
  vt_context_free(ctx);
}

/* ---- Text in ---- */
static vitext_status make(const vitext_ctx *ctx, const void *text, size_t len,
                          const vitext_options *options, bool analyse, vitext_doc **out,
                          vitext_error *err)
{
  if (out == NULL) return refuse(err, "out is NULL");
  *out = NULL;
  if (text == NULL && len > 0) return refuse(err, "text is NULL");
  if (analyse && ctx == NULL) return refuse(err, "ctx is NULL");
  vitext_options whole;
  const vitext_status st = vt_options_read(options, analyse, &whole, err);
  if (st != VITEXT_OK) return st;
  return vt_document_new(ctx, text != NULL ? text : "", len, &whole, analyse, out, err);
}

vitext_status vitext_normalize(const vitext_ctx *ctx, const void *text, size_t len,
                               const vitext_options *options, vitext_doc **out, vitext_error *err)
{
  return make(ctx, text, len, options, false, out, err);
}

vitext_status vitext_analyze(const vitext_ctx *ctx, const void *text, size_t len,
                             const vitext_options *options, vitext_doc **out, vitext_error *err)
{
  return make(ctx, text, len, options, true, out, err);
}

void vitext_doc_free(vitext_doc *doc)
{
  vt_document_free(doc);
}

size_t vitext_detect(const void *bytes, size_t len, vitext_guess *out, size_t cap)
{
  if (out == NULL || cap == 0 || (bytes == NULL && len > 0)) return 0;
  return vt_detect(bytes != NULL ? bytes : "", len, out, cap);
}

/* ---- The text of a document, and offsets ---- */
const char *vitext_doc_text(const vitext_doc *d, size_t *len)
{
  const vt_text text = d != NULL ? vt_document_text(d) : (vt_text){ "", 0 };
  if (len != NULL) *len = text.len;
  return text.bytes;
}

const char *vitext_doc_slice(const vitext_doc *d, vitext_span s, size_t *len)
{
  vt_text slice = { "", 0 };
  if (d != NULL && s.begin <= s.end) {
    vt_cursor c = { 0 };
    s = vt_document_convert(d, &c, VITEXT_UNIT_BYTE, VITEXT_UNIT_TEXT, s);
    slice = (vt_text){ vt_document_text(d).bytes + s.begin, s.end - s.begin };
  }
  if (len != NULL) *len = slice.len;
  return slice.bytes;
}

vitext_status vitext_doc_convert(const vitext_doc *d, vitext_unit from, vitext_unit to,
                                 vitext_span *spans, size_t count)
{
  if (d == NULL || !vt_unit_known(from) || !vt_unit_known(to)) return VITEXT_E_ARGUMENT;
  if (spans == NULL && count > 0) return VITEXT_E_ARGUMENT;
  for (size_t i = 0; i < count; i++) {
    if (spans[i].begin > spans[i].end) return VITEXT_E_ARGUMENT;
  }
  vt_cursor c = { 0 };
  for (size_t i = 0; i < count; i++) spans[i] = vt_document_convert(d, &c, from, to, spans[i]);
  return VITEXT_OK;
}

/* ---- Layers ---- */
#define RECORD(type, name, array)                                                                  \
  const type *vitext_doc_##name(const vitext_doc *d, size_t i)                                     \
  {                                                                                                \
    if (d == NULL) return NULL;                                                                    \
    const vt_layers *l = vt_document_layers(d);                                                    \
    return i < l->name##_count ? &l->array[i] : NULL;                                              \
  }
RECORD(vitext_token, token, tokens)
RECORD(vitext_group, word, words)
RECORD(vitext_group, sentence, sentences)
RECORD(vitext_reference, reference, references)
RECORD(vitext_person, person, persons)
RECORD(vitext_mention, mention, mentions)
RECORD(vitext_position, position, positions)

size_t vitext_doc_count(const vitext_doc *d, vitext_layer one)
{
  return d != NULL ? vt_document_count(d, one) : 0;
}

vitext_status vitext_doc_copy(const vitext_doc *d, vitext_layer one, vitext_unit unit,
                              void *records, size_t record_size, size_t count)
{
  if (d == NULL) return VITEXT_E_ARGUMENT;
  return vt_document_copy(d, one, unit, records, record_size, count);
}

/* ---- Text out ---- */
vitext_status vitext_doc_write(const vitext_doc *d, int32_t format,
                               const vitext_write_options *options, vitext_sink sink, void *user)
{
  vitext_write_options whole;
  if (d == NULL) return VITEXT_E_ARGUMENT;
  const vitext_status st = vt_options_read_write(options, &whole);
  return st == VITEXT_OK ? vt_output_write(d, format, &whole, sink, user) : st;
}

vitext_status vitext_doc_losses(const vitext_doc *d, vitext_encoding to, vitext_span *spans,
                                size_t cap, size_t *count)
{
  if (d == NULL || count == NULL || (spans == NULL && cap > 0)) return VITEXT_E_ARGUMENT;
  if (to < VITEXT_ENC_UTF8 || to > VITEXT_ENC_VPS) return VITEXT_E_ARGUMENT;
  return vt_output_losses(d, to, spans, cap, count);
}

vitext_status vitext_annotate(const void *text, size_t len, const vitext_mark *marks, size_t count,
                              uint32_t flags, vitext_sink sink, void *user)
{
  if ((text == NULL && len > 0) || (marks == NULL && count > 0)) return VITEXT_E_ARGUMENT;
  if ((flags & ~(uint32_t)VITEXT_ANNOTATE_HTML) != 0) return VITEXT_E_ARGUMENT;
  if (len > VITEXT_MAX_INPUT) return VITEXT_E_TOO_LONG;
  return vt_output_annotate(text != NULL ? text : "", len, marks, count, flags, sink, user);
}

/* ---- Syllables and order ---- */
int32_t vitext_syllable_parse(const char *utf8, size_t len, vitext_syllable *out)
{
  if (utf8 == NULL || out == NULL) return 0;
  return vt_syllable_parse(utf8, len, out) ? 1 : 0;
}

vitext_status vitext_sort_key(const vitext_ctx *ctx, const char *utf8, size_t len,
                              vitext_buffer *out)
{
  if (out == NULL || (utf8 == NULL && len > 0)) return VITEXT_E_ARGUMENT;
  if (out->data == NULL && out->cap > 0) return VITEXT_E_ARGUMENT;
  if (len > VITEXT_MAX_INPUT) return VITEXT_E_TOO_LONG;
  const vt_alloc *a = ctx != NULL ? &ctx->alloc : &vt_alloc_heap;
  return vt_order_key(a, utf8 != NULL ? utf8 : "", len, out);
}

vitext_status vitext_compare(const vitext_ctx *ctx, const char *a, size_t a_len, const char *b,
                             size_t b_len, int32_t *order)
{
  (void)ctx; /* the order is one for all data so far */
  if (order == NULL || (a == NULL && a_len > 0) || (b == NULL && b_len > 0)) {
    return VITEXT_E_ARGUMENT;
  }
  if (a_len > VITEXT_MAX_INPUT || b_len > VITEXT_MAX_INPUT) return VITEXT_E_TOO_LONG;
  return vt_order_compare(a != NULL ? a : "", a_len, b != NULL ? b : "", b_len, order);
}
