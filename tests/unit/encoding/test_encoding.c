/* test_encoding.c - rows for every encoding both ways, all letters round and back, losses, bad
 * bytes. */
#include "vt_encoding.h"
#include "vt_normal.h"
#include "vt_letter.h"
#include "vt_test.h"
#include "vt_utf8.h"

typedef struct row {
  const char *name;
  vitext_encoding encoding;
  const char *bytes;
  size_t len;
  const char *text;
} row;

#define BYTES(s) s, sizeof(s) - 1

/* Both ways: the bytes give the text in NFC, the text gives the bytes. */
static const row rows[] = {
  { "tcvn3 letters", VITEXT_ENC_TCVN3, BYTES("Ti\xD5ng Vi\xD6t \xA7\xB6ng"), "Tiếng Việt Đảng" },
  { "tcvn3 capital with tone", VITEXT_ENC_TCVN3, BYTES("A\xB3"), "Á" },
  { "tcvn3 caps", VITEXT_ENC_TCVN3_CAPS, BYTES("C\xE9NG S\xB6N"), "CỘNG SẢN" },
  { "viscii", VITEXT_ENC_VISCII, BYTES("Ti\xAAng Vi\xAEt"), "Tiếng Việt" },
  { "viscii control", VITEXT_ENC_VISCII, BYTES("\x02\x05"), "ẲẴ" },
  { "vps", VITEXT_ENC_VPS, BYTES("Ti\x89ng Vi\x8Ct \x02"), "Tiếng Việt Ạ" },
  { "cp1258", VITEXT_ENC_CP1258, BYTES("Ti\xEA\xECng Vi\xEA\xF2t \xD0"), "Tiếng Việt Đ" },
  { "cp1258 precomposed", VITEXT_ENC_CP1258, BYTES("\xE1\xE0"), "áà" },
  { "vni", VITEXT_ENC_VNI, BYTES("Ti\x65\xE1ng Vi\x65\xE4t \xF1\xF6\xF4\xEFng"),
    "Tiếng Việt đượng" },
  { "vni capitals", VITEXT_ENC_VNI,
    BYTES("\xD1"
          "A\xDBNG U\xDB \xD6"),
    "ĐẢNG Ủ Ư" },
  { "vni i y", VITEXT_ENC_VNI, BYTES("\xED\xEC\xE6\xF3\xF2 y\xF8\xEE"), "íìỉĩị ỳỵ" },
  { "viqr", VITEXT_ENC_VIQR, BYTES("Tie^'ng Vie^.t dda^y u+o+'c"), "Tiếng Việt đây ước" },
  { "viqr escapes", VITEXT_ENC_VIQR, BYTES("ta\\. ad\\d\\d ho?i\\?"), "ta. addd hỏi?" },
  { "utf-16le", VITEXT_ENC_UTF16LE, BYTES("a\0\xBF\x1E=\xD8\0\xDE"), "aế😀" },
  { "utf-16be", VITEXT_ENC_UTF16BE, BYTES("\0a\x1E\xBF\xD8=\xDE\0"), "aế😀" },
  { "utf-32le", VITEXT_ENC_UTF32LE, BYTES("a\0\0\0\0\xF6\1\0"), "a😀" },
  { "utf-32be", VITEXT_ENC_UTF32BE, BYTES("\0\0\0a\0\1\xF6\0"), "a😀" },
  { "empty", VITEXT_ENC_VNI, BYTES(""), "" },
};

static int collect(void *user, const char *bytes, size_t len)
{
  vitext_buffer *b = user;
  assert_true(len <= b->cap - b->len);
  memcpy(b->data + b->len, bytes, len);
  b->len += len;
  return 0;
}

static vitext_status decode_nfc(vitext_encoding e, const char *bytes, size_t len, vt_normal *out)
{
  const vt_normal_options o = { .form = VITEXT_FORM_NFC };
  vt_normal raw;
  vitext_status st = vt_decode(&vt_alloc_heap, e, bytes, len, false, &raw, NULL);
  if (st != VITEXT_OK) return st;
  st = vt_normalize(&vt_alloc_heap, raw.bytes, raw.len, &o, out, NULL);
  vt_normal_free(&vt_alloc_heap, &raw);
  return st;
}

static void rows_go_both_ways(void **state)
{
  (void)state;
  for (size_t i = 0; i < COUNT_OF(rows); i++) {
    const row *r = &rows[i];
    char bytes[200];
    vitext_buffer b = { bytes, sizeof bytes, 0 };
    vt_normal n;
    assert_int_equal(decode_nfc(r->encoding, r->bytes, r->len, &n), VITEXT_OK);
    if (strcmp(n.bytes, r->text) != 0) fail_msg("%s: %s, not %s", r->name, n.bytes, r->text);
    vt_normal_free(&vt_alloc_heap, &n);
    const vt_text text = { r->text, (uint32_t)strlen(r->text) };
    assert_int_equal(vt_encode(&vt_alloc_heap, r->encoding, text, NULL, NULL, collect, &b), 0);
    if (b.len != r->len || memcmp(bytes, r->bytes, r->len) != 0)
      fail_msg("%s: %.*s, not %s", r->name, (int)b.len, bytes, r->bytes);
  }
}

/* Every letter with every tone, alone and between others, in every encoding that has it. */
static void letters_go_round(void **state)
{
  (void)state;
  for (vitext_encoding e = VITEXT_ENC_UTF16LE; e <= VITEXT_ENC_VPS; e++) {
    for (int i = 0; i <= VT_Z * 12; i++) {
      char utf8[16] = "xa", bytes[64];
      const bool upper = i % 2 != 0;
      const uint32_t cp = vt_letter_make((uint8_t)(i / 12 + 1), (uint8_t)(i / 2 % 6), upper);
      if (cp == 0 || (e == VITEXT_ENC_TCVN3_CAPS && !upper)) continue;
      if (e == VITEXT_ENC_TCVN3_CAPS) memcpy(utf8, "XA", 2);
      const size_t n = 2 + vt_utf8_put(cp, utf8 + 2);
      memcpy(utf8 + n, ".AN", 4);
      vitext_buffer b = { bytes, sizeof bytes, 0 };
      const vt_text text = { utf8, (uint32_t)(n + 3) };
      assert_int_equal(vt_encode(&vt_alloc_heap, e, text, NULL, NULL, collect, &b), 0);
      vt_normal back;
      assert_int_equal(decode_nfc(e, bytes, b.len, &back), VITEXT_OK);
      if (strcmp(back.bytes, utf8) != 0) fail_msg("%d: %s, not %s", e, back.bytes, utf8);
      vt_normal_free(&vt_alloc_heap, &back);
    }
  }
}

static void losses_are_told(void **state)
{
  (void)state;
  static const char s[] = "a € b 中 ế";
  const vt_text text = { s, sizeof s - 1 };
  char bytes[64];
  vitext_buffer b = { bytes, sizeof bytes, 0 };
  vt_nspan spans[1];
  vt_losses lost = { spans, 1, 0 };
  assert_int_equal(vt_encode(&vt_alloc_heap, VITEXT_ENC_VISCII, text, NULL, &lost, collect, &b),
                   VITEXT_E_ENCODING);
  lost.count = b.len = 0;
  assert_int_equal(vt_encode(&vt_alloc_heap, VITEXT_ENC_VISCII, text, "[?]", &lost, collect, &b),
                   0);
  assert_int_equal(lost.count, 2);
  assert_int_equal(spans[0].begin, 2);
  assert_int_equal(spans[0].end, 5);
  assert_int_equal(b.len, 13);
  assert_memory_equal(bytes, "a [?] b [?] \xAA", 13);
  lost.count = b.len = 0;
  assert_int_equal(vt_encode(&vt_alloc_heap, VITEXT_ENC_TCVN3_CAPS, (vt_text){ "aA", 2 }, "", &lost,
                             collect, &b),
                   0);
  assert_int_equal(lost.count, 1);
}

typedef struct bad_row {
  vitext_encoding encoding;
  const char *bytes;
  size_t len;
  uint32_t offset;
  const char *lenient;
} bad_row;

static const bad_row bad_rows[] = {
  { VITEXT_ENC_TCVN3, BYTES("ab\x80"), 2, "ab\xEF\xBF\xBD" },
  { VITEXT_ENC_CP1258, BYTES("\x81z"), 0, "\xEF\xBF\xBDz" },
  { VITEXT_ENC_VNI, BYTES("x\xE1y"), 1, "x\xEF\xBF\xBDy" },
  { VITEXT_ENC_VIQR, BYTES("ab\xC3"), 2, "ab\xEF\xBF\xBD" },
  { VITEXT_ENC_UTF16LE, BYTES("a\0b"), 2, "a\xEF\xBF\xBD" },
  { VITEXT_ENC_UTF16LE,
    BYTES("\x00\xD8"
          "a\0"),
    0,
    "\xEF\xBF\xBD"
    "a" },
  { VITEXT_ENC_UTF16BE, BYTES("\xDC\x00\0a"), 0,
    "\xEF\xBF\xBD"
    "a" },
  { VITEXT_ENC_UTF32LE, BYTES("\0\0\x11\0a\0\0\0"), 0,
    "\xEF\xBF\xBD"
    "a" },
};

static void bad_bytes_fail_or_are_replaced(void **state)
{
  (void)state;
  for (size_t i = 0; i < COUNT_OF(bad_rows); i++) {
    const bad_row *r = &bad_rows[i];
    vitext_error err;
    vt_normal n;
    assert_int_equal(vt_decode(&vt_alloc_heap, r->encoding, r->bytes, r->len, false, &n, &err),
                     VITEXT_E_ENCODING);
    assert_int_equal(err.offset, r->offset);
    assert_null(n.bytes);
    assert_int_equal(vt_decode(&vt_alloc_heap, r->encoding, r->bytes, r->len, true, &n, &err), 0);
    assert_string_equal(n.bytes, r->lenient);
    assert_int_equal(n.map.from_len, r->len);
    vt_normal_free(&vt_alloc_heap, &n);
  }
  vt_normal n;
  assert_int_equal(vt_decode(&vt_alloc_heap, 99, "", 0, true, &n, NULL), VITEXT_E_ARGUMENT);
}

static void spans_point_at_bytes(void **state)
{
  (void)state;
  vt_normal n;
  assert_int_equal(vt_decode(&vt_alloc_heap, VITEXT_ENC_UTF16LE,
                             "\xFF\xFE"
                             "a\0\xBF\x1E"
                             "b\0",
                             8, false, &n, NULL),
                   0);
  assert_string_equal(n.bytes, "aếb");
  vitext_span s = vt_map_back(&n.map, (vt_nspan){ 1, 4 }, NULL);
  assert_int_equal(s.begin, 4);
  assert_int_equal(s.end, 6);
  vt_normal_free(&vt_alloc_heap, &n);
  assert_int_equal(vt_decode(&vt_alloc_heap, VITEXT_ENC_TCVN3, "Vi\xD6t", 4, false, &n, NULL), 0);
  s = vt_map_back(&n.map, (vt_nspan){ 2, 5 }, NULL);
  assert_int_equal(s.begin, 2);
  assert_int_equal(s.end, 3);
  vt_normal_free(&vt_alloc_heap, &n);
}

static void memory_may_fail(void **state)
{
  (void)state;
  static const char bytes[] = "Ti\xD5ng Vi\xD6t Ti\xD5ng Vi\xD6t";
  test_heap heap;
  const vt_alloc a = test_heap_alloc(&heap);
  vitext_status st = VITEXT_E_MEMORY;
  for (long n = 0; st != VITEXT_OK; n++) {
    vt_normal out;
    heap.left = n;
    st = vt_decode(&a, VITEXT_ENC_TCVN3, bytes, sizeof bytes - 1, false, &out, NULL);
    if (n == 0) assert_int_equal(st, VITEXT_E_MEMORY);
    if (st == VITEXT_OK) vt_normal_free(&a, &out);
    else assert_int_equal(st, VITEXT_E_MEMORY);
    assert_int_equal(heap.live, 0);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(rows_go_both_ways),    cmocka_unit_test(letters_go_round),
    cmocka_unit_test(losses_are_told),      cmocka_unit_test(bad_bytes_fail_or_are_replaced),
    cmocka_unit_test(spans_point_at_bytes), cmocka_unit_test(memory_may_fail)
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
