/* document.c - one document: from its record through the library to the output. */
#include "document.h"
#include "output.h"
#include "render.h"
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

typedef struct trouble { /* why a document failed */
  const char *code;
  uint64_t offset;
  char message[256];
} trouble;

void document_open(document *d, const options *o, const vitext_ctx *ctx, buffer *out)
{
  *d = (document){ .o = o, .ctx = ctx, .out = out };
  vitext_options_init(&d->how, sizeof d->how);
  d->how.lenient = (uint32_t)o->lenient;
  d->how.repair = o->repair;
  d->how.style = o->style;
  d->how.form = o->form;
  d->how.fold = o->fold;
  d->how.convention = o->convention;
  d->how.layers = o->cmd->layers;
  if (o->format == FORMAT_CONLLU) d->how.layers |= VITEXT_WORDS | VITEXT_SENTENCES;
}

void document_close(document *d)
{
  jsonl_free(&d->json);
  buffer_free(&d->id);
  buffer_free(&d->members);
}

static void set_trouble(trouble *t, const char *code, uint64_t offset, const char *message)
{
  t->code = code;
  t->offset = offset;
  snprintf(t->message, sizeof t->message, "%s", message);
}

static int library_trouble(trouble *t, vitext_status st, const vitext_error *e)
{
  const char *code = vitext_name(VITEXT_NAME_E, st);
  if (code == NULL) code = "error";
  set_trouble(t, code, e->offset, e->message[0] != '\0' ? e->message : code);
  return 0;
}

/* The id when the document brings none, and the name for people. */
static void default_id(document *d, const batch *b, const record *r)
{
  char number[24];
  const int n = snprintf(number, sizeof number, "%" PRIu64, r ? r->line : 0);
  d->json.name.len = d->id.len = d->json.members.len = 0;
  if (r != NULL && r->line != 0) {
    buffer_add(&d->id, number, (size_t)n);
    buffer_add(&d->json.name, number, (size_t)n);
  } else {
    buffer_json(&d->id, b->source, strlen(b->source));
    buffer_text(&d->json.name, b->source);
  }
}

/* The line in UTF-8, with U+FFFD for bytes that are none when asked for: to be freed. */
static vitext_status decode(const document *d, const record *r, vitext_encoding from,
                            uint32_t lenient, vitext_doc **doc, vitext_error *e)
{
  vitext_options how = d->how;
  how.encoding = from;
  how.lenient = lenient;
  how.form = VITEXT_FORM_NONE;
  how.fold = VITEXT_FOLD_NONE;
  how.style = VITEXT_STYLE_KEEP;
  how.repair = 0;
  return vitext_normalize(NULL, r->bytes, r->len, &how, doc, e);
}

/* A line that is not in its encoding: where in the text is it wrong, and whose line is it. */
static void find_bad_byte(document *d, const batch *b, const record *r, const vitext_error *e,
                          trouble *t)
{
  vitext_error ignored = { 0 };
  jsonl_error unread;
  size_t len = 0;
  vitext_doc *doc = NULL;
  decode(d, r, b->encoding, 1, &doc, &ignored);
  const char *line = doc ? vitext_doc_text(doc, &len) : NULL;
  if (line != NULL && b->encoding == VITEXT_ENC_UTF8) {
    t->offset = jsonl_text_offset(line, len, e->offset);
    jsonl_parse(&d->json, line, len, &unread);
  }
  vitext_doc_free(doc);
}

/* Fill d->json from the line. Most lines are good UTF-8 and good JSON, which one pass shows. */
static int parse_line(document *d, const batch *b, const record *r, trouble *t)
{
  jsonl_error je = { 0, "longer than twice the 1 GiB that a text may have" };
  vitext_error ve = { 0 };
  if (r->len > 2 * (size_t)VITEXT_MAX_INPUT) {
    set_trouble(t, "too-long", VITEXT_MAX_INPUT, je.message);
    return 0;
  }
  if (b->encoding == VITEXT_ENC_UTF8 && jsonl_parse(&d->json, r->bytes, r->len, &je)) return 1;
  vitext_doc *doc = NULL;
  const vitext_status st = decode(d, r, b->encoding, d->how.lenient, &doc, &ve);
  int good = 0;
  if (st != VITEXT_OK) {
    library_trouble(t, st, &ve);
    if (st == VITEXT_E_ENCODING) find_bad_byte(d, b, r, &ve, t);
  } else {
    size_t len;
    const char *line = vitext_doc_text(doc, &len);
    good = jsonl_parse(&d->json, line, len, &je);
    if (!good) set_trouble(t, "json", je.offset, je.message);
  }
  vitext_doc_free(doc);
  return good;
}

static int is_blank(const record *r)
{
  for (size_t i = 0; i < r->len; i++) {
    if (strchr(" \t\r", r->bytes[i]) == NULL || r->bytes[i] == '\0') return 0;
  }
  return 1;
}

/* One line, or the zeros of a wide encoding with it. */
static void line_break(const document *d)
{
  const vitext_encoding e = d->o->to;
  const char wide[] = { 0, 0, 0, '\n', 0, 0, 0 };
  if (e == VITEXT_ENC_UTF16LE) buffer_add(d->out, wide + 3, 2);
  else if (e == VITEXT_ENC_UTF16BE) buffer_add(d->out, wide + 2, 2);
  else if (e == VITEXT_ENC_UTF32LE) buffer_add(d->out, wide + 3, 4);
  else if (e == VITEXT_ENC_UTF32BE) buffer_add(d->out, wide, 4);
  else buffer_char(d->out, '\n');
}

/* Does each document take one line of the output? */
static int by_line(const options *o)
{
  const int one = (o->cmd->bit & CMD_TEXTS) || o->format == FORMAT_WORDS;
  return one && o->input != INPUT_TEXT && o->format != FORMAT_JSONL;
}

static int report(document *d, const batch *b, const record *r, const trouble *t)
{
  if (d->o->format == FORMAT_JSONL) {
    buffer_text(d->out, "{\"id\":");
    buffer_add(d->out, d->id.data, d->id.len);
    buffer_text(d->out, ",\"error\":{\"code\":");
    buffer_json(d->out, t->code, strlen(t->code));
    buffer_format(d->out, ",\"offset\":%" PRIu64 ",\"message\":", t->offset);
    buffer_json(d->out, t->message, strlen(t->message));
    buffer_text(d->out, "}}\n");
    return 1;
  }
  char line[32] = "";
  if (r != NULL && r->line != 0) snprintf(line, sizeof line, ":%" PRIu64, r->line);
  fprintf(stderr, "vitext: %s%s: %s", b->source, line, t->message);
  const int at_byte = strcmp(t->code, "encoding") == 0 || strcmp(t->code, "json") == 0;
  if (at_byte) fprintf(stderr, " (byte %" PRIu64 ")", t->offset);
  fputc('\n', stderr);
  if (r != NULL && by_line(d->o)) line_break(d);
  return 1;
}

int document_unread(document *d, const batch *b)
{
  trouble t;
  default_id(d, b, NULL);
  set_trouble(&t, "io", 0, b->failed);
  return report(d, b, NULL, &t);
}

/* JSON Lines of normalize, convert and fold: the record with its text made new. */
static vitext_status write_record(document *d, const vitext_doc *doc)
{
  size_t len;
  const char *text = vitext_doc_text(doc, &len);
  buffer_char(d->out, '{');
  buffer_add(d->out, d->members.data, d->members.len);
  buffer_text(d->out, ",\"text\":");
  buffer_json(d->out, text, len);
  buffer_text(d->out, "}\n");
  return VITEXT_OK;
}

static vitext_status write_text(document *d, const vitext_doc *doc)
{
  vitext_write_options how;
  vitext_write_options_init(&how, sizeof how);
  if (d->o->to != 0) how.encoding = d->o->to;
  how.substitute = d->o->substitute;
  const vitext_status st = vitext_doc_write(doc, VITEXT_FORMAT_TEXT, &how, buffer_sink, d->out);
  if (st == VITEXT_OK && by_line(d->o)) line_break(d);
  return st;
}

/* Which character has no place in the encoding. */
static void explain_loss(const document *d, const vitext_doc *doc, trouble *t)
{
  vitext_span first = { 0, 0 };
  size_t count = 0, len = 0;
  vitext_doc_losses(doc, d->o->to, &first, 1, &count);
  const char *at = vitext_doc_slice(doc, first, &len);
  char message[160];
  snprintf(message, sizeof message,
           "%zu characters have no place in %s, the first is '%.*s'; see --substitute", count,
           vitext_name(VITEXT_NAME_ENC, d->o->to), (int)(len < 40 ? len : 40), at ? at : "");
  set_trouble(t, vitext_name(VITEXT_NAME_E, VITEXT_E_ENCODING), first.begin, message);
}

static vitext_status render(document *d, const subject *s)
{
  switch (d->o->format) {
  case FORMAT_JSONL: return render_json(s, d->out);
  case FORMAT_WORDS: return render_words(s, d->out);
  case FORMAT_CONLLU: return render_conllu(s, d->out);
  case FORMAT_TSV: return render_tsv(s, d->out);
  case FORMAT_HTML: return render_html(s, d->out);
  default: return render_text(s, d->out);
  }
}

/* The text through the library and out. 1 when it went well. */
static int process(document *d, const batch *b, size_t i, piece text, trouble *t)
{
  vitext_error e = { 0 };
  vitext_doc *doc = NULL;
  const int texts = (d->o->cmd->bit & CMD_TEXTS) != 0;
  const size_t before = d->out->len;
  d->how.encoding = d->o->input == INPUT_JSONL ? VITEXT_ENC_UTF8 : b->encoding;
  vitext_status st = texts ? vitext_normalize(d->ctx, text.p, text.len, &d->how, &doc, &e)
                           : vitext_analyze(d->ctx, text.p, text.len, &d->how, &doc, &e);
  if (st != VITEXT_OK) return library_trouble(t, st, &e);
  if (texts) {
    st = d->o->format == FORMAT_JSONL ? write_record(d, doc) : write_text(d, doc);
  } else {
    const subject s = { .o = d->o,
                        .doc = doc,
                        .name = d->json.name.data,
                        .raw =
                            d->how.encoding == VITEXT_ENC_UTF8 && !d->how.lenient ? text.p : NULL,
                        .name_len = d->json.name.len,
                        .bytes = text.len,
                        .members = d->members.data,
                        .number = b->first + i,
                        .colored = output_colored(d->o) };
    st = render(d, &s);
  }
  if (st == VITEXT_E_ENCODING && texts) explain_loss(d, doc, t);
  else if (st != VITEXT_OK)
    set_trouble(t, vitext_name(VITEXT_NAME_E, st), 0, "could not be written");
  /* what was written of a document that failed is taken back where it has not left yet */
  if (st != VITEXT_OK && d->out->len >= before) d->out->len = before;
  vitext_doc_free(doc);
  return st == VITEXT_OK;
}

static void collect_members(document *d)
{
  d->members.len = 0;
  buffer_text(&d->members, "\"id\":");
  buffer_add(&d->members, d->id.data, d->id.len);
  buffer_add(&d->members, d->json.members.data, d->json.members.len);
  *buffer_room(&d->members, 1) = '\0';
}

int document_run(document *d, const batch *b, size_t i)
{
  const record *r = &b->records[i];
  const int json = d->o->input == INPUT_JSONL;
  trouble t = { 0 };
  piece text = { r->bytes, r->len };
  int good = 1;
  d->json.id.len = 0;
  default_id(d, b, r);
  if (json) {
    if (is_blank(r)) return 0;
    good = parse_line(d, b, r, &t);
    text = (piece){ d->json.text.data, d->json.text.len };
    if (d->json.id.len != 0) {
      d->id.len = 0;
      buffer_add(&d->id, d->json.id.data, d->json.id.len);
    } else {
      const size_t members = d->json.members.len;
      default_id(d, b, r);
      d->json.members.len = members;
    }
  }
  collect_members(d);
  if (good) good = process(d, b, i, text, &t);
  return good ? 0 : report(d, b, r, &t);
}

static void write_once(const options *o, void (*begin)(const options *, buffer *))
{
  buffer b = { 0 };
  begin(o, &b);
  output_write(b.data, b.len);
  buffer_free(&b);
}

void document_begin(const options *o)
{
  if (o->format == FORMAT_TSV) write_once(o, render_tsv_begin);
  if (o->format == FORMAT_HTML) write_once(o, render_html_begin);
}

void document_end(const options *o)
{
  if (o->format == FORMAT_HTML) write_once(o, render_html_end);
}
