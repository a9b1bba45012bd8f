/* test_sentence_cases.c - the texts of tests/cases/sentences.tsv. */
#include "token_rows.h"
#include "vt_bytes.h"

static void cases_hold(void **state)
{
  (void)state;
  unsigned char *bytes;
  size_t len;
  assert_int_equal(vt_file_read(CASES, &vt_alloc_heap, &bytes, &len), VITEXT_OK);
  char text[4096], got[8192];
  unsigned wrong = 0, count = 0;
  bool header = true;
  for (char *line = (char *)bytes, *next; *line != '\0'; line = next) {
    char *end = strchr(line, '\n');
    next = end == NULL ? line + strlen(line) : end + 1;
    if (end != NULL) *end = '\0';
    char *row = strchr(line, '\t');
    if (line[0] == '#' || row == NULL || header) {
      header &= line[0] == '#';
      continue;
    }
    *row++ = '\0';
    assert_true(strlen(row) < sizeof text);
    count++;
    plain_text(row, text);
    write_sentences(text, got, sizeof got);
    if (strcmp(got, row) == 0) continue;
    wrong++;
    print_error("%s\n  expected %s\n  got      %s\n", line, row, got);
  }
  vt_release(&vt_alloc_heap, bytes, len + 1);
  assert_true(count > 30);
  assert_int_equal(wrong, 0);
}

int main(void)
{
  const struct CMUnitTest tests[] = { cmocka_unit_test(cases_hold) };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
