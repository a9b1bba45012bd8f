/* count_words.c - the words of a corpus of UTF-8 files, one a line, for others to count:
 *   count_words corpus/x.txt corpus/y.txt | sort | uniq -c | sort -rn | head */
#include <stdio.h>
#include <stdlib.h>
#include <vitext.h>

enum { MAX_TEXT = 1 << 24 };

/* Each word on a line of its own, as it stands in the text; no punctuation. */
static int print_words(const vitext_ctx *ctx, const char *text, size_t len)
{
  vitext_options o;
  vitext_doc *doc = NULL;
  vitext_error error = { 0 };
  vitext_options_init(&o, sizeof o);
  o.layers = VITEXT_WORDS;
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
  static char text[MAX_TEXT];
  int failed = 0;
  if (argc < 2) return fprintf(stderr, "usage: count_words FILE...\n"), 2;
  if (vitext_ctx_new(NULL, &ctx, NULL) != VITEXT_OK) return 1;
  for (int i = 1; i < argc; i++) {
    FILE *f = fopen(argv[i], "rb");
    size_t len = f == NULL ? 0 : fread(text, 1, sizeof text, f);
    if (f == NULL || ferror(f)) {
      perror(argv[i]);
      failed = 1;
    } else if (len == sizeof text) {
      fprintf(stderr, "count_words: %s: more than 16 MB\n", argv[i]);
      failed = 1;
    } else {
      failed |= print_words(ctx, text, len);
    }
    if (f != NULL) fclose(f);
  }
  vitext_ctx_free(ctx);
  return failed;
}
