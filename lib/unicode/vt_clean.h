/* vt_clean.h - proving at memory speed that text needs nothing done to it. */
#ifndef VT_CLEAN_H
#define VT_CLEAN_H
#include <stdbool.h>
#include <stddef.h>

/* Length of a prefix, in whole characters, that is valid UTF-8, in NFC (unless a mark follows it)
 * and without anything that a default repair would touch. Stops at the first character it cannot
 * vouch for, which may still be in order. plain: quotes and dashes are repaired too. */
size_t vt_clean_len(const char *bytes, size_t len, bool plain);

/* The same length, and that prefix is copied to to, where up to len bytes may be written. Vector
 * code where the machine has AVX2. */
size_t vt_clean_copy(char *to, const char *bytes, size_t len, bool plain);

/* Length of the character at bytes (at least one) if it is such a one, else 0. */
size_t vt_clean_character(const char *bytes, size_t len, bool plain);

/* Length of the ASCII prefix. */
size_t vt_clean_ascii_len(const char *bytes, size_t len);

#endif
