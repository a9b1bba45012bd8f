/* sort.c - the lines of all files in Vietnamese order. */
#include "buffer.h"
#include "commands.h"
#include "input.h"
#include "output.h"
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct line {
  char *text;
  char *key;
  size_t len, key_len, place; /* equal lines keep their order */
} line;

typedef struct lines {
  line *items;
  size_t count, cap;
} lines;

static int by_key(const void *a, const void *b)
{
  const line *x = a, *y = b;
  const size_t least = x->key_len < y->key_len ? x->key_len : y->key_len;
  const int order = memcmp(x->key, y->key, least);
  if (order != 0) return order;
  if (x->key_len != y->key_len) return x->key_len < y->key_len ? -1 : 1;
  return x->place < y->place ? -1 : 1;
}

static vitext_status key_of(line *l)
{
  vitext_buffer key = { NULL, 0, 0 };
  vitext_status st = vitext_sort_key(NULL, l->text, l->len, &key);
  if (st != VITEXT_E_NO_SPACE && st != VITEXT_OK) return st;
  key.cap = key.len;
  key.data = memory_new(key.cap, 1);
  st = vitext_sort_key(NULL, l->text, l->len, &key);
  l->key = key.data;
  l->key_len = key.len;
  return st;
}

/* The text of a line in UTF-8; NULL with *e when it is not in its encoding. */
static char *decoded(const options *o, const batch *b, const record *r, size_t *len,
                     vitext_error *e)
{
  vitext_options how;
  vitext_doc *doc = NULL;
  vitext_options_init(&how, sizeof how);
  how.encoding = b->encoding;
  how.lenient = (uint32_t)o->lenient;
  how.form = VITEXT_FORM_NONE;
  how.repair = 0;
  if (vitext_normalize(NULL, r->bytes, r->len, &how, &doc, e) != VITEXT_OK) return NULL;
  const char *text = vitext_doc_text(doc, len);
  char *copy = memory_copy(text, *len);
  vitext_doc_free(doc);
  return copy;
}

static void append(lines *all, line l)
{
  if (all->count == all->cap) {
    all->cap = all->cap ? all->cap * 2 : 1024;
    all->items = memory_resize(all->items, all->cap * sizeof *all->items);
  }
  l.place = all->count;
  all->items[all->count++] = l;
}

static int add(lines *all, const options *o, const batch *b, const record *r)
{
  vitext_error e = { 0 };
  line l = { 0 };
  l.text = decoded(o, b, r, &l.len, &e);
  if (l.text != NULL && key_of(&l) == VITEXT_OK) {
    append(all, l);
    return 0;
  }
  if (l.text != NULL) snprintf(e.message, sizeof e.message, "cannot be sorted");
  fprintf(stderr, "vitext: %s:%" PRIu64 ": %s (byte %u)\n", b->source, r->line, e.message,
          (unsigned)e.offset);
  free(l.text);
  free(l.key);
  return 1;
}

static void write_sorted(lines *all)
{
  buffer out = { 0 };
  if (all->count > 1) qsort(all->items, all->count, sizeof *all->items, by_key);
  for (size_t i = 0; i < all->count; i++) {
    buffer_add(&out, all->items[i].text, all->items[i].len);
    buffer_char(&out, '\n');
    if (out.len > 1 << 16) {
      output_write(out.data, out.len);
      out.len = 0;
    }
    free(all->items[i].text);
    free(all->items[i].key);
  }
  output_write(out.data, out.len);
  buffer_free(&out);
  free(all->items);
}

int sort_run(const options *o)
{
  int failed = 0;
  lines all = { 0 };
  input in;
  batch b = { 0 };
  line probe = { .text = (char[]){ "a" }, .len = 1 };
  if (key_of(&probe) == VITEXT_E_UNSUPPORTED) {
    fputs("vitext: this build knows no order: it was made without ICU\n", stderr);
    return 1;
  }
  free(probe.key);
  input_open(&in, o);
  while (input_batch(&in, &b)) {
    for (size_t i = 0; i < b.count; i++) failed |= add(&all, o, &b, &b.records[i]);
    if (b.failed != NULL) {
      fprintf(stderr, "vitext: %s: %s\n", b.source, b.failed);
      failed = 1;
    }
  }
  batch_free(&b);
  input_close(&in);
  write_sorted(&all);
  return failed;
}
