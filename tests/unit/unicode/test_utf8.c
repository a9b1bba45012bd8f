/* test_utf8.c - reading, writing and counting characters. */
#include <string.h>
#include "vt_test.h"
#include "vt_utf8.h"

static void walking_and_putting_agree(void **state)
{
  (void)state;
  for (uint32_t cp = 0; cp < 0x110000; cp++) {
    char bytes[4];
    if (cp >= 0xD800 && cp < 0xE000) continue;
    const size_t n = vt_utf8_put(cp, bytes);
    uint32_t at = 0, back = (uint32_t)n;
    assert_int_equal(vt_utf8_valid(bytes, n), n);
    assert_int_equal(vt_utf8_valid(bytes, n - 1), 0);
    assert_int_equal(vt_utf8_next(bytes, &at), cp);
    assert_int_equal(at, n);
    assert_int_equal(vt_utf8_prev(bytes, &back), cp);
    assert_int_equal(back, 0);
  }
}

/* One of each length, so that every place of a block holds every byte of every character. */
static const char mixed[] = "a\xC3\xA1\xE1\xBA\xA1\xF0\x9F\x98\x80";

static vt_utf8_counts count_slowly(const char *bytes, size_t len)
{
  vt_utf8_counts n = { 0, 0 };
  for (size_t i = 0; i < len; i++) {
    const unsigned char b = (unsigned char)bytes[i];
    n.characters += (b & 0xC0) != 0x80;
    n.fours += b >= 0xF0;
  }
  return n;
}

static void counting_agrees_with_looking(void **state)
{
  (void)state;
  enum { PART = sizeof mixed - 1, LEN = PART * 1000 };
  static char text[LEN];
  for (size_t i = 0; i < LEN; i += PART) memcpy(text + i, mixed, PART);
  for (size_t begin = 0; begin < 40; begin++) {
    for (size_t len = 0; begin + len <= LEN; len += len < 600 ? 1 : 991) {
      const vt_utf8_counts want = count_slowly(text + begin, len);
      const vt_utf8_counts got = vt_utf8_count(text + begin, len);
      if (want.characters != got.characters || want.fours != got.fours)
        fail_msg("%zu bytes from %zu", len, begin);
    }
  }
  const vt_utf8_counts none = vt_utf8_count(NULL, 0);
  assert_true(none.characters == 0 && none.fours == 0);
}

static void every_byte_counts(void **state)
{
  (void)state;
  char text[5000];
  for (int b = 0; b < 256; b++) {
    memset(text, b, sizeof text);
    const vt_utf8_counts got = vt_utf8_count(text, sizeof text);
    const vt_utf8_counts want = count_slowly(text, sizeof text);
    assert_int_equal(got.characters, want.characters);
    assert_int_equal(got.fours, want.fours);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = { cmocka_unit_test(walking_and_putting_agree),
                                      cmocka_unit_test(counting_agrees_with_looking),
                                      cmocka_unit_test(every_byte_counts) };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
