// peer_icu.cpp - ICU's converter, its UTF-8 normaliser, its break iterators on UTF-8 and on
// UTF-16.
#include <memory>
#include <string>
#include <unicode/brkiter.h>
#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/ustring.h>
#include <unicode/utext.h>
#include "peers.h"

size_t peer_icu_utf8(const char *text, size_t len)
{
  std::unique_ptr<UChar[]> out(new UChar[len + 1]);
  int32_t n = 0;
  UErrorCode error = U_ZERO_ERROR;
  u_strFromUTF8(out.get(), static_cast<int32_t>(len + 1), &n, text, static_cast<int32_t>(len), &error);
  return U_SUCCESS(error) ? static_cast<size_t>(n) : 0;
}

size_t peer_icu_nfc(const char *text, size_t len)
{
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2 *nfc = icu::Normalizer2::getNFCInstance(error);
  std::string out;
  out.reserve(len + 1);
  icu::StringByteSink<std::string> sink(&out);
  nfc->normalizeUTF8(0, icu::StringPiece(text, static_cast<int32_t>(len)), sink, nullptr, error);
  return U_SUCCESS(error) ? out.size() : 0;
}

size_t peer_icu_is_nfc(const char *text, size_t len)
{
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2 *nfc = icu::Normalizer2::getNFCInstance(error);
  return nfc->isNormalizedUTF8(icu::StringPiece(text, static_cast<int32_t>(len)), error) ? len : 0;
}

static size_t breaks(icu::BreakIterator *it, const char *text, size_t len, UErrorCode &error)
{
  UText *ut = utext_openUTF8(nullptr, text, static_cast<int64_t>(len), &error);
  if (U_FAILURE(error)) return 0;
  it->setText(ut, error);
  size_t count = 1;
  while (it->next() != icu::BreakIterator::DONE) count++;
  utext_close(ut);
  return U_SUCCESS(error) ? count : 0;
}

static icu::BreakIterator *word_iterator(UErrorCode &error)
{
  static icu::BreakIterator *it =
      icu::BreakIterator::createWordInstance(icu::Locale("vi"), error);
  return it;
}

size_t peer_icu_words(const char *text, size_t len)
{
  UErrorCode error = U_ZERO_ERROR;
  icu::BreakIterator *it = word_iterator(error);
  return breaks(it, text, len, error);
}

// The text in ICU's own form, made at the first call: the median of the rounds leaves that one out.
size_t peer_icu_words_utf16(const char *text, size_t len)
{
  static const char *made_of = nullptr;
  static icu::UnicodeString own;
  UErrorCode error = U_ZERO_ERROR;
  icu::BreakIterator *it = word_iterator(error);
  if (made_of != text) own = icu::UnicodeString::fromUTF8({ text, static_cast<int32_t>(len) });
  made_of = text;
  if (U_FAILURE(error)) return 0;
  it->setText(own);
  size_t count = 1;
  while (it->next() != icu::BreakIterator::DONE) count++;
  return count;
}

size_t peer_icu_sentences(const char *text, size_t len)
{
  UErrorCode error = U_ZERO_ERROR;
  static icu::BreakIterator *it =
      icu::BreakIterator::createSentenceInstance(icu::Locale("vi"), error);
  return breaks(it, text, len, error);
}
