/* chains.h - the mentions of each person and the positions of each mention, in text order. */
#ifndef CHAINS_H
#define CHAINS_H
#include "vitext.h"

/* All numbers are indices + 1, 0 ends a chain:
 *   for (size_t m = c->mention[person]; m != 0; m = c->next_mention[m - 1]) ... mention m - 1
 * Mentions of nobody known are the chain of person number persons. */
typedef struct chains {
  size_t persons, mentions, positions;
  size_t *mention, *next_mention;   /* first by person; next by mention */
  size_t *position, *next_position; /* first by mention; next by position */
} chains;

void chains_open(chains *c, const vitext_doc *doc);
void chains_close(chains *c);

#endif
