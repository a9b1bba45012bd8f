/* gen_write.c - the lexicon as C, one file a table, and as one binary file. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include "vt_gen.h"

static FILE *open_file(const char *folder, const char *prefix, const char *name, const char *suffix)
{
  char path[1024];
  const int len = snprintf(path, sizeof path, "%s%s%s%s", folder, prefix, name, suffix);
  if (len < 0 || (size_t)len >= sizeof path) gen_fail(folder, 0, "path too long", "");
  FILE *f = fopen(path, "wb");
  if (f == NULL) gen_fail(path, 0, "cannot be written", "");
  return f;
}

static void close_file(FILE *f, const char *what)
{
  const bool bad = ferror(f) != 0;
  if (fclose(f) != 0 || bad) gen_fail(what, 0, "cannot be written", "");
}

/* ---- As C ---- */

static void write_head(FILE *f, const char *name, const char *source)
{
  fprintf(
      f,
      "/* %s - made by lib/data/gen from lib/data/source/%s.\n * Change the source, not this. */\n",
      name, source);
}

static void write_u16(FILE *f, const char *name, const uint16_t *items, size_t count)
{
  fprintf(f, "static const uint16_t %s[] = {", name);
  for (size_t i = 0; i < count; i++) fprintf(f, "%s%u,", i % 20 == 0 ? "\n" : "", items[i]);
  fputs(count == 0 ? "0 };\n" : "\n};\n", f);
}

static void write_steps(FILE *f, const char *name, vt_steps s, uint32_t count)
{
  char low[64];
  snprintf(low, sizeof low, "%s_low", name);
  fprintf(f, "static const uint32_t %s_base[] = {", name);
  for (uint32_t i = 0; i < count; i += 1u << VT_STEP_BITS)
    fprintf(f, "%s%" PRIu32 ",", i / 64 % 16 == 0 ? "\n" : "", s.base[i >> VT_STEP_BITS]);
  fputs("\n};\n", f);
  write_u16(f, low, s.low, count);
}

/* Strings that end in NUL, one after the other. A literal of its own for each, so that a digit
 * after \0 is not taken into it; '?' escaped because of trigraphs. */
static void write_strings(FILE *f, const char *name, const char *text, uint32_t count)
{
  fprintf(f, "static const char %s[] =", name);
  int column = 200;
  for (uint32_t i = 0; i < count; i++) {
    if (column > 90) {
      fputs("\n", f);
      column = 0;
    }
    column += fprintf(f, " \"");
    for (; *text != '\0'; text++) {
      if (*text == '"' || *text == '\\' || *text == '?') column += fprintf(f, "\\");
      column += fprintf(f, "%c", *text);
    }
    column += fprintf(f, "\\0\"");
    text++;
  }
  fputs(count == 0 ? " \"\";\n" : ";\n", f);
}

static const char long_strings[] = "#ifdef __GNUC__\n"
                                   "#pragma GCC diagnostic ignored \"-Woverlength-strings\"\n"
                                   "#endif\n";

static void write_vocabulary(const char *folder, const vt_lexicon *lex)
{
  FILE *f = open_file(folder, "/", "vocabulary", ".c");
  write_head(f, "vocabulary.c: every spelling", "<name>.tsv");
  fprintf(f, "#include \"vt_built.h\"\n%s", long_strings);
  write_u16(f, "bucket", lex->bucket, ((size_t)1 << lex->bucket_bits) + 1);
  fputs("static const vt_key key[] = {", f);
  for (uint32_t i = 0; i < lex->count; i++)
    fprintf(f, "%s0x%" PRIX64 ",", i % 5 == 0 ? "\n" : "", lex->key[i]);
  fputs("\n};\n", f);
  write_u16(f, "plain", lex->plain, lex->count);
  write_u16(f, "traits", lex->traits, lex->count);
  write_steps(f, "spelling_at", lex->spelling_at, lex->count + 1);
  write_strings(f, "spelling", lex->spelling, lex->count);
  fprintf(
      f,
      "static const vt_lexicon lexicon = {\n"
      "  .count = %" PRIu32 ", .bucket_bits = %" PRIu32 ", .bucket = bucket, .key = key,\n"
      "  .plain = plain, .traits = traits, .spelling_at = { spelling_at_base, spelling_at_low },\n"
      "  .spelling = spelling, .tables = vt_built_tables, .table_count = %" PRIu32 ",\n"
      "  .tag = 0x%" PRIX64 ",\n};\n"
      "const vt_lexicon *vt_lexicon_builtin(void) { return &lexicon; }\n",
      lex->count, lex->bucket_bits, lex->table_count, lex->tag);
  close_file(f, folder);
}

static void write_trie(FILE *f, const char *name, const vt_trie *t)
{
  char part[64];
  if (t->nodes == 0) return;
  snprintf(part, sizeof part, "%s_slot", name);
  write_u16(f, part, t->slot, (size_t)1 << t->slot_bits);
  snprintf(part, sizeof part, "%s_label", name);
  write_u16(f, part, t->label, t->nodes);
  snprintf(part, sizeof part, "%s_row", name);
  write_u16(f, part, t->row, t->nodes);
  snprintf(part, sizeof part, "%s_child", name);
  write_steps(f, part, t->child, t->nodes + 1);
}

static void write_trie_field(FILE *f, const char *name, const vt_trie *t)
{
  if (t->nodes == 0) return;
  fprintf(f,
          "  .%s = { %" PRIu32 ", %" PRIu32 ", %s_slot, %s_label, %s_row,\n"
          "    { %s_child_base, %s_child_low } },\n",
          name, t->nodes, t->slot_bits, name, name, name, name, name);
}

static void write_table(const char *folder, const vt_table *t)
{
  char source[80];
  FILE *f = open_file(folder, "/table_", t->name, ".c");
  snprintf(source, sizeof source, "%s.tsv", t->name);
  write_head(f, t->name, source);
  fprintf(f, "#include \"vt_built.h\"\n%s", long_strings);
  write_trie(f, "exact", &t->exact);
  write_trie(f, "plain", &t->plain);
  write_u16(f, "cells", t->cells, (size_t)t->rows * t->columns);
  fputs("static const uint8_t more[] = {", f);
  for (uint32_t i = 0; i < t->rows / 8 + 1; i++)
    fprintf(f, "%s%u,", i % 24 == 0 ? "\n" : "", t->more[i]);
  fputs("\n};\n", f);
  write_steps(f, "string_at", t->string_at, t->strings + 1);
  write_strings(f, "text", t->text, t->strings);
  fprintf(f, "const vt_table vt_built_%s = {\n  .name = \"%s\",\n  .column_names =", t->name,
          t->name);
  const char *column = t->column_names;
  for (uint32_t c = 0; c < t->columns; c++, column += strlen(column) + 1)
    fprintf(f, " \"%s\\0\"", column);
  fprintf(f, "%s,\n  .rows = %" PRIu32 ", .columns = %" PRIu32 ",\n",
          t->columns == 0 ? " \"\"" : "", t->rows, t->columns);
  write_trie_field(f, "exact", &t->exact);
  write_trie_field(f, "plain", &t->plain);
  fprintf(f,
          "  .cells = cells, .more = more, .strings = %" PRIu32 ",\n"
          "  .string_at = { string_at_base, string_at_low }, .text = text,\n};\n",
          t->strings);
  close_file(f, folder);
}

static void write_upper(FILE *f, const char *name)
{
  for (; *name != '\0'; name++) {
    const char c = *name;
    const bool small = c >= 'a' && c <= 'z';
    const bool plain = (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    fputc(small ? c - 'a' + 'A' : plain ? c : '_', f);
  }
}

static void write_header(const char *folder, const vt_lexicon *lex)
{
  FILE *f = open_file(folder, "/", "vt_tables", ".h");
  write_head(f, "vt_tables.h: the tables and their columns", "<name>.tsv");
  fputs("#ifndef VT_TABLES_H\n#define VT_TABLES_H\n\nenum {\n", f);
  for (uint32_t i = 0; i < lex->table_count; i++) {
    fputs("  VT_TABLE_", f);
    write_upper(f, lex->tables[i]->name);
    fprintf(f, " = %" PRIu32 ",\n", i);
  }
  fprintf(f, "  VT_TABLE_COUNT = %" PRIu32 "\n};\n", lex->table_count);
  for (uint32_t i = 0; i < lex->table_count; i++) {
    const char *column = lex->tables[i]->column_names;
    fputs("enum {", f);
    for (uint32_t c = 0; c < lex->tables[i]->columns; c++, column += strlen(column) + 1) {
      fputs(c == 0 ? " VT_" : ", VT_", f);
      write_upper(f, lex->tables[i]->name);
      fputc('_', f);
      write_upper(f, column);
    }
    fputs(" };\n", f);
  }
  fputs("\n#endif\n", f);
  close_file(f, folder);
}

static void write_tables(const char *folder, const vt_lexicon *lex)
{
  FILE *f = open_file(folder, "/", "vt_built", ".h");
  write_head(f, "vt_built.h: what the built files share", "<name>.tsv");
  fputs("#ifndef VT_BUILT_H\n#define VT_BUILT_H\n#include \"vt_lexicon_data.h\"\n\n", f);
  for (uint32_t i = 0; i < lex->table_count; i++)
    fprintf(f, "extern const vt_table vt_built_%s;\n", lex->tables[i]->name);
  fputs("extern const vt_table *const vt_built_tables[];\n\n#endif\n", f);
  close_file(f, folder);
  f = open_file(folder, "/", "tables", ".c");
  write_head(f, "tables.c: every table", "<name>.tsv");
  fputs("#include \"vt_built.h\"\n\nconst vt_table *const vt_built_tables[] = {\n", f);
  for (uint32_t i = 0; i < lex->table_count; i++)
    fprintf(f, "  &vt_built_%s,\n", lex->tables[i]->name);
  fputs("  NULL,\n};\n", f);
  close_file(f, folder);
}

void gen_write_c(const char *folder, const vt_lexicon *lex)
{
  write_vocabulary(folder, lex);
  for (uint32_t i = 0; i < lex->table_count; i++) write_table(folder, lex->tables[i]);
  write_tables(folder, lex);
  write_header(folder, lex);
}
