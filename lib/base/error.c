/* error.c - the caller's error record: a copied message, no formatting of the C library. */
#include "vt_error.h"
#include <stddef.h>
#include <string.h>

static size_t append(char *to, size_t used, size_t cap, const char *from, size_t len)
{
  if (len > cap - 1 - used) len = cap - 1 - used;
  memcpy(to + used, from, len);
  return used + len;
}

vitext_status vt_error_set(vitext_error *err, vitext_status status, uint32_t offset,
                           const char *message, const char *detail)
{
  if (err == NULL) return status;
  err->status = status;
  err->offset = offset;
  const char *hole = detail == NULL ? NULL : strstr(message, "%s");
  size_t cap = sizeof err->message;
  size_t used = append(err->message, 0, cap, message,
                       hole == NULL ? strlen(message) : (size_t)(hole - message));
  if (hole != NULL) {
    used = append(err->message, used, cap, detail, strlen(detail));
    used = append(err->message, used, cap, hole + 2, strlen(hole + 2));
  }
  err->message[used] = '\0';
  return status;
}
