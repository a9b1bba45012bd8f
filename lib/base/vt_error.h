/* vt_error.h - filling the caller's error record. */
#ifndef VT_ERROR_H
#define VT_ERROR_H
#include "vitext.h"

/* Fill *err (may be NULL) and return status, so that a failing function can end with it.
 * message: English, one line; %s in it is replaced by detail (may be NULL). */
vitext_status vt_error_set(vitext_error *err, vitext_status status, uint32_t offset,
                           const char *message, const char *detail);

#endif
