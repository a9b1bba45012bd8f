/* digest.c - digest FILE [THREADS]: a number for each text and each thing that is written of it, so
 * that two builds, or one and many threads, can be compared by their output.
 *
 * Each text goes in as UTF-8, decomposed, and in two other encodings; what comes out is JSON in all
 * units, HTML, CoNLL-U, words and the folded text. */
#include <inttypes.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "texts.h"
#include "vitext.h"

enum { THREADS = 64, FORMS = 5 };

typedef struct sums {
  uint64_t form[FORMS]; /* of what is written of each form of the text */
} sums;

static texts all;
static sums *results;
static const vitext_ctx *ctx;

static int add(void *user, const char *bytes, size_t len)
{
  uint64_t h = *(uint64_t *)user; /* FNV-1a */
  for (size_t i = 0; i < len; i++) h = (h ^ (unsigned char)bytes[i]) * 1099511628211u;
  *(uint64_t *)user = h;
  return 0;
}

static void add_status(uint64_t *sum, vitext_status st)
{
  char digits[16];
  add(sum, digits, (size_t)snprintf(digits, sizeof digits, "%d;", (int)st));
}

static void add_document(uint64_t *sum, const vitext_doc *doc)
{
  for (int32_t format = VITEXT_FORMAT_JSON; format <= VITEXT_FORMAT_TEXT; format++) {
    vitext_write_options how;
    vitext_write_options_init(&how, sizeof how);
    const vitext_unit last = format <= VITEXT_FORMAT_RECORDS ? VITEXT_UNIT_TEXT : VITEXT_UNIT_BYTE;
    for (how.unit = VITEXT_UNIT_BYTE; how.unit <= last; how.unit++)
      add_status(sum, vitext_doc_write(doc, format, &how, add, sum));
  }
}

static void digest_one(const void *bytes, size_t len, const vitext_options *o, uint64_t *sum)
{
  vitext_doc *doc = NULL;
  vitext_error err = { 0 };
  *sum = 14695981039346656037u;
  const vitext_status st = o->fold == VITEXT_FOLD_NONE
                               ? vitext_analyze(ctx, bytes, len, o, &doc, &err)
                               : vitext_normalize(ctx, bytes, len, o, &doc, &err);
  add_status(sum, st);
  if (st != VITEXT_OK) add(sum, err.message, strlen(err.message));
  else if (o->fold == VITEXT_FOLD_NONE) add_document(sum, doc);
  else add_status(sum, vitext_doc_write(doc, VITEXT_FORMAT_TEXT, NULL, add, sum));
  vitext_doc_free(doc);
}

static void digest(const text *t, sums *out)
{
  vitext_options o, d;
  vitext_options_init(&o, sizeof o);
  d = o;
  digest_one(t->bytes, t->len, &o, &out->form[0]);
  d.form = VITEXT_FORM_NFD;
  vitext_doc *nfd = NULL;
  if (vitext_normalize(ctx, t->bytes, t->len, &d, &nfd, NULL) != VITEXT_OK) return;
  size_t len;
  const char *decomposed = vitext_doc_text(nfd, &len);
  o.convention = VITEXT_CONVENTION_UD;
  digest_one(decomposed, len, &o, &out->form[1]);
  vitext_doc_free(nfd);
  o.lenient = 1;
  o.encoding = VITEXT_ENC_TCVN3; /* it is not, so what is read is any letters */
  digest_one(t->bytes, t->len, &o, &out->form[2]);
  o.encoding = VITEXT_ENC_UTF16LE;
  digest_one(t->bytes, t->len, &o, &out->form[3]);
  o.encoding = VITEXT_ENC_UTF8;
  o.fold = VITEXT_FOLD_MARKS;
  digest_one(t->bytes, t->len, &o, &out->form[4]);
}

static int threads = 1;

static void *work(void *first)
{
  for (size_t i = *(const size_t *)first; i < all.count; i += (size_t)threads)
    digest(&all.items[i], &results[i]);
  return NULL;
}

static int digest_all(void)
{
  pthread_t ids[THREADS];
  size_t firsts[THREADS];
  for (int k = 0; k < threads; k++) {
    firsts[k] = (size_t)k;
    if (pthread_create(&ids[k], NULL, work, &firsts[k]) != 0) return 0;
  }
  for (int k = 0; k < threads; k++) pthread_join(ids[k], NULL);
  return 1;
}

int main(int argc, char **argv)
{
  vitext_ctx *made = NULL;
  if (argc > 2) threads = atoi(argv[2]);
  if (argc < 2 || threads < 1 || threads > THREADS || !texts_read(&all, argv[1])) {
    fputs("usage: digest FILE [THREADS]\n", stderr);
    return 2;
  }
  results = calloc(all.count, sizeof *results);
  if (results == NULL || vitext_ctx_new(NULL, &made, NULL) != VITEXT_OK) return 1;
  ctx = made;
  if (!digest_all()) return 1;
  for (size_t i = 0; i < all.count; i++) {
    printf("%zu", i);
    for (int k = 0; k < FORMS; k++) printf(" %016" PRIx64, results[i].form[k]);
    putchar('\n');
  }
  free(results);
  vitext_ctx_free(made);
  texts_free(&all);
  return 0;
}
