/* words_text.c - one line for each block: words apart by one blank, blanks inside them as "_". */
#include "vt_plain.h"

static bool is_blank(char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* The bytes of one word, each run of blanks in it as one underscore. */
static void word(vt_out *o, const char *s, uint32_t len)
{
  uint32_t from = 0;
  for (uint32_t i = 0; i < len; i++) {
    if (!is_blank(s[i])) continue;
    vt_out_bytes(o, s + from, i - from);
    vt_out_char(o, '_');
    while (i + 1 < len && is_blank(s[i + 1])) i++;
    from = i + 1;
  }
  vt_out_bytes(o, s + from, len - from);
}

void vt_words_write(vt_out *o, const vitext_doc *d)
{
  const vt_layers *l = vt_document_layers(d);
  const vt_text text = vt_document_text(d);
  vt_cursor c = { 0 };
  for (size_t i = 0; i < l->word_count; i++) {
    const vitext_group *w = &l->words[i];
    if (i > 0) { /* the tokens between two words are breaks */
      uint32_t breaks = w->first_token - w[-1].first_token - w[-1].token_count;
      if (breaks == 0) vt_out_char(o, ' ');
      for (; breaks > 0; breaks--) vt_out_char(o, '\n');
    }
    const vitext_span s = vt_document_convert(d, &c, VITEXT_UNIT_BYTE, VITEXT_UNIT_TEXT, w->span);
    word(o, text.bytes + s.begin, s.end - s.begin);
  }
}
