/* memo.h - the folded forms of terms, remembered: a text of a million terms has some thousand
 * different ones, so that folding costs a look-up. Bounded; one per tokenizer. */
#ifndef VITEXT_SQLITE_MEMO_H
#define VITEXT_SQLITE_MEMO_H
#include "vitext_sqlite.h"

#define VTS_LEVELS 3 /* case, tones, marks: VITEXT_FOLD_* less 1 */

typedef struct vts_memo vts_memo;

/** A term at each level in use, the finest first; where a level changes nothing its form is the
 * very bytes of the one before. */
typedef struct vts_forms {
  const char *at[VTS_LEVELS]; /* until the next vts_memo_get */
  int len[VTS_LEVELS];
  int count;
} vts_forms;

/** use[level - 1]: whether the level is wanted. */
int vts_memo_new(vts_env *env, const int *use, vts_memo **out);
void vts_memo_free(vts_memo *memo);
/** Of the term at a span of a text. */
int vts_memo_get(vts_memo *memo, const char *text, size_t len, vitext_span span, vts_forms *out);

#endif
