/* reference.c - the pass over the tokens: what begins a reference, the parts put together, lists.
 */
#include <string.h>
#include "vt_refscan.h"
#include "vt_tables.h"
#include "vt_traits.h"

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
  uint32_t list_at;   /* token where the list of the last mention may go on; 0: none */
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

/* A document was read into *r, up to token next: what surrounds it. Returns next: mentions inside a
 * title that follows are mentions too. */
static uint32_t finish_document(finder *f, uint32_t next, vt_reference *r)
{
  const uint32_t after = vt_surround_read(&f->s, next, r);
  const bool numbered = r->kind == VITEXT_REF_FULL || r->kind == VITEXT_REF_NUMBER;
  f->list_at = numbered ? after : next; /* a date belongs to one number of the list */
  keep(f, r);
  return next;
}

/* Whether "sau đây gọi là" and the like end right before token i. */
static bool is_alias(const vt_refscan *s, uint32_t i)
{
  enum { ALIAS_MAX = 6 }; /* tokens */
  if (i == 0 || !vt_ref_may_end(s, i, VT_ROLE_ALIAS)) return false;
  for (uint32_t len = 2; len <= ALIAS_MAX && len <= i; len++) {
    if (vt_ref_word(s, i - len, VT_ROLE_ALIAS, NULL) == i) return true;
  }
  return false;
}

static uint32_t begin_document(finder *f, uint32_t first, uint32_t next, vt_reference *r)
{
  if (f->out->count > 0 && is_alias(&f->s, first)) r->antecedent = (int32_t)f->out->count - 1;
  vt_relation_set(&f->s, first, r);
  f->list_head = f->out->count;
  return finish_document(f, next, r);
}

/* The next of a list at token i, which inherits from the last: the token after, or 0. */
static uint32_t read_list(finder *f, uint32_t i)
{
  const vt_reference *last = &f->out->items[f->out->count - 1];
  vt_reference r = blank_reference();
  f->list_at = 0;
  const uint32_t next = vt_list_read(&f->s, i, last, &r);
  if (next == 0) return 0;
  r.relation = last->relation;
  r.list_head = f->out->items[f->list_head].list_head = (int32_t)f->list_head;
  return finish_document(f, next, &r);
}

enum { ATTACHED_WORDS = 20 };

/* "Quy chế đào tạo ban hành kèm theo", "Danh mục hàng hóa kèm theo" in front of the decision that
 * issues it: the token after. words: of names; 1: types only, "Quy chế ban hành kèm theo". */
static uint32_t skip_attached(vt_refscan *s, uint32_t i, uint32_t words)
{
  vt_typeword t;
  const bool unmarked = s->unmarked;
  const char *relation;
  if (i >= s->count) return i;
  const bool type = vt_typeword_read(s, i, &t) && t.role == VT_TYPEWORD_TYPE;
  s->unmarked = unmarked;
  if (!type && words == 1) return i;
  const uint32_t first = type ? t.next : vt_ref_word(s, i, VT_ROLE_ATTACHMENT, NULL);
  if (first == 0) return i;
  for (uint32_t k = first; k < s->count && k - first < words; k++) {
    const uint32_t next = vt_ref_word(s, k, VT_ROLE_RELATION, &relation);
    if (next != 0 && strcmp(relation, "attached-to") == 0) return next;
    if (words == 1 || s->tokens[k].kind > VITEXT_TOKEN_ABBREVIATION ||
        vt_ref_word(s, k, VT_ROLE_THIS, NULL) != 0 || vt_ref_word(s, k, VT_ROLE_SO, NULL) != 0)
      break;
  }
  return i;
}

/* A document at token k behind provisions: the token after, or 0. */
static uint32_t read_inner(vt_refscan *s, uint32_t k, vt_reference *r)
{
  vt_typeword t;
  const bool unmarked = s->unmarked;
  const bool type = k < s->count && vt_typeword_read(s, k, &t) && t.role != VT_TYPEWORD_LEVEL;
  const uint32_t next = type ? vt_document_read(s, k, &t, true, r) : 0;
  if (next == 0) s->unmarked = unmarked;
  return next;
}

/* The document that provisions belong to: [,] [của, tại, ban hành kèm theo] document. */
static uint32_t read_owner(vt_refscan *s, uint32_t i, vt_reference *r)
{
  uint32_t k = vt_ref_is(s, i, ',') ? i + 1 : i;
  if (vt_ref_is_wrap(s, k)) k++;
  const uint32_t link = vt_ref_word(s, k, VT_ROLE_LINK, NULL);
  if (link != 0) k = link;
  const uint32_t attached = skip_attached(s, k, 1);
  const uint32_t next = read_inner(s, attached, r);
  if (next != 0 || attached != k) return next;
  k = skip_attached(s, k, ATTACHED_WORDS);
  *r = blank_reference();
  return k == attached ? 0 : read_inner(s, k, r);
}

/* Provisions begin at token i: the token after what was found, or 0. */
static uint32_t read_provisions(finder *f, uint32_t i, const vt_typeword *t)
{
  vt_refscan *s = &f->s;
  vt_provisions p;
  if (!vt_provisions_read(s, i, t, &p)) return 0;
  if (p.heading) return p.next;
  vt_reference r = blank_reference();
  const uint32_t next = read_owner(s, p.next, &r);
  r.span.begin = t->begin;
  r.provisions = p.paths;
  if (next != 0 && r.kind != 0) return begin_document(f, i, next, &r);
  if (!p.alone) return p.next;
  r = blank_reference();
  r.kind = VITEXT_REF_PROVISION;
  r.span = r.full = (vt_nspan){ t->begin, p.end };
  r.provisions = p.paths;
  r.percent = 90;
  vt_relation_set(s, i, &r);
  keep(f, &r);
  return p.next;
}

/* A number with a symbol may begin at token i: the token after it, or 0. */
static uint32_t read_number(finder *f, uint32_t i)
{
  const vt_token t = f->s.tokens[i];
  if (t.kind != VITEXT_TOKEN_DOCNUMBER) {
    if (t.kind != VITEXT_TOKEN_NUMBER && t.kind != VITEXT_TOKEN_DATE) return 0;
    const uint32_t after = vt_ref_peek(&f->s, vt_ref_gap(&f->s, t.end));
    if (after != '/' && !vt_is_dash(after)) return 0;
  }
  vt_reference r = blank_reference();
  const uint32_t next = vt_number_read(&f->s, i, NULL, &r);
  return next == 0 ? 0 : begin_document(f, i, next, &r);
}

/* What the type word at token i begins: the token after it, or 0. */
static uint32_t read_typed(finder *f, uint32_t i, const vt_typeword *t)
{
  if (t->role == VT_TYPEWORD_LEVEL) return read_provisions(f, i, t);
  vt_reference r = blank_reference();
  const uint32_t next = vt_document_read(&f->s, i, t, false, &r);
  return next == 0 || r.kind == 0 ? next : begin_document(f, i, next, &r);
}

/* A document or provisions may begin at token i, a word: the token after what was found, or 0. */
static uint32_t read_word(finder *f, uint32_t i)
{
  vt_typeword t;
  return vt_typeword_read(&f->s, i, &t) ? read_typed(f, i, &t) : 0;
}

/* A word outside the vocabulary: an abbreviation glued to its number, or a type word misspelt. */
static uint32_t read_unknown(finder *f, uint32_t i)
{
  enum { GLUED_MAX = 12 };
  const vt_token t = f->s.tokens[i];
  const char *text = f->s.text.bytes + t.begin;
  if (t.kind > VITEXT_TOKEN_ABBREVIATION && t.kind != VITEXT_TOKEN_DOCNUMBER) return 0;
  const vt_id plain = vt_ref_plain(&f->s, i);
  if ((vt_lexicon_traits(f->s.lex, plain) & VT_TRAIT_REFERENCE) != 0) return read_word(f, i);
  for (uint32_t at = 2; at < t.end - t.begin && at < GLUED_MAX; at++) {
    if (text[at] < '0' || text[at] > '9') continue;
    vt_reference r = blank_reference();
    const uint32_t next = vt_glued_read(&f->s, i, &r);
    return next == 0 ? 0 : begin_document(f, i, next, &r);
  }
  return 0;
}

/* Whether a type word may begin at token i: it is one alone, or does with the next, as they are or
 * with wrong marks. */
static bool may_be_type(const vt_refscan *s, uint32_t i)
{
  const vt_id first = s->ids[i];
  if (vt_refwords_pair(s->known, first, VT_ID_NONE)) return true;
  if (i + 1 == s->count) return false;
  const vt_id second = s->ids[i + 1];
  if (vt_refwords_pair(s->known, first, second)) return true;
  if (!vt_typeword_may_be_misspelt(s, i)) return false;
  return second == VT_ID_NONE || vt_refwords_pair(s->known, vt_lexicon_plain(s->lex, first),
                                                  vt_lexicon_plain(s->lex, second));
}

/* What begins at token i, which has the cue: the token after it, or 0. */
static uint32_t read_at(finder *f, uint32_t i)
{
  if ((f->s.cues[i] & VT_CUE_NUMBER) != 0) return read_number(f, i);
  if (f->s.ids[i] == VT_ID_NONE) return read_unknown(f, i);
  return may_be_type(&f->s, i) ? read_word(f, i) : 0;
}

/* Over all tokens that have the cue, and those where a list may go on. */
static void read_all(finder *f)
{
  const uint8_t *cues = f->s.cues;
  const uint32_t count = f->s.count;
  for (uint32_t i = 0; i < count && !f->s.no_memory;) {
    uint32_t next = i == f->list_at && i > 0 ? read_list(f, i) : 0;
    if (next == 0 && (cues[i] & VT_CUE_REFERENCE) != 0) next = read_at(f, i);
    i = next > i ? next : i + 1;
    const uint32_t stop = f->list_at >= i && f->list_at < count ? f->list_at : count;
    if (i < stop) i = vt_cue_next(cues, i, stop, VT_CUE_REFERENCE);
  }
}

vitext_status vt_references_find(vt_arena *arena, const vt_lexicon *lex, const vt_refwords *words,
                                 const vt_known *known, vt_text text, vt_tokens *tokens,
                                 vt_references *out)
{
  finder f = { .out = out };
  vt_glued_list glued;
  vitext_status st = vt_glued_part(arena->alloc, lex, text, tokens, &glued);
  if (st != VITEXT_OK) return st;
  f.s = (vt_refscan){ .arena = arena,
                      .lex = lex,
                      .text = text,
                      .tokens = tokens->items,
                      .ids = tokens->ids,
                      .cues = tokens->cues,
                      .count = tokens->count,
                      .types = vt_lexicon_table(lex, VT_TABLE_REFERENCE_TYPES),
                      .words = vt_lexicon_table(lex, VT_TABLE_REFERENCE_WORDS),
                      .known = words,
                      .symbols = vt_lexicon_table(lex, VT_TABLE_REFERENCE_SYMBOLS),
                      .laws = vt_lexicon_table(lex, VT_TABLE_LAW_NAMES),
                      .issuers = vt_lexicon_table(lex, VT_TABLE_REFERENCE_ISSUERS),
                      .meetings = vt_lexicon_table(lex, VT_TABLE_REFERENCE_MEETINGS) };
  static const char SO[] = "s\xE1\xBB\x91";
  f.s.so = vt_lexicon_find(lex, vt_key_of(SO, sizeof SO - 1));
  f.buffer.alloc = arena->alloc;
  read_all(&f);
  st = f.s.no_memory ? VITEXT_E_MEMORY : vt_references_resolve(&f.s, known, out);
  vt_refbuf_free(&f.buffer);
  vt_glued_join(arena->alloc, tokens, &glued);
  return st;
}

void vt_references_free(const vt_alloc *a, vt_references *r)
{
  vt_release(a, r->items, r->cap * sizeof *r->items);
  *r = (vt_references){ 0 };
}
