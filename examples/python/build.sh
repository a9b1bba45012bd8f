#!/bin/sh
# Builds the wheel: sh build.sh BUILD_FOLDER OUT_FOLDER. Prints its path. Needs cmake, a C compiler
# and the static libutf8proc (Debian: libutf8proc-dev); no ICU goes in.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
top=$(cd "$here/../.." && pwd)
build=$1
out=$2
utf8proc=$(pkg-config --variable=libdir libutf8proc)/libutf8proc.a
if [ ! -r "$utf8proc" ]; then
  echo "build.sh: no static libutf8proc: $utf8proc" >&2
  exit 1
fi
licence=${UTF8PROC_LICENCE:-/usr/share/doc/libutf8proc-dev/copyright} # what is inside is named outside
if [ ! -r "$licence" ]; then
  echo "build.sh: no licence of utf8proc: $licence (set UTF8PROC_LICENCE)" >&2
  exit 1
fi
mkdir -p "$build"
{
  cmake -S "$top" -B "$build" -DCMAKE_BUILD_TYPE=Release -DVITEXT_ICU=OFF -DVITEXT_TESTS=OFF \
    -DVITEXT_EXAMPLES=OFF -DUTF8PROC_LIBRARY="$utf8proc" -DCMAKE_SHARED_LINKER_FLAGS=-s
  cmake --build "$build" --target vitext_shared --parallel 2
} >"$build/log" 2>&1 || {
  tail -n 40 "$build/log" >&2
  exit 1
}
version=$(sed -n 's/^CMAKE_PROJECT_VERSION:STATIC=//p' "$build/CMakeCache.txt")
exec python3 "$here/wheel.py" --library "$build/lib/libvitext.so" --version "$version" \
  --utf8proc-licence "$licence" --out "$out"
