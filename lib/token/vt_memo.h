/* vt_memo.h - what the scanner remembers of the tokens it has seen. A text has few words, each of
 * them often: what its bytes say alone is found out once. */
#ifndef VT_MEMO_H
#define VT_MEMO_H
#include <stdbool.h>
#include "vt_span.h"
#include "vt_word.h"

/* What may be one token: a run of letters and of bytes that are not ASCII, or a mark. */
typedef struct vt_piece {
  uint64_t low, high; /* its bytes, zeros behind them */
  uint32_t len;
} vt_piece;

/* What all tokens of the same bytes have in common. */
typedef struct vt_memo {
  uint64_t low, high;   /* as in a piece; low 0: nothing yet */
  uint16_t kind, flags; /* as in a token */
  vt_id id;
  uint8_t cues;
  uint8_t behind; /* VT_BEHIND_* */
} vt_memo;
enum { VT_MEMO_BYTES = 16 };

/* How many bytes the token has; there is no NUL among them. */
static inline uint32_t vt_memo_len(const vt_memo *m)
{
  return m->high != 0 ? 8 + vt_word_len(m->high) : vt_word_len(m->low);
}

/* What may stand behind the token, being no part of it. */
enum {
  VT_BEHIND_ANYTHING,
  VT_BEHIND_APART, /* what goes on with no word */
  VT_BEHIND_NO_DOT /* the same, but no dot: the word may be short for another */
};

/* Marks that are tokens whatever comes, or where a blank does. */
enum { VT_PLAIN_ALWAYS = 1, VT_PLAIN_BEFORE_BLANK = 2 };
extern const uint8_t vt_plain_marks[256];

/* The place in a memo of 1 << (64 - shift) for these bytes, which may hold others. */
static inline vt_memo *vt_memo_at(vt_memo *memo, uint32_t shift, uint64_t low, uint64_t high)
{
  return memo + ((low ^ high) * 0x9E3779B97F4A7C15u >> shift);
}

/* The bytes are not in the scanner's memo: what the token is that begins at begin with piece or, a
 * mark, is the first of it; NULL: its neighbours have a say. It may move at the next call. */
typedef struct vt_scanner vt_scanner;
const vt_memo *vt_memo_know(const vt_scanner *sc, uint32_t begin, vt_piece piece);
/* The id of the len bytes at begin. */
vt_id vt_memo_id(const vt_scanner *sc, uint32_t begin, uint32_t len);

#endif
