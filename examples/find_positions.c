/* find_positions.c - every position a text says of one person, called by any part of the name.
 *   find_positions "Lan Hương" <page.txt */
#include <stdio.h>
#include <string.h>
#include <vitext.h>

enum { MAX_TEXT = 1 << 20 };

static void print(const vitext_doc *doc, const vitext_position *p)
{
  size_t len;
  const char *said = vitext_doc_slice(doc, p->title_span, &len);
  printf("%.*s", (int)len, said);
  said = vitext_doc_slice(doc, p->org_span, &len);
  if (len > 0) printf(" | %.*s", (int)len, said);
  printf(" | %s | at byte %u\n", vitext_name(VITEXT_NAME_POST, p->status),
         (unsigned)p->title_span.begin);
}

int main(int argc, char **argv)
{
  static char text[MAX_TEXT];
  vitext_ctx *ctx = NULL;
  vitext_doc *doc = NULL;
  vitext_options options;
  vitext_error err;
  if (argc != 2) return fprintf(stderr, "usage: find_positions NAME <FILE\n"), 2;
  vitext_options_init(&options, sizeof options);
  options.layers = VITEXT_OFFICIALS;
  const size_t len = fread(text, 1, sizeof text, stdin);
  if (len == sizeof text) return fprintf(stderr, "find_positions: more than 1 MB\n"), 2;
  vitext_status status = vitext_ctx_new(NULL, &ctx, &err);
  if (status == VITEXT_OK) status = vitext_analyze(ctx, text, len, &options, &doc, &err);
  if (status != VITEXT_OK) fprintf(stderr, "find_positions: %s\n", err.message);
  const vitext_position *p;
  for (size_t i = 0; status == VITEXT_OK && (p = vitext_doc_position(doc, i)) != NULL; i++) {
    const vitext_person *who = p->person < 0 ? NULL : vitext_doc_person(doc, (size_t)p->person);
    if (who != NULL && strstr(who->name, argv[1]) != NULL) print(doc, p);
  }
  vitext_doc_free(doc);
  vitext_ctx_free(ctx);
  return status == VITEXT_OK ? 0 : 1;
}
