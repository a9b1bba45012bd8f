/* vt_official.h - named officials: who is mentioned, which positions the text says they hold. */
#ifndef VT_OFFICIAL_H
#define VT_OFFICIAL_H
#include "vt_arena.h"
#include "vt_token.h"

/* Fields as in vitext_person, vitext_mention, vitext_position, spans in NFC offsets; strings and
 * lists live in the arena, absent ones are "" and an empty list, never NULL. */
typedef struct vt_person {
  uint32_t official;
  int32_t first_mention;
  const char *name, *surname, *given;
} vt_person;
typedef struct vt_mention {
  vt_nspan span;
  int32_t person, kind;
  const char *name, *honorific;
  vitext_list titles;
  vt_nspan honorific_span;
} vt_mention;
typedef struct vt_position {
  vt_nspan title_span, org_span;
  int32_t mention, person, status, sphere, level;
  uint32_t deputy, standing;
  int32_t same_as, replaces;
  uint32_t percent;
  const char *title, *head, *org;
  const char *term, *since, *until;
  const char *rule;
} vt_position;
typedef struct vt_officials {
  struct {
    vt_person *items;
    uint32_t count, cap;
  } persons;
  struct {
    vt_mention *items;
    uint32_t count, cap;
  } mentions; /* text order */
  struct {
    vt_position *items;
    uint32_t count, cap;
  } positions; /* by mention, then text order */
} vt_officials;

/* Titles and organisations the caller adds (VITEXT_SOURCE_WORDS, kinds title and organ). */
typedef struct vt_user_posts vt_user_posts;
vitext_status vt_user_posts_new(const vt_alloc *a, vt_user_posts **out);
vitext_status vt_user_posts_add(vt_user_posts *u, const vt_lexicon *lex, const char *utf8,
                                size_t len, bool title /* else organ */);
void vt_user_posts_free(vt_user_posts *u);

vitext_status vt_officials_find(vt_arena *arena, const vt_lexicon *lex, const vt_user_posts *user,
                                vt_text text, const vt_tokens *tokens, const vt_runs *sentences,
                                const vt_runs *words, vt_officials *out);
void vt_officials_free(const vt_alloc *a, vt_officials *o);

#endif
