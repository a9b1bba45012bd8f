/* fuzz_officials.c - named officials. */
#include "fuzz.h"

static void narrow(vitext_options *o, fuzz_input *in)
{
  (void)in;
  o->layers = VITEXT_OFFICIALS;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  fuzz_text(&(fuzz_input){ data, size }, true, narrow, NULL);
  return 0;
}
