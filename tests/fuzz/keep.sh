#!/bin/sh
# keep.sh BUILD_DIR WORK_DIR [DOOR...] - corpora/<door>.pack anew, out of what long.sh left in WORK_DIR:
# the smallest inputs that together reach every edge that all of them reach.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
build=$1 work=$2
shift 2
# shellcheck disable=SC2046
[ $# -gt 0 ] || set -- $(ls "$work/corpora")
for door; do
  rm -rf "$work/kept/$door"
  mkdir -p "$work/kept/$door"
  nice -n 19 "$build/tests/fuzz/fuzz_$door" -merge=1 -use_counters=0 -close_fd_mask=2 \
    "$work/kept/$door" "$work/corpora/$door/" "$work/seeds/$door" >"$work/logs/$door.merge" 2>&1
  python3 "$here/pack.py" pack "$work/kept/$door" "$here/corpora/$door.pack"
done
du -sh "$here/corpora"
