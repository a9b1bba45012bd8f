/* test_release.c - a program that knows only the header of a release: what that header promised,
 * the library of today still does. Struct sizes and constants are those of the release. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>
#include "vitext.h"

static const char text[] =
    "Ông Nguyễn Văn An, Giám đốc Sở Y tế tỉnh Nghệ An, nêu Nghị định số 30/2020/NĐ-CP ngày "
    "05/3/2020 của Chính phủ. Theo Nghị định này, đồng chí An báo cáo.";

static vitext_ctx *ctx;
static vitext_doc *doc;

static int open_all(void **state)
{
  (void)state;
  return vitext_ctx_new(NULL, &ctx, NULL) == VITEXT_OK &&
                 vitext_analyze(ctx, text, sizeof text - 1, NULL, &doc, NULL) == VITEXT_OK
             ? 0
             : -1;
}

static int close_all(void **state)
{
  (void)state;
  vitext_doc_free(doc);
  vitext_ctx_free(ctx);
  return 0;
}

/* The soname changes with the major version, and nothing is taken away within one. */
static void the_version_is_no_older(void **state)
{
  (void)state;
  char release[32];
  snprintf(release, sizeof release, "%d.%d.%d", VITEXT_VERSION_MAJOR, VITEXT_VERSION_MINOR,
           VITEXT_VERSION_PATCH);
  assert_string_equal(release, RELEASE); /* this is the release's header */
  assert_true(vitext_version() >= VITEXT_VERSION);
  assert_int_equal(vitext_version() / 1000000, VITEXT_VERSION_MAJOR);
  int major, minor, patch;
  assert_int_equal(sscanf(vitext_version_string(), "%d.%d.%d", &major, &minor, &patch), 3);
  assert_int_equal(major * 1000000 + minor * 1000 + patch, vitext_version());
  assert_true(vitext_data_version(NULL)[0] != '\0');
}

/* Options: the release's struct is read with the rest at its defaults, and nothing behind it. */
static void options_of_the_release_are_read(void **state)
{
  (void)state;
  struct {
    vitext_options o;
    unsigned char behind[64];
  } guarded;
  memset(&guarded, 0xEE, sizeof guarded);
  vitext_options_init(&guarded.o, sizeof guarded.o);
  assert_int_equal(guarded.o.size, sizeof guarded.o);
  assert_int_equal(guarded.o.encoding, VITEXT_ENC_UTF8);
  assert_int_equal(guarded.o.repair, VITEXT_REPAIR_DEFAULT);
  assert_int_equal(guarded.o.form, VITEXT_FORM_NFC);
  assert_int_equal(guarded.o.fold, VITEXT_FOLD_NONE);
  assert_int_equal(guarded.o.layers, VITEXT_ALL);
  assert_int_equal(guarded.o.convention, VITEXT_CONVENTION_VLSP);
  for (size_t i = 0; i < sizeof guarded.behind; i++) assert_int_equal(guarded.behind[i], 0xEE);
  vitext_doc *again = NULL;
  assert_int_equal(vitext_analyze(ctx, text, sizeof text - 1, &guarded.o, &again, NULL), VITEXT_OK);
  assert_int_equal(vitext_doc_count(again, VITEXT_TOKENS), vitext_doc_count(doc, VITEXT_TOKENS));
  vitext_doc_free(again);
  guarded.o.layers = 1u << 31; /* no flag of any release so far */
  assert_int_equal(vitext_analyze(ctx, text, sizeof text - 1, &guarded.o, &again, NULL),
                   VITEXT_E_ARGUMENT);
}

/* Options of a header to come: zeros behind what is known are the defaults, other bytes are
 * refused; fewer bytes than the first release had were written by no header. */
static void longer_options_are_refused_or_default(void **state)
{
  (void)state;
  struct {
    vitext_options o;
    unsigned char more[256];
  } next;
  vitext_doc *d = NULL;
  vitext_options_init(&next.o, sizeof next);
  assert_int_equal(next.o.size, sizeof next);
  assert_int_equal(vitext_normalize(NULL, "a", 1, &next.o, &d, NULL), VITEXT_OK);
  vitext_doc_free(d);
  next.more[sizeof next.more - 1] = 1;
  assert_int_equal(vitext_normalize(NULL, "a", 1, &next.o, &d, NULL), VITEXT_E_ARGUMENT);
  vitext_options_init(&next.o, sizeof next.o);
  next.o.size = offsetof(vitext_options, convention);
  assert_int_equal(vitext_normalize(NULL, "a", 1, &next.o, &d, NULL), VITEXT_E_ARGUMENT);
  vitext_ctx_options c;
  vitext_ctx_options_init(&c, sizeof c);
  vitext_ctx *other = NULL;
  assert_int_equal(vitext_ctx_new(&c, &other, NULL), VITEXT_OK);
  vitext_ctx_free(other);
  vitext_write_options w;
  vitext_write_options_init(&w, sizeof w);
  assert_int_equal(w.layers, VITEXT_ALL);
  assert_string_equal(w.members, "");
  assert_int_equal(w.encoding, VITEXT_ENC_UTF8);
  char bytes[4096];
  vitext_buffer out = { bytes, sizeof bytes, 0 };
  assert_int_equal(vitext_doc_write(doc, VITEXT_FORMAT_TEXT, &w, NULL, &out), VITEXT_OK);
}

/* Records are copied at the release's size, whatever theirs is now. */
#define CHECK_COPY(type, layer, get)                                                               \
  do {                                                                                             \
    const size_t count = vitext_doc_count(doc, layer);                                             \
    assert_true(count > 0 && count < 100);                                                         \
    type records[101];                                                                             \
    memset(records, 0xEE, sizeof records);                                                         \
    assert_int_equal(                                                                              \
        vitext_doc_copy(doc, layer, VITEXT_UNIT_BYTE, records, sizeof *records, count),            \
        VITEXT_OK);                                                                                \
    for (size_t i = 0; i < count; i++)                                                             \
      assert_memory_equal(&records[i], get(doc, i), sizeof *records);                              \
    const unsigned char *behind = (const unsigned char *)&records[count];                          \
    for (size_t i = 0; i < sizeof *records; i++) assert_int_equal(behind[i], 0xEE);                \
    assert_null(get(doc, count));                                                                  \
  } while (0)

static void records_come_at_the_size_of_the_release(void **state)
{
  (void)state;
  CHECK_COPY(vitext_token, VITEXT_TOKENS, vitext_doc_token);
  CHECK_COPY(vitext_group, VITEXT_WORDS, vitext_doc_word);
  CHECK_COPY(vitext_group, VITEXT_SENTENCES, vitext_doc_sentence);
  CHECK_COPY(vitext_reference, VITEXT_REFERENCES, vitext_doc_reference);
  CHECK_COPY(vitext_person, VITEXT_PERSONS, vitext_doc_person);
  CHECK_COPY(vitext_mention, VITEXT_MENTIONS, vitext_doc_mention);
  CHECK_COPY(vitext_position, VITEXT_POSITIONS, vitext_doc_position);
}

/* Fields stand where the release's header says, and mean what it says. */
static void fields_say_what_they_said(void **state)
{
  (void)state;
  const vitext_reference *r = vitext_doc_reference(doc, 0);
  assert_int_equal(r->kind, VITEXT_REF_FULL);
  assert_string_equal(r->canonical, "vn:nghi-dinh:30/2020/nd-cp");
  assert_string_equal(r->date, "2020-03-05");
  assert_true(r->percent >= 1 && r->percent <= 100);
  assert_int_equal(vitext_doc_reference(doc, 1)->kind, VITEXT_REF_ANAPHOR);
  assert_int_equal(vitext_doc_reference(doc, 1)->antecedent, -1); /* "này" is this text itself */
  assert_string_equal(vitext_doc_person(doc, 0)->name, "Nguyễn Văn An");
  assert_int_equal(vitext_doc_person(doc, 0)->official, 1);
  assert_int_equal(vitext_doc_mention(doc, 0)->kind, VITEXT_MENTION_FULL);
  assert_string_equal(vitext_doc_mention(doc, 0)->honorific, "Ông");
  assert_string_equal(vitext_doc_position(doc, 0)->title, "giám đốc");
  assert_int_equal(vitext_doc_position(doc, 0)->status, VITEXT_POST_CURRENT);
  vitext_syllable s;
  assert_int_equal(vitext_syllable_parse("nghiêng", 8, &s), 1);
  assert_string_equal(s.onset, "ngh");
  assert_int_equal(s.tone, VITEXT_TONE_NGANG);
}

/* Every name of a constant is still found under the release's number. */
static void constants_have_their_names(void **state)
{
  (void)state;
  static const struct {
    int32_t group, value;
    const char *name;
  } rows[] = {
    { VITEXT_NAME_E, VITEXT_E_DATA, "data" },
    { VITEXT_NAME_ENC, VITEXT_ENC_TCVN3, "tcvn3" },
    { VITEXT_NAME_TOKEN, VITEXT_TOKEN_BREAK, "break" },
    { VITEXT_NAME_REF, VITEXT_REF_PROVISION, "provision" },
    { VITEXT_NAME_MENTION, VITEXT_MENTION_ROLE, "role" },
    { VITEXT_NAME_POST, VITEXT_POST_FORMER, "former" },
    { VITEXT_NAME_SPHERE, VITEXT_SPHERE_FOREIGN, "foreign" },
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    assert_string_equal(vitext_name(rows[i].group, rows[i].value), rows[i].name);
}

/* The other functions of the release are there: the linker has found them. */
static void every_function_is_there(void **state)
{
  (void)state;
  void (*const functions[])(void) = {
    (void (*)(void))vitext_detect,     (void (*)(void))vitext_doc_text,
    (void (*)(void))vitext_doc_slice,  (void (*)(void))vitext_doc_convert,
    (void (*)(void))vitext_doc_losses, (void (*)(void))vitext_annotate,
    (void (*)(void))vitext_sort_key,   (void (*)(void))vitext_compare,
  };
  for (size_t i = 0; i < sizeof functions / sizeof *functions; i++)
    assert_true(functions[i] != NULL);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(the_version_is_no_older),
    cmocka_unit_test(options_of_the_release_are_read),
    cmocka_unit_test(longer_options_are_refused_or_default),
    cmocka_unit_test(records_come_at_the_size_of_the_release),
    cmocka_unit_test(fields_say_what_they_said),
    cmocka_unit_test(constants_have_their_names),
    cmocka_unit_test(every_function_is_there),
  };
  return cmocka_run_group_tests(tests, open_all, close_all);
}
