/* api.c - one short function per public symbol. */
#include "vitext.h"
