/* fuzz_decode.c - bytes of every encoding but UTF-8, and the way back: what an encoding has a place
 * for is the same text when it is written in it and read again. */
#include <stdlib.h>
#include <string.h>
#include "fuzz.h"

static void narrow(vitext_options *o, fuzz_input *in)
{
  o->encoding = VITEXT_ENC_UTF16LE + (int32_t)(fuzz_byte(in) % 11);
}

/* NFC of bytes in an encoding, nothing repaired; they have to be whole. */
static vitext_doc *read_whole(vitext_encoding encoding, const char *bytes, size_t len)
{
  vitext_options o;
  vitext_doc *doc = NULL;
  vitext_options_init(&o, sizeof o);
  o.encoding = encoding;
  o.repair = 0;
  FUZZ_REQUIRE(vitext_normalize(NULL, bytes, len, &o, &doc, NULL) == VITEXT_OK);
  return doc;
}

static void require_same(const vitext_doc *a, const vitext_doc *b)
{
  size_t a_len, b_len;
  const char *a_text = vitext_doc_text(a, &a_len), *b_text = vitext_doc_text(b, &b_len);
  FUZZ_REQUIRE(a_len == b_len && memcmp(a_text, b_text, a_len) == 0);
}

/* The text in an encoding; the caller frees data. */
static vitext_buffer write_in(const vitext_doc *d, vitext_encoding encoding, const char *substitute)
{
  vitext_write_options o;
  vitext_buffer out = { 0 };
  vitext_write_options_init(&o, sizeof o);
  o.encoding = encoding;
  o.substitute = substitute;
  const vitext_status st = vitext_doc_write(d, VITEXT_FORMAT_TEXT, &o, NULL, &out);
  FUZZ_REQUIRE(st == VITEXT_E_NO_SPACE || (st == VITEXT_OK && out.len == 0));
  out.cap = out.len;
  out.data = malloc(out.len + 1);
  FUZZ_REQUIRE(out.data != NULL);
  FUZZ_REQUIRE(vitext_doc_write(d, VITEXT_FORMAT_TEXT, &o, NULL, &out) == VITEXT_OK);
  return out;
}

/* A longer run of marks is copied as it is, and a letter that is written as two becomes one more.
 */
enum { FEW_MARKS = 31 };
static bool has_few_marks(const char *text, size_t len)
{
  size_t run = 0;
  for (size_t i = 0; i + 1 < len && run < FEW_MARKS; i++) {
    const unsigned char c = (unsigned char)text[i];
    if (c == 0xCC || c == 0xCD) run++;
    else if (c >= 0xC0 || c < 0x80) run = 0;
  }
  return run < FEW_MARKS;
}

static void write_and_read(const vitext_doc *d)
{
  size_t len, lost = 0;
  const char *text = vitext_doc_text(d, &len);
  const vitext_encoding encoding = VITEXT_ENC_UTF16LE + (int32_t)(len % 11);
  vitext_guess guesses[12];
  vitext_span spans[4];
  if (vitext_doc_losses(d, encoding, spans, 4, &lost) != VITEXT_OK) return; /* no memory */
  vitext_buffer out = write_in(d, encoding, "?ư");
  FUZZ_REQUIRE(vitext_detect(out.data, out.len, guesses, 12) >= 1);
  if (lost == 0 && has_few_marks(text, len)) {
    vitext_doc *before = read_whole(VITEXT_ENC_UTF8, text, len);
    vitext_doc *after = read_whole(encoding, out.data, out.len);
    require_same(before, after);
    vitext_doc_free(before);
    vitext_doc_free(after);
  }
  free(out.data);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  fuzz_text(&(fuzz_input){ data, size }, false, narrow, write_and_read);
  return 0;
}
