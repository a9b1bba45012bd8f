/* list_officials.c - who is named, and which offices the text says they hold. */
#include <stdio.h>
#include <string.h>
#include <vitext.h>

static void print_positions(const vitext_doc *doc, int32_t person)
{
  for (size_t i = 0; i < vitext_doc_count(doc, VITEXT_POSITIONS); i++) {
    const vitext_position *p = vitext_doc_position(doc, i);
    if (p->person != person || p->same_as >= 0) continue; /* same_as: said more fully elsewhere */
    printf("  %s, %s (%s)\n", p->title, p->org[0] != '\0' ? p->org : "-",
           vitext_name(VITEXT_NAME_POST, p->status));
  }
}

int main(void)
{
  static const char text[] =
      "Đồng chí Trịnh Quốc Khải - Bí thư Đảng ủy, Giám đốc Sở chủ trì hội nghị. "
      "Cùng dự có đồng chí Hà Thị Lan Hương, Phó Bí thư Đảng ủy. "
      "Phát biểu kết luận, đồng chí Khải nhấn mạnh vai trò nêu gương.";
  vitext_ctx *ctx = NULL;
  vitext_doc *doc = NULL;
  vitext_error err;
  vitext_status status = vitext_ctx_new(NULL, &ctx, &err);
  if (status == VITEXT_OK) status = vitext_analyze(ctx, text, strlen(text), NULL, &doc, &err);
  if (status != VITEXT_OK) {
    fprintf(stderr, "%s\n", err.message);
    vitext_ctx_free(ctx);
    return 1;
  }
  for (size_t i = 0; i < vitext_doc_count(doc, VITEXT_PERSONS); i++) {
    printf("%s\n", vitext_doc_person(doc, i)->name);
    print_positions(doc, (int32_t)i);
  }
  vitext_doc_free(doc);
  vitext_ctx_free(ctx);
  return 0;
}
