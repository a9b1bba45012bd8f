/* features.c - symbols, shapes and lexicon words of a block of a sentence, and on the same walk the
 * sums of the weights of its grams. */
#include "vt_features.h"
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

/* A symbol and shape for any token. The token before it is filled already. */
static void fill_token(vt_block *b, uint32_t at, const vt_seen *seen, vt_text text,
                       const vt_token *t, vt_id id, bool nocase)
{
  static const uint8_t of_kind[] = {
    [VITEXT_TOKEN_ABBREVIATION] = VT_SHAPE_LETTER, [VITEXT_TOKEN_NUMBER] = VT_SHAPE_NUMBER,
    [VITEXT_TOKEN_DATE] = VT_SHAPE_NUMBER,         [VITEXT_TOKEN_TIME] = VT_SHAPE_NUMBER,
    [VITEXT_TOKEN_MEASURE] = VT_SHAPE_NUMBER,      [VITEXT_TOKEN_PUNCT] = VT_SHAPE_PUNCT,
    [VITEXT_TOKEN_SYMBOL] = VT_SHAPE_PUNCT,        [VITEXT_TOKEN_EMOJI] = VT_SHAPE_PUNCT,
  };
  uint16_t sym = id < seen->id_count ? seen->symbols[id] : VT_SYM_RARE;
  if (t->kind > VITEXT_TOKEN_ABBREVIATION) sym = class_symbol(text, t);
  b->sym[at] = sym;
  bool syllable = t->kind == VITEXT_TOKEN_SYLLABLE;
  if (!syllable && t->kind != VITEXT_TOKEN_WORD) {
    uint8_t shape = t->kind < sizeof of_kind ? of_kind[t->kind] : 0;
    if (sym >= VT_SYM_DIGITS && sym < VT_SYM_SPELLING) shape = VT_SHAPE_DIGITS;
    b->shape[at] = shape != 0 ? shape : VT_SHAPE_OTHER;
  } else if (nocase) {
    b->shape[at] = syllable ? VT_SHAPE_NOCASE : VT_SHAPE_NOCASE_FOREIGN;
  } else if (t->flags & VITEXT_TOKENF_CAPITALS) {
    b->shape[at] = VT_SHAPE_CAPS;
  } else if (t->flags & VITEXT_TOKENF_CAPITAL && one_letter(text, t)) {
    b->shape[at] = VT_SHAPE_LETTER;
  } else if (t->flags & VITEXT_TOKENF_CAPITAL) {
    uint16_t left = b->sym[at - 1];
    bool first = left == VT_SYM_EDGE || left == VT_SYM_ASCII + ':' - 32 ||
                 left == VT_SYM_ASCII + '"' - 32 || left == VT_SYM_ASCII + '.' - 32 ||
                 left == VT_SYM_ASCII + '-' - 32;
    b->shape[at] = !syllable ? VT_SHAPE_FOREIGN_CAPITAL : first ? VT_SHAPE_FIRST : VT_SHAPE_CAPITAL;
  } else {
    b->shape[at] = syllable ? VT_SHAPE_LOWER : VT_SHAPE_FOREIGN;
  }
}

/* Tokens [first, end) of the block from tokens on; the gaps before them are open or settled. Most
 * tokens are syllables in small letters. */
static void fill_tokens(vt_block *b, uint32_t first, uint32_t end, const vt_seen *seen,
                        vt_text text, const vt_token *tokens, const vt_id *ids, bool nocase)
{
  const unsigned capitals = nocase ? 0 : VITEXT_TOKENF_CAPITAL | VITEXT_TOKENF_CAPITALS;
  const uint8_t plain = nocase ? VT_SHAPE_NOCASE : VT_SHAPE_LOWER;
  const uint16_t *const symbols = seen->symbols;
  const uint32_t id_count = seen->id_count;
  unsigned left = 0;
  for (uint32_t at = first; at < end; at++) {
    const vt_token *t = &tokens[at - first];
    const vt_id id = ids[at - first];
    if (t->kind == VITEXT_TOKEN_SYLLABLE && (t->flags & capitals) == 0) {
      b->sym[at] = id < id_count ? symbols[id] : VT_SYM_RARE;
      b->shape[at] = plain;
      b->view[at] = (uint16_t)left;
      left = VT_VIEW_OPEN;
      continue;
    }
    fill_token(b, at, seen, text, t, id, nocase);
    const unsigned joins = vt_token_joins(t) ? VT_VIEW_OPEN : 0;
    b->view[at] = (uint16_t)(left & joins);
    left = joins;
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

/* A node of the trie that a walk has reached. */
typedef struct place {
  uint64_t node;
  uint32_t slot, flags;
} place;

VT_INLINE bool step(const vt_trie_nodes *trie, place *p, uint16_t sym)
{
  const uint64_t hash = vt_trie_key(p->node, sym);
  p->slot = vt_phash_slot(&trie->hash, hash);
  p->flags = trie->slots[p->slot];
  p->node = hash;
  return vt_trie_check(p->flags) == vt_trie_check(hash);
}

/* Words and grams of three and more symbols. Of the words from four syllables on, the longest is a
 * gram. */
static window walk_on(vt_block *b, const vt_trie_nodes *trie, uint32_t i, place p,
                      const int8_t *grams, window w)
{
  uint32_t word_row = 0;
  for (uint32_t len = 3; len <= VT_LONGEST_WORD && step(trie, &p, b->sym[i + len - 1]); len++) {
    const bool is_word = (p.flags & VT_TRIE_WORD) != 0;
    if (is_word) note_word(b->view + i, len);
    if (grams == NULL) {
      if (is_word && len > 3) b->word[i] = p.node;
    } else {
      const uint32_t row = trie->rows[p.slot];
      if (is_word && len > 3) word_row = row;
      else if (len == 3 && row != 0) window_add(&w, grams + (size_t)(row - 1) * VT_GRAM_WIDTH);
    }
    if (!(p.flags & VT_TRIE_MORE)) break;
  }
  if (word_row != 0) window_add(&w, grams + (size_t)(word_row - 1) * VT_GRAM_WIDTH);
  return w;
}

/* Grams and words that begin at token i; most walks end at the second token. grams: their rows, or
 * NULL. */
VT_INLINE void walk_from(vt_block *b, const vt_trie_nodes *trie, uint32_t i, const int8_t *grams,
                         window *w)
{
  place p = { .node = vt_trie_first(b->sym[i]) };
  if (!step(trie, &p, b->sym[i + 1])) return;
  uint16_t *view = b->view + i;
  if (p.flags & VT_TRIE_BOTH) view[1] |= VT_VIEW_BOTH;
  if (p.flags & VT_TRIE_WORD) note_word(view, 2);
  if (grams != NULL && trie->rows[p.slot] != 0)
    window_add(w, grams + (size_t)(trie->rows[p.slot] - 1) * VT_GRAM_WIDTH);
  if (p.flags & VT_TRIE_MORE) *w = walk_on(b, trie, i, p, grams, *w);
}

/* A gap's rows begin at the three tokens before it and the one behind; those of single symbols one
 * token later. So each token's walk ends with the sums of the gap before it complete. */
static void walk(vt_block *b, const vt_trie_nodes *trie, const vt_gram_rows *rows, vt_sums *sums)
{
  const vt_trie_nodes local = *trie; /* so that writing sums is known not to change it */
  const int8_t *const single = rows->single, *const longer = rows->longer;
  const uint32_t end = VT_LEFT + b->count;
  window w = window_new();
  for (uint32_t i = VT_LEFT - 3; i < end; i++) {
    window_add(&w, single + (size_t)b->sym[i + 1] * VT_GRAM_WIDTH);
    walk_from(b, &local, i, longer, &w);
    window_move(&w, sums->at + 2 * i);
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
  for (uint32_t at = 0; at < from; at++) b->sym[at] = VT_SYM_EDGE;
  memset(b->shape, VT_SHAPE_EDGE, from);
  memset(b->view, 0, from * sizeof *b->view);
  if (before + sentence.first < first) { /* the midst of a long sentence: what is left of it does */
    b->sym[0] = VT_SYM_RARE;             /* not matter here */
    b->shape[0] = VT_SHAPE_OTHER;
  }
  const uint32_t t = first - before;
  fill_tokens(b, from, end, seen, text, tokens->items + t, tokens->ids + t, nocase);
  for (uint32_t at = end; at < end + VT_LONGEST_WORD; at++) b->sym[at] = VT_SYM_EDGE;
  memset(b->shape + end, VT_SHAPE_EDGE, 4); /* patterns look that far */
  memset(b->view + end, 0, (VT_LONGEST_WORD + 1) * sizeof *b->view);
  if (rows != NULL) {
    walk(b, &seen->nodes, rows, sums);
    return;
  }
  window none = window_new();
  memset(b->word, 0, (VT_LEFT + count) * sizeof *b->word);
  for (uint32_t i = VT_LEFT - 3; i < VT_LEFT + count; i++)
    walk_from(b, &seen->nodes, i, NULL, &none);
}

uint32_t vt_block_cut(const vt_tokens *tokens, uint32_t first, uint32_t last)
{
  if (last - first <= VT_BLOCK) return last - first;
  for (uint32_t count = VT_BLOCK; count > VT_BLOCK / 2; count--)
    if (!vt_token_joins(&tokens->items[first + count])) return count;
  return VT_BLOCK;
}
