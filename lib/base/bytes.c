/* bytes.c - bounds-checked little-endian reading, whole files, a checksum. */
#include "vt_bytes.h"
#include <stdio.h>

const unsigned char *vt_read_bytes(vt_reader *r, size_t len)
{
  if (r->bad || len > r->len - r->at) {
    r->bad = true;
    return NULL;
  }
  const unsigned char *p = r->bytes + r->at;
  r->at += len;
  return p;
}

static uint64_t read_little(vt_reader *r, size_t len)
{
  const unsigned char *p = vt_read_bytes(r, len);
  uint64_t value = 0;
  if (p == NULL) return 0;
  for (size_t i = len; i > 0; i--) value = value << 8 | p[i - 1];
  return value;
}

uint16_t vt_read_u16(vt_reader *r)
{
  return (uint16_t)read_little(r, 2);
}
uint32_t vt_read_u32(vt_reader *r)
{
  return (uint32_t)read_little(r, 4);
}
uint64_t vt_read_u64(vt_reader *r)
{
  return read_little(r, 8);
}

static vitext_status read_all(FILE *f, const vt_alloc *a, unsigned char **out, size_t *len)
{
  VT_VEC(unsigned char) v = { 0 };
  vitext_status st = VITEXT_OK;
  for (;;) {
    if (!vt_vec_reserve(a, &v, v.count + 65536)) {
      st = VITEXT_E_MEMORY;
      break;
    }
    const size_t got = fread(v.items + v.count, 1, v.cap - v.count - 1, f);
    v.count += got;
    if (got == 0) break;
  }
  if (st == VITEXT_OK && ferror(f)) st = VITEXT_E_IO;
  if (st == VITEXT_OK) { /* give back what is not used: the size is what the owner frees by */
    unsigned char *fitted = vt_resize(a, v.items, v.cap, v.count + 1);
    if (fitted == NULL) {
      st = VITEXT_E_MEMORY;
    } else {
      fitted[v.count] = '\0';
      *out = fitted;
      *len = v.count;
      return VITEXT_OK;
    }
  }
  vt_vec_free(a, &v);
  return st;
}

vitext_status vt_file_read(const char *path, const vt_alloc *a, unsigned char **out, size_t *len)
{
  *out = NULL;
  *len = 0;
  FILE *f = fopen(path, "rb");
  if (f == NULL) return VITEXT_E_IO;
  const vitext_status st = read_all(f, a, out, len);
  fclose(f);
  return st;
}

uint32_t vt_crc32(const unsigned char *bytes, size_t len)
{
  /* the remainders of four bits: a table of bytes would be quicker and 1 KB */
  static const uint32_t rest[16] = { 0x00000000, 0x1DB71064, 0x3B6E20C8, 0x26D930AC,
                                     0x76DC4190, 0x6B6B51F4, 0x4DB26158, 0x5005713C,
                                     0xEDB88320, 0xF00F9344, 0xD6D6A3E8, 0xCB61B38C,
                                     0x9B64C2B0, 0x86D3D2D4, 0xA00AE278, 0xBDBDF21C };
  uint32_t crc = 0xFFFFFFFFu;
  for (size_t i = 0; i < len; i++) {
    crc ^= bytes[i];
    crc = crc >> 4 ^ rest[crc & 15];
    crc = crc >> 4 ^ rest[crc & 15];
  }
  return ~crc;
}
