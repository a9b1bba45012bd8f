/* test_oom.c - every entry point that allocates, with its n-th allocation failing, for every n:
 * VITEXT_E_MEMORY, nothing live afterwards, and the same call works when memory is there again.
 * The other entry points are called with a heap that has nothing left, and do not ask it. Every
 * function of vitext.map has a row here or in test_oom_heap.c (those that use the C heap). */
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

static void set_sources(run *r)
{
  static const char words[] = "# the caller's\nquốc hữu hóa\tword\nphân ban xyz\tword\n"
                              "và của\tapart\nTrưởng phân ban\ttitle\nPhân ban Xyz\torgan\n";
  static const char known[] = "vn:nghi-dinh:30/2020\tvn:nghi-dinh:30/2020/nd-cp\n";
  static const char more[] = "a\tb\nc\td\ne\tf\ng\th\ni\tj\nk\tl\nm\tn\no\tp\n";
  static const vitext_source sources[] = {
    { VITEXT_SOURCE_WORDS, 0, NULL, words, sizeof words - 1 },
    { VITEXT_SOURCE_DOCUMENTS, 0, NULL, known, sizeof known - 1 },
    { VITEXT_SOURCE_DOCUMENTS, 0, NULL, more, sizeof more - 1 },
  };
  r->options.sources = sources;
  r->options.source_count = sizeof sources / sizeof *sources;
}

static vitext_status new_ctx_sources(run *r)
{
  set_sources(r);
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

/* A file of the build: absent where there are no generators. */
static vitext_status new_ctx_binary(run *r, int32_t kind, const char *path)
{
  FILE *f = fopen(path, "rb");
  if (f == NULL) return VITEXT_E_UNSUPPORTED;
  fclose(f);
  const vitext_source source = { kind, 0, path, NULL, 0 };
  r->options.sources = &source;
  r->options.source_count = 1;
  return new_ctx(r);
}

static vitext_status new_ctx_model(run *r)
{
  return new_ctx_binary(r, VITEXT_SOURCE_MODEL, MODEL_FILE);
}
static vitext_status new_ctx_lexicon(run *r)
{
  return new_ctx_binary(r, VITEXT_SOURCE_LEXICON, LEXICON_FILE);
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

static vitext_status analyze_as(run *r, const char *text, size_t len, const vitext_options *o)
{
  vitext_ctx *ctx;
  vitext_doc *doc = NULL;
  with_ctx(r, &ctx);
  const vitext_status st = vitext_analyze(ctx, text, len, o, &doc, NULL);
  if (st != VITEXT_OK) assert_null(doc);
  vitext_doc_free(doc);
  vitext_ctx_free(ctx);
  return st;
}

static vitext_status analyze_sources(run *r)
{
  set_sources(r);
  return analyze_as(r, page, sizeof page - 1, NULL);
}

static vitext_status analyze_vni(run *r)
{
  static const char vni[] = "Co\xE4ng ho\xF8"
                            "a xa\xF5 ho\xE4i chu\xFB ngh\xF3"
                            "a\r\n\r\nVie\xE4t Nam";
  vitext_options o = options();
  o.encoding = VITEXT_ENC_VNI;
  o.convention = VITEXT_CONVENTION_UD;
  return analyze_as(r, vni, sizeof vni - 1, &o);
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

/* ---- Entry points that take no memory ---- */

typedef struct reading {
  vitext_ctx *ctx;
  vitext_doc *doc;
} reading;

#define READER(name, ...)                                                                          \
  static void name(const reading *r)                                                               \
  {                                                                                                \
    (void)r;                                                                                       \
    __VA_ARGS__                                                                                    \
  }
READER(read_version, assert_int_equal(vitext_version(), VITEXT_VERSION);)
READER(read_version_string, assert_non_null(vitext_version_string());)
READER(read_data_version, assert_non_null(vitext_data_version(r->ctx));)
READER(read_name, assert_string_equal(vitext_name(VITEXT_NAME_TOKEN, 1), "syllable");)
READER(read_text, size_t len; assert_non_null(vitext_doc_text(r->doc, &len)); assert_true(len > 0);)
READER(read_slice, size_t len; const vitext_span s = { 3, 8 };
       assert_non_null(vitext_doc_slice(r->doc, s, &len)); assert_true(len > 0);)
READER(read_convert, vitext_span s = { 40, 80 };
       for (vitext_unit unit = VITEXT_UNIT_BYTE; unit <= VITEXT_UNIT_TEXT; unit++)
           assert_int_equal(vitext_doc_convert(r->doc, VITEXT_UNIT_BYTE, unit, &s, 1), VITEXT_OK);)
READER(read_count, assert_true(vitext_doc_count(r->doc, VITEXT_TOKENS) > 0);)
READER(read_token, assert_non_null(vitext_doc_token(r->doc, 0));)
READER(read_word, assert_non_null(vitext_doc_word(r->doc, 0));)
READER(read_sentence, assert_non_null(vitext_doc_sentence(r->doc, 0));)
READER(read_reference, assert_non_null(vitext_doc_reference(r->doc, 0));)
READER(read_person, assert_non_null(vitext_doc_person(r->doc, 0));)
READER(read_mention, assert_non_null(vitext_doc_mention(r->doc, 0));)
READER(read_position, assert_non_null(vitext_doc_position(r->doc, 0));)
READER(read_copy, vitext_token t[4];
       for (vitext_unit unit = VITEXT_UNIT_BYTE; unit <= VITEXT_UNIT_TEXT; unit++)
           assert_int_equal(vitext_doc_copy(r->doc, VITEXT_TOKENS, unit, t, sizeof *t, 4),
                            VITEXT_OK);)
READER(detect, vitext_guess g[12]; assert_true(vitext_detect(page, sizeof page - 1, g, 12) > 0);)
READER(parse_syllable, vitext_syllable s; assert_int_equal(vitext_syllable_parse("hà", 3, &s), 1);)
READER(ctx_options, vitext_ctx_options o; vitext_ctx_options_init(&o, sizeof o);)
READER(text_options, vitext_options o; vitext_options_init(&o, sizeof o);)
READER(write_options, vitext_write_options o; vitext_write_options_init(&o, sizeof o);)
READER(free_nothing, vitext_doc_free(NULL); vitext_ctx_free(NULL);)

static const struct {
  const char *name;
  void (*fn)(const reading *r);
} readers[] = {
  { "vitext_version", read_version },
  { "vitext_version_string", read_version_string },
  { "vitext_data_version", read_data_version },
  { "vitext_name", read_name },
  { "vitext_doc_text", read_text },
  { "vitext_doc_slice", read_slice },
  { "vitext_doc_convert", read_convert },
  { "vitext_doc_count", read_count },
  { "vitext_doc_token", read_token },
  { "vitext_doc_word", read_word },
  { "vitext_doc_sentence", read_sentence },
  { "vitext_doc_reference", read_reference },
  { "vitext_doc_person", read_person },
  { "vitext_doc_mention", read_mention },
  { "vitext_doc_position", read_position },
  { "vitext_doc_copy", read_copy },
  { "vitext_detect", detect },
  { "vitext_syllable_parse", parse_syllable },
  { "vitext_ctx_options_init", ctx_options },
  { "vitext_options_init", text_options },
  { "vitext_write_options_init", write_options },
  { "vitext_doc_free", free_nothing },
  { "vitext_ctx_free", free_nothing },
};
enum { READERS = sizeof readers / sizeof *readers };

static void others_need_no_memory(void **state)
{
  (void)state;
  run r = { .heap = { .left = -1 } };
  vitext_ctx_options_init(&r.options, sizeof r.options);
  r.options.alloc = (vitext_allocator){ failing_resize, &r.heap };
  reading have = { NULL, NULL };
  with_ctx(&r, &have.ctx);
  assert_int_equal(vitext_analyze(have.ctx, page, sizeof page - 1, NULL, &have.doc, NULL),
                   VITEXT_OK);
  r.heap.left = 0;
  for (size_t k = 0; k < READERS; k++) {
    r.heap.calls = 0;
    readers[k].fn(&have);
    if (r.heap.calls != 0) fail_msg("%s allocates", readers[k].name);
  }
  vitext_doc_free(have.doc);
  vitext_ctx_free(have.ctx);
  assert_int_equal(r.heap.blocks, 0);
}

static const struct {
  const char *name; /* of the function, then what is special */
  call fn;
  int must_allocate;
} calls[] = {
  { "vitext_ctx_new", new_ctx, 1 },
  { "vitext_ctx_new with words and documents", new_ctx_sources, 1 },
  { "vitext_ctx_new with a file", new_ctx_file, 1 },
  { "vitext_ctx_new with a model", new_ctx_model, 1 },
  { "vitext_ctx_new with a lexicon", new_ctx_lexicon, 1 },
  { "vitext_normalize", normalize_page, 1 },
  { "vitext_normalize, clean", normalize_clean, 1 },
  { "vitext_normalize, lenient", normalize_lenient, 1 },
  { "vitext_normalize, folded", normalize_folded, 1 },
  { "vitext_normalize, NFKD", normalize_nfkd, 1 },
  { "vitext_normalize, TCVN3", normalize_legacy, 1 },
  { "vitext_analyze", analyze, 1 },
  { "vitext_analyze, its own words and documents", analyze_sources, 1 },
  { "vitext_analyze, VNI, UD", analyze_vni, 1 },
  { "vitext_doc_write JSON", write_json, 0 },
  { "vitext_doc_write RECORDS", write_records, 0 },
  { "vitext_doc_write HTML", write_html, 1 },
  { "vitext_doc_write WORDS", write_words, 0 },
  { "vitext_doc_write CONLLU", write_conllu, 0 },
  { "vitext_doc_write VISCII", write_viscii, 0 },
  { "vitext_doc_losses", losses, 1 },
  { "vitext_sort_key", sort_key, 0 },
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

static int has_row(const char *function)
{
  static const char *const c_heap[] = { "vitext_annotate", "vitext_compare" }; /* test_oom_heap.c */
  const size_t len = strlen(function);
  for (size_t k = 0; k < sizeof c_heap / sizeof *c_heap; k++) {
    if (strcmp(c_heap[k], function) == 0) return 1;
  }
  for (size_t k = 0; k < READERS; k++) {
    if (strcmp(readers[k].name, function) == 0) return 1;
  }
  for (size_t k = 0; k < CALLS; k++) {
    const char *name = calls[k].name;
    if (strncmp(name, function, len) == 0 && strchr(" ,", name[len]) != NULL) return 1;
  }
  return 0;
}

/* The first of two files of a kind is given back when the second one is refused. */
static void one_file_of_a_kind(void **state)
{
  (void)state;
  static const struct {
    int32_t kind;
    const char *path;
  } rows[] = { { VITEXT_SOURCE_LEXICON, LEXICON_FILE }, { VITEXT_SOURCE_MODEL, MODEL_FILE } };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    FILE *f = fopen(rows[i].path, "rb");
    if (f == NULL) continue;
    fclose(f);
    const vitext_source source = { rows[i].kind, 0, rows[i].path, NULL, 0 },
                        two[] = { source, source };
    vitext_ctx_options o;
    vitext_ctx *ctx = NULL;
    vitext_error err = { 0 };
    vitext_ctx_options_init(&o, sizeof o);
    o.sources = two;
    o.source_count = 2;
    assert_int_equal(vitext_ctx_new(&o, &ctx, &err), VITEXT_E_ARGUMENT);
    assert_null(ctx);
    assert_non_null(strstr(err.message, "there can be one"));
  }
}

static void every_function_has_a_row(void **state)
{
  (void)state;
  char line[256], function[128];
  int count = 0, missing = 0;
  FILE *map = fopen(VITEXT_MAP, "rb");
  assert_non_null(map);
  while (fgets(line, sizeof line, map) != NULL) {
    if (sscanf(line, " %127[a-z0-9_];", function) != 1 || strncmp(function, "vitext_", 7) != 0)
      continue;
    count++;
    if (has_row(function)) continue;
    print_message("%s has no row\n", function);
    missing++;
  }
  fclose(map);
  assert_true(count >= 31);
  assert_int_equal(missing, 0);
}

int main(void)
{
  const struct CMUnitTest tests[] = { cmocka_unit_test(every_allocation),
                                      cmocka_unit_test(others_need_no_memory),
                                      cmocka_unit_test(one_file_of_a_kind),
                                      cmocka_unit_test(every_function_has_a_row) };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
