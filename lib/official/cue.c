/* cue.c - whether a sentence is worth cutting into chunks: most text names nobody. */
#include "vt_find.h"

static bool capital_at(const vt_find *f, uint32_t i)
{
  return i < f->end && vt_find_is_capital(f, i);
}

/* A word of table at i that is followed by a capital: "ong A", "ca si B", "bi cao C". */
static bool announces(const vt_find *f, uint32_t table, uint32_t i)
{
  uint32_t row;
  const uint32_t len = vt_find_match(f, table, i, &row);
  return len > 0 && (capital_at(f, i + len) || (i + len < f->end && vt_find_mark(f, i + len) != 0));
}

static bool is_cue(vt_find *f, uint32_t i, unsigned c)
{
  uint32_t row;
  uint8_t strength;
  const bool capital = vt_find_is_capital(f, i);
  if ((c & VT_CLS_HONORIFIC) != 0 && announces(f, VT_TABLE_PERSON_HONORIFICS, i)) return true;
  if ((c & VT_CLS_RANK) != 0 && announces(f, VT_TABLE_PERSON_RANKS, i)) return true;
  if ((c & VT_CLS_EPITHET) != 0 && announces(f, VT_TABLE_PERSON_EPITHETS, i)) return true;
  if ((c & VT_CLS_TITLE) != 0 && (capital ? vt_find_match(f, VT_TABLE_POST_TITLES, i, &row) > 0
                                          : announces(f, VT_TABLE_POST_TITLES, i)))
    return true;
  if (!capital) return false;
  if ((c & VT_CLS_SURNAME) != 0 && capital_at(f, i + 1) && vt_name_take(f, i, false, &strength) > 0)
    return true;
  return (c & VT_CLS_COUNTRY) != 0 && capital_at(f, i + 1) && capital_at(f, i + 2);
}

/* A line in capitals of a signature block, or one like "Anh: Hai Yen". */
static bool is_line(const vt_find *f, vt_run sentence)
{
  if (sentence.count > 14) return false;
  if (vt_find_is_capitals(f, sentence.first)) return true;
  for (uint32_t i = sentence.first; i < f->end; i++)
    if (vt_find_mark(f, i) == ':' && capital_at(f, i + 1)) return true;
  return false;
}

bool vt_cue(vt_find *f, vt_run sentence)
{
  enum {
    CUES = VT_CLS_HONORIFIC | VT_CLS_RANK | VT_CLS_EPITHET | VT_CLS_TITLE | VT_CLS_SURNAME |
           VT_CLS_COUNTRY
  };
  f->end = sentence.first + sentence.count;
  if (is_line(f, sentence)) return true;
  for (uint32_t i = sentence.first; i < f->end; i++) {
    const unsigned c = vt_find_class(f, i);
    if ((c & CUES) != 0 && is_cue(f, i, c)) return true;
    if (vt_find_mark(f, i) == ':' && i > sentence.first && vt_find_is_credit(f, i - 1)) return true;
    if (f->people.count > 0 && vt_find_is_capital(f, i) && vt_given_seen(f, i)) return true;
  }
  return false;
}
