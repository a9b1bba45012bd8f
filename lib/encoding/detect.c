/* detect.c - guessing an encoding: by marks and form what Unicode has, then by reading the text in
 * each legacy encoding and counting the words that come out as Vietnamese syllables. */
#include <string.h>
#include "vt_charset.h"
#include "vt_compose.h"
#include "vt_encoding.h"
#include "vt_letter.h"
#include "vt_syllable.h"
#include "vt_utf8.h"

enum { SAMPLE = 1 << 16, GUESSES = 16 };

typedef struct guesses {
  vitext_guess items[GUESSES];
  size_t count;
} guesses;

static void add(guesses *g, vitext_encoding encoding, uint32_t percent)
{
  size_t k = g->count++;
  for (; k > 0 && g->items[k - 1].percent < percent; k--) g->items[k] = g->items[k - 1];
  g->items[k] = (vitext_guess){ encoding, percent < 1 ? 1 : percent > 100 ? 100 : percent };
}

/* A word being read: its letters as a key, how its capitals stand, what made it. */
typedef struct word {
  vt_letter letters[VT_KEY_LETTERS];
  unsigned count;
  bool marked; /* has a byte or sign that another encoding would read otherwise */
  bool spoilt; /* has what is no letter of ours in it, or is too long */
} word;

/* What a reading of the text has found. */
typedef struct tally {
  uint32_t words;  /* all with a letter */
  uint32_t good;   /* marked ones that are syllables */
  uint32_t bad;    /* marked ones that are not, and invalid bytes */
  uint32_t strong; /* VIQR: good ones with a sign that English does not put there; western: signs */
} tally;

/* Small, a capital first, or all capitals. */
static bool is_regular(const word *w)
{
  unsigned upper = 0;
  for (unsigned i = 0; i < w->count; i++) upper += w->letters[i].upper;
  return upper == 0 || upper == w->count || (upper == 1 && w->letters[0].upper != 0);
}

static bool is_syllable(const word *w)
{
  vt_key key = 0;
  uint8_t tone = 0;
  if (w->spoilt || w->count == 0 || !is_regular(w)) return false;
  for (unsigned i = 0; i < w->count; i++) {
    if (w->letters[i].tone != 0 && tone != 0) return false;
    tone |= w->letters[i].tone;
    key |= (vt_key)w->letters[i].code << (VT_KEY_FIRST_SHIFT - 6 * i);
  }
  return vt_syllable_known(key | tone);
}

static void end_word(tally *t, word *w)
{
  if (w->count > 0) t->words++;
  if (w->marked) {
    if (is_syllable(w)) t->good++;
    else t->bad++;
  }
  *w = (word){ .count = 0 };
}

static void take(tally *t, word *w, uint32_t cp, bool marked)
{
  const vt_letter l = vt_letter_of(cp);
  bool repaired = false;
  if (w->count > 0 && cp - 0x300 < 0x70) { /* CP1258, TCVN3: the tone is a mark of its own */
    if (!vt_letter_add_mark(&w->letters[w->count - 1], cp, &repaired)) w->spoilt = true;
    w->marked = true;
  } else if (l.code != 0) {
    if (w->count == VT_KEY_LETTERS) w->spoilt = true;
    else w->letters[w->count++] = l;
    w->marked |= marked;
  } else if (cp < 0x80 || !vt_class_is_word(vt_class_of(cp))) {
    end_word(t, w);
  } else {
    w->spoilt = true;
    w->marked |= marked;
  }
}

static tally read_single(vitext_encoding encoding, const unsigned char *s, size_t len)
{
  const uint16_t *charset = vt_charset_of(encoding);
  tally t = { 0 };
  word w = { .count = 0 };
  for (size_t i = 0; i < len; i++) {
    const uint32_t cp = charset[s[i]];
    if (cp == VT_NO_CHARACTER) t.bad++;
    else take(&t, &w, cp, s[i] >= 0x80 || cp != s[i]);
  }
  end_word(&t, &w);
  return t;
}

static tally read_vni(const unsigned char *s, size_t len)
{
  tally t = { 0 };
  word w = { .count = 0 };
  for (size_t at = 0; at < len;) {
    uint32_t cp;
    const size_t n = vt_vni_read(s + at, len - at, &cp);
    if (cp == VT_INVALID) t.bad++;
    else take(&t, &w, cp, n > 1 || s[at] >= 0x80);
    at += n;
  }
  end_word(&t, &w);
  return t;
}

/* Signs that an English sentence puts behind a vowel too, so that they prove little. */
static bool is_weak(const unsigned char *s, size_t n)
{
  return n == 2 && strchr(".?'", s[1]) != NULL;
}

static tally read_viqr(const unsigned char *s, size_t len)
{
  tally t = { 0 };
  word w = { .count = 0 };
  bool literal = false, strong = false;
  for (size_t at = 0; at < len;) {
    uint32_t cp;
    const size_t n = vt_viqr_read(s + at, len - at, &literal, &cp);
    const uint32_t good = t.good;
    if (n > 1 && cp >= 0x80 && cp < VT_VIQR_SILENT && !is_weak(s + at, n)) strong = true;
    take(&t, &w, cp < VT_VIQR_SILENT ? cp : ' ', n > 1 && cp >= 0x80);
    if (w.count == 0) {
      if (strong && t.good > good) t.strong++;
      strong = false;
    }
    at += n;
  }
  end_word(&t, &w);
  return t;
}

/* Sure from many words, hardly from few. */
static uint32_t percent_of(const tally *t)
{
  if (t->good == 0) return 1;
  const uint64_t share = (uint64_t)t->good * 100 / (t->good + t->bad);
  return (uint32_t)(share * t->good / (t->good + 3));
}

/* What windows-1252 and windows-1258 have in common: all that French is written with. */
static bool is_western(unsigned char byte)
{
  switch (byte) {
  case 0x8C: /* Œ œ Ÿ */
  case 0x9C:
  case 0x9F: return true;
  case 0xD7: /* signs */
  case 0xF7: return false;
  default: return byte >= 0xC0 && vt_charset_of(VITEXT_ENC_CP1258)[byte] == byte;
  }
}

/* Quotes and dashes, which may stand inside a word as in "l’été" and "Hà Nội–Huế". */
static bool is_quote(unsigned char byte)
{
  return byte >= 0x91 && byte <= 0x97 && byte != 0x95;
}

/* Words in the Latin letters of western Europe, by the form of their capitals: good. Not good:
 * those with other letters or with signs in their middle, which are letters of another encoding. */
static tally read_western(const unsigned char *s, size_t len)
{
  const uint16_t *charset = vt_charset_of(VITEXT_ENC_CP1258);
  tally t = { 0 };
  word w = { .count = 0 };
  for (size_t i = 0; i <= len; i++) {
    const unsigned char c = i < len ? s[i] : ' ';
    const uint32_t cp = charset[c];
    const bool letter = c < 0x80 ? vt_letter_of(c).code != 0 : is_western(c);
    const bool glued = w.count > 0 && i + 1 < len && vt_letter_of(s[i + 1]).code != 0;
    if (letter) {
      const bool upper = vt_class_of(cp) == VT_CLASS_UPPER;
      if (w.count == VT_KEY_LETTERS) w.letters[--w.count].upper |= upper;
      w.letters[w.count++] = (vt_letter){ VT_A, 0, upper };
      w.marked |= c >= 0x80;
    } else if (c >= 0x80 && !is_quote(c) && (glued || vt_class_is_word(vt_class_of(cp)))) {
      w.marked = w.spoilt = true;
    } else {
      if (w.count > 0) t.words++;
      if (is_quote(c)) t.strong++;
      if (w.marked) *(w.spoilt || !is_regular(&w) ? &t.bad : &t.good) += 1;
      w = (word){ .count = 0 };
    }
  }
  return t;
}

/* When bytes that can be read as western are. Columns: of a hundred words fewer have a letter
 * that is not ASCII, of which Vietnamese is full; how many such words the western reading must
 * explain for ten that the best Vietnamese one does; whether a marked word that is not western
 * refutes it; whether quotes, of which the other encodings would make letters, count as words.
 * Found on French and English cut at every word against samples of Vietnamese in each encoding. (To
 * count unmarked words that are no syllables as well would mend 15 of 249 French samples of three
 * words, and spoil 20 to 41 of 34,199 Vietnamese ones of ten.) */
static const struct western {
  uint32_t most_marked, for_ten;
  bool spotless, quotes;
} westerns[] = {
  { 26, 10, false, true },  /* English with its quotes and a café */
  { 60, 14, false, false }, /* French that no Vietnamese reading explains */
  { 101, 20, true, false }, /* the same in few words, each with an accent */
  { 50, 11, true, false },  /* French whose every word might be another's */
};

/* How sure windows-1258 is as western text; 0: the text is none. best: how many marked words the
 * best Vietnamese reading explains. */
static uint32_t western_percent(const unsigned char *s, size_t len, uint32_t best)
{
  enum { ONLY_SIGNS = 30 };
  const tally read = read_western(s, len);
  const uint32_t marked = read.good + read.bad;
  if (marked == 0) return ONLY_SIGNS; /* quotes and dashes */
  for (size_t i = 0; i < sizeof westerns / sizeof westerns[0]; i++) {
    const struct western *w = &westerns[i];
    tally t = read;
    if (w->quotes) t.good += t.strong;
    if (marked * 100 < w->most_marked * t.words && t.good * 10 >= best * w->for_ten &&
        (t.bad == 0 || !w->spotless))
      return percent_of(&t);
  }
  return 0;
}

static void guess_legacy(guesses *g, const unsigned char *s, size_t len)
{
  static const vitext_encoding encodings[] = { VITEXT_ENC_TCVN3, VITEXT_ENC_CP1258,
                                               VITEXT_ENC_VISCII, VITEXT_ENC_VPS, VITEXT_ENC_VNI };
  enum { COUNT = sizeof encodings / sizeof encodings[0] };
  uint32_t percents[COUNT], best = 0, as_vietnamese = 0; /* windows-1258 */
  for (size_t i = 0; i < COUNT; i++) {
    const bool vni = encodings[i] == VITEXT_ENC_VNI;
    const tally t = vni ? read_vni(s, len) : read_single(encodings[i], s, len);
    percents[i] = percent_of(&t);
    if (t.good > best) best = t.good;
    if (encodings[i] == VITEXT_ENC_CP1258) as_vietnamese = percents[i];
  }
  const uint32_t as_western = western_percent(s, len, best);
  const bool western = as_western >= as_vietnamese;
  if (western) add(g, VITEXT_ENC_CP1258, as_western); /* the first of equals */
  for (size_t i = 0; i < COUNT; i++) {
    if (encodings[i] == VITEXT_ENC_CP1258 && western) continue;
    add(g, encodings[i], percents[i]);
    if (encodings[i] == VITEXT_ENC_TCVN3) add(g, VITEXT_ENC_TCVN3_CAPS, percents[i] / 2);
  }
}

static void guess_ascii(guesses *g, const unsigned char *s, size_t len)
{
  const tally t = read_viqr(s, len);
  const bool viqr = t.strong > 0 && t.good * 4 >= t.words && t.good > t.bad;
  if (viqr) add(g, VITEXT_ENC_VIQR, percent_of(&t));
  add(g, VITEXT_ENC_UTF8, viqr ? 100 - percent_of(&t) : 95);
}

/* Characters of more than one byte in UTF-8, and bytes that are none. A character cut off by the
 * end of the sample is no fault. */
static void guess_utf8(guesses *g, const char *s, size_t len)
{
  size_t many = 0, bad = 0;
  for (size_t at = 0; at < len;) {
    const size_t n = vt_utf8_bad_len(s + at, len - at);
    if (vt_utf8_valid(s + at, n) == n) many += n > 1;
    else if (at + n < len) bad++;
    at += n;
  }
  if (bad == 0) add(g, VITEXT_ENC_UTF8, many > 3 ? 99 : 90);
  else add(g, VITEXT_ENC_UTF8, many > bad * 10 ? 80 : 1);
}

/* UTF-16 and UTF-32 without a BOM, by where their zero bytes stand. */
static bool guess_wide(guesses *g, const unsigned char *s, size_t len)
{
  size_t zeros[4] = { 0 };
  const size_t whole = len & ~(size_t)3;
  for (size_t i = 0; i < whole; i++) zeros[i & 3] += s[i] == 0;
  const size_t quads = whole / 4, most = quads - quads / 8;
  if (quads == 0) return false;
  if (zeros[3] == quads && zeros[2] >= most) add(g, VITEXT_ENC_UTF32LE, 95);
  else if (zeros[0] == quads && zeros[1] >= most) add(g, VITEXT_ENC_UTF32BE, 95);
  else if (zeros[1] + zeros[3] > quads * 2 / 3 && zeros[0] + zeros[2] < quads / 16 + 1)
    add(g, VITEXT_ENC_UTF16LE, 95);
  else if (zeros[0] + zeros[2] > quads * 2 / 3 && zeros[1] + zeros[3] < quads / 16 + 1)
    add(g, VITEXT_ENC_UTF16BE, 95);
  return g->count > 0;
}

static vitext_encoding by_bom(const unsigned char *s, size_t len)
{
  if (len >= 3 && memcmp(s, "\xEF\xBB\xBF", 3) == 0) return VITEXT_ENC_UTF8;
  if (len >= 4 && memcmp(s, "\xFF\xFE\0", 4) == 0) return VITEXT_ENC_UTF32LE;
  if (len >= 4 && memcmp(s, "\0\0\xFE\xFF", 4) == 0) return VITEXT_ENC_UTF32BE;
  if (len >= 2 && memcmp(s, "\xFF\xFE", 2) == 0) return VITEXT_ENC_UTF16LE;
  if (len >= 2 && memcmp(s, "\xFE\xFF", 2) == 0) return VITEXT_ENC_UTF16BE;
  return 0;
}

size_t vt_detect(const void *bytes, size_t len, vitext_guess *out, size_t cap)
{
  guesses g = { .count = 0 };
  const unsigned char *s = bytes;
  const size_t sample = len < SAMPLE ? len : SAMPLE;
  const vitext_encoding bom = len > 0 ? by_bom(s, len) : 0;
  if (cap == 0) return 0;
  if (bom != 0) {
    add(&g, bom, 100);
  } else if (!guess_wide(&g, s, sample)) {
    bool ascii = true;
    for (size_t i = 0; i < sample; i++) ascii = ascii && s[i] < 0x80;
    if (ascii) {
      guess_ascii(&g, s, sample);
    } else {
      guess_utf8(&g, bytes, sample);
      guess_legacy(&g, s, sample);
    }
  }
  if (g.count > cap) g.count = cap;
  memcpy(out, g.items, g.count * sizeof *out);
  return g.count;
}
