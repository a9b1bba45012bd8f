/* hostile.h - named hostile inputs: a part that is repeated between a head and a tail. */
#ifndef HOSTILE_H
#define HOSTILE_H
#include <stddef.h>
#include <string.h>

typedef struct hostile {
  const char *name, *head, *part, *tail;
} hostile;
static const hostile inputs[] = {
  { "letters", "", "a", "" },
  { "syllables", "", "nghiêng ", "" },
  { "one long word", "", "nghieng", "" },
  { "blanks", "a", " ", "a" },
  { "line ends", "a", "\n", "a" },
  { "lines of one letter", "", "a\n", "" },
  { "empty lines", "", "\n\n \n", "" },
  { "combining marks", "a", "\xCC\x81", "" },
  { "marks in bad order", "a", "\xCC\x81\xCC\xA3\xCC\x82", "" },
  { "marks without a base", "", " \xCC\x81", "" },
  { "decomposed letters", "", "o\xCC\x9B\xCC\xA3 ", "" },
  { "doubled marks", "", "e\xCC\x81\xCC\x82\xCC\x81 ", "" },
  { "Hangul", "", "\xE1\x84\x80\xE1\x85\xA1\xE1\x86\xA8", "" },
  { "zero width", "a", "\xE2\x80\x8B", "a" },
  { "byte order marks", "", "\xEF\xBB\xBF", "" },
  { "no-break blanks", "", "a\xC2\xA0", "" },
  { "NUL", "", "", "" }, /* filled below: strings cannot say it */
  { "digits", "", "1", "" },
  { "digits and dots", "", "1.", "" },
  { "digits and slashes", "", "1/", "" },
  { "digits and hyphens", "", "12-", "" },
  { "hyphens", "", "-", "" },
  { "dots", "", ".", "" },
  { "initials", "", "A.", "" },
  { "opening brackets", "", "(", "" },
  { "opening quotes", "", "\xE2\x80\x9C", "" },
  { "brackets", "", "()", "" },
  { "ellipses", "", "\xE2\x80\xA6", "" },
  { "commas", "", "a, ", "" },
  { "colons", "", "a: ", "" },
  { "emoji joined", "", "\xF0\x9F\x91\xA8\xE2\x80\x8D", "" },
  { "flags", "", "\xF0\x9F\x87\xBB", "" },
  { "tags of HTML", "", "<b>", "" },
  { "addresses", "", "a@", "" },
  { "addresses with dots", "", "a@b.c.", "" },
  { "schemes", "", "http://", "" },
  { "hash signs", "", "#a", "" },
  { "document numbers", "", "05-CT/TW ", "" },
  { "glued document numbers", "", "05-CT/TW", "" },
  { "types without a number", "", "Nghị quyết ", "" },
  { "types with số", "", "Nghị quyết số ", "" },
  { "provisions", "", "khoản 1 Điều 2 ", "" },
  { "provision lists", "Điều ", "1, ", "" },
  { "references", "", "Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ, ", "" },
  { "reference list", "Nghị định số ", "30/2020/NĐ-CP, ", "" },
  { "anaphors", "Nghị định 30/2020/NĐ-CP. ", "Nghị định này. ", "" },
  { "named laws", "", "Luật Đất đai năm 2024, ", "" },
  { "plenums", "", "Nghị quyết Trung ương 4 khóa XII ", "" },
  { "half-finished numbers", "", "Nghị định số 12/ 12/2020/ 5- ", "" },
  { "endless symbol", "Quyết định số 1/", "QĐ-", "" },
  { "amending laws", "", "Luật sửa đổi, bổ sung một số điều của ", "" },
  { "titles never closed", "", "Nghị quyết 5-NQ/TW về “", "" },
  { "ranges", "", "Điều 5-", "" },
  { "congress bodies", "", "Nghị quyết Đại hội Đảng bộ ", "" },
  { "types before no số", "", "Quyết định công nhận ", "" },
  { "wrapped provisions", "", "khoản 2\nĐiều ", "" },
  { "glued type words", "", "theoQuyết", "" },
  { "foreign resolutions", "", "Liên hợp quốc ra Nghị quyết 5 ", "" },
  { "letters of old fonts", "", "NghÞ ®Þnh sè 5/Q§-", "" },
  { "capitals", "", "Nguyễn ", "" },
  { "names", "", "Nguyễn Văn An, ", "" },
  { "honorifics", "", "đồng chí ", "" },
  { "honorifics and names", "", "đồng chí Nguyễn Văn An, ", "" },
  { "name list", "các đồng chí: ", "Nguyễn Văn An; ", "" },
  { "titles", "", "Phó Giám đốc ", "" },
  { "titles and organisations", "", "Phó Giám đốc Sở Y tế tỉnh Nghệ An, ", "" },
  { "officials", "", "Ông Nguyễn Văn An, Phó Giám đốc Sở Y tế, nói. ", "" },
  { "many people", "", "Ông Trần Văn Bình nói. Ông Lê Thị Cúc nói. ", "" },
  { "short names", "Ông Nguyễn Văn An. ", "Ông An nói. ", "" },
  { "roles", "Ông Nguyễn Văn An, Giám đốc Sở. ", "Giám đốc Sở nói. ", "" },
  { "organisations in organisations", "Giám đốc ", "Sở Y tế tỉnh ", "" },
};
enum { INPUTS = sizeof inputs / sizeof *inputs };

/* Fill len bytes, and a NUL behind them; len is more than the head. */
static inline void hostile_fill(const hostile *h, char *text, size_t len)
{
  const size_t head = strlen(h->head), part = strlen(h->part);
  memcpy(text, h->head, head);
  text[len] = '\0';
  if (part == 0) {
    memset(text, 0, len);
    return;
  }
  size_t at = head;
  for (; at + part <= len; at += part) memcpy(text + at, h->part, part);
  memset(text + at, 'a', len - at); /* whole parts only: UTF-8 stays valid */
}

#endif
