/* repair.c - tables of characters that stand for others, and words written in two scripts. */
#include "vt_repair.h"
#include <utf8proc.h>
#include "vitext.h"
#include "vt_compose.h"
#include "vt_utf8.h"

static uint32_t dash_or_quote(uint32_t cp, uint32_t repair)
{
  if ((repair & VITEXT_REPAIR_DASHES) != 0) {
    if ((cp >= 0x2010 && cp <= 0x2015) || cp == 0x2212) return '-';
  }
  if ((repair & VITEXT_REPAIR_QUOTES) == 0) return cp;
  switch (cp) {
  case 0x2018:
  case 0x2019:
  case 0x201A:
  case 0x201B:
  case 0x2039:
  case 0x203A:
  case 0x2032: return '\'';
  case 0xAB:
  case 0xBB:
  case 0x201C:
  case 0x201D:
  case 0x201E:
  case 0x201F:
  case 0x2033: return '"';
  default: return cp;
  }
}

uint32_t vt_repair_character(uint32_t cp, uint32_t repair)
{
  if (cp < 0xA0) return cp;
  if ((repair & VITEXT_REPAIR_SPACES) != 0 && cp != 0x1680 &&
      utf8proc_category((utf8proc_int32_t)cp) == UTF8PROC_CATEGORY_ZS)
    return ' ';
  if ((repair & VITEXT_REPAIR_LOOKALIKES) != 0 && (cp == 0xD0 || cp == 0x189)) return 0x110;
  if ((repair & VITEXT_REPAIR_WIDTH) != 0 && cp >= 0xFF01 && cp <= 0xFF5E) return cp - 0xFEE0;
  return dash_or_quote(cp, repair);
}

bool vt_repair_removes(uint32_t cp)
{
  switch (cp) {
  case 0xAD:
  case 0x200B:
  case 0x200C:
  case 0x200E:
  case 0x200F:
  case 0x2060:
  case 0xFEFF: return true;
  default: return false;
  }
}

uint32_t vt_repair_clone(uint32_t cp)
{
  switch (cp) {
  case 0xB4:
  case 0x2CA: return 0x301;
  case 0x2CB: return 0x300;
  default: return 0;
  }
}

/* Letters that look the same in every ordinary font (a choice from Unicode's confusables: only what
 * stands for a letter of a-z). Small Greek letters but omicron look different, and are units and
 * variables. Sorted. */
static const struct lookalike {
  uint16_t cp;
  char latin;
} lookalikes[] = {
  { 0x391, 'A' }, { 0x392, 'B' }, { 0x395, 'E' }, { 0x396, 'Z' }, { 0x397, 'H' }, { 0x399, 'I' },
  { 0x39A, 'K' }, { 0x39C, 'M' }, { 0x39D, 'N' }, { 0x39F, 'O' }, { 0x3A1, 'P' }, { 0x3A4, 'T' },
  { 0x3A5, 'Y' }, { 0x3A7, 'X' }, { 0x3BF, 'o' }, { 0x405, 'S' }, { 0x406, 'I' }, { 0x408, 'J' },
  { 0x410, 'A' }, { 0x412, 'B' }, { 0x415, 'E' }, { 0x41A, 'K' }, { 0x41C, 'M' }, { 0x41D, 'H' },
  { 0x41E, 'O' }, { 0x420, 'P' }, { 0x421, 'C' }, { 0x422, 'T' }, { 0x423, 'Y' }, { 0x425, 'X' },
  { 0x430, 'a' }, { 0x435, 'e' }, { 0x43E, 'o' }, { 0x440, 'p' }, { 0x441, 'c' }, { 0x443, 'y' },
  { 0x445, 'x' }, { 0x455, 's' }, { 0x456, 'i' }, { 0x458, 'j' }, { 0x4BB, 'h' }, { 0x501, 'd' },
  { 0x51A, 'Q' }, { 0x51B, 'q' }, { 0x51C, 'W' }, { 0x51D, 'w' },
};

uint32_t vt_repair_lookalike(uint32_t cp)
{
  if (cp == 0xF0) return 0x111;
  if (cp < lookalikes[0].cp) return 0;
  for (size_t low = 0, high = sizeof lookalikes / sizeof lookalikes[0]; low < high;) {
    const size_t middle = (low + high) / 2;
    if (lookalikes[middle].cp == cp) return (uint32_t)lookalikes[middle].latin;
    if (lookalikes[middle].cp < cp) low = middle + 1;
    else high = middle;
  }
  return 0;
}

bool vt_repair_is_eth(const char *bytes, size_t at, size_t end)
{
  uint32_t walk = (uint32_t)at;
  if (at > 0 && vt_class_is_word(vt_class_of(vt_utf8_prev(bytes, &walk)))) return false;
  bool vowel = false;
  walk = (uint32_t)at + 2; /* eth is two bytes */
  while (walk < end) {
    const uint32_t cp = vt_utf8_next(bytes, &walk);
    if (!vt_class_is_word(vt_class_of(cp))) break;
    const vt_letter letter = vt_letter_of(cp);
    if (letter.code == VT_F || letter.code == VT_J || letter.code == VT_W || letter.code == VT_Z)
      return false;
    if (letter.code == 0 && vt_class_of(cp) != VT_CLASS_MARK) return false;
    if (vt_letter_is_vowel(letter.code)) vowel = true;
  }
  return vowel;
}

/* What a walk over a word has seen: Latin letters, and letters that look like none. */
typedef struct scripts {
  bool latin, other;
} scripts;

/* One character of a word: letters, their marks, and what joins the parts of a document's number.
 * False: it is none. */
static bool see(scripts *seen, uint32_t cp)
{
  if (cp == '-' || cp == '/' || cp - 0x300 < 0x70) return true; /* most marks */
  const vt_class its = vt_class_of(cp);
  if (!vt_class_is_word(its)) return false;
  if (its == VT_CLASS_MARK) return true;
  if (cp < 0x370 || (cp >= 0x1E00 && cp < 0x1F00)) seen->latin = true;
  else if (vt_repair_lookalike(cp) == 0 && vt_repair_lookalike(vt_base_of(cp)) == 0)
    seen->other = true;
  return true;
}

bool vt_repair_word(const char *bytes, size_t at, size_t end, size_t *word_end)
{
  scripts seen = { false, false };
  uint32_t walk = (uint32_t)at;
  while (walk > 0 && at - walk < VT_WORD_SIDE) {
    const uint32_t cp = vt_utf8_prev(bytes, &walk);
    if (!see(&seen, cp)) break;
  }
  walk = (uint32_t)at;
  *word_end = at;
  while (walk < end && walk - at < VT_WORD_SIDE) {
    const uint32_t cp = vt_utf8_next(bytes, &walk);
    if (!see(&seen, cp)) break;
    *word_end = walk;
  }
  return seen.latin && !seen.other;
}
