/* options.c - option structs grow at their end: the size says which fields the caller knows. */
#include "vt_options.h"
#include <stdbool.h>
#include <string.h>
#include "vt_error.h"

static const vitext_ctx_options ctx_defaults = { .size = sizeof ctx_defaults };
static const vitext_options defaults = {
  .size = sizeof defaults,
  .encoding = VITEXT_ENC_UTF8,
  .repair = VITEXT_REPAIR_DEFAULT,
  .style = VITEXT_STYLE_KEEP,
  .form = VITEXT_FORM_NFC,
  .fold = VITEXT_FOLD_NONE,
  .layers = VITEXT_ALL,
  .convention = VITEXT_CONVENTION_VLSP,
};
static const vitext_write_options write_defaults = {
  .size = sizeof write_defaults,
  .layers = VITEXT_ALL,
  .unit = VITEXT_UNIT_BYTE,
  .members = "",
  .encoding = VITEXT_ENC_UTF8,
};
/* Sizes in the first release, told by its last fields, for the structs grow behind them; a smaller
 * one was not made by any header. */
#define UP_TO(type, field) (offsetof(type, field) + sizeof(((type *)0)->field))
enum {
  CTX_FIRST = UP_TO(vitext_ctx_options, source_count),
  FIRST = UP_TO(vitext_options, convention),
  WRITE_FIRST = UP_TO(vitext_write_options, flags)
};

static void init(void *o, size_t size_of_o, const void *from, size_t known)
{
  if (o == NULL || size_of_o < sizeof(size_t)) return;
  memset(o, 0, size_of_o);
  memcpy(o, from, size_of_o < known ? size_of_o : known);
  memcpy(o, &size_of_o, sizeof size_of_o);
}

void vitext_ctx_options_init(vitext_ctx_options *o, size_t size_of_o)
{
  init(o, size_of_o, &ctx_defaults, sizeof ctx_defaults);
}

void vitext_options_init(vitext_options *o, size_t size_of_o)
{
  init(o, size_of_o, &defaults, sizeof defaults);
}

void vitext_write_options_init(vitext_write_options *o, size_t size_of_o)
{
  init(o, size_of_o, &write_defaults, sizeof write_defaults);
}

/* Lay the caller's bytes over the defaults in whole. */
static bool read_bytes(const void *given, void *whole, size_t first, size_t known)
{
  size_t size;
  if (given == NULL) return true;
  memcpy(&size, given, sizeof size);
  if (size < first) return false;
  memcpy(whole, given, size < known ? size : known);
  for (size_t i = known; i < size; i++) {
    if (((const unsigned char *)given)[i] != 0) return false;
  }
  return true;
}

static vitext_status refuse(vitext_error *err, const char *what)
{
  return vt_error_set(err, VITEXT_E_ARGUMENT, 0, what, NULL);
}

static const char size_message[] = "options of a size or with fields that are not understood";

vitext_status vt_options_read_ctx(const vitext_ctx_options *given, vitext_ctx_options *whole,
                                  vitext_error *err)
{
  *whole = ctx_defaults;
  if (!read_bytes(given, whole, CTX_FIRST, sizeof *whole)) return refuse(err, size_message);
  if (whole->sources == NULL && whole->source_count > 0) return refuse(err, "sources is NULL");
  return VITEXT_OK;
}

static bool between(int32_t value, int32_t low, int32_t high)
{
  return value >= low && value <= high;
}

static vitext_status check_normal(const vitext_options *o, vitext_error *err)
{
  const uint32_t repairs = VITEXT_REPAIR_DEFAULT | VITEXT_REPAIR_QUOTES | VITEXT_REPAIR_DASHES;
  if (!between(o->encoding, VITEXT_ENC_UTF8, VITEXT_ENC_VPS))
    return refuse(err, "unknown encoding");
  if (o->lenient > 1) return refuse(err, "lenient is 0 or 1");
  if ((o->repair & ~repairs) != 0) return refuse(err, "unknown repair");
  if (!between(o->style, VITEXT_STYLE_KEEP, VITEXT_STYLE_NEW)) return refuse(err, "unknown style");
  if (!between(o->form, VITEXT_FORM_NONE, VITEXT_FORM_NFKD)) return refuse(err, "unknown form");
  if (!between(o->fold, VITEXT_FOLD_NONE, VITEXT_FOLD_MARKS)) return refuse(err, "unknown fold");
  return VITEXT_OK;
}

static vitext_status check_analysis(const vitext_options *o, vitext_error *err)
{
  if ((o->layers & ~(uint32_t)VITEXT_ALL) != 0) return refuse(err, "unknown layer");
  if (!between(o->convention, VITEXT_CONVENTION_UD, VITEXT_CONVENTION_VLSP)) {
    return refuse(err, "unknown convention");
  }
  if (o->form != VITEXT_FORM_NFC || o->fold != VITEXT_FOLD_NONE) {
    return refuse(err, "analysis needs form NFC and no folding");
  }
  return VITEXT_OK;
}

vitext_status vt_options_read(const vitext_options *given, int analyse, vitext_options *whole,
                              vitext_error *err)
{
  *whole = defaults;
  if (!read_bytes(given, whole, FIRST, sizeof *whole)) return refuse(err, size_message);
  const vitext_status st = check_normal(whole, err);
  return st == VITEXT_OK && analyse ? check_analysis(whole, err) : st;
}

vitext_status vt_options_read_write(const vitext_write_options *given, vitext_write_options *whole)
{
  *whole = write_defaults;
  if (!read_bytes(given, whole, WRITE_FIRST, sizeof *whole)) return VITEXT_E_ARGUMENT;
  if ((whole->layers & ~(uint32_t)VITEXT_ALL) != 0 || whole->flags != 0) return VITEXT_E_ARGUMENT;
  if (!between(whole->unit, VITEXT_UNIT_BYTE, VITEXT_UNIT_TEXT)) return VITEXT_E_ARGUMENT;
  if (!between(whole->encoding, VITEXT_ENC_UTF8, VITEXT_ENC_VPS)) return VITEXT_E_ARGUMENT;
  return VITEXT_OK;
}
