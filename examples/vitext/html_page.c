/* html_page.c - the page as a whole: head, legend, an article for each document, foot. */
#include "html.h"
#include <stdlib.h>
#include <string.h>

typedef struct layer_row {
  const char *id, *name;
  vitext_layer layer;
  int on;
} layer_row;
static const layer_row layer_rows[] = {
  { "people", "People", VITEXT_MENTIONS, 1 },
  { "positions", "Positions", VITEXT_POSITIONS, 1 },
  { "organisations", "Organisations", VITEXT_POSITIONS, 1 },
  { "references", "References", VITEXT_REFERENCES, 1 },
  { "words", "Words", VITEXT_WORDS, 0 },
  { "sentences", "Sentences", VITEXT_SENTENCES, 0 },
};
enum { LAYER_ROWS = sizeof layer_rows / sizeof *layer_rows };

void html_text(buffer *out, const char *s)
{
  if (s != NULL) buffer_html(out, s, strlen(s));
}

void html_piece(buffer *out, piece p)
{
  buffer_html(out, p.p, p.len);
}

size_t document_id_len(const char *canonical)
{
  return strcspn(canonical, "#");
}

/* Checkboxes stand before everything they switch, so that style sheets alone can do it. */
static void legend(const options *o, buffer *out)
{
  for (size_t i = 0; i < LAYER_ROWS; i++) {
    const layer_row *r = &layer_rows[i];
    if (!(o->cmd->layers & r->layer)) continue;
    buffer_format(out, "<input type=\"checkbox\" class=\"layer\" id=\"show-%s\"%s>\n", r->id,
                  r->on ? " checked" : "");
  }
  buffer_text(out, "<header class=\"bar\"><h1><i>vi</i>text</h1>\n<ul class=\"legend\" "
                   "aria-label=\"Layers\">\n");
  for (size_t i = 0; i < LAYER_ROWS; i++) {
    const layer_row *r = &layer_rows[i];
    if (!(o->cmd->layers & r->layer)) continue;
    buffer_format(out, "<li><label class=\"%s\" for=\"show-%s\">%s</label></li>\n", r->id, r->id,
                  r->name);
  }
  buffer_text(out, "</ul></header>\n<main id=\"main\">\n");
}

void render_html_begin(const options *o, buffer *out)
{
  const char *title = o->operand_count == 1 ? o->operands[0] : "vitext";
  buffer_text(out, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                   "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                   "<meta name=\"generator\" content=\"vitext ");
  html_text(out, vitext_version_string());
  buffer_text(out, "\">\n<link rel=\"icon\" href=\"data:,\">\n<title>");
  html_text(out, title);
  buffer_text(out, "</title>\n<style>\n");
  buffer_text(out, page_css);
  buffer_text(out, "</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#main\">To the text</a>\n");
  legend(o, out);
}

void render_html_end(const options *o, buffer *out)
{
  (void)o;
  buffer_text(out, "</main>\n<footer>vitext ");
  html_text(out, vitext_version_string());
  buffer_text(out, ", data ");
  html_text(out, vitext_data_version(NULL));
  buffer_text(out, ". Keys: <kbd>n</kbd> and <kbd>p</kbd> go from mark to mark, <kbd>Enter</kbd> "
                   "to its row.</footer>\n<script>\n");
  buffer_text(out, page_js);
  buffer_text(out, "</script>\n</body>\n</html>\n");
}

/* ---- A document ---- */

typedef struct id_row {
  const char *canonical;
  size_t len, index;
} id_row;

static int by_id(const void *a, const void *b)
{
  const id_row *x = a, *y = b;
  const int order = memcmp(x->canonical, y->canonical, x->len < y->len ? x->len : y->len);
  if (order != 0) return order;
  if (x->len != y->len) return x->len < y->len ? -1 : 1;
  return x->index < y->index ? -1 : 1;
}

/* References to one document, provisions aside, are told by the first of them. */
static size_t *cited_first(const page *p)
{
  size_t *first = memory_new(p->references, sizeof *first);
  id_row *rows = memory_new(p->references, sizeof *rows);
  for (size_t i = 0; i < p->references; i++) {
    const char *id = vitext_doc_reference(p->s->doc, i)->canonical;
    rows[i] = (id_row){ id, document_id_len(id), i };
  }
  if (p->references > 1) qsort(rows, p->references, sizeof *rows, by_id);
  for (size_t i = 0; i < p->references; i++) {
    const id_row *r = &rows[i];
    const int same = i > 0 && r->len > 0 && r->len == r[-1].len &&
                     memcmp(r->canonical, r[-1].canonical, r->len) == 0;
    first[r->index] = same ? first[r[-1].index] : r->index;
  }
  free(rows);
  return first;
}

static void page_open(page *p, const subject *s, buffer *out)
{
  *p = (page){ .s = s, .out = out };
  size_t count; /* of mentions and positions, which the chains know too */
  chains_open(&p->c, s->doc);
  p->mention_copy = layer_copy(s, VITEXT_MENTIONS, sizeof *p->mention_copy, &count);
  p->position_copy = layer_copy(s, VITEXT_POSITIONS, sizeof *p->position_copy, &count);
  p->reference_copy = layer_copy(s, VITEXT_REFERENCES, sizeof *p->reference_copy, &p->references);
  p->cited = cited_first(p);
}

static void page_close(page *p)
{
  free(p->mention_copy);
  free(p->position_copy);
  free(p->reference_copy);
  free(p->cited);
  chains_close(&p->c);
}

static void fact(buffer *out, size_t count, const char *one, const char *many)
{
  if (count > 0) buffer_format(out, " · %zu %s", count, count == 1 ? one : many);
}

static void head(const page *p)
{
  const subject *s = p->s;
  buffer_format(p->out, "<article id=\"d%llu\">\n<h2>", (unsigned long long)s->number);
  buffer_html(p->out, s->name, s->name_len);
  buffer_format(p->out, "</h2>\n<p class=\"facts\">%zu bytes", s->bytes);
  fact(p->out, vitext_doc_count(s->doc, VITEXT_SENTENCES), "sentence", "sentences");
  fact(p->out, vitext_doc_count(s->doc, VITEXT_WORDS), "word", "words");
  fact(p->out, p->c.persons, "person", "people");
  fact(p->out, p->references, "reference", "references");
  buffer_text(p->out, "</p>\n");
}

vitext_status render_html(const subject *s, buffer *out)
{
  page p;
  page_open(&p, s, out);
  head(&p);
  buffer_text(
      out,
      "<div class=\"columns\">\n<section aria-label=\"Text\">\n<div class=\"text\" lang=\"vi\">");
  html_marks(&p);
  buffer_text(out, "</div>\n</section>\n<div>\n");
  if (s->o->cmd->layers & VITEXT_OFFICIALS) html_officials(&p);
  if (s->o->cmd->layers & VITEXT_REFERENCES) html_references(&p);
  buffer_text(out, "</div>\n</div>\n");
  html_network(&p);
  buffer_text(out, "</article>\n");
  page_close(&p);
  return VITEXT_OK;
}
