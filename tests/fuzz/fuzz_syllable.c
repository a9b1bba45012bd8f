/* fuzz_syllable.c - one syllable, order, guessing an encoding: bytes without a document. */
#include <string.h>
#include "fuzz.h"

static void check_syllable(const char *text, size_t len)
{
  vitext_syllable s, again;
  memset(&s, 'x', sizeof s);
  const int32_t found = vitext_syllable_parse(text, len, &s);
  FUZZ_REQUIRE(found == 0 || found == 1);
  if (found == 0) {
    FUZZ_REQUIRE(s.onset[0] == 'x' && s.new_style[23] == 'x');
    return;
  }
  FUZZ_REQUIRE(memchr(s.old_style, 0, sizeof s.old_style) != NULL);
  FUZZ_REQUIRE(memchr(s.new_style, 0, sizeof s.new_style) != NULL);
  FUZZ_REQUIRE(s.nucleus[0] != '\0' && s.tone >= 0 && s.tone <= 5);
  FUZZ_REQUIRE(vitext_syllable_parse(s.old_style, strlen(s.old_style), &again) == 1);
  FUZZ_REQUIRE(strcmp(s.new_style, again.new_style) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  fuzz_input in = { data, size };
  fuzz_heap heap;
  vitext_ctx *ctx = fuzz_ctx(&heap, &in);
  char *text = fuzz_rest(&in);
  check_syllable(text, in.len);
  vitext_guess guesses[12];
  const size_t count = vitext_detect(text, in.len, guesses, 12);
  FUZZ_REQUIRE(count >= 1 && count <= 12);
  for (size_t i = 0; i < count; i++) FUZZ_REQUIRE(guesses[i].percent <= 100);
  char key[64];
  vitext_buffer out = { key, sizeof key, 0 };
  int32_t order = 2;
  if (ctx != NULL) (void)vitext_sort_key(ctx, text, in.len, &out);
  const size_t half = in.len / 2;
  if (vitext_compare(ctx, text, half, text + half, in.len - half, &order) == VITEXT_OK) {
    FUZZ_REQUIRE(order >= -1 && order <= 1);
  }
  vitext_ctx_free(ctx);
  fuzz_drop(text);
  fuzz_heap_end(&heap);
  return 0;
}
