/* office_graph.c - person, position, organisation as a graph for Graphviz, of one text.
 *   office_graph <page.txt | dot -Tsvg >offices.svg */
#include <stdio.h>
#include <string.h>
#include <vitext.h>

enum { MAX_TEXT = 1 << 20 };

static void quote(const char *before, const char *text, const char *after)
{
  printf("%s\"", before);
  for (; *text != '\0'; text++) {
    if (*text == '"' || *text == '\\') putchar('\\');
    putchar(*text);
  }
  printf("\"%s", after);
}

static void draw(const vitext_doc *doc)
{
  const vitext_position *p;
  puts("digraph offices {\n  rankdir=LR;");
  for (size_t i = 0; (p = vitext_doc_position(doc, i)) != NULL; i++) {
    if (p->same_as >= 0 || p->person < 0) continue;
    quote("  ", vitext_doc_person(doc, (size_t)p->person)->name, " -> ");
    quote("", p->org[0] != '\0' ? p->org : "?", " [label=");
    quote("", p->title, p->status == VITEXT_POST_FORMER ? " style=dashed];\n" : "];\n");
  }
  puts("}");
}

int main(void)
{
  static char text[MAX_TEXT];
  vitext_ctx *ctx = NULL;
  vitext_doc *doc = NULL;
  vitext_options options;
  vitext_error err;
  vitext_options_init(&options, sizeof options);
  options.layers = VITEXT_OFFICIALS;
  const size_t len = fread(text, 1, sizeof text, stdin);
  if (len == sizeof text) return fprintf(stderr, "office_graph: more than 1 MB\n"), 2;
  vitext_status status = vitext_ctx_new(NULL, &ctx, &err);
  if (status == VITEXT_OK) status = vitext_analyze(ctx, text, len, &options, &doc, &err);
  if (status == VITEXT_OK) draw(doc);
  else fprintf(stderr, "office_graph: %s\n", err.message);
  vitext_doc_free(doc);
  vitext_ctx_free(ctx);
  return status == VITEXT_OK ? 0 : 1;
}
