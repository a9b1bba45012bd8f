/* vt_organ.h - the reader of an organisation: how far it has come, and its steps. A step returns
 * whether it took something. */
#ifndef VT_ORGAN_H
#define VT_ORGAN_H
#include "vt_find.h"

enum { PROVINCE = 4 /* level of an organisation */ };

typedef enum vt_part {
  PART_NONE,
  PART_UNIT,
  PART_FIELD,
  PART_PLACE,
  PART_PROPER,
  PART_NUMBER
} vt_part;

typedef struct vt_organ_reader {
  vt_find *f;
  vt_organ_ask ask;
  vt_organ *out;
  uint32_t at; /* the next token */
  vt_part last;
  uint32_t row;  /* of the last unit */
  char slot;     /* of the last unit: p(lace), n(ame), c(losed) */
  char rank;     /* of the last unit, '1' to '6' */
  bool lower;    /* the last unit is in lower case */
  bool mission;  /* "tai" goes on: a state, an embassy, a branch */
  bool named;    /* has a proper name */
  bool compound; /* the last unit is a body with its field: Ban Tuyen giao */
} vt_organ_reader;

/* ---- organ_part.c ---- */
/* Length of the unit noun, the level word or the field at i; 0: none. */
/* A row that only begins like a unit and names a person: Truong Chinh. */
bool vt_organ_is_person(const vt_find *f, uint32_t row);
uint32_t vt_organ_unit_at(vt_find *f, uint32_t i, uint32_t *row);
uint32_t vt_organ_level_at(vt_find *f, uint32_t i, uint32_t *row);
uint32_t vt_organ_field_at(const vt_organ_reader *r, uint32_t i, bool beside_unit);
const char *vt_organ_unit_cell(const vt_organ_reader *r, uint32_t row, uint32_t column);
/* Whether a word in lower case can be part of a name that the tables do not know. */
bool vt_organ_is_plain_word(vt_find *f, uint32_t i);
/* What the unit of row says of the organisation. */
void vt_organ_describe(vt_organ_reader *r, uint32_t row);
void vt_organ_take_unit(vt_organ_reader *r, uint32_t len, uint32_t row);
bool vt_organ_take_field(vt_organ_reader *r);
bool vt_organ_take_level(vt_organ_reader *r);
bool vt_organ_take_place(vt_organ_reader *r);
bool vt_organ_take_proper(vt_organ_reader *r);
bool vt_organ_take_number(vt_organ_reader *r);

/* ---- organ_joint.c ---- */
bool vt_organ_take_joint(vt_organ_reader *r);

#endif
