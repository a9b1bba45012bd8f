/* extension.c - the entry point: one vitext context for the connection, and all parts registered.
 *
 *   .load ./vitext_sqlite
 *   CREATE VIRTUAL TABLE docs USING fts5(body, tokenize = 'vitext words'); */
#include <string.h>
#include "vitext_sqlite.h"
SQLITE_EXTENSION_INIT1

/* The context and its documents live in SQLite's memory, so its limits and counters hold for them.
 */
static void *resize(void *user, void *ptr, size_t old_size, size_t new_size)
{
  (void)user;
  (void)old_size;
  if (new_size == 0) {
    sqlite3_free(ptr);
    return NULL;
  }
  return sqlite3_realloc64(ptr, new_size);
}

vts_env *vts_env_ref(vts_env *env)
{
  env->refs++;
  return env;
}

void vts_env_unref(void *p)
{
  vts_env *env = p;
  if (--env->refs > 0) return;
  vitext_ctx_free(env->ctx);
  sqlite3_free(env);
}

int vts_result_code(vitext_status status)
{
  switch (status) {
  case VITEXT_OK: return SQLITE_OK;
  case VITEXT_E_MEMORY: return SQLITE_NOMEM;
  case VITEXT_E_TOO_LONG: return SQLITE_TOOBIG;
  default: return SQLITE_ERROR;
  }
}

int vts_fold_level(const char *name)
{
  if (strcmp(name, "case") == 0) return VITEXT_FOLD_CASE;
  if (strcmp(name, "tones") == 0) return VITEXT_FOLD_TONES;
  if (strcmp(name, "marks") == 0) return VITEXT_FOLD_MARKS;
  return -1;
}

static int env_new(vts_env **out, vitext_error *err)
{
  vts_env *env = sqlite3_malloc64(sizeof *env);
  if (env == NULL) return SQLITE_NOMEM;
  env->refs = 1;
  vitext_ctx_options options;
  vitext_ctx_options_init(&options, sizeof options);
  options.alloc.resize = resize;
  const vitext_status st = vitext_ctx_new(&options, &env->ctx, err);
  if (st != VITEXT_OK) {
    sqlite3_free(env);
    return vts_result_code(st);
  }
  *out = env;
  return SQLITE_OK;
}

/* The door of FTS5, or NULL where this SQLite was built without it. */
static fts5_api *fts5_of(sqlite3 *db)
{
  fts5_api *api = NULL;
  sqlite3_stmt *stmt = NULL;
  if (sqlite3_prepare_v2(db, "SELECT fts5(?1)", -1, &stmt, NULL) == SQLITE_OK) {
    sqlite3_bind_pointer(stmt, 1, &api, "fts5_api_ptr", NULL);
    sqlite3_step(stmt);
  }
  sqlite3_finalize(stmt);
  return api;
}

#ifdef _WIN32
__declspec(dllexport)
#else
__attribute__((visibility("default")))
#endif
    int sqlite3_vitextsqlite_init(sqlite3 *db, char **message, const sqlite3_api_routines *api);

int sqlite3_vitextsqlite_init(sqlite3 *db, char **message, const sqlite3_api_routines *api)
{
  SQLITE_EXTENSION_INIT2(api);
  vts_env *env = NULL;
  vitext_error err = { 0 };
  int rc = env_new(&env, &err);
  if (rc != SQLITE_OK) {
    *message = sqlite3_mprintf("vitext: %s", err.message);
    return rc;
  }
  rc = vts_register_scalars(db, env);
  if (rc == SQLITE_OK) rc = vts_register_tables(db, env);
  fts5_api *fts = fts5_of(db);
  if (rc == SQLITE_OK && fts != NULL) rc = vts_register_tokenizer(fts, env);
  if (rc == SQLITE_OK && fts != NULL) rc = vts_register_rank(fts);
  vts_env_unref(env);
  return rc;
}
