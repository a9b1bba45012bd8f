/* docnumber.c - numbers of documents: 30/2020/NĐ-CP, 05-CT/TW, 749/QĐ-TTg, 64-CP, and the forms
 * that blanks, dashes and line ends give them. */
#include <string.h>
#include "vt_refscan.h"
#include "vt_letter.h"

static bool is_letter_at(const vt_refscan *s, uint32_t offset)
{
  const uint32_t cp = vt_ref_peek(s, offset);
  return vt_class_is_word(vt_class_of(cp)) || cp == 0xA7;
}

static bool is_word_at(const vt_refscan *s, uint32_t offset)
{
  const uint32_t cp = vt_ref_peek(s, offset);
  return is_letter_at(s, offset) || vt_class_of(cp) == VT_CLASS_DIGIT || cp == '_';
}

/* Digits and perhaps one letter (30c); the end, or 0. */
static uint32_t read_serial(const vt_refscan *s, uint32_t offset)
{
  uint32_t end = vt_ref_digits(s, offset);
  if (end == offset || end - offset > 5) return 0;
  if (s->text.bytes[end] == '.') { /* 66.5/2025/NQ-CP, 08.a/2010/TT-BTP */
    const uint32_t more = vt_ref_digits(s, end + 1);
    const uint32_t dotted = more > end + 1 ? more : end + 2;
    const bool fits = more > end + 1 ? more - end <= 3 : is_letter_at(s, end + 1);
    if (fits && vt_ref_peek(s, dotted) == '/' && vt_ref_year(s, dotted + 1) != 0) return dotted;
    return end;
  }
  if (!is_word_at(s, end)) return end;
  const vt_letter letter = vt_letter_of(vt_ref_char(s, &end));
  if (letter.code == 0 || letter.tone != VITEXT_TONE_NGANG || is_word_at(s, end)) return 0;
  const uint32_t cp = vt_ref_peek(s, vt_ref_gap(s, end));
  return letter.upper == 0 || cp == '/' || vt_is_dash(cp) ? end : 0;
}

/* ---- Misread digits: l06, 3O, 2O20 ---- */

/* The digit that a character stands for, or is; 0: none. */
static char digit_for(char c)
{
  if (c >= '0' && c <= '9') return c;
  if (c == 'O' || c == 'o') return '0';
  return c == 'l' || c == 'I' ? '1' : '\0';
}

/* Digits at offset of which some are letters that look alike, at most most of them, to to; their
 * end, or 0: none, none misread, or no real digit. */
static uint32_t read_misread(const vt_refscan *s, uint32_t offset, uint32_t most, char *to)
{
  uint32_t at = offset, real = 0;
  for (; at - offset < most && digit_for(s->text.bytes[at]) != '\0'; at++) {
    to[at - offset] = digit_for(s->text.bytes[at]);
    real += to[at - offset] == s->text.bytes[at];
  }
  to[at - offset] = '\0';
  return real == 0 || real == at - offset || is_word_at(s, at) ? 0 : at;
}

/* A year before "/" that is misread, or has a digit twice (20222): its end, or 0. */
static uint32_t read_misread_year(const vt_refscan *s, uint32_t offset, char *to)
{
  enum { DIGITS = 5 };
  uint32_t end = read_misread(s, offset, DIGITS, to);
  if (end == 0) {
    end = vt_ref_digits(s, offset);
    if (end - offset != DIGITS) return 0;
    memcpy(to, s->text.bytes + offset, DIGITS + 1);
    to[DIGITS] = '\0';
    char *twice = to;
    while (*twice != '\0' && twice[0] != twice[1]) twice++;
    if (*twice == '\0') return 0;
    memmove(twice, twice + 1, strlen(twice));
  }
  const bool year = strlen(to) == 4 && (memcmp(to, "19", 2) == 0 || memcmp(to, "20", 2) == 0);
  return year && s->text.bytes[end] == '/' && is_letter_at(s, end + 1) ? end : 0;
}

/* Text that cannot stand behind a bare number, because it makes a decimal, a share, a time of it.
 */
static bool is_other_number(const vt_refscan *s, uint32_t end)
{
  uint32_t at = end;
  const uint32_t cp = vt_ref_char(s, &at);
  if (cp == '%') return true;
  if (cp != '.' && cp != ',' && cp != ':' && cp != '/' && cp != '+' && !vt_is_dash(cp))
    return false;
  return vt_ref_digits(s, at) > at;
}

static void append(char *to, size_t *len, const char *text)
{
  const size_t add = strlen(text);
  if (*len + add >= VT_SYMBOL_MAX) return;
  memcpy(to + *len, text, add + 1);
  *len += add;
}

/* Join the parts to the official symbol, and the organs to their list. */
static void write_symbol(const vt_symbol_part *parts, uint32_t n, vt_docnumber *out)
{
  size_t symbol = 0, organ = 0;
  out->symbol[0] = out->organ[0] = '\0';
  for (uint32_t i = 0; i < n; i++) {
    const char before[2] = { parts[i].before, '\0' };
    if (i > 0) append(out->symbol, &symbol, before);
    append(out->symbol, &symbol, parts[i].text);
    if ((parts[i].roles & VT_SYMBOL_RESTORED) != 0) out->flags |= VITEXT_REFF_UNMARKED;
    const bool type = (parts[i].roles & VT_SYMBOL_TYPE) != 0 && n > 1 &&
                      (i == 0 || (parts[i].roles & VT_SYMBOL_ORGAN) == 0);
    if (type || out->form == VT_DOCFORM_COURT) continue;
    if (organ > 0) append(out->organ, &organ, parts[i].before == '&' ? "&" : "+");
    append(out->organ, &organ, parts[i].text);
  }
}

/* What kind of symbol the parts make, and the type they name. */
static void classify(const vt_symbol_part *parts, uint32_t n, vt_docnumber *out)
{
  const vt_symbol_part *first = &parts[0], *last = &parts[n - 1];
  out->form = VT_DOCFORM_OPEN;
  if ((first->roles & VT_SYMBOL_TERM) != 0 && (first->roles & VT_SYMBOL_ORGAN) != 0 && n == 1) {
    out->form = VT_DOCFORM_TYPED; /* QH14, UBTVQH14: laws and resolutions share it */
    out->type = first->text[0] == 'Q' ? "luat" : "nghi-quyet";
  } else if (n > 1 && (first->roles & VT_SYMBOL_TYPE) != 0) {
    out->form = VT_DOCFORM_TYPED;
    out->type = first->type;
  } else if (out->year.end != 0 && (first->roles & VT_SYMBOL_CASE) != 0 && n > 1 &&
             (last->roles & VT_SYMBOL_LEVEL) != 0) {
    out->form = VT_DOCFORM_COURT;
    out->type = "ban-an";
  } else if (out->year.end != 0 && (first->roles & VT_SYMBOL_JUDGMENT) != 0) {
    out->form = VT_DOCFORM_COURT;
  } else if (n > 1 && last->before == '/' && (last->roles & VT_SYMBOL_TYPE) != 0) {
    out->form = VT_DOCFORM_TYPED;
    out->type = last->type;
  } else if (n == 1 && (strcmp(first->text, "SL") == 0 || strcmp(first->text, "AL") == 0)) {
    out->form = VT_DOCFORM_TYPED;
    out->type = first->type;
  } else if (n > 1 && first->roles == 0 && memcmp(first->text, "Q\xC4\x90", 3) == 0) {
    out->form = VT_DOCFORM_TYPED; /* the many kinds of court decisions: QĐKNPT-VKS-DS */
    out->type = "quyet-dinh";
  } else if (n > 1 && (first->roles & VT_SYMBOL_ORGAN) != 0) {
    out->form = VT_DOCFORM_ORGANS;
    out->type = "cong-van";
  } else if ((first->roles & (VT_SYMBOL_ORGAN | VT_SYMBOL_TYPE)) != 0) {
    out->form = VT_DOCFORM_ORGAN;
  }
}

static bool read_symbol(const vt_refscan *s, uint32_t offset, vt_docnumber *out)
{
  vt_symbol_part parts[VT_SYMBOL_PARTS];
  const uint32_t n = vt_symbol_read(s, offset, parts, &out->flags);
  if (n == 0) return false;
  classify(parts, n, out);
  write_symbol(parts, n, out);
  out->span.end = parts[n - 1].span.end;
  if (out->symbol[0] == '\0') return false;
  return true;
}

/* "84 QĐ/TWĐTN", "40 CT/TƯ", "551NQ/HĐNN7": a blank or nothing between number and type; or codes of
 * old ministries, "1502TM/XNK". */
static bool read_blank_symbol(const vt_refscan *s, uint32_t offset, vt_docnumber *out)
{
  vt_docnumber trial = *out;
  if (!read_symbol(s, offset, &trial)) return false;
  if (strpbrk(trial.symbol, trial.form == VT_DOCFORM_TYPED ? "-/" : "/") == NULL) return false;
  *out = trial;
  out->flags |= VITEXT_REFF_SPACED;
  return true;
}

/* "31/2013TT-BGDĐT", "44/2007 QĐ-BGDĐT": a year at offset with the slash behind it lost. */
static bool read_unslashed(const vt_refscan *s, uint32_t offset, vt_docnumber *out)
{
  const uint32_t end = vt_ref_digits(s, offset);
  vt_docnumber trial = *out;
  if (end - offset != 4 || s->text.bytes[end] == '/' ||
      (memcmp(s->text.bytes + offset, "19", 2) != 0 &&
       memcmp(s->text.bytes + offset, "20", 2) != 0))
    return false;
  trial.year = (vt_nspan){ offset, end };
  const uint32_t symbol = vt_ref_gap(s, end);
  if (symbol - end > 1 || !is_letter_at(s, symbol) || !read_blank_symbol(s, symbol, &trial))
    return false;
  *out = trial;
  return true;
}

/* After serial and "/": a year with or without a symbol, or the symbol. */
static bool read_slashed(const vt_refscan *s, uint32_t offset, bool typed, vt_docnumber *out)
{
  if (vt_ref_digits(s, offset) == offset)
    return is_letter_at(s, offset) && read_symbol(s, offset, out);
  uint32_t year = vt_ref_year(s, offset);
  if (year == 0) {
    if (typed && read_unslashed(s, offset, out)) return true;
    year = read_misread_year(s, offset, out->year_digits);
    if (year == 0) return false;
    out->flags |= VITEXT_REFF_MISREAD;
  }
  out->year = (vt_nspan){ offset, year };
  out->span.end = year;
  out->form = VT_DOCFORM_YEAR;
  uint32_t at = vt_ref_gap(s, year);
  const bool apart = at != year;
  const uint32_t cp = vt_ref_char(s, &at);
  if (!vt_ref_is_slash(cp) && (apart || !vt_is_dash(cp)))
    return (typed && apart && read_unslashed(s, offset, out)) || !is_other_number(s, year);
  const uint32_t symbol = vt_ref_gap(s, at);
  if (is_letter_at(s, symbol) && read_symbol(s, symbol, out)) {
    if (apart || symbol != at) out->flags |= VITEXT_REFF_SPACED;
    return true;
  }
  return !is_other_number(s, year);
}

/* After serial and a dash: "19-2018/NQ-CP", or the symbol. */
static bool read_dashed(const vt_refscan *s, uint32_t offset, bool spaced, vt_docnumber *out)
{
  if (is_letter_at(s, offset))
    return read_symbol(s, offset, out) && (!spaced || out->form != VT_DOCFORM_OPEN);
  const uint32_t year = vt_ref_year(s, offset);
  if (year == 0 || vt_ref_peek(s, year) != '/' || !is_letter_at(s, year + 1)) return false;
  out->year = (vt_nspan){ offset, year };
  return read_symbol(s, year + 1, out);
}

bool vt_docnumber_read(const vt_refscan *s, uint32_t offset, bool typed, vt_docnumber *out)
{
  char digits[8];
  const uint32_t misread = read_misread(s, offset, VT_SERIAL_MAX, digits);
  const bool mended = misread != 0 && (typed || digits[0] == s->text.bytes[offset]) &&
                      (s->text.bytes[misread] == '/' || s->text.bytes[misread] == '-');
  uint32_t end = mended ? misread : read_serial(s, offset);
  const bool glued = end == 0 && typed && is_letter_at(s, vt_ref_digits(s, offset));
  if (glued) end = vt_ref_digits(s, offset);
  if (end == 0 || end == offset) return false;
  memset(out, 0, sizeof *out);
  out->type = "";
  if (mended) {
    memcpy(out->serial_digits, digits, sizeof out->serial_digits);
    out->flags = VITEXT_REFF_MISREAD;
  }
  out->span = out->serial = (vt_nspan){ offset, end };
  out->form = VT_DOCFORM_SERIAL;
  uint32_t at = vt_ref_gap(s, end);
  const bool apart = at != end;
  const uint32_t here = at, cp = vt_ref_char(s, &at);
  const uint32_t after = vt_ref_gap(s, at);
  const bool slash = vt_ref_is_slash(cp);
  if (slash || vt_is_dash(cp)) {
    vt_docnumber trial = *out;
    const bool spaced = apart || after != at;
    if (slash ? read_slashed(s, after, typed, &trial) : read_dashed(s, after, spaced, &trial)) {
      *out = trial;
      if (spaced) out->flags |= VITEXT_REFF_SPACED;
      return true;
    }
    if (!apart && slash) return false;
  } else if (typed && (apart || glued) && is_letter_at(s, here) &&
             read_blank_symbol(s, here, out)) {
    return true;
  }
  return !glued && !is_other_number(s, end);
}
