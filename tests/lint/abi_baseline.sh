#!/bin/sh
# abi_baseline.sh BUILD_DIR - write abi-baseline.xml anew, at a release: the public functions and the
# types they reach, from the api room alone (what lies below is private).
set -eu
cd "$(dirname "$0")/../.."
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
includes=
for room in lib/*/; do includes="$includes -I$room"; done
# shellcheck disable=SC2086
gcc -g -shared -fPIC -fvisibility=hidden -DVITEXT_BUILDING -Iinclude $includes -I"$1/lib/context" \
  lib/api/*.c -Wl,--version-script=lib/vitext.map -Wl,-soname,libvitext.so.0 -o "$scratch/lib.so"
abidw --no-show-locs --headers-dir include --no-comp-dir-path --no-corpus-path "$scratch/lib.so" |
  sed "s| path='[^']*/lib/api/| path='lib/api/|" >tests/lint/abi-baseline.xml
