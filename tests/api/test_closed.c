/* test_closed.c - nothing is read but what the caller names: no environment, no locale, no file.
 *
 * The functions of the C library that do such things are defined here, so that the shared library
 * and what it stands on (ICU, utf8proc) call these. What the C library does inside itself is not
 * seen. */
#define _GNU_SOURCE
#include "api_test.h"
#include <dlfcn.h>
#include <fcntl.h>
#include <locale.h>
#include <stdio.h>

enum { MOST = 8 };
static const char *seen[MOST]; /* what was asked for */
static size_t seen_count;

static void note(const char *what)
{
  if (seen_count < MOST) seen[seen_count] = what;
  seen_count++;
}

char *getenv(const char *name)
{
  note(name);
  return NULL;
}

char *secure_getenv(const char *name)
{
  note(name);
  return NULL;
}

char *setlocale(int category, const char *locale)
{
  (void)category;
  (void)locale;
  note("setlocale");
  return NULL;
}

struct lconv *localeconv(void)
{
  note("localeconv");
  return NULL;
}

typedef FILE *opener(const char *, const char *);
static FILE *open_as(const char *name, const char *path, const char *mode)
{
  opener *next = NULL;
  void *found = dlsym(RTLD_NEXT, name);
  memcpy(&next, &found, sizeof next);
  note(path);
  return next(path, mode);
}

FILE *fopen(const char *path, const char *mode)
{
  return open_as("fopen", path, mode);
}

FILE *fopen64(const char *path, const char *mode)
{
  return open_as("fopen64", path, mode);
}

int open(const char *path, int flags, ...)
{
  (void)flags;
  note(path);
  return -1;
}

int open64(const char *path, int flags, ...)
{
  (void)flags;
  note(path);
  return -1;
}

int openat(int folder, const char *path, int flags, ...)
{
  (void)folder;
  (void)flags;
  note(path);
  return -1;
}

static void write_all(const vitext_doc *doc)
{
  for (int32_t format = VITEXT_FORMAT_JSON; format <= VITEXT_FORMAT_TEXT; format++) {
    text_out out = { 0 };
    assert_int_equal(vitext_doc_write(doc, format, NULL, collect, &out), VITEXT_OK);
    free(out.bytes);
  }
}

static void require_nothing(void)
{
  for (size_t i = 0; i < seen_count && i < MOST; i++) print_error("asked for: %s\n", seen[i]);
  assert_int_equal(seen_count, 0);
}

/* What ICU asks for when it is first used in a process: where its data are, and a default locale,
 * which the Vietnamese collator makes no use of. */
static void require_start_of_icu(void)
{
  static const char *const known[] = { "ICU_DATA", "setlocale", "LC_ALL", "LC_MESSAGES", "LANG" };
  assert_true(seen_count < MOST);
  for (size_t i = 0; i < seen_count; i++) {
    bool found = false;
    for (size_t k = 0; k < sizeof known / sizeof *known; k++) {
      found = found || strcmp(seen[i], known[k]) == 0;
    }
    if (!found) fail_msg("asked for: %s", seen[i]);
  }
  seen_count = 0;
}

static void nothing_is_asked_for(void **state)
{
  (void)state;
  static const char text[] = "Ông Nguyễn Văn An, Giám đốc Sở Y tế, ký Quyết định 5/QĐ-SYT hôm qua.";
  vitext_guess guesses[4];
  vitext_syllable parts;
  char key[256];
  vitext_buffer out = { key, sizeof key, 0 };
  int32_t order;
  seen_count = 0;
  vitext_ctx *ctx = a_ctx();
  vitext_doc *doc = a_doc(ctx, text);
  write_all(doc);
  vitext_doc_free(doc);
  assert_true(strlen(vitext_version_string()) > 0 && strlen(vitext_data_version(ctx)) > 0);
  assert_true(vitext_detect(text, sizeof text - 1, guesses, 4) >= 1);
  assert_int_equal(vitext_syllable_parse("An", 2, &parts), 1);
  require_nothing();
  const vitext_status st = vitext_sort_key(ctx, "An", 2, &out);
  assert_true(st == VITEXT_OK || st == VITEXT_E_UNSUPPORTED);
  require_start_of_icu();
  assert_int_equal(vitext_sort_key(ctx, "An", 2, &out), st);
  assert_int_equal(vitext_compare(ctx, "An", 2, "Ân", 3, &order), st);
  vitext_ctx_free(ctx);
  require_nothing();
}

/* A source by its path is the one file that is opened, once. */
static void named_files_are_opened(void **state)
{
  (void)state;
  static const char path[] = "/nonexistent/words.tsv";
  const vitext_source source = { VITEXT_SOURCE_WORDS, 0, path, NULL, 0 };
  vitext_ctx_options o;
  vitext_ctx *ctx = NULL;
  vitext_ctx_options_init(&o, sizeof o);
  o.sources = &source;
  o.source_count = 1;
  seen_count = 0;
  assert_int_equal(vitext_ctx_new(&o, &ctx, NULL), VITEXT_E_IO);
  assert_int_equal(seen_count, 1);
  assert_string_equal(seen[0], path);
}

int main(void)
{
  const struct CMUnitTest tests[] = { cmocka_unit_test(nothing_is_asked_for),
                                      cmocka_unit_test(named_files_are_opened) };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
