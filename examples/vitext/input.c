/* input.c - files, lines and JSON lines as batches of records.
 * A batch is what one read gave, up to its last line end, or a whole file when that is a document:
 * so nothing waits for more input than a record needs, and memory is bounded by the longest. */
#include "input.h"
#include "buffer.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { READ_SIZE = 64 * 1024 };
/* Longest line or file that is kept. One byte more than the library takes, so that it refuses; a
 * JSON line may be twice as long, for its escapes. */
static size_t longest(const options *o)
{
  return (size_t)VITEXT_MAX_INPUT * (o->input == INPUT_JSONL ? 2 : 1) + 1;
}

static const char *operand(const options *o, int i)
{
  if (o->operand_count == 0) return i == 0 ? "-" : NULL;
  return i < o->operand_count ? o->operands[i] : NULL;
}

void input_open(input *in, const options *o)
{
  *in = (input){ .o = o, .fd = -1 };
  if (o->operand_count == 0 && isatty(STDIN_FILENO))
    fputs("vitext: reading from the terminal; Ctrl-D ends the input\n", stderr);
  for (int i = 0; operand(o, i) != NULL; i++) {
    struct stat st;
    const char *name = operand(o, i);
    const int bad = strcmp(name, "-") == 0 ? fstat(STDIN_FILENO, &st) : stat(name, &st);
    if (bad || !S_ISREG(st.st_mode)) {
      in->bytes_total = 0;
      return;
    }
    in->bytes_total += (uint64_t)st.st_size;
  }
}

void input_close(input *in)
{
  if (in->fd > STDIN_FILENO) close(in->fd);
  free(in->tail);
}

void batch_free(batch *b)
{
  free(b->block);
  free(b->records);
}

static void reserve(char **p, size_t *cap, size_t need)
{
  if (need <= *cap) return;
  size_t grown = *cap < READ_SIZE ? READ_SIZE : *cap;
  while (grown < need) grown *= 2;
  *p = memory_resize(*p, grown);
  *cap = grown;
}

static void add_record(batch *b, const char *bytes, size_t len, uint64_t line)
{
  if (b->count == b->record_cap) {
    b->record_cap = b->record_cap ? b->record_cap * 2 : 64;
    b->records = memory_resize(b->records, b->record_cap * sizeof *b->records);
  }
  b->records[b->count++] = (record){ bytes, len, line };
}

/* Up to cap bytes at p; 0 at the end of the file, -1 on an error (errno). */
static ssize_t read_some(input *in, char *p, size_t cap)
{
  ssize_t n;
  do n = read(in->fd, p, cap);
  while (n < 0 && errno == EINTR);
  if (n > 0) in->bytes_done += (uint64_t)n;
  return n;
}

/* Open the next file. 0: there is none left; a file that cannot be opened is a failed batch. */
static int next_file(input *in, batch *b)
{
  in->source = operand(in->o, in->next_file);
  if (in->source == NULL) return 0;
  in->next_file++;
  in->fd = strcmp(in->source, "-") == 0 ? STDIN_FILENO : open(in->source, O_RDONLY | O_CLOEXEC);
  if (in->fd < 0) b->failed = strerror(errno);
  in->tail_len = 0;
  in->lines = 0;
  in->at_start = 1;
  in->at_end = 0;
  return 1;
}

static void end_file(input *in)
{
  if (in->fd > STDIN_FILENO) close(in->fd);
  in->fd = -1;
}

/* --encoding=auto looks at the first 64 KiB. */
static void choose_encoding(input *in, const char *bytes, size_t len)
{
  if (!in->at_start) return;
  in->at_start = 0;
  in->encoding = in->o->encoding;
  if (in->encoding == 0) {
    vitext_guess guess = { .encoding = VITEXT_ENC_UTF8 };
    vitext_detect(bytes, len < READ_SIZE ? len : READ_SIZE, &guess, 1);
    in->encoding = guess.encoding;
  }
}

/* Bytes of one code unit, and where in it the value of a line end stands. */
static size_t unit_size(vitext_encoding e, size_t *low)
{
  *low = e == VITEXT_ENC_UTF16BE ? 1 : e == VITEXT_ENC_UTF32BE ? 3 : 0;
  if (e == VITEXT_ENC_UTF16LE || e == VITEXT_ENC_UTF16BE) return 2;
  return e == VITEXT_ENC_UTF32LE || e == VITEXT_ENC_UTF32BE ? 4 : 1;
}

/* Where the line that begins at from ends: the begin of its line end, len if there is none. */
static size_t line_end(const char *p, size_t from, size_t len, size_t unit, size_t low)
{
  static const char zeros[4] = { 0 };
  for (size_t at = from;;) {
    const char *hit = memchr(p + at, '\n', len - at);
    if (hit == NULL) return len;
    at = (size_t)(hit - p) + 1;
    if (unit == 1) return at - 1;
    const size_t begin = (at - 1) / unit * unit;
    if (begin + unit > len) return len;
    if (at - 1 != begin + low) continue;
    if (memcmp(p + begin, zeros, low) == 0 &&
        memcmp(p + begin + low + 1, zeros, unit - low - 1) == 0)
      return begin;
  }
}

/* Cut the block into lines; what follows the last line end stays for the next batch, unless the
 * file ends there. */
static void cut_lines(input *in, batch *b, size_t len)
{
  size_t low, from = 0;
  const size_t unit = unit_size(in->encoding, &low);
  while (from < len) {
    const size_t end = line_end(b->block, from, len, unit, low);
    if (end == len && !in->at_end) break;
    size_t line_len = end - from;
    if (unit == 1 && line_len > 0 && b->block[end - 1] == '\r') line_len--;
    add_record(b, b->block + from, line_len, ++in->lines);
    from = end + unit < len ? end + unit : len;
  }
  reserve(&in->tail, &in->tail_cap, len - from);
  in->tail_len = len - from;
  if (in->tail_len != 0) memcpy(in->tail, b->block + from, in->tail_len);
}

/* Throw away the rest of a line that is too long to keep, to its line end. */
static void skip_line(input *in)
{
  char *piece = memory_new(READ_SIZE, 1);
  for (;;) {
    const ssize_t n = read_some(in, piece, READ_SIZE);
    if (n <= 0) break;
    const char *hit = memchr(piece, '\n', (size_t)n);
    if (hit == NULL) continue;
    in->tail_len = (size_t)(piece + n - hit) - 1;
    reserve(&in->tail, &in->tail_cap, in->tail_len);
    if (in->tail_len != 0) memcpy(in->tail, hit + 1, in->tail_len);
    free(piece);
    return;
  }
  in->at_end = 1;
  free(piece);
}

/* Read until there is a line end or the file ends. */
static void line_batch(input *in, batch *b)
{
  size_t len = in->tail_len, seen = 0, low;
  reserve(&b->block, &b->block_cap, len + READ_SIZE);
  if (len != 0) memcpy(b->block, in->tail, len);
  in->tail_len = 0;
  while (!in->at_end) {
    const size_t unit = unit_size(in->encoding, &low);
    if (!in->at_start && line_end(b->block, seen, len, unit, low) < len) break;
    seen = len / unit * unit;
    if (len >= longest(in->o)) {
      add_record(b, b->block, len, ++in->lines);
      skip_line(in);
      return;
    }
    reserve(&b->block, &b->block_cap, len + READ_SIZE);
    const ssize_t n = read_some(in, b->block + len, READ_SIZE);
    if (n < 0) b->failed = strerror(errno);
    if (n <= 0) in->at_end = 1;
    if (n > 0) len += (size_t)n;
    if (in->o->encoding != 0 || len >= READ_SIZE || in->at_end) choose_encoding(in, b->block, len);
  }
  cut_lines(in, b, len);
}

static void file_batch(input *in, batch *b)
{
  size_t len = 0;
  while (!in->at_end && len < longest(in->o)) {
    reserve(&b->block, &b->block_cap, len + READ_SIZE);
    const ssize_t n = read_some(in, b->block + len, b->block_cap - len);
    if (n < 0) b->failed = strerror(errno);
    if (n <= 0) in->at_end = 1;
    if (n > 0) len += (size_t)n;
  }
  in->at_end = 1;
  choose_encoding(in, b->block, len);
  if (b->failed == NULL) add_record(b, b->block, len, 0);
}

int input_batch(input *in, batch *b)
{
  b->count = 0;
  b->failed = NULL;
  while (b->count == 0 && b->failed == NULL) {
    if (in->fd < 0 && !next_file(in, b)) return 0;
    if (in->fd >= 0) {
      if (in->o->input == INPUT_TEXT) file_batch(in, b);
      else line_batch(in, b);
      if (in->at_end && in->tail_len == 0) end_file(in);
    }
    b->source = in->source;
    b->encoding = in->encoding;
  }
  b->first = in->records;
  in->records += b->count;
  return 1;
}
