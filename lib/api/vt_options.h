/* vt_options.h - option structs of any size: their defaults, and reading them whole. */
#ifndef VT_OPTIONS_H
#define VT_OPTIONS_H
#include "vitext.h"

/* Reading: *whole becomes the defaults with what the caller's struct (may be NULL) says over them.
 * VITEXT_E_ARGUMENT: a size that is too small, bytes this library does not know that are not 0,
 * unknown flags or values; err tells which. */
vitext_status vt_options_read_ctx(const vitext_ctx_options *given, vitext_ctx_options *whole,
                                  vitext_error *err);
vitext_status vt_options_read(const vitext_options *given, int analyse, vitext_options *whole,
                              vitext_error *err);
vitext_status vt_options_read_write(const vitext_write_options *given, vitext_write_options *whole);

#endif
