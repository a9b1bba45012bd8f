/* official.c - the pass over the tokens. */
#include "vt_official.h"
