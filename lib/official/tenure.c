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

static bool is_year(uint32_t n)
{
  return n >= 1900 && n < 2100;
}

static uint32_t behind(const void *caller, uint32_t i, int part)
{
  const vt_find *f = caller;
  return i < f->end && vt_find_spells(f, i, part == VT_DATE_MONTH ? VT_W_THANG : VT_W_NAM) ? i + 1
                                                                                           : 0;
}

/* A date at i: the token behind it, i if there is none. */
static uint32_t read_date(const vt_find *f, uint32_t i, vt_date *out)
{
  static const uint8_t words[] = {
    [VT_DATE_YEAR] = VT_W_NAM, [VT_DATE_MONTH] = VT_W_THANG, [VT_DATE_DAY] = VT_W_NGAY
  };
  const vt_date_source text = { f->text, f->tokens->items, f->end, behind, f };
  for (int from = VT_DATE_DAY; from >= VT_DATE_YEAR && i < f->end; from--) {
    const uint32_t first = vt_find_spells(f, i, words[from]) ? i + 1 : i;
    const uint32_t end = vt_date_find(&text, first, from, out);
    uint32_t last = first; /* the date ends with a token: not "2016" of "2016-2021" */
    while (end != 0 && last + 1 < f->end && f->tokens->items[last].end < end) last++;
    if (end != 0 && f->tokens->items[last].end == end) return last + 1;
  }
  return i;
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
  end = read_date(f, i, &out->since);
  if (end == i) return i;
  if (!spells_until(f, end)) return end;
  const uint32_t after = read_date(f, end + 1, &out->until);
  return after > end + 1 ? after : end;
}

const char *vt_date_text(vt_find *f, vt_date d)
{
  char text[VT_ISO_DATE_MAX];
  if (d.year == 0) return "";
  const char *copy = vt_arena_copy(f->arena, text, vt_date_iso(text, d));
  if (copy == NULL) f->failed = true;
  return copy != NULL ? copy : "";
}
