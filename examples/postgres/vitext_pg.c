/* vitext_pg.c - the ground of the extension: memory through palloc, errors through ereport, one
 * context a backend, and the functions vitext_version() and vitext_fold(). */
#include "vitext_pg.h"
#include <mb/pg_wchar.h>
#include <string.h>
#include <utils/builtins.h>
#include <utils/memutils.h>

PG_MODULE_MAGIC;

/* New blocks come from the current memory context, so that a document left behind by an error goes
 * with the query that made it. A library function must not be left by longjmp: no block is asked
 * for in a way that raises an error, and NULL becomes VITEXT_E_MEMORY. */
static void *resize(void *user, void *ptr, size_t old_size, size_t new_size)
{
  (void)user;
  if (new_size == 0) {
    if (ptr != NULL) pfree(ptr);
    return NULL;
  }
  if (new_size > MaxAllocHugeSize) return NULL;
  void *block = MemoryContextAllocExtended(CurrentMemoryContext, new_size,
                                           MCXT_ALLOC_HUGE | MCXT_ALLOC_NO_OOM);
  if (block == NULL || ptr == NULL) return block;
  memcpy(block, ptr, old_size < new_size ? old_size : new_size);
  pfree(ptr); /* repalloc would raise an error before PostgreSQL 16 */
  return block;
}

void vtp_check(vitext_status status, const vitext_error *err)
{
  int code = ERRCODE_INTERNAL_ERROR;
  if (status == VITEXT_OK) return;
  if (status == VITEXT_E_MEMORY) code = ERRCODE_OUT_OF_MEMORY;
  else if (status == VITEXT_E_ENCODING) code = ERRCODE_CHARACTER_NOT_IN_REPERTOIRE;
  else if (status == VITEXT_E_TOO_LONG) code = ERRCODE_PROGRAM_LIMIT_EXCEEDED;
  ereport(ERROR, (errcode(code), errmsg("vitext: %s", err->message)));
}

vitext_ctx *vtp_context(void)
{
  static vitext_ctx *ctx; /* a backend is one process with one thread */
  if (ctx != NULL) return ctx;
  if (GetDatabaseEncoding() != PG_UTF8)
    ereport(ERROR, (errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
                    errmsg("vitext needs a database in UTF8, this one is in %s",
                           GetDatabaseEncodingName())));
  vitext_ctx_options options;
  vitext_ctx_options_init(&options, sizeof options);
  options.alloc.resize = resize;
  vitext_error err = { 0 };
  const MemoryContext old = MemoryContextSwitchTo(TopMemoryContext);
  const vitext_status st = vitext_ctx_new(&options, &ctx, &err);
  MemoryContextSwitchTo(old);
  vtp_check(st, &err);
  return ctx;
}

int vtp_fold_level(const char *name)
{
  if (strcmp(name, "case") == 0) return VITEXT_FOLD_CASE;
  if (strcmp(name, "tones") == 0) return VITEXT_FOLD_TONES;
  if (strcmp(name, "marks") == 0) return VITEXT_FOLD_MARKS;
  ereport(ERROR,
          (errcode(ERRCODE_INVALID_PARAMETER_VALUE), errmsg("unknown fold level \"%s\"", name),
           errhint("The levels are case, tones and marks.")));
}

PG_FUNCTION_INFO_V1(vitext_pg_version);
Datum vitext_pg_version(PG_FUNCTION_ARGS)
{
  (void)fcinfo;
  const char *data = vitext_data_version(vtp_context());
  PG_RETURN_TEXT_P(cstring_to_text(psprintf("%s data/%s", vitext_version_string(), data)));
}

PG_FUNCTION_INFO_V1(vitext_pg_fold);
Datum vitext_pg_fold(PG_FUNCTION_ARGS)
{
  const text *input = PG_GETARG_TEXT_PP(0);
  vitext_options options;
  vitext_options_init(&options, sizeof options);
  options.fold = vtp_fold_level(text_to_cstring(PG_GETARG_TEXT_PP(1)));
  vitext_doc *doc = NULL;
  vitext_error err = { 0 };
  vtp_check(vitext_normalize(vtp_context(), VARDATA_ANY(input), VARSIZE_ANY_EXHDR(input), &options,
                             &doc, &err),
            &err);
  size_t len = 0;
  const char *folded = vitext_doc_text(doc, &len);
  text *result = cstring_to_text_with_len(folded, (int)len);
  vitext_doc_free(doc);
  PG_RETURN_TEXT_P(result);
}
