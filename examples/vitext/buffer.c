/* buffer.c - growing output; see buffer.h. */
#include "buffer.h"
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void *check(void *p)
{
  if (p == NULL) {
    fputs("vitext: out of memory\n", stderr);
    exit(1);
  }
  return p;
}

void *memory_new(size_t count, size_t size)
{
  return check(calloc(count ? count : 1, size));
}

void *memory_resize(void *p, size_t size)
{
  return check(realloc(p, size ? size : 1));
}

char *memory_copy(const char *s, size_t len)
{
  char *copy = memory_resize(NULL, len + 1);
  if (len != 0) memcpy(copy, s, len);
  copy[len] = '\0';
  return copy;
}

void buffer_free(buffer *b)
{
  free(b->data);
  b->data = NULL;
  b->len = b->cap = 0;
}

char *buffer_room(buffer *b, size_t len)
{
  if (len > b->cap - b->len && b->drain != NULL) b->drain(b, b->user);
  if (len > b->cap - b->len) {
    const size_t least = b->len + len;
    size_t cap = b->cap < 4096 ? 4096 : b->cap;
    while (cap < least) cap *= 2;
    b->data = memory_resize(b->data, cap);
    b->cap = cap;
  }
  return b->data + b->len;
}

void buffer_add(buffer *b, const char *bytes, size_t len)
{
  if (len == 0) return;
  memcpy(buffer_room(b, len), bytes, len);
  b->len += len;
}

void buffer_text(buffer *b, const char *s)
{
  buffer_add(b, s, strlen(s));
}

void buffer_char(buffer *b, char c)
{
  *buffer_room(b, 1) = c;
  b->len++;
}

void buffer_format(buffer *b, const char *format, ...)
{
  va_list args;
  va_start(args, format);
  const int need = vsnprintf(NULL, 0, format, args);
  va_end(args);
  if (need <= 0) return;
  char *room = buffer_room(b, (size_t)need + 1);
  va_start(args, format);
  vsnprintf(room, (size_t)need + 1, format, args);
  va_end(args);
  b->len += (size_t)need;
}

int buffer_sink(void *user, const char *bytes, size_t len)
{
  buffer_add(user, bytes, len);
  return 0;
}

/* Length of the well-formed UTF-8 character at s, 0 if there is none (RFC 3629). */
static size_t utf8_len(const unsigned char *s, size_t len)
{
  static const struct {
    unsigned char first, last, low, high, len;
  } rows[] = { { 0x00, 0x7F, 0x80, 0xBF, 1 }, { 0xC2, 0xDF, 0x80, 0xBF, 2 },
               { 0xE0, 0xE0, 0xA0, 0xBF, 3 }, { 0xE1, 0xEC, 0x80, 0xBF, 3 },
               { 0xED, 0xED, 0x80, 0x9F, 3 }, { 0xEE, 0xEF, 0x80, 0xBF, 3 },
               { 0xF0, 0xF0, 0x90, 0xBF, 4 }, { 0xF1, 0xF3, 0x80, 0xBF, 4 },
               { 0xF4, 0xF4, 0x80, 0x8F, 4 } };
  for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
    if (s[0] < rows[r].first || s[0] > rows[r].last) continue;
    if (rows[r].len > len) return 0;
    for (size_t i = 1; i < rows[r].len; i++) {
      const unsigned char low = i == 1 ? rows[r].low : 0x80, high = i == 1 ? rows[r].high : 0xBF;
      if (s[i] < low || s[i] > high) return 0;
    }
    return rows[r].len;
  }
  return 0;
}

static void json_escape(buffer *b, unsigned char c)
{
  static const char names[] = "\b\f\n\r\t\"\\", letters[] = "bfnrt\"\\";
  const char *at = c == 0 ? NULL : strchr(names, c);
  if (at != NULL) buffer_format(b, "\\%c", letters[at - names]);
  else buffer_format(b, "\\u%04x", c);
}

void buffer_json(buffer *b, const char *s, size_t len)
{
  const unsigned char *u = (const unsigned char *)s;
  size_t plain = 0; /* where the stretch begins that needs no escape */
  buffer_char(b, '"');
  for (size_t i = 0; i < len;) {
    size_t n = 1;
    if (u[i] < 0x80 ? u[i] >= 0x20 && u[i] != '"' && u[i] != '\\'
                    : (n = utf8_len(u + i, len - i)) > 0) {
      i += n;
      continue;
    }
    buffer_add(b, s + plain, i - plain);
    if (u[i] < 0x80) json_escape(b, u[i]);
    else buffer_text(b, "\xEF\xBF\xBD");
    plain = ++i;
  }
  buffer_add(b, s + plain, len - plain);
  buffer_char(b, '"');
}

/* Copy s with some bytes replaced: rows of { byte, what is written for it }, ended by 0. */
typedef struct escape {
  char byte;
  const char *text;
} escape;

static void escaped(buffer *b, const char *s, size_t len, const escape *rows)
{
  size_t plain = 0;
  for (size_t i = 0; i < len; i++) {
    const escape *r = rows;
    while (r->byte != 0 && r->byte != s[i]) r++;
    if (r->byte == 0) continue;
    buffer_add(b, s + plain, i - plain);
    buffer_text(b, r->text);
    plain = i + 1;
  }
  buffer_add(b, s + plain, len - plain);
}

void buffer_tsv(buffer *b, const char *s, size_t len)
{
  static const escape rows[] = {
    { '\t', "\\t" }, { '\n', "\\n" }, { '\r', "\\r" }, { '\\', "\\\\" }, { 0, NULL }
  };
  escaped(b, s, len, rows);
}

void buffer_html(buffer *b, const char *s, size_t len)
{
  static const escape rows[] = { { '&', "&amp;" },  { '<', "&lt;" },   { '>', "&gt;" },
                                 { '"', "&quot;" }, { '\'', "&#39;" }, { 0, NULL } };
  escaped(b, s, len, rows);
}

void buffer_line(buffer *b, const char *s, size_t len)
{
  int blank = 0;
  for (size_t i = 0; i < len; i++) {
    const unsigned char c = (unsigned char)s[i];
    if (c <= ' ' || c == 0x7F) {
      blank = 1;
    } else {
      if (blank) buffer_char(b, ' ');
      blank = 0;
      buffer_char(b, s[i]);
    }
  }
  if (blank && len > 0) buffer_char(b, ' ');
}
