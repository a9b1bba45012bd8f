/* fuzz_analyze.c - all layers, with options out of the first bytes. */
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  fuzz_text(&(fuzz_input){ data, size }, true, NULL, NULL);
  return 0;
}
