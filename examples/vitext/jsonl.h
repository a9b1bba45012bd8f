/* jsonl.h - one line of JSON Lines: the text of a document, its id and the other members. */
#ifndef JSONL_H
#define JSONL_H
#include "buffer.h"
#include <stddef.h>

typedef struct jsonl_line { /* reused from line to line */
  buffer text;              /* member "text", decoded */
  buffer id;                /* member "id" as JSON; empty when there is none */
  buffer name;              /* the same as plain text */
  buffer members; /* the others, ",\"name\":value" each, less those the program writes itself */
} jsonl_line;

typedef struct jsonl_error {
  size_t offset; /* in the line */
  char message[200];
} jsonl_error;

/* Before the first line: jansson shall end the program when memory ends, as the rest of it does;
 * left to itself it fails an assertion or reads through NULL then (2.14). */
void jsonl_open(void);
/* 1, or 0 with what is wrong in *e; id and name are filled in where they can be read. */
int jsonl_parse(jsonl_line *j, const char *line, size_t len, jsonl_error *e);
/* A line with the invalid bytes replaced, of which the first stood at bad: its offset in the
 * decoded text when it stands there, else in the line. */
size_t jsonl_text_offset(const char *line, size_t len, size_t bad);
void jsonl_free(jsonl_line *j);

#endif
