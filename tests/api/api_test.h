/* api_test.h - what the tests of the public interface share: a context, documents, growing output.
 */
#ifndef API_TEST_H
#define API_TEST_H
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>
#include "vitext.h"

static inline vitext_ctx *a_ctx(void)
{
  vitext_ctx *ctx = NULL;
  assert_int_equal(vitext_ctx_new(NULL, &ctx, NULL), VITEXT_OK);
  assert_non_null(ctx);
  return ctx;
}

static inline vitext_options default_options(void)
{
  vitext_options o;
  vitext_options_init(&o, sizeof o);
  return o;
}

/* The document of a C string, all layers. */
static inline vitext_doc *a_doc(const vitext_ctx *ctx, const char *text)
{
  vitext_doc *doc = NULL;
  vitext_error err = { 0 };
  if (vitext_analyze(ctx, text, strlen(text), NULL, &doc, &err) != VITEXT_OK) {
    fail_msg("%s: %s", text, err.message);
  }
  return doc;
}

/* A sink that grows; free with free(t.bytes). */
typedef struct text_out {
  char *bytes;
  size_t len;
} text_out;
static inline int collect(void *user, const char *bytes, size_t len)
{
  text_out *t = user;
  char *grown = realloc(t->bytes, t->len + len + 1);
  assert_non_null(grown);
  memcpy(grown + t->len, bytes, len);
  t->bytes = grown;
  t->len += len;
  t->bytes[t->len] = '\0';
  return 0;
}

#endif
