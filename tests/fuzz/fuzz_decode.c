/* fuzz_decode.c - bytes of every encoding but UTF-8. */
#include "fuzz.h"

static void narrow(vitext_options *o, fuzz_input *in)
{
  o->encoding = VITEXT_ENC_UTF16LE + (int32_t)(fuzz_byte(in) % 11);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  fuzz_text(&(fuzz_input){ data, size }, false, narrow, NULL);
  return 0;
}
