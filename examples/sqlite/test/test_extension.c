/* test_extension.c - the extension in a real SQLite: rows of SQL and what it must answer, damage,
 * low memory, and eight threads with a connection each. argv[1]: the extension. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <pthread.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *extension;

static const char *const setup_sql =
    "CREATE VIRTUAL TABLE docs USING fts5(body, tokenize = 'vitext');"
    "CREATE VIRTUAL TABLE words USING fts5(body, tokenize = 'vitext words');"
    "CREATE VIRTUAL TABLE loose USING fts5(body, tokenize = 'vitext loose');"
    "CREATE VIRTUAL TABLE tones USING fts5(body, tokenize = 'vitext case tones marks');"
    "CREATE VIRTUAL TABLE plain USING fts5(body, tokenize = 'vitext marks');"
    "CREATE VIRTUAL TABLE all_forms USING fts5(body, tokenize = 'vitext words case tones marks');"
    "CREATE TEMP TABLE source(id INTEGER PRIMARY KEY, body);"
    "INSERT INTO source VALUES"
    " (1, 'Ông Đường Đình Nghệ ở Khánh Hòa.'),"
    " (2, 'Duong Dinh la ten viet khong dau.'),"
    " (3, 'Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ;'),"
    " (4, 'Cô dạy sinh học ở trường.'),"
    " (5, 'Giáo viên sinh học và học sinh.'),"
    /* "Khánh Hoà thuỷ điện Đường" with every mark written apart */
    " (6, 'Kh' || char(97, 769) || 'nh Ho' || char(97, 768) || ', thu' || char(121, 777) ||"
    "     ' ' || char(273) || 'i' || char(101, 770, 803) || 'n ' || char(272) || 'u' ||"
    "     char(795) || 'o' || char(795, 768) || 'ng.'),"
    " (7, 'Dương Văn An đi qua con đường nhỏ.'),"
    " (8, ''), (9, NULL), (10, 'Mail: a.b@example.vn, http://example.vn/x?y=1 😀');"
    "INSERT INTO source VALUES (11, 'Học sinh học bài.');"
    "INSERT INTO docs(rowid, body) SELECT id, body FROM source;"
    "INSERT INTO words(rowid, body) SELECT id, body FROM source;"
    "INSERT INTO loose(rowid, body) SELECT id, body FROM source;"
    "INSERT INTO tones(rowid, body) SELECT id, body FROM source;"
    "INSERT INTO plain(rowid, body) SELECT id, body FROM source;"
    "INSERT INTO all_forms(rowid, body) VALUES (1, 'An toàn và công bằng ở Hà Nội; đường phố.');"
    "CREATE VIRTUAL TABLE form USING fts5vocab('all_forms', 'row');"
    "CREATE TABLE law(n INTEGER PRIMARY KEY, body);"
    "INSERT INTO law VALUES (1, 'Thực hiện Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của"
    " Chính phủ và Chỉ thị 05-CT/TW của Bộ Chính trị.'),"
    " (2, 'Đồng chí Nguyễn Văn Nên, Bí thư Thành ủy Thành phố Hồ Chí Minh, phát biểu.');";

#define IDS(table, query)                                                                          \
  "SELECT coalesce(group_concat(rowid, ' '), '') FROM (SELECT rowid FROM " table " WHERE " table   \
  " MATCH '" query "' ORDER BY rowid)"

static const struct {
  const char *name, *sql, *expected;
} rows[] = {
  /* Folding: what is typed without marks finds all; what has marks finds itself. */
  { "no marks find all", IDS("docs", "duong dinh"), "1 2\n" },
  { "phrase without marks", IDS("docs", "\"duong dinh\""), "1 2\n" },
  { "marks find themselves", IDS("docs", "đường"), "1 6 7\n" },
  { "marks do not find other marks", IDS("docs", "dương"), "7\n" },
  { "no marks across letters", IDS("docs", "duong"), "1 2 6 7\n" },
  { "case", IDS("docs", "ĐƯỜNG ĐÌNH"), "1\n" },
  { "old style finds new", IDS("docs", "hoà"), "1 6\n" },
  { "new style finds old", IDS("docs", "hòa"), "1 6\n" },
  { "uy too", IDS("docs", "thủy"), "6\n" },
  { "NFD query",
    "SELECT group_concat(rowid, ' ') FROM docs WHERE docs MATCH 'Kh' || char(97, 769) || 'nh'",
    "1 6\n" },
  { "phrase in NFD text", IDS("docs", "\"khánh hòa\""), "1 6\n" },
  { "phrase in order only", IDS("docs", "\"hòa khánh\""), "\n" },
  { "prefix", IDS("docs", "đườ*"), "1 6 7\n" },
  { "prefix without marks", IDS("docs", "ngh*"), "1 3\n" },
  { "near", IDS("docs", "NEAR(duong nghe, 1)"), "1\n" },
  { "not", IDS("docs", "duong NOT đường"), "2\n" },
  { "loose: marks find none", IDS("loose", "đường đình"), "1 2\n" },
  { "strict: marks do not find none", IDS("docs", "đường đình"), "1\n" },
  { "tones: half typed", IDS("tones", "đương"), "1 6 7\n" },
  { "tones: half typed o", IDS("tones", "dương"), "7\n" },
  { "marks only", IDS("plain", "đường"), "1 2 6 7\n" },
  { "nothing", IDS("docs", "khôngcóđâu"), "\n" },
  { "punctuation is no word", IDS("docs", "\".\""), "\n" },

  /* Document numbers, dates and addresses are one term each. */
  { "document number", IDS("docs", "\"30/2020/NĐ-CP\""), "3\n" },
  { "document number folded", IDS("docs", "\"30/2020/nd-cp\""), "3\n" },
  { "document number is whole", IDS("docs", "\"2020\""), "\n" },
  { "date", IDS("docs", "\"05/3/2020\""), "3\n" },
  { "e-mail", IDS("docs", "\"a.b@example.vn\""), "10\n" },

  /* Words: a query for a word does not find it across a border. Only words that any model joins. */
  { "syllables cross", IDS("docs", "\"sinh học\""), "4 5 11\n" },
  { "words do not", IDS("words", "\"sinh học\""), "4 5\n" },
  { "words: the other reading stays", IDS("words", "\"học sinh\""), "5 11\n" },
  { "words: without marks", IDS("words", "\"hoc sinh\""), "5 11\n" },
  { "words: phrase goes on after a word", IDS("words", "\"giáo viên sinh học\""), "5\n" },
  { "words: single syllables", IDS("words", "sinh"), "4 5 11\n" },
  { "words: NFD", IDS("words", "\"khánh hoà\""), "1 6\n" },

  { "words: every level of every word",
    "SELECT group_concat(term, ',') FROM (SELECT term FROM form WHERE instr(term, ' ') > 0)",
    "an toan,an toàn,cong bang,công băng,công bằng,duong pho,ha noi,ha nôi,hà nội,đương phô,đường "
    "phố\n" },

  /* Offsets are those of the text as it was given. */
  { "highlight",
    "SELECT highlight(docs, 0, '[', ']') FROM docs WHERE docs MATCH 'duong dinh' AND rowid = 1",
    "Ông [Đường] [Đình] Nghệ ở Khánh Hòa.\n" },
  { "highlight a phrase",
    "SELECT highlight(docs, 0, '[', ']') FROM docs WHERE docs MATCH '\"duong dinh\"' AND rowid = 1",
    "Ông [Đường Đình] Nghệ ở Khánh Hòa.\n" },
  { "highlight words",
    "SELECT highlight(words, 0, '[', ']') FROM words WHERE words MATCH '\"học sinh\"' AND rowid = "
    "5",
    "Giáo viên sinh học và [học sinh].\n" },
  { "highlight a document number",
    "SELECT highlight(docs, 0, '[', ']') FROM docs WHERE docs MATCH '\"30/2020/nd-cp\"'",
    "Căn cứ Nghị định số [30/2020/NĐ-CP] ngày 05/3/2020 của Chính phủ;\n" },
  { "highlight NFD keeps bytes",
    "SELECT replace(replace(highlight(docs, 0, '[', ']'), '[', ''), ']', '') ="
    " (SELECT body FROM source WHERE id = 6) FROM docs WHERE docs MATCH 'hoà' AND rowid = 6",
    "1\n" },
  { "highlight NFD widens to letters",
    "SELECT instr(highlight(docs, 0, '[', ']'), '[Ho' || char(97, 768) || ']') > 0 FROM docs"
    " WHERE docs MATCH 'hoà' AND rowid = 6",
    "1\n" },
  { "snippet",
    "SELECT snippet(docs, 0, '[', ']', '…', 3) FROM docs WHERE docs MATCH '\"30/2020/NĐ-CP\"'",
    "…số [30/2020/NĐ-CP] ngày…\n" },

  /* Rank: exact above folded. */
  { "rank: plain typed, plain first",
    "SELECT group_concat(rowid, ' ') FROM (SELECT rowid FROM docs WHERE docs MATCH 'duong dinh'"
    " ORDER BY vitext_rank(docs, 'duong dinh'))",
    "2 1\n" },
  { "rank: marks typed, marks first",
    "SELECT group_concat(rowid, ' ') FROM (SELECT rowid FROM loose WHERE loose MATCH 'đường đình'"
    " ORDER BY vitext_rank(loose, 'đường đình'))",
    "1 2\n" },
  { "rank: whole part counts exact phrases",
    "SELECT CAST(-vitext_rank(loose, 'đường đình') AS INT) FROM loose WHERE loose MATCH"
    " 'đường đình' ORDER BY rowid",
    "2\n0\n" },
  { "rank: words",
    "SELECT CAST(-vitext_rank(words, '\"học sinh\"') AS INT) FROM words WHERE words MATCH '\"học "
    "sinh\"' AND rowid = 5",
    "1\n" },
  { "rank: weights",
    "SELECT vitext_rank(docs, 'đường', 10.0) < vitext_rank(docs, 'đường', 0.1)"
    " FROM docs WHERE docs MATCH 'đường' LIMIT 1",
    "1\n" },
  { "rank needs the query", "SELECT vitext_rank(docs) FROM docs WHERE docs MATCH 'duong'",
    "error: vitext_rank(table, query [, column weight ...])\n" },

  { "a wrong option is refused",
    "CREATE VIRTUAL TABLE bad USING fts5(x, tokenize = 'vitext wrong')",
    "error: error in tokenizer constructor\n" },
  { "integrity",
    "INSERT INTO docs(docs) VALUES ('integrity-check');"
    "INSERT INTO words(words) VALUES ('integrity-check');"
    "INSERT INTO loose(loose) VALUES ('integrity-check');"
    "INSERT INTO tones(tones) VALUES ('integrity-check');"
    "INSERT INTO plain(plain) VALUES ('integrity-check')",
    "" },

  /* Scalars and the collation. */
  { "fold",
    "SELECT vitext_fold('Đường Đình HOÀ'), vitext_fold('Đường HOÀ', 'tones'), vitext_fold('HOÀ', "
    "'case')",
    "duong dinh hoa|đương hoa|hòa\n" },
  { "fold of ASCII is its lower case (memo.c relies on it)",
    "WITH RECURSIVE c(i) AS (VALUES (33) UNION ALL SELECT i + 1 FROM c WHERE i < 126)"
    " SELECT count(*), sum(vitext_fold(char(i), level) = lower(char(i))) FROM c,"
    " (SELECT 'case' AS level UNION ALL VALUES ('tones'), ('marks'))",
    "282|282\n" },
  { "fold null", "SELECT vitext_fold(NULL) IS NULL", "1\n" },
  { "fold empty", "SELECT vitext_fold('') = ''", "1\n" },
  { "fold level", "SELECT vitext_fold('a', 'none')",
    "error: vitext_fold: the level is case, tones or marks\n" },
  { "fold in an index",
    "CREATE TEMP TABLE p(name); CREATE INDEX temp.p_name ON p(vitext_fold(name));"
    "INSERT INTO p VALUES ('Đặng'), ('Dang'), ('Đăng'), ('Lê');"
    "SELECT count(*) FROM p WHERE vitext_fold(name) = 'dang'",
    "3\n" },
  { "collation",
    "SELECT group_concat(w, ' ') FROM (SELECT w FROM (SELECT 'đi' AS w UNION ALL VALUES"
    " ('da'), ('ăn'), ('an'), ('án'), ('ân'), ('Bà'), ('ba')) ORDER BY w COLLATE VI)",
    "an án ăn ân ba Bà da đi\n" },

  /* Table functions. */
  { "references",
    "SELECT canonical, \"type\" IS NOT NULL, number, year, symbol FROM law, "
    "vitext_references(law.body)"
    " WHERE n = 1 ORDER BY \"start\" LIMIT 1",
    "vn:nghi-dinh:30/2020/nd-cp|1|30|2020|NĐ-CP\n" },
  { "references: how many", "SELECT count(*) FROM law, vitext_references(law.body) WHERE n = 1",
    "2\n" },
  { "references: offsets are those of substr",
    "SELECT count(*) FROM law, vitext_references(law.body) AS r"
    " WHERE substr(body, r.\"start\" + 1, r.\"end\" - r.\"start\") <> r.surface",
    "0\n" },
  { "references: bytes of a blob",
    "SELECT count(*) > 0, sum(CAST(substr(b, r.\"start\" + 1, r.\"end\" - r.\"start\") AS TEXT) <> "
    "r.surface)"
    " FROM (SELECT CAST(body AS BLOB) AS b FROM law), vitext_references(b) AS r",
    "1|0\n" },
  { "references: none", "SELECT count(*) FROM vitext_references('Trời xanh.')", "0\n" },
  { "references: null", "SELECT count(*) FROM vitext_references(NULL)", "0\n" },
  { "references: no argument", "SELECT count(*) FROM vitext_references", "0\n" },
  { "officials",
    "SELECT name, title, org, official, status FROM law, vitext_officials(law.body) WHERE n = 2 "
    "AND title IS NOT NULL",
    "Nguyễn Văn Nên|bí thư|Thành ủy Thành phố Hồ Chí Minh|1|current\n" },
  { "officials: offsets are those of substr",
    "SELECT substr(body, o.\"start\" + 1, o.\"end\" - o.\"start\"), substr(body, title_start + 1, "
    "title_end - title_start)"
    " FROM law, vitext_officials(law.body) AS o WHERE n = 2",
    "Nguyễn Văn Nên|Bí thư\n" },
  { "damaged bytes are an error of the row",
    "SELECT count(*) FROM vitext_references(CAST(x'41ff42' AS TEXT))",
    "error: vitext: invalid UTF-8\n" },
};

static int append_row(void *p, int count, char **values, char **names)
{
  (void)names;
  char *out = p;
  for (int i = 0; i < count; i++) {
    const size_t len = strlen(out);
    (void)snprintf(out + len, 4096 - len, "%s%s", i > 0 ? "|" : "",
                   values[i] != NULL ? values[i] : "");
  }
  const size_t len = strlen(out);
  (void)snprintf(out + len, 4096 - len, "\n");
  return 0;
}

static sqlite3 *open_loaded(void)
{
  sqlite3 *db = NULL;
  char *message = NULL;
  assert_int_equal(sqlite3_open(":memory:", &db), SQLITE_OK);
  assert_int_equal(sqlite3_enable_load_extension(db, 1), SQLITE_OK);
  if (sqlite3_load_extension(db, extension, NULL, &message) != SQLITE_OK) fail_msg("%s", message);
  return db;
}

static void run(sqlite3 *db, const char *sql)
{
  char *message = NULL;
  if (sqlite3_exec(db, sql, NULL, NULL, &message) != SQLITE_OK) fail_msg("%s: %s", sql, message);
}

static void test_rows(void **state)
{
  (void)state;
  sqlite3 *db = open_loaded();
  run(db, setup_sql);
  int failures = 0;
  char version[4096] = "";
  sqlite3_exec(db, "SELECT vitext_version()", append_row, version, NULL);
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    if (strcmp(rows[i].name, "collation") == 0 && strstr(version, "icu/") == NULL) continue;
    char out[4096] = "";
    char *message = NULL;
    if (sqlite3_exec(db, rows[i].sql, append_row, out, &message) != SQLITE_OK) {
      const size_t len = strlen(out);
      (void)snprintf(out + len, sizeof out - len, "error: %s\n", message);
    }
    sqlite3_free(message);
    if (strcmp(out, rows[i].expected) == 0) continue;
    failures++;
    print_error("%s\n  sql      %s\n  expected %s  got      %s", rows[i].name, rows[i].sql,
                rows[i].expected, out);
  }
  assert_int_equal(sqlite3_close(db), SQLITE_OK);
  assert_int_equal(failures, 0);
}

/* Bytes that are no UTF-8 are indexed, found by what is whole in them, and never crash. */
static void test_damaged(void **state)
{
  (void)state;
  sqlite3 *db = open_loaded();
  run(db,
      "CREATE VIRTUAL TABLE t USING fts5(body, tokenize = 'vitext words');"
      "INSERT INTO t VALUES (CAST(x'4EC6B0E1BB' AS TEXT)), (CAST(x'FF206769E1BB9B69FE' AS TEXT)),"
      "(CAST(x'00610062' AS TEXT)); INSERT INTO t(t) VALUES ('integrity-check');");
  char out[4096] = "";
  assert_int_equal(
      sqlite3_exec(db, "SELECT count(*) FROM t WHERE t MATCH 'giới'", append_row, out, NULL),
      SQLITE_OK);
  assert_string_equal(out, "1\n");
  assert_int_equal(sqlite3_close(db), SQLITE_OK);
}

/* SQLite's own memory limit holds for the extension: an error, then all works again. */
static void test_memory_limit(void **state)
{
  (void)state;
  sqlite3 *db = open_loaded();
  run(db,
      "CREATE TABLE big(body); WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n"
      " WHERE i < 20000) INSERT INTO big SELECT group_concat('Nghị định số ' || i || '/2020/NĐ-CP')"
      " FROM n");
  const sqlite3_int64 before = sqlite3_memory_used();
  const sqlite3_int64 old_limit = sqlite3_hard_heap_limit64(before + 2000000);
  const int rc =
      sqlite3_exec(db, "SELECT count(*) FROM big, vitext_references(body)", NULL, NULL, NULL);
  assert_int_equal(rc, SQLITE_NOMEM);
  sqlite3_hard_heap_limit64(old_limit);
  char out[4096] = "";
  assert_int_equal(
      sqlite3_exec(db, "SELECT count(*) FROM big, vitext_references(body)", append_row, out, NULL),
      SQLITE_OK);
  assert_string_equal(out, "20000\n");
  assert_int_equal(sqlite3_close(db), SQLITE_OK);
}

static void *thread_main(void *p)
{
  unsigned *hash = p;
  sqlite3 *db = open_loaded();
  run(db, setup_sql);
  *hash = 5381;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    char out[4096] = "";
    sqlite3_exec(db, rows[i].sql, append_row, out, NULL);
    for (const char *s = out; *s != '\0'; s++) *hash = *hash * 33 + (unsigned char)*s;
  }
  sqlite3_close(db);
  return NULL;
}

static void test_threads(void **state)
{
  (void)state;
  pthread_t threads[8];
  unsigned hashes[8];
  for (size_t i = 0; i < 8; i++)
    assert_int_equal(pthread_create(&threads[i], NULL, thread_main, &hashes[i]), 0);
  for (size_t i = 0; i < 8; i++) pthread_join(threads[i], NULL);
  for (size_t i = 1; i < 8; i++) assert_int_equal(hashes[i], hashes[0]);
}

int main(int argc, char **argv)
{
  if (argc != 2) return 2;
  extension = argv[1];
  const struct CMUnitTest tests[] = { cmocka_unit_test(test_rows), cmocka_unit_test(test_damaged),
                                      cmocka_unit_test(test_memory_limit),
                                      cmocka_unit_test(test_threads) };
  const int failed = cmocka_run_group_tests(tests, NULL, NULL);
  if (sqlite3_memory_used() == 0) return failed;
  (void)fprintf(stderr, "%lld bytes of SQLite's memory were not given back\n",
                (long long)sqlite3_memory_used());
  return 1;
}
