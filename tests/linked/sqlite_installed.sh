#!/bin/sh
# The SQLite extension built by itself from an installed vitext: SOURCE BUILD TEST_PROGRAM.
set -eu
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
{
  cmake --install "$2" --prefix "$scratch/prefix"
  cmake -S "$1/examples/sqlite" -B "$scratch/build" -DCMAKE_PREFIX_PATH="$scratch/prefix"
  cmake --build "$scratch/build"
} >"$scratch/log" 2>&1 || {
  cat "$scratch/log"
  exit 1
}
"$3" "$scratch/build/vitext_sqlite.so"
