/* test_order.c - Vietnamese order: tones in their order, letters of the alphabet apart. */
#include "vt_normal.h"
#include "vt_test.h"

static const char *const sorted[] = { "",    "a", "à", "ả", "ã",  "á", "ạ", "an", "ă",
                                      "ằ",   "â", "b", "c", "ch", "d", "đ", "e",  "ê",
                                      "hòa", "i", "o", "ô", "ơ",  "u", "ư", "x",  "y" };

static void keys_and_comparing_agree(void **state)
{
  (void)state;
  int32_t order;
  if (vt_order_compare("", 0, "", 0, &order) == VITEXT_E_UNSUPPORTED) skip();
  for (size_t i = 0; i < COUNT_OF(sorted); i++) {
    for (size_t k = 0; k < COUNT_OF(sorted); k++) {
      char ki[300], kk[300];
      vitext_buffer bi = { ki, sizeof ki, 0 }, bk = { kk, sizeof kk, 0 };
      const size_t li = strlen(sorted[i]), lk = strlen(sorted[k]);
      assert_int_equal(vt_order_compare(sorted[i], li, sorted[k], lk, &order), VITEXT_OK);
      assert_int_equal(order, (i > k) - (i < k));
      assert_int_equal(vt_order_key(&vt_alloc_heap, sorted[i], li, &bi), VITEXT_OK);
      assert_int_equal(vt_order_key(&vt_alloc_heap, sorted[k], lk, &bk), VITEXT_OK);
      const size_t shorter = bi.len < bk.len ? bi.len : bk.len;
      int by_key = memcmp(ki, kk, shorter);
      if (by_key == 0) by_key = (bi.len > bk.len) - (bi.len < bk.len);
      assert_int_equal((by_key > 0) - (by_key < 0), order);
    }
  }
}

static void small_buffers_say_what_is_needed(void **state)
{
  (void)state;
  char key[4];
  vitext_buffer none = { NULL, 0, 0 }, small = { key, sizeof key, 0 };
  if (vt_order_key(&vt_alloc_heap, "", 0, &none) == VITEXT_E_UNSUPPORTED) skip();
  assert_int_equal(vt_order_key(&vt_alloc_heap, "nguyễn", 8, &none), VITEXT_E_NO_SPACE);
  assert_int_equal(vt_order_key(&vt_alloc_heap, "nguyễn", 8, &small), VITEXT_E_NO_SPACE);
  assert_true(none.len > 4 && none.len == small.len);
}

int main(void)
{
  const struct CMUnitTest tests[] = { cmocka_unit_test(keys_and_comparing_agree),
                                      cmocka_unit_test(small_buffers_say_what_is_needed) };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
