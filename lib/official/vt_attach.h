/* vt_attach.h - what is open while the constructions of a sentence are read off its chunks. */
#ifndef VT_ATTACH_H
#define VT_ATTACH_H
#include <string.h>
#include "vt_find.h"

enum { MAX_WAITING = 24 /* posts before one name; more are no apposition */ };

typedef struct vt_waiting {
  uint32_t post[MAX_WAITING];
  uint32_t count;
} vt_waiting;

typedef struct vt_attaching {
  vt_find *f;
  size_t k;    /* the chunk at hand */
  int32_t who; /* whose apposition is open */
  bool open;
  bool led;          /* its posts stood before it: the next ones are perhaps of the next name */
  int32_t subject;   /* the last person named in the sentence, replaced ones aside */
  int32_t leaver;    /* the replaced person of whom the clause goes on without a mark; -1: none */
  int32_t patient;   /* who was spoken of at a bare "duoc": "A duoc B bo nhiem"; -1: nobody */
  vt_waiting before; /* posts that wait for the name behind them */
  vt_waiting shared; /* posts of a list of names */
  bool list;         /* shared is said of every name of the list */
  int32_t status;    /* of the posts to come: nguyen, quyen, tan */
  int32_t giving;    /* status of the post a verb gives; 0: none */
  vt_waiting given;  /* posts given to somebody named later (doi voi) */
  bool against;      /* that name comes now */
  bool past, now, since, replace;
  bool handover;  /* what the subject gives up goes to a person named later */
  bool passive;   /* the clause says duoc: its subject gets the post */
  int32_t clause; /* status of the last verb of appointment in the clause */
  bool address;   /* an address waits for its name behind the post */
  vt_who addressed, listed;
  bool list_addressed;
  vt_waiting group;     /* persons of a list under one address */
  vt_waiting row;       /* people joined by commas and "va", to the last one named: their numbers */
  bool row_and;         /* "va" is among the joints */
  bool ahead;           /* what was given goes to the next name: "sau 3 nam lam Bi thu, ong A" */
  vt_waiting delivered; /* what went to a name behind "doi voi": goes to "... va ong B" too */
  vt_waiting turn;      /* what goes to the next name: "Chu tich va Pho Chu tich doi voi A va B" */
  bool got;             /* the clause has given its post */
  bool once;            /* "tung": the post is past, whatever verb gives it */
  int32_t body, by; /* the last organisation of the clause; that of "ORG do A lam POS"; -1: none */
  bool bracket;     /* inside "(...)" */
  vt_waiting heading; /* what a heading with a colon says of every item, until the full stop */
  bool headed;        /* what waits is of an item of that list: "cac Uy vien: Bo truong A; ..." */
  int32_t life;       /* whose birth was told: "A, sinh nam ...; que ...; POS"; -1: nobody's */
  bool passed;        /* a person was named since POS began to wait for the one it is given to */
  bool fresh;         /* "ba giam doc so moi gom": posts of the list are new */
  const char *rule;
} vt_attaching;

/* The chunk k; a full stop behind the last. */
static inline const vt_chunk *vt_chunk_at(const vt_attaching *s, size_t k)
{
  static const vt_chunk none = { .kind = VT_CHUNK_MARK, .sub = '.' };
  return k < s->f->chunks.count ? &s->f->chunks.items[k] : &none;
}

/* The next chunk that says something. */
static inline size_t vt_chunk_after(const vt_attaching *s, size_t k)
{
  for (k++; vt_chunk_at(s, k)->kind == VT_CHUNK_FILL; k++) {}
  return k;
}

static inline size_t vt_chunk_before(const vt_attaching *s, size_t k)
{
  while (k > 0 && vt_chunk_at(s, --k)->kind == VT_CHUNK_FILL) {}
  return k;
}

static inline bool vt_is_mark(const vt_chunk *c, const char *any)
{
  return c->kind == VT_CHUNK_MARK && strchr(any, c->sub) != NULL;
}

static inline bool vt_is_verb(const vt_chunk *c, vt_verb verb)
{
  return c->kind == VT_CHUNK_VERB && c->sub == verb;
}

/* ---- attach.c ---- */
void vt_attach_wait(vt_waiting *w, uint32_t post);
/* Person who holds all of w. */
void vt_attach_hold(vt_attaching *s, const vt_waiting *w, uint32_t who, const char *rule);
/* Whether two posts are an office and its deputy, which nobody holds at once. */
bool vt_attach_apart(const vt_find *f, uint32_t a, uint32_t b);

/* ---- attach_who.c ---- */
void vt_attach_who(vt_attaching *s, uint32_t who);

/* ---- attach_office.c ---- */
void vt_attach_post(vt_attaching *s, uint32_t post);
void vt_attach_verb(vt_attaching *s, const vt_chunk *c);
/* The posts to come are given to the subject. */
void vt_attach_give(vt_attaching *s, int32_t status, const char *rule);
/* A member of a committee: no office in whose name another acts, as "thua uy quyen cua Chu tich
 * nuoc, POS A" has one, but A's first: "loi chuc cua Uy vien Bo Chinh tri, POS A". */
bool vt_attach_is_member(const vt_find *f, const vt_post *p);
/* Whether the chain of posts from chunk k on ends in a name: "POS, POS NAME". */
bool vt_attach_leads_to_name(const vt_attaching *s, size_t k);

#endif
