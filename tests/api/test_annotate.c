/* test_annotate.c - strings around spans, in plain text and around the tags of HTML. */
#include "api_test.h"

enum { MARKS = 4, HTML = VITEXT_ANNOTATE_HTML };

static const struct row {
  const char *name, *text;
  vitext_mark marks[MARKS];
  size_t count;
  uint32_t flags;
  const char *expected; /* NULL: refused */
} rows[] = {
  { "nothing", "", { { { 0, 0 }, NULL, NULL } }, 0, 0, "" },
  { "no marks", "abc", { { { 0, 0 }, NULL, NULL } }, 0, 0, "abc" },
  { "one", "abc", { { { 1, 2 }, "[", "]" } }, 1, 0, "a[b]c" },
  { "whole", "abc", { { { 0, 3 }, "[", "]" } }, 1, 0, "[abc]" },
  { "nested, same begin",
    "abc",
    { { { 0, 3 }, "[", "]" }, { { 0, 1 }, "(", ")" } },
    2,
    0,
    "[(a)bc]" },
  { "nested, same end",
    "abc",
    { { { 0, 3 }, "[", "]" }, { { 2, 3 }, "(", ")" } },
    2,
    0,
    "[ab(c)]" },
  { "same span", "abc", { { { 1, 2 }, "[", "]" }, { { 1, 2 }, "(", ")" } }, 2, 0, "a[(b)]c" },
  { "neighbours", "abc", { { { 0, 1 }, "[", "]" }, { { 1, 3 }, "(", ")" } }, 2, 0, "[a](bc)" },
  { "empty mark", "abc", { { { 1, 1 }, "[", "]" } }, 1, 0, "a[]bc" },
  { "empty at the end",
    "abc",
    { { { 0, 3 }, "[", "]" }, { { 3, 3 }, "(", ")" } },
    2,
    0,
    "[abc]()" },
  { "NULL strings", "abc", { { { 1, 2 }, NULL, "]" } }, 1, 0, "ab]c" },
  { "tag is text", "a<b>c", { { { 0, 5 }, "[", "]" } }, 1, 0, "[a<b>c]" },
  { "past the end", "abc", { { { 1, 4 }, "[", "]" } }, 1, 0, NULL },
  { "backwards", "abc", { { { 2, 1 }, "[", "]" } }, 1, 0, NULL },
  { "crossing", "abcd", { { { 0, 2 }, "[", "]" }, { { 1, 3 }, "(", ")" } }, 2, 0, NULL },
  { "unsorted", "abcd", { { { 2, 3 }, "[", "]" }, { { 0, 1 }, "(", ")" } }, 2, 0, NULL },
  { "shorter first", "abcd", { { { 0, 1 }, "[", "]" }, { { 0, 2 }, "(", ")" } }, 2, 0, NULL },
  { "unknown flag", "abc", { { { 0, 0 }, NULL, NULL } }, 0, 2, NULL },
  { "html: around a tag", "ab<i>cd</i>e", { { { 1, 7 }, "[", "]" } }, 1, HTML, "a[b]<i>[cd]</i>e" },
  { "html: nested",
    "a<b>c",
    { { { 0, 5 }, "[", "]" }, { { 0, 5 }, "(", ")" } },
    2,
    HTML,
    "[(a)]<b>[(c)]" },
  { "html: nothing between tags", "a<b><i>c", { { { 0, 8 }, "[", "]" } }, 1, HTML, "[a]<b><i>[c]" },
  { "html: begins and ends in tags",
    "<p>a</p>",
    { { { 1, 6 }, "[", "]" } },
    1,
    HTML,
    "<p>[a]</p>" },
  { "html: all inside a tag", "<p class=x>a", { { { 3, 5 }, "[", "]" } }, 1, HTML, "<p class=x>a" },
  { "html: > in a value",
    "a<b x=\">\">c",
    { { { 0, 11 }, "[", "]" } },
    1,
    HTML,
    "[a]<b x=\">\">[c]" },
  { "html: comment", "a<!-- > - -->b", { { { 0, 14 }, "[", "]" } }, 1, HTML, "[a]<!-- > - -->[b]" },
  { "html: open comment", "a<!-- b", { { { 0, 7 }, "[", "]" } }, 1, HTML, "[a]<!-- b" },
  { "html: no tag", "a < b<", { { { 0, 6 }, "[", "]" } }, 1, HTML, "[a < b<]" },
  { "html: tag without end", "a<b", { { { 0, 3 }, "[", "]" } }, 1, HTML, "[a]<b" },
  { "html: around a script",
    "a<script>if (1<2) b</SCRIPT >c",
    { { { 0, 30 }, "[", "]" } },
    1,
    HTML,
    "[a]<script>if (1<2) b</SCRIPT >[c]" },
  { "html: all inside a title",
    "<TITLE\n>ab</TITLE>c",
    { { { 9, 10 }, "[", "]" } },
    1,
    HTML,
    "<TITLE\n>ab</TITLE>c" },
  { "html: style",
    "<style>a</styles></style>b",
    { { { 0, 26 }, "[", "]" } },
    1,
    HTML,
    "<style>a</styles></style>[b]" },
  { "html: textarea",
    "<textarea>a</textarea>b",
    { { { 0, 23 }, "[", "]" } },
    1,
    HTML,
    "<textarea>a</textarea>[b]" },
  { "html: script without end",
    "a<script>b<i>",
    { { { 0, 10 }, "[", "]" } },
    1,
    HTML,
    "[a]<script>b<i>" },
  { "html: title without content",
    "<title/>a",
    { { { 8, 9 }, "[", "]" } },
    1,
    HTML,
    "<title/>[a]" },
  { "html: a longer name",
    "<titles>a</titles>",
    { { { 8, 9 }, "[", "]" } },
    1,
    HTML,
    "<titles>[a]</titles>" },
  { "html: apostrophe in a declaration",
    "<!doctype h'>a",
    { { { 13, 14 }, "[", "]" } },
    1,
    HTML,
    "<!doctype h'>[a]" },
};

static void annotate_rows(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    const struct row *r = &rows[i];
    text_out out = { 0 };
    const vitext_status st =
        vitext_annotate(r->text, strlen(r->text), r->count > 0 ? r->marks : NULL, r->count,
                        r->flags, collect, &out);
    if (r->expected == NULL) {
      if (st != VITEXT_E_ARGUMENT || out.len != 0) fail_msg("%s: status %d", r->name, (int)st);
    } else if (st != VITEXT_OK || strcmp(out.bytes != NULL ? out.bytes : "", r->expected) != 0) {
      fail_msg("%s: %d, %s, not %s", r->name, (int)st, out.bytes, r->expected);
    }
    free(out.bytes);
  }
}

static int refuse_all(void *user, const char *bytes, size_t len)
{
  (void)bytes;
  *(size_t *)user += len;
  return 1;
}

static void sinks(void **state)
{
  (void)state;
  const vitext_mark mark = { { 1, 2 }, "<b>", "</b>" };
  char small[4];
  vitext_buffer buffer = { small, sizeof small, 99 };
  size_t seen = 0;
  assert_int_equal(vitext_annotate("abc", 3, &mark, 1, 0, NULL, &buffer), VITEXT_E_NO_SPACE);
  assert_int_equal(buffer.len, 10);
  assert_memory_equal(small, "a<b>", 4);
  char enough[10];
  buffer = (vitext_buffer){ enough, sizeof enough, 0 };
  assert_int_equal(vitext_annotate("abc", 3, &mark, 1, 0, NULL, &buffer), VITEXT_OK);
  assert_memory_equal(enough, "a<b>b</b>c", 10);
  assert_int_equal(vitext_annotate("abc", 3, &mark, 1, 0, refuse_all, &seen), VITEXT_E_STOPPED);
}

int main(void)
{
  const struct CMUnitTest tests[] = { cmocka_unit_test(annotate_rows), cmocka_unit_test(sinks) };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
