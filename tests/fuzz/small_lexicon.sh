#!/bin/sh
# small_lexicon.sh GEN_TABLES OUT DIR SOURCE.tsv... - a lexicon file with a handful of rows of each
# table, among them those that the sample text of fuzz_source.c needs: small enough to be damaged at
# every byte.
set -eu
gen=$1 out=$2 dir=$3
shift 3
mkdir -p "$dir"
for source; do
  awk -F '\t' '
    BEGIN {
      split("ông|đồng chí|giám đốc|trưởng ban|sở|y tế|tỉnh|nguyễn|văn|nghị định|luật|điều|khoản|số|nghệ an|đất đai", list, "|")
      for (i in list) wanted[list[i]] = wanted[toupper(substr(list[i], 1, 1)) substr(list[i], 2)] = 1
    }
    /^#/ || !header { print; if ($0 !~ /^#/) header = 1; next }
    $1 in wanted || rows++ < 4
  ' "$source" >"$dir/$(basename "$source")"
done
exec "$gen" --file "$out" "$dir"/*.tsv
