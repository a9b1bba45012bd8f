/* fuzz_lexicon.c - a lexicon file that nobody vouches for. */
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  static const fuzz_file base = { LEXICON_FILE, 16, 20, 12 };
  fuzz_edited(&(fuzz_input){ data, size }, VITEXT_SOURCE_LEXICON, &base);
  return 0;
}
