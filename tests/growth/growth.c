/* growth.c - what each stage costs as its input grows.
 *
 *   growth TEXTS                 the test: 64 KB to 1 MB
 *   growth TEXTS table [MB]      the table: 1, 4, 16, 64 MB (or up to MB)
 *   growth TEXTS whole MB        all layers of one document of that many MB: within 12 bytes a byte
 *   growth TEXTS hostile MB      the same of hostile text, which is refused: within 12, too
 *
 * TEXTS is what tests/property/texts.py writes: ordinary text is made of it; hostile text is all of
 * tests/pathological/hostile.h in turn, each as long a run as fits. Time is processor time, the
 * best of several runs for small inputs; memory is the most that the document's allocator had out
 * at once, and so the same in every run. Four times the input must cost less than five times of
 * both, and references may take twice the text besides what they give. */
#include <malloc.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include "../meter.h"
#include "hostile.h"
#include "vitext.h"

enum { GROWTH = 5, MEMORY_LIMIT = 12 };

static meter memory;
static vitext_ctx *ctx;

/* ---- Texts ---- */

static char *sample; /* the pages, an empty line between them */
static size_t sample_len;

static void read_sample(const char *path)
{
  FILE *f = fopen(path, "rb");
  sample = malloc(1 << 24);
  if (f == NULL || sample == NULL) exit(2);
  char *at = sample;
  for (int c; (c = fgetc(f)) != EOF && at - sample < (1 << 24) - 2;) {
    if (c == '\f') *at++ = '\n';
    *at++ = (char)(c == '\f' ? '\n' : c);
  }
  fclose(f);
  *at++ = '\n';
  sample_len = (size_t)(at - sample);
}

/* Cut at a character. */
static char *ordinary(size_t *len)
{
  char *text = malloc(*len + 1);
  if (text == NULL) exit(2);
  for (size_t at = 0; at < *len; at += sample_len)
    memcpy(text + at, sample, *len - at < sample_len ? *len - at : sample_len);
  while (*len > 0 && ((unsigned char)text[*len - 1] & 0xC0) == 0x80) (*len)--;
  if (*len > 0 && (unsigned char)text[*len - 1] >= 0xC0) (*len)--;
  text[*len] = '\0';
  return text;
}

static char *hostile_mix(size_t *len)
{
  const size_t each = *len / INPUTS;
  char *text = malloc(each * INPUTS + 1);
  if (text == NULL || each < 100) exit(2);
  for (size_t k = 0; k < INPUTS; k++) hostile_fill(&inputs[k], text + k * each, each);
  *len = each * INPUTS;
  return text;
}

/* ---- Stages ---- */

typedef enum what { NORMALIZE, ANALYZE, WRITE } what;
typedef struct stage {
  const char *name;
  what what;
  int32_t form, fold;
  vitext_encoding encoding;
  uint32_t layers;
  int32_t format;
} stage;

static const stage stages[] = {
  { "decode UTF-8", NORMALIZE, VITEXT_FORM_NONE, 0, VITEXT_ENC_UTF8, 0, 0 },
  { "decode TCVN3", NORMALIZE, VITEXT_FORM_NONE, 0, VITEXT_ENC_TCVN3, 0, 0 },
  { "normalise to NFC", NORMALIZE, VITEXT_FORM_NFC, 0, VITEXT_ENC_UTF8, 0, 0 },
  { "normalise to NFD", NORMALIZE, VITEXT_FORM_NFD, 0, VITEXT_ENC_UTF8, 0, 0 },
  { "fold", NORMALIZE, VITEXT_FORM_NFC, VITEXT_FOLD_MARKS, VITEXT_ENC_UTF8, 0, 0 },
  { "tokens", ANALYZE, 0, 0, VITEXT_ENC_UTF8, VITEXT_TOKENS, 0 },
  { "sentences", ANALYZE, 0, 0, VITEXT_ENC_UTF8, VITEXT_SENTENCES, 0 },
  { "words", ANALYZE, 0, 0, VITEXT_ENC_UTF8, VITEXT_WORDS, 0 },
  { "references", ANALYZE, 0, 0, VITEXT_ENC_UTF8, VITEXT_REFERENCES, 0 },
  { "officials", ANALYZE, 0, 0, VITEXT_ENC_UTF8, VITEXT_OFFICIALS, 0 },
  { "all layers", ANALYZE, 0, 0, VITEXT_ENC_UTF8, VITEXT_ALL, 0 },
  { "write JSON", WRITE, 0, 0, VITEXT_ENC_UTF8, VITEXT_ALL, VITEXT_FORMAT_JSON },
  { "write HTML", WRITE, 0, 0, VITEXT_ENC_UTF8, VITEXT_ALL, VITEXT_FORMAT_HTML },
  { "write CoNLL-U", WRITE, 0, 0, VITEXT_ENC_UTF8, VITEXT_ALL, VITEXT_FORMAT_CONLLU },
};
enum { STAGES = sizeof stages / sizeof *stages };

static int drop(void *user, const char *bytes, size_t len)
{
  (void)bytes;
  *(size_t *)user += len;
  return 0;
}

typedef struct cost {
  double seconds;
  size_t peak;
} cost;

static vitext_doc *make(const stage *s, const char *text, size_t len)
{
  vitext_options o;
  vitext_doc *doc = NULL;
  vitext_options_init(&o, sizeof o);
  o.lenient = 1;
  o.encoding = s->encoding;
  if (s->what == NORMALIZE) {
    o.form = s->form;
    o.fold = s->fold;
    if (s->form == VITEXT_FORM_NONE) o.repair = 0;
  } else {
    o.layers = s->layers;
  }
  const vitext_status st = s->what == NORMALIZE ? vitext_normalize(ctx, text, len, &o, &doc, NULL)
                                                : vitext_analyze(ctx, text, len, &o, &doc, NULL);
  if (st != VITEXT_OK) {
    printf("%s: %s\n", s->name, vitext_name(VITEXT_NAME_E, st));
    exit(1);
  }
  return doc;
}

static cost once(const stage *s, const char *text, size_t len)
{
  size_t written = 0;
  vitext_doc *doc = s->what == WRITE ? make(s, text, len) : NULL;
  const size_t before = memory.live;
  memory.peak = before;
  const clock_t begin = clock();
  if (s->what == WRITE) {
    if (vitext_doc_write(doc, s->format, NULL, drop, &written) != VITEXT_OK) exit(1);
  } else {
    doc = make(s, text, len);
  }
  const clock_t end = clock();
  const cost c = { (double)(end - begin) / CLOCKS_PER_SEC, memory.peak - before };
  vitext_doc_free(doc);
  return c;
}

static cost best(const stage *s, const char *text, size_t len, int runs)
{
  cost c = once(s, text, len);
  for (int i = 1; i < runs; i++) {
    const cost again = once(s, text, len);
    if (again.seconds < c.seconds) c.seconds = again.seconds;
  }
  return c;
}

/* ---- Growth ---- */

typedef char *(*maker)(size_t *len);

static int runs_for(size_t len)
{
  return len <= 1 << 18 ? 9 : len <= 1 << 20 ? 5 : len <= 4 << 20 ? 3 : 2;
}

/* Less than two milliseconds are not told from what else the machine does. */
static int grew(const cost *before, const cost *now)
{
  return before->seconds > 0.002 && now->seconds >= GROWTH * before->seconds;
}

/* One row: a stage over one kind of text, at sizes that are four times the one before. A ratio of
 * time that is too high is measured again, more often, before it counts. */
static int row(const stage *s, const char *kind, maker text_of, size_t first, size_t last)
{
  int bad = 0;
  cost before = { 0, 0 };
  char *small = NULL;
  size_t small_len = 0;
  printf("%-17s %-8s", s->name, kind);
  for (size_t size = first; size <= last; size *= 4) {
    size_t len = size;
    char *text = text_of(&len);
    cost c = best(s, text, len, runs_for(size));
    for (int again = 1; small != NULL && again <= 5 && grew(&before, &c); again++) {
      before = best(s, small, small_len, runs_for(size / 4) + 3 * again);
      c = best(s, text, len, runs_for(size) + again);
    }
    if (small != NULL) bad |= grew(&before, &c) || c.peak > GROWTH * (before.peak + 65536);
    printf(" | %8.1f ms %6.1f MB/s %5.2f x", c.seconds * 1000,
           (double)len / 1e6 / (c.seconds + 1e-9), (double)c.peak / (double)len);
    fflush(stdout);
    free(small);
    small = text;
    small_len = len;
    before = c;
  }
  free(small);
  puts(bad ? "  GROWS TOO FAST" : "");
  return bad;
}

static int table(size_t first, size_t last)
{
  int bad = 0;
  printf("%-17s %-8s", "stage", "text");
  for (size_t size = first; size <= last; size *= 4)
    printf(" | %10.3g MB: time, speed, memory", (double)size / (1 << 20));
  puts("");
  for (size_t k = 0; k < STAGES; k++) {
    bad |= row(&stages[k], "ordinary", ordinary, first, last);
    bad |= row(&stages[k], "hostile", hostile_mix, first, last);
  }
  return bad;
}

/* The most that references take, less what they give: all that the document keeps but its text. The
 * text is a normalised one, of which no second copy is kept. */
static int references_fit(void)
{
  static const stage normal = { "", NORMALIZE, VITEXT_FORM_NFC, 0, VITEXT_ENC_UTF8, 0, 0 };
  static const stage references = { "", ANALYZE, 0, 0, VITEXT_ENC_UTF8, VITEXT_REFERENCES, 0 };
  size_t len = 1 << 20;
  char *sent = ordinary(&len);
  vitext_doc *text = make(&normal, sent, len);
  const char *bytes = vitext_doc_text(text, &len);
  const size_t before = memory.peak = memory.live;
  vitext_doc *doc = make(&references, bytes, len);
  const size_t most = memory.peak - before, output = memory.live - before - len;
  printf("references of %zu bytes: memory %.2f x, %.2f x of it tokens and records\n", len,
         (double)most / (double)len, (double)output / (double)len);
  vitext_doc_free(doc);
  vitext_doc_free(text);
  free(sent);
  return most - output > 2 * len;
}

/* One document of more than 64 MB, of which the input is a twelfth of what it may take. */
static int whole(maker text_of, size_t len, vitext_status expected)
{
  char *text = text_of(&len);
  vitext_doc *doc = NULL;
  vitext_error err = { 0 };
  const clock_t begin = clock();
  const vitext_status st = vitext_analyze(ctx, text, len, NULL, &doc, &err);
  printf("%zu bytes: %s %s in %.1f s, memory %.2f x the input, which is not counted\n", len,
         vitext_name(VITEXT_NAME_E, st), err.message, (double)(clock() - begin) / CLOCKS_PER_SEC,
         (double)memory.peak / (double)len);
  printf("%zu tokens, %zu references, %zu mentions\n", vitext_doc_count(doc, VITEXT_TOKENS),
         vitext_doc_count(doc, VITEXT_REFERENCES), vitext_doc_count(doc, VITEXT_MENTIONS));
  const size_t with_context = len * (MEMORY_LIMIT - 1) + (1 << 20);
  vitext_doc_free(doc);
  free(text);
  return st != expected || memory.peak > with_context;
}

int main(int argc, char **argv)
{
  if (argc < 2) return 2;
#ifdef M_MMAP_MAX /* freed memory is used again: what the system takes for fresh pages is not      \
                     measured */
  mallopt(M_MMAP_MAX, 0);
  mallopt(M_TRIM_THRESHOLD, -1);
#endif
  const size_t mb = argc > 3 ? strtoul(argv[3], NULL, 10) : 64;
  read_sample(argv[1]);
  ctx = metered_ctx(&memory);
  if (ctx == NULL) return 1;
  int failed;
  if (argc > 2 && strcmp(argv[2], "whole") == 0) failed = whole(ordinary, mb << 20, VITEXT_OK);
  else if (argc > 2 && strcmp(argv[2], "hostile") == 0)
    failed = whole(hostile_mix, mb << 20, VITEXT_E_TOO_LONG);
  else if (argc > 2 && strcmp(argv[2], "table") == 0) failed = table(1 << 20, mb << 20);
  else failed = references_fit() | table(1 << 16, 1 << 20);
  free(sample);
  vitext_ctx_free(ctx);
  return failed;
}
