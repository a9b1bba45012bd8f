/* scan_web.c - addresses of the web and of mail, #tags and @names. */
#include "vt_scan.h"
#include <string.h>
#include "vt_traits.h"
#include "vt_utf8.h"

static bool is_alnum(char c)
{
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

static bool begins(const vt_scanner *sc, uint32_t at, const char *with)
{
  for (; *with != '\0'; with++, at++) {
    const char c = sc->s[at];
    if ((c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c) != *with) return false;
  }
  return true;
}

/* The run of characters an address's name part is made of. */
static uint32_t run_over_name(const vt_scanner *sc, uint32_t at)
{
  while (is_alnum(sc->s[at]) || (sc->s[at] != '\0' && strchr("._-+%@", sc->s[at]) != NULL)) at++;
  return at;
}

/* Whether [begin, end) ends in a known top-level domain behind a dot; *host: its end without what
 * is no part of it (a full stop, a dash). */
static bool is_domain(const vt_scanner *sc, uint32_t begin, uint32_t end, uint32_t *host)
{
  while (end > begin && !is_alnum(sc->s[end - 1])) end--;
  uint32_t last = end;
  while (last > begin && is_alnum(sc->s[last - 1])) last--;
  if (last < begin + 2 || sc->s[last - 1] != '.' || !is_alnum(sc->s[last - 2])) return false;
  if (!is_alnum(sc->s[begin])) return false;
  *host = end;
  return (vt_scan_traits(sc, last, end) & VT_TRAIT_DOMAIN) != 0;
}

/* Path, query and fragment: to the next blank, without the marks of the sentence around it. */
static uint32_t run_over_path(const vt_scanner *sc, uint32_t at)
{
  uint32_t end = at;
  if (sc->s[at] == ':' && vt_scan_digit(sc, at + 1)) {
    at++;
    while (vt_scan_digit(sc, at)) at++;
    end = at;
  }
  if (sc->s[at] != '/' && sc->s[at] != '?' && sc->s[at] != '#') return end;
  int open = 0;
  while (at < sc->len) {
    const unsigned kind = vt_scan_kind(sc, at);
    const char c = sc->s[at];
    if (kind == VT_BYTE_BLANK || kind == VT_BYTE_LINE || kind == VT_BYTE_OTHER) break;
    if (strchr("<>\"`{}|\\^", c) != NULL) break;
    if (c == '(') open++;
    if (c == ')' && --open < 0) break;
    if (kind == VT_BYTE_LEAD) {
      uint32_t next = at;
      const vt_class class = vt_class_of(vt_utf8_next(sc->s, &next));
      if (class != VT_CLASS_LOWER && class != VT_CLASS_UPPER && class != VT_CLASS_LETTER) break;
      end = at = next;
      continue;
    }
    at++;
    if (strchr(".,;:!?'", c) == NULL) end = at;
  }
  return end;
}

static uint32_t find_url(const vt_scanner *sc)
{
  static const char *const schemes[] = { "http://", "https://", "ftp://" };
  uint32_t at = sc->at, host;
  for (size_t i = 0; i < sizeof schemes / sizeof schemes[0]; i++) {
    if (!begins(sc, at, schemes[i])) continue;
    at += (uint32_t)strlen(schemes[i]);
    const uint32_t end = run_over_name(sc, at);
    return end == at ? 0 : run_over_path(sc, end);
  }
  const uint32_t end = run_over_name(sc, at);
  if (memchr(sc->s + at, '@', end - at) != NULL) return 0;
  if (begins(sc, at, "www.") && end > at + 4 && is_alnum(sc->s[at + 4])) {
    host = end;
    while (!is_alnum(sc->s[host - 1])) host--;
    return host == end ? run_over_path(sc, host) : host;
  }
  if (!is_domain(sc, at, end, &host)) return 0;
  return host == end ? run_over_path(sc, host) : host;
}

static uint32_t find_email(const vt_scanner *sc)
{
  const uint32_t end = run_over_name(sc, sc->at);
  const char *at_sign = memchr(sc->s + sc->at, '@', end - sc->at);
  if (at_sign == NULL) return 0;
  const uint32_t domain = (uint32_t)(at_sign - sc->s) + 1;
  uint32_t host;
  if (domain == sc->at + 1 || memchr(at_sign + 1, '@', end - domain) != NULL) return 0;
  return is_domain(sc, domain, end, &host) ? host : 0;
}

bool vt_scan_web(vt_scanner *sc)
{
  /* A long run without blanks is looked at once, not again from each word in it. */
  if (sc->at < sc->web_to) return false;
  const uint32_t email = find_email(sc);
  const uint32_t end = email != 0 ? email : find_url(sc);
  if (end == 0) {
    sc->web_to = run_over_name(sc, sc->at);
    return false;
  }
  vt_scan_emit(sc, end, email != 0 ? VITEXT_TOKEN_EMAIL : VITEXT_TOKEN_URL, 0);
  return true;
}

bool vt_scan_tag(vt_scanner *sc)
{
  const char c = sc->s[sc->at];
  if (c != '#' && c != '@') return false;
  if (sc->at > 0 && (is_alnum(sc->s[sc->at - 1]) || sc->s[sc->at - 1] == c)) return false;
  vt_letters w = { 0 };
  uint32_t end = sc->at + 1;
  if (vt_class_of(vt_utf8_next(sc->s, &end)) == VT_CLASS_MARK) return false; /* a key cap */
  end = vt_scan_alnum(sc, sc->at + 1, &w);
  if (end == sc->at + 1 || (c == '@' && w.count == 0)) return false;
  for (uint32_t more = end; sc->s[end] == '_' || (c == '@' && sc->s[end] == '.'); end = more) {
    more = vt_scan_alnum(sc, end + 1, &w);
    if (more == end + 1) break;
  }
  vt_scan_emit(sc, end, c == '#' ? VITEXT_TOKEN_HASHTAG : VITEXT_TOKEN_HANDLE, 0);
  return true;
}
