/* write.c - weights to whole numbers of a byte, those that vanish left out, and the model file. */
#include <stdlib.h>
#include <string.h>
#include "vt_bytes.h"
#include "vt_case.h"
#include "vt_train.h"

typedef struct bytes {
  VT_VEC(unsigned char) v;
} bytes;

static void put(bytes *out, uint64_t value, int size)
{
  for (int i = 0; i < size; i++, value >>= 8) {
    train_room(&out->v);
    out->v.items[out->v.count++] = (unsigned char)value;
  }
}

static void put_bytes(bytes *out, const void *data, size_t len)
{
  for (size_t i = 0; i < len; i++) put(out, ((const unsigned char *)data)[i], 1);
}

static int64_t both(int64_t *const *layers, int convention, size_t i)
{
  return layers[0][i] + layers[1 + convention][i];
}

static void find_largest(int64_t *const *layers, size_t count, int64_t *largest)
{
  for (int c = 0; c < 2; c++)
    for (size_t i = 0; i < count; i++) {
      int64_t w = both(layers, c, i);
      if (w < 0) w = -w;
      if (w > *largest) *largest = w;
    }
}

/* One scale for all, by the largest, so that nothing is clipped. */
static int8_t quantised(int64_t w, int64_t largest)
{
  int64_t q = (2 * 127 * (w < 0 ? -w : w) + largest) / (2 * largest);
  return (int8_t)(w < 0 ? -q : q);
}

typedef struct kept {
  VT_VEC(uint32_t) rows;
  int8_t *cells[2];
} kept;

/* Rows with a weight of least or more in either convention; the others change next to nothing. */
static kept keep(int64_t *const *layers, size_t rows, uint32_t width, int64_t largest, int least)
{
  kept k = { 0 };
  for (int c = 0; c < 2; c++) {
    k.cells[c] = train_new(rows * width, 1);
    for (size_t i = width; i < rows * width; i++)
      k.cells[c][i] = quantised(both(layers, c, i), largest);
  }
  for (size_t r = 1; r < rows; r++) {
    bool any = false;
    for (uint32_t i = 0; i < width; i++)
      any =
          any || abs(k.cells[0][r * width + i]) >= least || abs(k.cells[1][r * width + i]) >= least;
    if (!any) continue;
    train_room(&k.rows);
    k.rows.items[k.rows.count++] = (uint32_t)r;
  }
  return k;
}

static void put_dense(bytes *out, int64_t *const *layers, size_t count, int64_t largest)
{
  for (int c = 0; c < 2; c++)
    for (size_t i = 0; i < count; i++) put(out, (uint8_t)quantised(both(layers, c, i), largest), 1);
}

/* Of the kept rows those whose keys are at least from and below below. */
static kept keep_between(const kept *k, const uint64_t *keys, uint64_t from, uint64_t below)
{
  kept some = { .cells = { k->cells[0], k->cells[1] } };
  for (size_t i = 0; i < k->rows.count; i++) {
    const uint32_t row = k->rows.items[i];
    if (keys[row] < from || keys[row] >= below) continue;
    train_room(&some.rows);
    some.rows.items[some.rows.count++] = row;
  }
  return some;
}

static train_keys keys_of(const kept *k, const uint64_t *all)
{
  uint64_t *keys = train_new(k->rows.count, sizeof *keys);
  for (size_t i = 0; i < k->rows.count; i++) keys[i] = all[k->rows.items[i]];
  return (train_keys){ keys, k->rows.count };
}

static void put_row(bytes *out, const kept *k, int convention, size_t i, uint32_t width)
{
  put_bytes(out, k->cells[convention] + (size_t)k->rows.items[i] * width, width);
}

static void put_rows(bytes *out, const kept *k, uint32_t width)
{
  for (int c = 0; c < 2; c++)
    for (size_t i = 0; i < k->rows.count; i++) put_row(out, k, c, i, width);
}

/* Context and column of a key of VT_GAP_SHAPES or VT_GAP_VIEW_SHAPES: see vt_gap_key. */
static train_cell cell_of(uint64_t key)
{
  const uint32_t low = (uint32_t)key;
  if (key >> 60 == VT_GAP_SHAPES + 1) return (train_cell){ vt_context_of_pair(low), low & 0xFF };
  return (train_cell){ vt_context_of_three((low & 0xFFF) << 4), low >> 12 & (VT_VIEWS - 1) };
}

typedef struct shape_cell {
  train_cell cell;
  size_t kept;
} shape_cell;

static int by_cell(const void *x, const void *y)
{
  const shape_cell *a = x, *b = y;
  if (a->cell.row != b->cell.row) return a->cell.row < b->cell.row ? -1 : 1;
  return a->cell.column < b->cell.column ? -1 : a->cell.column > b->cell.column;
}

/* The sparse table of the shapes: returns the length of its array. */
static uint32_t put_shapes(bytes *out, const kept *k, const uint64_t *keys)
{
  const uint32_t count = (uint32_t)k->rows.count;
  static const int8_t none[VT_GAP_WIDTH];
  shape_cell *shapes = train_new(count, sizeof *shapes);
  train_cell *cells = train_new(count, sizeof *cells);
  for (uint32_t i = 0; i < count; i++)
    shapes[i] = (shape_cell){ cell_of(keys[k->rows.items[i]]), i };
  qsort(shapes, count, sizeof *shapes, by_cell);
  for (uint32_t i = 0; i < count; i++) cells[i] = shapes[i].cell;
  uint32_t len;
  uint32_t *first = train_displace(cells, count, VT_CONTEXTS, VT_VIEWS, &len);
  if (len > UINT16_MAX) train_fail("too many patterns of shapes; raise --least", "");
  uint32_t *owner = train_new(len, sizeof *owner); /* index + 1 */
  for (uint32_t i = 0; i < count; i++) owner[first[cells[i].row] + cells[i].column] = i + 1;
  for (uint32_t i = 0; i < VT_CONTEXTS; i++) put(out, first[i], 2);
  for (uint32_t i = 0; i < len; i++)
    put(out, owner[i] == 0 ? VT_COLUMN_NONE : cells[owner[i] - 1].column, 2);
  for (int c = 0; c < 2; c++)
    for (uint32_t i = 0; i < len; i++) {
      if (owner[i] == 0) put_bytes(out, none, sizeof none);
      else put_row(out, k, c, shapes[owner[i] - 1].kept, VT_GAP_WIDTH);
    }
  train_release(shapes);
  train_release(cells);
  train_release(first);
  train_release(owner);
  return len;
}

static void put_u16(bytes *out, const uint16_t *x, uint32_t count)
{
  for (uint32_t i = 0; i < count; i++) put(out, x[i], 2);
}

/* Nothing if no raw text was given. */
static uint32_t put_cases(bytes *out, const vt_case_weights *cases, uint32_t symbols)
{
  if (cases->words == NULL) return 0;
  put_bytes(out, cases->words, (size_t)symbols * VT_CASE_WORD_WIDTH);
  for (uint32_t i = 0; i < VT_CASE_SLOTS; i++) put(out, cases->pairs[i], 4);
  return VT_CASE_SLOTS;
}

static void put_trie(bytes *out, const vt_gram_trie *trie, uint32_t symbols)
{
  put_u16(out, trie->first, symbols);
  put_u16(out, trie->columns, trie->count);
  put_u16(out, trie->next, trie->count);
  put_u16(out, trie->rows, trie->count);
}

/* What the header says of the sections. */
typedef struct sizes {
  uint32_t nodes, grams, both, shapes;
} sizes;

static sizes put_sections(bytes *out, const train_patterns *p, const train_weights *w,
                          const train_symbols *syms, const train_words *words, int least)
{
  int64_t largest = 1;
  const size_t single = (size_t)syms->count * VT_GRAM_WIDTH,
               sides = (size_t)syms->count * VT_SIDE_WIDTH;
  find_largest(w->grams, p->gram_keys.count * VT_GRAM_WIDTH, &largest);
  find_largest(w->gaps, p->gap_keys.count * VT_GAP_WIDTH, &largest);
  find_largest(w->single, single, &largest);
  find_largest(w->sides, sides, &largest);
  find_largest(w->views, VT_VIEWS * VT_GAP_WIDTH, &largest);
  const kept grams = keep(w->grams, p->gram_keys.count, VT_GRAM_WIDTH, largest, least);
  const kept gaps = keep(w->gaps, p->gap_keys.count, VT_GAP_WIDTH, largest, least);
  if (grams.rows.count > VT_TRIE_ROWS) train_fail("too many grams; raise --least", "");
  const uint64_t tag = (uint64_t)(VT_GAP_BOTH + 1) << 60, *const gap_keys = p->gap_keys.items;
  const kept both = keep_between(&gaps, gap_keys, tag, UINT64_MAX),
             shapes = keep_between(&gaps, gap_keys, 0, tag);
  if (both.rows.count > VT_TRIE_ROWS) train_fail("too many gap patterns; raise --least", "");
  const vt_gram_trie trie =
      train_trie(words, syms, keys_of(&grams, p->gram_keys.items), keys_of(&both, gap_keys));
  for (uint32_t i = VT_SYM_SPELLING; i < syms->count; i++) put(out, syms->keys[i], 8);
  put_trie(out, &trie, syms->count);
  put_dense(out, w->single, single, largest);
  put_dense(out, w->sides, sides, largest);
  put_dense(out, w->views, VT_VIEWS * VT_GAP_WIDTH, largest);
  put_rows(out, &grams, VT_GRAM_WIDTH);
  put_rows(out, &both, VT_GAP_WIDTH);
  const uint32_t places = put_shapes(out, &shapes, gap_keys);
  return (sizes){ trie.count, (uint32_t)grams.rows.count, (uint32_t)both.rows.count, places };
}

train_file train_write(const train_patterns *p, const train_weights *w, const train_symbols *syms,
                       const train_words *words, const vt_case_weights *cases,
                       const train_settings *s, const char *card)
{
  bytes sections = { 0 }, tail = { 0 }, out = { 0 };
  const sizes z = put_sections(&sections, p, w, syms, words, (int)s->least_weight);
  const uint32_t slots = put_cases(&sections, cases, syms->count);
  uint32_t sum = vt_crc32(sections.v.items, sections.v.count);
  static const char hex[] = "0123456789abcdef";
  char tag[16] = { 0 };
  for (int i = 0; i < 8; i++) tag[i] = hex[sum >> (28 - 4 * i) & 15];
  put_bytes(&tail, tag, sizeof tag);
  const uint32_t header[] = {
    syms->count,           z.nodes, z.grams, z.both, z.shapes, slots, (uint32_t)cases->always,
    (uint32_t)strlen(card)
  };
  for (size_t i = 0; i < sizeof header / sizeof header[0]; i++) put(&tail, header[i], 4);
  put_bytes(&tail, card, strlen(card));
  put_bytes(&tail, sections.v.items, sections.v.count);
  put_bytes(&out, VT_MODEL_MAGIC, 8);
  put(&out, VT_MODEL_FORMAT, 4);
  put(&out, vt_crc32(tail.v.items, tail.v.count), 4);
  put_bytes(&out, tail.v.items, tail.v.count);
  return (train_file){ out.v.items, out.v.count };
}
