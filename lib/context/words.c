/* words.c - the caller's own words, titles and organisations: one a line, "text TAB kind". */
#include "vt_context.h"
#include "vt_letter.h"
#include <string.h>
#include "vt_error.h"
#include "vt_lexicon.h"
#include "vt_normal.h"
#include "vt_official.h"
#include "vt_segment.h"
#include "vt_token.h"

static const char *const kinds[] = { "word", "apart", "title", "organ" };
enum { WORD, APART, TITLE, ORGAN, KINDS };

/* A row of the source; both parts without the blanks around them. */
typedef struct row {
  const char *text, *kind;
  size_t text_len, kind_len;
} row;

static void trim(const char **s, size_t *len)
{
  while (*len > 0 && (**s == ' ' || **s == '\t')) {
    *s += 1;
    *len -= 1;
  }
  while (*len > 0 && strchr(" \t\r", (*s)[*len - 1]) != NULL) *len -= 1;
}

static row split(const char *line, size_t len)
{
  const char *tab = memchr(line, '\t', len);
  const size_t text_len = tab == NULL ? len : (size_t)(tab - line);
  row r = { line, line + text_len, text_len, len - text_len };
  trim(&r.text, &r.text_len);
  trim(&r.kind, &r.kind_len);
  return r;
}

static int kind_of(const row *r)
{
  for (int k = 0; k < KINDS; k++) {
    if (strlen(kinds[k]) == r->kind_len && memcmp(kinds[k], r->kind, r->kind_len) == 0) return k;
  }
  return KINDS;
}

/* The spellings of a phrase get ids, so that the phrase can be looked for. */
static vitext_status add_spellings(vitext_ctx *ctx, vt_text text)
{
  vt_tokens tokens = { 0 };
  vitext_status st = VITEXT_OK;
  if (ctx->extended == NULL) {
    st = vt_lexicon_extend(&ctx->alloc, ctx->lexicon, &ctx->extended);
    if (st == VITEXT_OK) ctx->lexicon = ctx->extended;
  }
  if (st == VITEXT_OK) st = vt_tokens_find(&ctx->alloc, ctx->lexicon, text, &tokens);
  for (uint32_t i = 0; st == VITEXT_OK && i < tokens.count; i++) {
    const vt_token *t = &tokens.items[i];
    const char *s = text.bytes + t->begin;
    size_t len = t->end - t->begin;
    vt_id id;
    if (t->kind == VITEXT_TOKEN_ABBREVIATION && s[len - 1] == '.') len--;
    if (tokens.ids[i] == VT_ID_NONE)
      st = vt_lexicon_add(ctx->extended, vt_key_of(s, len), s, len, &id);
  }
  vt_tokens_free(&ctx->alloc, &tokens);
  return st;
}

static vitext_status add_normal(vitext_ctx *ctx, vt_text text, int kind)
{
  vitext_status st = add_spellings(ctx, text);
  if (st != VITEXT_OK) return st;
  if (kind == WORD || kind == APART) {
    if (ctx->words == NULL) st = vt_user_words_new(&ctx->alloc, &ctx->words);
    if (st != VITEXT_OK) return st;
    return vt_user_words_add(ctx->words, ctx->lexicon, text.bytes, text.len, kind == APART);
  }
  if (ctx->posts == NULL) st = vt_user_posts_new(&ctx->alloc, &ctx->posts);
  if (st != VITEXT_OK) return st;
  return vt_user_posts_add(ctx->posts, ctx->lexicon, text.bytes, text.len, kind == TITLE);
}

static vitext_status add_row(vitext_ctx *ctx, const char *line, size_t len, uint32_t number,
                             vitext_error *err)
{
  const row r = split(line, len);
  if ((r.text_len == 0 && r.kind_len == 0) || line[0] == '#') return VITEXT_OK;
  const int kind = kind_of(&r);
  if (kind == KINDS || r.text_len == 0) {
    return vt_error_set(err, VITEXT_E_DATA, number,
                        "not of the form: text, tab, word or apart or title or organ", NULL);
  }
  const vt_normal_options options = { .repair = VITEXT_REPAIR_DEFAULT, .form = VITEXT_FORM_NFC };
  vt_normal normal = { 0 };
  vitext_status st = vt_normalize(&ctx->alloc, r.text, r.text_len, &options, &normal, err);
  if (st == VITEXT_E_ENCODING) {
    st = vt_error_set(err, VITEXT_E_DATA, number, "invalid UTF-8", NULL);
  } else if (st == VITEXT_OK) {
    st = add_normal(ctx, (vt_text){ normal.bytes, normal.len }, kind);
    if (st == VITEXT_E_ARGUMENT) st = VITEXT_E_DATA; /* nothing in it that can be looked for */
    if (st != VITEXT_OK) vt_error_set(err, st, number, "not a phrase that can be added", NULL);
  }
  vt_normal_free(&ctx->alloc, &normal);
  return st;
}

vitext_status vt_context_add_words(vitext_ctx *ctx, const char *tsv, size_t len, vitext_error *err)
{
  uint32_t number = 0;
  for (size_t at = 0; at < len;) {
    const char *end = memchr(tsv + at, '\n', len - at);
    const size_t line_len = end == NULL ? len - at : (size_t)(end - tsv) - at;
    const vitext_status st = add_row(ctx, tsv + at, line_len, ++number, err);
    if (st != VITEXT_OK) return st;
    at += line_len + 1;
  }
  return VITEXT_OK;
}
