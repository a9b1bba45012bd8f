/* fuzz_fold.c - search keys of all strengths. */
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  fuzz_input in = { data, size };
  fuzz_heap heap;
  vitext_ctx *ctx = fuzz_ctx(&heap, &in);
  vitext_options o = fuzz_options(&in, false);
  o.encoding = VITEXT_ENC_UTF8;
  o.form = VITEXT_FORM_NFC;
  o.fold = (int32_t)(fuzz_byte(&in) % 3) + 1;
  char *text = fuzz_rest(&in);
  vitext_doc *doc = NULL;
  if (ctx != NULL && vitext_normalize(ctx, text, in.len, &o, &doc, NULL) == VITEXT_OK) {
    fuzz_check(doc, in.len);
  }
  vitext_doc_free(doc);
  vitext_ctx_free(ctx);
  fuzz_drop(text);
  fuzz_heap_end(&heap);
  return 0;
}
