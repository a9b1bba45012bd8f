/* fuzz_model.c - a model file that nobody vouches for. */
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  static const fuzz_file base = { MODEL_FILE, 12, 16, 0 };
  fuzz_edited(&(fuzz_input){ data, size }, VITEXT_SOURCE_MODEL, &base);
  return 0;
}
