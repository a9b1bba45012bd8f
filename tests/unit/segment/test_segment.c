/* test_segment.c - words of sentences, the caller's own words, long and odd input. */
#include <string.h>
#include "vt_lexicon.h"
#include "vt_segment.h"
#include "vt_test.h"

typedef struct words {
  vt_tokens tokens;
  vt_runs sentences, words;
} words;

static void find(words *w, const char *s, size_t len, int convention, const vt_user_words *user)
{
  const vt_lexicon *lex = vt_lexicon_builtin();
  const vt_text text = { s, (uint32_t)len };
  *w = (words){ 0 };
  assert_int_equal(vt_tokens_find(&vt_alloc_heap, lex, text, &w->tokens), VITEXT_OK);
  assert_int_equal(vt_sentences_find(&vt_alloc_heap, lex, text, &w->tokens, &w->sentences),
                   VITEXT_OK);
  assert_int_equal(vt_words_find(&vt_alloc_heap, lex, vt_model_builtin(), user, convention, text,
                                 &w->tokens, &w->sentences, &w->words),
                   VITEXT_OK);
}

static void drop(words *w)
{
  vt_tokens_free(&vt_alloc_heap, &w->tokens);
  vt_runs_free(&vt_alloc_heap, &w->sentences);
  vt_runs_free(&vt_alloc_heap, &w->words);
}

/* Words with a blank between them, blanks inside as underscores. */
static void spell(const words *w, const char *s, char *to)
{
  for (uint32_t i = 0; i < w->words.count; i++) {
    const vt_nspan span = vt_run_span(&w->tokens, w->words.items[i]);
    if (i > 0) *to++ = ' ';
    for (uint32_t k = span.begin; k < span.end; k++) *to++ = s[k] == ' ' ? '_' : s[k];
  }
  *to = '\0';
}

static void check(const char *input, const char *expected, const vt_user_words *user)
{
  char got[1024];
  words w;
  find(&w, input, strlen(input), VITEXT_CONVENTION_VLSP, user);
  spell(&w, input, got);
  assert_string_equal(got, expected);
  drop(&w);
}

static const struct {
  const char *input, *expected;
} rows[] = {
  { "", "" },
  { "nhà", "nhà" },
  { "Học sinh học sinh học ở trường.", "Học_sinh học sinh_học ở trường ." },
  { "Căn cứ Nghị định số 30/2020/NĐ-CP.", "Căn_cứ Nghị_định số 30/2020/NĐ-CP ." },
  { "HÒA BÌNH, hoà bình", "HÒA_BÌNH , hoà_bình" },
  { "Quốc hội thông qua.", "Quốc_hội thông_qua ." },
  /* names without capitals, or all in capitals */
  { "đồng chí lê đức thọ về thăm huyện củ chi.", "đồng_chí lê_đức_thọ về thăm huyện củ_chi ." },
  { "anh đỗ quang minh là giám đốc.", "anh đỗ_quang_minh là giám_đốc ." },
  { "theo cô vũ hồng nhung, trường đã đóng cửa.",
    "theo cô vũ_hồng_nhung , trường đã đóng_cửa ." },
  { "bác sĩ hoàng bảo châu ở mù cang chải.", "bác_sĩ hoàng_bảo_châu ở mù_cang_chải ." },
  { "ÔNG TRẦN QUỐC TUẤN LÀM BÍ THƯ HUYỆN ỦY ĐÔNG TRIỀU",
    "ÔNG TRẦN_QUỐC_TUẤN LÀM BÍ_THƯ HUYỆN_ỦY ĐÔNG_TRIỀU" },
};

static void test_rows(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    check(rows[i].input, rows[i].expected, NULL);
}

static void test_user_words(void **state)
{
  (void)state;
  vt_user_words *u;
  const vt_lexicon *lex = vt_lexicon_builtin();
  assert_int_equal(vt_user_words_new(&vt_alloc_heap, &u), VITEXT_OK);
  assert_int_equal(
      vt_user_words_add(u, lex, "quốc hội thông qua", strlen("quốc hội thông qua"), false),
      VITEXT_OK);
  assert_int_equal(vt_user_words_add(u, lex, "nghị định", strlen("nghị định"), true), VITEXT_OK);
  assert_int_equal(vt_user_words_add(u, lex, "", 0, true), VITEXT_E_ARGUMENT);
  check("Quốc hội thông qua nghị định.", "Quốc_hội_thông_qua nghị định .", u);
  vt_user_words_free(u);
  vt_user_words_free(NULL);
}

/* Every token is in one word, in order, however long a sentence is. */
static void test_long(void **state)
{
  (void)state;
  enum { TIMES = 3000 };
  static const char part[] = "học sinh việt nam ";
  const size_t size = TIMES * (sizeof part - 1);
  char *s = vt_new(&vt_alloc_heap, size + 1, 1);
  assert_non_null(s);
  for (size_t i = 0; i < TIMES; i++) memcpy(s + i * (sizeof part - 1), part, sizeof part - 1);
  words w;
  find(&w, s, size, VITEXT_CONVENTION_UD, NULL);
  uint32_t next = 0;
  for (uint32_t i = 0; i < w.words.count; i++) {
    assert_int_equal(w.words.items[i].first, next);
    next += w.words.items[i].count;
  }
  assert_int_equal(next, w.tokens.count);
  drop(&w);
  vt_release(&vt_alloc_heap, s, size + 1);
}

static void test_convention(void **state)
{
  (void)state;
  vt_runs out;
  const vt_tokens none = { 0 };
  const vt_runs no_sentences = { 0 };
  assert_int_equal(vt_words_find(&vt_alloc_heap, vt_lexicon_builtin(), vt_model_builtin(), NULL, 3,
                                 (vt_text){ "", 0 }, &none, &no_sentences, &out),
                   VITEXT_E_ARGUMENT);
}

int main(void)
{
  const struct CMUnitTest tests[] = { cmocka_unit_test(test_rows),
                                      cmocka_unit_test(test_user_words),
                                      cmocka_unit_test(test_long),
                                      cmocka_unit_test(test_convention) };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
