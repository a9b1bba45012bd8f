/* vt_find.h - the pass that finds officials: what its files share.
 *
 * A sentence is cut into chunks (persons, posts, organisations, words of office, marks), the
 * constructions are read off the chunks, and the document's persons are linked at the end.
 * All places here are token numbers, ranges half open; spans are made when records are written. */
#ifndef VT_FIND_H
#define VT_FIND_H
#include "vt_date.h"
#include "vt_lexicon.h"
#include "vt_official.h"
#include "vt_tables.h"
#include "vt_words.h"

/* What a spelling can begin, a bit each; see classes in lexis.c. */
enum {
  VT_CLS_SURNAME = 1 << 0,
  VT_CLS_HONORIFIC = 1 << 1,
  VT_CLS_RANK = 1 << 2,
  VT_CLS_EPITHET = 1 << 3,
  VT_CLS_TITLE = 1 << 4,
  VT_CLS_UNIT = 1 << 5,
  VT_CLS_FIELD = 1 << 6,
  VT_CLS_PLACE = 1 << 7,
  VT_CLS_LEVEL = 1 << 8,
  VT_CLS_COUNTRY = 1 << 9,
  VT_CLS_STOP = 1 << 10,
  VT_CLS_VERB = 1 << 11,
  VT_CLS_TRAP = 1 << 12,
  VT_CLS_MODIFIER = 1 << 13,
  VT_CLS_SMALL = 1 << 14, /* a word that code asks for by its spelling */
  VT_CLS_KNOWN = 1 << 15  /* the other bits are right */
};

typedef struct vt_range {
  uint32_t first, end;
} vt_range; /* of tokens; empty: none */

/* What is known of a unit noun: its sphere, and these. */
enum {
  VT_UNIT_SPHERE = 0x1F,
  VT_UNIT_MISSION = 1 << 6, /* its place is where it is sent: a branch, an embassy */
  VT_UNIT_KNOWN = 1 << 7
};

/* Of a row of place_levels: its kind, the row that says it in full, or VT_ROW_NONE; of such a row
 * also the name of the place of this kind at the head of the page. */
typedef struct vt_level {
  uint32_t kind;
  vt_range head;
} vt_level;

/* A person named at one place. */
typedef struct vt_who {
  vt_range name, ranks;
  vt_range address;  /* the honorific; of a list perhaps far before */
  const char *one;   /* its singular, when the address is a plural; NULL: as it stands */
  uint8_t strength;  /* 1 needs more evidence, 2 likely, 3 sure */
  uint8_t sex;       /* 'm', 'f', 0 */
  bool comrade;      /* addressed as a member of the Party or State */
  bool served;       /* has a rank of army or police */
  bool replaced;     /* who leaves the office another gets */
  bool private_role; /* called by a word that is no office: defendant, singer */
  bool posted;       /* has a post */
  bool dropped;
  bool writer; /* of the text or a picture of it */
  bool alias;  /* another name of the person before */
  bool listed; /* in a list under one address: "cac ong A, B" */
  uint32_t sentence;
  int32_t person; /* number in ones, set by vt_chains */
} vt_who;

typedef struct vt_tenure {
  vt_date since, until;
} vt_tenure;

/* An organisation. */
typedef struct vt_organ {
  vt_range at;
  vt_range place;    /* the last place it names, without the level word */
  int32_t level_row; /* of place_levels: the word of that place, or of one without a name; or -1 */
  int32_t unit;      /* row of organ_units; -1: a place, a field, a proper name */
  uint8_t sphere, level; /* 0: not known */
  char holder;           /* 'y' public, 'n' not, 0 not known */
  bool guessed;          /* goes over words the tables do not know */
} vt_organ;

/* A title with its organisation. */
typedef struct vt_post {
  vt_range title;
  vt_organ organ;
  uint32_t row;        /* of post_titles */
  int32_t status;      /* VITEXT_POST_* */
  vt_range term;       /* "nhiem ky 2021-2026" */
  int32_t fuller;      /* post that says its organisation in full, set by vt_complete_open; or -1 */
  bool standing, many; /* many: "cac Pho Chu tich" */
  bool used;           /* somebody holds it */
  uint32_t sentence;
} vt_post;

typedef struct vt_held {
  uint32_t post;
  uint32_t who;
  int32_t status;
  const char *rule;
  vt_tenure tenure;
} vt_held;

/* All mentions of one person. */
typedef struct vt_one {
  uint32_t first, longest; /* numbers in people */
  uint64_t home;           /* hash of the province of what it holds now; 0: not said */
  uint8_t sex;
  bool official;
  bool firm;    /* has a post in a private body */
  int32_t last; /* its newest position, while records are written */
} vt_one;

/* A post that stands for a person, -1: nobody was found. */
typedef struct vt_lone_post {
  uint32_t post;
  int32_t person;
} vt_lone_post;

typedef enum vt_chunk_kind {
  VT_CHUNK_WORD,
  VT_CHUNK_FILL /* says nothing here: a term, an age */,
  VT_CHUNK_MARK,
  VT_CHUNK_AND,
  VT_CHUNK_MANY,
  VT_CHUNK_ADDRESS,
  VT_CHUNK_WHO,
  VT_CHUNK_POST,
  VT_CHUNK_ORGAN,
  VT_CHUNK_VERB
} vt_chunk_kind;

/* Kinds of post_verbs, in the order of verb_kinds in chunk_office.c. */
typedef enum vt_verb {
  VT_VERB_NONE,
  VT_VERB_STATUS,
  VT_VERB_NEW,
  VT_VERB_IS,
  VT_VERB_GIVE,
  VT_VERB_APPOINT,
  VT_VERB_RELEASE,
  VT_VERB_OVER,
  VT_VERB_REPLACE,
  VT_VERB_AGAINST,
  VT_VERB_PAST,
  VT_VERB_NOW,
  VT_VERB_ALSO,
  VT_VERB_ACTING,
  VT_VERB_SINCE,
  VT_VERB_HANDOVER
} vt_verb;

typedef struct vt_chunk {
  vt_range at;
  uint8_t kind;   /* vt_chunk_kind */
  uint8_t sub;    /* MARK: , ; : - ( ) . " ; VERB: vt_verb */
  int32_t status; /* VERB: VITEXT_POST_*, 0 none */
  uint32_t item;  /* WHO, POST: number in its vector; ORGAN: in organs; ADDRESS: row */
} vt_chunk;

typedef struct vt_find {
  vt_arena *arena; /* of the results */
  vt_arena scratch;
  const vt_alloc *alloc;
  const vt_lexicon *lex;
  const vt_user_posts *user;
  vt_text text;
  const vt_tokens *tokens;
  const vt_runs *words; /* may be NULL */
  const vt_id *ids;
  uint16_t *classes;  /* by id, found out once each */
  uint8_t *small;     /* by id, VT_W_*: known when the class is */
  uint32_t ids_known; /* entries of classes */
  uint8_t *units;     /* by row of organ_units, VT_UNIT_*: found out once each */
  uint32_t words_at;  /* the first of words of the sentence at hand */
  struct {
    uint32_t first, limit, end; /* the run of capitals asked for last */
  } run;
  uint32_t end; /* of the sentence at hand */
  uint32_t sentence;
  VT_VEC(vt_chunk) chunks; /* of the sentence at hand */
  VT_VEC(vt_organ) organs; /* the same */
  VT_VEC(vt_who) people;   /* of the document, in text order */
  VT_VEC(vt_post) posts;   /* the same */
  VT_VEC(vt_held) held;
  VT_VEC(vt_lone_post) roles;
  VT_VEC(vt_organ) seen; /* organisations of the document that name a place, in text order */
  vt_level *levels;      /* by row of place_levels, level_count; made by vt_complete_open */
  uint32_t level_count;
  VT_VEC(vt_one) ones;   /* made by vt_chains */
  vt_tenure tenure;      /* "tu ngay ...": of the posts the sentence gives next */
  uint64_t given[2][32]; /* a bit each for hashes of given names of the last sentences: old, new */
  struct {
    int32_t post;   /* the line above was this post; -1: no */
    int32_t who;    /* of "Ho ten:"; -1: none */
    vt_organ organ; /* of "TM." */
    bool behalf;    /* the line above was that organisation, which may go on */
    int32_t name;   /* the line above was this person, by himself; -1: no */
    uint32_t end;   /* of the line above */
  } sign;
  int32_t *older; /* by position: the one before it of the same person; -1: none */
  bool closing;   /* the last line, all capitalised words: who wrote the text */
  bool failed;    /* no memory */
} vt_find;

/* ---- lexis.c: tokens and tables ---- */
unsigned vt_find_class_of(const vt_find *f, vt_id id);
static inline unsigned vt_find_class(const vt_find *f, uint32_t i)
{
  const vt_id id = f->ids[i];
  if (id == VT_ID_NONE || id >= f->ids_known) return 0;
  return f->classes[id] != 0 ? f->classes[id] : vt_find_class_of(f, id);
}
/* Which of the words of vt_words.h a token spells. */
static inline uint8_t vt_find_small(const vt_find *f, uint32_t i)
{
  return (vt_find_class(f, i) & VT_CLS_SMALL) != 0 ? f->small[f->ids[i]] : (uint8_t)VT_W_NONE;
}
static inline bool vt_find_spells(const vt_find *f, uint32_t i, uint8_t word)
{
  return vt_find_small(f, i) == word;
}
bool vt_find_spells_any(const vt_find *f, uint32_t i, const uint8_t *words, size_t count);
const vt_table *vt_find_table(const vt_find *f, uint32_t table);
/* Longest phrase from token i on, before f->end: its length in tokens, 0: none. */
uint32_t vt_find_match(const vt_find *f, uint32_t table, uint32_t i, uint32_t *row);
/* The same; one comma, dash or "&" between two words does not count. */
uint32_t vt_find_match_loose(const vt_find *f, uint32_t table, uint32_t i, uint32_t *row);
const char *vt_find_cell(const vt_find *f, uint32_t table, uint32_t row, uint32_t column);
/* Letters, not a mark. */
static inline bool vt_find_is_word(const vt_find *f, uint32_t i)
{
  const unsigned kind = f->tokens->items[i].kind;
  return kind == VITEXT_TOKEN_SYLLABLE || kind == VITEXT_TOKEN_WORD ||
         kind == VITEXT_TOKEN_ABBREVIATION;
}
/* A word with a capital; all of it capitals. */
static inline bool vt_find_is_capital(const vt_find *f, uint32_t i)
{
  return (f->tokens->items[i].flags & VITEXT_TOKENF_CAPITAL) != 0 && vt_find_is_word(f, i);
}
static inline bool vt_find_is_capitals(const vt_find *f, uint32_t i)
{
  return (f->tokens->items[i].flags & VITEXT_TOKENF_CAPITALS) != 0;
}
bool vt_find_is_number(const vt_find *f, uint32_t i);
/* A number, Roman ones too: of a term. */
bool vt_find_is_ordinal(const vt_find *f, uint32_t i);
/* The mark a token is, as one letter of , ; : - ( ) . " / & |; 0: none of them. */
char vt_find_mark_of(const vt_find *f, uint32_t i);
static inline char vt_find_mark(const vt_find *f, uint32_t i)
{
  const unsigned kind = f->tokens->items[i].kind;
  return kind == VITEXT_TOKEN_PUNCT || kind == VITEXT_TOKEN_SYMBOL ? vt_find_mark_of(f, i) : '\0';
}
/* The end of the word that token i begins; i + 1 if it begins none of two tokens or more. */
uint32_t vt_find_word_end(const vt_find *f, uint32_t i);
/* Equal for equal words: the id, or, of a word outside the vocabulary, the key of its text. */
vt_key vt_find_key(const vt_find *f, uint32_t i);
/* Given names seen so far, a hash of them: false is sure. */
bool vt_given_seen(const vt_find *f, uint32_t i);
void vt_given_see(vt_find *f, uint32_t i);
/* Forget those of long ago. */
void vt_given_age(vt_find *f);
/* VITEXT_SPHERE_* as the tables write it; "": none. */
const char *vt_find_sphere(int32_t sphere);
/* A word before the colon of a credit: "Anh:", "Tin, bai:", "thuc hien:". */
bool vt_find_is_credit(const vt_find *f, uint32_t i);
uint32_t vt_find_begin(const vt_find *f, uint32_t i);
uint32_t vt_find_stop(const vt_find *f, uint32_t i);

/* ---- cue.c ---- */
bool vt_cue(vt_find *f, vt_run sentence);

/* ---- user.c ---- */
bool vt_user_begins(const vt_user_posts *u, vt_id id, bool title);
/* Length of the longest phrase of the caller's at i; title: else an organisation. */
uint32_t vt_user_match(const vt_find *f, uint32_t i, bool title);

/* ---- person_name.c ---- */
/* End of the run of capitalised words from i on. */
uint32_t vt_name_run(vt_find *f, uint32_t i);
/* How much [first, end) looks like a full name; below 1: not. */
int vt_name_score(vt_find *f, uint32_t first, uint32_t end);
/* What middle names among [first, end) say for a person's name: 0 to 3. */
int vt_name_middle(vt_find *f, uint32_t first, uint32_t end);
/* A name begins at i: its end, 0 none. sure: an honorific, rank or post says a person follows. */
uint32_t vt_name_take(vt_find *f, uint32_t i, bool sure, uint8_t *strength);

/* Whether [first, end) is all foreign words. */
bool vt_name_is_foreign(const vt_find *f, uint32_t first, uint32_t end);

typedef struct vt_organ_ask {
  bool bound; /* the unit noun at i is one, whatever the tables say */
  bool bare;  /* a place, a country or a field may stand for the organisation */
  bool after; /* a person stands before: none is expected behind */
  bool plain; /* no office stands before: still less is one expected */
} vt_organ_ask;

/* ---- place.c ---- */
/* How many tokens of the run [i, end) belong to a place, the rest being a person's name or
 * nothing. level: a level word stands before. ask: whether a person is expected behind. */
uint32_t vt_place_split(vt_find *f, uint32_t i, uint32_t end, bool level, vt_organ_ask ask);
/* Longest place or country at i: its end, 0 none. */
uint32_t vt_place_match(vt_find *f, uint32_t i, bool *country, bool *person_like);

/* ---- organ.c ---- */
bool vt_organ_read(vt_find *f, uint32_t i, vt_organ_ask ask, vt_organ *out);

/* ---- title.c ---- */
/* A title and its organisation from i on: the end, 0 none. */
uint32_t vt_post_read(vt_find *f, uint32_t i, bool after, vt_post *out);

/* ---- chunk.c, chunk_who.c ---- */
/* Fill what the honorific of row, standing at at, says of a person. */
void vt_find_address(const vt_find *f, uint32_t row, vt_range at, vt_who *who);
bool vt_chunks_make(vt_find *f, uint32_t first, uint32_t end);

/* ---- public.c ---- */
void vt_public_mark(vt_find *f);

/* ---- tenure.c ---- */
/* A date at i, "ngay 1 thang 9 nam 2022" or "9/2022", "den" or a dash and a second one perhaps: the
 * token behind it, i if there is none. */
uint32_t vt_tenure_read(const vt_find *f, uint32_t i, vt_tenure *out);
/* ISO, as much as is said; "": nothing. */
const char *vt_date_text(vt_find *f, vt_date d);

/* ---- complete.c ---- */
void vt_place_see(vt_find *f, const vt_organ *o);
bool vt_complete_open(vt_find *f);
/* The organisation of p as the page has it in full, else as it is written. */
const char *vt_complete(vt_find *f, const vt_post *p);

/* ---- attach.c, sign.c, chain.c, record.c ---- */
void vt_attach(vt_find *f);
void vt_hold(vt_find *f, uint32_t who, uint32_t post, int32_t status, const char *rule);
/* Take note of a line; read: its chunks are in f. */
void vt_sign_line(vt_find *f, vt_run line, bool read);
void vt_sign_clear(vt_find *f);
bool vt_chains(vt_find *f);
bool vt_records(vt_find *f, vt_officials *out);

#endif
