/* scan_emoji.c - emoji with what is joined to them: skin tones, variation selectors, flags, key
 * caps, tags, sequences with a zero-width joiner (Unicode TS 51). */
#include "vt_scan.h"
#include "vt_utf8.h"

enum { ZWJ = 0x200D, TEXT_STYLE = 0xFE0E, EMOJI_STYLE = 0xFE0F, KEYCAP = 0x20E3 };

static uint32_t next_cp(const vt_scanner *sc, uint32_t *at)
{
  return *at < sc->len ? vt_utf8_next(sc->s, at) : 0;
}

static bool is_flag_letter(uint32_t cp)
{
  return cp >= 0x1F1E6 && cp <= 0x1F1FF;
}
static bool is_modifier(uint32_t cp)
{
  return (cp >= 0x1F3FB && cp <= 0x1F3FF) || cp == EMOJI_STYLE || cp == TEXT_STYLE ||
         cp == KEYCAP || (cp >= 0xE0020 && cp <= 0xE007F);
}

/* One element at at: its end; 0: no emoji begins here. */
static uint32_t run_over_element(const vt_scanner *sc, uint32_t at)
{
  const uint32_t begin = at;
  const uint32_t cp = next_cp(sc, &at);
  uint32_t next = at;
  const uint32_t second = next_cp(sc, &next);
  const bool digit = vt_scan_digit(sc, begin) || cp == '#' || cp == '*';
  if (digit) {
    if (second == EMOJI_STYLE) at = next, next_cp(sc, &next);
    return sc->len - at >= 3 && vt_utf8_next(sc->s, &at) == KEYCAP ? at : 0;
  }
  if (is_flag_letter(cp)) return is_flag_letter(second) ? next : at;
  if (vt_class_of(cp) != VT_CLASS_EMOJI && second != EMOJI_STYLE) return 0;
  for (uint32_t more = at; is_modifier(next_cp(sc, &more));) at = more;
  return at;
}

bool vt_scan_emoji(vt_scanner *sc)
{
  uint32_t end = run_over_element(sc, sc->at);
  if (end == 0) return false;
  for (;;) {
    uint32_t at = end;
    if (next_cp(sc, &at) != ZWJ) break;
    const uint32_t joined = run_over_element(sc, at);
    if (joined == 0) break;
    end = joined;
  }
  vt_scan_emit(sc, end, VITEXT_TOKEN_EMOJI, 0);
  return true;
}
