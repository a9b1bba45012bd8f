/* features.c - symbols, shapes and lexicon words of a block of a sentence. */
#include "vt_features.h"
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

/* A symbol and shape for a token. The token before it is filled already. */
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

/* A word of len syllables begins at i: note it at the gaps it covers. Bits of the mask: 0 two
 * syllables; 1, 2 three, by which of its gaps it is; 3, 4, 5 four; 6 longer. */
static inline void cover_gaps(vt_block *b, uint32_t i, uint32_t len)
{
  static const uint8_t at_gap[5][4] = { [2] = { 0, 1 }, [3] = { 0, 2, 4 }, [4] = { 0, 8, 16, 32 } };
  const uint8_t most = (uint8_t)(len < 4 ? len - 1 : 3);
  if (most > b->begins[i]) b->begins[i] = most;
  if (most > b->ends[i + len - 1]) b->ends[i + len - 1] = most;
  for (uint32_t k = 1; k < len; k++) b->mask[i + k] |= len > 4 ? 64 : at_gap[len][k];
}

/* Grams and words that begin at i. Of the words from four syllables on, the longest is a gram. */
static inline void walk_from(vt_block *b, const vt_trie_nodes *trie, uint32_t i,
                             const int8_t *grams, int16_t *sums)
{
  uint64_t node = vt_trie_first(b->sym[i]);
  uint32_t word_row = 0;
  b->both[i + 1] = 0;
  b->word[i] = 0;
  for (uint32_t len = 2; len <= VT_LONGEST_WORD; len++) {
    const uint64_t hash = vt_trie_key(node, b->sym[i + len - 1]);
    const uint32_t slot = vt_phash_slot(&trie->hash, hash);
    const uint32_t found = trie->slots[slot];
    if (vt_trie_check(found) != vt_trie_check(hash)) break;
    node = hash;
    if (found & VT_TRIE_WORD) cover_gaps(b, i, len);
    if (len == 2) b->both[i + 1] = (found & VT_TRIE_BOTH) != 0;
    if (len > 3 && found & VT_TRIE_WORD) b->word[i] = node;
    if (grams != NULL) {
      const uint32_t row = trie->rows[slot];
      if (len > 3) word_row = found & VT_TRIE_WORD ? row : word_row;
      else if (row != 0) vt_add_row(sums, grams + (size_t)(row - 1) * VT_GRAM_WIDTH);
    }
    if (!(found & VT_TRIE_MORE)) break;
  }
  if (word_row != 0) vt_add_row(sums, grams + (size_t)(word_row - 1) * VT_GRAM_WIDTH);
}

void vt_block_fill(vt_block *b, const vt_seen *seen, vt_text text, const vt_tokens *tokens,
                   vt_run sentence, uint32_t first, uint32_t count, bool nocase,
                   const int8_t *grams, vt_sums *sums)
{
  uint32_t last = sentence.first + sentence.count; /* behind it */
  uint32_t before = first - sentence.first < VT_LEFT ? first - sentence.first : VT_LEFT;
  uint32_t after = last - first - count < VT_RIGHT ? last - first - count : VT_RIGHT;
  uint32_t end = VT_LEFT + count + after;
  b->count = count;
  for (uint32_t at = 0; at < VT_LEFT - before; at++) {
    b->sym[at] = VT_SYM_EDGE;
    b->shape[at] = VT_SHAPE_EDGE;
  }
  for (uint32_t at = VT_LEFT - before; at < end; at++) {
    uint32_t t = first + at - VT_LEFT;
    if (at == 0) { /* in the midst of a long sentence: what is left of it does not matter here */
      b->sym[0] = VT_SYM_RARE;
      b->shape[0] = VT_SHAPE_OTHER;
      continue;
    }
    fill_token(b, at, seen, text, &tokens->items[t], tokens->ids[t], nocase);
  }
  for (uint32_t at = end; at < end + VT_LONGEST_WORD; at++) b->sym[at] = VT_SYM_EDGE;
  memset(b->shape + end, VT_SHAPE_EDGE, 4); /* patterns look that far */
  memset(b->mask, 0, end + VT_LONGEST_WORD);
  memset(b->ends, 0, end + VT_LONGEST_WORD);
  memset(b->begins, 0, end + VT_LONGEST_WORD);
  for (uint32_t i = VT_LEFT - 3; i < end; i++)
    walk_from(b, &seen->nodes, i, i < VT_LEFT + count ? grams : NULL, sums->at + 2 * i);
}

uint32_t vt_block_cut(const vt_tokens *tokens, uint32_t first, uint32_t last)
{
  if (last - first <= VT_BLOCK) return last - first;
  for (uint32_t count = VT_BLOCK; count > VT_BLOCK / 2; count--)
    if (!vt_token_joins(&tokens->items[first + count])) return count;
  return VT_BLOCK;
}
