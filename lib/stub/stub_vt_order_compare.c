/* stub_vt_order_compare.c - weak stand-ins for functions whose room has not landed them yet; the real ones win at
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

WEAK vitext_status vt_order_compare(const char *x, size_t x_len, const char *y, size_t y_len,
                                    int32_t *order)
{
  (void)x, (void)x_len, (void)y, (void)y_len, (void)order;
  return VITEXT_E_UNSUPPORTED;
}
