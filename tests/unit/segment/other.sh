#!/bin/sh
# other.sh GEN_TABLES OUT DIR SOURCE.tsv... - a lexicon file whose ids differ from the built-in ones.
set -eu
gen=$1 out=$2 dir=$3
shift 3
mkdir -p "$dir"
cp "$@" "$dir"
printf 'boẵm\ttest\t1\nchuểnh\ttest\t1\ndoẽn\ttest\t1\ngoắm\ttest\t1\naaaa\ttest\t1\n' >>"$dir/spellings.tsv"
exec "$gen" --file "$out" "$dir"/*.tsv
