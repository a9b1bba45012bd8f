#!/bin/sh
# One table of every stage: MB/s, instructions per byte (callgrind, the same on a busy machine), peers.
#   tests/bench/run.sh BUILD FILE     BUILD: the build directory; FILE: UTF-8 text
set -eu
bench=${1:?usage: run.sh BUILD FILE}/tests/bench/bench
file=${2:?usage: run.sh BUILD FILE}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$bench" --json "$file" >"$work/speed.json"
head -c 400000 "$file" >"$work/part.txt"
for stage in $("$bench" --list); do
  command -v valgrind >/dev/null || break
  bytes=$(valgrind --tool=callgrind --callgrind-out-file=/dev/null --toggle-collect=bench_stage \
    "$bench" --stage "$stage" "$work/part.txt" 2>"$work/log")
  count=$(sed -n 's/.*Collected : *//p' "$work/log")
  echo "$stage $bytes $count" >>"$work/counts"
done
touch "$work/counts"
python3 - "$work" <<'END'
import json, sys
work = sys.argv[1]
counts = {s: int(n) / int(b) for s, b, n in (line.split() for line in open(work + "/counts"))}
speed = json.load(open(work + "/speed.json"))
print(f"{speed['file']}: {speed['bytes']} bytes")
print(f"{'stage':14} {'MB/s':>8} {'instr/byte':>10} {'peer':>9} {'MB/s':>8} {'ratio':>6}")
last = None
for r in speed["results"]:
    first = r["stage"] != last
    last = r["stage"]
    name, mb = (last, f"{r['mb_s']:.1f}") if first else ("", "")
    per_byte = f"{counts[last]:.1f}" if first and last in counts else ""
    peer = f"{r['peer']:>9} {r['peer_mb_s']:8.1f} {r['ratio']:6.2f}" if "peer" in r else ""
    print(f"{name:14} {mb:>8} {per_byte:>10} {peer}".rstrip())
END
