/* vt_bytes.h - reading binary data that nobody vouches for, and whole files. */
#ifndef VT_BYTES_H
#define VT_BYTES_H
#include <stdint.h>
#include "vt_alloc.h"

/* A reader over bytes: little-endian numbers; past the end it gives 0 and is bad from then on. */
typedef struct vt_reader {
  const unsigned char *bytes;
  size_t len, at;
  bool bad;
} vt_reader;

uint16_t vt_read_u16(vt_reader *r);
uint32_t vt_read_u32(vt_reader *r);
uint64_t vt_read_u64(vt_reader *r);
/* The next len bytes, or NULL and bad. */
const unsigned char *vt_read_bytes(vt_reader *r, size_t len);

/* The whole file in memory of a, freed by vt_release(a, *out, *len + 1); a NUL follows. */
vitext_status vt_file_read(const char *path, const vt_alloc *a, unsigned char **out, size_t *len);

/* CRC-32 (ISO 3309), for model and lexicon files. */
uint32_t vt_crc32(const unsigned char *bytes, size_t len);

#endif
