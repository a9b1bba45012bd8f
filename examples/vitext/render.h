/* render.h - an analysed document in one of the program's formats. */
#ifndef RENDER_H
#define RENDER_H
#include "buffer.h"
#include "options.h"

typedef struct subject {
  const options *o;
  const vitext_doc *doc;
  const char *raw;  /* the text given to the library when that is valid UTF-8, else NULL */
  const char *name; /* id, file name or line number */
  size_t name_len;
  size_t bytes;        /* length of the input */
  const char *members; /* for vitext_write_options, NUL after them */
  uint64_t number;     /* of the document in the run, from 0 */
  int colored;
} subject;

vitext_status render_json(const subject *s, buffer *out);
vitext_status render_words(const subject *s, buffer *out);
vitext_status render_conllu(const subject *s, buffer *out);
vitext_status render_text(const subject *s, buffer *out); /* for people */
vitext_status render_tsv(const subject *s, buffer *out);
vitext_status render_html(const subject *s, buffer *out); /* one section of the page */
void render_tsv_begin(const options *o, buffer *out);
void render_html_begin(const options *o, buffer *out);
void render_html_end(const options *o, buffer *out);

/* Text under a span: as it stands in the input where that is known, else normalised. */
typedef struct piece {
  const char *p;
  size_t len;
} piece;
piece surface(const subject *s, vitext_span span);
/* All records of a layer with their spans in the unit the user asked for; *count of them. NULL when
 * there are none. To be freed. */
void *layer_copy(const subject *s, vitext_layer layer, size_t record_size, size_t *count);

#endif
