/* parser.c - the text search parser: words, numbers, dates and document numbers, each whole.
 *
 * The tokens tile the text, blanks and punctuation being tokens too, because ts_headline puts the
 * text together from them. Where a kind exists in the default parser it has the number it has
 * there: the default headline function (prsd_headline) knows blanks, URLs and tags by number. */
#include "vitext_pg.h"
#include <tsearch/ts_public.h>
#include <tsearch/ts_utils.h>

enum {
  EMAIL = 4,
  URL = 5,
  WORD = 2,
  BLANK = 12,
  NUMBER = 22,
  COMPOUND = 24,
  DOCNUMBER = 25,
  DATE = 26,
  TIME = 27,
  MEASURE = 28,
  PHONE = 29,
  TAG = 30,
  ABBREVIATION = 31,
  EMOJI = 32
};

static const LexDescr kinds[] = { { WORD, "word", "Word of one syllable, or foreign word" },
                                  { COMPOUND, "compound", "Word of several syllables" },
                                  { ABBREVIATION, "abbreviation", "Abbreviation" },
                                  { NUMBER, "number", "Number" },
                                  { DOCNUMBER, "docnumber", "Number of a document: 30/2020/NĐ-CP" },
                                  { DATE, "date", "Date" },
                                  { TIME, "time", "Time of day" },
                                  { MEASURE, "measure", "Number with its unit" },
                                  { URL, "url", "URL" },
                                  { EMAIL, "email", "E-mail address" },
                                  { PHONE, "phone", "Telephone number" },
                                  { TAG, "tag", "Hashtag or handle" },
                                  { EMOJI, "emoji", "Emoji" },
                                  { BLANK, "blank", "Blanks, punctuation and symbols" } };

typedef struct parser {
  const char *text;
  uint32 len;
  uint32 done; /* bytes given out */
  size_t word; /* the next one */
  vitext_doc *doc;
} parser;

static int kind_of(const vitext_group *word)
{
  switch (word->kind) {
  case VITEXT_TOKEN_PUNCT:
  case VITEXT_TOKEN_SYMBOL:
  case VITEXT_TOKEN_BREAK: return BLANK;
  case VITEXT_TOKEN_ABBREVIATION: return word->token_count > 1 ? COMPOUND : ABBREVIATION;
  case VITEXT_TOKEN_NUMBER: return word->token_count > 1 ? COMPOUND : NUMBER;
  case VITEXT_TOKEN_DATE: return DATE;
  case VITEXT_TOKEN_TIME: return TIME;
  case VITEXT_TOKEN_DOCNUMBER: return DOCNUMBER;
  case VITEXT_TOKEN_MEASURE: return MEASURE;
  case VITEXT_TOKEN_URL: return URL;
  case VITEXT_TOKEN_EMAIL: return EMAIL;
  case VITEXT_TOKEN_PHONE: return PHONE;
  case VITEXT_TOKEN_HASHTAG:
  case VITEXT_TOKEN_HANDLE: return TAG;
  case VITEXT_TOKEN_EMOJI: return EMOJI;
  default: return word->token_count > 1 ? COMPOUND : WORD;
  }
}

PG_FUNCTION_INFO_V1(vitext_pg_parser_start);
Datum vitext_pg_parser_start(PG_FUNCTION_ARGS)
{
  parser *p = palloc0(sizeof *p);
  p->text = (const char *)PG_GETARG_POINTER(0);
  p->len = (uint32)PG_GETARG_INT32(1);
  vitext_options options;
  vitext_options_init(&options, sizeof options);
  options.layers = VITEXT_TOKENS | VITEXT_WORDS;
  vitext_error err = { 0 };
  vtp_check(vitext_analyze(vtp_context(), p->text, p->len, &options, &p->doc, &err), &err);
  PG_RETURN_POINTER(p);
}

PG_FUNCTION_INFO_V1(vitext_pg_parser_gettoken);
Datum vitext_pg_parser_gettoken(PG_FUNCTION_ARGS)
{
  parser *p = (parser *)PG_GETARG_POINTER(0);
  const char **token = (const char **)PG_GETARG_POINTER(1);
  int *token_len = (int *)PG_GETARG_POINTER(2);
  const vitext_group *word = vitext_doc_word(p->doc, p->word);
  const uint32 begin = word != NULL ? word->span.begin : p->len;
  *token = p->text + p->done;
  if (p->done < begin) { /* what lies between words */
    *token_len = (int)(begin - p->done);
    p->done = begin;
    PG_RETURN_INT32(BLANK);
  }
  if (word == NULL) {
    *token_len = 0;
    PG_RETURN_INT32(0);
  }
  *token_len = (int)(word->span.end - p->done);
  p->done = word->span.end;
  p->word++;
  PG_RETURN_INT32(kind_of(word));
}

PG_FUNCTION_INFO_V1(vitext_pg_parser_end);
Datum vitext_pg_parser_end(PG_FUNCTION_ARGS)
{
  parser *p = (parser *)PG_GETARG_POINTER(0);
  vitext_doc_free(p->doc);
  pfree(p);
  PG_RETURN_VOID();
}

PG_FUNCTION_INFO_V1(vitext_pg_parser_lextypes);
Datum vitext_pg_parser_lextypes(PG_FUNCTION_ARGS)
{
  (void)fcinfo;
  LexDescr *out = palloc((lengthof(kinds) + 1) * sizeof *out);
  for (size_t i = 0; i < lengthof(kinds); i++) {
    out[i].lexid = kinds[i].lexid;
    out[i].alias = pstrdup(kinds[i].alias);
    out[i].descr = pstrdup(kinds[i].descr);
  }
  out[lengthof(kinds)].lexid = 0;
  PG_RETURN_POINTER(out);
}
