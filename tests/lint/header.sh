#!/bin/sh
# header.sh INCLUDE_DIR - vitext.h alone, under every standard that users compile with.
set -eu
dir=$1
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
printf '#include <vitext.h>\nint use(void);\nint use(void) { return vitext_version() == VITEXT_VERSION; }\n' >"$scratch/a.c"
cp "$scratch/a.c" "$scratch/a.cc"
tried=0
try() { # compiler standard file
  command -v "$1" >/dev/null 2>&1 || return 0
  "$1" "-std=$2" -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wundef -Werror -I"$dir" \
    -fsyntax-only "$scratch/$3" || { echo "$1 -std=$2 fails"; exit 1; }
  tried=$((tried + 1))
}
for std in c99 c11 c2x; do
  for cc in gcc clang; do try $cc $std a.c; done
done
for std in c++11 c++20; do
  for cc in g++ clang++; do try $cc $std a.cc; done
done
test "$tried" -ge 3 || { echo "fewer than three compilers and standards tried"; exit 1; }
echo "$tried compilers and standards"
