#!/bin/sh
# run.sh BUILD_DIR [CMAKE_OPTION...] - install into a scratch prefix, then build consumer.c against
# that, by CMake and by pkg-config, shared and static, and run each program.
set -eu
build=$1
shift
here=$(cd "$(dirname "$0")" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cc="${CC:-cc} ${CFLAGS-}"

cmake --install "$build" --prefix "$scratch/prefix" >"$scratch/log" || { cat "$scratch/log"; exit 1; }
libdir=$(dirname "$(find "$scratch/prefix" -name libvitext.so)")

cmake -S "$here/project" -B "$scratch/cmake" -DCMAKE_PREFIX_PATH="$scratch/prefix" "$@" >"$scratch/log" 2>&1 &&
  cmake --build "$scratch/cmake" >>"$scratch/log" 2>&1 || { cat "$scratch/log"; exit 1; }
for kind in "" _shared _static; do
  "$scratch/cmake/consumer$kind"
done

PKG_CONFIG_PATH=$libdir/pkgconfig
export PKG_CONFIG_PATH
# shellcheck disable=SC2046
$cc -o "$scratch/shared" "$here/project/consumer.c" $(pkg-config --cflags --libs vitext)
LD_LIBRARY_PATH=$libdir "$scratch/shared"
# only vitext static: the system's libraries may exist as shared ones alone
# shellcheck disable=SC2046
$cc -DVITEXT_STATIC -o "$scratch/static" "$here/project/consumer.c" $(pkg-config --cflags vitext) \
  "$libdir/libvitext.a" $(pkg-config --static --libs vitext | sed 's/-lvitext//')
"$scratch/static"

# the program on the first screen of the README
sed -n '/^```c$/,/^```$/p' "$here/../../README.md" | sed '/^```/d' >"$scratch/readme.c"
# shellcheck disable=SC2046
$cc -o "$scratch/readme" "$scratch/readme.c" $(pkg-config --cflags --libs vitext)
LD_LIBRARY_PATH=$libdir "$scratch/readme"
