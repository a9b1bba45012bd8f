/* vt_charset.h - tables of the encodings, and how each reads and writes. Private to lib/encoding. */
#ifndef VT_CHARSET_H
#define VT_CHARSET_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "vitext.h"
#include "vt_writer.h"

enum { VT_NO_CHARACTER = 0xFFFF };
#define VT_INVALID 0xFFFFFFFFu

/* 256 code points by byte, for CP1258, VISCII, TCVN3 (its capital font is the same), VPS; else NULL. */
const uint16_t *vt_charset_of(vitext_encoding encoding);

/* What stands at the begin of bytes (at least one) in an encoding of letters spelled with several
 * bytes; returns how many are taken, and in *cp the character, VT_INVALID for invalid ones. */
size_t vt_vni_read(const unsigned char *s, size_t len, uint32_t *cp);
size_t vt_viqr_read(const unsigned char *s, size_t len, bool *literal, uint32_t *cp);
size_t vt_wide_read(vitext_encoding encoding, const unsigned char *s, size_t len, uint32_t *cp);
enum { VT_VIQR_SILENT = 0x110000 }; /* a change of state, which is no character */

/* Write a character; at most 8 bytes; 0: it has no place. */
size_t vt_vni_write(uint32_t cp, char *to);
size_t vt_wide_write(vitext_encoding encoding, uint32_t cp, char *to);
/* last: the character before (0: none), on which it depends what must be escaped. */
size_t vt_viqr_write(uint32_t last, uint32_t cp, char *to);

#endif
