/* chains.c - records put in chains by their owner, from the last to the first. */
#include "chains.h"
#include "buffer.h"
#include <stdlib.h>

static void put_first(size_t *first, size_t *next, size_t owner, size_t index)
{
  next[index] = first[owner];
  first[owner] = index + 1;
}

void chains_open(chains *c, const vitext_doc *doc)
{
  c->persons = vitext_doc_count(doc, VITEXT_PERSONS);
  c->mentions = vitext_doc_count(doc, VITEXT_MENTIONS);
  c->positions = vitext_doc_count(doc, VITEXT_POSITIONS);
  c->mention = memory_new(c->persons + 1, sizeof *c->mention);
  c->next_mention = memory_new(c->mentions, sizeof *c->next_mention);
  c->position = memory_new(c->mentions, sizeof *c->position);
  c->next_position = memory_new(c->positions, sizeof *c->next_position);
  for (size_t i = c->mentions; i-- > 0;) {
    const int32_t who = vitext_doc_mention(doc, i)->person;
    put_first(c->mention, c->next_mention, who < 0 ? c->persons : (size_t)who, i);
  }
  for (size_t i = c->positions; i-- > 0;) {
    const int32_t m = vitext_doc_position(doc, i)->mention;
    if (m >= 0) put_first(c->position, c->next_position, (size_t)m, i);
  }
}

void chains_close(chains *c)
{
  free(c->mention);
  free(c->next_mention);
  free(c->position);
  free(c->next_position);
}
