/* annotate.c - the caller's text with strings around spans of it; in HTML around its tags too. */
#include <stdbool.h>
#include <string.h>
#include "vt_alloc.h"
#include "vt_out.h"
#include "vt_output.h"

/* Marks that have begun and not ended, outermost first. The first shown ones stand in the output;
 * the others wait for text, so that no mark is opened around nothing between two tags. */
typedef struct writer {
  vt_out *out;
  const vitext_mark *marks;
  VT_VEC(size_t) open;
  size_t shown;
} writer;

static void put(vt_out *o, const char *s)
{
  if (s != NULL) vt_out_text(o, s);
}

static void show_all(writer *w)
{
  for (; w->shown < w->open.count; w->shown++)
    put(w->out, w->marks[w->open.items[w->shown]].before);
}

static void hide_all(writer *w)
{
  for (; w->shown > 0; w->shown--) put(w->out, w->marks[w->open.items[w->shown - 1]].after);
}

/* The innermost mark ends; one that never met text leaves nothing. */
static void end_one(writer *w)
{
  if (w->shown == w->open.count) {
    put(w->out, w->marks[w->open.items[w->shown - 1]].after);
    w->shown--;
  }
  w->open.count--;
}

/* In order, longer first, nested or apart: so that a stack is enough. */
static vitext_status check_marks(writer *w, size_t count, size_t len)
{
  for (size_t i = 0; i < count; i++) {
    const vitext_span s = w->marks[i].span;
    if (s.begin > s.end || s.end > len) return VITEXT_E_ARGUMENT;
    if (i > 0) {
      const vitext_span before = w->marks[i - 1].span;
      if (s.begin < before.begin) return VITEXT_E_ARGUMENT;
      if (s.begin == before.begin && s.end > before.end) return VITEXT_E_ARGUMENT;
    }
    while (w->open.count > 0 && w->marks[w->open.items[w->open.count - 1]].span.end <= s.begin) {
      w->open.count--;
    }
    if (w->open.count > 0 && w->marks[w->open.items[w->open.count - 1]].span.end < s.end) {
      return VITEXT_E_ARGUMENT;
    }
    if (!vt_vec_room(&vt_alloc_heap, &w->open)) return VITEXT_E_MEMORY;
    w->open.items[w->open.count++] = i;
  }
  w->open.count = 0;
  return VITEXT_OK;
}

/* Whether s begins with a name in letters of either case, and the name ends there. */
static bool is_name(const char *s, size_t len, const char *name)
{
  size_t i = 0;
  for (; name[i] != '\0'; i++)
    if (i == len || (s[i] | 0x20) != name[i]) return false;
  return i == len || strchr(" \t\r\n\f/>", s[i]) != NULL;
}

/* Bytes of the tag at s and, where it opens an element whose content is no HTML, in which a mark
 * would be read as text or as code, of all up to the tag that closes it. An element that is not
 * closed takes the rest, as in a browser. */
static size_t element_len(const char *s, size_t tag, size_t len)
{
  static const char *const opaque[] = { "script", "style", "title", "textarea" };
  for (size_t k = 0; k < sizeof opaque / sizeof *opaque; k++) {
    if (!is_name(s + 1, tag - 1, opaque[k])) continue;
    if (tag > 2 && s[tag - 2] == '/') return tag; /* <title/> of an SVG */
    for (size_t i = tag; i < len; i++) {
      const char *end = memchr(s + i, '<', len - i);
      if (end == NULL) break;
      i = (size_t)(end - s);
      if (len - i > 2 && s[i + 1] == '/' && is_name(s + i + 2, len - i - 2, opaque[k])) return i;
    }
    return len;
  }
  return tag;
}

/* Bytes of the markup that begins at '<': a comment, or a tag with quoted values; 0: it is text. */
static size_t markup_len(const char *s, size_t len)
{
  if (len >= 4 && memcmp(s, "<!--", 4) == 0) {
    for (size_t i = 4; i + 3 <= len; i++) {
      if (memcmp(s + i, "-->", 3) == 0) return i + 3;
    }
    return len;
  }
  const bool letter = len > 1 && ((s[1] >= 'a' && s[1] <= 'z') || (s[1] >= 'A' && s[1] <= 'Z'));
  if (len < 2 || (!letter && s[1] != '/' && s[1] != '!' && s[1] != '?')) return 0;
  char quote = '\0';
  for (size_t i = 1; i < len; i++) {
    if (quote != '\0') {
      if (s[i] == quote) quote = '\0';
    } else if ((s[i] == '"' || s[i] == '\'') && s[1] != '/' && s[1] != '!') {
      quote = s[i];
    } else if (s[i] == '>') {
      return element_len(s, i + 1, len);
    }
  }
  return len;
}

static void write_text(writer *w, const char *text, size_t begin, size_t end)
{
  if (begin == end) return;
  show_all(w);
  vt_out_bytes(w->out, text + begin, end - begin);
}

/* The marks that end at or before a place, then those that begin there. */
static size_t pass_edges(writer *w, size_t place, size_t next, size_t count)
{
  for (;;) {
    while (w->open.count > 0 && w->marks[w->open.items[w->open.count - 1]].span.end <= place) {
      end_one(w);
    }
    if (next == count || w->marks[next].span.begin > place) return next;
    w->open.items[w->open.count++] = next; /* check_marks made the room */
    if (w->marks[next].span.begin == w->marks[next].span.end) show_all(w);
    next++;
  }
}

/* Where the next edge or, in HTML, the next markup is. */
static size_t next_stop(const writer *w, size_t next, size_t count, size_t len)
{
  size_t stop = len;
  if (next < count && w->marks[next].span.begin < stop) stop = w->marks[next].span.begin;
  if (w->open.count > 0) {
    const size_t end = w->marks[w->open.items[w->open.count - 1]].span.end;
    if (end < stop) stop = end;
  }
  return stop;
}

static void write_all(writer *w, const char *text, size_t len, size_t count, bool html)
{
  size_t next = 0;
  for (size_t at = 0;;) {
    next = pass_edges(w, at, next, count);
    if (at >= len) break;
    const size_t stop = next_stop(w, next, count, len);
    const char *angle = html ? memchr(text + at, '<', stop - at) : NULL;
    const size_t text_end = angle == NULL ? stop : (size_t)(angle - text);
    write_text(w, text, at, text_end);
    at = text_end;
    if (angle == NULL) continue;
    const size_t markup = markup_len(angle, len - at);
    if (markup == 0) {
      write_text(w, text, at, at + 1);
      at++;
    } else {
      hide_all(w);
      vt_out_bytes(w->out, angle, markup);
      at += markup;
    }
  }
}

vitext_status vt_output_annotate(const char *text, size_t len, const vitext_mark *marks,
                                 size_t count, uint32_t flags, vitext_sink sink, void *user)
{
  vt_out out;
  writer w = { .out = &out, .marks = marks };
  vitext_status st = vt_out_open(&out, sink, user);
  if (st == VITEXT_OK) st = check_marks(&w, count, len);
  if (st == VITEXT_OK) {
    write_all(&w, text, len, count, (flags & VITEXT_ANNOTATE_HTML) != 0);
    st = vt_out_close(&out);
  }
  vt_vec_free(&vt_alloc_heap, &w.open);
  return st;
}
