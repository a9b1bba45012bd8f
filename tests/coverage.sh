#!/bin/sh
# coverage.sh BUILD_DIR [JOBS] - how much of lib/ the tests run: at least 98 % of lines and 91 % of
# branches, or it fails. What is left is in the report, BUILD_DIR.txt; uncovered.tsv says why. The
# tables that are made (lib/data) and the trainer (lib/train, a program) are not counted; a function
# in a header counts once.
set -eu
cd "$(dirname "$0")/.."
build=$1 jobs=${2:-2}
# atomic: the counters of threads; -O1: -O0 counts the branches of static inline functions that fold
flags='-O1 -g --coverage -fprofile-abs-path -fprofile-update=atomic -DNDEBUG'
mkdir -p "$build"
cmake -S . -B "$build" -G Ninja -DCMAKE_C_COMPILER=gcc -DCMAKE_BUILD_TYPE=None -DVITEXT_HARDEN=OFF \
  -DCMAKE_C_FLAGS="$flags" -DCMAKE_EXE_LINKER_FLAGS=--coverage -DCMAKE_SHARED_LINKER_FLAGS=--coverage >"$build.log"
cmake --build "$build" -j "$jobs" >>"$build.log" 2>&1 || { tail -n 20 "$build.log"; exit 1; }
find "$build" -name '*.gcda' -delete
# what measures time or sizes, or builds for itself, says nothing here
ctest --test-dir "$build" -j "$jobs" -LE 'heavy|slow' --timeout 900 --output-on-failure \
  -E 'lint|consumer|conformance.memory|amalgamation|linked|token.tiling' >>"$build.log" 2>&1 ||
  { grep -E 'Failed|\*\*\*' "$build.log"; exit 1; }
gcovr -r . --filter lib/ --exclude lib/data/ --exclude lib/train/ --fail-under-line 98 --fail-under-branch 91 \
  --print-summary "$build/lib" >"$build.txt"
tail -n 3 "$build.txt"
