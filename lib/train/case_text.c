/* case_text.c - raw text that teaches where capitals are: it is read in small letters, and what was
 * large is the gold. */
#include <stdlib.h>
#include <string.h>
#include "vt_bytes.h"
#include "vt_case.h"
#include "vt_letter.h"
#include "vt_train.h"
#include "vt_utf8.h"

static void add_token(train_case_text *t, uint16_t sym, uint8_t gold)
{
  train_room(&t->sym);
  train_room(&t->gold);
  t->sym.items[t->sym.count++] = sym;
  t->gold.items[t->gold.count++] = gold;
}

static void add_edge(train_case_text *t)
{
  for (int i = 0; i < 2; i++) add_token(t, VT_SYM_EDGE, TRAIN_CASE_NONE);
}

static uint8_t gold_of(const vt_block *b, uint32_t at, bool large)
{
  if (!vt_case_open(b->shape[at])) return TRAIN_CASE_NONE;
  if (vt_asks_for_capital(b->sym[at - 1])) return TRAIN_CASE_EITHER;
  return large ? TRAIN_CASE_CAPITAL : TRAIN_CASE_SMALL;
}

/* A sentence, as far as a block goes. Headings, whose capitals tell nothing, are left out: more
 * than three words of four have one. */
static void add_sentence(train_case_text *t, const vt_seen *seen, vt_text text,
                         const vt_tokens *tokens, vt_run run, const uint8_t *large)
{
  vt_block b;
  const uint32_t count = run.count < VT_BLOCK ? run.count : VT_BLOCK;
  const size_t begin = t->sym.count;
  uint32_t tally[TRAIN_CASE_NONE + 1] = { 0 };
  vt_block_fill(&b, seen, text, tokens, run, run.first, count, true, NULL, NULL);
  add_edge(t);
  for (uint32_t i = 0; i < count; i++) {
    const uint32_t at = VT_LEFT + i;
    const uint8_t gold = gold_of(&b, at, large[tokens->items[run.first + i].begin] != 0);
    tally[gold]++;
    add_token(t, vt_case_word(&b, at), gold);
  }
  add_edge(t);
  if (tally[TRAIN_CASE_CAPITAL] >= 3 * tally[TRAIN_CASE_SMALL]) {
    t->sym.count = t->gold.count = begin;
    return;
  }
  train_room(&t->lines);
  t->lines.items[t->lines.count++] = (train_case_line){ (uint32_t)begin + 2, count };
}

/* Small letters, where they take as many bytes as the large ones; and which bytes were large. */
static void lower(const char *line, size_t len, char *small, uint8_t *large)
{
  for (uint32_t at = 0; at < len;) {
    char bytes[4];
    const uint32_t begin = at, letter = vt_utf8_next(line, &at), other = vt_lower(letter);
    const bool changed = other != letter && vt_utf8_put(other, bytes) == at - begin;
    memset(large + begin, changed, at - begin);
    memcpy(small + begin, changed ? bytes : line + begin, at - begin);
  }
  small[len] = '\0';
}

static void add_line(train_case_text *t, const vt_seen *seen, const char *line, size_t len)
{
  char *small = train_new(len + 1, 1);
  uint8_t *large = train_new(len + 1, 1);
  lower(line, len, small, large);
  const vt_text text = { small, (uint32_t)len };
  vt_tokens tokens;
  vt_runs sentences;
  train_tokenise(text, &tokens, &sentences);
  for (uint32_t i = 0; i < sentences.count; i++)
    if (sentences.items[i].count > 2)
      add_sentence(t, seen, text, &tokens, sentences.items[i], large);
  vt_tokens_free(&train_heap, &tokens);
  vt_runs_free(&train_heap, &sentences);
  train_release(small);
  train_release(large);
}

void train_case_text_add(train_case_text *t, const vt_seen *seen, const char *path)
{
  unsigned char *bytes;
  size_t len;
  if (vt_file_read(path, &train_heap, &bytes, &len) != VITEXT_OK) train_fail("cannot read ", path);
  if (vt_utf8_valid((char *)bytes, len) != len) train_fail("not UTF-8: ", path);
  for (char *line = (char *)bytes; *line != '\0';) {
    const size_t n = strcspn(line, "\n");
    for (size_t i = 0; i < n; i++)
      if (line[i] == '_') line[i] = ' '; /* segmented text will do as well */
    if (n > 0) add_line(t, seen, line, n);
    line += n + (line[n] == '\n');
  }
  vt_release(&train_heap, bytes, len + 1);
}

void train_case_text_free(train_case_text *t)
{
  train_release(t->lines.items);
  train_release(t->sym.items);
  train_release(t->gold.items);
}
