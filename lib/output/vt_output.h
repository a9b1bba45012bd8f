/* vt_output.h - documents as text in several formats, through the caller's sink. */
#ifndef VT_OUTPUT_H
#define VT_OUTPUT_H
#include "vt_document.h"

vitext_status vt_output_write(const vitext_doc *d, int32_t format,
                              const vitext_write_options *options, vitext_sink sink, void *user);
vitext_status vt_output_annotate(const char *text, size_t len, const vitext_mark *marks,
                                 size_t count, uint32_t flags, vitext_sink sink, void *user);

#endif
