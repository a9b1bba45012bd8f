/* reference.c - the pass over the tokens. */
#include "vt_reference.h"
