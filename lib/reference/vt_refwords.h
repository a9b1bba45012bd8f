/* vt_refwords.h - the parts that words around references play, by number instead of by name. */
#ifndef VT_REFWORDS_H
#define VT_REFWORDS_H
#include <stdbool.h>
#include "vt_lexicon_data.h"
#include "vt_reference.h"

/* The roles of reference_words.tsv, where it is said what each means. */
#define VT_ROLES(X)                                                                                \
  X(SO, "so")                                                                                      \
  X(OF, "of")                                                                                      \
  X(BY, "by")                                                                                      \
  X(DAY, "day")                                                                                    \
  X(MONTH, "month")                                                                                \
  X(YEAR, "year")                                                                                  \
  X(TERM, "term")                                                                                  \
  X(TENURE, "tenure")                                                                              \
  X(THIS, "this")                                                                                  \
  X(PREV, "prev")                                                                                  \
  X(LINK, "link")                                                                                  \
  X(AND, "and")                                                                                    \
  X(FOREIGN, "foreign") X(PLURAL, "plural") X(TO, "to") X(FROM, "from") X(COUNTRY, "country")      \
      X(ORDINAL, "ordinal") X(NTH, "nth") X(ABOUT, "about") X(UNIT, "unit") X(FOLLOW, "follow")    \
          X(NOT_LEVEL, "not-level") X(NOT_LAW, "not-law") X(DRAFT, "draft") X(DOCKET, "docket")    \
              X(CUT, "cut") X(NAME_STOP, "name-stop") X(AMENDING, "amending")                      \
                  X(AMENDED, "amended") X(ALIAS, "alias") X(STATED, "stated") X(WORK, "work")      \
                      X(CENTER, "center") X(CONFERENCE, "conference") X(CONGRESS, "congress")      \
                          X(SESSION, "session") X(COMMITTEE, "committee")                          \
                              X(DELEGATES, "delegates") X(RELATION, "relation")                    \
                                  X(PASSIVE, "passive") X(HEAD, "head") X(OFFICE, "office")        \
                                      X(INNER, "inner") X(NUMBERED, "numbered")                    \
                                          X(ORGAN_STOP, "organ-stop") X(ON, "on")                  \
                                              X(ATTACHMENT, "attachment")

enum vt_role {
  VT_ROLE_NONE,
#define VT_ROLE_NUMBER(id, name) VT_ROLE_##id,
  VT_ROLES(VT_ROLE_NUMBER)
#undef VT_ROLE_NUMBER
      VT_ROLE_COUNT
};
_Static_assert(VT_ROLE_COUNT <= 64, "sets of roles are words of 64 bits");

/* Sets of ids, some of which share their bit: what is not in is not, what is in may be. */
enum { VT_IDSET_WORDS = 8 };
typedef struct vt_idset {
  uint64_t bits[VT_IDSET_WORDS];
} vt_idset;
static inline bool vt_idset_may(const vt_idset *s, vt_id id)
{
  return (s->bits[id / 64 % VT_IDSET_WORDS] >> id % 64 & 1) != 0;
}

enum { VT_PAIR_BITS = 12 };

struct vt_refwords {
  vt_alloc alloc;
  vt_idset begins[VT_ROLE_COUNT], ends[VT_ROLE_COUNT]; /* first and last words of phrases */
  vt_idset type_alone;                                 /* type words of one syllable */
  uint64_t
      type_pairs[1 << (VT_PAIR_BITS - 6)]; /* the two ids that type words begin with, without marks
                                              too: a set by hash; those of one syllable go with 0 */
  uint32_t rows;
  uint8_t roles[]; /* by row of reference_words.tsv */
};

/* Whether a type word may begin with these two; second 0: be the first alone. */
static inline bool vt_refwords_pair(const vt_refwords *w, vt_id first, vt_id second)
{
  const uint32_t bit = vt_hash_bits((uint64_t)first << 16 | second, VT_PAIR_BITS);
  return (w->type_pairs[bit / 64] >> bit % 64 & 1) != 0;
}

/* Set of roles. */
typedef uint64_t vt_roles;
static inline vt_roles vt_roles_of(enum vt_role role)
{
  return (vt_roles)1 << role;
}

#endif
