/* vt_chunk.h - reading one chunk at token i: the end of what was pushed, 0 if there is none. */
#ifndef VT_CHUNK_H
#define VT_CHUNK_H
#include "vt_find.h"

/* ---- chunk.c ---- */
void vt_chunk_push(vt_find *f, vt_chunk c);
static inline vt_chunk *vt_chunk_last(vt_find *f)
{
  return f->chunks.count == 0 ? NULL : &f->chunks.items[f->chunks.count - 1];
}

/* ---- chunk_who.c ---- */
/* [address] [ranks] name. sure: what stands before says a person follows. */
uint32_t vt_chunk_who(vt_find *f, uint32_t i, bool sure);
/* An address that waits for its name behind a post, or of a list. */
uint32_t vt_chunk_address(vt_find *f, uint32_t i);
uint32_t vt_chunk_foreign(vt_find *f, uint32_t i);
uint32_t vt_chunk_item(vt_find *f, uint32_t i);
uint32_t vt_chunk_alias(vt_find *f, uint32_t i);
uint32_t vt_chunk_epithet(vt_find *f, uint32_t i);
uint32_t vt_chunk_byline(vt_find *f, uint32_t i);
/* No chunk of its own: a mention of somebody named before, perhaps. */
void vt_chunk_bare(vt_find *f, uint32_t i);

/* ---- chunk_office.c ---- */
bool vt_title_at(vt_find *f, uint32_t i);
/* A status word with its title: "nguyen Chu tich". */
bool vt_status_at(vt_find *f, uint32_t i);
/* A place of two words or more. */
bool vt_is_long_place(vt_find *f, uint32_t i);
uint32_t vt_chunk_verb(vt_find *f, uint32_t i);
uint32_t vt_chunk_post(vt_find *f, uint32_t i);
uint32_t vt_chunk_organ(vt_find *f, uint32_t i, unsigned class);
uint32_t vt_chunk_place(vt_find *f, uint32_t i);
uint32_t vt_chunk_trap(vt_find *f, uint32_t i);
uint32_t vt_chunk_more_traps(vt_find *f, uint32_t i);

#endif
