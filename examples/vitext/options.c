/* options.c - the command line, by two tables: commands and options. */
#include "options.h"
#include "buffer.h"
#include <getopt.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const command commands[] = {
  { "analyze",
    CMD_ANALYZE,
    INPUT_TEXT,
    { FORMAT_TEXT, FORMAT_JSONL, FORMAT_HTML, FORMAT_CONLLU },
    VITEXT_ALL,
    "[FILE...]",
    "everything: sentences, words, officials, references",
    "  vitext analyze report.txt\n"
    "  vitext analyze --format=html -o report.html report.txt\n"
    "  vitext analyze --input=jsonl --format=jsonl -j4 pages.jsonl > out.jsonl\n" },
  { "segment",
    CMD_SEGMENT,
    INPUT_LINES,
    { FORMAT_WORDS, FORMAT_JSONL, FORMAT_CONLLU, FORMAT_TSV },
    VITEXT_WORDS,
    "[FILE...]",
    "words: one line in, one line out, blanks inside a word as _",
    "  echo 'Học sinh học sinh học.' | vitext segment\n"
    "  vitext segment --convention=ud --lexicon=names.tsv corpus.txt > words.txt\n" },
  { "sentences",
    CMD_SENTENCES,
    INPUT_TEXT,
    { FORMAT_TEXT, FORMAT_JSONL, FORMAT_TSV },
    VITEXT_SENTENCES,
    "[FILE...]",
    "sentences, one a line",
    "  vitext sentences report.txt\n" },
  { "references",
    CMD_REFERENCES,
    INPUT_TEXT,
    { FORMAT_TEXT, FORMAT_JSONL, FORMAT_HTML, FORMAT_TSV },
    VITEXT_REFERENCES,
    "[FILE...]",
    "directive references, with canonical ids",
    "  vitext references decree.txt\n"
    "  vitext references --format=tsv decrees/*.txt > references.tsv\n" },
  { "officials",
    CMD_OFFICIALS,
    INPUT_TEXT,
    { FORMAT_TEXT, FORMAT_JSONL, FORMAT_HTML, FORMAT_TSV },
    VITEXT_OFFICIALS,
    "[FILE...]",
    "named officials, with their positions",
    "  vitext officials news.txt\n" },
  { "normalize",
    CMD_NORMALIZE,
    INPUT_TEXT,
    { FORMAT_TEXT, FORMAT_JSONL },
    0,
    "[FILE...]",
    "one spelling for every letter: form, tone placement, repairs",
    "  vitext normalize --tone=old page.txt\n"
    "  vitext normalize --form=nfd --repair=none page.txt\n" },
  { "convert",
    CMD_CONVERT,
    INPUT_TEXT,
    { FORMAT_TEXT, FORMAT_JSONL },
    0,
    "[FILE...]",
    "from one encoding to another; --detect says which it is",
    "  vitext convert --detect old/*.txt\n"
    "  vitext convert --from=tcvn3 --to=utf-8 old.txt > new.txt\n"
    "  vitext convert --from=auto --to=viscii --substitute=? page.txt\n" },
  { "fold",
    CMD_FOLD,
    INPUT_TEXT,
    { FORMAT_TEXT, FORMAT_JSONL },
    0,
    "[FILE...]",
    "search keys: what people type into a search box",
    "  echo 'Đảng bộ tỉnh' | vitext fold\n"
    "  echo 'HOÀ hòa' | vitext fold --level=case\n" },
  { "sort",
    CMD_SORT,
    INPUT_LINES,
    { FORMAT_TEXT },
    0,
    "[FILE...]",
    "lines in Vietnamese order",
    "  vitext sort names.txt\n" },
  { "syllable",
    CMD_SYLLABLE,
    INPUT_TEXT,
    { FORMAT_TEXT, FORMAT_JSONL, FORMAT_TSV },
    0,
    "WORD...",
    "onset, glide, nucleus, coda, tone and both spellings",
    "  vitext syllable nghiêng hoà quý\n" },
};

enum {
  ALL_CMD = 1023,
  STREAMS = CMD_ANALYSES | CMD_TEXTS,
  OPT_INPUT = 256,
  OPT_FORMAT,
  OPT_OFFSETS,
  OPT_ENCODING,
  OPT_LENIENT,
  OPT_CONVENTION,
  OPT_LEXICON,
  OPT_DOCUMENTS,
  OPT_MODEL,
  OPT_COLOR,
  OPT_FORM,
  OPT_TONE,
  OPT_REPAIR,
  OPT_FROM,
  OPT_TO,
  OPT_SUBSTITUTE,
  OPT_DETECT,
  OPT_ALL,
  OPT_LEVEL
};

static const option_row rows[] = {
  { "input", OPT_INPUT, STREAMS, "text|lines|jsonl",
    "what one document is: a file, a line, a JSON line" },
  { "format", OPT_FORMAT, STREAMS | CMD_SYLLABLE, "NAME", "format of the output" },
  { "offsets", OPT_OFFSETS, CMD_ANALYSES, "byte|codepoint|utf16", "unit of all offsets (byte)" },
  { "encoding", OPT_ENCODING, STREAMS | CMD_SORT, "NAME|auto", "encoding of the input (utf-8)" },
  { "lenient", OPT_LENIENT, STREAMS | CMD_SORT, NULL, "invalid bytes become U+FFFD, no error" },
  { "convention", OPT_CONVENTION, CMD_ANALYSES, "vlsp|ud", "what is one word (vlsp)" },
  { "lexicon", OPT_LEXICON, CMD_ANALYSES, "FILE",
    "more words: TSV of text and kind; may be repeated" },
  { "documents", OPT_DOCUMENTS, CMD_ANALYSES, "FILE", "known documents: TSV of id and aliases" },
  { "model", OPT_MODEL, CMD_ANALYSES, "FILE", "another model for the segmentation" },
  { "jobs", 'j', STREAMS, "N", "threads; the order of the output stays (1)" },
  { "output", 'o', ALL_CMD, "FILE", "write there, not to standard output" },
  { "color", OPT_COLOR, CMD_ANALYSES, "auto|always|never",
    "colours in text (auto: on a terminal)" },
  { "form", OPT_FORM, CMD_NORMALIZE, "nfc|nfd|nfkc|nfkd|none", "Unicode normal form (nfc)" },
  { "tone", OPT_TONE, CMD_NORMALIZE, "keep|old|new",
    "place of the tone: hoà is new, hòa old (keep)" },
  { "repair", OPT_REPAIR, CMD_NORMALIZE, "LIST",
    "default, none, or some of marks,lookalikes,invisible,spaces,width,quotes,dashes" },
  { "from", OPT_FROM, CMD_CONVERT, "NAME|auto", "encoding of the input" },
  { "to", OPT_TO, CMD_CONVERT, "NAME", "encoding of the output" },
  { "substitute", OPT_SUBSTITUTE, CMD_CONVERT, "TEXT",
    "for characters the encoding lacks (else an error)" },
  { "detect", OPT_DETECT, CMD_CONVERT, NULL, "only say which encoding each file is in" },
  { "all", OPT_ALL, CMD_CONVERT, NULL, "with --detect: every guess" },
  { "level", OPT_LEVEL, CMD_FOLD, "case|tone|marks", "what to fold away (marks)" },
  { "help", 'h', ALL_CMD, NULL, "this text" },
  { "version", 'V', ALL_CMD, NULL, "versions of the program, its data and libraries" },
};
enum { COMMAND_COUNT = sizeof commands / sizeof *commands, ROW_COUNT = sizeof rows / sizeof *rows };

typedef struct word {
  const char *name;
  int value;
} word;
static const word input_words[] = {
  { "text", INPUT_TEXT }, { "lines", INPUT_LINES }, { "jsonl", INPUT_JSONL }, { NULL, 0 }
};
static const word format_words[] = { { "text", FORMAT_TEXT },
                                     { "jsonl", FORMAT_JSONL },
                                     { "html", FORMAT_HTML },
                                     { "conllu", FORMAT_CONLLU },
                                     { "tsv", FORMAT_TSV },
                                     { "words", FORMAT_WORDS },
                                     { NULL, 0 } };
static const word unit_words[] = { { "byte", VITEXT_UNIT_BYTE },
                                   { "codepoint", VITEXT_UNIT_CODEPOINT },
                                   { "utf16", VITEXT_UNIT_UTF16 },
                                   { NULL, 0 } };
static const word convention_words[] = { { "vlsp", VITEXT_CONVENTION_VLSP },
                                         { "ud", VITEXT_CONVENTION_UD },
                                         { NULL, 0 } };
static const word color_words[] = {
  { "auto", COLOR_AUTO }, { "always", COLOR_ALWAYS }, { "never", COLOR_NEVER }, { NULL, 0 }
};
static const word form_words[] = { { "nfc", VITEXT_FORM_NFC },   { "nfd", VITEXT_FORM_NFD },
                                   { "nfkc", VITEXT_FORM_NFKC }, { "nfkd", VITEXT_FORM_NFKD },
                                   { "none", VITEXT_FORM_NONE }, { NULL, 0 } };
static const word tone_words[] = { { "keep", VITEXT_STYLE_KEEP },
                                   { "old", VITEXT_STYLE_OLD },
                                   { "new", VITEXT_STYLE_NEW },
                                   { NULL, 0 } };
static const word level_words[] = { { "case", VITEXT_FOLD_CASE },
                                    { "tone", VITEXT_FOLD_TONES },
                                    { "marks", VITEXT_FOLD_MARKS },
                                    { NULL, 0 } };

const command *command_at(int i)
{
  return i >= 0 && i < COMMAND_COUNT ? &commands[i] : NULL;
}

const option_row *option_at(int i)
{
  return i >= 0 && i < ROW_COUNT ? &rows[i] : NULL;
}

const command *command_find(const char *name)
{
  for (int i = 0; i < COMMAND_COUNT; i++) {
    if (strcmp(commands[i].name, name) == 0) return &commands[i];
  }
  return NULL;
}

void usage_error(const command *cmd, const char *format, ...)
{
  va_list args;
  va_start(args, format);
  fputs("vitext: ", stderr);
  vfprintf(stderr, format, args);
  va_end(args);
  fprintf(stderr, "\nTry: vitext %s%s--help\n", cmd ? cmd->name : "", cmd ? " " : "");
  exit(2);
}

/* The value of a word in the list, or a usage error that names the choices. */
static int choose(const command *cmd, const char *option, const word *list, const char *text)
{
  for (const word *w = list; w->name != NULL; w++) {
    if (strcmp(w->name, text) == 0) return w->value;
  }
  buffer b = { 0 };
  for (const word *w = list; w->name != NULL; w++) buffer_format(&b, " %s", w->name);
  usage_error(cmd, "--%s: not '%s' but one of:%.*s", option, text, (int)b.len, b.data);
}

/* Encodings go by the library's names; a dash or underline more or less does not matter. */
static int same_name(const char *a, const char *b)
{
  for (;;) {
    while (*a == '-' || *a == '_') a++;
    while (*b == '-' || *b == '_') b++;
    const char x = *a >= 'A' && *a <= 'Z' ? (char)(*a + 32) : *a;
    const char y = *b >= 'A' && *b <= 'Z' ? (char)(*b + 32) : *b;
    if (x != y) return 0;
    if (x == '\0') return 1;
    a++, b++;
  }
}

static vitext_encoding encoding(const command *cmd, const char *option, const char *text,
                                int detect)
{
  static const struct {
    const char *alias;
    vitext_encoding value;
  } aliases[] = { { "windows-1258", VITEXT_ENC_CP1258 },
                  { "abc", VITEXT_ENC_TCVN3 },
                  { "vni-windows", VITEXT_ENC_VNI } };
  if (detect && strcmp(text, "auto") == 0) return 0;
  for (int32_t i = 1; vitext_name(VITEXT_NAME_ENC, i) != NULL; i++) {
    if (same_name(vitext_name(VITEXT_NAME_ENC, i), text)) return i;
  }
  for (size_t i = 0; i < sizeof aliases / sizeof *aliases; i++) {
    if (same_name(aliases[i].alias, text)) return aliases[i].value;
  }
  buffer known = { 0 };
  for (int32_t i = 1; vitext_name(VITEXT_NAME_ENC, i) != NULL; i++)
    buffer_format(&known, " %s", vitext_name(VITEXT_NAME_ENC, i));
  usage_error(cmd, "--%s: unknown encoding '%s'; known are:%.*s%s", option, text, (int)known.len,
              known.data, detect ? " auto" : "");
}

static uint32_t repairs(const command *cmd, const char *list)
{
  if (strcmp(list, "none") == 0) return 0;
  uint32_t bits = 0;
  for (const char *s = list; *s != '\0';) {
    const size_t len = strcspn(s, ",");
    uint32_t bit = len == 7 && strncmp(s, "default", 7) == 0 ? VITEXT_REPAIR_DEFAULT : 0;
    for (int i = 0; bit == 0 && i < 31; i++) {
      const char *name = vitext_name(VITEXT_NAME_REPAIR, (int32_t)1 << i);
      if (name != NULL && strlen(name) == len && strncmp(name, s, len) == 0) bit = UINT32_C(1) << i;
    }
    if (bit == 0) usage_error(cmd, "--repair: unknown repair '%.*s'", (int)len, s);
    bits |= bit;
    s += len + (s[len] == ',');
  }
  return bits;
}

static int jobs(const command *cmd, const char *text)
{
  char *end = NULL;
  const long n = strtol(text, &end, 10);
  if (end == text || *end != '\0' || n < 1 || n > 256)
    usage_error(cmd, "-j: '%s' is not a number from 1 to 256", text);
  return (int)n;
}

static void source(options *o, int32_t kind, const char *path)
{
  o->sources = memory_resize(o->sources, (o->source_count + 1) * sizeof *o->sources);
  o->sources[o->source_count++] = (vitext_source){ .kind = kind, .path = path };
}

static int format(const command *cmd, const char *text)
{
  word known[8] = { { NULL, 0 } };
  for (int i = 0, n = 0; i < 6 && cmd->formats[i] != 0; i++) {
    for (const word *w = format_words; w->name != NULL; w++) {
      if (w->value == cmd->formats[i]) known[n++] = *w;
    }
  }
  return choose(cmd, "format", known, text);
}

static void set(options *o, int code, const char *value)
{
  const command *cmd = o->cmd;
  switch (code) {
  case OPT_INPUT: o->input = choose(cmd, "input", input_words, value); break;
  case OPT_FORMAT: o->format = format(cmd, value); break;
  case OPT_OFFSETS: o->unit = choose(cmd, "offsets", unit_words, value); break;
  case OPT_ENCODING: o->encoding = encoding(cmd, "encoding", value, 1); break;
  case OPT_FROM: o->encoding = encoding(cmd, "from", value, 1); break;
  case OPT_TO: o->to = encoding(cmd, "to", value, 0); break;
  case OPT_LENIENT: o->lenient = 1; break;
  case OPT_CONVENTION: o->convention = choose(cmd, "convention", convention_words, value); break;
  case OPT_LEXICON: source(o, VITEXT_SOURCE_WORDS, value); break;
  case OPT_DOCUMENTS: source(o, VITEXT_SOURCE_DOCUMENTS, value); break;
  case OPT_MODEL: source(o, VITEXT_SOURCE_MODEL, value); break;
  case OPT_COLOR: o->color = choose(cmd, "color", color_words, value); break;
  case OPT_FORM: o->form = choose(cmd, "form", form_words, value); break;
  case OPT_TONE: o->style = choose(cmd, "tone", tone_words, value); break;
  case OPT_REPAIR: o->repair = repairs(cmd, value); break;
  case OPT_SUBSTITUTE: o->substitute = value; break;
  case OPT_DETECT: o->detect = 1; break;
  case OPT_ALL: o->all = 1; break;
  case OPT_LEVEL: o->fold = choose(cmd, "level", level_words, value); break;
  case 'j': o->jobs = jobs(cmd, value); break;
  case 'o': o->output = value; break;
  default: break;
  }
}

static void print_version(void)
{
  printf("vitext %s\ndata %s\n", vitext_version_string(), vitext_data_version(NULL));
  exit(0);
}

/* What cannot be judged before all options are read. */
static void check(options *o)
{
  const command *cmd = o->cmd;
  if (cmd->bit == CMD_SYLLABLE && o->operand_count == 0) usage_error(cmd, "syllable needs a word");
  if (o->all && !o->detect) usage_error(cmd, "--all goes with --detect");
  if (cmd->bit == CMD_CONVERT && !o->detect && (o->to == 0 || o->encoding < 0))
    usage_error(cmd, "convert needs --from and --to, or --detect");
  if (o->format == 0) {
    const int as_input = (cmd->bit & CMD_TEXTS) && o->input == INPUT_JSONL;
    o->format = as_input ? FORMAT_JSONL : cmd->formats[0];
  }
  if ((cmd->bit & CMD_TEXTS) && o->format == FORMAT_JSONL && o->input != INPUT_JSONL)
    usage_error(cmd, "--format=jsonl goes with --input=jsonl");
  if (cmd->bit == CMD_CONVERT && o->format == FORMAT_JSONL && o->to != VITEXT_ENC_UTF8)
    usage_error(cmd, "JSON is UTF-8: --format=jsonl goes with --to=utf-8");
}

static void defaults(options *o, const command *cmd)
{
  *o = (options){ .cmd = cmd, .input = cmd->input, .jobs = 1 };
  o->encoding = cmd->bit == CMD_CONVERT ? -1 : VITEXT_ENC_UTF8;
  o->convention = VITEXT_CONVENTION_VLSP;
  o->form = cmd->bit == CMD_CONVERT ? VITEXT_FORM_NONE : VITEXT_FORM_NFC;
  o->repair = cmd->bit == CMD_CONVERT ? 0 : VITEXT_REPAIR_DEFAULT;
  o->fold = cmd->bit == CMD_FOLD ? VITEXT_FOLD_MARKS : VITEXT_FOLD_NONE;
}

/* getopt's view of the rows: long options, and "j:o:hV" in letters. */
static void getopt_rows(struct option *longs, char *letters)
{
  for (int i = 0; i < ROW_COUNT; i++) {
    longs[i] = (struct option){ rows[i].name, rows[i].value ? required_argument : no_argument, NULL,
                                rows[i].code };
    if (rows[i].code < 256) *letters++ = (char)rows[i].code;
    if (rows[i].code < 256 && rows[i].value) *letters++ = ':';
  }
  longs[ROW_COUNT] = (struct option){ 0 };
  *letters = '\0';
}

static const option_row *row_of(int code)
{
  int i = 0;
  while (rows[i].code != code) i++;
  return &rows[i];
}

/* The command stands first; "vitext --help" and "vitext help COMMAND" stand alone. */
static const command *first_word(int argc, char **argv)
{
  const char *name = argc > 1 ? argv[1] : NULL;
  if (name == NULL) {
    help_print(NULL);
    exit(2);
  }
  if (strcmp(name, "--version") == 0 || strcmp(name, "-V") == 0) print_version();
  const int help =
      strcmp(name, "--help") == 0 || strcmp(name, "-h") == 0 || strcmp(name, "help") == 0;
  const command *cmd = command_find(help && argc > 2 ? argv[2] : name);
  if (help && (cmd != NULL || argc == 2)) {
    help_print(cmd);
    exit(0);
  }
  if (name[0] == '-' && !help) usage_error(NULL, "the command comes first, then options");
  if (cmd == NULL) usage_error(NULL, "unknown command '%s'", help ? argv[2] : name);
  return cmd;
}

void options_read(options *o, int argc, char **argv)
{
  struct option longs[ROW_COUNT + 1];
  char letters[4 * ROW_COUNT];
  getopt_rows(longs, letters);
  defaults(o, first_word(argc, argv));
  optind = 2;
  for (int code; (code = getopt_long(argc, argv, letters, longs, NULL)) != -1;) {
    if (code == '?') usage_error(o->cmd, "see the options of %s", o->cmd->name);
    if (code == 'h') {
      help_print(o->cmd);
      exit(0);
    }
    if (code == 'V') print_version();
    if (!(row_of(code)->commands & o->cmd->bit))
      usage_error(o->cmd, "%s takes no --%s", o->cmd->name, row_of(code)->name);
    set(o, code, optarg);
  }
  o->operands = argv + optind;
  o->operand_count = argc - optind;
  check(o);
}

void options_free(options *o)
{
  free(o->sources);
}
