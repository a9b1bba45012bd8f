/* fuzz_source.c - what the targets over sources of a context share. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "fuzz.h"

static const char sample[] =
    "Ông Nguyễn Văn An, Giám đốc Sở Y tế tỉnh Nghệ An, Trưởng ban Xyz, nêu Nghị định "
    "30/2020/NĐ-CP về quốc hữu hóa.\n\nTheo khoản 2 Điều 5 Luật Đất đai, đồng chí An nói.";

static void open_and_use(const vitext_source *source, fuzz_heap *heap, vitext_allocator alloc)
{
  vitext_ctx_options o;
  vitext_ctx *ctx = NULL;
  vitext_error err = { 0 };
  vitext_ctx_options_init(&o, sizeof o);
  o.alloc = alloc;
  o.sources = source;
  o.source_count = 1;
  const vitext_status st = vitext_ctx_new(&o, &ctx, &err);
  FUZZ_REQUIRE((st == VITEXT_OK) == (ctx != NULL));
  FUZZ_REQUIRE(st == VITEXT_OK || st == VITEXT_E_DATA || st == VITEXT_E_MEMORY);
  FUZZ_REQUIRE(st != VITEXT_E_MEMORY || heap->random != 0);
  FUZZ_REQUIRE(st == VITEXT_OK || err.status == st);
  vitext_doc *doc = NULL;
  if (ctx != NULL && vitext_analyze(ctx, sample, sizeof sample - 1, NULL, &doc, NULL) == VITEXT_OK)
    fuzz_check(doc, sizeof sample - 1);
  vitext_doc_free(doc);
  vitext_ctx_free(ctx);
}

void fuzz_source(fuzz_input *in, int32_t kind)
{
  fuzz_heap heap;
  const vitext_allocator alloc = fuzz_heap_begin(&heap, in);
  char *bytes = fuzz_rest(in);
  open_and_use(&(vitext_source){ kind, 0, NULL, bytes, in->len }, &heap, alloc);
  fuzz_drop(bytes);
  fuzz_heap_end(&heap);
}

/* ---- Files with a checksum ---- */

typedef struct whole {
  uint8_t *bytes;
  size_t len;
} whole;

static whole read_base(const char *path)
{
  FILE *f = fopen(path, "rb");
  FUZZ_REQUIRE(f != NULL);
  whole w = { NULL, 0 };
  for (size_t got = 1; got > 0; w.len += got) {
    w.bytes = realloc(w.bytes, w.len + 65536);
    FUZZ_REQUIRE(w.bytes != NULL);
    got = fread(w.bytes + w.len, 1, 65536, f);
  }
  fclose(f);
  return w;
}

static uint32_t crc32_of(const uint8_t *bytes, size_t len)
{
  uint32_t crc = 0xFFFFFFFFu;
  for (size_t i = 0; i < len; i++) {
    crc ^= bytes[i];
    for (int k = 0; k < 8; k++) crc = crc >> 1 ^ (0xEDB88320u & (0u - (crc & 1u)));
  }
  return ~crc;
}

static void put_u32(uint8_t *to, uint32_t n)
{
  for (int i = 0; i < 4; i++) to[i] = (uint8_t)(n >> 8 * i);
}

/* One change: what, where (three bytes, scaled to the file), and a value. */
static void edit(whole *w, fuzz_input *in)
{
  const uint32_t what = fuzz_byte(in);
  uint32_t at = fuzz_byte(in);
  at |= fuzz_byte(in) << 8;
  at |= fuzz_byte(in) << 16;
  const uint32_t value = fuzz_byte(in);
  if (w->len == 0) return;
  /* the head and the first counts are few among many bytes, so half of the changes go there */
  at = (what & 8) != 0 ? at % (w->len < 64 ? (uint32_t)w->len : 64) : at % (uint32_t)w->len;
  switch (what & 7) {
  case 0: w->len = at; break;
  case 1:
    memmove(w->bytes + at, w->bytes + at + 1, w->len - at - 1);
    w->len--;
    break;
  case 2: w->bytes[at] ^= (uint8_t)(1u << (value & 7)); break;
  case 3: w->bytes[at] = (uint8_t)(w->bytes[at] + value); break;
  default: w->bytes[at] = (uint8_t)value; break;
  }
}

void fuzz_edited(fuzz_input *in, int32_t kind, const fuzz_file *base)
{
  static whole file; /* read once */
  if (file.bytes == NULL) file = read_base(base->path);
  fuzz_heap heap;
  const vitext_allocator alloc = fuzz_heap_begin(&heap, in);
  const uint32_t keep_sum = fuzz_byte(in);
  whole w = { malloc(file.len), file.len };
  FUZZ_REQUIRE(w.bytes != NULL);
  memcpy(w.bytes, file.bytes, file.len);
  for (int left = 64; in->len > 0 && left > 0; left--) edit(&w, in);
  if (keep_sum % 16 != 1 && w.len >= base->body_at) {
    const uint32_t body = (uint32_t)(w.len - base->body_at);
    if (base->len_at != 0 && keep_sum % 16 != 2) put_u32(w.bytes + base->len_at, body);
    put_u32(w.bytes + base->sum_at, crc32_of(w.bytes + base->body_at, body));
  }
  char *copy = fuzz_rest(&(fuzz_input){ w.bytes, w.len }); /* a block of that very length */
  open_and_use(&(vitext_source){ kind, 0, NULL, copy, w.len }, &heap, alloc);
  fuzz_drop(copy);
  free(w.bytes);
  fuzz_heap_end(&heap);
}
