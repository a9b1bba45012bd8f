/* test_lexicon.c - the built-in vocabulary and its tables: every id, every phrase of a table. */
#include "vt_lexicon.h"
#include "vt_letter.h"
#include "vt_lexicon_data.h"
#include "vt_tables.h"
#include "vt_test.h"
#include "vt_traits.h"

static vt_id id_of(const char *word)
{
  return vt_lexicon_find(vt_lexicon_builtin(), vt_key_of(word, strlen(word)));
}

static void every_id_is_found_again(void **state)
{
  (void)state;
  const vt_lexicon *lex = vt_lexicon_builtin();
  for (uint32_t i = 1; i <= vt_lexicon_count(lex); i++) {
    const char *spelling = vt_lexicon_spelling(lex, (vt_id)i);
    assert_true(spelling[0] != '\0');
    const vt_key key = vt_key_of(spelling, strlen(spelling));
    assert_int_equal(vt_lexicon_find(lex, key), i);
    const vt_id plain = vt_lexicon_plain(lex, (vt_id)i);
    assert_int_equal(plain, vt_lexicon_find(lex, vt_key_plain(key)));
  }
}

static void words_outside_are_not_found(void **state)
{
  (void)state;
  const vt_lexicon *lex = vt_lexicon_builtin();
  static const char *const words[] = { "", "zzz", "qwertyuiopasdf", "zòa", "\xF0\x9F\x98\x80" };
  for (size_t i = 0; i < COUNT_OF(words); i++) assert_int_equal(id_of(words[i]), VT_ID_NONE);
  assert_string_equal(vt_lexicon_spelling(lex, VT_ID_NONE), "");
  assert_int_equal(vt_lexicon_plain(lex, VT_ID_NONE), VT_ID_NONE);
  assert_int_equal(vt_lexicon_traits(lex, VT_ID_NONE), 0);
}

static void traits_are_read(void **state)
{
  (void)state;
  static const struct {
    const char *word;
    uint32_t traits;
  } rows[] = {
    { "TP", VT_TRAIT_ABBREVIATION }, { "v.v", VT_TRAIT_SHORT },     { "kg", VT_TRAIT_UNIT },
    { "của", VT_TRAIT_LEADS },       { "Khoá", VT_TRAIT_ORDINAL },  { "gs", VT_TRAIT_DEGREE },
    { "theo", VT_TRAIT_OPENER },     { "khóa", VT_TRAIT_SYLLABLE }, { "hạng", VT_TRAIT_CLASSIFIER },
  };
  for (size_t i = 0; i < COUNT_OF(rows); i++) {
    const vt_id id = id_of(rows[i].word);
    assert_int_equal(vt_lexicon_traits(vt_lexicon_builtin(), id) & rows[i].traits, rows[i].traits);
  }
  assert_true(vt_lexicon_is_syllable(vt_lexicon_builtin(), id_of("của")));
  assert_false(vt_lexicon_is_syllable(vt_lexicon_builtin(), id_of("kg")));
}

static void labels_match(void **state)
{
  (void)state;
  const vt_table *t = vt_lexicon_table(vt_lexicon_builtin(), VT_TABLE_LABELS);
  uint32_t row = 0;
  const vt_id phrase[] = { id_of("Phụ"), id_of("LỤC"), id_of("của") };
  assert_int_equal(vt_table_match(t, phrase, 3, &row), 2);
  assert_string_equal(vt_table_field(t, row, VT_LABELS_PHRASE), "phụ lục");
  assert_string_equal(vt_table_field(t, row, VT_LABELS_LINE), "1");
  assert_int_equal(vt_table_match(t, phrase, 1, &row), 0);
  assert_int_equal(vt_table_match(t, phrase, 0, &row), 0);
  const vt_id unknown[] = { VT_ID_NONE, id_of("phụ") };
  assert_int_equal(vt_table_match(t, unknown, 2, &row), 0);
  assert_int_equal(vt_table_match_plain(t, phrase, 3, &row), 0); /* no #plain */
}

/* Walk every node of a trie: what leads to a row must match to that row and length. */
static void check_table(const vt_table *t)
{
  VT_VEC(vt_id) path = { 0 };
  VT_VEC(uint32_t) nodes = { 0 };
  const vt_trie *trie = &t->exact;
  for (uint32_t n = 1; n < trie->nodes; n++) {
    path.count = nodes.count = 0;
    for (uint32_t at = n; at != 0;) { /* up to the root */
      assert_true(vt_vec_room(&vt_alloc_heap, &nodes));
      nodes.items[nodes.count++] = at;
      uint32_t parent = 0;
      while (vt_steps_at(trie->child, parent + 1) <= at) parent++;
      at = parent;
    }
    for (size_t i = nodes.count; i > 0; i--) {
      assert_true(vt_vec_room(&vt_alloc_heap, &path));
      path.items[path.count++] = trie->label[nodes.items[i - 1]];
    }
    uint32_t row = 0;
    const uint32_t len = vt_table_match(t, path.items, (uint32_t)path.count, &row);
    if (trie->row[n] != VT_ROW_NONE) {
      assert_int_equal(len, path.count);
      assert_int_equal(row, trie->row[n]);
    } else {
      assert_true(len < path.count);
    }
  }
  vt_vec_free(&vt_alloc_heap, &path);
  vt_vec_free(&vt_alloc_heap, &nodes);
}

static void tables_find_their_phrases(void **state)
{
  (void)state;
  const vt_lexicon *lex = vt_lexicon_builtin();
  for (uint32_t i = 0; i < VT_TABLE_COUNT; i++) {
    const vt_table *t = vt_lexicon_table(lex, i);
    if (t->exact.nodes < 3000) check_table(t); /* looking for parents takes the square of it */
    for (uint32_t r = 0; r < vt_table_rows(t); r++) {
      for (uint32_t c = 0; c < t->columns; c++) assert_non_null(vt_table_field(t, r, c));
    }
  }
}

static void steps_lead_to_every_phrase(void **state)
{
  (void)state;
  const vt_table *t = vt_lexicon_table(vt_lexicon_builtin(), VT_TABLE_LABELS);
  uint32_t node = 0, row = 0;
  assert_true(vt_table_step(t, &node, id_of("phụ"), &row));
  assert_int_equal(row, VT_ROW_NONE);
  assert_true(vt_table_step(t, &node, id_of("lục"), &row));
  assert_int_not_equal(row, VT_ROW_NONE);
  assert_false(vt_table_step(t, &node, id_of("lục"), &row));
  assert_false(vt_table_step(t, &node, VT_ID_NONE, &row));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(every_id_is_found_again),   cmocka_unit_test(words_outside_are_not_found),
    cmocka_unit_test(traits_are_read),           cmocka_unit_test(labels_match),
    cmocka_unit_test(tables_find_their_phrases), cmocka_unit_test(steps_lead_to_every_phrase),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
