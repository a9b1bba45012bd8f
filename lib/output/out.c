/* out.c - the buffer before the sink, and the sink that fills the caller's buffer. */
#include "vt_out.h"
#include <stdint.h>

/* Takes what fits; len counts everything. */
static int fill_buffer(void *user, const char *bytes, size_t len)
{
  vitext_buffer *b = user;
  const size_t room = b->len < b->cap ? b->cap - b->len : 0;
  const size_t fits = len < room ? len : room;
  if (fits > 0) memcpy(b->data + b->len, bytes, fits);
  b->len += len;
  return 0;
}

vitext_status vt_out_open(vt_out *o, vitext_sink sink, void *user)
{
  o->sink = sink;
  o->user = user;
  o->buffer = NULL;
  o->status = VITEXT_OK;
  o->used = 0;
  if (sink != NULL) return VITEXT_OK;
  if (user == NULL) return VITEXT_E_ARGUMENT;
  o->buffer = user;
  if (o->buffer->data == NULL && o->buffer->cap > 0) return VITEXT_E_ARGUMENT;
  o->buffer->len = 0;
  o->sink = fill_buffer;
  return VITEXT_OK;
}

static void send(vt_out *o, const char *bytes, size_t len)
{
  if (o->status != VITEXT_OK || len == 0) return;
  if (o->sink(o->user, bytes, len) != 0) o->status = VITEXT_E_STOPPED;
}

void vt_out_flush(vt_out *o)
{
  send(o, o->bytes, o->used);
  o->used = 0;
}

void vt_out_long(vt_out *o, const char *bytes, size_t len)
{
  vt_out_flush(o);
  if (len >= VT_OUT_SIZE / 2) {
    send(o, bytes, len);
    return;
  }
  memcpy(o->bytes, bytes, len);
  o->used = len;
}

int vt_out_sink(void *user, const char *bytes, size_t len)
{
  vt_out *o = user;
  vt_out_bytes(o, bytes, len);
  return o->status != VITEXT_OK;
}

vitext_status vt_out_close(vt_out *o)
{
  vt_out_flush(o);
  if (o->status == VITEXT_OK && o->buffer != NULL && o->buffer->len > o->buffer->cap) {
    return VITEXT_E_NO_SPACE;
  }
  return o->status;
}

void vt_out_number(vt_out *o, uint32_t n)
{
  char digits[10];
  size_t at = sizeof digits;
  do {
    digits[--at] = (char)('0' + n % 10);
    n /= 10;
  } while (n > 0);
  vt_out_bytes(o, digits + at, sizeof digits - at);
}
