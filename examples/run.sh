#!/bin/sh
# run.sh - from a bare Debian to the analysis of a page: install what is missing, build, print.
set -eu
cd "$(dirname "$0")/.."
sh lib/package/install.sh gcc libc6-dev cmake ninja-build pkg-config libutf8proc-dev libicu-dev \
  libjansson-dev
cmake -S . -B build-examples -G Ninja -DVITEXT_TESTS=OFF >build-examples.log 2>&1 &&
  cmake --build build-examples >>build-examples.log 2>&1 || {
  tail -n 30 build-examples.log >&2
  exit 1
}
rm -f build-examples.log
exec build-examples/examples/vitext/vitext analyze "$@" examples/data/hoi-nghi.txt
