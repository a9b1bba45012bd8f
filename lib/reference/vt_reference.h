/* vt_reference.h - directive references: which documents and provisions a text points at. */
#ifndef VT_REFERENCE_H
#define VT_REFERENCE_H
#include "vt_arena.h"
#include "vt_token.h"

/* Fields as in vitext_reference, spans in NFC offsets; strings and lists live in the arena, absent
 * ones are "" and an empty list, never NULL. */
typedef struct vt_reference {
  vt_nspan span, full;
  int32_t kind;
  uint32_t flags;
  int32_t relation, antecedent, list_head;
  uint32_t percent;
  const char *canonical, *urn;
  const char *type, *number, *year, *symbol, *organ;
  const char *issuer, *date, *term, *session, *title;
  vitext_list provisions, amended, resolved;
} vt_reference;
typedef struct vt_references {
  vt_reference *items;
  uint32_t count, cap;
} vt_references;

/* The caller's known documents: canonical id -> ids it stands for. May be NULL. */
typedef struct vt_known vt_known;
/* TSV bytes; VITEXT_E_DATA: err->offset is the line. */
vitext_status vt_known_open(const vt_alloc *a, const char *tsv, size_t len, vt_known **out,
                            vitext_error *err);
/* More of them; where an id stands twice the later row counts. After an error only to be freed. */
vitext_status vt_known_add(vt_known *k, const char *tsv, size_t len, vitext_error *err);
void vt_known_free(vt_known *k);

/* What is found once for a context: the parts that a lexicon's words around references play. */
typedef struct vt_refwords vt_refwords;
vitext_status vt_refwords_open(const vt_alloc *a, const vt_lexicon *lex, vt_refwords **out);
void vt_refwords_free(vt_refwords *w);

/* In text order, spans apart. tokens: at the end as they were, unless there is no memory: then only
 * to be freed. words: of this lexicon. arena: the document's; items are owned by its
 * allocator. */
vitext_status vt_references_find(vt_arena *arena, const vt_lexicon *lex, const vt_refwords *words,
                                 const vt_known *known, vt_text text, vt_tokens *tokens,
                                 vt_references *out);
void vt_references_free(const vt_alloc *a, vt_references *r);

#endif
