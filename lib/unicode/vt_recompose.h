/* vt_recompose.h - the fast way for Vietnamese in NFD: letters and the marks behind them. */
#ifndef VT_RECOMPOSE_H
#define VT_RECOMPOSE_H
#include "vt_writer.h"

/* Copy clean characters of in[at..len) and compose Vietnamese letters among them, as far as nothing
 * else turns up; returns where that is (at itself at once, too). repair: marks in the wrong order and
 * doubled ones are put right. At a place where a mark could follow, the letter before it is left for
 * the caller too. Gives up where no marks come any more, since proving is faster than copying. */
size_t vt_recompose(vt_writer *w, const char *in, size_t len, size_t at, bool repair);

#endif
