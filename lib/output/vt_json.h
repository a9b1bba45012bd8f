/* vt_json.h - pieces of JSON, and the two formats made of them. */
#ifndef VT_JSON_H
#define VT_JSON_H
#include "vt_document.h"
#include "vt_out.h"

/* What the writers of one document share. Cursors are apart because their spans run apart. */
typedef struct vt_json {
  vt_out *out;
  const vitext_doc *doc;
  const vt_layers *layers;
  vitext_unit unit;
  bool started;        /* a member stands before the next one */
  vt_cursor near, far; /* of spans in order; of those that jump: organisations, surfaces */
} vt_json;

/* "..." with what JSON wants escaped; bytes: valid UTF-8. */
void vt_json_string(vt_json *j, const char *bytes, size_t len);
/* Members with a comma before them: the value, or nothing where it is empty, 0 or NULL. */
void vt_json_text(vt_json *j, const char *name, const char *value);
void vt_json_number(vt_json *j, const char *name, uint32_t value);
void vt_json_list(vt_json *j, const char *name, vitext_list list);
/* The decoded text of a span of the input, also when it is empty. */
void vt_json_surface(vt_json *j, const char *name, vitext_span span);
/* "START":b,"END":e without a comma before, and { with "start" and "end". */
void vt_json_span(vt_json *j, vt_cursor *c, const char *start, const char *end, vitext_span span);
void vt_json_open(vt_json *j, vt_cursor *c, vitext_span span);
/* "name":[ with the comma before it where something stands before. */
void vt_json_layer(vt_json *j, const char *name);

/* Officials, json_officials.c: grouped by person with the roles, or one record a mention. */
vitext_status vt_json_persons(vt_json *j);
void vt_json_mentions(vt_json *j);

/* VITEXT_FORMAT_JSON, VITEXT_FORMAT_RECORDS */
vitext_status vt_json_write(vt_out *o, const vitext_doc *d, const vitext_write_options *w);
vitext_status vt_json_write_records(vt_out *o, const vitext_doc *d, const vitext_write_options *w);

#endif
