/* buffer.h - growing output, emptied in pieces; strings as JSON, as TSV fields and as HTML. */
#ifndef BUFFER_H
#define BUFFER_H
#include <stddef.h>

/* Zeroed is empty. When drain is set, buffer_room may hand the content over and start anew. */
typedef struct buffer {
  char *data;
  size_t len, cap;
  void (*drain)(struct buffer *b, void *user);
  void *user;
} buffer;

void buffer_free(buffer *b);
/* At least len free bytes at the returned place; never NULL: out of memory ends the program. */
char *buffer_room(buffer *b, size_t len);
void buffer_add(buffer *b, const char *bytes, size_t len);
void buffer_text(buffer *b, const char *s);
void buffer_char(buffer *b, char c);
void buffer_format(buffer *b, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* A quoted JSON string; bytes that are not UTF-8 come out as U+FFFD. */
void buffer_json(buffer *b, const char *s, size_t len);
/* Tab, line break and backslash written \t, \n, \\ (a carriage return \r). */
void buffer_tsv(buffer *b, const char *s, size_t len);
/* Escaped for HTML text and quoted attributes. */
void buffer_html(buffer *b, const char *s, size_t len);
/* White space, line breaks and control characters as single blanks, for one line of a terminal. */
void buffer_line(buffer *b, const char *s, size_t len);
/* A vitext_sink; user is the buffer. */
int buffer_sink(void *user, const char *bytes, size_t len);

void *memory_new(size_t count, size_t size); /* zeroed; ends the program when there is none */
void *memory_resize(void *p, size_t size);
char *memory_copy(const char *s, size_t len); /* with a NUL after it */

#endif
