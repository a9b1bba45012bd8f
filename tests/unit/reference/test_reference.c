/* test_reference.c - what the pass adds to a mention: relation, antecedent, list, urn, flags, known
 * documents; and memory failing at every allocation. Texts and ids: tests/cases/references.jsonl.
 */
#include <stdio.h>
#include "vt_lexicon.h"
#include "vt_reference.h"
#include "vt_test.h"

typedef struct found {
  vt_arena arena;
  vt_tokens tokens;
  vt_refwords *words;
  vt_references refs;
  vitext_status status;
} found;

static void find(const vt_alloc *a, const char *utf8, const vt_known *known, found *f)
{
  const vt_text text = { utf8, (uint32_t)strlen(utf8) };
  const vt_lexicon *lex = vt_lexicon_builtin();
  memset(f, 0, sizeof *f);
  vt_arena_init(&f->arena, a);
  f->status = vt_tokens_find(a, lex, text, &f->tokens);
  if (f->status == VITEXT_OK) f->status = vt_refwords_open(a, lex, &f->words);
  if (f->status == VITEXT_OK)
    f->status = vt_references_find(&f->arena, lex, f->words, known, text, &f->tokens, &f->refs);
}

static void leave(const vt_alloc *a, found *f)
{
  vt_references_free(a, &f->refs);
  vt_refwords_free(f->words);
  vt_tokens_free(a, &f->tokens);
  vt_arena_free(&f->arena);
}

/* One property of the last mention of a text. */
static const struct {
  const char *name, *text;
  int32_t antecedent, list_head, relation;
  uint32_t flags; /* these bits, of those named here */
  const char *urn;
} rows[] = {
  { "based on", "Căn cứ Nghị định số 30/2020/NĐ-CP", -1, -1, VITEXT_REL_BASED_ON, 0, "" },
  { "implements", "triển khai thực hiện Nghị quyết số 57-NQ/TW", -1, -1, VITEXT_REL_IMPLEMENTS,
    VITEXT_REFF_AMBIGUOUS, "" },
  { "amends", "sửa đổi, bổ sung một số điều của Nghị định số 30/2020/NĐ-CP", -1, -1,
    VITEXT_REL_AMENDS, 0, "" },
  { "amended by", "được sửa đổi, bổ sung bởi Nghị định số 30/2020/NĐ-CP", -1, -1, VITEXT_REL_AMENDS,
    VITEXT_REFF_PASSIVE, "" },
  { "replaces", "thay thế Quyết định số 12/QĐ-TTg ngày 5/1/2020", -1, -1, VITEXT_REL_REPLACES, 0,
    "urn:lex:vn:thu.tuong.chinh.phu:quyet.dinh:2020-01-05;12-qd-ttg" },
  { "urn by issuer", "Nghị định 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ", -1, -1, 0, 0,
    "urn:lex:vn:chinh.phu:nghi.dinh:2020-03-05;30-2020-nd-cp" },
  { "urn of several organs", "Thông tư liên tịch 01/2016/TTLT-BCA-BTP ngày 6/1/2016", -1, -1, 0, 0,
    "urn:lex:vn:bo.cong.an+bo.tu.phap:thong.tu.lien.tich:2016-01-06;1-2016-ttlt-bca-btp" },
  { "short number", "Chỉ thị số 05-CT/TW ngày 15/5/2016; theo Chỉ thị 05.", 0, -1,
    VITEXT_REL_BASED_ON, VITEXT_REFF_AMBIGUOUS, "" },
  { "other number", "Chỉ thị số 05-CT/TW; rồi Chỉ thị 06.", -1, -1, 0, VITEXT_REFF_AMBIGUOUS, "" },
  { "same number of another organ", "Nghị quyết 18-NQ/TW ngày 25/10/2017; Nghị quyết 18-NQ/TU", -1,
    -1, 0, VITEXT_REFF_AMBIGUOUS, "" },
  { "same document, no date", "Nghị quyết 18-NQ/TW ngày 25/10/2017; Nghị quyết 18-NQ/TW", 0, -1, 0,
    VITEXT_REFF_AMBIGUOUS, "" },
  { "alias", "Luật số 31/2024/QH15 (sau đây gọi tắt là Luật Đất đai)", 0, -1, 0, 0, "" },
  { "what the alias stands for", "Luật số 31/2024/QH15 (sau đây gọi là Luật Đất đai); Luật Đất đai",
    0, -1, 0, 0, "" },
  { "called back", "Nghị định 30/2020/NĐ-CP và Chỉ thị 16/CT-TTg; Nghị định nói trên", 0, -1, 0, 0,
    "" },
  { "this one is the text's", "Nghị định 30/2020/NĐ-CP; Nghị định này", -1, -1, 0, 0, "" },
  { "name without year", "Luật Đất đai năm 2024 và Luật Nhà ở; Luật Đất đai", 0, -1, 0, 0, "" },
  { "provision behind its document", "Nghị định 15/2020/NĐ-CP, Điều 5", 0, -1, 0, 0, "" },
  { "provision elsewhere", "Nghị định 15/2020/NĐ-CP. Theo Điều 5", -1, -1, VITEXT_REL_BASED_ON, 0,
    "" },
  { "list", "các Thông tư số 22/2021/TT-BTC, 32/2018/TT-BTC", -1, 0, 0, 0, "" },
  { "no diacritics", "theo nghi dinh so 145/2020/ND-CP", -1, -1, VITEXT_REL_BASED_ON,
    VITEXT_REFF_UNMARKED, "" },
  { "look-alike", "Nghị định 10/2020/N\xC3\x90-CP", -1, -1, 0, VITEXT_REFF_LOOKALIKE, "" },
  { "blanks", "Nghị định 45 / 2022 / NĐ - CP", -1, -1, 0, VITEXT_REFF_SPACED, "" },
  { "misread", "theo Nghị đinh 34/2011/NĐ-CP", -1, -1, VITEXT_REL_BASED_ON, VITEXT_REFF_MISREAD,
    "" },
};

static void test_rows(void **state)
{
  (void)state;
  for (size_t i = 0; i < COUNT_OF(rows); i++) {
    found f;
    find(&vt_alloc_heap, rows[i].text, NULL, &f);
    assert_int_equal(f.status, VITEXT_OK);
    if (f.refs.count == 0) fail_msg("%s: nothing found", rows[i].name);
    const vt_reference *r = &f.refs.items[f.refs.count - 1];
    if (r->antecedent != rows[i].antecedent || r->list_head != rows[i].list_head ||
        r->relation != rows[i].relation || r->flags != rows[i].flags ||
        strcmp(r->urn, rows[i].urn) != 0)
      fail_msg("%s: antecedent %d, list %d, relation %d, flags %u, urn %s (%s)", rows[i].name,
               (int)r->antecedent, (int)r->list_head, (int)r->relation, (unsigned)r->flags, r->urn,
               r->canonical);
    leave(&vt_alloc_heap, &f);
  }
}

/* First id that the last mention stands for. */
static const struct {
  const char *name, *text, *resolved;
} resolved[] = {
  { "plenum", "Nghị quyết Trung ương 8 khóa XIII", "vn:nghi-quyet:42/nq-tw@2023-11-24" },
  { "law by year", "Luật Đất đai năm 2024", "vn:luat:31/2024/qh15" },
  { "law by date", "Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015",
    "vn:luat:77/2015/qh13" },
  { "law of another year", "Luật Đất đai năm 1875", "" },
  { "caller's", "Chỉ thị 05", "ours" },
  { "caller's, with provisions", "khoản 1 Điều 2 Nghị định 30/2020/NĐ-CP", "decree" },
  { "caller's, without the date", "Quyết định 12/QĐ-TTg ngày 5/1/2020", "decision" },
  { "by its antecedent", "Nghị định 30/2020/NĐ-CP; Nghị định nói trên", "decree" },
  { "unknown", "Chỉ thị 06", "" },
};

static void test_resolved(void **state)
{
  (void)state;
  static const char TSV[] = "vn:chi-thi:5\tours\nvn:nghi-dinh:30/2020/nd-cp\tdecree\n"
                            "vn:quyet-dinh:12/qd-ttg\tdecision\n";
  vt_known *known;
  assert_int_equal(vt_known_open(&vt_alloc_heap, TSV, sizeof TSV - 1, &known, NULL), VITEXT_OK);
  for (size_t i = 0; i < COUNT_OF(resolved); i++) {
    found f;
    find(&vt_alloc_heap, resolved[i].text, known, &f);
    if (f.refs.count == 0) fail_msg("%s: nothing found", resolved[i].name);
    const char *id = f.refs.items[f.refs.count - 1].resolved[0];
    if (strcmp(id == NULL ? "" : id, resolved[i].resolved) != 0)
      fail_msg("%s: %s", resolved[i].name, id == NULL ? "nothing" : id);
    leave(&vt_alloc_heap, &f);
  }
  vt_known_free(known);
}

static void test_memory(void **state)
{
  (void)state;
  static const char TEXT[] =
      "Căn cứ khoản 1, 2 Điều 5 Nghị định 30/2020/NĐ-CP ngày 05/3/2020 của Chính "
      "phủ về “văn thư” (sửa đổi năm 2021), Chỉ thị 05; Luật Đất đai năm 2024; "
      "Nghị quyết Trung ương 8 khóa XIII; Nghị quyết Đại hội XIII của Đảng";
  test_heap heap;
  const vt_alloc a = test_heap_alloc(&heap);
  for (long n = 0;; n++) {
    found f;
    heap.left = n;
    find(&a, TEXT, NULL, &f);
    const vitext_status st = f.status;
    const uint32_t count = f.refs.count;
    leave(&a, &f);
    assert_int_equal(heap.live, 0);
    if (st == VITEXT_OK) {
      assert_int_equal(count, 5);
      assert_true(n > 10);
      return;
    }
    assert_int_equal(st, VITEXT_E_MEMORY);
  }
}

/* A list of provisions without an end takes no more memory than other hostile text. */
static void test_long_list(void **state)
{
  (void)state;
  enum { LEN = 3 << 16 };
  char *text = malloc(LEN + 1);
  assert_non_null(text);
  size_t len = (size_t)sprintf(text, "Theo Điều 1");
  while (len + 3 <= LEN) len += (size_t)sprintf(text + len, ", 1");
  test_heap heap;
  found f;
  const vt_alloc a = test_heap_alloc(&heap);
  find(&a, text, NULL, &f);
  assert_int_equal(f.status, VITEXT_OK);
  leave(&a, &f);
  assert_int_equal(heap.live, 0);
  if (heap.peak > 20 * len) fail_msg("%zu bytes for %zu", heap.peak, len);
  free(text);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(test_rows),
    cmocka_unit_test(test_resolved),
    cmocka_unit_test(test_memory),
    cmocka_unit_test(test_long_list),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
