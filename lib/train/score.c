/* score.c - F1 of a model on segmented text, over all tokens, as score_segmentation.py counts it:
 * a word is right when its letters begin and end where a word of the gold does. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "vt_bytes.h"
#include "vt_lexicon.h"
#include "vt_train.h"

typedef struct tally {
  uint64_t gold, found, right;
} tally;

/* Mark in edges where words of the gold begin (1) and end (2), by offset into the raw line. */
static uint64_t gold_edges(const char *line, size_t len, char *raw, uint8_t *begins)
{
  uint64_t words = 0;
  for (size_t i = 0; i < len; i++) {
    raw[i] = line[i] == '_' ? ' ' : line[i];
    begins[i] = line[i] != ' ' && (i == 0 || line[i - 1] == ' ');
    words += begins[i];
  }
  raw[len] = '\0';
  begins[len] = 1;
  return words;
}

/* Whether no word begins inside a span. */
static bool inside_one(const uint8_t *begins, vt_nspan s)
{
  for (uint32_t i = s.begin + 1; i < s.end; i++)
    if (begins[i]) return false;
  return true;
}

static bool ends_word(const uint8_t *begins, const char *raw, size_t len, uint32_t end)
{
  while (end < len && raw[end] == ' ') end++;
  return begins[end];
}

static void score_line(const vt_model *m, int convention, const char *line, size_t len, tally *t)
{
  char *raw = train_new(len + 1, 1);
  uint8_t *begins = train_new(len + 1, 1);
  vt_tokens tokens;
  vt_runs sentences, words;
  t->gold += gold_edges(line, len, raw, begins);
  vt_text text = { raw, (uint32_t)len };
  train_tokenise(text, &tokens, &sentences);
  if (vt_words_find(&train_heap, vt_lexicon_builtin(), m, NULL, convention, text, &tokens,
                    &sentences, &words) != VITEXT_OK)
    train_fail("no memory", "");
  t->found += words.count;
  for (uint32_t i = 0; i < words.count; i++) {
    vt_nspan s = vt_run_span(&tokens, words.items[i]);
    t->right += begins[s.begin] && inside_one(begins, s) && ends_word(begins, raw, len, s.end);
  }
  vt_runs_free(&train_heap, &words);
  vt_runs_free(&train_heap, &sentences);
  vt_tokens_free(&train_heap, &tokens);
  train_release(raw);
  train_release(begins);
}

void train_score(const vt_model *model, const char *spec)
{
  const char *path = strchr(spec, ':');
  if (path++ == NULL) train_fail("not CONVENTION:FILE: ", spec);
  int convention = strncmp(spec, "ud:", 3) == 0 ? VITEXT_CONVENTION_UD : VITEXT_CONVENTION_VLSP;
  unsigned char *bytes;
  size_t len;
  tally t = { 0 };
  if (vt_file_read(path, &train_heap, &bytes, &len) != VITEXT_OK)
    train_fail("cannot read ", path);
  for (char *line = (char *)bytes; *line != '\0';) {
    size_t n = strcspn(line, "\n");
    score_line(model, convention, line, n, &t);
    line += n + (line[n] == '\n');
  }
  uint64_t sum = t.gold + t.found;
  double f1 = sum == 0 ? 0 : 200.0 * (double)t.right / (double)sum;
  printf("%s\tF1 %.2f\tgold %llu\tfound %llu\tright %llu\n", spec, f1, (unsigned long long)t.gold,
         (unsigned long long)t.found, (unsigned long long)t.right);
  vt_release(&train_heap, bytes, len + 1);
}
