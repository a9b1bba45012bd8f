/* utf16_offsets.c - tokens with UTF-16 offsets, as editors and Java count, copied in one call. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <vitext.h>

static int print_tokens(const vitext_doc *doc)
{
  const size_t count = vitext_doc_count(doc, VITEXT_TOKENS);
  vitext_token *tokens = calloc(count, sizeof *tokens);
  if (tokens == NULL) return 1;
  vitext_status status =
      vitext_doc_copy(doc, VITEXT_TOKENS, VITEXT_UNIT_UTF16, tokens, sizeof *tokens, count);
  for (size_t i = 0; status == VITEXT_OK && i < count; i++) {
    printf("%2u-%-2u %s\n", (unsigned)tokens[i].span.begin, (unsigned)tokens[i].span.end,
           vitext_name(VITEXT_NAME_TOKEN, tokens[i].kind));
  }
  free(tokens);
  return status == VITEXT_OK ? 0 : 1;
}

int main(void)
{
  /* decomposed letters and an emoji: bytes, code points and UTF-16 units all differ */
  static const char text[] = "Ha\xCC\x80 No\xCC\xA3\xCC\x82i \xF0\x9F\x8C\xBE 15/5/2026";
  vitext_ctx *ctx = NULL;
  vitext_doc *doc = NULL;
  vitext_error err;
  vitext_options options;
  vitext_options_init(&options, sizeof options);
  options.layers = VITEXT_TOKENS;
  vitext_status status = vitext_ctx_new(NULL, &ctx, &err);
  if (status == VITEXT_OK) status = vitext_analyze(ctx, text, strlen(text), &options, &doc, &err);
  if (status != VITEXT_OK) fprintf(stderr, "%s\n", err.message);
  const int failed = status != VITEXT_OK || print_tokens(doc) != 0;
  vitext_doc_free(doc);
  vitext_ctx_free(ctx);
  return failed;
}
