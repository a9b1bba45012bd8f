/* syllable.c - the parts of one syllable, from the spelling tables of lib/unicode. */
#include "vt_syllable.h"
#include <string.h>
#include "vt_spelling.h"
#include "vt_style.h"
#include "vt_utf8.h"

enum { LONGEST = VT_STYLE_LETTERS * 3 }; /* bytes: letters have at most three */

bool vt_syllable_known(vt_key key)
{
  return vt_spelling_is_syllable(key);
}

/* The letters of a text of letters only, at most VT_STYLE_LETTERS; 0: it is something else. */
static unsigned read_letters(const char *utf8, size_t len, vt_letter *letters)
{
  unsigned count = 0;
  if (len > LONGEST || vt_utf8_valid(utf8, len) != len) return 0;
  for (uint32_t at = 0; at < len; count++) {
    if (count == VT_STYLE_LETTERS) return 0;
    letters[count] = vt_letter_of(vt_utf8_next(utf8, &at));
    if (letters[count].code == 0) return 0;
  }
  return count;
}

static size_t write_letters(const vt_letter *letters, unsigned count, char *to)
{
  size_t len = 0;
  for (unsigned i = 0; i < count; i++) {
    const vt_letter l = letters[i];
    len += vt_utf8_put(vt_letter_make(l.code, l.tone, l.upper), to + len);
  }
  return len;
}

size_t vt_syllable_place(const char *utf8, size_t len, int32_t style, char *to)
{
  vt_letter letters[VT_STYLE_LETTERS];
  const unsigned count = read_letters(utf8, len, letters);
  if (count == 0 || !vt_syllable_known(vt_key_of(utf8, len))) return 0;
  vt_style_place(letters, count, style);
  return write_letters(letters, count, to);
}

/* Letters from first of a key, lower case without tone, into a part of at most 7 bytes. */
static void write_part(vt_key key, unsigned first, unsigned count, char part[8])
{
  size_t len = 0;
  for (unsigned i = first; i < first + count; i++) {
    len += vt_utf8_put(vt_letter_make((uint8_t)vt_key_letter(key, i), 0, false), part + len);
  }
  part[len] = '\0';
}

bool vt_syllable_parse(const char *utf8, size_t len, vitext_syllable *out)
{
  vt_letter letters[VT_STYLE_LETTERS];
  vt_spelling s;
  if (read_letters(utf8, len, letters) == 0) return false;
  const vt_key key = vt_key_of(utf8, len);
  if (!vt_syllable_known(key) || !vt_spelling_of(key, &s)) return false;
  *out = (vitext_syllable){ .tone = (int32_t)(key & VT_KEY_TONE_MASK) };
  unsigned at = s.onset;
  write_part(key, 0, s.onset, out->onset);
  if (s.shares_i) at--;
  write_part(key, at, s.glide, out->glide);
  write_part(key, at + s.glide, s.nucleus, out->nucleus);
  write_part(key, at + s.glide + s.nucleus, s.coda, out->coda);
  vt_syllable_place(utf8, len, VITEXT_STYLE_OLD, out->old_style);
  vt_syllable_place(utf8, len, VITEXT_STYLE_NEW, out->new_style);
  return true;
}

/* The letter that bears the tone where no syllable is spelled: the last with a quality, else the
 * last vowel, but for one that ends the word behind another. */
static unsigned guess_tone_place(vt_key key, unsigned count)
{
  unsigned place = 0, quality = count;
  for (unsigned i = 0; i < count; i++) {
    const uint8_t code = (uint8_t)vt_key_letter(key, i);
    if (!vt_letter_is_vowel(code)) continue;
    if (code != vt_letter_plain(code)) quality = i;
    const bool ends = i + 1 == count && i > 0;
    if (ends && vt_letter_is_vowel((uint8_t)vt_key_letter(key, i - 1))) continue;
    place = i;
  }
  return quality < count ? quality : place;
}

size_t vt_syllable_spell(vt_key key, char *to)
{
  vt_letter letters[VT_KEY_LETTERS];
  unsigned count = 0;
  vt_spelling s;
  if (vt_key_is_hash(key)) return 0;
  for (; count < VT_KEY_LETTERS && vt_key_letter(key, count) != 0; count++) {
    letters[count] = (vt_letter){ .code = (uint8_t)vt_key_letter(key, count) };
  }
  if (count == 0) return 0;
  const uint8_t tone = (uint8_t)(key & VT_KEY_TONE_MASK);
  const unsigned place = vt_spelling_of(key, &s) ? s.tone_old : guess_tone_place(key, count);
  if (vt_letter_make(letters[place].code, tone, false) != 0) letters[place].tone = tone;
  const size_t len = write_letters(letters, count, to);
  to[len] = '\0';
  return len;
}
