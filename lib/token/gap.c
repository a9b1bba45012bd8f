/* gap.c - blanks and dashes inside a date or a number of a document. */
#include "vt_gap.h"
#include "vt_utf8.h"

uint32_t vt_gap(vt_text text, uint32_t offset)
{
  bool line = false;
  const unsigned char c = (unsigned char)text.bytes[offset]; /* the text ends in a NUL */
  if (c > ' ' && c < 0x80) return offset;
  for (uint32_t at = offset;; offset = at) {
    const uint32_t cp = at >= text.len ? 0 : vt_utf8_next(text.bytes, &at);
    if (cp == ' ' || cp == '\t' || cp == '\r' || cp == 0xA0 || cp == 0xAD || cp == 0x200B) continue;
    if (cp != '\n' || line) return offset;
    line = true;
  }
}

bool vt_is_dash(uint32_t cp)
{
  return cp == '-' || (cp >= 0x2010 && cp <= 0x2015) || cp == 0x2212 || cp == 0xAD;
}
