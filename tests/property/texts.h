/* texts.h - the file that texts.py writes, as pieces. */
#ifndef TEXTS_H
#define TEXTS_H
#include <stddef.h>

typedef struct text {
  const char *bytes;
  size_t len;
} text;
typedef struct texts {
  char *file;
  text *items;
  size_t count;
} texts;

/* 0 when the file cannot be read. */
int texts_read(texts *t, const char *path);
void texts_free(texts *t);

#endif
