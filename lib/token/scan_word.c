/* scan_word.c - tokens that begin with a letter: syllables, foreign words, abbreviations, Roman
 * numerals. */
#include "vt_scan.h"
#include <string.h>
#include "vt_syllable.h"
#include "vt_traits.h"
#include "vt_utf8.h"

/* The code point at at and its length; what follows the text is NUL. */
static inline uint32_t peek(const vt_scanner *sc, uint32_t at, uint32_t *next)
{
  *next = at;
  return vt_utf8_next(sc->s, next);
}

vt_letters vt_scan_letters(const vt_scanner *sc, uint32_t at)
{
  const unsigned kind = vt_scan_kind(sc, at);
  if (kind != VT_BYTE_LETTER && kind != VT_BYTE_LEAD) return (vt_letters){ .end = at };
  return vt_letters_at(sc->s, at);
}

uint32_t vt_scan_alnum(const vt_scanner *sc, uint32_t at, vt_letters *w)
{
  while (at < sc->len) {
    uint32_t next;
    const uint32_t cp = peek(sc, at, &next);
    const vt_class class = vt_class_of(cp);
    if (class > VT_CLASS_DIGIT || class == VT_CLASS_OTHER) {
      if (cp != 0xB2 && cp != 0xB3 && cp != 0xB9) break; /* m², m³ */
    }
    if (class == VT_CLASS_LOWER || class == VT_CLASS_UPPER || class == VT_CLASS_LETTER) w->count++;
    w->uppers += class == VT_CLASS_UPPER;
    at = next;
  }
  w->odd = w->mixed = true;
  return w->end = at;
}

/* ---- What kind of word ---- */

/* Whether capitals spell a Roman numeral: thousands, then each of hundreds, tens and ones in its
 * usual form (I II III IV V VI VII VIII IX). */
static bool is_roman(const char *s, uint32_t len)
{
  static const char digits[3][4] = { "CDM", "XLC", "IVX" };
  uint32_t i = 0;
  while (i < len && i < 3 && s[i] == 'M') i++;
  for (int place = 0; place < 3; place++) {
    const char one = digits[place][0], five = digits[place][1], ten = digits[place][2];
    if (i + 1 < len && s[i] == one && (s[i + 1] == five || s[i + 1] == ten)) {
      i += 2;
      continue;
    }
    if (i < len && s[i] == five) i++;
    for (int k = 0; k < 3 && i < len && s[i] == one; k++) i++;
  }
  return i == len;
}

static uint32_t traits_before(const vt_scanner *sc)
{
  const vt_tokens *t = sc->out;
  return t->count == 0 ? 0 : vt_lexicon_traits(sc->lex, t->ids[t->count - 1]);
}

/* A word in capitals beside it: the line may be a title, where VI and XI are syllables. */
static bool among_capitals(const vt_scanner *sc, uint32_t end)
{
  const vt_tokens *t = sc->out;
  if (t->count > 0) {
    const vt_token before = t->items[t->count - 1];
    return before.kind == VITEXT_TOKEN_SYLLABLE && (before.flags & VITEXT_TOKENF_CAPITALS) != 0;
  }
  if (sc->s[end] != ' ') return false;
  const vt_letters after = vt_scan_letters(sc, end + 1);
  return after.count > 1 && after.uppers == after.count;
}

/* I. at the begin of a line, Điều I.: a numeral and a full stop. */
static bool is_numeral(const vt_scanner *sc, const vt_letters *w)
{
  const vt_tokens *t = sc->out;
  if (w->count != 1 || w->uppers != 1 || strchr("IVX", sc->s[sc->at]) == NULL) return false;
  if (t->count == 0 || t->items[t->count - 1].kind == VITEXT_TOKEN_BREAK) return true;
  return (traits_before(sc) & VT_TRAIT_ORDINAL) != 0;
}

static bool reads_as_roman(const vt_scanner *sc, const vt_letters *w, bool syllable)
{
  const char *s = sc->s + sc->at;
  if (w->uppers != w->count || w->odd || w->marked || !is_roman(s, w->count)) return false;
  const bool small = strspn(s, "IVX") >= w->count;
  if ((traits_before(sc) & VT_TRAIT_ORDINAL) != 0) return w->count > 1 || small;
  if (w->count == 1) return sc->s[w->end] == '.' && is_numeral(sc, w);
  return small && (!syllable || !among_capitals(sc, w->end));
}

static unsigned flags_of(const vt_scanner *sc, const vt_letters *w)
{
  uint32_t next;
  if (w->uppers == 0) return 0;
  if (w->uppers == w->count && w->count > 1) return VITEXT_TOKENF_CAPITAL | VITEXT_TOKENF_CAPITALS;
  const uint32_t cp = peek(sc, sc->at, &next);
  return vt_class_of(cp) == VT_CLASS_UPPER ? VITEXT_TOKENF_CAPITAL : 0;
}

/* The traits ABBREVIATION and SHORT say in which case a word is one. */
static bool is_abbreviation(const vt_letters *w, uint32_t traits)
{
  return (traits & VT_TRAIT_SHORT) != 0 || ((traits & VT_TRAIT_ABBREVIATION) != 0 && w->uppers > 0);
}

/* UBND, TTg, QĐi: capitals that spell no syllable. */
static bool is_initials(const vt_letters *w)
{
  return !w->mixed && w->count > 1 && w->uppers > 1 && (w->uppers == w->count || w->count <= 5);
}

static void emit_word(vt_scanner *sc, const vt_letters *w)
{
  const unsigned flags = flags_of(sc, w);
  const vt_key key = w->odd ? vt_key_of(sc->s + sc->at, w->end - sc->at) : w->key;
  uint32_t traits;
  const vt_id id = vt_lexicon_look_up(sc->lex, key, &traits);
  const bool syllable = id != 0 ? (traits & VT_TRAIT_SYLLABLE) != 0 : vt_syllable_known(key);
  unsigned kind = syllable ? VITEXT_TOKEN_SYLLABLE : VITEXT_TOKEN_WORD;
  if (w->uppers != 0 && reads_as_roman(sc, w, syllable)) kind = VITEXT_TOKEN_NUMBER;
  else if (!syllable && is_initials(w)) kind = VITEXT_TOKEN_ABBREVIATION;
  vt_scan_emit_id(sc, w->end, kind, flags, id);
}

/* ---- Dots ---- */

static bool is_consonant_or_upper(const vt_scanner *sc, const vt_letters *w)
{
  uint32_t next;
  const vt_letter l = vt_letter_of(peek(sc, sc->at, &next));
  return w->count == 1 && !w->toned && (l.upper || !vt_letter_is_vowel(l.code));
}

/* A letter, or the capitals of one sound: TH, NG. */
static bool is_initial(const vt_scanner *sc, uint32_t at, const vt_letters *w)
{
  if (w->count <= 1) return w->count == 1;
  return w->count <= 3 && w->uppers == w->count &&
         (vt_scan_traits(sc, at, w->end) & VT_TRAIT_INITIAL) != 0;
}

/* Initials of one case with dots between them, N.V.A., NG.T, T.Ư or t.ư: their end (with a final
 * dot), 0: fewer than two. In small letters, a toned one is a word: ạ.ở is a full stop without its
 * blank. */
static uint32_t run_over_initials(const vt_scanner *sc, const vt_letters *first)
{
  uint32_t end = first->end, count = 1;
  if (!is_initial(sc, sc->at, first)) return 0;
  while (sc->s[end] == '.') {
    const vt_letters next = vt_scan_letters(sc, end + 1);
    if (!is_initial(sc, end + 1, &next) || vt_scan_digit(sc, next.end)) break;
    if ((next.uppers == 0) != (first->uppers == 0)) break;
    if (next.uppers == 0 && (first->toned || next.toned)) break;
    end = next.end;
    count++;
  }
  if (count < 2) return 0;
  return sc->s[end] == '.' && sc->s[end + 1] != '.' ? end + 1 : end;
}

static bool begins_line(const vt_scanner *sc)
{
  return sc->out->count == 0 || sc->out->items[sc->out->count - 1].kind == VITEXT_TOKEN_BREAK;
}

static bool follows_word(const vt_scanner *sc)
{
  return sc->out->count > 0 && sc->out->items[sc->out->count - 1].kind <= VITEXT_TOKEN_WORD;
}

/* A single letter: the dot is its own where a name or number goes on behind it, and where small
 * letters do behind a capital or a letter that no list begins with: bị cáo H. khai, bị cáo h. khai.
 */
static bool dot_is_of_letter(const vt_scanner *sc, const vt_letters *w)
{
  uint32_t at = w->end + 1, next;
  if (is_numeral(sc, w) || (traits_before(sc) & VT_TRAIT_CLASSIFIER) != 0) return false;
  if (sc->out->count > 0 && sc->out->items[sc->out->count - 1].kind == VITEXT_TOKEN_NUMBER &&
      w->uppers == 0)
    return false; /* 1.100 m. */
  while (vt_scan_kind(sc, at) == VT_BYTE_BLANK) at++;
  const vt_class class = vt_class_of(peek(sc, at, &next));
  if (class == VT_CLASS_LOWER) return w->uppers == 1 ? !begins_line(sc) : follows_word(sc);
  return class == VT_CLASS_UPPER || class == VT_CLASS_DIGIT;
}

/* GS.TS.: degrees chained with dots; end is behind the first dot. */
static uint32_t run_over_degrees(const vt_scanner *sc, uint32_t end)
{
  for (;;) {
    const vt_letters next = vt_scan_letters(sc, end);
    if (next.count == 0 || (vt_scan_traits(sc, end, next.end) & VT_TRAIT_DEGREE) == 0) return end;
    if (vt_scan_kind(sc, next.end) == VT_BYTE_LEAD || vt_scan_digit(sc, next.end)) return end;
    end = next.end;
    if (sc->s[end] != '.') return end;
    end++;
  }
}

/* v.v. and its like: letters, dot, letters that are listed together. */
static uint32_t listed_with_mark(const vt_scanner *sc, const vt_letters *w)
{
  const vt_letters next = vt_scan_letters(sc, w->end + 1);
  if (w->count > 2 || next.count == 0 || next.count > 2) return 0;
  const uint32_t traits = vt_scan_traits(sc, sc->at, next.end);
  const vt_letters both = { .uppers = w->uppers };
  return is_abbreviation(&both, traits) ? next.end : 0;
}

/* tp., ths.: listed with a capital, but nothing else when written small: no syllable without a
 * vowel. */
static bool is_small_abbreviation(const vt_scanner *sc, const vt_letters *w, uint32_t traits)
{
  if ((traits & VT_TRAIT_ABBREVIATION) == 0 || w->uppers > 0 || w->odd) return false;
  for (uint32_t at = sc->at, next; at < w->end; at = next)
    if (vt_letter_is_vowel(vt_letter_of(peek(sc, at, &next)).code)) return false;
  return true;
}

/* A word with a dot behind it; true: emitted with it. */
static bool scan_dotted(vt_scanner *sc, vt_letters *w)
{
  const bool run_goes_on = sc->s[w->end + 1] == '.'; /* an ellipsis */
  uint32_t end = listed_with_mark(sc, w);
  if (end != 0) end += sc->s[end] == '.' && sc->s[end + 1] != '.';
  else end = run_over_initials(sc, w);
  if (end == 0 && !run_goes_on) {
    const uint32_t traits = vt_scan_traits(sc, sc->at, w->end);
    if (w->count == 1 ? is_consonant_or_upper(sc, w) && dot_is_of_letter(sc, w)
                      : is_abbreviation(w, traits) || is_small_abbreviation(sc, w, traits))
      end = w->end + 1;
    if (end != 0 && (traits & VT_TRAIT_DEGREE) != 0) end = run_over_degrees(sc, end);
  }
  if (end == 0) return false;
  vt_scan_emit(sc, end, VITEXT_TOKEN_ABBREVIATION, flags_of(sc, w));
  return true;
}

/* ---- What is glued on ---- */

/* e-mail, Covid-19, Wai-kru stay whole; Hà-Nội, NĐ-CP, KT-XH do not: their parts are words. */
static bool hyphen_joins(const vt_letters *w, const vt_letters *next)
{
  if (next->count == 0) return w->count == 0 || w->uppers > 0; /* B-52, Covid-19 */
  if (is_initials(w) || is_initials(next)) return false;
  return !vt_syllable_known(w->key) || !vt_syllable_known(next->key);
}

static void run_over_hyphens(const vt_scanner *sc, vt_letters *w)
{
  while (sc->s[w->end] == '-') {
    vt_letters next = vt_scan_letters(sc, w->end + 1);
    const bool digits = vt_scan_digit(sc, next.end);
    if (next.count == 0 && !digits) return;
    if (next.odd || w->toned || next.toned || !hyphen_joins(w, &next)) return;
    if (digits) vt_scan_alnum(sc, next.end, &next);
    w->end = next.end;
    w->odd = w->mixed = true;
  }
}

/* Điều5, số31-QĐ/TW, ngày15: a number glued to a Vietnamese word. */
static bool number_is_glued(const vt_scanner *sc, const vt_letters *w)
{
  return vt_scan_digit(sc, w->end) && w->marked && w->uppers < w->count && !w->odd &&
         vt_syllable_known(w->key);
}

/* A letter behind an apostrophe or underscore goes on with the word: Y'Lan, H’Mông, a_b. */
static uint32_t joiner(const vt_scanner *sc, uint32_t at)
{
  const unsigned char *s = (const unsigned char *)sc->s + at;
  if (s[0] == '\'' || s[0] == '_') return 1;
  if (s[0] == 0xE2 && s[1] == 0x80 && s[2] == 0x99) return 3;
  return 0;
}

static bool begins_word(const vt_scanner *sc, uint32_t at)
{
  uint32_t next;
  if (at >= sc->len) return false;
  const vt_class class = vt_class_of(peek(sc, at, &next));
  return class == VT_CLASS_LOWER || class == VT_CLASS_UPPER || class == VT_CLASS_LETTER;
}

static void run_over_rest(const vt_scanner *sc, vt_letters *w)
{
  for (;;) {
    const unsigned kind = vt_scan_kind(sc, w->end);
    if (kind == VT_BYTE_DIGIT || kind == VT_BYTE_LETTER || kind == VT_BYTE_LEAD) {
      const uint32_t was = w->end;
      const vt_letters before = *w;
      if (!number_is_glued(sc, w) && vt_scan_alnum(sc, w->end, w) > was) continue;
      *w = before;
    }
    const uint32_t joint = joiner(sc, w->end);
    if (joint == 0 || !begins_word(sc, w->end + joint)) return;
    vt_scan_alnum(sc, w->end + joint, w);
  }
}

/* T/M, Đ/c: listed with their stroke. */
static bool scan_stroked(vt_scanner *sc, const vt_letters *w)
{
  uint32_t end = listed_with_mark(sc, w);
  if (end == 0) return false;
  end += sc->s[end] == '.' && sc->s[end + 1] != '.';
  vt_scan_emit(sc, end, VITEXT_TOKEN_ABBREVIATION, flags_of(sc, w));
  return true;
}

void vt_scan_word(vt_scanner *sc)
{
  vt_letters w = vt_scan_letters(sc, sc->at);
  switch (sc->s[w.end]) {
  case ' ':
  case ',':
  case '\n': emit_word(sc, &w); return;
  case '.':
  case '@':
  case ':':
  case '-':
  case '_':
    if (!w.marked && vt_scan_web(sc)) return;
    break;
  default: break;
  }
  run_over_rest(sc, &w);
  if (sc->s[w.end] == '.' && scan_dotted(sc, &w)) return;
  if (sc->s[w.end] == '/' && scan_stroked(sc, &w)) return;
  if (sc->s[w.end] == '-') run_over_hyphens(sc, &w);
  emit_word(sc, &w);
}
