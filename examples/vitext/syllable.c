/* syllable.c - the parts of the syllables given as operands. */
#include "buffer.h"
#include "commands.h"
#include "output.h"
#include "render.h"
#include <stdio.h>
#include <string.h>

enum { PARTS = 7 };
static const char *const names[PARTS] = {
  "onset", "glide", "nucleus", "coda", "tone", "old", "new"
};

static void parts_of(const vitext_syllable *s, const char *parts[PARTS])
{
  static const char *const tones[] = { "ngang", "huyền", "hỏi", "ngã", "sắc", "nặng" };
  parts[0] = s->onset;
  parts[1] = s->glide;
  parts[2] = s->nucleus;
  parts[3] = s->coda;
  parts[4] = tones[s->tone];
  parts[5] = s->old_style;
  parts[6] = s->new_style;
}

static void json(const char *word, const char *const parts[PARTS], buffer *out)
{
  buffer_text(out, "{\"word\":");
  buffer_json(out, word, strlen(word));
  for (size_t i = 0; i < PARTS; i++) {
    buffer_format(out, ",\"%s\":", names[i]);
    buffer_json(out, parts[i], strlen(parts[i]));
  }
  buffer_text(out, "}\n");
}

static void tsv(const char *word, const char *const parts[PARTS], buffer *out)
{
  buffer_tsv(out, word, strlen(word));
  for (size_t i = 0; i < PARTS; i++) {
    buffer_char(out, '\t');
    buffer_tsv(out, parts[i], strlen(parts[i]));
  }
  buffer_char(out, '\n');
}

static void text(const char *word, const char *const parts[PARTS], buffer *out)
{
  buffer_format(out, "%s:", word);
  for (size_t i = 0; i < PARTS; i++)
    buffer_format(out, "%s%s %s", i > 0 ? ", " : " ", names[i], *parts[i] ? parts[i] : "-");
  buffer_char(out, '\n');
}

int syllable_run(const options *o)
{
  int failed = 0;
  buffer out = { 0 };
  if (o->format == FORMAT_TSV) render_tsv_begin(o, &out);
  for (int i = 0; i < o->operand_count; i++) {
    const char *word = o->operands[i], *parts[PARTS];
    vitext_syllable s;
    if (!vitext_syllable_parse(word, strlen(word), &s)) {
      fprintf(stderr, "vitext: '%s' is no Vietnamese syllable\n", word);
      failed = 1;
      continue;
    }
    parts_of(&s, parts);
    if (o->format == FORMAT_JSONL) json(word, parts, &out);
    else if (o->format == FORMAT_TSV) tsv(word, parts, &out);
    else text(word, parts, &out);
  }
  output_write(out.data, out.len);
  buffer_free(&out);
  return failed;
}
