/* test_case.c - the guess of capitals in text without case: weights by key, tags of a row of words,
 * and what the built-in weights make of names. */
#include <string.h>
#include "vt_case.h"
#include "vt_lexicon.h"
#include "vt_segment.h"
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

static void check_words(const char *input, const char *expected)
{
  const vt_lexicon *lex = vt_lexicon_builtin();
  const vt_text text = { input, (uint32_t)strlen(input) };
  vt_tokens tokens = { 0 };
  vt_runs sentences = { 0 }, words = { 0 };
  char got[512], *to = got;
  assert_int_equal(vt_tokens_find(&vt_alloc_heap, lex, text, &tokens), VITEXT_OK);
  assert_int_equal(vt_sentences_find(&vt_alloc_heap, lex, text, &tokens, &sentences), VITEXT_OK);
  assert_int_equal(vt_words_find(&vt_alloc_heap, lex, vt_model_builtin(), NULL,
                                 VITEXT_CONVENTION_VLSP, text, &tokens, &sentences, &words),
                   VITEXT_OK);
  for (uint32_t i = 0; i < words.count; i++) {
    const vt_nspan span = vt_run_span(&tokens, words.items[i]);
    if (i > 0) *to++ = ' ';
    for (uint32_t k = span.begin; k < span.end; k++) *to++ = input[k] == ' ' ? '_' : input[k];
  }
  *to = '\0';
  assert_string_equal(got, expected);
  vt_tokens_free(&vt_alloc_heap, &tokens);
  vt_runs_free(&vt_alloc_heap, &sentences);
  vt_runs_free(&vt_alloc_heap, &words);
}

static void test_names(void **state)
{
  (void)state;
  static const char *const rows[][2] = {
    { "đồng chí lê đức thọ về thăm huyện củ chi.", "đồng_chí lê_đức_thọ về thăm huyện củ_chi ." },
    { "anh đỗ quang minh là giám đốc.", "anh đỗ_quang_minh là giám_đốc ." },
    { "theo cô vũ hồng nhung, trường đã đóng cửa.",
      "theo cô vũ_hồng_nhung , trường đã đóng_cửa ." },
    { "bác sĩ hoàng bảo châu ở mù cang chải.", "bác_sĩ hoàng_bảo_châu ở mù_cang_chải ." },
    { "ÔNG TRẦN QUỐC TUẤN LÀM BÍ THƯ HUYỆN ỦY ĐÔNG TRIỀU",
      "ÔNG TRẦN_QUỐC_TUẤN LÀM BÍ_THƯ HUYỆN_ỦY ĐÔNG_TRIỀU" },
  };
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) check_words(rows[i][0], rows[i][1]);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(test_alone),   cmocka_unit_test(test_behind), cmocka_unit_test(test_together),
    cmocka_unit_test(test_foreign), cmocka_unit_test(test_marks),  cmocka_unit_test(test_names)
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
