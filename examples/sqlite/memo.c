/* memo.c - an open hash table of terms to their folded forms. When it is full it starts anew: what
 * is frequent comes back at once. Entries and their bytes lie in order of first appearance, so that
 * the frequent ones share few cache lines; the slots only number them. */
#include <string.h>
#include "memo.h"
SQLITE_EXTENSION_INIT3

#define SLOTS    32768u              /* a power of two */
#define FULL     (SLOTS / 4 * 3)     /* entries at which the table starts anew */
#define TERM_MAX 96                  /* longer terms are rare and are folded each time */
#define POOL     (FULL * (size_t)64) /* bytes of terms and forms: several times what is usual */

typedef struct entry {
  uint32_t hash;
  uint32_t at; /* in the pool: the term, then its forms */
  uint16_t len;
  uint16_t form_len[VTS_LEVELS];
  uint8_t form_count;
} entry;

struct vts_memo {
  vts_env *env;
  int use[VTS_LEVELS];
  uint16_t *slots; /* 0: free; else 1 + the entry's number */
  entry *entries;
  char *pool;
  size_t pool_len;
  uint32_t count;
  char ascii[32];
  char *spare; /* the forms of a term just folded */
  size_t spare_cap;
};

int vts_memo_new(vts_env *env, const int *use, vts_memo **out)
{
  vts_memo *m = sqlite3_malloc64(sizeof *m);
  if (m == NULL) return SQLITE_NOMEM;
  memset(m, 0, sizeof *m);
  m->env = vts_env_ref(env);
  memcpy(m->use, use, sizeof m->use);
  m->slots = sqlite3_malloc64(SLOTS * sizeof *m->slots);
  m->entries = sqlite3_malloc64(FULL * sizeof *m->entries);
  m->pool = sqlite3_malloc64(POOL);
  if (m->slots == NULL || m->entries == NULL || m->pool == NULL) {
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
  sqlite3_free(m->pool);
  sqlite3_free(m->spare);
  vts_env_unref(m->env);
  sqlite3_free(m);
}

/* Eight bytes a step. Only speed depends on its quality, and the table is small and bounded. */
static uint32_t hash_of(const char *term, size_t len)
{
  uint64_t h = len;
  for (; len > 0;) {
    const size_t n = len < 8 ? len : 8;
    uint64_t part = 0;
    memcpy(&part, term, n);
    h = (h ^ part) * 0x9E3779B97F4A7C15u;
    h ^= h >> 29;
    term += n;
    len -= n;
  }
  return (uint32_t)(h >> 32) ^ (uint32_t)h;
}

static int spare_append(vts_memo *m, size_t used, const char *form, size_t len)
{
  if (used + len > m->spare_cap) {
    char *bigger = sqlite3_realloc64(m->spare, used + len + 256);
    if (bigger == NULL) return SQLITE_NOMEM;
    m->spare = bigger;
    m->spare_cap = used + len + 256;
  }
  if (len > 0) memcpy(m->spare + used, form, len);
  return SQLITE_OK;
}

/* Folds into the spare block, form after form; repeated forms are left out. */
static int fold(vts_memo *m, const char *term, size_t len, int *form_len, int *form_count)
{
  size_t used = 0;
  vitext_options options;
  vitext_options_init(&options, sizeof options);
  options.lenient = 1;
  *form_count = 0;
  for (int level = 0; level < VTS_LEVELS; level++) {
    if (!m->use[level]) continue;
    options.fold = level + 1;
    vitext_doc *doc = NULL;
    int rc = vts_result_code(vitext_normalize(m->env->ctx, term, len, &options, &doc, NULL));
    size_t n = 0;
    const char *form = rc == SQLITE_OK ? vitext_doc_text(doc, &n) : NULL;
    const size_t last = *form_count > 0 ? (size_t)form_len[*form_count - 1] : 0;
    const int same = *form_count > 0 && n == last && memcmp(m->spare + used - last, form, n) == 0;
    if (rc == SQLITE_OK && !same) {
      rc = spare_append(m, used, form, n);
      form_len[(*form_count)++] = (int)n;
      used += n;
    }
    vitext_doc_free(doc);
    if (rc != SQLITE_OK) return rc;
  }
  return SQLITE_OK;
}

static void give(const char *at, const int *form_len, int count, vts_forms *out)
{
  out->count = count;
  for (int i = 0; i < count; i++) {
    out->at[i] = at;
    out->len[i] = form_len[i];
    at += form_len[i];
  }
}

/* The slot that numbers the term, or the free one where it belongs. */
static uint16_t *find(const vts_memo *m, uint32_t hash, const char *term, size_t len)
{
  for (uint32_t i = hash;; i++) { /* ends: the table is never full */
    uint16_t *slot = &m->slots[i & (SLOTS - 1)];
    if (*slot == 0) return slot;
    const entry *e = &m->entries[*slot - 1];
    if (e->hash == hash && e->len == len && memcmp(m->pool + e->at, term, len) == 0) return slot;
  }
}

static void keep(vts_memo *m, uint32_t hash, const char *term, size_t len, const vts_forms *forms)
{
  size_t size = len;
  for (int i = 0; i < forms->count; i++) size += (size_t)forms->len[i];
  if (len > TERM_MAX || size > TERM_MAX * (VTS_LEVELS + 1)) return;
  if (m->count >= FULL || m->pool_len + size > POOL) {
    memset(m->slots, 0, SLOTS * sizeof *m->slots);
    m->count = 0;
    m->pool_len = 0;
  }
  uint16_t *slot = find(m, hash, term, len);
  entry *e = &m->entries[m->count++];
  *slot = (uint16_t)m->count;
  *e = (entry){ .hash = hash, .at = (uint32_t)m->pool_len, .len = (uint16_t)len };
  e->form_count = (uint8_t)forms->count;
  memcpy(m->pool + m->pool_len, term, len);
  memcpy(m->pool + m->pool_len + len, forms->at[0], size - len);
  for (int i = 0; i < forms->count; i++) e->form_len[i] = (uint16_t)forms->len[i];
  m->pool_len += size;
}

/* Visible ASCII is the same at every level, in lower case: most numbers and foreign names, which
 * would fill the table, are done here. False where the term is not of that kind. */
static int give_ascii(vts_memo *m, const char *term, size_t len, vts_forms *out)
{
  if (len > sizeof m->ascii) return 0;
  for (size_t i = 0; i < len; i++) {
    const char c = term[i];
    if (c < '!' || c > '~') return 0;
    m->ascii[i] = (char)(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
  }
  const int form_len = (int)len;
  give(m->ascii, &form_len, 1, out);
  return 1;
}

int vts_memo_get(vts_memo *m, const char *term, size_t len, vts_forms *out)
{
  if (give_ascii(m, term, len, out)) return SQLITE_OK;
  int form_len[VTS_LEVELS];
  const uint32_t hash = hash_of(term, len);
  const uint16_t number = *find(m, hash, term, len);
  if (number > 0) {
    const entry *e = &m->entries[number - 1];
    for (int i = 0; i < e->form_count; i++) form_len[i] = e->form_len[i];
    give(m->pool + e->at + len, form_len, e->form_count, out);
    return SQLITE_OK;
  }
  int count = 0;
  const int rc = fold(m, term, len, form_len, &count);
  if (rc != SQLITE_OK) return rc;
  give(m->spare, form_len, count, out);
  keep(m, hash, term, len, out);
  return SQLITE_OK;
}
