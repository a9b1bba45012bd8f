/* fuzz_tokens.c - the scanner and sentences. */
#include "fuzz.h"

static void narrow(vitext_options *o, fuzz_input *in)
{
  (void)in;
  o->layers = VITEXT_TOKENS | VITEXT_SENTENCES;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  fuzz_text(&(fuzz_input){ data, size }, true, narrow, NULL);
  return 0;
}
