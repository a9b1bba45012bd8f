/* stub_vt_words_find.c - weak stand-ins for functions whose room has not landed them yet; the real ones win at
 * link time. This file goes away with the last of them. */
#include <string.h>
#include "vt_encoding.h"
#include "vt_error.h"
#include "vt_lexicon.h"
#include "vt_normal.h"
#include "vt_official.h"
#include "vt_reference.h"
#include "vt_segment.h"
#include "vt_token.h"
#define WEAK __attribute__((weak))

WEAK vitext_status vt_words_find(const vt_alloc *a, const vt_lexicon *lex, const vt_model *model,
                                 const vt_user_words *user, int32_t convention, vt_text text,
                                 const vt_tokens *tokens, const vt_runs *sentences, vt_runs *out)
{
  (void)lex, (void)model, (void)user, (void)convention, (void)text;
  if (tokens->count == 0) return VITEXT_OK;
  out->items = vt_new(a, tokens->count, sizeof *out->items);
  if (out->items == NULL) return VITEXT_E_MEMORY;
  out->cap = tokens->count;
  for (uint32_t i = 0; i < sentences->count; i++) {
    for (uint32_t k = 0; k < sentences->items[i].count; k++) {
      out->items[out->count++] = (vt_run){ sentences->items[i].first + k, 1 };
    }
  }
  return VITEXT_OK;
}
