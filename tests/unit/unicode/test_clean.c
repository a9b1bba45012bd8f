/* test_clean.c - the vector scan gives what the scalar one gives, wherever an odd byte stands. */
#include "vt_clean.h"
#include "vitext.h"
#include "vt_compose.h"
#include "vt_repair.h"
#include "vt_test.h"
#include "vt_utf8.h"

static const char sample[] = "Nguyễn Phú Trọng – “tổng bí thư”, Đảng Cộng sản Việt Nam; 5 ₫ Ư Ơ ă đ";

static uint32_t random_state = 7;
static uint32_t random_below(uint32_t n)
{
  random_state = random_state * 1664525u + 1013904223u;
  return (random_state >> 8) % n;
}

enum { ROOM = 300 };

static void check(const char *s, size_t len)
{
  for (int plain = 0; plain < 2; plain++) {
    char to[ROOM + 1];
    const size_t scalar = vt_clean_len(s, len, plain != 0);
    to[len] = '#';
    assert_int_equal(vt_clean_copy(to, s, len, plain != 0), scalar);
    assert_memory_equal(to, s, scalar);
    assert_int_equal(to[len], '#');
    assert_int_equal(vt_utf8_valid(s, scalar), scalar);
  }
}

static void odd_bytes_are_found(void **state)
{
  (void)state;
  char text[ROOM];
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

/* What utf8proc would do with a clean character alone and behind another: nothing. */
static void clean_characters_stay(void **state)
{
  (void)state;
  size_t clean = 0;
  for (uint32_t cp = 1; cp < 0x110000; cp++) {
    char text[8] = "a";
    if (cp - 0xD800 < 0x800) continue;
    const size_t n = 1 + vt_utf8_put(cp, text + 1);
    if (vt_clean_character(text + 1, n - 1, false) == 0) continue;
    clean++;
    vt_cluster c;
    c.count = 0;
    vt_cluster_add(&c, cp, VITEXT_FORM_NFC);
    vt_cluster_finish(&c, VITEXT_FORM_NFC);
    const bool same = c.count == 1 && c.cps[0] == (int32_t)cp;
    if (!same || !vt_cluster_begins(cp, 0x1100, VITEXT_FORM_NFC)) fail_msg("U+%04X", cp);
    if (vt_repair_character(cp, VITEXT_REPAIR_DEFAULT) != cp || vt_repair_removes(cp) ||
        vt_repair_clone(cp) != 0 || vt_repair_lookalike(vt_base_of(cp)) != 0)
      fail_msg("U+%04X is repaired", cp);
  }
  print_message("%zu clean characters\n", clean);
  assert_true(clean > 35000);
}

int main(void)
{
  const struct CMUnitTest tests[] = { cmocka_unit_test(clean_characters_stay),
                                      cmocka_unit_test(odd_bytes_are_found),
                                      cmocka_unit_test(all_pairs_agree) };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
