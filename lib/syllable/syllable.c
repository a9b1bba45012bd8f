/* syllable.c - the parts of one syllable. */
#include "vt_syllable.h"
