/* refwords.c - the roles of a lexicon's reference_words.tsv as numbers. */
#include "vt_refwords.h"
#include <string.h>
#include "vt_lexicon.h"
#include "vt_tables.h"

static const char *const names[VT_ROLE_COUNT] = { "",
#define NAME(id, name) name,
                                                  VT_ROLES(NAME)
#undef NAME
};

/* The number of a role; from: where to look first, since rows with the same role stand together. */
static uint8_t number_of(const char *name, uint8_t from)
{
  for (uint8_t k = 0; k < VT_ROLE_COUNT; k++) {
    const uint8_t role = (uint8_t)((from + k) % VT_ROLE_COUNT);
    if (strcmp(names[role], name) == 0) return role;
  }
  return VT_ROLE_NONE;
}

vitext_status vt_refwords_open(const vt_alloc *a, const vt_lexicon *lex, vt_refwords **out)
{
  const vt_table *t = vt_lexicon_table(lex, VT_TABLE_REFERENCE_WORDS);
  const uint32_t rows = vt_table_rows(t);
  vt_refwords *w = vt_resize(a, NULL, 0, sizeof *w + rows);
  *out = w;
  if (w == NULL) return VITEXT_E_MEMORY;
  w->alloc = *a;
  w->rows = rows;
  uint8_t last = VT_ROLE_NONE;
  for (uint32_t row = 0; row < rows; row++) {
    last = number_of(vt_table_field(t, row, VT_REFERENCE_WORDS_ROLE), last);
    w->roles[row] = last;
  }
  return VITEXT_OK;
}

void vt_refwords_free(vt_refwords *w)
{
  if (w == NULL) return;
  const vt_alloc a = w->alloc;
  vt_release(&a, w, sizeof *w + w->rows);
}
