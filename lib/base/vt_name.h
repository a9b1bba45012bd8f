/* vt_name.h - the public words for public constants, as in JSON and on the command line. */
#ifndef VT_NAME_H
#define VT_NAME_H
#include "vitext.h"

/* As vitext_name: NULL where the group has no such value. */
const char *vt_name(int32_t group, int32_t value);

#endif
