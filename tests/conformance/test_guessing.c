/* test_guessing.c - detection on running text: samples of 50 and of 10 words from the corpora, in
 * every encoding: all right at 50, 99 % at 10. */
#define _POSIX_C_SOURCE 200809L /* popen */
#include <stdio.h>
#include "vt_encoding.h"
#include "vt_test.h"

enum { TEXT = 1 << 22, STEP = 4000 };

static size_t read_corpus(const char *name, char *to)
{
  char command[600];
  const char *const cat = strstr(name, ".xz") != NULL ? "xz -dc" : "cat";
  snprintf(command, sizeof command, "%s '%s/%s' 2>/dev/null", cat, CORPORA, name);
  FILE *f = popen(command, "r");
  if (f == NULL) return 0;
  const size_t len = fread(to, 1, TEXT, f);
  char rest[4096];
  while (fread(rest, 1, sizeof rest, f) > 0) continue;
  pclose(f);
  return len;
}

static int collect(void *user, const char *bytes, size_t len)
{
  vitext_buffer *b = user;
  if (len > b->cap - b->len) return 1;
  memcpy(b->data + b->len, bytes, len);
  b->len += len;
  return 0;
}

/* So many words from at on; 0: not so many, or hardly any Vietnamese letters among them. */
static size_t sample_len(const char *text, size_t len, unsigned words)
{
  size_t marked = 0;
  for (size_t i = 0; i < len; i++) {
    marked += (unsigned char)text[i] >= 0xC3;
    if (text[i] != ' ' && text[i] != '\n' && text[i] != '_') continue;
    if (--words == 0) return marked * 12 > i ? i : 0;
  }
  return 0;
}

typedef struct score {
  unsigned samples, right;
} score;

static void guess_one(const char *text, size_t len, vitext_encoding e, score *s)
{
  static char bytes[1 << 16];
  vitext_buffer b = { bytes, sizeof bytes, 0 };
  vitext_guess g[2];
  if (vt_encode(&vt_alloc_heap, e, (vt_text){ text, (uint32_t)len }, "?", NULL, collect, &b) != 0)
    return;
  vt_detect(bytes, b.len, g, 2);
  s->samples++;
  if (g[0].encoding == e) s->right++;
  else print_error("%d taken for %d: %.*s\n", e, g[0].encoding, (int)len, text);
}

static void guess_all(const char *text, size_t len, unsigned words, score *s)
{
  for (size_t at = 0; at + STEP < len; at += STEP) {
    while (at < len && text[at] != ' ') at++;
    const size_t n = sample_len(text + at + 1, len - at - 1, words);
    if (n == 0) continue;
    for (vitext_encoding e = VITEXT_ENC_UTF8; e <= VITEXT_ENC_VPS; e++) {
      if (e != VITEXT_ENC_TCVN3_CAPS) guess_one(text + at + 1, n, e, s);
    }
  }
}

static void running_text_is_recognised(void **state)
{
  (void)state;
  static const char *const names[] = { "raw/gazette.txt.xz", "raw/law.txt.xz", "raw/viwiki.txt.xz",
                                       "train/rdr_train.txt", "train/ud_train.txt" };
  static char text[TEXT];
  score by_50 = { 0, 0 }, by_10 = { 0, 0 };
  for (size_t i = 0; i < COUNT_OF(names); i++) {
    const size_t len = read_corpus(names[i], text);
    guess_all(text, len, 50, &by_50);
    guess_all(text, len, 10, &by_10);
  }
  print_message("50 words: %u of %u right; 10 words: %u of %u\n", by_50.right, by_50.samples,
                by_10.right, by_10.samples);
  if (by_50.samples == 0) skip();
  assert_int_equal(by_50.right, by_50.samples);
  assert_true((uint64_t)by_10.right * 100 >= (uint64_t)by_10.samples * 99);
}

int main(void)
{
  FILE *f = fopen(CORPORA "/README.md", "r");
  if (f == NULL) {
    print_message("skipped: no corpora in ../shared\n");
    return 77;
  }
  fclose(f);
  const struct CMUnitTest tests[] = { cmocka_unit_test(running_text_is_recognised) };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
