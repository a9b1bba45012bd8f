/* writer.c - a growing text and its map. */
#include "vt_stretch.h"
#include <string.h>

void vt_normal_free(const vt_alloc *a, vt_normal *n)
{
  vt_release(a, n->bytes, n->cap);
  vt_map_free(a, &n->map);
  *n = (vt_normal){ 0 };
}

void vt_writer_open(vt_writer *w, const vt_alloc *alloc, vt_normal *out, size_t expected)
{
  *w = (vt_writer){ alloc, out, VITEXT_OK };
  *out = (vt_normal){ 0 };
  out->bytes = vt_resize(alloc, NULL, 0, expected + 1);
  if (out->bytes == NULL) w->status = VITEXT_E_MEMORY;
  else out->cap = expected + 1;
}

bool vt_writer_room(vt_writer *w, size_t len)
{
  vt_normal *out = w->out;
  if (w->status != VITEXT_OK) return false;
  if (len < out->cap - out->len) return true;
  if (len >= UINT32_MAX - out->len) {
    w->status = VITEXT_E_TOO_LONG;
    return false;
  }
  const size_t need = out->len + len + 1;
  const size_t more = out->cap + out->cap / 4 + 64;
  const size_t cap = need > more ? need : more;
  char *grown = vt_resize(w->alloc, out->bytes, out->cap, cap);
  if (grown == NULL) {
    w->status = VITEXT_E_MEMORY;
    return false;
  }
  out->bytes = grown;
  out->cap = cap;
  return true;
}

void vt_writer_copy(vt_writer *w, const char *bytes, size_t len)
{
  if (len == 0 || !vt_writer_room(w, len)) return;
  memcpy(w->out->bytes + w->out->len, bytes, len);
  w->out->len += (uint32_t)len;
}

void vt_writer_change(vt_writer *w, const char *bytes, size_t len, size_t from_len, unsigned flags)
{
  if (!vt_writer_room(w, len)) return;
  if (!vt_map_add(w->alloc, &w->out->map, w->out->len, (uint32_t)len, (uint32_t)from_len, flags)) {
    w->status = VITEXT_E_MEMORY;
    return;
  }
  if (len > 0) memcpy(w->out->bytes + w->out->len, bytes, len);
  w->out->len += (uint32_t)len;
}

vitext_status vt_writer_close(vt_writer *w, size_t from_len)
{
  vt_normal *out = w->out;
  if (w->status != VITEXT_OK) {
    vt_normal_free(w->alloc, out);
    return w->status;
  }
  out->bytes[out->len] = '\0';
  out->map.to_len = out->len;
  out->map.from_len = (uint32_t)from_len;
  if (out->cap > out->len + (size_t)out->len / 8 + 64) { /* give back what normalising saved */
    char *fitted = vt_resize(w->alloc, out->bytes, out->cap, (size_t)out->len + 1);
    if (fitted != NULL) {
      out->bytes = fitted;
      out->cap = (size_t)out->len + 1;
    }
  }
  return VITEXT_OK;
}

vt_stretch vt_stretch_open(const vt_writer *w, const char *in, size_t at)
{
  const vt_normal *out = w->out;
  const vt_map_pen pen = vt_map_take(&out->map);
  return (vt_stretch){ .in = in,
                       .base = out->bytes,
                       .to = out->bytes + out->len,
                       .at = (uint32_t)at,
                       .copied = out->len - pen.to,
                       .pen = pen };
}

/* The map as it is behind the last change. */
static void give_pen(const vt_stretch *s, vt_map *map)
{
  if (s->others != 0) map->places.items[map->places.count - 1].others = true;
  vt_map_pen pen = s->pen;
  pen.to = (uint32_t)(s->to - s->base) - s->copied;
  pen.from = s->at - s->copied;
  vt_map_give(map, &pen);
}

void vt_stretch_close(vt_stretch s, vt_writer *w)
{
  give_pen(&s, &w->out->map);
  w->out->len = (uint32_t)(s.to - s.base);
}

vt_map_pen vt_stretch_add(vt_stretch s, vt_writer *w, uint32_t to_len, uint32_t from_len,
                          unsigned flags)
{
  vt_map *map = &w->out->map;
  give_pen(&s, map);
  const uint32_t to_begin = (uint32_t)(s.to - s.base);
  if (!vt_map_add(w->alloc, map, to_begin, to_len, from_len, flags)) w->status = VITEXT_E_MEMORY;
  return vt_map_take(map);
}
