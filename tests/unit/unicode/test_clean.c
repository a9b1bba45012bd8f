/* test_clean.c - the vector scan gives what the scalar one gives, wherever an odd byte stands. */
#include "vt_clean.h"
#include "vt_test.h"
#include "vt_utf8.h"

static const char sample[] = "Nguyễn Phú Trọng – “tổng bí thư”, Đảng Cộng sản Việt Nam; 5 ₫ Ư Ơ ă đ";

static uint32_t random_state = 7;
static uint32_t random_below(uint32_t n)
{
  random_state = random_state * 1664525u + 1013904223u;
  return (random_state >> 8) % n;
}

static void check(const char *s, size_t len)
{
  for (int plain = 0; plain < 2; plain++) {
    const size_t scalar = vt_clean_len_portable(s, len, plain != 0);
    assert_int_equal(vt_clean_len(s, len, plain != 0), scalar);
    assert_int_equal(vt_utf8_valid(s, scalar), scalar);
  }
}

static void odd_bytes_are_found(void **state)
{
  (void)state;
  char text[300];
  for (size_t i = 0; i < sizeof text; i++) text[i] = sample[i % (sizeof sample - 1)];
  for (size_t len = 0; len < sizeof text; len++) check(text, len);
  for (int round = 0; round < 200000; round++) {
    const size_t begin = random_below(40), len = random_below((uint32_t)(sizeof text - begin));
    const size_t at = random_below(sizeof text), more = random_below(sizeof text);
    const char was = text[at], was_more = text[more];
    text[at] = (char)random_below(256);
    if (round % 3 == 0) text[more] = (char)(0x80 + random_below(128));
    check(text + begin, len);
    text[more] = was_more;
    text[at] = was;
  }
}

/* Every pair and every E1, E2 triple between clean bytes, so at each distance from a block's edge. */
static void all_pairs_agree(void **state)
{
  (void)state;
  for (unsigned pair = 0; pair < 0x10000; pair++) {
    char text[128];
    memset(text, 'a', sizeof text);
    const size_t at = 20 + pair % 61;
    text[at] = (char)(pair >> 8);
    text[at + 1] = (char)pair;
    check(text, sizeof text);
    memmove(text + at + 1, text + at, 2);
    text[at] = (char)(pair % 2 != 0 ? 0xE1 : 0xE2);
    check(text, sizeof text);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = { cmocka_unit_test(odd_bytes_are_found),
                                      cmocka_unit_test(all_pairs_agree) };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
