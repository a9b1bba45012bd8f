/* commands.h - the commands that are no stream of documents. Each returns the exit status. */
#ifndef COMMANDS_H
#define COMMANDS_H
#include "options.h"

int sort_run(const options *o);
int syllable_run(const options *o);
int detect_run(const options *o);

#endif
