/* work.h - documents through the library, by one thread or several, output in the input's order. */
#ifndef WORK_H
#define WORK_H
#include "buffer.h"
#include "input.h"
#include "options.h"

/* Runs every document of the input through o->cmd; 0, or 1 when some failed. */
int work_run(const options *o, const vitext_ctx *ctx);

#endif
