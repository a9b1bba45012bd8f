/* features.c - symbols, shapes and lexicon words of a block of a sentence, and on the same walk the
 * sums of the weights of its grams. */
#include "vt_case.h"
#include "vt_simd.h"
#include <string.h>

bool vt_sentence_nocase(const vt_tokens *tokens, vt_run sentence)
{
  bool small = false, large = false;
  for (uint32_t i = sentence.first; i < sentence.first + sentence.count; i++) {
    const vt_token *t = &tokens->items[i];
    if (t->kind > VITEXT_TOKEN_WORD) continue; /* abbreviations keep their capitals everywhere */
    bool capital = (t->flags & VITEXT_TOKENF_CAPITAL) != 0;
    bool capitals = (t->flags & VITEXT_TOKENF_CAPITALS) != 0;
    if (!capitals) small = true;
    if (capital || capitals) large = true;
    if (small && large) return false;
  }
  return true;
}

static uint16_t number_symbol(const char *s, uint32_t len)
{
  bool digits = true;
  for (uint32_t i = 0; i < len; i++) digits = digits && s[i] >= '0' && s[i] <= '9';
  if (!digits) return s[0] >= '0' && s[0] <= '9' ? VT_SYM_NUMBER : VT_SYM_ROMAN;
  if (len == 1) return (uint16_t)(VT_SYM_DIGITS + s[0] - '0');
  if (len == 2) return (uint16_t)(VT_SYM_DIGITS + (s[0] - '0') * 10 + s[1] - '0');
  return len == 4 && (s[0] == '1' || s[0] == '2') ? VT_SYM_YEAR : VT_SYM_NUMBER;
}

/* The marks that Vietnamese texts use for those of ASCII: dashes, curly quotes, the ellipsis. */
static uint16_t mark_symbol(const char *s, uint32_t len)
{
  const unsigned char *b = (const unsigned char *)s;
  if (b[0] < 0x80) return (uint16_t)(VT_SYM_ASCII + (b[0] < 32 ? 0 : b[0] - 32));
  if (len < 3 || b[0] != 0xE2 || b[1] != 0x80) return VT_SYM_MARK;
  if (b[2] >= 0x90 && b[2] <= 0x95) return VT_SYM_ASCII + '-' - 32;
  if (b[2] >= 0x98 && b[2] <= 0x9B) return VT_SYM_ASCII + '\'' - 32;
  if (b[2] >= 0x9C && b[2] <= 0x9F) return VT_SYM_ASCII + '"' - 32;
  return b[2] == 0xA6 ? VT_SYM_ASCII + '.' - 32 : VT_SYM_MARK;
}

static uint16_t class_symbol(vt_text text, const vt_token *t)
{
  static const uint8_t of_kind[] = {
    [VITEXT_TOKEN_DATE] = VT_SYM_DATE,           [VITEXT_TOKEN_TIME] = VT_SYM_TIME,
    [VITEXT_TOKEN_DOCNUMBER] = VT_SYM_DOCNUMBER, [VITEXT_TOKEN_MEASURE] = VT_SYM_MEASURE,
    [VITEXT_TOKEN_URL] = VT_SYM_ADDRESS,         [VITEXT_TOKEN_EMAIL] = VT_SYM_ADDRESS,
    [VITEXT_TOKEN_PHONE] = VT_SYM_ADDRESS,       [VITEXT_TOKEN_HASHTAG] = VT_SYM_ADDRESS,
    [VITEXT_TOKEN_HANDLE] = VT_SYM_ADDRESS,      [VITEXT_TOKEN_EMOJI] = VT_SYM_EMOJI,
    [VITEXT_TOKEN_PUNCT] = VT_SYM_MARK,          [VITEXT_TOKEN_SYMBOL] = VT_SYM_SYMBOL,
    [VITEXT_TOKEN_BREAK] = VT_SYM_EDGE,
  };
  const char *s = text.bytes + t->begin;
  uint32_t len = t->end - t->begin;
  if (t->kind == VITEXT_TOKEN_NUMBER) return number_symbol(s, len);
  if (t->kind == VITEXT_TOKEN_PUNCT) return mark_symbol(s, len);
  return t->kind < sizeof of_kind ? of_kind[t->kind] : VT_SYM_RARE;
}

static bool one_letter(vt_text text, const vt_token *t)
{
  const unsigned char *s = (const unsigned char *)text.bytes + t->begin;
  uint32_t len = s[0] < 0x80 ? 1 : s[0] < 0xE0 ? 2 : 3;
  return t->end - t->begin == len;
}

/* The shape of a token that is no syllable and no word, and its symbol, unless it is a spelling. */
static void fill_other(vt_block *b, uint32_t at, vt_text text, const vt_token *t)
{
  static const uint8_t of_kind[] = {
    [VITEXT_TOKEN_ABBREVIATION] = VT_SHAPE_LETTER, [VITEXT_TOKEN_NUMBER] = VT_SHAPE_NUMBER,
    [VITEXT_TOKEN_DATE] = VT_SHAPE_NUMBER,         [VITEXT_TOKEN_TIME] = VT_SHAPE_NUMBER,
    [VITEXT_TOKEN_MEASURE] = VT_SHAPE_NUMBER,      [VITEXT_TOKEN_PUNCT] = VT_SHAPE_PUNCT,
    [VITEXT_TOKEN_SYMBOL] = VT_SHAPE_PUNCT,        [VITEXT_TOKEN_EMOJI] = VT_SHAPE_PUNCT,
  };
  if (t->kind > VITEXT_TOKEN_ABBREVIATION) b->sym[at] = class_symbol(text, t);
  const uint16_t sym = b->sym[at];
  uint8_t shape = t->kind < sizeof of_kind ? of_kind[t->kind] : 0;
  if (sym >= VT_SYM_DIGITS && sym < VT_SYM_SPELLING) shape = VT_SHAPE_DIGITS;
  b->shape[at] = shape != 0 ? shape : VT_SHAPE_OTHER;
}

/* By kind and case: small letters, a capital in front, all capitals (two flags: three places). No
 * shape: there is more to look at. */
enum { CASES = 4, ASK = VT_SHAPE_EDGE };
#define ROW(kind, small, capital, capitals)                                                        \
  [(kind)*CASES] = (small), (capital), (capitals), (capitals)
static const uint8_t shapes_by_case[2][(VITEXT_TOKEN_BREAK + 1) * CASES] = {
  { ROW(VITEXT_TOKEN_SYLLABLE, VT_SHAPE_LOWER, ASK, VT_SHAPE_CAPS),
    ROW(VITEXT_TOKEN_WORD, VT_SHAPE_FOREIGN, ASK, VT_SHAPE_CAPS) },
  { ROW(VITEXT_TOKEN_SYLLABLE, VT_SHAPE_NOCASE, VT_SHAPE_NOCASE, VT_SHAPE_NOCASE),
    ROW(VITEXT_TOKEN_WORD, VT_SHAPE_NOCASE_FOREIGN, VT_SHAPE_NOCASE_FOREIGN,
        VT_SHAPE_NOCASE_FOREIGN) },
};
#undef ROW

/* A token that is no word in small letters. The symbol of its spelling is already there. */
static void fill_asked(vt_block *b, uint32_t at, vt_text text, const vt_token *t)
{
  if (t->kind > VITEXT_TOKEN_WORD) {
    fill_other(b, at, text, t);
    if (!vt_token_joins(t)) b->view[at] = b->view[at + 1] = 0;
  } else if (one_letter(text, t)) {
    b->shape[at] = VT_SHAPE_LETTER;
  } else if (t->kind == VITEXT_TOKEN_WORD) {
    b->shape[at] = VT_SHAPE_FOREIGN_CAPITAL;
  } else {
    b->shape[at] = vt_asks_for_capital(b->sym[at - 1]) ? VT_SHAPE_FIRST : VT_SHAPE_CAPITAL;
  }
}

/* Tokens [first, end) of the block from tokens on; the gaps before them are open or settled. */
static void fill_tokens(vt_block *b, uint32_t first, uint32_t end, const vt_seen *seen,
                        vt_text text, const vt_token *tokens, const vt_id *ids, bool nocase)
{
  const uint8_t *const shapes = shapes_by_case[nocase];
  const uint16_t *const symbols = seen->symbols;
  const uint32_t id_count = seen->id_count;
  b->view[first] = 0;
  for (uint32_t at = first; at < end; at++, tokens++) {
    const uint32_t id = *ids++;
    const uint8_t shape = shapes[tokens->kind * CASES + (tokens->flags & (CASES - 1u))];
    b->sym[at] = symbols[id < id_count ? id : 0]; /* no spelling: RARE */
    b->view[at + 1] = VT_VIEW_OPEN;
    b->shape[at] = shape;
    if (shape == ASK) fill_asked(b, at, text, tokens);
  }
}

/* The sums of four gaps, beginning with the one that the walk is at. */
typedef struct window {
#if VT_SSE2
  __m128i sums;
#else
  int16_t sums[VT_GRAM_WIDTH];
#endif
} window;

static inline window window_new(void)
{
#if VT_SSE2
  return (window){ _mm_setzero_si128() };
#else
  return (window){ { 0 } };
#endif
}

VT_INLINE void window_add(window *w, const int8_t *row)
{
#if VT_SSE2
  const __m128i bytes = _mm_loadl_epi64((const __m128i *)(const void *)row);
  w->sums = _mm_add_epi16(w->sums, _mm_srai_epi16(_mm_unpacklo_epi8(bytes, bytes), 8));
#else
  for (int k = 0; k < VT_GRAM_WIDTH; k++) w->sums[k] = (int16_t)(w->sums[k] + row[k]);
#endif
}

/* Give the sums of the first gap away; go on to the next. */
VT_INLINE void window_move(window *w, int16_t *to)
{
#if VT_SSE2
  const int32_t two = _mm_cvtsi128_si32(w->sums);
  memcpy(to, &two, sizeof two);
  w->sums = _mm_srli_si128(w->sums, sizeof two);
#else
  memcpy(to, w->sums, VT_GAP_WIDTH * sizeof *to);
  memmove(w->sums, w->sums + VT_GAP_WIDTH, (VT_GRAM_WIDTH - VT_GAP_WIDTH) * sizeof *to);
  memset(w->sums + VT_GRAM_WIDTH - VT_GAP_WIDTH, 0, VT_GAP_WIDTH * sizeof *to);
#endif
}

/* A word of len syllables begins at the first of these views: note it at the gaps it covers. Bits
 * from VT_VIEW_OVER on: 0 two syllables; 1, 2 three, by which of its gaps it is; 3, 4, 5 four;
 * 6 longer. Words that begin at one token come by length. */
VT_INLINE void note_word(uint16_t *view, uint32_t len)
{
  static const uint8_t at_gap[5][4] = { [2] = { 0, 1 }, [3] = { 0, 2, 4 }, [4] = { 0, 8, 16, 32 } };
  const unsigned most = len < 4 ? len - 1 : 3;
  view[0] = (uint16_t)((view[0] & ~(unsigned)VT_VIEW_BEGINS) | most);
  if ((view[len] & VT_VIEW_ENDS) < most * 4)
    view[len] = (uint16_t)((view[len] & ~(unsigned)VT_VIEW_ENDS) | most * 4);
  for (uint32_t k = 1; k < len; k++)
    view[k] = (uint16_t)(view[k] | (len > 4 ? 64 : at_gap[len][k]) * VT_VIEW_OVER);
}

/* Rows of longer grams; absent: only words are looked for, and no weights. */
typedef struct gram_rows {
  const int8_t *rows;
  bool absent;
} gram_rows;

/* The row of a gram, from 1; 0: none. */
VT_INLINE void add_gram(window *w, gram_rows grams, uint32_t row)
{
  if (!grams.absent && row != 0) window_add(w, grams.rows + (size_t)(row - 1) * VT_GRAM_WIDTH);
}

/* Words and grams of three and more symbols, behind two that say next. Of the words from four
 * syllables on, the longest is a gram. */
VT_INLINE void walk_on(vt_block *b, const vt_gram_trie *trie, uint32_t i, uint32_t next,
                       gram_rows grams, window *w)
{
  const uint16_t *const sym = b->sym + i;
  uint32_t place = vt_trie_place(next, sym[2]), row = 0;
  if (trie->columns[place] != sym[2]) return;
  next = trie->next[place];
  const uint32_t triple = trie->rows[place];
  if (triple & VT_TRIE_WORD) note_word(b->view + i, 3);
  add_gram(w, grams, triple & VT_TRIE_ROWS);
  for (uint32_t len = 4; len <= VT_LONGEST_WORD; len++) {
    place = vt_trie_place(next, sym[len - 1]);
    if (trie->columns[place] != sym[len - 1]) break;
    next = trie->next[place];
    if (!(trie->rows[place] & VT_TRIE_WORD)) continue;
    note_word(b->view + i, len);
    row = trie->rows[place] & VT_TRIE_ROWS;
    if (grams.absent) b->word[i] = vt_word_key(sym, len);
  }
  add_gram(w, grams, row);
}

/* Grams and words that begin at token i, whose row in the trie begins at first, and go on with the
 * symbol second, the next token's; most walks end there. */
VT_INLINE void walk_from(vt_block *b, const vt_gram_trie *trie, uint32_t i, uint32_t first,
                         uint32_t second, gram_rows grams, window *w)
{
  const uint32_t place = vt_trie_place(first, second);
  const uint32_t other = trie->columns[place] ^ second;
  if ((other & VT_COLUMN_NONE) != 0) return;
  const uint32_t next = trie->next[place], pair = trie->rows[place];
  uint16_t *view = b->view + i;
  if (other != 0) {
    view[1] |= VT_VIEW_BOTH;
    b->both[i + 1] = (uint16_t)next;
  }
  if (pair & VT_TRIE_WORD) note_word(view, 2);
  add_gram(w, grams, pair & VT_TRIE_ROWS);
  walk_on(b, trie, i, next, grams, w);
}

/* A gap's rows begin at the three tokens before it and the one behind; those of single symbols one
 * token later. So each token's walk ends with the sums of the gap before it complete. i: a token at
 * least two before the block's first, where the walk begins. */
static void walk(vt_block *b, const vt_gram_trie *trie, const vt_gram_rows *rows, vt_sums *sums,
                 uint32_t i)
{
  const vt_gram_trie local = *trie; /* so that writing sums is known not to change it */
  const int8_t *const single = rows->single;
  const gram_rows longer = { rows->longer, false };
  const uint32_t end = VT_LEFT + b->count;
  uint32_t first = local.first[b->sym[i]];
  int16_t *to = sums->at + 2 * i;
  window w = window_new();
  for (; i < end; i++, to += VT_GAP_WIDTH) {
    const uint32_t next = b->sym[i + 1];
    window_add(&w, single + (size_t)next * VT_GRAM_WIDTH);
    walk_from(b, &local, i, first, next, longer, &w);
    first = local.first[next];
    window_move(&w, to);
  }
}

void vt_block_fill(vt_block *b, const vt_seen *seen, vt_text text, const vt_tokens *tokens,
                   vt_run sentence, uint32_t first, uint32_t count, bool nocase,
                   const vt_gram_rows *rows, vt_sums *sums)
{
  const uint32_t last = sentence.first + sentence.count; /* behind it */
  const uint32_t before =
      first - sentence.first < VT_LEFT - 1 ? first - sentence.first : VT_LEFT - 1;
  const uint32_t after = last - first - count < VT_RIGHT ? last - first - count : VT_RIGHT;
  const uint32_t from = VT_LEFT - before, end = VT_LEFT + count + after;
  b->count = count;
  for (uint32_t at = 0; at < VT_LEFT; at++) b->sym[at] = VT_SYM_EDGE;
  memset(b->shape, VT_SHAPE_EDGE, VT_LEFT);
  memset(b->view, 0, VT_LEFT * sizeof *b->view);
  if (before + sentence.first < first) { /* the midst of a long sentence: what is left of it does */
    b->sym[0] = VT_SYM_RARE;             /* not matter here */
    b->shape[0] = VT_SHAPE_OTHER;
  }
  const uint32_t t = first - before;
  fill_tokens(b, from, end, seen, text, tokens->items + t, tokens->ids + t, nocase);
  uint16_t *const edge = b->sym + end;
  for (uint32_t k = 0; k < VT_LONGEST_WORD; k++) edge[k] = VT_SYM_EDGE;
  memset(b->shape + end, VT_SHAPE_EDGE, 4); /* patterns look that far */
  memset(b->view + end, 0, (VT_LONGEST_WORD + 1) * sizeof *b->view);
  if (nocase && seen->cases.words != NULL) vt_case_guess(b, &seen->cases, from, end);
  if (rows != NULL) {
    /* What begins with three marks of the edge reaches no gap that is open. */
    walk(b, &seen->trie, rows, sums, before > 0 ? VT_LEFT - 3 : VT_LEFT - 2);
    return;
  }
  window none = window_new();
  memset(b->word, 0, (VT_LEFT + count) * sizeof *b->word);
  for (uint32_t i = VT_LEFT - 3; i < VT_LEFT + count; i++)
    walk_from(b, &seen->trie, i, seen->trie.first[b->sym[i]], b->sym[i + 1],
              (gram_rows){ NULL, true }, &none);
}
