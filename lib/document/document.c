/* document.c - the order of the passes. */
#include "vt_document.h"
