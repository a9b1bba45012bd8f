/* test_arguments.c - what every function does with NULL, unknown values, wrong sizes. */
#include "api_test.h"

static void versions_and_names(void **state)
{
  (void)state;
  assert_int_equal(vitext_version(), VITEXT_VERSION);
  assert_non_null(strstr(vitext_version_string(), "0."));
  assert_true(strlen(vitext_data_version(NULL)) > 0);
  static const struct {
    int32_t group, value;
    const char *word;
  } rows[] = {
    { VITEXT_NAME_E, VITEXT_OK, "ok" },
    { VITEXT_NAME_E, VITEXT_E_UNSUPPORTED, "unsupported" },
    { VITEXT_NAME_E, 1, NULL },
    { VITEXT_NAME_E, -10, NULL },
    { VITEXT_NAME_ENC, VITEXT_ENC_UTF8, "utf-8" },
    { VITEXT_NAME_ENC, VITEXT_ENC_VPS, "vps" },
    { VITEXT_NAME_ENC, 0, NULL },
    { VITEXT_NAME_TOKEN, VITEXT_TOKEN_SYLLABLE, "syllable" },
    { VITEXT_NAME_TOKEN, VITEXT_TOKEN_BREAK, "break" },
    { VITEXT_NAME_TOKEN, 18, NULL },
    { VITEXT_NAME_REF, VITEXT_REF_PROVISION, "provision" },
    { VITEXT_NAME_REL, VITEXT_REL_BASED_ON, "based-on" },
    { VITEXT_NAME_MENTION, VITEXT_MENTION_ROLE, "role" },
    { VITEXT_NAME_POST, VITEXT_POST_FORMER, "former" },
    { VITEXT_NAME_SPHERE, VITEXT_SPHERE_FOREIGN, "foreign" },
    { VITEXT_NAME_REPAIR, VITEXT_REPAIR_DASHES, "dashes" },
    { VITEXT_NAME_REPAIR, 3, NULL },
    { VITEXT_NAME_REFF, VITEXT_REFF_PASSIVE, "passive" },
    { VITEXT_NAME_LAYER, VITEXT_POSITIONS, "positions" },
    { VITEXT_NAME_LAYER, VITEXT_OFFICIALS, "officials" },
    { 0, 1, NULL },
    { 12, 1, NULL },
    { INT32_MIN, INT32_MIN, NULL },
    { VITEXT_NAME_E, INT32_MIN, NULL },
    { VITEXT_NAME_TOKEN, INT32_MAX, NULL },
    { VITEXT_NAME_REPAIR, INT32_MIN, NULL },
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    const char *word = vitext_name(rows[i].group, rows[i].value);
    if (rows[i].word == NULL) assert_null(word);
    else assert_string_equal(word, rows[i].word);
  }
}

static void null_is_refused_or_fine(void **state)
{
  (void)state;
  vitext_ctx *ctx = a_ctx();
  vitext_doc *doc = a_doc(ctx, "Hà Nội");
  vitext_error err = { 0 };
  vitext_buffer buffer = { 0 };
  int32_t order;
  size_t count;
  vitext_syllable syllable;
  vitext_span span = { 0, 1 };
  vitext_doc *out = doc; /* must become NULL */
  vitext_ctx_free(NULL);
  vitext_doc_free(NULL);
  assert_int_equal(vitext_ctx_new(NULL, NULL, &err), VITEXT_E_ARGUMENT);
  assert_int_equal(err.status, VITEXT_E_ARGUMENT);
  assert_int_equal(vitext_analyze(NULL, "a", 1, NULL, &out, NULL), VITEXT_E_ARGUMENT);
  assert_null(out);
  assert_int_equal(vitext_analyze(ctx, NULL, 1, NULL, &out, NULL), VITEXT_E_ARGUMENT);
  assert_int_equal(vitext_analyze(ctx, "a", 1, NULL, NULL, NULL), VITEXT_E_ARGUMENT);
  assert_int_equal(vitext_normalize(ctx, NULL, 1, NULL, &out, NULL), VITEXT_E_ARGUMENT);
  assert_int_equal(vitext_detect(NULL, 1, NULL, 0), 0);
  assert_string_equal(vitext_doc_text(NULL, &count), "");
  assert_int_equal(count, 0);
  assert_non_null(vitext_doc_slice(NULL, span, NULL));
  assert_int_equal(vitext_doc_convert(NULL, 0, 0, &span, 1), VITEXT_E_ARGUMENT);
  assert_int_equal(vitext_doc_convert(doc, 0, 0, NULL, 1), VITEXT_E_ARGUMENT);
  assert_int_equal(vitext_doc_convert(doc, 0, 0, NULL, 0), VITEXT_OK);
  assert_int_equal(vitext_doc_convert(doc, 0, 4, &span, 1), VITEXT_E_ARGUMENT);
  assert_int_equal(vitext_doc_convert(doc, -1, 0, &span, 1), VITEXT_E_ARGUMENT);
  assert_null(vitext_doc_token(NULL, 0));
  assert_null(vitext_doc_word(doc, SIZE_MAX));
  assert_int_equal(vitext_doc_count(NULL, VITEXT_TOKENS), 0);
  assert_int_equal(vitext_doc_count(doc, VITEXT_OFFICIALS), 0);
  assert_int_equal(vitext_doc_count(doc, 1u << 9), 0);
  assert_int_equal(vitext_doc_copy(NULL, VITEXT_TOKENS, 0, NULL, 12, 0), VITEXT_E_ARGUMENT);
  assert_int_equal(vitext_doc_copy(doc, VITEXT_TOKENS, 0, NULL, 12, 1000), VITEXT_E_ARGUMENT);
  assert_int_equal(vitext_doc_copy(doc, VITEXT_TOKENS, 0, NULL, 11, 0), VITEXT_E_ARGUMENT);
  assert_int_equal(vitext_doc_copy(doc, VITEXT_TOKENS, 9, NULL, 12, 0), VITEXT_E_ARGUMENT);
  assert_int_equal(vitext_doc_copy(doc, VITEXT_ALL, 0, NULL, 12, 0), VITEXT_E_ARGUMENT);
  assert_int_equal(vitext_doc_copy(doc, VITEXT_TOKENS, 0, NULL, 12, 0), VITEXT_OK);
  assert_int_equal(vitext_doc_write(NULL, 1, NULL, NULL, &buffer), VITEXT_E_ARGUMENT);
  assert_int_equal(vitext_doc_write(doc, 1, NULL, NULL, NULL), VITEXT_E_ARGUMENT);
  assert_int_equal(vitext_doc_write(doc, 0, NULL, NULL, &buffer), VITEXT_E_ARGUMENT);
  assert_int_equal(vitext_doc_write(doc, 7, NULL, NULL, &buffer), VITEXT_E_ARGUMENT);
  assert_int_equal(vitext_doc_losses(doc, VITEXT_ENC_TCVN3, NULL, 1, &count), VITEXT_E_ARGUMENT);
  assert_int_equal(vitext_doc_losses(doc, 99, NULL, 0, &count), VITEXT_E_ARGUMENT);
  assert_int_equal(vitext_doc_losses(doc, VITEXT_ENC_UTF8, NULL, 0, NULL), VITEXT_E_ARGUMENT);
  assert_int_equal(vitext_syllable_parse(NULL, 0, &syllable), 0);
  assert_int_equal(vitext_syllable_parse("a", 1, NULL), 0);
  assert_int_equal(vitext_sort_key(ctx, "a", 1, NULL), VITEXT_E_ARGUMENT);
  assert_int_equal(vitext_sort_key(ctx, NULL, 1, &buffer), VITEXT_E_ARGUMENT);
  assert_int_equal(vitext_compare(ctx, "a", 1, "a", 1, NULL), VITEXT_E_ARGUMENT);
  assert_int_equal(vitext_compare(ctx, NULL, 1, "a", 1, &order), VITEXT_E_ARGUMENT);
  vitext_doc_free(doc);
  vitext_ctx_free(ctx);
}

/* A struct of a later header: the bytes this library does not know have to be 0. */
typedef struct later_options {
  vitext_options known;
  uint64_t unknown;
} later_options;

static void sizes_of_options(void **state)
{
  (void)state;
  vitext_doc *doc = NULL;
  vitext_error err;
  later_options later;
  memset(&later, 0xFF, sizeof later);
  vitext_options_init(&later.known, sizeof later);
  assert_int_equal(later.known.size, sizeof later);
  assert_true(later.unknown == 0);
  assert_int_equal(vitext_normalize(NULL, "a", 1, &later.known, &doc, &err), VITEXT_OK);
  vitext_doc_free(doc);
  later.unknown = 1;
  assert_int_equal(vitext_normalize(NULL, "a", 1, &later.known, &doc, &err), VITEXT_E_ARGUMENT);
  assert_null(doc);
  vitext_options o = default_options();
  o.size = sizeof o - 1;
  assert_int_equal(vitext_normalize(NULL, "a", 1, &o, &doc, &err), VITEXT_E_ARGUMENT);
  o.size = 0;
  assert_int_equal(vitext_normalize(NULL, "a", 1, &o, &doc, &err), VITEXT_E_ARGUMENT);
  vitext_options_init(NULL, sizeof o);
  vitext_ctx_options_init(NULL, 0);
  vitext_write_options_init(NULL, 0);
}

static void unknown_values_of_options(void **state)
{
  (void)state;
  vitext_ctx *ctx = a_ctx();
  const struct {
    size_t at;
    int32_t value;
  } rows[] = {
    { offsetof(vitext_options, encoding), 0 },
    { offsetof(vitext_options, encoding), 13 },
    { offsetof(vitext_options, lenient), 2 },
    { offsetof(vitext_options, repair), 1 << 7 },
    { offsetof(vitext_options, style), 3 },
    { offsetof(vitext_options, style), -1 },
    { offsetof(vitext_options, form), 5 },
    { offsetof(vitext_options, form), VITEXT_FORM_NFD },
    { offsetof(vitext_options, fold), 4 },
    { offsetof(vitext_options, fold), VITEXT_FOLD_CASE },
    { offsetof(vitext_options, layers), 1 << 7 },
    { offsetof(vitext_options, convention), 0 },
    { offsetof(vitext_options, convention), 3 },
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    vitext_options o = default_options();
    vitext_doc *doc = NULL;
    vitext_error err = { 0 };
    memcpy((char *)&o + rows[i].at, &rows[i].value, sizeof rows[i].value);
    assert_int_equal(vitext_analyze(ctx, "a", 1, &o, &doc, &err), VITEXT_E_ARGUMENT);
    assert_null(doc);
    assert_true(err.message[0] != '\0');
  }
  vitext_ctx_free(ctx);
}

static void sources_are_checked(void **state)
{
  (void)state;
  static const char junk[] = "junk";
  const struct {
    vitext_source source;
    vitext_status status;
  } rows[] = {
    { { 0, 0, NULL, junk, 4 }, VITEXT_E_ARGUMENT },
    { { 5, 0, NULL, junk, 4 }, VITEXT_E_ARGUMENT },
    { { VITEXT_SOURCE_MODEL, 1, NULL, junk, 4 }, VITEXT_E_ARGUMENT },
    { { VITEXT_SOURCE_MODEL, 0, NULL, NULL, 0 }, VITEXT_E_ARGUMENT },
    { { VITEXT_SOURCE_MODEL, 0, "x", junk, 4 }, VITEXT_E_ARGUMENT },
    { { VITEXT_SOURCE_WORDS, 0, "/does/not/exist", NULL, 0 }, VITEXT_E_IO },
    { { VITEXT_SOURCE_WORDS, 0, NULL, junk, 4 }, VITEXT_E_DATA },
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    vitext_ctx_options o;
    vitext_ctx *ctx = NULL;
    vitext_error err = { 0 };
    vitext_ctx_options_init(&o, sizeof o);
    o.sources = &rows[i].source;
    o.source_count = 1;
    assert_int_equal(vitext_ctx_new(&o, &ctx, &err), rows[i].status);
    assert_null(ctx);
    assert_int_equal(err.status, rows[i].status);
    assert_true(err.message[0] != '\0');
  }
}

/* Refused by the length alone: a caller's few bytes are not read past their end. */
static void too_long_by_length(void **state)
{
  (void)state;
  vitext_ctx *ctx = a_ctx();
  vitext_doc *doc = NULL;
  vitext_error err = { 0 };
  vitext_buffer buffer = { 0 };
  int32_t order;
  static const char one[] = "a";
  const size_t len = (size_t)VITEXT_MAX_INPUT + 1;
  assert_int_equal(vitext_analyze(ctx, one, len, NULL, &doc, &err), VITEXT_E_TOO_LONG);
  assert_int_equal(err.status, VITEXT_E_TOO_LONG);
  assert_int_equal(vitext_normalize(ctx, one, SIZE_MAX, NULL, &doc, NULL), VITEXT_E_TOO_LONG);
  assert_int_equal(vitext_annotate(one, len, NULL, 0, 0, NULL, &buffer), VITEXT_E_TOO_LONG);
  assert_int_equal(vitext_sort_key(ctx, one, len, &buffer), VITEXT_E_TOO_LONG);
  assert_int_equal(vitext_compare(ctx, one, len, one, 1, &order), VITEXT_E_TOO_LONG);
  vitext_ctx_free(ctx);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(versions_and_names),  cmocka_unit_test(null_is_refused_or_fine),
    cmocka_unit_test(sizes_of_options),    cmocka_unit_test(unknown_values_of_options),
    cmocka_unit_test(sources_are_checked), cmocka_unit_test(too_long_by_length),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
