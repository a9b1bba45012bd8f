/* progress.h - one line on the terminal for who waits longer than a second. */
#ifndef PROGRESS_H
#define PROGRESS_H
#include "options.h"
#include <stdint.h>

typedef struct progress {
  int on, shown;
  double start, last; /* seconds */
} progress;

void progress_open(progress *p, const options *o);
/* bytes_total 0: not known. */
void progress_show(progress *p, uint64_t bytes, uint64_t bytes_total, uint64_t records);
void progress_close(progress *p);

#endif
