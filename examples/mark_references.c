/* mark_references.c - links around the directive references of a piece of HTML, its tags kept. */
#include <stdio.h>
#include <string.h>
#include <vitext.h>

enum { MAX_MARKS = 64, MAX_LINK = 512 };

static int print(void *user, const char *bytes, size_t len)
{
  return fwrite(bytes, 1, len, user) == len ? 0 : 1;
}

int main(void)
{
  static const char html[] = "<p>Thực hiện <b>Chỉ thị số 05-CT/TW</b> của Bộ Chính trị và "
                             "Nghị định 30/2020/NĐ-CP.</p>\n";
  static char links[MAX_MARKS][MAX_LINK];
  vitext_mark marks[MAX_MARKS];
  size_t count = 0;
  vitext_ctx *ctx = NULL;
  vitext_doc *doc = NULL;
  vitext_error err = { VITEXT_OK, 0, "" };
  vitext_status status = vitext_ctx_new(NULL, &ctx, &err);
  if (status == VITEXT_OK) status = vitext_analyze(ctx, html, strlen(html), NULL, &doc, &err);
  if (status == VITEXT_OK) {
    const vitext_reference *r;
    for (size_t i = 0; count < MAX_MARKS && (r = vitext_doc_reference(doc, i)) != NULL; i++) {
      const int len = snprintf(links[count], MAX_LINK, "<a href=\"/van-ban?id=%s\">", r->canonical);
      if (len < 0 || len >= MAX_LINK) continue; /* half a tag is worse than no link */
      marks[count] = (vitext_mark){ r->span, links[count], "</a>" };
      count++;
    }
    status = vitext_annotate(html, strlen(html), marks, count, VITEXT_ANNOTATE_HTML, print, stdout);
  }
  if (status != VITEXT_OK) fprintf(stderr, "%d %s\n", (int)status, err.message);
  vitext_doc_free(doc);
  vitext_ctx_free(ctx);
  return status == VITEXT_OK ? 0 : 1;
}
