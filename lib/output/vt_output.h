/* vt_output.h - documents as text in several formats, through the caller's sink. */
#ifndef VT_OUTPUT_H
#define VT_OUTPUT_H
#include "vt_document.h"

/* options: valid and whole. As vitext_doc_write, vitext_doc_losses, vitext_annotate. */
vitext_status vt_output_write(const vitext_doc *d, int32_t format,
                              const vitext_write_options *options, vitext_sink sink, void *user);
vitext_status vt_output_losses(const vitext_doc *d, vitext_encoding to, vitext_span *spans,
                               size_t cap, size_t *count);
vitext_status vt_output_annotate(const char *text, size_t len, const vitext_mark *marks,
                                 size_t count, uint32_t flags, vitext_sink sink, void *user);

#endif
