/* output.h - where everything is written: pieces in order, errors of writing, progress. */
#ifndef OUTPUT_H
#define OUTPUT_H
#include "buffer.h"
#include "options.h"

/* Open o->output, or take standard output. Ends the program when that fails. */
void output_open(const options *o);
/* Ends the program (1) when the disk is full; quietly when the reader of a pipe is gone. */
void output_write(const char *bytes, size_t len);
void output_close(void);
int output_colored(const options *o);

#endif
