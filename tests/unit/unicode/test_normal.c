/* test_normal.c - rows for normalising and repairing, the map, and failing memory. */
#include "vt_normal.h"
#include "vt_test.h"

enum { N = VITEXT_FORM_NONE, C = VITEXT_FORM_NFC, D = VITEXT_FORM_NFD, R = VITEXT_REPAIR_DEFAULT };

typedef struct row {
  const char *name, *input, *expected;
  int32_t form;
  uint32_t repair;
  int32_t style;
} row;

static const row rows[] = {
  { "empty", "", "", C, R, 0 },
  { "ascii", "abc", "abc", C, R, 0 },
  { "bom", "\xEF\xBB\xBFxin", "xin", C, R, 0 },
  { "clean", "Nguyễn Phú Trọng – “tổng bí thư”", "Nguyễn Phú Trọng – “tổng bí thư”", C, R, 0 },
  { "nfd", "Tie\xCC\x82\xCC\x81ng Vie\xCC\xA3\xCC\x82t", "Tiếng Việt", C, 0, 0 },
  { "nfd out", "Tiếng", "Tie\xCC\x82\xCC\x81ng", D, 0, 0 },
  { "tone before quality kept", "e\xCC\x81\xCC\x82", "é\xCC\x82", C, 0, 0 },
  { "tone before quality", "e\xCC\x81\xCC\x82", "ế", C, R, 0 },
  { "composed, then quality", "é\xCC\x82", "ế", C, R, 0 },
  { "doubled tone", "e\xCC\x81\xCC\x81", "é", C, R, 0 },
  { "doubled on composed", "ấ\xCC\x81", "ấ", C, R, 0 },
  { "two tones stay", "e\xCC\x81\xCC\x80", "é\xCC\x80", C, R, 0 },
  { "U+0341", "a\xCD\x81", "á", C, R, 0 },
  { "spacing acute", "hoa\xC2\xB4", "hoá", C, R, 0 },
  { "spacing acute on circumflex", "ê\xC2\xB4", "ế", C, R, 0 },
  { "spacing acute after tone", "é\xC2\xB4", "é\xC2\xB4", C, R, 0 },
  { "spacing acute after digit", "5\xC2\xB4", "5\xC2\xB4", C, R, 0 },
  { "eth", "\xC3\x90ảng", "Đảng", C, R, 0 },
  { "African d", "\xC6\x89ảng", "Đảng", C, R, 0 },
  { "small eth", "\xC3\xB0ại", "đại", C, R, 0 },
  { "Icelandic", "ma\xC3\xB0ur \xC3\xB0jf", "ma\xC3\xB0ur \xC3\xB0jf", C, R, 0 },
  { "Cyrillic in word", "H\xD0\xBEà", "Hoà", C, R, 0 },
  { "Cyrillic with marks", "ti\xD0\xB5\xCC\x82\xCC\x81ng", "tiếng", C, R, 0 },
  { "Russian", "\xD0\xBE\xD1\x81\xD0\xBE", "\xD0\xBE\xD1\x81\xD0\xBE", C, R, 0 },
  { "Cyrillic symbol", "30/N\xC4\x90-\xD0\xA1\xD0\xA0", "30/NĐ-CP", C, R, 0 },
  { "ohm", "k\xCE\xA9", "k\xCE\xA9", C, R, 0 },
  { "zwsp", "Hà\xE2\x80\x8BNội", "HàNội", C, R, 0 },
  { "zwsp before mark", "e\xE2\x80\x8B\xCC\x81", "é", C, R, 0 },
  { "bom inside",
    "a\xEF\xBB\xBF"
    "b",
    "ab", C, R, 0 },
  { "soft hyphen",
    "a\xC2\xAD"
    "b",
    "ab", C, R, 0 },
  { "zwj in emoji", "👨\xE2\x80\x8D👩", "👨\xE2\x80\x8D👩", C, R, 0 },
  { "zwj in word",
    "a\xE2\x80\x8D"
    "b",
    "ab", C, R, 0 },
  { "nbsp",
    "a\xC2\xA0"
    "b",
    "a b", C, R, 0 },
  { "nbsp kept",
    "a\xC2\xA0"
    "b",
    "a\xC2\xA0"
    "b",
    C, 0, 0 },
  { "ideographic space",
    "a\xE3\x80\x80"
    "b",
    "a b", C, R, 0 },
  { "full width", "Ｑ１！", "Q1!", C, R, 0 },
  { "quotes kept", "“a” ‘b’ – —", "“a” ‘b’ – —", C, R, 0 },
  { "quotes", "“a” ‘b’ –", "\"a\" 'b' –", C, VITEXT_REPAIR_QUOTES, 0 },
  { "dashes", "“a” – — −", "“a” - - -", C, VITEXT_REPAIR_DASHES, 0 },
  { "form none", "e\xCC\x82", "e\xCC\x82", N, 0, 0 },
  { "form none repairs", "e\xCC\x81\xCC\x82", "ế", N, R, 0 },
  { "hangul", "\xE1\x84\x80\xE1\x85\xA1\xE1\x86\xA8", "각", C, R, 0 },
  { "old style", "hoà thuỷ hoạ khoẻ", "hòa thủy họa khỏe", C, R, VITEXT_STYLE_OLD },
  { "new style", "hòa thủy HÒA Hòa", "hoà thuỷ HOÀ Hoà", C, R, VITEXT_STYLE_NEW },
  { "closed stays", "hoàn hoét huỳnh quỳnh", "hoàn hoét huỳnh quỳnh", C, R, VITEXT_STYLE_OLD },
  { "qu is an onset", "quý quả", "quý quả", C, R, VITEXT_STYLE_OLD },
  { "no syllable", "Boà Goaà", "Boà Goaà", C, R, VITEXT_STYLE_OLD },
  { "style of nfd", "hoa\xCC\x80", "hòa", C, R, VITEXT_STYLE_OLD },
};

static void rows_give_what_they_say(void **state)
{
  (void)state;
  for (size_t i = 0; i < COUNT_OF(rows); i++) {
    const row *r = &rows[i];
    const vt_normal_options o = { .form = r->form, .repair = r->repair, .style = r->style };
    vt_normal n;
    assert_int_equal(vt_normalize(&vt_alloc_heap, r->input, strlen(r->input), &o, &n, NULL), 0);
    if (strcmp(n.bytes, r->expected) != 0) {
      fail_msg("%s: %s gives %s, not %s", r->name, r->input, n.bytes, r->expected);
    }
    assert_int_equal(n.len, strlen(r->expected));
    assert_int_equal(n.map.from_len, strlen(r->input));
    if (strcmp(r->input, r->expected) == 0) assert_false(vt_map_has_changes(&n.map));
    vt_normal_free(&vt_alloc_heap, &n);
  }
}

typedef struct bad_row {
  const char *name, *input;
  size_t len;
  uint32_t offset;
  const char *lenient;
} bad_row;

static const bad_row bad_rows[] = {
  { "lone continuation",
    "ab\x80"
    "c",
    4, 2,
    "ab\xEF\xBF\xBD"
    "c" },
  { "cut at the end", "a\xE1\xBA", 3, 1, "a\xEF\xBF\xBD" },
  { "overlong", "\xC0\xAF", 2, 0, "\xEF\xBF\xBD\xEF\xBF\xBD" },
  { "surrogate", "\xED\xA0\x80", 3, 0, "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD" },
  { "maximal subpart", "\xF0\x9F\x98z", 4, 0, "\xEF\xBF\xBDz" },
  { "over U+10FFFF", "\xF4\x90\x80\x80", 4, 0, "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD" },
  { "after a mark", "e\xCC\x82\xFF", 4, 3, "ê\xEF\xBF\xBD" },
};

static void bad_bytes_fail_or_are_replaced(void **state)
{
  (void)state;
  for (size_t i = 0; i < COUNT_OF(bad_rows); i++) {
    const bad_row *r = &bad_rows[i];
    vt_normal_options o = { .form = C, .repair = R };
    vitext_error err;
    vt_normal n;
    assert_int_equal(vt_normalize(&vt_alloc_heap, r->input, r->len, &o, &n, &err),
                     VITEXT_E_ENCODING);
    assert_null(n.bytes);
    assert_int_equal(err.offset, r->offset);
    o.lenient = true;
    assert_int_equal(vt_normalize(&vt_alloc_heap, r->input, r->len, &o, &n, &err), 0);
    assert_string_equal(n.bytes, r->lenient);
    vt_normal_free(&vt_alloc_heap, &n);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = { cmocka_unit_test(rows_give_what_they_say),
                                      cmocka_unit_test(bad_bytes_fail_or_are_replaced) };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
