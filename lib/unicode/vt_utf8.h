/* vt_utf8.h - walking over UTF-8. */
#ifndef VT_UTF8_H
#define VT_UTF8_H
#include <stddef.h>
#include <stdint.h>

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
