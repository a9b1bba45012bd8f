/* output.c - one file descriptor, written whole; see output.h. */
#include "output.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int out_fd = STDOUT_FILENO;
static const char *out_name = "standard output";

static void fail(void)
{
  if (errno != EPIPE) fprintf(stderr, "vitext: %s: %s\n", out_name, strerror(errno));
  _exit(1);
}

/* Opening the output empties it, so it must not be a file that is still to be read. */
static void check_inputs(const options *o)
{
  struct stat out, in;
  if (o->cmd->bit == CMD_SYLLABLE || stat(o->output, &out) != 0 || !S_ISREG(out.st_mode)) return;
  for (int i = 0; i < o->operand_count; i++) {
    if (stat(o->operands[i], &in) != 0 || in.st_dev != out.st_dev || in.st_ino != out.st_ino)
      continue;
    fprintf(stderr, "vitext: %s is input and output\n", o->output);
    exit(2);
  }
}

void output_open(const options *o)
{
  if (o->output == NULL || strcmp(o->output, "-") == 0) return;
  check_inputs(o);
  out_name = o->output;
  out_fd = open(o->output, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (out_fd < 0) fail();
}

void output_write(const char *bytes, size_t len)
{
  while (len > 0) {
    const ssize_t n = write(out_fd, bytes, len);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) fail();
    bytes += n;
    len -= (size_t)n;
  }
}

void output_close(void)
{
  if (close(out_fd) != 0) fail();
}

int output_colored(const options *o)
{
  if (o->color != COLOR_AUTO) return o->color == COLOR_ALWAYS;
  const char *no = getenv("NO_COLOR"), *term = getenv("TERM");
  if ((no != NULL && *no != '\0') || term == NULL || strcmp(term, "dumb") == 0) return 0;
  return isatty(out_fd);
}
