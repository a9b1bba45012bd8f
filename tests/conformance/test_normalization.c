/* test_normalization.c - Unicode's NormalizationTest.txt (Debian unicode-data), all lines, four
 * forms, and part 1's promise that characters not listed are their own normal form. */
#define _POSIX_C_SOURCE 200809L /* popen */
#include <stdio.h>
#include "vt_normal.h"
#include "vt_test.h"
#include "vt_utf8.h"

static const char file_name[] = "/usr/share/unicode/NormalizationTest.txt.bz2";

/* Columns of the file: source, NFC, NFD, NFKC, NFKD. */
enum { COLUMNS = 5 };
typedef struct line {
  char text[COLUMNS][256];
  size_t len[COLUMNS];
} line;

static bool parse(const char *s, line *out)
{
  for (int c = 0; c < COLUMNS; c++) {
    out->len[c] = 0;
    while (*s != ';') {
      char *end;
      const unsigned long cp = strtoul(s, &end, 16);
      if (end == s) return false;
      out->len[c] += vt_utf8_put((uint32_t)cp, out->text[c] + out->len[c]);
      s = *end == ' ' ? end + 1 : end;
    }
    s++;
  }
  return true;
}

static bool becomes(const line *l, int from, int32_t form, int to)
{
  const vt_normal_options o = { .form = form };
  vt_normal n;
  if (vt_normalize(&vt_alloc_heap, l->text[from], l->len[from], &o, &n, NULL) != VITEXT_OK)
    return false;
  const bool same = n.len == l->len[to] && memcmp(n.bytes, l->text[to], n.len) == 0;
  vt_normal_free(&vt_alloc_heap, &n);
  return same;
}

/* The conformance rules at the head of the file. */
static bool conforms(const line *l)
{
  for (int from = 0; from < COLUMNS; from++) {
    const bool canonical = from < 3;
    if (!becomes(l, from, VITEXT_FORM_NFC, canonical ? 1 : 3)) return false;
    if (!becomes(l, from, VITEXT_FORM_NFD, canonical ? 2 : 4)) return false;
    if (!becomes(l, from, VITEXT_FORM_NFKC, 3)) return false;
    if (!becomes(l, from, VITEXT_FORM_NFKD, 4)) return false;
  }
  return true;
}

static void normalization_test(void **state)
{
  (void)state;
  static unsigned char listed[0x110000];
  FILE *f = popen("bzcat /usr/share/unicode/NormalizationTest.txt.bz2", "r");
  assert_non_null(f);
  char text[4096];
  unsigned lines = 0, wrong = 0;
  bool part1 = false;
  while (fgets(text, sizeof text, f) != NULL) {
    line l;
    if (text[0] == '@') part1 = strncmp(text, "@Part1", 6) == 0;
    if (text[0] == '#' || text[0] == '@' || !parse(text, &l)) continue;
    if (part1) listed[strtoul(text, NULL, 16)] = 1;
    lines++;
    if (!conforms(&l)) {
      print_error("line: %s", text);
      wrong++;
    }
  }
  pclose(f);
  print_message("%u lines, %u wrong\n", lines, wrong);
  assert_true(lines > 18000);
  assert_int_equal(wrong, 0);
  for (uint32_t cp = 1; cp < 0x110000; cp++) {
    if (listed[cp] || (cp >= 0xD800 && cp < 0xE000) || cp == 0xFEFF) continue; /* alone: a BOM */
    line l;
    l.len[0] = l.len[1] = vt_utf8_put(cp, l.text[0]);
    vt_utf8_put(cp, l.text[1]);
    for (int32_t form = VITEXT_FORM_NFC; form <= VITEXT_FORM_NFKD; form++) {
      if (!becomes(&l, 0, form, 1)) wrong++;
    }
  }
  assert_int_equal(wrong, 0);
}

int main(void)
{
  FILE *f = fopen(file_name, "rb");
  if (f == NULL) {
    print_message("skipped: no %s (Debian package unicode-data)\n", file_name);
    return 77;
  }
  fclose(f);
  const struct CMUnitTest tests[] = { cmocka_unit_test(normalization_test) };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
