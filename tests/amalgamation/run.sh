#!/bin/sh
# run.sh BUILD_DIR API_TESTS - make vitext.c, compile it with one line, run the api tests on it.
set -eu
build=$1 tests=$2 cc=${CC:-cc}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cmake --build "$build" --target amalgamation >"$scratch/log" 2>&1 || { cat "$scratch/log"; exit 1; }
made=$build/amalgamation
"$cc" -O1 -c "$made/vitext.c" -o "$scratch/vitext.o"
if nm -u "$scratch/vitext.o" | grep -i -E 'ucol|_[0-9]{2}$'; then
  echo "the single file wants ICU"
  exit 1
fi
for test in "$tests"/test_*.c; do
  name=$(basename "$test" .c)
  [ "$name" != test_closed ] || continue # stands before a shared library
  "$cc" -I"$made" -DVITEXT_PAGES="\"$tests/../../examples/data\"" -o "$scratch/$name" "$test" "$scratch/vitext.o" -lutf8proc -lcmocka -lpthread
  status=0
  "$scratch/$name" >"$scratch/log" 2>&1 || status=$?
  if [ "$status" -ne 0 ] && [ "$status" -ne 77 ]; then
    cat "$scratch/log"
    exit 1
  fi
  echo "$name: $status"
done
