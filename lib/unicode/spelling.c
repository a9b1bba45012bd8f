/* spelling.c - the phonotactics of Vietnamese as it is written: three tables and their joints.
 *
 * Onset x vowels x coda, after Đoàn Thiện Thuật, Ngữ âm tiếng Việt, and the spelling rules c/k/q,
 * g/gh, ng/ngh, i/y of the school grammar; checked against the list of Debian's hunspell-vi by
 * tests/conformance, which names what is left out. 16,568 forms with their tones; the 1,000 with a
 * glide behind b m p ph v (boa, moa) that a full product of the tables would add, and rimes that no
 * list has, are refused but for the four loans below: to accept them would make syllables of names
 * (tests/unit counts them). */
#include "vt_spelling.h"
#include "vitext.h"

/* Up to three letters as one number, first letter highest, so that it sorts by the alphabet. */
#define S1(a)       ((uint32_t)VT_##a << 12)
#define S2(a, b)    (S1(a) | (uint32_t)VT_##b << 6)
#define S3(a, b, c) (S2(a, b) | (uint32_t)VT_##c)

enum onset_flag {
  FRONT = 1 << 0,   /* only before e ê i y: k gh ngh */
  BACK = 1 << 1,    /* only before the other vowels: c g ng */
  GLIDE = 1 << 2,   /* goes with a written glide: all but the labials, and r g n seldom */
  BEFORE_Y = 1 << 3 /* may write its open i as y: hy, kỳ, lý, mỹ, sỹ, tỷ, vỹ */
};
typedef struct onset {
  uint32_t letters;
  uint8_t count, flags;
} onset;

/* Sorted. The empty onset and qu, gi (which the code looks for) are not here but in the names
 * below. */
static const onset onsets[] = {
  { S1(B), 1, 0 },
  { S1(C), 1, BACK },
  { S2(C, H), 2, GLIDE },
  { S1(D), 1, GLIDE },
  { S1(D_BAR), 1, GLIDE },
  { S1(G), 1, BACK | GLIDE },
  { S2(G, H), 2, FRONT },
  { S1(H), 1, GLIDE | BEFORE_Y },
  { S1(K), 1, FRONT | BEFORE_Y },
  { S2(K, H), 2, GLIDE },
  { S1(L), 1, GLIDE | BEFORE_Y },
  { S1(M), 1, BEFORE_Y },
  { S1(N), 1, GLIDE },
  { S2(N, G), 2, BACK | GLIDE },
  { S3(N, G, H), 3, FRONT },
  { S2(N, H), 2, GLIDE },
  { S1(P), 1, 0 },
  { S2(P, H), 2, 0 },
  { S1(R), 1, GLIDE },
  { S1(S), 1, GLIDE | BEFORE_Y },
  { S1(T), 1, GLIDE | BEFORE_Y },
  { S2(T, H), 2, GLIDE },
  { S2(T, R), 2, GLIDE },
  { S1(V), 1, BEFORE_Y },
  { S1(X), 1, GLIDE },
};
static const onset no_onset = { 0, 0, GLIDE };
static const onset qu = { S2(Q, U), 2, 0 };
static const onset gi = { S2(G, I), 2, 0 };

enum coda { C = 1, CH = 2, M = 4, N = 8, NG = 16, NH = 32, P = 64, T = 128 };
static const struct {
  uint32_t letters;
  uint8_t count, bit;
} codas[] = {
  { S1(C), 1, C },     { S2(C, H), 2, CH }, { S1(M), 1, M }, { S1(N), 1, N },
  { S2(N, G), 2, NG }, { S2(N, H), 2, NH }, { S1(P), 1, P }, { S1(T), 1, T },
};
enum { STOPS = C | CH | P | T };

enum vowel_flag {
  OPEN = 1 << 0,    /* stands without a coda */
  GLIDED = 1 << 1,  /* begins with a glide: wants an onset that goes with one */
  QU = 1 << 2,      /* goes after qu */
  ONLY_QU = 1 << 3, /* goes after nothing else */
  BARE = 1 << 4,    /* only without an onset (or after qu): yên */
  INNER = 1 << 5,   /* only after an onset: tiên */
  AS_Y = 1 << 6,    /* y for i: only open, bare or after onsets that write it */
  MOVES = 1 << 7    /* open, its tone stands on the glide in the old style: oa oe uy */
};
/* coda: what may follow; final: letters of a semivowel at the end (ai, ươu); qu_codas: after qu. */
typedef struct vowels {
  uint32_t letters;
  uint8_t count, nucleus, tone, coda, qu_codas, flags;
} vowels;

/* Columns: letters, how many, how many of them are the nucleus (a glide before it, a semivowel
 * behind it), the one that bears the tone, codas, codas after qu, flags. Sorted. */
static const vowels vowel_rows[] = {
  { S1(A), 1, 1, 0, C | CH | M | N | NG | NH | P | T, C | CH | M | N | NG | NH | P | T, OPEN | QU },
  { S2(A, I), 2, 1, 0, 0, 0, OPEN | QU },
  { S2(A, O), 2, 1, 0, 0, 0, OPEN | QU },
  { S2(A, U), 2, 1, 0, 0, 0, OPEN | QU },
  { S2(A, Y), 2, 1, 0, 0, 0, OPEN | QU },
  { S1(A_BREVE), 1, 1, 0, C | M | N | NG | P | T, C | M | N | NG | P | T, QU },
  { S1(A_HAT), 1, 1, 0, C | M | N | NG | P | T, N | NG | T | C | P, QU },
  { S2(A_HAT, U), 2, 1, 0, 0, 0, OPEN | QU },
  { S2(A_HAT, Y), 2, 1, 0, 0, 0, OPEN | QU },
  { S1(E), 1, 1, 0, C | M | N | NG | P | T, C | M | N | NG | P | T, OPEN | QU },
  { S2(E, O), 2, 1, 0, 0, 0, OPEN | QU },
  { S1(E_HAT), 1, 1, 0, C | CH | M | N | NG | NH | P | T, CH | N | NH | T, OPEN | QU },
  { S2(E_HAT, U), 2, 1, 0, 0, 0, OPEN | QU },
  { S1(I), 1, 1, 0, CH | M | N | NH | P | T, CH | N | NH | P | T, OPEN | QU },
  { S2(I, A), 2, 2, 0, 0, 0, OPEN },
  { S2(I, E_HAT), 2, 2, 1, C | M | N | NG | P | T, 0, INNER },
  { S3(I, E_HAT, U), 3, 2, 1, 0, 0, OPEN | INNER },
  { S2(I, U), 2, 1, 0, 0, 0, OPEN | QU },
  { S1(O), 1, 1, 0, C | M | N | NG | P | T, 0, OPEN },
  { S2(O, A), 2, 1, 1, C | CH | M | N | NG | NH | P | T, 0, OPEN | GLIDED | MOVES },
  { S3(O, A, I), 3, 1, 1, 0, 0, OPEN | GLIDED },
  { S3(O, A, O), 3, 1, 1, 0, 0, OPEN | GLIDED },
  { S3(O, A, Y), 3, 1, 1, 0, 0, OPEN | GLIDED },
  { S2(O, A_BREVE), 2, 1, 1, C | M | N | NG | P | T, 0, GLIDED },
  { S2(O, E), 2, 1, 1, M | N | NG | T, 0, OPEN | GLIDED | MOVES },
  { S3(O, E, O), 3, 1, 1, 0, 0, OPEN | GLIDED },
  { S2(O, I), 2, 1, 0, 0, 0, OPEN },
  { S2(O, O), 2, 2, 1, C | NG, 0, 0 },
  { S1(O_HAT), 1, 1, 0, C | M | N | NG | P | T, C, OPEN | QU },
  { S2(O_HAT, I), 2, 1, 0, 0, 0, OPEN },
  { S1(O_HORN), 1, 1, 0, M | N | P | T, N | T, OPEN | QU },
  { S2(O_HORN, I), 2, 1, 0, 0, 0, OPEN },
  { S1(U), 1, 1, 0, C | M | N | NG | P | T, 0, OPEN },
  { S2(U, A), 2, 2, 0, 0, 0, OPEN },
  { S2(U, A_HAT), 2, 1, 1, N | NG | T, 0, GLIDED },
  { S3(U, A_HAT, Y), 3, 1, 1, 0, 0, OPEN | GLIDED },
  { S2(U, E_HAT), 2, 1, 1, CH | N | NH | T, 0, OPEN | GLIDED },
  { S2(U, I), 2, 1, 0, 0, 0, OPEN },
  { S2(U, O_HAT), 2, 2, 1, C | M | N | NG | T, 0, 0 },
  { S3(U, O_HAT, I), 3, 2, 1, 0, 0, OPEN },
  { S2(U, O_HORN), 2, 1, 1, 0, 0, OPEN | GLIDED },
  { S2(U, Y), 2, 1, 1, CH | N | NH | P | T, 0, OPEN | GLIDED | MOVES },
  { S3(U, Y, A), 3, 2, 1, 0, 0, OPEN | GLIDED },
  { S3(U, Y, E_HAT), 3, 2, 2, N | T, 0, GLIDED },
  { S3(U, Y, U), 3, 1, 1, 0, 0, OPEN | GLIDED },
  { S1(U_HORN), 1, 1, 0, C | M | N | NG | T, 0, OPEN },
  { S2(U_HORN, A), 2, 2, 0, 0, 0, OPEN },
  { S2(U_HORN, I), 2, 1, 0, 0, 0, OPEN },
  { S2(U_HORN, O_HORN), 2, 2, 1, C | M | N | NG | P | T, 0, 0 },
  { S3(U_HORN, O_HORN, I), 3, 2, 1, 0, 0, OPEN },
  { S3(U_HORN, O_HORN, U), 3, 2, 1, 0, 0, OPEN },
  { S2(U_HORN, U), 2, 1, 0, 0, 0, OPEN },
  { S1(Y), 1, 1, 0, 0, CH | N | NH | P | T, OPEN | QU | AS_Y },
  { S2(Y, A), 2, 2, 0, 0, 0, OPEN | QU | ONLY_QU },
  { S2(Y, E_HAT), 2, 2, 1, M | N | NG | T, N | T, QU | BARE },
  { S3(Y, E_HAT, U), 3, 2, 1, 0, 0, OPEN | BARE },
  { S2(Y, U), 2, 1, 0, 0, 0, OPEN | QU | ONLY_QU },
};

/* Syllables that stand outside the tables: loans that everybody writes. Onset, vowels, coda. */
static const struct {
  uint32_t onset, vowels;
  uint8_t coda;
} loans[] = {
  { S1(B), S2(U, Y), T },    /* xe buýt */
  { S1(M), S3(O, A, Y), 0 }, /* moay-ơ */
  { S2(P, H), S2(U, Y), 0 }, /* thùng phuy */
  { S1(V), S2(O, A), N },    /* vải voan */
};

enum {
  ONSETS = sizeof onsets / sizeof onsets[0],
  VOWELS = sizeof vowel_rows / sizeof vowel_rows[0],
  CODAS = sizeof codas / sizeof codas[0],
  LOANS = sizeof loans / sizeof loans[0]
};

/* count letters of a key from letter first, as one number. */
static uint32_t letters_of(vt_key key, unsigned first, unsigned count)
{
  const uint32_t three = (uint32_t)(key >> (VT_KEY_FIRST_SHIFT - 12 - 6 * first)) & 0x3FFFF;
  return three & ~((1u << (18 - 6 * count)) - 1);
}

static const onset *find_onset(uint32_t letters)
{
  if (letters == 0) return &no_onset;
  for (size_t low = 0, high = ONSETS; low < high;) {
    const size_t middle = (low + high) / 2;
    if (onsets[middle].letters == letters) return &onsets[middle];
    if (onsets[middle].letters < letters) low = middle + 1;
    else high = middle;
  }
  return NULL;
}

static const vowels *find_vowels(uint32_t letters)
{
  for (size_t low = 0, high = VOWELS; low < high;) {
    const size_t middle = (low + high) / 2;
    if (vowel_rows[middle].letters == letters) return &vowel_rows[middle];
    if (vowel_rows[middle].letters < letters) low = middle + 1;
    else high = middle;
  }
  return NULL;
}

/* 0 for no coda; 255: not a coda. */
static uint8_t find_coda(uint32_t letters)
{
  if (letters == 0) return 0;
  for (size_t i = 0; i < CODAS; i++) {
    if (codas[i].letters == letters) return codas[i].bit;
  }
  return 255;
}

static bool is_loan(const onset *o, const vowels *v, uint8_t coda)
{
  for (size_t i = 0; i < LOANS; i++) {
    if (loans[i].onset == o->letters && loans[i].vowels == v->letters && loans[i].coda == coda)
      return true;
  }
  return false;
}

static bool begins_front(const vowels *v)
{
  const uint32_t first = v->letters >> 12;
  return first == VT_E || first == VT_E_HAT || first == VT_I || first == VT_Y;
}

static bool go_together(const onset *o, const vowels *v, uint8_t coda)
{
  const uint8_t may = o == &qu ? v->qu_codas : v->coda;
  if (coda == 0 ? (v->flags & OPEN) == 0 : (may & coda) == 0) return false;
  if (o == &qu) return (v->flags & QU) != 0;
  if ((v->flags & ONLY_QU) != 0 || (v->flags & BARE && o != &no_onset)) return false;
  if ((v->flags & INNER) != 0 && o == &no_onset) return false;
  if ((v->flags & AS_Y) != 0 && o != &no_onset && (o->flags & BEFORE_Y) == 0) return false;
  if ((v->flags & GLIDED) != 0 && (o->flags & GLIDE) == 0) return is_loan(o, v, coda);
  if (o->flags & FRONT) return begins_front(v);
  if (o->flags & BACK) return !begins_front(v);
  return true;
}

/* Where the runs of letters end: consonants, vowels, consonants. u of qu and i of gi before another
 * vowel are consonants. */
typedef struct runs {
  unsigned onset, vowels, all;
} runs;

static runs cut(vt_key key)
{
  runs r = { 0, 0, 0 };
  while (r.all < VT_KEY_LETTERS && vt_key_letter(key, r.all) != 0) r.all++;
  while (r.onset < r.all && !vt_letter_is_vowel((uint8_t)vt_key_letter(key, r.onset))) r.onset++;
  const unsigned first = vt_key_letter(key, 0), second = vt_key_letter(key, 1);
  if (r.onset == 1 && first == VT_Q && second == VT_U) r.onset = 2;
  if (r.onset == 1 && first == VT_G && second == VT_I) r.onset = 2;
  r.vowels = r.onset;
  while (r.vowels < r.all && vt_letter_is_vowel((uint8_t)vt_key_letter(key, r.vowels))) r.vowels++;
  return r;
}

static bool describe(const onset *o, const vowels *v, uint8_t coda, const runs *r, bool shares_i,
                     vt_spelling *out)
{
  if (!go_together(o, v, coda)) return false;
  const uint8_t begin = (uint8_t)(o->count - (shares_i ? 1 : 0));
  const bool glided = (v->flags & GLIDED) != 0;
  out->onset = o->count;
  out->glide = glided ? 1 : 0;
  out->nucleus = v->nucleus;
  out->coda = (uint8_t)(r->all - begin - out->glide - v->nucleus);
  out->tone_new = (uint8_t)(begin + v->tone);
  out->tone_old = (v->flags & MOVES) != 0 && coda == 0 ? begin : out->tone_new;
  out->shares_i = shares_i;
  out->stopped = (coda & STOPS) != 0;
  return true;
}

bool vt_spelling_of(vt_key key, vt_spelling *out)
{
  if (vt_key_is_hash(key) || key >> VT_KEY_FIRST_SHIFT == 0) return false;
  const runs r = cut(key);
  if (r.onset > 3 || r.vowels - r.onset > 3 || r.all - r.vowels > 2) return false;
  const uint8_t coda = find_coda(letters_of(key, r.vowels, r.all - r.vowels));
  const uint32_t letters = letters_of(key, r.onset, r.vowels - r.onset);
  const uint32_t before = letters_of(key, 0, r.onset);
  if (coda == 255) return false;
  const onset *o = before == qu.letters ? &qu : before == gi.letters ? &gi : find_onset(before);
  bool shares_i = false;
  const vowels *v = letters == 0 ? NULL : find_vowels(letters);
  if (o == &gi && (letters == 0 || letters >> 12 == VT_E_HAT)) { /* gì, giếng */
    shares_i = true;
    v = find_vowels((uint32_t)VT_I << 12 | letters >> 6);
  } else if (o == &gi && letters >> 12 == VT_I) {
    return false;
  }
  if (o == NULL || v == NULL) return false;
  return describe(o, v, coda, &r, shares_i, out);
}

bool vt_spelling_is_syllable(vt_key key)
{
  vt_spelling s;
  if (!vt_spelling_of(key, &s)) return false;
  const unsigned tone = (unsigned)key & VT_KEY_TONE_MASK;
  return !s.stopped || tone == VITEXT_TONE_SAC || tone == VITEXT_TONE_NANG;
}

/* letters, put behind the first count letters of a key. */
static vt_key append(vt_key key, unsigned *count, uint32_t letters)
{
  const vt_key moved = (vt_key)letters << (VT_KEY_FIRST_SHIFT - 12);
  key |= moved >> 6 * *count;
  while (letters != 0) {
    letters = letters << 6 & 0x3FFFF;
    *count += 1;
  }
  return key;
}

vt_key vt_spelling_each(uint32_t *at)
{
  enum { TONES = 6, WITH_CODA = CODAS + 1, ALL_ONSETS = ONSETS + 3 };
  for (; *at < ALL_ONSETS * VOWELS * WITH_CODA * TONES; ++*at) {
    const uint32_t tone = *at % TONES, rest = *at / TONES;
    const uint32_t c = rest % WITH_CODA, v = rest / WITH_CODA % VOWELS;
    const uint32_t o = rest / WITH_CODA / VOWELS;
    const uint32_t begin = o < ONSETS        ? onsets[o].letters
                           : o == ONSETS     ? qu.letters
                           : o == ONSETS + 1 ? gi.letters
                                             : 0;
    uint32_t middle = vowel_rows[v].letters;
    if (begin == gi.letters) { /* one i for two; giê- comes with iê, gia and giu with a and u */
      if (middle >> 12 == VT_E_HAT || middle == S2(I, A) || middle == S2(I, U)) continue;
      if (middle >> 12 == VT_I) middle = middle << 6 & 0x3FFFF;
    }
    if (begin == S1(G) && middle >> 12 == VT_I) continue; /* that is gi */
    unsigned count = 0;
    vt_key key = append(0, &count, begin);
    key = append(key, &count, middle);
    if (c > 0) key = append(key, &count, codas[c - 1].letters);
    key |= tone;
    if (!vt_spelling_is_syllable(key)) continue;
    ++*at;
    return key;
  }
  return 0;
}
