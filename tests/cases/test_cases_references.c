/* test_cases_references.c - references.jsonl: for each text the mentions that must be found, and no
 * others. A mention has its surface and canonical id; full (surface with what follows), issuer,
 * title, term and symbol are compared where the case states them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>
#include <jansson.h>
#include "vitext.h"

static const char *path;

static void show(const char *id, const char *what, const char *expected, const char *found,
                 size_t len)
{
  fprintf(stderr, "%s: %s: expected \"%s\", found \"%.*s\"\n", id, what, expected, (int)len, found);
}

/* Whether found (len bytes) is what the case states under key; true where it states nothing. */
static int holds(const char *id, const json_t *want, const char *key, const char *found, size_t len)
{
  const char *expected = json_string_value(json_object_get(want, key));
  if (expected == NULL) return 1;
  if (strlen(expected) == len && memcmp(expected, found, len) == 0) return 1;
  show(id, key, expected, found, len);
  return 0;
}

static int compare(const char *id, const char *text, const json_t *want, const vitext_reference *r)
{
  const size_t full = r->full.end - r->span.begin;
  return holds(id, want, "surface", text + r->span.begin, r->span.end - r->span.begin) &
         holds(id, want, "full", text + r->span.begin, full) &
         holds(id, want, "canonical", r->canonical, strlen(r->canonical)) &
         holds(id, want, "issuer", r->issuer, strlen(r->issuer)) &
         holds(id, want, "title", r->title, strlen(r->title)) &
         holds(id, want, "term", r->term, strlen(r->term)) &
         holds(id, want, "symbol", r->symbol, strlen(r->symbol));
}

/* Number of differences in one case. */
static int check(const vitext_ctx *ctx, const json_t *row)
{
  const char *id = json_string_value(json_object_get(row, "id"));
  const char *text = json_string_value(json_object_get(row, "text"));
  const json_t *refs = json_object_get(row, "refs");
  vitext_options options;
  vitext_doc *doc;
  vitext_options_init(&options, sizeof options);
  options.layers = VITEXT_REFERENCES;
  assert_int_equal(vitext_analyze(ctx, text, strlen(text), &options, &doc, NULL), VITEXT_OK);
  const size_t found = vitext_doc_count(doc, VITEXT_REFERENCES), expected = json_array_size(refs);
  int bad = 0;
  for (size_t i = 0; i < found || i < expected; i++) {
    const vitext_reference *r = vitext_doc_reference(doc, i);
    const json_t *want = json_array_get(refs, i);
    if (r == NULL) show(id, "missed", json_string_value(json_object_get(want, "surface")), "", 0);
    else if (want == NULL) show(id, "extra", "", text + r->span.begin, r->span.end - r->span.begin);
    bad += r == NULL || want == NULL || !compare(id, text, want, r);
  }
  vitext_doc_free(doc);
  return bad;
}

static void test_cases(void **state)
{
  (void)state;
  vitext_ctx *ctx;
  int bad = 0, rows = 0;
  char line[16384];
  FILE *f = fopen(path, "r");
  assert_non_null(f);
  assert_int_equal(vitext_ctx_new(NULL, &ctx, NULL), VITEXT_OK);
  while (fgets(line, sizeof line, f) != NULL) {
    json_t *row = json_loads(line, 0, NULL);
    assert_non_null(row);
    bad += check(ctx, row);
    rows++;
    json_decref(row);
  }
  fclose(f);
  vitext_ctx_free(ctx);
  assert_true(rows > 100);
  assert_int_equal(bad, 0);
}

int main(int argc, char **argv)
{
  if (argc != 2) return 2;
  path = argv[1];
  const struct CMUnitTest tests[] = { cmocka_unit_test(test_cases) };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
