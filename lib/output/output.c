/* output.c - which writer a format has. */
#include "vt_output.h"
#include "vt_json.h"
#include "vt_out.h"
#include "vt_plain.h"

static vitext_status write_format(vt_out *o, const vitext_doc *d, int32_t format,
                                  const vitext_write_options *w)
{
  const uint32_t have = vt_document_layers(d)->have;
  switch (format) {
  case VITEXT_FORMAT_JSON: return vt_json_write(o, d, w);
  case VITEXT_FORMAT_RECORDS: return vt_json_write_records(o, d, w);
  case VITEXT_FORMAT_HTML: return vt_html_write(o, d, w->layers);
  case VITEXT_FORMAT_CONLLU:
    if ((have & VITEXT_WORDS) == 0 || (have & VITEXT_SENTENCES) == 0) return VITEXT_E_ARGUMENT;
    vt_conllu_write(o, d, w->unit);
    return VITEXT_OK;
  case VITEXT_FORMAT_WORDS:
    if ((have & VITEXT_WORDS) == 0) return VITEXT_E_ARGUMENT;
    vt_words_write(o, d);
    return VITEXT_OK;
  case VITEXT_FORMAT_TEXT: return vt_text_write(o, d, w);
  default: return VITEXT_E_ARGUMENT;
  }
}

vitext_status vt_output_write(const vitext_doc *d, int32_t format,
                              const vitext_write_options *options, vitext_sink sink, void *user)
{
  vt_out out;
  vitext_status st = vt_out_open(&out, sink, user);
  if (st == VITEXT_OK) st = write_format(&out, d, format, options);
  if (st != VITEXT_OK) return out.status != VITEXT_OK ? out.status : st;
  return vt_out_close(&out);
}
