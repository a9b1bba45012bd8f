/* original.c - the decoded text of a document whose text differs from it.
 *
 * It is not kept whole: what was copied stands in the text, a composed letter's decomposition is
 * known, and the few other changes keep their bytes ("patches"). A caller's text in NFD so costs a
 * map and no copy. Where patches would be most of a copy, the copy is kept. */
#include <string.h>
#include "vt_compose.h"
#include "vt_doc.h"
#include "vt_utf8.h"

static const char byte_order_mark[] = "\xEF\xBB\xBF"; /* all that a map's shift may be */

/* The canonical decomposition of a short text; more than cap bytes are counted only. */
static uint32_t decompose(const char *text, uint32_t len, char *to, uint32_t cap)
{
  vt_cluster c;
  uint32_t at = 0, made = 0;
  c.count = 0;
  while (at < len) vt_cluster_add(&c, vt_utf8_next(text, &at), VITEXT_FORM_NFD);
  vt_cluster_finish(&c, VITEXT_FORM_NFD);
  for (uint32_t i = 0; i < c.count; i++) {
    char bytes[4];
    const uint32_t n = (uint32_t)vt_utf8_put((uint32_t)c.cps[i], bytes);
    if (made + n <= cap) memcpy(to + made, bytes, n);
    made += n;
  }
  return made;
}

enum { LONGEST_COMPOSED = 32 }; /* bytes of a change that is tried, on both sides */

static bool is_known(const vitext_doc *d, const vt_change *change, vt_map_place end,
                     const char *original)
{
  char made[LONGEST_COMPOSED];
  if (change->to_len > sizeof made || change->from_len > sizeof made) return false;
  const char *text = d->normal.bytes + end.to - change->to_len;
  const uint32_t n = decompose(text, change->to_len, made, sizeof made);
  return n == change->from_len && memcmp(made, original + end.from - n, n) == 0;
}

static bool add_patch(vitext_doc *d, uint32_t from, const char *bytes, uint32_t len)
{
  const size_t at = d->patched.count;
  if (!vt_vec_room(&d->alloc, &d->patches)) return false;
  if (!vt_vec_reserve(&d->alloc, &d->patched, at + len)) return false;
  d->patches.items[d->patches.count++] = (vt_patch){ from, (uint32_t)at };
  if (len > 0) memcpy(d->patched.items + at, bytes, len);
  d->patched.count += len;
  return true;
}

static void drop_patches(vitext_doc *d)
{
  vt_vec_free(&d->alloc, &d->patches);
  vt_vec_free(&d->alloc, &d->patched);
}

/* Patches for the changes from at on up to the packed one at end. */
static vitext_status patch_between(vitext_doc *d, const char *original, vt_map_place at,
                                   uint32_t end)
{
  vt_change change;
  while (at.step < end && vt_map_next(&d->normal.map, &at, &change)) {
    if (!change.changed || change.composed || is_known(d, &change, at, original)) continue;
    const uint32_t from = at.from - change.from_len;
    if (!add_patch(d, from, original + from, change.from_len)) return VITEXT_E_MEMORY;
  }
  return VITEXT_OK;
}

vitext_status vt_original_patch(vitext_doc *d, const char *original, uint32_t len, bool *done)
{
  const vt_map *map = &d->normal.map;
  const size_t most = len / 4 + VT_STRIDE;
  vitext_status st = VITEXT_OK;
  *done = true;
  for (size_t i = 0; st == VITEXT_OK && *done && i < map->places.count; i++) {
    const vt_map_place *place = &map->places.items[i];
    const uint32_t end = i + 1 < map->places.count ? place[1].step : map->last.step;
    if (place->others) st = patch_between(d, original, *place, end);
    *done = d->patched.count + d->patches.count * sizeof(vt_patch) <= most;
  }
  if (st == VITEXT_OK && !*done) drop_patches(d);
  return st;
}

/* The patch of the change at from; NULL: it is known without. */
static const vt_patch *find_patch(const vitext_doc *d, uint32_t from)
{
  size_t low = 0, high = d->patches.count;
  while (low < high) {
    const size_t middle = low + (high - low) / 2;
    if (d->patches.items[middle].from < from) low = middle + 1;
    else high = middle;
  }
  if (low == d->patches.count || d->patches.items[low].from != from) return NULL;
  return &d->patches.items[low];
}

/* A stretch of the decoded text that is being put together. */
typedef struct piece {
  char *to;
  uint32_t begin, end;
} piece;

static void put(const piece *p, uint32_t at, const char *bytes, uint32_t len)
{
  const uint32_t begin = at > p->begin ? at : p->begin;
  const uint32_t end = at + len < p->end ? at + len : p->end;
  if (begin < end) memcpy(p->to + (begin - p->begin), bytes + (begin - at), end - begin);
}

static void put_change(const vitext_doc *d, const piece *p, const vt_change *c, vt_map_place end)
{
  char made[LONGEST_COMPOSED];
  const uint32_t from = end.from - c->from_len;
  const char *text = d->normal.bytes + end.to - c->to_len;
  const vt_patch *patch = c->changed && !c->composed ? find_patch(d, from) : NULL;
  if (patch != NULL) text = d->patched.items + patch->at;
  else if (c->changed) decompose(text, c->to_len, made, sizeof made);
  put(p, from, patch != NULL || !c->changed ? text : made, c->from_len);
}

const char *vt_original_at(const vitext_doc *d, vt_map_place *hint, uint32_t at, uint32_t len,
                           char *room)
{
  if (d->original != NULL) return d->original + at;
  const vt_map *map = &d->normal.map;
  const piece p = { room, at, at + len };
  vt_change change;
  if (at < map->shift) put(&p, 0, byte_order_mark, map->shift);
  vt_map_step_from(map, at < map->shift ? map->shift : at, hint, &change);
  vt_map_place here = *hint, next = here;
  for (; here.from < p.end && vt_map_next(map, &next, &change); here = next) {
    put(&p, here.from, d->normal.bytes + here.to, change.copied);
    put_change(d, &p, &change, next);
  }
  if (here.from < p.end) put(&p, here.from, d->normal.bytes + here.to, d->normal.len - here.to);
  return room;
}
