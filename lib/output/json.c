/* json.c - escaping, members, spans; the layers below officials. */
#include "vt_json.h"
#include "vt_name.h"

/* What a byte becomes inside a string: itself, a letter after a backslash, or \u00XX. */
enum { PLAIN = 0, HEX = 1 };
static const char escapes[256] = {
  HEX, HEX, HEX, HEX, HEX, HEX, HEX, HEX, 'b',         't',           'n', HEX,
  'f', 'r', HEX, HEX, HEX, HEX, HEX, HEX, HEX,         HEX,           HEX, HEX,
  HEX, HEX, HEX, HEX, HEX, HEX, HEX, HEX, ['"'] = '"', ['\\'] = '\\',
};

static void escape_byte(vt_out *o, unsigned char b)
{
  static const char hex[] = "0123456789abcdef";
  vt_out_char(o, '\\');
  if (escapes[b] != HEX) {
    vt_out_char(o, escapes[b]);
    return;
  }
  vt_out_bytes(o, "u00", 3);
  vt_out_char(o, hex[b >> 4]);
  vt_out_char(o, hex[b & 15]);
}

static void escape(vt_json *j, const char *bytes, size_t len)
{
  size_t from = 0;
  for (size_t i = 0; i < len; i++) {
    if (escapes[(unsigned char)bytes[i]] == PLAIN) continue;
    vt_out_bytes(j->out, bytes + from, i - from);
    escape_byte(j->out, (unsigned char)bytes[i]);
    from = i + 1;
  }
  vt_out_bytes(j->out, bytes + from, len - from);
}

void vt_json_string(vt_json *j, const char *bytes, size_t len)
{
  vt_out_char(j->out, '"');
  escape(j, bytes, len);
  vt_out_char(j->out, '"');
}

static void member(vt_json *j, const char *name)
{
  vt_out_bytes(j->out, ",\"", 2);
  vt_out_text(j->out, name);
  vt_out_bytes(j->out, "\":", 2);
}

void vt_json_text(vt_json *j, const char *name, const char *value)
{
  if (value == NULL || value[0] == '\0') return;
  member(j, name);
  vt_json_string(j, value, strlen(value));
}

void vt_json_number(vt_json *j, const char *name, uint32_t value)
{
  if (value == 0) return;
  member(j, name);
  vt_out_number(j->out, value);
}

void vt_json_list(vt_json *j, const char *name, vitext_list list)
{
  if (list == NULL || list[0] == NULL) return;
  member(j, name);
  for (size_t i = 0; list[i] != NULL; i++) {
    vt_out_char(j->out, i == 0 ? '[' : ',');
    vt_json_string(j, list[i], strlen(list[i]));
  }
  vt_out_char(j->out, ']');
}

void vt_json_surface(vt_json *j, const char *name, vitext_span span)
{
  char room[VT_PIECE];
  vitext_span rest = vt_document_surface(j->doc, &j->far, span);
  member(j, name);
  vt_out_char(j->out, '"');
  for (vt_text s; (s = vt_document_piece(j->doc, &j->far, &rest, room)).len > 0;)
    escape(j, s.bytes, s.len);
  vt_out_char(j->out, '"');
}

void vt_json_span(vt_json *j, vt_cursor *c, const char *start, const char *end, vitext_span span)
{
  if (j->unit != VITEXT_UNIT_BYTE) {
    span = vt_document_convert(j->doc, c, VITEXT_UNIT_BYTE, j->unit, span);
  }
  vt_out_char(j->out, '"');
  vt_out_text(j->out, start);
  vt_out_bytes(j->out, "\":", 2);
  vt_out_number(j->out, span.begin);
  member(j, end);
  vt_out_number(j->out, span.end);
}

void vt_json_open(vt_json *j, vt_cursor *c, vitext_span span)
{
  vt_out_char(j->out, '{');
  vt_json_span(j, c, "start", "end", span);
}

void vt_json_layer(vt_json *j, const char *name)
{
  if (j->started) vt_out_char(j->out, ',');
  j->started = true;
  vt_out_char(j->out, '"');
  vt_out_text(j->out, name);
  vt_out_bytes(j->out, "\":[", 3);
}

static void tokens(vt_json *j)
{
  const vt_layers *l = j->layers;
  vt_json_layer(j, "tokens");
  for (size_t i = 0; i < l->token_count; i++) {
    if (i > 0) vt_out_char(j->out, ',');
    vt_json_open(j, &j->near, l->tokens[i].span);
    vt_json_text(j, "kind", vt_name(VITEXT_NAME_TOKEN, l->tokens[i].kind));
    vt_out_char(j->out, '}');
  }
  vt_out_char(j->out, ']');
}

static void sentences(vt_json *j)
{
  const vt_layers *l = j->layers;
  j->near = (vt_cursor){ 0 };
  vt_json_layer(j, "sentences");
  for (size_t i = 0; i < l->sentence_count; i++) {
    if (i > 0) vt_out_char(j->out, ',');
    vt_json_open(j, &j->near, l->sentences[i].span);
    vt_out_char(j->out, '}');
  }
  vt_out_char(j->out, ']');
}

static void words(vt_json *j)
{
  const vt_layers *l = j->layers;
  j->near = (vt_cursor){ 0 };
  vt_json_layer(j, "words");
  for (size_t i = 0; i < l->word_count; i++) {
    if (i > 0) vt_out_char(j->out, ',');
    vt_json_open(j, &j->near, l->words[i].span);
    vt_out_text(j->out, ",\"tokens\":[");
    vt_out_number(j->out, l->words[i].first_token);
    vt_out_char(j->out, ',');
    vt_out_number(j->out, l->words[i].token_count);
    vt_out_bytes(j->out, "]}", 2);
  }
  vt_out_char(j->out, ']');
}

/* An index, which is -1 where there is none. */
static void index_member(vt_json *j, const char *name, int32_t index)
{
  if (index < 0) return;
  member(j, name);
  vt_out_number(j->out, (uint32_t)index);
}

static void flag_words(vt_json *j, uint32_t flags)
{
  char before = '[';
  if (flags == 0) return;
  member(j, "flags");
  for (int32_t bit = 0; bit < 31; bit++) {
    const char *word = vt_name(VITEXT_NAME_REFF, (int32_t)(flags & 1u << bit));
    if (word == NULL) continue;
    vt_out_char(j->out, before);
    vt_json_string(j, word, strlen(word));
    before = ',';
  }
  if (before == '[') vt_out_char(j->out, '[');
  vt_out_char(j->out, ']');
}

static void reference(vt_json *j, const vitext_reference *r, bool all_members)
{
  vt_json_open(j, &j->near, r->span);
  if (r->full.end > r->span.end) {
    vitext_span full = r->full;
    if (j->unit != VITEXT_UNIT_BYTE) {
      full = vt_document_convert(j->doc, &j->far, VITEXT_UNIT_BYTE, j->unit, full);
    }
    vt_json_number(j, "full_end", full.end);
  }
  vt_json_surface(j, "surface", r->span);
  vt_json_text(j, "kind", vt_name(VITEXT_NAME_REF, r->kind));
  const struct {
    const char *name, *value;
  } texts[] = {
    { "type", r->type },     { "number", r->number },   { "year", r->year },
    { "symbol", r->symbol }, { "issuer", r->issuer },   { "date", r->date },
    { "term", r->term },     { "session", r->session }, { "title", r->title },
  };
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
    vt_json_text(j, texts[i].name, texts[i].value);
  }
  vt_json_list(j, "amended", r->amended);
  vt_json_list(j, "provision", r->provisions);
  vt_json_text(j, "canonical", r->canonical);
  if (all_members) {
    vt_json_text(j, "organ", r->organ);
    index_member(j, "antecedent", r->antecedent);
    index_member(j, "list_head", r->list_head);
    if (r->relation != VITEXT_REL_NONE) {
      vt_json_text(j, "relation", vt_name(VITEXT_NAME_REL, r->relation));
    }
    vt_json_list(j, "resolved", r->resolved);
    vt_json_text(j, "urn", r->urn);
    flag_words(j, r->flags);
    vt_json_number(j, "percent", r->percent);
  }
  vt_out_char(j->out, '}');
}

static void references(vt_json *j, bool all_members)
{
  const vt_layers *l = j->layers;
  j->near = j->far = (vt_cursor){ 0 };
  vt_json_layer(j, all_members ? "references" : "refs");
  for (size_t i = 0; i < l->reference_count; i++) {
    if (i > 0) vt_out_char(j->out, ',');
    reference(j, &l->references[i], all_members);
  }
  vt_out_char(j->out, ']');
}

/* { and the caller's members. */
static void open_object(vt_json *j, const vitext_write_options *w)
{
  vt_out_char(j->out, '{');
  if (w->members == NULL || w->members[0] == '\0') return;
  vt_out_text(j->out, w->members);
  j->started = true;
}

vitext_status vt_json_write(vt_out *o, const vitext_doc *d, const vitext_write_options *w)
{
  vt_json j = { .out = o, .doc = d, .layers = vt_document_layers(d), .unit = w->unit };
  const uint32_t have = j.layers->have & w->layers;
  open_object(&j, w);
  vt_out_text(o, j.started ? ",\"data\":" : "\"data\":");
  const char *data = vt_document_data_version(d);
  vt_json_string(&j, data, strlen(data));
  j.started = true;
  if ((have & VITEXT_TOKENS) != 0) tokens(&j);
  if ((have & VITEXT_SENTENCES) != 0) sentences(&j);
  if ((have & VITEXT_WORDS) != 0) words(&j);
  if ((have & VITEXT_REFERENCES) != 0) references(&j, true);
  vitext_status st = VITEXT_OK;
  if ((have & VITEXT_OFFICIALS) != 0) st = vt_json_persons(&j);
  vt_out_char(o, '}');
  return st;
}

vitext_status vt_json_write_records(vt_out *o, const vitext_doc *d, const vitext_write_options *w)
{
  vt_json j = { .out = o, .doc = d, .layers = vt_document_layers(d), .unit = w->unit };
  const uint32_t have = j.layers->have & w->layers;
  open_object(&j, w);
  if ((have & VITEXT_SENTENCES) != 0) sentences(&j);
  if ((have & VITEXT_REFERENCES) != 0) references(&j, false);
  if ((have & VITEXT_OFFICIALS) != 0) vt_json_mentions(&j);
  vt_out_char(o, '}');
  return VITEXT_OK;
}
