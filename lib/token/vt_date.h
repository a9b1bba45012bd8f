/* vt_date.h - dates in a text: read, and written as ISO 8601 writes them. */
#ifndef VT_DATE_H
#define VT_DATE_H
#include "vt_token.h"

/* A day, a month or a year: what is not said is 0. */
typedef struct vt_date {
  uint16_t year;
  uint8_t month, day;
} vt_date;

/* A text with dates. behind: the token after "tháng" (VT_DATE_MONTH) or "năm" (VT_DATE_YEAR) at
 * token i, in the spellings of the caller; 0: no such word. */
enum { VT_DATE_YEAR = 1, VT_DATE_MONTH = 2, VT_DATE_DAY = 3 };
typedef struct vt_date_source {
  vt_text text;
  const vt_token *tokens;
  uint32_t count;
  uint32_t (*behind)(const void *caller, uint32_t i, int part);
  const void *caller;
} vt_date_source;

/* The date whose first number is that at token i: "15/5/2016", "15 tháng 5 năm 2016" from a day,
 * "5/2016" from a month, "2016". The offset of its end, 0: none. A whole date may have a year of
 * two digits, 1945 or later (26.3.46). */
uint32_t vt_date_find(const vt_date_source *t, uint32_t i, int from, vt_date *out);

enum { VT_ISO_DATE_MAX = 10 };
/* "2022-09-01" to to; a day or month that is not said ends it before ("2022-09", "2022"). Its
 * length; no NUL follows. */
uint32_t vt_date_iso(char to[VT_ISO_DATE_MAX], vt_date d);

#endif
