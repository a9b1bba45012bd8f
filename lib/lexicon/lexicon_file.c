/* lexicon_file.c - a lexicon from a file. */
#include "vt_error.h"
#include "vt_lexicon_data.h"

vitext_status vt_lexicon_open(const vt_alloc *a, const void *bytes, size_t len, vt_lexicon **out,
                              vitext_error *err)
{
  (void)a, (void)bytes, (void)len;
  *out = NULL;
  return vt_error_set(err, VITEXT_E_UNSUPPORTED, 0, "lexicon files are not read yet", NULL);
}
