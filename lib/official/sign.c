/* sign.c - signature blocks and forms: posts on lines of their own above a name, "Chuc vu:". */
#include <string.h>
#include "vt_find.h"

/* The one chunk of the line that is no filler or mark of an enumeration; NULL: none, or more. */
static const vt_chunk *lone_chunk(const vt_find *f, size_t from)
{
  const vt_chunk *found = NULL;
  for (size_t k = from; k < f->chunks.count; k++) {
    const vt_chunk *c = &f->chunks.items[k];
    if (c->kind == VT_CHUNK_FILL || c->kind == VT_CHUNK_MARK) continue;
    if (c->kind == VT_CHUNK_VERB && c->sub == VT_VERB_STATUS) continue;
    const bool numbered = k == 0 && f->chunks.count > 1 && vt_find_is_number(f, c->at.first) &&
                          f->chunks.items[1].kind == VT_CHUNK_MARK;
    if (numbered) continue; /* "1. Ong A" */
    if (found != NULL) return NULL;
    found = c;
  }
  return found;
}

/* "(Da ky)" and what else stands between the post and the name. */
static bool is_between(const vt_find *f, vt_run line)
{
  static const uint8_t signs[] = { VT_W_DA_NGA, VT_W_KY_SAC, VT_W_CHU, VT_W_CON,  VT_W_DAU,
                                   VT_W_DIEN,   VT_W_TU_HOI, VT_W_TEN, VT_W_DONG, VT_W_VA,
                                   VT_W_HO,     VT_W_GHI,    VT_W_RO,  VT_W_BOI };
  for (uint32_t i = line.first; i < line.first + line.count; i++)
    if (vt_find_is_word(f, i) && !vt_find_spells_any(f, i, signs, sizeof signs)) return false;
  return true;
}

/* "TM. UY BAN NHAN DAN": for whom; "KT. CHU TICH": in whose stead. */
static bool read_prefix(vt_find *f, vt_run line)
{
  static const uint8_t whom[] = { VT_W_TM, VT_W_T_M };
  static const uint8_t stead[] = { VT_W_KT, VT_W_TL, VT_W_TUQ, VT_W_TUN, VT_W_K_T, VT_W_T_L };
  uint32_t i = line.first;
  if (!vt_find_is_capital(f, i)) return false;
  const bool body = vt_find_spells_any(f, i, whom, sizeof whom);
  if (!body && !vt_find_spells_any(f, i, stead, sizeof stead)) return false;
  i++;
  if (i < f->end && vt_find_mark(f, i) == '.') i++;
  f->sign.post = f->sign.name = -1;
  f->sign.behalf = false;
  if (!body) return true;
  vt_organ o;
  f->sign.behalf = vt_organ_read(f, i, (vt_organ_ask){ .after = true }, &o);
  if (f->sign.behalf) f->sign.organ = o;
  return true;
}

static bool is_label(const vt_find *f, uint32_t i, uint32_t end, uint8_t a, uint8_t b)
{
  return i + 1 < end && vt_find_spells(f, i, a) && vt_find_spells(f, i + 1, b);
}

/* "Ho ten: A", "Chuc vu: POS" on lines of a form. */
static bool read_form(vt_find *f, vt_run line)
{
  const uint32_t end = line.first + line.count;
  uint32_t i = line.first;
  while (i < end && !vt_find_is_word(f, i)) i++;
  const bool name = is_label(f, i, end, VT_W_HO, VT_W_TEN) || is_label(f, i, end, VT_W_HO, VT_W_VA);
  const bool post =
      is_label(f, i, end, VT_W_CHUC, VT_W_VU) || is_label(f, i, end, VT_W_CHUC, VT_W_DANH);
  if (!name && !post) return false;
  for (size_t k = 0; k < f->chunks.count; k++) {
    const vt_chunk *c = &f->chunks.items[k];
    if (name && c->kind == VT_CHUNK_WHO) f->sign.who = (int32_t)c->item;
    if (post && c->kind == VT_CHUNK_POST && f->sign.who >= 0 && !f->posts.items[c->item].used)
      vt_hold(f, (uint32_t)f->sign.who, c->item, f->posts.items[c->item].status, "P11");
  }
  return true;
}

void vt_sign_clear(vt_find *f)
{
  f->sign.post = f->sign.name = -1;
  f->sign.behalf = false;
  f->sign.organ = (vt_organ){ .unit = -1, .level_row = -1 };
}

static void sign(vt_find *f, const vt_chunk *c)
{
  vt_post *p = &f->posts.items[f->sign.post];
  vt_who *w = &f->people.items[c->item];
  if (!w->posted && w->address.end == 0) {
    if (p->organ.at.end == 0) p->organ = f->sign.organ;
    vt_hold(f, c->item, (uint32_t)f->sign.post, p->status, "P8");
    if (w->strength < 2) w->strength = 2;
  }
  vt_sign_clear(f);
}

/* Whether a line comes right below the one before, no empty line between. */
static bool is_next(const vt_find *f, vt_run line)
{
  if (f->sign.end == 0 || f->sign.end + 1 != line.first) return false;
  const vt_token t = f->tokens->items[f->sign.end];
  uint32_t ends = 0;
  for (uint32_t k = t.begin; k < t.end; k++) ends += f->text.bytes[k] == '\n';
  return t.kind == VITEXT_TOKEN_BREAK && ends < 2;
}

/* "TM. HOI DONG" / "NHA NUOC": the organisation goes on over a line in capitals. */
static bool goes_on(vt_find *f, vt_run line, bool read)
{
  const uint32_t end = line.first + line.count;
  const vt_chunk *c = read ? lone_chunk(f, 0) : NULL;
  if (!f->sign.behalf || !is_next(f, line)) return false;
  if (c != NULL && (c->kind == VT_CHUNK_POST || c->kind == VT_CHUNK_WHO)) return false;
  for (uint32_t i = line.first; i < end; i++)
    if (!vt_find_is_word(f, i) || !vt_find_is_capitals(f, i)) return false;
  f->sign.organ.at.end = end;
  return true;
}

/* "Ong A" / "Pho Chu tich UBND tinh": the post stands below the name, not in the capitals of who
 * signs. */
static bool is_below_name(const vt_find *f, vt_run line, const vt_chunk *c)
{
  const int32_t name = f->sign.name;
  return name >= 0 && is_next(f, line) && !f->people.items[name].posted &&
         !vt_find_is_capitals(f, c->at.first);
}

static void read_line(vt_find *f, vt_run line)
{
  const vt_chunk *c = lone_chunk(f, 0);
  const bool below = c != NULL && c->kind == VT_CHUNK_POST && is_below_name(f, line, c);
  const int32_t post = f->sign.post, name = f->sign.name;
  f->sign.behalf = false;
  f->sign.name = -1;
  if (c != NULL && c->kind == VT_CHUNK_POST && !f->posts.items[c->item].used) {
    if (below) vt_hold(f, (uint32_t)name, c->item, f->posts.items[c->item].status, "P11");
    f->sign.post = below ? -1 : (int32_t)c->item;
  } else if (c != NULL && c->kind == VT_CHUNK_WHO && post >= 0) {
    sign(f, c);
  } else if (c != NULL && c->kind == VT_CHUNK_WHO && f->people.items[c->item].strength >= 2) {
    vt_sign_clear(f);
    f->sign.name = (int32_t)c->item;
  } else if (c != NULL && c->kind == VT_CHUNK_ORGAN && vt_find_is_capitals(f, c->at.first)) {
    f->sign.organ = f->organs.items[c->item];
    f->sign.post = -1;
  } else {
    vt_sign_clear(f);
  }
}

void vt_sign_line(vt_find *f, vt_run line, bool read)
{
  enum { LONGEST = 24 };
  if (is_between(f, line)) return;
  const bool done = read && line.count <= LONGEST && (read_form(f, line) || read_prefix(f, line));
  if (!done && (line.count > LONGEST || !goes_on(f, line, read))) {
    if (read && line.count <= LONGEST) read_line(f, line);
    else vt_sign_clear(f);
  }
  f->sign.end = line.first + line.count;
}
