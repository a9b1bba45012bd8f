/* test_threads.c - one context, many threads: the same bytes as one thread gives (and, in a build
 * with TSan, no race). The collator's first use is among what they do at the same time. */
#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>
#include "vitext.h"

enum { THREADS = 16, ROUNDS = 20, OUT = 1 << 16 };

static const char *const texts[] = {
  "Đồng chí Trịnh Quốc Khải - Bí thư Đảng ủy, Giám đốc Sở chủ trì hội nghị về Chỉ thị 05-CT/TW.",
  "Ha\xCC\x80 No\xCC\xA3\xCC\x82i, ngày 15/5/2026. Căn cứ Nghị định số 30/2020/NĐ-CP;",
  "Trang chủ\nTin tức\n\nÔng Nguyễn Văn An, Phó Giám đốc Sở Y tế, nói.",
  "",
};
enum { TEXTS = sizeof texts / sizeof *texts };

typedef struct job {
  const vitext_ctx *ctx;
  char *out[TEXTS];
  size_t len[TEXTS];
  int faults;
} job;

static void do_text(job *j, size_t i)
{
  vitext_doc *doc = NULL;
  char key[256];
  vitext_buffer out = { j->out[i], OUT, 0 }, key_out = { key, sizeof key, 0 };
  const size_t len = strlen(texts[i]);
  j->faults += vitext_analyze(j->ctx, texts[i], len, NULL, &doc, NULL) != VITEXT_OK;
  j->faults += vitext_doc_write(doc, VITEXT_FORMAT_JSON, NULL, NULL, &out) != VITEXT_OK;
  const vitext_status st = vitext_sort_key(j->ctx, texts[i], len < 20 ? len : 20, &key_out);
  j->faults += st != VITEXT_OK && st != VITEXT_E_UNSUPPORTED && st != VITEXT_E_ENCODING;
  j->len[i] = out.len;
  vitext_doc_free(doc);
}

static void *work(void *user)
{
  job *j = user;
  for (int round = 0; round < ROUNDS; round++) {
    for (size_t i = 0; i < TEXTS; i++) do_text(j, i);
  }
  return NULL;
}

static void same_bytes_from_every_thread(void **state)
{
  (void)state;
  vitext_ctx *ctx = NULL;
  assert_int_equal(vitext_ctx_new(NULL, &ctx, NULL), VITEXT_OK);
  static job jobs[THREADS];
  pthread_t threads[THREADS];
  for (int t = 0; t < THREADS; t++) {
    jobs[t].ctx = ctx;
    for (size_t i = 0; i < TEXTS; i++) assert_non_null(jobs[t].out[i] = malloc(OUT));
    assert_int_equal(pthread_create(&threads[t], NULL, work, &jobs[t]), 0);
  }
  for (int t = 0; t < THREADS; t++) assert_int_equal(pthread_join(threads[t], NULL), 0);
  for (int t = 0; t < THREADS; t++) {
    assert_int_equal(jobs[t].faults, 0);
    for (size_t i = 0; i < TEXTS; i++) {
      assert_int_equal(jobs[t].len[i], jobs[0].len[i]);
      assert_memory_equal(jobs[t].out[i], jobs[0].out[i], jobs[0].len[i]);
      if (t > 0) free(jobs[t].out[i]);
    }
  }
  for (size_t i = 0; i < TEXTS; i++) free(jobs[0].out[i]);
  vitext_ctx_free(ctx);
}

int main(void)
{
  const struct CMUnitTest tests[] = { cmocka_unit_test(same_bytes_from_every_thread) };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
