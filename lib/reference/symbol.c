/* symbol.c - the symbol of a document ("NĐ-CP", "TTLT-BCA-BTC"): its parts as written, and their
 * official spelling. */
#include <string.h>
#include "vt_refscan.h"
#include "vt_letter.h"
#include "vt_tables.h"
#include "vt_utf8.h"

static bool is_letter(uint32_t cp)
{
  if (cp < 0x80) return vt_letter_table[cp] != 0; /* a-z */
  const vt_class c = vt_class_of(cp);
  return c == VT_CLASS_LOWER || c == VT_CLASS_UPPER || cp == 0xA7; /* § is Đ of TCVN3 */
}

/* Look-alikes of Đ: eth, African d, the letters that VNI and TCVN3 leave in Unicode text. */
static uint32_t official_letter(uint32_t cp)
{
  if (cp == 0xD0 || cp == 0x189 || cp == 0xD1 || cp == 0xA7) return 0x110;
  return cp;
}

/* Letters and digits from offset on, into part->text. */
static uint32_t read_part(const vt_refscan *s, uint32_t offset, vt_symbol_part *part,
                          uint32_t *flags)
{
  size_t len = 0;
  uint32_t at = offset;
  for (;;) {
    uint32_t next = at;
    const uint32_t cp = vt_ref_char(s, &next);
    const bool digit = cp >= '0' && cp <= '9';
    if (!is_letter(cp) && (!digit || len == 0)) break;
    if (len + 5 > sizeof part->text) return offset;
    at = next;
    if (cp < 0x80) {
      part->text[len++] = (char)cp;
      continue;
    }
    if (official_letter(cp) != cp) *flags |= VITEXT_REFF_LOOKALIKE;
    len += vt_utf8_put(official_letter(cp), part->text + len);
  }
  part->text[len] = '\0';
  part->span = (vt_nspan){ offset, at };
  return at;
}

/* The roles of reference_symbols.tsv by their first letters. */
static unsigned role_bit(const char *role)
{
  switch (role[0]) {
  case 't': return VT_SYMBOL_TYPE;
  case 'o': return VT_SYMBOL_ORGAN;
  case 'c': return VT_SYMBOL_CASE;
  case 'l': return VT_SYMBOL_LEVEL;
  default: return VT_SYMBOL_JUDGMENT;
  }
}

static void take_rows(const vt_refscan *s, uint32_t row, vt_symbol_part *part)
{
  for (;; row++) {
    const unsigned bit = role_bit(vt_table_field(s->symbols, row, VT_REFERENCE_SYMBOLS_ROLE));
    part->roles |= bit;
    if (bit == VT_SYMBOL_TYPE)
      part->type = vt_table_field(s->symbols, row, VT_REFERENCE_SYMBOLS_VALUE);
    if (!vt_table_more(s->symbols, row)) return;
  }
}

/* Row of a code of len bytes: exactly, else without marks; VT_ROW_NONE. */
static uint32_t find_code(const vt_refscan *s, const char *code, size_t len, bool *restored)
{
  const vt_key key = vt_key_of(code, len);
  const vt_id id = vt_lexicon_find(s->lex, key);
  uint32_t row;
  *restored = false;
  if (id != VT_ID_NONE && vt_table_match(s->symbols, &id, 1, &row) == 1) return row;
  const vt_id plain = vt_lexicon_find(s->lex, vt_key_plain(key));
  if (plain == VT_ID_NONE || vt_table_match_plain(s->symbols, &plain, 1, &row) != 1)
    return VT_ROW_NONE;
  *restored = true;
  return row;
}

/* Look a code up: its official spelling and roles. */
static void know_code(const vt_refscan *s, vt_symbol_part *part)
{
  size_t len = strlen(part->text);
  char tail[8] = "";
  bool restored;
  uint32_t row = find_code(s, part->text, len, &restored);
  if (row == VT_ROW_NONE) { /* QH14: the term of the assembly behind the organ */
    size_t stem = len;
    while (stem > 0 && part->text[stem - 1] >= '0' && part->text[stem - 1] <= '9') stem--;
    if (stem == len || stem == 0 || len - stem > 2) return;
    row = find_code(s, part->text, stem, &restored);
    if (row == VT_ROW_NONE) return;
    memcpy(tail, part->text + stem, len - stem);
    tail[len - stem] = '\0';
    part->roles |= VT_SYMBOL_TERM;
  }
  take_rows(s, row, part);
  if (restored) part->roles |= VT_SYMBOL_RESTORED;
  const char *official = vt_table_field(s->symbols, row, VT_REFERENCE_SYMBOLS_CODE);
  len = strlen(official);
  if (len + strlen(tail) < sizeof part->text) {
    memcpy(part->text, official, len);
    memcpy(part->text + len, tail, strlen(tail) + 1);
  }
}

/* TƯ is TW, alone and among other capitals (UBTƯMTTQVN). */
static void mend_center(vt_symbol_part *part)
{
  char *center = part->text; /* strchr first, for most codes are ASCII */
  if (strchr(center, '\xC6') == NULL || (center = strstr(center, "T\xC6\xAF")) == NULL) return;
  center[1] = 'W';
  memmove(center + 2, center + 3, strlen(center + 3) + 1);
}

/* Whether letters stand as codes do: capitals without tones, perhaps with a small tail (TTg, QĐi).
 */
static bool looks_like_code(const vt_symbol_part *part)
{
  uint32_t upper = 0, lower = 0, at = 0;
  const uint32_t len = (uint32_t)strlen(part->text);
  if ((part->roles & ~(unsigned)VT_SYMBOL_RESTORED) != 0) return true;
  while (at < len) {
    const uint32_t cp = vt_utf8_next(part->text, &at);
    if (vt_letter_of(cp).tone != VITEXT_TONE_NGANG) return false;
    upper += vt_class_of(cp) == VT_CLASS_UPPER;
    lower += vt_class_of(cp) == VT_CLASS_LOWER;
  }
  return lower == 0 || (upper >= 2 && lower <= 1);
}

/* A code with a word glued to it ("NĐ-CPngày"): only the capitals, if the table knows them. */
static void cut_tail(const vt_refscan *s, vt_symbol_part *part)
{
  uint32_t at = part->span.begin, upper = at;
  size_t len = 0;
  if (part->roles != 0) return;
  while (at < part->span.end && vt_class_of(vt_ref_char(s, &at)) == VT_CLASS_UPPER) upper = at;
  len = upper - part->span.begin;
  if (part->roles != 0 || upper == part->span.end || len < 2 || len >= sizeof part->text) return;
  vt_symbol_part code = *part;
  memcpy(code.text, s->text.bytes + part->span.begin, len);
  code.text[len] = '\0';
  code.span.end = upper;
  know_code(s, &code);
  if ((code.roles & VT_SYMBOL_ORGAN) != 0) *part = code;
}

static bool starts_upper(const vt_refscan *s, uint32_t offset)
{
  const uint32_t cp = vt_ref_peek(s, offset);
  return vt_class_of(cp) == VT_CLASS_UPPER || cp == 0xA7;
}

static bool has_lower(const vt_refscan *s, vt_nspan span)
{
  for (uint32_t at = span.begin; at < span.end;) {
    if (vt_class_of(vt_utf8_next(s->text.bytes, &at)) == VT_CLASS_LOWER) return true;
  }
  return false;
}

/* The separator at offset; 0: none. *next: where the part behind it begins. */
static char read_separator(const vt_refscan *s, uint32_t offset, uint32_t *next, bool *spaced)
{
  const uint32_t gap = vt_ref_gap(s, offset);
  uint32_t at = gap;
  const uint32_t cp = vt_ref_char(s, &at);
  *next = vt_ref_gap(s, at);
  *spaced = gap != offset || *next != at;
  if (vt_is_dash(cp)) return '-';
  if (vt_ref_is_slash(cp)) return '/';
  if ((cp == '&' || cp == '.') && !*spaced) return (char)cp;
  *next = gap;
  *spaced = true;
  return gap != offset && gap - offset == 1 ? ' ' : '\0';
}

/* QĐ TTg: whether what is at offset next, behind a blank, may be the organ of a type. */
static bool may_be_apart(const vt_refscan *s, const vt_symbol_part *parts, uint32_t n,
                         uint32_t next)
{
  return n == 1 && (parts[0].roles & VT_SYMBOL_TYPE) != 0 && starts_upper(s, next);
}

/* UBND.VX, QĐ-ĐXX.PT, VPCP-V.I: whether part is the unit of the organ before the dot. Behind the
 * organs of the centre, and with letters that are an organ's, a sentence begins. */
static bool is_unit(const vt_symbol_part *last, const vt_symbol_part *part)
{
  enum { MOST = 8 }; /* bytes */
  const size_t len = strlen(part->text);
  if (strlen(last->text) == 1) return strspn(part->text, "IVX") == len;
  const bool local = last->text[0] == 'S' || strncmp(last->text, "UB", 2) == 0;
  if ((last->roles & VT_SYMBOL_ORGAN) != 0 && !local) return false;
  return (part->roles & VT_SYMBOL_ORGAN) == 0 && len > 1 && len <= MOST && looks_like_code(part);
}

/* Whether part, read behind a separator, belongs to the symbol of the parts before it. */
static bool belongs(const vt_refscan *s, const vt_symbol_part *parts, uint32_t n,
                    const vt_symbol_part *part)
{
  const vt_symbol_part *last = &parts[n - 1];
  const bool known = (part->roles & (VT_SYMBOL_TYPE | VT_SYMBOL_ORGAN | VT_SYMBOL_LEVEL)) != 0;
  const bool small = has_lower(s, part->span) && !starts_upper(s, part->span.begin);
  if (small && (!known || starts_upper(s, last->span.begin) || part->spaced)) return false;
  switch (part->before) {
  case '&': return looks_like_code(part);
  case '.': /* QĐ.UB, T.Ư; a glued sentence has a word with small letters here, or an organ */
    if (strcmp(last->text, "T") == 0)
      return strcmp(part->text, "\xC6\xAF") == 0 || strcmp(part->text, "W") == 0;
    if (has_lower(s, part->span)) return false;
    return (last->roles & VT_SYMBOL_TYPE) != 0 ? known : is_unit(last, part);
  case ' ': return (part->roles & VT_SYMBOL_ORGAN) != 0; /* may_be_apart has said the rest */
  default: break;
  }
  if (!looks_like_code(part)) return false;
  if (!part->spaced) return true;
  if (known && has_lower(s, part->span)) return strcmp(part->text, "TTg") == 0;
  const bool glued = vt_is_dash(vt_ref_peek(s, last->span.end)); /* CP- BCHTWĐTN */
  return known || (glued && !has_lower(s, part->span)) ||
         (n == 1 && (last->roles & (VT_SYMBOL_TYPE | VT_SYMBOL_CASE)) != 0 &&
          !has_lower(s, part->span));
}

/* NĐCP, QĐUB, TTLTBYT: a type and an organ glued together become two parts. */
static bool split_glued(const vt_refscan *s, vt_symbol_part *parts, uint32_t n)
{
  const uint32_t len = (uint32_t)strlen(parts[0].text);
  if ((parts[0].roles & ~(unsigned)VT_SYMBOL_RESTORED) != 0 || n == VT_SYMBOL_PARTS) return false;
  for (uint32_t at = 0; at < len;) {
    vt_utf8_next(parts[0].text, &at);
    vt_symbol_part left = parts[0], right = parts[0];
    left.roles = right.roles = 0;
    left.text[at] = '\0';
    memmove(right.text, parts[0].text + at, len - at + 1);
    if (at < 2 || len - at < 2) continue;
    know_code(s, &left);
    know_code(s, &right);
    if ((left.roles & VT_SYMBOL_TYPE) == 0 || (right.roles & VT_SYMBOL_ORGAN) == 0) continue;
    right.before = '-';
    memmove(&parts[2], &parts[1], (n - 1) * sizeof *parts);
    parts[0] = left;
    parts[1] = right;
    return true;
  }
  return false;
}

uint32_t vt_symbol_read(const vt_refscan *s, uint32_t offset, vt_symbol_part *parts,
                        uint32_t *flags)
{
  memset(&parts[0], 0, sizeof parts[0]);
  parts[0].type = "";
  uint32_t end = read_part(s, offset, &parts[0], flags), n = 1;
  if (end == offset) return 0;
  mend_center(&parts[0]);
  know_code(s, &parts[0]);
  if (!looks_like_code(&parts[0])) return 0;
  while (n < VT_SYMBOL_PARTS) {
    vt_symbol_part *part = &parts[n];
    uint32_t next;
    memset(part, 0, sizeof *part);
    part->type = "";
    part->before = read_separator(s, end, &next, &part->spaced);
    if (part->before == '\0') break;
    if (part->before == ' ' && !may_be_apart(s, parts, n, next)) break;
    if (read_part(s, next, part, flags) == next) break;
    mend_center(part);
    know_code(s, part);
    cut_tail(s, part);
    if (!belongs(s, parts, n, part)) break;
    end = part->span.end;
    if (part->spaced) *flags |= VITEXT_REFF_SPACED;
    if (part->before == '.' && strcmp(parts[n - 1].text, "T") == 0) { /* T.Ư */
      memcpy(parts[n - 1].text, "TW", 3);
      parts[n - 1].span.end = end;
      know_code(s, &parts[n - 1]);
      continue;
    }
    if (part->before == ' ') part->before = '-';
    n++;
  }
  return split_glued(s, parts, n) ? n + 1 : n;
}
