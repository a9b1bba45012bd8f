/* encode.c - NFC text into any encoding; what has no place is reported, replaced or refused. */
#include <string.h>
#include "vt_charset.h"
#include "vt_encoding.h"
#include "vt_letter.h"
#include "vt_utf8.h"

enum { BUFFER = 4096, LONGEST = 8 };

typedef struct encoder {
  vitext_encoding encoding;
  const uint16_t *charset;
  uint8_t letters[VT_LETTER_COUNT]; /* byte of each letter; 0: none */
  uint32_t last;                    /* VIQR: the character before */
  vitext_sink sink;
  void *user;
  vitext_status status;
  size_t used;
  char buffer[BUFFER];
} encoder;

static void flush(encoder *e)
{
  if (e->used > 0 && e->status == VITEXT_OK && e->sink(e->user, e->buffer, e->used) != 0)
    e->status = VITEXT_E_STOPPED;
  e->used = 0;
}

static void put(encoder *e, const char *bytes, size_t len)
{
  if (len > BUFFER - e->used) flush(e);
  memcpy(e->buffer + e->used, bytes, len);
  e->used += len;
}

static size_t letter_index(uint32_t cp)
{
  return cp < VT_LETTER_LOW ? cp : cp - VT_LETTER_HIGH + VT_LETTER_LOW;
}

/* The lowest byte for each letter: VNI and others have doubles only above. */
static void turn_round(encoder *e)
{
  for (int b = 255; b > 0; b--) {
    const uint32_t cp = e->charset[b];
    if (vt_letter_bits(cp) != 0) e->letters[letter_index(cp)] = (uint8_t)b;
  }
}

static size_t write_byte(const encoder *e, uint32_t cp, char *to)
{
  if (vt_letter_bits(cp) != 0) {
    to[0] = (char)e->letters[letter_index(cp)];
    return to[0] != 0 ? 1 : 0;
  }
  if (cp < 0x80 && e->charset[cp] == cp) {
    to[0] = (char)cp;
    return 1;
  }
  for (int b = 0; b < 256 && cp != VT_NO_CHARACTER; b++) {
    to[0] = (char)b;
    if (e->charset[b] == cp) return 1;
  }
  return 0;
}

/* One byte, or a letter and its tone as a mark, for encodings that have marks. */
static size_t write_single(const encoder *e, uint32_t cp, char *to)
{
  static const uint16_t tones[] = { 0, 0x300, 0x309, 0x303, 0x301, 0x323 };
  if (write_byte(e, cp, to) == 1) return 1;
  const vt_letter l = vt_letter_of(cp);
  if (l.code == 0 || l.tone == 0) return 0;
  const uint32_t base = vt_letter_make(l.code, 0, l.upper);
  if (write_byte(e, base, to) == 0 || write_byte(e, tones[l.tone], to + 1) == 0) return 0;
  return 2;
}

/* In a capital font the bytes of small letters show capitals; small ones cannot be shown. */
static size_t write_caps(const encoder *e, uint32_t cp, char *to)
{
  const vt_letter l = vt_letter_of(cp);
  if (l.code == 0) return write_single(e, cp, to);
  if (!l.upper) return 0;
  if (cp < 0x80) return write_single(e, cp, to);
  return write_single(e, vt_letter_make(l.code, l.tone, false), to);
}

static size_t write_character(const encoder *e, uint32_t cp, char *to)
{
  switch (e->encoding) {
  case VITEXT_ENC_UTF8: return vt_utf8_put(cp, to);
  case VITEXT_ENC_VNI: return vt_vni_write(cp, to);
  case VITEXT_ENC_VIQR: return vt_viqr_write(e->last, cp, to);
  case VITEXT_ENC_TCVN3_CAPS: return write_caps(e, cp, to);
  default: return e->charset != NULL ? write_single(e, cp, to) : vt_wide_write(e->encoding, cp, to);
  }
}

static void report(vt_losses *lost, uint32_t begin, uint32_t end)
{
  if (lost == NULL) return;
  if (lost->count < lost->cap) lost->spans[lost->count] = (vt_nspan){ begin, end };
  lost->count++;
}

/* The substitute, itself in the encoding as far as it has a place there. */
static void put_substitute(encoder *e, const char *substitute)
{
  char bytes[LONGEST];
  const uint32_t len = (uint32_t)vt_utf8_valid(substitute, strlen(substitute));
  for (uint32_t at = 0; at < len;) {
    const uint32_t cp = vt_utf8_next(substitute, &at);
    put(e, bytes, write_character(e, cp, bytes));
    e->last = cp;
  }
}

vitext_status vt_encode(const vt_alloc *a, vitext_encoding encoding, vt_text text,
                        const char *substitute, vt_losses *lost, vitext_sink sink, void *user)
{
  (void)a;
  encoder e = { .encoding = encoding,
                .charset = vt_charset_of(encoding),
                .sink = sink,
                .user = user,
                .status = VITEXT_OK };
  if (encoding < VITEXT_ENC_UTF8 || encoding > VITEXT_ENC_VPS) return VITEXT_E_ARGUMENT;
  if (e.charset != NULL) turn_round(&e);
  for (uint32_t at = 0; at < text.len && e.status == VITEXT_OK;) {
    char bytes[LONGEST];
    const uint32_t begin = at;
    const uint32_t cp = vt_utf8_next(text.bytes, &at);
    const size_t len = write_character(&e, cp, bytes);
    if (len > 0) {
      put(&e, bytes, len);
      e.last = cp;
      continue;
    }
    report(lost, begin, at);
    if (substitute == NULL) return VITEXT_E_ENCODING;
    put_substitute(&e, substitute);
  }
  flush(&e);
  return e.status;
}
