/* reftext.c - strings of the records: copied from the text, or put together. */
#include <string.h>
#include "vt_refscan.h"
#include "vt_letter.h"
#include "vt_utf8.h"

const char *vt_ref_copy(vt_refscan *s, vt_nspan span)
{
  char *to = vt_arena_get(s->arena, (size_t)(span.end - span.begin) + 1);
  if (to == NULL) {
    s->no_memory = true;
    return "";
  }
  size_t len = 0;
  bool blank = false;
  for (uint32_t at = span.begin; at < span.end;) {
    const uint32_t from = at;
    const vt_class class = vt_class_of(vt_utf8_next(s->text.bytes, &at));
    if (class == VT_CLASS_SPACE || class == VT_CLASS_LINE) {
      blank = len > 0;
      continue;
    }
    if (blank) to[len++] = ' ';
    blank = false;
    memcpy(to + len, s->text.bytes + from, at - from);
    len += at - from;
  }
  to[len] = '\0';
  return to;
}

const char *vt_ref_decimal(vt_refscan *s, uint32_t value)
{
  char digits[12];
  size_t at = sizeof digits;
  do digits[--at] = (char)('0' + value % 10);
  while ((value /= 10) != 0);
  const char *text = vt_arena_copy(s->arena, digits + at, sizeof digits - at);
  if (text == NULL) s->no_memory = true;
  return text == NULL ? "" : text;
}

void vt_refbuf_add(vt_refbuf *b, const char *bytes, size_t len)
{
  if (b->failed || !vt_vec_reserve(b->alloc, &b->text, b->text.count + len)) {
    b->failed = true;
    return;
  }
  memcpy(b->text.items + b->text.count, bytes, len);
  b->text.count += len;
}

void vt_refbuf_text(vt_refbuf *b, const char *text)
{
  vt_refbuf_add(b, text, strlen(text));
}

/* A letter or digit as lower-case ASCII; 0: neither. */
static char slug_char(uint32_t cp)
{
  if (cp < 0x80) {
    if ((cp >= '0' && cp <= '9') || (cp >= 'a' && cp <= 'z')) return (char)cp;
    return cp >= 'A' && cp <= 'Z' ? (char)(cp + 32) : '\0';
  }
  const vt_letter l = vt_letter_of(cp);
  if (l.code != 0) return (char)vt_letter_make(vt_letter_plain(l.code), VITEXT_TONE_NGANG, false);
  return cp == 0xD0 || cp == 0xF0 || cp == 0x189 || cp == 0xD1 ? 'd' : '\0'; /* eth, VNI's Đ */
}

void vt_refbuf_slug(vt_refbuf *b, const char *text)
{
  const size_t len = strlen(text);
  if (b->failed || !vt_vec_reserve(b->alloc, &b->text, b->text.count + len + 1)) {
    b->failed = true;
    return;
  }
  char *to = b->text.items + b->text.count, *const from = to;
  bool hyphen = false;
  for (uint32_t at = 0; at < len;) { /* a character gives one at most, so the room is enough */
    const char c = slug_char(vt_utf8_next(text, &at));
    if (c == '\0') {
      hyphen = to != from;
      continue;
    }
    if (hyphen) *to++ = '-';
    hyphen = false;
    *to++ = c;
  }
  b->text.count += (size_t)(to - from);
}

const char *vt_refbuf_take(vt_refscan *s, vt_refbuf *b)
{
  const char *text = b->failed ? NULL : vt_arena_copy(s->arena, b->text.items, b->text.count);
  if (text == NULL) s->no_memory = true;
  b->text.count = 0;
  return text == NULL ? "" : text;
}

void vt_refbuf_free(vt_refbuf *b)
{
  vt_vec_free(b->alloc, &b->text);
}
