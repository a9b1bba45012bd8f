/* token.c - tokens: the scanner's, with the line ends settled; sentences. */
#include "vt_token.h"
#include "vt_scan.h"

vitext_status vt_tokens_find(const vt_alloc *a, const vt_lexicon *lex, vt_text text, vt_tokens *out)
{
  return vt_scan(a, lex, text, out);
}
