/* table.c - finding phrases in a table's trie, and reading its cells. */
#include "vt_lexicon_data.h"

static uint32_t match(const vt_trie *t, const vt_id *ids, uint32_t count, uint32_t *row)
{
  uint32_t found = 0, node = 0;
  for (uint32_t i = 0; i < count && ids[i] != VT_ID_NONE; i++) {
    node = vt_trie_child(t, node, ids[i]);
    if (node == 0) break;
    if (t->row[node] != VT_ROW_NONE) {
      found = i + 1;
      *row = t->row[node];
    }
  }
  return found;
}

uint32_t vt_table_match(const vt_table *t, const vt_id *ids, uint32_t count, uint32_t *row)
{
  return match(&t->exact, ids, count, row);
}

uint32_t vt_table_match_plain(const vt_table *t, const vt_id *plain, uint32_t count, uint32_t *row)
{
  return match(&t->plain, plain, count, row);
}

bool vt_table_step(const vt_table *t, uint32_t *node, vt_id id, uint32_t *row)
{
  if (id == VT_ID_NONE) return false;
  const uint32_t child = vt_trie_child(&t->exact, *node, id);
  if (child == 0) return false;
  *node = child;
  *row = t->exact.row[child];
  return true;
}

bool vt_table_more(const vt_table *t, uint32_t row)
{
  return (t->more[row / 8] >> row % 8 & 1) != 0;
}

const char *vt_table_field(const vt_table *t, uint32_t row, uint32_t column)
{
  return t->text + vt_steps_at(t->string_at, t->cells[row * t->columns + column]);
}

uint32_t vt_table_rows(const vt_table *t)
{
  return t->rows;
}
