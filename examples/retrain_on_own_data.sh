#!/bin/sh
# retrain_on_own_data.sh TRAINER SEGMENTED.txt MODEL.vtm: a segmentation model from your own text, a
# sentence a line, words separated by blanks, blanks inside words as underscores. TRAINER is
# lib/train/vitext_train of a build folder. Then:
#   vitext segment --model=MODEL.vtm FILE
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
exec "$1" --words "$root/lib/data/source/words.tsv" --train "vlsp:$root/lib/train/party.txt" \
  --train "vlsp:$2" --out "$3"
