/* stub_vt_user_posts_add.c - weak stand-ins for functions whose room has not landed them yet; the real ones win at
 * link time. This file goes away with the last of them. */
#include <string.h>
#include "vt_encoding.h"
#include "vt_error.h"
#include "vt_lexicon.h"
#include "vt_normal.h"
#include "vt_official.h"
#include "vt_reference.h"
#include "vt_segment.h"
#include "vt_token.h"
#define WEAK __attribute__((weak))

WEAK vitext_status vt_user_posts_add(vt_user_posts *u, const vt_lexicon *lex, const char *utf8,
                                     size_t len, bool title)
{
  (void)u, (void)lex, (void)utf8, (void)len, (void)title;
  return VITEXT_E_UNSUPPORTED;
}
