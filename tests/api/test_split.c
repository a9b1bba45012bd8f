/* test_split.c - a text cut after an empty line gives the same tokens, words, sentences, reference
 * spans and names in two pieces; and a decomposed text gives the spans of the same letters. */
#include "api_test.h"
#include <stdio.h>

static char *read_page(const char *name, size_t *len)
{
  char path[512];
  snprintf(path, sizeof path, "%s/%s", VITEXT_PAGES, name);
  FILE *f = fopen(path, "rb");
  assert_non_null(f);
  char *bytes = malloc(1 << 16);
  assert_non_null(bytes);
  *len = fread(bytes, 1, 1 << 16, f);
  fclose(f);
  return bytes;
}

static vitext_doc *analyse(const vitext_ctx *ctx, const char *bytes, size_t len)
{
  vitext_doc *doc = NULL;
  assert_int_equal(vitext_analyze(ctx, bytes, len, NULL, &doc, NULL), VITEXT_OK);
  return doc;
}

/* Spans of one layer as text, moved by base; mentions: names only, roles depend on what was said.
 */
static void spans_of(const vitext_doc *d, vitext_layer layer, uint32_t base, text_out *out)
{
  for (size_t i = 0; i < vitext_doc_count(d, layer); i++) {
    vitext_span s = { 0, 0 };
    if (layer == VITEXT_TOKENS) s = vitext_doc_token(d, i)->span;
    if (layer == VITEXT_SENTENCES) s = vitext_doc_sentence(d, i)->span;
    if (layer == VITEXT_WORDS) s = vitext_doc_word(d, i)->span;
    if (layer == VITEXT_REFERENCES) s = vitext_doc_reference(d, i)->span;
    if (layer == VITEXT_MENTIONS) {
      const vitext_mention *m = vitext_doc_mention(d, i);
      if (m->kind != VITEXT_MENTION_FULL) continue;
      s = m->span;
    }
    char line[64];
    const int n = snprintf(line, sizeof line, "%u-%u\n", s.begin + base, s.end + base);
    collect(out, line, (size_t)n);
  }
}

static const char *const pages[] = { "hoi-nghi.txt", "quyet-dinh.txt", "bo-nhiem.txt" };
static const vitext_layer layers[] = { VITEXT_TOKENS, VITEXT_SENTENCES, VITEXT_WORDS,
                                       VITEXT_REFERENCES, VITEXT_MENTIONS };

static void pieces_give_the_same(void **state)
{
  (void)state;
  vitext_ctx *ctx = a_ctx();
  for (size_t p = 0; p < sizeof pages / sizeof *pages; p++) {
    size_t len;
    char *bytes = read_page(pages[p], &len);
    vitext_doc *whole = analyse(ctx, bytes, len);
    for (size_t cut = 2; cut < len; cut++) {
      if (bytes[cut - 1] != '\n' || bytes[cut - 2] != '\n') continue;
      vitext_doc *first = analyse(ctx, bytes, cut);
      vitext_doc *second = analyse(ctx, bytes + cut, len - cut);
      for (size_t k = 0; k < sizeof layers / sizeof *layers; k++) {
        text_out one = { 0 }, two = { 0 };
        collect(&one, "", 0);
        collect(&two, "", 0);
        spans_of(whole, layers[k], 0, &one);
        spans_of(first, layers[k], 0, &two);
        spans_of(second, layers[k], (uint32_t)cut, &two);
        if (strcmp(one.bytes, two.bytes) != 0) {
          fail_msg("%s cut at %zu: %s differ", pages[p], cut,
                   vitext_name(VITEXT_NAME_LAYER, (int32_t)layers[k]));
        }
        free(one.bytes);
        free(two.bytes);
      }
      vitext_doc_free(first);
      vitext_doc_free(second);
    }
    vitext_doc_free(whole);
    free(bytes);
  }
  vitext_ctx_free(ctx);
}

/* The same page decomposed: each layer's spans, taken as text, are the same. */
static void decomposed_gives_the_same(void **state)
{
  (void)state;
  vitext_ctx *ctx = a_ctx();
  vitext_options o = default_options();
  o.form = VITEXT_FORM_NFD;
  for (size_t p = 0; p < sizeof pages / sizeof *pages; p++) {
    size_t len, nfd_len;
    char *bytes = read_page(pages[p], &len);
    vitext_doc *nfd = NULL;
    assert_int_equal(vitext_normalize(ctx, bytes, len, &o, &nfd, NULL), VITEXT_OK);
    const char *decomposed = vitext_doc_text(nfd, &nfd_len);
    vitext_doc *a = analyse(ctx, bytes, len), *b = analyse(ctx, decomposed, nfd_len);
    for (size_t k = 0; k < sizeof layers / sizeof *layers; k++) {
      assert_int_equal(vitext_doc_count(a, layers[k]), vitext_doc_count(b, layers[k]));
    }
    for (size_t i = 0; i < vitext_doc_count(a, VITEXT_TOKENS); i++) {
      vitext_span s = vitext_doc_token(a, i)->span, t = vitext_doc_token(b, i)->span;
      assert_int_equal(vitext_doc_convert(a, VITEXT_UNIT_BYTE, VITEXT_UNIT_TEXT, &s, 1), VITEXT_OK);
      assert_int_equal(vitext_doc_convert(b, VITEXT_UNIT_BYTE, VITEXT_UNIT_TEXT, &t, 1), VITEXT_OK);
      assert_memory_equal(&s, &t, sizeof s);
    }
    vitext_doc_free(a);
    vitext_doc_free(b);
    vitext_doc_free(nfd);
    free(bytes);
  }
  vitext_ctx_free(ctx);
}

int main(void)
{
  const struct CMUnitTest tests[] = { cmocka_unit_test(pieces_give_the_same),
                                      cmocka_unit_test(decomposed_gives_the_same) };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
