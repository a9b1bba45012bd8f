/* who_holds_what.c - a table (CSV) of who holds which office, over the .txt files of a folder.
 *   who_holds_what news >offices.csv */
#include <dirent.h>
#include <stdio.h>
#include <string.h>
#include <vitext.h>

enum { MAX_TEXT = 1 << 20 };

static void cell(const char *text, char after)
{
  putchar('"');
  for (; *text != '\0'; text++) printf(*text == '"' ? "\"\"" : "%c", *text);
  printf("\"%c", after);
}

/* A row for each position that is not said more fully elsewhere in the text. */
static vitext_status list(const vitext_ctx *ctx, const char *folder, const char *name)
{
  static char text[MAX_TEXT], path[4096];
  vitext_doc *doc = NULL;
  vitext_options options;
  vitext_options_init(&options, sizeof options);
  options.layers = VITEXT_OFFICIALS;
  options.lenient = 1;
  snprintf(path, sizeof path, "%s/%s", folder, name);
  FILE *f = fopen(path, "rb");
  if (f == NULL) return VITEXT_E_IO;
  const size_t len = fread(text, 1, sizeof text, f);
  fclose(f);
  const vitext_status status = vitext_analyze(ctx, text, len, &options, &doc, NULL);
  const vitext_position *p;
  for (size_t i = 0; (p = vitext_doc_position(doc, i)) != NULL; i++) {
    if (p->same_as >= 0 || p->person < 0) continue;
    cell(name, ',');
    cell(vitext_doc_person(doc, (size_t)p->person)->name, ',');
    cell(p->title, ',');
    cell(p->org, ',');
    cell(vitext_name(VITEXT_NAME_POST, p->status), '\n');
  }
  vitext_doc_free(doc);
  return status;
}

int main(int argc, char **argv)
{
  vitext_ctx *ctx;
  DIR *folder = argc == 2 ? opendir(argv[1]) : NULL;
  if (folder == NULL) return fprintf(stderr, "usage: who_holds_what FOLDER\n"), 2;
  vitext_status status = vitext_ctx_new(NULL, &ctx, NULL);
  puts("file,person,title,organisation,status");
  for (struct dirent *e; status == VITEXT_OK && (e = readdir(folder)) != NULL;)
    if (strstr(e->d_name, ".txt") != NULL) status = list(ctx, argv[1], e->d_name);
  vitext_ctx_free(ctx);
  closedir(folder);
  return status == VITEXT_OK ? 0 : (fprintf(stderr, "who_holds_what: error %d\n", (int)status), 1);
}
