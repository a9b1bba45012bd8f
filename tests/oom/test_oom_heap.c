/* test_oom_heap.c - the C heap, which is the default allocator, fails at its n-th call, for every
 * n. The linker gives the library our realloc and free (--wrap), so ICU's own memory is not
 * touched. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>
#include "vitext.h"

void *__real_realloc(void *ptr, size_t size);
void __real_free(void *ptr);
void *__wrap_realloc(void *ptr, size_t size);
void __wrap_free(void *ptr);

static struct {
  long left; /* calls that still succeed; -1: all */
  int failed;
  long blocks, calls;
} heap;

void *__wrap_realloc(void *ptr, size_t size)
{
  heap.calls++;
  if (heap.left == 0) {
    heap.failed = 1;
    return NULL;
  }
  if (heap.left > 0) heap.left--;
  if (ptr == NULL) heap.blocks++;
  return __real_realloc(ptr, size);
}

void __wrap_free(void *ptr)
{
  if (ptr != NULL) heap.blocks--;
  __real_free(ptr);
}

static int drop(void *user, const char *bytes, size_t len)
{
  (void)bytes;
  *(size_t *)user += len;
  return 0;
}

static const char text[] =
    "Căn cứ Nghị định số 30/2020/NĐ-CP, ông Nguyễn Văn An, Giám đốc Sở Y tế, nói.";

static vitext_status annotate(void)
{
  enum { MARKS = 40 };
  vitext_mark marks[MARKS];
  size_t written = 0;
  for (uint32_t i = 0; i < MARKS; i++) /* each inside the one before: the stack of marks grows */
    marks[i] = (vitext_mark){ { i, sizeof text - 1 - i }, "<i>", "</i>" };
  return vitext_annotate(text, sizeof text - 1, marks, MARKS, VITEXT_ANNOTATE_HTML, drop, &written);
}

static vitext_status normalize(void)
{
  vitext_doc *doc = NULL;
  vitext_options o;
  vitext_options_init(&o, sizeof o);
  o.form = VITEXT_FORM_NFD;
  const vitext_status st = vitext_normalize(NULL, text, sizeof text - 1, &o, &doc, NULL);
  assert_true((st == VITEXT_OK) == (doc != NULL));
  vitext_doc_free(doc);
  return st;
}

static vitext_status analyze(void)
{
  vitext_ctx *ctx = NULL;
  vitext_doc *doc = NULL;
  size_t written = 0;
  vitext_status st = vitext_ctx_new(NULL, &ctx, NULL);
  if (st == VITEXT_OK) st = vitext_analyze(ctx, text, sizeof text - 1, NULL, &doc, NULL);
  if (st == VITEXT_OK) st = vitext_doc_write(doc, VITEXT_FORMAT_HTML, NULL, drop, &written);
  vitext_doc_free(doc);
  vitext_ctx_free(ctx);
  return st;
}

static vitext_status sort_key(void)
{
  char key[256];
  vitext_buffer out = { key, sizeof key, 0 };
  return vitext_sort_key(NULL, text, sizeof text - 1, &out);
}

static vitext_status compare(void)
{
  int32_t order = 2;
  const vitext_status st = vitext_compare(NULL, text, sizeof text - 1, "Hà Nội", 9, &order);
  assert_true(st != VITEXT_OK || (order >= -1 && order <= 1));
  return st;
}

static const struct {
  const char *name;
  vitext_status (*fn)(void);
  int must_allocate;
} calls[] = {
  { "vitext_annotate", annotate, 1 }, { "vitext_normalize", normalize, 1 },
  { "vitext_analyze", analyze, 1 },   { "vitext_sort_key", sort_key, 0 },
  { "vitext_compare", compare, 0 },
};

static void every_allocation(void **state)
{
  (void)state;
  for (size_t k = 0; k < sizeof calls / sizeof *calls; k++) {
    heap.left = -1;
    vitext_status st = calls[k].fn();
    if (st == VITEXT_E_UNSUPPORTED) continue; /* a build without ICU */
    assert_int_equal(st, VITEXT_OK);
    const long before = heap.blocks;
    for (long n = 0;; n++) {
      heap.left = n;
      heap.failed = 0;
      st = calls[k].fn();
      heap.left = -1;
      if (heap.blocks != before) fail_msg("%s: allocation %ld fails: a leak", calls[k].name, n);
      if (heap.failed && st != VITEXT_E_MEMORY)
        fail_msg("%s: allocation %ld fails: %d", calls[k].name, n, (int)st);
      if (heap.failed) continue;
      assert_int_equal(st, VITEXT_OK);
      if (n == 0 && calls[k].must_allocate) fail_msg("%s allocates nothing", calls[k].name);
      print_message("%s: %ld allocations\n", calls[k].name, n);
      break;
    }
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = { cmocka_unit_test(every_allocation) };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
