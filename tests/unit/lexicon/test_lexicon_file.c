/* test_lexicon_file.c - the built-in lexicon written to a file and read back, and what becomes of
 * damaged files. */
#include "vt_bytes.h"
#include "vt_letter.h"
#include "vt_lexicon_data.h"
#include "vt_tables.h"
#include "vt_test.h"

typedef struct file {
  unsigned char *bytes;
  size_t len;
} file;

static file read_whole(void)
{
  file f;
  assert_int_equal(vt_file_read(LEXICON_FILE, &vt_alloc_heap, &f.bytes, &f.len), VITEXT_OK);
  return f;
}

static void free_file(file f)
{
  vt_release(&vt_alloc_heap, f.bytes, f.len + 1);
}

static void it_says_what_is_built_in(void **state)
{
  (void)state;
  const vt_lexicon *built = vt_lexicon_builtin();
  const file f = read_whole();
  vt_lexicon *lex;
  vitext_error err;
  assert_int_equal(vt_lexicon_open(&vt_alloc_heap, f.bytes, f.len, &lex, &err), VITEXT_OK);
  free_file(f); /* nothing points into it */
  assert_int_equal(vt_lexicon_tag(lex), vt_lexicon_tag(built));
  assert_int_equal(vt_lexicon_count(lex), vt_lexicon_count(built));
  for (uint32_t i = 1; i <= vt_lexicon_count(lex); i++) {
    const char *spelling = vt_lexicon_spelling(built, (vt_id)i);
    assert_string_equal(vt_lexicon_spelling(lex, (vt_id)i), spelling);
    assert_int_equal(vt_lexicon_find(lex, vt_key_of(spelling, strlen(spelling))), i);
    assert_int_equal(vt_lexicon_plain(lex, (vt_id)i), vt_lexicon_plain(built, (vt_id)i));
    assert_int_equal(vt_lexicon_traits(lex, (vt_id)i), vt_lexicon_traits(built, (vt_id)i));
  }
  for (uint32_t i = 0; i < VT_TABLE_COUNT; i++) {
    const vt_table *a = vt_lexicon_table(lex, i), *b = vt_lexicon_table(built, i);
    assert_int_equal(a->rows, b->rows);
    assert_int_equal(a->exact.nodes, b->exact.nodes);
    assert_int_equal(a->plain.nodes, b->plain.nodes);
    for (uint32_t r = 0; r < a->rows; r++) {
      assert_int_equal(vt_table_more(a, r), vt_table_more(b, r));
      for (uint32_t c = 0; c < a->columns; c++)
        assert_string_equal(vt_table_field(a, r, c), vt_table_field(b, r, c));
    }
  }
  vt_lexicon_free(lex);
}

static void put_sum(file f)
{
  const uint32_t sum = vt_crc32(f.bytes + 20, f.len - 20);
  for (int i = 0; i < 4; i++) f.bytes[16 + i] = (unsigned char)(sum >> 8 * i);
}

/* Use everything once, so that a sanitizer sees what a damaged file could do. */
static void use(const vt_lexicon *lex)
{
  uint32_t row;
  for (uint32_t i = 1; i <= vt_lexicon_count(lex); i++) {
    (void)strlen(vt_lexicon_spelling(lex, (vt_id)i));
    (void)vt_lexicon_plain(lex, (vt_id)i);
    const vt_id ids[] = { (vt_id)i, (vt_id)(i + 1), (vt_id)(i + 2) };
    for (uint32_t t = 0; t < VT_TABLE_COUNT; t++) {
      const vt_table *table = vt_lexicon_table(lex, t);
      if (vt_table_match(table, ids, 3, &row) > 0 && table->columns > 0)
        (void)strlen(vt_table_field(table, row, 0));
    }
  }
}

static void damage_is_seen(void **state)
{
  (void)state;
  const file f = read_whole();
  vt_lexicon *lex;
  vitext_error err;
  for (size_t len = 0; len < f.len; len += len < 64 ? 1 : f.len / 50) {
    assert_int_equal(vt_lexicon_open(&vt_alloc_heap, f.bytes, len, &lex, &err), VITEXT_E_DATA);
    assert_null(lex);
  }
  for (size_t at = 0; at < f.len; at += at < 64 ? 1 : f.len / 50) {
    f.bytes[at] ^= 0x20; /* the checksum sees it, or the head is wrong */
    assert_int_equal(vt_lexicon_open(&vt_alloc_heap, f.bytes, f.len, &lex, &err), VITEXT_E_DATA);
    f.bytes[at] ^= 0x20;
  }
  free_file(f);
}

/* With a checksum that agrees, a file is refused or does no harm. */
static void damage_does_no_harm(void **state)
{
  (void)state;
  const file f = read_whole();
  vt_lexicon *lex;
  vitext_error err;
  uint64_t seed = 3;
  for (int round = 0; round < 60; round++) {
    seed = seed * 6364136223846793005u + 1442695040888963407u;
    const size_t at = 20 + (size_t)(seed >> 24) % (f.len - 20);
    const unsigned char was = f.bytes[at];
    f.bytes[at] = (unsigned char)(seed >> 8);
    put_sum(f);
    const vitext_status st = vt_lexicon_open(&vt_alloc_heap, f.bytes, f.len, &lex, &err);
    if (st == VITEXT_OK) use(lex);
    else assert_int_equal(st, VITEXT_E_DATA);
    vt_lexicon_free(lex);
    f.bytes[at] = was;
  }
  free_file(f);
}

static void no_allocation_is_lost(void **state)
{
  (void)state;
  const file f = read_whole();
  test_heap heap;
  const vt_alloc a = test_heap_alloc(&heap);
  vt_lexicon *lex;
  for (long n = 0;; n++) {
    heap.left = n;
    const vitext_status st = vt_lexicon_open(&a, f.bytes, f.len, &lex, NULL);
    vt_lexicon_free(lex);
    assert_int_equal(heap.live, 0);
    if (st == VITEXT_OK) break;
    assert_int_equal(st, VITEXT_E_MEMORY);
  }
  free_file(f);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(it_says_what_is_built_in),
    cmocka_unit_test(damage_is_seen),
    cmocka_unit_test(damage_does_no_harm),
    cmocka_unit_test(no_allocation_is_lost),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
