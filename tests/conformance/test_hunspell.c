/* test_hunspell.c - the syllables of Debian's hunspell-vi are accepted, but for named exceptions.
 */
#include <stdio.h>
#include "vt_syllable.h"
#include "vt_test.h"

static const char file_name[] = "/usr/share/hunspell/vi_VN.dic";

/* What of the list is no Vietnamese syllable: abbreviations, foreign words, a stop without its
 * tone, a vowel that wants a coda, a glide with a nucleus that it does not go with. */
static const char *const exceptions[] = {
  "ABC",   "ASCII",  "GIF",      "HCM",      "HK",    "HTML",   "HĐND", "JPEG",   "LHQ",
  "PDF",   "PNG",    "TCVN",     "TV",       "Telex", "Tp",     "UBND", "URL",    "Unicode",
  "VIQR",  "VISCII", "VN",       "VNI",      "basoi", "email",  "gen",  "gip",    "giê",
  "giề",   "gram",   "internet", "intranet", "ka",    "palăng", "ping", "quoàng", "quoạng",
  "quoắt", "tivi",   "tout",     "têt",      "v",     "web",    "xit",
};

static bool is_exception(const char *word)
{
  for (size_t i = 0; i < COUNT_OF(exceptions); i++) {
    if (strcmp(exceptions[i], word) == 0) return true;
  }
  return false;
}

static void words_are_syllables(void **state)
{
  (void)state;
  FILE *f = fopen(file_name, "r");
  char word[256];
  unsigned accepted = 0, refused = 0;
  assert_non_null(f);
  assert_non_null(fgets(word, sizeof word, f)); /* the count */
  while (fgets(word, sizeof word, f) != NULL) {
    vitext_syllable s;
    word[strcspn(word, "/\r\n")] = '\0';
    const bool is = vt_syllable_parse(word, strlen(word), &s);
    if (is == is_exception(word)) print_error("%s: %d\n", word, is);
    assert_true(is != is_exception(word));
    if (is) accepted++;
    else refused++;
  }
  fclose(f);
  print_message("%u accepted, %u refused\n", accepted, refused);
  assert_true(accepted > 6500);
}

int main(void)
{
  FILE *f = fopen(file_name, "r");
  if (f == NULL) {
    print_message("skipped: no %s (Debian package hunspell-vi)\n", file_name);
    return 77;
  }
  fclose(f);
  const struct CMUnitTest tests[] = { cmocka_unit_test(words_are_syllables) };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
