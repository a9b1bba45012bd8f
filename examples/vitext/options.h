/* options.h - what the user asked for: commands, formats, options. */
#ifndef OPTIONS_H
#define OPTIONS_H
#include "vitext.h"

enum { /* a bit each, so that an option can name the commands it belongs to */
       CMD_ANALYZE = 1 << 0,
       CMD_SEGMENT = 1 << 1,
       CMD_SENTENCES = 1 << 2,
       CMD_REFERENCES = 1 << 3,
       CMD_OFFICIALS = 1 << 4,
       CMD_NORMALIZE = 1 << 5,
       CMD_CONVERT = 1 << 6,
       CMD_FOLD = 1 << 7,
       CMD_SORT = 1 << 8,
       CMD_SYLLABLE = 1 << 9,
       CMD_ANALYSES = 31, /* the first five */
       CMD_TEXTS = 7 << 5 /* normalize, convert, fold */
};
enum { INPUT_TEXT = 1, INPUT_LINES = 2, INPUT_JSONL = 3 };
enum {
  FORMAT_TEXT = 1,
  FORMAT_JSONL = 2,
  FORMAT_HTML = 3,
  FORMAT_CONLLU = 4,
  FORMAT_TSV = 5,
  FORMAT_WORDS = 6
};
enum { COLOR_AUTO = 0, COLOR_ALWAYS = 1, COLOR_NEVER = 2 };

typedef struct command {
  const char *name;
  unsigned bit;
  int input;      /* default */
  int formats[6]; /* those it knows, the default first, then 0 */
  vitext_layer layers;
  const char *operands; /* for the usage line */
  const char *help;     /* one line */
  const char *examples; /* lines of the help */
} command;

typedef struct options {
  const command *cmd;
  int input, format, color;
  vitext_unit unit;
  vitext_encoding encoding; /* 0: detect for each file */
  vitext_encoding to;
  const char *substitute;
  int lenient, detect, all;
  int32_t convention, form, style, fold;
  uint32_t repair;
  int jobs;
  const char *output;
  vitext_source *sources;
  size_t source_count;
  char **operands; /* files, words */
  int operand_count;
} options;

/* Fill *o from the command line; ends the program for --help, --version and usage errors (2). */
void options_read(options *o, int argc, char **argv);
void options_free(options *o);
void usage_error(const command *cmd, const char *format, ...)
    __attribute__((format(printf, 2, 3), noreturn));

const command *command_find(const char *name);
const command *command_at(int i);    /* NULL past the end */
void help_print(const command *cmd); /* NULL: the program */
/* Options as rows, for the help; NULL past the end. */
typedef struct option_row {
  const char *name;
  int code;          /* short letter, or a number above 255 */
  unsigned commands; /* CMD_* it belongs to */
  const char *value; /* NULL: takes none */
  const char *help;
} option_row;
const option_row *option_at(int i);

#endif
