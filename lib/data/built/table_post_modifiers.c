/* post_modifiers - made by lib/data/gen from lib/data/source/post_modifiers.tsv.
 * Change the source, not this. */
#include "vt_built.h"
#ifdef __GNUC__
#pragma GCC diagnostic ignored "-Woverlength-strings"
#endif
static const uint16_t exact_slot[] = {
8,0,0,0,2,10,0,0,0,0,0,13,0,4,0,0,0,6,0,0,
0,0,0,0,0,0,9,0,1,0,0,0,0,0,14,11,3,0,0,0,
0,5,0,0,0,17,0,12,0,0,0,0,0,16,15,0,7,0,0,0,
0,0,0,0,
};
static const uint16_t exact_label[] = {
0,169,780,1928,2607,3208,3819,4629,5024,5091,5173,5698,5852,6021,6096,6446,7166,9067,7198,6096,
7139,3308,5132,7539,6906,7139,3181,1085,7139,2611,3170,1650,2611,6446,6313,8287,4629,2611,6906,
};
static const uint16_t exact_row[] = {
65535,65535,13,65535,65535,65535,65535,65535,65535,65535,65535,65535,65535,65535,65535,65535,65535,65535,18,4,
16,0,14,7,9,17,10,65535,15,2,11,3,1,65535,5,6,65535,12,8,
};
static const uint32_t exact_child_base[] = {
1,
};
static const uint16_t exact_child_low[] = {
0,17,18,18,19,20,22,23,24,25,26,27,28,29,30,31,32,33,35,35,
35,35,35,35,35,35,35,35,36,36,36,36,36,36,37,37,37,38,38,38,
};
static const uint16_t cells[] = {
1,2,3,0,4,5,6,0,7,0,8,0,9,0,10,0,11,0,12,0,
13,0,14,0,15,0,16,2,17,0,18,0,19,0,20,0,21,0,
};
static const uint8_t more[] = {
0,0,0,
};
static const uint32_t string_at_base[] = {
0,
};
static const uint16_t string_at_low[] = {
0,1,18,27,42,55,62,76,86,99,109,123,151,165,177,191,213,216,231,241,
253,263,274,
};
static const char text[] =
 "\0" "thường trực\0" "standing\0" "chuyên trách\0" "phụ trách\0" "acting\0" "dự khuyết\0"
 "danh dự\0" "thứ nhất\0" "thứ hai\0" "điều hành\0" "đặc mệnh toàn quyền\0"
 "toàn quyền\0" "lâm thời\0" "kiêm nhiệm\0" "không chuyên trách\0" "TT\0" "thường vụ\0"
 "cao cấp\0" "trung cấp\0" "sơ cấp\0" "quân sự\0";
const vt_table vt_built_post_modifiers = {
  .name = "post_modifiers",
  .column_names = "phrase\0" "effect\0",
  .rows = 19, .columns = 2,
  .exact = { 39, 6, exact_slot, exact_label, exact_row,
    { exact_child_base, exact_child_low } },
  .cells = cells, .more = more, .strings = 22,
  .string_at = { string_at_base, string_at_low }, .text = text,
};
