/* utf8.c - checking and writing UTF-8. */
#include "vt_utf8.h"
#include <stdbool.h>
#include <string.h>

/* What may follow a lead byte (Unicode table 3-7): how many bytes, and the range of the first. */
typedef struct lead {
  unsigned char more, low, high;
} lead;

static lead lead_of(unsigned char byte)
{
  if (byte < 0xC2 || byte > 0xF4) return (lead){ 0, 0, 0 };
  if (byte < 0xE0) return (lead){ 1, 0x80, 0xBF };
  if (byte == 0xE0) return (lead){ 2, 0xA0, 0xBF };
  if (byte == 0xED) return (lead){ 2, 0x80, 0x9F }; /* no surrogates */
  if (byte < 0xF0) return (lead){ 2, 0x80, 0xBF };
  if (byte == 0xF0) return (lead){ 3, 0x90, 0xBF };
  if (byte == 0xF4) return (lead){ 3, 0x80, 0x8F }; /* up to U+10FFFF */
  return (lead){ 3, 0x80, 0xBF };
}

/* How many bytes at s continue what its first byte begins; *whole: all that it asks for. */
static size_t subpart(const unsigned char *s, size_t len, bool *whole)
{
  const lead l = lead_of(s[0]);
  size_t n = 1;
  if (l.more > 0 && n < len && s[1] >= l.low && s[1] <= l.high) {
    n = 2;
    while (n <= l.more && n < len && (s[n] & 0xC0) == 0x80) n++;
  }
  *whole = s[0] < 0x80 || (l.more > 0 && n == (size_t)l.more + 1);
  return n;
}

size_t vt_utf8_valid(const char *bytes, size_t len)
{
  const unsigned char *s = (const unsigned char *)bytes;
  size_t at = 0;
  while (at < len) {
    uint64_t eight;
    if (len - at >= 8 && (memcpy(&eight, s + at, 8), (eight & 0x8080808080808080u) == 0)) {
      at += 8;
      continue;
    }
    bool whole;
    const size_t n = subpart(s + at, len - at, &whole);
    if (!whole) return at;
    at += n;
  }
  return at;
}

size_t vt_utf8_bad_len(const char *bytes, size_t len)
{
  bool whole;
  return subpart((const unsigned char *)bytes, len, &whole);
}

size_t vt_utf8_put(uint32_t cp, char *to)
{
  if (cp < 0x80) {
    to[0] = (char)cp;
    return 1;
  }
  if (cp < 0x800) {
    to[0] = (char)(0xC0 | cp >> 6);
    to[1] = (char)(0x80 | (cp & 0x3F));
    return 2;
  }
  if (cp < 0x10000) {
    to[0] = (char)(0xE0 | cp >> 12);
    to[1] = (char)(0x80 | (cp >> 6 & 0x3F));
    to[2] = (char)(0x80 | (cp & 0x3F));
    return 3;
  }
  to[0] = (char)(0xF0 | cp >> 18);
  to[1] = (char)(0x80 | (cp >> 12 & 0x3F));
  to[2] = (char)(0x80 | (cp >> 6 & 0x3F));
  to[3] = (char)(0x80 | (cp & 0x3F));
  return 4;
}
