/* test_oom.c - every entry point that allocates, with its n-th allocation failing, for every n:
 * VITEXT_E_MEMORY, nothing live afterwards, and the same call works when memory is there again.
 *
 * vitext_annotate is not here: it has no context, so its few bytes come from the C heap. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include "failing_heap.h"
#include <cmocka.h>

typedef struct run {
  failing_heap heap;
  vitext_ctx_options options;
} run;
typedef vitext_status (*call)(run *r);

static const char page[] =
    "\xEF\xBB\xBFTrang chủ\nTin tức\n\nSáng 14/5, đồng chí Trịnh Quốc Khải - Bí thư Đảng ủy, Giám "
    "đốc Sở "
    "chủ trì hội nghị. Cùng dự có các đồng chí: Hà Thị Lan Hương, Phó Bí thư Thường trực Đảng ủy; "
    "Đinh Công Tuệ, Phó Giám đốc Sở.\nCăn cứ Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính "
    "phủ; "
    "Chỉ thị 05-CT/TW, Nghị quyết Trung ương 4 khóa XII và khoản 2 Điều 136 Luật Đất đai năm "
    "2024;\n"
    "Đô\xCC\x80ng chi\xCC\x81 Kha\xCC\x89i\xC2\xA0no\xCC\x81i. Chủ tịch UBND tỉnh cũng phát biểu.";
static const char damaged[] = "H\xC3\xA0 \xFF N\xE1\xBB i \xE2\x80\x8B Ha\xCC\x80";
static const char legacy[] = "C\xE9ng h\xDF\xA3 x\xB7 h\xE9i";

/* Both statuses of a call in two steps: the context is made with all the memory it wants. */
static vitext_status with_ctx(run *r, vitext_ctx **ctx)
{
  const long left = r->heap.left;
  r->heap.left = -1;
  const vitext_status st = vitext_ctx_new(&r->options, ctx, NULL);
  r->heap.left = left;
  r->heap.calls = 0;
  assert_int_equal(st, VITEXT_OK);
  return st;
}

static vitext_status new_ctx(run *r)
{
  vitext_ctx *ctx = NULL;
  vitext_error err = { 0 };
  const vitext_status st = vitext_ctx_new(&r->options, &ctx, &err);
  if (st != VITEXT_OK) assert_null(ctx);
  if (st == VITEXT_E_MEMORY) assert_int_equal(err.status, st);
  vitext_ctx_free(ctx);
  return st;
}

static vitext_status new_ctx_sources(run *r)
{
  static const char words[] = "# the caller's\nquốc hữu hóa\tword\nphân ban xyz\tword\n"
                              "và của\tapart\nTrưởng phân ban\ttitle\nPhân ban Xyz\torgan\n";
  static const char known[] = "vn:nghi-dinh:30/2020\tvn:nghi-dinh:30/2020/nd-cp\n";
  const vitext_source sources[] = {
    { VITEXT_SOURCE_WORDS, 0, NULL, words, sizeof words - 1 },
    { VITEXT_SOURCE_DOCUMENTS, 0, NULL, known, sizeof known - 1 },
  };
  r->options.sources = sources;
  r->options.source_count = sizeof sources / sizeof *sources;
  return new_ctx(r);
}

static vitext_status new_ctx_file(run *r)
{
  const char *path = "oom-words.tsv";
  FILE *f = fopen(path, "wb");
  assert_non_null(f);
  assert_true(fputs("quốc hữu hóa\tword\n", f) >= 0);
  assert_int_equal(fclose(f), 0);
  const vitext_source source = { VITEXT_SOURCE_WORDS, 0, path, NULL, 0 };
  r->options.sources = &source;
  r->options.source_count = 1;
  const vitext_status st = new_ctx(r);
  remove(path);
  return st;
}

static vitext_status normalize_as(run *r, const char *text, size_t len, const vitext_options *o)
{
  vitext_ctx *ctx;
  vitext_doc *doc = NULL;
  vitext_error err = { 0 };
  with_ctx(r, &ctx);
  const vitext_status st = vitext_normalize(ctx, text, len, o, &doc, &err);
  if (st != VITEXT_OK) assert_null(doc);
  if (st == VITEXT_E_MEMORY) assert_int_equal(err.status, st);
  vitext_doc_free(doc);
  vitext_ctx_free(ctx);
  return st;
}

static vitext_options options(void)
{
  vitext_options o;
  vitext_options_init(&o, sizeof o);
  return o;
}

static vitext_status normalize_page(run *r)
{
  return normalize_as(r, page, sizeof page - 1, NULL);
}
static vitext_status normalize_clean(run *r)
{
  return normalize_as(r, "Hà Nội", 8, NULL);
}

static vitext_status normalize_lenient(run *r)
{
  vitext_options o = options();
  o.lenient = 1;
  return normalize_as(r, damaged, sizeof damaged - 1, &o);
}

static vitext_status normalize_folded(run *r)
{
  vitext_options o = options();
  o.fold = VITEXT_FOLD_MARKS;
  o.style = VITEXT_STYLE_NEW;
  return normalize_as(r, page, sizeof page - 1, &o);
}

static vitext_status normalize_nfkd(run *r)
{
  vitext_options o = options();
  o.form = VITEXT_FORM_NFKD;
  return normalize_as(r, page, sizeof page - 1, &o);
}

static vitext_status normalize_legacy(run *r)
{
  vitext_options o = options();
  o.encoding = VITEXT_ENC_TCVN3;
  return normalize_as(r, legacy, sizeof legacy - 1, &o);
}

static vitext_status analyze(run *r)
{
  vitext_ctx *ctx;
  vitext_doc *doc = NULL;
  vitext_error err = { 0 };
  with_ctx(r, &ctx);
  const vitext_status st = vitext_analyze(ctx, page, sizeof page - 1, NULL, &doc, &err);
  if (st != VITEXT_OK) assert_null(doc);
  if (st == VITEXT_E_MEMORY) assert_int_equal(err.status, st);
  vitext_doc_free(doc);
  vitext_ctx_free(ctx);
  return st;
}

/* A document made with all memory, then written with less. */
static vitext_status written(run *r, int32_t format, const vitext_write_options *o)
{
  static char bytes[1 << 16];
  vitext_buffer buffer = { bytes, sizeof bytes, 0 };
  vitext_ctx *ctx;
  vitext_doc *doc = NULL;
  const long left = r->heap.left;
  with_ctx(r, &ctx);
  r->heap.left = -1;
  assert_int_equal(vitext_analyze(ctx, page, sizeof page - 1, NULL, &doc, NULL), VITEXT_OK);
  r->heap.left = left;
  const vitext_status st = vitext_doc_write(doc, format, o, NULL, &buffer);
  vitext_doc_free(doc);
  vitext_ctx_free(ctx);
  return st;
}

static vitext_status write_json(run *r)
{
  return written(r, VITEXT_FORMAT_JSON, NULL);
}
static vitext_status write_records(run *r)
{
  return written(r, VITEXT_FORMAT_RECORDS, NULL);
}
static vitext_status write_html(run *r)
{
  return written(r, VITEXT_FORMAT_HTML, NULL);
}
static vitext_status write_words(run *r)
{
  return written(r, VITEXT_FORMAT_WORDS, NULL);
}
static vitext_status write_conllu(run *r)
{
  return written(r, VITEXT_FORMAT_CONLLU, NULL);
}

static vitext_status write_viscii(run *r)
{
  vitext_write_options o;
  vitext_write_options_init(&o, sizeof o);
  o.encoding = VITEXT_ENC_VISCII;
  o.substitute = "?";
  return written(r, VITEXT_FORMAT_TEXT, &o);
}

static vitext_status losses(run *r)
{
  vitext_ctx *ctx;
  vitext_doc *doc = NULL;
  vitext_span spans[4];
  size_t count;
  const long left = r->heap.left;
  with_ctx(r, &ctx);
  r->heap.left = -1;
  assert_int_equal(vitext_normalize(ctx, page, sizeof page - 1, NULL, &doc, NULL), VITEXT_OK);
  r->heap.left = left;
  const vitext_status st = vitext_doc_losses(doc, VITEXT_ENC_VISCII, spans, 4, &count);
  vitext_doc_free(doc);
  vitext_ctx_free(ctx);
  return st;
}

static vitext_status sort_key(run *r)
{
  static char bytes[256];
  vitext_buffer buffer = { bytes, sizeof bytes, 0 };
  vitext_ctx *ctx;
  with_ctx(r, &ctx);
  const vitext_status st = vitext_sort_key(ctx, "Hà Nội", 8, &buffer);
  vitext_ctx_free(ctx);
  return st;
}

static const struct {
  const char *name;
  call fn;
  int must_allocate;
} calls[] = {
  { "ctx_new", new_ctx, 1 },
  { "ctx_new with words and documents", new_ctx_sources, 1 },
  { "ctx_new with a file", new_ctx_file, 1 },
  { "normalize", normalize_page, 1 },
  { "normalize, clean", normalize_clean, 1 },
  { "normalize, lenient", normalize_lenient, 1 },
  { "normalize, folded", normalize_folded, 1 },
  { "normalize, NFKD", normalize_nfkd, 1 },
  { "normalize, TCVN3", normalize_legacy, 1 },
  { "analyze", analyze, 1 },
  { "write JSON", write_json, 0 },
  { "write RECORDS", write_records, 0 },
  { "write HTML", write_html, 1 },
  { "write WORDS", write_words, 0 },
  { "write CONLLU", write_conllu, 0 },
  { "write VISCII", write_viscii, 0 },
  { "losses", losses, 1 },
  { "sort_key", sort_key, 0 },
};
enum { CALLS = sizeof calls / sizeof *calls, MOST = 20000 };

static vitext_status run_once(call fn, run *r, long left)
{
  *r = (run){ .heap = { .left = left } };
  vitext_ctx_options_init(&r->options, sizeof r->options);
  r->options.alloc = (vitext_allocator){ failing_resize, &r->heap };
  return fn(r);
}

static void every_allocation(void **state)
{
  (void)state;
  for (size_t k = 0; k < CALLS; k++) {
    run r;
    vitext_status st = run_once(calls[k].fn, &r, -1);
    if (st == VITEXT_E_UNSUPPORTED) { /* a build without ICU */
      print_message("%s: not in this build\n", calls[k].name);
      continue;
    }
    if (st != VITEXT_OK) fail_msg("%s: %d with all memory", calls[k].name, (int)st);
    long n = 0;
    for (; n < MOST; n++) {
      st = run_once(calls[k].fn, &r, n);
      if (r.heap.blocks != 0 || r.heap.live != 0) {
        fail_msg("%s: allocation %ld fails: %ld blocks leak", calls[k].name, n, r.heap.blocks);
      }
      if (r.heap.wrong != 0) fail_msg("%s: allocation %ld: wrong old_size", calls[k].name, n);
      if (!r.heap.failed) break;
      if (st != VITEXT_E_MEMORY)
        fail_msg("%s: allocation %ld fails: %d", calls[k].name, n, (int)st);
    }
    if (st != VITEXT_OK) fail_msg("%s: %d at the end", calls[k].name, (int)st);
    if (n == 0 && calls[k].must_allocate) fail_msg("%s allocates nothing", calls[k].name);
    print_message("%s: %ld allocations\n", calls[k].name, n);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = { cmocka_unit_test(every_allocation) };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
