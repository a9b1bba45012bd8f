/* test_case.c - the guess of capitals in text without case: weights by key, tags of a row of words.
 * What the built-in weights make of names: test_segment.c. */
#include <string.h>
#include "vt_case.h"
#include "vt_test.h"

enum { WORDS = 5, FIRST = VT_LEFT, END = VT_LEFT + WORDS };
static uint16_t slots[VT_CASE_SLOTS];
static const vt_case_weights weights = { slots, -3 };

/* Five words of symbols of their own, and no weight but that of any capital. */
static vt_block five_words(void)
{
  vt_block b;
  memset(&b, 0, sizeof b);
  b.count = WORDS;
  for (uint32_t i = 0; i < VT_ROOM; i++) b.sym[i] = VT_SYM_EDGE;
  for (uint32_t i = FIRST; i < END; i++) {
    b.sym[i] = (uint16_t)(VT_SYM_SPELLING + i);
    b.shape[i] = VT_SHAPE_NOCASE;
  }
  for (uint32_t i = 0; i < VT_CASE_SLOTS; i++) slots[i] = vt_case_slot(0, 0);
  return b;
}

/* Give key k of token i a weight, in slot at of its bucket. */
static void put(const vt_block *b, uint32_t i, int k, int at, int weight)
{
  uint32_t keys[VT_CASE_KEYS];
  vt_case_keys(b, i, keys);
  slots[vt_case_bucket(keys[k]) + (uint32_t)at] = vt_case_slot(keys[k], weight);
}

static void expect(vt_block b, const char *names)
{
  vt_case_guess(&b, &weights, FIRST, END);
  for (uint32_t i = 0; i < WORDS; i++) {
    const uint8_t shape = b.shape[FIRST + i];
    assert_int_equal(shape == VT_SHAPE_NAME || shape == VT_SHAPE_NAME_FOREIGN, names[i] == 'N');
  }
}

static void test_alone(void **state)
{
  (void)state;
  vt_block b = five_words();
  expect(b, ".....");
  put(&b, FIRST + 1, 0, 2, 4); /* more than a capital costs */
  put(&b, FIRST + 3, 0, 3, 2); /* less */
  expect(b, ".N...");
  b.shape[FIRST + 1] = VT_SHAPE_NUMBER; /* no word: no capital, whatever its weights */
  expect(b, ".....");
}

static void test_behind(void **state)
{
  (void)state;
  vt_block b = five_words();
  put(&b, FIRST + 1, 0, 0, 4);
  put(&b, FIRST + 2, VT_CASE_ALONE, 0, 4); /* counts behind a capital only */
  put(&b, FIRST + 4, VT_CASE_ALONE, 0, 5); /* less than two capitals cost */
  expect(b, ".NN..");
}

/* What two words bear together outweighs what each costs. */
static void test_together(void **state)
{
  (void)state;
  vt_block b = five_words();
  put(&b, FIRST + 3, VT_CASE_ALONE, 0, 7);
  expect(b, "..NN.");
}

static void test_foreign(void **state)
{
  (void)state;
  vt_block b = five_words();
  b.shape[FIRST] = VT_SHAPE_NOCASE_FOREIGN;
  put(&b, FIRST, 0, 0, 31);
  vt_case_guess(&b, &weights, FIRST, END);
  assert_int_equal(b.shape[FIRST], VT_SHAPE_NAME_FOREIGN);
}

/* A weight of the same bucket and another mark is another's. */
static void test_marks(void **state)
{
  (void)state;
  vt_block b = five_words();
  uint32_t keys[VT_CASE_KEYS];
  vt_case_keys(&b, FIRST, keys);
  const uint32_t other = keys[0] ^ 1u << (VT_CASE_KEY_BITS - 1);
  assert_int_equal(vt_case_bucket(other), vt_case_bucket(keys[0]));
  slots[vt_case_bucket(other)] = vt_case_slot(other, 31);
  expect(b, ".....");
}

int main(void)
{
  const struct CMUnitTest tests[] = { cmocka_unit_test(test_alone), cmocka_unit_test(test_behind),
                                      cmocka_unit_test(test_together),
                                      cmocka_unit_test(test_foreign),
                                      cmocka_unit_test(test_marks) };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
