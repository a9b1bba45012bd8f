/* vt_segment.h - words: which neighbouring tokens make one. */
#ifndef VT_SEGMENT_H
#define VT_SEGMENT_H
#include "vt_token.h"

typedef struct vt_model vt_model; /* the learned weights, ready to use */

const vt_model *vt_model_builtin(void);
/* Check a model file's bytes whole and make it ready; bytes must stay. VITEXT_E_DATA: damaged. */
vitext_status vt_model_open(const vt_alloc *a, const vt_lexicon *lex, const void *bytes, size_t len,
                            vt_model **out, vitext_error *err);
/* The same weights over another vocabulary: for a lexicon that replaces the built-in one. The rows
 * of m are shared, so m must stay. */
vitext_status vt_model_fit(const vt_alloc *a, const vt_lexicon *lex, const vt_model *m,
                           vt_model **out, vitext_error *err);
void vt_model_free(const vt_alloc *a, vt_model *m); /* NULL and the built-in one are fine */

/* The caller's own words: joined (a word) or apart (never joined); may be NULL. */
typedef struct vt_user_words vt_user_words;
vitext_status vt_user_words_new(const vt_alloc *a, vt_user_words **out);
vitext_status vt_user_words_add(vt_user_words *u, const vt_lexicon *lex, const char *utf8,
                                size_t len, bool apart);
void vt_user_words_free(vt_user_words *u);

/* Words as runs of tokens; each sentence is taken on its own, breaks are in none. */
vitext_status vt_words_find(const vt_alloc *a, const vt_lexicon *lex, const vt_model *model,
                            const vt_user_words *user, int32_t convention, vt_text text,
                            const vt_tokens *tokens, const vt_runs *sentences, vt_runs *out);

#endif
