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

static file read_file(const char *path)
{
  file f;
  assert_int_equal(vt_file_read(path, &vt_alloc_heap, &f.bytes, &f.len), VITEXT_OK);
  return f;
}

static file read_whole(void)
{
  return read_file(LEXICON_FILE);
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
  assert_true(lex->tag == built->tag);
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

static void put_u32(unsigned char *to, uint32_t n)
{
  for (int i = 0; i < 4; i++) to[i] = (unsigned char)(n >> 8 * i);
}

/* The head agrees with the body again. */
static void put_head(file f)
{
  put_u32(f.bytes + 12, (uint32_t)(f.len - 20));
  put_u32(f.bytes + 16, vt_crc32(f.bytes + 20, f.len - 20));
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
    put_head(f);
    const vitext_status st = vt_lexicon_open(&vt_alloc_heap, f.bytes, f.len, &lex, &err);
    if (st == VITEXT_OK) use(lex);
    else assert_int_equal(st, VITEXT_E_DATA);
    vt_lexicon_free(lex);
    f.bytes[at] = was;
  }
  free_file(f);
}

/* Refused, or read and harmless. */
static bool try_to_use(file f)
{
  vt_lexicon *lex;
  vitext_error err;
  const vitext_status st = vt_lexicon_open(&vt_alloc_heap, f.bytes, f.len, &lex, &err);
  if (st == VITEXT_OK) use(lex);
  else assert_int_equal(st, VITEXT_E_DATA);
  vt_lexicon_free(lex);
  return st == VITEXT_OK;
}

/* Each byte of a small file damaged two ways, and the file cut at each byte; the checksum tells
 * on them or, made to agree, does not. */
static void damage_at_every_byte(void **state)
{
  (void)state;
  static const unsigned char flips[] = { 0x01, 0xFF };
  const file f = read_file(SMALL_FILE);
  unsigned char *block = malloc(f.len); /* of no byte more, for the sanitizer */
  assert_non_null(block);
  int used = 0;
  for (size_t at = 0; at < f.len; at++) {
    memcpy(block, f.bytes, at);
    assert_false(try_to_use((file){ block, at }));
    if (at >= 20) put_head((file){ block, at });
    assert_false(try_to_use((file){ block, at }));
    for (size_t k = 0; k < COUNT_OF(flips); k++) {
      memcpy(block, f.bytes, f.len);
      block[at] ^= flips[k];
      if (k == 0 || at < 20) assert_false(try_to_use((file){ block, f.len }));
      if (at < 20) continue;
      put_head((file){ block, f.len });
      used += try_to_use((file){ block, f.len });
    }
  }
  assert_true(used > 0); /* letters of texts and plain numbers may be anything */
  free(block);
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
    cmocka_unit_test(it_says_what_is_built_in), cmocka_unit_test(damage_is_seen),
    cmocka_unit_test(damage_does_no_harm),      cmocka_unit_test(damage_at_every_byte),
    cmocka_unit_test(no_allocation_is_lost),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
