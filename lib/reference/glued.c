/* glued.c - lost blanks: pages drop them between the lines of a file they were made of ("Bộ
 * luậtnày", "theoQuyết định", "nhândân"). The pass reads such a word as the two syllables it is;
 * what the caller sees of tokens stays. Loanwords (ôtô) are parted too, which harms nothing here.
 */
#include <string.h>
#include "vt_letter.h"
#include "vt_refscan.h"
#include "vt_syllable.h"
#include "vt_traits.h"

static bool is_syllable(const vt_lexicon *lex, const char *word, uint32_t len)
{
  const vt_key key = vt_key_of(word, len);
  return vt_syllable_known(key) && vt_lexicon_find(lex, key) != VT_ID_NONE;
}

/* Offset in the token where its second syllable begins; 0: it is no two syllables. The first is as
 * long as it can be. */
static uint32_t find_seam(const vt_lexicon *lex, vt_text text, vt_token t)
{
  enum { LEAST = 4, MOST = 24 }; /* bytes */
  const char *word = text.bytes + t.begin;
  const uint32_t len = t.end - t.begin;
  uint32_t marks = 0;
  if (t.kind > VITEXT_TOKEN_ABBREVIATION || len < LEAST || len > MOST) return 0;
  for (uint32_t at = 0; at < len; at++) marks += (unsigned char)word[at] >= 0x80;
  if (marks == 0) return 0; /* English words are syllables by chance */
  for (uint32_t at = len - 1; at > 0; at--) {
    if (((unsigned char)word[at] & 0xC0) == 0x80) continue;
    if (is_syllable(lex, word, at) && is_syllable(lex, word + at, len - at)) return at;
  }
  return 0;
}

/* The first glued word from token i on, or the end. */
static uint32_t next_glued(const vt_lexicon *lex, vt_text text, const vt_tokens *in, uint32_t i,
                           uint32_t *seam)
{
  for (; (i = vt_cue_next(in->cues, i, in->count, VT_CUE_REFERENCE)) < in->count; i++) {
    if (in->ids[i] == VT_ID_NONE && (*seam = find_seam(lex, text, in->items[i])) != 0) break;
  }
  return i;
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

vitext_status vt_glued_part(const vt_alloc *a, const vt_lexicon *lex, vt_text text,
                            const vt_tokens *in, vt_tokens *out)
{
  uint32_t seam = 0, glued = 0;
  *out = (vt_tokens){ 0 };
  const uint32_t first = next_glued(lex, text, in, 0, &seam);
  for (uint32_t i = first; i < in->count; i = next_glued(lex, text, in, i + 1, &seam)) glued++;
  if (glued == 0) return VITEXT_OK;
  out->cap = in->count + glued; /* fits: each takes four bytes of the text */
  out->items = vt_new(a, out->cap, sizeof *out->items);
  out->ids = vt_new(a, out->cap, sizeof *out->ids);
  out->cues = vt_new(a, out->cap, sizeof *out->cues);
  if (out->items == NULL || out->ids == NULL || out->cues == NULL) {
    vt_tokens_free(a, out);
    return VITEXT_E_MEMORY;
  }
  uint32_t done = 0;
  for (uint32_t i = next_glued(lex, text, in, first, &seam); i < in->count;
       i = next_glued(lex, text, in, i + 1, &seam)) {
    const vt_token t = in->items[i];
    copy(in, done, i, out);
    put(lex, text, (vt_nspan){ t.begin, t.begin + seam }, t.flags, out);
    put(lex, text, (vt_nspan){ t.begin + seam, t.end }, t.flags, out);
    done = i + 1;
  }
  copy(in, done, in->count, out);
  return VITEXT_OK;
}
