/* help.c - the help of the program and of each command, from the tables of options.c. */
#include "options.h"
#include <stdio.h>
#include <string.h>

static const char program_examples[] =
    "  vitext analyze report.txt                          officials, references, words, for "
    "reading\n"
    "  vitext analyze --format=html -o page.html report.txt        the same as one page to look "
    "at\n"
    "  vitext segment < lines.txt > words.txt             words, blanks inside a word as _\n"
    "  vitext references --input=jsonl --format=jsonl pages.jsonl      one JSON object a document\n"
    "  vitext convert --from=auto --to=utf-8 old.txt      TCVN3, VNI, VISCII... to UTF-8\n";

static void option_line(const option_row *r)
{
  char left[96];
  const char letter[] = { '-', (char)(r->code < 256 ? r->code : ' '), ',', ' ', '\0' };
  snprintf(left, sizeof left, "%s--%s%s%s", r->code < 256 ? letter : "    ", r->name,
           r->value ? "=" : "", r->value ? r->value : "");
  printf("  %-38s %s\n", left, r->help);
}

static const char *format_name(int format)
{
  static const char *const names[] = { "", "text", "jsonl", "html", "conllu", "tsv", "words" };
  return names[format];
}

static void command_help(const command *cmd)
{
  printf("vitext %s: %s\n\nExamples\n%s\nUsage: vitext %s [OPTION...] %s\n", cmd->name, cmd->help,
         cmd->examples, cmd->name, cmd->operands);
  if (strstr(cmd->operands, "FILE") != NULL) puts("No FILE, or -: standard input.");
  fputs("Formats (the first is the default):", stdout);
  for (int i = 0; i < 6 && cmd->formats[i] != 0; i++) printf(" %s", format_name(cmd->formats[i]));
  puts("\n\nOptions");
  for (int i = 0; option_at(i) != NULL; i++) {
    if (option_at(i)->commands & cmd->bit) option_line(option_at(i));
  }
}

static void program_help(void)
{
  printf("vitext: Vietnamese text analysis\n\nExamples\n%s\nUsage: vitext COMMAND [OPTION...] "
         "[FILE...]\n\nCommands\n",
         program_examples);
  for (int i = 0; command_at(i) != NULL; i++)
    printf("  %-11s %s\n", command_at(i)->name, command_at(i)->help);
  puts("\nvitext COMMAND --help: options and examples of a command; vitext --version; man vitext\n"
       "Exit status: 0 done, 1 some input failed (the rest was done), 2 wrong use");
}

void help_print(const command *cmd)
{
  if (cmd != NULL) command_help(cmd);
  else program_help();
}
