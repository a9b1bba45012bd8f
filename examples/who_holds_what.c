/* who_holds_what.c - a table (CSV) of who holds which office, over the .txt files of a folder.
 *   who_holds_what news >offices.csv */
#include <dirent.h>
#include <stdio.h>
#include <string.h>
#include <vitext.h>

static void cell(const char *text, char after)
{
  putchar('"');
  for (; *text != '\0'; putchar(*text++))
    if (*text == '"') putchar('"');
  printf("\"%c", after);
}

/* A row for each position that is not said more fully elsewhere in the text. */
static vitext_status list(const vitext_ctx *ctx, const char *folder, const char *name)
{
  static char text[1 << 20], path[4096];
  vitext_doc *doc = NULL;
  vitext_options options;
  vitext_options_init(&options, sizeof options);
  options.layers = VITEXT_OFFICIALS;
  options.lenient = 1;
  snprintf(path, sizeof path, "%s/%s", folder, name);
  FILE *f = fopen(path, "rb");
  if (f == NULL) return perror(path), VITEXT_E_IO;
  const size_t len = fread(text, 1, sizeof text, f);
  fclose(f);
  vitext_status status = VITEXT_E_TOO_LONG; /* half a text is no text */
  if (len < sizeof text) status = vitext_analyze(ctx, text, len, &options, &doc, NULL);
  if (status != VITEXT_OK) fprintf(stderr, "%s: error %d\n", path, (int)status);
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
  return status == VITEXT_OK ? 0 : 1;
}
