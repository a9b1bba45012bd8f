/* replay.c - a target without libFuzzer: runs every file of the folders and files that are named.
 */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "fuzz.h"

static int run_file(const char *path)
{
  FILE *f = fopen(path, "rb");
  if (f == NULL) return 0;
  static uint8_t bytes[1 << 20];
  const size_t len = fread(bytes, 1, sizeof bytes, f);
  fclose(f);
  LLVMFuzzerTestOneInput(bytes, len);
  return 1;
}

static int run_folder(const char *path)
{
  DIR *dir = opendir(path);
  if (dir == NULL) return run_file(path);
  int count = 0;
  for (struct dirent *e; (e = readdir(dir)) != NULL;) {
    char name[4096];
    if (e->d_name[0] == '.') continue;
    snprintf(name, sizeof name, "%s/%s", path, e->d_name);
    count += run_file(name);
  }
  closedir(dir);
  return count;
}

int main(int argc, char **argv)
{
  int count = 0;
  for (int i = 1; i < argc; i++) count += run_folder(argv[i]);
  LLVMFuzzerTestOneInput((const uint8_t *)"", 0);
  printf("%d inputs\n", count);
  return count > 0 ? 0 : 1;
}
