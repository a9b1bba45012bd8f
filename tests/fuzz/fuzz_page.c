/* fuzz_page.c - the program from its records to its output: every command that takes texts, in
 * every format, the page of HTML among them. */
#include <jansson.h>
#include <string.h>
#include "document.h"
#include "fuzz.h"

enum { RECORDS = 4 };

static void choose(options *o, fuzz_input *in)
{
  const uint32_t which = fuzz_byte(in), how = fuzz_byte(in), more = fuzz_byte(in);
  int commands = 0, formats = 0;
  while (command_at(commands) != NULL && (command_at(commands)->bit & (CMD_ANALYSES | CMD_TEXTS)))
    commands++;
  FUZZ_REQUIRE(commands >= 8);
  *o = (options){ .cmd = command_at((int)which % commands), .color = COLOR_NEVER, .jobs = 1 };
  while (o->cmd->formats[formats] != 0) formats++;
  o->format = o->cmd->formats[(int)(how & 7) % formats];
  o->input = INPUT_TEXT + (int)(how >> 3) % 3;
  o->unit = (vitext_unit)(how >> 5 & 3) % 3; /* text bytes are no option of the program */
  o->all = (how & 0x80) != 0;
  o->lenient = more & 1;
  o->repair = VITEXT_REPAIR_DEFAULT;
  o->style = (int32_t)(more >> 1 & 3) % 3;
  o->form = (o->cmd->bit & CMD_NORMALIZE) != 0 ? (int32_t)(more >> 3 & 3) + 1 : VITEXT_FORM_NFC;
  if (o->style != VITEXT_STYLE_KEEP) o->form = VITEXT_FORM_NFC;
  if ((o->cmd->bit & CMD_FOLD) != 0) o->fold = VITEXT_FOLD_MARKS;
  o->convention = (more & 0x20) != 0 ? VITEXT_CONVENTION_UD : VITEXT_CONVENTION_VLSP;
  o->to = (o->cmd->bit & CMD_CONVERT) != 0 ? (vitext_encoding)(fuzz_byte(in) % 12) + 1 : 0;
  o->substitute = (more & 0x40) != 0 ? "?" : NULL;
}

/* Records are the lines of the input, or all of it. */
static void split(batch *b, const options *o, char *text, size_t len)
{
  size_t at = 0;
  while (at < len && b->count < RECORDS) {
    const char *end = o->input == INPUT_TEXT || b->count + 1 == RECORDS
                          ? NULL
                          : memchr(text + at, '\n', len - at);
    const size_t n = end == NULL ? len - at : (size_t)(end - text) - at;
    b->records[b->count] = (record){ text + at, n, o->input == INPUT_TEXT ? 0 : b->count + 1 };
    b->count++;
    at += n + 1;
  }
}

/* Text is escaped, so that tags open and close by turns. */
static void check_html(const buffer *out)
{
  int inside = 0;
  for (size_t i = 0; i < out->len; i++) {
    FUZZ_REQUIRE(out->data[i] != '<' || !inside);
    FUZZ_REQUIRE(out->data[i] != '>' || inside);
    if (out->data[i] == '<') inside = 1;
    if (out->data[i] == '>') inside = 0;
  }
  FUZZ_REQUIRE(!inside);
}

static void check_jsonl(const buffer *out)
{
  for (size_t at = 0; at < out->len;) {
    const char *end = memchr(out->data + at, '\n', out->len - at);
    FUZZ_REQUIRE(end != NULL);
    const size_t len = (size_t)(end - out->data) - at;
    json_t *line = json_loadb(out->data + at, len, JSON_ALLOW_NUL | JSON_DECODE_INT_AS_REAL, NULL);
    FUZZ_REQUIRE(json_is_object(line));
    json_decref(line);
    at += len + 1;
  }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  fuzz_input in = { data, size };
  fuzz_heap heap;
  options o;
  record records[RECORDS];
  document d;
  buffer out = { 0 };
  vitext_ctx *ctx = fuzz_ctx(&heap, &in);
  choose(&o, &in);
  batch b = { .records = records, .source = "<a&\"b\">", .encoding = VITEXT_ENC_UTF8 };
  if ((heap.random & 0x700) == 0x700) b.encoding = VITEXT_ENC_TCVN3;
  char *text = fuzz_rest(&in);
  split(&b, &o, text, in.len);
  document_open(&d, &o, ctx, &out);
  for (size_t i = 0; ctx != NULL && i < b.count; i++) (void)document_run(&d, &b, i);
  if (o.format == FORMAT_HTML) check_html(&out);
  if (o.format == FORMAT_JSONL) check_jsonl(&out);
  document_close(&d);
  buffer_free(&out);
  vitext_ctx_free(ctx);
  fuzz_drop(text);
  fuzz_heap_end(&heap);
  return 0;
}
