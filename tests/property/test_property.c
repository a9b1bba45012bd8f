/* test_property.c - test_property FILE: what must hold of any text, on every text of FILE.
 *
 * cuts: cut after an empty line, the pieces give the tokens, words, sentences, spans of references
 * and of names that the whole gives. Forms: decomposed, or in any encoding that has its letters, a
 * text gives the records of the same letters. White space: line ends of two bytes and no-break
 * blanks change no boundary of a sentence.
 *
 * Antecedents, persons and what follows from them may end at a cut. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>
#include "texts.h"
#include "vitext.h"

static texts all;
static vitext_ctx *ctx;

static vitext_doc *analyse(const char *bytes, size_t len, vitext_encoding encoding)
{
  vitext_doc *doc = NULL;
  vitext_options o;
  vitext_error err = { 0 };
  vitext_options_init(&o, sizeof o);
  o.encoding = encoding;
  if (vitext_analyze(ctx, bytes, len, &o, &doc, &err) != VITEXT_OK)
    fail_msg("%s: %.60s", err.message, bytes);
  return doc;
}

/* ---- Spans of a layer ---- */

typedef struct spans {
  vitext_span *items;
  size_t count;
} spans;

static const vitext_layer layers[] = { VITEXT_TOKENS, VITEXT_SENTENCES, VITEXT_WORDS,
                                       VITEXT_REFERENCES, VITEXT_MENTIONS };
enum { LAYERS = sizeof layers / sizeof *layers };

/* Of mentions the names in full: a short name or a role is one because of who was named before. */
static const vitext_span *span_at(const vitext_doc *d, vitext_layer layer, size_t i)
{
  switch (layer) {
  case VITEXT_TOKENS: return &vitext_doc_token(d, i)->span;
  case VITEXT_SENTENCES: return &vitext_doc_sentence(d, i)->span;
  case VITEXT_WORDS: return &vitext_doc_word(d, i)->span;
  case VITEXT_REFERENCES: return &vitext_doc_reference(d, i)->span;
  default: {
    const vitext_mention *m = vitext_doc_mention(d, i);
    return m->kind == VITEXT_MENTION_FULL ? &m->span : NULL;
  }
  }
}

static void add_spans(spans *s, const vitext_doc *d, vitext_layer layer, uint32_t base)
{
  const size_t count = vitext_doc_count(d, layer);
  s->items = realloc(s->items, (s->count + count + 1) * sizeof *s->items);
  assert_non_null(s->items);
  for (size_t i = 0; i < count; i++) {
    const vitext_span *span = span_at(d, layer, i);
    if (span != NULL) s->items[s->count++] = (vitext_span){ span->begin + base, span->end + base };
  }
}

/* The first span that differs, as text of the whole. */
static int same_spans(const spans *a, const spans *b, const char *whole, const char *what,
                      vitext_layer layer)
{
  size_t i = 0;
  const size_t both = a->count < b->count ? a->count : b->count;
  while (i < both && memcmp(&a->items[i], &b->items[i], sizeof *a->items) == 0) i++;
  if (i == a->count && i == b->count) return 1;
  const vitext_span s = i < a->count ? a->items[i] : b->items[i];
  const vitext_span t = i < b->count ? b->items[i] : a->items[i];
  print_message("%s: %s %zu: '%.*s' against '%.*s' in: %.300s\n", what,
                vitext_name(VITEXT_NAME_LAYER, (int32_t)layer), i, (int)(s.end - s.begin),
                whole + s.begin, (int)(t.end - t.begin), whole + t.begin, whole);
  return 0;
}

/* ---- Cuts ---- */

static int cut_at(const vitext_doc *whole, const char *bytes, size_t len, size_t cut)
{
  int good = 1;
  vitext_doc *first = analyse(bytes, cut, VITEXT_ENC_UTF8);
  vitext_doc *second = analyse(bytes + cut, len - cut, VITEXT_ENC_UTF8);
  for (size_t k = 0; k < LAYERS; k++) {
    spans one = { 0 }, two = { 0 };
    add_spans(&one, whole, layers[k], 0);
    add_spans(&two, first, layers[k], 0);
    add_spans(&two, second, layers[k], (uint32_t)cut);
    good &= same_spans(&one, &two, bytes, "cut", layers[k]);
    free(one.items);
    free(two.items);
  }
  vitext_doc_free(first);
  vitext_doc_free(second);
  return good;
}

static int is_empty_line(const char *s)
{
  return s[strspn(s, " \t\r")] == '\n';
}

/* Texts joined by empty lines, as a feed of pages would be; then cut at all of them. */
static void pieces_give_the_same(void **state)
{
  (void)state;
  enum { GROUP = 3 };
  int cuts = 0, bad = 0;
  for (size_t i = 0; i < all.count; i += GROUP - 1) {
    char *bytes = malloc(1 << 20);
    size_t len = 0;
    assert_non_null(bytes);
    for (size_t k = i; k < i + GROUP && k < all.count; k++) {
      assert_true(len + all.items[k].len + 2 < 1 << 20);
      memcpy(bytes + len, all.items[k].bytes, all.items[k].len);
      len += all.items[k].len;
      memcpy(bytes + len, k % 2 == 0 ? "\n\n" : "\r\n\r\n", k % 2 == 0 ? 2 : 4);
      len += k % 2 == 0 ? 2 : 4;
    }
    bytes[len] = '\0';
    vitext_doc *whole = analyse(bytes, len, VITEXT_ENC_UTF8);
    for (size_t cut = 4; cut < len; cut++) {
      if (memcmp(bytes + cut - 2, "\n\n", 2) != 0 && memcmp(bytes + cut - 4, "\r\n\r\n", 4) != 0)
        continue;
      if (is_empty_line(bytes + cut)) continue; /* cut behind the last of several */
      cuts++;
      bad += !cut_at(whole, bytes, len, cut);
    }
    vitext_doc_free(whole);
    free(bytes);
  }
  print_message("%d cuts\n", cuts);
  assert_true(cuts > 500);
  assert_int_equal(bad, 0);
}

/* ---- Forms ---- */

typedef struct bytes {
  char *data;
  size_t len;
} bytes;

static int grow(void *user, const char *data, size_t len)
{
  bytes *b = user;
  b->data = realloc(b->data, b->len + len + 1);
  assert_non_null(b->data);
  memcpy(b->data + b->len, data, len);
  b->len += len;
  return 0;
}

/* Records whose spans are of the normalised text, so that they can be compared. */
static bytes records_of(const vitext_doc *d)
{
  bytes b = { 0 };
  vitext_write_options how;
  vitext_write_options_init(&how, sizeof how);
  how.unit = VITEXT_UNIT_TEXT;
  assert_int_equal(vitext_doc_write(d, VITEXT_FORMAT_CONLLU, &how, grow, &b), VITEXT_OK);
  for (size_t k = 0; k < LAYERS; k++) {
    for (size_t i = 0; i < vitext_doc_count(d, layers[k]); i++) {
      const vitext_span *span = span_at(d, layers[k], i);
      if (span == NULL) continue;
      vitext_span s = *span;
      char line[64];
      assert_int_equal(vitext_doc_convert(d, VITEXT_UNIT_BYTE, VITEXT_UNIT_TEXT, &s, 1), VITEXT_OK);
      grow(&b, line, (size_t)snprintf(line, sizeof line, "%u %u\n", s.begin, s.end));
    }
  }
  for (size_t i = 0; i < vitext_doc_count(d, VITEXT_REFERENCES); i++) {
    const vitext_reference *r = vitext_doc_reference(d, i);
    grow(&b, r->canonical, strlen(r->canonical));
    grow(&b, r->title, strlen(r->title));
  }
  for (size_t i = 0; i < vitext_doc_count(d, VITEXT_POSITIONS); i++) {
    const vitext_position *p = vitext_doc_position(d, i);
    grow(&b, p->title, strlen(p->title));
    grow(&b, p->org, strlen(p->org));
  }
  return b;
}

static int same_records(const vitext_doc *a, const vitext_doc *b, const char *what)
{
  bytes one = records_of(a), two = records_of(b);
  size_t at = 0;
  while (at < one.len && at < two.len && one.data[at] == two.data[at]) at++;
  const int good = one.len == two.len && at == one.len;
  if (!good) {
    const size_t from = at < 60 ? 0 : at - 60;
    print_message("%s:\n--- %.*s\n+++ %.*s\n", what,
                  (int)(one.len - from > 150 ? 150 : one.len - from), one.data + from,
                  (int)(two.len - from > 150 ? 150 : two.len - from), two.data + from);
  }
  free(one.data);
  free(two.data);
  return good;
}

static vitext_doc *normalise(const char *data, size_t len, vitext_encoding encoding, int32_t form)
{
  vitext_doc *d = NULL;
  vitext_options o;
  vitext_options_init(&o, sizeof o);
  o.encoding = encoding;
  o.form = form;
  o.repair = 0;
  assert_int_equal(vitext_normalize(ctx, data, len, &o, &d, NULL), VITEXT_OK);
  return d;
}

static void decomposed_gives_the_same(void **state)
{
  (void)state;
  int bad = 0;
  for (size_t i = 0; i < all.count; i++) {
    size_t nfc_len, nfd_len;
    vitext_doc *nfc =
        normalise(all.items[i].bytes, all.items[i].len, VITEXT_ENC_UTF8, VITEXT_FORM_NFC);
    vitext_doc *nfd =
        normalise(all.items[i].bytes, all.items[i].len, VITEXT_ENC_UTF8, VITEXT_FORM_NFD);
    const char *composed = vitext_doc_text(nfc, &nfc_len);
    const char *decomposed = vitext_doc_text(nfd, &nfd_len);
    vitext_doc *a = analyse(composed, nfc_len, VITEXT_ENC_UTF8);
    vitext_doc *b = analyse(decomposed, nfd_len, VITEXT_ENC_UTF8);
    bad += !same_records(a, b, "decomposed");
    vitext_doc_free(a);
    vitext_doc_free(b);
    vitext_doc_free(nfc);
    vitext_doc_free(nfd);
  }
  assert_int_equal(bad, 0);
}

/* A copy of a text with other white space, and where each of its bytes comes from. */
typedef struct respaced {
  char *bytes;
  uint32_t *from;
  size_t len;
} respaced;

/* to takes the place of c, but behind a carriage return. */
static respaced respace(const text *t, char c, const char *to)
{
  const size_t longer = strlen(to);
  respaced r = { malloc(t->len * longer + 1), malloc((t->len * longer + 1) * sizeof *r.from), 0 };
  assert_true(r.bytes != NULL && r.from != NULL);
  for (size_t i = 0; i < t->len; i++) {
    const int other = t->bytes[i] == c && (i == 0 || t->bytes[i - 1] != '\r');
    const size_t n = other ? longer : 1;
    memcpy(r.bytes + r.len, other ? to : t->bytes + i, n);
    for (size_t k = 0; k < n; k++) r.from[r.len++] = (uint32_t)i;
  }
  r.from[r.len] = (uint32_t)t->len;
  return r;
}

static int same_sentences(const text *t, char c, const char *to, const char *what)
{
  respaced r = respace(t, c, to);
  vitext_doc *a = analyse(t->bytes, t->len, VITEXT_ENC_UTF8);
  vitext_doc *b = analyse(r.bytes, r.len, VITEXT_ENC_UTF8);
  spans one = { 0 }, two = { 0 };
  add_spans(&one, a, VITEXT_SENTENCES, 0);
  add_spans(&two, b, VITEXT_SENTENCES, 0);
  for (size_t i = 0; i < two.count; i++) {
    two.items[i].begin = r.from[two.items[i].begin];
    two.items[i].end = r.from[two.items[i].end];
  }
  const int good = same_spans(&one, &two, t->bytes, what, VITEXT_SENTENCES);
  free(one.items);
  free(two.items);
  free(r.bytes);
  free(r.from);
  vitext_doc_free(a);
  vitext_doc_free(b);
  return good;
}

static void white_space_changes_no_sentence(void **state)
{
  (void)state;
  int bad = 0;
  for (size_t i = 0; i < all.count; i++) {
    bad += !same_sentences(&all.items[i], '\n', "\r\n", "line ends of two bytes");
    bad += !same_sentences(&all.items[i], ' ', "\xC2\xA0", "no-break blanks");
  }
  assert_int_equal(bad, 0);
}

/* What the encoding has no place for is "?" on both sides. */
static int in_encoding(const text *t, vitext_encoding encoding)
{
  vitext_doc *source = normalise(t->bytes, t->len, VITEXT_ENC_UTF8, VITEXT_FORM_NFC);
  vitext_write_options how;
  bytes legacy = { 0 };
  size_t len;
  vitext_write_options_init(&how, sizeof how);
  how.encoding = encoding;
  how.substitute = "?";
  assert_int_equal(vitext_doc_write(source, VITEXT_FORMAT_TEXT, &how, grow, &legacy), VITEXT_OK);
  vitext_doc *back = normalise(legacy.data, legacy.len, encoding, VITEXT_FORM_NONE);
  const char *utf8 = vitext_doc_text(back, &len);
  vitext_doc *a = analyse(utf8, len, VITEXT_ENC_UTF8),
             *b = analyse(legacy.data, legacy.len, encoding);
  const int good = same_records(a, b, vitext_name(VITEXT_NAME_ENC, encoding));
  vitext_doc_free(a);
  vitext_doc_free(b);
  vitext_doc_free(back);
  vitext_doc_free(source);
  free(legacy.data);
  return good;
}

static void encodings_give_the_same(void **state)
{
  (void)state;
  int bad = 0;
  for (size_t i = 0; i < all.count; i++) {
    for (vitext_encoding e = VITEXT_ENC_UTF16LE; e <= VITEXT_ENC_VPS; e++) {
      if (e != VITEXT_ENC_TCVN3_CAPS) bad += !in_encoding(&all.items[i], e);
    }
  }
  assert_int_equal(bad, 0);
}

int main(int argc, char **argv)
{
  if (argc != 2 || !texts_read(&all, argv[1])) return 2;
  if (vitext_ctx_new(NULL, &ctx, NULL) != VITEXT_OK) return 1;
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(pieces_give_the_same),
    cmocka_unit_test(decomposed_gives_the_same),
    cmocka_unit_test(white_space_changes_no_sentence),
    cmocka_unit_test(encodings_give_the_same),
  };
  const int failed = cmocka_run_group_tests(tests, NULL, NULL);
  vitext_ctx_free(ctx);
  texts_free(&all);
  return failed;
}
