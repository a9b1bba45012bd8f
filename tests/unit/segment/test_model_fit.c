/* test_model_fit.c - the built-in model over a lexicon with other ids finds the same words. */
#include "vt_bytes.h"
#include "vt_lexicon.h"
#include "vt_letter.h"
#include "vt_segment.h"
#include "vt_test.h"

static const char *const texts[] = {
  "Hội nghị sơ kết công tác cải cách hành chính của Ủy ban nhân dân tỉnh.",
  "Học sinh được học môn sinh học, nhà trường tổ chức thi vào tháng 6/2026.",
  "Cán bộ, công chức thực hiện Nghị định 30/2020/NĐ-CP về công tác văn thư.",
};

static void find(const vt_lexicon *lex, const vt_model *model, const char *bytes, vt_runs *words)
{
  const vt_text text = { bytes, (uint32_t)strlen(bytes) };
  vt_tokens tokens = { 0 };
  vt_runs sentences = { 0 };
  assert_int_equal(vt_tokens_find(&vt_alloc_heap, lex, text, &tokens), VITEXT_OK);
  assert_int_equal(vt_sentences_find(&vt_alloc_heap, lex, text, &tokens, &sentences), VITEXT_OK);
  assert_int_equal(vt_words_find(&vt_alloc_heap, lex, model, NULL, VITEXT_CONVENTION_VLSP, text,
                                 &tokens, &sentences, words),
                   VITEXT_OK);
  vt_runs_free(&vt_alloc_heap, &sentences);
  vt_tokens_free(&vt_alloc_heap, &tokens);
}

static void test_same_words(void **state)
{
  (void)state;
  unsigned char *bytes;
  size_t len;
  vt_lexicon *other;
  vt_model *fitted;
  assert_int_equal(vt_file_read(LEXICON, &vt_alloc_heap, &bytes, &len), VITEXT_OK);
  assert_int_equal(vt_lexicon_open(&vt_alloc_heap, bytes, len, &other, NULL), VITEXT_OK);
  const vt_key key = vt_key_of("học", strlen("học"));
  assert_int_not_equal(vt_lexicon_find(other, key), vt_lexicon_find(vt_lexicon_builtin(), key));
  assert_int_equal(vt_model_fit(&vt_alloc_heap, other, vt_model_builtin(), &fitted, NULL),
                   VITEXT_OK);
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
    vt_runs ours = { 0 }, theirs = { 0 };
    find(vt_lexicon_builtin(), vt_model_builtin(), texts[i], &ours);
    find(other, fitted, texts[i], &theirs);
    assert_int_equal(ours.count, theirs.count);
    assert_memory_equal(ours.items, theirs.items, ours.count * sizeof *ours.items);
    vt_runs_free(&vt_alloc_heap, &ours);
    vt_runs_free(&vt_alloc_heap, &theirs);
  }
  vt_model_free(&vt_alloc_heap, fitted);
  vt_lexicon_free(other);
  vt_release(&vt_alloc_heap, bytes, len + 1);
}

int main(void)
{
  const struct CMUnitTest tests[] = { cmocka_unit_test(test_same_words) };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
