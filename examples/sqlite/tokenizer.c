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
#include "vitext_sqlite.h"
SQLITE_EXTENSION_INIT3

#define LEVELS 3 /* case, tones, marks: VITEXT_FOLD_* less 1 */

typedef struct tokenizer {
  vts_env *env;
  int words;
  int loose;
  int use[LEVELS];
} tokenizer;

/* A text at one fold level: where each token and each word lies in it. */
typedef struct form {
  vitext_doc *folded;
  const char *text;
  vitext_span *tokens;
  vitext_span *words; /* with `words` only */
} form;

/* One text being tokenised, in its forms, the finest first. */
typedef struct run {
  vitext_doc *doc;
  form forms[LEVELS];
  int form_count;
  void *out;
  int (*emit)(void *, int, const char *, int, int, int);
} run;

static int tokenizer_new(void *user, const char **args, int count, Fts5Tokenizer **out)
{
  tokenizer *t = sqlite3_malloc64(sizeof *t);
  if (t == NULL) return SQLITE_NOMEM;
  memset(t, 0, sizeof *t);
  int levels = 0;
  int known = 1;
  for (int i = 0; i < count && known; i++) {
    const int level = vts_fold_level(args[i]);
    if (level > 0) levels = t->use[level - 1] = 1;
    else if (strcmp(args[i], "words") == 0) t->words = 1;
    else if (strcmp(args[i], "syllables") == 0) t->words = 0;
    else if (strcmp(args[i], "loose") == 0) t->loose = 1;
    else known = 0;
  }
  if (!known) {
    sqlite3_free(t);
    return SQLITE_ERROR;
  }
  if (!levels) t->use[VITEXT_FOLD_CASE - 1] = t->use[VITEXT_FOLD_MARKS - 1] = 1;
  t->env = vts_env_ref(user);
  *out = (Fts5Tokenizer *)t;
  return SQLITE_OK;
}

static void tokenizer_free(Fts5Tokenizer *p)
{
  tokenizer *t = (tokenizer *)p;
  vts_env_unref(t->env);
  sqlite3_free(t);
}

static int is_term(const vitext_token *token)
{
  return token->kind != VITEXT_TOKEN_PUNCT && token->kind != VITEXT_TOKEN_SYMBOL &&
         token->kind != VITEXT_TOKEN_BREAK;
}

/* Token i, or word i, in the forms that differ; `first` opens the position. */
static int emit_forms(const run *r, int first, int is_word, size_t i, vitext_span input)
{
  const char *last = NULL;
  size_t last_len = 0;
  for (int k = 0; k < r->form_count; k++) {
    const form *f = &r->forms[k];
    const vitext_span span = is_word ? f->words[i] : f->tokens[i];
    const char *term = f->text + span.begin;
    const size_t len = span.end - span.begin;
    if (len == 0 || (last != NULL && len == last_len && memcmp(term, last, len) == 0)) continue;
    const int flags = first ? 0 : FTS5_TOKEN_COLOCATED;
    const int rc = r->emit(r->out, flags, term, (int)len, (int)input.begin, (int)input.end);
    if (rc != SQLITE_OK) return rc;
    first = 0;
    last = term;
    last_len = len;
  }
  return SQLITE_OK;
}

static int emit_syllables(const run *r)
{
  const vitext_token *token;
  for (size_t i = 0; (token = vitext_doc_token(r->doc, i)) != NULL; i++) {
    const int rc = is_term(token) ? emit_forms(r, 1, 0, i, token->span) : SQLITE_OK;
    if (rc != SQLITE_OK) return rc;
  }
  return SQLITE_OK;
}

/* The tokens of a word, and the word itself at the position of the first. */
static int emit_word(const run *r, size_t i, const vitext_group *word, int query)
{
  int pending = word->token_count > 1;
  for (uint32_t k = 0; k < word->token_count; k++) {
    const size_t at = word->first_token + k;
    const vitext_token *token = vitext_doc_token(r->doc, at);
    if (!is_term(token)) continue;
    int rc = SQLITE_OK;
    if (!(pending && query)) rc = emit_forms(r, 1, 0, at, token->span);
    if (rc == SQLITE_OK && pending) rc = emit_forms(r, query, 1, i, word->span);
    if (rc != SQLITE_OK) return rc;
    pending = 0;
  }
  return SQLITE_OK;
}

static int emit_words(const run *r, int query)
{
  const vitext_group *word;
  for (size_t i = 0; (word = vitext_doc_word(r->doc, i)) != NULL; i++) {
    const int rc = emit_word(r, i, word, query);
    if (rc != SQLITE_OK) return rc;
  }
  return SQLITE_OK;
}

/* The spans of all tokens (or words) in the folded text; converted together, which is linear. */
static vitext_status place(const vitext_doc *doc, const vitext_doc *folded, int is_word,
                           vitext_span **out)
{
  const size_t count = vitext_doc_count(doc, is_word ? VITEXT_WORDS : VITEXT_TOKENS);
  vitext_span *spans = sqlite3_malloc64((sqlite3_uint64)(count + 1) * sizeof *spans);
  if (spans == NULL) return VITEXT_E_MEMORY;
  *out = spans;
  for (size_t i = 0; i < count; i++)
    spans[i] = is_word ? vitext_doc_word(doc, i)->span : vitext_doc_token(doc, i)->span;
  return vitext_doc_convert(folded, VITEXT_UNIT_BYTE, VITEXT_UNIT_TEXT, spans, count);
}

static vitext_status add_form(run *r, const tokenizer *t, const char *text, size_t len,
                              const vitext_options *options)
{
  form *f = &r->forms[r->form_count++];
  vitext_status st = vitext_normalize(t->env->ctx, text, len, options, &f->folded, NULL);
  if (st == VITEXT_OK) st = place(r->doc, f->folded, 0, &f->tokens);
  if (st == VITEXT_OK && t->words) st = place(r->doc, f->folded, 1, &f->words);
  if (st == VITEXT_OK) f->text = vitext_doc_text(f->folded, NULL);
  return st;
}

static vitext_status run_open(run *r, const tokenizer *t, int query, const char *text, size_t len)
{
  vitext_options options;
  vitext_options_init(&options, sizeof options);
  options.lenient = 1; /* what a table holds must be indexed, damaged or not */
  options.layers = t->words ? VITEXT_TOKENS | VITEXT_WORDS : VITEXT_TOKENS;
  vitext_status st = vitext_analyze(t->env->ctx, text, len, &options, &r->doc, NULL);
  const int wanted = query && !t->loose ? 1 : LEVELS;
  for (int level = 0; level < LEVELS && r->form_count < wanted && st == VITEXT_OK; level++) {
    if (!t->use[level]) continue;
    options.fold = level + 1;
    st = add_form(r, t, text, len, &options);
  }
  return st;
}

static void run_close(run *r)
{
  for (int i = 0; i < r->form_count; i++) {
    vitext_doc_free(r->forms[i].folded);
    sqlite3_free(r->forms[i].tokens);
    sqlite3_free(r->forms[i].words);
  }
  vitext_doc_free(r->doc);
}

static int tokenize(Fts5Tokenizer *p, void *out, int flags, const char *text, int len,
                    int (*emit)(void *, int, const char *, int, int, int))
{
  const tokenizer *t = (const tokenizer *)p;
  if (text == NULL || len <= 0) return SQLITE_OK;
  const int query = (flags & FTS5_TOKENIZE_QUERY) != 0;
  run r = { .out = out, .emit = emit };
  int rc = vts_result_code(run_open(&r, t, query, text, (size_t)len));
  if (rc == SQLITE_OK) rc = t->words ? emit_words(&r, query) : emit_syllables(&r);
  run_close(&r);
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
