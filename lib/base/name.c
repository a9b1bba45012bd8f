/* name.c - one row of words for each group of constants. */
#include "vt_name.h"
#include <stddef.h>

enum { MAX_WORDS = 17 };

/* Words for first, first + step, ... (STEP) or for the bits 1, 2, 4, ... (BITS). Origin: the
 * members of the JSON record; a word never changes once it was released. */
typedef struct row {
  int32_t first, step; /* step 0: bits */
  const char *words[MAX_WORDS];
} row;

static const row rows[] = {
  [VITEXT_NAME_E] = { 0,
                      -1,
                      { "ok", "argument", "memory", "encoding", "too-long", "no-space", "io",
                        "data", "stopped", "unsupported" } },
  [VITEXT_NAME_ENC] = { 1,
                        1,
                        { "utf-8", "utf-16le", "utf-16be", "utf-32le", "utf-32be", "cp1258",
                          "viscii", "tcvn3", "tcvn3-caps", "vni", "viqr", "vps" } },
  [VITEXT_NAME_TOKEN] = { 1,
                          1,
                          { "syllable", "word", "abbreviation", "number", "date", "time",
                            "docnumber", "measure", "url", "email", "phone", "hashtag", "handle",
                            "emoji", "punct", "symbol", "break" } },
  [VITEXT_NAME_REF] = { 1,
                        1,
                        { "full", "number", "named", "plenum", "congress", "sitting", "anaphor",
                          "provision" } },
  [VITEXT_NAME_REL] = { 0,
                        1,
                        { "none", "based-on", "implements", "amends", "replaces", "repeals",
                          "details", "attached-to", "corrects", "consolidates" } },
  [VITEXT_NAME_MENTION] = { 1, 1, { "full", "short", "alias", "role" } },
  [VITEXT_NAME_POST] = { 1, 1, { "current", "acting", "appointed", "former" } },
  [VITEXT_NAME_SPHERE] = { 1,
                           1,
                           { "party", "state", "assembly", "government", "justice", "army",
                             "police", "mass", "company", "school", "health", "press", "religion",
                             "private", "foreign" } },
  [VITEXT_NAME_REPAIR] = { 0,
                           0,
                           { "marks", "lookalikes", "invisible", "spaces", "width", "quotes",
                             "dashes" } },
  [VITEXT_NAME_REFF] = { 0,
                         0,
                         { "unmarked", "lookalike", "spaced", "misread", "ambiguous", "passive" } },
  [VITEXT_NAME_LAYER] = { 0,
                          0,
                          { "tokens", "sentences", "words", "references", "mentions", "persons",
                            "positions" } },
};

/* Where in its row the word of a value stands; -1: nowhere. */
static int32_t place_of(const row *r, int32_t value)
{
  if (r->step == 0) {
    for (int32_t bit = 0; bit < MAX_WORDS; bit++) {
      if (value == 1 << bit) return bit;
    }
    return -1;
  }
  if (value < -MAX_WORDS || value > MAX_WORDS) return -1;
  return r->step * (value - r->first);
}

const char *vt_name(int32_t group, int32_t value)
{
  if (group < VITEXT_NAME_E || group > VITEXT_NAME_LAYER) return NULL;
  if (group == VITEXT_NAME_REPAIR && value == VITEXT_REPAIR_DEFAULT) return "default";
  if (group == VITEXT_NAME_LAYER && value == VITEXT_OFFICIALS) return "officials";
  if (group == VITEXT_NAME_LAYER && value == VITEXT_ALL) return "all";
  const int32_t place = place_of(&rows[group], value);
  return place >= 0 && place < MAX_WORDS ? rows[group].words[place] : NULL;
}
