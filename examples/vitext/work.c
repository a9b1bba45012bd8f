/* work.c - the work of all threads.
 * There is no queue: a worker takes the next batch under one lock, and writes under another when it
 * is the batch's turn. So N threads hold N batches, and at most WRITE_SIZE of output each: beyond
 * that a worker waits for its turn and then writes as it goes. The batch whose turn it is was taken
 * before all others, so its worker never waits for them. */
#include "work.h"
#include "document.h"
#include "output.h"
#include "progress.h"
#include <pthread.h>
#include <stdlib.h>

enum { WRITE_SIZE = 1 << 20 };

typedef struct work {
  const options *o;
  const vitext_ctx *ctx;
  input in;
  progress progress;
  pthread_mutex_t input_lock, turn_lock;
  pthread_cond_t turn_changed;
  uint64_t next_batch; /* under input_lock */
  uint64_t turn;       /* batch that may write; under turn_lock */
  int failed;          /* under turn_lock */
} work;

typedef struct worker {
  work *w;
  buffer out;
  batch batch;
  uint64_t number; /* of the batch */
  int has_turn;
} worker;

static void wait_turn(worker *k)
{
  pthread_mutex_lock(&k->w->turn_lock);
  while (k->w->turn != k->number) pthread_cond_wait(&k->w->turn_changed, &k->w->turn_lock);
  pthread_mutex_unlock(&k->w->turn_lock);
  k->has_turn = 1;
}

static void flush(worker *k)
{
  if (!k->has_turn) wait_turn(k);
  output_write(k->out.data, k->out.len);
  k->out.len = 0;
}

/* The buffer is full: hand over when it is worth it, else let it grow. */
static void drain(buffer *b, void *user)
{
  if (b->len >= WRITE_SIZE / 2) flush(user);
}

static int take(worker *k)
{
  work *w = k->w;
  pthread_mutex_lock(&w->input_lock);
  const int got = input_batch(&w->in, &k->batch);
  k->number = w->next_batch;
  if (got) {
    w->next_batch++;
    progress_show(&w->progress, w->in.bytes_done, w->in.bytes_total, k->batch.first);
  }
  pthread_mutex_unlock(&w->input_lock);
  k->has_turn = 0;
  return got;
}

static void give(worker *k, int failed)
{
  work *w = k->w;
  flush(k);
  pthread_mutex_lock(&w->turn_lock);
  w->turn++;
  w->failed |= failed;
  pthread_cond_broadcast(&w->turn_changed);
  pthread_mutex_unlock(&w->turn_lock);
}

static void *run(void *arg)
{
  work *w = arg;
  worker k = { .w = w };
  k.out.drain = drain;
  k.out.user = &k;
  document d;
  document_open(&d, w->o, w->ctx, &k.out);
  while (take(&k)) {
    int failed = 0;
    for (size_t i = 0; i < k.batch.count; i++) failed |= document_run(&d, &k.batch, i);
    if (k.batch.failed != NULL) failed |= document_unread(&d, &k.batch);
    give(&k, failed);
  }
  document_close(&d);
  batch_free(&k.batch);
  buffer_free(&k.out);
  return NULL;
}

int work_run(const options *o, const vitext_ctx *ctx)
{
  work w = { .o = o, .ctx = ctx };
  pthread_t threads[256];
  int started = 0;
  pthread_mutex_init(&w.input_lock, NULL);
  pthread_mutex_init(&w.turn_lock, NULL);
  pthread_cond_init(&w.turn_changed, NULL);
  input_open(&w.in, o);
  progress_open(&w.progress, o);
  document_begin(o);
  /* a thread that cannot be had is done without: the others do its work */
  while (started < o->jobs - 1 && pthread_create(&threads[started], NULL, run, &w) == 0) started++;
  run(&w);
  for (int i = 0; i < started; i++) pthread_join(threads[i], NULL);
  document_end(o);
  progress_close(&w.progress);
  input_close(&w.in);
  pthread_cond_destroy(&w.turn_changed);
  pthread_mutex_destroy(&w.turn_lock);
  pthread_mutex_destroy(&w.input_lock);
  return w.failed;
}
