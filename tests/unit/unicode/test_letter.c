/* test_letter.c - the letter table against utf8proc, classes, case, keys, walking over UTF-8. */
#include <utf8proc.h>
#include "vt_letter.h"
#include "vt_test.h"
#include "vt_utf8.h"

static void letters_are_what_unicode_says(void **state)
{
  (void)state;
  int count = 0;
  for (uint32_t cp = 0; cp < 0x3000; cp++) {
    const vt_letter l = vt_letter_of(cp);
    if (l.code == 0) continue;
    count++;
    assert_int_equal(vt_letter_make(l.code, l.tone, l.upper), cp);
    assert_int_equal(utf8proc_isupper((utf8proc_int32_t)cp) != 0, l.upper);
    assert_int_equal(vt_letter_make(l.code, l.tone, false), utf8proc_tolower((utf8proc_int32_t)cp));
    utf8proc_int32_t parts[8];
    int boundary = 0;
    const long n =
        utf8proc_decompose_char((utf8proc_int32_t)cp, parts, 8, UTF8PROC_DECOMPOSE, &boundary);
    const uint32_t plain = vt_letter_make(vt_letter_plain(l.code), 0, l.upper);
    if (l.code != VT_D_BAR) assert_int_equal(parts[0], plain);
    const int quality = vt_letter_plain(l.code) != l.code && l.code != VT_D_BAR;
    assert_int_equal(n, 1 + quality + (l.tone != 0));
  }
  assert_int_equal(count, 12 * 6 * 2 + 21 * 2);
  assert_int_equal(vt_letter_make(VT_B, VITEXT_TONE_SAC, false), 0);
  assert_int_equal(vt_letter_make(60, 0, false), 0);
  assert_int_equal(vt_letter_make(VT_A, 7, false), 0);
}

typedef struct class_row {
  uint32_t cp;
  vt_class expected;
} class_row;

static const class_row class_rows[] = {
  { 0, VT_CLASS_OTHER },        { '\t', VT_CLASS_SPACE },     { '\n', VT_CLASS_LINE },
  { ' ', VT_CLASS_SPACE },      { 'a', VT_CLASS_LOWER },      { 'Z', VT_CLASS_UPPER },
  { '7', VT_CLASS_DIGIT },      { '.', VT_CLASS_PUNCT },      { '+', VT_CLASS_SYMBOL },
  { '$', VT_CLASS_SYMBOL },     { 0x7F, VT_CLASS_OTHER },     { 0x85, VT_CLASS_LINE },
  { 0xA0, VT_CLASS_SPACE },     { 0xBD, VT_CLASS_SYMBOL },    { 0x1EA4, VT_CLASS_UPPER },
  { 0x1EA5, VT_CLASS_LOWER },   { 0x301, VT_CLASS_MARK },     { 0x5D0, VT_CLASS_LETTER },
  { 0x200B, VT_CLASS_SPACE },   { 0xFEFF, VT_CLASS_SPACE },   { 0x2013, VT_CLASS_PUNCT },
  { 0x2028, VT_CLASS_LINE },    { 0x20AB, VT_CLASS_SYMBOL },  { 0x1F600, VT_CLASS_EMOJI },
  { 0x2705, VT_CLASS_EMOJI },   { 0x2764, VT_CLASS_SYMBOL },  { 0x660, VT_CLASS_DIGIT },
  { 0x10FFFF, VT_CLASS_OTHER }, { 0x110000, VT_CLASS_OTHER },
};

static void classes_are_general_categories(void **state)
{
  (void)state;
  for (size_t i = 0; i < COUNT_OF(class_rows); i++) {
    if (vt_class_of(class_rows[i].cp) != class_rows[i].expected)
      fail_msg("U+%04X is %d", class_rows[i].cp, vt_class_of(class_rows[i].cp));
  }
  for (uint32_t cp = 0; cp < 0x80; cp++) {
    const vt_class its = vt_class_of(cp);
    const char *category = utf8proc_category_string((utf8proc_int32_t)cp);
    if (category[0] == 'P') assert_int_equal(its, VT_CLASS_PUNCT);
    if (category[0] == 'S') assert_int_equal(its, VT_CLASS_SYMBOL);
    assert_int_equal(vt_lower(cp), utf8proc_tolower((utf8proc_int32_t)cp));
    assert_int_equal(vt_upper(cp), utf8proc_toupper((utf8proc_int32_t)cp));
  }
  assert_int_equal(vt_upper(0x1EA5), 0x1EA4);
  assert_int_equal(vt_lower(0x391), 0x3B1);
  assert_int_equal(vt_upper(0x3B1), 0x391);
}

static vt_key key(const char *s)
{
  return vt_key_of(s, strlen(s));
}

static void keys_forget_case_and_place(void **state)
{
  (void)state;
  assert_true(key("") == 0);
  assert_true(key("hoà") == key("hòa") && key("hòa") == key("HÒA"));
  assert_true(key("hoa") != key("hòa") && key("kỹ") != key("kĩ") && key("đa") != key("da"));
  assert_true(key("a") < key("ă") && key("an") < key("ang") && key("ang") < key("ă"));
  assert_false(vt_key_is_hash(key("abcdefghij")));
  assert_true(vt_key_is_hash(key("abcdefghijk")));
  assert_true(vt_key_is_hash(key("a1")) && key("A1") == key("a1") && key("a1") != key("a2"));
  assert_true(vt_key_is_hash(key("hòà")));
  assert_true(vt_key_plain(key("Đường")) == key("duong"));
  assert_true(vt_key_plain(key("a1")) == key("a1") && vt_key_plain(0) == 0);
}

int main(void)
{
  const struct CMUnitTest tests[] = { cmocka_unit_test(letters_are_what_unicode_says),
                                      cmocka_unit_test(classes_are_general_categories),
                                      cmocka_unit_test(keys_forget_case_and_place) };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
