/* vt_compose.h - one letter with its marks: taken apart, put in order, put together. */
#ifndef VT_COMPOSE_H
#define VT_COMPOSE_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "vt_letter.h"

/* The longest run of marks that is normalised: sorting marks costs the square of the run. */
enum { VT_MARKS_MAX = 32 };

/* Code points of one letter and its marks, decomposed: 18 is what one compatibility character may
 * give (U+FDFA), 4 what a mark may. */
typedef struct vt_cluster {
  int32_t cps[VT_MARKS_MAX * 4 + 32];
  uint32_t count;
} vt_cluster;

/* Add what cp is made of in this form (VITEXT_FORM_*; NONE: cp itself). */
void vt_cluster_add(vt_cluster *c, uint32_t cp, int32_t form);
/* Put marks in canonical order and, in a composed form, compose. */
void vt_cluster_finish(vt_cluster *c, int32_t form);

/* Whether cp can never change what stands before it, so that text may be cut before it. last: the
 * code point before, decomposed (0: none). */
bool vt_cluster_begins(uint32_t cp, int32_t last, int32_t form);

/* The first code point of the canonical decomposition. */
uint32_t vt_base_of(uint32_t cp);

/* Add a combining mark to a Vietnamese letter. False: it does not go there (foreign mark, a second
 * tone or quality), *letter is as it was. *repaired becomes true where canonical equivalence would
 * not have done it: a quality after its tone, a mark twice. */
bool vt_letter_add_mark(vt_letter *letter, uint32_t mark, bool *repaired);

/* The Vietnamese letter that a cluster of a base letter and marks is; code 0: it is none. */
vt_letter vt_cluster_letter(const vt_cluster *c, bool *repaired);

#endif
