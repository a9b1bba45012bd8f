/* vt_plain.h - the formats that are the text itself, cut and marked up. */
#ifndef VT_PLAIN_H
#define VT_PLAIN_H
#include "vt_document.h"
#include "vt_out.h"

void vt_words_write(vt_out *o, const vitext_doc *d);                          /* FORMAT_WORDS */
void vt_conllu_write(vt_out *o, const vitext_doc *d, vitext_unit unit);       /* FORMAT_CONLLU */
vitext_status vt_html_write(vt_out *o, const vitext_doc *d, uint32_t layers); /* FORMAT_HTML */
vitext_status vt_text_write(vt_out *o, const vitext_doc *d, const vitext_write_options *w);

#endif
