/* token.c - tokens: the scanner's, with the line ends settled. */
#include "vt_mark.h"
#include "vt_scan.h"

vitext_status vt_tokens_find(const vt_alloc *a, const vt_lexicon *lex, vt_text text, vt_tokens *out)
{
  return vt_tokens_recall(a, lex, NULL, text, out);
}

vitext_status vt_tokens_recall(const vt_alloc *a, const vt_lexicon *lex, vt_memory *memory,
                               vt_text text, vt_tokens *out)
{
  const vitext_status st = vt_scan(a, lex, memory, text, out);
  if (st == VITEXT_OK) vt_lines_settle(lex, text, out);
  return st;
}
