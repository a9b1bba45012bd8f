/* replay.c - a target without libFuzzer: runs every input of the folders, packs (pack.py) and files
 * that are named; a folder that is not there has none. */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "fuzz.h"

enum { MOST = 1 << 22 };
static uint8_t bytes[MOST];

static int run_pack(size_t len)
{
  int count = 0;
  for (size_t at = 0; at + 4 <= len; count++) {
    const size_t size = bytes[at] | (size_t)bytes[at + 1] << 8 | (size_t)bytes[at + 2] << 16;
    at += 4;
    FUZZ_REQUIRE(bytes[at - 1] == 0 && size <= len - at);
    LLVMFuzzerTestOneInput(bytes + at, size);
    at += size;
  }
  return count;
}

static int run_file(const char *path)
{
  FILE *f = fopen(path, "rb");
  if (f == NULL) return 0;
  const size_t len = fread(bytes, 1, sizeof bytes, f);
  fclose(f);
  FUZZ_REQUIRE(len < MOST);
  const size_t name = strlen(path);
  if (name > 5 && strcmp(path + name - 5, ".pack") == 0) return run_pack(len);
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
