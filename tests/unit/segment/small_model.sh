#!/bin/sh
# small_model.sh TRAINER OUT WORDS TEXT - a model of the words of six sentences: small enough to be
# damaged at every byte.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
head -n 8 "$4" >"$work/text"
tr ' ' '\n' <"$work/text" | grep _ | tr _ ' ' | sort -u >"$work/list"
awk -F '\t' 'NR == FNR { wanted[$1] = 1; next }
  /^#/ || !header { print; if ($0 !~ /^#/) header = 1; next }
  $1 in wanted' "$work/list" "$3" >"$work/words"
"$1" --words "$work/words" --train "ud:$work/text" --train "vlsp:$work/text" --out "$2"
