/* gen_file.c - the lexicon as one binary file. */
#include "vt_gen.h"

void gen_write_file(const char *path, const vt_lexicon *lex)
{
  (void)lex;
  gen_fail(path, 0, "lexicon files are not written yet", "");
}
