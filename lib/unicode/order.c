/* order.c - Vietnamese order: ICU's collator for "vi", opened once behind a once-flag. */
#include "vt_normal.h"

#if VT_ICU
#include <stdatomic.h>
#include <unicode/ucol.h>
#include <unicode/uiter.h>
#include <unicode/uversion.h>

/* The only global state of the library. A const collator may be used by all threads at once; two
 * that open it at the same time agree on one and close the other. */
static _Atomic(UCollator *) shared_collator;

static vitext_status collator(UCollator **out)
{
  UErrorCode error = U_ZERO_ERROR;
  *out = atomic_load(&shared_collator);
  if (*out != NULL) return VITEXT_OK;
  UCollator *opened = ucol_open("vi", &error);
  if (U_SUCCESS(error)) ucol_setAttribute(opened, UCOL_NORMALIZATION_MODE, UCOL_ON, &error);
  if (U_FAILURE(error)) {
    ucol_close(opened);
    return error == U_MEMORY_ALLOCATION_ERROR ? VITEXT_E_MEMORY : VITEXT_E_UNSUPPORTED;
  }
  if (atomic_compare_exchange_strong(&shared_collator, out, opened)) {
    *out = opened;
  } else {
    ucol_close(opened); /* *out is what the other thread opened */
  }
  return VITEXT_OK;
}

vitext_status vt_order_key(const vt_alloc *a, const char *utf8, size_t len, vitext_buffer *out)
{
  (void)a;
  UCollator *c;
  const vitext_status st = collator(&c);
  if (st != VITEXT_OK) return st;
  if (len > VITEXT_MAX_INPUT) return VITEXT_E_TOO_LONG;
  UCharIterator it;
  UErrorCode error = U_ZERO_ERROR;
  uint32_t state[2] = { 0, 0 };
  uint8_t piece[256];
  uiter_setUTF8(&it, utf8, (int32_t)len);
  out->len = 0;
  for (;;) { /* ICU gives a key in pieces; all of them are counted, those that fit are kept */
    const int32_t n = ucol_nextSortKeyPart(c, &it, state, piece, sizeof piece, &error);
    if (U_FAILURE(error)) return VITEXT_E_MEMORY;
    for (int32_t i = 0; i < n; i++, out->len++) {
      if (out->len < out->cap) out->data[out->len] = (char)piece[i];
    }
    if (n < (int32_t)sizeof piece) break;
  }
  return out->len <= out->cap ? VITEXT_OK : VITEXT_E_NO_SPACE;
}

vitext_status vt_order_compare(const char *x, size_t x_len, const char *y, size_t y_len,
                               int32_t *order)
{
  UCollator *c;
  const vitext_status st = collator(&c);
  if (st != VITEXT_OK) return st;
  if (x_len > VITEXT_MAX_INPUT || y_len > VITEXT_MAX_INPUT) return VITEXT_E_TOO_LONG;
  UErrorCode error = U_ZERO_ERROR;
  const UCollationResult r = ucol_strcollUTF8(c, x, (int32_t)x_len, y, (int32_t)y_len, &error);
  if (U_FAILURE(error)) return VITEXT_E_MEMORY;
  *order = r == UCOL_LESS ? -1 : r == UCOL_GREATER ? 1 : 0;
  return VITEXT_OK;
}

#else

vitext_status vt_order_key(const vt_alloc *a, const char *utf8, size_t len, vitext_buffer *out)
{
  (void)a, (void)utf8, (void)len, (void)out;
  return VITEXT_E_UNSUPPORTED;
}

vitext_status vt_order_compare(const char *x, size_t x_len, const char *y, size_t y_len,
                               int32_t *order)
{
  (void)x, (void)x_len, (void)y, (void)y_len, (void)order;
  return VITEXT_E_UNSUPPORTED;
}

#endif
