/* corpus.c - segmented text becomes raw text, tokens of our own and a tag for each gap. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "vt_bytes.h"
#include "vt_letter.h"
#include "vt_lexicon.h"
#include "vt_train.h"
#include "vt_utf8.h"

/* CONVENTION:FILE[:LINES[:COPIES]] */
typedef struct source {
  char path[512];
  int convention;
  unsigned long lines, copies;
} source;

static source parse_spec(const char *spec)
{
  source s = { "", 0, 0, 1 };
  const char *colon = strchr(spec, ':');
  if (colon == NULL) train_fail("not CONVENTION:FILE: ", spec);
  static const char *const names[] = { "ud:", "vlsp:", "machine:" };
  while (s.convention < TRAIN_CONVENTIONS &&
         strncmp(spec, names[s.convention], strlen(names[s.convention])) != 0)
    s.convention++;
  if (s.convention == TRAIN_CONVENTIONS)
    train_fail("convention must be ud, vlsp or machine: ", spec);
  const char *end = strchr(colon + 1, ':');
  size_t len = end == NULL ? strlen(colon + 1) : (size_t)(end - colon - 1);
  if (len >= sizeof s.path) train_fail("path too long: ", spec);
  memcpy(s.path, colon + 1, len);
  if (end != NULL) {
    s.lines = strtoul(end + 1, NULL, 10);
    const char *copies = strchr(end + 1, ':');
    if (copies != NULL) s.copies = strtoul(copies + 1, NULL, 10);
  }
  return s;
}

/* The line without underscores; mark[i] is 1 where byte i of it begins a word. */
static void raw_line(const char *line, size_t len, char *raw, uint8_t *mark)
{
  for (size_t i = 0; i < len; i++) {
    raw[i] = line[i] == '_' ? ' ' : line[i];
    mark[i] = line[i] != ' ' && line[i] != '_' && (i == 0 || line[i - 1] == ' ');
  }
  raw[len] = '\0';
}

static void add_sentence(train_corpus *c, const char *raw, vt_text text, const vt_tokens *all,
                         vt_run run, const uint8_t *mark, int convention, uint32_t *id_counts)
{
  train_sentence s = { raw, { 0 }, { 0, run.count }, NULL, convention };
  s.tokens.count = run.count;
  s.tokens.items = train_new(run.count, sizeof *s.tokens.items);
  s.tokens.ids = train_new(run.count, sizeof *s.tokens.ids);
  s.joined = train_new(run.count, 1);
  for (uint32_t i = 0; i < run.count; i++) {
    s.tokens.items[i] = all->items[run.first + i];
    s.tokens.ids[i] = all->ids[run.first + i];
    if (id_counts != NULL) id_counts[s.tokens.ids[i]]++;
    if (i == 0) continue;
    s.joined[i] =
        1; /* unless a word begins at this token, or between it and the last one's begin */
    for (uint32_t k = s.tokens.items[i - 1].end; k <= s.tokens.items[i].begin && k < text.len; k++)
      if (mark[k]) s.joined[i] = 0;
    if (s.tokens.items[i - 1].end == s.tokens.items[i].begin && !vt_token_joins(&s.tokens.items[i]))
      s.joined[i] = 0;
  }
  train_room(&c->sentences);
  c->sentences.items[c->sentences.count++] = s;
}

void train_tokenise(vt_text text, vt_tokens *tokens, vt_runs *sentences)
{
  const vt_lexicon *lex = vt_lexicon_builtin();
  *tokens = (vt_tokens){ 0 };
  *sentences = (vt_runs){ 0 };
  if (vt_tokens_find(&train_heap, lex, text, tokens) != VITEXT_OK ||
      vt_sentences_find(&train_heap, lex, text, tokens, sentences) != VITEXT_OK)
    train_fail("no memory", "");
}

/* id_counts: where its spellings are counted, or NULL. */
static void add_line(train_corpus *c, const char *line, size_t len, int convention,
                     uint32_t *id_counts)
{
  char *raw = train_new(len + 1, 1);
  uint8_t *mark = train_new(len + 1, 1);
  raw_line(line, len, raw, mark);
  vt_text text = { raw, (uint32_t)len };
  vt_tokens tokens;
  vt_runs sentences;
  train_tokenise(text, &tokens, &sentences);
  for (uint32_t i = 0; i < sentences.count; i++)
    add_sentence(c, raw, text, &tokens, sentences.items[i], mark, convention, id_counts);
  vt_tokens_free(&train_heap, &tokens);
  vt_runs_free(&train_heap, &sentences);
  train_release(mark);
}

/* The same line all in small or all in capital letters, as the tokeniser finds it when it is
 * written so. Its spellings are not counted again. */
static void add_nocase(train_corpus *c, const char *line, size_t len, int convention, bool capitals)
{
  char *other = train_new(4 * len + 1, 1); /* a letter may take more bytes */
  size_t to = 0;
  for (uint32_t at = 0; at < len;) {
    const uint32_t letter = vt_utf8_next(line, &at);
    to += vt_utf8_put(capitals ? vt_upper(letter) : vt_lower(letter), other + to);
  }
  add_line(c, other, to, convention, NULL);
  train_release(other);
}

void train_corpus_add(train_corpus *c, const char *spec, bool nocase_copy)
{
  source s = parse_spec(spec);
  unsigned char *bytes;
  size_t len;
  if (vt_file_read(s.path, &train_heap, &bytes, &len) != VITEXT_OK)
    train_fail("cannot read ", s.path);
  if (vt_utf8_valid((char *)bytes, len) != len) train_fail("not UTF-8: ", s.path);
  for (unsigned long copy = 0; copy < s.copies; copy++) {
    unsigned long lines = 0;
    for (char *line = (char *)bytes; *line != '\0' && (s.lines == 0 || lines < s.lines); lines++) {
      size_t n = strcspn(line, "\n");
      if (n > 0 && line[0] != '#') {
        add_line(c, line, n, s.convention, c->id_counts);
        if (nocase_copy) add_nocase(c, line, n, s.convention, lines % 2 == 0);
      }
      line += n + (line[n] == '\n');
    }
  }
  vt_release(&train_heap, bytes, len + 1);
}
