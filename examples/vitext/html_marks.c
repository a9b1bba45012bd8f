/* html_marks.c - the text of a document with its marks.
 * The library writes the fragment; here each of its elements that names a record (data-index) gets
 * an id to link to, a label, and the record's fields in its title. In the fragment "<" and ">"
 * stand only for tags, so tags are found without knowing HTML. */
#include "html.h"
#include <stdlib.h>
#include <string.h>

typedef enum kind { PERSON, ROLE, TITLE, ORG, REFERENCE, KINDS } kind;
typedef struct kind_row {
  const char *begin; /* of the tag, up to the end of its class */
  const char *label;
  char letter; /* of its id */
} kind_row;
static const kind_row kinds[KINDS] = {
  { "<b class=\"vt-person", "name", 'm' },       { "<span class=\"vt-role", "office", 'm' },
  { "<span class=\"vt-title", "position", 't' }, { "<span class=\"vt-org", "org", 'o' },
  { "<cite class=\"vt-reference", "ref", 'r' },
};

typedef struct marker {
  const page *p;
  buffer tag;                 /* begun and not yet ended */
  unsigned char *seen[KINDS]; /* records whose element has been opened before */
} marker;

/* ---- Fields, a line each ---- */

static void field(buffer *out, const char *name, const char *value)
{
  if (value == NULL || value[0] == '\0') return;
  buffer_format(out, "\n%s: ", name);
  html_text(out, value);
}

static void field_list(buffer *out, const char *name, vitext_list list)
{
  for (size_t i = 0; list[i] != NULL; i++) {
    if (i == 0) buffer_format(out, "\n%s: ", name);
    else buffer_text(out, ", ");
    html_text(out, list[i]);
  }
}

static void field_number(buffer *out, const char *name, uint32_t value, const char *unit)
{
  if (value != 0) buffer_format(out, "\n%s: %u%s", name, (unsigned)value, unit);
}

static void field_span(const page *p, vitext_span span)
{
  static const char *const units[] = { "Bytes", "Code points", "UTF-16 units" };
  buffer_format(p->out, "\n%s: %u-%u", units[p->s->o->unit], (unsigned)span.begin,
                (unsigned)span.end);
}

static const char *person_name(const page *p, int32_t person)
{
  return person < 0 ? NULL : vitext_doc_person(p->s->doc, (size_t)person)->name;
}

static void mention_fields(const page *p, size_t index)
{
  const vitext_mention *m = vitext_doc_mention(p->s->doc, index);
  buffer *out = p->out;
  if (m->kind == VITEXT_MENTION_ROLE) html_piece(out, surface(p->s, m->span));
  else html_text(out, m->name);
  field(out, "Person", person_name(p, m->person));
  field(out, "Honorific", m->honorific);
  field_list(out, "Titles", m->titles);
  field(out, "Kind", vitext_name(VITEXT_NAME_MENTION, m->kind));
  if (m->person >= 0 && !vitext_doc_person(p->s->doc, (size_t)m->person)->official)
    field(out, "Office", "none named in this text");
  field_span(p, p->mention_copy[index].span);
}

static void position_fields(const page *p, const vitext_position *q, vitext_span span)
{
  buffer *out = p->out;
  html_text(out, q->title);
  field(out, "Held by", person_name(p, q->person));
  field(out, "Organisation", q->org);
  field(out, "Status", vitext_name(VITEXT_NAME_POST, q->status));
  field(out, "Term", q->term);
  field(out, "Since", q->since);
  field(out, "Until", q->until);
  field(out, "Takes over from", person_name(p, q->replaces));
  field(out, "Sphere", vitext_name(VITEXT_NAME_SPHERE, q->sphere));
  field_number(out, "Level", (uint32_t)q->level, " of 9");
  field_number(out, "Sure", q->percent, " %");
  field_span(p, span);
}

static void reference_fields(const page *p, size_t index)
{
  const vitext_reference *r = vitext_doc_reference(p->s->doc, index);
  buffer *out = p->out;
  if (r->canonical[0] != '\0') html_text(out, r->canonical);
  else html_piece(out, surface(p->s, r->span));
  const struct {
    const char *name, *value;
  } rows[] = {
    { "Kind", vitext_name(VITEXT_NAME_REF, r->kind) },
    { "Type", r->type },
    { "Number", r->number },
    { "Year", r->year },
    { "Symbol", r->symbol },
    { "Issuer", r->issuer },
    { "Date", r->date },
    { "Term", r->term },
    { "Session", r->session },
    { "Title", r->title },
    { "Relation", r->relation != 0 ? vitext_name(VITEXT_NAME_REL, r->relation) : NULL },
    { "URN", r->urn },
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) field(out, rows[i].name, rows[i].value);
  field_list(out, "Provision", r->provisions);
  field_list(out, "Amended in", r->amended);
  field_list(out, "Known as", r->resolved);
  field_number(out, "Sure", r->percent, " %");
  field_span(p, p->reference_copy[index].span);
}

static void fields(const page *p, kind k, size_t index)
{
  if (k == REFERENCE) reference_fields(p, index);
  else if (k == TITLE)
    position_fields(p, &p->position_copy[index], p->position_copy[index].title_span);
  else if (k == ORG) position_fields(p, &p->position_copy[index], p->position_copy[index].org_span);
  else mention_fields(p, index);
}

/* ---- Tags ---- */

/* Whose other marks light up with this one: those of a person, or of a cited document. */
static void same(const page *p, kind k, size_t index)
{
  const vitext_doc *d = p->s->doc;
  if (k == REFERENCE) {
    buffer_format(p->out, " data-same=\"r%zu\"", p->cited[index]);
    return;
  }
  const int32_t person = k == TITLE || k == ORG ? vitext_doc_position(d, index)->person
                                                : vitext_doc_mention(d, index)->person;
  if (person >= 0) buffer_format(p->out, " data-same=\"p%d\"", (int)person);
}

static size_t record_count(const page *p, kind k)
{
  return k == REFERENCE ? p->references : k == TITLE || k == ORG ? p->c.positions : p->c.mentions;
}

/* An opened record: id and fields at its first element, "again" at those that go on with it. */
static void mark_tag(marker *m, kind k, size_t index)
{
  const page *p = m->p;
  const kind_row *row = &kinds[k];
  const size_t begin = strlen(row->begin);
  const int again = m->seen[k][index];
  m->seen[k][index] = 1;
  buffer_add(p->out, m->tag.data, begin);
  if (again) buffer_text(p->out, " again");
  buffer_add(p->out, m->tag.data + begin, m->tag.len - begin - 1);
  if (!again)
    buffer_format(p->out, " id=\"d%llu-%c%zu\" tabindex=\"0\" role=\"mark\" data-label=\"%s\"",
                  (unsigned long long)p->s->number, row->letter, index, row->label);
  same(p, k, index);
  buffer_text(p->out, " title=\"");
  fields(p, k, index);
  buffer_text(p->out, "\">");
}

static void write_tag(marker *m)
{
  static const char name[] = " data-index=\"";
  buffer_char(&m->tag, '\0');
  m->tag.len--;
  const char *at = strstr(m->tag.data, name);
  const size_t index = at != NULL ? (size_t)strtoul(at + strlen(name), NULL, 10) : 0;
  for (int k = 0; at != NULL && k < KINDS; k++) {
    if (strncmp(m->tag.data, kinds[k].begin, strlen(kinds[k].begin)) != 0) continue;
    if (index >= record_count(m->p, (kind)k)) break;
    mark_tag(m, (kind)k, index);
    return;
  }
  buffer_add(m->p->out, m->tag.data, m->tag.len);
}

static int sink(void *user, const char *bytes, size_t len)
{
  marker *m = user;
  while (len > 0) {
    const char stop = m->tag.len > 0 ? '>' : '<';
    const char *hit = memchr(bytes, stop, len);
    const size_t plain = hit != NULL ? (size_t)(hit - bytes) : len;
    buffer_add(stop == '<' ? m->p->out : &m->tag, bytes, plain);
    if (hit == NULL) return 0;
    buffer_char(&m->tag, stop);
    if (stop == '>') {
      write_tag(m);
      m->tag.len = 0;
    }
    bytes += plain + 1;
    len -= plain + 1;
  }
  return 0;
}

void html_marks(const page *p)
{
  marker m = { .p = p };
  for (int k = 0; k < KINDS; k++) m.seen[k] = memory_new(record_count(p, (kind)k), 1);
  vitext_write_options how;
  vitext_write_options_init(&how, sizeof how);
  how.layers = p->s->o->cmd->layers;
  vitext_doc_write(p->s->doc, VITEXT_FORMAT_HTML, &how, sink, &m);
  for (int k = 0; k < KINDS; k++) free(m.seen[k]);
  buffer_free(&m.tag);
}
