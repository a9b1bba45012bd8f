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

/* Of this process alone: others may be busy. */
static double seconds(void)
{
  struct timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static double best_of_three(const char *text, size_t len, int32_t form)
{
  const vt_normal_options o = { .form = form, .repair = VITEXT_REPAIR_DEFAULT };
  double best = 1e9;
  for (int round = 0; round < 3; round++) {
    vt_normal out;
    const double begin = seconds();
    assert_int_equal(vt_normalize(&vt_alloc_heap, text, len, &o, &out, NULL), 0);
    const double took = seconds() - begin;
    if (took < best) best = took;
    vt_normal_free(&vt_alloc_heap, &out);
  }
  return best;
}

/* Marks of falling class, so that sorting would have to move each over all before it; runs that end
 * just before they are too long to sort; marks that are made of others; marks behind blanks, behind
 * letters of other scripts, and behind what is removed. */
static const struct worst {
  const char *name, *head, *part;
} worst[] = {
  { "above, below", "", "\xCC\x81\xCC\xA3" },
  { "below, above", "", "\xCC\xA3\xCC\x81" },
  { "double below, attached", "", "\xCD\xA2\xCC\xA1" },
  { "one mark", "", "\xCC\x80" },
  { "one base, falling classes", "a",
    "\xCD\x85\xCD\x9D\xCC\x95\xCC\x80\xCC\xA3\xCC\x9B\xCC\xA1\xCC\xB4" },
  { "one base, classes by turns", "a", "\xCC\x81\xCC\xA3" },
  { "e with three", "", "e\xCC\x81\xCC\xA3\xCC\x9B" },
  { "o with two in order", "", "o\xCC\x9B\xCC\xA3" },
  { "o with two out of order", "", "o\xCC\xA3\xCC\x9B" },
  { "falling classes", "", "a\xCD\x85\xCD\x9D\xCC\x95\xCC\x80\xCC\xA3\xCC\x9B\xCC\xA1\xCC\xB4" },
  { "as long as is sorted", "",
    "a\xCC\x81\xCC\xA3\xCC\x9B\xCC\x81\xCC\xA3\xCC\x9B\xCC\x81\xCC\xA3\xCC\x9B\xCC\x81\xCC\xA3\xCC"
    "\x9B"
    "\xCC\x81\xCC\xA3\xCC\x9B\xCC\x81\xCC\xA3\xCC\x9B\xCC\x81\xCC\xA3\xCC\x9B\xCC\x81\xCC\xA3\xCC"
    "\x9B"
    "\xCC\x81\xCC\xA3\xCC\x9B\xCC\x81\xCC\xA3\xCC\x9B\xCC\x81" },
  { "marks made of two", "", "a\xCD\x84\xCC\xA3" },
  { "Hebrew points", "\xD7\x90", "\xD6\xB0\xD6\xB8\xD7\x81\xD6\xBC" },
  { "marks of music", "a", "\xF0\x9D\x85\xA5\xF0\x9D\x85\xAD" },
  { "blanks with marks", "", " \xCC\x81" },
  { "Cyrillic with marks", "", "\xD0\xB0\xCC\x81\xCC\xA3" },
  { "zero width between", "", "a\xE2\x80\x8B\xCC\x81\xE2\x80\x8B\xCC\xA3" },
  { "vowels of Tibetan", "", "\xE0\xBD\xB3\xE0\xBE\x90" },
};

static void marks_in_worst_order_are_linear(void **state)
{
  (void)state;
  enum { LEN = 1 << 20 };
  const double most = sizeof(void *) < 8 ? 0.2 : 0.05; /* 64 bits are two numbers there */
  char *text = malloc(LEN);
  size_t slow = 0;
  for (size_t i = 0; i < COUNT_OF(worst); i++) {
    const size_t n = strlen(worst[i].part);
    size_t len = strlen(worst[i].head);
    memcpy(text, worst[i].head, len);
    for (; len + n <= LEN; len += n) memcpy(text + len, worst[i].part, n);
    for (int32_t form = VITEXT_FORM_NFC; form <= VITEXT_FORM_NFKD; form++) {
      const double best = best_of_three(text, len, form);
      print_message("1 MB of %s, form %d: %.1f ms\n", worst[i].name, form, best * 1e3);
      slow += best >= most;
    }
  }
  free(text);
  if (VT_TIMED && slow > 0) fail_msg("%zu take more than %.0f ms", slow, most * 1e3);
}

int main(void)
{
  const struct CMUnitTest tests[] = { cmocka_unit_test(clean_text_is_copied_once),
                                      cmocka_unit_test(decomposed_text_fits),
                                      cmocka_unit_test(marks_in_worst_order_are_linear) };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
