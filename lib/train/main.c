/* main.c - the command line of the trainer.
 *
 *   vitext_train --words words.tsv [--train CONVENTION:FILE[:LINES[:COPIES]]]... [--raw FILE]...
 *     --out model.vtm
 *   vitext_train --model model.vtm --eval CONVENTION:FILE...
 *
 * Files of segmented text: a sentence a line, blanks between words, underscores inside. */
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "vt_bytes.h"
#include "vt_lexicon.h"
#include "vt_train.h"

_Noreturn void train_fail(const char *what, const char *detail)
{
  fprintf(stderr, "vitext_train: %s%s\n", what, detail);
  exit(1);
}

enum {
  MOST_SPECS = 32,
  LARGEST_MARGIN = 100000 /* times the gaps of a block it is below never of learn.c */
};
typedef struct command {
  const char *words, *out, *model, *card;
  const char *train[MOST_SPECS], *nocase[MOST_SPECS], *raw[MOST_SPECS], *eval[MOST_SPECS];
  int train_count, nocase_count, raw_count, eval_count;
  train_settings settings;
} command;

static void add_spec(const char **specs, int *count, const char *spec)
{
  if (*count == MOST_SPECS) train_fail("too many files", "");
  specs[(*count)++] = spec;
}

static const char usage[] =
    "usage: vitext_train --words FILE --out MODEL --train CONVENTION:FILE[:LINES[:COPIES]]...\n"
    "       vitext_train --model MODEL --eval CONVENTION:FILE...\n"
    "  CONVENTION      ud, vlsp, or machine: labels with faults of their own, learned apart\n"
    "  --nocase SPEC   as --train, and once more all in small or all in capital letters\n"
    "  --raw FILE      text that teaches where capitals are, for text that has none\n"
    "  --runs N --passes N --margin N --cutoff N --seed N   of the learner (5, 5, 30, 3, 1)\n"
    "  --least N       patterns with smaller weights are left out (11)\n"
    "  --card FILE     text to put into the model\n";

static uint32_t number(const char *text)
{
  char *end;
  unsigned long n = strtoul(text, &end, 10);
  if (*end != '\0' || n > UINT32_MAX) train_fail("not a number: ", text);
  return (uint32_t)n;
}

static void parse(command *c, int argc, char **argv)
{
  static const struct option options[] = { { "words", 1, NULL, 'w' },  { "out", 1, NULL, 'o' },
                                           { "train", 1, NULL, 't' },  { "nocase", 1, NULL, 'n' },
                                           { "eval", 1, NULL, 'e' },   { "model", 1, NULL, 'm' },
                                           { "runs", 1, NULL, 'r' },   { "passes", 1, NULL, 'p' },
                                           { "cutoff", 1, NULL, 'c' }, { "seed", 1, NULL, 's' },
                                           { "least", 1, NULL, 'l' },  { "card", 1, NULL, 'k' },
                                           { "margin", 1, NULL, 'g' }, { "raw", 1, NULL, 'a' },
                                           { "help", 0, NULL, 'h' },   { 0 } };
  for (int o; (o = getopt_long(argc, argv, "", options, NULL)) != -1;) {
    switch (o) {
    case 'w': c->words = optarg; break;
    case 'o': c->out = optarg; break;
    case 'm': c->model = optarg; break;
    case 'l': c->settings.least_weight = number(optarg); break;
    case 'k': c->card = optarg; break;
    case 't': add_spec(c->train, &c->train_count, optarg); break;
    case 'n': add_spec(c->nocase, &c->nocase_count, optarg); break;
    case 'a': add_spec(c->raw, &c->raw_count, optarg); break;
    case 'e': add_spec(c->eval, &c->eval_count, optarg); break;
    case 'r': c->settings.runs = number(optarg); break;
    case 'p': c->settings.passes = number(optarg); break;
    case 'g': c->settings.margin = number(optarg); break;
    case 'c': c->settings.cutoff = number(optarg); break;
    case 's': c->settings.seed = number(optarg); break;
    case 'h': fputs(usage, stdout); exit(0);
    default: fputs(usage, stderr); exit(2);
    }
  }
}

static vt_case_weights learn_cases(const command *c, const vt_seen *seen, uint32_t symbols)
{
  train_case_text text = { 0 };
  for (int i = 0; i < c->raw_count; i++) train_case_text_add(&text, seen, c->raw[i]);
  const vt_case_weights weights = train_cases(&text, symbols, c->settings.seed);
  train_case_text_free(&text);
  return weights;
}

static train_file train(const command *c)
{
  train_corpus corpus = { 0 };
  train_symbols syms;
  train_words words = { 0 };
  for (int i = 0; i < c->train_count; i++) train_corpus_add(&corpus, c->train[i], false);
  for (int i = 0; i < c->nocase_count; i++) train_corpus_add(&corpus, c->nocase[i], true);
  train_words_read(c->words, corpus.id_counts, c->settings.least_symbol, &words, &syms);
  const train_keys none = { NULL, 0 };
  vt_seen seen = { .symbols = syms.symbols,
                   .id_count = 1 << 16,
                   .trie = train_trie(&words, &syms, none, none) };
  if (c->raw_count > 0) seen.cases = learn_cases(c, &seen, syms.count);
  train_patterns patterns = { 0 };
  train_patterns_make(&patterns, &corpus, &seen, c->settings.cutoff);
  fprintf(stderr, "%zu sentences, %zu words, %u symbols, %zu grams, %zu gap patterns\n",
          corpus.sentences.count, words.count, syms.count, patterns.gram_keys.count,
          patterns.gap_keys.count);
  train_weights weights;
  train_learn(&patterns, &c->settings, syms.count, &weights);
  unsigned char *card = NULL;
  size_t card_len = 0;
  if (c->card != NULL && vt_file_read(c->card, &train_heap, &card, &card_len) != VITEXT_OK)
    train_fail("cannot read ", c->card);
  return train_write(&patterns, &weights, &syms, &words, &seen.cases, &c->settings,
                     card == NULL ? "" : (const char *)card);
}

static void save(const char *path, train_file f)
{
  FILE *out = fopen(path, "wb");
  if (out == NULL || fwrite(f.bytes, 1, f.len, out) != f.len || fclose(out) != 0)
    train_fail("cannot write ", path);
}

int main(int argc, char **argv)
{
  command c = { .settings = { .runs = 5,
                              .passes = 5,
                              .margin = 30,
                              .cutoff = 3,
                              .seed = 1,
                              .least_symbol = 3,
                              .least_weight = 11 } };
  parse(&c, argc, argv);
  if (c.settings.margin > LARGEST_MARGIN) train_fail("the margin is too large", "");
  train_file f = { 0 };
  if (c.out != NULL && c.words != NULL) {
    f = train(&c);
    save(c.out, f);
    fprintf(stderr, "%s: %zu bytes\n", c.out, f.len);
  } else if (c.model != NULL && vt_file_read(c.model, &train_heap, &f.bytes, &f.len) != VITEXT_OK) {
    train_fail("cannot read ", c.model);
  }
  if (c.eval_count > 0 && f.bytes == NULL) train_fail("--eval needs --model, or to train one", "");
  vt_model *opened = NULL;
  vitext_error error;
  if (f.bytes != NULL && vt_model_open(&train_heap, vt_lexicon_builtin(), f.bytes, f.len, &opened,
                                       &error) != VITEXT_OK)
    train_fail(error.message, "");
  for (int i = 0; i < c.eval_count; i++) train_score(opened, c.eval[i]);
  train_release_all();
  return 0;
}
