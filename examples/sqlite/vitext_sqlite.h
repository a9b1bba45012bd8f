/* vitext_sqlite.h - what the files of the SQLite extension share: the context of a connection and
 * one registering function per file. */
#ifndef VITEXT_SQLITE_H
#define VITEXT_SQLITE_H
#include <sqlite3ext.h>
#include <vitext.h>

/** The vitext context of one database connection, owned by all that is registered there. A
 *  connection is used by one thread at a time, so the count needs no lock. */
typedef struct vts_env {
  vitext_ctx *ctx;
  int refs;
} vts_env;

vts_env *vts_env_ref(vts_env *env);
/** The xDestroy of everything registered; frees the context with the last of them. */
void vts_env_unref(void *env);

/** The SQLite result code for a status of vitext. */
int vts_result_code(vitext_status status);
/** VITEXT_FOLD_* of "case", "tones" or "marks"; -1 for anything else. */
int vts_fold_level(const char *name);

/* Each registers its part for one connection and returns an SQLite result code. */
int vts_register_scalars(sqlite3 *db, vts_env *env);
int vts_register_tables(sqlite3 *db, vts_env *env);
int vts_register_tokenizer(fts5_api *fts, vts_env *env);
int vts_register_rank(fts5_api *fts);

#endif
