/* context.c - options and sources into a context. */
#include "vt_context.h"
