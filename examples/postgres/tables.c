/* tables.c - the set-returning functions vitext_references(text) and vitext_officials(text).
 * Offsets count characters from 0, end exclusive: substr(t, "start" + 1, "end" - "start"). What is
 * absent is NULL; lists are text[]. */
#include "vitext_pg.h"
#include <catalog/pg_type.h>
#include <funcapi.h>
#include <utils/array.h>
#include <utils/builtins.h>

#define COLUMNS_MAX 32

/* One row being filled from left to right, in the order of the columns in vitext--0.1.sql. */
typedef struct row {
  Datum values[COLUMNS_MAX];
  bool nulls[COLUMNS_MAX];
  int count;
} row;

static void put(row *r, bool present, Datum value)
{
  Assert(r->count < COLUMNS_MAX);
  r->values[r->count] = value;
  r->nulls[r->count++] = !present;
}

static void put_int(row *r, bool present, int64 value)
{
  put(r, present, Int32GetDatum((int32)value));
}

static void put_text(row *r, const char *s)
{
  const bool present = s != NULL && s[0] != '\0';
  put(r, present, present ? CStringGetTextDatum(s) : (Datum)0);
}

static void put_span(row *r, vitext_span span)
{
  put_int(r, span.end > span.begin, span.begin);
  put_int(r, span.end > span.begin, span.end);
}

static void put_list(row *r, vitext_list list)
{
  int count = 0;
  while (list[count] != NULL) count++;
  Datum *items = palloc((size_t)(count + 1) * sizeof *items);
  for (int i = 0; i < count; i++) items[i] = CStringGetTextDatum(list[i]);
  put(r, count > 0,
      PointerGetDatum(construct_array(items, count, TEXTOID, -1, false, TYPALIGN_INT)));
}

/* The document of the first argument, and where its rows go. */
static vitext_doc *analyzed(FunctionCallInfo fcinfo, vitext_layer layers)
{
  const text *input = PG_GETARG_TEXT_PP(0);
  vitext_options options;
  vitext_options_init(&options, sizeof options);
  options.layers = layers;
  vitext_doc *doc = NULL;
  vitext_error err = { 0 };
  vtp_check(vitext_analyze(vtp_context(), VARDATA_ANY(input), VARSIZE_ANY_EXHDR(input), &options,
                           &doc, &err),
            &err);
  InitMaterializedSRF(fcinfo, 0);
  return doc;
}

/* Copies of all records of a layer, their spans in characters. */
static void *copied(const vitext_doc *doc, vitext_layer layer, size_t record_size, size_t *count)
{
  *count = vitext_doc_count(doc, layer);
  void *records = palloc_extended((*count + 1) * record_size, MCXT_ALLOC_HUGE);
  const vitext_error err = { .message = "records could not be copied" };
  vtp_check(vitext_doc_copy(doc, layer, VITEXT_UNIT_CODEPOINT, records, record_size, *count), &err);
  return records;
}

static void emit(FunctionCallInfo fcinfo, row *r)
{
  const ReturnSetInfo *info = (const ReturnSetInfo *)fcinfo->resultinfo;
  Assert(r->count == info->setDesc->natts);
  tuplestore_putvalues(info->setResult, info->setDesc, r->values, r->nulls);
}

PG_FUNCTION_INFO_V1(vitext_pg_references);
Datum vitext_pg_references(PG_FUNCTION_ARGS)
{
  vitext_doc *doc = analyzed(fcinfo, VITEXT_REFERENCES);
  const char *input = VARDATA_ANY(PG_GETARG_TEXT_PP(0));
  size_t count = 0;
  const vitext_reference *records = copied(doc, VITEXT_REFERENCES, sizeof *records, &count);
  for (size_t i = 0; i < count; i++) {
    const vitext_reference *x = &records[i];
    const vitext_span bytes = vitext_doc_reference(doc, i)->span;
    row r = { .count = 0 };
    put_span(&r, x->span);
    put_span(&r, x->full);
    put(&r, true,
        PointerGetDatum(
            cstring_to_text_with_len(input + bytes.begin, (int)(bytes.end - bytes.begin))));
    put_text(&r, vitext_name(VITEXT_NAME_REF, x->kind));
    const char *const strings[] = { x->canonical, x->type,    x->number, x->year,
                                    x->symbol,    x->organ,   x->issuer, x->date,
                                    x->term,      x->session, x->title };
    for (size_t k = 0; k < lengthof(strings); k++) put_text(&r, strings[k]);
    put_list(&r, x->provisions);
    put_list(&r, x->amended);
    put_text(&r, x->relation != VITEXT_REL_NONE ? vitext_name(VITEXT_NAME_REL, x->relation) : NULL);
    put_int(&r, x->antecedent >= 0, x->antecedent);
    put_int(&r, x->list_head >= 0, x->list_head);
    put_list(&r, x->resolved);
    put_text(&r, x->urn);
    put_int(&r, true, x->percent);
    emit(fcinfo, &r);
  }
  vitext_doc_free(doc);
  PG_RETURN_NULL();
}

static void put_mention(row *r, const vitext_doc *doc, const vitext_mention *m)
{
  const vitext_person *person = m->person >= 0 ? vitext_doc_person(doc, (size_t)m->person) : NULL;
  put_span(r, m->span);
  put_text(r, m->name);
  put_text(r, vitext_name(VITEXT_NAME_MENTION, m->kind));
  put_text(r, m->honorific);
  put_list(r, m->titles);
  put(r, person != NULL, BoolGetDatum(person != NULL && person->official != 0));
  put_int(r, person != NULL, m->person);
  put_text(r, person != NULL ? person->name : NULL);
}

static void put_position(row *r, const vitext_position *p)
{
  put_span(r, p->title_span);
  put_text(r, p->title);
  put_text(r, p->head);
  put_span(r, p->org_span);
  put_text(r, p->org);
  put_text(r, vitext_name(VITEXT_NAME_POST, p->status));
  put_text(r, vitext_name(VITEXT_NAME_SPHERE, p->sphere));
  put_int(r, p->level > 0, p->level);
  put(r, true, BoolGetDatum(p->deputy != 0));
  put(r, true, BoolGetDatum(p->standing != 0));
  const char *const strings[] = { p->term, p->since, p->until };
  for (size_t k = 0; k < lengthof(strings); k++) put_text(r, strings[k]);
  put_int(r, p->replaces >= 0, p->replaces);
  put_text(r, p->rule);
  put_int(r, true, p->percent);
}

static void emit_official(FunctionCallInfo fcinfo, const vitext_doc *doc, const vitext_mention *m,
                          const vitext_position *p)
{
  row r = { .count = 0 };
  put_mention(&r, doc, m);
  if (p != NULL) put_position(&r, p);
  const ReturnSetInfo *info = (const ReturnSetInfo *)fcinfo->resultinfo;
  while (r.count < info->setDesc->natts) put(&r, false, (Datum)0); /* a mention without an office */
  emit(fcinfo, &r);
}

PG_FUNCTION_INFO_V1(vitext_pg_officials);
Datum vitext_pg_officials(PG_FUNCTION_ARGS)
{
  vitext_doc *doc = analyzed(fcinfo, VITEXT_OFFICIALS);
  size_t mention_count = 0;
  size_t position_count = 0;
  const vitext_mention *mentions = copied(doc, VITEXT_MENTIONS, sizeof *mentions, &mention_count);
  const vitext_position *positions =
      copied(doc, VITEXT_POSITIONS, sizeof *positions, &position_count);
  bool *has_position = palloc0(mention_count + 1);
  for (size_t i = 0; i < position_count; i++) {
    emit_official(fcinfo, doc, &mentions[positions[i].mention], &positions[i]);
    has_position[positions[i].mention] = true;
  }
  for (size_t i = 0; i < mention_count; i++) {
    if (!has_position[i]) emit_official(fcinfo, doc, &mentions[i], NULL);
  }
  vitext_doc_free(doc);
  PG_RETURN_NULL();
}
