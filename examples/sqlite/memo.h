/* memo.h - the folded forms of terms, remembered: a text of a million terms has some thousand
 * different ones, so that folding costs a look-up. Bounded; one per tokenizer. */
#ifndef VITEXT_SQLITE_MEMO_H
#define VITEXT_SQLITE_MEMO_H
#include "vitext_sqlite.h"

#define VTS_LEVELS 3 /* case, tones, marks: VITEXT_FOLD_* less 1 */

typedef struct vts_memo vts_memo;

/** A term at the levels in use, the finest first; forms that repeat the one before are left out. */
typedef struct vts_forms {
  const char *at[VTS_LEVELS]; /* until the next vts_memo_get */
  int len[VTS_LEVELS];
  int count;
} vts_forms;

/** use[level - 1]: whether the level is wanted. */
int vts_memo_new(vts_env *env, const int *use, vts_memo **out);
void vts_memo_free(vts_memo *memo);
int vts_memo_get(vts_memo *memo, const char *term, size_t len, vts_forms *out);

#endif
