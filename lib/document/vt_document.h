/* vt_document.h - one text: its normal form, the way back, its layers; immutable once made.
 * This is what the rooms above read; how a document is laid out is private to this room. */
#ifndef VT_DOCUMENT_H
#define VT_DOCUMENT_H
#include <stdbool.h>
#include "vt_alloc.h"
#include "vt_span.h"

/* Decode, normalise and perhaps analyse; see vitext_normalize and vitext_analyze. */
vitext_status vt_document_new(const vitext_ctx *ctx, const void *text, size_t len,
                              const vitext_options *options, bool analyse, vitext_doc **out,
                              vitext_error *err);
void vt_document_free(vitext_doc *d);

/* The layers, spans in bytes of the input. have: the layers that were asked for, as bits. */
typedef struct vt_layers {
  uint32_t have;
  size_t token_count, word_count, sentence_count, reference_count;
  size_t person_count, mention_count, position_count;
  vitext_token *tokens;
  vitext_group *words, *sentences;
  vitext_reference *references;
  vitext_person *persons;
  vitext_mention *mentions;
  vitext_position *positions;
} vt_layers;
const vt_layers *vt_document_layers(const vitext_doc *d);

const char *vt_document_data_version(const vitext_doc *d);
const vt_alloc *vt_document_alloc(const vitext_doc *d);
vt_text vt_document_text(const vitext_doc *d);

/* How many records a layer has (one bit of VITEXT_ALL; else 0), and the copying of vitext_doc_copy.
 */
size_t vt_document_count(const vitext_doc *d, vitext_layer one);
vitext_status vt_document_copy(const vitext_doc *d, vitext_layer one, vitext_unit unit,
                               void *records, size_t record_size, size_t count);

/* Places in the ways between the texts of a document. A walk over spans in order that keeps its
 * cursor costs constant time a span; { 0 } at first. */
typedef struct vt_cursor {
  vt_map_place decode_hint, normal_hint; /* in the two maps */
  uint32_t at, codepoints, surrogates; /* a place in the decoded text and what was counted there */
} vt_cursor;

/* As vitext_doc_convert, for one span; units are checked by the caller. */
vitext_span vt_document_convert(const vitext_doc *d, vt_cursor *c, vitext_unit from, vitext_unit to,
                                vitext_span span);
bool vt_unit_known(vitext_unit unit);

/* The decoded text before any repair that a span of the input stands for: its place, then its
 * pieces one after the other, in room or in place (no NUL after). The last piece is empty. */
enum { VT_PIECE = 128 };
vitext_span vt_document_surface(const vitext_doc *d, vt_cursor *c, vitext_span span);
vt_text vt_document_piece(const vitext_doc *d, vt_cursor *c, vitext_span *surface,
                          char room[VT_PIECE]);

#endif
