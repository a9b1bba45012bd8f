/* render_text.c - for people: sentences with their words, officials, references, with offsets. */
#include "chains.h"
#include "render.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Colours of a terminal; PLAIN ends each. */
typedef enum ink { PLAIN, DIM, STRONG, NAME, TITLE, ORG, REFERENCE, INK_COUNT } ink;

static void paint(const subject *s, buffer *out, ink c)
{
  static const char *const codes[INK_COUNT] = { "0", "2", "1", "1;32", "33", "35", "36" };
  if (s->colored) buffer_format(out, "\033[%sm", codes[c]);
}

static void painted(const subject *s, buffer *out, ink c, const char *text, size_t len)
{
  paint(s, out, c);
  buffer_line(out, text, len);
  paint(s, out, PLAIN);
}

static void painted_text(const subject *s, buffer *out, ink c, const char *text)
{
  painted(s, out, c, text, strlen(text));
}

/* "  120-139  ", right-aligned so that what follows lines up. */
static void offsets(const subject *s, buffer *out, vitext_span span, int width)
{
  char text[32];
  const int len = snprintf(text, sizeof text, "%u-%u", (unsigned)span.begin, (unsigned)span.end);
  buffer_format(out, "%*s", width - len > 0 ? width - len : 0, "");
  painted(s, out, DIM, text, (size_t)len);
  buffer_text(out, "  ");
}

/* "  120-139" after the text it belongs to. */
static void place(const subject *s, buffer *out, vitext_span span)
{
  paint(s, out, DIM);
  buffer_format(out, "  %u-%u", (unsigned)span.begin, (unsigned)span.end);
  paint(s, out, PLAIN);
}

static void heading(const subject *s, buffer *out, const char *text)
{
  buffer_char(out, '\n');
  painted_text(s, out, STRONG, text);
  buffer_char(out, '\n');
}

/* ---- Sentences ---- */

/* The colour of each word: that of the last span painted over its first byte. */
static void paint_words(const subject *s, unsigned char *inks, size_t count, vitext_span span,
                        ink c)
{
  size_t low = 0, high = count;
  while (low < high) {
    const size_t middle = low + (high - low) / 2;
    if (vitext_doc_word(s->doc, middle)->span.end <= span.begin) low = middle + 1;
    else high = middle;
  }
  for (; low < count && vitext_doc_word(s->doc, low)->span.begin < span.end; low++)
    inks[low] = (unsigned char)c;
}

static unsigned char *word_inks(const subject *s, size_t count)
{
  unsigned char *inks = memory_new(count, 1);
  const vitext_reference *r;
  const vitext_position *p;
  const vitext_mention *m;
  for (size_t i = 0; (r = vitext_doc_reference(s->doc, i)) != NULL; i++)
    paint_words(s, inks, count, r->span, REFERENCE);
  for (size_t i = 0; (p = vitext_doc_position(s->doc, i)) != NULL; i++) {
    paint_words(s, inks, count, p->org_span, ORG);
    paint_words(s, inks, count, p->title_span, TITLE);
  }
  for (size_t i = 0; (m = vitext_doc_mention(s->doc, i)) != NULL; i++) {
    if (m->kind != VITEXT_MENTION_ROLE) paint_words(s, inks, count, m->span, NAME);
  }
  return inks;
}

/* The word with its blanks as "_". */
static void word_text(const subject *s, buffer *out, vitext_span span)
{
  const piece text = surface(s, span);
  buffer line = { 0 };
  buffer_line(&line, text.p, text.len);
  for (size_t i = 0; i < line.len; i++) {
    if (line.data[i] == ' ') line.data[i] = '_';
  }
  buffer_add(out, line.data, line.len);
  buffer_free(&line);
}

/* Words [*w, ...) up to end, as far apart as they stand. */
static void sentence_words(const subject *s, buffer *out, const unsigned char *inks, size_t *w,
                           uint32_t end)
{
  const vitext_group *word;
  uint32_t last = UINT32_MAX;
  ink now = PLAIN;
  for (; (word = vitext_doc_word(s->doc, *w)) != NULL && word->span.begin < end; (*w)++) {
    const int blank = last != UINT32_MAX && word->span.begin > last;
    const ink next = (ink)inks[*w];
    if (next != now && now != PLAIN) paint(s, out, PLAIN);
    if (blank) buffer_char(out, ' ');
    if (next != now && next != PLAIN) paint(s, out, next);
    now = next;
    word_text(s, out, word->span);
    last = word->span.end;
  }
  if (now != PLAIN) paint(s, out, PLAIN);
  buffer_char(out, '\n');
}

static void sentences(const subject *s, buffer *out)
{
  size_t count, w = 0;
  vitext_group *copy = layer_copy(s, VITEXT_SENTENCES, sizeof *copy, &count);
  unsigned char *inks = word_inks(s, vitext_doc_count(s->doc, VITEXT_WORDS));
  if (count > 0) heading(s, out, "Sentences");
  for (size_t i = 0; i < count; i++) {
    offsets(s, out, copy[i].span, 13);
    sentence_words(s, out, inks, &w, vitext_doc_sentence(s->doc, i)->span.end);
  }
  free(inks);
  free(copy);
}

static void plain_sentences(const subject *s, buffer *out)
{
  const vitext_group *g;
  for (size_t i = 0; (g = vitext_doc_sentence(s->doc, i)) != NULL; i++) {
    size_t len;
    const char *text = vitext_doc_slice(s->doc, g->span, &len);
    buffer_line(out, text, len);
    buffer_char(out, '\n');
  }
}

/* ---- Officials ---- */

typedef struct people {
  vitext_mention *mentions;
  vitext_position *positions;
  chains c;
} people;

static void position_line(const subject *s, buffer *out, const vitext_position *p, size_t i)
{
  const vitext_position *bytes = vitext_doc_position(s->doc, i);
  const piece title = surface(s, bytes->title_span), org = surface(s, bytes->org_span);
  buffer_text(out, "      ");
  painted(s, out, TITLE, title.p, title.len);
  place(s, out, p->title_span);
  if (org.len > 0) {
    buffer_text(out, ", ");
    painted(s, out, ORG, org.p, org.len);
    place(s, out, p->org_span);
  }
  const char *const facts[] = { p->status == VITEXT_POST_CURRENT
                                    ? ""
                                    : vitext_name(VITEXT_NAME_POST, p->status),
                                p->term, p->since, p->until };
  for (size_t f = 0; f < sizeof facts / sizeof *facts; f++) {
    if (facts[f] != NULL && facts[f][0] != '\0') buffer_format(out, "  %s", facts[f]);
  }
  buffer_char(out, '\n');
}

static void mention_lines(const subject *s, buffer *out, const people *all, size_t m)
{
  const vitext_mention *mention = &all->mentions[m];
  const piece text = surface(s, vitext_doc_mention(s->doc, m)->span);
  buffer_text(out, "    ");
  if (mention->honorific[0] != '\0') buffer_format(out, "%s ", mention->honorific);
  painted(s, out, mention->kind == VITEXT_MENTION_ROLE ? TITLE : NAME, text.p, text.len);
  for (size_t t = 0; mention->titles[t] != NULL; t++)
    buffer_format(out, ", %s", mention->titles[t]);
  place(s, out, mention->span);
  buffer_char(out, '\n');
  for (size_t i = all->c.position[m]; i != 0; i = all->c.next_position[i - 1])
    position_line(s, out, &all->positions[i - 1], i - 1);
}

static void person_lines(const subject *s, buffer *out, const people *all, size_t person)
{
  const vitext_person *p = person < all->c.persons ? vitext_doc_person(s->doc, person) : NULL;
  if (all->c.mention[person] == 0) return;
  buffer_text(out, "  ");
  painted_text(s, out, STRONG, p ? p->name : "Only called by office");
  if (p != NULL && !p->official) painted_text(s, out, DIM, "  no office named");
  buffer_char(out, '\n');
  for (size_t m = all->c.mention[person]; m != 0; m = all->c.next_mention[m - 1])
    mention_lines(s, out, all, m - 1);
}

static void officials(const subject *s, buffer *out)
{
  people all;
  size_t count;
  all.mentions = layer_copy(s, VITEXT_MENTIONS, sizeof *all.mentions, &count);
  all.positions = layer_copy(s, VITEXT_POSITIONS, sizeof *all.positions, &count);
  chains_open(&all.c, s->doc);
  if (all.c.mentions > 0) heading(s, out, "Officials");
  for (size_t p = 0; p <= all.c.persons; p++) person_lines(s, out, &all, p);
  chains_close(&all.c);
  free(all.mentions);
  free(all.positions);
}

/* ---- References ---- */

static void reference_facts(const subject *s, buffer *out, const vitext_reference *r)
{
  const char *const facts[] = { r->type,
                                r->issuer,
                                r->date,
                                r->term,
                                r->session,
                                r->title,
                                r->relation ? vitext_name(VITEXT_NAME_REL, r->relation) : "" };
  paint(s, out, DIM);
  for (size_t f = 0; f < sizeof facts / sizeof *facts; f++) {
    if (facts[f] != NULL && facts[f][0] != '\0') buffer_format(out, "  %s", facts[f]);
  }
  paint(s, out, PLAIN);
}

static void references(const subject *s, buffer *out)
{
  size_t count;
  vitext_reference *copy = layer_copy(s, VITEXT_REFERENCES, sizeof *copy, &count);
  if (count > 0) heading(s, out, "References");
  for (size_t i = 0; i < count; i++) {
    const piece text = surface(s, vitext_doc_reference(s->doc, i)->span);
    buffer_text(out, "  ");
    painted(s, out, REFERENCE, text.p, text.len);
    place(s, out, copy[i].span);
    buffer_text(out, "\n    ");
    buffer_text(out, copy[i].canonical[0] ? copy[i].canonical : "-");
    reference_facts(s, out, &copy[i]);
    buffer_char(out, '\n');
  }
  free(copy);
}

/* ---- The document ---- */

static void counted(buffer *out, size_t count, const char *one, const char *many)
{
  if (count > 0) buffer_format(out, "  %zu %s", count, count == 1 ? one : many);
}

static void title(const subject *s, buffer *out)
{
  if (s->number > 0) buffer_char(out, '\n');
  painted(s, out, STRONG, s->name, s->name_len);
  counted(out, s->bytes, "byte", "bytes");
  counted(out, vitext_doc_count(s->doc, VITEXT_SENTENCES), "sentence", "sentences");
  counted(out, vitext_doc_count(s->doc, VITEXT_WORDS), "word", "words");
  counted(out, vitext_doc_count(s->doc, VITEXT_PERSONS), "person", "people");
  counted(out, vitext_doc_count(s->doc, VITEXT_REFERENCES), "reference", "references");
  buffer_char(out, '\n');
}

vitext_status render_text(const subject *s, buffer *out)
{
  const unsigned cmd = s->o->cmd->bit;
  if (cmd == CMD_SENTENCES) {
    plain_sentences(s, out);
    return VITEXT_OK;
  }
  title(s, out);
  if (cmd == CMD_ANALYZE) sentences(s, out);
  officials(s, out);
  references(s, out);
  return VITEXT_OK;
}
