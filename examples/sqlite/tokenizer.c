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
  size_t len;
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
static int emit_forms(const run *r, int first, vitext_span span, const vts_forms *forms)
{
  int rc = SQLITE_OK;
  for (int i = 0; i < forms->count && i < r->form_max && rc == SQLITE_OK; i++) {
    const int known = i > 0 && forms->at[i] == forms->at[i - 1];
    if (known || forms->len[i] == 0) continue;
    const int flags = first ? 0 : FTS5_TOKEN_COLOCATED;
    rc = r->emit(r->out, flags, forms->at[i], forms->len[i], (int)span.begin, (int)span.end);
    first = 0;
  }
  return rc;
}

static int emit_token(const run *r, const vitext_token *token)
{
  vts_forms forms;
  if (!is_term(token)) return SQLITE_OK;
  const vitext_span s = token->span;
  const int rc = vts_memo_get(r->t->memo, r->text, r->len, s, &forms);
  return rc == SQLITE_OK ? emit_forms(r, 1, s, &forms) : rc;
}

static int emit_syllables(const run *r)
{
  const vitext_token *token;
  for (size_t i = 0; (token = vitext_doc_token(r->doc, i)) != NULL; i++) {
    const int rc = emit_token(r, token);
    if (rc != SQLITE_OK) return rc;
  }
  return SQLITE_OK;
}

/* ---- Words ---- */

#define WORD_TOKENS 8
#define WORD_BYTES  192

/* A word of several syllables with blanks between: its forms are theirs, joined. */
typedef struct joined {
  vts_forms token[WORD_TOKENS], word;
  int differs[VTS_LEVELS]; /* from the level before, in some syllable */
  char bytes[VTS_LEVELS][WORD_BYTES];
} joined;

/* Adds the forms of token k; false where they have no room or one of them is nothing. */
static int join_forms(joined *j, uint32_t k, const vts_forms *f)
{
  vts_forms *to = &j->token[k];
  to->count = j->word.count = f->count;
  for (int i = 0; i < f->count; i++) {
    int *used = &j->word.len[i];
    if (f->len[i] == 0 || *used + f->len[i] >= WORD_BYTES) return 0;
    if (k > 0) j->bytes[i][(*used)++] = ' ';
    char *at = j->bytes[i] + *used;
    memcpy(at, f->at[i], (size_t)f->len[i]);
    *used += f->len[i];
    const int same = i > 0 && f->at[i] == f->at[i - 1];
    to->at[i] = same ? to->at[i - 1] : at;
    to->len[i] = f->len[i];
    if (!same) j->differs[i] = 1;
  }
  return 1;
}

/* *whole: whether the word is of such syllables. Else it has to be folded as it stands. */
static int join(const run *r, const vitext_group *word, joined *j, int *whole)
{
  uint32_t end = word->span.begin - 1;
  *whole = 0;
  memset(&j->word, 0, sizeof j->word);
  memset(j->differs, 0, sizeof j->differs);
  if (word->token_count > WORD_TOKENS) return SQLITE_OK;
  for (uint32_t k = 0; k < word->token_count; k++) {
    const vitext_token *token = vitext_doc_token(r->doc, word->first_token + k);
    const vitext_span s = token->span;
    if (!is_term(token) || s.begin != end + 1 || (k > 0 && r->text[end] != ' ')) return SQLITE_OK;
    vts_forms forms;
    const int rc = vts_memo_get(r->t->memo, r->text, r->len, s, &forms);
    if (rc != SQLITE_OK || !join_forms(j, k, &forms)) return rc;
    end = s.end;
  }
  for (int i = 0; i < j->word.count; i++)
    j->word.at[i] = j->differs[i] ? j->bytes[i] : j->word.at[i - 1];
  *whole = 1;
  return SQLITE_OK;
}

static int emit_joined(const run *r, const vitext_group *word, const joined *j)
{
  int rc = SQLITE_OK;
  for (uint32_t k = 0; k < word->token_count && rc == SQLITE_OK; k++) {
    const vitext_span s = vitext_doc_token(r->doc, word->first_token + k)->span;
    if (k > 0 || !r->query) rc = emit_forms(r, 1, s, &j->token[k]);
    if (k == 0 && rc == SQLITE_OK) rc = emit_forms(r, r->query, word->span, &j->word);
  }
  return rc;
}

/* The tokens of a word, and the word itself at the position of the first. */
static int emit_apart(const run *r, const vitext_group *word)
{
  int pending = word->token_count > 1;
  for (uint32_t k = 0; k < word->token_count; k++) {
    const vitext_token *token = vitext_doc_token(r->doc, word->first_token + k);
    const vitext_span s = word->span;
    if (!is_term(token)) continue;
    int rc = pending && r->query ? SQLITE_OK : emit_token(r, token);
    vts_forms forms;
    if (rc == SQLITE_OK && pending) {
      rc = vts_memo_get(r->t->memo, r->text, r->len, s, &forms);
      if (rc == SQLITE_OK) rc = emit_forms(r, r->query, s, &forms);
    }
    if (rc != SQLITE_OK) return rc;
    pending = 0;
  }
  return SQLITE_OK;
}

static int has_marks(const run *r, vitext_span span)
{
  for (uint32_t i = span.begin; i < span.end; i++) {
    if ((unsigned char)r->text[i] >= 0x80) return 1;
  }
  return 0;
}

/* What is typed without marks is looked for by its syllables: where its words end nobody can tell.
 */
static int emit_unmarked(const run *r, const vitext_group *word)
{
  int rc = SQLITE_OK;
  for (uint32_t k = 0; k < word->token_count && rc == SQLITE_OK; k++)
    rc = emit_token(r, vitext_doc_token(r->doc, word->first_token + k));
  return rc;
}

static int emit_words(const run *r)
{
  const vitext_group *word;
  int rc = SQLITE_OK;
  for (size_t i = 0; rc == SQLITE_OK && (word = vitext_doc_word(r->doc, i)) != NULL; i++) {
    joined j;
    int whole = 0;
    if (r->query && !has_marks(r, word->span)) {
      rc = emit_unmarked(r, word);
      continue;
    }
    if (word->token_count > 1) rc = join(r, word, &j, &whole);
    if (rc == SQLITE_OK) rc = whole ? emit_joined(r, word, &j) : emit_apart(r, word);
  }
  return rc;
}

static int tokenize(Fts5Tokenizer *p, void *out, int flags, const char *text, int len,
                    int (*emit)(void *, int, const char *, int, int, int))
{
  const tokenizer *t = (const tokenizer *)p;
  if (text == NULL || len <= 0) return SQLITE_OK;
  const int query = (flags & FTS5_TOKENIZE_QUERY) != 0;
  run r = { .t = t, .text = text, .len = (size_t)len, .query = query, .out = out, .emit = emit };
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
