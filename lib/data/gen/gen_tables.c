/* gen_tables.c - makes the built-in lexicon: every TSV given becomes a table of phrases, and all
 * that occurs in them the vocabulary. A TSV's comment lines before its header may say:
 *   #plain    the table can be searched without diacritics too
 *   #traits   no table: words and their traits (vt_traits.h), needed to split the phrases
 *   #spellings no table: what its phrases are made of is in the vocabulary, and that is all
 *   #first t  words that phrases begin with have the trait t
 *   #drop a b columns that are not kept (origin and note never are)
 * It refuses rows that stand twice, text that is not NFC, rows without origin where there is such a
 * column. The same sources give the same bytes. */
#include <inttypes.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "vt_gen.h"

_Noreturn void gen_fail(const char *file, uint32_t line, const char *what, const char *detail)
{
  fprintf(stderr, "%s:%" PRIu32 ": %s%s\n", file, line, what, detail);
  exit(1);
}

/* All that is allocated hangs on one list, which is freed at the end, whichever end that is: tables
 * live until they are written, and keeping count of their parts would be longer than the rest. */
typedef union block {
  struct {
    union block *before, *next;
  } on;
  max_align_t align;
} block;
static block blocks = { .on = { &blocks, &blocks } };

static void *list_resize(void *user, void *ptr, size_t old_size, size_t new_size)
{
  (void)user;
  (void)old_size;
  block *b = ptr == NULL ? NULL : (block *)ptr - 1;
  if (b != NULL) {
    b->on.before->on.next = b->on.next;
    b->on.next->on.before = b->on.before;
  }
  if (new_size == 0) {
    free(b);
    return NULL;
  }
  block *grown = realloc(b, sizeof *b + new_size);
  if (grown == NULL) gen_fail("memory", 0, "none left", "");
  grown->on.before = &blocks;
  grown->on.next = blocks.on.next;
  blocks.on.next->on.before = grown;
  blocks.on.next = grown;
  return grown + 1;
}

const vt_alloc gen_heap = { list_resize, NULL };

static void free_all(void)
{
  while (blocks.on.next != &blocks) vt_release(&gen_heap, blocks.on.next + 1, 1);
}

void *gen_new(size_t count, size_t item_size)
{
  void *p = vt_new(&gen_heap, count == 0 ? 1 : count, item_size);
  if (p == NULL) gen_fail("memory", 0, "none left", "");
  return p;
}

static int by_name(const void *a, const void *b)
{
  return strcmp(((const gen_source *)a)->name, ((const gen_source *)b)->name);
}

static void make(gen_source *sources, size_t count, vt_lexicon *lex)
{
  gen_vocabulary words = { 0 }, all = { 0 };
  for (size_t i = 0; i < count; i++) {
    if (!sources[i].traits) continue;
    gen_vocabulary_traits(&words, &sources[i]);
    gen_vocabulary_traits(&all, &sources[i]);
  }
  vt_lexicon scanning;
  gen_vocabulary_lexicon(&words, &scanning);
  for (size_t i = 0; i < count; i++) {
    if (!sources[i].traits) gen_vocabulary_split(&all, &sources[i], &scanning);
  }
  gen_vocabulary_lexicon(&all, lex);
  const vt_table **tables = gen_new(count, sizeof *tables);
  for (size_t i = 0; i < count; i++) {
    if (sources[i].traits || sources[i].spellings) continue;
    vt_table *t = gen_new(1, sizeof *t);
    gen_table_make(&sources[i], lex, t);
    tables[lex->table_count++] = t;
  }
  lex->tables = tables;
  lex->tag = gen_tag(lex);
}

int main(int argc, char **argv)
{
  const char *folder = NULL, *file = NULL;
  size_t count = 0;
  if (atexit(free_all) != 0) return 1;
  gen_source *sources = gen_new((size_t)argc, sizeof *sources);
  for (int i = 1; i < argc; i++) {
    if (strcmp(argv[i], "--c") == 0 && i + 1 < argc) folder = argv[++i];
    else if (strcmp(argv[i], "--file") == 0 && i + 1 < argc) file = argv[++i];
    else gen_source_read(&sources[count++], argv[i]);
  }
  if (count == 0 || (folder == NULL && file == NULL)) {
    fputs("usage: gen_tables [--c FOLDER] [--file FILE] SOURCE.tsv...\n", stderr);
    return 2;
  }
  qsort(sources, count, sizeof *sources, by_name);
  vt_lexicon lex;
  make(sources, count, &lex);
  if (folder != NULL) gen_write_c(folder, &lex);
  if (file != NULL) gen_write_file(file, &lex);
  return 0;
}
