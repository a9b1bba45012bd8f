#!/bin/sh
# same.sh TEXTS DIGEST_STATIC DIGEST_SHARED - the static and the shared library, one thread and
# sixteen, give the same bytes.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
"$2" "$1" >"$dir/one"
for command in "$2 $1 16" "$3 $1" "$3 $1 16"; do
  $command >"$dir/other"
  cmp "$dir/one" "$dir/other" || { echo "$command differs"; exit 1; }
done
echo "$(wc -l <"$dir/one") texts, $(md5sum <"$dir/one" | cut -c1-16)"
