/* texts.c - see texts.h. */
#include "texts.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST = 1 << 24 };

int texts_read(texts *t, const char *path)
{
  *t = (texts){ 0 };
  FILE *f = fopen(path, "rb");
  if (f == NULL) return 0;
  t->file = malloc(MOST);
  const size_t len = t->file == NULL ? 0 : fread(t->file, 1, MOST, f);
  fclose(f);
  size_t count = len > 0;
  for (size_t i = 0; i < len; i++) count += t->file[i] == '\f';
  t->items = calloc(count + 1, sizeof *t->items);
  if (t->items == NULL || len == MOST) return 0;
  for (size_t at = 0; at < len;) {
    const char *end = memchr(t->file + at, '\f', len - at);
    const size_t n = end == NULL ? len - at : (size_t)(end - t->file) - at;
    t->items[t->count++] = (text){ t->file + at, n };
    at += n + 1;
  }
  return t->count > 0;
}

void texts_free(texts *t)
{
  free(t->file);
  free(t->items);
  *t = (texts){ 0 };
}
