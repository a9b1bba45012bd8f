/* vt_mark.h - what single tokens mean to the rules of sentences: marks, brackets, list markers. */
#ifndef VT_MARK_H
#define VT_MARK_H
#include "vt_lexicon.h"
#include "vt_token.h"

/* Tokens being read; all indices are of tokens. */
typedef struct vt_reading {
  const char *s;
  const vt_token *t;
  const vt_id *ids;
  const uint8_t *cues;
  uint32_t count;
  const vt_lexicon *lex;
} vt_reading;

/* Roles of punctuation; straight quotes have OPEN and CLOSE. */
enum {
  VT_MARK_FINAL = 1 << 0, /* . ! ? … ... ./. */
  VT_MARK_DOTS = 1 << 1,  /* … and runs of dots: FINAL too */
  VT_MARK_OPEN = 1 << 2,
  VT_MARK_CLOSE = 1 << 3,
  VT_MARK_QUOTE = 1 << 4, /* with OPEN or CLOSE: no bracket */
  VT_MARK_DASH = 1 << 5,
  VT_MARK_PAUSE = 1 << 6, /* , ; : */
  VT_MARK_BULLET = 1 << 7 /* symbols that begin list items; dashes too */
};
unsigned vt_mark_of_sign(const vt_reading *r, uint32_t i);
static inline unsigned vt_mark_of(const vt_reading *r, uint32_t i)
{
  const unsigned kind = r->t[i].kind; /* most tokens are words */
  return kind == VITEXT_TOKEN_PUNCT || kind == VITEXT_TOKEN_SYMBOL ? vt_mark_of_sign(r, i) : 0;
}

/* What closes it, for brackets and quotes: the same small number for both of a pair, 1 to 7. */
unsigned vt_mark_pair(const vt_reading *r, uint32_t i);

/* The letter a token begins with: 'a' lower case, 'A' capital, '0' digit, else '.'. */
char vt_mark_first(const vt_reading *r, uint32_t i);

/* Whether it is a word of more bytes than one letter has: no mark, and no part of a list marker. */
static inline bool vt_mark_is_word(const vt_reading *r, uint32_t i)
{
  enum { LETTER_BYTES = 4 };
  return r->t[i].kind <= VITEXT_TOKEN_WORD && r->t[i].end - r->t[i].begin > LETTER_BYTES;
}

/* Whether no blank stands between tokens i - 1 and i. */
static inline bool vt_mark_glued(const vt_reading *r, uint32_t i)
{
  return i > 0 && r->t[i - 1].end == r->t[i].begin;
}
static inline uint32_t vt_mark_traits(const vt_reading *r, uint32_t i)
{
  return vt_lexicon_traits(r->lex, r->ids[i]);
}

/* A list marker at i (rule 18: "1." "(1)" "a)" "IV." bullets): how many tokens it has; 0: none. */
uint32_t vt_marker_len(const vt_reading *r, uint32_t i, uint32_t end);
/* A label at i (Điều 5, Phần thứ nhất, with "." or ":" if they are there): how many tokens, 0:
 * none. line: only those that stand alone on lines (rule 8). *marked: has its "." or ":". */
uint32_t vt_label_len(const vt_reading *r, uint32_t i, uint32_t end, bool line, bool *marked);

/* Whether the token is an abbreviation with its dot. */
bool vt_ends_in_dot(const vt_reading *r, uint32_t i);
/* Rules 19 and 20: token i ends in a dot, which is no full stop when token next comes behind it
 * ("TP. Hồ", "V. A. Nguyễn", "t. 5"). */
bool vt_dot_is_inner(const vt_reading *r, uint32_t i, uint32_t next);

/* Settle which line ends of a scan end a block (sentences.md, rules 4 to 15): the others are taken
 * out of tokens. */
void vt_lines_settle(const vt_lexicon *lex, vt_text text, vt_tokens *tokens);

#endif
