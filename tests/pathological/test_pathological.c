/* test_pathological.c - named hostile inputs: nothing crashes, and 4 times the input costs less
 * than 5 times the time, counted in processor time of this process, best of several runs.
 *
 * An argument "big" runs the inputs of 50 MB. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <cmocka.h>
#include "hostile.h"
#include "vitext.h"

enum { GROWTH = 5 };

static char *make(const hostile *h, size_t len)
{
  char *text = malloc(len + 1);
  assert_non_null(text);
  assert_true(strlen(h->head) < len);
  hostile_fill(h, text, len);
  return text;
}

static int drop(void *user, const char *bytes, size_t len)
{
  (void)bytes;
  *(size_t *)user += len;
  return 0;
}

/* Seconds of analysing and writing everything once. */
static double cost(const vitext_ctx *ctx, const char *name, const char *text, size_t len)
{
  vitext_doc *doc = NULL;
  vitext_error err = { 0 };
  size_t written = 0;
  const clock_t begin = clock();
  if (vitext_analyze(ctx, text, len, NULL, &doc, &err) != VITEXT_OK)
    fail_msg("%s: %s", name, err.message);
  for (int32_t format = VITEXT_FORMAT_JSON; format <= VITEXT_FORMAT_TEXT; format++) {
    assert_int_equal(vitext_doc_write(doc, format, NULL, drop, &written), VITEXT_OK);
  }
  const clock_t end = clock();
  vitext_doc_free(doc);
  return (double)(end - begin) / CLOCKS_PER_SEC;
}

static double best_cost(const vitext_ctx *ctx, const hostile *h, size_t len, int runs)
{
  char *text = make(h, len);
  double best = cost(ctx, h->name, text, len);
  for (int i = 1; i < runs; i++) {
    const double again = cost(ctx, h->name, text, len);
    if (again < best) best = again;
  }
  free(text);
  return best;
}

/* A noisy machine can spoil a ratio, so a bad one is measured again, more often, before it counts.
 */
static void time_grows_with_input(void **state)
{
  (void)state;
  vitext_ctx *ctx = NULL;
  size_t faults = 0;
  assert_int_equal(vitext_ctx_new(NULL, &ctx, NULL), VITEXT_OK);
  for (size_t k = 0; k < INPUTS; k++) {
    size_t len = 1 << 15; /* grown until it takes long enough to measure */
    double one = best_cost(ctx, &inputs[k], len, 3);
    while (one < 0.004 && len < 1 << 20) {
      len *= 2;
      one = best_cost(ctx, &inputs[k], len, 3);
    }
    double four = best_cost(ctx, &inputs[k], 4 * len, 2);
    for (int again = 1; again <= 4 && four >= GROWTH * one; again++) {
      one = best_cost(ctx, &inputs[k], len, 3 + again);
      four = best_cost(ctx, &inputs[k], 4 * len, 3 + again);
    }
    const int bad = four >= GROWTH * one;
    print_message("%s%-32s %7.1f KB %8.2f ms, 4 times: %5.2f, %6.1f MB/s\n", bad ? "BAD " : "",
                  inputs[k].name, (double)len / 1024, one * 1000, four / one,
                  (double)len / one / 1e6);
    faults += bad ? 1 : 0;
  }
  vitext_ctx_free(ctx);
  if (faults > 0) fail_msg("%zu inputs grow too fast", faults);
}

static void big_lines(void **state)
{
  (void)state;
  static const char *const names[] = { "letters",    "syllables", "combining marks",
                                       "references", "officials", "NUL" };
  vitext_ctx *ctx = NULL;
  assert_int_equal(vitext_ctx_new(NULL, &ctx, NULL), VITEXT_OK);
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    for (size_t k = 0; k < INPUTS; k++) {
      if (strcmp(inputs[k].name, names[i]) != 0) continue;
      const size_t len = 50u << 20;
      char *text = make(&inputs[k], len);
      print_message("%s, 50 MB: %.1f s\n", names[i], cost(ctx, names[i], text, len));
      free(text);
    }
  }
  vitext_ctx_free(ctx);
}

static void a_million_marks(void **state)
{
  (void)state;
  const hostile h = { "a million marks", "a", "\xCC\xA3\xCC\x82\xCC\x81", "" };
  vitext_ctx *ctx = NULL;
  assert_int_equal(vitext_ctx_new(NULL, &ctx, NULL), VITEXT_OK);
  char *text = make(&h, 2000001);
  vitext_doc *doc = NULL;
  assert_int_equal(vitext_analyze(ctx, text, 2000001, NULL, &doc, NULL), VITEXT_OK);
  const vitext_token *t = vitext_doc_token(doc, 0);
  assert_non_null(t);
  assert_true((t->flags & VITEXT_TOKENF_DAMAGED) != 0);
  vitext_doc_free(doc);
  free(text);
  vitext_ctx_free(ctx);
}

int main(int argc, char **argv)
{
  const struct CMUnitTest quick[] = { cmocka_unit_test(time_grows_with_input),
                                      cmocka_unit_test(a_million_marks) };
  const struct CMUnitTest big[] = { cmocka_unit_test(big_lines) };
  if (argc > 1 && strcmp(argv[1], "big") == 0) return cmocka_run_group_tests(big, NULL, NULL);
  return cmocka_run_group_tests(quick, NULL, NULL);
}
