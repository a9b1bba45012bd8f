/* test_case.c - the guess of capitals in text without case: weights of words and of neighbours,
 * tags of a row of words. What the built-in weights make of names: test_segment.c. */
#include <string.h>
#include "vt_case.h"
#include "vt_test.h"

enum { WORDS = 5, FIRST = VT_LEFT, END = VT_LEFT + WORDS };
enum { LAST = 0, SELF = 2, BEHIND = 3, NEXT = 4, NEXT2 = 6 }; /* weights of a word */
static int8_t words[(VT_SYM_SPELLING + VT_ROOM) * VT_CASE_WORD_WIDTH];
static uint32_t pairs[VT_CASE_SLOTS];
static const vt_case_weights weights = { words, pairs, -3 };

/* Five words of symbols of their own, and no weight but that of any capital. */
static vt_block five_words(void)
{
  vt_block b;
  memset(&b, 0, sizeof b);
  memset(words, 0, sizeof words);
  memset(pairs, 0, sizeof pairs);
  b.count = WORDS;
  for (uint32_t i = 0; i < VT_ROOM; i++) b.sym[i] = VT_SYM_EDGE;
  for (uint32_t i = FIRST; i < END; i++) {
    b.sym[i] = (uint16_t)(VT_SYM_SPELLING + i);
    b.shape[i] = VT_SHAPE_NOCASE;
  }
  return b;
}

/* Give word i of the block a weight. */
static void put(const vt_block *b, uint32_t i, int which, int weight)
{
  words[b->sym[FIRST + i] * VT_CASE_WORD_WIDTH + which] = (int8_t)weight;
}

/* Give words i - 1 and i weights, in slot at of their bucket. */
static void put_pair(const vt_block *b, uint32_t i, int at, const int w[VT_CASE_PAIR_WIDTH])
{
  static const uint8_t bits[VT_CASE_PAIR_WIDTH] = VT_CASE_PAIR_BITS;
  const uint32_t key = vt_case_key(b->sym[FIRST + i - 1], b->sym[FIRST + i]);
  uint32_t slot = vt_case_mark(key);
  for (int k = 0, shift = 0; k < VT_CASE_PAIR_WIDTH; shift += bits[k], k++)
    slot |= ((uint32_t)w[k] & ((1u << bits[k]) - 1)) << shift;
  pairs[vt_case_bucket(key) + (uint32_t)at] = slot;
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
  put(&b, 1, SELF, 4); /* more than a capital costs */
  put(&b, 3, SELF, 2); /* less */
  expect(b, ".N...");
  b.shape[FIRST + 1] = VT_SHAPE_NUMBER; /* no word: no capital, whatever its weights */
  expect(b, ".....");
}

/* A word speaks for those around it too. */
static void test_around(void **state)
{
  static const struct {
    int which;
    const char *names;
  } rows[] = { { SELF, "..N.." }, { NEXT, "...N." }, { NEXT2, "....N" }, { LAST, ".N..." } };
  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
    vt_block b = five_words();
    put(&b, 2, rows[i].which, 4);
    expect(b, rows[i].names);
  }
}

static void test_behind(void **state)
{
  (void)state;
  vt_block b = five_words();
  put(&b, 1, SELF, 4);
  put(&b, 2, BEHIND, 4); /* counts behind a capital only */
  put(&b, 4, BEHIND, 5); /* less than two capitals cost */
  expect(b, ".NN..");
}

/* What two words bear together outweighs what each costs. */
static void test_together(void **state)
{
  (void)state;
  vt_block b = five_words();
  put(&b, 3, BEHIND, 7);
  expect(b, "..NN.");
}

/* So do two neighbours, for the token before them to the one behind, in any slot of their bucket.
 */
static void test_neighbours(void **state)
{
  static const struct {
    int w[VT_CASE_PAIR_WIDTH];
    const char *names;
  } rows[] = { { { 7, 0, 0, 0, 0 }, "N...." },    { { 0, 15, 0, 0, 0 }, ".N..." },
               { { 0, 0, 15, 0, 0 }, "..N.." },   { { 0, 0, 0, 0, 7 }, "...N." },
               { { 7, 4, 4, 0, 7 }, "NNNN." },    { { 0, 4, 0, 4, 0 }, ".NN.." },
               { { -8, 4, 4, -15, -8 }, ".N..." } /* not both: the first of two as good */ };
  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
    for (int at = 0; at < VT_CASE_BUCKET; at++) {
      vt_block b = five_words();
      put_pair(&b, 2, at, rows[i].w);
      expect(b, rows[i].names);
    }
  }
}

static void test_foreign(void **state)
{
  (void)state;
  vt_block b = five_words();
  b.shape[FIRST] = VT_SHAPE_NOCASE_FOREIGN;
  put(&b, 0, SELF, 31);
  vt_case_guess(&b, &weights, FIRST, END);
  assert_int_equal(b.shape[FIRST], VT_SHAPE_NAME_FOREIGN);
  b = five_words();
  b.sym[FIRST] = b.sym[FIRST + 2] = VT_SYM_RARE;
  b.shape[FIRST + 2] = VT_SHAPE_NOCASE_FOREIGN;
  words[VT_CASE_RARE_FOREIGN * VT_CASE_WORD_WIDTH + SELF] = 31; /* no rare syllable's */
  expect(b, "..N..");
}

/* A weight of the same bucket and another mark is another's. */
static void test_marks(void **state)
{
  (void)state;
  static const int w[VT_CASE_PAIR_WIDTH] = { 7, 15, 15, 15, 7 };
  vt_block b = five_words();
  put_pair(&b, 2, 1, w);
  for (uint32_t i = 0; i < VT_CASE_SLOTS; i++)
    if (pairs[i] != 0) pairs[i] ^= 1u << VT_CASE_MARK_SHIFT;
  expect(b, ".....");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(test_alone),      cmocka_unit_test(test_around),
    cmocka_unit_test(test_behind),     cmocka_unit_test(test_together),
    cmocka_unit_test(test_neighbours), cmocka_unit_test(test_foreign),
    cmocka_unit_test(test_marks)
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
