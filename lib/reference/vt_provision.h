/* vt_provision.h - levels of provisions and their values, between provision.c and
 * provision_value.c. */
#ifndef VT_PROVISION_H
#define VT_PROVISION_H
#include "vt_refscan.h"

/* From large to small. */
enum level {
  PHU_LUC,
  MAU,
  PHAN,
  CHUONG,
  MUC,
  TIEU_MUC,
  DIEU,
  KHOAN,
  DIEM,
  TIET,
  DOAN,
  LEVELS,
  NO_LEVEL
};

enum { VALUE_MAX = 24 };
typedef struct step {
  uint8_t level;
  char value[VALUE_MAX];
} step;

typedef struct value {
  step steps[3]; /* A.II and 4.2(c) are several */
  uint8_t count;
  uint32_t end; /* offset */
  bool roman;   /* in Roman numerals or words */
  bool same;    /* này */
} value;

/* The value of level at token i; false: none. */
bool vt_value_read(const vt_refscan *s, uint32_t i, enum level level, value *v);
/* 12, 12a, 1.3, 4.2(c) at offset: digits, letters behind them, dotted parts; the end, or 0. */
uint32_t vt_numeral_read(const vt_refscan *s, uint32_t offset, enum level level, value *v);

#endif
