/* glued.c - lost blanks: pages drop them between the lines of a file they were made of ("Bộ
 * luậtnày", "theoQuyết định", "nhândân"). The pass reads such a word as the two syllables it is;
 * what the caller sees of tokens stays. Loanwords (ôtô) are parted too, which harms nothing here.
 */
#include <string.h>
#include "vt_letter.h"
#include "vt_refscan.h"
#include "vt_syllable.h"
#include "vt_tables.h"
#include "vt_traits.h"

static bool is_syllable(const vt_lexicon *lex, const char *word, uint32_t len)
{
  const vt_key key = vt_key_of(word, len);
  return vt_syllable_known(key) && vt_lexicon_find(lex, key) != VT_ID_NONE;
}

/* A word that is two syllables, and where the second begins. */
typedef struct glued {
  uint32_t token, seam;
} glued;
typedef VT_VEC(glued) glued_list;

/* Offset in the token where its second syllable begins; 0: it is no two syllables. The first is as
 * long as it can be. */
static uint32_t find_seam(const vt_lexicon *lex, vt_text text, vt_token t)
{
  enum { LEAST = 4, MOST = 24 }; /* bytes */
  const char *word = text.bytes + t.begin;
  const uint32_t len = t.end - t.begin;
  uint32_t marks = 0;
  if (len < LEAST || len > MOST) return 0;
  for (uint32_t at = 0; at < len; at++) marks += (unsigned char)word[at] >= 0x80;
  if (marks == 0) return 0; /* English words are syllables by chance */
  for (uint32_t at = len - 1; at > 0; at--) {
    if (((unsigned char)word[at] & 0xC0) == 0x80) continue;
    if (is_syllable(lex, word, at) && is_syllable(lex, word + at, len - at)) return at;
  }
  return 0;
}

static bool has_tone(vt_text text, vt_nspan span)
{
  for (uint32_t at = span.begin; at < span.end;) {
    if (vt_letter_of(vt_utf8_next(text.bytes, &at)).tone != VITEXT_TONE_NGANG) return true;
  }
  return false;
}

/* Whether a text with such a word has lost blanks: a half of it is a word of references, or both
 * have tones, which loanwords have not (ôxít, rađa). */
static bool betrays(const vt_lexicon *lex, vt_text text, vt_token t, uint32_t seam)
{
  const vt_nspan halves[2] = { { t.begin, t.begin + seam }, { t.begin + seam, t.end } };
  const vt_table *words = vt_lexicon_table(lex, VT_TABLE_REFERENCE_WORDS);
  uint32_t row, tones = 0;
  for (int h = 0; h < 2; h++) {
    const uint32_t len = halves[h].end - halves[h].begin;
    const vt_id id = vt_lexicon_find(lex, vt_key_of(text.bytes + halves[h].begin, len));
    if ((vt_lexicon_traits(lex, id) & VT_TRAIT_REFERENCE) != 0) return true;
    if (vt_table_match(words, &id, 1, &row) == 1) return true;
    tones += has_tone(text, halves[h]);
  }
  return tones == 2;
}

/* All glued words, if one of them shows that blanks are lost; false: no memory. */
static bool find_glued(const vt_alloc *a, const vt_lexicon *lex, vt_text text, const vt_tokens *in,
                       glued_list *out)
{
  bool lost = false;
  for (uint32_t i = 0; (i = vt_cue_next(in->cues, i, in->count, VT_CUE_UNKNOWN)) < in->count; i++) {
    const uint32_t seam = find_seam(lex, text, in->items[i]);
    if (seam == 0) continue;
    if (!vt_vec_room(a, out)) return false;
    out->items[out->count++] = (glued){ i, seam };
    lost = lost || betrays(lex, text, in->items[i], seam);
  }
  if (!lost) out->count = 0;
  return true;
}

static void put(const vt_lexicon *lex, vt_text text, vt_nspan span, uint16_t flags, vt_tokens *out)
{
  const char *word = text.bytes + span.begin;
  const vt_id id = vt_lexicon_find(lex, vt_key_of(word, span.end - span.begin));
  uint32_t at = span.begin;
  const bool capital = vt_class_of(vt_utf8_next(text.bytes, &at)) == VT_CLASS_UPPER;
  const uint16_t all = flags & VITEXT_TOKENF_CAPITALS;
  out->items[out->count] = (vt_token){ span.begin, span.end, VITEXT_TOKEN_SYLLABLE,
                                       (uint16_t)(all | (capital ? VITEXT_TOKENF_CAPITAL : 0)) };
  out->ids[out->count] = id;
  const bool cue = (vt_lexicon_traits(lex, id) & VT_TRAIT_REFERENCE) != 0;
  out->cues[out->count++] = cue ? VT_CUE_REFERENCE : 0;
}

static void copy(const vt_tokens *in, uint32_t from, uint32_t to, vt_tokens *out)
{
  const uint32_t n = to - from;
  memcpy(out->items + out->count, in->items + from, n * sizeof *in->items);
  memcpy(out->ids + out->count, in->ids + from, n * sizeof *in->ids);
  memcpy(out->cues + out->count, in->cues + from, n * sizeof *in->cues);
  out->count += n;
}

/* Room for so many tokens, not zeroed: all of them are written. */
static bool take_room(const vt_alloc *a, uint32_t cap, vt_tokens *out)
{
  out->cap = cap; /* fits: a glued word takes four bytes of the text */
  out->items = vt_resize(a, NULL, 0, cap * sizeof *out->items);
  out->ids = vt_resize(a, NULL, 0, cap * sizeof *out->ids);
  out->cues = vt_resize(a, NULL, 0, cap * sizeof *out->cues);
  return out->items != NULL && out->ids != NULL && out->cues != NULL;
}

vitext_status vt_glued_part(const vt_alloc *a, const vt_lexicon *lex, vt_text text,
                            const vt_tokens *in, vt_tokens *out)
{
  glued_list found = { 0 };
  uint32_t done = 0;
  *out = (vt_tokens){ 0 };
  bool enough = find_glued(a, lex, text, in, &found);
  if (enough && found.count > 0) enough = take_room(a, in->count + (uint32_t)found.count, out);
  for (size_t n = 0; enough && n < found.count; n++) {
    const glued g = found.items[n];
    const vt_token t = in->items[g.token];
    copy(in, done, g.token, out);
    put(lex, text, (vt_nspan){ t.begin, t.begin + g.seam }, t.flags, out);
    put(lex, text, (vt_nspan){ t.begin + g.seam, t.end }, t.flags, out);
    done = g.token + 1;
  }
  if (enough && found.count > 0) copy(in, done, in->count, out);
  vt_vec_free(a, &found);
  if (enough) return VITEXT_OK;
  vt_tokens_free(a, out);
  return VITEXT_E_MEMORY;
}
