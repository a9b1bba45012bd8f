/* words.c - the word list, and which spellings have symbols. */
#include <stdlib.h>
#include <string.h>
#include "vt_bytes.h"
#include "vt_lexicon.h"
#include "vt_letter.h"
#include "vt_train.h"

/* The words of the first column, as ids. Words of one token only have a symbol. */
static void read_words(const char *path, train_words *list)
{
  unsigned char *bytes;
  size_t len;
  if (vt_file_read(path, &train_heap, &bytes, &len) != VITEXT_OK)
    train_fail("cannot read", path);
  const vt_lexicon *lex = vt_lexicon_builtin();
  bool header = true;
  for (char *line = (char *)bytes, *next; *line != '\0'; line = next) {
    char *end = line + strcspn(line, "\n");
    next = *end == '\0' ? end : end + 1;
    if (line[0] == '#') continue;
    if (header) {
      header = false;
      continue;
    }
    vt_text text = { line, (uint32_t)strcspn(line, "\t\n") };
    vt_tokens tokens = { 0 };
    if (vt_tokens_find(&train_heap, lex, text, &tokens) != VITEXT_OK)
      train_fail("no memory", "");
    struct train_word w = { { 0 }, tokens.count };
    bool known = tokens.count > 0 && tokens.count <= VT_LONGEST_WORD;
    for (uint32_t i = 0; known && i < tokens.count; i++) {
      w.ids[i] = tokens.ids[i];
      known = w.ids[i] != VT_ID_NONE && tokens.items[i].kind <= VITEXT_TOKEN_ABBREVIATION;
    }
    vt_tokens_free(&train_heap, &tokens);
    if (!known) continue;
    train_room(list);
    list->items[list->count++] = w;
  }
  vt_release(&train_heap, bytes, len + 1);
}

static void number_symbols(train_symbols *syms, const train_words *list, const uint32_t *id_counts,
                           uint32_t least)
{
  const vt_lexicon *lex = vt_lexicon_builtin();
  syms->symbols = train_new(1 << 16, sizeof *syms->symbols);
  syms->keys = train_new(VT_SYM_LIMIT, sizeof *syms->keys);
  for (size_t i = 0; i < list->count; i++)
    for (uint32_t k = 0; k < list->items[i].count; k++) syms->symbols[list->items[i].ids[k]] = 1;
  syms->count = VT_SYM_SPELLING;
  for (uint32_t id = 1; id < 1 << 16; id++) {
    if (syms->symbols[id] == 0 && id_counts[id] < least) continue;
    if (syms->count == VT_SYM_LIMIT) train_fail("more spellings than symbols", "");
    const char *spelling = vt_lexicon_spelling(lex, (vt_id)id);
    syms->keys[syms->count] = vt_key_of(spelling, strlen(spelling));
    syms->symbols[id] = (uint16_t)syms->count++;
  }
}

void train_words_read(const char *path, const uint32_t *id_counts, uint32_t least,
                      train_words *words, train_symbols *syms)
{
  read_words(path, words);
  number_symbols(syms, words, id_counts, least);
}
