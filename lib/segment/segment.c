/* segment.c - the decoder. */
#include "vt_segment.h"
