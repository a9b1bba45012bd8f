/* test_write.c - every format, through a sink and into a buffer. */
#include "api_test.h"

static char *write_all(const vitext_doc *doc, int32_t format, const vitext_write_options *o)
{
  text_out out = { 0 };
  collect(&out, "", 0);
  assert_int_equal(vitext_doc_write(doc, format, o, collect, &out), VITEXT_OK);
  return out.bytes;
}

static void expect(const vitext_doc *doc, int32_t format, const vitext_write_options *o,
                   const char *expected)
{
  char *got = write_all(doc, format, o);
  assert_string_equal(got, expected);
  free(got);
}

static vitext_write_options defaults(void)
{
  vitext_write_options o;
  vitext_write_options_init(&o, sizeof o);
  return o;
}

static void records_without_layers(void **state)
{
  (void)state;
  vitext_doc *doc = NULL;
  assert_int_equal(vitext_normalize(NULL, "a", 1, NULL, &doc, NULL), VITEXT_OK);
  vitext_write_options o = defaults();
  expect(doc, VITEXT_FORMAT_RECORDS, &o, "{}");
  o.members = "\"id\":7";
  expect(doc, VITEXT_FORMAT_RECORDS, &o, "{\"id\":7}");
  char *json = write_all(doc, VITEXT_FORMAT_JSON, &o);
  assert_int_equal(strncmp(json, "{\"id\":7,\"data\":\"", 16), 0);
  free(json);
  vitext_doc_free(doc);
}

static void text_and_html(void **state)
{
  (void)state;
  vitext_doc *doc = NULL;
  static const char text[] = "a<b> & \"c\" 'd'\0e";
  assert_int_equal(vitext_normalize(NULL, text, sizeof text - 1, NULL, &doc, NULL), VITEXT_OK);
  expect(doc, VITEXT_FORMAT_HTML, NULL,
         "a&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;\xEF\xBF\xBD"
         "e");
  char bytes[64];
  vitext_buffer buffer = { bytes, sizeof bytes, 0 };
  assert_int_equal(vitext_doc_write(doc, VITEXT_FORMAT_TEXT, NULL, NULL, &buffer), VITEXT_OK);
  assert_int_equal(buffer.len, sizeof text - 1);
  assert_memory_equal(bytes, text, sizeof text - 1);
  buffer.cap = 3;
  assert_int_equal(vitext_doc_write(doc, VITEXT_FORMAT_TEXT, NULL, NULL, &buffer),
                   VITEXT_E_NO_SPACE);
  assert_int_equal(buffer.len, sizeof text - 1);
  vitext_doc_free(doc);
}

static void formats_need_their_layers(void **state)
{
  (void)state;
  vitext_ctx *ctx = a_ctx();
  vitext_doc *doc = NULL;
  vitext_buffer buffer = { 0 };
  vitext_options o = default_options();
  o.layers = VITEXT_TOKENS | VITEXT_SENTENCES;
  assert_int_equal(vitext_analyze(ctx, "a b", 3, &o, &doc, NULL), VITEXT_OK);
  assert_int_equal(vitext_doc_write(doc, VITEXT_FORMAT_WORDS, NULL, NULL, &buffer),
                   VITEXT_E_ARGUMENT);
  assert_int_equal(vitext_doc_write(doc, VITEXT_FORMAT_CONLLU, NULL, NULL, &buffer),
                   VITEXT_E_ARGUMENT);
  vitext_doc_free(doc);
  vitext_ctx_free(ctx);
}

/* Whatever the size of the pieces, the bytes are the same; a sink that stops is obeyed. */
typedef struct stopper {
  size_t after, seen;
} stopper;
static int stop_after(void *user, const char *bytes, size_t len)
{
  stopper *s = user;
  (void)bytes;
  s->seen += len;
  return s->seen > s->after;
}

static void a_sink_may_stop(void **state)
{
  (void)state;
  vitext_ctx *ctx = a_ctx();
  enum { LEN = 100000 };
  char *text = malloc(LEN);
  assert_non_null(text);
  for (size_t i = 0; i < LEN; i++) text[i] = "ab c\n"[i % 5];
  vitext_doc *doc = NULL;
  assert_int_equal(vitext_analyze(ctx, text, LEN, NULL, &doc, NULL), VITEXT_OK);
  vitext_write_options old = defaults();
  old.encoding = VITEXT_ENC_TCVN3;
  stopper amid = { 10, 0 };
  assert_int_equal(vitext_doc_write(doc, VITEXT_FORMAT_TEXT, &old, stop_after, &amid),
                   VITEXT_E_STOPPED);
  for (int32_t format = VITEXT_FORMAT_JSON; format <= VITEXT_FORMAT_TEXT; format++) {
    stopper s = { 10, 0 };
    assert_int_equal(vitext_doc_write(doc, format, NULL, stop_after, &s), VITEXT_E_STOPPED);
    char *whole = write_all(doc, format, NULL);
    const size_t len = strlen(whole);
    vitext_buffer buffer = { malloc(len), len, 0 };
    assert_non_null(buffer.data);
    assert_int_equal(vitext_doc_write(doc, format, NULL, NULL, &buffer), VITEXT_OK);
    assert_int_equal(buffer.len, len);
    assert_memory_equal(buffer.data, whole, len);
    free(buffer.data);
    free(whole);
  }
  vitext_doc_free(doc);
  vitext_ctx_free(ctx);
  free(text);
}

static void unknown_write_options(void **state)
{
  (void)state;
  vitext_doc *doc = NULL;
  vitext_buffer buffer = { 0 };
  assert_int_equal(vitext_normalize(NULL, "a", 1, NULL, &doc, NULL), VITEXT_OK);
  vitext_write_options rows[6];
  for (size_t i = 0; i < 6; i++) rows[i] = defaults();
  rows[0].size = 1;
  rows[1].layers = 1u << 7;
  rows[2].unit = 4;
  rows[3].encoding = 0;
  rows[4].flags = 1;
  rows[5].encoding = 13;
  for (size_t i = 0; i < 6; i++) {
    assert_int_equal(vitext_doc_write(doc, 1, &rows[i], NULL, &buffer), VITEXT_E_ARGUMENT);
  }
  vitext_doc_free(doc);
}

/* Every character below U+0020 is escaped. */
static void controls_are_escaped(void **state)
{
  (void)state;
  vitext_ctx *ctx = a_ctx();
  vitext_doc *doc = a_doc(ctx, "Theo Nghị quyết 5-NQ/TW về “Công\x01 tác\x1F tốt”.");
  char *json = write_all(doc, VITEXT_FORMAT_JSON, NULL);
  assert_non_null(strstr(json, "\"title\":\"Công\\u0001 tác\\u001f tốt\""));
  free(json);
  vitext_doc_free(doc);
  vitext_ctx_free(ctx);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(controls_are_escaped), cmocka_unit_test(records_without_layers),
    cmocka_unit_test(text_and_html),        cmocka_unit_test(formats_need_their_layers),
    cmocka_unit_test(a_sink_may_stop),      cmocka_unit_test(unknown_write_options),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
