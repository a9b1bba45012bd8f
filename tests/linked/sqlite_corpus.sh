#!/bin/sh
# Indexes the gazette's pages and blocks of 20 sentences of Wikipedia: BENCH EXTENSION CORPORA.
set -eu
if [ ! -r "$3/gazette.txt.xz" ] || [ ! -r "$3/viwiki.txt.xz" ]; then
  echo "skipped: no corpora in ../shared/corpora/raw"
  exit 77
fi
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT INT TERM
xz -dc "$3/gazette.txt.xz" >"$scratch/gazette.txt"
xz -dc "$3/viwiki.txt.xz" | head -n 100000 >"$scratch/viwiki.txt"
"$1" "$2" "$scratch/gazette.txt" "20:$scratch/viwiki.txt"
