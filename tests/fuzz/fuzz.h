/* fuzz.h - what the fuzz targets share: an input that is eaten from the front, a heap that fails
 * one time in sixteen, and what must hold of every document, whatever the bytes were. */
#ifndef FUZZ_H
#define FUZZ_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "vitext.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

typedef struct fuzz_input {
  const uint8_t *bytes;
  size_t len;
} fuzz_input;
uint32_t fuzz_byte(fuzz_input *in); /* the next byte, 0 at the end */
/* The rest as a block of its own, so that ASan sees a step past either end; fuzz_drop frees it. */
char *fuzz_rest(const fuzz_input *in);
void fuzz_drop(char *bytes);

typedef struct fuzz_heap {
  uint32_t random; /* 0: never fails */
  long blocks;
  size_t live;
} fuzz_heap;
/* The first byte of the input chooses: even, memory never fails; odd, it seeds the failures. */
vitext_allocator fuzz_heap_begin(fuzz_heap *heap, fuzz_input *in);
void fuzz_heap_end(const fuzz_heap *heap); /* aborts if anything is live */

/* NULL when there was no memory for it. */
vitext_ctx *fuzz_ctx(fuzz_heap *heap, fuzz_input *in);
/* Options out of six bytes of input: encodings, repairs, forms, layers. */
vitext_options fuzz_options(fuzz_input *in, bool analyse);

/* Aborts where a promise of the header is broken. len: of the input. */
void fuzz_check(const vitext_doc *doc, size_t len);
/* Everything that can be written is written, to nowhere. */
void fuzz_write(const vitext_doc *doc);

/* A target over a text: heap and options out of the first bytes, which narrow (may be NULL) changes
 * and takes more bytes for; the rest is the text. more (may be NULL) sees a document that came. */
void fuzz_text(fuzz_input *in, bool analyse, void (*narrow)(vitext_options *, fuzz_input *),
               void (*more)(const vitext_doc *));
/* A target over a source: heap out of the first byte, the rest is the source; a text is analysed
 * with what it gives. */
void fuzz_source(fuzz_input *in, int32_t kind);
/* The same for a file that has a checksum: base is a whole file, the input a list of changes to it
 * (fuzz_source.c). */
typedef struct fuzz_file {
  const char *path;
  size_t sum_at, body_at; /* CRC-32 of all that comes from body_at stands at sum_at */
  size_t len_at;          /* where the length of the body stands; 0: nowhere */
} fuzz_file;
void fuzz_edited(fuzz_input *in, int32_t kind, const fuzz_file *base);

#define FUZZ_REQUIRE(what) ((what) ? (void)0 : fuzz_fail(#what, __FILE__, __LINE__))
void fuzz_fail(const char *what, const char *file, int line);

#endif
