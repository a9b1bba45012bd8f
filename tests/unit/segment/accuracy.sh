#!/bin/sh
# accuracy.sh TRAINER ROOT: the shipped model is what retraining makes, byte for byte; without the
# development sets F1 may not fall below the floors.
set -eu
corpora=$2/../shared/corpora
[ -d "$corpora/train" ] || { echo "skipped: no $corpora"; exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$2/lib/train/retrain.sh" "$1" "$corpora" "$work/shipped.vtm"
cmp "$work/shipped.vtm" "$2/lib/data/source/segment.vtm"
EVAL=1 "$2/lib/train/retrain.sh" "$1" "$corpora" "$work/model.vtm" > "$work/out"
cat "$work/out"
awk -F'\t' '{ split($2, f, " "); floor = $1 ~ /^ud/ ? 97.40 : 98.95
  if (f[2] + 0 < floor) { print "below the floor of " floor; bad = 1 } }
  END { exit bad || NR != 2 }' "$work/out"
