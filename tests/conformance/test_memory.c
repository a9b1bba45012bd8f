/* test_memory.c - what normalising may cost: clean text is copied once and has no map, NFD takes at
 * most input x 1.5 + 64 KB, marks in the worst order stay linear. */
#define _POSIX_C_SOURCE 200809L
#include <stdio.h>
#include <time.h>
#include "vt_normal.h"
#include "vt_test.h"

static const char sample[] =
    "Chính phủ nước Cộng hoà xã hội chủ nghĩa Việt Nam ban hành nghị định quy định chi tiết một số "
    "điều của luật; những quy định trước đây trái với văn bản này đều bãi bỏ.\n";

static char *repeat(size_t times, size_t *len)
{
  *len = times * (sizeof sample - 1);
  char *text = malloc(*len + 1);
  for (size_t i = 0; i < times; i++) memcpy(text + i * (sizeof sample - 1), sample, sizeof sample);
  return text;
}

static void clean_text_is_copied_once(void **state)
{
  (void)state;
  size_t len;
  char *text = repeat(5000, &len);
  test_heap heap;
  const vt_alloc a = test_heap_alloc(&heap);
  const vt_normal_options o = { .form = VITEXT_FORM_NFC, .repair = VITEXT_REPAIR_DEFAULT };
  vt_normal n;
  heap.left = 1; /* a second allocation would fail */
  assert_int_equal(vt_normalize(&a, text, len, &o, &n, NULL), VITEXT_OK);
  assert_int_equal(heap.peak, len + 1);
  assert_false(vt_map_has_changes(&n.map));
  vt_normal_free(&a, &n);
  assert_int_equal(heap.live, 0);
  free(text);
}

static void decomposed_text_fits(void **state)
{
  (void)state;
  for (size_t times = 1; times < 20000; times *= 10) {
    size_t len;
    char *text = repeat(times, &len);
    test_heap heap;
    const vt_alloc a = test_heap_alloc(&heap);
    const vt_normal_options d = { .form = VITEXT_FORM_NFD };
    const vt_normal_options c = { .form = VITEXT_FORM_NFC, .repair = VITEXT_REPAIR_DEFAULT };
    vt_normal nfd, nfc;
    assert_int_equal(vt_normalize(&vt_alloc_heap, text, len, &d, &nfd, NULL), VITEXT_OK);
    assert_int_equal(vt_normalize(&a, nfd.bytes, nfd.len, &c, &nfc, NULL), VITEXT_OK);
    assert_int_equal(nfc.len, len);
    assert_memory_equal(nfc.bytes, text, len);
    if (heap.peak > (size_t)nfd.len * 3 / 2 + 65536)
      fail_msg("%zu bytes for %u", heap.peak, nfd.len);
    print_message("%u bytes of NFD: %zu at most\n", nfd.len, heap.peak);
    vt_normal_free(&a, &nfc);
    assert_int_equal(heap.live, 0);
    vt_normal_free(&vt_alloc_heap, &nfd);
    free(text);
  }
}

static double seconds(void)
{
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* Marks of falling class, so that sorting would have to move each over all before it. */
static void marks_in_worst_order_are_linear(void **state)
{
  (void)state;
  enum { LEN = 1 << 20 };
  static const char *const worst[] = { "\xCC\x81\xCC\xA3", "\xCC\xA3\xCC\x81", "\xCD\xA2\xCC\xA1",
                                       "e\xCC\x81\xCC\xA3\xCC\x9B", "\xCC\x80" };
  char *text = malloc(LEN);
  for (size_t i = 0; i < COUNT_OF(worst); i++) {
    const size_t n = strlen(worst[i]);
    for (size_t k = 0; k + n <= LEN; k += n) memcpy(text + k, worst[i], n);
    for (int32_t form = VITEXT_FORM_NFC; form <= VITEXT_FORM_NFKD; form++) {
      const vt_normal_options o = { .form = form, .repair = VITEXT_REPAIR_DEFAULT };
      double best = 1e9;
      for (int round = 0; round < 3; round++) { /* the machine may be busy */
        vt_normal out;
        const double begin = seconds();
        assert_int_equal(vt_normalize(&vt_alloc_heap, text, LEN / n * n, &o, &out, NULL), 0);
        const double took = seconds() - begin;
        if (took < best) best = took;
        vt_normal_free(&vt_alloc_heap, &out);
      }
      print_message("1 MB of row %zu, form %d: %.1f ms\n", i, form, best * 1e3);
      if (VT_TIMED) assert_true(best < 0.5); /* the promise is 50 ms on a quiet machine */
    }
  }
  free(text);
}

int main(void)
{
  const struct CMUnitTest tests[] = { cmocka_unit_test(clean_text_is_copied_once),
                                      cmocka_unit_test(decomposed_text_fits),
                                      cmocka_unit_test(marks_in_worst_order_are_linear) };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
