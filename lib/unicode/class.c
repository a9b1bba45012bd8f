/* class.c - general classes and case of characters: letters from our table, the rest from utf8proc.
 */
#include <utf8proc.h>
#include "vt_letter.h"

typedef struct range {
  uint32_t first, last;
} range;

/* Emoji_Presentation of Unicode 15 (emoji-data.txt) below U+1F000; above it the whole pictograph
 * blocks, where what is text by default is usually followed by U+FE0F anyway. Sorted. */
static const range emoji[] = {
  { 0x231A, 0x231B },   { 0x23E9, 0x23EC },   { 0x23F0, 0x23F0 },   { 0x23F3, 0x23F3 },
  { 0x25FD, 0x25FE },   { 0x2614, 0x2615 },   { 0x2648, 0x2653 },   { 0x267F, 0x267F },
  { 0x2693, 0x2693 },   { 0x26A1, 0x26A1 },   { 0x26AA, 0x26AB },   { 0x26BD, 0x26BE },
  { 0x26C4, 0x26C5 },   { 0x26CE, 0x26CE },   { 0x26D4, 0x26D4 },   { 0x26EA, 0x26EA },
  { 0x26F2, 0x26F3 },   { 0x26F5, 0x26F5 },   { 0x26FA, 0x26FA },   { 0x26FD, 0x26FD },
  { 0x2705, 0x2705 },   { 0x270A, 0x270B },   { 0x2728, 0x2728 },   { 0x274C, 0x274C },
  { 0x274E, 0x274E },   { 0x2753, 0x2755 },   { 0x2757, 0x2757 },   { 0x2795, 0x2797 },
  { 0x27B0, 0x27B0 },   { 0x27BF, 0x27BF },   { 0x2B1B, 0x2B1C },   { 0x2B50, 0x2B50 },
  { 0x2B55, 0x2B55 },   { 0x1F004, 0x1F004 }, { 0x1F0CF, 0x1F0CF }, { 0x1F18E, 0x1F18E },
  { 0x1F191, 0x1F19A }, { 0x1F1E6, 0x1F1FF }, { 0x1F201, 0x1F201 }, { 0x1F21A, 0x1F21A },
  { 0x1F22F, 0x1F22F }, { 0x1F232, 0x1F23A }, { 0x1F250, 0x1F251 }, { 0x1F300, 0x1F64F },
  { 0x1F680, 0x1F6FF }, { 0x1F7E0, 0x1F7FF }, { 0x1F90C, 0x1F9FF }, { 0x1FA70, 0x1FAFF },
};

static bool is_emoji(uint32_t cp)
{
  size_t low = 0, high = sizeof emoji / sizeof emoji[0];
  while (low < high) {
    const size_t middle = (low + high) / 2;
    if (cp > emoji[middle].last) low = middle + 1;
    else high = middle;
  }
  return low < sizeof emoji / sizeof emoji[0] && cp >= emoji[low].first;
}

static const uint8_t of_category[32] = {
  [UTF8PROC_CATEGORY_LU] = VT_CLASS_UPPER,  [UTF8PROC_CATEGORY_LL] = VT_CLASS_LOWER,
  [UTF8PROC_CATEGORY_LT] = VT_CLASS_LETTER, [UTF8PROC_CATEGORY_LM] = VT_CLASS_LETTER,
  [UTF8PROC_CATEGORY_LO] = VT_CLASS_LETTER, [UTF8PROC_CATEGORY_MN] = VT_CLASS_MARK,
  [UTF8PROC_CATEGORY_MC] = VT_CLASS_MARK,   [UTF8PROC_CATEGORY_ME] = VT_CLASS_MARK,
  [UTF8PROC_CATEGORY_ND] = VT_CLASS_DIGIT,  [UTF8PROC_CATEGORY_NL] = VT_CLASS_LETTER,
  [UTF8PROC_CATEGORY_NO] = VT_CLASS_SYMBOL, [UTF8PROC_CATEGORY_PC] = VT_CLASS_PUNCT,
  [UTF8PROC_CATEGORY_PD] = VT_CLASS_PUNCT,  [UTF8PROC_CATEGORY_PS] = VT_CLASS_PUNCT,
  [UTF8PROC_CATEGORY_PE] = VT_CLASS_PUNCT,  [UTF8PROC_CATEGORY_PI] = VT_CLASS_PUNCT,
  [UTF8PROC_CATEGORY_PF] = VT_CLASS_PUNCT,  [UTF8PROC_CATEGORY_PO] = VT_CLASS_PUNCT,
  [UTF8PROC_CATEGORY_SM] = VT_CLASS_SYMBOL, [UTF8PROC_CATEGORY_SC] = VT_CLASS_SYMBOL,
  [UTF8PROC_CATEGORY_SK] = VT_CLASS_SYMBOL, [UTF8PROC_CATEGORY_SO] = VT_CLASS_SYMBOL,
  [UTF8PROC_CATEGORY_ZS] = VT_CLASS_SPACE,  [UTF8PROC_CATEGORY_ZL] = VT_CLASS_LINE,
  [UTF8PROC_CATEGORY_ZP] = VT_CLASS_LINE,
};

/* ASCII, one letter a character: O other, N line, B blank, P punct, S symbol, D digit, U, L. */
static const char ascii[129] = "OOOOOOOOOBNNNNOOOOOOOOOOOOOOOOOO"
                               "BPPPSPPPPPPSPPPPDDDDDDDDDDPPSSSP"
                               "PUUUUUUUUUUUUUUUUUUUUUUUUUUPPPSP"
                               "SLLLLLLLLLLLLLLLLLLLLLLLLLLPSPSO";

static vt_class ascii_class(uint32_t cp)
{
  switch (ascii[cp]) {
  case 'L': return VT_CLASS_LOWER;
  case 'U': return VT_CLASS_UPPER;
  case 'D': return VT_CLASS_DIGIT;
  case 'B': return VT_CLASS_SPACE;
  case 'N': return VT_CLASS_LINE;
  case 'P': return VT_CLASS_PUNCT;
  case 'S': return VT_CLASS_SYMBOL;
  default: return VT_CLASS_OTHER;
  }
}

vt_class vt_class_of(uint32_t cp)
{
  if (cp < 0x80) return ascii_class(cp);
  const unsigned bits = vt_letter_bits(cp);
  if (bits != 0) return vt_letter_is_upper(bits) ? VT_CLASS_UPPER : VT_CLASS_LOWER;
  if (cp == 0x85) return VT_CLASS_LINE;
  if (cp == 0x200B || cp == 0xFEFF) return VT_CLASS_SPACE;
  if (cp > 0x10FFFF) return VT_CLASS_OTHER;
  if (cp >= emoji[0].first && is_emoji(cp)) return VT_CLASS_EMOJI;
  return (vt_class)of_category[utf8proc_category((utf8proc_int32_t)cp)];
}

uint32_t vt_lower(uint32_t cp)
{
  if (cp < 0x80) return cp - 'A' < 26 ? cp + 32 : cp;
  const unsigned bits = vt_letter_bits(cp);
  if (bits != 0) return vt_letter_make((uint8_t)(bits & 63), (uint8_t)(bits >> 6 & 7), false);
  return (uint32_t)utf8proc_tolower((utf8proc_int32_t)cp);
}

uint32_t vt_upper(uint32_t cp)
{
  if (cp < 0x80) return cp - 'a' < 26 ? cp - 32 : cp;
  const unsigned bits = vt_letter_bits(cp);
  if (bits != 0) return vt_letter_make((uint8_t)(bits & 63), (uint8_t)(bits >> 6 & 7), true);
  return (uint32_t)utf8proc_toupper((utf8proc_int32_t)cp);
}
