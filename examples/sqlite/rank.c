/* rank.c - the auxiliary function vitext_rank(table, query [, column weight ...]).
 *
 *   SELECT ... FROM docs WHERE docs MATCH :q ORDER BY vitext_rank(docs, :q)
 *
 * A folded variant shares its position with the word itself, so bm25 cannot tell a row that has
 * "duong" from one that has "đường". This one can: it reads the matching columns again with the
 * table's tokenizer and sees which phrases occur as they were typed (case and tone placement
 * aside). The value is -(phrases found as typed + b / (1 + b)), b being the bm25 score: whole
 * numbers order by exactness, fractions within it by relevance, and smaller is better as in bm25.
 * The query is an argument because FTS5 shows it to no auxiliary function before SQLite 3.45. */
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "vitext_sqlite.h"
SQLITE_EXTENSION_INIT3

/* bm25 as FTS5 has it, so that without folding the order is the same. */
#define BM25_K1 1.2
#define BM25_B  0.75

typedef struct term {
  const char *bytes; /* while terms are still being added: an offset into bytes of the query */
  size_t offset;
  int len;
} term;

/* What is worked out once for a query: its words, and the weight of each phrase. */
typedef struct query {
  char *bytes; /* the words, one after the other */
  size_t bytes_len, bytes_cap;
  term *terms; /* sorted */
  size_t term_count, term_cap;
  double *idf; /* by phrase */
  double average_len;
} query;

/* The first (finest) form of every position of a column: 1 where it is a word of the query. */
typedef struct column_read {
  const query *q;
  unsigned char *exact;
  size_t count, cap;
} column_read;

static void query_free(void *p)
{
  query *q = p;
  if (q == NULL) return;
  sqlite3_free(q->bytes);
  sqlite3_free(q->terms);
  sqlite3_free(q->idf);
  sqlite3_free(q);
}

/* Room for `need` items of `size` bytes; doubles, so that adding one by one stays linear. */
static int grow(void **block, size_t *cap, size_t need, size_t size)
{
  if (need <= *cap) return SQLITE_OK;
  const size_t wanted = need + *cap + 16;
  void *bigger = sqlite3_realloc64(*block, (sqlite3_uint64)wanted * size);
  if (bigger == NULL) return SQLITE_NOMEM;
  *block = bigger;
  *cap = wanted;
  return SQLITE_OK;
}

static int add_term(void *p, int flags, const char *token, int len, int begin, int end)
{
  (void)begin;
  (void)end;
  query *q = p;
  if (flags & FTS5_TOKEN_COLOCATED) return SQLITE_OK;
  void *bytes = q->bytes;
  void *terms = q->terms;
  int rc = grow(&bytes, &q->bytes_cap, q->bytes_len + (size_t)len, 1);
  q->bytes = bytes;
  if (rc == SQLITE_OK) rc = grow(&terms, &q->term_cap, q->term_count + 1, sizeof *q->terms);
  q->terms = terms;
  if (rc != SQLITE_OK) return rc;
  memcpy(q->bytes + q->bytes_len, token, (size_t)len);
  q->terms[q->term_count++] = (term){ .offset = q->bytes_len, .len = len };
  q->bytes_len += (size_t)len;
  return SQLITE_OK;
}

static int term_order(const void *a, const void *b)
{
  const term *x = a;
  const term *y = b;
  if (x->len != y->len) return x->len < y->len ? -1 : 1;
  return x->len == 0 ? 0 : memcmp(x->bytes, y->bytes, (size_t)x->len);
}

static int count_row(const Fts5ExtensionApi *api, Fts5Context *fts, void *count)
{
  (void)api;
  (void)fts;
  ++*(sqlite3_int64 *)count;
  return SQLITE_OK;
}

static int query_weigh(query *q, const Fts5ExtensionApi *api, Fts5Context *fts)
{
  const int phrases = api->xPhraseCount(fts);
  sqlite3_int64 rows = 0;
  sqlite3_int64 tokens = 0;
  int rc = api->xRowCount(fts, &rows);
  if (rc == SQLITE_OK) rc = api->xColumnTotalSize(fts, -1, &tokens);
  q->average_len = rows > 0 && tokens > 0 ? (double)tokens / (double)rows : 1.0;
  q->idf = sqlite3_malloc64(sizeof(double) * (sqlite3_uint64)(phrases + 1));
  if (q->idf == NULL) return SQLITE_NOMEM;
  for (int i = 0; i < phrases && rc == SQLITE_OK; i++) {
    sqlite3_int64 hits = 0;
    rc = api->xQueryPhrase(fts, i, &hits, count_row);
    const double idf = log(((double)(rows - hits) + 0.5) / ((double)hits + 0.5));
    q->idf[i] = idf > 0 ? idf : 1e-6; /* a phrase in half of all rows still counts a little */
  }
  return rc;
}

/* The query of this statement, made at its first row and kept by FTS5. */
static int query_get(const Fts5ExtensionApi *api, Fts5Context *fts, sqlite3_value *text,
                     query **out)
{
  *out = api->xGetAuxdata(fts, 0);
  if (*out != NULL) return SQLITE_OK;
  query *q = sqlite3_malloc64(sizeof *q);
  if (q == NULL) return SQLITE_NOMEM;
  memset(q, 0, sizeof *q);
  const char *bytes = (const char *)sqlite3_value_text(text);
  int rc = SQLITE_OK;
  if (bytes != NULL) rc = api->xTokenize(fts, bytes, sqlite3_value_bytes(text), q, add_term);
  for (size_t i = 0; i < q->term_count; i++) q->terms[i].bytes = q->bytes + q->terms[i].offset;
  if (q->term_count > 0) qsort(q->terms, q->term_count, sizeof *q->terms, term_order);
  if (rc == SQLITE_OK) rc = query_weigh(q, api, fts);
  if (rc == SQLITE_OK) rc = api->xSetAuxdata(fts, q, query_free); /* frees q when it fails */
  else query_free(q);
  if (rc == SQLITE_OK) *out = q;
  return rc;
}

static int mark_exact(void *p, int flags, const char *token, int len, int begin, int end)
{
  (void)begin;
  (void)end;
  column_read *r = p;
  if (flags & FTS5_TOKEN_COLOCATED) return SQLITE_OK;
  void *exact = r->exact;
  const int rc = grow(&exact, &r->cap, r->count + 1, 1);
  r->exact = exact;
  if (rc != SQLITE_OK) return rc;
  const term key = { .bytes = token, .len = len };
  const int known = r->q->term_count > 0 &&
                    bsearch(&key, r->q->terms, r->q->term_count, sizeof key, term_order) != NULL;
  r->exact[r->count++] = (unsigned char)known;
  return SQLITE_OK;
}

static int read_column(const Fts5ExtensionApi *api, Fts5Context *fts, int column, column_read *r)
{
  const char *text = NULL;
  int len = 0;
  r->count = 0;
  const int rc = api->xColumnText(fts, column, &text, &len);
  return rc == SQLITE_OK ? api->xTokenize(fts, text, len, r, mark_exact) : rc;
}

static int is_exact(const column_read *r, int at, int size)
{
  for (int k = at; k < at + size; k++) {
    if ((size_t)k >= r->count || !r->exact[k]) return 0;
  }
  return size > 0;
}

/* By phrase: its weighted frequency into tf, and into found whether it occurs as typed. */
static int read_row(const Fts5ExtensionApi *api, Fts5Context *fts, const query *q, int weight_count,
                    sqlite3_value **weights, double *tf, unsigned char *found)
{
  column_read r = { .q = q };
  int last_column = -1;
  int count = 0;
  int rc = api->xInstCount(fts, &count);
  for (int i = 0; i < count && rc == SQLITE_OK; i++) {
    int phrase = 0;
    int column = 0;
    int at = 0;
    rc = api->xInst(fts, i, &phrase, &column, &at); /* in order of column */
    if (rc == SQLITE_OK && column != last_column) rc = read_column(api, fts, column, &r);
    if (rc != SQLITE_OK) break;
    last_column = column;
    tf[phrase] += column < weight_count ? sqlite3_value_double(weights[column]) : 1.0;
    if (is_exact(&r, at, api->xPhraseSize(fts, phrase))) found[phrase] = 1;
  }
  sqlite3_free(r.exact);
  return rc;
}

static int rank_row(const Fts5ExtensionApi *api, Fts5Context *fts, int argc, sqlite3_value **argv,
                    double *out)
{
  query *q = NULL;
  const int phrases = api->xPhraseCount(fts);
  double *tf = sqlite3_malloc64((sizeof *tf + 1) * (sqlite3_uint64)(phrases + 1));
  if (tf == NULL) return SQLITE_NOMEM;
  memset(tf, 0, (sizeof *tf + 1) * (size_t)(phrases + 1));
  unsigned char *found = (unsigned char *)(tf + phrases + 1);
  int row_len = 0;
  int rc = query_get(api, fts, argv[0], &q);
  if (rc == SQLITE_OK) rc = api->xColumnSize(fts, -1, &row_len);
  if (rc == SQLITE_OK) rc = read_row(api, fts, q, argc - 1, argv + 1, tf, found);
  double score = 0;
  int exact = 0;
  for (int i = 0; i < phrases && rc == SQLITE_OK; i++) {
    const double norm = 1 - BM25_B + BM25_B * (double)row_len / q->average_len;
    score += q->idf[i] * (tf[i] * (BM25_K1 + 1)) / (tf[i] + BM25_K1 * norm);
    exact += found[i];
  }
  sqlite3_free(tf);
  *out = -((double)exact + score / (1 + score));
  return rc;
}

static void rank(const Fts5ExtensionApi *api, Fts5Context *fts, sqlite3_context *call, int argc,
                 sqlite3_value **argv)
{
  if (argc < 1) {
    sqlite3_result_error(call, "vitext_rank(table, query [, column weight ...])", -1);
    return;
  }
  double value = 0;
  const int rc = rank_row(api, fts, argc, argv, &value);
  if (rc != SQLITE_OK) sqlite3_result_error_code(call, rc);
  else sqlite3_result_double(call, value);
}

int vts_register_rank(fts5_api *fts)
{
  return fts->xCreateFunction(fts, "vitext_rank", NULL, rank, NULL);
}
