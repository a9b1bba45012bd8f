/* test_doc_memory.c - what vitext_normalize takes of its allocator: for composed text one copy and
 * no map; for decomposed text what it becomes, the way back and the input's own letters. */
#include "api_test.h"
#include "../meter.h"

static const char composed[] =
    "Uỷ ban nhân dân tỉnh giao Sở Kế hoạch và Đầu tư chủ trì, phối hợp với các huyện rà soát những "
    "dự án chậm tiến độ; báo cáo kết quả trước ngày 30 tháng 6.\n";

static const char decomposed[] =
    "Chi\xCC\x89 thi\xCC\xA3 va\xCC\x80 nghi\xCC\xA3 quye\xCC\x82\xCC\x81t cu\xCC\x89"
    "a tinh u\xCC\x89y, ";

/* The peak of one call over what the context holds. */
static size_t peak_of(const char *text, size_t len, size_t *out_len)
{
  meter heap = { 0, 0 };
  vitext_doc *doc;
  vitext_ctx *ctx = metered_ctx(&heap);
  assert_non_null(ctx);
  const size_t before = heap.live;
  heap.peak = before;
  assert_int_equal(vitext_normalize(ctx, text, len, NULL, &doc, NULL), VITEXT_OK);
  vitext_doc_text(doc, out_len);
  vitext_doc_free(doc);
  assert_int_equal(heap.live, before);
  vitext_ctx_free(ctx);
  assert_int_equal(heap.live, 0);
  return heap.peak - before;
}

static char *repeated(const char *sample, size_t times, size_t *len)
{
  const size_t one = strlen(sample);
  *len = times * one;
  char *text = malloc(*len + 1);
  assert_non_null(text);
  for (size_t i = 0; i < times; i++) memcpy(text + i * one, sample, one + 1);
  return text;
}

static void composed_text_is_copied_once(void **state)
{
  (void)state;
  for (size_t times = 1; times <= 100000; times *= 10) {
    size_t len, out_len;
    char *text = repeated(composed, times, &len);
    const size_t peak = peak_of(text, len, &out_len);
    assert_int_equal(out_len, len);
    print_message("%zu bytes of NFC: %zu at most\n", len, peak);
    if (peak > len + len / 64 + 4096) fail_msg("%zu bytes for %zu", peak, len); /* no second copy */
    free(text);
  }
}

static void decomposed_text_fits(void **state)
{
  (void)state;
  for (size_t times = 1; times <= 10000; times *= 10) {
    size_t len, out_len;
    char *text = repeated(decomposed, times, &len);
    const size_t peak = peak_of(text, len, &out_len);
    print_message("%zu bytes of NFD: %zu at most\n", len, peak);
    if (peak > len * 3 / 2 + 65536) fail_msg("%zu bytes for %zu", peak, len);
    free(text);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = { cmocka_unit_test(composed_text_is_copied_once),
                                      cmocka_unit_test(decomposed_text_fits) };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
