/* version.c - the library's name for what it is and what it stands on. */
#include <utf8proc.h>
#include "vt_normal.h"
#if VT_ICU
#include <unicode/uvernum.h>
#define ICU_PART " icu/" U_ICU_VERSION
#else
#define ICU_PART ""
#endif

#define TEXT(number)    #number
#define DOTTED(x, y, z) TEXT(x) "." TEXT(y) "." TEXT(z)
#define UTF8PROC_PART                                                                              \
  " utf8proc/" DOTTED(UTF8PROC_VERSION_MAJOR, UTF8PROC_VERSION_MINOR, UTF8PROC_VERSION_PATCH)

const char *vt_version_string(void)
{
  return DOTTED(VITEXT_VERSION_MAJOR, VITEXT_VERSION_MINOR, VITEXT_VERSION_PATCH)
      ICU_PART UTF8PROC_PART;
}
