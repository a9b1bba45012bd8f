/* encoding.c - which table an encoding is read and written with. */
#include "vt_encoding.h"
