/* lexicon.c - the vocabulary. */
#include "vt_lexicon.h"
