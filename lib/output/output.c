/* output.c - which writer a format has. */
#include "vt_output.h"
