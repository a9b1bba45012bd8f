/* vt_normal.h - the door of text: checking, repairing, normalising UTF-8, with the way back. */
#ifndef VT_NORMAL_H
#define VT_NORMAL_H
#include "vt_map.h"

typedef struct vt_normal_options {
  bool lenient;     /* invalid bytes become U+FFFD by maximal subparts; else VITEXT_E_ENCODING */
  uint32_t repair;  /* VITEXT_REPAIR_* */
  int32_t form;     /* VITEXT_FORM_* */
  int32_t style;    /* VITEXT_STYLE_*: needs form NFC; placed by syllable, see vt_style.h */
} vt_normal_options;

/* What came out: text of len bytes and a NUL, owned (vt_normal_free); the map to the input. */
typedef struct vt_normal {
  char *bytes;
  size_t cap;
  uint32_t len;
  vt_map map;
} vt_normal;

/* Input: UTF-8, perhaps with a BOM (skipped, its bytes count), at most VITEXT_MAX_INPUT bytes.
 * Clean input is copied once and gets no pieces. Linear in len: a run of more than 32 marks is
 * copied as it is and flagged. VITEXT_E_ENCODING: err->offset is the first bad byte. */
vitext_status vt_normalize(const vt_alloc *a, const char *input, size_t len,
                           const vt_normal_options *options, vt_normal *out, vitext_error *err);
void vt_normal_free(const vt_alloc *a, vt_normal *n);

/* Search keys: fold an NFC text at level VITEXT_FOLD_*, with a map from the key to the text. */
vitext_status vt_fold(const vt_alloc *a, vt_text text, int32_t level, vt_normal *out);

/* Vietnamese order through ICU's collator; VITEXT_E_UNSUPPORTED in a build without ICU. */
vitext_status vt_order_key(const vt_alloc *a, const char *utf8, size_t len, vitext_buffer *out);
vitext_status vt_order_compare(const char *x, size_t x_len, const char *y, size_t y_len,
                               int32_t *order);
/* "0.2.0 icu/72.1 utf8proc/2.8.0": the library and the two it stands on, as built. */
const char *vt_version_string(void);

#endif
