/* input.h - files, lines and JSON lines as batches of records. */
#ifndef INPUT_H
#define INPUT_H
#include "options.h"
#include <stddef.h>

typedef struct record { /* one document as it stands in a file */
  const char *bytes;    /* in the batch's block */
  size_t len;
  uint64_t line; /* from 1; 0: the whole file */
} record;

typedef struct batch { /* some records of one file, in order; reused from batch to batch */
  char *block;
  size_t block_cap;
  record *records;
  size_t count, record_cap;
  const char *source;       /* the file's name, "-" for standard input */
  vitext_encoding encoding; /* of this file */
  const char *failed;       /* why the file could not be read (to its end), else NULL */
  uint64_t first;           /* number of its first record in the whole run */
} batch;

typedef struct input {
  const options *o;
  int next_file, fd;
  char *tail; /* what was read after the last whole line */
  size_t tail_len, tail_cap;
  int at_start, at_end;
  vitext_encoding encoding;
  uint64_t lines, records;
  uint64_t bytes_done, bytes_total; /* total 0: not known; for the progress line */
  const char *source;
} input;

void input_open(input *in, const options *o);
/* The next batch, or 0 when there is none. Not for two threads at once. */
int input_batch(input *in, batch *b);
void input_close(input *in);
void batch_free(batch *b);

#endif
