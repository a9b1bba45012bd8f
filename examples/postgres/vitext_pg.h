/* vitext_pg.h - what the files of the PostgreSQL extension share. */
#ifndef VITEXT_PG_H
#define VITEXT_PG_H
#include <postgres.h>
#include <fmgr.h>
#include <vitext.h>

/** The context of this backend, made at its first use. Raises an error where it cannot be made. */
vitext_ctx *vtp_context(void);
/** Returns on VITEXT_OK; else raises the error that belongs to the status. */
void vtp_check(vitext_status status, const vitext_error *err);
/** VITEXT_FOLD_* of "case", "tones" or "marks", or an error. */
int vtp_fold_level(const char *name);

#endif
