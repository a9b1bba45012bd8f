/* scalars.c - vitext_fold(text [, level]), vitext_version() and the collation VI. */
#include <string.h>
#include "vitext_sqlite.h"
SQLITE_EXTENSION_INIT3

/* vitext_fold(text [, 'case' | 'tones' | 'marks']): the search key; marks when nothing is said. */
static void fold(sqlite3_context *call, int argc, sqlite3_value **argv)
{
  const vts_env *env = sqlite3_user_data(call);
  if (sqlite3_value_type(argv[0]) == SQLITE_NULL) return;
  const char *name = argc > 1 ? (const char *)sqlite3_value_text(argv[1]) : "marks";
  const int level = name != NULL ? vts_fold_level(name) : -1;
  if (level < 0) {
    sqlite3_result_error(call, "vitext_fold: the level is case, tones or marks", -1);
    return;
  }
  const char *text = (const char *)sqlite3_value_text(argv[0]);
  const size_t len = (size_t)sqlite3_value_bytes(argv[0]);
  vitext_options options;
  vitext_options_init(&options, sizeof options);
  options.fold = level;
  vitext_doc *doc = NULL;
  vitext_error err;
  const vitext_status st = vitext_normalize(env->ctx, text, len, &options, &doc, &err);
  if (st == VITEXT_E_MEMORY) sqlite3_result_error_nomem(call);
  else if (st != VITEXT_OK) sqlite3_result_error(call, err.message, -1);
  else {
    size_t folded_len = 0;
    const char *folded = vitext_doc_text(doc, &folded_len);
    sqlite3_result_text64(call, folded, folded_len, SQLITE_TRANSIENT, SQLITE_UTF8);
  }
  vitext_doc_free(doc);
}

static void version(sqlite3_context *call, int argc, sqlite3_value **argv)
{
  (void)argc;
  (void)argv;
  const vts_env *env = sqlite3_user_data(call);
  char *s = sqlite3_mprintf("%s data/%s", vitext_version_string(), vitext_data_version(env->ctx));
  if (s == NULL) sqlite3_result_error_nomem(call);
  else sqlite3_result_text(call, s, -1, sqlite3_free);
}

/* A collation cannot fail; where the library does, bytes decide. */
static int collate(void *p, int a_len, const void *a, int b_len, const void *b)
{
  const vts_env *env = p;
  int32_t order = 0;
  if (vitext_compare(env->ctx, a, (size_t)a_len, b, (size_t)b_len, &order) == VITEXT_OK)
    return order;
  const int common = a_len < b_len ? a_len : b_len;
  const int diff = memcmp(a, b, (size_t)common);
  return diff != 0 ? diff : a_len - b_len;
}

int vts_register_scalars(sqlite3 *db, vts_env *env)
{
  const int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
  int rc = SQLITE_OK;
  for (int argc = 1; argc <= 2 && rc == SQLITE_OK; argc++)
    rc = sqlite3_create_function_v2(db, "vitext_fold", argc, flags, vts_env_ref(env), fold, NULL,
                                    NULL, vts_env_unref);
  if (rc == SQLITE_OK)
    rc = sqlite3_create_function_v2(db, "vitext_version", 0, flags, vts_env_ref(env), version, NULL,
                                    NULL, vts_env_unref);
  int32_t order = 0;
  if (rc != SQLITE_OK || vitext_compare(env->ctx, "a", 1, "b", 1, &order) == VITEXT_E_UNSUPPORTED)
    return rc; /* a library without ICU has no order: better no VI than a wrong one */
  rc = sqlite3_create_collation_v2(db, "VI", SQLITE_UTF8, vts_env_ref(env), collate, vts_env_unref);
  if (rc != SQLITE_OK) vts_env_unref(env); /* this one call does not do it on failure */
  return rc;
}
