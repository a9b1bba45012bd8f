/* test_tiling.c - what must hold for any text: tokens and blanks tile it, sentences take every
 * token but breaks, time grows with length, and no allocation is lost. */
#include <time.h>
#include "token_rows.h"
#include "vt_letter.h"
#include "vt_mark.h"
#include "vt_traits.h"
#include "vt_utf8.h"

static bool is_blank(const char *text, uint32_t begin, uint32_t end)
{
  while (begin < end) {
    const vt_class class = vt_class_of(vt_utf8_next(text, &begin));
    if (class != VT_CLASS_SPACE && class != VT_CLASS_LINE) return false;
  }
  return true;
}

/* No cue is missing: breaks, marks, and what a reference may begin with. */
static void check_cues(const vt_reading *r)
{
  const unsigned marks = VT_MARK_FINAL | VT_MARK_OPEN | VT_MARK_CLOSE;
  for (uint32_t i = 0; i < r->count; i++) {
    const unsigned kind = r->t[i].kind, cues = r->cues[i];
    assert_int_equal((cues & VT_CUE_BREAK) != 0, kind == VITEXT_TOKEN_BREAK);
    if (kind == VITEXT_TOKEN_PUNCT && (vt_mark_of(r, i) & marks) != 0)
      assert_true((cues & VT_CUE_MARK) != 0);
    if (vt_ends_in_dot(r, i)) assert_true((cues & VT_CUE_MARK) != 0);
    if ((vt_mark_traits(r, i) & VT_TRAIT_REFERENCE) != 0 || kind == VITEXT_TOKEN_DOCNUMBER)
      assert_true((cues & VT_CUE_REFERENCE) != 0);
  }
}

/* The same tokens with what all texts before made known. */
static void check_recalled(vt_memory *memory, vt_text text, const vt_tokens *t)
{
  vt_tokens again;
  assert_int_equal(vt_tokens_recall(&vt_alloc_heap, vt_lexicon_builtin(), memory, text, &again),
                   VITEXT_OK);
  assert_int_equal(again.count, t->count);
  if (t->count > 0) {
    assert_memory_equal(again.items, t->items, t->count * sizeof *t->items);
    assert_memory_equal(again.ids, t->ids, t->count * sizeof *t->ids);
    assert_memory_equal(again.cues, t->cues, t->count * sizeof *t->cues);
  }
  vt_tokens_free(&vt_alloc_heap, &again);
}

static void check_text(vt_memory *memory, const char *text, uint32_t len)
{
  const vt_lexicon *lex = vt_lexicon_builtin();
  vt_tokens t;
  vt_runs r;
  assert_int_equal(vt_tokens_find(&vt_alloc_heap, lex, (vt_text){ text, len }, &t), VITEXT_OK);
  uint32_t at = 0;
  for (uint32_t i = 0; i < t.count; i++) {
    const vt_token k = t.items[i];
    assert_true(k.begin >= at && k.begin < k.end && k.end <= len);
    assert_true(is_blank(text, at, k.begin));
    assert_true(k.kind >= VITEXT_TOKEN_SYLLABLE && k.kind <= VITEXT_TOKEN_BREAK);
    assert_int_equal(k.flags & ~3u, 0);
    at = k.end;
  }
  assert_true(is_blank(text, at, len));
  check_recalled(memory, (vt_text){ text, len }, &t);
  check_cues(&(vt_reading){ text, t.items, t.ids, t.cues, t.count, lex });
  assert_int_equal(vt_sentences_find(&vt_alloc_heap, lex, (vt_text){ text, len }, &t, &r),
                   VITEXT_OK);
  uint32_t next = 0;
  for (uint32_t i = 0; i < r.count; i++) {
    while (next < r.items[i].first) assert_int_equal(t.items[next++].kind, VITEXT_TOKEN_BREAK);
    assert_int_equal(next, r.items[i].first);
    assert_true(r.items[i].count > 0);
    for (; next < r.items[i].first + r.items[i].count; next++)
      assert_int_not_equal(t.items[next].kind, VITEXT_TOKEN_BREAK);
  }
  while (next < t.count) assert_int_equal(t.items[next++].kind, VITEXT_TOKEN_BREAK);
  vt_runs_free(&vt_alloc_heap, &r);
  vt_tokens_free(&vt_alloc_heap, &t);
}

/* A small generator of its own, so that the texts are the same everywhere. */
static uint32_t random_below(uint64_t *seed, uint32_t below)
{
  *seed = *seed * 6364136223846793005u + 1442695040888963407u;
  return (uint32_t)((*seed >> 33) % below);
}

static void random_code_points_tile(void **state)
{
  static const uint32_t limits[] = { 0x80, 0x250, 0x2100, 0x10000, 0x110000 };
  uint64_t seed = 1;
  char text[4 * 64 + 1];
  for (int round = 0; round < 20000; round++) {
    const uint32_t limit = limits[random_below(&seed, COUNT_OF(limits))];
    const uint32_t count = random_below(&seed, 64);
    size_t len = 0;
    for (uint32_t i = 0; i < count; i++) {
      const uint32_t cp = random_below(&seed, limit);
      if (cp < 0xD800 || cp > 0xDFFF) len += vt_utf8_put(cp, text + len);
    }
    text[len] = '\0';
    check_text(*state, text, (uint32_t)len);
  }
}

/* Pieces that the scanner and the rules look at, thrown together. */
static void random_pieces_tile(void **state)
{
  static const char *const pieces[] = {
    "a",    "B",       "ế",    "Điều", "TP",  "GS",   "v.v", "Đ/c",    "XII",    "I",      "5",
    "12",   "2016",    ".",    "..",   ",",   "/",    "-",   "–",      ":",      ";",      "(",
    ")",    "[",       "]",    "\"",   "'",   "“",    "”",   "?",      "!",      "…",      " ",
    "  ",   "\n",      "\r\n", "\n\n", "\t",  "@",    "#",   "&",      "%",      "h",      "kg",
    "www.", "http://", ".vn",  "NĐ",   "CP",  "QH14", "ủ",   "\u200D", "\uFE0F", "\u20E3", "❤",
    "👍",    "🇻",       "²",    "°",    "+84", "_",    "U",   "N.V.A.", "khóa",
  };
  uint64_t seed = 2;
  char text[64 * 16];
  for (int round = 0; round < 20000; round++) {
    const uint32_t count = random_below(&seed, 40);
    size_t len = 0;
    for (uint32_t i = 0; i < count; i++) {
      const char *piece = pieces[random_below(&seed, COUNT_OF(pieces))];
      memcpy(text + len, piece, strlen(piece));
      len += strlen(piece);
    }
    text[len] = '\0';
    check_text(*state, text, (uint32_t)len);
  }
}

static double seconds_for(const char *piece, size_t size)
{
  const size_t piece_len = strlen(piece), count = size / piece_len;
  char *text = malloc(count * piece_len + 1);
  assert_non_null(text);
  for (size_t i = 0; i < count; i++) memcpy(text + i * piece_len, piece, piece_len);
  text[count * piece_len] = '\0';
  double best = 1e9;
  for (int i = 0; i < 3; i++) {
    const vt_text x = { text, (uint32_t)(count * piece_len) };
    vt_tokens t;
    vt_runs r;
    const clock_t begin = clock();
    assert_int_equal(vt_tokens_find(&vt_alloc_heap, vt_lexicon_builtin(), x, &t), VITEXT_OK);
    assert_int_equal(vt_sentences_find(&vt_alloc_heap, vt_lexicon_builtin(), x, &t, &r), VITEXT_OK);
    const double seconds = (double)(clock() - begin) / CLOCKS_PER_SEC;
    if (seconds < best) best = seconds;
    vt_runs_free(&vt_alloc_heap, &r);
    vt_tokens_free(&vt_alloc_heap, &t);
  }
  free(text);
  return best;
}

/* Pieces that make slow texts when they are repeated. */
static const char *const hostile[] = {
  "a",
  "A",
  "ế",
  "1",
  ".",
  "(",
  "\"",
  "“",
  "a.",
  "A.",
  "1.",
  "1-",
  "1/",
  "1/A",
  "1-A&",
  "a-",
  "a'",
  "a_",
  "a@",
  "@",
  "#",
  "http://",
  "a.b@",
  "(a. ",
  "“a. ",
  "([{«“",
  "(((()",
  "A. ",
  "1. ",
  "- ",
  "a\n",
  "A\n",
  "\n",
  " ",
  " \n ",
  "Điều 1 ",
  "v.v",
  "GS.",
  "Đ/",
  "XII",
  "👨‍",
  "\u0301",
  "🇻",
  "12:",
  "Trang chủ\n1.\n",
  "họp tại\nHà Nội, TP.\n",
  "...",
  "!?",
  "a…",
  "[1]",
  "a.[1]",
};

/* Four times the length may cost five times the time (with slack for a busy
 * machine), and nothing near a second a megabyte. */
static void time_is_linear(void **state)
{
  (void)state;
  for (size_t i = 0; i < COUNT_OF(hostile); i++) {
    const double small = seconds_for(hostile[i], 100000), large = seconds_for(hostile[i], 400000);
    if (!VT_TIMED) continue;
    if (large > 6 * small + 0.02 || large > 0.3)
      fail_msg("\"%s\": %.4f s for 100 KB, %.4f s for 400 KB", hostile[i], small, large);
  }
}

static void no_allocation_is_lost(void **state)
{
  (void)state;
  const char *text =
      "Trang chủ\nÔng nói: “Xong. Về thôi.” (Ảnh: A.) Hết.\n1. Một. 2. Hai. Ba. Bốn. Năm. "
      "Sáu. Bảy. Tám. Chín. Mười. Thêm. Nữa. Và nữa!";
  const vt_text x = { text, (uint32_t)strlen(text) };
  test_heap heap;
  const vt_alloc a = test_heap_alloc(&heap);
  for (long n = 0;; n++) {
    vt_tokens t = { 0 };
    vt_runs r = { 0 };
    heap.left = n;
    vitext_status st = vt_tokens_find(&a, vt_lexicon_builtin(), x, &t);
    if (st == VITEXT_OK) st = vt_sentences_find(&a, vt_lexicon_builtin(), x, &t, &r);
    vt_runs_free(&a, &r);
    vt_tokens_free(&a, &t);
    assert_int_equal(heap.live, 0);
    if (st == VITEXT_OK) {
      assert_true(n > 2);
      return;
    }
    assert_int_equal(st, VITEXT_E_MEMORY);
  }
}

static int learn(void **state)
{
  vt_memory *memory;
  if (vt_memory_new(&vt_alloc_heap, &memory) != VITEXT_OK) return -1;
  *state = memory;
  return 0;
}

static int forget(void **state)
{
  vt_memory_free(&vt_alloc_heap, *state);
  return 0;
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test_setup_teardown(random_code_points_tile, learn, forget),
    cmocka_unit_test_setup_teardown(random_pieces_tile, learn, forget),
    cmocka_unit_test(time_is_linear),
    cmocka_unit_test(no_allocation_is_lost),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
