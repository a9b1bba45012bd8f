/* test_date.c - dates in figures and words, read from their first number. */
#include "vt_date.h"
#include "vt_lexicon.h"
#include "vt_test.h"

static const struct row {
  const char *text;
  int from;
  const char *date; /* ISO; "": none */
  const char *rest; /* behind it */
} rows[] = {
  { "15/5/2016 của", VT_DATE_DAY, "2016-05-15", " của" },
  { "15 tháng 5 năm 2016, thì", VT_DATE_DAY, "2016-05-15", ", thì" },
  { "15 / 5\n/ 2016", VT_DATE_DAY, "2016-05-15", "" },
  { "15–5 năm 2016", VT_DATE_DAY, "2016-05-15", "" },
  { "26.3.46", VT_DATE_DAY, "1946-03-26", "" },
  { "5/2016-2021", VT_DATE_MONTH, "2016-05", "-2021" },
  { "09 năm 2022", VT_DATE_MONTH, "2022-09", "" },
  { "2022", VT_DATE_YEAR, "2022", "" },
  { "", VT_DATE_YEAR, "", "" },
  { "năm 2022", VT_DATE_YEAR, "", "" },
  { "32/5/2016", VT_DATE_DAY, "", "" },
  { "0/5/2016", VT_DATE_DAY, "", "" },
  { "15/13/2016", VT_DATE_DAY, "", "" },
  { "15/5/22", VT_DATE_DAY, "", "" },
  { "5/46", VT_DATE_MONTH, "", "" },
  { "1899", VT_DATE_YEAR, "", "" },
  { "2100", VT_DATE_YEAR, "", "" },
  { "20165", VT_DATE_YEAR, "", "" },
  { "15 5 2016", VT_DATE_DAY, "", "" },
  { "15/5/", VT_DATE_DAY, "", "" },
};

static uint32_t behind(const void *caller, uint32_t i, int part)
{
  const vt_date_source *s = caller;
  const char *word = part == VT_DATE_MONTH ? "tháng" : "năm";
  const size_t len = strlen(word);
  return strncmp(s->text.bytes + s->tokens[i].begin, word, len) == 0 ? i + 1 : 0;
}

static void dates(void **state)
{
  (void)state;
  for (size_t k = 0; k < COUNT_OF(rows); k++) {
    const struct row *r = &rows[k];
    vt_date_source s = { .text = { r->text, (uint32_t)strlen(r->text) }, .behind = behind };
    char iso[VT_ISO_DATE_MAX + 1] = "";
    vt_tokens t;
    vt_date date;
    assert_int_equal(vt_tokens_find(&vt_alloc_heap, vt_lexicon_builtin(), s.text, &t), VITEXT_OK);
    s.tokens = t.items;
    s.count = t.count;
    s.caller = &s;
    const uint32_t end = vt_date_find(&s, 0, r->from, &date);
    if (end != 0) iso[vt_date_iso(iso, date)] = '\0';
    vt_tokens_free(&vt_alloc_heap, &t);
    if (strcmp(iso, r->date) != 0 || (end != 0 && strcmp(r->text + end, r->rest) != 0))
      fail_msg("%s: %s up to %u, not %s before %s", r->text, iso, end, r->date, r->rest);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = { cmocka_unit_test(dates) };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
