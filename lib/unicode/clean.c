/* clean.c - the characters of ordinary Vietnamese text, recognised by their first two bytes. */
#include "vt_clean.h"
#include <stdint.h>
#include <string.h>

/* Length of the character at s if it is one that ordinary text is made of and nothing is ever done
 * to, else 0. Left out on purpose: NBSP C2A0, soft hyphen C2AD, acute C2B4, Eth C390, eth C3B0,
 * U+0189 C689, the blanks, joiners and line marks of U+2000..200F and U+202F. */
static size_t clean_character(const unsigned char *s, size_t len, bool plain)
{
  if (s[0] < 0x80) return 1;
  if (len < 2 || (s[1] & 0xC0) != 0x80) return 0;
  switch (s[0]) {
  case 0xC2: return s[1] == 0xA0 || s[1] == 0xAD || s[1] == 0xB4 ? 0 : 2;
  case 0xC3: return s[1] == 0x90 || s[1] == 0xB0 ? 0 : 2;
  case 0xC4:
  case 0xC5: return 2;
  case 0xC6: return s[1] == 0x89 ? 0 : 2;
  case 0xE1: return s[1] >= 0xBA && s[1] <= 0xBB && len > 2 && (s[2] & 0xC0) == 0x80 ? 3 : 0;
  case 0xE2:
    if (plain || len < 3 || (s[2] & 0xC0) != 0x80) return 0;
    if (s[1] == 0x80) return s[2] >= 0x90 && s[2] != 0xAF ? 3 : 0;
    return s[1] == 0x82 ? 3 : 0; /* currency and subscripts */
  default: return 0;
  }
}

size_t vt_clean_len(const char *bytes, size_t len, bool plain)
{
  const unsigned char *s = (const unsigned char *)bytes;
  size_t at = 0;
  while (at < len) {
    uint64_t eight;
    if (len - at >= 8 && (memcpy(&eight, s + at, 8), (eight & 0x8080808080808080u) == 0)) {
      at += 8;
      continue;
    }
    const size_t n = clean_character(s + at, len - at, plain);
    if (n == 0) return at;
    at += n;
  }
  return at;
}

size_t vt_clean_ascii_len(const char *bytes, size_t len)
{
  size_t at = 0;
  uint64_t eight;
  for (; len - at >= 8; at += 8) {
    memcpy(&eight, bytes + at, 8);
    if ((eight & 0x8080808080808080u) != 0) break;
  }
  while (at < len && (unsigned char)bytes[at] < 0x80) at++;
  return at;
}
