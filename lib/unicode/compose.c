/* compose.c - clusters through utf8proc, Vietnamese letters through our own table. */
#include "vt_compose.h"
#include <utf8proc.h>
#include "vitext.h"

/* Whether cp is what it is made of in every form: ASCII, most marks of Latin letters, and what has
 * no row of decompositions; Hangul is taken apart without one. */
static bool is_whole(uint32_t cp)
{
  if (cp < 0x80) return true;
  if (cp - 0x300 < 0x70) return cp != 0x340 && cp != 0x341 && cp != 0x343 && cp != 0x344;
  return cp - 0xAC00 >= 11172 &&
         utf8proc_get_property((utf8proc_int32_t)cp)->decomp_seqindex == UINT16_MAX;
}

void vt_cluster_add(vt_cluster *c, uint32_t cp, int32_t form)
{
  const uint32_t room = sizeof c->cps / sizeof c->cps[0] - c->count;
  if (room < 32) return; /* not reached: callers stop at VT_MARKS_MAX marks */
  if (form == VITEXT_FORM_NONE || is_whole(cp)) {
    c->cps[c->count++] = (int32_t)cp;
    return;
  }
  utf8proc_option_t options = UTF8PROC_STABLE | UTF8PROC_DECOMPOSE;
  if (form == VITEXT_FORM_NFKC || form == VITEXT_FORM_NFKD) options |= UTF8PROC_COMPAT;
  int boundary = UTF8PROC_BOUNDCLASS_START;
  const utf8proc_ssize_t n = utf8proc_decompose_char((utf8proc_int32_t)cp, c->cps + c->count,
                                                     (utf8proc_ssize_t)room, options, &boundary);
  if (n > 0 && n <= (utf8proc_ssize_t)room) c->count += (uint32_t)n;
}

uint32_t vt_base_of(uint32_t cp)
{
  vt_cluster c;
  c.count = 0; /* the rest is not worth clearing */
  vt_cluster_add(&c, cp, VITEXT_FORM_NFD);
  return c.count > 0 ? (uint32_t)c.cps[0] : cp;
}

static int class_of(int32_t cp)
{
  return cp < 0x300 ? 0 : utf8proc_get_property(cp)->combining_class;
}

/* Insertion sort by combining class, stable; a cluster is short. */
static void put_in_order(vt_cluster *c)
{
  uint8_t classes[sizeof c->cps / sizeof c->cps[0]];
  for (uint32_t i = 0; i < c->count; i++) {
    const int32_t cp = c->cps[i];
    const uint8_t its = (uint8_t)class_of(cp);
    uint32_t k = i;
    for (; its != 0 && k > 0 && classes[k - 1] > its; k--) {
      c->cps[k] = c->cps[k - 1];
      classes[k] = classes[k - 1];
    }
    c->cps[k] = cp;
    classes[k] = its;
  }
}

void vt_cluster_finish(vt_cluster *c, int32_t form)
{
  if (form == VITEXT_FORM_NONE || c->count < 2) return;
  put_in_order(c);
  if (form != VITEXT_FORM_NFC && form != VITEXT_FORM_NFKC) return;
  const utf8proc_ssize_t n = utf8proc_normalize_utf32(c->cps, (utf8proc_ssize_t)c->count,
                                                      UTF8PROC_STABLE | UTF8PROC_COMPOSE);
  if (n >= 0) c->count = (uint32_t)n;
}

static bool is_between(int32_t cp, int32_t first, int32_t last)
{
  return cp >= first && cp <= last;
}

/* Of what takes part in a composition as its second half without being a mark there are the vowels
 * and finals of Hangul and (Unicode 16) the vowels of Kirat Rai. */
bool vt_cluster_begins(uint32_t cp, int32_t last, int32_t form)
{
  if (cp < 0x300 || cp - 0x1E00 < 0x2D0) return true; /* to the end of U+20xx before its marks */
  if (cp < 0x370) return false;
  vt_cluster c;
  c.count = 0; /* the rest is not worth clearing */
  vt_cluster_add(&c, cp, form == VITEXT_FORM_NONE ? VITEXT_FORM_NFC : form);
  const int32_t first = c.count > 0 ? c.cps[0] : (int32_t)cp;
  if (is_between(first, 0x1160, 0x1175)) return !is_between(last, 0x1100, 0x1112);
  if (is_between(first, 0x11A7, 0x11C2)) return !is_between(last, 0x1161, 0x1175);
  if (is_between(first, 0x16D63, 0x16D6A)) return false;
  const utf8proc_property_t *its = utf8proc_get_property(first);
  switch (its->category) {
  case UTF8PROC_CATEGORY_MN:
  case UTF8PROC_CATEGORY_MC:
  case UTF8PROC_CATEGORY_ME: return false;
  default: return its->combining_class == 0;
  }
}

/* Qualities: which mark makes which letter of which. */
static const struct quality {
  uint16_t mark;
  uint8_t from, to;
} qualities[] = {
  { 0x302, VT_A, VT_A_HAT }, { 0x306, VT_A, VT_A_BREVE }, { 0x302, VT_E, VT_E_HAT },
  { 0x302, VT_O, VT_O_HAT }, { 0x31B, VT_O, VT_O_HORN },  { 0x31B, VT_U, VT_U_HORN },
};

static uint8_t tone_of_mark(uint32_t mark)
{
  switch (mark) {
  case 0x300:
  case 0x340: return VITEXT_TONE_HUYEN; /* U+0340, U+0341 only in form NONE */
  case 0x309: return VITEXT_TONE_HOI;
  case 0x303: return VITEXT_TONE_NGA;
  case 0x301:
  case 0x341: return VITEXT_TONE_SAC;
  case 0x323: return VITEXT_TONE_NANG;
  default: return VITEXT_TONE_NGANG;
  }
}

bool vt_letter_add_mark(vt_letter *letter, uint32_t mark, bool *repaired)
{
  const uint8_t tone = tone_of_mark(mark);
  if (tone != 0) {
    if (letter->tone == tone) *repaired = true;
    else if (letter->tone != 0 || !vt_letter_is_vowel(letter->code)) return false;
    letter->tone = tone;
    return true;
  }
  for (size_t i = 0; i < sizeof qualities / sizeof qualities[0]; i++) {
    const struct quality *q = &qualities[i];
    if (q->mark != mark) continue;
    if (letter->code == q->to) {
      *repaired = true;
      return true;
    }
    if (letter->code != q->from) continue;
    /* horn and dot below have places of their own in canonical order; the others do not */
    if (mark != 0x31B && letter->tone != 0 && letter->tone != VITEXT_TONE_NANG) *repaired = true;
    letter->code = q->to;
    return true;
  }
  return false;
}

vt_letter vt_cluster_letter(const vt_cluster *c, bool *repaired)
{
  const vt_letter none = { 0 };
  if (c->count == 0) return none;
  vt_letter letter = vt_letter_of((uint32_t)c->cps[0]);
  if (!vt_letter_is_vowel(letter.code)) return none;
  for (uint32_t i = 1; i < c->count; i++) {
    if (!vt_letter_add_mark(&letter, (uint32_t)c->cps[i], repaired)) return none;
  }
  return letter;
}
