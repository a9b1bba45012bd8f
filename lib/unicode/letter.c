/* letter.c - the 33 letters with their tones, and keys made of them. */
#include "vt_letter.h"
#include "vt_utf8.h"
#include "vitext.h"

/* Columns: code, plain code, then the letter without tone and with huyền, hỏi, ngã, sắc, nặng; the
 * same in capitals. Alphabetical order. From Unicode's names; checked whole by test_letter.c
 * against the decompositions of utf8proc. */
#define VOWELS(X)                                                                                  \
  X(VT_A, VT_A, 0x61, 0xE0, 0x1EA3, 0xE3, 0xE1, 0x1EA1, 0x41, 0xC0, 0x1EA2, 0xC3, 0xC1, 0x1EA0)    \
  X(VT_A_BREVE, VT_A, 0x103, 0x1EB1, 0x1EB3, 0x1EB5, 0x1EAF, 0x1EB7, 0x102, 0x1EB0, 0x1EB2,        \
    0x1EB4, 0x1EAE, 0x1EB6)                                                                        \
  X(VT_A_HAT, VT_A, 0xE2, 0x1EA7, 0x1EA9, 0x1EAB, 0x1EA5, 0x1EAD, 0xC2, 0x1EA6, 0x1EA8, 0x1EAA,    \
    0x1EA4, 0x1EAC)                                                                                \
  X(VT_E, VT_E, 0x65, 0xE8, 0x1EBB, 0x1EBD, 0xE9, 0x1EB9, 0x45, 0xC8, 0x1EBA, 0x1EBC, 0xC9,        \
    0x1EB8)                                                                                        \
  X(VT_E_HAT, VT_E, 0xEA, 0x1EC1, 0x1EC3, 0x1EC5, 0x1EBF, 0x1EC7, 0xCA, 0x1EC0, 0x1EC2, 0x1EC4,    \
    0x1EBE, 0x1EC6)                                                                                \
  X(VT_I, VT_I, 0x69, 0xEC, 0x1EC9, 0x129, 0xED, 0x1ECB, 0x49, 0xCC, 0x1EC8, 0x128, 0xCD, 0x1ECA)  \
  X(VT_O, VT_O, 0x6F, 0xF2, 0x1ECF, 0xF5, 0xF3, 0x1ECD, 0x4F, 0xD2, 0x1ECE, 0xD5, 0xD3, 0x1ECC)    \
  X(VT_O_HAT, VT_O, 0xF4, 0x1ED3, 0x1ED5, 0x1ED7, 0x1ED1, 0x1ED9, 0xD4, 0x1ED2, 0x1ED4, 0x1ED6,    \
    0x1ED0, 0x1ED8)                                                                                \
  X(VT_O_HORN, VT_O, 0x1A1, 0x1EDD, 0x1EDF, 0x1EE1, 0x1EDB, 0x1EE3, 0x1A0, 0x1EDC, 0x1EDE, 0x1EE0, \
    0x1EDA, 0x1EE2)                                                                                \
  X(VT_U, VT_U, 0x75, 0xF9, 0x1EE7, 0x169, 0xFA, 0x1EE5, 0x55, 0xD9, 0x1EE6, 0x168, 0xDA, 0x1EE4)  \
  X(VT_U_HORN, VT_U, 0x1B0, 0x1EEB, 0x1EED, 0x1EEF, 0x1EE9, 0x1EF1, 0x1AF, 0x1EEA, 0x1EEC, 0x1EEE, \
    0x1EE8, 0x1EF0)                                                                                \
  X(VT_Y, VT_Y, 0x79, 0x1EF3, 0x1EF7, 0x1EF9, 0xFD, 0x1EF5, 0x59, 0x1EF2, 0x1EF6, 0x1EF8, 0xDD,    \
    0x1EF4)

#define CONSONANTS(X)                                                                              \
  X(VT_B, VT_B, 0x62, 0x42)                                                                        \
  X(VT_C, VT_C, 0x63, 0x43)                                                                        \
  X(VT_D, VT_D, 0x64, 0x44)                                                                        \
  X(VT_D_BAR, VT_D, 0x111, 0x110)                                                                  \
  X(VT_F, VT_F, 0x66, 0x46)                                                                        \
  X(VT_G, VT_G, 0x67, 0x47)                                                                        \
  X(VT_H, VT_H, 0x68, 0x48)                                                                        \
  X(VT_J, VT_J, 0x6A, 0x4A)                                                                        \
  X(VT_K, VT_K, 0x6B, 0x4B)                                                                        \
  X(VT_L, VT_L, 0x6C, 0x4C)                                                                        \
  X(VT_M, VT_M, 0x6D, 0x4D) X(VT_N, VT_N, 0x6E, 0x4E) X(VT_P, VT_P, 0x70, 0x50)                    \
      X(VT_Q, VT_Q, 0x71, 0x51) X(VT_R, VT_R, 0x72, 0x52) X(VT_S, VT_S, 0x73, 0x53)                \
          X(VT_T, VT_T, 0x74, 0x54) X(VT_V, VT_V, 0x76, 0x56) X(VT_W, VT_W, 0x77, 0x57)            \
              X(VT_X, VT_X, 0x78, 0x58) X(VT_Z, VT_Z, 0x7A, 0x5A)

#define AT(cp)                   ((cp) < VT_LETTER_LOW ? (cp) : (cp)-VT_LETTER_HIGH + VT_LETTER_LOW)
#define ENTRY(code, tone, upper) (code) | (tone) << 6 | (upper) << 9

#define VOWEL_ENTRIES(code, plain, l0, l1, l2, l3, l4, l5, u0, u1, u2, u3, u4, u5)                 \
  [AT(l0)] = ENTRY(code, 0, 0), [AT(l1)] = ENTRY(code, 1, 0), [AT(l2)] = ENTRY(code, 2, 0),        \
  [AT(l3)] = ENTRY(code, 3, 0), [AT(l4)] = ENTRY(code, 4, 0), [AT(l5)] = ENTRY(code, 5, 0),        \
  [AT(u0)] = ENTRY(code, 0, 1), [AT(u1)] = ENTRY(code, 1, 1), [AT(u2)] = ENTRY(code, 2, 1),        \
  [AT(u3)] = ENTRY(code, 3, 1), [AT(u4)] = ENTRY(code, 4, 1), [AT(u5)] = ENTRY(code, 5, 1),
#define CONSONANT_ENTRIES(code, plain, l, u)                                                       \
  [AT(l)] = ENTRY(code, 0, 0), [AT(u)] = ENTRY(code, 0, 1),

const uint16_t vt_letter_table[VT_LETTER_COUNT] = { VOWELS(VOWEL_ENTRIES)
                                                        CONSONANTS(CONSONANT_ENTRIES) };

#define VOWEL_FORMS(code, plain, l0, l1, l2, l3, l4, l5, u0, u1, u2, u3, u4, u5)                   \
  [code] = { { l0, l1, l2, l3, l4, l5 }, { u0, u1, u2, u3, u4, u5 } },
#define CONSONANT_FORMS(code, plain, l, u) [code] = { { l }, { u } },

const uint16_t vt_letter_forms[VT_Z + 1][2][6] = { VOWELS(VOWEL_FORMS)
                                                       CONSONANTS(CONSONANT_FORMS) };

/* UTF-8 of a code point below U+10000, as constants. */
#define BYTE_0(cp) (char)((cp) < 0x80 ? (cp) : (cp) < 0x800 ? 0xC0 | (cp) >> 6 : 0xE0 | (cp) >> 12)
#define BYTE_1(cp) (char)((cp) < 0x800 ? 0x80 | ((cp)&0x3F) : 0x80 | ((cp) >> 6 & 0x3F))
#define BYTE_2(cp) (char)(0x80 | ((cp)&0x3F))
#define SPELL(cp)                                                                                  \
  {                                                                                                \
    { BYTE_0(cp), BYTE_1(cp), BYTE_2(cp) }, (cp) < 0x80 ? 1 : (cp) < 0x800 ? 2 : 3                 \
  }
#define VOWEL_SPELLED(code, plain, l0, l1, l2, l3, l4, l5, u0, u1, u2, u3, u4, u5)                 \
  [code] = { { SPELL(l0), SPELL(l1), SPELL(l2), SPELL(l3), SPELL(l4), SPELL(l5) },                 \
             { SPELL(u0), SPELL(u1), SPELL(u2), SPELL(u3), SPELL(u4), SPELL(u5) } },
#define CONSONANT_SPELLED(code, plain, l, u) [code] = { { SPELL(l) }, { SPELL(u) } },

const vt_spelled vt_letter_spelled[VT_Z + 1][2][6] = { VOWELS(VOWEL_SPELLED)
                                                           CONSONANTS(CONSONANT_SPELLED) };

#define VOWEL_PLAIN(code, plain, l0, l1, l2, l3, l4, l5, u0, u1, u2, u3, u4, u5) [code] = plain,
#define CONSONANT_PLAIN(code, plain, l, u)                                       [code] = plain,

static const uint8_t plain_codes[64] = { VOWELS(VOWEL_PLAIN) CONSONANTS(CONSONANT_PLAIN) };

uint32_t vt_letter_make(uint8_t code, uint8_t tone, bool upper)
{
  if (code > VT_Z || tone > VITEXT_TONE_NANG) return 0;
  return vt_letter_forms[code][upper][tone];
}

uint8_t vt_letter_plain(uint8_t code)
{
  return code <= VT_Z ? plain_codes[code] : 0;
}

bool vt_letter_is_vowel(uint8_t code)
{
  return code <= VT_Z && vt_letter_forms[code][0][1] != 0;
}

/* FNV-1a over code points instead of bytes, so that it does not depend on how they are coded. */
static vt_key hash_key(const char *utf8, size_t len)
{
  uint64_t h = 0xCBF29CE484222325u;
  for (uint32_t at = 0; at < len;) h = (h ^ vt_lower(vt_utf8_next(utf8, &at))) * 0x100000001B3u;
  h ^= h >> 29;
  return h | (vt_key)1 << 63;
}

vt_key vt_key_of(const char *utf8, size_t len)
{
  vt_key key = 0;
  unsigned tone = 0;
  int shift = VT_KEY_FIRST_SHIFT;
  for (uint32_t at = 0; at < len; shift -= 6) {
    const unsigned bits = vt_letter_bits(vt_utf8_next(utf8, &at));
    const unsigned its_tone = vt_letter_tone(bits);
    if (bits == 0 || shift < 3 || (its_tone != 0 && tone != 0)) return hash_key(utf8, len);
    key |= (vt_key)vt_letter_code(bits) << shift;
    tone |= its_tone;
  }
  return key | tone;
}

vt_key vt_key_plain(vt_key key)
{
  if (vt_key_is_hash(key)) return key;
  vt_key plain = 0;
  for (unsigned i = 0; i < VT_KEY_LETTERS; i++) {
    const unsigned code = vt_key_letter(key, i);
    if (code == 0) break;
    plain |= (vt_key)plain_codes[code] << (VT_KEY_FIRST_SHIFT - 6 * i);
  }
  return plain;
}
