/* tenure.c - dates of an office: since when, until when (spec section 9), as ISO dates. */
#include <string.h>
#include "vt_date.h"
#include "vt_find.h"

/* The number of digits [*at, end) begins with, at most four; moves *at behind it. */
static uint32_t digits(const char *bytes, uint32_t *at, uint32_t end)
{
  uint32_t value = 0;
  for (uint32_t k = 0; k < 4 && *at < end && bytes[*at] >= '0' && bytes[*at] <= '9'; k++, ++*at)
    value = value * 10 + (uint32_t)(bytes[*at] - '0');
  return value;
}

typedef struct date {
  uint32_t year, month, day; /* 0: not said */
} date;

static bool is_year(uint32_t n)
{
  return n >= 1900 && n < 2100;
}

/* "1/9/2022", "9/2022", "2022" in one token: the numbers of [begin, end), the year last. */
static bool date_in(const char *bytes, uint32_t begin, uint32_t end, date *d)
{
  uint32_t parts[3], count = 0;
  for (uint32_t at = begin; at < end && count < 3;) {
    const uint32_t was = at;
    parts[count] = digits(bytes, &at, end);
    if (at == was) return false;
    count++;
    if (at < end && strchr("/-.", bytes[at]) == NULL) return false;
    if (at < end) at++;
  }
  if (count == 0 || !is_year(parts[count - 1])) return false;
  d->year = parts[count - 1];
  d->month = count > 1 ? parts[count - 2] : 0;
  d->day = count > 2 ? parts[0] : 0;
  return d->month <= 12 && d->day <= 31;
}

/* "ngay 1 thang 9 nam 2022" from i on, as far as it goes; moves *i behind it. */
static bool date_words(const vt_find *f, uint32_t *i, date *d)
{
  static const uint8_t words[] = { VT_W_NAM, VT_W_THANG, VT_W_NGAY };
  uint32_t *const fields[] = { &d->year, &d->month, &d->day };
  bool found = false;
  for (int unit = 2; unit >= 0 && *i + 1 < f->end; unit--) {
    if (!vt_find_spells(f, *i, words[unit])) continue;
    const vt_token t = f->tokens->items[*i + 1];
    date whole = { 0 }; /* "thang 9/2022" */
    if (d->day == 0 && d->month == 0 && date_in(f->text.bytes, t.begin, t.end, &whole)) {
      *d = whole;
      *i += 2;
      return true;
    }
    uint32_t at = t.begin;
    *fields[unit] = digits(f->text.bytes, &at, t.end);
    if (at != t.end || at == t.begin) return false;
    *i += 2;
    found = unit == 0;
  }
  return found && is_year(d->year) && d->month <= 12 && d->day <= 31;
}

uint32_t vt_date_read(const vt_find *f, uint32_t i, vt_date *out)
{
  date d = { 0 };
  if (i >= f->end) return i;
  const vt_token t = f->tokens->items[i];
  uint32_t end = i;
  if (date_in(f->text.bytes, t.begin, t.end, &d)) end = i + 1;
  else if (!date_words(f, &end, &d)) return i;
  *out = (vt_date){ (uint16_t)d.year, (uint8_t)d.month, (uint8_t)d.day };
  return end;
}

static bool spells_until(const vt_find *f, uint32_t i)
{
  return i < f->end && (vt_find_spells(f, i, VT_W_DEN) || vt_find_mark(f, i) == '-');
}

/* "2016-2021" in one token. */
static uint32_t years_read(const vt_find *f, uint32_t i, vt_tenure *out)
{
  if (i >= f->end) return i;
  const vt_token t = f->tokens->items[i];
  uint32_t at = t.begin;
  const uint32_t first = digits(f->text.bytes, &at, t.end);
  if (!is_year(first) || at == t.end || f->text.bytes[at++] != '-') return i;
  const uint32_t last = digits(f->text.bytes, &at, t.end);
  if (!is_year(last) || at != t.end) return i;
  *out = (vt_tenure){ { (uint16_t)first, 0, 0 }, { (uint16_t)last, 0, 0 } };
  return i + 1;
}

uint32_t vt_tenure_read(const vt_find *f, uint32_t i, vt_tenure *out)
{
  uint32_t end = years_read(f, i, out);
  if (end > i) return end;
  end = vt_date_read(f, i, &out->since);
  if (end == i) return i;
  if (!spells_until(f, end)) return end;
  const uint32_t after = vt_date_read(f, end + 1, &out->until);
  return after > end + 1 ? after : end;
}

const char *vt_date_text(vt_find *f, vt_date d)
{
  char text[VT_ISO_DATE_MAX];
  if (d.year == 0) return "";
  const char *copy = vt_arena_copy(f->arena, text, vt_iso_date(text, d.year, d.month, d.day));
  if (copy == NULL) f->failed = true;
  return copy != NULL ? copy : "";
}
