/* decode.c - bytes of any encoding into UTF-8 with the map to the bytes. */
#include <string.h>
#include "vt_charset.h"
#include "vt_encoding.h"
#include "vt_error.h"
#include "vt_letter.h"
#include "vt_simd.h"
#include "vt_utf8.h"

enum { BLOCK = 4096 };

typedef struct decoder {
  const unsigned char *in;
  size_t len, at;
  vitext_encoding encoding;
  bool lenient;
  bool literal; /* VIQR: marks are not read */
  vt_writer w;
} decoder;

/* What each byte becomes: UTF-8 of len bytes. */
typedef struct spelled {
  char bytes[3];
  uint8_t len;
} spelled;

static void spell_table(spelled table[256], vitext_encoding encoding)
{
  const uint16_t *charset = vt_charset_of(encoding);
  for (int b = 0; b < 256; b++) {
    uint32_t cp = charset[b];
    table[b].len = 0;
    if (cp == VT_NO_CHARACTER) continue;
    if (encoding == VITEXT_ENC_TCVN3_CAPS) cp = vt_upper(cp);
    table[b].len = (uint8_t)vt_utf8_put(cp, table[b].bytes);
  }
}

static vitext_status take_invalid(decoder *d, size_t len)
{
  if (!d->lenient) return VITEXT_E_ENCODING;
  vt_writer_change(&d->w, "\xEF\xBF\xBD", 3, len, VT_MAP_CHANGED | VT_MAP_DAMAGED);
  d->at += len;
  return d->w.status;
}

/* The block goes straight into the text, for which there is room; only its changes go to the map.
 */
static vitext_status decode_block(decoder *d, const spelled table[256], size_t end)
{
  vt_normal *out = d->w.out;
  if (!vt_writer_room(&d->w, (end - d->at) * 3 + VT_SIMD_BYTES)) return d->w.status;
  const bool ascii_stays = d->encoding != VITEXT_ENC_VISCII && d->encoding != VITEXT_ENC_VPS;
  const unsigned char *in = d->in;
  char *const start = out->bytes;
  char *to = start + out->len;
  size_t at = d->at;
  vt_map_pen pen = vt_map_take(&out->map);
  while (at < end) {
    if (ascii_stays && end - at >= VT_SIMD_BYTES) {
      const unsigned high = vt_copy_block(to, (const char *)in + at);
      const unsigned n = high == 0 ? VT_SIMD_BYTES : vt_lowest_bit(high);
      at += n;
      to += n;
      if (high == 0) continue;
    }
    const spelled *s = &table[in[at]];
    if (s->len == 0) break;
    memcpy(to, s->bytes, 3); /* there is always room for three */
    if (s->len > 1 && !vt_map_write(d->w.alloc, &out->map, &pen, (uint32_t)(to - start), s->len, 1,
                                    VT_MAP_CHANGED)) {
      d->w.status = VITEXT_E_MEMORY;
      return d->w.status;
    }
    to += s->len;
    at++;
  }
  vt_map_give(&out->map, &pen);
  out->len = (uint32_t)(to - start);
  d->at = at;
  return VITEXT_OK;
}

static vitext_status decode_single(decoder *d)
{
  spelled table[256];
  spell_table(table, d->encoding);
  while (d->at < d->len) {
    const size_t end = d->len - d->at < BLOCK ? d->len : d->at + BLOCK;
    vitext_status st = decode_block(d, table, end);
    if (st == VITEXT_OK && d->at < end) st = take_invalid(d, 1);
    if (st != VITEXT_OK) return st;
  }
  return VITEXT_OK;
}

static size_t read_character(decoder *d, uint32_t *cp)
{
  const unsigned char *s = d->in + d->at;
  const size_t left = d->len - d->at;
  switch (d->encoding) {
  case VITEXT_ENC_VNI: return vt_vni_read(s, left, cp);
  case VITEXT_ENC_VIQR: return vt_viqr_read(s, left, &d->literal, cp);
  default: return vt_wide_read(d->encoding, s, left, cp);
  }
}

static vitext_status decode_spelled(decoder *d)
{
  while (d->at < d->len && d->w.status == VITEXT_OK) {
    char bytes[4];
    uint32_t cp;
    const size_t n = read_character(d, &cp);
    if (cp == VT_INVALID) {
      const vitext_status st = take_invalid(d, n);
      if (st != VITEXT_OK) return st;
      continue;
    }
    const size_t len = cp == VT_VIQR_SILENT ? 0 : vt_utf8_put(cp, bytes);
    if (n == 1 && len == 1) vt_writer_copy(&d->w, bytes, 1);
    else vt_writer_change(&d->w, bytes, len, n, VT_MAP_CHANGED);
    d->at += n;
  }
  return d->w.status;
}

/* Bytes of a BOM in this encoding. */
static size_t skip_bom(const decoder *d)
{
  uint32_t cp = 0;
  if (d->encoding < VITEXT_ENC_UTF16LE || d->encoding > VITEXT_ENC_UTF32BE || d->len == 0) return 0;
  const size_t n = vt_wide_read(d->encoding, d->in, d->len, &cp);
  return cp == 0xFEFF ? n : 0;
}

vitext_status vt_decode(const vt_alloc *a, vitext_encoding encoding, const void *bytes, size_t len,
                        bool lenient, vt_normal *out, vitext_error *err)
{
  *out = (vt_normal){ 0 };
  if (len > VITEXT_MAX_INPUT)
    return vt_error_set(err, VITEXT_E_TOO_LONG, 0, "the input is over 1 GiB", NULL);
  if (encoding <= VITEXT_ENC_UTF8 || encoding > VITEXT_ENC_VPS)
    return vt_error_set(err, VITEXT_E_ARGUMENT, 0, "unknown encoding", NULL);
  decoder d = { .in = bytes, .len = len, .encoding = encoding, .lenient = lenient };
  d.at = skip_bom(&d);
  const bool single = vt_charset_of(encoding) != NULL;
  vt_writer_open(&d.w, a, out, single ? len + len / 4 + 16 : len);
  out->map.shift = (uint32_t)d.at;
  if (d.w.status == VITEXT_OK) d.w.status = single ? decode_single(&d) : decode_spelled(&d);
  const vitext_status st = vt_writer_close(&d.w, len);
  if (st == VITEXT_E_ENCODING)
    return vt_error_set(err, st, (uint32_t)d.at, "invalid bytes in this encoding", NULL);
  if (st != VITEXT_OK) return vt_error_set(err, st, 0, "out of memory", NULL);
  return VITEXT_OK;
}
