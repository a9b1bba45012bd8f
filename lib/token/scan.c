/* scan.c - the scanner's loop: what begins a token, blanks, line ends, punctuation. */
#include "vt_scan.h"
#include <stdatomic.h>
#include <string.h>
#include "vt_utf8.h"

#define O VT_BYTE_OTHER
#define B VT_BYTE_BLANK
#define N VT_BYTE_LINE
#define L VT_BYTE_LETTER
#define D VT_BYTE_DIGIT
#define P VT_BYTE_PUNCT
#define S VT_BYTE_SYMBOL
#define X VT_BYTE_LEAD
/* Byte by byte, 16 in a row; the text is valid UTF-8, so 80..BF begin nothing. */
const uint8_t vt_byte_kind[256] = {
  O, O, O, O, O, O, O, O, O, B, N, N, N, N, O, O, /* 00 */
  O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, /* 10 */
  B, P, P, P, S, P, P, P, P, P, P, S, P, P, P, P, /* 20 */
  D, D, D, D, D, D, D, D, D, D, P, P, S, S, S, P, /* 30 */
  P, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, /* 40 */
  L, L, L, L, L, L, L, L, L, L, L, P, P, P, S, P, /* 50 */
  S, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, /* 60 */
  L, L, L, L, L, L, L, L, L, L, L, P, S, P, S, O, /* 70 */
  O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, /* 80 */
  O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, /* 90 */
  O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, /* A0 */
  O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, /* B0 */
  X, X, X, X, X, X, X, X, X, X, X, X, X, X, X, X, /* C0 */
  X, X, X, X, X, X, X, X, X, X, X, X, X, X, X, X, /* D0 */
  X, X, X, X, X, X, X, X, X, X, X, X, X, X, X, X, /* E0 */
  X, X, X, X, X, X, X, X, X, X, X, X, X, X, X, X, /* F0 */
};
#undef O
#undef B
#undef N
#undef L
#undef D
#undef P
#undef S
#undef X

void vt_scan_emit_id(vt_scanner *sc, uint32_t end, unsigned kind, unsigned flags, vt_id id)
{
  const uint32_t i = sc->out->count++;
  const vt_token t = { sc->at, end, (uint16_t)kind, (uint16_t)flags };
  sc->out->items[i] = t;
  sc->out->ids[i] = id;
  sc->out->cues[i] = (uint8_t)vt_scan_cues(sc, t, id);
  sc->at = end;
}

void vt_scan_emit(vt_scanner *sc, uint32_t end, unsigned kind, unsigned flags)
{
  const vt_token t = { sc->at, end, (uint16_t)kind, (uint16_t)flags };
  const uint32_t len = vt_token_key_len((vt_text){ sc->s, sc->len }, t);
  vt_scan_emit_id(sc, end, kind, flags, vt_memo_id(sc, sc->at, len));
}

uint32_t vt_scan_traits(const vt_scanner *sc, uint32_t begin, uint32_t end)
{
  const vt_key key = vt_key_of(sc->s + begin, end - begin);
  return vt_lexicon_traits(sc->lex, vt_lexicon_find(sc->lex, key));
}

uint32_t vt_scan_dash(const vt_scanner *sc, uint32_t at)
{
  const unsigned char *s = (const unsigned char *)sc->s + at;
  if (s[0] == '-') return 1;
  if (s[0] == 0xE2 && s[1] == 0x80 && s[2] >= 0x90 && s[2] <= 0x95) return 3; /* U+2010..2015 */
  if (s[0] == 0xE2 && s[1] == 0x88 && s[2] == 0x92) return 3;                 /* U+2212 */
  return 0;
}

/* The run of white space at at: its end; *lines: how many line ends it has (CRLF is one), *first,
 * *last: from the first of them to behind the last. */
static uint32_t run_over_space(const vt_scanner *sc, uint32_t at, uint32_t *lines, uint32_t *first,
                               uint32_t *last)
{
  for (*lines = 0;;) {
    const uint32_t begin = at;
    const unsigned kind = vt_scan_kind(sc, at);
    if (at >= sc->len) return at;
    vt_class class = kind == VT_BYTE_BLANK  ? VT_CLASS_SPACE
                     : kind == VT_BYTE_LINE ? VT_CLASS_LINE
                                            : VT_CLASS_OTHER;
    if (kind == VT_BYTE_LEAD) class = vt_class_of(vt_utf8_next(sc->s, &at));
    else at++;
    if (class == VT_CLASS_LINE) {
      if (sc->s[begin] == '\r' && sc->s[at] == '\n') at++;
      if ((*lines)++ == 0) *first = begin;
      *last = at;
    } else if (class != VT_CLASS_SPACE) {
      return begin;
    }
  }
}

static void scan_space(vt_scanner *sc)
{
  uint32_t lines, first = 0, last = 0;
  const uint32_t end = run_over_space(sc, sc->at, &lines, &first, &last);
  if (lines > 0) {
    sc->at = first;
    vt_scan_emit_id(sc, last, VITEXT_TOKEN_BREAK, lines > 1 ? VT_TOKENF_EMPTY_LINE : 0, VT_ID_NONE);
  }
  sc->at = end;
}

/* One mark is a token, but runs of dots, rules made of one character, and "./." stay whole. */
static void scan_punct(vt_scanner *sc, unsigned kind)
{
  const char c = sc->s[sc->at];
  uint32_t end = sc->at + 1;
  if (sc->s[end] == c && strchr(".-_=*~+#", c) != NULL) {
    while (sc->s[end] == c) end++;
  }
  if (c == '.' && end == sc->at + 1 && sc->s[end] == '/' && sc->s[end + 1] == '.') end += 2;
  vt_scan_emit(sc, end, kind, 0);
}

/* #️⃣ and *️⃣. */
static bool scan_key_cap(vt_scanner *sc)
{
  const char c = sc->s[sc->at];
  return (c == '#' || c == '*') && vt_scan_kind(sc, sc->at + 1) == VT_BYTE_LEAD &&
         vt_scan_emoji(sc);
}

/* Whether the marks at at belong to what stands before them: a letter, whoever read it, or a symbol
 * that may itself be made of a base and marks (U+1FED, U+2260), for then both come from one place.
 */
static bool behind_base(const vt_scanner *sc)
{
  uint32_t before = sc->at;
  if (before == 0) return false;
  const uint32_t cp = vt_utf8_prev(sc->s, &before);
  switch (vt_class_of(cp)) {
  case VT_CLASS_LOWER:
  case VT_CLASS_UPPER:
  case VT_CLASS_LETTER: return true;
  case VT_CLASS_SYMBOL: return cp >= 0x80;
  default: return false;
  }
}

/* A run of marks: a token, for it is what one place shows; behind its base a part of that token. */
static void scan_marks(vt_scanner *sc, uint32_t end)
{
  vt_tokens *out = sc->out;
  for (uint32_t next = end; next < sc->len; end = next) {
    if (vt_class_of(vt_utf8_next(sc->s, &next)) != VT_CLASS_MARK) break;
  }
  if (out->count > 0 && out->items[out->count - 1].end == sc->at && behind_base(sc)) {
    const uint32_t last = out->count - 1;
    out->items[last].end = sc->at = end;
    out->ids[last] = VT_ID_NONE;
    out->cues[last] = (uint8_t)vt_scan_cues(sc, out->items[last], VT_ID_NONE);
  } else {
    vt_scan_emit(sc, end, VITEXT_TOKEN_SYMBOL, 0);
  }
}

static void scan_lead(vt_scanner *sc)
{
  uint32_t end = sc->at;
  const uint32_t cp = vt_utf8_next(sc->s, &end);
  switch (vt_class_of(cp)) {
  case VT_CLASS_LOWER:
  case VT_CLASS_UPPER:
  case VT_CLASS_LETTER: vt_scan_word(sc); break;
  case VT_CLASS_SPACE:
  case VT_CLASS_LINE: scan_space(sc); break;
  case VT_CLASS_DIGIT: {
    vt_letters w = { 0 };
    vt_scan_emit(sc, vt_scan_alnum(sc, end, &w), VITEXT_TOKEN_NUMBER, 0);
    break;
  }
  case VT_CLASS_PUNCT: vt_scan_emit(sc, end, VITEXT_TOKEN_PUNCT, 0); break;
  case VT_CLASS_MARK:
    if (!vt_scan_emoji(sc)) scan_marks(sc, end);
    break;
  default:
    if (!vt_scan_emoji(sc)) vt_scan_emit(sc, end, VITEXT_TOKEN_SYMBOL, 0);
    break;
  }
}

/* One token, or one run of white space. */
static void scan_one(vt_scanner *sc)
{
  const unsigned kind = vt_scan_kind(sc, sc->at);
  switch (kind) {
  case VT_BYTE_BLANK:
  case VT_BYTE_LINE: scan_space(sc); break;
  case VT_BYTE_LETTER: vt_scan_word(sc); break;
  case VT_BYTE_DIGIT: vt_scan_number(sc); break;
  case VT_BYTE_LEAD: scan_lead(sc); break;
  case VT_BYTE_PUNCT:
    if (!vt_scan_tag(sc) && !scan_key_cap(sc)) scan_punct(sc, VITEXT_TOKEN_PUNCT);
    break;
  case VT_BYTE_SYMBOL:
    if (sc->s[sc->at] == '+' && vt_scan_digit(sc, sc->at + 1)) vt_scan_number(sc);
    else scan_punct(sc, VITEXT_TOKEN_SYMBOL);
    break;
  default: vt_scan_emit(sc, sc->at + 1, VITEXT_TOKEN_SYMBOL, 0); break;
  }
}

void vt_tokens_free(const vt_alloc *a, vt_tokens *t)
{
  vt_release(a, t->items, t->cap * sizeof *t->items);
  vt_release(a, t->ids, t->cap * sizeof *t->ids);
  vt_release(a, t->cues, t->cap * sizeof *t->cues);
  *t = (vt_tokens){ 0 };
}

/* All arrays where they are, or at least without two copies of all at once; false: none is left. */
bool vt_tokens_grow(const vt_alloc *a, vt_tokens *t, uint32_t cap)
{
  const vt_tokens old = *t;
  vt_token *items = vt_resize(a, old.items, old.cap * sizeof *items, cap * sizeof *items);
  if (items != NULL) t->items = items;
  vt_id *ids =
      items == NULL ? NULL : vt_resize(a, old.ids, old.cap * sizeof *ids, cap * sizeof *ids);
  if (ids != NULL) t->ids = ids;
  uint8_t *cues =
      ids == NULL ? NULL : vt_resize(a, old.cues, old.cap * sizeof *cues, cap * sizeof *cues);
  if (cues != NULL) {
    t->cues = cues;
    t->cap = cap;
    return true;
  }
  vt_release(a, t->items, (items == NULL ? old.cap : cap) * sizeof *items);
  vt_release(a, t->ids, (ids == NULL ? old.cap : cap) * sizeof *ids);
  vt_release(a, t->cues, old.cap * sizeof *cues);
  *t = (vt_tokens){ 0 };
  return false;
}

/* Room for how many tokens: for the text's beginning, then for all if it goes on as it began, but
 * for a million or twice as many at most, so that of a long text the last guess is made late; never
 * for more than there are bytes, which are at most 1 GiB and its normal form. */
static uint32_t more(const vt_scanner *sc)
{
  enum { FIRST = 8192, BYTES_A_TOKEN = 5, SLACK = 64, LEAST = 16, MANY = 1 << 20 };
  const uint32_t count = sc->out->count, left = sc->len - sc->at;
  if (count == 0) return sc->len / BYTES_A_TOKEN < FIRST ? sc->len / BYTES_A_TOKEN + 8 : FIRST;
  uint64_t wanted = count * (uint64_t)sc->len / sc->at;
  wanted += wanted / SLACK + 8;
  const uint64_t most = count < MANY / 2 ? MANY : count * (uint64_t)2;
  if (wanted > most) wanted = most;
  if (wanted < count + count / LEAST + 8) wanted = count + count / LEAST + 8;
  return wanted < (uint64_t)count + left ? (uint32_t)wanted : count + left;
}

enum { LEAST_BITS = 5, MOST_BITS = 13 }; /* of the places of a memo: 768 bytes to 192 KB */

struct vt_memory {
  atomic_flag lent;
  vt_memo places[1 << MOST_BITS];
};

vitext_status vt_memory_new(const vt_alloc *a, vt_memory **out)
{
  *out = vt_new(a, 1, sizeof **out);
  if (*out == NULL) return VITEXT_E_MEMORY;
  atomic_flag_clear(&(*out)->lent);
  return VITEXT_OK;
}

void vt_memory_free(const vt_alloc *a, vt_memory *m)
{
  vt_release(a, m, sizeof *m);
}

/* A place for every 16 bytes of a short text, all for a long one. */
static uint32_t memo_bits(uint32_t len)
{
  uint32_t bits = LEAST_BITS;
  while (bits < MOST_BITS && len >> bits > 16) bits++;
  return bits;
}

static bool scan_all(const vt_alloc *a, vt_scanner *sc)
{
  vt_tokens *out = sc->out;
  while (sc->at < sc->len) {
    if (out->count == out->cap && !vt_tokens_grow(a, out, more(sc))) return false;
    vt_scan_plain(sc);
    if (sc->at < sc->len && out->count < out->cap) scan_one(sc);
  }
  return true;
}

static bool scan_alone(const vt_alloc *a, vt_scanner *sc)
{
  const uint32_t bits = memo_bits(sc->len);
  sc->memo_shift = 64 - bits;
  sc->memo = vt_new(a, (size_t)1 << bits, sizeof *sc->memo);
  const bool enough = sc->memo != NULL && scan_all(a, sc);
  vt_release(a, sc->memo, sizeof *sc->memo << bits);
  return enough;
}

/* What is lent is given back even by a text that memory did not suffice for: what it learned is so.
 */
static bool scan_with(const vt_alloc *a, vt_scanner *sc, vt_memory *memory)
{
  sc->memo_shift = 64 - MOST_BITS;
  sc->memo = memory->places;
  const bool enough = scan_all(a, sc);
  atomic_flag_clear_explicit(&memory->lent, memory_order_release);
  return enough;
}

vitext_status vt_scan(const vt_alloc *a, const vt_lexicon *lex, vt_memory *memory, vt_text text,
                      vt_tokens *out)
{
  *out = (vt_tokens){ 0 };
  vt_scanner sc = { .s = text.bytes, .len = text.len, .lex = lex, .out = out };
  if (text.len == 0) return VITEXT_OK;
  const bool lent =
      memory != NULL && !atomic_flag_test_and_set_explicit(&memory->lent, memory_order_acquire);
  if (lent ? scan_with(a, &sc, memory) : scan_alone(a, &sc)) return VITEXT_OK;
  vt_tokens_free(a, out);
  return VITEXT_E_MEMORY;
}
