/* vt_features.h - what the segmenter sees of a text. Training and running share this file and
 * features.c, so they cannot come to see different things.
 *
 * A sentence is cut into blocks; in a block each token has a symbol (its spelling, or a class for
 * numbers, marks and rare words) and a shape (its letters' case and kind), and the words of the
 * lexicon that begin at it are known. Gap g lies before token g; its tag is 1 when the tokens on
 * both sides are one word. Each pattern has a row of weights:
 *   grams (symbols from token i on) have 8: unary and pair weight of the gaps i, i+1, i+2, i+3;
 *   what is seen at a gap has 2: unary and pair weight of it.
 * A unary weight counts when the gap's tag is 1, a pair weight when the gap before is 1 as well.
 *
 * Grams and words of the lexicon are the nodes of one trie, so that one walk from each token finds
 * both; most steps end at the second token. What the lexicon says of a gap (its view) and the
 * syllables beside it index plain arrays; shapes, near capitals and numbers, index sparse ones.
 *
 * What has few of many possible continuations (a node of the trie its symbols, the shapes beside a
 * gap their views) is a row of a sparse table: the rows lie over each other in one array, each from
 * a place of its own and so that no two have something at the same one. A cell names its column:
 * since no two rows begin at the same place, that tells whose it is (the double array of Aoe 1989,
 * after Tarjan and Yao 1979; displace.c in lib/train makes it). */
#ifndef VT_FEATURES_H
#define VT_FEATURES_H
#include <stdbool.h>
#include <string.h>
#include "vt_token.h"

enum {
  VT_SYM_RARE = 0, /* a spelling without a symbol */
  VT_SYM_EDGE,     /* before and after the sentence */
  VT_SYM_YEAR,
  VT_SYM_ROMAN,
  VT_SYM_NUMBER,
  VT_SYM_DATE,
  VT_SYM_TIME,
  VT_SYM_DOCNUMBER,
  VT_SYM_MEASURE,
  VT_SYM_ADDRESS /* url, email, phone, hashtag, handle */,
  VT_SYM_EMOJI,
  VT_SYM_SYMBOL,
  VT_SYM_MARK /* punctuation outside ASCII */,
  VT_SYM_ASCII = 16,   /* 96: a mark of ASCII, by its code less 32 */
  VT_SYM_DIGITS = 112, /* 100: a number of one or two digits, by its value */
  VT_SYM_SPELLING = 256,
  VT_SYM_LIMIT = 1 << 14
};

enum vt_shape {
  VT_SHAPE_EDGE,
  VT_SHAPE_LOWER,
  VT_SHAPE_CAPITAL,
  VT_SHAPE_FIRST /* a capital that the place asks for: first in the sentence, after : " . - */,
  VT_SHAPE_CAPS,
  VT_SHAPE_LETTER /* one capital, abbreviation */,
  VT_SHAPE_DIGITS,
  VT_SHAPE_NUMBER,
  VT_SHAPE_FOREIGN,
  VT_SHAPE_FOREIGN_CAPITAL,
  VT_SHAPE_OTHER,
  VT_SHAPE_PUNCT,
  VT_SHAPE_NOCASE /* a syllable of a sentence all in small or all in capital letters */,
  VT_SHAPE_NOCASE_FOREIGN,
  VT_SHAPE_NAME /* the same, where a capital is guessed: see vt_case.h */,
  VT_SHAPE_NAME_FOREIGN
};

/* A block: tokens [0, count) of its own at [VT_LEFT, VT_LEFT + count) of each array, with some of
 * the sentence (or its edge) on both sides. */
enum { VT_BLOCK = 384, VT_LEFT = 4, VT_RIGHT = 16, VT_ROOM = VT_LEFT + VT_BLOCK + VT_RIGHT + 16 };
enum { VT_LONGEST_WORD = 12 }; /* syllables of a word of the lexicon */

typedef struct vt_block {
  uint32_t count;
  uint16_t sym[VT_ROOM];
  uint8_t shape[VT_ROOM];
  uint16_t view[VT_ROOM]; /* by gap: VT_VIEW_* */
  uint16_t both[VT_ROOM]; /* by gap with VT_VIEW_BOTH: next of the symbols beside it */
  uint64_t word[VT_ROOM]; /* key of the longest word that begins here, from 4 syllables on; or 0;
                             for training only */
} vt_block;

/* What the lexicon says of a gap, as an index of the rows of views, and what is settled of it. */
enum {
  VT_VIEW_BEGINS = 3, /* syllables, at most 4, of the longest word that begins at it; less 1 */
  VT_VIEW_ENDS = 3 << 2 /* the same of the longest that ends at it */,
  VT_VIEW_OVER =
      1 << 4 /* 7 bits: the words over it, see note_word; the lowest: of two syllables */,
  VT_VIEWS = 1 << 11,
  VT_VIEW_BOTH = 1 << 11 /* VT_GAP_BOTH may have a row */,
  VT_VIEW_OPEN = 1 << 12 /* its tag is not settled: the tokens on both sides may be joined */,
  VT_VIEW_JOIN = 1 << 13 /* it is settled, and 1 */
};

/* Grams and words of the lexicon as a trie over symbols. Below a pair of symbols, its views that
 * have rows of VT_GAP_BOTH are children too. */
typedef struct vt_gram_trie {
  const uint16_t *first;   /* by first symbol: as next */
  const uint16_t *columns; /* by place: a node's symbol, or VT_COLUMN_VIEW and its view, or none;
                              and VT_TRIE_BOTH, of nodes of two symbols only */
  const uint16_t *next;    /* by place: where the node's row begins */
  const uint16_t *rows;    /* by place: of its gram or view, from 1, or 0; and VT_TRIE_WORD */
  uint32_t count;          /* of places */
} vt_gram_trie;
enum {
  VT_TRIE_BOTH = 1 << 15 /* views are among its children */,
  VT_TRIE_WORD = 1 << 15 /* a word ends */,
  VT_TRIE_ROWS = VT_TRIE_WORD - 1 /* at most */,
  VT_COLUMN_VIEW = VT_SYM_LIMIT,
  VT_COLUMN_NONE = VT_TRIE_BOTH - 1
};

/* What tells where a text without case would have capitals: see vt_case.h. */
typedef struct vt_case_weights {
  const int8_t *words;   /* VT_CASE_WORD_WIDTH a symbol; or NULL: no guess */
  const uint32_t *pairs; /* VT_CASE_SLOTS */
  int32_t always;        /* of any capital: see VT_CASE_ALWAYS */
} vt_case_weights;

/* What the features are taken with: the symbols of the vocabulary's ids, the lexicon, and the guess
 * of capitals. */
typedef struct vt_seen {
  const uint16_t *symbols; /* by vt_id */
  uint32_t id_count;
  vt_gram_trie trie;
  vt_case_weights cases;
} vt_seen;

enum { VT_GRAM_WIDTH = 8, VT_GAP_WIDTH = 2, VT_SIDE_WIDTH = 8 };

/* The sums of the rows of grams: gap g has its unary at 2g and its pair at 2g + 1. */
typedef struct vt_sums {
  int16_t at[2 * (VT_ROOM + 4)];
} vt_sums;

/* Rows of the weights of grams: of single symbols by symbol, of longer grams by number. */
typedef struct vt_gram_rows {
  const int8_t *single, *longer;
} vt_gram_rows;

/* Fill *b from tokens [first, first + count) of a sentence; count is at most VT_BLOCK. nocase: see
 * vt_sentence_nocase. The sums of the rows of its gaps go to *sums, unless rows is NULL, as in
 * training. */
void vt_block_fill(vt_block *b, const vt_seen *seen, vt_text text, const vt_tokens *tokens,
                   vt_run sentence, uint32_t first, uint32_t count, bool nocase,
                   const vt_gram_rows *rows, vt_sums *sums);

/* Whether the case of the letters tells nothing: no small letters, or no capitals. */
bool vt_sentence_nocase(const vt_tokens *tokens, vt_run sentence);

/* Whether a token can be a part of a longer word; next to others the tag is always 0. */
static inline bool vt_token_joins(const vt_token *t)
{
  return t->kind <= VITEXT_TOKEN_NUMBER;
}

/* How many of the tokens [first, last) of a sentence the next block takes: all if they fit, else up
 * to a token that never joins, else VT_BLOCK. The tag of the gap between blocks is 0. */
static inline uint32_t vt_block_cut(const vt_tokens *tokens, uint32_t first, uint32_t last)
{
  if (last - first <= VT_BLOCK) return last - first;
  for (uint32_t count = VT_BLOCK; count > VT_BLOCK / 2; count--)
    if (!vt_token_joins(&tokens->items[first + count])) return count;
  return VT_BLOCK;
}

/* Whether a capital behind this symbol says nothing, since the place asks for it. */
static inline bool vt_asks_for_capital(uint16_t left)
{
#define VT_BIT(symbol) ((uint64_t)1 << (symbol))
#define VT_MARK(c)     VT_BIT(VT_SYM_ASCII - 32 + (c))
  const uint64_t asking =
      VT_BIT(VT_SYM_EDGE) | VT_MARK(':') | VT_MARK('"') | VT_MARK('.') | VT_MARK('-');
#undef VT_MARK
#undef VT_BIT
  return left < 64 && (asking >> left & 1) != 0;
}

/* In a row of the trie, which begins at next, views come before symbols. */
static inline uint32_t vt_trie_place(uint32_t next, uint32_t sym)
{
  return next + VT_VIEWS + sym;
}

static inline uint32_t vt_trie_view_place(uint32_t next, uint32_t view)
{
  return next + view;
}

/* Rows for the shapes beside a gap: contexts are the two before it, for which the two behind are
 * columns, and the two before with the one behind, for which views are. A shape has four bits. */
enum {
  VT_CONTEXT_PAIRS = 1 << 8,
  VT_CONTEXTS = VT_CONTEXT_PAIRS + (1 << 12),
};
static inline uint32_t vt_context_of_pair(uint32_t window)
{
  return window >> 8;
}
static inline uint32_t vt_context_of_three(uint32_t window)
{
  return VT_CONTEXT_PAIRS + (window >> 4);
}

/* The shapes of the two tokens before gap g and the two behind it; whether all are VT_SHAPE_LOWER:
 * then there is no pattern. */
static inline uint32_t vt_shape_window(const vt_block *b, uint32_t g)
{
  const uint8_t *c = b->shape + g;
  return (uint32_t)c[-2] << 12 | (uint32_t)c[-1] << 8 | (uint32_t)c[0] << 4 | c[1];
}
static inline bool vt_shapes_are_small(const vt_block *b, uint32_t g)
{
  static const uint8_t small[4] = { VT_SHAPE_LOWER, VT_SHAPE_LOWER, VT_SHAPE_LOWER,
                                    VT_SHAPE_LOWER };
  return memcmp(b->shape + g - 2, small, sizeof small) == 0;
}

/* Spreads the bits of a packed key; different keys give different results. */
static inline uint64_t vt_hash_mix(uint64_t key)
{
  key *= 0x9E3779B97F4A7C15u;
  key ^= key >> 32;
  key *= 0xD6E8FEB86659FD93u;
  return key ^ key >> 32;
}

/* The key of a long word; never 0. */
static inline uint64_t vt_word_key(const uint16_t *sym, uint32_t len)
{
  uint64_t key = (uint64_t)1 << 14 | sym[0];
  for (uint32_t i = 1; i < len; i++) key = vt_hash_mix(key << 14 | sym[i]);
  return key;
}

/* Patterns. i and g are places in the arrays of a block. A key of 0: no such pattern here. */
enum { VT_GRAM_PAIR, VT_GRAM_TRIPLE, VT_GRAM_WORD, VT_GRAM_KINDS };
enum { VT_GAP_SHAPES, VT_GAP_VIEW_SHAPES, VT_GAP_BOTH, VT_GAP_KINDS };

/* A word's key among those of the other grams. */
static inline uint64_t vt_gram_word_key(uint64_t word)
{
  return (uint64_t)2 << 60 | word >> 4;
}

/* The keys by which training counts; a model has them as nodes of its trie, and as columns. */
static inline uint64_t vt_gram_key(const vt_block *b, uint32_t i, int kind)
{
  const uint16_t *s = b->sym + i;
  const uint64_t pair = (uint64_t)s[0] << 14 | s[1];
  if (kind == VT_GRAM_WORD) return b->word[i] == 0 ? 0 : vt_gram_word_key(b->word[i]);
  return kind == VT_GRAM_PAIR ? pair : (uint64_t)1 << 60 | pair << 14 | s[2];
}

static inline uint32_t vt_gap_view(const vt_block *b, uint32_t g)
{
  return b->view[g] & (VT_VIEWS - 1);
}

/* Where words of the lexicon lie over a gap, the symbols on its sides have weights too: places of
 * two in the symbols' side rows. Whether longer words than two syllables do tells them apart. */
static inline bool vt_view_covered(uint32_t view)
{
  return view >= VT_VIEW_OVER;
}

static inline uint32_t vt_side_left(uint16_t sym, uint32_t view)
{
  return (uint32_t)sym * VT_SIDE_WIDTH + (view >= 2 * VT_VIEW_OVER ? VT_GAP_WIDTH : 0);
}

static inline uint32_t vt_side_right(uint16_t sym, uint32_t view)
{
  return vt_side_left(sym, view) + 2 * VT_GAP_WIDTH;
}

static inline uint64_t vt_gap_key(const vt_block *b, uint32_t g, int kind)
{
  const uint16_t *s = b->sym + g;
  const uint8_t *c = b->shape + g;
  const bool small = c[-1] == VT_SHAPE_LOWER && c[0] == VT_SHAPE_LOWER;
  const uint64_t view = vt_gap_view(b, g), tag = (uint64_t)(kind + 1) << 60;
  switch (kind) {
  case VT_GAP_SHAPES:
    if (small) return 0;
    return tag | (uint64_t)c[-2] << 12 | (uint64_t)c[-1] << 8 | (uint64_t)c[0] << 4 | c[1];
  case VT_GAP_VIEW_SHAPES:
    if (small && c[-2] == VT_SHAPE_LOWER) return 0;
    return tag | view << 12 | (uint64_t)c[-2] << 8 | (uint64_t)c[-1] << 4 | c[0];
  default: return tag | view << 28 | (uint64_t)s[-1] << 14 | s[0];
  }
}

#endif
