/* chunk.c - cutting a sentence into chunks: persons, posts, organisations, words of office. */
#include <string.h>
#include "vt_chunk.h"

void vt_chunk_push(vt_find *f, vt_chunk c)
{
  if (!vt_vec_room(f->alloc, &f->chunks)) {
    f->failed = true;
    return;
  }
  f->chunks.items[f->chunks.count++] = c;
}

/* ---- Fillers ---- */

/* "SN 1965", in capitals no word of the tables. */
static bool is_born(const vt_find *f, uint32_t i)
{
  const vt_token t = f->tokens->items[i];
  return t.end - t.begin == 2 && memcmp(f->text.bytes + t.begin, "SN", 2) == 0;
}

/* "khoa", "nhiem ky", behind an office "giai doan": how many words; 0: none of them. */
static uint32_t term_at(vt_find *f, uint32_t i)
{
  if (vt_find_spells(f, i, VT_W_KHOA)) return 1;
  if (i + 1 >= f->end) return 0;
  if (vt_find_spells(f, i, VT_W_NHIEM) && vt_find_spells(f, i + 1, VT_W_KY_HUYEN)) return 2;
  const vt_chunk *c = vt_chunk_last(f);
  return c != NULL && c->kind == VT_CHUNK_POST && vt_find_spells(f, i, VT_W_GIAI) &&
                 vt_find_spells(f, i + 1, VT_W_DOAN_NANG)
             ? 2
             : 0;
}

/* "khoa XVIII, nhiem ky 2016-2021": of the post before. */
static void give_term(vt_find *f, vt_range term)
{
  size_t k = f->chunks.count;
  while (k > 0 && (f->chunks.items[k - 1].kind == VT_CHUNK_FILL ||
                   (f->chunks.items[k - 1].kind == VT_CHUNK_MARK &&
                    (f->chunks.items[k - 1].sub == ',' || f->chunks.items[k - 1].sub == '('))))
    k--;
  if (k == 0 || f->chunks.items[k - 1].kind != VT_CHUNK_POST) return;
  vt_post *p = &f->posts.items[f->chunks.items[k - 1].item];
  if (p->term.end == 0) p->term.first = term.first;
  p->term.end = term.end;
}

/* "sinh nam 1970 duoc bau lam ...", "... hien la ...": the clause goes on. */
static bool is_office_verb(const vt_find *f, uint32_t i)
{
  uint32_t row;
  if (vt_find_spells(f, i, VT_W_DUOC)) return true;
  return (vt_find_class(f, i) & VT_CLS_VERB) != 0 &&
         vt_find_match(f, VT_TABLE_POST_VERBS, i, &row) > 1;
}

/* The end of "V, VI va VII" behind "cac khoa". */
static uint32_t skip_ordinals(const vt_find *f, uint32_t i)
{
  while (vt_find_is_ordinal(f, i)) {
    const bool joint =
        i + 1 < f->end && (vt_find_mark(f, i + 1) == ',' || vt_find_spells(f, i + 1, VT_W_VA));
    if (!joint || !vt_find_is_ordinal(f, i + 2)) return i + 1;
    i += 2;
  }
  return i;
}

enum { LONGEST_FILLER = 16 };

static bool is_of_term(const vt_find *f, uint32_t i)
{
  const vt_token t = f->tokens->items[i];
  const char mark = vt_find_mark(f, i);
  return vt_find_is_number(f, i) || mark == '-' || mark == '/' || vt_find_is_capitals(f, i) ||
         t.kind == VITEXT_TOKEN_DATE || t.kind == VITEXT_TOKEN_DOCNUMBER ||
         vt_find_spells(f, i, VT_W_THU_SAC) || vt_find_spells(f, i, VT_W_X) ||
         vt_find_spells(f, i, VT_W_V);
}

/* "khoa XVIII", "cac khoa V, VI", "nhiem ky 2016-2021": where it ends; 0: none. */
static uint32_t read_term(vt_find *f, uint32_t i)
{
  if (vt_find_small(f, i) == VT_W_NONE) return 0;
  if (vt_find_spells(f, i, VT_W_CAC) && i + 1 < f->end && vt_find_spells(f, i + 1, VT_W_KHOA)) {
    const uint32_t end = skip_ordinals(f, i + 2);
    return end > i + 2 ? end : 0;
  }
  const uint32_t words = term_at(f, i);
  uint32_t end = i + words;
  while (words > 0 && end < f->end && end < i + LONGEST_FILLER && is_of_term(f, end)) end++;
  return words > 0 ? end : 0;
}

/* ", huyen B, tinh C": more of an abode that ends at i. */
static uint32_t read_abode(vt_find *f, uint32_t i)
{
  enum { MOST = 6 }; /* hamlet to province, each once */
  vt_organ o;
  for (int k = 0; k < MOST && i + 1 < f->end && vt_find_mark(f, i) == ','; k++) {
    const unsigned class = vt_find_class(f, i + 1);
    const bool place =
        (class & VT_CLS_LEVEL) != 0 || ((class & VT_CLS_PLACE) != 0 && vt_is_long_place(f, i + 1));
    if (!place || vt_title_at(f, i + 1) ||
        !vt_organ_read(f, i + 1, (vt_organ_ask){ .bare = true, .after = true }, &o) || o.unit >= 0)
      break;
    i = o.at.end;
  }
  return i;
}

/* "sinh nam 1970", "que o ...", behind a mark: where it ends; 0: none. */
static uint32_t read_birth(vt_find *f, uint32_t i)
{
  static const uint8_t births[] = { VT_W_SINH, VT_W_QUE, VT_W_TRU, VT_W_NGU };
  if (vt_chunk_last(f)->kind != VT_CHUNK_MARK) return 0;
  if (!vt_find_spells_any(f, i, births, sizeof births) && !is_born(f, i)) return 0;
  uint32_t end = i + 1;
  while (end < f->end && end < i + LONGEST_FILLER && vt_find_mark(f, end) == 0 &&
         !is_office_verb(f, end))
    end++;
  return read_abode(f, end);
}

/* "61 tuoi"; "doan Ha Tinh" of a deputy. */
static uint32_t read_aside(vt_find *f, uint32_t i)
{
  vt_organ o;
  if (i + 1 >= f->end) return 0;
  if (vt_find_is_number(f, i)) return vt_find_spells(f, i + 1, VT_W_TUOI) ? i + 2 : 0;
  const bool delegation = vt_find_spells(f, i, VT_W_DOAN) &&
                          vt_chunk_last(f)->kind == VT_CHUNK_POST && vt_find_is_capital(f, i + 1);
  return delegation && vt_organ_read(f, i + 1, (vt_organ_ask){ .bare = true, .after = true }, &o)
             ? o.at.end
             : 0;
}

/* A term of office, an age, a birth, a delegation: nothing that ends an apposition. */
static uint32_t read_filler(vt_find *f, uint32_t i)
{
  if (vt_chunk_last(f) == NULL) return 0;
  uint32_t end = read_term(f, i);
  if (end > 0) give_term(f, (vt_range){ i, end });
  if (end == 0) end = read_aside(f, i);
  if (end == 0) end = read_birth(f, i);
  if (end == 0) return 0;
  vt_chunk_push(f, (vt_chunk){ .at = { i, end }, .kind = VT_CHUNK_FILL });
  return end;
}

/* "cac Pho Chu tich duong nhiem", "hien tai": outside the title, and no word of the clause. */
static bool is_incumbent(vt_find *f, uint32_t i)
{
  const vt_chunk *c = vt_chunk_last(f);
  if (c == NULL || c->kind != VT_CHUNK_POST || i + 1 >= f->end) return false;
  return (vt_find_spells(f, i, VT_W_DUONG) && vt_find_spells(f, i + 1, VT_W_NHIEM)) ||
         (vt_find_spells(f, i, VT_W_HIEN) && vt_find_spells(f, i + 1, VT_W_TAI));
}

static uint32_t read_small(vt_find *f, uint32_t i)
{
  static const uint8_t many[] = { VT_W_CAC, VT_W_NHUNG, VT_W_HAI, VT_W_BA,
                                  VT_W_BON, VT_W_NAM,   VT_W_SAU };
  uint8_t kind = VT_CHUNK_WORD;
  if (vt_find_spells(f, i, VT_W_VA) || vt_find_spells(f, i, VT_W_CUNG)) kind = VT_CHUNK_AND;
  else if (vt_find_spells_any(f, i, many, sizeof many)) kind = VT_CHUNK_MANY;
  uint32_t end = i + 1;
  if (kind == VT_CHUNK_AND && end < f->end && vt_find_spells(f, end, VT_W_VOI)) end++;
  if (kind == VT_CHUNK_MANY && vt_title_at(f, end + 1) &&
      (vt_find_spells(f, end, VT_W_DOI) || vt_find_spells(f, end, VT_W_VI)))
    end++;
  vt_chunk_push(f, (vt_chunk){ .at = { i, end }, .kind = kind });
  return end;
}

/* ---- The loop ---- */

static bool is_address_of_house(const vt_find *f, uint32_t i)
{
  return vt_find_spells(f, i, VT_W_SO) && i + 2 < f->end && vt_find_is_number(f, i + 1) &&
         vt_find_is_capital(f, i + 2);
}

/* "Chuc Quyen Giam doc", "Tai Phu Chu tich": behind the first word of a sentence. */
static bool opens_office(vt_find *f, uint32_t i)
{
  uint32_t row;
  return vt_title_at(f, i) || vt_status_at(f, i) ||
         ((vt_find_class(f, i) & VT_CLS_UNIT) != 0 &&
          vt_find_match_loose(f, VT_TABLE_ORGAN_UNITS, i, &row) > 1);
}

/* An address or a rank, not only a syllable that begins one: Thai Binh Duong, thai tu. */
static bool is_announced(const vt_find *f, uint32_t i)
{
  uint32_t row;
  return vt_find_match(f, VT_TABLE_PERSON_HONORIFICS, i, &row) > 0 ||
         vt_find_match(f, VT_TABLE_PERSON_RANKS, i, &row) > 0;
}

/* "Uy vien Trung uong Dang, Thuong tuong, Thu truong": a rank among the posts before a name. */
static uint32_t read_rank(vt_find *f, uint32_t i)
{
  uint32_t row;
  const size_t n = f->chunks.count;
  const uint32_t end = i + vt_find_match(f, VT_TABLE_PERSON_RANKS, i, &row);
  const bool row_of_posts = n > 1 && f->chunks.items[n - 1].kind == VT_CHUNK_MARK &&
                            f->chunks.items[n - 1].sub == ',' &&
                            f->chunks.items[n - 2].kind == VT_CHUNK_POST;
  if (end == i || !row_of_posts || end + 1 >= f->end || vt_find_mark(f, end) != ',' ||
      !vt_title_at(f, end + 1))
    return 0;
  vt_chunk_push(f, (vt_chunk){ .at = { i, end + 1 }, .kind = VT_CHUNK_FILL });
  return end + 1;
}

static uint32_t read_one(vt_find *f, uint32_t i)
{
  uint32_t end;
  const unsigned class = vt_find_class(f, i);
  const bool capital = vt_find_is_capital(f, i);
  const vt_chunk *before = vt_chunk_last(f);
  const bool held = before != NULL && before->kind == VT_CHUNK_POST && before->at.end == i;
  if (held && capital && (end = vt_chunk_who(f, i, true)) > 0) return end;
  if (capital && (f->chunks.count > 1 || f->closing) && (end = vt_chunk_byline(f, i)) > 0)
    return end;
  if (capital && (end = vt_chunk_alias(f, i)) > 0) return end;
  if (capital && (end = vt_chunk_foreign(f, i)) > 0) return end;
  if (capital && (class & VT_CLS_HONORIFIC) != 0 && (class & VT_CLS_PLACE) != 0 &&
      vt_is_long_place(f, i) && (end = vt_chunk_place(f, i)) > 0)
    return end; /* Ba Ria, Co To */
  if ((class & (VT_CLS_HONORIFIC | VT_CLS_RANK)) != 0 && is_announced(f, i) &&
      (end = vt_chunk_who(f, i, false)) > 0)
    return end;
  if ((class & VT_CLS_TITLE) != 0 && (end = vt_chunk_post(f, i)) > 0) return end;
  if ((class & VT_CLS_RANK) != 0 && (end = read_rank(f, i)) > 0) return end;
  if (is_address_of_house(f, i)) { /* "so 5 Tran Thanh Tong": a street */
    end = vt_name_run(f, i + 2);
    vt_chunk_push(f, (vt_chunk){ .at = { i, end }, .kind = VT_CHUNK_WORD, .sub = 't' });
    return end;
  }
  if (is_incumbent(f, i)) {
    vt_chunk_push(f, (vt_chunk){ .at = { i, i + 2 }, .kind = VT_CHUNK_FILL });
    return i + 2;
  }
  if ((end = read_filler(f, i)) > 0) return end;
  if ((class & VT_CLS_HONORIFIC) != 0 && (end = vt_chunk_address(f, i)) > 0) return end;
  if ((class & VT_CLS_EPITHET) != 0 && (end = vt_chunk_epithet(f, i)) > 0) return end;
  if ((class & (VT_CLS_UNIT | VT_CLS_LEVEL)) != 0 && (end = vt_chunk_organ(f, i, class)) > 0)
    return end;
  if ((class & VT_CLS_TRAP) != 0 && (end = vt_chunk_trap(f, i)) > 0) return end;
  if ((class & VT_CLS_VERB) != 0 && (end = vt_chunk_verb(f, i)) > 0) return end;
  if (capital && (class & (VT_CLS_PLACE | VT_CLS_COUNTRY)) != 0 && (end = vt_chunk_place(f, i)) > 0)
    return end;
  if (capital && (end = vt_chunk_more_traps(f, i)) > 0) return end;
  if (capital && (class & VT_CLS_SURNAME) != 0 && (end = vt_chunk_who(f, i, false)) > 0) return end;
  if (capital && (end = vt_chunk_item(f, i)) > 0) return end;
  if (capital) { /* some other run of capitals: not to be cut into names */
    end = vt_name_run(f, i);
    if (end > i + 1) {
      if (vt_name_score(f, i + 1, end) >= 6 || opens_office(f, i + 1)) end = i + 1;
      vt_chunk_push(f, (vt_chunk){ .at = { i, end }, .kind = VT_CHUNK_WORD });
      return end;
    }
    vt_chunk_bare(f, i);
  }
  return read_small(f, i);
}

/* Brackets without a person or post in them say nothing. */
static void blank_brackets(vt_find *f)
{
  size_t open = SIZE_MAX;
  bool empty = true;
  for (size_t k = 0; k < f->chunks.count; k++) {
    const vt_chunk *c = &f->chunks.items[k];
    if (c->kind == VT_CHUNK_MARK && c->sub == '(') {
      open = k;
      empty = true;
    } else if (c->kind == VT_CHUNK_MARK && c->sub == ')' && open != SIZE_MAX) {
      for (size_t j = open; empty && j <= k; j++) f->chunks.items[j].kind = VT_CHUNK_FILL;
      open = SIZE_MAX;
    } else if (c->kind == VT_CHUNK_WHO || c->kind == VT_CHUNK_POST || c->kind == VT_CHUNK_VERB) {
      empty = false;
    }
  }
}

/* A word in lower case that begins nothing and that nobody asks for: most of a text. */
static bool is_plain(const vt_find *f, uint32_t i)
{
  enum {
    SAYS = VT_CLS_HONORIFIC | VT_CLS_RANK | VT_CLS_EPITHET | VT_CLS_TITLE | VT_CLS_UNIT |
           VT_CLS_LEVEL | VT_CLS_TRAP | VT_CLS_VERB | VT_CLS_SMALL
  };
  const vt_token t = f->tokens->items[i];
  return t.kind == VITEXT_TOKEN_SYLLABLE && (t.flags & VITEXT_TOKENF_CAPITAL) == 0 &&
         (vt_find_class(f, i) & SAYS) == 0;
}

/* Plain words from i on as one chunk: the end. */
static uint32_t read_plain(vt_find *f, uint32_t i)
{
  uint32_t end = i + 1;
  while (end < f->end && is_plain(f, end)) end++;
  vt_chunk_push(f, (vt_chunk){ .at = { i, end }, .kind = VT_CHUNK_WORD });
  return end;
}

bool vt_chunks_make(vt_find *f, uint32_t first, uint32_t end)
{
  f->chunks.count = 0;
  f->organs.count = 0;
  f->end = end;
  for (uint32_t i = first; i < end && !f->failed;) {
    if (is_plain(f, i)) {
      i = read_plain(f, i);
      continue;
    }
    const char mark = vt_find_mark(f, i);
    if (mark != 0) {
      vt_chunk_push(f, (vt_chunk){ .at = { i, i + 1 },
                                   .kind = VT_CHUNK_MARK,
                                   .sub = (uint8_t)(mark == '|' ? '-' : mark) });
      i++;
    } else if (!vt_find_is_word(f, i)) {
      const uint32_t filler = read_filler(f, i);
      const bool many = vt_find_is_number(f, i) && vt_title_at(f, i + 1); /* "2 Uy vien" */
      if (filler == 0)
        vt_chunk_push(
            f, (vt_chunk){ .at = { i, i + 1 }, .kind = many ? VT_CHUNK_MANY : VT_CHUNK_WORD });
      i = filler > 0 ? filler : i + 1;
    } else {
      i = read_one(f, i);
    }
  }
  blank_brackets(f);
  return !f->failed;
}
