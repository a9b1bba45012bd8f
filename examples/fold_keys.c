/* fold_keys.c - search keys of three strengths, from text as it is typed: no context is needed. */
#include <stdio.h>
#include <string.h>
#include <vitext.h>

static int print_key(const char *text, int32_t fold)
{
  vitext_options options;
  vitext_doc *doc = NULL;
  vitext_error err;
  vitext_options_init(&options, sizeof options);
  options.fold = fold;
  if (vitext_normalize(NULL, text, strlen(text), &options, &doc, &err) != VITEXT_OK) {
    fprintf(stderr, "%s\n", err.message);
    return 1;
  }
  printf("  %s\n", vitext_doc_text(doc, NULL));
  vitext_doc_free(doc);
  return 0;
}

int main(void)
{
  /* one word in four spellings: composed, tone placed the new way, capitals, decomposed */
  static const char *const spellings[] = { "Khánh Hòa", "Khánh Hoà", "KHÁNH  HÒA",
                                           "Kha\xCC\x81nh Ho\xCC\x80\x61" };
  for (size_t i = 0; i < sizeof spellings / sizeof *spellings; i++) {
    printf("%s\n", spellings[i]);
    for (int32_t fold = VITEXT_FOLD_CASE; fold <= VITEXT_FOLD_MARKS; fold++) {
      if (print_key(spellings[i], fold) != 0) return 1;
    }
  }
  return 0;
}
