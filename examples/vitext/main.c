/* main.c - vitext: Vietnamese text analysis on the command line. */
#include "commands.h"
#include "jsonl.h"
#include "options.h"
#include "output.h"
#include "work.h"
#include <signal.h>
#include <stdio.h>

static vitext_ctx *context(const options *o)
{
  vitext_ctx_options how;
  vitext_ctx *ctx = NULL;
  vitext_error e = { 0 };
  vitext_ctx_options_init(&how, sizeof how);
  how.sources = o->sources;
  how.source_count = o->source_count;
  if (vitext_ctx_new(&how, &ctx, &e) == VITEXT_OK) return ctx;
  fprintf(stderr, "vitext: %s", e.message);
  fprintf(stderr, e.offset != 0 ? " (line or byte %u)\n" : "\n", (unsigned)e.offset);
  return NULL;
}

static int stream(const options *o)
{
  vitext_ctx *ctx = NULL;
  if (o->cmd->bit & CMD_ANALYSES) {
    ctx = context(o);
    if (ctx == NULL) return 1;
  }
  const int failed = work_run(o, ctx);
  vitext_ctx_free(ctx);
  return failed;
}

int main(int argc, char **argv)
{
  options o;
  signal(SIGPIPE, SIG_DFL); /* a closed pipe ends the program without a word */
  jsonl_open();
  options_read(&o, argc, argv);
  output_open(&o);
  int failed = 0;
  if (o.cmd->bit == CMD_SORT) failed = sort_run(&o);
  else if (o.cmd->bit == CMD_SYLLABLE) failed = syllable_run(&o);
  else if (o.detect) failed = detect_run(&o);
  else failed = stream(&o);
  output_close();
  options_free(&o);
  return failed;
}
