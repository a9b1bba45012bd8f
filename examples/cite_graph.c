/* cite_graph.c - which files of a folder cite which documents: a graph for Graphviz.
 *   cite_graph decrees | dot -Tsvg >graph.svg */
#include <dirent.h>
#include <stdio.h>
#include <string.h>
#include <vitext.h>

enum { MAX_TEXT = 1 << 20 };

/* An edge for each reference to a document of its own: not "this decree", not a bare article. */
static vitext_status draw(const vitext_ctx *ctx, const char *folder, const char *name)
{
  static char text[MAX_TEXT], path[4096];
  vitext_doc *doc = NULL;
  vitext_options options;
  vitext_options_init(&options, sizeof options);
  options.layers = VITEXT_REFERENCES;
  options.lenient = 1;
  snprintf(path, sizeof path, "%s/%s", folder, name);
  FILE *f = fopen(path, "rb");
  if (f == NULL) return perror(path), VITEXT_E_IO;
  const size_t len = fread(text, 1, sizeof text, f);
  fclose(f);
  vitext_status status = VITEXT_E_TOO_LONG; /* half a text is no text */
  if (len < sizeof text) status = vitext_analyze(ctx, text, len, &options, &doc, NULL);
  if (status != VITEXT_OK) fprintf(stderr, "%s: error %d\n", path, (int)status);
  const vitext_reference *r;
  for (size_t i = 0; (r = vitext_doc_reference(doc, i)) != NULL; i++) {
    if (strncmp(r->canonical, "vn:", 3) != 0) continue;
    const char *relation =
        r->relation == VITEXT_REL_NONE ? "" : vitext_name(VITEXT_NAME_REL, r->relation);
    printf("  \"%s\" -> \"%.*s\" [label=\"%s\"];\n", name, (int)strcspn(r->canonical, "#"),
           r->canonical, relation);
  }
  vitext_doc_free(doc);
  return status;
}

int main(int argc, char **argv)
{
  vitext_ctx *ctx;
  DIR *folder = argc == 2 ? opendir(argv[1]) : NULL;
  if (folder == NULL) return fprintf(stderr, "usage: cite_graph FOLDER\n"), 2;
  vitext_status status = vitext_ctx_new(NULL, &ctx, NULL);
  puts("digraph citations {\n  rankdir=LR; node [shape=box];");
  for (struct dirent *e; status == VITEXT_OK && (e = readdir(folder)) != NULL;) {
    if (strstr(e->d_name, ".txt") != NULL) status = draw(ctx, argv[1], e->d_name);
  }
  puts("}");
  vitext_ctx_free(ctx);
  closedir(folder);
  return status == VITEXT_OK ? 0 : 1;
}
