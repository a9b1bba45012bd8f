/* bench.c - the speed of every stage beside its peers.
 *
 *   bench --json FILE          every stage, one object of JSON on stdout
 *   bench --stage NAME FILE    one stage once, between bench_begin and bench_end: for callgrind
 *   bench --list               the names of the stages
 *
 * FILE is UTF-8. Each figure is the median of nine rounds; ours and the peers take turns on the
 * same buffer, so that a busy machine slows all of them. */
#define _POSIX_C_SOURCE 200809L
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include "peers.h"
#include "vitext.h"

enum { ROUNDS = 9, MOST = 1 << 23 };

/* The text in the forms that stages begin with. */
typedef enum form { NFC, NFD, TCVN3 } form;
static struct {
  char *bytes;
  size_t len;
} texts[3];
static char pattern[8192];
static vitext_ctx *ctx;

typedef struct stage stage;
struct stage {
  const char *name;
  form input;
  vitext_options options; /* size is filled in */
  const char *peers[2];
  size_t (*run_peer[2])(const char *text, size_t len);
};

static size_t re2_references(const char *text, size_t len);
static size_t pcre2_references(const char *text, size_t len);
#ifndef HAVE_ICU
#define peer_icu_utf8        NULL
#define peer_icu_nfc         NULL
#define peer_icu_words       NULL
#define peer_icu_words_utf16 NULL
#define peer_icu_sentences   NULL
#endif

#define LAYERS(bits)                                                                               \
  {                                                                                                \
    .encoding = VITEXT_ENC_UTF8, .repair = VITEXT_REPAIR_DEFAULT, .form = VITEXT_FORM_NFC,         \
    .layers = (bits), .convention = VITEXT_CONVENTION_VLSP                                         \
  }

static const stage stages[] = {
  { "decode-utf8",
    NFC,
    { .encoding = VITEXT_ENC_UTF8 },
    { "icu", "iconv" },
    { peer_icu_utf8, peer_iconv_utf8 } },
  { "decode-tcvn3", TCVN3, { .encoding = VITEXT_ENC_TCVN3 }, { "iconv" }, { peer_iconv_tcvn3 } },
  { "normalize-nfc",
    NFC,
    { .encoding = VITEXT_ENC_UTF8, .repair = VITEXT_REPAIR_DEFAULT, .form = VITEXT_FORM_NFC },
    { "icu", "utf8proc" },
    { peer_icu_nfc, peer_utf8proc_nfc } },
  { "normalize-nfd",
    NFD,
    { .encoding = VITEXT_ENC_UTF8, .repair = VITEXT_REPAIR_DEFAULT, .form = VITEXT_FORM_NFC },
    { "icu", "utf8proc" },
    { peer_icu_nfc, peer_utf8proc_nfc } },
  { "fold",
    NFC,
    { .encoding = VITEXT_ENC_UTF8, .form = VITEXT_FORM_NFC, .fold = VITEXT_FOLD_MARKS },
    { "utf8proc" },
    { peer_utf8proc_fold } },
  { "tokenize",
    NFC,
    LAYERS(VITEXT_TOKENS),
    { "icu", "icu-utf16" },
    { peer_icu_words, peer_icu_words_utf16 } },
  { "sentences", NFC, LAYERS(VITEXT_TOKENS | VITEXT_SENTENCES), { "icu" }, { peer_icu_sentences } },
  { "segment", NFC, LAYERS(VITEXT_TOKENS | VITEXT_SENTENCES | VITEXT_WORDS), { NULL }, { NULL } },
  { "references",
    NFC,
    LAYERS(VITEXT_TOKENS | VITEXT_REFERENCES),
    { "re2", "pcre2" },
    { re2_references, pcre2_references } },
  { "officials",
    NFC,
    LAYERS(VITEXT_TOKENS | VITEXT_SENTENCES | VITEXT_OFFICIALS),
    { NULL },
    { NULL } },
  { "analyze", NFC, LAYERS(VITEXT_ALL), { NULL }, { NULL } },
};
enum { STAGES = sizeof stages / sizeof stages[0] };

static size_t re2_references(const char *text, size_t len)
{
#ifdef HAVE_RE2
  return peer_re2(pattern, text, len);
#else
  (void)text, (void)len;
  return 0;
#endif
}

static size_t pcre2_references(const char *text, size_t len)
{
#ifdef HAVE_PCRE2
  return peer_pcre2(pattern, text, len);
#else
  (void)text, (void)len;
  return 0;
#endif
}

static void die(const char *what)
{
  fprintf(stderr, "bench: %s\n", what);
  exit(1);
}

/* Marks for callgrind --toggle-collect; kept out of line so that they have a name. */
__attribute__((noinline)) size_t bench_stage(const stage *s);
size_t bench_stage(const stage *s)
{
  vitext_options o = s->options;
  vitext_doc *doc = NULL;
  size_t len;
  o.size = sizeof o;
  if (o.convention == 0) o.convention = VITEXT_CONVENTION_VLSP;
  const bool analyses = o.layers != 0;
  if (!analyses) o.layers = VITEXT_ALL;
  const vitext_status st =
      analyses ? vitext_analyze(ctx, texts[s->input].bytes, texts[s->input].len, &o, &doc, NULL)
               : vitext_normalize(ctx, texts[s->input].bytes, texts[s->input].len, &o, &doc, NULL);
  if (st != VITEXT_OK) die(s->name);
  vitext_doc_text(doc, &len);
  vitext_doc_free(doc);
  return len;
}

/* Of this process, which has one thread: what others take of the machine does not count. */
static double seconds(void)
{
  struct timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static int ascending(const void *a, const void *b)
{
  const double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

static double median_mb_s(double *times, size_t len)
{
  qsort(times, ROUNDS, sizeof *times, ascending);
  return (double)len / 1e6 / times[ROUNDS / 2];
}

static void run(const stage *s, bool first)
{
  double ours[ROUNDS], theirs[2][ROUNDS];
  bool works[2] = { true, true };
  const char *text = texts[s->input].bytes;
  const size_t len = texts[s->input].len;
  for (int round = 0; round < ROUNDS; round++) {
    double begin = seconds();
    bench_stage(s);
    ours[round] = seconds() - begin;
    for (int p = 0; p < 2; p++) {
      if (s->run_peer[p] == NULL) works[p] = false;
      if (!works[p]) continue;
      begin = seconds();
      works[p] = s->run_peer[p](text, len) > 0;
      theirs[p][round] = seconds() - begin;
    }
  }
  const double mb_s = median_mb_s(ours, len);
  bool alone = true;
  for (int p = 0; p < 2; p++) {
    if (!works[p]) continue;
    const double peer_mb_s = median_mb_s(theirs[p], len);
    printf("%s{\"stage\":\"%s\",\"mb_s\":%.1f,\"peer\":\"%s\",\"peer_mb_s\":%.1f,\"ratio\":%.2f}",
           first && alone ? "" : ",\n", s->name, mb_s, s->peers[p], peer_mb_s, mb_s / peer_mb_s);
    alone = false;
  }
  if (alone) printf("%s{\"stage\":\"%s\",\"mb_s\":%.1f}", first ? "" : ",\n", s->name, mb_s);
  fflush(stdout);
}

static char *read_file(const char *path, size_t most, size_t *len)
{
  FILE *f = fopen(path, "rb");
  char *bytes = malloc(most + 1);
  if (f == NULL || bytes == NULL) die(path);
  *len = fread(bytes, 1, most, f);
  bytes[*len] = '\0';
  fclose(f);
  return bytes;
}

static int collect(void *user, const char *bytes, size_t len)
{
  vitext_buffer *b = user;
  memcpy(b->data + b->len, bytes, len);
  b->len += len;
  return 0;
}

/* The forms, made by the library itself: lenient, so that a character cut by the limit is no
 * matter; what TCVN3 has no place for is a question mark. */
static void make_texts(const char *path)
{
  size_t len;
  char *file = read_file(path, MOST, &len);
  static const int32_t forms[] = { VITEXT_FORM_NFC, VITEXT_FORM_NFD };
  for (int i = NFC; i <= TCVN3; i++) {
    vitext_options o;
    vitext_write_options w;
    vitext_doc *doc;
    vitext_options_init(&o, sizeof o);
    o.lenient = 1;
    o.form = i == NFD ? forms[1] : forms[0];
    if (vitext_normalize(ctx, file, len, &o, &doc, NULL) != VITEXT_OK) die("text");
    vitext_write_options_init(&w, sizeof w);
    if (i == TCVN3) w.encoding = VITEXT_ENC_TCVN3;
    w.substitute = "?";
    vitext_doc_text(doc, &texts[i].len);
    vitext_buffer b = { malloc(texts[i].len * 2 + 1), texts[i].len * 2, 0 };
    if (b.data == NULL) die("memory");
    if (vitext_doc_write(doc, VITEXT_FORMAT_TEXT, &w, collect, &b) != VITEXT_OK) die("write");
    texts[i].bytes = b.data;
    texts[i].len = b.len;
    vitext_doc_free(doc);
  }
  free(file);
}

/* pattern.txt: # begins a comment line; the other lines are one pattern. */
static void read_pattern(void)
{
  size_t len;
  char *file = read_file(PATTERN_FILE, sizeof pattern - 1, &len);
  for (char *line = file; *line != '\0';) {
    const size_t n = strcspn(line, "\n");
    if (*line != '#') strncat(pattern, line, n);
    line += n + (line[n] == '\n');
  }
  free(file);
}

int main(int argc, char **argv)
{
  if (argc == 2 && strcmp(argv[1], "--list") == 0) {
    for (int i = 0; i < STAGES; i++) puts(stages[i].name);
    return 0;
  }
  const bool once = argc == 4 && strcmp(argv[1], "--stage") == 0;
  if (!once && (argc != 3 || strcmp(argv[1], "--json") != 0)) {
    fputs("usage: bench --json FILE | --stage NAME FILE | --list\n", stderr);
    return 2;
  }
  if (vitext_ctx_new(NULL, &ctx, NULL) != VITEXT_OK) die("context");
  make_texts(argv[argc - 1]);
  read_pattern();
  if (!once) printf("{\"file\":\"%s\",\"bytes\":%zu,\"results\":[\n", argv[2], texts[NFC].len);
  bool first = true; /* stays so when no stage has the name */
  for (int i = 0; i < STAGES; i++) {
    if (once && strcmp(stages[i].name, argv[2]) != 0) continue;
    if (once) printf("%zu\n", bench_stage(&stages[i]) > 0 ? texts[stages[i].input].len : 0);
    else run(&stages[i], first);
    first = false;
  }
  if (!once) puts("\n]}");
  else if (first) die("stage");
  for (int i = NFC; i <= TCVN3; i++) free(texts[i].bytes);
  vitext_ctx_free(ctx);
  return 0;
}
