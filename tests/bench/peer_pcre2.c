/* peer_pcre2.c - the reference pattern by PCRE2 with its JIT compiler. */
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <string.h>
#include "peers.h"

size_t peer_pcre2(const char *pattern, const char *text, size_t len)
{
  static pcre2_code *code;
  static pcre2_match_data *match;
  if (code == NULL) {
    int error;
    PCRE2_SIZE at;
    code = pcre2_compile((PCRE2_SPTR)pattern, strlen(pattern),
                         PCRE2_UTF | PCRE2_NO_UTF_CHECK | PCRE2_CASELESS, &error, &at, NULL);
    if (code == NULL) return 0;
    pcre2_jit_compile(code, PCRE2_JIT_COMPLETE);
    match = pcre2_match_data_create_from_pattern(code, NULL);
  }
  size_t count = 1;
  for (PCRE2_SIZE at = 0; at < len; count++) {
    if (pcre2_jit_match(code, (PCRE2_SPTR)text, len, at, 0, match, NULL) < 0) break;
    const PCRE2_SIZE end = pcre2_get_ovector_pointer(match)[1];
    at = end > at ? end : at + 1;
  }
  return count;
}
