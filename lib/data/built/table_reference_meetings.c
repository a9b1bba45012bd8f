/* reference_meetings - made by lib/data/gen from lib/data/source/reference_meetings.tsv.
 * Change the source, not this. */
#include "vt_built.h"
#ifdef __GNUC__
#pragma GCC diagnostic ignored "-Woverlength-strings"
#endif
static const uint16_t exact_slot[] = {
1,2,0,0,
};
static const uint16_t exact_label[] = {
0,1484,2607,6109,6726,820,1595,1969,3266,4694,4755,5036,5501,5523,5658,7138,8650,933,1363,1992,
2620,4258,5400,7086,9328,106,106,106,106,106,106,106,106,820,4694,5036,8650,4694,820,4694,
5036,8650,5658,820,3266,4694,5036,5658,8650,3266,4694,5036,8650,820,3266,5658,820,3266,4694,5036,
};
static const uint16_t exact_row[] = {
65535,65535,65535,65535,65535,35,31,32,34,36,39,37,28,29,33,30,38,65535,65535,65535,
65535,65535,65535,65535,65535,65535,65535,65535,65535,65535,65535,65535,65535,10,15,21,25,18,8,13,
19,27,2,9,3,14,20,1,24,5,17,23,26,7,6,0,12,4,16,22,
};
static const uint32_t exact_child_base[] = {
1,
};
static const uint16_t exact_child_low[] = {
0,2,3,4,16,24,24,24,24,24,24,24,24,24,24,24,24,24,25,26,
27,28,29,30,31,32,36,37,41,42,48,52,55,59,59,59,59,59,59,59,
59,59,59,59,59,59,59,59,59,59,59,59,59,59,59,59,59,59,59,59,
59,
};
static const uint16_t cells[] = {
1,2,3,4,5,6,2,7,8,9,10,2,11,12,13,14,2,15,16,17,
18,2,19,20,21,22,2,23,24,25,26,2,27,28,29,30,2,31,32,33,
34,2,35,36,37,38,2,39,40,41,42,2,43,44,45,42,46,43,47,48,
49,2,50,51,52,53,2,54,55,56,57,2,58,59,60,61,2,62,63,64,
65,2,66,67,68,69,2,70,71,72,73,2,74,75,76,77,2,78,79,80,
81,2,82,83,84,85,2,86,87,88,89,2,90,91,92,93,2,94,95,96,
97,2,98,99,100,101,2,102,103,104,105,2,106,107,108,109,46,110,111,112,
113,2,114,115,0,116,2,117,118,0,119,2,120,121,0,122,2,123,124,0,
125,2,126,127,0,128,2,129,130,0,131,2,132,133,0,134,2,135,136,0,
137,2,138,139,0,140,2,141,142,0,143,2,144,145,0,146,2,147,148,0,
};
static const uint8_t more[] = {
0,4,0,0,0,0,
};
static const uint32_t string_at_base[] = {
0,1913,3833,
};
static const uint16_t string_at_low[] = {
0,1,27,38,58,69,102,128,148,159,192,218,238,249,284,308,328,339,509,533,
553,564,700,724,744,755,789,813,833,844,877,900,921,932,965,988,1009,1020,1086,1109,
1130,1141,1277,1300,1321,1332,1434,1443,1454,1486,1509,1530,1541,1643,1667,1688,1699,1767,1791,1812,
1823,1857,1881,1902,0,68,92,113,124,192,216,237,248,316,340,361,372,406,431,452,
463,562,587,608,619,721,746,767,778,914,939,960,971,1073,1098,1119,1130,1164,1190,1211,
1222,1358,1384,1405,1416,1484,1510,1531,1542,1644,1670,1691,1702,1734,1751,1761,1772,1788,1798,1809,
1824,1834,1845,1861,1871,1882,1899,1909,0,18,28,39,55,65,76,91,102,113,129,140,
151,168,179,190,208,219,230,247,258,269,
};
static const char text[] =
 "\0" "Trung ương 3 khóa VIII\0" "nghi-quyet\0" "trung-uong-3/khoa-8\0" "1997-06-29\0" "vn:nghi-quyet:3/nq-tw@1997-06-18\0"
 "Trung ương 5 khóa VIII\0" "trung-uong-5/khoa-8\0" "1998-07-16\0" "vn:nghi-quyet:3/nq-tw@1998-07-16\0"
 "Trung ương 2 khóa VIII\0" "trung-uong-2/khoa-8\0" "1996-12-24\0" "vn:nghi-quyet:2/nq-hntw@1996-12-24\0"
 "Trung ương 5 khóa IX\0" "trung-uong-5/khoa-9\0" "2002-03-18\0" "vn:nghi-quyet:13/nq-tw@2002-03-18 vn:nghi-quyet:14/nq-tw@2002-03-18 vn:nghi-quyet:15/nq-tw@2002-03-18 vn:nghi-quyet:16/nq-tw@2002-03-18 vn:nghi-quyet:17/nq-tw@2002-03-18\0"
 "Trung ương 7 khóa IX\0" "trung-uong-7/khoa-9\0" "2003-03-12\0" "vn:nghi-quyet:23/nq-tw@2003-03-12 vn:nghi-quyet:24/nq-tw@2003-03-12 vn:nghi-quyet:25/nq-tw@2003-03-12 vn:nghi-quyet:26/nq-tw@2003-03-12\0"
 "Trung ương 8 khóa IX\0" "trung-uong-8/khoa-9\0" "2003-07-12\0" "vn:nghi-quyet:28/nq-tw@2003-10-28\0"
 "Trung ương 3 khóa IX\0" "trung-uong-3/khoa-9\0" "2001-09-24\0" "vn:nghi-quyet:5/nq-tw@2001-09-24\0"
 "Trung ương 3 khóa X\0" "trung-uong-3/khoa-10\0" "2006-08-21\0" "vn:nghi-quyet:4/nq-tw@2006-08-21\0"
 "Trung ương 4 khóa X\0" "trung-uong-4/khoa-10\0" "2007-02-09\0" "vn:nghi-quyet:8/nq-tw@2007-02-05 vn:nghi-quyet:9/nq-tw@2007-02-09\0"
 "Trung ương 5 khóa X\0" "trung-uong-5/khoa-10\0" "2007-08-01\0" "vn:nghi-quyet:14/nq-tw@2007-07-30 vn:nghi-quyet:15/nq-tw@2007-07-30 vn:nghi-quyet:16/nq-tw@2007-08-01 vn:nghi-quyet:17/nq-tw@2007-08-01\0"
 "Trung ương 6 khóa X\0" "trung-uong-6/khoa-10\0" "2008-01-28\0" "vn:nghi-quyet:20/nq-tw@2008-01-28 vn:nghi-quyet:21/nq-tw@2008-01-30 vn:nghi-quyet:22/nq-tw@2008-02-02\0"
 "ket-luan\0" "2008-01-24\0" "vn:ket-luan:20/kl-tw@2008-01-28\0" "Trung ương 7 khóa X\0"
 "trung-uong-7/khoa-10\0" "2008-08-05\0" "vn:nghi-quyet:25/nq-tw@2008-07-25 vn:nghi-quyet:26/nq-tw@2008-08-05 vn:nghi-quyet:27/nq-tw@2008-08-06\0"
 "Trung ương 4 khóa XI\0" "trung-uong-4/khoa-11\0" "2012-01-16\0" "vn:nghi-quyet:12/nq-tw@2012-01-16 vn:nghi-quyet:13/nq-tw@2012-01-16\0"
 "Trung ương 5 khóa XI\0" "trung-uong-5/khoa-11\0" "2012-06-01\0" "vn:nghi-quyet:15/nq-tw@2012-06-01\0"
 "Trung ương 6 khóa XI\0" "trung-uong-6/khoa-11\0" "2012-10-31\0" "vn:nghi-quyet:19/nq-tw@2012-10-31 vn:nghi-quyet:20/nq-tw@2012-11-01\0"
 "Trung ương 7 khóa XI\0" "trung-uong-7/khoa-11\0" "2013-06-03\0" "vn:nghi-quyet:24/nq-tw@2013-06-03 vn:nghi-quyet:25/nq-tw@2013-06-03\0"
 "Trung ương 8 khóa XI\0" "trung-uong-8/khoa-11\0" "2013-11-04\0" "vn:nghi-quyet:28/nq-tw@2013-10-25 vn:nghi-quyet:29/nq-tw@2013-11-04\0"
 "Trung ương 9 khóa XI\0" "trung-uong-9/khoa-11\0" "2014-06-09\0" "vn:nghi-quyet:33/nq-tw@2014-06-09\0"
 "Trung ương 4 khóa XII\0" "trung-uong-4/khoa-12\0" "2016-10-30\0" "vn:nghi-quyet:4/nq-tw@2016-10-30 vn:nghi-quyet:5/nq-tw@2016-11-01 vn:nghi-quyet:6/nq-tw@2016-11-05\0"
 "Trung ương 5 khóa XII\0" "trung-uong-5/khoa-12\0" "2017-06-03\0" "vn:nghi-quyet:10/nq-tw@2017-06-03 vn:nghi-quyet:11/nq-tw@2017-06-03 vn:nghi-quyet:12/nq-tw@2017-06-03\0"
 "Trung ương 6 khóa XII\0" "trung-uong-6/khoa-12\0" "2017-10-25\0" "vn:nghi-quyet:18/nq-tw@2017-10-25 vn:nghi-quyet:19/nq-tw@2017-10-25 vn:nghi-quyet:20/nq-tw@2017-10-25 vn:nghi-quyet:21/nq-tw@2017-10-25\0"
 "Trung ương 7 khóa XII\0" "trung-uong-7/khoa-12\0" "2018-05-19\0" "vn:nghi-quyet:26/nq-tw@2018-05-19 vn:nghi-quyet:27/nq-tw@2018-05-21 vn:nghi-quyet:28/nq-tw@2018-05-23\0"
 "Trung ương 8 khóa XII\0" "trung-uong-8/khoa-12\0" "2018-10-22\0" "vn:nghi-quyet:36/nq-tw@2018-10-22\0"
 "Trung ương 5 khóa XIII\0" "trung-uong-5/khoa-13\0" "2022-06-16\0" "vn:nghi-quyet:18/nq-tw@2022-06-16 vn:nghi-quyet:19/nq-tw@2022-06-16 vn:nghi-quyet:20/nq-tw@2022-06-16 vn:nghi-quyet:21/nq-tw@2022-06-16\0"
 "Trung ương 6 khóa XIII\0" "trung-uong-6/khoa-13\0" "2022-11-17\0" "vn:nghi-quyet:27/nq-tw@2022-11-09 vn:nghi-quyet:29/nq-tw@2022-11-17\0"
 "Trung ương 8 khóa XIII\0" "trung-uong-8/khoa-13\0" "2023-11-24\0" "vn:nghi-quyet:42/nq-tw@2023-11-24 vn:nghi-quyet:43/nq-tw@2023-11-24 vn:nghi-quyet:44/nq-tw@2023-11-24\0"
 "Trung ương 4 khóa XIII\0" "trung-uong-4/khoa-13\0" "2021-10-25\0" "vn:ket-luan:21/kl-tw@2021-10-25\0"
 "Đại hội III\0" "dai-hoi-3\0" "1960-09-10\0" "Đại hội IV\0" "dai-hoi-4\0" "1976-12-20\0"
 "Đại hội V\0" "dai-hoi-5\0" "1982-03-31\0" "Đại hội VI\0" "dai-hoi-6\0" "1986-12-18\0"
 "Đại hội VII\0" "dai-hoi-7\0" "1991-06-27\0" "Đại hội VIII\0" "dai-hoi-8\0" "1996-07-01\0"
 "Đại hội IX\0" "dai-hoi-9\0" "2001-04-22\0" "Đại hội X\0" "dai-hoi-10\0" "2006-04-25\0"
 "Đại hội XI\0" "dai-hoi-11\0" "2011-01-19\0" "Đại hội XII\0" "dai-hoi-12\0" "2016-01-28\0"
 "Đại hội XIII\0" "dai-hoi-13\0" "2021-02-01\0" "Đại hội XIV\0" "dai-hoi-14\0" "2026-01-23\0";
const vt_table vt_built_reference_meetings = {
  .name = "reference_meetings",
  .column_names = "phrase\0" "type\0" "meeting\0" "date\0" "documents\0",
  .rows = 40, .columns = 5,
  .exact = { 60, 2, exact_slot, exact_label, exact_row,
    { exact_child_base, exact_child_low } },
  .cells = cells, .more = more, .strings = 149,
  .string_at = { string_at_base, string_at_low }, .text = text,
};
