/* test_doc_memory.c - what vitext_normalize takes of its allocator for text that is composed: one
 * copy and no map. (Decomposed text: test_document.c.) */
#include "api_test.h"
#include <stdio.h>
#include <stdlib.h>

typedef struct counted {
  size_t live, peak;
} counted;

static void *count(void *user, void *ptr, size_t old_size, size_t new_size)
{
  counted *heap = user;
  void *p = NULL;
  if (new_size == 0) free(ptr);
  else p = realloc(ptr, new_size);
  if (new_size > 0 && p == NULL) return NULL;
  heap->live += new_size - old_size;
  if (heap->live > heap->peak) heap->peak = heap->live;
  return p;
}

static const char sample[] =
    "Uỷ ban nhân dân tỉnh giao Sở Kế hoạch và Đầu tư chủ trì, phối hợp với các huyện rà soát những "
    "dự án chậm tiến độ; báo cáo kết quả trước ngày 30 tháng 6.\n";

/* The peak of one call over what the context holds. */
static size_t peak_of(const char *text, size_t len, const vitext_options *o, size_t *out_len)
{
  counted heap = { 0, 0 };
  vitext_ctx_options options;
  vitext_ctx *ctx;
  vitext_doc *doc;
  vitext_ctx_options_init(&options, sizeof options);
  options.alloc = (vitext_allocator){ count, &heap };
  assert_int_equal(vitext_ctx_new(&options, &ctx, NULL), VITEXT_OK);
  const size_t before = heap.live;
  heap.peak = before;
  assert_int_equal(vitext_normalize(ctx, text, len, o, &doc, NULL), VITEXT_OK);
  vitext_doc_text(doc, out_len);
  vitext_doc_free(doc);
  assert_int_equal(heap.live, before);
  vitext_ctx_free(ctx);
  assert_int_equal(heap.live, 0);
  return heap.peak - before;
}

static char *repeated(size_t times, size_t *len)
{
  *len = times * (sizeof sample - 1);
  char *text = malloc(*len + 1);
  assert_non_null(text);
  for (size_t i = 0; i < times; i++) memcpy(text + i * (sizeof sample - 1), sample, sizeof sample);
  return text;
}

static void composed_text_is_copied_once(void **state)
{
  (void)state;
  for (size_t times = 1; times <= 100000; times *= 10) {
    size_t len, out_len;
    char *text = repeated(times, &len);
    const size_t peak = peak_of(text, len, NULL, &out_len);
    assert_int_equal(out_len, len);
    print_message("%zu bytes of NFC: %zu at most\n", len, peak);
    if (peak > len + len / 64 + 4096) fail_msg("%zu bytes for %zu", peak, len); /* no second copy */
    free(text);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = { cmocka_unit_test(composed_text_is_copied_once) };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
