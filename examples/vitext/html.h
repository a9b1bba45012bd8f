/* html.h - the parts of the page that --format=html writes. */
#ifndef HTML_H
#define HTML_H
#include "buffer.h"
#include "chains.h"
#include "render.h"

/* Put into the program when it is built (CMakeLists.txt). */
extern const char page_css[], page_js[];

typedef struct page { /* one document on the page */
  const subject *s;
  buffer *out;
  chains c;
  size_t references;
  /* their records with the spans in the unit the user asked for */
  vitext_mention *mention_copy;
  vitext_position *position_copy;
  vitext_reference *reference_copy;
  size_t *cited; /* of each reference the first one to the same document */
} page;

/* An escaped string; NULL is none. */
void html_text(buffer *out, const char *s);
void html_piece(buffer *out, piece p);
/* A canonical id up to its provision. */
size_t document_id_len(const char *canonical);

void html_marks(const page *p); /* the text with its marks */
void html_officials(const page *p);
void html_references(const page *p);
void html_network(const page *p);

#endif
