/* read.c - what the rooms above read of a document, and copying records in bulk. */
#include "vt_doc.h"
#include <string.h>

const vt_layers *vt_document_layers(const vitext_doc *d)
{
  return &d->layers;
}
const char *vt_document_data_version(const vitext_doc *d)
{
  return d->data_version;
}
const vt_alloc *vt_document_alloc(const vitext_doc *d)
{
  return &d->alloc;
}

vt_text vt_document_text(const vitext_doc *d)
{
  return (vt_text){ d->normal.bytes, d->normal.len };
}

/* What is to know of a layer to copy it: its records, their size now and in the first release, and
 * where their spans lie. */
typedef struct shelf {
  const void *items;
  size_t count, size, first_size, spans[2], span_count;
} shelf;

/* Records grow at their end: the size of the first release, told by its last field. */
#define UP_TO(type, field) (offsetof(type, field) + sizeof(((type *)0)->field))

static bool shelf_of(const vitext_doc *d, vitext_layer one, shelf *s)
{
  const vt_layers *l = &d->layers;
  switch (one) {
  case VITEXT_TOKENS:
    *s = (shelf){ l->tokens, l->token_count, sizeof(vitext_token), 12, { 0, 0 }, 1 };
    return true;
  case VITEXT_SENTENCES:
    *s = (shelf){ l->sentences, l->sentence_count, sizeof(vitext_group), 20, { 0, 0 }, 1 };
    return true;
  case VITEXT_WORDS:
    *s = (shelf){ l->words, l->word_count, sizeof(vitext_group), 20, { 0, 0 }, 1 };
    return true;
  case VITEXT_REFERENCES:
    *s = (shelf){ l->references,
                  l->reference_count,
                  sizeof(vitext_reference),
                  UP_TO(vitext_reference, resolved),
                  { 0, offsetof(vitext_reference, full) },
                  2 };
    return true;
  case VITEXT_MENTIONS:
    *s = (shelf){ l->mentions,
                  l->mention_count,
                  sizeof(vitext_mention),
                  UP_TO(vitext_mention, titles),
                  { 0, offsetof(vitext_mention, honorific_span) },
                  2 };
    return true;
  case VITEXT_PERSONS:
    *s = (shelf){
      l->persons, l->person_count, sizeof(vitext_person), UP_TO(vitext_person, given), { 0, 0 }, 0
    };
    return true;
  case VITEXT_POSITIONS:
    *s = (shelf){ l->positions,
                  l->position_count,
                  sizeof(vitext_position),
                  UP_TO(vitext_position, rule),
                  { 0, offsetof(vitext_position, org_span) },
                  2 };
    return true;
  default: return false;
  }
}

size_t vt_document_count(const vitext_doc *d, vitext_layer one)
{
  shelf s;
  return shelf_of(d, one, &s) && (d->layers.have & one) != 0 ? s.count : 0;
}

static void convert_record(const vitext_doc *d, vt_cursor *c, const shelf *s, vitext_unit unit,
                           char *record, size_t len)
{
  for (size_t k = 0; k < s->span_count; k++) {
    vitext_span span;
    if (s->spans[k] + sizeof span > len) continue; /* a field the caller does not know */
    memcpy(&span, record + s->spans[k], sizeof span);
    if (span.begin == span.end && k > 0) continue; /* absent, as { 0, 0 } */
    span = vt_document_convert(d, &c[k], VITEXT_UNIT_BYTE, unit, span);
    memcpy(record + s->spans[k], &span, sizeof span);
  }
}

vitext_status vt_document_copy(const vitext_doc *d, vitext_layer one, vitext_unit unit,
                               void *records, size_t record_size, size_t count)
{
  shelf s;
  if (!shelf_of(d, one, &s) || (d->layers.have & one) == 0) return VITEXT_E_ARGUMENT;
  if (!vt_unit_known(unit) || count > s.count || record_size < s.first_size)
    return VITEXT_E_ARGUMENT;
  if (count == 0) return VITEXT_OK;
  if (records == NULL) return VITEXT_E_ARGUMENT;
  const size_t known = record_size < s.size ? record_size : s.size;
  vt_cursor cursors[2] = { 0 };
  for (size_t i = 0; i < count; i++) {
    char *to = (char *)records + i * record_size;
    memcpy(to, (const char *)s.items + i * s.size, known);
    if (record_size > known) memset(to + known, 0, record_size - known);
    if (unit != VITEXT_UNIT_BYTE) convert_record(d, cursors, &s, unit, to, known);
  }
  return VITEXT_OK;
}
