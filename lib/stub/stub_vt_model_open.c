/* stub_vt_model_open.c - weak stand-ins for functions whose room has not landed them yet; the real ones win at
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

WEAK vitext_status vt_model_open(const vt_alloc *a, const vt_lexicon *lex, const void *bytes,
                                 size_t len, vt_model **out, vitext_error *err)
{
  (void)a, (void)lex, (void)bytes, (void)len, (void)out;
  return vt_error_set(err, VITEXT_E_UNSUPPORTED, 0, "no models yet", NULL);
}
