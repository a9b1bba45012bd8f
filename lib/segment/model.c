/* model.c - opening a model file: everything in it is checked before anything is used.
 *
 * Layout: magic (8), format (u32), CRC-32 of all behind the next field (u32), tag (16, NUL-padded),
 * then u32: symbols, nodes, grams, rows of both, places of shapes, slots of the guess of capitals
 * (all or none) and its weight of any, and length of the card. Then the card (text), and the
 * sections in the order of take_sections. */
#include "vt_model.h"
#include "vt_bytes.h"
#include "vt_case.h"
#include "vt_error.h"
#include "vt_lexicon.h"
#include <string.h>

typedef struct sizes {
  uint32_t symbols, nodes, grams, both, shapes, cases, always, card;
} sizes;

static const uint32_t largest_table = 1u << 24;

static bool read_sizes(vt_reader *r, sizes *z)
{
  z->symbols = vt_read_u32(r);
  z->nodes = vt_read_u32(r);
  z->grams = vt_read_u32(r);
  z->both = vt_read_u32(r);
  z->shapes = vt_read_u32(r);
  z->cases = vt_read_u32(r);
  z->always = vt_read_u32(r);
  z->card = vt_read_u32(r);
  return !r->bad && z->nodes <= largest_table && z->grams <= VT_TRIE_ROWS &&
         z->both <= VT_TRIE_ROWS && z->shapes <= UINT16_MAX + VT_VIEWS &&
         (z->cases == 0 || z->cases == VT_CASE_SLOTS) &&
         z->always + VT_CASE_ALWAYS < 2 * VT_CASE_ALWAYS && z->symbols >= VT_SYM_SPELLING &&
         z->symbols <= VT_SYM_LIMIT;
}

/* The sections, taken one after the other from a block of memory. Counting and copying walk the
 * same list, so their sizes agree. */
typedef struct copier {
  vt_reader *from; /* NULL: only count */
  unsigned char *to;
  size_t used; /* bytes of the block, sections aligned */
  size_t read; /* bytes of the file */
} copier;

static unsigned char *place(copier *c, size_t size)
{
  unsigned char *at = c->to == NULL ? NULL : c->to + c->used;
  c->used += (size + 7) & ~(size_t)7;
  c->read += size;
  return at;
}

static const uint16_t *take_u16(copier *c, size_t count)
{
  uint16_t *to = (uint16_t *)(void *)place(c, count * 2);
  for (size_t i = 0; c->from != NULL && i < count; i++) to[i] = vt_read_u16(c->from);
  return to;
}

static const uint32_t *take_u32(copier *c, size_t count)
{
  uint32_t *to = (uint32_t *)(void *)place(c, count * 4);
  for (size_t i = 0; c->from != NULL && i < count; i++) to[i] = vt_read_u32(c->from);
  return to;
}

static const uint64_t *take_u64(copier *c, size_t count)
{
  uint64_t *to = (uint64_t *)(void *)place(c, count * 8);
  for (size_t i = 0; c->from != NULL && i < count; i++) to[i] = vt_read_u64(c->from);
  return to;
}

static const int8_t *take_i8(copier *c, size_t count)
{
  unsigned char *to = place(c, count);
  if (c->from != NULL) {
    const unsigned char *bytes = vt_read_bytes(c->from, count);
    if (bytes != NULL) memcpy(to, bytes, count);
  }
  return (const int8_t *)to;
}

static void take_sections(copier *c, const sizes *z, vt_model *m)
{
  m->symbol_count = z->symbols;
  m->keys = take_u64(c, z->symbols - VT_SYM_SPELLING);
  vt_gram_trie *trie = &m->seen.trie;
  trie->first = take_u16(c, z->symbols);
  trie->columns = take_u16(c, z->nodes);
  trie->next = take_u16(c, z->nodes);
  trie->rows = take_u16(c, z->nodes);
  trie->count = z->nodes;
  m->gram_count = z->grams;
  for (int k = 0; k < 2; k++) m->single[k] = take_i8(c, (size_t)z->symbols * VT_GRAM_WIDTH);
  for (int k = 0; k < 2; k++) m->sides[k] = take_i8(c, (size_t)z->symbols * VT_SIDE_WIDTH);
  for (int k = 0; k < 2; k++) m->views[k] = take_i8(c, VT_VIEWS * VT_GAP_WIDTH);
  for (int k = 0; k < 2; k++) m->grams[k] = take_i8(c, (size_t)z->grams * VT_GRAM_WIDTH);
  m->both_count = z->both;
  for (int k = 0; k < 2; k++) m->both[k] = take_i8(c, (size_t)z->both * VT_GAP_WIDTH);
  m->shapes.count = z->shapes;
  m->shapes.first = take_u16(c, VT_CONTEXTS);
  m->shapes.columns = take_u16(c, z->shapes);
  for (int k = 0; k < 2; k++) m->shapes.rows[k] = take_i8(c, (size_t)z->shapes * VT_GAP_WIDTH);
  vt_case_weights *cases = &m->seen.cases;
  if (z->cases != 0) {
    cases->words = take_i8(c, (size_t)z->symbols * VT_CASE_WORD_WIDTH);
    cases->pairs = take_u32(c, z->cases);
  }
  cases->always = (int32_t)z->always;
}

/* Whether the children of what says next are within the trie, whatever their symbol or view. */
static bool is_within(const vt_model *m, uint16_t next)
{
  return vt_trie_place(next, 0) + m->symbol_count <= m->seen.trie.count;
}

/* The row of a node: a view is there for the sake of its row, and ends no word. */
static bool row_is_there(const vt_model *m, uint16_t column, uint16_t row)
{
  if (column & VT_COLUMN_VIEW) return row != 0 && row <= m->both_count;
  return (row & VT_TRIE_ROWS) <= m->gram_count;
}

static bool rows_are_there(const vt_model *m)
{
  const vt_gram_trie *trie = &m->seen.trie;
  for (uint32_t i = 0; i < m->symbol_count; i++)
    if (!is_within(m, trie->first[i])) return false;
  for (uint32_t i = 0; i < trie->count; i++) {
    if (trie->columns[i] == VT_COLUMN_NONE) continue;
    if (!row_is_there(m, trie->columns[i], trie->rows[i])) return false;
    if (!is_within(m, trie->next[i])) return false;
  }
  for (uint32_t i = 0; i < VT_CONTEXTS; i++)
    if (m->shapes.first[i] + (uint32_t)VT_VIEWS > m->shapes.count) return false;
  return true;
}

/* Symbols by id of this vocabulary; spellings that it lacks stay without a token. */
static void map_symbols(vt_model *m, uint16_t *symbols, const vt_lexicon *lex)
{
  for (uint32_t i = 0; i < m->symbol_count - VT_SYM_SPELLING; i++) {
    vt_id id = vt_lexicon_find(lex, m->keys[i]);
    if (id != VT_ID_NONE) symbols[id] = (uint16_t)(VT_SYM_SPELLING + i);
  }
}

enum { ALL_IDS = 1 << 16 };

static vitext_status read_model(const vt_alloc *a, const vt_lexicon *lex, vt_reader *r,
                                const sizes *z, const char *tag, vt_model **out, vitext_error *err)
{
  vt_model sketch = { 0 };
  copier count = { NULL, NULL, (sizeof sketch + 7) & ~(size_t)7, 0 };
  take_sections(&count, z, &sketch);
  if (r->bad || count.read != r->len - r->at)
    return vt_error_set(err, VITEXT_E_DATA, 32, "the model's sections do not fit its length", NULL);
  size_t symbols_at = count.used, size = symbols_at + ALL_IDS * sizeof(uint16_t);
  vt_model *m = vt_new(a, size, 1);
  if (m == NULL) return vt_error_set(err, VITEXT_E_MEMORY, 0, "no memory for the model", NULL);
  copier copy = { r, (unsigned char *)m, (sizeof *m + 7) & ~(size_t)7, 0 };
  take_sections(&copy, z, m);
  memcpy(m->tag, tag, sizeof m->tag);
  m->owned = size;
  if (!rows_are_there(m)) {
    vt_model_free(a, m);
    return vt_error_set(err, VITEXT_E_DATA, 32, "the model names weights that it lacks", NULL);
  }
  uint16_t *symbols = (uint16_t *)(void *)((unsigned char *)m + symbols_at);
  map_symbols(m, symbols, lex);
  m->seen.symbols = symbols;
  m->seen.id_count = ALL_IDS;
  *out = m;
  return VITEXT_OK;
}

vitext_status vt_model_open(const vt_alloc *a, const vt_lexicon *lex, const void *bytes, size_t len,
                            vt_model **out, vitext_error *err)
{
  vt_reader r = { bytes, len, 0, false };
  const unsigned char *magic = vt_read_bytes(&r, 8);
  *out = NULL;
  if (magic == NULL || memcmp(magic, VT_MODEL_MAGIC, 8) != 0)
    return vt_error_set(err, VITEXT_E_DATA, 0, "not a segmentation model", NULL);
  if (vt_read_u32(&r) != VT_MODEL_FORMAT)
    return vt_error_set(err, VITEXT_E_DATA, 8, "the model has another format version", NULL);
  uint32_t crc = vt_read_u32(&r);
  if (r.bad || len > UINT32_MAX || vt_crc32(r.bytes + r.at, len - r.at) != crc)
    return vt_error_set(err, VITEXT_E_DATA, 12, "the model's checksum does not match", NULL);
  const unsigned char *tag = vt_read_bytes(&r, 16);
  sizes z;
  if (tag == NULL || tag[15] != 0 || !read_sizes(&r, &z))
    return vt_error_set(err, VITEXT_E_DATA, 32, "the model's header is damaged", NULL);
  vt_read_bytes(&r, z.card);
  return read_model(a, lex, &r, &z, (const char *)tag, out, err);
}

vitext_status vt_model_fit(const vt_alloc *a, const vt_lexicon *lex, const vt_model *m,
                           vt_model **out, vitext_error *err)
{
  const size_t symbols_at = (sizeof *m + 7) & ~(size_t)7;
  const size_t size = symbols_at + ALL_IDS * sizeof(uint16_t);
  *out = NULL;
  vt_model *fitted = vt_new(a, size, 1);
  if (fitted == NULL) return vt_error_set(err, VITEXT_E_MEMORY, 0, "no memory for the model", NULL);
  *fitted = *m;
  fitted->owned = size;
  uint16_t *symbols = (uint16_t *)(void *)((unsigned char *)fitted + symbols_at);
  map_symbols(fitted, symbols, lex);
  fitted->seen.symbols = symbols;
  fitted->seen.id_count = ALL_IDS;
  *out = fitted;
  return VITEXT_OK;
}

void vt_model_free(const vt_alloc *a, vt_model *m)
{
  if (m != NULL && m->owned > 0) vt_release(a, m, m->owned);
}
