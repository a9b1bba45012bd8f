/* stub_vt_references_find.c - weak stand-ins for functions whose room has not landed them yet; the real ones win at
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

WEAK vitext_status vt_references_find(vt_arena *arena, const vt_lexicon *lex, const vt_known *known,
                                      vt_text text, const vt_tokens *tokens,
                                      const vt_runs *sentences, vt_references *out)
{
  (void)arena, (void)lex, (void)known, (void)text, (void)tokens, (void)sentences, (void)out;
  return VITEXT_OK;
}
