/* fuzz_words.c - a list of the caller's words. */
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  fuzz_source(&(fuzz_input){ data, size }, VITEXT_SOURCE_WORDS);
  return 0;
}
