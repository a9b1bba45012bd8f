/* dictionary.c - the text search template `vitext`: a token at one or more fold levels.
 *
 *   levels  'case, marks' (default): each becomes a lexeme at the token's position, the same ones
 *           once; so "duong" finds "Đường", and ts_rank puts a row that has both forms of the query
 *           first.
 *   filter  one level only: the folded token goes on to the next dictionary (stop words, synonyms).
 *   parts   of a word of several syllables each syllable takes a position, and the word stands with
 *           the first: "hoc sinh" and "sinh" find "học sinh". On by default.
 *   query   for queries: the word in place of its first syllable, so that "sinh học" is not found
 *           in "học sinh học". What is typed without marks is looked for by its syllables: where
 *           its words end nobody can tell. Off by default. */
#include "vitext_pg.h"
#include <commands/defrem.h>
#include <string.h>
#include <tsearch/ts_utils.h>
#include <utils/varlena.h>

#define LEVELS 3 /* case, tones, marks: VITEXT_FOLD_* less 1 */

typedef struct dictionary {
  bool use[LEVELS];
  int level_count;
  bool filter, parts, query;
} dictionary;

static void read_levels(dictionary *d, const char *list)
{
  List *names = NIL;
  ListCell *cell;
  if (!SplitIdentifierString(pstrdup(list), ',', &names) || names == NIL)
    ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE), errmsg("levels is a list of names"),
                    errhint("For example: levels = 'case, marks'.")));
  memset(d->use, 0, sizeof d->use);
  foreach (cell, names) d->use[vtp_fold_level((const char *)lfirst(cell)) - 1] = true;
}

PG_FUNCTION_INFO_V1(vitext_pg_dictionary_init);
Datum vitext_pg_dictionary_init(PG_FUNCTION_ARGS)
{
  dictionary *d = palloc0(sizeof *d);
  ListCell *cell;
  d->use[VITEXT_FOLD_CASE - 1] = d->use[VITEXT_FOLD_MARKS - 1] = true;
  d->parts = true;
  foreach (cell, (List *)PG_GETARG_POINTER(0)) {
    DefElem *option = (DefElem *)lfirst(cell);
    if (strcmp(option->defname, "levels") == 0) read_levels(d, defGetString(option));
    else if (strcmp(option->defname, "filter") == 0) d->filter = defGetBoolean(option);
    else if (strcmp(option->defname, "parts") == 0) d->parts = defGetBoolean(option);
    else if (strcmp(option->defname, "query") == 0) d->query = defGetBoolean(option);
    else
      ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
                      errmsg("unrecognized vitext dictionary parameter: \"%s\"", option->defname)));
  }
  for (int i = 0; i < LEVELS; i++) d->level_count += d->use[i];
  if (d->filter && d->level_count > 1)
    ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE), errmsg("a filter has one level")));
  PG_RETURN_POINTER(d);
}

static char *folded(const char *token, size_t len, int level)
{
  vitext_options options;
  vitext_options_init(&options, sizeof options);
  options.fold = level;
  vitext_doc *doc = NULL;
  vitext_error err = { 0 };
  vtp_check(vitext_normalize(vtp_context(), token, len, &options, &doc, &err), &err);
  char *out = pstrdup(vitext_doc_text(doc, NULL));
  vitext_doc_free(doc);
  return out;
}

/* The lexemes of one token, growing; the end is the one without a lexeme. */
typedef struct lexemes {
  TSLexeme *at;
  size_t count, cap;
  uint16 variant;
} lexemes;

static void add(lexemes *out, const char *word, size_t len, uint16 flags)
{
  if (out->count + 1 >= out->cap) {
    out->cap = out->cap == 0 ? 8 : out->cap * 2;
    out->at = out->at == NULL ? palloc0(out->cap * sizeof *out->at)
                              : repalloc(out->at, out->cap * sizeof *out->at);
    memset(out->at + out->count, 0, (out->cap - out->count) * sizeof *out->at);
  }
  out->at[out->count].nvariant = ++out->variant; /* variants are joined by OR in a query */
  out->at[out->count].flags = flags;
  out->at[out->count++].lexeme = pnstrdup(word, len);
}

/* The n-th part of a word between blanks; len 0 past the last. */
static const char *part(const char *word, size_t n, size_t *len)
{
  for (; n > 0 && word != NULL; n--) {
    word = strchr(word, ' ');
    if (word != NULL) word++;
  }
  *len = word != NULL ? strcspn(word, " ") : 0;
  return word;
}

/* Part n at all levels, at one position; false past the last part. */
static bool add_part(lexemes *out, char *const *forms, int form_count, size_t n)
{
  const char *last = NULL;
  size_t last_len = 0;
  bool any = false;
  for (int i = 0; i < form_count; i++) {
    size_t len = 0;
    const char *word = part(forms[i], n, &len);
    if (len == 0 || (any && len == last_len && memcmp(word, last, len) == 0)) continue;
    add(out, word, len, !any && n > 0 ? TSL_ADDPOS : 0);
    any = true;
    last = word;
    last_len = len;
  }
  return any;
}

static bool has_marks(const char *token, size_t len)
{
  for (size_t i = 0; i < len; i++) {
    if ((unsigned char)token[i] >= 0x80) return true;
  }
  return false;
}

PG_FUNCTION_INFO_V1(vitext_pg_dictionary_lexize);
Datum vitext_pg_dictionary_lexize(PG_FUNCTION_ARGS)
{
  const dictionary *d = (const dictionary *)PG_GETARG_POINTER(0);
  const char *token = (const char *)PG_GETARG_POINTER(1);
  const size_t len = (size_t)PG_GETARG_INT32(2);
  char *forms[LEVELS];
  int count = 0;
  lexemes out = { 0 };
  for (int i = 0; i < LEVELS; i++) {
    if (!d->use[i]) continue;
    char *form = folded(token, len, i + 1);
    if (count > 0 && strcmp(form, forms[count - 1]) == 0) continue;
    forms[count++] = form;
  }
  const bool compound = d->parts && strchr(forms[0], ' ') != NULL && !d->filter;
  const bool unmarked = compound && d->query && !has_marks(token, len);
  for (int i = 0; i < count && !unmarked; i++)
    add(&out, forms[i], strlen(forms[i]), d->filter ? TSL_FILTER : 0);
  if (compound) {
    if (!d->query || unmarked) (void)add_part(&out, forms, count, 0);
    for (size_t n = 1; add_part(&out, forms, count, n); n++) continue;
  }
  PG_RETURN_POINTER(out.at);
}
