/* render_html.c - one page for a browser. */
#include "render.h"

void render_html_begin(const options *o, buffer *out)
{
  (void)o;
  buffer_text(
      out,
      "<!doctype html>\n<html lang=\"vi\">\n<meta charset=\"utf-8\">\n<title>vitext</title>\n");
}

vitext_status render_html(const subject *s, buffer *out)
{
  return vitext_doc_write(s->doc, VITEXT_FORMAT_HTML, NULL, buffer_sink, out);
}

void render_html_end(const options *o, buffer *out)
{
  (void)o;
  buffer_text(out, "</html>\n");
}
