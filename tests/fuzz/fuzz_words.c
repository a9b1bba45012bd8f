/* fuzz_words.c - a list of the caller's words. */
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  fuzz_input in = { data, size };
  fuzz_heap heap;
  vitext_ctx_options o;
  vitext_ctx *ctx = NULL;
  vitext_error err;
  vitext_ctx_options_init(&o, sizeof o);
  o.alloc = fuzz_heap_begin(&heap, &in);
  char *bytes = fuzz_rest(&in);
  const vitext_source source = { VITEXT_SOURCE_WORDS, 0, NULL, bytes, in.len };
  o.sources = &source;
  o.source_count = 1;
  const vitext_status st = vitext_ctx_new(&o, &ctx, &err);
  FUZZ_REQUIRE(st == VITEXT_OK || st == VITEXT_E_DATA || st == VITEXT_E_MEMORY);
  static const char text[] = "Ông Nguyễn Văn An, Giám đốc Sở Y tế, nêu Nghị định 30/2020/NĐ-CP.";
  vitext_doc *doc = NULL;
  if (ctx != NULL && vitext_analyze(ctx, text, sizeof text - 1, NULL, &doc, NULL) == VITEXT_OK) {
    fuzz_check(doc, sizeof text - 1);
  }
  vitext_doc_free(doc);
  vitext_ctx_free(ctx);
  fuzz_drop(bytes);
  fuzz_heap_end(&heap);
  return 0;
}
