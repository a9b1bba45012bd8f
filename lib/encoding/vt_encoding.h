/* vt_encoding.h - legacy encodings to UTF-8 and back, with the way back, and guessing. */
#ifndef VT_ENCODING_H
#define VT_ENCODING_H
#include <stdbool.h>
#include "vitext.h"
#include "vt_alloc.h"
#include "vt_span.h"

typedef struct vt_normal vt_normal; /* vt_normal.h */

/* Decode bytes of any VITEXT_ENC_* but UTF-8 into UTF-8 (not normalised) with a map to the bytes.
 * lenient: what does not decode becomes U+FFFD; else VITEXT_E_ENCODING with its offset. */
vitext_status vt_decode(const vt_alloc *a, vitext_encoding encoding, const void *bytes, size_t len,
                        bool lenient, vt_normal *out, vitext_error *err);

/* Write NFC text in an encoding. substitute (may be NULL) stands for a character without a place;
 * NULL: VITEXT_E_ENCODING. lost (may be NULL) is told every character without a place. */
typedef struct vt_losses { vt_nspan *spans; size_t cap, count; } vt_losses;
vitext_status vt_encode(const vt_alloc *a, vitext_encoding encoding, vt_text text,
                        const char *substitute, vt_losses *lost, vitext_sink sink, void *user);

/* As vitext_detect. */
size_t vt_detect(const void *bytes, size_t len, vitext_guess *out, size_t cap);

#endif
