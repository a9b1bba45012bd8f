/* fuzz_normalize.c - UTF-8, all forms, repairs and tone styles. */
#include "fuzz.h"

static void narrow(vitext_options *o, fuzz_input *in)
{
  (void)in;
  o->encoding = VITEXT_ENC_UTF8;
  o->fold = VITEXT_FOLD_NONE;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  fuzz_text(&(fuzz_input){ data, size }, false, narrow, NULL);
  return 0;
}
