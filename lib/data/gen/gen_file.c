/* gen_file.c - the lexicon as one binary file; lib/lexicon/lexicon_file.c says what is in it. */
#include <stdio.h>
#include <string.h>
#include "vt_bytes.h"
#include "vt_gen.h"

typedef VT_VEC(unsigned char) buffer;

static void put(buffer *b, uint64_t number, unsigned size)
{
  for (unsigned i = 0; i < size; i++) {
    gen_room(b);
    b->items[b->count++] = (unsigned char)(number >> 8 * i);
  }
}

static void put_u16s(buffer *b, const uint16_t *items, size_t count)
{
  for (size_t i = 0; i < count; i++) put(b, items[i], 2);
}

/* Length, then the bytes. */
static void put_text(buffer *b, const char *text, uint32_t len)
{
  put(b, len, 4);
  for (uint32_t i = 0; i < len; i++) put(b, (unsigned char)text[i], 1);
}

static void put_vocabulary(buffer *b, const vt_lexicon *lex)
{
  put(b, lex->count, 4);
  put(b, lex->bucket_bits, 4);
  put_u16s(b, lex->bucket, ((size_t)1 << lex->bucket_bits) + 1);
  for (uint32_t i = 0; i < lex->count; i++) put(b, lex->key[i], 8);
  put_u16s(b, lex->plain, lex->count);
  put_u16s(b, lex->traits, lex->count);
  put_text(b, lex->spelling, vt_steps_at(lex->spelling_at, lex->count));
}

static void put_trie(buffer *b, const vt_trie *t)
{
  put(b, t->nodes, 4);
  if (t->nodes == 0) return;
  put(b, t->slot_bits, 4);
  put_u16s(b, t->slot, (size_t)1 << t->slot_bits);
  put_u16s(b, t->label, t->nodes);
  put_u16s(b, t->row, t->nodes);
  for (uint32_t i = 0; i <= t->nodes; i++) put(b, vt_steps_at(t->child, i), 4);
}

static void put_table(buffer *b, const vt_table *t)
{
  const char *end = t->column_names;
  for (uint32_t c = 0; c < t->columns; c++) end += strlen(end) + 1;
  put_text(b, t->name, (uint32_t)strlen(t->name) + 1);
  put_text(b, t->column_names, (uint32_t)(end - t->column_names));
  put(b, t->rows, 4);
  put(b, t->columns, 4);
  put_trie(b, &t->exact);
  put_trie(b, &t->plain);
  put_u16s(b, t->cells, (size_t)t->rows * t->columns);
  for (uint32_t i = 0; i < t->rows / 8 + 1; i++) put(b, t->more[i], 1);
  put(b, t->strings, 4);
  put_text(b, t->text, vt_steps_at(t->string_at, t->strings));
}

void gen_write_file(const char *path, const vt_lexicon *lex)
{
  buffer body = { 0 }, head = { 0 };
  put(&body, lex->tag, 8);
  put_vocabulary(&body, lex);
  put(&body, lex->table_count, 4);
  for (uint32_t i = 0; i < lex->table_count; i++) put_table(&body, lex->tables[i]);
  put(&head, VT_FILE_MAGIC, 8);
  put(&head, VT_FILE_VERSION, 4);
  put(&head, body.count, 4);
  put(&head, vt_crc32(body.items, body.count), 4);
  FILE *f = fopen(path, "wb");
  if (f == NULL) gen_fail(path, 0, "cannot be written", "");
  const bool written = fwrite(head.items, 1, head.count, f) == head.count &&
                       fwrite(body.items, 1, body.count, f) == body.count;
  if (fclose(f) != 0 || !written) gen_fail(path, 0, "cannot be written", "");
}
