/* render.c - what the formats share, and those the library writes itself. */
#include "render.h"
#include <stdlib.h>
#include <string.h>

piece surface(const subject *s, vitext_span span)
{
  if (s->raw != NULL) return (piece){ s->raw + span.begin, span.end - span.begin };
  size_t len = 0;
  const char *p = vitext_doc_slice(s->doc, span, &len);
  return (piece){ p, len };
}

void *layer_copy(const subject *s, vitext_layer layer, size_t record_size, size_t *count)
{
  *count = vitext_doc_count(s->doc, layer);
  if (*count == 0) return NULL;
  void *records = memory_new(*count, record_size);
  if (vitext_doc_copy(s->doc, layer, s->o->unit, records, record_size, *count) != VITEXT_OK) {
    free(records);
    *count = 0;
    return NULL;
  }
  return records;
}

static vitext_status write(const subject *s, int32_t format, vitext_layer layers, buffer *out)
{
  vitext_write_options how;
  vitext_write_options_init(&how, sizeof how);
  how.unit = s->o->unit;
  if (layers != 0) how.layers = layers;
  if (format == VITEXT_FORMAT_JSON || format == VITEXT_FORMAT_RECORDS) how.members = s->members;
  return vitext_doc_write(s->doc, format, &how, buffer_sink, out);
}

vitext_status render_json(const subject *s, buffer *out)
{
  const unsigned cmd = s->o->cmd->bit;
  vitext_layer layers = s->o->cmd->layers;
  if (cmd == CMD_SEGMENT) layers |= VITEXT_TOKENS;
  const int32_t format =
      cmd & (CMD_ANALYZE | CMD_SEGMENT) ? VITEXT_FORMAT_JSON : VITEXT_FORMAT_RECORDS;
  const vitext_status st = write(s, format, layers, out);
  if (st == VITEXT_OK) buffer_char(out, '\n');
  return st;
}

vitext_status render_words(const subject *s, buffer *out)
{
  const vitext_status st = write(s, VITEXT_FORMAT_WORDS, 0, out);
  if (st != VITEXT_OK) return st;
  const int ended = out->len > 0 && out->data[out->len - 1] == '\n';
  if (s->o->input != INPUT_TEXT || (s->bytes > 0 && !ended)) buffer_char(out, '\n');
  return VITEXT_OK;
}

/* The library numbers the sentences of one document; among several, "# sent_id = 1" has to become
 * "# sent_id = NAME-1". */
typedef struct sentence_ids {
  const subject *s;
  buffer *out;
  size_t at; /* how much of the comment's head the line began with; REST: no more to look for */
} sentence_ids;
enum { REST = 1 << 10 };

static void id_word(buffer *out, const char *name, size_t len)
{
  for (size_t i = 0; i < len; i++) {
    const unsigned char c = (unsigned char)name[i];
    buffer_char(out, c <= ' ' || c == 0x7F ? '_' : name[i]);
  }
}

static int number_sentences(void *user, const char *bytes, size_t len)
{
  static const char head[] = "# sent_id = ";
  sentence_ids *ids = user;
  while (len > 0) {
    size_t taken = 1;
    if (ids->at == sizeof head - 1) {
      id_word(ids->out, ids->s->name, ids->s->name_len);
      buffer_char(ids->out, '-');
      ids->at = REST;
    }
    if (ids->at != REST && *bytes == head[ids->at]) {
      ids->at++;
    } else {
      const char *line_end = memchr(bytes, '\n', len);
      taken = line_end != NULL ? (size_t)(line_end - bytes) + 1 : len;
      ids->at = line_end != NULL ? 0 : REST;
    }
    buffer_add(ids->out, bytes, taken);
    bytes += taken;
    len -= taken;
  }
  return 0;
}

vitext_status render_conllu(const subject *s, buffer *out)
{
  vitext_write_options how;
  sentence_ids ids = { .s = s, .out = out };
  if (vitext_doc_count(s->doc, VITEXT_SENTENCES) == 0) return VITEXT_OK;
  buffer_text(out, "# newdoc id = ");
  id_word(out, s->name, s->name_len);
  buffer_char(out, '\n');
  vitext_write_options_init(&how, sizeof how);
  how.unit = s->o->unit;
  return vitext_doc_write(s->doc, VITEXT_FORMAT_CONLLU, &how, number_sentences, &ids);
}
