/* token.c - the scanner. */
#include "vt_token.h"
