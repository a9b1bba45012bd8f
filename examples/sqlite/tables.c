/* tables.c - the table functions vitext_references(text) and vitext_officials(text).
 *
 * Offsets count as substr() does: characters of a TEXT, bytes of a BLOB; from 0, end exclusive, so
 * that substr(text, "start" + 1, "end" - "start") is the surface. Lists are JSON arrays. What is
 * absent is NULL. */
#include <string.h>
#include "vitext_sqlite.h"
SQLITE_EXTENSION_INIT3

/* One kind of row. The hidden column `text` is the last and has the number column_count. */
typedef struct table_kind {
  const char *schema;
  int column_count;
  vitext_layer layers;
} table_kind;

enum {
  R_START,
  R_END,
  R_FULL_START,
  R_FULL_END,
  R_SURFACE,
  R_KIND,
  R_CANONICAL,
  R_TYPE,
  R_NUMBER,
  R_YEAR,
  R_SYMBOL,
  R_ORGAN,
  R_ISSUER,
  R_DATE,
  R_TERM,
  R_SESSION,
  R_TITLE,
  R_PROVISIONS,
  R_AMENDED,
  R_RELATION,
  R_ANTECEDENT,
  R_LIST_HEAD,
  R_RESOLVED,
  R_URN,
  R_PERCENT,
  R_COUNT
};
static const table_kind references_kind = {
  "CREATE TABLE x(\"start\" INT, \"end\" INT, full_start INT, full_end INT, surface, kind,"
  " canonical, type, number, year, symbol, organ, issuer, date, term, session, title,"
  " provisions, amended, relation, antecedent INT, list_head INT, resolved, urn, percent INT,"
  " text HIDDEN)",
  R_COUNT, VITEXT_REFERENCES
};

enum {
  O_START,
  O_END,
  O_NAME,
  O_KIND,
  O_HONORIFIC,
  O_TITLES,
  O_OFFICIAL,
  O_PERSON,
  O_PERSON_NAME,
  O_TITLE_START,
  O_TITLE_END,
  O_TITLE,
  O_HEAD,
  O_ORG_START,
  O_ORG_END,
  O_ORG,
  O_STATUS,
  O_SPHERE,
  O_LEVEL,
  O_DEPUTY,
  O_STANDING,
  O_TERM,
  O_SINCE,
  O_UNTIL,
  O_REPLACES,
  O_RULE,
  O_PERCENT,
  O_COUNT
};
static const table_kind officials_kind = {
  "CREATE TABLE x(\"start\" INT, \"end\" INT, name, kind, honorific, titles, official INT,"
  " person INT, person_name, title_start INT, title_end INT, title, head, org_start INT,"
  " org_end INT, org, status, sphere, level INT, deputy INT, standing INT, term, since, until,"
  " replaces INT, rule, percent INT, text HIDDEN)",
  O_COUNT, VITEXT_OFFICIALS
};

typedef struct table {
  sqlite3_vtab base;
  const table_kind *kind;
  vts_env *env;
} table;

/* A row of officials: a mention with one of its positions, or with none (-1). */
typedef struct official_row {
  uint32_t mention;
  int32_t position;
} official_row;

typedef struct cursor {
  sqlite3_vtab_cursor base;
  sqlite3_value *text;
  vitext_doc *doc;
  vitext_reference *references; /* copies, their spans in the unit of the text */
  vitext_mention *mentions;
  vitext_position *positions;
  official_row *rows;
  size_t row, row_count;
} cursor;

static void cursor_clear(cursor *c)
{
  sqlite3_value_free(c->text);
  vitext_doc_free(c->doc);
  sqlite3_free(c->references);
  sqlite3_free(c->mentions);
  sqlite3_free(c->positions);
  sqlite3_free(c->rows);
  const sqlite3_vtab_cursor base = c->base;
  memset(c, 0, sizeof *c);
  c->base = base;
}

/* ---- Rows ---- */

static vitext_status copy_layer(const cursor *c, vitext_layer layer, size_t record_size, void **out)
{
  const size_t count = vitext_doc_count(c->doc, layer);
  const int is_blob = sqlite3_value_type(c->text) == SQLITE_BLOB;
  *out = sqlite3_malloc64((sqlite3_uint64)(count + 1) * record_size);
  if (*out == NULL) return VITEXT_E_MEMORY;
  return vitext_doc_copy(c->doc, layer, is_blob ? VITEXT_UNIT_BYTE : VITEXT_UNIT_CODEPOINT, *out,
                         record_size, count);
}

/* Mentions in text order, each with its positions in text order: a counting sort. */
static vitext_status pair_rows(cursor *c)
{
  const size_t mentions = vitext_doc_count(c->doc, VITEXT_MENTIONS);
  const size_t positions = vitext_doc_count(c->doc, VITEXT_POSITIONS);
  size_t *first = sqlite3_malloc64((sqlite3_uint64)(mentions + 1) * sizeof *first);
  c->rows = sqlite3_malloc64((sqlite3_uint64)(mentions + positions + 1) * sizeof *c->rows);
  if (first == NULL || c->rows == NULL) {
    sqlite3_free(first);
    return VITEXT_E_MEMORY;
  }
  memset(first, 0, (mentions + 1) * sizeof *first);
  for (size_t i = 0; i < positions; i++) first[c->positions[i].mention]++;
  for (size_t m = 0; m < mentions; m++) {
    const size_t count = first[m];
    first[m] = c->row_count;
    if (count == 0) c->rows[c->row_count] = (official_row){ (uint32_t)m, -1 };
    c->row_count += count > 0 ? count : 1;
  }
  for (size_t i = 0; i < positions; i++) {
    const uint32_t m = (uint32_t)c->positions[i].mention;
    c->rows[first[m]++] = (official_row){ m, (int32_t)i };
  }
  sqlite3_free(first);
  return VITEXT_OK;
}

static vitext_status read_rows(cursor *c, const table_kind *kind)
{
  void *block = NULL;
  if (kind == &references_kind) {
    const vitext_status st = copy_layer(c, VITEXT_REFERENCES, sizeof *c->references, &block);
    c->references = block;
    c->row_count = vitext_doc_count(c->doc, VITEXT_REFERENCES);
    return st;
  }
  vitext_status st = copy_layer(c, VITEXT_MENTIONS, sizeof *c->mentions, &block);
  c->mentions = block;
  if (st != VITEXT_OK) return st;
  st = copy_layer(c, VITEXT_POSITIONS, sizeof *c->positions, &block);
  c->positions = block;
  return st == VITEXT_OK ? pair_rows(c) : st;
}

/* ---- Columns ---- */

static void put_text(sqlite3_context *call, const char *s)
{
  if (s != NULL && s[0] != '\0') sqlite3_result_text(call, s, -1, SQLITE_TRANSIENT);
}

static void put_name(sqlite3_context *call, int32_t group, int32_t value)
{
  const char *name = vitext_name(group, value);
  if (name != NULL) sqlite3_result_text(call, name, -1, SQLITE_STATIC);
}

static void put_index(sqlite3_context *call, int32_t index)
{
  if (index >= 0) sqlite3_result_int(call, index);
}

static void put_edge(sqlite3_context *call, vitext_span span, uint32_t edge)
{
  if (span.end > span.begin) sqlite3_result_int64(call, edge);
}

static void put_list(sqlite3_context *call, vitext_list list)
{
  if (list[0] == NULL) return;
  sqlite3_str *json = sqlite3_str_new(sqlite3_context_db_handle(call));
  for (size_t i = 0; list[i] != NULL; i++) {
    sqlite3_str_appendall(json, i == 0 ? "[\"" : ",\"");
    for (const char *s = list[i]; *s != '\0'; s++) {
      const unsigned char c = (unsigned char)*s;
      if (c < 0x20) sqlite3_str_appendf(json, "\\u%04x", c);
      else if (c == '"' || c == '\\') sqlite3_str_appendf(json, "\\%c", c);
      else sqlite3_str_appendchar(json, 1, *s);
    }
    sqlite3_str_appendchar(json, 1, '"');
  }
  sqlite3_str_appendchar(json, 1, ']');
  char *s = sqlite3_str_finish(json);
  if (s == NULL) sqlite3_result_error_nomem(call);
  else sqlite3_result_text(call, s, -1, sqlite3_free);
}

/* The bytes of the caller's text under a span of bytes. */
static void put_surface(sqlite3_context *call, const cursor *c, vitext_span span)
{
  const int is_blob = sqlite3_value_type(c->text) == SQLITE_BLOB;
  const char *text =
      is_blob ? sqlite3_value_blob(c->text) : (const char *)sqlite3_value_text(c->text);
  sqlite3_result_text64(call, text + span.begin, span.end - span.begin, SQLITE_TRANSIENT,
                        SQLITE_UTF8);
}

static void reference_column(sqlite3_context *call, const cursor *c, int column)
{
  const vitext_reference *r = &c->references[c->row];
  switch (column) {
  case R_START: sqlite3_result_int64(call, r->span.begin); break;
  case R_END: sqlite3_result_int64(call, r->span.end); break;
  case R_FULL_START: put_edge(call, r->full, r->full.begin); break;
  case R_FULL_END: put_edge(call, r->full, r->full.end); break;
  case R_SURFACE: put_surface(call, c, vitext_doc_reference(c->doc, c->row)->span); break;
  case R_KIND: put_name(call, VITEXT_NAME_REF, r->kind); break;
  case R_CANONICAL: put_text(call, r->canonical); break;
  case R_TYPE: put_text(call, r->type); break;
  case R_NUMBER: put_text(call, r->number); break;
  case R_YEAR: put_text(call, r->year); break;
  case R_SYMBOL: put_text(call, r->symbol); break;
  case R_ORGAN: put_text(call, r->organ); break;
  case R_ISSUER: put_text(call, r->issuer); break;
  case R_DATE: put_text(call, r->date); break;
  case R_TERM: put_text(call, r->term); break;
  case R_SESSION: put_text(call, r->session); break;
  case R_TITLE: put_text(call, r->title); break;
  case R_PROVISIONS: put_list(call, r->provisions); break;
  case R_AMENDED: put_list(call, r->amended); break;
  case R_RELATION:
    if (r->relation != VITEXT_REL_NONE) put_name(call, VITEXT_NAME_REL, r->relation);
    break;
  case R_ANTECEDENT: put_index(call, r->antecedent); break;
  case R_LIST_HEAD: put_index(call, r->list_head); break;
  case R_RESOLVED: put_list(call, r->resolved); break;
  case R_URN: put_text(call, r->urn); break;
  case R_PERCENT: sqlite3_result_int64(call, r->percent); break;
  default: break;
  }
}

static void mention_column(sqlite3_context *call, const cursor *c, const vitext_mention *m,
                           int column)
{
  const vitext_person *person =
      m->person >= 0 ? vitext_doc_person(c->doc, (size_t)m->person) : NULL;
  switch (column) {
  case O_START: sqlite3_result_int64(call, m->span.begin); break;
  case O_END: sqlite3_result_int64(call, m->span.end); break;
  case O_NAME: put_text(call, m->name); break;
  case O_KIND: put_name(call, VITEXT_NAME_MENTION, m->kind); break;
  case O_HONORIFIC: put_text(call, m->honorific); break;
  case O_TITLES: put_list(call, m->titles); break;
  case O_OFFICIAL:
    if (person != NULL) sqlite3_result_int64(call, person->official);
    break;
  case O_PERSON: put_index(call, m->person); break;
  case O_PERSON_NAME:
    if (person != NULL) put_text(call, person->name);
    break;
  default: break;
  }
}

static void position_column(sqlite3_context *call, const vitext_position *p, int column)
{
  switch (column) {
  case O_TITLE_START: put_edge(call, p->title_span, p->title_span.begin); break;
  case O_TITLE_END: put_edge(call, p->title_span, p->title_span.end); break;
  case O_TITLE: put_text(call, p->title); break;
  case O_HEAD: put_text(call, p->head); break;
  case O_ORG_START: put_edge(call, p->org_span, p->org_span.begin); break;
  case O_ORG_END: put_edge(call, p->org_span, p->org_span.end); break;
  case O_ORG: put_text(call, p->org); break;
  case O_STATUS: put_name(call, VITEXT_NAME_POST, p->status); break;
  case O_SPHERE: put_name(call, VITEXT_NAME_SPHERE, p->sphere); break;
  case O_LEVEL:
    if (p->level > 0) sqlite3_result_int(call, p->level);
    break;
  case O_DEPUTY: sqlite3_result_int64(call, p->deputy); break;
  case O_STANDING: sqlite3_result_int64(call, p->standing); break;
  case O_TERM: put_text(call, p->term); break;
  case O_SINCE: put_text(call, p->since); break;
  case O_UNTIL: put_text(call, p->until); break;
  case O_REPLACES: put_index(call, p->replaces); break;
  case O_RULE: put_text(call, p->rule); break;
  case O_PERCENT: sqlite3_result_int64(call, p->percent); break;
  default: break;
  }
}

/* ---- The virtual table ---- */

static int connect(sqlite3 *db, vts_env *env, const table_kind *kind, sqlite3_vtab **out)
{
  const int rc = sqlite3_declare_vtab(db, kind->schema);
  if (rc != SQLITE_OK) return rc;
  table *t = sqlite3_malloc64(sizeof *t);
  if (t == NULL) return SQLITE_NOMEM;
  memset(t, 0, sizeof *t);
  t->kind = kind;
  t->env = vts_env_ref(env);
  *out = &t->base;
  return sqlite3_vtab_config(db, SQLITE_VTAB_INNOCUOUS);
}

static int connect_references(sqlite3 *db, void *env, int argc, const char *const *argv,
                              sqlite3_vtab **out, char **message)
{
  (void)argc;
  (void)argv;
  (void)message;
  return connect(db, env, &references_kind, out);
}

static int connect_officials(sqlite3 *db, void *env, int argc, const char *const *argv,
                             sqlite3_vtab **out, char **message)
{
  (void)argc;
  (void)argv;
  (void)message;
  return connect(db, env, &officials_kind, out);
}

static int disconnect(sqlite3_vtab *base)
{
  table *t = (table *)base;
  vts_env_unref(t->env);
  sqlite3_free(t);
  return SQLITE_OK;
}

/* Only text = ... can be answered, which is what an argument is to SQLite. */
static int best_index(sqlite3_vtab *base, sqlite3_index_info *info)
{
  const table *t = (const table *)base;
  int unusable = 0;
  for (int i = 0; i < info->nConstraint; i++) {
    const struct sqlite3_index_constraint *k = &info->aConstraint[i];
    if (k->iColumn != t->kind->column_count || k->op != SQLITE_INDEX_CONSTRAINT_EQ) continue;
    if (!k->usable) {
      unusable = 1;
      continue;
    }
    info->aConstraintUsage[i].argvIndex = 1;
    info->aConstraintUsage[i].omit = 1;
    info->idxNum = 1;
    info->estimatedCost = 1000;
    info->estimatedRows = 20;
    return SQLITE_OK;
  }
  return unusable ? SQLITE_CONSTRAINT : SQLITE_OK; /* no argument: no rows */
}

static int cursor_open(sqlite3_vtab *base, sqlite3_vtab_cursor **out)
{
  (void)base;
  cursor *c = sqlite3_malloc64(sizeof *c);
  if (c == NULL) return SQLITE_NOMEM;
  memset(c, 0, sizeof *c);
  *out = &c->base;
  return SQLITE_OK;
}

static int cursor_close(sqlite3_vtab_cursor *base)
{
  cursor_clear((cursor *)base);
  sqlite3_free(base);
  return SQLITE_OK;
}

static int filter(sqlite3_vtab_cursor *base, int plan, const char *name, int argc,
                  sqlite3_value **argv)
{
  (void)name;
  cursor *c = (cursor *)base;
  table *t = (table *)base->pVtab;
  cursor_clear(c);
  if (plan == 0 || argc < 1 || sqlite3_value_type(argv[0]) == SQLITE_NULL) return SQLITE_OK;
  c->text = sqlite3_value_dup(argv[0]);
  if (c->text == NULL) return SQLITE_NOMEM;
  const int is_blob = sqlite3_value_type(c->text) == SQLITE_BLOB;
  const void *text = is_blob ? sqlite3_value_blob(c->text) : sqlite3_value_text(c->text);
  vitext_options options;
  vitext_options_init(&options, sizeof options);
  options.layers = t->kind->layers;
  vitext_error err = { 0 };
  vitext_status st = vitext_analyze(t->env->ctx, text, (size_t)sqlite3_value_bytes(c->text),
                                    &options, &c->doc, &err);
  if (st == VITEXT_OK) st = read_rows(c, t->kind);
  if (st != VITEXT_OK) {
    c->row_count = 0;
    sqlite3_free(base->pVtab->zErrMsg);
    base->pVtab->zErrMsg =
        err.message[0] != '\0' ? sqlite3_mprintf("vitext: %s", err.message) : NULL;
  }
  return vts_result_code(st);
}

static int next(sqlite3_vtab_cursor *base)
{
  ((cursor *)base)->row++;
  return SQLITE_OK;
}

static int eof(sqlite3_vtab_cursor *base)
{
  const cursor *c = (const cursor *)base;
  return c->row >= c->row_count;
}

static int column(sqlite3_vtab_cursor *base, sqlite3_context *call, int n)
{
  const cursor *c = (const cursor *)base;
  const table_kind *kind = ((const table *)base->pVtab)->kind;
  if (n == kind->column_count) sqlite3_result_value(call, c->text);
  else if (kind == &references_kind) reference_column(call, c, n);
  else {
    const official_row row = c->rows[c->row];
    if (n < O_TITLE_START) mention_column(call, c, &c->mentions[row.mention], n);
    else if (row.position >= 0) position_column(call, &c->positions[row.position], n);
  }
  return SQLITE_OK;
}

static int rowid(sqlite3_vtab_cursor *base, sqlite3_int64 *out)
{
  *out = (sqlite3_int64)((const cursor *)base)->row;
  return SQLITE_OK;
}

/* xCreate is NULL: the tables exist by themselves and only so. */
static const sqlite3_module references_module = { .xConnect = connect_references,
                                                  .xBestIndex = best_index,
                                                  .xDisconnect = disconnect,
                                                  .xOpen = cursor_open,
                                                  .xClose = cursor_close,
                                                  .xFilter = filter,
                                                  .xNext = next,
                                                  .xEof = eof,
                                                  .xColumn = column,
                                                  .xRowid = rowid };
static const sqlite3_module officials_module = { .xConnect = connect_officials,
                                                 .xBestIndex = best_index,
                                                 .xDisconnect = disconnect,
                                                 .xOpen = cursor_open,
                                                 .xClose = cursor_close,
                                                 .xFilter = filter,
                                                 .xNext = next,
                                                 .xEof = eof,
                                                 .xColumn = column,
                                                 .xRowid = rowid };

int vts_register_tables(sqlite3 *db, vts_env *env)
{
  const int rc = sqlite3_create_module_v2(db, "vitext_references", &references_module,
                                          vts_env_ref(env), vts_env_unref);
  if (rc != SQLITE_OK) return rc;
  return sqlite3_create_module_v2(db, "vitext_officials", &officials_module, vts_env_ref(env),
                                  vts_env_unref);
}
