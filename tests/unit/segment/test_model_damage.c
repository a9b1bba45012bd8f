/* test_model_damage.c - a small model damaged at every byte: refused, or, where the checksum is
 * made to fit, opened and harmless. */
#include <stdlib.h>
#include <string.h>
#include "vt_bytes.h"
#include "vt_lexicon.h"
#include "vt_model.h"
#include "vt_test.h"

static unsigned char *bytes;
static size_t len;

static vt_text text;
static vt_tokens tokens;
static vt_runs sentences;

static vitext_status open_copy(size_t size, vt_model **m)
{
  vitext_error error = { 0 };
  const vitext_status st =
      vt_model_open(&vt_alloc_heap, vt_lexicon_builtin(), bytes, size, m, &error);
  if (st == VITEXT_OK) return st;
  assert_null(*m);
  assert_int_equal(st, VITEXT_E_DATA);
  assert_int_equal(error.status, VITEXT_E_DATA);
  return st;
}

/* Every token is in one word, in order, whatever the weights are. */
static void use(const vt_model *m)
{
  for (int32_t c = VITEXT_CONVENTION_UD; c <= VITEXT_CONVENTION_VLSP; c++) {
    vt_runs words;
    uint32_t next = 0;
    assert_int_equal(vt_words_find(&vt_alloc_heap, vt_lexicon_builtin(), m, NULL, c, text, &tokens,
                                   &sentences, &words),
                     VITEXT_OK);
    for (uint32_t i = 0; i < words.count; i++) {
      assert_int_equal(words.items[i].first, next);
      assert_true(words.items[i].count > 0);
      next += words.items[i].count;
    }
    assert_int_equal(next, tokens.count);
    vt_runs_free(&vt_alloc_heap, &words);
  }
}

static void test_whole(void **state)
{
  (void)state;
  vt_model *m;
  assert_int_equal(open_copy(len, &m), VITEXT_OK);
  use(m);
  vt_model_free(&vt_alloc_heap, m);
}

static void test_cut(void **state)
{
  (void)state;
  vt_model *m;
  for (size_t n = 0; n < len; n++) assert_int_equal(open_copy(n, &m), VITEXT_E_DATA);
}

/* A byte too many is no model either. */
static void test_longer(void **state)
{
  (void)state;
  vt_model *m;
  unsigned char *whole = bytes;
  bytes = calloc(len + 1, 1);
  assert_non_null(bytes);
  memcpy(bytes, whole, len);
  assert_int_equal(open_copy(len + 1, &m), VITEXT_E_DATA);
  free(bytes);
  bytes = whole;
}

static void test_flips(void **state)
{
  (void)state;
  for (size_t i = 0; i < len; i++) {
    vt_model *m;
    const unsigned char flip = i % 2 == 0 ? 0x01 : 0xFF;
    bytes[i] ^= flip;
    assert_int_equal(open_copy(len, &m), VITEXT_E_DATA);
    bytes[i] ^= flip;
  }
}

static void refit(unsigned char crc[4])
{
  const uint32_t fits = vt_crc32(bytes + 16, len - 16);
  for (size_t k = 0; k < 4; k++) crc[k] = (unsigned char)(fits >> 8 * k);
}

static void test_forged(void **state)
{
  (void)state;
  size_t opened = 0, refused = 0;
  for (size_t i = 16; i < len; i++) {
    vt_model *m;
    bytes[i] ^= 0xFF;
    refit(bytes + 12);
    if (open_copy(len, &m) == VITEXT_OK) {
      opened++;
      use(m);
      vt_model_free(&vt_alloc_heap, m);
    } else {
      refused++;
    }
    bytes[i] ^= 0xFF;
  }
  refit(bytes + 12);
  print_message("forged: %zu opened, %zu refused\n", opened, refused);
  assert_true(opened > 0 && refused > 0);
}

int main(void)
{
  static const char sample[] = "Ban Chấp hành Trung ương Đảng khóa XIII họp Hội nghị lần thứ tám "
                               "tại Hà Nội. Các tỉnh ủy, thành ủy quán triệt và thực hiện "
                               "nghiêm túc Kết luận số 21-KL/TW.";
  text = (vt_text){ sample, sizeof sample - 1 };
  const vt_lexicon *lex = vt_lexicon_builtin();
  if (vt_file_read(MODEL, &vt_alloc_heap, &bytes, &len) != VITEXT_OK ||
      vt_tokens_find(&vt_alloc_heap, lex, text, &tokens) != VITEXT_OK ||
      vt_sentences_find(&vt_alloc_heap, lex, text, &tokens, &sentences) != VITEXT_OK)
    return 1;
  const struct CMUnitTest tests[] = { cmocka_unit_test(test_whole), cmocka_unit_test(test_cut),
                                      cmocka_unit_test(test_longer), cmocka_unit_test(test_flips),
                                      cmocka_unit_test(test_forged) };
  const int failed = cmocka_run_group_tests(tests, NULL, NULL);
  vt_runs_free(&vt_alloc_heap, &sentences);
  vt_tokens_free(&vt_alloc_heap, &tokens);
  vt_release(&vt_alloc_heap, bytes, len + 1);
  return failed;
}
