/* glued.c - lost blanks: pages drop them between the lines of a file they were made of ("Bộ
 * luậtnày", "theoQuyết định", "nhândân"). While the pass runs, such a word is the two
 * syllables it is; what the caller sees of tokens stays. Loanwords (ôtô) are parted too, which
 * harms nothing here.
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
                       vt_glued_list *out)
{
  bool lost = false;
  for (uint32_t i = 0; (i = vt_cue_next(in->cues, i, in->count, VT_CUE_UNKNOWN)) < in->count; i++) {
    const vt_token t = in->items[i];
    const uint32_t seam = find_seam(lex, text, t);
    if (seam == 0) continue;
    if (!vt_vec_room(a, out)) return false;
    out->items[out->count++] = (vt_glued){ i, seam, t.kind, t.flags, in->cues[i] };
    lost = lost || betrays(lex, text, t, seam);
  }
  if (!lost) out->count = 0;
  return true;
}

/* One half of a glued word as token i. */
static void put(const vt_lexicon *lex, vt_text text, vt_nspan span, uint16_t flags, vt_tokens *out,
                uint32_t i)
{
  const char *word = text.bytes + span.begin;
  const vt_id id = vt_lexicon_find(lex, vt_key_of(word, span.end - span.begin));
  uint32_t at = span.begin;
  const bool capital = vt_class_of(vt_utf8_next(text.bytes, &at)) == VT_CLASS_UPPER;
  const uint16_t all = flags & VITEXT_TOKENF_CAPITALS;
  out->items[i] = (vt_token){ span.begin, span.end, VITEXT_TOKEN_SYLLABLE,
                              (uint16_t)(all | (capital ? VITEXT_TOKENF_CAPITAL : 0)) };
  out->ids[i] = id;
  const bool cue = (vt_lexicon_traits(lex, id) & VT_TRAIT_REFERENCE) != 0;
  out->cues[i] = cue ? VT_CUE_REFERENCE : 0;
}

/* Tokens [from, end) to to. */
static void move(vt_tokens *t, uint32_t from, uint32_t end, uint32_t to)
{
  const uint32_t n = end - from;
  memmove(t->items + to, t->items + from, n * sizeof *t->items);
  memmove(t->ids + to, t->ids + from, n * sizeof *t->ids);
  memmove(t->cues + to, t->cues + from, n * sizeof *t->cues);
}

/* From the last on, so that each token moves once. */
static void part(const vt_lexicon *lex, vt_text text, const vt_glued_list *found, vt_tokens *t)
{
  uint32_t end = t->count;
  t->count += (uint32_t)found->count;
  for (uint32_t k = (uint32_t)found->count; k-- > 0;) {
    const vt_glued g = found->items[k];
    const vt_token both = t->items[g.token];
    move(t, g.token + 1, end, g.token + k + 2);
    put(lex, text, (vt_nspan){ both.begin, both.begin + g.seam }, both.flags, t, g.token + k);
    put(lex, text, (vt_nspan){ both.begin + g.seam, both.end }, both.flags, t, g.token + k + 1);
    end = g.token;
  }
}

vitext_status vt_glued_part(const vt_alloc *a, const vt_lexicon *lex, vt_text text,
                            vt_tokens *tokens, vt_glued_list *found)
{
  *found = (vt_glued_list){ 0 };
  bool enough = find_glued(a, lex, text, tokens, found);
  const uint32_t count = tokens->count + (uint32_t)found->count;
  if (enough && count > tokens->cap) enough = vt_tokens_grow(a, tokens, count);
  if (enough) {
    part(lex, text, found, tokens);
    return VITEXT_OK;
  }
  vt_vec_free(a, found);
  return VITEXT_E_MEMORY;
}

void vt_glued_join(const vt_alloc *a, vt_tokens *tokens, vt_glued_list *found)
{
  const uint32_t n = (uint32_t)found->count;
  for (uint32_t k = 0; k < n; k++) {
    const vt_glued g = found->items[k];
    const uint32_t half = g.token + k; /* tokens before it are in their places */
    const uint32_t next = k + 1 < n ? found->items[k + 1].token + k + 1 : tokens->count;
    tokens->items[g.token] =
        (vt_token){ tokens->items[half].begin, tokens->items[half + 1].end, g.kind, g.flags };
    tokens->ids[g.token] = VT_ID_NONE;
    tokens->cues[g.token] = g.cues;
    move(tokens, half + 2, next, g.token + 1);
  }
  tokens->count -= n;
  vt_vec_free(a, found);
}
