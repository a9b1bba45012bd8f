/* text.c - the text in an encoding, and what an encoding would lose. */
#include "vt_encoding.h"
#include "vt_output.h"
#include "vt_plain.h"

vitext_status vt_text_write(vt_out *o, const vitext_doc *d, const vitext_write_options *w)
{
  const vt_text text = vt_document_text(d);
  if (w->encoding == VITEXT_ENC_UTF8) {
    vt_out_bytes(o, text.bytes, text.len);
    return VITEXT_OK;
  }
  return vt_encode(vt_document_alloc(d), w->encoding, text, w->substitute, NULL, vt_out_sink, o);
}

/* The characters an encoder gives while losses are counted go nowhere. */
static int drop(void *user, const char *bytes, size_t len)
{
  (void)user;
  (void)bytes;
  (void)len;
  return 0;
}

vitext_status vt_output_losses(const vitext_doc *d, vitext_encoding to, vitext_span *spans,
                               size_t cap, size_t *count)
{
  const vt_text text = vt_document_text(d);
  const vt_alloc *a = vt_document_alloc(d);
  *count = 0;
  if (to == VITEXT_ENC_UTF8) return VITEXT_OK;
  vt_losses lost = { .cap = cap < text.len ? cap : text.len };
  if (lost.cap > 0) {
    lost.spans = vt_new(a, lost.cap, sizeof *lost.spans);
    if (lost.spans == NULL) return VITEXT_E_MEMORY;
  }
  const vitext_status st = vt_encode(a, to, text, "", &lost, drop, NULL);
  vt_cursor c = { 0 };
  for (size_t i = 0; st == VITEXT_OK && i < lost.cap && i < lost.count; i++) {
    const vitext_span s = { lost.spans[i].begin, lost.spans[i].end };
    spans[i] = vt_document_convert(d, &c, VITEXT_UNIT_TEXT, VITEXT_UNIT_BYTE, s);
  }
  if (st == VITEXT_OK) *count = lost.count;
  vt_release(a, lost.spans, lost.cap * sizeof *lost.spans);
  return st;
}
