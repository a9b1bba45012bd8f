#!/bin/sh
# long.sh BUILD_DIR WORK_DIR SECONDS [DOOR...] - a long run: each target in turn (default: all), from
# the kept corpora, the seeds and what earlier runs left in WORK_DIR. The build is one of clang with
# -DVITEXT_FUZZ=ON -DVITEXT_SANITIZE=address,undefined. A crash is kept in WORK_DIR/crashes and the
# target goes on; at the end one line a target: executions, edges reached, inputs kept, crashes.
# What then is worth keeping: keep.sh.
set -u
here=$(cd "$(dirname "$0")" && pwd)
build=$1 work=$2 seconds=$3
shift 3
[ $# -gt 0 ] || set -- $(cd "$build/tests/fuzz" && ls | sed -n 's/^fuzz_\([a-z0-9]*\)$/\1/p' | grep -v common)
python3 "$here/seeds.py" "$work/seeds" || exit 1
failed=0
for door; do
  mkdir -p "$work/corpora/$door" "$work/crashes/$door" "$work/seeds/$door" "$work/logs"
  [ ! -d "$here/corpora/$door" ] || cp "$here/corpora/$door"/* "$work/seeds/$door"
  [ ! -f "$here/corpora/$door.pack" ] || python3 "$here/pack.py" unpack "$here/corpora/$door.pack" "$work/seeds/$door"
  rm -f "$work/logs/$door".*
  dict=
  [ ! -f "$work/seeds/$door.dict" ] || dict=-dict=$work/seeds/$door.dict
  end=$(($(date +%s) + seconds)) round=0
  while left=$((end - $(date +%s))) && [ $left -gt 2 ] && [ $round -lt 100 ]; do
    nice -n 19 "$build/tests/fuzz/fuzz_$door" -max_total_time=$left -timeout=25 -rss_limit_mb=2500 \
      -max_len=4096 -len_control=20 -print_final_stats=1 -close_fd_mask=2 $dict \
      -artifact_prefix="$work/crashes/$door/" "$work/corpora/$door" "$work/seeds/$door" >"$work/logs/$door.$round" 2>&1
    round=$((round + 1))
  done
  crashes=$(find "$work/crashes/$door" -type f | wc -l)
  [ "$crashes" -eq 0 ] || failed=1
  cat "$work/logs/$door".* | awk -v door="$door" -v crashes="$crashes" '
    /^stat::number_of_executed_units:/ { n += $2 }
    /^#[0-9].* cov: / { for (i = 1; i < NF; i++) { if ($i == "cov:") cov = $(i + 1); if ($i == "corp:") corp = $(i + 1) } }
    END { printf "%-11s %10d executions %6d edges  corpus %s  %d crashes\n", door, n, cov, corp, crashes }'
done
exit $failed
