/* sign.c - signature blocks and forms: posts on lines of their own above or below a name. */
#include "vt_find.h"

void vt_sign_blocks(vt_find *f, const vt_runs *sentences)
{
  (void)f;
  (void)sentences;
}
