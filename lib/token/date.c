/* date.c - dates in figures, with words or marks between them. */
#include "vt_date.h"
#include "vt_gap.h"
#include "vt_utf8.h"

static uint32_t digits_end(vt_text text, uint32_t offset)
{
  while (offset < text.len && (unsigned)text.bytes[offset] - '0' < 10u) offset++;
  return offset;
}

/* The number of at most four digits there; *offset moves behind it. 0: none. */
static uint32_t read_number(vt_text text, uint32_t *offset, uint32_t *digits)
{
  uint32_t value = 0;
  const uint32_t end = digits_end(text, *offset);
  *digits = end - *offset;
  if (*digits > 4) return 0;
  for (; *offset < end; ++*offset) value = value * 10 + (uint32_t)(text.bytes[*offset] - '0');
  return value;
}

/* A day or a month with what leads to the next part, a word or a mark; 0: none. */
static uint32_t read_part(const vt_date_source *t, uint32_t *offset, uint32_t *i, int next)
{
  uint32_t digits;
  const uint32_t value = read_number(t->text, offset, &digits);
  if (value == 0 || digits > 2 || value > (next == VT_DATE_MONTH ? 31u : 12u)) return 0;
  uint32_t at = vt_gap(t->text, *offset);
  while (*i < t->count && t->tokens[*i].begin < at) ++*i;
  const bool token = *i < t->count && t->tokens[*i].begin == at;
  const uint32_t behind = token ? t->behind(t->caller, *i, next) : 0;
  if (behind != 0) {
    *offset = vt_gap(t->text, t->tokens[behind - 1].end);
    return value;
  }
  const uint32_t cp = at < t->text.len ? vt_utf8_next(t->text.bytes, &at) : 0;
  if (cp != '/' && cp != '.' && !vt_is_dash(cp)) return 0;
  *offset = vt_gap(t->text, at);
  return value;
}

uint32_t vt_date_find(const vt_date_source *t, uint32_t i, int from, vt_date *out)
{
  if (i >= t->count) return 0;
  uint32_t at = t->tokens[i].begin, day = 0, month = 0, digits;
  if (from >= VT_DATE_DAY && (day = read_part(t, &at, &i, VT_DATE_MONTH)) == 0) return 0;
  if (from >= VT_DATE_MONTH && (month = read_part(t, &at, &i, VT_DATE_YEAR)) == 0) return 0;
  uint32_t year = read_number(t->text, &at, &digits), first = 1900;
  if (digits == 2 && from >= VT_DATE_DAY) {
    year += 1900;
    first = 1945;
  } else if (digits != 4) {
    return 0;
  }
  if (year < first || year >= 2100) return 0;
  *out = (vt_date){ (uint16_t)year, (uint8_t)month, (uint8_t)day };
  return at;
}

uint32_t vt_date_iso(char to[VT_ISO_DATE_MAX], vt_date d)
{
  const uint32_t parts[] = { d.year, d.month, d.day };
  uint32_t len = 0;
  for (int k = 0; k < 3 && (k == 0 || parts[k] != 0); k++) {
    if (k > 0) to[len++] = '-';
    for (uint32_t unit = k == 0 ? 1000 : 10; unit > 0; unit /= 10)
      to[len++] = (char)('0' + parts[k] / unit % 10);
  }
  return len;
}
