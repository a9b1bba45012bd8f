/* segment_words.c - words of a text: segment_words < TEXT (UTF-8), a sentence a line, words with a
 * blank between them and underscores inside. */
#include <stdio.h>
#include <vitext.h>

static void print_word(const vitext_doc *doc, const vitext_group *word)
{
  const uint32_t end = word->first_token + word->token_count;
  for (uint32_t i = word->first_token; i < end; i++) {
    size_t len;
    const char *bytes = vitext_doc_slice(doc, vitext_doc_token(doc, i)->span, &len);
    printf("%s%.*s", i == word->first_token ? "" : "_", (int)len, bytes);
  }
}

static void print_lines(const vitext_doc *doc)
{
  size_t sentence = 0;
  for (size_t i = 0; i < vitext_doc_count(doc, VITEXT_WORDS); i++) {
    const vitext_group *word = vitext_doc_word(doc, i);
    const vitext_group *next = vitext_doc_sentence(doc, sentence + 1);
    const int begins = next != NULL && word->first_token >= next->first_token;
    if (i > 0) putchar(begins ? '\n' : ' ');
    if (begins) sentence++;
    print_word(doc, word);
  }
  putchar('\n');
}

int main(void)
{
  static char text[1 << 24];
  const size_t len = fread(text, 1, sizeof text, stdin);
  if (len == sizeof text) return fprintf(stderr, "segment_words: more than 16 MB\n"), 2;
  vitext_ctx *ctx = NULL;
  vitext_doc *doc = NULL;
  vitext_options o;
  vitext_error err = { 0 };
  vitext_options_init(&o, sizeof o);
  o.layers = VITEXT_SENTENCES | VITEXT_WORDS;
  vitext_status status = vitext_ctx_new(NULL, &ctx, &err);
  if (status == VITEXT_OK) status = vitext_analyze(ctx, text, len, &o, &doc, &err);
  if (status == VITEXT_OK) print_lines(doc);
  else fprintf(stderr, "segment_words: %s\n", err.message);
  vitext_doc_free(doc);
  vitext_ctx_free(ctx);
  return status != VITEXT_OK || ferror(stdin);
}
