/* test_model.c - model files: a whole one opens, a damaged one is refused, never a crash. */
#include <stdlib.h>
#include <string.h>
#include "vt_bytes.h"
#include "vt_lexicon.h"
#include "vt_model.h"
#include "vt_test.h"

static unsigned char *bytes;
static size_t len;

static vitext_status open_copy(size_t size)
{
  vt_model *m;
  vitext_error error = { 0 };
  const vitext_status st =
      vt_model_open(&vt_alloc_heap, vt_lexicon_builtin(), bytes, size, &m, &error);
  if (st != VITEXT_OK) assert_null(m);
  vt_model_free(&vt_alloc_heap, m);
  return st;
}

static void test_whole(void **state)
{
  (void)state;
  assert_int_equal(open_copy(len), VITEXT_OK);
  vt_model *m;
  assert_int_equal(vt_model_open(&vt_alloc_heap, vt_lexicon_builtin(), bytes, len, &m, NULL),
                   VITEXT_OK);
  assert_string_equal(m->tag, vt_model_builtin()->tag);
  vt_model_free(&vt_alloc_heap, m);
}

static void test_cut(void **state)
{
  (void)state;
  for (size_t n = 0; n < 4096; n++) assert_int_equal(open_copy(n), VITEXT_E_DATA);
  for (size_t n = 4096; n < len; n += 9973) assert_int_equal(open_copy(n), VITEXT_E_DATA);
}

static void test_flips(void **state)
{
  (void)state;
  for (size_t i = 0; i < len; i += i < 256 ? 1 : 7919) {
    bytes[i] ^= 0x10;
    assert_int_equal(open_copy(len), VITEXT_E_DATA);
    bytes[i] ^= 0x10;
  }
}

static void refit(void)
{
  const uint32_t crc = vt_crc32(bytes + 16, len - 16);
  for (size_t k = 0; k < 4; k++) bytes[12 + k] = (unsigned char)(crc >> 8 * k);
}

/* Damage with a checksum that fits: refused, or opened and harmless. */
static void test_forged(void **state)
{
  (void)state;
  unsigned char *whole = malloc(len);
  assert_non_null(whole);
  memcpy(whole, bytes, len);
  for (size_t i = 16; i < 64; i++) {
    bytes[i] ^= 0xFF;
    refit();
    const vitext_status st = open_copy(len);
    assert_true(st == VITEXT_OK || st == VITEXT_E_DATA);
    memcpy(bytes, whole, len);
  }
  free(whole);
}

static void put_u16(size_t at, uint32_t value)
{
  bytes[at] = (unsigned char)value;
  bytes[at + 1] = (unsigned char)(value >> 8);
}

/* A view of the trie whose row is none, or marked as a word's, would be read outside the rows. */
static void test_rows_of_views(void **state)
{
  (void)state;
  enum { SIZES = 32, KEYS = 64 };
  vt_reader r = { bytes, len, SIZES, false };
  const uint32_t symbols = vt_read_u32(&r), nodes = vt_read_u32(&r);
  for (int i = 0; i < 5; i++) vt_read_u32(&r);
  const size_t columns =
      KEYS + vt_read_u32(&r) + 8 * (size_t)(symbols - VT_SYM_SPELLING) + 2 * (size_t)symbols;
  const size_t rows = columns + 4 * (size_t)nodes;
  size_t views = 0;
  for (size_t i = 0; i < nodes && views < 8; i++) {
    const uint32_t column = bytes[columns + 2 * i] | (uint32_t)bytes[columns + 2 * i + 1] << 8;
    const uint32_t row = bytes[rows + 2 * i] | (uint32_t)bytes[rows + 2 * i + 1] << 8;
    if (column == VT_COLUMN_NONE || (column & VT_COLUMN_VIEW) == 0) continue;
    const uint32_t wrong[] = { 0, row | VT_TRIE_WORD };
    for (size_t k = 0; k < 2; k++) {
      put_u16(rows + 2 * i, wrong[k]);
      refit();
      assert_int_equal(open_copy(len), VITEXT_E_DATA);
    }
    put_u16(rows + 2 * i, row);
    views++;
  }
  refit();
  assert_int_equal(views, 8);
  assert_int_equal(open_copy(len), VITEXT_OK);
}

int main(void)
{
  if (vt_file_read(MODEL, &vt_alloc_heap, &bytes, &len) != VITEXT_OK) return 1;
  const struct CMUnitTest tests[] = { cmocka_unit_test(test_whole), cmocka_unit_test(test_cut),
                                      cmocka_unit_test(test_flips), cmocka_unit_test(test_forged),
                                      cmocka_unit_test(test_rows_of_views) };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
