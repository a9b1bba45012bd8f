/* gen_source.c - reading a TSV of lib/data/source and refusing what is not in order. */
#include <stdio.h>
#include <string.h>
#include "vt_bytes.h"
#include "vt_gen.h"
#include "vt_utf8.h"

/* Split text in place at each mark; returns how many parts there are, the first cap are kept. */
static uint32_t split(char *text, char mark, const char **parts, uint32_t cap)
{
  for (uint32_t count = 0;; count++) {
    if (count < cap) parts[count] = text;
    char *next = strchr(text, mark);
    if (next == NULL) return count + 1;
    *next = '\0';
    text = next + 1;
  }
}

static void take_name(gen_source *s)
{
  const char *slash = strrchr(s->path, '/');
  const char *begin = slash == NULL ? s->path : slash + 1;
  const char *end = strrchr(begin, '.');
  const size_t len = end == NULL ? strlen(begin) : (size_t)(end - begin);
  if (len == 0 || len >= sizeof s->name) gen_fail(s->path, 0, "unfit name", "");
  memcpy(s->name, begin, len);
}

enum { MAX_COLUMNS = 32 };

static void take_header(gen_source *s, char *line, const char *dropped)
{
  s->columns = gen_new(MAX_COLUMNS, sizeof *s->columns);
  s->kept = gen_new(MAX_COLUMNS, sizeof *s->kept);
  s->column_count = split(line, '\t', s->columns, MAX_COLUMNS);
  if (s->column_count > MAX_COLUMNS) gen_fail(s->path, 0, "more than 32 columns", "");
  for (uint32_t c = 0; c < s->column_count; c++) {
    char padded[80];
    snprintf(padded, sizeof padded, " %s ", s->columns[c]);
    s->kept[c] = strstr(dropped, padded) == NULL;
    s->kept_count += s->kept[c];
  }
}

/* Our texts are NFC when they have no combining marks and none of the few characters that NFC
 * replaces by others without using marks, which no Vietnamese source needs. */
static bool is_nfc(const char *text, uint32_t len)
{
  for (uint32_t at = 0; at < len;) {
    const uint32_t cp = vt_utf8_next(text, &at);
    if (vt_class_of(cp) == VT_CLASS_MARK || cp == 0x2126 || cp == 0x212A || cp == 0x212B ||
        (cp >= 0xF900 && cp < 0xFB00))
      return false;
  }
  return true;
}

static void check_cells(const gen_source *s, const gen_row *row)
{
  if (row->cells[0][0] == '\0') gen_fail(s->path, row->line, "no phrase", "");
  for (uint32_t c = 0; c < s->column_count; c++) {
    const char *cell = row->cells[c];
    const size_t len = strlen(cell);
    if (vt_utf8_valid(cell, len) != len) gen_fail(s->path, row->line, "not UTF-8", "");
    if (!is_nfc(cell, (uint32_t)len)) gen_fail(s->path, row->line, "not NFC: ", cell);
    if (strcmp(s->columns[c], "origin") == 0 && len == 0)
      gen_fail(s->path, row->line, "no origin: ", row->cells[0]);
  }
}

static void take_row(gen_source *s, char *line, uint32_t number)
{
  gen_room(&s->rows);
  gen_row *row = &s->rows.items[s->rows.count++];
  *row = (gen_row){ .line = number };
  row->cells = gen_new(s->column_count, sizeof *row->cells);
  for (uint32_t c = 0; c < s->column_count; c++) row->cells[c] = "";
  if (split(line, '\t', row->cells, s->column_count) > s->column_count)
    gen_fail(s->path, number, "more cells than columns: ", row->cells[0]);
  check_cells(s, row);
}

/* "#plain", "#traits", "#spellings", "#first trait", "#drop a b"; other comments are for people. */
static void take_comment(gen_source *s, const char *line, char *dropped, size_t cap)
{
  if (strcmp(line, "#plain") == 0) s->plain = true;
  if (strcmp(line, "#traits") == 0) s->traits = true;
  if (strcmp(line, "#spellings") == 0) s->spellings = true;
  if (strncmp(line, "#first ", 7) == 0) snprintf(s->first, sizeof s->first, "%s", line + 7);
  if (strncmp(line, "#drop ", 6) == 0) {
    const size_t used = strlen(dropped);
    snprintf(dropped + used, cap - used, "%s ", line + 6);
  }
}

void gen_source_read(gen_source *s, const char *path)
{
  unsigned char *bytes;
  size_t len;
  char dropped[512] = " origin note ";
  *s = (gen_source){ .path = path };
  take_name(s);
  if (vt_file_read(path, &gen_heap, &bytes, &len) != VITEXT_OK)
    gen_fail(path, 0, "cannot be read", "");
  if (strlen((char *)bytes) != len) gen_fail(path, 0, "has a NUL byte", "");
  uint32_t number = 0;
  for (char *line = (char *)bytes; *line != '\0';) {
    char *end = strchr(line, '\n');
    if (end == NULL) gen_fail(path, 0, "no line end at its end", "");
    *end = '\0';
    number++;
    if (line[0] == '#' && s->column_count == 0) take_comment(s, line, dropped, sizeof dropped);
    else if (line[0] == '#' || line[0] == '\0') (void)line; /* for people, between rows */
    else if (s->column_count == 0) take_header(s, line, dropped);
    else take_row(s, line, number);
    line = end + 1;
  }
  if (s->column_count == 0) gen_fail(path, 0, "no header line", "");
}
