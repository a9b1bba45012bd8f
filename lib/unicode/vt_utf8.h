/* vt_utf8.h - walking over UTF-8. */
#ifndef VT_UTF8_H
#define VT_UTF8_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

static inline bool vt_utf8_continues(unsigned char byte)
{
  return (byte & 0xC0) == 0x80;
}

/* The character at the begin of bytes (at least one), which goes to *cp: its length; 0: invalid. */
static inline size_t vt_utf8_read(const char *bytes, size_t len, uint32_t *cp)
{
  const unsigned char *s = (const unsigned char *)bytes;
  if (s[0] < 0x80) {
    *cp = s[0];
    return 1;
  }
  if (s[0] < 0xC2 || len < 2 || !vt_utf8_continues(s[1])) return 0;
  const uint32_t two = (uint32_t)(s[0] & 0x1F) << 6 | (s[1] & 0x3Fu);
  if (s[0] < 0xE0) {
    *cp = two;
    return 2;
  }
  if (len < 3 || !vt_utf8_continues(s[2])) return 0;
  const uint32_t three = (two & 0x3FF) << 6 | (s[2] & 0x3Fu);
  if (s[0] < 0xF0) { /* no longer than it must be, and no surrogate */
    *cp = three;
    return three >= 0x800 && three - 0xD800 >= 0x800 ? 3 : 0;
  }
  if (s[0] > 0xF4 || len < 4 || !vt_utf8_continues(s[3])) return 0;
  *cp = (three & 0x7FFF) << 6 | (s[3] & 0x3Fu);
  return *cp - 0x10000 < 0x100000 ? 4 : 0;
}

/* Length of the longest valid prefix (Unicode table 3-7). */
size_t vt_utf8_valid(const char *bytes, size_t len);

/* Length, at least 1, of the maximal subpart that begins at an invalid place (Unicode 3.9). */
size_t vt_utf8_bad_len(const char *bytes, size_t len);

/* Characters that begin in bytes, and how many of them take four; valid text is cut at will. */
typedef struct vt_utf8_counts { uint32_t characters, fours; } vt_utf8_counts;
vt_utf8_counts vt_utf8_count(const char *bytes, size_t len);

/* The code point at *at, which moves behind it. The text must be valid. */
static inline uint32_t vt_utf8_next(const char *bytes, uint32_t *at)
{
  const unsigned char *s = (const unsigned char *)bytes + *at;
  if (s[0] < 0x80) {
    *at += 1;
    return s[0];
  }
  if (s[0] < 0xE0) {
    *at += 2;
    return (uint32_t)(s[0] & 0x1F) << 6 | (s[1] & 0x3Fu);
  }
  if (s[0] < 0xF0) {
    *at += 3;
    return (uint32_t)(s[0] & 0x0F) << 12 | (uint32_t)(s[1] & 0x3F) << 6 | (s[2] & 0x3Fu);
  }
  *at += 4;
  return (uint32_t)(s[0] & 0x07) << 18 | (uint32_t)(s[1] & 0x3F) << 12 |
         (uint32_t)(s[2] & 0x3F) << 6 | (s[3] & 0x3Fu);
}

/* The code point that ends at *at, which moves to its begin. The text must be valid, *at > 0. */
static inline uint32_t vt_utf8_prev(const char *bytes, uint32_t *at)
{
  uint32_t begin = *at - 1;
  while (((unsigned char)bytes[begin] & 0xC0) == 0x80) begin--;
  *at = begin;
  return vt_utf8_next(bytes, &begin);
}

/* Write a code point from U+0080 to U+FFFF; 2 or 3 bytes. */
static inline uint32_t vt_utf8_put_letter(uint32_t cp, char *to)
{
  if (cp < 0x800) {
    to[0] = (char)(0xC0 | cp >> 6);
    to[1] = (char)(0x80 | (cp & 0x3F));
    return 2;
  }
  to[0] = (char)(0xE0 | cp >> 12);
  to[1] = (char)(0x80 | (cp >> 6 & 0x3F));
  to[2] = (char)(0x80 | (cp & 0x3F));
  return 3;
}

/* Write a code point (not a surrogate); returns its length, 1 to 4. */
size_t vt_utf8_put(uint32_t cp, char *to);

#endif
