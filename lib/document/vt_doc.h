/* vt_doc.h - how a document is laid out; for the files of this room only.
 *
 *   input bytes --decode map--> decoded text --normal map--> text
 *
 * The decoded text is kept only where the text has little in common with it (original.c). The two
 * maps are applied one after the other: a map of both together would cost its memory again, and would
 * hide what normalising changed behind what decoding did. */
#ifndef VT_DOC_H
#define VT_DOC_H
#include "vt_arena.h"
#include "vt_document.h"
#include "vt_normal.h"

/* Characters counted before every STRIDE-th byte of the decoded text, for the other units. */
enum { VT_STRIDE = 1024 };
typedef struct vt_count {
  uint32_t codepoints, surrogates; /* surrogate pairs: 4-byte UTF-8 */
} vt_count;

/* Bytes of the decoded text, from there on, that became others. */
typedef struct vt_patch {
  uint32_t from, at; /* they are patched[at ...], as many as the change in the map says */
} vt_patch;

struct vitext_doc {
  vt_alloc alloc;
  const char *data_version; /* the context's, or static */
  bool has_decoded;         /* there is a decode map: the input was not valid UTF-8 */
  vt_normal decoded;        /* bytes NULL: the text is the same */
  vt_normal normal;
  char *copy; /* owned: UTF-8 input that normalising or folding changed */
  size_t copy_cap;
  VT_VEC(vt_patch) patches;
  VT_VEC(char) patched;
  const char
      *original; /* the decoded text: decoded.bytes, normal.bytes or copy; NULL: original.c */
  uint32_t original_len;
  uint32_t original_skip; /* its bytes before original: a BOM, one code point in other units */
  uint32_t input_len;
  vt_count *counts;
  size_t count_cap;
  vt_arena arena; /* strings and lists of the layers */
  vt_layers layers;
  size_t token_cap, word_cap, sentence_cap, reference_cap, person_cap, mention_cap, position_cap;
};

/* intake.c */
vitext_status vt_document_take(vitext_doc *d, const char *text, size_t len, const vitext_options *o,
                               vitext_error *err);

/* to_input.c: spans of the text become spans of the input, in place where the layout is the same.
 */
vitext_span vt_document_to_input(const vitext_doc *d, vt_cursor *c, vt_nspan span);
bool vt_document_same_spans(const vitext_doc *d); /* text and input have the same offsets */
void vt_document_place_tokens(vitext_doc *d);
void vt_document_place_layers(vitext_doc *d);

/* original.c */
/* Make do without the decoded text: *done, or it must be kept. */
vitext_status vt_original_patch(vitext_doc *d, const char *original, uint32_t len, bool *done);
/* len bytes of the decoded text: in place, or written to room. hint: see vt_map_step_from. */
const char *vt_original_at(const vitext_doc *d, vt_map_place *hint, uint32_t at, uint32_t len,
                           char *room);

/* unit.c */
vitext_status vt_document_count_units(vitext_doc *d, const char *original);

#endif
