/* peers.c - iconv and utf8proc. */
#include "peers.h"
#include <iconv.h>
#include <stdlib.h>
#include <utf8proc.h>

/* In one call over the whole buffer, as iconv is quickest. */
static size_t convert(const char *to, const char *from, const char *text, size_t len, size_t grows)
{
  iconv_t cd = iconv_open(to, from);
  if (cd == (iconv_t)-1) return 0;
  const size_t cap = len * grows + 16;
  char *out = malloc(cap), *out_at = out;
  union { const char *fixed; char *loose; } in = { .fixed = text }; /* iconv wants char ** */
  size_t in_left = len, out_left = cap;
  const size_t r = out == NULL ? (size_t)-1 : iconv(cd, &in.loose, &in_left, &out_at, &out_left);
  iconv_close(cd);
  free(out);
  return r == (size_t)-1 ? 0 : cap - out_left;
}

size_t peer_iconv_utf8(const char *text, size_t len)
{
  return convert("UTF-16LE", "UTF-8", text, len, 2);
}

size_t peer_iconv_tcvn3(const char *text, size_t len)
{
  return convert("UTF-8", "TCVN5712-1", text, len, 3);
}

static size_t map(const char *text, size_t len, int options)
{
  utf8proc_uint8_t *out = NULL;
  const utf8proc_ssize_t n = utf8proc_map((const utf8proc_uint8_t *)text, (utf8proc_ssize_t)len,
                                          &out, (utf8proc_option_t)options);
  free(out);
  return n < 0 ? 0 : (size_t)n;
}

size_t peer_utf8proc_nfc(const char *text, size_t len)
{
  return map(text, len, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
}

size_t peer_utf8proc_fold(const char *text, size_t len)
{
  return map(text, len, UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_STRIPMARK | UTF8PROC_CASEFOLD);
}
