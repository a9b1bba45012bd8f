// peer_re2.cpp - the reference pattern by RE2.
#include <re2/re2.h>
#include "peers.h"

size_t peer_re2(const char *pattern, const char *text, size_t len)
{
  static RE2::Options options = [] {
    RE2::Options o;
    o.set_case_sensitive(false);
    o.set_log_errors(false);
    return o;
  }();
  static const RE2 re(pattern, options);
  if (!re.ok()) return 0;
  re2::StringPiece rest(text, len), match;
  size_t count = 1, at = 0;
  while (re.Match(rest, at, len, RE2::UNANCHORED, &match, 1)) {
    const size_t end = static_cast<size_t>(match.data() - text) + match.size();
    at = end > at ? end : at + 1;
    count++;
  }
  return count;
}
