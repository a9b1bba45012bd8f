/* count_words.c - the most frequent words of a corpus: count_words FILE... (UTF-8), a word a line
 * with its count, for `sort | uniq -c | sort -rn`. Words of one file at a time. */
#include <stdio.h>
#include <stdlib.h>
#include <vitext.h>

/* Print each word of the text on a line of its own, as it stands there. */
static int print_words(const vitext_ctx *ctx, const char *text, size_t len)
{
  vitext_options o;
  vitext_doc *doc = NULL;
  vitext_error error = { 0 };
  vitext_options_init(&o, sizeof o);
  o.layers = VITEXT_SENTENCES | VITEXT_WORDS;
  o.lenient = 1;
  if (vitext_analyze(ctx, text, len, &o, &doc, &error) != VITEXT_OK) {
    fprintf(stderr, "count_words: %s\n", error.message);
    return 1;
  }
  for (size_t i = 0; i < vitext_doc_count(doc, VITEXT_WORDS); i++) {
    const vitext_group *w = vitext_doc_word(doc, i);
    size_t n;
    const char *s = vitext_doc_slice(doc, w->span, &n);
    if (w->kind < VITEXT_TOKEN_PUNCT) printf("%.*s\n", (int)n, s);
  }
  vitext_doc_free(doc);
  return 0;
}

int main(int argc, char **argv)
{
  vitext_ctx *ctx = NULL;
  static char text[1 << 24];
  int failed = 0;
  if (vitext_ctx_new(NULL, &ctx, NULL) != VITEXT_OK) return 1;
  for (int i = 1; i < argc; i++) {
    FILE *f = fopen(argv[i], "rb");
    size_t len = f == NULL ? 0 : fread(text, 1, sizeof text, f);
    if (f == NULL || ferror(f)) {
      perror(argv[i]);
      failed = 1;
    } else {
      failed |= print_words(ctx, text, len);
    }
    if (f != NULL) fclose(f);
  }
  vitext_ctx_free(ctx);
  return failed;
}
