/* fuzz_annotate.c - marks around spans of text and HTML: what is not a mark is the text, unchanged.
 */
#include <stdlib.h>
#include <string.h>
#include "fuzz.h"

enum { MARKS = 16 };
typedef struct seen {
  char *bytes;
  size_t len;
} seen;

/* Keeps what is text: the strings of the marks are pieces of \x01 and \x02 only. */
static int keep_text(void *user, const char *bytes, size_t len)
{
  seen *s = user;
  for (size_t i = 0; i < len; i++) {
    if (bytes[i] != 1 && bytes[i] != 2) s->bytes[s->len++] = bytes[i];
  }
  return 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  fuzz_input in = { data, size };
  vitext_mark marks[MARKS];
  const uint32_t flags = fuzz_byte(&in) & VITEXT_ANNOTATE_HTML;
  const size_t count = fuzz_byte(&in) % MARKS;
  for (size_t i = 0; i < count; i++) {
    const uint32_t begin = fuzz_byte(&in);
    marks[i] = (vitext_mark){ { begin, begin + fuzz_byte(&in) % 32 }, "\x01", "\x02" };
  }
  char *text = fuzz_rest(&in);
  for (size_t i = 0; i < in.len; i++) {
    if (text[i] == 1 || text[i] == 2) text[i] = ' ';
  }
  seen s = { malloc(in.len + 1), 0 };
  FUZZ_REQUIRE(s.bytes != NULL);
  const vitext_status st = vitext_annotate(text, in.len, marks, count, flags, keep_text, &s);
  FUZZ_REQUIRE(st == VITEXT_OK || (st == VITEXT_E_ARGUMENT && s.len == 0));
  if (st == VITEXT_OK) FUZZ_REQUIRE(s.len == in.len && memcmp(s.bytes, text, in.len) == 0);
  free(s.bytes);
  fuzz_drop(text);
  return 0;
}
