/* vt_refscan.h - what the files of this room share: the text being read, and looking at its tokens.
 *
 * Everything walks over tokens by index and over characters by offset; places in the text are NFC
 * offsets, "next" is the index of a token. Functions that try to read something return the index
 * after it, or 0 for "not here" (nothing ends at token 0). */
#ifndef VT_REFSCAN_H
#define VT_REFSCAN_H
#include "vt_gap.h"
#include "vt_letter.h"
#include "vt_lexicon.h"
#include "vt_reference.h"
#include "vt_refwords.h"
#include "vt_utf8.h"

typedef struct vt_refscan {
  vt_arena *arena;
  const vt_lexicon *lex;
  vt_text text;
  const vt_token *tokens;
  const vt_id *ids;
  const uint8_t *cues;
  uint32_t count;
  const vt_table *types, *words, *symbols, *laws, *issuers, *meetings;
  const vt_refwords *known; /* what is known of words */
  vt_id so;                 /* the word "số" */
  uint32_t so_from;         /* no such word from here ... */
  uint32_t so_at;           /* ... to this token, which is one or the end */
  uint32_t bare_end;        /* up to this token bare numbers are known to be those of a list */
  bool unmarked;  /* the mention at hand is written without diacritics: compare without them */
  bool no_memory; /* an allocation failed: stop soon */
} vt_refscan;

/* ---- Tokens ---- */

/* First byte of token i; 0 past the end and for breaks. */
static inline unsigned char vt_ref_byte(const vt_refscan *s, uint32_t i)
{
  if (i >= s->count || s->tokens[i].kind == VITEXT_TOKEN_BREAK) return 0;
  return (unsigned char)s->text.bytes[s->tokens[i].begin];
}
/* Whether token i is this one ASCII character. */
static inline bool vt_ref_is(const vt_refscan *s, uint32_t i, char c)
{
  return vt_ref_byte(s, i) == (unsigned char)c && s->tokens[i].end - s->tokens[i].begin == 1;
}
static inline bool vt_ref_capital(const vt_refscan *s, uint32_t i)
{
  return i < s->count &&
         (s->tokens[i].flags & (VITEXT_TOKENF_CAPITAL | VITEXT_TOKENF_CAPITALS)) != 0;
}
/* Whether token i is the first of its line. */
bool vt_ref_line_start(const vt_refscan *s, uint32_t i);
/* Whether nothing but blanks stands between offset and the end of its line. */
bool vt_ref_line_end(const vt_refscan *s, uint32_t offset);
/* Whether token i is a break that is a single line end: in hard-wrapped text, perhaps none at all.
 */
bool vt_ref_is_wrap(const vt_refscan *s, uint32_t i);
/* First token from i on that begins at offset or later. */
uint32_t vt_ref_token_at(const vt_refscan *s, uint32_t i, uint32_t offset);
/* Id of token i without marks, of spellings outside the vocabulary too (lỦẬn). */
vt_id vt_ref_plain(const vt_refscan *s, uint32_t i);

/* ---- Tables ---- */

/* Longest phrase of table t at token i: the token after it, or 0. Commas and hyphens in the text
 * are skipped when loose. Without diacritics only when s->unmarked. */
uint32_t vt_ref_match(const vt_refscan *s, const vt_table *t, uint32_t i, bool loose,
                      uint32_t *row);
/* The longest phrase at token i that plays this part in reference_words.tsv: the token after it,
 * or 0. value may be NULL. */
uint32_t vt_ref_phrase(const vt_refscan *s, uint32_t i, enum vt_role role, const char **value);
static inline uint32_t vt_ref_word(const vt_refscan *s, uint32_t i, enum vt_role role,
                                   const char **value)
{
  if (i >= s->count) return 0;
  if (!s->unmarked && !vt_idset_may(&s->known->begins[role], s->ids[i])) return 0;
  return vt_ref_phrase(s, i, role, value);
}
/* Whether such a phrase may end with the token before i, which is not 0. */
static inline bool vt_ref_may_end(const vt_refscan *s, uint32_t i, enum vt_role role)
{
  return s->unmarked || vt_idset_may(&s->known->ends[role], s->ids[i - 1]);
}
/* Whether the phrase of row in that table plays this part. value may be NULL. */
bool vt_ref_plays(const vt_refscan *s, uint32_t row, enum vt_role role, const char **value);
/* All parts that phrases at token i may play. */
vt_roles vt_ref_roles(const vt_refscan *s, uint32_t i);
/* Whether a phrase with this part ends right before token i. */
bool vt_ref_word_before(const vt_refscan *s, uint32_t i, enum vt_role role);

/* ---- Characters ---- */

/* The code point at offset, which moves behind it; 0 at the end. */
static inline uint32_t vt_ref_char(const vt_refscan *s, uint32_t *offset)
{
  return *offset >= s->text.len ? 0 : vt_utf8_next(s->text.bytes, offset);
}
/* The same without moving. */
static inline uint32_t vt_ref_peek(const vt_refscan *s, uint32_t offset)
{
  return vt_ref_char(s, &offset);
}
/* Whether token i begins with a dash of any length. */
static inline bool vt_ref_is_dash(const vt_refscan *s, uint32_t i)
{
  return vt_ref_byte(s, i) != 0 && vt_is_dash(vt_ref_peek(s, s->tokens[i].begin));
}
/* "/", and what looks like it: of fractions, of division. */
static inline bool vt_ref_is_slash(uint32_t cp)
{
  return cp == '/' || cp == 0x2044 || cp == 0x2215;
}
/* Offset of the first character after blanks and at most one line end. */
static inline uint32_t vt_ref_gap(const vt_refscan *s, uint32_t offset)
{
  return vt_gap(s->text, offset);
}
/* Digits at offset: their end (offset itself: none). */
static inline uint32_t vt_ref_digits(const vt_refscan *s, uint32_t offset)
{
  while (offset < s->text.len && (unsigned)s->text.bytes[offset] - '0' < 10u) offset++;
  return offset;
}
/* The number there; digits that do not fit give UINT32_MAX. */
uint32_t vt_ref_value(const vt_refscan *s, vt_nspan digits);
/* A year, 1900 to 2099, as four digits by themselves: its end, or 0. */
uint32_t vt_ref_year(const vt_refscan *s, uint32_t offset);
/* A Roman numeral in capitals at offset, by itself: its end and value, or 0. */
uint32_t vt_ref_roman(const vt_refscan *s, uint32_t offset, uint32_t *value);
/* A count written as digits, Roman numeral or word at token i: the token after it, or 0. */
uint32_t vt_ref_count(const vt_refscan *s, uint32_t i, uint32_t *value);

/* ---- Strings in the document's arena; "" when memory is out ---- */

/* A stretch of the text, white space collapsed. */
const char *vt_ref_copy(vt_refscan *s, vt_nspan span);
const char *vt_ref_decimal(vt_refscan *s, uint32_t value);

/* A growing string in temporary use; finished into the arena. */
typedef struct vt_refbuf {
  VT_VEC(char) text;
  const vt_alloc *alloc;
  bool failed;
} vt_refbuf;
void vt_refbuf_add(vt_refbuf *b, const char *bytes, size_t len);
void vt_refbuf_text(vt_refbuf *b, const char *text);
/* Lower-case ASCII letters and digits of UTF-8 text; every run of others as one hyphen inside. */
void vt_refbuf_slug(vt_refbuf *b, const char *text);
/* The string in the arena; the buffer is empty again. */
const char *vt_refbuf_take(vt_refscan *s, vt_refbuf *b);
void vt_refbuf_free(vt_refbuf *b);

/* ---- Numbers with symbols (docnumber.c, symbol.c) ---- */

enum vt_docform {
  VT_DOCFORM_SERIAL, /* 05 */
  VT_DOCFORM_YEAR,   /* 30/2020 */
  VT_DOCFORM_TYPED,  /* the symbol names the type: 05-CT/TW */
  VT_DOCFORM_ORGANS, /* organs with a unit: 525/UBND-THNC */
  VT_DOCFORM_ORGAN,  /* an organ only: 64-CP */
  VT_DOCFORM_COURT,  /* 12/2020/HS-ST */
  VT_DOCFORM_OPEN    /* codes that no table knows */
};
enum { VT_SYMBOL_MAX = 192, VT_SERIAL_MAX = 5 };
typedef struct vt_docnumber {
  vt_nspan span, serial, year;
  char serial_digits[8], year_digits[8]; /* what they are when misread; "" else */
  enum vt_docform form;
  const char *type;           /* slug that the symbol names; "" none */
  char symbol[VT_SYMBOL_MAX]; /* official spelling, NUL after it */
  char organ[VT_SYMBOL_MAX];  /* codes joined by + */
  uint32_t flags;             /* VITEXT_REFF_* */
} vt_docnumber;
/* The number at offset. typed: after a type word, where more forms can be trusted. */
bool vt_docnumber_read(const vt_refscan *s, uint32_t offset, bool typed, vt_docnumber *out);

/* One piece of a symbol as written, and what symbols.tsv knows of it. */
typedef struct vt_symbol_part {
  vt_nspan span;
  char before;      /* separator in front: - / & . or a blank */
  bool spaced;      /* blanks around it */
  char text[64];    /* official spelling where known */
  unsigned roles;   /* VT_SYMBOL_* bits */
  const char *type; /* of VT_SYMBOL_TYPE */
} vt_symbol_part;
enum {
  VT_SYMBOL_TYPE = 1 << 0,
  VT_SYMBOL_ORGAN = 1 << 1,
  VT_SYMBOL_CASE = 1 << 2,
  VT_SYMBOL_LEVEL = 1 << 3,
  VT_SYMBOL_JUDGMENT = 1 << 4,
  VT_SYMBOL_RESTORED = 1 << 5, /* spelling differs from the official one by marks */
  VT_SYMBOL_TERM = 1 << 6      /* digits at its end: QH14 */
};
enum { VT_SYMBOL_PARTS = 16 };
/* The parts at offset, at most VT_SYMBOL_PARTS; 0: none. */
uint32_t vt_symbol_read(const vt_refscan *s, uint32_t offset, vt_symbol_part *parts,
                        uint32_t *flags);

/* A word that is two syllables: its token, where the second begins in it, and what it is. */
typedef struct vt_glued {
  uint32_t token, seam;
  uint16_t kind, flags;
  uint8_t cues;
} vt_glued;
typedef VT_VEC(vt_glued) vt_glued_list;
/* Part the words that have lost the blank between their syllables, in place, until vt_glued_join
 * puts them together again. After an error the tokens are only to be freed. */
vitext_status vt_glued_part(const vt_alloc *a, const vt_lexicon *lex, vt_text text,
                            vt_tokens *tokens, vt_glued_list *found);
void vt_glued_join(const vt_alloc *a, vt_tokens *tokens, vt_glued_list *found);

/* ---- Parts of the grammar; each fills what it finds into *r ---- */

/* A word that references begin with, see reference_types.tsv. */
typedef struct vt_typeword {
  char role; /* VT_TYPEWORD_* */
  const char *slug, *use;
  uint32_t next;  /* token after it */
  uint32_t begin; /* offset, inside a token where another word is glued to it */
  bool capital;
  bool misread; /* some of its marks are wrong: "Nghị đinh" */
} vt_typeword;
enum {
  VT_TYPEWORD_TYPE = 't',
  VT_TYPEWORD_ABBREVIATION = 'a',
  VT_TYPEWORD_CODE = 'c',
  VT_TYPEWORD_LEVEL = 'l'
};
/* The word at token i; false: none. Sets s->unmarked. */
bool vt_typeword_read(vt_refscan *s, uint32_t i, vt_typeword *t);
/* Whether the words from token i on may be one with wrong marks: these count only before a number,
 * so that one must be near. Words without any marks always may. */
bool vt_typeword_may_be_misspelt(const vt_refscan *s, uint32_t i);
bool vt_typeword_may(const vt_typeword *t, char use);

/* Paths of provisions at token i ("khoản 1 và khoản 3 Điều 12"). */
typedef struct vt_provisions {
  vitext_list paths;
  uint32_t next, end; /* token after, offset of the end */
  bool alone;         /* may stand without a document */
  bool heading;       /* is the heading of an article */
} vt_provisions;
bool vt_provisions_read(vt_refscan *s, uint32_t i, const vt_typeword *t, vt_provisions *out);

/* The document that the type word t at token i begins: numbered, named, met or called back. inner:
 * provisions stand before it. Sets span, kind, type and the fields of the identity; returns the
 * token after, or 0; kind 0: to be passed over. */
uint32_t vt_document_read(vt_refscan *s, uint32_t i, const vt_typeword *t, bool inner,
                          vt_reference *r);
/* An abbreviation glued to its number ("NĐ85/CP", "TT200", "NQTW4"). */
uint32_t vt_glued_read(vt_refscan *s, uint32_t i, vt_reference *r);
/* A number that names its type itself, or is the next of a list (type not NULL). */
uint32_t vt_number_read(vt_refscan *s, uint32_t i, const char *type, vt_reference *r);
/* The next of the list behind the mention last, at token i: the token after, or 0. */
uint32_t vt_list_read(vt_refscan *s, uint32_t i, const vt_reference *last, vt_reference *r);
/* Whether a symbol that names type other ("" for any) may stand behind the word for slug. */
bool vt_type_fits(const char *slug, const char *other);
/* "năm 2020" at token i, behind a short number, is its year: the token after, or i. */
uint32_t vt_year_behind(vt_refscan *s, uint32_t i, vt_reference *r);
/* Fill the fields of a number into r. */
void vt_number_fill(vt_refscan *s, const vt_docnumber *n, vt_reference *r);

/* The name of a law at token i, type already known: the token after it, or 0. */
uint32_t vt_law_name_read(vt_refscan *s, uint32_t i, const char *type, bool capital, uint32_t *end,
                          bool *known);
/* Whether a law named between tokens i and end bears the number in r itself: "Luật sửa đổi Luật Đất
 * đai số 31/2024/QH15". */
bool vt_law_bears_number(const vt_refscan *s, uint32_t i, uint32_t end, const vt_reference *r);
/* A meeting at token i ("Trung ương 4 khóa XII"). */
uint32_t vt_meeting_read(vt_refscan *s, uint32_t i, vt_reference *r);
/* The number of a plenum at token i, the rest was read ("NQTW 6"). */
uint32_t vt_meeting_numbered(vt_refscan *s, uint32_t i, vt_reference *r);
/* A plenum whose number, at offset digits, ends the token i ("NQTW4"). */
uint32_t vt_meeting_glued(vt_refscan *s, uint32_t i, uint32_t digits, vt_reference *r);
/* A plenum as issuer ("Hội nghị Trung ương 8 khóa XIII"): end and term; the token after, or 0. */
uint32_t vt_meeting_plenum(vt_refscan *s, uint32_t i, vt_reference *r);
/* "khóa XII", "(khóa 12)": the token after, or 0. */
uint32_t vt_meeting_term(vt_refscan *s, uint32_t i, uint32_t *value, uint32_t *end);

/* The name of an organ at token i: the token after it, or 0; *end: its offset. */
uint32_t vt_issuer_read(vt_refscan *s, uint32_t i, uint32_t *end);
/* Name of the organ with this code, "" if unknown. */
const char *vt_issuer_name(const vt_refscan *s, const char *code);

/* What follows the mention: date, issuer, term, title, amendments; sets r->full. */
uint32_t vt_surround_read(vt_refscan *s, uint32_t i, vt_reference *r);

/* ---- Afterwards ---- */

/* The canonical id of r. */
void vt_canonical_set(vt_refscan *s, vt_refbuf *b, vt_reference *r);
/* Relation of r to the text, from the words before token i. */
void vt_relation_set(vt_refscan *s, uint32_t i, vt_reference *r);
/* urn:lex of r where date and authority are known. */
void vt_urn_set(vt_refscan *s, vt_refbuf *b, vt_reference *r);
/* Antecedents and known documents, over the whole list. */
vitext_status vt_references_resolve(vt_refscan *s, const vt_known *known, vt_references *list);

/* Rows that known documents hold for a canonical id: NULL none. */
vitext_list vt_known_find(const vt_known *k, const char *canonical, size_t len);

#endif
