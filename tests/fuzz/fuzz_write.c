/* fuzz_write.c - everything that is written: JSON, HTML, CoNLL-U, words, encodings. */
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  fuzz_text(&(fuzz_input){ data, size }, true, NULL, fuzz_write);
  return 0;
}
