/* canonical.c - canonical ids, relations, and the derived urn:lex. */
#include <string.h>
#include "vt_lexicon_data.h"
#include "vt_refscan.h"
#include "vt_tables.h"

static void add_number(vt_refbuf *b, const char *number)
{
  while (number[0] == '0' && number[1] != '\0') number++;
  vt_refbuf_slug(b, number);
}

static void add_part(vt_refbuf *b, const char *before, const char *text)
{
  if (text[0] == '\0') return;
  vt_refbuf_text(b, before);
  vt_refbuf_slug(b, text);
}

static void add_numbered(vt_refbuf *b, const vt_reference *r)
{
  add_number(b, r->number);
  add_part(b, "/", r->year);
  add_part(b, "/", r->symbol);
  if (r->year[0] == '\0' && r->date[0] != '\0') {
    vt_refbuf_text(b, "@");
    vt_refbuf_text(b, r->date);
  }
}

static void add_named(vt_refbuf *b, const vt_reference *r)
{
  const size_t before = b->text.count;
  static const char LONG[] = "dang-cong-san-viet-nam";
  if (r->title[0] != '\0') {
    vt_refbuf_text(b, ":");
    vt_refbuf_slug(b, r->title);
  }
  if (strcmp(r->type, "dieu-le") == 0 && b->text.count - before == sizeof LONG && !b->failed &&
      memcmp(b->text.items + before + 1, LONG, sizeof LONG - 1) == 0)
    b->text.count = before + 5; /* :dang */
  if (r->year[0] != '\0') add_part(b, "@", r->year);
  else if (r->date[0] != '\0') {
    vt_refbuf_text(b, "@");
    vt_refbuf_add(b, r->date, 4);
  }
}

static bool is_party(const char *body)
{
  return strcmp(body, "dang") == 0 || strcmp(body, "dang-cong-san-viet-nam") == 0;
}

/* The body of a meeting behind "/", but for the Party itself. */
static void add_body(vt_refscan *s, vt_refbuf *b, const vt_reference *r)
{
  vt_refbuf body = { .alloc = b->alloc };
  if (r->issuer[0] != '\0') {
    vt_refbuf_slug(&body, r->issuer);
    vt_refbuf_add(&body, "", 1);
    if (body.failed) s->no_memory = true;
    else if (!is_party(body.text.items)) {
      vt_refbuf_text(b, "/");
      vt_refbuf_text(b, body.text.items);
    }
  }
  vt_refbuf_free(&body);
}

static void add_meeting(vt_refscan *s, vt_refbuf *b, const vt_reference *r)
{
  switch (r->kind) {
  case VITEXT_REF_PLENUM:
    add_part(b, "trung-uong-", r->session);
    add_part(b, "/khoa-", r->term);
    break;
  case VITEXT_REF_CONGRESS:
    vt_refbuf_text(b, "dai-hoi");
    add_part(b, "-", r->term);
    add_body(s, b, r);
    break;
  default:
    add_part(b, "ky-hop-", r->session);
    add_part(b, "/khoa-", r->term);
    add_body(s, b, r);
  }
}

void vt_canonical_set(vt_refscan *s, vt_refbuf *b, vt_reference *r)
{
  switch (r->kind) {
  case VITEXT_REF_PROVISION: vt_refbuf_text(b, "_"); break;
  case VITEXT_REF_ANAPHOR: /* "this" or "prev" was left there by the reader */
    vt_refbuf_text(b, r->canonical);
    vt_refbuf_text(b, ":");
    vt_refbuf_text(b, r->type);
    break;
  case VITEXT_REF_NAMED:
    vt_refbuf_text(b, "vn:");
    vt_refbuf_text(b, r->type);
    add_named(b, r);
    break;
  default:
    vt_refbuf_text(b, "vn:");
    vt_refbuf_text(b, r->type);
    vt_refbuf_text(b, ":");
    if (r->kind == VITEXT_REF_FULL || r->kind == VITEXT_REF_NUMBER) add_numbered(b, r);
    else add_meeting(s, b, r);
  }
  for (size_t i = 0; r->provisions[i] != NULL; i++) {
    vt_refbuf_text(b, i == 0 ? "#" : "+");
    vt_refbuf_text(b, r->provisions[i]);
  }
  r->canonical = vt_refbuf_take(s, b);
}

/* ---- Relations ---- */

static const struct {
  const char *name;
  int32_t value;
} RELATIONS[] = {
  { "based-on", VITEXT_REL_BASED_ON },
  { "implements", VITEXT_REL_IMPLEMENTS },
  { "amends", VITEXT_REL_AMENDS },
  { "replaces", VITEXT_REL_REPLACES },
  { "repeals", VITEXT_REL_REPEALS },
  { "details", VITEXT_REL_DETAILS },
  { "attached-to", VITEXT_REL_ATTACHED_TO },
  { "corrects", VITEXT_REL_CORRECTS },
  { "consolidates", VITEXT_REL_CONSOLIDATES },
};
enum { TRIGGER_MAX = 14 }; /* tokens of the longest trigger */

static int32_t relation_value(const char *name)
{
  for (size_t i = 0; i < sizeof RELATIONS / sizeof *RELATIONS; i++) {
    if (strcmp(name, RELATIONS[i].name) == 0) return RELATIONS[i].value;
  }
  return VITEXT_REL_NONE;
}

/* Row of a phrase that begins at token k and ends right before token end; VT_ROW_NONE. */
static uint32_t phrase_between(const vt_refscan *s, uint32_t k, uint32_t end)
{
  const vt_trie *trie = &s->words->exact;
  uint32_t node = vt_trie_child(trie, 0, s->ids[k]);
  if (node == 0) return VT_ROW_NONE;
  while (++k < end) {
    const uint32_t child = vt_trie_child(trie, node, s->ids[k]);
    if (child != 0) node = child;
    else if (!vt_ref_is(s, k, ',')) return VT_ROW_NONE;
  }
  return trie->row[node];
}

void vt_relation_set(vt_refscan *s, uint32_t i, vt_reference *r)
{
  const uint32_t end = i > 0 && vt_ref_word(s, i - 1, VT_ROLE_ON, NULL) == i ? i - 1 : i; /* các */
  uint32_t k = end;
  while (k > 0 && end - k < TRIGGER_MAX &&
         (s->ids[k - 1] != VT_ID_NONE || vt_ref_is(s, k - 1, ',')))
    k--;
  for (; k < end; k++) { /* from the left: the longest trigger */
    const uint32_t row = phrase_between(s, k, end);
    const char *name;
    if (row == VT_ROW_NONE) continue;
    const bool passive = vt_ref_plays(s, row, VT_ROLE_PASSIVE, &name);
    if (!passive && !vt_ref_plays(s, row, VT_ROLE_RELATION, &name)) continue;
    r->relation = relation_value(name);
    if (passive) r->flags |= VITEXT_REFF_PASSIVE;
    return;
  }
}

/* ---- urn:lex (RFC 9676): urn:lex:vn:chinh.phu:nghi.dinh:2020-03-05;30-2020-nd-cp ---- */

static void add_dotted(vt_refbuf *b, const char *text)
{
  const size_t from = b->text.count;
  vt_refbuf_slug(b, text);
  for (size_t i = from; i < b->text.count; i++) {
    if (b->text.items[i] == '-') b->text.items[i] = '.';
  }
}

/* The organs of the symbol by name, joined by +; false: one is not known. */
static bool add_organs(vt_refscan *s, vt_refbuf *b, const char *codes)
{
  char code[64];
  for (bool more = false; *codes != '\0'; more = true) {
    size_t len = strcspn(codes, "+");
    if (len >= sizeof code) return false;
    memcpy(code, codes, len);
    code[len] = '\0';
    size_t stem = len;
    while (stem > 0 && code[stem - 1] >= '0' && code[stem - 1] <= '9') stem--;
    code[stem] = '\0';
    const char *name = vt_issuer_name(s, code);
    if (name[0] == '\0' || strchr(name, ',') != NULL) return false;
    if (more) vt_refbuf_text(b, "+");
    add_dotted(b, name);
    codes += codes[len] == '+' ? len + 1 : len;
  }
  return true;
}

void vt_urn_set(vt_refscan *s, vt_refbuf *b, vt_reference *r)
{
  if (r->kind != VITEXT_REF_FULL || strlen(r->date) != 10) return;
  vt_refbuf_text(b, "urn:lex:vn:");
  if (r->issuer[0] != '\0') add_dotted(b, r->issuer);
  else if (r->organ[0] == '\0' || !add_organs(s, b, r->organ)) {
    b->text.count = 0;
    return;
  }
  vt_refbuf_text(b, ":");
  add_dotted(b, r->type);
  vt_refbuf_text(b, ":");
  vt_refbuf_text(b, r->date);
  vt_refbuf_text(b, ";");
  add_number(b, r->number);
  add_part(b, "-", r->year);
  add_part(b, "-", r->symbol);
  r->urn = vt_refbuf_take(s, b);
}
