/* fuzz_fold.c - search keys of all strengths. */
#include "fuzz.h"

static void narrow(vitext_options *o, fuzz_input *in)
{
  o->encoding = VITEXT_ENC_UTF8;
  o->form = VITEXT_FORM_NFC;
  o->fold = (int32_t)(fuzz_byte(in) % 3) + 1;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  fuzz_text(&(fuzz_input){ data, size }, false, narrow, NULL);
  return 0;
}
