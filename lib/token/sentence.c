/* sentence.c - sentences inside the blocks that line ends leave: rules 16 to 24. */
#include <string.h>
#include "vt_mark.h"
#include "vt_traits.h"

void vt_runs_free(const vt_alloc *a, vt_runs *r)
{
  vt_release(a, r->items, r->cap * sizeof *r->items);
  *r = (vt_runs){ 0 };
}

static bool add_run(const vt_alloc *a, vt_runs *r, uint32_t first, uint32_t end)
{
  if (r->count == r->cap) {
    size_t cap = r->cap;
    if (!vt_vec_grow(a, (void **)(void *)&r->items, &cap, r->count + 1u, sizeof *r->items))
      return false;
    r->cap = (uint32_t)cap;
  }
  r->items[r->count++] = (vt_run){ first, end - first };
  return true;
}

/* ---- Rule 21: quotations and brackets ---- */

enum { MAX_PAIR_CP = 1000, MAX_OPEN = 64, PAIRS = 8 };

/* Open brackets and quotes, innermost last; when there are too many the outermost is given up. */
typedef struct opened {
  uint32_t token;
  uint8_t pair;
} opened;
typedef struct pair_stack {
  opened items[MAX_OPEN];
  uint32_t count;
  uint32_t of_pair[PAIRS]; /* how many of each kind are open */
} pair_stack;

static void push(pair_stack *p, uint32_t token, unsigned pair)
{
  if (p->count == MAX_OPEN) {
    p->of_pair[p->items[0].pair]--;
    memmove(p->items, p->items + 1, (MAX_OPEN - 1) * sizeof p->items[0]);
    p->count--;
  }
  p->items[p->count++] = (opened){ token, (uint8_t)pair };
  p->of_pair[pair]++;
}

/* The opener that pair closes, with all that was opened behind it; false: there is none. */
static bool pop(pair_stack *p, unsigned pair, uint32_t *token)
{
  if (p->of_pair[pair] == 0) return false;
  for (;;) {
    const opened top = p->items[--p->count];
    p->of_pair[top.pair]--;
    if (top.pair != pair) continue;
    *token = top.token;
    return true;
  }
}

typedef struct pair {
  uint32_t open, close;
} pair;
/* Pairs that lie in no other pair, in order. */
typedef struct pairs {
  pair *items;
  size_t count, cap;
} pairs;

static bool is_near(const vt_reading *r, uint32_t open, uint32_t close)
{
  const uint32_t begin = r->t[open].begin, end = r->t[close].end;
  if (end - begin <= MAX_PAIR_CP) return true;
  if (end - begin > 4 * MAX_PAIR_CP) return false;
  uint32_t count = 0;
  for (uint32_t i = begin; i < end; i++) count += ((unsigned char)r->s[i] & 0xC0) != 0x80;
  return count <= MAX_PAIR_CP;
}

static bool opens_here(const vt_reading *r, uint32_t i, uint32_t first, unsigned marks)
{
  if ((marks & VT_MARK_OPEN) == 0) return false;
  if ((marks & VT_MARK_CLOSE) == 0 || i == first || !vt_mark_glued(r, i)) return true;
  return (vt_mark_of(r, i - 1) & VT_MARK_OPEN) != 0; /* a straight quote behind an opener */
}

/* The pairs of the block first .. end - 1. */
static bool find_pairs(const vt_alloc *a, const vt_reading *r, uint32_t first, uint32_t end,
                       pairs *out)
{
  pair_stack stack;
  stack.count = 0;
  memset(stack.of_pair, 0, sizeof stack.of_pair);
  out->count = 0;
  for (uint32_t i = first;; i++) {
    i = vt_cue_next(r->cues, i, end, VT_CUE_MARK);
    if (i == end) return true;
    if (r->t[i].kind != VITEXT_TOKEN_PUNCT) continue;
    const unsigned marks = vt_mark_of(r, i);
    uint32_t open;
    if (opens_here(r, i, first, marks)) {
      push(&stack, i, vt_mark_pair(r, i));
    } else if ((marks & VT_MARK_CLOSE) != 0 && pop(&stack, vt_mark_pair(r, i), &open) &&
               is_near(r, open, i)) {
      while (out->count > 0 && out->items[out->count - 1].open > open) out->count--;
      if (!vt_vec_room(a, out)) return false;
      out->items[out->count++] = (pair){ open, i };
    }
  }
}

/* ---- Marks ---- */

/* One block being split: tokens first .. end - 1. */
typedef struct block {
  const vt_reading *r;
  uint32_t end;
  uint32_t start; /* of the sentence that goes on */
  uint32_t lead;  /* behind its markers and labels */
  uint32_t inner; /* the same for those behind opening quotes: “Điều 5. Sửa đổi */
} block;

/* Rule 18: markers and a leading ellipsis. */
static uint32_t behind_list_markers(const vt_reading *r, uint32_t i, uint32_t end)
{
  while (i < end && !vt_mark_is_word(r, i)) {
    const uint32_t len = (vt_mark_of(r, i) & VT_MARK_DOTS) != 0 ? 1 : vt_marker_len(r, i, end);
    if (len == 0) break;
    i += len;
  }
  return i;
}

/* What opens a sentence without ending it: "- 1.", "Điều 5. 1.". */
static uint32_t behind_markers(const vt_reading *r, uint32_t i, uint32_t end)
{
  bool marked;
  i = behind_list_markers(r, i, end);
  const uint32_t len = vt_label_len(r, i, end, false, &marked);
  return marked ? behind_list_markers(r, i + len, end) : i;
}

static bool is_footnote(const vt_reading *r, uint32_t i, uint32_t end)
{
  return i + 2 < end && r->s[r->t[i].begin] == '[' && r->t[i + 1].kind == VITEXT_TOKEN_NUMBER &&
         r->s[r->t[i + 2].begin] == ']' && vt_mark_glued(r, i + 1) && vt_mark_glued(r, i + 2);
}

/* Rule 2: what clings to a mark that ends before token i; *quote: a closing quote is among it. */
static uint32_t behind_clingers(const vt_reading *r, uint32_t i, uint32_t end, bool *quote)
{
  for (; i < end; i++) {
    if (r->t[i].kind == VITEXT_TOKEN_EMOJI) continue;
    if (!vt_mark_glued(r, i)) return i;
    const unsigned marks = vt_mark_of(r, i);
    if (is_footnote(r, i, end)) i += 2;
    else if ((marks & VT_MARK_CLOSE) == 0) return i;
    else *quote |= (marks & VT_MARK_QUOTE) != 0;
  }
  return i;
}

static bool is_word(const vt_reading *r, uint32_t i)
{
  return r->t[i].kind == VITEXT_TOKEN_SYLLABLE || r->t[i].kind == VITEXT_TOKEN_WORD;
}
static bool is_long(const vt_reading *r, uint32_t i)
{
  return r->t[i].end - r->t[i].begin > 3;
}

static bool has_two_letters(const vt_reading *r, uint32_t i)
{
  uint32_t count = 0;
  if (is_long(r, i)) return true;
  for (uint32_t at = r->t[i].begin; at < r->t[i].end; at++)
    count += ((unsigned char)r->s[at] & 0xC0) != 0x80;
  return count >= 2;
}

/* Rule 16: a blank is missing behind the mark: "11 giờ.Buổi". */
static bool blank_is_missing(const vt_reading *r, uint32_t mark, uint32_t next)
{
  if (mark == 0 || !is_word(r, next) || vt_ends_in_dot(r, mark)) return false;
  const unsigned flags = r->t[next].flags & (VITEXT_TOKENF_CAPITAL | VITEXT_TOKENF_CAPITALS);
  if (flags != VITEXT_TOKENF_CAPITAL || !has_two_letters(r, next)) return false;
  const uint32_t before = mark - 1;
  if (!is_word(r, before)) return false;
  if (r->s[r->t[mark].begin] != '.' || (vt_mark_of(r, mark) & VT_MARK_DOTS) != 0) return true;
  return vt_mark_first(r, before) == 'a' && has_two_letters(r, before);
}

/* The token whose first letter counts (rule 17). */
static uint32_t behind_openers(const vt_reading *r, uint32_t i, uint32_t end)
{
  const unsigned skipped = VT_MARK_OPEN | VT_MARK_DASH | VT_MARK_DOTS;
  while (i < end && (vt_mark_of(r, i) & skipped) != 0) i++;
  return i;
}

/* Rule 18: "nộp: 1. Đơn; 2. Ảnh". */
static bool is_inline_marker(const vt_reading *r, uint32_t mark, uint32_t start)
{
  if (mark <= start) return false;
  const uint32_t item = vt_ends_in_dot(r, mark) ? mark : mark - 1;
  if (item <= start || (vt_mark_of(r, item - 1) & VT_MARK_PAUSE) == 0) return false;
  return vt_marker_len(r, item, mark + 1) > 0;
}

/* Rules 16, 17 and 22 for what stands behind a mark and its clingers. */
static bool may_end_before(const vt_reading *r, uint32_t mark, uint32_t next, uint32_t end,
                           bool quote)
{
  const unsigned marks = vt_mark_of(r, next);
  if (vt_mark_glued(r, next)) return blank_is_missing(r, mark, next);
  if ((marks & VT_MARK_PAUSE) != 0) return false;
  if ((marks & VT_MARK_CLOSE) != 0 && (marks & VT_MARK_OPEN) == 0) return false;
  if (quote && (marks & VT_MARK_DASH) != 0) return false;
  const uint32_t letter = behind_openers(r, next, end);
  return letter == end || vt_mark_first(r, letter) != 'a';
}

/* Whether the mark at token i ends a sentence; *next: where the following one begins. */
static bool mark_ends(const block *b, uint32_t i, uint32_t *next)
{
  const vt_reading *r = b->r;
  bool quote = false;
  *next = behind_clingers(r, i + 1, b->end, &quote);
  if (*next == b->end) return true;
  if (i < b->inner) return false;
  if (!may_end_before(r, i, *next, b->end, quote) || is_inline_marker(r, i, b->start)) return false;
  const uint32_t letter = behind_openers(r, *next, b->end);
  return letter == b->end || !vt_dot_is_inner(r, i, letter);
}

/* Rules 22 and 23: whether the sentence ends behind a pair, with a mark just before its closer. */
static bool pair_ends(const block *b, pair p, uint32_t *next)
{
  const vt_reading *r = b->r;
  uint32_t mark = p.close - 1;
  while (mark > p.open && (vt_mark_of(r, mark) & VT_MARK_CLOSE) != 0) mark--;
  if ((vt_mark_of(r, mark) & VT_MARK_FINAL) == 0 && !vt_ends_in_dot(r, mark)) return false;
  bool quote = (vt_mark_of(r, p.close) & VT_MARK_QUOTE) != 0;
  if (!quote && (p.open != b->lead || mark == p.open + 1)) return false;
  *next = behind_clingers(r, p.close + 1, b->end, &quote);
  return *next == b->end ||
         (!vt_mark_glued(r, *next) && may_end_before(r, mark, *next, b->end, quote));
}

static bool is_opening_quote(const vt_reading *r, uint32_t i)
{
  const unsigned both = VT_MARK_OPEN | VT_MARK_QUOTE;
  return (vt_mark_of(r, i) & both) == both;
}

static void begin_sentence(block *b, uint32_t start)
{
  b->start = start;
  b->lead = start < b->end ? behind_markers(b->r, start, b->end) : start;
  uint32_t quoted = start;
  while (quoted < b->end && is_opening_quote(b->r, quoted)) quoted++;
  b->inner = quoted > start && quoted < b->end ? behind_markers(b->r, quoted, b->end) : start;
}

static bool is_mark(const vt_reading *r, uint32_t i)
{
  const unsigned kind = r->t[i].kind;
  if (kind == VITEXT_TOKEN_ABBREVIATION) return r->s[r->t[i].end - 1] == '.';
  return kind == VITEXT_TOKEN_PUNCT && (vt_mark_of(r, i) & VT_MARK_FINAL) != 0;
}

static bool mark_goes_on(const vt_reading *r, uint32_t i, uint32_t end)
{
  return i + 1 < end && vt_mark_glued(r, i + 1) && (vt_mark_of(r, i + 1) & VT_MARK_FINAL) != 0;
}

static bool split_block(const vt_alloc *a, const vt_reading *r, uint32_t first, uint32_t end,
                        const pairs *p, vt_runs *out)
{
  block b = { .r = r, .end = end };
  size_t next_pair = 0;
  begin_sentence(&b, first);
  for (uint32_t i = vt_cue_next(r->cues, b.lead, end, VT_CUE_MARK); i < end;) {
    uint32_t next = i + 1;
    bool ends = false;
    while (next_pair < p->count && p->items[next_pair].open < i) next_pair++;
    if (next_pair < p->count && p->items[next_pair].open == i) {
      i = p->items[next_pair].close;
      ends = pair_ends(&b, p->items[next_pair], &next);
    } else if (is_mark(r, i) && !mark_goes_on(r, i, end)) {
      ends = mark_ends(&b, i, &next);
    }
    if (ends) {
      if (!add_run(a, out, b.start, next)) return false;
      begin_sentence(&b, next);
    }
    i = vt_cue_next(r->cues, ends ? b.lead : i + 1, end, VT_CUE_MARK);
  }
  return b.start == end || add_run(a, out, b.start, end);
}

vitext_status vt_sentences_find(const vt_alloc *a, const vt_lexicon *lex, vt_text text,
                                const vt_tokens *tokens, vt_runs *out)
{
  const vt_reading r = { text.bytes, tokens->items, tokens->ids, tokens->cues, tokens->count, lex };
  pairs p = { 0 };
  bool enough = true;
  *out = (vt_runs){ 0 };
  for (uint32_t first = 0; enough && first < r.count;) {
    const uint32_t end = vt_cue_next(r.cues, first, r.count, VT_CUE_BREAK);
    if (end > first)
      enough = find_pairs(a, &r, first, end, &p) && split_block(a, &r, first, end, &p, out);
    first = end + 1;
  }
  vt_vec_free(a, &p);
  if (enough) return VITEXT_OK;
  vt_runs_free(a, out);
  return VITEXT_E_MEMORY;
}
