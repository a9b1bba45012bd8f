/* document.h - one document: from its record through the library to the output. */
#ifndef DOCUMENT_H
#define DOCUMENT_H
#include "buffer.h"
#include "input.h"
#include "jsonl.h"
#include "options.h"

typedef struct document { /* what one thread reuses from document to document */
  const options *o;
  const vitext_ctx *ctx;
  buffer *out;
  vitext_options how;
  jsonl_line json;
  buffer id, members; /* of the document at hand: "id" as JSON; all members, NUL after them */
} document;

void document_open(document *d, const options *o, const vitext_ctx *ctx, buffer *out);
void document_close(document *d);
/* Record i of the batch. 0, or 1 when it failed, which has been said. */
int document_run(document *d, const batch *b, size_t i);
/* Say that the batch's file could not be read. */
int document_unread(document *d, const batch *b);
/* What stands before the first and after the last document. */
void document_begin(const options *o);
void document_end(const options *o);

#endif
