/* token_rows.h - tokens and sentences written out in one line, for rows of tests. */
#ifndef TOKEN_ROWS_H
#define TOKEN_ROWS_H
#include <stdio.h>
#include "vt_lexicon.h"
#include "vt_test.h"
#include "vt_token.h"

/* One letter a kind, in the order of VITEXT_TOKEN_*: syllable, word, abbreviation, number, date,
 * time, docnumber, measure, url, email, phone, hashtag, handle, emoji, punctuation, symbol, break.
 */
static const char kind_letters[] = "?swandtDmuePhHEp$|";

/* "s:Một s:câu p:." with blanks inside tokens as "_" and line ends as "⏎". */
static inline void write_tokens(const char *text, char *to, size_t cap)
{
  vt_tokens t;
  const vt_text x = { text, (uint32_t)strlen(text) };
  size_t used = 0;
  assert_int_equal(vt_tokens_find(&vt_alloc_heap, vt_lexicon_builtin(), x, &t), VITEXT_OK);
  to[0] = '\0';
  for (uint32_t i = 0; i < t.count; i++) {
    used += (size_t)snprintf(to + used, cap - used, "%s%c:", i > 0 ? " " : "",
                             kind_letters[t.items[i].kind]);
    for (uint32_t at = t.items[i].begin; at < t.items[i].end; at++) {
      const char c = text[at];
      used += (size_t)snprintf(to + used, cap - used, c == '\n' ? "⏎" : "%c", c == ' ' ? '_' : c);
    }
  }
  vt_tokens_free(&vt_alloc_heap, &t);
}

/* The row's text: without "‖", and "⏎" as line ends. */
static inline void plain_text(const char *row, char *to)
{
  static const char bar[] = "‖", line[] = "⏎";
  while (*row != '\0') {
    if (strncmp(row, bar, sizeof bar - 1) == 0) {
      row += sizeof bar - 1;
    } else if (strncmp(row, line, sizeof line - 1) == 0) {
      row += sizeof line - 1;
      *to++ = '\n';
    } else {
      *to++ = *row++;
    }
  }
  *to = '\0';
}

/* The text with "‖" behind each sentence that another follows. */
static inline void write_sentences(const char *text, char *to, size_t cap)
{
  vt_tokens t;
  vt_runs r;
  const vt_text x = { text, (uint32_t)strlen(text) };
  assert_int_equal(vt_tokens_find(&vt_alloc_heap, vt_lexicon_builtin(), x, &t), VITEXT_OK);
  assert_int_equal(vt_sentences_find(&vt_alloc_heap, vt_lexicon_builtin(), x, &t, &r), VITEXT_OK);
  size_t used = 0;
  uint32_t at = 0;
  to[0] = '\0';
  for (uint32_t i = 0; i < r.count; i++) {
    const vt_nspan span = vt_run_span(&t, r.items[i]);
    const uint32_t end = i + 1 < r.count ? span.end : x.len;
    for (; at < end; at++)
      used += (size_t)snprintf(to + used, cap - used, text[at] == '\n' ? "⏎" : "%c", text[at]);
    if (i + 1 < r.count) used += (size_t)snprintf(to + used, cap - used, "‖");
  }
  vt_runs_free(&vt_alloc_heap, &r);
  vt_tokens_free(&vt_alloc_heap, &t);
}

#endif
