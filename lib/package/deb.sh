#!/bin/sh
# deb.sh [FOLDER] - the three Debian packages, built as for /usr, into FOLDER (build/deb).
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
out=${1:-$root/build/deb}
mkdir -p "$out"
cmake -S "$root" -B "$out" -DCMAKE_INSTALL_PREFIX=/usr -DVITEXT_TESTS=OFF -DVITEXT_TOOLS=OFF >"$out/log" ||
  { cat "$out/log"; exit 1; }
cmake --build "$out" -j"$(nproc)" >"$out/log" || { tail -30 "$out/log"; exit 1; }
cd "$out"
rm -f ./*.deb
cpack -G DEB >"$out/log" || { cat "$out/log"; exit 1; }
ls "$out"/*.deb
