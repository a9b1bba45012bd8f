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

/* Words shorter than what is folded in blocks, and what stands between words. */
static const char *const words[] = {
  "NGUYỄN",          "Đức",    "hoà",          "a", "thương", "“quý”", "x–y",
  "Straße",          "ÑANDÚ…", "5.000",        "Ợ", "thuỷ,",  "각",    "👍",
  "nghiêng-nghiêng", "ỆỆỆỆỆ",  "\xE2\x80\xB0", "Ð", "z\x01z", "!",
};
static const char *const gaps[] = { " ",    "  ",           "\n",   " \n",       "\n ",
                                    "\r\n", "\xC2\xA0",     "\t",   " \xC2\xA0", "\xE2\x80\xA8",
                                    " ",    "\xE1\x9A\x80", "\v\f", " ",         "\xE3\x80\x80 " };

typedef struct joined {
  char text[2000], expected[2000];
  vt_nspan keys[200];
  vitext_span spans[200];
  uint32_t len, expected_len;
  unsigned count;
} joined;

static void add_word(joined *j, unsigned word, unsigned gap, int32_t level)
{
  const vt_text text = { words[word], (uint32_t)strlen(words[word]) };
  vt_normal n;
  assert_int_equal(vt_fold(&vt_alloc_heap, text, level, &n), VITEXT_OK);
  memcpy(j->text + j->len, text.bytes, text.len);
  memcpy(j->expected + j->expected_len, n.bytes, n.len);
  j->spans[j->count] = (vitext_span){ j->len, j->len + text.len };
  j->keys[j->count++] = (vt_nspan){ j->expected_len, j->expected_len + n.len };
  j->len += text.len;
  j->expected_len += n.len;
  strcpy(j->text + j->len, gaps[gap]);
  j->len += (uint32_t)strlen(gaps[gap]);
  j->expected[j->expected_len++] = ' ';
  vt_normal_free(&vt_alloc_heap, &n);
}

static void long_text_folds_as_its_words(void **state)
{
  (void)state;
  uint32_t random = 7;
  for (int round = 0; round < 3000; round++) {
    const int32_t level = VITEXT_FOLD_CASE + round % 3;
    static joined j;
    j.len = j.expected_len = j.count = 0;
    for (int i = 0; i < 1 + round % 90; i++) {
      random = random * 1664525u + 1013904223u;
      const unsigned gap = random >> 29 < 5 ? 0 : (random >> 8) % COUNT_OF(gaps);
      add_word(&j, (random >> 16) % COUNT_OF(words), gap, level);
    }
    vt_normal n;
    const vt_text text = { j.text, j.len };
    assert_int_equal(vt_fold(&vt_alloc_heap, text, level, &n), VITEXT_OK);
    if (n.len != j.expected_len || memcmp(n.bytes, j.expected, n.len) != 0)
      fail_msg("level %d: %s\nnot %.*s", level, n.bytes, (int)j.expected_len, j.expected);
    for (unsigned i = 0; i < j.count; i++) {
      const vitext_span s = vt_map_back(&n.map, j.keys[i], NULL);
      assert_int_equal(s.begin, j.spans[i].begin);
      assert_int_equal(s.end, j.spans[i].end);
    }
    vt_normal_free(&vt_alloc_heap, &n);
  }
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
                                      cmocka_unit_test(long_text_folds_as_its_words),
                                      cmocka_unit_test(versions_are_named) };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
