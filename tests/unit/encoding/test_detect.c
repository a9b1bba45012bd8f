/* test_detect.c - guesses for one text in every encoding, and for what is not Vietnamese. */
#include "vt_encoding.h"
#include "vt_test.h"

static const char text[] =
    "Chính phủ nước Cộng hoà xã hội chủ nghĩa Việt Nam ban hành nghị định quy định chi tiết một số "
    "điều của luật, giao các bộ, cơ quan ngang bộ và uỷ ban nhân dân các tỉnh, thành phố hướng dẫn "
    "thi hành kể từ ngày ký; những quy định trước đây trái với văn bản này đều bãi bỏ.";

static int collect(void *user, const char *bytes, size_t len)
{
  vitext_buffer *b = user;
  memcpy(b->data + b->len, bytes, len);
  b->len += len;
  return 0;
}

static void every_encoding_is_recognised(void **state)
{
  (void)state;
  static char bytes[4096];
  for (vitext_encoding e = VITEXT_ENC_UTF8; e <= VITEXT_ENC_VPS; e++) {
    vitext_buffer b = { bytes, sizeof bytes, 0 };
    vitext_guess g[8];
    if (e == VITEXT_ENC_TCVN3_CAPS) continue; /* the same bytes */
    assert_int_equal(
        vt_encode(&vt_alloc_heap, e, (vt_text){ text, sizeof text - 1 }, NULL, NULL, collect, &b),
        0);
    assert_true(vt_detect(bytes, b.len, g, 8) >= 1);
    if (g[0].encoding != e || g[0].percent < 80)
      fail_msg("%d: %d with %u", e, g[0].encoding, g[0].percent);
  }
}

typedef struct row {
  const char *name, *bytes;
  size_t len;
  vitext_encoding expected;
} row;
#define BYTES(s) s, sizeof(s) - 1

static const row rows[] = {
  { "empty", BYTES(""), VITEXT_ENC_UTF8 },
  { "English", BYTES("What is it to you? I don't go. He said: no. Let me be. So? Do it."),
    VITEXT_ENC_UTF8 },
  { "English with dd", BYTES("Add it to the ladder; the teddy's odd."), VITEXT_ENC_UTF8 },
  { "code", BYTES("a^2 + b^2 = c^2; i++; (o+u)*e~"), VITEXT_ENC_UTF8 },
  { "French", BYTES("L'été dernier, nous étions à Besançon où la forêt brûlait."),
    VITEXT_ENC_UTF8 },
  { "bom",
    BYTES("\xEF\xBB\xBF"
          "abc"),
    VITEXT_ENC_UTF8 },
  { "utf-16 bom",
    BYTES("\xFF\xFE"
          "a\0"),
    VITEXT_ENC_UTF16LE },
  { "utf-32 bom", BYTES("\xFF\xFE\0\0a\0\0\0"), VITEXT_ENC_UTF32LE },
  { "utf-8 cut off", BYTES("Việt Nam, Tiế\xE1\xBA"), VITEXT_ENC_UTF8 },
};

static void rows_are_recognised(void **state)
{
  (void)state;
  for (size_t i = 0; i < COUNT_OF(rows); i++) {
    vitext_guess g[2] = { { 0, 0 } };
    assert_true(vt_detect(rows[i].bytes, rows[i].len, g, 2) >= 1);
    if (g[0].encoding != rows[i].expected) fail_msg("%s: %d", rows[i].name, g[0].encoding);
  }
  vitext_guess none;
  assert_int_equal(vt_detect("", 0, &none, 0), 0);
}

static void few_words_give_little(void **state)
{
  (void)state;
  vitext_guess g[1];
  vt_detect("Vi\xD6t", 4, g, 1);
  assert_int_equal(g[0].encoding, VITEXT_ENC_TCVN3);
  assert_in_range(g[0].percent, 1, 40);
}

int main(void)
{
  const struct CMUnitTest tests[] = { cmocka_unit_test(every_encoding_is_recognised),
                                      cmocka_unit_test(rows_are_recognised),
                                      cmocka_unit_test(few_words_give_little) };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
