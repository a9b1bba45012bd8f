/* wide.c - UTF-16 and UTF-32, both byte orders. */
#include "vt_charset.h"

static uint32_t unit16(const unsigned char *s, bool big)
{
  return big ? (uint32_t)s[0] << 8 | s[1] : (uint32_t)s[1] << 8 | s[0];
}

static size_t read16(const unsigned char *s, size_t len, bool big, uint32_t *cp)
{
  *cp = VT_INVALID;
  if (len < 2) return len;
  const uint32_t first = unit16(s, big);
  if (first < 0xD800 || first > 0xDFFF) {
    *cp = first;
    return 2;
  }
  if (first > 0xDBFF || len < 4) return 2;
  const uint32_t second = unit16(s + 2, big);
  if (second < 0xDC00 || second > 0xDFFF) return 2;
  *cp = 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00);
  return 4;
}

static size_t read32(const unsigned char *s, size_t len, bool big, uint32_t *cp)
{
  *cp = VT_INVALID;
  if (len < 4) return len;
  const uint32_t high = big ? unit16(s, true) : unit16(s + 2, false);
  const uint32_t low = big ? unit16(s + 2, true) : unit16(s, false);
  const uint32_t value = high << 16 | low;
  if (value < 0x110000 && (value < 0xD800 || value > 0xDFFF)) *cp = value;
  return 4;
}

size_t vt_wide_read(vitext_encoding encoding, const unsigned char *s, size_t len, uint32_t *cp)
{
  const bool big = encoding == VITEXT_ENC_UTF16BE || encoding == VITEXT_ENC_UTF32BE;
  if (encoding == VITEXT_ENC_UTF16LE || encoding == VITEXT_ENC_UTF16BE)
    return read16(s, len, big, cp);
  return read32(s, len, big, cp);
}

static void put_unit(uint32_t unit, bool big, char *to)
{
  to[big ? 0 : 1] = (char)(unit >> 8 & 0xFF);
  to[big ? 1 : 0] = (char)(unit & 0xFF);
}

size_t vt_wide_write(vitext_encoding encoding, uint32_t cp, char *to)
{
  const bool big = encoding == VITEXT_ENC_UTF16BE || encoding == VITEXT_ENC_UTF32BE;
  if (encoding == VITEXT_ENC_UTF32LE || encoding == VITEXT_ENC_UTF32BE) {
    put_unit(cp >> 16, big, to + (big ? 0 : 2));
    put_unit(cp & 0xFFFF, big, to + (big ? 2 : 0));
    return 4;
  }
  if (cp < 0x10000) {
    put_unit(cp, big, to);
    return 2;
  }
  put_unit(0xD800 + ((cp - 0x10000) >> 10), big, to);
  put_unit(0xDC00 + ((cp - 0x10000) & 0x3FF), big, to + 2);
  return 4;
}
