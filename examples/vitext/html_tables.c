/* html_tables.c - who holds what, and what is cited how often, with links into the text. */
#include "html.h"
#include <stdlib.h>
#include <string.h>

static void link_to(const page *p, char letter, size_t index, size_t number, vitext_span span)
{
  buffer_format(p->out, "<a href=\"#d%llu-%c%zu\" aria-label=\"place %zu: ",
                (unsigned long long)p->s->number, letter, index, number);
  html_piece(p->out, surface(p->s, span));
  buffer_format(p->out, "\">%zu</a>", number);
}

/* ---- Officials ---- */

static void dates(const page *p, const vitext_position *q)
{
  const char *const facts[] = { q->term, q->since, q->until };
  const char *const before[] = { " ", " since ", " until " };
  for (int i = 0; i < 3; i++) {
    if (facts[i][0] == '\0') continue;
    buffer_text(p->out, before[i]);
    html_text(p->out, facts[i]);
  }
}

/* Positions of a person that are listed already; more than these are not looked through. */
typedef struct listed {
  const vitext_position *items[32];
  size_t count;
} listed;

/* A fuller one of the same person says it, or one in the same words. */
static int is_repeated(const listed *l, const vitext_position *q)
{
  int repeated = q->same_as >= 0;
  for (size_t i = 0; i < l->count && !repeated; i++) {
    const vitext_position *other = l->items[i];
    repeated = strcmp(other->title, q->title) == 0 && strcmp(other->org, q->org) == 0 &&
               other->status == q->status;
  }
  return repeated;
}

static void position_item(const page *p, size_t index, listed *l)
{
  const vitext_position *q = vitext_doc_position(p->s->doc, index);
  if (is_repeated(l, q)) return;
  if (l->count < sizeof l->items / sizeof *l->items) l->items[l->count++] = q;
  buffer_text(p->out, "<li><span class=\"holds\">");
  html_piece(p->out, surface(p->s, q->title_span));
  buffer_text(p->out, "</span>");
  if (q->org[0] != '\0') {
    buffer_text(p->out, ", <span class=\"at\">");
    html_text(p->out, q->org);
    buffer_text(p->out, "</span>");
  }
  buffer_text(p->out, " <span class=\"status\">");
  html_text(p->out, vitext_name(VITEXT_NAME_POST, q->status));
  buffer_text(p->out, "</span>");
  dates(p, q);
  buffer_text(p->out, "</li>");
}

static void person_row(const page *p, size_t person)
{
  const chains *c = &p->c;
  const vitext_person *who = person < c->persons ? vitext_doc_person(p->s->doc, person) : NULL;
  size_t number = 0;
  listed l = { .count = 0 };
  if (c->mention[person] == 0) return;
  buffer_format(p->out, "<tr id=\"d%llu-person%zu\"", (unsigned long long)p->s->number, person);
  if (who != NULL) buffer_format(p->out, " data-same=\"p%zu\"", person);
  buffer_text(p->out, "><th scope=\"row\">");
  if (who != NULL) html_text(p->out, who->name);
  else buffer_text(p->out, "<span class=\"none\">called by office only</span>");
  buffer_text(p->out, "</th><td data-name=\"Positions\"><ul>");
  for (size_t m = c->mention[person]; m != 0; m = c->next_mention[m - 1]) {
    for (size_t i = c->position[m - 1]; i != 0; i = c->next_position[i - 1])
      position_item(p, i - 1, &l);
  }
  buffer_text(p->out, l.count > 0 ? "</ul></td>" : "<li class=\"none\">none named</li></ul></td>");
  buffer_text(p->out, "<td class=\"places\" data-name=\"Mentions\">");
  for (size_t m = c->mention[person]; m != 0; m = c->next_mention[m - 1])
    link_to(p, 'm', m - 1, ++number, vitext_doc_mention(p->s->doc, m - 1)->span);
  buffer_text(p->out, "</td></tr>\n");
}

void html_officials(const page *p)
{
  buffer_text(p->out, "<section class=\"panel\">\n<h3>Officials</h3>\n");
  if (p->c.mentions == 0) {
    buffer_text(p->out, "<p class=\"none\">No people are named.</p>\n</section>\n");
    return;
  }
  buffer_text(p->out, "<table>\n<thead><tr><th scope=\"col\">Person</th>"
                      "<th scope=\"col\">Positions and status</th>"
                      "<th scope=\"col\">Mentions</th></tr></thead>\n<tbody>\n");
  for (int official = 1; official >= 0; official--) {
    for (size_t i = 0; i < p->c.persons; i++) {
      if ((vitext_doc_person(p->s->doc, i)->official != 0) == official) person_row(p, i);
    }
  }
  person_row(p, p->c.persons);
  buffer_text(p->out, "</tbody>\n</table>\n</section>\n");
}

/* ---- References ---- */

/* The first of the references to one document that has a value, read through its field's offset. */
static const char *first_value(const page *p, const size_t *next, size_t first, size_t field)
{
  for (size_t i = first + 1; i != 0; i = next[i - 1]) {
    const vitext_reference *r = vitext_doc_reference(p->s->doc, i - 1);
    const char *value;
    memcpy(&value, (const char *)r + field, sizeof value);
    if (value[0] != '\0') return value;
  }
  return "";
}

static void cell(const page *p, const char *name, const char *value, int fixed)
{
  buffer_format(p->out, "<td data-name=\"%s\"%s>", name, fixed ? " class=\"fixed\"" : "");
  html_text(p->out, value);
  buffer_text(p->out, "</td>");
}

static void reference_row(const page *p, const size_t *next, size_t first)
{
  const vitext_reference *r = vitext_doc_reference(p->s->doc, first);
  size_t times = 0;
  buffer_format(p->out, "<tr id=\"d%llu-cited%zu\" data-same=\"r%zu\"><th scope=\"row\">",
                (unsigned long long)p->s->number, first, first);
  html_piece(p->out, surface(p->s, r->span));
  buffer_text(p->out, "<br><code>");
  buffer_html(p->out, r->canonical, document_id_len(r->canonical));
  buffer_text(p->out, "</code></th>");
  cell(p, "Type", first_value(p, next, first, offsetof(vitext_reference, type)), 1);
  cell(p, "Date", first_value(p, next, first, offsetof(vitext_reference, date)), 1);
  cell(p, "Issuer", first_value(p, next, first, offsetof(vitext_reference, issuer)), 0);
  for (size_t i = first + 1; i != 0; i = next[i - 1]) times++;
  buffer_format(
      p->out, "<td data-name=\"Cited\">%zu</td><td class=\"places\" data-name=\"Places\">", times);
  times = 0;
  for (size_t i = first + 1; i != 0; i = next[i - 1])
    link_to(p, 'r', i - 1, ++times, vitext_doc_reference(p->s->doc, i - 1)->span);
  buffer_text(p->out, "</td></tr>\n");
}

void html_references(const page *p)
{
  buffer_text(p->out, "<section class=\"panel\">\n<h3>References</h3>\n");
  if (p->references == 0) {
    buffer_text(p->out, "<p class=\"none\">Nothing is cited.</p>\n</section>\n");
    return;
  }
  buffer_text(p->out,
              "<table>\n<thead><tr><th scope=\"col\">Document</th><th scope=\"col\">Type</th>"
              "<th scope=\"col\">Date</th><th scope=\"col\">Issuer</th><th scope=\"col\">Cited</th>"
              "<th scope=\"col\">Places</th></tr></thead>\n<tbody>\n");
  /* next reference to the same document, as index + 1 */
  size_t *next = memory_new(p->references, sizeof *next),
         *last = memory_new(p->references, sizeof *last);
  for (size_t i = 0; i < p->references; i++) {
    const size_t first = p->cited[i];
    if (first != i) next[last[first]] = i + 1;
    last[first] = i;
  }
  for (size_t i = 0; i < p->references; i++) {
    if (p->cited[i] == i) reference_row(p, next, i);
  }
  free(next);
  free(last);
  buffer_text(p->out, "</tbody>\n</table>\n</section>\n");
}
