/* bench_fts5.c - indexes real documents with vitext and with unicode61 in one run: MB/s, size of
 * the index, queries checked against a scan of the texts, integrity.
 * argv: the extension, then files of one document a line; "N:file" makes N lines one document. */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define MAX_DOCS 5000 /* of each file */

static void check(sqlite3 *db, int rc, const char *what)
{
  if (rc == SQLITE_OK || rc == SQLITE_ROW || rc == SQLITE_DONE) return;
  (void)fprintf(stderr, "bench_fts5: %s: %s\n", what, sqlite3_errmsg(db));
  exit(1);
}

static void run(sqlite3 *db, const char *sql)
{
  check(db, sqlite3_exec(db, sql, NULL, NULL, NULL), sql);
}

static sqlite3_int64 number(sqlite3 *db, const char *sql)
{
  sqlite3_stmt *stmt = NULL;
  check(db, sqlite3_prepare_v2(db, sql, -1, &stmt, NULL), sql);
  check(db, sqlite3_step(stmt), sql);
  const sqlite3_int64 n = sqlite3_column_int64(stmt, 0);
  sqlite3_finalize(stmt);
  return n;
}

static double seconds(void)
{
  struct timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void read_file(sqlite3 *db, const char *arg)
{
  char *end = NULL;
  const long per_doc = strtol(arg, &end, 10);
  const char *path = *end == ':' ? end + 1 : arg;
  const long group = *end == ':' && per_doc > 0 ? per_doc : 1;
  FILE *in = fopen(path, "rb");
  if (in == NULL) {
    perror(path);
    exit(1);
  }
  sqlite3_stmt *stmt = NULL;
  check(db, sqlite3_prepare_v2(db, "INSERT INTO source(body) VALUES (?1)", -1, &stmt, NULL), path);
  char *line = NULL;
  size_t cap = 0;
  sqlite3_str *doc = sqlite3_str_new(db);
  long lines = 0;
  ssize_t len;
  for (int docs = 0; docs < MAX_DOCS && (len = getline(&line, &cap, in)) > 0;) {
    sqlite3_str_append(doc, line, (int)len);
    if (++lines % group != 0) continue;
    sqlite3_bind_text(stmt, 1, sqlite3_str_value(doc), sqlite3_str_length(doc), SQLITE_TRANSIENT);
    check(db, sqlite3_step(stmt), path);
    sqlite3_reset(stmt);
    sqlite3_str_reset(doc);
    docs++;
  }
  sqlite3_free(sqlite3_str_finish(doc));
  sqlite3_finalize(stmt);
  free(line);
  (void)fclose(in);
}

#define ROUNDS 3

typedef struct kind {
  const char *name, *options;
  double seconds[ROUNDS];
  sqlite3_int64 bytes;
} kind;

/* Build the index of all documents, as a table without its own copy. */
static double build(sqlite3 *db, const kind *k)
{
  char *sql = sqlite3_mprintf("DROP TABLE IF EXISTS %s; CREATE VIRTUAL TABLE %s USING fts5(body,"
                              " content = 'source', content_rowid = 'id', tokenize = \"%s\")",
                              k->name, k->name, k->options);
  run(db, sql);
  sqlite3_free(sql);
  sql = sqlite3_mprintf("INSERT INTO %s(rowid, body) SELECT id, body FROM source", k->name);
  const double begin = seconds();
  run(db, sql);
  const double end = seconds();
  sqlite3_free(sql);
  return end - begin;
}

static sqlite3_int64 optimised_size(sqlite3 *db, const char *name)
{
  char *sql = sqlite3_mprintf("INSERT INTO %s(%s) VALUES ('optimize');"
                              "INSERT INTO %s(%s) VALUES ('integrity-check')",
                              name, name, name, name);
  run(db, sql);
  sqlite3_free(sql);
  sql = sqlite3_mprintf("SELECT sum(length(block)) FROM %s_data", name);
  const sqlite3_int64 bytes = number(db, sql);
  sqlite3_free(sql);
  return bytes;
}

static int ascending(const void *a, const void *b)
{
  const double x = *(const double *)a;
  const double y = *(const double *)b;
  return (x > y) - (x < y);
}

static double median(const double *values)
{
  double sorted[ROUNDS];
  memcpy(sorted, values, sizeof sorted);
  qsort(sorted, ROUNDS, sizeof *sorted, ascending);
  return sorted[ROUNDS / 2];
}

/* The median of what each round says: the kinds of a round stand side by side, so that a machine
 * that is busy for a while is so for all of them. */
static double ratio_of(const kind *base, const kind *k)
{
  double ratios[ROUNDS];
  for (int i = 0; i < ROUNDS; i++) ratios[i] = base->seconds[i] / k->seconds[i];
  return median(ratios);
}

/* A query must find at least what a scan for the exact form finds, and with marks nothing more than
 * the documents that hold the form in some spelling. */
static int check_query(sqlite3 *db, const char *marked, const char *bare)
{
  static const char *const forms = "SELECT count(*) FROM source WHERE instr(' ' || "
                                   "vitext_fold(body, 'case') || ' ', ' %s ') > 0 AND"
                                   " id NOT IN (SELECT rowid FROM vi WHERE vi MATCH '\"%s\"')";
  char *sql = sqlite3_mprintf(forms, marked, marked);
  const sqlite3_int64 missed = number(db, sql);
  sqlite3_free(sql);
  sql = sqlite3_mprintf("SELECT count(*) FROM vi WHERE vi MATCH '\"%s\"' AND rowid NOT IN"
                        " (SELECT id FROM source WHERE instr(vitext_fold(body, 'case'), '%s') > 0)",
                        marked, marked);
  const sqlite3_int64 extra = number(db, sql);
  sqlite3_free(sql);
  sql = sqlite3_mprintf("SELECT count(*) FROM vi WHERE vi MATCH '\"%s\"' AND rowid NOT IN"
                        " (SELECT rowid FROM vi WHERE vi MATCH '\"%s\"')",
                        marked, bare);
  const sqlite3_int64 lost = number(db, sql);
  sqlite3_free(sql);
  sql = sqlite3_mprintf("SELECT count(*) FROM vi WHERE vi MATCH '\"%s\"'", marked);
  const sqlite3_int64 hits = number(db, sql);
  sqlite3_free(sql);
  (void)printf("query %-16s %5lld documents, missed %lld, extra %lld, lost without marks %lld\n",
               marked, (long long)hits, (long long)missed, (long long)extra, (long long)lost);
  return hits == 0 || missed + extra + lost > 0;
}

int main(int argc, char **argv)
{
  if (argc < 3) return 2;
  sqlite3 *db = NULL;
  check(db, sqlite3_open(":memory:", &db), "open");
  sqlite3_enable_load_extension(db, 1);
  check(db, sqlite3_load_extension(db, argv[1], NULL, NULL), argv[1]);
  run(db, "CREATE TABLE source(id INTEGER PRIMARY KEY, body)");
  for (int i = 2; i < argc; i++) read_file(db, argv[i]);
  const sqlite3_int64 bytes = number(db, "SELECT sum(length(CAST(body AS BLOB))) FROM source");
  const double mb = (double)bytes / 1e6;
  (void)printf("%lld documents, %.1f MB, SQLite %s\n",
               (long long)number(db, "SELECT count(*) FROM source"), mb, sqlite3_libversion());
  kind kinds[] = { { .name = "base", .options = "unicode61 remove_diacritics 2" },
                   { .name = "one", .options = "vitext case" },
                   { .name = "vi", .options = "vitext" },
                   { .name = "wd", .options = "vitext words" } };
  const size_t kind_count = sizeof kinds / sizeof *kinds;
  for (int round = 0; round < ROUNDS; round++) {
    for (size_t i = 0; i < kind_count; i++) kinds[i].seconds[round] = build(db, &kinds[i]);
  }
  (void)printf("%-32s %8s %7s %10s %7s\n", "tokenize", "MB/s", "ratio", "index MB", "ratio");
  for (size_t i = 0; i < kind_count; i++) {
    kind *k = &kinds[i];
    k->bytes = optimised_size(db, k->name);
    (void)printf("%-32s %8.2f %7.2f %10.2f %7.2f\n", k->options, mb / median(k->seconds),
                 ratio_of(kinds, k), (double)k->bytes / 1e6,
                 (double)k->bytes / (double)kinds[0].bytes);
  }
  int bad = check_query(db, "nghị định", "nghi dinh");
  bad += check_query(db, "thành phố", "thanh pho");
  bad += check_query(db, "đường", "duong");
  sqlite3_close(db);
  const double ratio = ratio_of(&kinds[0], &kinds[2]);
  if (ratio < 0.42) { /* the goal is 0.5, measured on a machine at rest */
    (void)fprintf(stderr, "bench_fts5: indexing at %.2f of unicode61\n", ratio);
    bad++;
  }
  return bad != 0;
}
