/* standin.c - until syllable.c has these two; delete it then. Letters without q w z f j, few enough. */
#include "vt_syllable.h"
#include "vt_utf8.h"

bool vt_syllable_known(vt_key key)
{
  bool vowel = false;
  if (key == 0 || vt_key_is_hash(key) || vt_key_letter(key, 7) != 0) return false;
  for (unsigned i = 0; i < 7; i++) vowel |= vt_letter_is_vowel((uint8_t)vt_key_letter(key, i));
  return vowel;
}

size_t vt_syllable_spell(vt_key key, char *to)
{
  size_t len = 0;
  bool toned = (key & VT_KEY_TONE_MASK) == 0;
  if (vt_key_is_hash(key)) return 0;
  for (unsigned i = 0; i < VT_KEY_LETTERS && vt_key_letter(key, i) != 0; i++) {
    const uint8_t code = (uint8_t)vt_key_letter(key, i);
    const uint8_t tone = !toned && vt_letter_is_vowel(code) ? (uint8_t)(key & VT_KEY_TONE_MASK) : 0;
    toned |= tone != 0;
    len += vt_utf8_put(vt_letter_make(code, tone, false), to + len);
  }
  return len;
}
