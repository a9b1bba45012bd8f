/* scan_memo.c - what a token is, as far as its bytes alone say it. */
#include "vt_memo.h"
#include <string.h>
#include "vt_lexicon_data.h"
#include "vt_scan.h"
#include "vt_syllable.h"
#include "vt_traits.h"
#include "vt_utf8.h"

const uint8_t vt_plain_marks[256] = {
  [','] = VT_PLAIN_ALWAYS,       [';'] = VT_PLAIN_ALWAYS,       ['('] = VT_PLAIN_ALWAYS,
  [')'] = VT_PLAIN_ALWAYS,       ['"'] = VT_PLAIN_ALWAYS,       ['?'] = VT_PLAIN_ALWAYS,
  ['!'] = VT_PLAIN_ALWAYS,       ['.'] = VT_PLAIN_BEFORE_BLANK, [':'] = VT_PLAIN_BEFORE_BLANK,
  ['-'] = VT_PLAIN_BEFORE_BLANK,
};

/* Punctuation that may end a sentence, open or close a pair, by its first byte; what is not ASCII
 * may be any mark. */
static unsigned mark_cues(unsigned char c)
{
  static const bool known[0x80] = {
    ['.'] = true, ['!'] = true, ['?'] = true, ['('] = true, [')'] = true,  ['['] = true,
    [']'] = true, ['{'] = true, ['}'] = true, ['"'] = true, ['\''] = true,
  };
  return c >= 0x80 || known[c] ? VT_CUE_MARK : 0;
}

unsigned vt_scan_cues(const vt_scanner *sc, vt_token t, vt_id id)
{
  if (t.kind == VITEXT_TOKEN_BREAK) return VT_CUE_BREAK;
  const unsigned char first = (unsigned char)sc->s[t.begin];
  const bool unknown = t.kind <= VITEXT_TOKEN_ABBREVIATION && id == VT_ID_NONE;
  const bool number = t.kind <= VITEXT_TOKEN_DOCNUMBER && (unsigned)first - '0' < 10u;
  const bool listed = (vt_lexicon_traits(sc->lex, id) & VT_TRAIT_REFERENCE) != 0; /* "§iÒu" too */
  unsigned cues = unknown || number || listed ? VT_CUE_REFERENCE : 0;
  if (unknown && t.kind != VITEXT_TOKEN_SYLLABLE) cues |= VT_CUE_UNKNOWN;
  if (t.kind == VITEXT_TOKEN_NUMBER || t.kind == VITEXT_TOKEN_DATE ||
      t.kind == VITEXT_TOKEN_DOCNUMBER)
    cues |= VT_CUE_NUMBER;
  if (t.kind == VITEXT_TOKEN_PUNCT) cues |= mark_cues(first);
  if (t.kind == VITEXT_TOKEN_ABBREVIATION && sc->s[t.end - 1] == '.') cues |= VT_CUE_MARK;
  return cues;
}

static bool begins_with_capital(const char *text, uint32_t at)
{
  const unsigned char *s = (const unsigned char *)text + at;
  uint32_t width;
  return vt_letter_is_upper(s[0] < 0x80 ? vt_letter_table[s[0]] : vt_long_letter_bits(s, &width));
}

/* Lower case, one capital in front, or all capitals that spell no Roman numeral. */
static bool has_plain_case(const char *text, uint32_t at, const vt_letters *w, uint16_t *flags)
{
  *flags = 0;
  if (w->uppers == 0) return true;
  *flags = VITEXT_TOKENF_CAPITAL;
  if (w->count == 1) return false;
  if (w->uppers == 1) return begins_with_capital(text, at);
  *flags = VITEXT_TOKENF_CAPITAL | VITEXT_TOKENF_CAPITALS;
  return w->uppers == w->count && (w->marked || strspn(text + at, "IVXLCDM") < w->count);
}

/* What a word is wherever it stands; false: its neighbours have a say, or it is none. */
static bool know_word(const vt_scanner *sc, uint32_t begin, uint32_t len, vt_memo *m)
{
  const uint32_t dotted = VT_TRAIT_ABBREVIATION | VT_TRAIT_SHORT | VT_TRAIT_DEGREE;
  const vt_letters w = vt_letters_at(sc->s, begin);
  if (w.end != begin + len || w.odd || !has_plain_case(sc->s, begin, &w, &m->flags)) return false;
  m->id = vt_lexicon_find_built(sc->lex, w.key);
  if (m->id == VT_ID_NONE && sc->lex->extension != NULL) return false;
  const uint32_t traits = m->id == VT_ID_NONE ? 0 : sc->lex->traits[m->id - 1];
  const bool syllable =
      m->id == VT_ID_NONE ? vt_syllable_known(w.key) : (traits & VT_TRAIT_SYLLABLE) != 0;
  m->kind = syllable       ? VITEXT_TOKEN_SYLLABLE
            : w.uppers > 1 ? VITEXT_TOKEN_ABBREVIATION
                           : VITEXT_TOKEN_WORD;
  const bool dot_apart = (traits & dotted) == 0 && w.count > 1; /* one letter may be short */
  const bool begins = m->id == VT_ID_NONE || (traits & VT_TRAIT_REFERENCE) != 0;
  m->behind = dot_apart ? VT_BEHIND_APART : VT_BEHIND_NO_DOT;
  m->cues = begins ? VT_CUE_REFERENCE : 0;
  if (m->id == VT_ID_NONE && !syllable) m->cues |= VT_CUE_UNKNOWN;
  return true;
}

/* ASCII marks that are alone, and general punctuation: 1 and 3 bytes; 0: something else. */
static uint32_t mark_len(const vt_scanner *sc, uint32_t begin)
{
  const unsigned char *s = (const unsigned char *)sc->s + begin;
  uint32_t end = begin;
  if (s[0] < 0x80) return vt_plain_marks[s[0]] != 0;
  if (s[0] != 0xE2 || s[1] != 0x80) return 0;
  return vt_class_of(vt_utf8_next(sc->s, &end)) == VT_CLASS_PUNCT ? end - begin : 0;
}

const vt_memo *vt_memo_know(const vt_scanner *sc, uint32_t begin, vt_piece piece)
{
  vt_memo m = { .low = piece.low, .high = piece.high };
  const uint32_t mark = mark_len(sc, begin);
  if (mark != 0) m = (vt_memo){ .low = vt_word_cut(piece.low, mark) };
  else if (!know_word(sc, begin, piece.len, &m)) return NULL;
  vt_memo *place = vt_memo_at(sc->memo, sc->memo_shift, m.low, m.high);
  if (mark != 0) {
    if (place->low == m.low && place->high == 0) return place; /* words are glued to it */
    m.kind = VITEXT_TOKEN_PUNCT;
    m.id = vt_lexicon_find(sc->lex, vt_key_of(sc->s + begin, mark));
    m.cues = (uint8_t)vt_scan_cues(sc, (vt_token){ begin, begin + mark, m.kind, 0 }, m.id);
  }
  *place = m;
  return place;
}

/* Ids have places of their own: a byte that no text has stands at their end. */
vt_id vt_memo_id(const vt_scanner *sc, uint32_t begin, uint32_t len)
{
  const uint64_t mark = (uint64_t)0xFF << 56;
  const char *text = sc->s + begin;
  if (len >= VT_MEMO_BYTES || sc->len - begin < VT_MEMO_BYTES)
    return vt_lexicon_find(sc->lex, vt_key_of(text, len));
  const uint64_t low = vt_word_cut(vt_word_load(text), len < 8 ? len : 8);
  const uint64_t high = mark | (len <= 8 ? 0 : vt_word_cut(vt_word_load(text + 8), len - 8));
  vt_memo *m = vt_memo_at(sc->memo, sc->memo_shift, low, high);
  if (m->low != low || m->high != high) {
    *m = (vt_memo){ .low = low, .high = high };
    m->id = vt_lexicon_find(sc->lex, vt_key_of(text, len));
  }
  return m->id;
}
