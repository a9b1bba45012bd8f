/* line.c - which line ends end a block: rules 4 to 15 of the sentence rules. */
#include <string.h>
#include "vt_mark.h"
#include "vt_scan.h"
#include "vt_tables.h"
#include "vt_traits.h"
#include "vt_utf8.h"

enum { LONG_LINE = 50 }; /* code points; shorter lines are not wrapped running text */

/* Flag of a BREAK that is found to be a blank, until it is taken out. */
enum { SOFT = 1 << 14 };

/* Tokens first .. end - 1 of one line. */
typedef struct line {
  uint32_t first, end;
  uint32_t cp; /* its width in code points; 0: not counted yet */
} line;

/* What all lines between two empty ones have in common; looked for when rule 14 asks. */
typedef struct paragraph {
  uint32_t first; /* token */
  bool known;     /* the rest is filled in */
  bool wrapped;   /* a line begins in lower case after a long one */
  uint32_t width; /* of its longest line, code points */
} paragraph;

/* Bytes that begin a character: all but 10xxxxxx, eight at a time. */
static uint32_t count_cp(const char *s, uint32_t begin, uint32_t end)
{
  uint32_t behind_first = 0, i = begin;
  for (; end - i >= 8; i += 8) {
    uint64_t word;
    memcpy(&word, s + i, 8);
    const uint64_t bits = word >> 7 & ~(word >> 6) & 0x0101010101010101u;
    behind_first += (uint32_t)(bits * 0x0101010101010101u >> 56);
  }
  for (; i < end; i++) behind_first += ((unsigned char)s[i] & 0xC0) == 0x80;
  return end - begin - behind_first;
}

static uint32_t line_len(const vt_reading *r, const line *l)
{
  return r->t[l->end - 1].end - r->t[l->first].begin;
}

static uint32_t line_cp(const vt_reading *r, line *l)
{
  if (l->cp == 0) l->cp = count_cp(r->s, r->t[l->first].begin, r->t[l->end - 1].end);
  return l->cp;
}

static bool is_long(const vt_reading *r, line *l)
{
  const uint32_t len = line_len(r, l);
  return len >= 4 * LONG_LINE || (len >= LONG_LINE && line_cp(r, l) >= LONG_LINE);
}

static line line_at(const vt_reading *r, uint32_t first)
{
  return (line){ first, vt_cue_next(r->cues, first, r->count, VT_CUE_BREAK), 0 };
}

static bool digits_only(const vt_reading *r, line l)
{
  for (uint32_t i = l.first; i < l.end; i++) {
    if (r->t[i].kind != VITEXT_TOKEN_NUMBER) return false;
    for (uint32_t at = r->t[i].begin; at < r->t[i].end; at++) {
      if (r->s[at] < '0' || r->s[at] > '9') return false;
    }
  }
  return true;
}

/* Letters, and all of them capitals. */
static bool all_capitals(const vt_reading *r, line l)
{
  bool letters = false;
  for (uint32_t i = l.first; i < l.end; i++) {
    const vt_token t = r->t[i];
    if (t.kind == VITEXT_TOKEN_PUNCT || t.kind == VITEXT_TOKEN_SYMBOL) continue;
    if (t.kind == VITEXT_TOKEN_SYLLABLE && (t.flags & VITEXT_TOKENF_CAPITALS) == 0 &&
        t.end - t.begin > 3) /* more than one letter */
      return false;
    for (uint32_t at = t.begin; at < t.end;) {
      const vt_class class = vt_class_of(vt_utf8_next(r->s, &at));
      if (class == VT_CLASS_LOWER) return false;
      letters |= class == VT_CLASS_UPPER;
    }
  }
  return letters;
}

static bool is_one_word(line l)
{
  return l.end - l.first == 1;
}

/* A marker or label and nothing else. */
static bool only_label(const vt_reading *r, line l)
{
  enum { MOST_TOKENS = 8 };
  bool marked;
  if (l.end - l.first > MOST_TOKENS) return false;
  if ((vt_mark_of(r, l.first) & VT_MARK_BULLET) == 0 &&
      vt_marker_len(r, l.first, l.end) == l.end - l.first)
    return true;
  return vt_label_len(r, l.first, l.end, true, &marked) == l.end - l.first;
}

/* Rule 9: the line begins an item or a numbered part. */
static bool opens_item(const vt_reading *r, line l)
{
  bool marked;
  if (vt_marker_len(r, l.first, l.end) > 0) return true;
  const uint32_t len = vt_label_len(r, l.first, l.end, false, &marked);
  return len > 0 && (marked || len == l.end - l.first);
}

static bool is_single_capital(const vt_reading *r, line l)
{
  return vt_mark_first(r, l.first) == 'A' && vt_marker_len(r, l.first, l.end) > 0 &&
         r->t[l.first].kind != VITEXT_TOKEN_NUMBER;
}

/* The last mark of a line, behind closing quotes and brackets. */
static uint32_t last_mark(const vt_reading *r, line l)
{
  uint32_t i = l.end - 1;
  while (i > l.first && (vt_mark_of(r, i) & VT_MARK_CLOSE) != 0 && vt_mark_glued(r, i)) i--;
  return i;
}

static void read_paragraph(const vt_reading *r, paragraph *p)
{
  line before = { 0, 0, 0 };
  for (uint32_t first = p->first; first < r->count;) {
    line l = line_at(r, first);
    if (l.end == l.first) break;
    if (before.end > 0 && vt_mark_first(r, l.first) == 'a') p->wrapped |= is_long(r, &before);
    if (line_len(r, &l) > p->width) {
      const uint32_t width = line_cp(r, &l);
      if (width > p->width) p->width = width;
    }
    if (l.end == r->count || (r->t[l.end].flags & VT_TOKENF_EMPTY_LINE) != 0) break;
    first = l.end + 1;
    before = l;
  }
  p->known = true;
}

/* Rule 14: the line is as full as its paragraph allows. */
static bool is_wrap(const vt_reading *r, paragraph *p, line *l, line n)
{
  if (line_len(r, l) < LONG_LINE) return false;
  if (!p->known) read_paragraph(r, p);
  uint32_t word = n.first;
  while (word + 1 < n.end && vt_mark_glued(r, word + 1)) word++;
  const uint32_t word_len = r->t[word].end - r->t[n.first].begin;
  if (line_len(r, l) + 1 + word_len <= p->width) return false; /* a character is a byte or more */
  const uint32_t word_cp = count_cp(r->s, r->t[n.first].begin, r->t[word].end);
  if (!is_long(r, l) || line_cp(r, l) + 1 + word_cp <= p->width) return false;
  return p->wrapped || (all_capitals(r, *l) && all_capitals(r, n));
}

enum verdict { END, JOIN, OPEN };

/* Rule 6: whether a number goes on from the end of a line. */
static bool expects_number(const vt_reading *r, line l)
{
  const vt_table *t = vt_lexicon_table(r->lex, VT_TABLE_LINE_ENDS);
  const uint32_t last = l.end - 1;
  uint32_t row;
  if (last > l.first && vt_table_match(t, r->ids + last - 1, 2, &row) == 2)
    return vt_table_field(t, row, VT_LINE_ENDS_NUMBER)[0] != '\0';
  return (vt_mark_traits(r, last) & VT_TRAIT_EXPECTS) != 0;
}

/* Rules 5 and 6. */
static enum verdict by_next_line(const vt_reading *r, line l, line n)
{
  const unsigned marks = vt_mark_of(r, n.first);
  const bool both = (marks & VT_MARK_OPEN) != 0 && (marks & VT_MARK_CLOSE) != 0;
  if ((marks & VT_MARK_PAUSE) != 0 || ((marks & VT_MARK_CLOSE) != 0 && !both)) return JOIN;
  if ((marks & VT_MARK_FINAL) != 0 && (marks & VT_MARK_DOTS) == 0) return JOIN;
  if (r->s[r->t[n.first].begin] == '%') return JOIN;
  return vt_mark_first(r, n.first) == '0' && expects_number(r, l) ? JOIN : OPEN;
}

/* Rule 10. */
static enum verdict by_final_mark(const vt_reading *r, line l, line n)
{
  const uint32_t last = l.end - 1, mark = last_mark(r, l);
  const unsigned marks = vt_mark_of(r, last);
  const bool small = vt_mark_first(r, n.first) == 'a';
  if ((marks & VT_MARK_PAUSE) != 0 && r->s[r->t[last].begin] != ',') return END;
  if (vt_dot_is_inner(r, last, n.first)) return JOIN;
  if ((marks & VT_MARK_DOTS) != 0 || vt_ends_in_dot(r, last)) return small ? JOIN : END;
  if ((marks & VT_MARK_FINAL) != 0) return END;
  return mark != last && (vt_mark_of(r, mark) & VT_MARK_FINAL) != 0 && !small ? END : OPEN;
}

/* Rule 12: a title in capitals beside a line that is none. */
static bool case_changes(const vt_reading *r, line l, line n)
{
  const bool l_capitals = all_capitals(r, l), n_capitals = all_capitals(r, n);
  return l_capitals != n_capitals && !(n_capitals && is_one_word(n));
}

/* Rule 13. */
static bool line_leads_on(const vt_reading *r, line l)
{
  const uint32_t last = l.end - 1;
  const unsigned marks = vt_mark_of(r, last);
  if ((marks & VT_MARK_OPEN) != 0) return (marks & VT_MARK_CLOSE) == 0 || !vt_mark_glued(r, last);
  if ((marks & VT_MARK_PAUSE) != 0) return true;
  return (vt_mark_traits(r, last) & VT_TRAIT_LEADS) != 0;
}

/* A capital at token i of line l that no capital precedes: the Nam of "Việt Nam" is not that of Nam
 * Định. */
static bool begins_name(const vt_reading *r, line l, uint32_t i)
{
  enum { CASE = VITEXT_TOKENF_CAPITAL | VITEXT_TOKENF_CAPITALS };
  if ((r->t[i].flags & VITEXT_TOKENF_CAPITAL) == 0) return false;
  return i == l.first || r->t[i - 1].kind != VITEXT_TOKEN_SYLLABLE ||
         (r->t[i - 1].flags & CASE) != VITEXT_TOKENF_CAPITAL;
}

/* The name of a province goes on behind the break, and the line behind the name: "thành phố Hà⏎Nội,
 * ngày 5". Not "Hà⏎Nam", two cells of a list of people. */
static bool splits_name(const vt_reading *r, line l, line n)
{
  enum { BEFORE = 2, MOST = 4 };
  const vt_table *t = vt_lexicon_table(r->lex, VT_TABLE_PLACE_NAMES);
  for (uint32_t before = 1; before <= BEFORE && before <= l.end - l.first; before++) {
    vt_id ids[MOST];
    uint32_t count = 0, row;
    if (!begins_name(r, l, l.end - before)) continue;
    for (; count < before; count++) ids[count] = r->ids[l.end - before + count];
    for (uint32_t i = n.first; i < n.end && count < MOST; i++) ids[count++] = r->ids[i];
    const uint32_t len = vt_table_match(t, ids, count, &row);
    if (len > before && len - before < n.end - n.first &&
        vt_table_field(t, row, VT_PLACE_NAMES_LEVEL)[0] == 'p')
      return true;
  }
  return false;
}

/* "(tháng 6-⏎1977)": a dash against the number before it, and a number behind. */
static bool splits_range(const vt_reading *r, line l, line n)
{
  const uint32_t last = l.end - 1;
  return last > l.first && r->s[r->t[last].begin] == '-' && vt_mark_glued(r, last) &&
         vt_mark_first(r, last - 1) == '0' && vt_mark_first(r, n.first) == '0';
}

/* "Căn cứ Nghị định⏎86/2011/NĐ-CP": the type of a document at the end of a line that has more, and
 * the number of one behind the break. */
static bool splits_document(const vt_reading *r, line l, line n)
{
  enum { LONGEST = 4 };
  const vt_table *t = vt_lexicon_table(r->lex, VT_TABLE_REFERENCE_TYPES);
  uint32_t row;
  if (r->t[n.first].kind != VITEXT_TOKEN_DOCNUMBER) return false;
  for (uint32_t len = 1; len <= LONGEST && len < l.end - l.first; len++) {
    const uint32_t from = l.end - len;
    if (vt_table_match(t, r->ids + from, len, &row) == len)
      return r->t[from - 1].kind <= VITEXT_TOKEN_WORD;
  }
  return false;
}

/* Whether the single line end between l and n ends a block. */
static bool ends_block(const vt_reading *r, paragraph *p, line *at, line n)
{
  const line l = *at;
  enum verdict v = by_next_line(r, l, n); /* 5, 6 */
  if (v != OPEN) return v == END;
  if (digits_only(r, l) || digits_only(r, n)) return true; /* 7 */
  const bool item = opens_item(r, n);
  if (only_label(r, l)) return item; /* 8 */
  v = by_final_mark(r, l, n);
  if (item) return !(is_single_capital(r, n) && v == OPEN && is_wrap(r, p, at, n)); /* 9 */
  if (v != OPEN) return v == END;                                                   /* 10 */
  if (vt_mark_first(r, n.first) == 'a') return false;                               /* 11 */
  if (case_changes(r, l, n)) return true;                                           /* 12 */
  if (line_leads_on(r, l)) return false;                                            /* 13 */
  if (splits_name(r, l, n) || splits_range(r, l, n) || splits_document(r, l, n)) return false;
  return !is_wrap(r, p, at, n); /* 14, 15 */
}

/* Move tokens first .. end - 1 down to *to, which moves behind them. */
static void keep(vt_tokens *tokens, uint32_t *to, uint32_t first, uint32_t end)
{
  const uint32_t count = end - first;
  memmove(tokens->items + *to, tokens->items + first, count * sizeof *tokens->items);
  memmove(tokens->ids + *to, tokens->ids + first, count * sizeof *tokens->ids);
  memmove(tokens->cues + *to, tokens->cues + first, count * sizeof *tokens->cues);
  *to += count;
}

/* Line by line: each moves by as many places as line ends were taken out before it. */
static void take_out_soft(vt_tokens *tokens, uint32_t first_soft)
{
  uint32_t to = first_soft;
  for (uint32_t i = first_soft; i < tokens->count;) {
    const uint32_t first = i + ((tokens->items[i].flags & SOFT) != 0);
    i = vt_cue_next(tokens->cues, i + 1, tokens->count, VT_CUE_BREAK);
    keep(tokens, &to, first, i);
  }
  tokens->count = to;
}

void vt_lines_settle(const vt_lexicon *lex, vt_text text, vt_tokens *tokens)
{
  const vt_reading r = { text.bytes, tokens->items, tokens->ids, tokens->cues, tokens->count, lex };
  paragraph p = { 0 };
  line l = line_at(&r, 0);
  uint32_t first_soft = r.count;
  while (l.end < r.count) {
    vt_token *end = &tokens->items[l.end];
    const line n = line_at(&r, l.end + 1);
    /* an empty line, or an end with no line before or behind it */
    if ((end->flags & VT_TOKENF_EMPTY_LINE) != 0 || l.first == l.end || n.first == n.end) {
      end->flags = 0;
      p = (paragraph){ .first = n.first };
    } else if (!ends_block(&r, &p, &l, n)) {
      end->flags = SOFT;
      if (first_soft == r.count) first_soft = l.end;
    }
    l = n;
  }
  take_out_soft(tokens, first_soft);
}
