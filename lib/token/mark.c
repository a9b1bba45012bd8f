/* mark.c - roles of punctuation, list markers and labels. */
#include "vt_mark.h"
#include "vt_letter.h"
#include "vt_tables.h"
#include "vt_traits.h"
#include "vt_utf8.h"

typedef struct role {
  uint8_t marks, pair;
} role;
typedef struct coded_role {
  uint32_t cp;
  role role;
} coded_role;

enum {
  QUOTED = VT_MARK_QUOTE,
  BOTH = VT_MARK_OPEN | VT_MARK_CLOSE | VT_MARK_QUOTE,
  DASH = VT_MARK_DASH | VT_MARK_BULLET
};

static const role ascii_roles[128] = {
  ['!'] = { VT_MARK_FINAL, 0 },  ['?'] = { VT_MARK_FINAL, 0 },  ['.'] = { VT_MARK_FINAL, 0 },
  [','] = { VT_MARK_PAUSE, 0 },  [':'] = { VT_MARK_PAUSE, 0 },  [';'] = { VT_MARK_PAUSE, 0 },
  ['('] = { VT_MARK_OPEN, 1 },   ['['] = { VT_MARK_OPEN, 2 },   ['{'] = { VT_MARK_OPEN, 3 },
  [')'] = { VT_MARK_CLOSE, 1 },  [']'] = { VT_MARK_CLOSE, 2 },  ['}'] = { VT_MARK_CLOSE, 3 },
  ['"'] = { BOTH, 4 },           ['\''] = { BOTH, 5 },          ['-'] = { DASH, 0 },
  ['*'] = { VT_MARK_BULLET, 0 }, ['+'] = { VT_MARK_BULLET, 0 },
};

/* By code point. Bullets: what list items of Vietnamese pages begin with. */
static const coded_role roles[] = {
  { 0xAB, { VT_MARK_OPEN | QUOTED, 6 } },
  { 0xB7, { VT_MARK_BULLET, 0 } },
  { 0xBB, { VT_MARK_CLOSE | QUOTED, 6 } },
  { 0x2010, { DASH, 0 } },
  { 0x2011, { DASH, 0 } },
  { 0x2012, { DASH, 0 } },
  { 0x2013, { DASH, 0 } },
  { 0x2014, { DASH, 0 } },
  { 0x2015, { DASH, 0 } },
  { 0x2018, { VT_MARK_OPEN | QUOTED, 5 } },
  { 0x2019, { VT_MARK_CLOSE | QUOTED, 5 } },
  { 0x201C, { VT_MARK_OPEN | QUOTED, 7 } },
  { 0x201D, { VT_MARK_CLOSE | QUOTED, 7 } },
  { 0x201E, { VT_MARK_OPEN | QUOTED, 7 } },
  { 0x2022, { VT_MARK_BULLET, 0 } },
  { 0x2026, { VT_MARK_FINAL | VT_MARK_DOTS, 0 } },
  { 0x2192, { VT_MARK_BULLET, 0 } },
  { 0x2212, { DASH, 0 } },
  { 0x25A0, { VT_MARK_BULLET, 0 } },
  { 0x25AA, { VT_MARK_BULLET, 0 } },
  { 0x25B6, { VT_MARK_BULLET, 0 } },
  { 0x25BA, { VT_MARK_BULLET, 0 } },
  { 0x25CB, { VT_MARK_BULLET, 0 } },
  { 0x25CF, { VT_MARK_BULLET, 0 } },
  { 0x25E6, { VT_MARK_BULLET, 0 } },
  { 0x2605, { VT_MARK_BULLET, 0 } },
  { 0x2713, { VT_MARK_BULLET, 0 } },
  { 0x2714, { VT_MARK_BULLET, 0 } },
  { 0x2756, { VT_MARK_BULLET, 0 } },
};

/* Of punctuation and symbols. */
static role role_of(const vt_reading *r, uint32_t i)
{
  const role none = { 0, 0 };
  uint32_t at = r->t[i].begin;
  const uint32_t cp = vt_utf8_next(r->s, &at);
  if (cp < 0x80) return ascii_roles[cp];
  size_t low = 0, high = sizeof roles / sizeof roles[0];
  while (low < high) {
    const size_t middle = (low + high) / 2;
    if (cp > roles[middle].cp) low = middle + 1;
    else high = middle;
  }
  return low < sizeof roles / sizeof roles[0] && roles[low].cp == cp ? roles[low].role : none;
}

unsigned vt_mark_of_sign(const vt_reading *r, uint32_t i)
{
  const unsigned marks = role_of(r, i).marks;
  const char *s = r->s + r->t[i].begin;
  if (marks == 0 || r->t[i].end - r->t[i].begin == 1 || (unsigned char)s[0] >= 0x80) return marks;
  if (s[0] != '.') return 0; /* a rule of dashes or stars */
  return s[1] == '/' ? VT_MARK_FINAL : VT_MARK_FINAL | VT_MARK_DOTS;
}

unsigned vt_mark_pair(const vt_reading *r, uint32_t i)
{
  return role_of(r, i).pair;
}

char vt_mark_first(const vt_reading *r, uint32_t i)
{
  uint32_t at = r->t[i].begin;
  const unsigned char c = (unsigned char)r->s[at];
  if (c >= 'a' && c <= 'z') return 'a';
  if (c >= 'A' && c <= 'Z') return 'A';
  if (c < 0x80) return c >= '0' && c <= '9' ? '0' : '.';
  const vt_class class = vt_class_of(vt_utf8_next(r->s, &at));
  return class == VT_CLASS_LOWER ? 'a' : class == VT_CLASS_UPPER ? 'A' : '.';
}

/* ---- List markers ---- */

static bool is_byte(const vt_reading *r, uint32_t i, uint32_t end, const char *any)
{
  if (i >= end || r->t[i].end - r->t[i].begin != 1) return false;
  while (*any != '\0' && *any != r->s[r->t[i].begin]) any++;
  return *any != '\0';
}

/* 12 and 1.2.3, but not 2019; Roman numerals. */
static bool is_list_number(const vt_reading *r, uint32_t i)
{
  const vt_token t = r->t[i];
  if (t.kind != VITEXT_TOKEN_NUMBER) return false;
  uint32_t digits = 0;
  for (uint32_t at = t.begin; at < t.end; at++) {
    const char c = r->s[at];
    digits = c == '.' ? 0 : digits + 1;
    if (digits > 3 && c >= '0' && c <= '9') return false;
    if (c == ',' || c == '/' || c == '-' || c == ':') return false;
  }
  return true;
}

static bool is_letter(const vt_reading *r, uint32_t i)
{
  const vt_token t = r->t[i];
  if (t.kind != VITEXT_TOKEN_SYLLABLE && t.kind != VITEXT_TOKEN_WORD) return false;
  uint32_t at = t.begin;
  vt_utf8_next(r->s, &at);
  return at == t.end;
}

/* "A.", the dot being part of the token. */
static bool is_dotted_letter(const vt_reading *r, uint32_t i)
{
  const vt_token t = r->t[i];
  if (t.kind != VITEXT_TOKEN_ABBREVIATION || r->s[t.end - 1] != '.') return false;
  uint32_t at = t.begin;
  vt_utf8_next(r->s, &at);
  return at + 1 == t.end;
}

static bool is_item(const vt_reading *r, uint32_t i, uint32_t end)
{
  return i < end && (is_list_number(r, i) || is_letter(r, i) || is_dotted_letter(r, i));
}

/* What numbers an item, from i on: "1", "a", "II.1", "A." with its dot; where it ends, 0: nothing.
 */
static uint32_t behind_numbering(const vt_reading *r, uint32_t i, uint32_t end)
{
  while (is_item(r, i, end)) {
    const bool dotted = is_dotted_letter(r, i++);
    const uint32_t dot = !dotted && is_byte(r, i, end, ".") && vt_mark_glued(r, i) ? 1 : 0;
    const bool more = (dotted || dot == 1) && i + dot < end && vt_mark_glued(r, i + dot) &&
                      is_item(r, i + dot, end);
    if (!more) return i;
    i += dot;
  }
  return 0;
}

static bool is_glued_byte(const vt_reading *r, uint32_t i, uint32_t end, const char *any)
{
  return is_byte(r, i, end, any) && vt_mark_glued(r, i);
}

uint32_t vt_marker_len(const vt_reading *r, uint32_t i, uint32_t end)
{
  if (i >= end || vt_mark_is_word(r, i)) return 0;
  if ((vt_mark_of(r, i) & VT_MARK_BULLET) != 0) return 1;
  const bool open = is_byte(r, i, end, "([");
  if (open && (i + 1 >= end || !vt_mark_glued(r, i + 1))) return 0;
  const uint32_t at = behind_numbering(r, i + open, end);
  if (at == 0) return 0;
  if (open) return is_glued_byte(r, at, end, ")]") ? at + 1 - i : 0;
  if (is_glued_byte(r, at, end, ")")) return at + 1 - i;
  if (is_dotted_letter(r, at - 1)) return at - i;
  const char *marks = is_list_number(r, at - 1) ? "./" : ".";
  if (!is_glued_byte(r, at, end, marks)) return 0;
  return at + 1 < end && vt_mark_glued(r, at + 1) ? 0 : at + 1 - i; /* 1.Abc is none */
}

/* ---- Labels ---- */

/* What numbers a label at i: one token, or two for "thứ nhất"; 0: nothing does. */
static uint32_t label_number(const vt_reading *r, uint32_t i, uint32_t end)
{
  if (i >= end) return 0;
  if (r->t[i].kind == VITEXT_TOKEN_NUMBER || is_letter(r, i) || is_dotted_letter(r, i)) return 1;
  if ((vt_mark_traits(r, i) & VT_TRAIT_NTH) == 0) return 0;
  return i + 1 < end && r->t[i + 1].kind == VITEXT_TOKEN_SYLLABLE ? 2 : 0;
}

uint32_t vt_label_len(const vt_reading *r, uint32_t i, uint32_t end, bool line, bool *marked)
{
  uint32_t row;
  *marked = false;
  if (i >= end || (r->t[i].flags & VITEXT_TOKENF_CAPITAL) == 0) return 0;
  const vt_table *labels = vt_lexicon_table(r->lex, VT_TABLE_LABELS);
  uint32_t len = vt_table_match(labels, r->ids + i, end - i, &row);
  if (len == 0 || (line && vt_table_field(labels, row, VT_LABELS_LINE)[0] == '\0')) return 0;
  const uint32_t number = label_number(r, i + len, end);
  if (number == 0) return 0;
  len += number;
  *marked = is_dotted_letter(r, i + len - 1);
  if (!*marked && is_byte(r, i + len, end, ".:") && vt_mark_glued(r, i + len)) {
    *marked = true;
    len++;
  }
  return len;
}

/* ---- Dots that belong to what is before them ---- */

bool vt_ends_in_dot(const vt_reading *r, uint32_t i)
{
  return r->t[i].kind == VITEXT_TOKEN_ABBREVIATION && r->s[r->t[i].end - 1] == '.';
}

/* Rule 19: TP. and others that never end a sentence; v.v. does, and single letters are rule 20's.
 */
static bool never_ends(const vt_reading *r, uint32_t word)
{
  const uint32_t traits = vt_mark_traits(r, word);
  if (is_dotted_letter(r, word) || (traits & VT_TRAIT_FINAL) != 0) return false;
  return (traits & (VT_TRAIT_ABBREVIATION | VT_TRAIT_SHORT | VT_TRAIT_DEGREE)) != 0;
}

/* A single capital or consonant, or capitals with dots between them. */
static bool is_initial(const vt_reading *r, uint32_t word)
{
  if (!is_letter(r, word) && !is_dotted_letter(r, word))
    return vt_ends_in_dot(r, word) && vt_mark_first(r, word) == 'A';
  uint32_t at = r->t[word].begin;
  const vt_letter l = vt_letter_of(vt_utf8_next(r->s, &at));
  return l.upper || (l.code != 0 && !vt_letter_is_vowel(l.code));
}

bool vt_dot_is_inner(const vt_reading *r, uint32_t i, uint32_t next)
{
  const bool own = vt_ends_in_dot(r, i);
  if (!own && (i == 0 || !vt_mark_glued(r, i) || r->t[i].end - r->t[i].begin != 1 ||
               r->s[r->t[i].begin] != '.'))
    return false;
  const uint32_t word = own ? i : i - 1;
  if (own && never_ends(r, word)) return true;
  if (!is_initial(r, word)) return false;
  const char first = vt_mark_first(r, next);
  if (first != 'A' && first != '0') return false;
  if (word > 0 && (vt_mark_traits(r, word - 1) & VT_TRAIT_CLASSIFIER) != 0) return false;
  if (vt_mark_first(r, word) == 'a') /* 1.100 m. */
    return word == 0 || r->t[word - 1].kind != VITEXT_TOKEN_NUMBER;
  return (vt_mark_traits(r, next) & VT_TRAIT_OPENER) == 0;
}
