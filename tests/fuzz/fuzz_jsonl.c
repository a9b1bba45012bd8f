/* fuzz_jsonl.c - the program's reader of JSON Lines. No memory fails here: that ends the program.
 */
#include <jansson.h>
#include <string.h>
#include "fuzz.h"
#include "jsonl.h"

/* What is kept of a line must be JSON again, with the members that it had. */
static void check_line(const jsonl_line *j, const char *line, size_t len)
{
  json_t *root = json_loadb(line, len, JSON_ALLOW_NUL | JSON_DECODE_INT_AS_REAL, NULL);
  FUZZ_REQUIRE(json_is_object(root));
  const json_t *text = json_object_get(root, "text");
  FUZZ_REQUIRE(json_is_string(text) && json_string_length(text) == j->text.len);
  FUZZ_REQUIRE(j->text.len == 0 || memcmp(j->text.data, json_string_value(text), j->text.len) == 0);
  buffer again = { 0 };
  buffer_text(&again, "{\"id\":");
  if (j->id.len > 0) buffer_add(&again, j->id.data, j->id.len);
  else buffer_text(&again, "0");
  buffer_add(&again, j->members.data, j->members.len);
  buffer_char(&again, '}');
  json_t *kept = json_loadb(again.data, again.len, JSON_ALLOW_NUL | JSON_DECODE_INT_AS_REAL, NULL);
  FUZZ_REQUIRE(json_is_object(kept));
  FUZZ_REQUIRE(json_object_size(kept) <= json_object_size(root) + 1);
  json_decref(kept);
  json_decref(root);
  buffer_free(&again);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  fuzz_input in = { data, size };
  const uint32_t bad = fuzz_byte(&in) * 256 + fuzz_byte(&in);
  char *line = fuzz_rest(&in);
  jsonl_line j = { 0 };
  jsonl_error e = { 0 };
  jsonl_open();
  const int good = jsonl_parse(&j, line, in.len, &e);
  FUZZ_REQUIRE(e.offset <= in.len);
  FUZZ_REQUIRE(good || memchr(e.message, 0, sizeof e.message) != NULL);
  if (good) check_line(&j, line, in.len);
  FUZZ_REQUIRE(jsonl_text_offset(line, in.len, bad) <= (bad > in.len ? bad : in.len));
  jsonl_free(&j);
  fuzz_drop(line);
  return 0;
}
