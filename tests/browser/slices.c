/* slices.c - what vitext_doc_slice gives for the span of every record that the page marks: a line
 * each of "CLASS INDEX LENGTH" and then the text, which may hold line ends. */
#include <stdio.h>
#include <stdlib.h>
#include <vitext.h>

static void put(const vitext_doc *d, const char *class, size_t index, vitext_span span)
{
  size_t len;
  const char *text = vitext_doc_slice(d, span, &len);
  if (span.end == span.begin || len == 0) return;
  printf("%s %zu %zu\n", class, index, len);
  fwrite(text, 1, len, stdout);
  putchar('\n');
}

static void put_all(const vitext_doc *d)
{
  const vitext_reference *r;
  const vitext_mention *m;
  const vitext_position *p;
  for (size_t i = 0; (r = vitext_doc_reference(d, i)) != NULL; i++)
    put(d, "vt-reference", i, r->span);
  for (size_t i = 0; (m = vitext_doc_mention(d, i)) != NULL; i++)
    put(d, m->kind == VITEXT_MENTION_ROLE ? "vt-role" : "vt-person", i, m->span);
  for (size_t i = 0; (p = vitext_doc_position(d, i)) != NULL; i++) {
    put(d, "vt-title", i, p->title_span);
    put(d, "vt-org", i, p->org_span);
  }
}

int main(int argc, char **argv)
{
  enum { MOST = 1 << 20 };
  FILE *f = argc == 2 ? fopen(argv[1], "rb") : NULL;
  char *text = malloc(MOST);
  vitext_ctx *ctx = NULL;
  vitext_doc *doc = NULL;
  vitext_error e = { 0 };
  if (f == NULL || text == NULL) return 1;
  const size_t len = fread(text, 1, MOST, f);
  vitext_status st = vitext_ctx_new(NULL, &ctx, &e);
  if (st == VITEXT_OK) st = vitext_analyze(ctx, text, len, NULL, &doc, &e);
  if (st == VITEXT_OK) put_all(doc);
  else fprintf(stderr, "slices: %s\n", e.message);
  vitext_doc_free(doc);
  vitext_ctx_free(ctx);
  free(text);
  fclose(f);
  return st == VITEXT_OK ? 0 : 1;
}
