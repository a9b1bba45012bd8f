/* memo.c - an open hash table of short terms to their folded forms. When it is full it starts anew:
 * what is frequent comes back at once. Entries lie in order of first appearance, so that the
 * frequent ones share the cache; the slots only number them. */
#include <string.h>
#include "memo.h"
SQLITE_EXTENSION_INIT3

#define SLOTS     32768u          /* a power of two */
#define FULL      (SLOTS / 4 * 3) /* entries at which the table starts anew */
#define TERM_MAX  16              /* holds every syllable, in NFD too; longer ones are rare */
#define FORMS_MAX 41

typedef struct entry { /* 64 bytes, a line of the cache */
  uint64_t key[2];     /* the term, see read_key */
  uint8_t len;
  uint8_t form_at[VTS_LEVELS], form_len[VTS_LEVELS];
  char forms[FORMS_MAX];
} entry;

struct vts_memo {
  vts_env *env;
  int levels[VTS_LEVELS]; /* VITEXT_FOLD_*, those in use */
  int level_count;
  uint16_t *slots; /* 0: free; else 1 + the entry's number */
  entry *entries;
  uint32_t count;
  char ascii[TERM_MAX];
  char *spare; /* the forms of a term just folded */
  size_t spare_cap;
};

int vts_memo_new(vts_env *env, const int *use, vts_memo **out)
{
  vts_memo *m = sqlite3_malloc64(sizeof *m);
  if (m == NULL) return SQLITE_NOMEM;
  memset(m, 0, sizeof *m);
  m->env = vts_env_ref(env);
  for (int level = 1; level <= VTS_LEVELS; level++) {
    if (use[level - 1]) m->levels[m->level_count++] = level;
  }
  m->slots = sqlite3_malloc64(SLOTS * sizeof *m->slots);
  m->entries = sqlite3_malloc64(FULL * sizeof *m->entries);
  if (m->slots == NULL || m->entries == NULL) {
    vts_memo_free(m);
    return SQLITE_NOMEM;
  }
  memset(m->slots, 0, SLOTS * sizeof *m->slots);
  *out = m;
  return SQLITE_OK;
}

void vts_memo_free(vts_memo *m)
{
  if (m == NULL) return;
  sqlite3_free(m->slots);
  sqlite3_free(m->entries);
  sqlite3_free(m->spare);
  vts_env_unref(m->env);
  sqlite3_free(m);
}

/* ---- Short terms as two words ---- */

#define EACH(byte) ((uint64_t)(byte)*0x0101010101010101u)

/* A term of 1 to 16 bytes as two words, filled up with a letter. With the length they tell the
 * term. Without a branch on the length, which no processor can guess. room: bytes that may be read.
 */
static void read_key(const char *s, size_t len, size_t room, uint64_t *key)
{
  static const unsigned char masks[2 * TERM_MAX] = { 255, 255, 255, 255, 255, 255, 255, 255,
                                                     255, 255, 255, 255, 255, 255, 255, 255 };
  char end[TERM_MAX] = { 0 };
  uint64_t mask[2];
  if (room < TERM_MAX) {
    memcpy(end, s, len);
    s = end;
  }
  memcpy(key, s, TERM_MAX);
  memcpy(mask, masks + TERM_MAX - len, TERM_MAX);
  key[0] = (key[0] & mask[0]) | (EACH('a') & ~mask[0]);
  key[1] = (key[1] & mask[1]) | (EACH('a') & ~mask[1]);
}

/* Whether all eight bytes are visible ASCII: none from 0x80, below '!' or DEL. */
static int is_visible(uint64_t x)
{
  return ((x | (x - EACH('!')) | (x + EACH(1))) & EACH(0x80)) == 0;
}

/* Eight bytes of ASCII in lower case: bit 7 of a sum says which bytes are letters. */
static uint64_t lower(uint64_t x)
{
  const uint64_t letters = (x + EACH(0x80 - 'A')) & ~(x + EACH(0x80 - 'Z' - 1)) & EACH(0x80);
  return x | letters >> 2;
}

/* Only speed depends on its quality, and the table is small and bounded. */
static uint32_t hash_of(const uint64_t *key, size_t len)
{
  uint64_t h = (key[0] ^ len) * 0x9E3779B97F4A7C15u;
  h = (h ^ h >> 29 ^ key[1]) * 0xBF58476D1CE4E5B9u;
  return (uint32_t)(h >> 40);
}

/* ---- Folding ---- */

static int spare_append(vts_memo *m, size_t used, const char *form, size_t len)
{
  if (used + len >= m->spare_cap) { /* at least one byte, so that a form has an address */
    char *bigger = sqlite3_realloc64(m->spare, used + len + 256);
    if (bigger == NULL) return SQLITE_NOMEM;
    m->spare = bigger;
    m->spare_cap = used + len + 256;
  }
  if (len > 0) memcpy(m->spare + used, form, len);
  return SQLITE_OK;
}

/* Folds into the spare block, form after form; a repeated one only once. */
static int fold(vts_memo *m, const char *term, size_t len, vts_forms *out)
{
  size_t used = 0;
  size_t at[VTS_LEVELS] = { 0 };
  vitext_options options;
  vitext_options_init(&options, sizeof options);
  options.lenient = 1;
  for (int i = 0; i < m->level_count; i++) {
    vitext_doc *doc = NULL;
    options.fold = m->levels[i];
    int rc = vts_result_code(vitext_normalize(m->env->ctx, term, len, &options, &doc, NULL));
    size_t n = 0;
    const char *form = rc == SQLITE_OK ? vitext_doc_text(doc, &n) : NULL;
    const int same = rc == SQLITE_OK && i > 0 && n == (size_t)out->len[i - 1] &&
                     memcmp(m->spare + at[i - 1], form, n) == 0;
    if (rc == SQLITE_OK && !same) rc = spare_append(m, used, form, n);
    at[i] = same ? at[i - 1] : used;
    out->len[i] = (int)n;
    if (!same) used += n;
    vitext_doc_free(doc);
    if (rc != SQLITE_OK) return rc;
  }
  out->count = m->level_count;
  for (int i = 0; i < out->count; i++) out->at[i] = m->spare + at[i];
  return SQLITE_OK;
}

/* ---- The table ---- */

/* The slot that numbers the term, or the free one where it belongs. */
static uint16_t *find(const vts_memo *m, const uint64_t *key, size_t len)
{
  for (uint32_t i = hash_of(key, len);; i++) { /* ends: the table is never full */
    uint16_t *slot = &m->slots[i & (SLOTS - 1)];
    if (*slot == 0) return slot;
    const entry *e = &m->entries[*slot - 1];
    if (e->key[0] == key[0] && e->key[1] == key[1] && e->len == len) return slot;
  }
}

static void keep(vts_memo *m, const uint64_t *key, size_t len, const vts_forms *forms)
{
  entry e = { .key = { key[0], key[1] }, .len = (uint8_t)len };
  for (int i = 0; i < forms->count; i++) {
    const ptrdiff_t at = forms->at[i] - forms->at[0];
    if (at + forms->len[i] > FORMS_MAX) return;
    e.form_at[i] = (uint8_t)at;
    e.form_len[i] = (uint8_t)forms->len[i];
    memcpy(e.forms + at, forms->at[i], (size_t)forms->len[i]);
  }
  if (m->count >= FULL) {
    memset(m->slots, 0, SLOTS * sizeof *m->slots);
    m->count = 0;
  }
  uint16_t *slot = find(m, key, len);
  m->entries[m->count++] = e;
  *slot = (uint16_t)m->count;
}

static void give(const vts_memo *m, const entry *e, vts_forms *out)
{
  out->count = m->level_count;
  for (int i = 0; i < m->level_count; i++) {
    out->at[i] = e->forms + e->form_at[i];
    out->len[i] = e->form_len[i];
  }
}

/* Visible ASCII is the same at every level, in lower case: numbers and foreign names, which would
 * fill the table, and a third of all syllables are done here. */
static void give_ascii(vts_memo *m, const uint64_t *key, size_t len, vts_forms *out)
{
  const uint64_t form[2] = { lower(key[0]), lower(key[1]) };
  memcpy(m->ascii, form, TERM_MAX);
  out->count = m->level_count;
  for (int i = 0; i < m->level_count; i++) {
    out->at[i] = m->ascii;
    out->len[i] = (int)len;
  }
}

int vts_memo_get(vts_memo *m, const char *text, size_t text_len, vitext_span span, vts_forms *out)
{
  const char *term = text + span.begin;
  const size_t len = span.end - span.begin;
  if (len == 0 || len > TERM_MAX) return fold(m, term, len, out);
  uint64_t key[2];
  read_key(term, len, text_len - span.begin, key);
  if (is_visible(key[0]) && is_visible(key[1])) {
    give_ascii(m, key, len, out);
    return SQLITE_OK;
  }
  const uint16_t number = *find(m, key, len);
  if (number > 0) {
    give(m, &m->entries[number - 1], out);
    return SQLITE_OK;
  }
  const int rc = fold(m, term, len, out);
  if (rc == SQLITE_OK) keep(m, key, len, out);
  return rc;
}
