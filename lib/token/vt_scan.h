/* vt_scan.h - the scanner, for lib/token and for the generator of the lexicon. */
#ifndef VT_SCAN_H
#define VT_SCAN_H
#include "vt_letters.h"
#include "vt_lexicon.h"
#include "vt_memo.h"
#include "vt_token.h"

/* As vt_tokens_find, but every line end is a BREAK, one token for a run of white space that has
 * line ends. Of the lexicon only traits are used, and the vocabulary for ids. */
vitext_status vt_scan(const vt_alloc *a, const vt_lexicon *lex, vt_memory *memory, vt_text text,
                      vt_tokens *out);

/* A BREAK token with more than one line end, so with an empty line; not seen outside lib/token. */
enum { VT_TOKENF_EMPTY_LINE = 1 << 15 };

/* ---- Between the scanner's files ---- */

struct vt_scanner {
  const char *s; /* a NUL follows the text */
  uint32_t len;
  uint32_t at;     /* the next byte that no token has */
  uint32_t web_to; /* up to here no address begins; see scan_web.c */
  const vt_lexicon *lex;
  vt_tokens *out; /* has room for one more token */
  vt_memo *memo;  /* 1 << (64 - memo_shift) places: by the bytes, the last that came */
  uint32_t memo_shift;
};

/* Kinds of bytes: how a token begins with them. */
enum {
  VT_BYTE_OTHER,
  VT_BYTE_BLANK,
  VT_BYTE_LINE,
  VT_BYTE_LETTER,
  VT_BYTE_DIGIT,
  VT_BYTE_PUNCT,
  VT_BYTE_SYMBOL,
  VT_BYTE_LEAD /* of a longer character */
};
extern const uint8_t vt_byte_kind[256];

static inline unsigned vt_scan_kind(const vt_scanner *sc, uint32_t at)
{
  return vt_byte_kind[(unsigned char)sc->s[at]];
}
static inline bool vt_scan_digit(const vt_scanner *sc, uint32_t at)
{
  return (unsigned)sc->s[at] - '0' < 10u;
}

/* The token that ends at end gets a kind, flags and the id of its text, or the id given. */
void vt_scan_emit(vt_scanner *sc, uint32_t end, unsigned kind, unsigned flags);
void vt_scan_emit_id(vt_scanner *sc, uint32_t end, unsigned kind, unsigned flags, vt_id id);
/* The cues of a token with this kind and id, from its text. */
unsigned vt_scan_cues(const vt_scanner *sc, vt_token t, vt_id id);
/* Letters of the Vietnamese alphabet and a-z from at on. */
vt_letters vt_scan_letters(const vt_scanner *sc, uint32_t at);
/* End of the run of letters, marks and digits of any script from at on. */
uint32_t vt_scan_alnum(const vt_scanner *sc, uint32_t at, vt_letters *w);
uint32_t vt_scan_traits(const vt_scanner *sc, uint32_t begin, uint32_t end);
/* A dash of any kind at at: its length, else 0. */
uint32_t vt_scan_dash(const vt_scanner *sc, uint32_t at);

/* Blanks and plain words, as many as come; the next token is none of them, or needs room. */
void vt_scan_plain(vt_scanner *sc);
void vt_scan_word(vt_scanner *sc);
void vt_scan_number(vt_scanner *sc);
/* An address (url, email) from at on that begins with a word or scheme; false: there is none. */
bool vt_scan_web(vt_scanner *sc);
/* #tag and @name; false: there is none. */
bool vt_scan_tag(vt_scanner *sc);
/* An emoji with all that is joined to it; false: there is none. */
bool vt_scan_emoji(vt_scanner *sc);
/* End of a document number whose serial begins at sc->at and ends at end; 0: there is none. */
uint32_t vt_scan_docnumber(const vt_scanner *sc, uint32_t end);

#endif
