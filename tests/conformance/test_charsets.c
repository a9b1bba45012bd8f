/* test_charsets.c - CP1258, VISCII and TCVN3 against glibc's iconv, every byte, both directions. */
#include <iconv.h>
#include <stdio.h>
#include "vt_encoding.h"
#include "vt_normal.h"
#include "vt_test.h"
#include "vt_utf8.h"

/* One conversion by iconv; 0 if it refuses. */
static size_t by_iconv(const char *to, const char *from, const char *in, size_t len, char *out)
{
  iconv_t cd = iconv_open(to, from);
  if (cd == (iconv_t)-1) return 0;
  char bytes[16];
  memcpy(bytes, in, len);
  char *in_at = bytes, *out_at = out;
  size_t in_left = len, out_left = 32;
  const size_t r = iconv(cd, &in_at, &in_left, &out_at, &out_left);
  iconv(cd, NULL, NULL, &out_at, &out_left);
  iconv_close(cd);
  return r == (size_t)-1 ? 0 : 32 - out_left;
}

static int collect(void *user, const char *bytes, size_t len)
{
  vitext_buffer *b = user;
  memcpy(b->data + b->len, bytes, len);
  b->len += len;
  return 0;
}

static void check_byte(vitext_encoding e, const char *name, unsigned char byte)
{
  char theirs[32], back[32], ours[32];
  const char in[1] = { (char)byte };
  vt_normal n;
  const size_t len = by_iconv("UTF-8", name, in, 1, theirs);
  const vitext_status st = vt_decode(&vt_alloc_heap, e, in, 1, false, &n, NULL);
  if (len == 0) {
    assert_int_equal(st, VITEXT_E_ENCODING);
    return;
  }
  assert_int_equal(st, VITEXT_OK);
  if (n.len != len || memcmp(n.bytes, theirs, len) != 0) fail_msg("%s 0x%02X", name, byte);
  const size_t back_len = by_iconv(name, "UTF-8", theirs, len, back);
  vitext_buffer b = { ours, sizeof ours, 0 };
  assert_int_equal(
      vt_encode(&vt_alloc_heap, e, (vt_text){ n.bytes, n.len }, NULL, NULL, collect, &b),
      VITEXT_OK);
  if (b.len != back_len || memcmp(ours, back, b.len) != 0) fail_msg("%s 0x%02X back", name, byte);
  vt_normal_free(&vt_alloc_heap, &n);
}

static void bytes_equal_iconv(void **state)
{
  (void)state;
  for (int b = 0; b < 256; b++) {
    check_byte(VITEXT_ENC_CP1258, "CP1258", (unsigned char)b);
    check_byte(VITEXT_ENC_VISCII, "VISCII", (unsigned char)b);
    if ((b >= 0x20 && b < 0x80) || b >= 0xA0)
      check_byte(VITEXT_ENC_TCVN3, "TCVN5712-1", (unsigned char)b);
  }
}

/* Letters that take two bytes in CP1258: iconv reads what we write. */
static void written_letters_are_read(void **state)
{
  (void)state;
  for (uint32_t cp = 0xC0; cp < 0x1F00; cp++) {
    char utf8[4], bytes[32], theirs[32];
    vitext_buffer b = { bytes, sizeof bytes, 0 };
    const size_t len = vt_utf8_put(cp, utf8);
    if (vt_encode(&vt_alloc_heap, VITEXT_ENC_CP1258, (vt_text){ utf8, (uint32_t)len }, NULL, NULL,
                  collect, &b) != VITEXT_OK)
      continue;
    const size_t back = by_iconv("UTF-8", "CP1258", bytes, b.len, theirs);
    if (back != len || memcmp(theirs, utf8, len) != 0) fail_msg("U+%04X", cp);
  }
}

int main(void)
{
  iconv_t cd = iconv_open("UTF-8", "TCVN5712-1");
  if (cd == (iconv_t)-1) {
    print_message("skipped: this iconv has no TCVN5712-1\n");
    return 77;
  }
  iconv_close(cd);
  const struct CMUnitTest tests[] = { cmocka_unit_test(bytes_equal_iconv),
                                      cmocka_unit_test(written_letters_are_read) };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
