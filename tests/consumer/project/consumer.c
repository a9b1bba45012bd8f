/* consumer.c - the smallest program that uses the installed library: exit 0 when it works. */
#include <stdio.h>
#include <string.h>
#include <vitext.h>

int main(void)
{
  static const char text[] = "Chỉ thị số 05-CT/TW của Bộ Chính trị.";
  vitext_ctx *ctx = NULL;
  vitext_doc *doc = NULL;
  vitext_error err;
  if (vitext_version() != VITEXT_VERSION) return 1;
  if (vitext_ctx_new(NULL, &ctx, &err) != VITEXT_OK) return 2;
  if (vitext_analyze(ctx, text, strlen(text), NULL, &doc, &err) != VITEXT_OK) return 3;
  printf("%s, %d tokens\n", vitext_version_string(), (int)vitext_doc_count(doc, VITEXT_TOKENS));
  vitext_doc_free(doc);
  vitext_ctx_free(ctx);
  return 0;
}
