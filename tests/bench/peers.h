/* peers.h - what others do of the same work. Each returns a number that depends on all of its work
 * (bytes out, pieces found), so that nothing can be left out; 0 is a failure. */
#ifndef PEERS_H
#define PEERS_H
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif
size_t peer_iconv_utf8(const char *text, size_t len);  /* UTF-8 to UTF-16 */
size_t peer_iconv_tcvn3(const char *text, size_t len); /* TCVN5712-1 to UTF-8 */
size_t peer_utf8proc_nfc(const char *text, size_t len);
size_t peer_utf8proc_fold(const char *text, size_t len); /* no marks, folded case */

size_t peer_icu_utf8(const char *text, size_t len);   /* UTF-8 to UTF-16 */
size_t peer_icu_nfc(const char *text, size_t len);    /* Normalizer2::normalizeUTF8 into a string */
size_t peer_icu_is_nfc(const char *text, size_t len); /* Normalizer2::isNormalizedUTF8, no copy */
size_t peer_icu_words(const char *text, size_t len);  /* UTF-8 through UText */
size_t peer_icu_words_utf16(const char *text, size_t len); /* the same text, as UTF-16 before */
size_t peer_icu_sentences(const char *text, size_t len);

/* All matches of the pattern, which is compiled at the first call. */
size_t peer_re2(const char *pattern, const char *text, size_t len);
size_t peer_pcre2(const char *pattern, const char *text, size_t len);
#ifdef __cplusplus
}
#endif
#endif
