/* cite_grep.c - the references in files, one a line: file:line:column:canonical id. Columns are
 * bytes, as compilers and editors count them. */
#include <stdio.h>
#include <stdlib.h>
#include <vitext.h>

static char *read_file(const char *path, size_t *len)
{
  FILE *f = fopen(path, "rb");
  char *bytes = NULL;
  long size = -1;
  if (f != NULL && fseek(f, 0, SEEK_END) == 0) size = ftell(f);
  if (size >= 0 && (bytes = malloc((size_t)size + 1)) != NULL) {
    rewind(f);
    *len = fread(bytes, 1, (size_t)size, f);
  }
  if (f != NULL) fclose(f);
  return bytes;
}

static vitext_status grep(const vitext_ctx *ctx, const char *path, vitext_error *err)
{
  size_t len = 0, at = 0, line = 1, begin = 0;
  char *text = read_file(path, &len);
  vitext_doc *doc = NULL;
  vitext_options options;
  vitext_options_init(&options, sizeof options);
  options.layers = VITEXT_REFERENCES;
  options.lenient = 1;
  if (text == NULL) {
    perror(path);
    return VITEXT_E_IO;
  }
  const vitext_status status = vitext_analyze(ctx, text, len, &options, &doc, err);
  const vitext_reference *r;
  for (size_t i = 0; (r = vitext_doc_reference(doc, i)) != NULL; i++) {
    for (; at < r->span.begin; at++) {
      if (text[at] != '\n') continue;
      line++;
      begin = at + 1;
    }
    printf("%s:%zu:%zu:%s\n", path, line, r->span.begin - begin + 1, r->canonical);
  }
  vitext_doc_free(doc);
  free(text);
  return status;
}

int main(int argc, char **argv)
{
  vitext_ctx *ctx;
  vitext_error err = { VITEXT_OK, 0, "" };
  if (argc < 2) return fprintf(stderr, "usage: cite_grep FILE...\n"), 2;
  vitext_status status = vitext_ctx_new(NULL, &ctx, &err);
  for (int i = 1; i < argc && status == VITEXT_OK; i++) status = grep(ctx, argv[i], &err);
  if (err.status != VITEXT_OK) fprintf(stderr, "cite_grep: %s\n", err.message);
  vitext_ctx_free(ctx);
  return status == VITEXT_OK ? 0 : 1;
}
