/* vt_document.h - one text: its normal form, the way back, its layers; immutable once made.
 * This is what the rooms above read; how a document is laid out is private to this room. */
#ifndef VT_DOCUMENT_H
#define VT_DOCUMENT_H
#include "vitext.h"

/* Decode, normalise and analyse; see vitext_normalize (analyse 0) and vitext_analyze. */
vitext_status vt_document_new(const vitext_ctx *ctx, const void *text, size_t len,
                              const vitext_options *options, int analyse, vitext_doc **out,
                              vitext_error *err);
void vt_document_free(vitext_doc *d);

#endif
