#!/bin/sh
# Retrain the shipped model, byte for byte: retrain.sh TRAINER [CORPORA [OUT]]
# TRAINER is the program vitext_train, CORPORA the folder of lib/data/README.md (default
# ../shared/corpora). With EVAL=1 the development sets are kept out of the training and scored.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
trainer=$1
corpora=${2:-$root/../shared/corpora}
out=${3:-$root/lib/data/source/segment.vtm}
words=${WORDS:-$root/lib/data/source/words.tsv}
if [ ! -d "$corpora/train" ]; then
  echo "retrain.sh: no corpora in $corpora; nothing done"
  exit 0
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
xz -dc "$corpora/train/silver_rdr_viwiki.txt.xz" > "$work/wiki"
xz -dc "$corpora/raw/viwiki.txt.xz" > "$work/raw"
xz -dc "$corpora/train/silver_rdr_vlc_law.txt.xz" | head -20000 > "$work/law"
cp "$corpora/train/ud_train.txt" "$work/ud"
cp "$corpora/train/rdr_train.txt" "$work/news"
if [ -z "${EVAL:-}" ]; then
  cat "$corpora/dev/ud_dev.txt" >> "$work/ud"
  cat "$corpora/dev/rdr_dev.txt" >> "$work/news"
fi
# The same sentences with the treebank's own words for brackets, which its texts are full of.
for part in ud news; do sed 's/ ( / LBKT /g; s/ ) / RBKT /g' "$work/$part" > "$work/$part.brackets"; done
set -- --words "$words" --card "$root/lib/data/model-card.md" --out "$out" --seed "${SEED:-1}" \
  --train "ud:$work/ud" --train "ud:$work/ud.brackets" --nocase "vlsp:$work/news" \
  --nocase "vlsp:$work/news.brackets" --train "vlsp:$here/party.txt" \
  --nocase "machine:$work/wiki" --train "machine:$work/law" \
  --raw "$work/raw" --raw "$work/ud" --raw "$work/news" --raw "$here/party.txt"
if [ -n "${EVAL:-}" ]; then
  set -- "$@" --eval "ud:$corpora/dev/ud_dev.txt" --eval "vlsp:$corpora/dev/rdr_dev.txt"
fi
nice "$trainer" "$@"
