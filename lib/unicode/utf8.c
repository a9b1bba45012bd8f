/* utf8.c - checking and writing UTF-8. */
#include "vt_utf8.h"

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
