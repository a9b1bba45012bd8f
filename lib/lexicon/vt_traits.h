/* vt_traits.h - what the scanner and the sentence rules must know of single words. Which words have
 * which trait is said in lib/data/source/traits.tsv. */
#ifndef VT_TRAITS_H
#define VT_TRAITS_H

/* name in C, name in traits.tsv, bit */
#define VT_TRAITS(X)                                                                               \
  X(SYLLABLE, "syllable", 0)         /* well formed; computed, not listed */                       \
  X(ABBREVIATION, "abbreviation", 1) /* with a capital: a dot behind it is part of it */           \
  X(SHORT, "short", 2)               /* the same in lower case */                                  \
  X(DEGREE, "degree", 3)             /* abbreviations that stand in chains: GS.TS. */              \
  X(UNIT, "unit", 4)                 /* glued to a number it makes a measure: 5kg */               \
  X(EXPECTS, "expects", 5)           /* a number follows, also on the next line (rule 6) */        \
  X(LEADS, "leads", 6)               /* no line ends a block after it (rule 13) */                 \
  X(OPENER, "opener", 7)             /* opens sentences and is no name (rule 20) */                \
  X(CLASSIFIER, "classifier", 8)     /* a single capital behind it is a whole word (rule 20) */    \
  X(ORDINAL, "ordinal", 9)           /* a Roman numeral may follow: khóa X */                     \
  X(DAY, "day", 10)                  /* ngày, sáng: 5/6 behind it is a date */                   \
  X(DOMAIN, "domain", 11)            /* top-level domain of the web */                             \
  X(REFERENCE, "reference", 12)      /* begins a phrase of reference_types.tsv; computed */        \
  X(FINAL, "final", 13)              /* an abbreviation that may end a sentence: v.v. */           \
  X(NTH, "nth", 14)                  /* thứ, before number words */                               \
  X(INITIAL, "initial", 15)          /* letters of one sound: NG.T, a name shortened to NG */

enum {
#define VT_TRAIT_ENUM(name, word, bit) VT_TRAIT_##name = 1 << (bit),
  VT_TRAITS(VT_TRAIT_ENUM)
#undef VT_TRAIT_ENUM
};

#endif
