/* stub_vt_user_words_new.c - weak stand-ins for functions whose room has not landed them yet; the real ones win at
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

WEAK vitext_status vt_user_words_new(const vt_alloc *a, vt_user_words **out)
{
  (void)a, (void)out;
  return VITEXT_E_UNSUPPORTED;
}
