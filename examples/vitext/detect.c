/* detect.c - convert --detect: which encoding is each file in? */
#include "buffer.h"
#include "commands.h"
#include "input.h"
#include "output.h"
#include <stdio.h>
#include <string.h>

static void guesses(const options *o, const batch *b, buffer *out)
{
  enum { MOST = 16 };
  vitext_guess found[MOST];
  const record *r = &b->records[0];
  const size_t count = vitext_detect(r->bytes, r->len, found, o->all ? MOST : 1);
  for (size_t i = 0; i < count; i++) {
    buffer_tsv(out, b->source, strlen(b->source));
    buffer_format(out, "\t%s\t%u\n", vitext_name(VITEXT_NAME_ENC, found[i].encoding),
                  (unsigned)found[i].percent);
  }
}

int detect_run(const options *o)
{
  int failed = 0;
  input in;
  batch b = { 0 };
  buffer out = { 0 };
  options whole = *o;
  whole.input = INPUT_TEXT;
  whole.encoding = VITEXT_ENC_UTF8; /* not used: the bytes are looked at as they are */
  input_open(&in, &whole);
  while (input_batch(&in, &b)) {
    if (b.count > 0) guesses(o, &b, &out);
    if (b.failed != NULL) {
      fprintf(stderr, "vitext: %s: %s\n", b.source, b.failed);
      failed = 1;
    }
    output_write(out.data, out.len);
    out.len = 0;
  }
  batch_free(&b);
  input_close(&in);
  buffer_free(&out);
  return failed;
}
