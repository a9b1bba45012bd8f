/* html.c - a fragment of HTML: the text, escaped, with elements around what was found.
 *
 * Elements: <span class="vt-sentence">, <cite class="vt-reference" data-kind data-canonical>,
 * <b class="vt-person" data-person>, <span class="vt-role" data-person>, <span class="vt-title">,
 * <span class="vt-org">, <span class="vt-word"> (words of several tokens). data-index is the number
 * of the record: of the reference, of the mention, of the position for title and org. Spans of
 * different layers may cross: an element that ends inside another one is closed after it has closed
 * that one, which is then opened again. */
#include "vt_name.h"
#include "vt_plain.h"

enum { SENTENCE, REFERENCE, MENTION, TITLE, ORG, WORD };
typedef struct mark {
  uint32_t begin, end, record;
  int32_t kind;
} mark;

/* Deeper than this nothing is marked: a bound on the work at one place. */
enum { MAX_OPEN = 32 };
typedef struct writer {
  vt_out *out;
  const vitext_doc *doc;
  const vt_layers *layers;
  vt_text text;
  const vt_alloc *alloc;
  VT_VEC(mark) marks;
  mark open[MAX_OPEN];
  size_t open_count;
} writer;

static void escaped(vt_out *o, const char *s, size_t len)
{
  size_t from = 0;
  for (size_t i = 0; i < len; i++) {
    const char *as;
    switch (s[i]) {
    case '&': as = "&amp;"; break;
    case '<': as = "&lt;"; break;
    case '>': as = "&gt;"; break;
    case '"': as = "&quot;"; break;
    case '\'': as = "&#39;"; break;
    case '\0': as = "\xEF\xBF\xBD"; break; /* HTML has no NUL, not even as a reference */
    default: continue;
    }
    vt_out_bytes(o, s + from, i - from);
    vt_out_text(o, as);
    from = i + 1;
  }
  vt_out_bytes(o, s + from, len - from);
}

static void attribute(vt_out *o, const char *name, const char *value)
{
  if (value == NULL || value[0] == '\0') return;
  vt_out_char(o, ' ');
  vt_out_text(o, name);
  vt_out_text(o, "=\"");
  escaped(o, value, strlen(value));
  vt_out_char(o, '"');
}

/* Which record of its layer it is: what else is known of it is found there. */
static void index_attribute(vt_out *o, uint32_t record)
{
  vt_out_text(o, " data-index=\"");
  vt_out_number(o, record);
  vt_out_char(o, '"');
}

static void open_person(writer *w, const vitext_mention *m, uint32_t record)
{
  vt_out_text(w->out, m->kind == VITEXT_MENTION_ROLE ? "<span class=\"vt-role\""
                                                     : "<b class=\"vt-person\"");
  index_attribute(w->out, record);
  if (m->person >= 0) {
    vt_out_text(w->out, " data-person=\"");
    vt_out_number(w->out, (uint32_t)m->person);
    vt_out_char(w->out, '"');
  }
  vt_out_char(w->out, '>');
}

static void open_element(writer *w, const mark *m)
{
  vt_out *o = w->out;
  switch (m->kind) {
  case SENTENCE: vt_out_text(o, "<span class=\"vt-sentence\">"); break;
  case WORD: vt_out_text(o, "<span class=\"vt-word\">"); break;
  case TITLE:
  case ORG:
    vt_out_text(o, m->kind == TITLE ? "<span class=\"vt-title\"" : "<span class=\"vt-org\"");
    index_attribute(o, m->record);
    vt_out_char(o, '>');
    break;
  case MENTION: open_person(w, &w->layers->mentions[m->record], m->record); break;
  default: {
    const vitext_reference *r = &w->layers->references[m->record];
    vt_out_text(o, "<cite class=\"vt-reference\"");
    index_attribute(o, m->record);
    attribute(o, "data-kind", vt_name(VITEXT_NAME_REF, r->kind));
    attribute(o, "data-canonical", r->canonical);
    vt_out_char(o, '>');
  }
  }
}

static void close_element(writer *w, const mark *m)
{
  const bool person =
      m->kind == MENTION && w->layers->mentions[m->record].kind != VITEXT_MENTION_ROLE;
  vt_out_text(w->out, person ? "</b>" : m->kind == REFERENCE ? "</cite>" : "</span>");
}

/* Close what ends at or before a place; what lies above it on the stack is opened again. */
static void close_until(writer *w, uint32_t place)
{
  size_t lowest = w->open_count;
  for (size_t i = w->open_count; i > 0; i--) {
    if (w->open[i - 1].end <= place) lowest = i - 1;
  }
  for (size_t i = w->open_count; i > lowest; i--) close_element(w, &w->open[i - 1]);
  size_t kept = lowest;
  for (size_t i = lowest; i < w->open_count; i++) {
    if (w->open[i].end <= place) continue;
    w->open[kept] = w->open[i];
    open_element(w, &w->open[kept++]);
  }
  w->open_count = kept;
}

/* The next place, up to limit, where something open ends. */
static uint32_t next_end(const writer *w, uint32_t limit)
{
  for (size_t i = 0; i < w->open_count; i++) {
    if (w->open[i].end < limit) limit = w->open[i].end;
  }
  return limit;
}

/* The text from *at to place, with what ends on the way. */
static void write_until(writer *w, uint32_t *at, uint32_t place)
{
  while (*at < place) {
    const uint32_t end = next_end(w, place);
    escaped(w->out, w->text.bytes + *at, end - *at);
    *at = end;
    close_until(w, end);
  }
}

static void write_marks(writer *w)
{
  uint32_t at = 0;
  for (size_t i = 0; i < w->marks.count; i++) {
    const mark *m = &w->marks.items[i];
    write_until(w, &at, m->begin);
    if (w->open_count == MAX_OPEN) continue;
    w->open[w->open_count++] = *m;
    open_element(w, m);
  }
  write_until(w, &at, w->text.len);
}

static bool comes_before(const mark *a, const mark *b)
{
  if (a->begin != b->begin) return a->begin < b->begin;
  if (a->end != b->end) return a->end > b->end;
  return a->kind < b->kind;
}

static void merge(const mark *from, mark *to, size_t low, size_t middle, size_t high)
{
  size_t a = low, b = middle;
  for (size_t i = low; i < high; i++) {
    const bool left = a < middle && (b == high || !comes_before(&from[b], &from[a]));
    to[i] = left ? from[a++] : from[b++];
  }
}

/* Merging upward, stable; the C library's qsort may call malloc. */
static vitext_status sort_marks(writer *w)
{
  const size_t n = w->marks.count, bytes = n * sizeof(mark);
  if (n < 2) return VITEXT_OK;
  mark *other = vt_resize(w->alloc, NULL, 0, bytes);
  if (other == NULL) return VITEXT_E_MEMORY;
  mark *from = w->marks.items, *to = other;
  for (size_t width = 1; width < n; width *= 2) {
    for (size_t low = 0; low < n; low += 2 * width) {
      const size_t middle = low + width < n ? low + width : n;
      merge(from, to, low, middle, middle + width < n ? middle + width : n);
    }
    mark *swap = from;
    from = to;
    to = swap;
  }
  if (from == other) memcpy(w->marks.items, other, bytes);
  vt_release(w->alloc, other, bytes);
  return VITEXT_OK;
}

/* An empty span is none. */
static void add(writer *w, vt_cursor *c, int32_t kind, size_t record, vitext_span span)
{
  if (span.begin == span.end) return;
  span = vt_document_convert(w->doc, c, VITEXT_UNIT_BYTE, VITEXT_UNIT_TEXT, span);
  if (span.begin == span.end) return;
  w->marks.items[w->marks.count++] = (mark){ span.begin, span.end, (uint32_t)record, kind };
}

static vitext_status collect(writer *w, uint32_t layers)
{
  const vt_layers *l = w->layers;
  vt_cursor c[WORD + 1] = { 0 };
  const size_t most = l->sentence_count + l->reference_count + l->mention_count +
                      2 * l->position_count + l->word_count;
  if (!vt_vec_reserve(w->alloc, &w->marks, most)) return VITEXT_E_MEMORY;
  for (size_t i = 0; (layers & VITEXT_SENTENCES) != 0 && i < l->sentence_count; i++) {
    add(w, &c[SENTENCE], SENTENCE, i, l->sentences[i].span);
  }
  for (size_t i = 0; (layers & VITEXT_REFERENCES) != 0 && i < l->reference_count; i++) {
    add(w, &c[REFERENCE], REFERENCE, i, l->references[i].span);
  }
  for (size_t i = 0; (layers & VITEXT_MENTIONS) != 0 && i < l->mention_count; i++) {
    add(w, &c[MENTION], MENTION, i, l->mentions[i].span);
  }
  for (size_t i = 0; (layers & VITEXT_POSITIONS) != 0 && i < l->position_count; i++) {
    add(w, &c[TITLE], TITLE, i, l->positions[i].title_span);
    add(w, &c[ORG], ORG, i, l->positions[i].org_span);
  }
  for (size_t i = 0; (layers & VITEXT_WORDS) != 0 && i < l->word_count; i++) {
    if (l->words[i].token_count > 1) add(w, &c[WORD], WORD, i, l->words[i].span);
  }
  return VITEXT_OK;
}

vitext_status vt_html_write(vt_out *o, const vitext_doc *d, uint32_t layers)
{
  writer w = { .out = o, .doc = d, .layers = vt_document_layers(d) };
  w.text = vt_document_text(d);
  w.alloc = vt_document_alloc(d);
  vitext_status st = collect(&w, layers & w.layers->have);
  if (st == VITEXT_OK) st = sort_marks(&w);
  if (st == VITEXT_OK) write_marks(&w);
  vt_vec_free(w.alloc, &w.marks);
  return st;
}
