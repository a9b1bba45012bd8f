/* test_official.c - rows of text and what is found in it: each mention as
 * "[honorific] (ranks) name #person*" (* an official), then "= title @ organisation !status". */
#include <stdio.h>
#include "vt_lexicon.h"
#include "vt_official.h"
#include "vt_test.h"
#include "vt_words.h"

typedef struct row {
  const char *name, *text, *expected;
} row;

static const row rows[] = {
  { "empty", "", "" },
  { "no cue", "mưa to suốt đêm, nước sông dâng cao.", "" },
  { "P1 comma", "Ông Lò Văn Sơn, Chủ tịch UBND xã Mường Và, nói.",
    "[Ông] Lò Văn Sơn #0* = Chủ tịch @ UBND xã Mường Và" },
  { "P1 dash", "đồng chí Vi Thị Hoa - Phó Bí thư Huyện ủy, Chủ tịch HĐND huyện",
    "[đồng chí] Vi Thị Hoa #0* = Phó Bí thư @ Huyện ủy = Chủ tịch @ HĐND huyện" },
  { "P2", "Giám đốc Sở Tài chính Bùi Minh Đức ký.", "Bùi Minh Đức #0* = Giám đốc @ Sở Tài chính" },
  { "P2 rank", "Phó Tư lệnh Quân khu 1, Thiếu tướng Hứa Văn Lịch thăm đơn vị.",
    "(Thiếu tướng) Hứa Văn Lịch #0* = Phó Tư lệnh @ Quân khu 1" },
  { "P3 list", "Dự có các đồng chí: Lê Văn An, Bí thư Tỉnh ủy; Trần Thị Bé, Chủ tịch UBND tỉnh.",
    "[đồng chí] Lê Văn An #0* = Bí thư @ Tỉnh ủy; [đồng chí] Trần Thị Bé #1* = Chủ tịch @ UBND "
    "tỉnh" },
  { "P3 unknown family name",
    "Có các đồng chí: Chẩu Văn Lâm, Bí thư Tỉnh ủy; Kring Ba, Trưởng Ban Dân vận Tỉnh ủy.",
    "[đồng chí] Chẩu Văn Lâm #0* = Bí thư @ Tỉnh ủy; [đồng chí] Kring Ba #1* = Trưởng Ban @ Ban "
    "Dân vận Tỉnh ủy" },
  { "P3 heading", "Có các đồng chí trong Ban Thường vụ Tỉnh ủy: Lê Văn An, Phó Chủ tịch UBND tỉnh.",
    "[đồng chí] Lê Văn An #0* = Phó Chủ tịch @ UBND tỉnh" },
  { "P4 group", "Hai Phó Thủ tướng Hồ Văn Cam và Lê Thị Quýt họp.",
    "Hồ Văn Cam #0* = Phó Thủ tướng; Lê Thị Quýt #1* = Phó Thủ tướng" },
  { "P5 brackets", "Phan Thanh Tâm (cựu Trưởng phòng Nội vụ) khai.",
    "Phan Thanh Tâm #0* = Trưởng phòng @ phòng Nội vụ !former" },
  { "P6 appointed", "bổ nhiệm bà Tô Thị Liên, Phó Chánh án, giữ chức Chánh án TAND tỉnh.",
    "[bà] Tô Thị Liên #0* = Phó Chánh án = Chánh án @ TAND tỉnh !appointed" },
  { "P6 released", "miễn nhiệm chức vụ Ủy viên UBND tỉnh đối với ông Đào Xuân Bắc.",
    "[ông] Đào Xuân Bắc #0* = Ủy viên @ UBND tỉnh !former" },
  { "P6 replaced", "bầu ông Vũ Đức Hà làm Bí thư Đảng ủy xã thay ông Ngô Văn Tạo.",
    "[ông] Vũ Đức Hà #0* = Bí thư @ Đảng ủy xã !appointed; [ông] Ngô Văn Tạo #1*" },
  { "P6 replaced and given", "Ông Lê Văn An thay ông Tô Đức Bình vừa được bầu làm Bí thư Tỉnh ủy.",
    "[Ông] Lê Văn An #0; [ông] Tô Đức Bình #1* = Bí thư @ Tỉnh ủy !appointed" },
  { "P6 replaced, subject given",
    "Ông Lê Văn An thay ông Tô Đức Bình, được bầu làm Bí thư Tỉnh ủy.",
    "[Ông] Lê Văn An #0* = Bí thư @ Tỉnh ủy !appointed; [ông] Tô Đức Bình #1*" },
  { "P7", "Trưởng Ban là bà Lại Thị Ngà.", "[bà] Lại Thị Ngà #0* = Trưởng Ban" },
  { "P8 for whom", "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n(Đã ký)\nHà Văn Nam",
    "<CHỦ TỊCH> #-1 = CHỦ TỊCH; Hà Văn Nam #0* = PHÓ CHỦ TỊCH @ ỦY BAN NHÂN DÂN" },
  { "P11 form", "Họ tên: Cao Văn Lũy\nChức vụ: Đội trưởng", "Cao Văn Lũy #0* = Đội trưởng" },
  { "shared noun", "Phó Trưởng Ban Ban Dân vận Mai Thị Vân", /* repeated: no overlap */
    "Mai Thị Vân #0* = Phó Trưởng Ban @ Ban Dân vận" },
  { "acting", "Quyền Cục trưởng Cục Thuế Lý Văn Xa",
    "Lý Văn Xa #0* = Cục trưởng @ Cục Thuế !acting" },
  { "acting, by whom", "Quyền Giám đốc Sở Y tế do ông Lê Văn An đảm nhiệm.",
    "[ông] Lê Văn An #0* = Giám đốc @ Sở Y tế !acting" },
  { "a row of posts before each name",
    "Chủ tịch nước Lê Văn An, Tổng Bí thư, nguyên Chủ tịch nước Lào Trần Văn Bé gặp nhau.",
    "Lê Văn An #0* = Chủ tịch nước; Trần Văn Bé #1* = Tổng Bí thư = Chủ tịch nước @ Lào !former" },
  { "posts in their order, the second found first",
    "Làm Bí thư Đảng ủy, chức Chủ tịch UBND xã do ông Lê Văn An đảm nhiệm.",
    "[ông] Lê Văn An #0* = Bí thư @ Đảng ủy = Chủ tịch @ UBND xã" },
  { "a name that is also a place", "Phó Chủ tịch UBND tỉnh Mai Sơn nói.",
    "Mai Sơn #0* = Phó Chủ tịch @ UBND tỉnh" },
  { "an office and its deputy for two",
    "Phê chuẩn kết quả bầu Chủ tịch và Phó Chủ tịch UBND xã Mường Và đối với ông Lê Văn An và bà "
    "Trần "
    "Thị Bé.",
    "[ông] Lê Văn An #0* = Chủ tịch @ UBND xã Mường Và !appointed; [bà] Trần Thị Bé #1* = Phó Chủ "
    "tịch @ UBND xã Mường Và !appointed" },
  { "a highland name behind a level", "Chủ tịch Hội Nông dân xã Nay Phin nói.",
    "Nay Phin #0* = Chủ tịch @ Hội Nông dân xã" },
  { "an address without a name",
    "Ông Lê Văn An quê ở Huế. Ông từng giữ chức Giám đốc Sở Y tế, Phó Chủ tịch UBND tỉnh.",
    "[Ông] Lê Văn An #0* = Giám đốc @ Sở Y tế !former = Phó Chủ tịch @ UBND tỉnh !former" },
  { "an address without a name, of whom",
    "Bà Đỗ Thị Mây gặp ông Lê Văn An. Ông từng giữ chức Giám đốc Sở Y tế.",
    "[Bà] Đỗ Thị Mây #0; [ông] Lê Văn An #1; <Giám đốc Sở Y tế> #-1 = Giám đốc @ Sở Y tế !former" },
  { "chain", "Bà Đỗ Thị Mây, Hiệu trưởng, vui. Bà Mây cười.",
    "[Bà] Đỗ Thị Mây #0* = Hiệu trưởng; [Bà] Mây #0*" },
  { "role", "Bí thư Huyện ủy Lê Văn Tám đến. Bí thư Huyện ủy hỏi.",
    "Lê Văn Tám #0* = Bí thư @ Huyện ủy; <Bí thư Huyện ủy> #0*" },
  { "alias", "ông Kim Văn Bẩy (tên thật là Sơn Văn Bốn) về.",
    "[ông] Kim Văn Bẩy #0; Sơn Văn Bốn #0" },
  { "trap street", "đường Lê Hồng Phong, Trần Phú và Nguyễn Thị Minh Khai", "" },
  { "trap school", "Trường THPT Nguyễn Bỉnh Khiêm khai giảng.", "" },
  { "private", "Ông Hồ Tấn Phát, Giám đốc Công ty TNHH Phát Tài, vay tiền.",
    "[Ông] Hồ Tấn Phát #0 = Giám đốc @ Công ty TNHH Phát Tài" },
  { "capitals", "BÍ THƯ TỈNH ỦY PHẠM VĂN LONG THĂM XÃ", "Phạm Văn Long #0* = BÍ THƯ @ TỈNH ỦY" },
  { "role of nobody", "Chủ tịch UBND xã yêu cầu giám đốc báo cáo.",
    "<Chủ tịch UBND xã> #-1 = Chủ tịch @ UBND xã" },
  { "namesakes",
    "Ông Vũ Văn Hà, Giám đốc Sở Y tế tỉnh Lào Cai, và ông Vũ Văn Hà, Giám đốc Sở Y tế "
    "tỉnh Cà Mau, cùng dự. Ông Vũ Văn Hà, Giám đốc Sở Y tế tỉnh Lào Cai, nói.",
    "[Ông] Vũ Văn Hà #0* = Giám đốc @ Sở Y tế tỉnh Lào Cai; [ông] Vũ Văn Hà #1* = Giám đốc @ Sở Y "
    "tế tỉnh Cà Mau; [Ông] Vũ Văn Hà #0* = Giám đốc @ Sở Y tế tỉnh Lào Cai" },
  { "one who moved",
    "Ông Vũ Văn Hà, Phó Bí thư Tỉnh ủy Lào Cai, giữ chức Bí thư Tỉnh ủy Cà Mau. "
    "Bí thư Tỉnh ủy Cà Mau Vũ Văn Hà phát biểu.",
    "[Ông] Vũ Văn Hà #0* = Phó Bí thư @ Tỉnh ủy Lào Cai = Bí thư @ Tỉnh ủy Cà Mau; Vũ Văn Hà #0* = "
    "Bí thư @ Tỉnh ủy Cà Mau" },
  { "cut short", "Phó Chủ tịch UBND", "<Phó Chủ tịch UBND> #-1 = Phó Chủ tịch @ UBND" },
  { "edge", "Chủ tịch", "<Chủ tịch> #-1 = Chủ tịch" },
  { "marks only", ",;:-().\"", "" },
};

typedef struct text_out {
  char s[4000];
  size_t used;
} text_out;

/* before, then len bytes of text, then after. */
static void put(text_out *o, const char *before, const char *text, size_t len, const char *after)
{
  const int n =
      snprintf(o->s + o->used, sizeof o->s - o->used, "%s%.*s%s", before, (int)len, text, after);
  assert_true(n >= 0 && (size_t)n < sizeof o->s - o->used);
  o->used += (size_t)n;
}

static void put_positions(text_out *o, const vt_officials *found, int32_t mention, const char *text)
{
  static const char *const status[] = { "", "", "acting", "appointed", "former" };
  for (uint32_t k = 0; k < found->positions.count; k++) {
    const vt_position *p = &found->positions.items[k];
    if (p->mention != mention) continue;
    put(o, " = ", text + p->title_span.begin, p->title_span.end - p->title_span.begin, "");
    if (p->org_span.end > 0)
      put(o, " @ ", text + p->org_span.begin, p->org_span.end - p->org_span.begin, "");
    if (p->status > 1) put(o, " !", status[p->status], strlen(status[p->status]), "");
  }
}

static void describe(text_out *o, const vt_officials *found, const char *text)
{
  o->s[0] = '\0';
  for (uint32_t k = 0; k < found->mentions.count; k++) {
    const vt_mention *m = &found->mentions.items[k];
    const bool role = m->kind == VITEXT_MENTION_ROLE;
    if (k > 0) put(o, "; ", "", 0, "");
    if (m->honorific[0] != '\0') put(o, "[", m->honorific, strlen(m->honorific), "] ");
    for (vitext_list t = m->titles; *t != NULL; t++) put(o, "(", *t, strlen(*t), ") ");
    put(o, role ? "<" : "", m->name, strlen(m->name), role ? ">" : "");
    char number[24];
    const bool official = m->person >= 0 && found->persons.items[m->person].official != 0;
    snprintf(number, sizeof number, " #%d%s", (int)m->person, official ? "*" : "");
    put(o, number, "", 0, "");
    put_positions(o, found, (int32_t)k, text);
  }
}

static vitext_status find(const vt_alloc *a, vt_arena *arena, const vt_user_posts *user,
                          const char *text, vt_officials *out)
{
  const vt_lexicon *lex = vt_lexicon_builtin();
  const vt_text t = { text, (uint32_t)strlen(text) };
  vt_tokens tokens = { 0 };
  vt_runs sentences = { 0 };
  *out = (vt_officials){ 0 };
  vitext_status st = vt_tokens_find(a, lex, t, &tokens);
  if (st == VITEXT_OK) st = vt_sentences_find(a, lex, t, &tokens, &sentences);
  if (st == VITEXT_OK) st = vt_officials_find(arena, lex, user, t, &tokens, &sentences, NULL, out);
  vt_runs_free(a, &sentences);
  vt_tokens_free(a, &tokens);
  return st;
}

static int check(const vt_user_posts *user, const row *r)
{
  vt_arena arena;
  vt_officials found;
  text_out got = { .used = 0 };
  vt_arena_init(&arena, &vt_alloc_heap);
  assert_int_equal(find(&vt_alloc_heap, &arena, user, r->text, &found), VITEXT_OK);
  describe(&got, &found, r->text);
  const bool same = strcmp(got.s, r->expected) == 0;
  if (!same)
    print_error("%s: %s\n  expected %s\n  got      %s\n", r->name, r->text, r->expected, got.s);
  vt_officials_free(&vt_alloc_heap, &found);
  vt_arena_free(&arena);
  return !same;
}

static void test_rows(void **state)
{
  (void)state;
  int bad = 0;
  for (size_t i = 0; i < COUNT_OF(rows); i++) bad += check(NULL, &rows[i]);
  assert_int_equal(bad, 0);
}

/* What is completed from the page: for each position "org|term|since|until|sphere|level". */
static const row complete[] = {
  { "committee", "Tỉnh ủy Thanh Hóa họp. Đồng chí Lê Văn An, Phó Bí thư Tỉnh ủy, nói.",
    "Tỉnh ủy Thanh Hóa||||1|4" },
  { "level word", "Đoàn tới tỉnh Cà Mau. Ông Lê Văn An, Chủ tịch UBND tỉnh, tiếp.",
    "UBND tỉnh Cà Mau||||4|4" },
  { "unit alone", "Giám đốc Sở Nội vụ tỉnh Cà Mau Lê Văn An và Phó Giám đốc Sở Hà Văn Tư dự.",
    "Sở Nội vụ tỉnh Cà Mau||||4|4; Sở Nội vụ tỉnh Cà Mau||||4|4" },
  { "ministry", "Bộ trưởng Y tế Lê Văn An nói.", "Bộ Y tế||||4|2" },
  { "place", "Chủ tịch Đà Nẵng Lê Văn An nói.", "UBND thành phố Đà Nẵng||||0|4" },
  { "place of the Party", "Bí thư xã Mường Và Lê Văn An nói.", "Đảng ủy xã Mường Và||||1|7" },
  { "level word in short", "Ông Lê Văn An, Bí thư TX Sơn Tây, nói.", "Thị ủy Sơn Tây||||1|6" },
  { "level without a kind", "Đoàn tới bang Texas. Ông Lê Văn An, Bí thư Chi bộ thôn, tiếp.",
    "Chi bộ thôn||||1|9" },
  { "a holder who is also a place", "Phó Chủ tịch UBND tỉnh Mai Sơn nói.", "UBND tỉnh||||4|4" },
  { "holder behind a level", "Chủ tịch UBND xã Rơ Châm Hoa nói.", "UBND xã||||4|7" },
  { "misspelt unit", "Xã Mường Và họp. Ông Lê Văn An, Chủ tịch HDDND xã, nói.",
    "HDDND xã Mường Và||||0|7" },
  { "nothing known", "Ông Lê Văn An, Phó Bí thư Tỉnh ủy, nói.", "Tỉnh ủy||||1|4" },
  { "title alone", "Tổng Bí thư Lê Văn An nói.", "||||1|1" },
  { "term", "Ông Lê Văn An, Chủ tịch HĐND tỉnh Cà Mau khóa X, nhiệm kỳ 2021-2026, nói.",
    "HĐND tỉnh Cà Mau|khóa X, nhiệm kỳ 2021-2026|||3|4" },
  { "since", "Ông Lê Văn An giữ chức Giám đốc Sở Y tế từ ngày 1 tháng 9 năm 2022.",
    "Sở Y tế||2022-09-01||4|4" },
  { "since before", "Từ ngày 5/7/2025, ông Lê Văn An làm Giám đốc Sở Y tế.",
    "Sở Y tế||2025-07-05||4|4" },
  { "until", "Ông Lê Văn An làm Giám đốc Sở Y tế từ năm 2015 đến năm 2020.",
    "Sở Y tế||2015|2020|4|4" },
  { "brackets", "Ông Lê Văn An, Chủ tịch UBND tỉnh Cà Mau (2016-2021), nói.",
    "UBND tỉnh Cà Mau||2016|2021|4|4" },
};

static void test_complete(void **state)
{
  (void)state;
  int bad = 0;
  for (size_t k = 0; k < sizeof complete / sizeof *complete; k++) {
    const row *r = &complete[k];
    vt_arena arena;
    vt_officials found;
    text_out o = { .used = 0 };
    o.s[0] = '\0';
    vt_arena_init(&arena, &vt_alloc_heap);
    assert_int_equal(find(&vt_alloc_heap, &arena, NULL, r->text, &found), VITEXT_OK);
    for (uint32_t i = 0; i < found.positions.count; i++) {
      const vt_position *p = &found.positions.items[i];
      char numbers[32];
      if (p->person < 0) continue;
      snprintf(numbers, sizeof numbers, "|%d|%d", (int)p->sphere, (int)p->level);
      put(&o, i > 0 ? "; " : "", p->org, strlen(p->org), "|");
      put(&o, "", p->term, strlen(p->term), "|");
      put(&o, "", p->since, strlen(p->since), "|");
      put(&o, "", p->until, strlen(p->until), numbers);
    }
    if (strcmp(o.s, r->expected) != 0) {
      bad++;
      printf("%s: %s\n  expected %s\n  got      %s\n", r->name, r->text, r->expected, o.s);
    }
    vt_officials_free(&vt_alloc_heap, &found);
    vt_arena_free(&arena);
  }
  assert_int_equal(bad, 0);
}

/* The caller's own title and organisation. */
static void test_user(void **state)
{
  (void)state;
  vt_user_posts *user;
  const row r = { "own title", "Tổng quản lý Hội quán Tân An, bà Trần Thị Sen",
                  "[bà] Trần Thị Sen #0* = Tổng quản lý @ Hội quán Tân An" };
  assert_int_equal(vt_user_posts_new(&vt_alloc_heap, &user), VITEXT_OK);
  const vt_lexicon *lex = vt_lexicon_builtin();
  assert_int_equal(vt_user_posts_add(user, lex, "tổng quản lý", strlen("tổng quản lý"), true),
                   VITEXT_OK);
  assert_int_equal(vt_user_posts_add(user, lex, "hội quán", strlen("hội quán"), false), VITEXT_OK);
  const int bad = check(user, &r);
  vt_user_posts_free(user);
  assert_int_equal(bad, 0);
}

/* Let n allocations pass, for every n. */
static void test_memory(void **state)
{
  (void)state;
  test_heap heap;
  const vt_alloc a = test_heap_alloc(&heap);
  for (long n = 0;; n++) {
    vt_arena arena;
    vt_officials found;
    heap.left = n;
    vt_arena_init(&arena, &a);
    const vitext_status st = find(&a, &arena, NULL, rows[6].text, &found);
    heap.left = -1;
    if (st == VITEXT_OK) vt_officials_free(&a, &found);
    vt_arena_free(&arena);
    assert_int_equal(heap.live, 0);
    if (st == VITEXT_OK) {
      assert_true(n > 0);
      break;
    }
    assert_int_equal(st, VITEXT_E_MEMORY);
  }
}

/* The words asked for by spelling are looked up by halves. */
static void test_words(void **state)
{
  (void)state;
  static const char *const words[] = {
#define VT_ONE_WORD(number, spelling) spelling,
    VT_SMALL_WORDS(VT_ONE_WORD)
#undef VT_ONE_WORD
  };
  for (size_t k = 1; k < sizeof words / sizeof *words; k++)
    assert_true(strcmp(words[k - 1], words[k]) < 0);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(test_rows), cmocka_unit_test(test_complete), cmocka_unit_test(test_words),
    cmocka_unit_test(test_user), cmocka_unit_test(test_memory),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
