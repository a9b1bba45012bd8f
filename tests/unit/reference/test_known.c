/* test_known.c - tables of known documents: read, refused, found. */
#include "vt_refscan.h"
#include <stdio.h>
#include "vt_test.h"

static const struct {
  const char *name, *tsv;
  vitext_status status;
  uint32_t line;
} opened[] = {
  { "empty", "", VITEXT_OK, 0 },
  { "comment and blank lines", "# ids\n\n", VITEXT_OK, 0 },
  { "no line end at the end", "vn:luat:dat-dai@2024\tvn:luat:31/2024/qh15", VITEXT_OK, 0 },
  { "CRLF", "vn:chi-thi:5\ta b\r\n", VITEXT_OK, 0 },
  { "no tab", "vn:chi-thi:5\n", VITEXT_E_DATA, 1 },
  { "no id", "\tx\n", VITEXT_E_DATA, 1 },
  { "no ids behind the tab", "# a\nvn:chi-thi:5\t\n", VITEXT_E_DATA, 2 },
  { "blank in the id", "vn:chi thi:5\tx\n", VITEXT_E_DATA, 1 },
};

static void test_open(void **state)
{
  (void)state;
  for (size_t i = 0; i < COUNT_OF(opened); i++) {
    vt_known *k = NULL;
    vitext_error err = { 0 };
    const vitext_status st =
        vt_known_open(&vt_alloc_heap, opened[i].tsv, strlen(opened[i].tsv), &k, &err);
    if (st != opened[i].status || err.offset != opened[i].line)
      fail_msg("%s: status %d, line %u", opened[i].name, (int)st, (unsigned)err.offset);
    vt_known_free(k);
  }
}

static void test_find(void **state)
{
  (void)state;
  static const char TSV[] = "vn:chi-thi:5\told\nvn:nghi-quyet:18\ta b  c\nvn:chi-thi:5\tnew\n";
  vt_known *k;
  assert_int_equal(vt_known_open(&vt_alloc_heap, TSV, sizeof TSV - 1, &k, NULL), VITEXT_OK);
  vitext_list ids = vt_known_find(k, "vn:nghi-quyet:18#dieu-1", 16);
  assert_string_equal(ids[0], "a");
  assert_string_equal(ids[2], "c");
  assert_null(ids[3]);
  assert_string_equal(vt_known_find(k, "vn:chi-thi:5", 12)[0], "new"); /* the later row wins */
  assert_null(vt_known_find(k, "vn:chi-thi:6", 12));
  assert_null(vt_known_find(NULL, "vn:chi-thi:5", 12));
  vt_known_free(k);
}

/* A second table adds, over the first where an id stands in both, and the look-up grows with it. */
static void test_add(void **state)
{
  (void)state;
  static const char FIRST[] = "vn:chi-thi:5\told\nvn:nghi-quyet:18\ta\n";
  static const char DAMAGED[] = "vn:chi-thi:7\tx\nno tab\n";
  vt_known *k;
  char second[4096] = "vn:chi-thi:5\tnew\n";
  for (int i = 100; i < 200; i++) {
    char row[32];
    (void)snprintf(row, sizeof row, "vn:luat:%d\tid%d\n", i, i);
    strcat(second, row);
  }
  assert_int_equal(vt_known_open(&vt_alloc_heap, FIRST, sizeof FIRST - 1, &k, NULL), VITEXT_OK);
  assert_int_equal(vt_known_add(k, second, strlen(second), NULL), VITEXT_OK);
  assert_string_equal(vt_known_find(k, "vn:chi-thi:5", 12)[0], "new");
  assert_string_equal(vt_known_find(k, "vn:nghi-quyet:18", 16)[0], "a");
  assert_string_equal(vt_known_find(k, "vn:luat:100", 11)[0], "id100");
  assert_string_equal(vt_known_find(k, "vn:luat:199", 11)[0], "id199");
  vitext_error err = { 0 };
  assert_int_equal(vt_known_add(k, DAMAGED, sizeof DAMAGED - 1, &err), VITEXT_E_DATA);
  assert_int_equal(err.offset, 2);
  vt_known_free(k);
}

static void test_memory(void **state)
{
  (void)state;
  static const char TSV[] = "vn:chi-thi:5\ta b\nvn:chi-thi:6\tc\n";
  test_heap heap;
  const vt_alloc a = test_heap_alloc(&heap);
  for (long n = 0;; n++) {
    vt_known *k = NULL;
    heap.left = n;
    const vitext_status st = vt_known_open(&a, TSV, sizeof TSV - 1, &k, NULL);
    if (st == VITEXT_OK) {
      assert_true(n > 0);
      vt_known_free(k);
      assert_int_equal(heap.live, 0);
      return;
    }
    assert_int_equal(st, VITEXT_E_MEMORY);
    assert_int_equal(heap.live, 0);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(test_open),
    cmocka_unit_test(test_find),
    cmocka_unit_test(test_add),
    cmocka_unit_test(test_memory),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
