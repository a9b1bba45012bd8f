/* jsonl.c - jansson checks a line and decodes its text. The other members are cut from the line as
 * they stand, so that 1.10 stays 1.10 and a number of 30 digits keeps them. */
#include "jsonl.h"
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FLAGS = JSON_ALLOW_NUL | JSON_DECODE_INT_AS_REAL };

typedef struct slice {
  const char *p;
  size_t len;
} slice;

/* The functions below read JSON that jansson has accepted: its shape needs no checks. */

static size_t skip_blank(const char *s, size_t at)
{
  while (s[at] == ' ' || s[at] == '\t' || s[at] == '\r' || s[at] == '\n') at++;
  return at;
}

/* Past the closing quote: the first one with an even number of backslashes before it. */
static size_t skip_string(const char *s, size_t at, size_t len)
{
  for (at++;; at++) {
    const char *quote = memchr(s + at, '"', len - at);
    if (quote == NULL) return len; /* not in what jansson has accepted */
    at = (size_t)(quote - s);
    size_t slashes = 0;
    while (s[at - slashes - 1] == '\\') slashes++;
    if (slashes % 2 == 0) return at + 1;
  }
}

static size_t skip_value(const char *s, size_t at, size_t len)
{
  size_t depth = 0;
  do {
    if (s[at] == '"') {
      at = skip_string(s, at, len);
      if (depth == 0) return at;
      continue;
    }
    if (s[at] == '{' || s[at] == '[') depth++;
    if (s[at] == '}' || s[at] == ']') depth--;
    at++;
    /* a number or a word ends where something else begins */
  } while (depth > 0 || (s[at] != ',' && s[at] != '}' && s[at] != ']'));
  return at;
}

/* The member that begins at at; returns where the next one begins, 0 after the last. */
static size_t member(const char *s, size_t at, size_t len, slice *name, slice *value)
{
  const size_t name_end = skip_string(s, at, len);
  *name = (slice){ s + at, name_end - at };
  at = skip_blank(s, skip_blank(s, name_end) + 1);
  size_t end = skip_value(s, at, len);
  const size_t next = skip_blank(s, end);
  while (end > at && (s[end - 1] == ' ' || s[end - 1] == '\t' || s[end - 1] == '\r')) end--;
  *value = (slice){ s + at, end - at };
  return s[next] == ',' ? skip_blank(s, next + 1) : 0;
}

static size_t first_member(const char *s)
{
  const size_t at = skip_blank(s, skip_blank(s, 0) + 1);
  return s[at] == '"' ? at : 0;
}

/* Name and quotes as they stand; a name with an escape in it is none of ours. */
static int is(slice name, const char *word)
{
  return name.len == strlen(word) + 2 && memcmp(name.p + 1, word, name.len - 2) == 0;
}

/* What the program writes itself: a member of that name is dropped. */
static int is_ours(slice name)
{
  static const char *const ours[] = { "id",        "text",     "data",       "tokens",
                                      "sentences", "words",    "references", "refs",
                                      "persons",   "nominals", "roles",      "error" };
  for (size_t i = 0; i < sizeof ours / sizeof *ours; i++) {
    if (is(name, ours[i])) return 1;
  }
  return 0;
}

static void take_id(jsonl_line *j, json_t *id, slice raw)
{
  j->id.len = j->name.len = 0;
  buffer_add(&j->id, raw.p, raw.len);
  if (json_is_string(id)) buffer_add(&j->name, json_string_value(id), json_string_length(id));
  else buffer_add(&j->name, raw.p, raw.len);
}

static void take_members(jsonl_line *j, json_t *root, const char *line, size_t len)
{
  for (size_t at = first_member(line); at != 0;) {
    slice name, value;
    at = member(line, at, len, &name, &value);
    if (is(name, "id")) take_id(j, json_object_get(root, "id"), value);
    if (is_ours(name)) continue;
    buffer_char(&j->members, ',');
    buffer_add(&j->members, name.p, name.len);
    buffer_char(&j->members, ':');
    buffer_add(&j->members, value.p, value.len);
  }
}

static void *never_null(size_t size)
{
  return memory_resize(NULL, size);
}

void jsonl_open(void)
{
  json_set_alloc_funcs(never_null, free);
}

int jsonl_parse(jsonl_line *j, const char *line, size_t len, jsonl_error *e)
{
  json_error_t error;
  j->text.len = j->id.len = j->name.len = j->members.len = 0;
  json_t *root = json_loadb(line, len, FLAGS, &error);
  if (root == NULL || !json_is_object(root)) {
    e->offset = root == NULL && error.position > 0 ? (size_t)error.position : 0;
    if (e->offset > len) e->offset = len;
    snprintf(e->message, sizeof e->message, "%s", root == NULL ? error.text : "not an object");
    json_decref(root);
    return 0;
  }
  const json_t *text = json_object_get(root, "text");
  take_members(j, root, line, len);
  if (json_is_string(text)) buffer_add(&j->text, json_string_value(text), json_string_length(text));
  else snprintf(e->message, sizeof e->message, "no member \"text\" that is a string");
  e->offset = 0;
  const int good = json_is_string(text);
  json_decref(root);
  return good;
}

size_t jsonl_text_offset(const char *line, size_t len, size_t bad)
{
  size_t offset = bad;
  json_t *root = json_loadb(line, len, FLAGS, NULL);
  if (root == NULL || !json_is_object(root)) bad = len;
  for (size_t at = bad < len ? first_member(line) : 0; at != 0;) {
    slice name, value;
    at = member(line, at, len, &name, &value);
    const size_t from = (size_t)(value.p - line);
    if (!is(name, "text") || *value.p != '"' || bad <= from || bad >= from + value.len) continue;
    buffer head = { 0 }; /* the text up to the bad byte, decoded, says how long it is */
    buffer_add(&head, value.p, bad - from);
    buffer_char(&head, '"');
    json_t *text = json_loadb(head.data, head.len, FLAGS | JSON_DECODE_ANY, NULL);
    if (text != NULL) offset = json_string_length(text);
    json_decref(text);
    buffer_free(&head);
  }
  json_decref(root);
  return offset;
}

void jsonl_free(jsonl_line *j)
{
  buffer_free(&j->text);
  buffer_free(&j->id);
  buffer_free(&j->name);
  buffer_free(&j->members);
}
