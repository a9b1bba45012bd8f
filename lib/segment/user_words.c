/* user_words.c - the caller's own words: phrases of ids that say whether they are joined. */
#include "vt_user_words.h"
#include "vt_lexicon.h"

struct vt_user_words {
  vt_alloc alloc;
  vt_phrases *phrases; /* value: 1 apart, 0 joined */
};

vitext_status vt_user_words_new(const vt_alloc *a, vt_user_words **out)
{
  *out = NULL;
  vt_user_words *u = vt_new(a, 1, sizeof *u);
  if (u == NULL) return VITEXT_E_MEMORY;
  u->alloc = *a;
  const vitext_status st = vt_phrases_new(a, &u->phrases);
  if (st == VITEXT_OK) *out = u;
  else vt_release(a, u, sizeof *u);
  return st;
}

void vt_user_words_free(vt_user_words *u)
{
  if (u == NULL) return;
  const vt_alloc a = u->alloc;
  vt_phrases_free(u->phrases);
  vt_release(&a, u, sizeof *u);
}

vitext_status vt_user_words_add(vt_user_words *u, const vt_lexicon *lex, const char *utf8,
                                size_t len, bool apart)
{
  if (len > VITEXT_MAX_INPUT) return VITEXT_E_TOO_LONG;
  const vt_text text = { utf8, (uint32_t)len };
  vt_tokens tokens = { 0 };
  vitext_status st = vt_tokens_find(&u->alloc, lex, text, &tokens);
  if (st == VITEXT_OK && (tokens.count == 0 || tokens.count > VT_USER_WORDS_LONGEST))
    st = VITEXT_E_ARGUMENT;
  if (st == VITEXT_OK) st = vt_phrases_add(u->phrases, tokens.ids, tokens.count, apart);
  vt_tokens_free(&u->alloc, &tokens);
  return st;
}

uint32_t vt_user_words_match(const vt_user_words *u, const vt_id *ids, uint32_t count, bool *apart)
{
  uint32_t value = 0;
  const uint32_t most = count < VT_USER_WORDS_LONGEST ? count : VT_USER_WORDS_LONGEST;
  const uint32_t len = vt_phrases_match(u->phrases, ids, most, &value);
  *apart = value == 1;
  return len;
}
