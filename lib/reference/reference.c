/* reference.c - the pass over the tokens: what begins a reference, the parts put together, lists.
 */
#include <string.h>
#include "vt_refscan.h"
#include "vt_tables.h"

static const char *const NONE[] = { NULL };

static vt_reference blank_reference(void)
{
  const vt_reference r = { .antecedent = -1,
                           .list_head = -1,
                           .canonical = "",
                           .urn = "",
                           .type = "",
                           .number = "",
                           .year = "",
                           .symbol = "",
                           .organ = "",
                           .issuer = "",
                           .date = "",
                           .term = "",
                           .session = "",
                           .title = "",
                           .provisions = NONE,
                           .amended = NONE,
                           .resolved = NONE };
  return r;
}

typedef struct finder {
  vt_refscan s;
  vt_refbuf buffer;
  vt_references *out;
  uint32_t list_at;   /* token where the list of the last number may go on; 0: none */
  uint32_t list_head; /* its first reference */
} finder;

static void keep(finder *f, vt_reference *r)
{
  vt_references *out = f->out;
  if (out->count == out->cap) {
    size_t cap = out->cap;
    if (!vt_vec_grow(f->s.arena->alloc, (void **)(void *)&out->items, &cap, cap + 1,
                     sizeof *out->items)) {
      f->s.no_memory = true;
      return;
    }
    out->cap = (uint32_t)cap;
  }
  vt_canonical_set(&f->s, &f->buffer, r);
  vt_urn_set(&f->s, &f->buffer, r);
  const bool numbered = r->kind == VITEXT_REF_FULL || r->kind == VITEXT_REF_NUMBER;
  if (numbered && r->year[0] == '\0' && r->date[0] == '\0') r->flags |= VITEXT_REFF_AMBIGUOUS;
  out->items[out->count++] = *r;
}

/* [, ; và] [số] at token i: token of the next number, or 0. *so: "số" was there. */
static uint32_t skip_to_next(const vt_refscan *s, uint32_t i, bool *so)
{
  uint32_t k = i;
  if (vt_ref_is(s, k, ',') || vt_ref_is(s, k, ';')) k++;
  const uint32_t and = vt_ref_word(s, k, "and", NULL);
  if (and != 0) k = and;
  if (k == i) return 0;
  const uint32_t word = vt_ref_word(s, k, "so", NULL);
  *so = word != 0;
  if (word != 0) k = word;
  const unsigned char c = vt_ref_byte(s, k);
  return c >= '0' && c <= '9' ? k : 0;
}

/* A document was read into *r, up to token next: what surrounds it. Returns next: mentions inside a
 * title that follows are mentions too. */
static uint32_t finish_document(finder *f, uint32_t next, vt_reference *r)
{
  const uint32_t after = vt_surround_read(&f->s, next, r);
  const bool numbered = r->kind == VITEXT_REF_FULL || r->kind == VITEXT_REF_NUMBER;
  f->list_at = numbered ? after : 0;
  keep(f, r);
  return next;
}

static uint32_t begin_document(finder *f, uint32_t first, uint32_t next, vt_reference *r)
{
  vt_relation_set(&f->s, first, r);
  f->list_head = f->out->count;
  return finish_document(f, next, r);
}

/* The next number of a list at token i, which inherits the type: the token after, or 0. */
static uint32_t read_list(finder *f, uint32_t i)
{
  bool so;
  const vt_reference *last = &f->out->items[f->out->count - 1];
  const uint32_t k = skip_to_next(&f->s, i, &so);
  vt_reference r = blank_reference();
  f->list_at = 0;
  const uint32_t next = k == 0 ? 0 : vt_number_read(&f->s, k, last->type, &r);
  if (next == 0) return 0;
  if (r.kind == VITEXT_REF_NUMBER) { /* dates and shares look like it */
    const bool years = last->year[0] != '\0' && r.year[0] != '\0';
    if (last->kind != VITEXT_REF_NUMBER || (!so && !years)) return 0;
  }
  r.relation = last->relation;
  r.list_head = f->out->items[f->list_head].list_head = (int32_t)f->list_head;
  return finish_document(f, next, &r);
}

/* The document that provisions belong to: [,] [của, tại, ban hành kèm theo] document. */
static uint32_t read_owner(vt_refscan *s, uint32_t i, vt_reference *r)
{
  uint32_t k = vt_ref_is(s, i, ',') ? i + 1 : i;
  const uint32_t link = vt_ref_word(s, k, "link", NULL);
  if (link != 0) k = link;
  return k < s->count ? vt_document_read(s, k, true, r) : 0;
}

/* Provisions begin at token i: the token after what was found, or 0. */
static uint32_t read_provisions(finder *f, uint32_t i)
{
  vt_refscan *s = &f->s;
  vt_provisions p;
  if (!vt_provisions_read(s, i, &p)) return 0;
  if (p.heading) return p.next;
  vt_reference r = blank_reference();
  const uint32_t next = read_owner(s, p.next, &r);
  r.span.begin = s->tokens[i].begin;
  r.provisions = p.paths;
  if (next != 0 && r.kind != 0) return begin_document(f, i, next, &r);
  if (!p.alone) return p.next;
  r = blank_reference();
  r.kind = VITEXT_REF_PROVISION;
  r.span = r.full = (vt_nspan){ s->tokens[i].begin, p.end };
  r.provisions = p.paths;
  r.percent = 90;
  vt_relation_set(s, i, &r);
  keep(f, &r);
  return p.next;
}

/* What begins at token i, which a table of this room knows, or a digit: the token after it, or 0.
 */
static uint32_t read_at(finder *f, uint32_t i)
{
  vt_refscan *s = &f->s;
  const unsigned char c = vt_ref_byte(s, i);
  vt_reference r = blank_reference();
  uint32_t next;
  if (c >= '0' && c <= '9') {
    next = vt_number_read(s, i, NULL, &r);
    return next == 0 ? 0 : begin_document(f, i, next, &r);
  }
  next = s->ids[i] == VT_ID_NONE ? vt_glued_read(s, i, &r) : 0;
  if (next == 0) r = blank_reference(), next = vt_document_read(s, i, false, &r);
  if (next != 0) return r.kind == 0 ? next : begin_document(f, i, next, &r);
  return read_provisions(f, i);
}

/* Whether a token may begin a reference: a digit with a symbol behind it, or a word of the table.
 */
static bool may_begin(const vt_refscan *s, uint32_t i)
{
  uint32_t row;
  const vt_token t = s->tokens[i];
  const unsigned char c = (unsigned char)s->text.bytes[t.begin];
  if (c >= '0' && c <= '9') {
    if (t.kind == VITEXT_TOKEN_DOCNUMBER) return true;
    if (t.kind != VITEXT_TOKEN_NUMBER && t.kind != VITEXT_TOKEN_DATE) return false;
    const uint32_t after = vt_ref_peek(s, vt_ref_gap(s, t.end));
    return after == '/' || vt_ref_is_dash(after);
  }
  if (t.kind > VITEXT_TOKEN_ABBREVIATION && t.kind != VITEXT_TOKEN_DOCNUMBER) return false;
  const vt_id id = s->ids[i];
  if (id == VT_ID_NONE) return t.kind == VITEXT_TOKEN_DOCNUMBER || c < 'a';
  if (vt_table_match(s->types, &s->ids[i], s->count - i, &row) != 0) return true;
  vt_id plain[6];
  uint32_t n = 0;
  while (n < 6 && i + n < s->count && (plain[n] = vt_ref_plain(s, i + n)) != VT_ID_NONE) n++;
  return vt_table_match_plain(s->types, plain, n, &row) != 0;
}

vitext_status vt_references_find(vt_arena *arena, const vt_lexicon *lex, const vt_known *known,
                                 vt_text text, const vt_tokens *tokens, const vt_runs *sentences,
                                 vt_references *out)
{
  finder f = { .out = out };
  (void)sentences;
  f.s = (vt_refscan){ .arena = arena,
                      .lex = lex,
                      .text = text,
                      .tokens = tokens->items,
                      .ids = tokens->ids,
                      .count = tokens->count,
                      .types = vt_lexicon_table(lex, VT_TABLE_REFERENCE_TYPES),
                      .words = vt_lexicon_table(lex, VT_TABLE_REFERENCE_WORDS),
                      .symbols = vt_lexicon_table(lex, VT_TABLE_REFERENCE_SYMBOLS),
                      .laws = vt_lexicon_table(lex, VT_TABLE_LAW_NAMES),
                      .issuers = vt_lexicon_table(lex, VT_TABLE_REFERENCE_ISSUERS),
                      .meetings = vt_lexicon_table(lex, VT_TABLE_REFERENCE_MEETINGS) };
  f.buffer.alloc = arena->alloc;
  for (uint32_t i = 0; i < tokens->count && !f.s.no_memory;) {
    uint32_t next = i == f.list_at && i > 0 ? read_list(&f, i) : 0;
    if (next == 0 && may_begin(&f.s, i)) next = read_at(&f, i);
    i = next > i ? next : i + 1;
  }
  vitext_status st = f.s.no_memory ? VITEXT_E_MEMORY : vt_references_resolve(&f.s, known, out);
  vt_refbuf_free(&f.buffer);
  return st;
}

void vt_references_free(const vt_alloc *a, vt_references *r)
{
  vt_release(a, r->items, r->cap * sizeof *r->items);
  *r = (vt_references){ 0 };
}
