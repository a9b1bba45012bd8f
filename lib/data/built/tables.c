/* tables.c: every table - made by lib/data/gen from lib/data/source/<name>.tsv.
 * Change the source, not this. */
#include "vt_built.h"

const vt_table *const vt_built_tables[] = {
  &vt_built_labels,
  &vt_built_law_names,
  &vt_built_line_ends,
  &vt_built_name_traps,
  &vt_built_organ_fields,
  &vt_built_organ_stops,
  &vt_built_organ_units,
  &vt_built_person_epithets,
  &vt_built_person_honorifics,
  &vt_built_person_middles,
  &vt_built_person_ranks,
  &vt_built_person_surnames,
  &vt_built_place_countries,
  &vt_built_place_levels,
  &vt_built_place_names,
  &vt_built_post_modifiers,
  &vt_built_post_titles,
  &vt_built_post_verbs,
  &vt_built_reference_issuers,
  &vt_built_reference_meetings,
  &vt_built_reference_symbols,
  &vt_built_reference_types,
  &vt_built_reference_words,
  NULL,
};
