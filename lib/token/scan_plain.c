/* scan_plain.c - the short way through most of a text: blanks, marks, and words to which nothing is
 * glued that could make them something else. What else comes is left to scan_word.c and
 * its sisters, which would give these tokens the same kinds, flags and ids. */
#include "vt_lexicon_data.h"
#include "vt_scan.h"
#include "vt_syllable.h"
#include "vt_traits.h"

/* What a byte behind a word does. */
enum {
  GLUED,  /* may go on with it, or make it part of an address, a number, a name */
  APART,  /* is no part of it */
  DOT,    /* is no part of it where a blank follows, but of some abbreviations */
  COLON,  /* is no part of it where a blank follows */
  GENERAL /* E2: general punctuation, which is no part of it but for the apostrophe */
};
static const uint8_t behind[256] = {
  ['\t'] = APART, ['\n'] = APART, ['\r'] = APART, [' '] = APART,    ['!'] = APART, ['"'] = APART,
  ['('] = APART,  [')'] = APART,  [','] = APART,  [';'] = APART,    ['<'] = APART, ['='] = APART,
  ['>'] = APART,  ['?'] = APART,  ['['] = APART,  [']'] = APART,    ['|'] = APART, ['{'] = APART,
  ['}'] = APART,  ['.'] = DOT,    [':'] = COLON,  [0xE2] = GENERAL,
};

static inline bool is_blank(char c)
{
  return c == ' ' || c == '\n' || c == '\r';
}

static inline bool is_over(const char *s, uint32_t traits)
{
  const uint32_t dotted = VT_TRAIT_ABBREVIATION | VT_TRAIT_SHORT | VT_TRAIT_DEGREE;
  switch (behind[(unsigned char)s[0]]) {
  case APART: return true;
  case DOT: return is_blank(s[1]) && (traits & dotted) == 0;
  case COLON: return is_blank(s[1]);
  case GENERAL: return (unsigned char)s[1] == 0x80 && (unsigned char)s[2] != 0x99;
  default: return false;
  }
}

static inline bool begins_with_capital(const char *text, uint32_t at)
{
  const unsigned char *s = (const unsigned char *)text + at;
  uint32_t width;
  return vt_letter_is_upper(s[0] < 0x80 ? vt_letter_table[s[0]] : vt_long_letter_bits(s, &width));
}

/* Lower case, one capital in front, or all capitals with marks, so that they are no Roman numeral.
 */
static inline bool has_plain_case(const char *text, uint32_t at, vt_letters w, uint16_t *flags)
{
  *flags = 0;
  if (w.uppers == 0) return true;
  *flags = VITEXT_TOKENF_CAPITAL;
  if (w.count == 1) return false;
  if (w.uppers == 1) return begins_with_capital(text, at);
  *flags = VITEXT_TOKENF_CAPITAL | VITEXT_TOKENF_CAPITALS;
  return w.uppers == w.count && w.marked;
}

/* A mark that is a token whatever comes; for a dot or a dash a blank must. */
static inline bool is_plain_mark(const char *s)
{
  switch (s[0]) {
  case ',':
  case ';':
  case '(':
  case ')':
  case '"':
  case '?':
  case '!': return true;
  case '.':
  case ':':
  case '-': return s[1] == ' ';
  default: return false;
  }
}

/* A word as said above, all but its begin; false: it is for scan_word.c. */
static inline bool plain_word(const vt_lexicon *lex, const char *text, vt_token *t, vt_id *id)
{
  const vt_letters w = vt_letters_at(text, t->begin);
  if (w.count == 0 || w.odd || behind[(unsigned char)text[w.end]] == GLUED) return false;
  if (!has_plain_case(text, t->begin, w, &t->flags)) return false;
  *id = vt_lexicon_find_built(lex, w.key);
  const uint32_t traits = *id == VT_ID_NONE ? 0 : lex->traits[*id - 1];
  if ((traits & VT_TRAIT_SYLLABLE) != 0 || (*id == VT_ID_NONE && vt_syllable_known(w.key)))
    t->kind = VITEXT_TOKEN_SYLLABLE;
  else if (w.uppers > 1) return false; /* initials */
  else t->kind = VITEXT_TOKEN_WORD;
  if (*id == VT_ID_NONE && lex->extension != NULL) return false;
  t->end = w.end;
  if (w.count == 1 && text[w.end] == '.') return false; /* one letter may be short for a word */
  return is_over(text + w.end, traits);
}

void vt_scan_plain(vt_scanner *sc)
{
  const char *const text = sc->s;
  vt_tokens *const out = sc->out;
  uint32_t at = sc->at, count = out->count;
  while (count < out->cap) {
    vt_token t = { .flags = 0 };
    vt_id id;
    while (text[at] == ' ') at++;
    t.begin = at;
    if (is_plain_mark(text + at)) {
      t.kind = VITEXT_TOKEN_PUNCT;
      t.end = at + 1;
      id = vt_scan_mark_id(sc, text[at]);
    } else if (!plain_word(sc->lex, text, &t, &id)) {
      break;
    }
    out->items[count] = t;
    out->ids[count++] = id;
    at = t.end;
  }
  sc->at = at;
  out->count = count;
}
