/* vt_date.h - a date as ISO 8601 writes it. */
#ifndef VT_DATE_H
#define VT_DATE_H
#include <stdint.h>

enum { VT_ISO_DATE_MAX = 10 };

/* "2022-09-01" to to; a day or month that is 0 ends it before ("2022-09", "2022"). Its length; no
 * NUL follows. */
static inline uint32_t vt_iso_date(char to[VT_ISO_DATE_MAX], uint32_t year, uint32_t month,
                                   uint32_t day)
{
  const uint32_t parts[] = { year, month, day };
  uint32_t len = 0;
  for (int k = 0; k < 3 && (k == 0 || parts[k] != 0); k++) {
    if (k > 0) to[len++] = '-';
    for (uint32_t unit = k == 0 ? 1000 : 10; unit > 0; unit /= 10)
      to[len++] = (char)('0' + parts[k] / unit % 10);
  }
  return len;
}

#endif
