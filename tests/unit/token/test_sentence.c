/* test_sentence.c - the 24 rules of sentences, one by one: "‖" stands where a sentence ends and
 * another follows, "⏎" is a line end. */
#include "token_rows.h"

typedef struct row {
  const char *rule, *text;
} row;

static const row rows[] = {
  { "2 runs of marks", "Sao thế?!‖ Ai biết...‖ Thôi!!!" },
  { "2 footnote", "Xã có 300 người.[3]‖ Mật độ thấp." },
  { "2 emoji clings", "Vui quá nhé! 🍀‖ Hẹn gặp lại." },
  { "2 end of a document", "Nơi nhận./.‖ Lưu." },
  { "3 no ends in a line", "(TTXVN) - Ngày 5/3, họp: tin | ảnh; hết" },

  { "4 empty line", "Trang chủ‖⏎⏎và nữa" },
  { "5 next line closes", "ông⏎Nguyễn A⏎, Chủ tịch" },
  { "5 bracket", "Ông A (Chủ tịch⏎) nói" },
  { "6 a number is expected", "tháng 2 năm⏎2010.‖ Sau đó" },
  { "6 only after such words", "Tin tức‖⏎2010" },
  { "7 page number", "giấy chứng‖⏎7‖⏎nhận" },
  { "8 marker alone", "a)⏎Đơn đề nghị;" },
  { "8 label alone", "Chương II⏎NHIỆM VỤ" },
  { "8 label in words", "Phần thứ nhất⏎NHỮNG QUY ĐỊNH CHUNG" },
  { "8 label before a label", "Chương II‖⏎Điều 5. Phạm vi" },
  { "9 item", "Hồ sơ gồm đơn‖⏎b) Ảnh" },
  { "9 bullet", "Các xã sau đây‖⏎- Xã Lùng Vai" },
  { "9 label with its dot", "Hiệu lực thi hành‖⏎Điều 2. Tổ chức" },
  { "9 label in running text", "thực hiện theo quy định tại⏎Điều 5 Luật Đất đai" },
  { "10 final mark", "Hết.‖⏎Mới" },
  { "10 never-final abbreviation", "họp tại TP.⏎Hồ Chí Minh" },
  { "10 ellipsis before lower case", "xoài, bưởi…⏎và mít" },
  { "10 ellipsis before a capital", "xoài, bưởi…‖⏎Sau đó" },
  { "10 semicolon", "Căn cứ Luật A;‖⏎Căn cứ Luật B;" },
  { "11 lower case", "Luật Công nghệ⏎thông tin" },
  { "12 capitals end", "Tờ trình số 88/TTr-STC,‖⏎QUYẾT ĐỊNH:" },
  { "12 one word in capitals", "Báo cáo của⏎UBND" },
  { "13 comma", "Ông A,⏎Chủ tịch" },
  { "13 function word", "Thăm và làm việc với⏎Tỉnh ủy" },
  { "14 wrapped text",
    "Sáng nay, Ủy ban nhân dân tỉnh tổ chức hội nghị triển khai để Công ty⏎Hồng Hà khởi công xây "
    "dựng nhà máy chế biến gỗ xuất khẩu ở khu⏎công nghiệp phía nam." },
  { "14 title in capitals wraps",
    "BÁO CÁO KẾT QUẢ THỰC HIỆN NHIỆM VỤ PHÁT TRIỂN KINH TẾ - XÃ HỘI NĂM⏎HAI NGHÌN KHÔNG TRĂM HAI "
    "MƯƠI" },
  { "15 captions", "Ảnh: A‖⏎Tin: B" },
  { "15 quotes stop at breaks", "Ông nói: “Xong‖⏎Tin khác” rồi.‖ Hết." },

  { "16 no blank", "giá 1.000 đ, qlvb.a.gov.vn/x, TP.HCM, ngày 15.5.2016 lúc 7.30 thì" },
  { "16 blank is missing", "Lúc 11 giờ.‖Buổi họp xong!‖Mọi người về." },
  { "16 not behind capitals", "ông Nguyễn.Văn An" },
  { "17 lower case follows", "lợn... và gà, ở đâu? khi nào? v.v. và nữa" },
  { "17 behind a dash", "đi đâu thế? - anh hỏi" },
  { "17 comma follows", "(Ai?), rồi" },
  { "18 markers", "1. Phạm vi.‖ 1.2. Đối tượng" },
  { "18 label", "Điều 7. Chế độ báo cáo.‖ Định kỳ hằng quý." },
  { "18 label inside", "Thực hiện theo Điều 12.‖ Trường hợp khác thì thôi." },
  { "18 inline markers", "Hồ sơ nộp: 1. Đơn; 2. Ảnh." },
  { "18 leading ellipsis", "… Và rồi họ đi." },
  { "19 abbreviations", "Đến TP. Huế gặp TS. Nam, ThS. Hà ở Nxb. Trẻ" },
  { "19 acronyms are words", "Họp ở TP. HCM.‖ Cơ sở 3 vắng." },
  { "19 v.v.", "gà, vịt, v.v.‖ Tất cả đều khỏe." },
  { "20 initials", "Nguyễn V. A. bị bắt" },
  { "20 initials before an opener", "bắt Lê V. T.‖ Theo điều tra, hắn trốn." },
  { "20 classifier", "Đội ở hạng B.‖ Nhà vô địch là ai." },
  { "20 consonant", "tập 2, t. 5, tr. 312" },
  { "20 unit", "dài 1.100 m.‖ Du khách đông, vé 50.000 đ.‖ Trẻ em không." },
  { "20 vowels are words", "Vâng ạ.‖ Nhà gần đây." },
  { "21 quotation", "Ông nói: \"Xong. Về thôi.\"‖ Sau đó đi." },
  { "21 typographic", "Ông nói: “Xong. Về thôi”.‖ Sau đó đi." },
  { "21 never closed", "Ông nói: “Xong.‖ Về thôi." },
  { "21 apostrophes open nothing", "Y'Lan đi.‖ Màn hình 21\" đẹp.‖ Hết." },
  { "22 before a capital", "\"Đã ăn chưa?\"‖ Anh nuôi hỏi." },
  { "22 before a dash", "\"Xong!\" - ông Thuận nói." },
  { "23 bracket that is a sentence", "Có 3.000 người.‖ (Ảnh: A. B.)‖ Năm sau đông hơn." },
  { "23 marks in brackets", "Khu “trọng điểm” (?) Bỏ không (...) Cỏ mọc." },
  { "24 turns", "- Ở đâu?‖ - Dạ, thôn Đoài." },
};

static void rules_hold(void **state)
{
  (void)state;
  char text[1024], got[2048];
  unsigned wrong = 0;
  for (size_t i = 0; i < COUNT_OF(rows); i++) {
    plain_text(rows[i].text, text);
    write_sentences(text, got, sizeof got);
    if (strcmp(got, rows[i].text) == 0) continue;
    wrong++;
    print_error("%s\n  expected %s\n  got      %s\n", rows[i].rule, rows[i].text, got);
  }
  assert_int_equal(wrong, 0);
}

int main(void)
{
  const struct CMUnitTest tests[] = { cmocka_unit_test(rules_hold) };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
