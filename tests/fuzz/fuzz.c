/* fuzz.c - input, heap, and the promises that are checked after every call. */
#include "fuzz.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void fuzz_fail(const char *what, const char *file, int line)
{
  fprintf(stderr, "%s:%d: broken: %s\n", file, line, what);
  abort();
}

uint32_t fuzz_byte(fuzz_input *in)
{
  if (in->len == 0) return 0;
  in->len--;
  return *in->bytes++;
}

char *fuzz_rest(const fuzz_input *in)
{
  char *copy = malloc(in->len > 0 ? in->len : 1);
  FUZZ_REQUIRE(copy != NULL);
  if (in->len > 0) memcpy(copy, in->bytes, in->len);
  return copy;
}

void fuzz_drop(char *bytes)
{
  free(bytes);
}

static bool refuses(fuzz_heap *heap)
{
  if (heap->random == 0) return false;
  heap->random = heap->random * 1664525u + 1013904223u;
  if (heap->random == 0) heap->random = 1;
  return heap->random >> 28 == 0;
}

static void *resize(void *user, void *ptr, size_t old_size, size_t new_size)
{
  fuzz_heap *heap = user;
  FUZZ_REQUIRE((ptr == NULL) == (old_size == 0));
  if (new_size == 0) {
    heap->blocks--;
    heap->live -= old_size;
    free(ptr);
    return NULL;
  }
  if (refuses(heap)) return NULL;
  void *grown = malloc(new_size);
  FUZZ_REQUIRE(grown != NULL);
  heap->live += new_size - old_size;
  if (ptr == NULL) {
    heap->blocks++;
    return grown;
  }
  memcpy(grown, ptr, old_size < new_size ? old_size : new_size);
  free(ptr);
  return grown;
}

vitext_allocator fuzz_heap_begin(fuzz_heap *heap, fuzz_input *in)
{
  const uint32_t seed = fuzz_byte(in);
  *heap = (fuzz_heap){ .random = (seed & 1) != 0 ? seed * 2654435761u : 0 };
  return (vitext_allocator){ resize, heap };
}

void fuzz_heap_end(const fuzz_heap *heap)
{
  FUZZ_REQUIRE(heap->blocks == 0);
  FUZZ_REQUIRE(heap->live == 0);
}

vitext_ctx *fuzz_ctx(fuzz_heap *heap, fuzz_input *in)
{
  vitext_ctx_options o;
  vitext_ctx *ctx = NULL;
  vitext_ctx_options_init(&o, sizeof o);
  o.alloc = fuzz_heap_begin(heap, in);
  const vitext_status st = vitext_ctx_new(&o, &ctx, NULL);
  FUZZ_REQUIRE(st == VITEXT_OK || (st == VITEXT_E_MEMORY && heap->random != 0));
  return ctx;
}

vitext_options fuzz_options(fuzz_input *in, bool analyse)
{
  vitext_options o;
  vitext_options_init(&o, sizeof o);
  const uint32_t first = fuzz_byte(in), repair = fuzz_byte(in), rest = fuzz_byte(in);
  o.encoding = first < 192 ? VITEXT_ENC_UTF8 : (int32_t)(VITEXT_ENC_UTF8 + first % 12);
  o.lenient = first >> 5 & 1;
  o.repair = (repair & 0x80) != 0 ? (uint32_t)VITEXT_REPAIR_DEFAULT : repair & 0x7F;
  o.style = (int32_t)(rest % 3);
  if (analyse) {
    o.convention = (rest & 0x10) != 0 ? VITEXT_CONVENTION_UD : VITEXT_CONVENTION_VLSP;
    o.layers = (rest & 0x80) != 0 ? fuzz_byte(in) & VITEXT_ALL : VITEXT_ALL;
  } else {
    o.form = (int32_t)(rest >> 2 & 3) + 1;
    o.fold = (rest & 0x40) != 0 ? (int32_t)(rest >> 4 & 3) : VITEXT_FOLD_NONE;
    if (o.fold != VITEXT_FOLD_NONE || o.style != VITEXT_STYLE_KEEP) o.form = VITEXT_FORM_NFC;
    if ((rest & 0xF0) == 0xF0) o.form = VITEXT_FORM_NONE;
  }
  return o;
}

static bool inside(vitext_span s, size_t len)
{
  return s.begin <= s.end && s.end <= len;
}

static void check_text(const char *s)
{
  FUZZ_REQUIRE(s != NULL);
}

static void check_list(vitext_list list)
{
  FUZZ_REQUIRE(list != NULL);
  for (size_t i = 0; list[i] != NULL; i++) FUZZ_REQUIRE(list[i][0] != '\0');
}

static void check_tokens(const vitext_doc *d, size_t len)
{
  uint32_t last = 0;
  const size_t count = vitext_doc_count(d, VITEXT_TOKENS);
  for (size_t i = 0; i < count; i++) {
    const vitext_token *t = vitext_doc_token(d, i);
    FUZZ_REQUIRE(inside(t->span, len) && t->span.begin < t->span.end && t->span.begin >= last);
    FUZZ_REQUIRE(vitext_name(VITEXT_NAME_TOKEN, t->kind) != NULL);
    last = t->span.end;
  }
  FUZZ_REQUIRE(vitext_doc_token(d, count) == NULL);
}

/* A layer of groups takes every token but breaks, once, in order. */
static void check_groups(const vitext_doc *d, vitext_layer layer,
                         const vitext_group *(*get)(const vitext_doc *, size_t))
{
  uint32_t next = 0;
  const uint32_t tokens = (uint32_t)vitext_doc_count(d, VITEXT_TOKENS);
  for (size_t i = 0; i < vitext_doc_count(d, layer); i++) {
    const vitext_group *g = get(d, i);
    while (next < g->first_token) {
      FUZZ_REQUIRE(vitext_doc_token(d, next++)->kind == VITEXT_TOKEN_BREAK);
    }
    FUZZ_REQUIRE(g->token_count > 0 && g->first_token == next);
    FUZZ_REQUIRE(g->token_count <= tokens - next);
    next += g->token_count;
    FUZZ_REQUIRE(g->span.begin == vitext_doc_token(d, g->first_token)->span.begin);
    FUZZ_REQUIRE(g->span.end == vitext_doc_token(d, next - 1)->span.end);
  }
  if (vitext_doc_copy(d, layer, VITEXT_UNIT_BYTE, NULL, sizeof(vitext_group), 0) != VITEXT_OK)
    return;
  while (next < tokens) FUZZ_REQUIRE(vitext_doc_token(d, next++)->kind == VITEXT_TOKEN_BREAK);
}

static void check_references(const vitext_doc *d, size_t len)
{
  const int32_t count = (int32_t)vitext_doc_count(d, VITEXT_REFERENCES);
  uint32_t last = 0;
  for (int32_t i = 0; i < count; i++) {
    const vitext_reference *r = vitext_doc_reference(d, (size_t)i);
    FUZZ_REQUIRE(inside(r->span, len) && r->span.begin >= last && r->span.begin < r->span.end);
    FUZZ_REQUIRE(inside(r->full, len) && r->full.begin <= r->span.begin &&
                 r->full.end >= r->span.end);
    last = r->span.end;
    FUZZ_REQUIRE(vitext_name(VITEXT_NAME_REF, r->kind) != NULL);
    FUZZ_REQUIRE(vitext_name(VITEXT_NAME_REL, r->relation) != NULL);
    FUZZ_REQUIRE(r->antecedent >= -1 && r->antecedent < count);
    FUZZ_REQUIRE(r->list_head >= -1 && r->list_head < count);
    FUZZ_REQUIRE(r->percent >= 1 && r->percent <= 100);
    const char *const texts[] = { r->canonical, r->urn,    r->type,    r->number,
                                  r->year,      r->symbol, r->organ,   r->issuer,
                                  r->date,      r->term,   r->session, r->title };
    for (size_t k = 0; k < sizeof texts / sizeof *texts; k++) check_text(texts[k]);
    check_list(r->provisions);
    check_list(r->amended);
    check_list(r->resolved);
  }
}

static void check_mentions(const vitext_doc *d, size_t len)
{
  const int32_t persons = (int32_t)vitext_doc_count(d, VITEXT_PERSONS);
  const int32_t mentions = (int32_t)vitext_doc_count(d, VITEXT_MENTIONS);
  for (int32_t i = 0; i < persons; i++) {
    const vitext_person *p = vitext_doc_person(d, (size_t)i);
    FUZZ_REQUIRE(p->official <= 1 && p->first_mention >= 0 && p->first_mention < mentions);
    check_text(p->name);
    check_text(p->surname);
    check_text(p->given);
  }
  uint32_t last = 0;
  for (int32_t i = 0; i < mentions; i++) {
    const vitext_mention *m = vitext_doc_mention(d, (size_t)i);
    FUZZ_REQUIRE(inside(m->span, len) && m->span.begin < m->span.end && m->span.begin >= last);
    last = m->span.begin;
    FUZZ_REQUIRE(vitext_name(VITEXT_NAME_MENTION, m->kind) != NULL);
    FUZZ_REQUIRE(m->person < persons && m->person >= (m->kind == VITEXT_MENTION_ROLE ? -1 : 0));
    check_text(m->name);
    check_text(m->honorific);
    check_list(m->titles);
  }
}

static void check_positions(const vitext_doc *d, size_t len)
{
  const int32_t persons = (int32_t)vitext_doc_count(d, VITEXT_PERSONS);
  const int32_t mentions = (int32_t)vitext_doc_count(d, VITEXT_MENTIONS);
  const int32_t count = (int32_t)vitext_doc_count(d, VITEXT_POSITIONS);
  for (int32_t i = 0; i < count; i++) {
    const vitext_position *p = vitext_doc_position(d, (size_t)i);
    FUZZ_REQUIRE(inside(p->title_span, len) && inside(p->org_span, len));
    FUZZ_REQUIRE(p->title_span.begin < p->title_span.end);
    FUZZ_REQUIRE(p->mention >= 0 && p->mention < mentions && p->person >= -1 &&
                 p->person < persons);
    FUZZ_REQUIRE(vitext_name(VITEXT_NAME_POST, p->status) != NULL);
    FUZZ_REQUIRE(p->sphere == 0 || vitext_name(VITEXT_NAME_SPHERE, p->sphere) != NULL);
    FUZZ_REQUIRE(p->level >= 0 && p->level <= 9 && p->deputy <= 1 && p->standing <= 1);
    FUZZ_REQUIRE(p->same_as >= -1 && p->same_as < count && p->same_as != i);
    FUZZ_REQUIRE(p->replaces >= -1 && p->replaces < persons);
    FUZZ_REQUIRE(p->percent >= 1 && p->percent <= 100);
    const char *const texts[] = { p->title, p->head, p->org, p->term, p->since, p->until, p->rule };
    for (size_t k = 0; k < sizeof texts / sizeof *texts; k++) check_text(texts[k]);
  }
}

static void check_units(const vitext_doc *d, size_t len)
{
  const vitext_span whole = { 0, (uint32_t)len };
  for (vitext_unit unit = VITEXT_UNIT_BYTE; unit <= VITEXT_UNIT_TEXT; unit++) {
    vitext_span s = whole;
    FUZZ_REQUIRE(vitext_doc_convert(d, VITEXT_UNIT_BYTE, unit, &s, 1) == VITEXT_OK);
    FUZZ_REQUIRE(s.begin == 0);
    FUZZ_REQUIRE(vitext_doc_convert(d, unit, VITEXT_UNIT_BYTE, &s, 1) == VITEXT_OK);
    FUZZ_REQUIRE(s.end <= len);
    for (size_t i = 0; i < vitext_doc_count(d, VITEXT_TOKENS); i += 1 + i / 4) {
      const vitext_span token = vitext_doc_token(d, i)->span;
      s = token;
      FUZZ_REQUIRE(vitext_doc_convert(d, VITEXT_UNIT_BYTE, unit, &s, 1) == VITEXT_OK);
      FUZZ_REQUIRE(s.begin < s.end);
      FUZZ_REQUIRE(vitext_doc_convert(d, unit, VITEXT_UNIT_BYTE, &s, 1) == VITEXT_OK);
      FUZZ_REQUIRE(s.begin <= token.begin && s.end >= token.end && s.end <= len);
    }
  }
}

/* Code points of strictly read UTF-8 are those of the input, whatever became of it. */
static void check_code_points(const vitext_doc *d, const char *input, size_t len)
{
  uint32_t before = 0;
  for (size_t at = 0, next = 0; at < len; at++) {
    if (((unsigned char)input[at] & 0xC0) == 0x80) continue;
    if (at >= next) {
      vitext_span s = { (uint32_t)at, (uint32_t)at };
      FUZZ_REQUIRE(vitext_doc_convert(d, VITEXT_UNIT_BYTE, VITEXT_UNIT_CODEPOINT, &s, 1) ==
                   VITEXT_OK);
      FUZZ_REQUIRE(s.begin == before);
      FUZZ_REQUIRE(vitext_doc_convert(d, VITEXT_UNIT_CODEPOINT, VITEXT_UNIT_BYTE, &s, 1) ==
                   VITEXT_OK);
      FUZZ_REQUIRE(s.begin == at);
      next = at + 1 + at / 16;
    }
    before++;
  }
}

void fuzz_check(const vitext_doc *d, size_t len)
{
  size_t text_len = 0;
  const char *text = vitext_doc_text(d, &text_len);
  FUZZ_REQUIRE(text != NULL && text[text_len] == '\0');
  check_tokens(d, len);
  check_groups(d, VITEXT_SENTENCES, vitext_doc_sentence);
  check_groups(d, VITEXT_WORDS, vitext_doc_word);
  check_references(d, len);
  check_mentions(d, len);
  check_positions(d, len);
  check_units(d, len);
}

static int drop(void *user, const char *bytes, size_t len)
{
  (void)bytes;
  *(size_t *)user += len;
  return 0;
}

void fuzz_write(const vitext_doc *d)
{
  size_t written = 0;
  for (int32_t format = VITEXT_FORMAT_JSON; format <= VITEXT_FORMAT_TEXT; format++) {
    for (vitext_unit unit = VITEXT_UNIT_BYTE; unit <= VITEXT_UNIT_TEXT; unit++) {
      vitext_write_options o;
      vitext_write_options_init(&o, sizeof o);
      o.unit = unit;
      const vitext_status st = vitext_doc_write(d, format, &o, drop, &written);
      FUZZ_REQUIRE(st == VITEXT_OK || st == VITEXT_E_MEMORY || st == VITEXT_E_ARGUMENT);
    }
  }
  vitext_write_options o;
  vitext_write_options_init(&o, sizeof o);
  o.substitute = "?";
  for (o.encoding = VITEXT_ENC_UTF8; o.encoding <= VITEXT_ENC_VPS; o.encoding++) {
    size_t count = 0;
    vitext_span spans[2];
    (void)vitext_doc_write(d, VITEXT_FORMAT_TEXT, &o, drop, &written);
    (void)vitext_doc_losses(d, o.encoding, spans, 2, &count);
  }
}

void fuzz_text(fuzz_input *in, bool analyse, void (*narrow)(vitext_options *, fuzz_input *),
               void (*more)(const vitext_doc *))
{
  fuzz_heap heap;
  vitext_ctx *ctx = fuzz_ctx(&heap, in);
  vitext_options o = fuzz_options(in, analyse);
  if (narrow != NULL) narrow(&o, in);
  char *text = fuzz_rest(in);
  vitext_doc *doc = NULL;
  vitext_status st = VITEXT_E_MEMORY;
  if (ctx != NULL)
    st = (analyse ? vitext_analyze : vitext_normalize)(ctx, text, in->len, &o, &doc, NULL);
  FUZZ_REQUIRE((st == VITEXT_OK) == (doc != NULL));
  FUZZ_REQUIRE(st != VITEXT_E_MEMORY || heap.random != 0);
  if (doc != NULL) fuzz_check(doc, in->len);
  if (doc != NULL && o.encoding == VITEXT_ENC_UTF8 && o.lenient == 0)
    check_code_points(doc, text, in->len);
  if (doc != NULL && more != NULL) more(doc);
  vitext_doc_free(doc);
  vitext_ctx_free(ctx);
  fuzz_drop(text);
  fuzz_heap_end(&heap);
}
