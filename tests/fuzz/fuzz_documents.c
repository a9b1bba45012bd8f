/* fuzz_documents.c - a list of known documents. */
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  fuzz_source(&(fuzz_input){ data, size }, VITEXT_SOURCE_DOCUMENTS);
  return 0;
}
