/* tokenizer.c - the FTS5 tokenizer `vitext`.
 *
 *   tokenize = 'vitext [syllables | words] [case] [tones] [marks] [loose]'
 *
 * Each syllable, number, date or document number takes one position. The levels named (case and
 * marks if none is) are all indexed there, the finest first, the others colocated: "duong" finds
 * "Đường", and "đường" does not find "dương". With `words` the first syllable's position also holds
 * the whole word, and a query asks for the word there instead of the syllable, so that "sinh học"
 * is no longer found in "học sinh học"; phrases and queries without diacritics work as before. A
 * query takes its finest level only; with `loose` it takes all of them ("đường" finds "duong"). */
#include <string.h>
#include "memo.h"
SQLITE_EXTENSION_INIT3

typedef struct tokenizer {
  vts_env *env;
  vts_memo *memo;
  int words;
  int loose;
} tokenizer;

/* One text being tokenised. */
typedef struct run {
  const tokenizer *t;
  const char *text;
  vitext_doc *doc;
  int query;
  int form_max; /* forms to emit of each term */
  void *out;
  int (*emit)(void *, int, const char *, int, int, int);
} run;

static int tokenizer_new(void *user, const char **args, int count, Fts5Tokenizer **out)
{
  tokenizer *t = sqlite3_malloc64(sizeof *t);
  if (t == NULL) return SQLITE_NOMEM;
  memset(t, 0, sizeof *t);
  int use[VTS_LEVELS] = { 0, 0, 0 };
  int levels = 0;
  int rc = SQLITE_OK;
  for (int i = 0; i < count && rc == SQLITE_OK; i++) {
    const int level = vts_fold_level(args[i]);
    if (level > 0) levels = use[level - 1] = 1;
    else if (strcmp(args[i], "words") == 0) t->words = 1;
    else if (strcmp(args[i], "syllables") == 0) t->words = 0;
    else if (strcmp(args[i], "loose") == 0) t->loose = 1;
    else rc = SQLITE_ERROR;
  }
  if (!levels) use[VITEXT_FOLD_CASE - 1] = use[VITEXT_FOLD_MARKS - 1] = 1;
  if (rc == SQLITE_OK) rc = vts_memo_new(user, use, &t->memo);
  if (rc != SQLITE_OK) {
    sqlite3_free(t);
    return rc;
  }
  t->env = vts_env_ref(user);
  *out = (Fts5Tokenizer *)t;
  return SQLITE_OK;
}

static void tokenizer_free(Fts5Tokenizer *p)
{
  tokenizer *t = (tokenizer *)p;
  vts_memo_free(t->memo);
  vts_env_unref(t->env);
  sqlite3_free(t);
}

static int is_term(const vitext_token *token)
{
  return token->kind != VITEXT_TOKEN_PUNCT && token->kind != VITEXT_TOKEN_SYMBOL &&
         token->kind != VITEXT_TOKEN_BREAK;
}

/* The forms of what stands at a span; `first` opens a position. */
static int emit_forms(const run *r, int first, vitext_span span)
{
  vts_forms forms = { .count = 0 };
  int rc = vts_memo_get(r->t->memo, r->text + span.begin, span.end - span.begin, &forms);
  for (int i = 0; i < forms.count && i < r->form_max && rc == SQLITE_OK; i++) {
    if (forms.len[i] == 0) continue;
    const int flags = first ? 0 : FTS5_TOKEN_COLOCATED;
    rc = r->emit(r->out, flags, forms.at[i], forms.len[i], (int)span.begin, (int)span.end);
    first = 0;
  }
  return rc;
}

static int emit_syllables(const run *r)
{
  const vitext_token *token;
  for (size_t i = 0; (token = vitext_doc_token(r->doc, i)) != NULL; i++) {
    const int rc = is_term(token) ? emit_forms(r, 1, token->span) : SQLITE_OK;
    if (rc != SQLITE_OK) return rc;
  }
  return SQLITE_OK;
}

/* The tokens of a word, and the word itself at the position of the first. */
static int emit_word(const run *r, const vitext_group *word)
{
  int pending = word->token_count > 1;
  for (uint32_t k = 0; k < word->token_count; k++) {
    const vitext_token *token = vitext_doc_token(r->doc, word->first_token + k);
    if (!is_term(token)) continue;
    int rc = SQLITE_OK;
    if (!(pending && r->query)) rc = emit_forms(r, 1, token->span);
    if (rc == SQLITE_OK && pending) rc = emit_forms(r, r->query, word->span);
    if (rc != SQLITE_OK) return rc;
    pending = 0;
  }
  return SQLITE_OK;
}

static int emit_words(const run *r)
{
  const vitext_group *word;
  for (size_t i = 0; (word = vitext_doc_word(r->doc, i)) != NULL; i++) {
    const int rc = emit_word(r, word);
    if (rc != SQLITE_OK) return rc;
  }
  return SQLITE_OK;
}

static int tokenize(Fts5Tokenizer *p, void *out, int flags, const char *text, int len,
                    int (*emit)(void *, int, const char *, int, int, int))
{
  const tokenizer *t = (const tokenizer *)p;
  if (text == NULL || len <= 0) return SQLITE_OK;
  const int query = (flags & FTS5_TOKENIZE_QUERY) != 0;
  run r = { .t = t, .text = text, .query = query, .out = out, .emit = emit };
  r.form_max = query && !t->loose ? 1 : VTS_LEVELS;
  vitext_options options;
  vitext_options_init(&options, sizeof options);
  options.lenient = 1; /* what a table holds must be indexed, damaged or not */
  options.layers = t->words ? VITEXT_TOKENS | VITEXT_WORDS : VITEXT_TOKENS;
  int rc = vts_result_code(vitext_analyze(t->env->ctx, text, (size_t)len, &options, &r.doc, NULL));
  if (rc == SQLITE_OK) rc = t->words ? emit_words(&r) : emit_syllables(&r);
  vitext_doc_free(r.doc);
  return rc;
}

int vts_register_tokenizer(fts5_api *fts, vts_env *env)
{
  static const fts5_tokenizer methods = { tokenizer_new, tokenizer_free, tokenize };
  fts5_tokenizer copy = methods;
  const int rc = fts->xCreateTokenizer(fts, "vitext", vts_env_ref(env), &copy, vts_env_unref);
  if (rc != SQLITE_OK) vts_env_unref(env);
  return rc;
}
