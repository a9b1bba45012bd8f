/* test_document.c - text, spans and units of documents, on input that normalising changes. */
#include "api_test.h"
#include <stdio.h>

/* Composed, decomposed, badly ordered, with BOM, NBSP, astral characters, NUL, no letters. */
#define ODD                                                                                        \
  " Chi\xCC\x89 thi\xCC\xA3 va\xCC\x80 nghi\xCC\xA3 quye\xCC\x82\xCC\x81t cu\xCC\x89"              \
  "a tinh "                                                                                        \
  "u\xCC\x89y, "
static const struct text {
  const char *name, *bytes;
  size_t len;
} texts[] = {
#define TEXT(name, s)                                                                              \
  {                                                                                                \
    name, s, sizeof(s) - 1                                                                         \
  }
  TEXT("empty", ""),
  TEXT("plain", "Sở Y tế tỉnh Nghệ An họp ngày 15/5/2016."),
  TEXT("decomposed",
       "So\xCC\x9B\xCC\x89 Y te\xCC\x82\xCC\x81 ti\xCC\x89nh Nghe\xCC\xA3\xCC\x82 An ho\xCC\xA3p."),
  /* a window of the composer and more; dots behind hats and before horns, half composed letters,
   * soft hyphens, a tone without its letter */
  TEXT("decomposed, out of order",
       "\xEF\xBB\xBF" ODD "Vie\xCC\x82\xCC\xA3t Nam n\xC6\xB0\xCC\x81o\xCC\xA3\xCC\x9B" ODD
       "Nghe\xCC\xA3\xCC\x82 An, \xCC\x81 \xC3\xAA\xCC\x81 \xC2\xADHu\xC2\xAD"
       "e\xCC\x82\xCC\x81" ODD ODD ODD
       "a\xCC\xA3\xCC\x86 a\xCC\x86\xCC\xA3 \xF0\x9F\x98\x80 e\xCC\x81\xCC\x82 \xC2\xADn\xCC\x83"),
  TEXT("BOM", "\xEF\xBB\xBFHà Nội"),
  TEXT("BOM, decomposed", "\xEF\xBB\xBFHa\xCC\x80 No\xCC\xA3\xCC\x82i"),
  TEXT("no-break blanks", "Hà\xC2\xA0Nội,\xC2\xA0\xC2\xA0ngày"),
  TEXT("zero width", "\xE2\x80\x8BHà\xE2\x80\x8B Nội\xE2\x80\x8B"),
  TEXT("astral",
       "vui \xF0\x9F\x98\x80\xF0\x9F\x98\x80 quá \xF0\x9F\x87\xBB\xF0\x9F\x87\xB3 Hà Nội"),
  TEXT("NUL", "Hà\0Nội\0"),
  TEXT("blank", "   "),
  TEXT("blocks", "Trang chủ\nTin tức\n\nHà Nội, ngày 1/2/2020\r\nSố: 05-CT/TW\r\n"),
#undef TEXT
};
enum { TEXTS = sizeof texts / sizeof *texts };

static vitext_doc *analyse(const vitext_ctx *ctx, const struct text *t)
{
  vitext_doc *doc = NULL;
  vitext_error err = { 0 };
  if (vitext_analyze(ctx, t->bytes, t->len, NULL, &doc, &err) != VITEXT_OK) {
    fail_msg("%s: %s", t->name, err.message);
  }
  return doc;
}

/* Tokens are in order, inside the input, not empty, and so is the text that each became. */
static void tokens_lie_in_the_input(void **state)
{
  (void)state;
  vitext_ctx *ctx = a_ctx();
  for (size_t k = 0; k < TEXTS; k++) {
    vitext_doc *doc = analyse(ctx, &texts[k]);
    uint32_t last = 0;
    for (size_t i = 0; i < vitext_doc_count(doc, VITEXT_TOKENS); i++) {
      const vitext_token *t = vitext_doc_token(doc, i);
      size_t len = 0;
      if (t->span.begin < last || t->span.begin >= t->span.end || t->span.end > texts[k].len) {
        fail_msg("%s: token %zu at %u-%u after %u", texts[k].name, i, t->span.begin, t->span.end,
                 last);
      }
      last = t->span.end;
      assert_non_null(vitext_doc_slice(doc, t->span, &len));
      assert_true(len > 0);
    }
    vitext_doc_free(doc);
  }
  vitext_ctx_free(ctx);
}

/* Units before a byte of valid UTF-8, counted the slow way. */
static uint32_t slow_count(const struct text *t, uint32_t byte, bool utf16)
{
  uint32_t n = 0;
  for (uint32_t i = 0; i < byte; i++) {
    const unsigned char b = (unsigned char)t->bytes[i];
    n += (b & 0xC0) != 0x80;
    if (utf16) n += b >= 0xF0;
  }
  return n;
}

static void units_count_the_input(void **state)
{
  (void)state;
  vitext_ctx *ctx = a_ctx();
  for (size_t k = 0; k < TEXTS; k++) {
    vitext_doc *doc = analyse(ctx, &texts[k]);
    for (uint32_t begin = 0; begin <= texts[k].len; begin++) {
      for (int utf16 = 0; utf16 < 2; utf16++) {
        if (begin < texts[k].len && ((unsigned char)texts[k].bytes[begin] & 0xC0) == 0x80) continue;
        const vitext_unit unit = utf16 ? VITEXT_UNIT_UTF16 : VITEXT_UNIT_CODEPOINT;
        const uint32_t len = (uint32_t)texts[k].len;
        const uint32_t want[2] = { slow_count(&texts[k], begin, utf16),
                                   slow_count(&texts[k], len, utf16) };
        vitext_span s = { begin, len };
        assert_int_equal(vitext_doc_convert(doc, VITEXT_UNIT_BYTE, unit, &s, 1), VITEXT_OK);
        if (s.begin != want[0] || s.end != want[1]) {
          fail_msg("%s: byte %u is %u-%u, not %u-%u", texts[k].name, begin, s.begin, s.end, want[0],
                   want[1]);
        }
        assert_int_equal(vitext_doc_convert(doc, unit, VITEXT_UNIT_BYTE, &s, 1), VITEXT_OK);
        if (s.begin != begin || s.end != len) {
          fail_msg("%s: back from %u: %u-%u", texts[k].name, begin, s.begin, s.end);
        }
      }
    }
    vitext_doc_free(doc);
  }
  vitext_ctx_free(ctx);
}

/* What JSON says of a reference's surface are the bytes of the input, however they were changed. */
static void surfaces_are_the_input(void **state)
{
  (void)state;
  vitext_ctx *ctx = a_ctx();
  static const char *const inputs[] = {
    "Chi\xCC\x89 thi\xCC\xA3 05-CT/TW",
    "Chi\xCC\x89\xC2\xAD thi\xCC\xA3 so\xCC\x82\xCC\x81 05-CT/TW",
    "Nghi\xCC\xA3 quye\xCC\x82\xCC\x81t cu\xCC\x89"
    "a Bo\xCC\x82\xCC\xA3 Chi\xCC\x81nh tri\xCC\xA3 "
    "so\xCC\x81\xCC\x82 "
    "57-NQ/TW",
  };
  for (size_t i = 0; i < sizeof inputs / sizeof *inputs; i++) {
    vitext_doc *doc = a_doc(ctx, inputs[i]);
    text_out out = { 0 };
    char want[256];
    assert_int_equal(vitext_doc_write(doc, VITEXT_FORMAT_JSON, NULL, collect, &out), VITEXT_OK);
    snprintf(want, sizeof want, "\"surface\":\"%s\"", inputs[i]);
    if (strstr(out.bytes, want) == NULL) fail_msg("no %s in %s", want, out.bytes);
    free(out.bytes);
    vitext_doc_free(doc);
  }
  vitext_ctx_free(ctx);
}

/* Any byte made wrong is refused where it stands, as by decoding alone. Returns how many were. */
static size_t refuse_damaged(const char *whole, size_t len)
{
  static const unsigned char wrong[] = { 'A', 0x09, 0x82, 0xCC, 0xC3, 0xE1, 0xF0, 0xFF };
  vitext_options decode = default_options();
  decode.form = VITEXT_FORM_NONE;
  decode.repair = 0;
  size_t refused = 0;
  char *text = malloc(len);
  assert_non_null(text);
  for (size_t i = 0; i < len * sizeof wrong; i++) {
    vitext_doc *docs[2] = { NULL, NULL };
    vitext_error errs[2] = { { 0 }, { 0 } };
    memcpy(text, whole, len);
    text[i / sizeof wrong] = (char)wrong[i % sizeof wrong];
    const vitext_status want = vitext_normalize(NULL, text, len, &decode, &docs[0], &errs[0]);
    const vitext_status got = vitext_normalize(NULL, text, len, NULL, &docs[1], &errs[1]);
    if (got != want || errs[0].offset != errs[1].offset) {
      fail_msg("byte %zu is %02X: %s at %u, not %s at %u", i / sizeof wrong,
               wrong[i % sizeof wrong], vitext_name(VITEXT_NAME_E, got), (unsigned)errs[1].offset,
               vitext_name(VITEXT_NAME_E, want), (unsigned)errs[0].offset);
    }
    refused += want == VITEXT_E_ENCODING;
    vitext_doc_free(docs[0]);
    vitext_doc_free(docs[1]);
  }
  free(text);
  return refused;
}

static void damaged_text_is_refused(void **state)
{
  (void)state;
  static const char decomposed[] = ODD ODD ODD;
#define EVEN "Thủ tướng ký “Quyết định” số 5 – Ðảng 中文 😀 ǎ Ə Ж € đường phố… "
  static const char composed[] = EVEN EVEN EVEN EVEN;
#undef EVEN
  assert_true(refuse_damaged(decomposed, sizeof decomposed - 1) > sizeof decomposed);
  assert_true(refuse_damaged(composed, sizeof composed - 1) > sizeof composed);
}

static void edges_widen_and_clamp(void **state)
{
  (void)state;
  vitext_ctx *ctx = a_ctx();
  /* bytes:        0 1-2 3 4  5-8 (two UTF-16 units) 9 ; code points 0 1 2 3 4 5 */
  vitext_doc *doc = a_doc(ctx, "Hà b\xF0\x9F\x98\x80z");
  static const struct {
    vitext_unit from, to;
    vitext_span in, out;
  } rows[] = {
    { VITEXT_UNIT_BYTE, VITEXT_UNIT_CODEPOINT, { 2, 2 }, { 1, 1 } },
    { VITEXT_UNIT_BYTE, VITEXT_UNIT_CODEPOINT, { 2, 6 }, { 1, 5 } },
    { VITEXT_UNIT_BYTE, VITEXT_UNIT_BYTE, { 2, 6 }, { 1, 9 } },
    { VITEXT_UNIT_BYTE, VITEXT_UNIT_UTF16, { 7, 100 }, { 4, 7 } },
    { VITEXT_UNIT_UTF16, VITEXT_UNIT_BYTE, { 5, 7 }, { 5, 10 } },
    { VITEXT_UNIT_UTF16, VITEXT_UNIT_BYTE, { 4, 5 }, { 5, 9 } },
    { VITEXT_UNIT_UTF16, VITEXT_UNIT_CODEPOINT, { 0, 99 }, { 0, 6 } },
    { VITEXT_UNIT_CODEPOINT, VITEXT_UNIT_BYTE, { 6, 7 }, { 10, 10 } },
    { VITEXT_UNIT_TEXT, VITEXT_UNIT_BYTE, { 0, UINT32_MAX }, { 0, 10 } },
    { VITEXT_UNIT_BYTE, VITEXT_UNIT_TEXT, { UINT32_MAX, UINT32_MAX }, { 10, 10 } },
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    vitext_span s = rows[i].in;
    assert_int_equal(vitext_doc_convert(doc, rows[i].from, rows[i].to, &s, 1), VITEXT_OK);
    if (s.begin != rows[i].out.begin || s.end != rows[i].out.end) {
      fail_msg("row %zu: %u-%u, not %u-%u", i, s.begin, s.end, rows[i].out.begin, rows[i].out.end);
    }
  }
  vitext_span backwards = { 3, 2 };
  assert_int_equal(vitext_doc_convert(doc, 0, 1, &backwards, 1), VITEXT_E_ARGUMENT);
  vitext_doc_free(doc);
  vitext_ctx_free(ctx);
}

/* Spans of a changed text point at what was typed; the text itself is NFC. */
static void changed_text_points_back(void **state)
{
  (void)state;
  vitext_doc *doc = NULL;
  static const char in[] = "Ha\xCC\x80 No\xCC\xA3\xCC\x82i";
  size_t len;
  assert_int_equal(vitext_normalize(NULL, in, sizeof in - 1, NULL, &doc, NULL), VITEXT_OK);
  assert_string_equal(vitext_doc_text(doc, &len), "Hà Nội");
  static const struct {
    vitext_span text, input;
  } rows[] = {
    { { 0, 3 }, { 0, 4 } },
    { { 4, 9 }, { 5, 12 } },
    { { 1, 2 }, { 1, 4 } },
    { { 5, 8 }, { 6, 11 } },
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    vitext_span s = rows[i].text;
    assert_int_equal(vitext_doc_convert(doc, VITEXT_UNIT_TEXT, VITEXT_UNIT_BYTE, &s, 1), VITEXT_OK);
    if (s.begin != rows[i].input.begin || s.end != rows[i].input.end) {
      fail_msg("row %zu: %u-%u", i, s.begin, s.end);
    }
  }
  const char *slice = vitext_doc_slice(doc, (vitext_span){ 5, 12 }, &len);
  assert_int_equal(len, 5);
  assert_memory_equal(slice, "Nội", 5);
  vitext_doc_free(doc);
}

static void bad_bytes(void **state)
{
  (void)state;
  vitext_ctx *ctx = a_ctx();
  vitext_doc *doc = NULL;
  vitext_error err = { 0 };
  vitext_options o = default_options();
  static const char bad[] = "H\xC3\xA0 \xFF\xFE N\xE1\xBB i";
  assert_int_equal(vitext_analyze(ctx, bad, sizeof bad - 1, NULL, &doc, &err), VITEXT_E_ENCODING);
  assert_null(doc);
  assert_int_equal(err.offset, 4);
  o.lenient = 1;
  assert_int_equal(vitext_analyze(ctx, bad, sizeof bad - 1, &o, &doc, &err), VITEXT_OK);
  assert_string_equal(vitext_doc_text(doc, NULL), "Hà \xEF\xBF\xBD\xEF\xBF\xBD N\xEF\xBF\xBD i");
  vitext_span s = { 7, 10 }; /* N and the two bytes of a letter cut short */
  assert_int_equal(vitext_doc_convert(doc, VITEXT_UNIT_BYTE, VITEXT_UNIT_CODEPOINT, &s, 1),
                   VITEXT_OK);
  assert_int_equal(s.begin, 6);
  assert_int_equal(s.end, 8);
  assert_int_equal(vitext_doc_convert(doc, VITEXT_UNIT_CODEPOINT, VITEXT_UNIT_BYTE, &s, 1),
                   VITEXT_OK);
  assert_int_equal(s.begin, 7);
  assert_int_equal(s.end, 10);
  vitext_doc_free(doc);
  vitext_ctx_free(ctx);
}

/* Copies in another unit say the same as converting one by one; long enough for many strides. */
static void copies_are_converted(void **state)
{
  (void)state;
  enum { REPEATS = 300 };
  static const char part[] =
      "Ngày 15/5, \xF0\x9F\x98\x80 tỉnh Nghe\xCC\xA3\xCC\x82 An\xC2\xA0họp.\n";
  char *text = malloc(REPEATS * (sizeof part - 1));
  assert_non_null(text);
  for (size_t i = 0; i < REPEATS; i++) memcpy(text + i * (sizeof part - 1), part, sizeof part - 1);
  vitext_ctx *ctx = a_ctx();
  vitext_doc *doc = NULL;
  assert_int_equal(vitext_analyze(ctx, text, REPEATS * (sizeof part - 1), NULL, &doc, NULL),
                   VITEXT_OK);
  const size_t count = vitext_doc_count(doc, VITEXT_TOKENS);
  vitext_token *copies = calloc(count + 1, sizeof *copies);
  assert_non_null(copies);
  for (vitext_unit unit = VITEXT_UNIT_BYTE; unit <= VITEXT_UNIT_TEXT; unit++) {
    assert_int_equal(vitext_doc_copy(doc, VITEXT_TOKENS, unit, copies, sizeof *copies, count),
                     VITEXT_OK);
    for (size_t i = count; i > 0; i--) {
      vitext_span s = vitext_doc_token(doc, i - 1)->span;
      assert_int_equal(vitext_doc_convert(doc, VITEXT_UNIT_BYTE, unit, &s, 1), VITEXT_OK);
      assert_memory_equal(&s, &copies[i - 1].span, sizeof s);
      assert_int_equal(vitext_doc_convert(doc, unit, VITEXT_UNIT_BYTE, &s, 1), VITEXT_OK);
      assert_memory_equal(&s, &vitext_doc_token(doc, i - 1)->span, sizeof s);
    }
  }
  free(copies);
  vitext_doc_free(doc);
  vitext_ctx_free(ctx);
  free(text);
}

static void layers_as_asked(void **state)
{
  (void)state;
  vitext_ctx *ctx = a_ctx();
  static const char text[] = "Ông Nguyễn Văn An họp. Ông về.";
  vitext_options o = default_options();
  for (uint32_t layers = 0; layers <= VITEXT_ALL; layers++) {
    vitext_doc *doc = NULL;
    o.layers = layers;
    assert_int_equal(vitext_analyze(ctx, text, sizeof text - 1, &o, &doc, NULL), VITEXT_OK);
    for (uint32_t one = 1; one <= VITEXT_POSITIONS; one <<= 1) {
      const bool official = (layers & VITEXT_OFFICIALS) != 0 && (one & VITEXT_OFFICIALS) != 0;
      const bool asked = one == VITEXT_TOKENS || official || (layers & one) != 0;
      vitext_status want = asked ? VITEXT_OK : VITEXT_E_ARGUMENT;
      assert_int_equal(vitext_doc_copy(doc, one, 0, NULL, 512, 0), want);
      if (!asked) assert_int_equal(vitext_doc_count(doc, one), 0);
    }
    vitext_doc_free(doc);
  }
  vitext_ctx_free(ctx);
}

/* Several sources of words and of known documents add up, whatever order they are given in. */
static void sources_add(void **state)
{
  (void)state;
  static const char text[] =
      "Theo Nghị định số 30/2020/NĐ-CP và Nghị định số 45/2020/NĐ-CP, tổ kè đá"
      " làm bờ lở.";
  static const char first[] = "vn:nghi-dinh:30/2020/nd-cp\tvn:x:1\n";
  static const char second[] = "vn:nghi-dinh:45/2020/nd-cp\tvn:x:2\nvn:nghi-dinh:30/2020/nd-cp\t"
                               "vn:x:3\n";
  static const vitext_source sources[] = {
    { VITEXT_SOURCE_DOCUMENTS, 0, NULL, first, sizeof first - 1 },
    { VITEXT_SOURCE_WORDS, 0, NULL, "kè đá làm\tword\n", sizeof "kè đá làm\tword\n" - 1 },
    { VITEXT_SOURCE_DOCUMENTS, 0, NULL, second, sizeof second - 1 },
    { VITEXT_SOURCE_WORDS, 0, NULL, "bờ lở\tword\n", sizeof "bờ lở\tword\n" - 1 },
  };
  vitext_ctx_options o;
  vitext_ctx *ctx = NULL;
  vitext_doc *doc = NULL;
  vitext_ctx_options_init(&o, sizeof o);
  o.sources = sources;
  o.source_count = sizeof sources / sizeof *sources;
  assert_int_equal(vitext_ctx_new(&o, &ctx, NULL), VITEXT_OK);
  assert_int_equal(vitext_analyze(ctx, text, sizeof text - 1, NULL, &doc, NULL), VITEXT_OK);
  assert_int_equal(vitext_doc_count(doc, VITEXT_REFERENCES), 2);
  assert_string_equal(vitext_doc_reference(doc, 0)->resolved[0], "vn:x:3"); /* the later row */
  assert_string_equal(vitext_doc_reference(doc, 1)->resolved[0], "vn:x:2");
  size_t joined = 0;
  const vitext_group *w;
  for (size_t i = 0; (w = vitext_doc_word(doc, i)) != NULL; i++) {
    size_t len = 0;
    const char *s = vitext_doc_slice(doc, w->span, &len);
    joined += len == strlen("kè đá làm") && memcmp(s, "kè đá làm", len) == 0;
    joined += len == strlen("bờ lở") && memcmp(s, "bờ lở", len) == 0;
  }
  assert_int_equal(joined, 2);
  vitext_doc_free(doc);
  vitext_ctx_free(ctx);
}

/* A title of the caller's with a word outside the vocabulary is normalised as every other. */
static void own_titles_in_small_letters(void **state)
{
  (void)state;
  static const char text[] = "Ông Lê Văn An, TRƯỞNG Jrang Hội, nói.";
  static const char words[] = "trưởng Jrang hội\ttitle\n";
  static const vitext_source source = { VITEXT_SOURCE_WORDS, 0, NULL, words, sizeof words - 1 };
  vitext_ctx_options o;
  vitext_ctx *ctx = NULL;
  vitext_doc *doc = NULL;
  vitext_ctx_options_init(&o, sizeof o);
  o.sources = &source;
  o.source_count = 1;
  assert_int_equal(vitext_ctx_new(&o, &ctx, NULL), VITEXT_OK);
  assert_int_equal(vitext_analyze(ctx, text, sizeof text - 1, NULL, &doc, NULL), VITEXT_OK);
  assert_int_equal(vitext_doc_count(doc, VITEXT_POSITIONS), 1);
  assert_string_equal(vitext_doc_position(doc, 0)->title, "trưởng jrang hội");
  vitext_doc_free(doc);
  vitext_ctx_free(ctx);
}

/* Whatever fails says what and why in words; the rest of the record is as the header says. */
static void failures_have_messages(void **state)
{
  (void)state;
  vitext_ctx *ctx = a_ctx();
  for (vitext_encoding encoding = VITEXT_ENC_UTF8; encoding <= VITEXT_ENC_VPS; encoding++) {
    for (unsigned byte = 0; byte < 256; byte++) {
      const char text[] = { 'a', (char)byte, (char)byte };
      vitext_options o;
      vitext_doc *doc = NULL;
      vitext_error err = { .offset = 77 };
      vitext_options_init(&o, sizeof o);
      o.encoding = encoding;
      const vitext_status st = vitext_analyze(ctx, text, sizeof text, &o, &doc, &err);
      if (st == VITEXT_OK) assert_int_equal(err.offset, 77); /* untouched */
      else if (err.status != st || err.message[0] == '\0' || err.offset > sizeof text) {
        fail_msg("encoding %d, byte %02x: %d \"%s\"", (int)encoding, byte, (int)err.status,
                 err.message);
      }
      vitext_doc_free(doc);
    }
  }
  vitext_ctx_free(ctx);
}

/* Offices that nobody holds are positions too: many of them before one that is held. */
static void offices_without_holders(void **state)
{
  (void)state;
  static const char role[] = "Thứ trưởng Bộ Y tế nói.\n";
  static const char held[] = "Ông Lê Văn An, Giám đốc Sở Y tế, dự họp.\n";
  enum { ROLES = 1000 };
  const size_t part = sizeof role - 1, len = ROLES * part + sizeof held - 1;
  char *text = malloc(len);
  assert_non_null(text);
  for (size_t i = 0; i < ROLES; i++) memcpy(text + i * part, role, part);
  memcpy(text + ROLES * part, held, sizeof held - 1);
  vitext_ctx *ctx = NULL;
  vitext_doc *doc = NULL;
  assert_int_equal(vitext_ctx_new(NULL, &ctx, NULL), VITEXT_OK);
  assert_int_equal(vitext_analyze(ctx, text, len, NULL, &doc, NULL), VITEXT_OK);
  assert_int_equal(vitext_doc_count(doc, VITEXT_POSITIONS), ROLES + 1);
  assert_int_equal(vitext_doc_position(doc, 0)->person, -1);
  const vitext_position *last = vitext_doc_position(doc, ROLES);
  assert_int_equal(last->person, 0);
  assert_int_equal(last->same_as, -1);
  assert_string_equal(last->head, "giám đốc");
  vitext_doc_free(doc);
  vitext_ctx_free(ctx);
  free(text);
}

/* A caller compiled before honorific_span was added asks for shorter records. */
static void shorter_records(void **state)
{
  (void)state;
  enum { BEFORE = offsetof(vitext_mention, honorific_span) };
  static const char text[] = "Dự có các đồng chí: Hà Văn Nam, Bí thư Tỉnh ủy; Lý Thị Mai.";
  vitext_ctx *ctx = a_ctx();
  vitext_doc *doc = NULL;
  assert_int_equal(vitext_analyze(ctx, text, sizeof text - 1, NULL, &doc, NULL), VITEXT_OK);
  assert_int_equal(vitext_doc_count(doc, VITEXT_MENTIONS), 2);
  vitext_mention whole[2];
  char before[2 * BEFORE];
  assert_int_equal(
      vitext_doc_copy(doc, VITEXT_MENTIONS, VITEXT_UNIT_CODEPOINT, whole, sizeof *whole, 2),
      VITEXT_OK);
  assert_int_equal(vitext_doc_copy(doc, VITEXT_MENTIONS, VITEXT_UNIT_CODEPOINT, before, BEFORE, 2),
                   VITEXT_OK);
  for (size_t i = 0; i < 2; i++) {
    assert_memory_equal(before + i * BEFORE, &whole[i], BEFORE);
    assert_int_equal(whole[i].honorific_span.begin, 6); /* "các đồng chí" */
    assert_int_equal(whole[i].honorific_span.end, 18);
  }
  assert_int_equal(vitext_doc_copy(doc, VITEXT_MENTIONS, 0, before, BEFORE - 1, 2),
                   VITEXT_E_ARGUMENT);
  vitext_doc_free(doc);
  vitext_ctx_free(ctx);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(tokens_lie_in_the_input),
    cmocka_unit_test(units_count_the_input),
    cmocka_unit_test(surfaces_are_the_input),
    cmocka_unit_test(damaged_text_is_refused),
    cmocka_unit_test(edges_widen_and_clamp),
    cmocka_unit_test(changed_text_points_back),
    cmocka_unit_test(bad_bytes),
    cmocka_unit_test(copies_are_converted),
    cmocka_unit_test(layers_as_asked),
    cmocka_unit_test(sources_add),
    cmocka_unit_test(own_titles_in_small_letters),
    cmocka_unit_test(failures_have_messages),
    cmocka_unit_test(offices_without_holders),
    cmocka_unit_test(shorter_records),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
