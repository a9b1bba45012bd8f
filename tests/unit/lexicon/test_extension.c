/* test_extension.c - spellings and phrases added at run time. */
#include <stdio.h>
#include "vt_letter.h"
#include "vt_lexicon.h"
#include "vt_test.h"
#include "vt_token.h"

static vt_key key_of(const char *word)
{
  return vt_key_of(word, strlen(word));
}

static void spellings_are_added(void **state)
{
  (void)state;
  const vt_lexicon *base = vt_lexicon_builtin();
  vt_lexicon *lex;
  assert_int_equal(vt_lexicon_extend(&vt_alloc_heap, base, &lex), VITEXT_OK);
  assert_int_equal(vt_lexicon_find(lex, key_of("của")), vt_lexicon_find(base, key_of("của")));
  char word[32];
  vt_id id;
  for (int i = 0; i < 1000; i++) {
    snprintf(word, sizeof word, "zzqx%d", i);
    assert_int_equal(vt_lexicon_add(lex, key_of(word), word, strlen(word), &id), VITEXT_OK);
    assert_int_equal(id, vt_lexicon_count(base) + (uint32_t)i + 1);
  }
  for (int i = 0; i < 1000; i++) {
    snprintf(word, sizeof word, "zzqx%d", i);
    id = vt_lexicon_find(lex, key_of(word));
    assert_int_equal(id, vt_lexicon_count(base) + (uint32_t)i + 1);
    assert_string_equal(vt_lexicon_spelling(lex, id), word);
    assert_int_equal(vt_lexicon_find(base, key_of(word)), VT_ID_NONE);
  }
  assert_int_equal(vt_lexicon_count(lex), vt_lexicon_count(base) + 1000);
  assert_int_equal(vt_lexicon_add(lex, key_of("zzqx7"), "zzqx7", 5, &id), VITEXT_OK);
  assert_int_equal(vt_lexicon_count(lex), vt_lexicon_count(base) + 1000);
  assert_int_equal(vt_lexicon_traits(lex, id), 0);
  vt_lexicon_free(lex);
}

static void ids_run_out(void **state)
{
  (void)state;
  vt_lexicon *lex;
  vt_id id;
  assert_int_equal(vt_lexicon_extend(&vt_alloc_heap, vt_lexicon_builtin(), &lex), VITEXT_OK);
  vitext_status st = VITEXT_OK;
  char word[32];
  for (int i = 0; st == VITEXT_OK && i < 70000; i++) {
    snprintf(word, sizeof word, "zzqx%d", i);
    st = vt_lexicon_add(lex, key_of(word), word, strlen(word), &id);
  }
  assert_int_equal(st, VITEXT_E_DATA);
  assert_int_equal(vt_lexicon_count(lex), 65535);
  vt_lexicon_free(lex);
}

static void tokens_get_added_ids(void **state)
{
  (void)state;
  vt_lexicon *lex;
  vt_id id;
  vt_tokens t;
  assert_int_equal(vt_lexicon_extend(&vt_alloc_heap, vt_lexicon_builtin(), &lex), VITEXT_OK);
  assert_int_equal(vt_lexicon_add(lex, key_of("Zalopay"), "zalopay", 7, &id), VITEXT_OK);
  const vt_text text = { "ví ZaloPay", 11 };
  assert_int_equal(vt_tokens_find(&vt_alloc_heap, lex, text, &t), VITEXT_OK);
  assert_int_equal(t.count, 2);
  assert_int_equal(t.ids[1], id);
  vt_tokens_free(&vt_alloc_heap, &t);
  vt_lexicon_free(lex);
}

static void phrases_are_found(void **state)
{
  (void)state;
  vt_phrases *p;
  uint32_t value = 0;
  assert_int_equal(vt_phrases_match(NULL, (const vt_id[]){ 1 }, 1, &value), 0);
  assert_int_equal(vt_phrases_new(&vt_alloc_heap, &p), VITEXT_OK);
  const vt_id a[] = { 1, 2, 3 }, b[] = { 1, 2 }, c[] = { 7 }, hole[] = { 1, 0, 3 };
  assert_int_equal(vt_phrases_add(p, a, 3, 10), VITEXT_OK);
  assert_int_equal(vt_phrases_add(p, b, 2, 20), VITEXT_OK);
  assert_int_equal(vt_phrases_add(p, c, 1, 30), VITEXT_OK);
  assert_int_equal(vt_phrases_add(p, a, 0, 40), VITEXT_E_ARGUMENT);
  assert_int_equal(vt_phrases_add(p, hole, 3, 40), VITEXT_E_ARGUMENT);
  assert_int_equal(vt_phrases_match(p, a, 3, &value), 3);
  assert_int_equal(value, 10);
  const vt_id other[] = { 1, 2, 4 };
  assert_int_equal(vt_phrases_match(p, other, 3, &value), 2);
  assert_int_equal(value, 20);
  assert_int_equal(vt_phrases_match(p, other, 1, &value), 0);
  assert_int_equal(vt_phrases_match(p, hole, 3, &value), 0);
  assert_int_equal(vt_phrases_add(p, b, 2, 21), VITEXT_OK);
  assert_int_equal(vt_phrases_match(p, b, 2, &value), 2);
  assert_int_equal(value, 21);
  vt_phrases_free(p);
}

static vitext_status make_all(const vt_alloc *a)
{
  vt_lexicon *lex = NULL;
  vt_phrases *p = NULL;
  vitext_status st = vt_lexicon_extend(a, vt_lexicon_builtin(), &lex);
  if (st == VITEXT_OK) st = vt_phrases_new(a, &p);
  for (vt_id i = 1; st == VITEXT_OK && i <= 40; i++) {
    char word[32];
    vt_id id;
    snprintf(word, sizeof word, "zzqx%d", i);
    st = vt_lexicon_add(lex, key_of(word), word, strlen(word), &id);
    if (st == VITEXT_OK) st = vt_phrases_add(p, (const vt_id[]){ i, id }, 2, i);
  }
  vt_phrases_free(p);
  vt_lexicon_free(lex);
  return st;
}

static void no_allocation_is_lost(void **state)
{
  (void)state;
  test_heap heap;
  const vt_alloc a = test_heap_alloc(&heap);
  for (long n = 0;; n++) {
    heap.left = n;
    const vitext_status st = make_all(&a);
    assert_int_equal(heap.live, 0);
    if (st == VITEXT_OK) {
      assert_true(n > 5);
      return;
    }
    assert_int_equal(st, VITEXT_E_MEMORY);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(spellings_are_added),   cmocka_unit_test(ids_run_out),
    cmocka_unit_test(tokens_get_added_ids),  cmocka_unit_test(phrases_are_found),
    cmocka_unit_test(no_allocation_is_lost),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
