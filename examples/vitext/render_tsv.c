/* render_tsv.c - a table of tab-separated values for each command; the columns are the contract. */
#include "chains.h"
#include "render.h"
#include <stdlib.h>
#include <string.h>

void render_tsv_begin(const options *o, buffer *out)
{
  static const struct {
    unsigned cmd;
    const char *columns;
  } rows[] = {
    { CMD_SEGMENT, "doc start end kind word" },
    { CMD_SENTENCES, "doc start end text" },
    { CMD_REFERENCES, "doc start end full_end kind canonical type number year symbol issuer date "
                      "term session title provision surface" },
    { CMD_OFFICIALS,
      "doc start end name honorific titles official chain title_start title_end title "
      "org_start org_end org status" },
    { CMD_SYLLABLE, "word onset glide nucleus coda tone old new" },
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    if (rows[i].cmd != o->cmd->bit) continue;
    for (const char *c = rows[i].columns; *c != '\0'; c++) buffer_char(out, *c == ' ' ? '\t' : *c);
    buffer_char(out, '\n');
  }
}

/* Fields are separated by the tab that each but the first begins with. */
static void field(buffer *out, const char *s, size_t len)
{
  buffer_char(out, '\t');
  buffer_tsv(out, s, len);
}

static void field_text(buffer *out, const char *s)
{
  field(out, s, s ? strlen(s) : 0);
}

static void field_list(buffer *out, vitext_list list)
{
  buffer_char(out, '\t');
  for (size_t i = 0; list[i] != NULL; i++) {
    if (i > 0) buffer_char(out, '|');
    buffer_tsv(out, list[i], strlen(list[i]));
  }
}

static void field_span(buffer *out, vitext_span s)
{
  if (s.begin == s.end) buffer_text(out, "\t\t");
  else buffer_format(out, "\t%u\t%u", (unsigned)s.begin, (unsigned)s.end);
}

static void row_begin(const subject *s, buffer *out)
{
  buffer_tsv(out, s->name, s->name_len);
}

/* Words and sentences. */
static void groups(const subject *s, vitext_layer layer, buffer *out)
{
  size_t count;
  vitext_group *copy = layer_copy(s, layer, sizeof *copy, &count);
  for (size_t i = 0; i < count; i++) {
    const vitext_group *g =
        layer == VITEXT_WORDS ? vitext_doc_word(s->doc, i) : vitext_doc_sentence(s->doc, i);
    const piece text = surface(s, g->span);
    row_begin(s, out);
    buffer_format(out, "\t%u\t%u", (unsigned)copy[i].span.begin, (unsigned)copy[i].span.end);
    if (layer == VITEXT_WORDS) field_text(out, vitext_name(VITEXT_NAME_TOKEN, g->kind));
    field(out, text.p, text.len);
    buffer_char(out, '\n');
  }
  free(copy);
}

static void references(const subject *s, buffer *out)
{
  size_t count;
  vitext_reference *copy = layer_copy(s, VITEXT_REFERENCES, sizeof *copy, &count);
  for (size_t i = 0; i < count; i++) {
    const vitext_reference *r = &copy[i];
    const piece text = surface(s, vitext_doc_reference(s->doc, i)->span);
    row_begin(s, out);
    buffer_format(out, "\t%u\t%u\t", (unsigned)r->span.begin, (unsigned)r->span.end);
    if (r->full.end > r->span.end) buffer_format(out, "%u", (unsigned)r->full.end);
    field_text(out, vitext_name(VITEXT_NAME_REF, r->kind));
    const char *const fields[] = { r->canonical, r->type, r->number, r->year,    r->symbol,
                                   r->issuer,    r->date, r->term,   r->session, r->title };
    for (size_t f = 0; f < sizeof fields / sizeof *fields; f++) field_text(out, fields[f]);
    field_list(out, r->provisions);
    field(out, text.p, text.len);
    buffer_char(out, '\n');
  }
  free(copy);
}

/* One row for position p of mention m, or for the mention alone when p is NULL. */
static void official(const subject *s, const vitext_mention *m, const vitext_position *p,
                     const vitext_position *p_bytes, buffer *out)
{
  const vitext_person *person = m->person < 0 ? NULL : vitext_doc_person(s->doc, (size_t)m->person);
  row_begin(s, out);
  buffer_format(out, "\t%u\t%u", (unsigned)m->span.begin, (unsigned)m->span.end);
  field_text(out, m->kind == VITEXT_MENTION_ROLE ? "" : m->name); /* called by office only */
  field_text(out, m->honorific);
  field_list(out, m->titles);
  buffer_text(out, person == NULL ? "\t" : person->official ? "\t1" : "\t0");
  if (person != NULL) buffer_format(out, "\t%d", (int)m->person + 1);
  else buffer_char(out, '\t');
  if (p == NULL) {
    buffer_text(out, "\t\t\t\t\t\t\t\n");
    return;
  }
  const piece title = surface(s, p_bytes->title_span), org = surface(s, p_bytes->org_span);
  field_span(out, p->title_span);
  field(out, title.p, title.len);
  field_span(out, p->org_span);
  field(out, org.p, org.len);
  field_text(out, vitext_name(VITEXT_NAME_POST, p->status));
  buffer_char(out, '\n');
}

static void officials(const subject *s, buffer *out)
{
  size_t count;
  chains c;
  vitext_mention *mentions = layer_copy(s, VITEXT_MENTIONS, sizeof *mentions, &count);
  vitext_position *positions = layer_copy(s, VITEXT_POSITIONS, sizeof *positions, &count);
  chains_open(&c, s->doc);
  for (size_t m = 0; m < c.mentions; m++) {
    if (c.position[m] == 0) official(s, &mentions[m], NULL, NULL, out);
    for (size_t i = c.position[m]; i != 0; i = c.next_position[i - 1])
      official(s, &mentions[m], &positions[i - 1], vitext_doc_position(s->doc, i - 1), out);
  }
  chains_close(&c);
  free(mentions);
  free(positions);
}

vitext_status render_tsv(const subject *s, buffer *out)
{
  switch (s->o->cmd->bit) {
  case CMD_SEGMENT: groups(s, VITEXT_WORDS, out); break;
  case CMD_SENTENCES: groups(s, VITEXT_SENTENCES, out); break;
  case CMD_REFERENCES: references(s, out); break;
  default: officials(s, out); break;
  }
  return VITEXT_OK;
}
