/* progress.c - bytes, records a second and time left, on standard error; see progress.h. */
#include "progress.h"
#include <inttypes.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

static double now(void)
{
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

void progress_open(progress *p, const options *o)
{
  /* output that goes to the same terminal shows the progress itself */
  p->on = isatty(STDERR_FILENO) && (o->output != NULL || !isatty(STDOUT_FILENO));
  p->start = p->last = now();
  p->shown = 0;
}

void progress_show(progress *p, uint64_t bytes, uint64_t bytes_total, uint64_t records)
{
  if (!p->on) return;
  const double t = now(), run = t - p->start;
  if (run < 1 || t - p->last < 0.2) return;
  p->last = t;
  p->shown = 1;
  fprintf(stderr, "\r\033[K%.1f MB", (double)bytes / 1e6);
  if (bytes_total > 0) {
    const double share = (double)bytes / (double)bytes_total;
    const long left = share > 0 ? (long)(run / share - run + 0.5) : 0;
    fprintf(stderr, " of %.1f (%.0f %%), %ld:%02ld left", (double)bytes_total / 1e6, share * 100,
            left / 60, left % 60);
  }
  fprintf(stderr, ", %.1f MB/s, %.0f documents/s", (double)bytes / 1e6 / run,
          (double)records / run);
  fflush(stderr);
}

void progress_close(progress *p)
{
  if (p->shown) fputs("\r\033[K", stderr);
}
