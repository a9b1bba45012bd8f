/* conllu.c - CoNLL-U: ten columns a word, of which the library knows form, some tags, and places.
 */
#include "vt_plain.h"

static bool is_blank(char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* A column or comment: runs of blanks as one. */
static void one_line(vt_out *o, const char *s, uint32_t len)
{
  for (uint32_t i = 0; i < len; i++) {
    if (!is_blank(s[i])) {
      vt_out_char(o, s[i]);
    } else {
      vt_out_char(o, ' ');
      while (i + 1 < len && is_blank(s[i + 1])) i++;
    }
  }
}

/* The part of speech where the kind of token tells it. */
static const char *tag_of(int32_t kind)
{
  switch (kind) {
  case VITEXT_TOKEN_PUNCT: return "PUNCT";
  case VITEXT_TOKEN_NUMBER: return "NUM";
  case VITEXT_TOKEN_SYMBOL:
  case VITEXT_TOKEN_EMOJI: return "SYM";
  default: return "_";
  }
}

typedef struct writer {
  vt_out *out;
  const vitext_doc *doc;
  vitext_unit unit;
  vt_text text;
  vt_cursor text_cursor, unit_cursor;
} writer;

static vitext_span in_text(writer *w, vitext_span s)
{
  return vt_document_convert(w->doc, &w->text_cursor, VITEXT_UNIT_BYTE, VITEXT_UNIT_TEXT, s);
}

static void word(writer *w, const vitext_group *g, uint32_t id)
{
  vt_out *o = w->out;
  const vitext_span s = in_text(w, g->span);
  vt_out_number(o, id);
  vt_out_char(o, '\t');
  one_line(o, w->text.bytes + s.begin, s.end - s.begin);
  vt_out_text(o, "\t_\t");
  vt_out_text(o, tag_of(g->kind));
  vt_out_text(o, "\t_\t_\t_\t_\t_\t");
  const bool glued = s.end < w->text.len && !is_blank(w->text.bytes[s.end]);
  if (glued) vt_out_text(o, "SpaceAfter=No|");
  const vitext_span place =
      vt_document_convert(w->doc, &w->unit_cursor, VITEXT_UNIT_BYTE, w->unit, g->span);
  vt_out_text(o, "TokenRange=");
  vt_out_number(o, place.begin);
  vt_out_char(o, ':');
  vt_out_number(o, place.end);
  vt_out_char(o, '\n');
}

void vt_conllu_write(vt_out *o, const vitext_doc *d, vitext_unit unit)
{
  const vt_layers *l = vt_document_layers(d);
  writer w = { .out = o, .doc = d, .unit = unit, .text = vt_document_text(d) };
  size_t next = 0;
  for (size_t i = 0; i < l->sentence_count; i++) {
    const vitext_group *g = &l->sentences[i];
    const vitext_span s = in_text(&w, g->span);
    vt_out_text(o, "# sent_id = ");
    vt_out_number(o, (uint32_t)i + 1);
    vt_out_text(o, "\n# text = ");
    one_line(o, w.text.bytes + s.begin, s.end - s.begin);
    vt_out_char(o, '\n');
    const uint32_t end = g->first_token + g->token_count;
    for (uint32_t id = 1; next < l->word_count && l->words[next].first_token < end; next++) {
      word(&w, &l->words[next], id++);
    }
    vt_out_char(o, '\n');
  }
}
