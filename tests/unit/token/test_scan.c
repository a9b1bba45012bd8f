/* test_scan.c - what is one token, and of which kind. */
#include "token_rows.h"

typedef struct row {
  const char *name, *text, *tokens;
} row;

static const row rows[] = {
  { "empty", "", "" },
  { "blanks", " \t ", "" },
  { "syllables", "Việt Nam", "s:Việt s:Nam" },
  { "old and new tones", "hoà HÒA", "s:hoà s:HÒA" },
  { "foreign words", "Putin Strauss Đắk", "w:Putin w:Strauss w:Đắk" },
  { "punctuation is glued", "a, (b)!", "s:a p:, p:( w:b p:) p:!" },
  { "runs of dots", "a... b .. c…", "s:a p:... w:b p:.. w:c p:…" },
  { "end of a document", "dân./.", "s:dân p:./." },
  { "rules of lines", "----- *** ___", "p:----- p:*** p:___" },

  { "dotted abbreviation", "TP. Huế, Tp.HCM", "a:TP. s:Huế p:, a:Tp. a:HCM" },
  { "its dot is optional", "TP Huế", "a:TP s:Huế" },
  { "degrees chain", "GS.TS. Lê, PGS.TS Lê", "a:GS.TS. s:Lê p:, a:PGS.TS s:Lê" },
  { "initials", "UBND TTg QĐi ThS", "a:UBND a:TTg a:QĐi a:ThS" },
  { "dotted capitals", "N.V.A. T.Ư U.S.", "a:N.V.A. a:T.Ư a:U.S." },
  { "initials of two and three letters", "NG.T, TR.NGH.A, NG. Thị, KH.CN",
    "a:NG.T p:, a:TR.NGH.A p:, a:NG. s:Thị p:, a:KH p:. a:CN" },
  { "one capital for a name", "bị cáo H. khai. A. nội dung",
    "s:bị s:cáo a:H. s:khai p:. a:A. s:nội s:dung" },
  { "small letters with dots", "ban bí thư t.ư, gs.ts. lê, tp.hcm, ths. an",
    "s:ban s:bí s:thư a:t.ư p:, a:gs.ts. s:lê p:, a:tp. w:hcm p:, a:ths. s:an" },
  { "a full stop without its blank", "dạ ạ.ở đây", "s:dạ s:ạ p:. s:ở s:đây" },
  { "one small letter for a name", "bị cáo h. khai; b. nội dung, điểm b. khi",
    "s:bị s:cáo a:h. s:khai p:; w:b p:. s:nội s:dung p:, s:điểm w:b p:. s:khi" },
  { "one capital before a name", "P. Tân Phú, Q.1", "a:P. s:Tân s:Phú p:, a:Q. n:1" },
  { "one capital at the end", "điểm A.", "s:điểm s:A p:." },
  { "classifier before it", "hạng B. Trong", "s:hạng w:B p:. s:Trong" },
  { "v.v.", "gà, v.v. v.v...", "s:gà p:, a:v.v. a:v.v p:..." },
  { "with a stroke", "T/M UBND, đ/c Nam", "a:T/M a:UBND p:, a:đ/c s:Nam" },
  { "capitals of a title are words", "PHẠM VI ĐIỀU CHỈNH", "s:PHẠM s:VI s:ĐIỀU s:CHỈNH" },

  { "Roman numerals", "khóa XII, quý I, lớp A", "s:khóa n:XII p:, s:quý n:I p:, s:lớp s:A" },
  { "Roman numeral before a dot", "Điều I. Abc", "s:Điều n:I p:. w:Abc" },
  { "no Roman numerals", "MC CD LIX", "a:MC a:CD a:LIX" },
  { "numbers", "1.000 3,5 1.000,5 1/3 2020-2025", "n:1.000 n:3,5 n:1.000,5 n:1/3 n:2020-2025" },
  { "words of one letter, short words", "ở p. 5 a. Nghĩa", "s:ở a:p. n:5 s:a p:. s:Nghĩa" },
  { "words longer than eight bytes", "nghiêng Thượng, TRƯỜNG HỢP",
    "s:nghiêng s:Thượng p:, s:TRƯỜNG s:HỢP" },
  { "quotation marks", "“Đảng” – ‘dân’…", "p:“ s:Đảng p:” p:– p:‘ s:dân p:’ p:…" },
  { "full stop behind a number", "5. 12.", "n:5 p:. n:12 p:." },
  { "letter behind a number", "12a 30c", "n:12a n:30c" },
  { "minus is a mark", "-5", "p:- n:5" },
  { "dates", "15/5/2016 15-5-2016 15.5.2016 5/2016",
    "d:15/5/2016 d:15-5-2016 d:15.5.2016 d:5/2016" },
  { "dates need a day word", "ngày 15/6, tỷ số 2/3", "s:ngày d:15/6 p:, s:tỷ s:số n:2/3" },
  { "no such dates", "32/1/2016 1/13/2016", "n:32/1/2016 n:1/13/2016" },
  { "times", "7h30 19h 19:30 08:15:30", "t:7h30 t:19h t:19:30 t:08:15:30" },
  { "measures", "50% 5kg 70m² 37,5°C 100.000đ", "m:50% m:5kg m:70m² m:37,5°C m:100.000đ" },
  { "unit behind a blank", "5 kg", "n:5 w:kg" },
  { "telephones", "0912345678 024.3823.4567 +84912345678",
    "P:0912345678 P:024.3823.4567 P:+84912345678" },
  { "mixed words", "H5N1 m2 Covid-19 e-mail B-52", "w:H5N1 w:m2 w:Covid-19 w:e-mail w:B-52" },
  { "hyphen between words", "Bắc-Nam KT-XH mô-đen",
    "s:Bắc p:- s:Nam a:KT p:- a:XH s:mô p:- s:đen" },
  { "apostrophes", "Y'Lan H’Mông 'a'", "w:Y'Lan w:H’Mông p:' s:a p:'" },
  { "blank is missing before a number", "Điều5 số31-QĐ/TW", "s:Điều n:5 s:số D:31-QĐ/TW" },
  { "blank is missing behind a number", "2020của", "n:2020 s:của" },

  { "Party document", "05-CT/TW 225-KH/TWĐTN-CTTN", "D:05-CT/TW D:225-KH/TWĐTN-CTTN" },
  { "State document", "30/2020/NĐ-CP, 749/QĐ-TTg.", "D:30/2020/NĐ-CP p:, D:749/QĐ-TTg p:." },
  { "figures in symbols", "61/2020/QH14 09/HĐNN8", "D:61/2020/QH14 D:09/HĐNN8" },
  { "joint circular", "07/2025/TTLT-BQP-BNN&MT", "D:07/2025/TTLT-BQP-BNN&MT" },
  { "old forms", "217-HĐBT 64-CP 35-L/CTN 12/QĐ.UB", "D:217-HĐBT D:64-CP D:35-L/CTN D:12/QĐ.UB" },
  { "serial with a letter", "30c/NQ-CP", "D:30c/NQ-CP" },
  { "serial with a capital", "472A/2019/QĐ-PT 12A/5", "D:472A/2019/QĐ-PT w:12A p:/ n:5" },
  { "unit with a number", "03/CT-BCA-X11 109/SL/L11", "D:03/CT-BCA-X11 D:109/SL/L11" },
  { "year without its blank", "tháng 4năm hạn 4năm Điều 2Ngày",
    "s:tháng n:4 s:năm s:hạn m:4năm s:Điều n:2 s:Ngày" },
  { "dashes of all kinds", "05–CT/TW", "D:05–CT/TW" },
  { "lower case", "30/2020/nđ-cp 05-ct/tw", "D:30/2020/nđ-cp D:05-ct/tw" },
  { "spaced out is not one token", "100 - KL/TW", "n:100 p:- a:KL p:/ a:TW" },
  { "no document numbers", "24/24 7-Eleven 5-Hà 29A-123",
    "n:24/24 n:7 p:- w:Eleven n:5 p:- s:Hà w:29A p:- n:123" },

  { "addresses", "www.abc.vn/x?a=1. http://x.vn/a(b)c).",
    "u:www.abc.vn/x?a=1 p:. u:http://x.vn/a(b)c p:) p:." },
  { "address with a port", "http://x.vn:8080/a?b=1, http://x.vn:80.",
    "u:http://x.vn:8080/a?b=1 p:, u:http://x.vn:80 p:." },
  { "bare domains", "bktt.vn, Hà Nội.vn", "u:bktt.vn p:, s:Hà s:Nội p:. w:vn" },
  { "mail", "hopthu@sonn.gov.vn.", "e:hopthu@sonn.gov.vn p:." },
  { "tags and names", "#covid19 @nguyenvana a#", "h:#covid19 H:@nguyenvana s:a p:#" },
  { "emoji", "❤️👍🏽🇻🇳1️⃣", "E:❤️ E:👍🏽 E:🇻🇳 E:1️⃣" },
  { "joined emoji", "👨‍👩‍👧!", "E:👨‍👩‍👧 p:!" },
  { "other scripts", "中国 тест", "w:中国 w:тест" },
  { "symbols", "© € →", "$:© $:€ $:→" },
  { "marks behind a symbol that is made of some", "῭\xCC\x80 ≠\xCC\x80 ~\xCC\x80",
    "$:῭\xCC\x80 $:≠\xCC\x80 $:~ $:\xCC\x80" },
  { "controls are kept",
    "a\x01"
    "b",
    "s:a $:\x01 w:b" },

  { "line end that ends a block", "Trang chủ\nTin tức", "s:Trang s:chủ |:⏎ s:Tin s:tức" },
  { "soft line end", "họp tại\nHà Nội", "s:họp s:tại s:Hà s:Nội" },
  { "empty lines are one break", "a\n\n\nB", "s:a |:⏎⏎⏎ w:B" },
};

static void tokens_are_cut(void **state)
{
  (void)state;
  char got[1024];
  unsigned wrong = 0;
  for (size_t i = 0; i < COUNT_OF(rows); i++) {
    write_tokens(rows[i].text, got, sizeof got);
    if (strcmp(got, rows[i].tokens) == 0) continue;
    wrong++;
    print_error("%s\n  text     %s\n  expected %s\n  got      %s\n", rows[i].name, rows[i].text,
                rows[i].tokens, got);
  }
  assert_int_equal(wrong, 0);
}

/* The short way of the scanner, and its memo: each row twice in one text, and more behind it. */
static void tokens_are_cut_again(void **state)
{
  (void)state;
  char text[1024], got[4096], expected[4096];
  unsigned wrong = 0;
  for (size_t i = 0; i < COUNT_OF(rows); i++) {
    const char *tokens = rows[i].tokens;
    if (tokens[0] == '\0') continue;
    snprintf(text, sizeof text, "%s\n\n%s\n\nmột hai ba bốn năm", rows[i].text, rows[i].text);
    snprintf(expected, sizeof expected, "%s |:⏎⏎ %s |:⏎⏎ s:một s:hai s:ba s:bốn s:năm", tokens,
             tokens);
    write_tokens(text, got, sizeof got);
    if (strcmp(got, expected) == 0) continue;
    wrong++;
    print_error("%s\n  expected %s\n  got      %s\n", rows[i].name, expected, got);
  }
  assert_int_equal(wrong, 0);
}

static void flags_say_case(void **state)
{
  (void)state;
  static const struct {
    const char *text;
    unsigned flags;
  } words[] = {
    { "hội", 0 },
    { "Hội", VITEXT_TOKENF_CAPITAL },
    { "HỘI", VITEXT_TOKENF_CAPITAL | VITEXT_TOKENF_CAPITALS },
    { "A", VITEXT_TOKENF_CAPITAL },
    { "iPhone", 0 },
    { "5", 0 },
  };
  for (size_t i = 0; i < COUNT_OF(words); i++) {
    vt_tokens t;
    const vt_text x = { words[i].text, (uint32_t)strlen(words[i].text) };
    assert_int_equal(vt_tokens_find(&vt_alloc_heap, vt_lexicon_builtin(), x, &t), VITEXT_OK);
    assert_int_equal(t.count, 1);
    assert_int_equal(t.items[0].flags, words[i].flags);
    vt_tokens_free(&vt_alloc_heap, &t);
  }
}

/* Tokens that differ only in case, tone placement or a final dot have the same id. */
static void ids_fold_case(void **state)
{
  (void)state;
  static const char *const pairs[][2] = {
    { "khóa", "khoá" },
    { "khóa", "KHÓA" },
    { "TP. Huế", "tp Huế" },
    { "v.v.", "v.v" },
  };
  const vt_lexicon *lex = vt_lexicon_builtin();
  for (size_t i = 0; i < COUNT_OF(pairs); i++) {
    vt_tokens a, b;
    const vt_text x = { pairs[i][0], (uint32_t)strlen(pairs[i][0]) };
    const vt_text y = { pairs[i][1], (uint32_t)strlen(pairs[i][1]) };
    assert_int_equal(vt_tokens_find(&vt_alloc_heap, lex, x, &a), VITEXT_OK);
    assert_int_equal(vt_tokens_find(&vt_alloc_heap, lex, y, &b), VITEXT_OK);
    assert_int_not_equal(a.ids[0], VT_ID_NONE);
    assert_int_equal(a.ids[0], b.ids[0]);
    vt_tokens_free(&vt_alloc_heap, &a);
    vt_tokens_free(&vt_alloc_heap, &b);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = { cmocka_unit_test(tokens_are_cut),
                                      cmocka_unit_test(tokens_are_cut_again),
                                      cmocka_unit_test(flags_say_case),
                                      cmocka_unit_test(ids_fold_case) };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
