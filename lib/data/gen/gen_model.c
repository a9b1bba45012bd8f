/* gen_model.c - makes C of a model file: gen_model MODEL.vtm OUT.c. The symbols are those of the
 * built-in vocabulary's ids. The same model and vocabulary give the same bytes. */
#include <stdio.h>
#include <stdlib.h>
#include "vt_bytes.h"
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
  for (size_t i = 0; i < count; i++) fprintf(f, i % 12 == 0 ? "\n%u," : "%u,", x[i]);
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

static void write_weights(FILE *f, const char *name, const vt_weights *w, size_t width)
{
  char part[64];
  const size_t cells = w->hash.slot_count * width;
  snprintf(part, sizeof part, "%s_shifts", name);
  write_u16(f, part, w->hash.shifts, w->hash.bucket_count);
  snprintf(part, sizeof part, "%s_checks", name);
  write_u16(f, part, w->checks, w->hash.slot_count);
  snprintf(part, sizeof part, "%s_ud", name);
  write_i8(f, part, w->rows[0], cells);
  snprintf(part, sizeof part, "%s_vlsp", name);
  write_i8(f, part, w->rows[1], cells);
}

static void write_arrays(FILE *f, const vt_model *m, uint32_t ids)
{
  write_u16(f, "symbols", m->seen.symbols, ids);
  write_u64(f, "keys", m->keys, m->symbol_count - VT_SYM_SPELLING);
  const vt_trie_nodes *n = &m->seen.nodes;
  write_u16(f, "node_shifts", n->hash.shifts, n->hash.bucket_count);
  write_u32(f, "node_slots", n->slots, n->hash.slot_count);
  write_u16(f, "node_rows", n->rows, n->hash.slot_count);
  write_i8(f, "single_ud", m->single[0], (size_t)m->symbol_count * VT_GRAM_WIDTH);
  write_i8(f, "single_vlsp", m->single[1], (size_t)m->symbol_count * VT_GRAM_WIDTH);
  write_i8(f, "sides_ud", m->sides[0], (size_t)m->symbol_count * VT_SIDE_WIDTH);
  write_i8(f, "sides_vlsp", m->sides[1], (size_t)m->symbol_count * VT_SIDE_WIDTH);
  write_i8(f, "views_ud", m->views[0], VT_VIEWS * VT_GAP_WIDTH);
  write_i8(f, "views_vlsp", m->views[1], VT_VIEWS * VT_GAP_WIDTH);
  write_i8(f, "grams_ud", m->grams[0], (size_t)m->gram_count * VT_GRAM_WIDTH);
  write_i8(f, "grams_vlsp", m->grams[1], (size_t)m->gram_count * VT_GRAM_WIDTH);
  write_weights(f, "gap", &m->gaps, VT_GAP_WIDTH);
}

static void write_model(FILE *f, const vt_model *m, uint32_t ids)
{
  fputs("/* Made by lib/data/gen/gen_model.c of segment.vtm; change that, not this. */\n"
        "#include \"vt_model.h\"\n",
        f);
  write_arrays(f, m, ids);
  fprintf(f,
          "static const vt_model built_in = {\n"
          "  .seen = { symbols, %u, { { node_shifts, %u, %u }, node_slots, node_rows } },\n"
          "  .keys = keys, .symbol_count = %u, .gram_count = %u,\n"
          "  .single = { single_ud, single_vlsp }, .sides = { sides_ud, sides_vlsp },\n"
          "  .views = { views_ud, views_vlsp }, .grams = { grams_ud, grams_vlsp },\n"
          "  .gaps = { { gap_shifts, %u, %u }, gap_checks, { gap_ud, gap_vlsp } },\n"
          "  .tag = \"%s\",\n};\n"
          "const vt_model *vt_model_builtin(void) { return &built_in; }\n",
          ids, m->seen.nodes.hash.bucket_count, m->seen.nodes.hash.slot_count, m->symbol_count,
          m->gram_count, m->gaps.hash.bucket_count, m->gaps.hash.slot_count, m->tag);
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
