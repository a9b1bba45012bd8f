/* vt_built.h: what the built files share - made by lib/data/gen from lib/data/source/<name>.tsv.
 * Change the source, not this. */
#ifndef VT_BUILT_H
#define VT_BUILT_H
#include "vt_lexicon_data.h"

extern const vt_table vt_built_labels;
extern const vt_table vt_built_law_names;
extern const vt_table vt_built_line_ends;
extern const vt_table vt_built_name_traps;
extern const vt_table vt_built_organ_fields;
extern const vt_table vt_built_organ_stops;
extern const vt_table vt_built_organ_units;
extern const vt_table vt_built_person_epithets;
extern const vt_table vt_built_person_honorifics;
extern const vt_table vt_built_person_middles;
extern const vt_table vt_built_person_ranks;
extern const vt_table vt_built_person_surnames;
extern const vt_table vt_built_place_countries;
extern const vt_table vt_built_place_levels;
extern const vt_table vt_built_place_names;
extern const vt_table vt_built_post_modifiers;
extern const vt_table vt_built_post_titles;
extern const vt_table vt_built_post_verbs;
extern const vt_table vt_built_reference_issuers;
extern const vt_table vt_built_reference_meetings;
extern const vt_table vt_built_reference_symbols;
extern const vt_table vt_built_reference_types;
extern const vt_table vt_built_reference_words;
extern const vt_table *const vt_built_tables[];

#endif
