/* segment_words.c - words of a text: one a line, with its place in the input. */
#include <stdio.h>
#include <string.h>
#include <vitext.h>

int main(void)
{
  static const char text[] = "Hội nghị sơ kết 5 năm thực hiện Chỉ thị số 05-CT/TW tại Sở Y tế.";
  vitext_ctx *ctx = NULL;
  vitext_doc *doc = NULL;
  vitext_error err;
  vitext_status status = vitext_ctx_new(NULL, &ctx, &err);
  if (status == VITEXT_OK) status = vitext_analyze(ctx, text, strlen(text), NULL, &doc, &err);
  if (status != VITEXT_OK) {
    fprintf(stderr, "%s\n", err.message);
    vitext_ctx_free(ctx);
    return 1;
  }
  for (size_t i = 0; i < vitext_doc_count(doc, VITEXT_WORDS); i++) {
    const vitext_group *word = vitext_doc_word(doc, i);
    size_t len;
    const char *bytes = vitext_doc_slice(doc, word->span, &len);
    printf("%3u-%-3u %s %.*s\n", (unsigned)word->span.begin, (unsigned)word->span.end,
           vitext_name(VITEXT_NAME_TOKEN, word->kind), (int)len, bytes);
  }
  vitext_doc_free(doc);
  vitext_ctx_free(ctx);
  return 0;
}
