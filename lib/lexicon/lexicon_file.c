/* lexicon_file.c - a lexicon from a file, checked whole before anything of it is used.
 *
 * Little-endian numbers: magic (8 bytes), format version (4), length of the body (4), its CRC-32
 * (4); body: tag (8), vocabulary, number of tables (4), the tables, each field in the order in
 * which the functions below read it. A text is its length (4) and its bytes. */
#include <string.h>
#include "vt_bytes.h"
#include "vt_error.h"
#include "vt_lexicon_data.h"
#include "vt_utf8.h"

/* What reading goes on with; memory lack is told from damage by no_memory. */
typedef struct reading {
  vt_reader in;
  vt_arena *arena;
  bool no_memory;
} reading;

static void *get(reading *r, size_t count, size_t size)
{
  void *p = vt_arena_get(r->arena, count == 0 ? size : count * size); /* 16 MiB each at most */
  if (p == NULL) r->no_memory = r->in.bad = true;
  return p;
}

static bool refuse(reading *r)
{
  r->in.bad = true;
  return false;
}

/* Whether count things of size bytes can still come; keeps what is allocated near the file's size.
 */
static bool there_are(reading *r, size_t count, size_t size)
{
  return !r->in.bad && (count <= (r->in.len - r->in.at) / size || refuse(r));
}

static const uint16_t *read_u16s(reading *r, size_t count)
{
  if (!there_are(r, count, 2)) return NULL;
  uint16_t *to = get(r, count, sizeof *to);
  for (size_t i = 0; to != NULL && i < count; i++) to[i] = vt_read_u16(&r->in);
  return to;
}

static const char *read_text(reading *r, uint32_t *len)
{
  *len = vt_read_u32(&r->in);
  const unsigned char *bytes = vt_read_bytes(&r->in, *len);
  if (bytes == NULL || r->in.bad) return NULL;
  char *to = get(r, *len + 1u, 1);
  if (to != NULL && *len > 0) memcpy(to, bytes, *len);
  return to;
}

/* count rising numbers as vt_steps. */
static vt_steps make_steps(reading *r, const uint32_t *numbers, uint32_t count)
{
  uint32_t *base = get(r, (count >> VT_STEP_BITS) + 1, sizeof *base);
  uint16_t *low = get(r, count, sizeof *low);
  if (base == NULL || low == NULL) return (vt_steps){ NULL, NULL };
  for (uint32_t i = 0; i < count; i++) {
    const uint32_t b = i >> VT_STEP_BITS;
    if ((i & ((1u << VT_STEP_BITS) - 1)) == 0) base[b] = numbers[i];
    if (numbers[i] < base[b] || numbers[i] - base[b] > UINT16_MAX) refuse(r);
    low[i] = (uint16_t)(numbers[i] - base[b]);
  }
  return (vt_steps){ base, low };
}

/* Where each of the count strings in text begins, and where the last ends. */
static bool find_strings(const char *text, uint32_t len, uint32_t count, uint32_t *begins)
{
  uint32_t next = 0;
  for (uint32_t i = 0; i < count; i++) {
    begins[i] = next;
    const char *end = next < len ? memchr(text + next, '\0', len - next) : NULL;
    if (end == NULL) return false;
    next = (uint32_t)(end - text) + 1;
  }
  begins[count] = next;
  return next == len;
}

/* A text that is count strings, each with its NUL. */
static const char *read_strings(reading *r, uint32_t count, vt_steps *at)
{
  uint32_t len;
  const char *text = read_text(r, &len);
  if (!r->in.bad && (vt_utf8_valid(text, len) != len || count > len)) refuse(r);
  if (r->in.bad) return NULL;
  uint32_t *begins = get(r, count + 1u, sizeof *begins);
  if (begins == NULL || !find_strings(text, len, count, begins)) {
    refuse(r);
    return NULL;
  }
  *at = make_steps(r, begins, count + 1);
  return text;
}

/* ---- Vocabulary ---- */

static bool buckets_are_sound(const vt_lexicon *lex)
{
  const uint32_t buckets = 1u << lex->bucket_bits;
  if (lex->bucket[0] != 0 || lex->bucket[buckets] != lex->count) return false;
  for (uint32_t b = 0; b < buckets; b++) {
    if (lex->bucket[b] > lex->bucket[b + 1]) return false;
    for (uint32_t i = lex->bucket[b]; i < lex->bucket[b + 1]; i++) {
      if (i >= lex->count || vt_hash_bits(lex->key[i], lex->bucket_bits) != b) return false;
      if (i > lex->bucket[b] && lex->key[i - 1] >= lex->key[i]) return false;
    }
  }
  for (uint32_t i = 0; i < lex->count; i++) {
    if (lex->plain[i] > lex->count) return false;
  }
  return true;
}

static void read_vocabulary(reading *r, vt_lexicon *lex)
{
  lex->count = vt_read_u32(&r->in);
  lex->bucket_bits = vt_read_u32(&r->in);
  if (lex->count > UINT16_MAX || lex->bucket_bits < 1 || lex->bucket_bits > 16) refuse(r);
  if (r->in.bad) return;
  lex->bucket = read_u16s(r, ((size_t)1 << lex->bucket_bits) + 1);
  if (!there_are(r, lex->count, sizeof(vt_key))) return;
  vt_key *key = get(r, lex->count, sizeof *key);
  for (uint32_t i = 0; key != NULL && i < lex->count; i++) key[i] = vt_read_u64(&r->in);
  lex->key = key;
  lex->plain = read_u16s(r, lex->count);
  lex->traits = read_u16s(r, lex->count);
  if (r->in.bad || !buckets_are_sound(lex)) {
    refuse(r);
    return;
  }
  lex->spelling = read_strings(r, lex->count, &lex->spelling_at);
}

/* ---- Tables ---- */

/* Children lie behind their parents and tile the nodes, so that no walk goes in circles; a slot of
 * the root's is empty, so that every search in them ends. */
static bool trie_is_sound(const vt_trie *t, const uint32_t *child, uint32_t rows)
{
  if (child[0] != 1 || child[t->nodes] != t->nodes) return false;
  for (uint32_t n = 0; n < t->nodes; n++) {
    if (child[n] <= n || child[n] > child[n + 1]) return false;
    if (t->row[n] != VT_ROW_NONE && t->row[n] >= rows) return false;
  }
  bool empty = false;
  for (uint32_t i = 0; i < 1u << t->slot_bits; i++) {
    if (t->slot[i] >= child[1]) return false;
    empty |= t->slot[i] == 0;
  }
  return empty;
}

static void read_trie(reading *r, vt_trie *t, uint32_t rows)
{
  const uint32_t nodes = vt_read_u32(&r->in);
  if (r->in.bad || nodes == 0) return;
  const uint32_t slot_bits = vt_read_u32(&r->in);
  if (slot_bits < 1 || slot_bits > 17 || nodes > r->in.len) refuse(r);
  if (r->in.bad) return;
  t->slot_bits = slot_bits;
  t->slot = read_u16s(r, (size_t)1 << slot_bits);
  t->label = read_u16s(r, nodes);
  t->row = read_u16s(r, nodes);
  if (!there_are(r, nodes + 1u, 4)) return;
  uint32_t *child = get(r, nodes + 1u, sizeof *child);
  for (uint32_t i = 0; child != NULL && i <= nodes; i++) child[i] = vt_read_u32(&r->in);
  if (r->in.bad) return;
  t->nodes = nodes;
  if (!trie_is_sound(t, child, rows)) refuse(r);
  else t->child = make_steps(r, child, nodes + 1);
}

/* The tables a library was built with are the ones its rooms know. */
static bool is_same_text(const char *text, uint32_t len, const char *known, uint32_t strings)
{
  const char *end = known;
  for (uint32_t i = 0; i < strings; i++) end += strlen(end) + 1;
  return len == (uint32_t)(end - known) && memcmp(text, known, len) == 0;
}

static bool read_shape(reading *r, const vt_table *known, vt_table *t)
{
  uint32_t name_len, columns_len;
  t->name = read_text(r, &name_len);
  t->column_names = read_text(r, &columns_len);
  t->rows = vt_read_u32(&r->in);
  t->columns = vt_read_u32(&r->in);
  return !r->in.bad && t->rows < VT_ROW_NONE && t->columns == known->columns &&
         is_same_text(t->name, name_len, known->name, 1) &&
         is_same_text(t->column_names, columns_len, known->column_names, known->columns);
}

static void read_cells(reading *r, vt_table *t)
{
  const size_t cells = (size_t)t->rows * t->columns, bits = t->rows / 8 + 1;
  t->cells = read_u16s(r, cells);
  const unsigned char *more = vt_read_bytes(&r->in, bits);
  t->strings = vt_read_u32(&r->in);
  uint8_t *copy = r->in.bad ? NULL : get(r, bits, 1);
  if (copy == NULL) return;
  memcpy(copy, more, bits);
  t->more = copy;
  for (size_t i = 0; i < cells; i++) {
    if (t->cells[i] >= t->strings) refuse(r);
  }
  if (t->rows > 0 && vt_table_more(t, t->rows - 1)) refuse(r); /* nothing is behind the last */
  if (t->strings > UINT16_MAX + 1u) refuse(r);
  if (!r->in.bad) t->text = read_strings(r, t->strings, &t->string_at);
}

static void read_table(reading *r, const vt_table *known, vt_table *t)
{
  if (!read_shape(r, known, t)) {
    refuse(r);
    return;
  }
  read_trie(r, &t->exact, t->rows);
  read_trie(r, &t->plain, t->rows);
  read_cells(r, t);
}

static void read_tables(reading *r, vt_lexicon *lex)
{
  const vt_lexicon *known = vt_lexicon_builtin();
  lex->table_count = vt_read_u32(&r->in);
  if (lex->table_count != known->table_count) refuse(r);
  if (r->in.bad) return;
  const vt_table **tables = get(r, lex->table_count, sizeof(vt_table *));
  for (uint32_t i = 0; i < lex->table_count && !r->in.bad; i++) {
    vt_table *t = get(r, 1, sizeof *t);
    if (t == NULL) return;
    read_table(r, known->tables[i], t);
    tables[i] = t;
  }
  lex->tables = tables;
  if (r->in.at != r->in.len) refuse(r);
}

/* The reader of the body, or a bad one: *why says what is wrong with the head. */
static vt_reader open_body(const void *bytes, size_t len, const char **why)
{
  vt_reader in = { .bytes = bytes, .len = len };
  const uint64_t magic = vt_read_u64(&in);
  const uint32_t version = vt_read_u32(&in), body_len = vt_read_u32(&in), sum = vt_read_u32(&in);
  if (in.bad || magic != VT_FILE_MAGIC) *why = "no lexicon file";
  else if (version != VT_FILE_VERSION) *why = "a lexicon file of another format version";
  else if (body_len != len - in.at) *why = "a lexicon file cut short";
  else if (vt_crc32(in.bytes + in.at, body_len) != sum) *why = "a damaged lexicon file";
  return in;
}

vitext_status vt_lexicon_open(const vt_alloc *a, const void *bytes, size_t len, vt_lexicon **out,
                              vitext_error *err)
{
  const char *why = NULL;
  *out = NULL;
  reading r = { .in = open_body(bytes, len, &why) };
  if (why != NULL) return vt_error_set(err, VITEXT_E_DATA, 0, why, NULL);
  vt_lexicon *lex = vt_new(a, 1, sizeof *lex);
  if (lex == NULL) return VITEXT_E_MEMORY;
  lex->alloc = *a;
  vt_arena_init(&lex->arena, &lex->alloc);
  r.arena = &lex->arena;
  lex->tag = vt_read_u64(&r.in);
  read_vocabulary(&r, lex);
  if (!r.in.bad) read_tables(&r, lex);
  if (r.in.bad) {
    vt_lexicon_free(lex);
    if (r.no_memory) return VITEXT_E_MEMORY;
    return vt_error_set(err, VITEXT_E_DATA, (uint32_t)r.in.at,
                        "a lexicon file of other tables than this library's, or a damaged one",
                        NULL);
  }
  *out = lex;
  return VITEXT_OK;
}
