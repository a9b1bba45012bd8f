/* provision_value.c - what stands behind a level word: 12a, 1.3, II, A.II, đ, thứ hai, này. */
#include <string.h>
#include "vt_provision.h"

static void put(value *v, enum level level, const char *text, size_t len)
{
  if (v->count == 3 || len >= VALUE_MAX) return;
  v->steps[v->count].level = (uint8_t)level;
  memcpy(v->steps[v->count].value, text, len);
  v->steps[v->count++].value[len] = '\0';
}

static void put_number(value *v, enum level level, uint32_t number)
{
  char digits[12];
  size_t at = sizeof digits;
  do digits[--at] = (char)('0' + number % 10);
  while ((number /= 10) != 0);
  put(v, level, digits + at, sizeof digits - at);
}

static bool is_word_at(const vt_refscan *s, uint32_t offset)
{
  const uint32_t cp = vt_ref_peek(s, offset);
  return cp == '_' || vt_class_is_word(vt_class_of(cp)) || vt_class_of(cp) == VT_CLASS_DIGIT;
}

/* A letter by itself, in ASCII (đ is dd) with perhaps a digit: its end, or 0. */
static uint32_t read_letter(const vt_refscan *s, uint32_t offset, bool upper, char *to)
{
  uint32_t at = offset;
  const vt_letter l = vt_letter_of(vt_ref_char(s, &at));
  if (l.code == 0 || l.tone != VITEXT_TONE_NGANG || (l.upper != 0 && !upper)) return 0;
  const char plain = (char)vt_letter_make(vt_letter_plain(l.code), VITEXT_TONE_NGANG, false);
  size_t len = 0;
  to[len++] = plain;
  if (vt_letter_plain(l.code) != l.code) {
    if (plain != 'd') return 0;
    to[len++] = 'd';
  }
  const uint32_t digits = vt_ref_digits(s, at);
  if (digits - at <= 2) {
    memcpy(to + len, s->text.bytes + at, digits - at);
    len += digits - at;
    at = digits;
  }
  to[len] = '\0';
  return is_word_at(s, at) ? 0 : at;
}

/* A capital and small letters: "khoản 2Điều 5". */
static bool is_glued_word(const vt_refscan *s, uint32_t offset)
{
  return vt_class_of(vt_ref_char(s, &offset)) == VT_CLASS_UPPER &&
         vt_class_of(vt_ref_peek(s, offset)) == VT_CLASS_LOWER;
}

uint32_t vt_numeral_read(const vt_refscan *s, uint32_t offset, enum level level, value *v)
{
  char text[VALUE_MAX];
  size_t len = 0;
  uint32_t begin = offset, at = vt_ref_digits(s, offset);
  if (at - begin > 4) return 0;
  while (begin + 1 < at && s->text.bytes[begin] == '0') begin++;
  memcpy(text, s->text.bytes + begin, at - begin);
  len = at - begin;
  char letter[8];
  if (is_word_at(s, at) && !is_glued_word(s, at)) {
    const uint32_t end = read_letter(s, at, level <= MUC, letter);
    if (end == 0 || letter[strlen(letter) - 1] <= '9') return 0;
    memcpy(text + len, letter, strlen(letter));
    len += strlen(letter);
    at = end;
  }
  while (s->text.bytes[at] == '.') { /* the text ends in a NUL */
    const uint32_t end = vt_ref_digits(s, at + 1);
    if (end == at + 1 || end - at > 4 || len + (end - at) >= sizeof text) break;
    memcpy(text + len, s->text.bytes + at, end - at);
    len += end - at;
    at = end;
  }
  put(v, level, text, len);
  const bool dotted = memchr(text, '.', len) != NULL;
  if (dotted && (level == DIEU || level == CHUONG || level == PHU_LUC))
    return 0; /* Điều 44.3.NĐ.3 */
  uint32_t next = at;
  const uint32_t cp = vt_ref_char(s, &next);
  if (cp == '.' && vt_class_is_word(vt_class_of(vt_ref_peek(s, next)))) return 0;
  if ((cp == '/' || cp == ',' || cp == ':') && vt_ref_digits(s, next) > next)
    return 0; /* 12/3, 1,5 */
  if (cp == '%') return 0;
  if (cp == '(' && (level == DIEM || level == KHOAN)) {
    const uint32_t end = read_letter(s, next, false, letter);
    if (end != 0 && vt_ref_peek(s, end) == ')') {
      put(v, level == KHOAN ? DIEM : TIET, letter, strlen(letter));
      at = end + 1;
    }
  }
  return at;
}

/* II, A, A.II: the end, or 0. */
static uint32_t read_capital(const vt_refscan *s, uint32_t offset, enum level level, value *v)
{
  uint32_t number, end = vt_ref_roman(s, offset, &number);
  if (end != 0) {
    put_number(v, level, number);
    v->roman = true;
  } else {
    char letter[8];
    end = read_letter(s, offset, true, letter);
    if (end == 0) return 0;
    put(v, level, letter, strlen(letter));
  }
  if (vt_ref_peek(s, end) != '.' || v->count > 1) return end;
  const uint32_t digits = vt_ref_digits(s, end + 1);
  uint32_t more = vt_ref_roman(s, end + 1, &number);
  if (more == 0 && digits > end + 1 && digits - end <= 3 && !is_word_at(s, digits)) {
    number = vt_ref_value(s, (vt_nspan){ end + 1, digits });
    more = digits; /* II.3 */
  }
  if (more != 0) put_number(v, level, number);
  return more != 0 ? more : end;
}

bool vt_value_read(const vt_refscan *s, uint32_t i, enum level level, value *v)
{
  memset(v, 0, sizeof *v);
  if (vt_ref_byte(s, i) == 0 || s->tokens[i].kind == VITEXT_TOKEN_DOCNUMBER) return false;
  const uint32_t at = s->tokens[i].begin;
  if (vt_ref_digits(s, at) > at) v->end = vt_numeral_read(s, at, level, v);
  else if (level <= TIEU_MUC) v->end = read_capital(s, at, level, v);
  else if (level == DIEM || level == TIET) {
    char letter[8];
    v->end = read_letter(s, at, true, letter);
    if (v->end != 0) put(v, level, letter, strlen(letter));
  }
  if (v->end == 0 && vt_ref_word(s, i, VT_ROLE_THIS, NULL) != 0) {
    put(v, level, "this", 4);
    v->same = true;
    v->end = s->tokens[i].end;
  }
  if (v->end == 0 && level <= DIEU) { /* Phần thứ hai, Phần hai, but Điều thứ hai only */
    uint32_t number = 0;
    const uint32_t nth = vt_ref_word(s, i, VT_ROLE_NTH, NULL);
    if (level > MUC && nth == 0 && !vt_ref_word_before(s, i, VT_ROLE_NTH)) return false;
    const uint32_t next = vt_ref_word(s, nth != 0 ? nth : i, VT_ROLE_ORDINAL, NULL);
    if (next != 0 && vt_ref_count(s, nth != 0 ? nth : i, &number) == next) {
      put_number(v, level, number);
      v->end = s->tokens[next - 1].end;
      v->roman = true;
    }
  }
  return v->end != 0 && v->count > 0;
}
