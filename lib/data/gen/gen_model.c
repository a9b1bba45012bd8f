/* gen_model.c - makes C of a model file: gen_model MODEL.vtm OUT.c. The symbols are those of the
 * built-in vocabulary's ids. The same model and vocabulary give the same bytes. */
#include <stdio.h>
#include <stdlib.h>
#include "vt_bytes.h"
#include "vt_case.h"
#include "vt_lexicon.h"
#include "vt_model.h"

static _Noreturn void fail(const char *what, const char *detail)
{
  fprintf(stderr, "gen_model: %s%s\n", what, detail);
  exit(1);
}

static void write_u16(FILE *f, const char *name, const uint16_t *x, size_t count)
{
  fprintf(f, "static const uint16_t %s[] = {", name);
  for (size_t i = 0; i < count; i++) fprintf(f, i % 24 == 0 ? "\n%u," : "%u,", x[i]);
  fputs("\n};\n", f);
}

static void write_u32(FILE *f, const char *name, const uint32_t *x, size_t count)
{
  fprintf(f, "static const uint32_t %s[] = {", name);
  for (size_t i = 0; i < count; i++)
    fprintf(f, i % 12 == 0 ? "\n%lu," : "%lu,", (unsigned long)x[i]);
  fputs("\n};\n", f);
}

static void write_u64(FILE *f, const char *name, const uint64_t *x, size_t count)
{
  fprintf(f, "static const uint64_t %s[] = {", name);
  for (size_t i = 0; i < count; i++)
    fprintf(f, i % 6 == 0 ? "\n%lluu," : "%lluu,", (unsigned long long)x[i]);
  fputs("\n};\n", f);
}

static void write_i8(FILE *f, const char *name, const int8_t *x, size_t count)
{
  fprintf(f, "static const int8_t %s[] = {", name);
  for (size_t i = 0; i < count; i++) fprintf(f, i % 32 == 0 ? "\n%d," : "%d,", x[i]);
  fputs("\n};\n", f);
}

static void write_arrays(FILE *f, const vt_model *m, uint32_t ids)
{
  write_u16(f, "symbols", m->seen.symbols, ids);
  write_u64(f, "keys", m->keys, m->symbol_count - VT_SYM_SPELLING);
  write_u16(f, "first", m->seen.trie.first, m->symbol_count);
  write_u16(f, "columns", m->seen.trie.columns, m->seen.trie.count);
  write_u16(f, "next", m->seen.trie.next, m->seen.trie.count);
  write_u16(f, "rows", m->seen.trie.rows, m->seen.trie.count);
  write_i8(f, "single_ud", m->single[0], (size_t)m->symbol_count * VT_GRAM_WIDTH);
  write_i8(f, "single_vlsp", m->single[1], (size_t)m->symbol_count * VT_GRAM_WIDTH);
  write_i8(f, "sides_ud", m->sides[0], (size_t)m->symbol_count * VT_SIDE_WIDTH);
  write_i8(f, "sides_vlsp", m->sides[1], (size_t)m->symbol_count * VT_SIDE_WIDTH);
  write_i8(f, "views_ud", m->views[0], VT_VIEWS * VT_GAP_WIDTH);
  write_i8(f, "views_vlsp", m->views[1], VT_VIEWS * VT_GAP_WIDTH);
  write_i8(f, "grams_ud", m->grams[0], (size_t)m->gram_count * VT_GRAM_WIDTH);
  write_i8(f, "grams_vlsp", m->grams[1], (size_t)m->gram_count * VT_GRAM_WIDTH);
  write_i8(f, "both_ud", m->both[0], (size_t)m->both_count * VT_GAP_WIDTH);
  write_i8(f, "both_vlsp", m->both[1], (size_t)m->both_count * VT_GAP_WIDTH);
  write_u16(f, "shape_first", m->shapes.first, VT_CONTEXTS);
  write_u16(f, "shape_columns", m->shapes.columns, m->shapes.count);
  write_i8(f, "shapes_ud", m->shapes.rows[0], (size_t)m->shapes.count * VT_GAP_WIDTH);
  write_i8(f, "shapes_vlsp", m->shapes.rows[1], (size_t)m->shapes.count * VT_GAP_WIDTH);
  if (m->seen.cases.words == NULL) return;
  write_i8(f, "case_words", m->seen.cases.words, (size_t)m->symbol_count * VT_CASE_WORD_WIDTH);
  write_u32(f, "case_pairs", m->seen.cases.pairs, VT_CASE_SLOTS);
}

static void write_model(FILE *f, const vt_model *m, uint32_t ids)
{
  fputs("/* Made by lib/data/gen/gen_model.c of segment.vtm; change that, not this. */\n"
        "#include \"vt_model.h\"\n",
        f);
  write_arrays(f, m, ids);
  fprintf(f,
          "static const vt_model built_in = {\n"
          "  .seen = { symbols, %u, { first, columns, next, rows, %u }, { %s, %d } },\n"
          "  .keys = keys, .symbol_count = %u, .gram_count = %u, .both_count = %u,\n"
          "  .single = { single_ud, single_vlsp }, .sides = { sides_ud, sides_vlsp },\n"
          "  .views = { views_ud, views_vlsp }, .grams = { grams_ud, grams_vlsp },\n"
          "  .both = { both_ud, both_vlsp },\n"
          "  .shapes = { shape_first, shape_columns, { shapes_ud, shapes_vlsp }, %u },\n"
          "  .tag = \"%s\",\n};\n"
          "const vt_model *vt_model_builtin(void) { return &built_in; }\n",
          ids, m->seen.trie.count,
          m->seen.cases.words == NULL ? "NULL, NULL" : "case_words, case_pairs",
          (int)m->seen.cases.always, m->symbol_count, m->gram_count, m->both_count, m->shapes.count,
          m->tag);
}

int main(int argc, char **argv)
{
  unsigned char *bytes;
  size_t len;
  vt_model *m;
  vitext_error error;
  if (argc != 3) fail("usage: gen_model MODEL.vtm OUT.c", "");
  const vt_lexicon *lex = vt_lexicon_builtin();
  if (vt_file_read(argv[1], &vt_alloc_heap, &bytes, &len) != VITEXT_OK)
    fail("cannot read ", argv[1]);
  if (vt_model_open(&vt_alloc_heap, lex, bytes, len, &m, &error) != VITEXT_OK)
    fail(error.message, "");
  FILE *f = fopen(argv[2], "w");
  if (f == NULL) fail("cannot write ", argv[2]);
  write_model(f, m, vt_lexicon_count(lex) + 1);
  if (ferror(f) != 0 || fclose(f) != 0) fail("cannot write ", argv[2]);
  vt_model_free(&vt_alloc_heap, m);
  vt_release(&vt_alloc_heap, bytes, len + 1);
  return 0;
}
