/* stub_vt_decode.c - weak stand-ins for functions whose room has not landed them yet; the real ones win at
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

WEAK vitext_status vt_decode(const vt_alloc *a, vitext_encoding encoding, const void *bytes,
                             size_t len, bool lenient, vt_normal *out, vitext_error *err)
{
  (void)a, (void)encoding, (void)bytes, (void)len, (void)lenient, (void)out;
  return vt_error_set(err, VITEXT_E_UNSUPPORTED, 0, "no decoder yet", NULL);
}
