/* test_style.c - tone placement: every syllable keeps its key and its case, and goes there and
 * back. */
#include "vt_spelling.h"
#include "vt_style.h"
#include "vt_test.h"

static unsigned letters_of(vt_key key, unsigned toned, vt_letter *letters)
{
  unsigned count = 0;
  for (; count < VT_STYLE_LETTERS && vt_key_letter(key, count) != 0; count++) {
    letters[count] = (vt_letter){ .code = (uint8_t)vt_key_letter(key, count) };
    if (count == toned) letters[count].tone = key & VT_KEY_TONE_MASK;
  }
  return count;
}

static void every_place_is_put_right(void **state)
{
  (void)state;
  uint32_t at = 0, differ = 0;
  for (vt_key key; (key = vt_spelling_each(&at)) != 0;) {
    vt_spelling s;
    assert_true(vt_spelling_of(key, &s));
    if ((key & VT_KEY_TONE_MASK) == 0) continue;
    if (s.tone_old != s.tone_new) differ++;
    for (unsigned wrong = 0; wrong < VT_STYLE_LETTERS; wrong++) {
      vt_letter letters[VT_STYLE_LETTERS];
      const unsigned count = letters_of(key, wrong, letters);
      if (wrong >= count) break;
      assert_int_equal(vt_style_place(letters, count, VITEXT_STYLE_OLD), wrong != s.tone_old);
      assert_int_equal(letters[s.tone_old].tone, key & VT_KEY_TONE_MASK);
      assert_int_equal(vt_style_place(letters, count, VITEXT_STYLE_NEW), s.tone_old != s.tone_new);
      assert_int_equal(letters[s.tone_new].tone, key & VT_KEY_TONE_MASK);
    }
  }
  assert_in_range(differ, 3 * 15 * 5, 3 * 25 * 5); /* oa oe uy, and the onsets with a glide */
}

static void long_and_odd_words_stay(void **state)
{
  (void)state;
  vt_letter eight[8] = { { VT_H, 0, 0 }, { VT_O, 1, 0 }, { VT_A, 0, 0 } };
  assert_false(vt_style_place(eight, 8, VITEXT_STYLE_NEW));
  assert_false(vt_style_place(eight, 0, VITEXT_STYLE_NEW));
  eight[2].tone = 1; /* two tones */
  assert_false(vt_style_place(eight, 3, VITEXT_STYLE_NEW));
}

int main(void)
{
  const struct CMUnitTest tests[] = { cmocka_unit_test(every_place_is_put_right),
                                      cmocka_unit_test(long_and_odd_words_stay) };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
