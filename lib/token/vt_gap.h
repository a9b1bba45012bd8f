/* vt_gap.h - what may stand between the parts of a date or a number of a document. */
#ifndef VT_GAP_H
#define VT_GAP_H
#include <stdbool.h>
#include "vt_span.h"

/* Offset of the first character after blanks and at most one line end. */
uint32_t vt_gap(vt_text text, uint32_t offset);
/* Hyphens and dashes of all kinds. */
bool vt_is_dash(uint32_t cp);

#endif
