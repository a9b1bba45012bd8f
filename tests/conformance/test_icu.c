/* test_icu.c - random strings against ICU: all four forms, the offset map, the order of words. */
#include <stdio.h>
#include <unicode/ucol.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include "vt_normal.h"
#include "vt_test.h"
#include "vt_utf8.h"

static unsigned long rounds = 100000;

static uint64_t random_state = 88172645463325252u;
static uint32_t random_below(uint32_t n)
{
  random_state ^= random_state << 13;
  random_state ^= random_state >> 7;
  random_state ^= random_state << 17;
  return (uint32_t)(random_state >> 33) % n;
}

/* Characters that meet each other in Vietnamese and in the hard parts of normalisation. */
static uint32_t random_cp(void)
{
  static const uint32_t marks[] = { 0x300, 0x301, 0x303, 0x309, 0x323, 0x302, 0x306, 0x31B };
  static const uint32_t letters[] = { 'a', 'e', 'o', 'u', 'y', 'A', 'd', ' ', 0xE2, 0x1EBF, 0x1B0 };
  static const uint32_t blocks[][2] = {
    { 0x20, 0x60 },    { 0xA0, 0x160 },   { 0x300, 0x70 },    { 0x370, 0x180 },   { 0x5B0, 0x20 },
    { 0x900, 0x480 },  { 0xE00, 0x1C0 },  { 0x1100, 0x100 },  { 0x1E00, 0x200 },  { 0x2000, 0x200 },
    { 0x3040, 0xC0 },  { 0xAC00, 0x100 }, { 0xF900, 0x200 },  { 0xFB00, 0x100 },  { 0xFF00, 0xF0 },
    { 0x11080, 0x80 }, { 0x1D150, 0x60 }, { 0x1F300, 0x100 }, { 0x2F800, 0x100 }, { 0, 0x110000 },
  };
  const uint32_t kind = random_below(10);
  if (kind < 4) return marks[random_below(COUNT_OF(marks))];
  if (kind < 7) return letters[random_below(COUNT_OF(letters))];
  const uint32_t *b = blocks[random_below(COUNT_OF(blocks))];
  const uint32_t cp = b[0] + random_below(b[1]);
  return cp >= 0xD800 && cp < 0xE000 ? 'x' : cp;
}

static size_t by_icu(const UNormalizer2 *n2, const char *utf8, size_t len, char *to, size_t cap)
{
  UChar wide[512], normal[4096];
  UErrorCode error = U_ZERO_ERROR;
  int32_t wide_len = 0, to_len = 0;
  u_strFromUTF8(wide, 512, &wide_len, utf8, (int32_t)len, &error);
  const int32_t n = unorm2_normalize(n2, wide, wide_len, normal, 4096, &error);
  u_strToUTF8(to, (int32_t)cap, &to_len, normal, n, &error);
  assert_true(U_SUCCESS(error));
  return (size_t)to_len;
}

/* The text of each stretch of the input, normalised alone, is the stretch that maps to it. */
static void check_map(const char *in, const vt_normal *n, const vt_normal_options *o)
{
  vt_map_place hint = { 0 }, at = vt_map_begin(&n->map);
  vt_change change;
  for (uint32_t to = 0; vt_map_next(&n->map, &at, &change); to = at.to) {
    const vt_nspan span = { to + change.copied, at.to };
    if (span.begin == span.end) continue;
    const vitext_span back = vt_map_back(&n->map, span, &hint);
    vt_normal alone;
    assert_int_equal(
        vt_normalize(&vt_alloc_heap, in + back.begin, back.end - back.begin, o, &alone, NULL),
        VITEXT_OK);
    assert_int_equal(alone.len, span.end - span.begin);
    assert_memory_equal(alone.bytes, n->bytes + span.begin, alone.len);
    vt_normal_free(&vt_alloc_heap, &alone);
    assert_memory_equal(in + back.begin - change.copied, n->bytes + to, change.copied);
  }
  assert_int_equal(n->len - at.to, n->map.from_len - at.from);
  assert_memory_equal(in + at.from, n->bytes + at.to, n->len - at.to);
}

static void forms_equal_icu(void **state)
{
  (void)state;
  UErrorCode error = U_ZERO_ERROR;
  const UNormalizer2 *by_form[5] = { NULL, unorm2_getNFCInstance(&error),
                                     unorm2_getNFDInstance(&error), unorm2_getNFKCInstance(&error),
                                     unorm2_getNFKDInstance(&error) };
  assert_true(U_SUCCESS(error));
  for (unsigned long i = 0; i < rounds; i++) {
    char in[256], expected[8192];
    size_t len = 0;
    for (uint32_t k = 1 + random_below(30); k > 0; k--) len += vt_utf8_put(random_cp(), in + len);
    const int32_t form = i % 4 == 3 ? 2 + (int32_t)random_below(3) : VITEXT_FORM_NFC;
    const vt_normal_options o = { .form = form };
    const bool bom = len >= 3 && memcmp(in, "\xEF\xBB\xBF", 3) == 0;
    if (bom) continue;
    vt_normal n;
    assert_int_equal(vt_normalize(&vt_alloc_heap, in, len, &o, &n, NULL), VITEXT_OK);
    const size_t expected_len = by_icu(by_form[form], in, len, expected, sizeof expected);
    if (n.len != expected_len || memcmp(n.bytes, expected, n.len) != 0) {
      for (size_t k = 0; k < len; k++) print_error("%02X ", (unsigned char)in[k]);
      fail_msg("round %lu, form %d", i, form);
    }
    check_map(in, &n, &o);
    vt_normal_free(&vt_alloc_heap, &n);
  }
}

static void order_equals_icu(void **state)
{
  (void)state;
  static const char *const parts[] = {
    "a",  "á",  "à", "ạ", "ă", "â", "ấ", "b", "d", "đ", "e", "ê",
    "ng", "nh", "o", "ô", "ơ", "u", "ư", "A", "Đ", " ", "-", "1"
  };
  UErrorCode error = U_ZERO_ERROR;
  UCollator *c = ucol_open("vi", &error);
  ucol_setAttribute(c, UCOL_NORMALIZATION_MODE, UCOL_ON, &error);
  assert_true(U_SUCCESS(error));
  for (unsigned long i = 0; i < rounds / 4; i++) {
    char words[2][64] = { "", "" }, keys[2][1024];
    UChar wide[2][64];
    int32_t wide_len[2], order;
    vitext_buffer b[2];
    for (int k = 0; k < 2; k++) {
      for (uint32_t n = random_below(6); n > 0; n--)
        strcat(words[k], parts[random_below(COUNT_OF(parts))]);
      u_strFromUTF8(wide[k], 64, &wide_len[k], words[k], -1, &error);
      b[k] = (vitext_buffer){ keys[k], sizeof keys[k], 0 };
      assert_int_equal(vt_order_key(&vt_alloc_heap, words[k], strlen(words[k]), &b[k]), 0);
    }
    const UCollationResult r = ucol_strcoll(c, wide[0], wide_len[0], wide[1], wide_len[1]);
    assert_int_equal(
        vt_order_compare(words[0], strlen(words[0]), words[1], strlen(words[1]), &order), 0);
    assert_int_equal(order, r);
    const size_t shorter = b[0].len < b[1].len ? b[0].len : b[1].len;
    int by_key = memcmp(keys[0], keys[1], shorter);
    if (by_key == 0) by_key = (b[0].len > b[1].len) - (b[0].len < b[1].len);
    assert_int_equal((by_key > 0) - (by_key < 0), order);
  }
  ucol_close(c);
}

int main(int argc, char **argv)
{
  if (argc > 1 && strcmp(argv[1], "long") == 0) rounds = 1000000;
  const struct CMUnitTest tests[] = { cmocka_unit_test(forms_equal_icu),
                                      cmocka_unit_test(order_equals_icu) };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
