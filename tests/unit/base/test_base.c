/* test_base.c - memory, arenas, growing arrays, reading of binary data, errors, checksums. */
#include "vt_arena.h"
#include "vt_bytes.h"
#include "vt_error.h"
#include "vt_test.h"
#include "vt_word.h"

static void sizes_are_multiplied_with_care(void **state)
{
  (void)state;
  size_t out = 7;
  assert_true(vt_mul_size(0, SIZE_MAX, &out));
  assert_int_equal(out, 0);
  assert_true(vt_mul_size(3, 5, &out));
  assert_int_equal(out, 15);
  assert_false(vt_mul_size(SIZE_MAX / 2, 3, &out));
  assert_null(vt_new(&vt_alloc_heap, SIZE_MAX, 2));
  assert_null(vt_new(&vt_alloc_heap, 0, 8));
  vt_release(&vt_alloc_heap, NULL, 0);
}

static void words_keep_the_order_of_bytes(void **state)
{
  (void)state;
  static const char text[] = "abcdefgh";
  const uint64_t word = vt_word_load(text);
  assert_true(word == 0x6867666564636261u);
  assert_int_equal(vt_word_first(word), 0);
  assert_int_equal(vt_word_first(word & ~(uint64_t)0xFFFF), 2);
  assert_int_equal(vt_word_first((uint64_t)1 << 63), 7);
  for (uint32_t n = 1; n < 8; n++) {
    const uint64_t cut = vt_word_cut(word, n), tops = (uint64_t)0x80 << 8 * n;
    assert_int_equal(cut, word & (((uint64_t)1 << 8 * n) - 1));
    assert_int_equal(vt_word_len(cut), n);
    assert_true(vt_word_before(word, tops) == cut);
    assert_true(vt_word_before(word, tops | (uint64_t)1 << 63) == cut);
  }
  assert_true(vt_word_cut(word, 8) == word);
  assert_true(vt_word_before(word, 0x80) == 0);
}

static void arrays_grow(void **state)
{
  (void)state;
  test_heap heap;
  const vt_alloc a = test_heap_alloc(&heap);
  VT_VEC(uint32_t) v = { 0 };
  for (uint32_t i = 0; i < 1000; i++) {
    assert_true(vt_vec_room(&a, &v));
    v.items[v.count++] = i;
  }
  for (uint32_t i = 0; i < 1000; i++) assert_int_equal(v.items[i], i);
  heap.left = 0;
  v.count = v.cap;
  assert_false(vt_vec_room(&a, &v));
  assert_int_equal(v.items[999], 999); /* as it was */
  assert_false(vt_vec_reserve(&a, &v, SIZE_MAX));
  vt_vec_free(&a, &v);
  assert_int_equal(heap.live, 0);
}

static void arenas_give_zeroed_pieces(void **state)
{
  (void)state;
  test_heap heap;
  const vt_alloc a = test_heap_alloc(&heap);
  vt_arena arena;
  vt_arena_init(&arena, &a);
  for (size_t size = 0; size < 3000000; size = size * 2 + 1) {
    unsigned char *p = vt_arena_get(&arena, size);
    assert_non_null(p);
    assert_int_equal((uintptr_t)p % 16, 0);
    for (size_t i = 0; i < size; i++) assert_int_equal(p[i], 0);
    memset(p, 0xAA, size);
  }
  assert_string_equal(vt_arena_copy(&arena, "abc", 3), "abc");
  assert_string_equal(vt_arena_copy(&arena, NULL, 0), "");
  assert_null(vt_arena_get(&arena, SIZE_MAX));
  heap.left = 0;
  assert_null(vt_arena_get(&arena, 1 << 22));
  vt_arena_free(&arena);
  assert_int_equal(heap.live, 0);
  assert_null(vt_arena_get(&arena, 1));
  heap.left = -1;
  assert_non_null(vt_arena_get(&arena, 1)); /* used again */
  vt_arena_free(&arena);
}

static void readers_stay_within(void **state)
{
  (void)state;
  static const unsigned char bytes[] = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15 };
  vt_reader r = { bytes, sizeof bytes, 0, false };
  assert_ptr_equal(vt_read_bytes(&r, 1), bytes);
  assert_int_equal(vt_read_u16(&r), 0x0302);
  assert_int_equal(vt_read_u32(&r), 0x07060504);
  assert_true(vt_read_u64(&r) == 0x0F0E0D0C0B0A0908u);
  assert_false(r.bad);
  assert_int_equal(vt_read_u16(&r), 0);
  assert_true(r.bad);
  assert_null(vt_read_bytes(&r, 0)); /* bad stays bad */
  r = (vt_reader){ bytes, 4, 0, false };
  assert_null(vt_read_bytes(&r, SIZE_MAX));
  assert_true(r.bad);
  r = (vt_reader){ bytes, 4, 0, false };
  assert_ptr_equal(vt_read_bytes(&r, 4), bytes);
  assert_non_null(vt_read_bytes(&r, 0));
}

static void errors_are_filled(void **state)
{
  (void)state;
  vitext_error e;
  char longer[1000];
  assert_int_equal(vt_error_set(NULL, VITEXT_E_DATA, 1, "x", NULL), VITEXT_E_DATA);
  assert_int_equal(vt_error_set(&e, VITEXT_E_IO, 9, "cannot read %s", "file"), VITEXT_E_IO);
  assert_int_equal(e.offset, 9);
  assert_string_equal(e.message, "cannot read file");
  memset(longer, 'a', sizeof longer);
  longer[sizeof longer - 1] = '\0';
  vt_error_set(&e, VITEXT_E_IO, 0, "<%s>", longer);
  assert_int_equal(strlen(e.message), sizeof e.message - 1);
  vt_error_set(&e, VITEXT_E_IO, 0, "100 %s", NULL);
  assert_string_equal(e.message, "100 %s");
}

static void checksums_are_the_standard_ones(void **state)
{
  (void)state;
  assert_int_equal(vt_crc32((const unsigned char *)"123456789", 9), 0xCBF43926u);
  assert_int_equal(vt_crc32(NULL, 0), 0);
}

static void files_are_read_whole(void **state)
{
  (void)state;
  unsigned char *bytes;
  size_t len;
  test_heap heap;
  const vt_alloc a = test_heap_alloc(&heap);
  assert_int_equal(vt_file_read("/nonexistent/file", &a, &bytes, &len), VITEXT_E_IO);
  assert_null(bytes);
  assert_int_equal(vt_file_read("/", &a, &bytes, &len), VITEXT_E_IO); /* a directory */
  vitext_status st = VITEXT_E_MEMORY;
  for (long n = 0; st != VITEXT_OK; n++) {
    heap.left = n;
    st = vt_file_read(__FILE__, &a, &bytes, &len);
    if (n == 0) assert_int_equal(st, VITEXT_E_MEMORY);
    if (st != VITEXT_OK) assert_int_equal(heap.live, 0);
  }
  assert_true(len > 1000 && heap.live == len + 1);
  assert_int_equal(bytes[len], 0);
  vt_release(&a, bytes, len + 1);
  assert_int_equal(heap.live, 0);
}

int main(void)
{
  const struct CMUnitTest tests[] = { cmocka_unit_test(sizes_are_multiplied_with_care),
                                      cmocka_unit_test(words_keep_the_order_of_bytes),
                                      cmocka_unit_test(arrays_grow),
                                      cmocka_unit_test(arenas_give_zeroed_pieces),
                                      cmocka_unit_test(readers_stay_within),
                                      cmocka_unit_test(errors_are_filled),
                                      cmocka_unit_test(checksums_are_the_standard_ones),
                                      cmocka_unit_test(files_are_read_whole) };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
