/* test_fold.c - rows for search keys, their map, and the version string. */
#include "vt_normal.h"
#include "vt_test.h"

typedef struct row {
  const char *name, *input, *by_case, *by_tones, *by_marks;
} row;

static const row rows[] = {
  { "empty", "", "", "", "" },
  { "ascii", "Hello World", "hello world", "hello world", "hello world" },
  { "letters", "NGUYỄN Đức Ưu", "nguyễn đức ưu", "nguyên đưc ưu", "nguyen duc uu" },
  { "one placement", "Hoà HÒA qúy", "hòa hòa quý", "hoa hoa quy", "hoa hoa quy" },
  { "white space", "a \t\r\n b\n", "a b ", "a b ", "a b " },
  { "nbsp",
    "a\xC2\xA0\xC2\xA0"
    "b",
    "a b", "a b", "a b" },
  { "foreign", "Straße ÑÇ Ünal", "straße ñç ünal", "straße ñç ünal", "straße nc unal" },
  { "marks alone", "x\xCC\x83", "x\xCC\x83", "x\xCC\x83", "x" },
  { "Thai keeps vowel signs", "กี่", "กี่", "กี่", "กี่" },
  { "Hangul stays", "각", "각", "각", "각" },
  { "longer in lower case", "\xC8\xBA", "\xE2\xB1\xA5", "\xE2\xB1\xA5", "\xE2\xB1\xA5" },
  { "emoji", "👍 OK", "👍 ok", "👍 ok", "👍 ok" },
};

static void check(const row *r, int32_t level, const char *expected)
{
  const vt_text text = { r->input, (uint32_t)strlen(r->input) };
  vt_normal n;
  assert_int_equal(vt_fold(&vt_alloc_heap, text, level, &n), VITEXT_OK);
  if (strcmp(n.bytes, expected) != 0) fail_msg("%s: %s, not %s", r->name, n.bytes, expected);
  assert_int_equal(n.map.from_len, text.len);
  assert_int_equal(n.map.to_len, strlen(expected));
  vt_normal_free(&vt_alloc_heap, &n);
}

static void rows_fold(void **state)
{
  (void)state;
  for (size_t i = 0; i < COUNT_OF(rows); i++) {
    check(&rows[i], VITEXT_FOLD_NONE, rows[i].input);
    check(&rows[i], VITEXT_FOLD_CASE, rows[i].by_case);
    check(&rows[i], VITEXT_FOLD_TONES, rows[i].by_tones);
    check(&rows[i], VITEXT_FOLD_MARKS, rows[i].by_marks);
  }
}

static void spans_lead_back(void **state)
{
  (void)state;
  static const char input[] = "Bà  Ngô Thị";
  vt_normal n;
  assert_int_equal(
      vt_fold(&vt_alloc_heap, (vt_text){ input, sizeof input - 1 }, VITEXT_FOLD_MARKS, &n),
      VITEXT_OK);
  assert_string_equal(n.bytes, "ba ngo thi");
  const vitext_span s = vt_map_back(&n.map, (vt_nspan){ 3, 6 }, NULL);
  assert_int_equal(s.begin, 5);
  assert_int_equal(s.end, 9);
  vt_normal_free(&vt_alloc_heap, &n);
}

static void versions_are_named(void **state)
{
  (void)state;
  assert_memory_equal(vt_version_string(), "0.", 2);
  assert_non_null(strstr(vt_version_string(), "utf8proc/"));
}

int main(void)
{
  const struct CMUnitTest tests[] = { cmocka_unit_test(rows_fold),
                                      cmocka_unit_test(spans_lead_back),
                                      cmocka_unit_test(versions_are_named) };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
