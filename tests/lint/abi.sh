#!/bin/sh
# abi.sh BASELINE LIBRARY - compare the library's ABI with the baseline of the last release.
#
# abidiff's exit is bits: 8 is an incompatible change and fails. 4 is any other change of a type, be
# it a field appended (allowed) or one retyped (not): abi_layout.c tells these two apart.
set -u
baseline=$1
library=$2
command -v abidiff >/dev/null 2>&1 || { echo "abidiff is not installed: skipped"; exit 77; }
readelf -S "$library" | grep -q '\.debug_info' || { echo "no debug information in the build: skipped"; exit 77; }
abidiff --no-show-locs --headers-dir2 "$(dirname "$0")/../../include" "$baseline" "$library"
bits=$?
if [ $((bits & 1)) -ne 0 ]; then
  echo "abidiff failed"
  exit 1
fi
[ $((bits & 8)) -eq 0 ]
