#!/bin/sh
# generator.sh GEN_TABLES SOURCE.tsv... - the generator refuses what is not in order, and makes the
# same of the same.
gen=$1
shift
dir=$(mktemp -d) || exit 1
trap 'rm -rf "$dir"' EXIT
mkdir "$dir/a" "$dir/b"
failed=0

# refuses NAME MESSAGE: the TSV on standard input is refused with that message
refuses() {
  cat >"$dir/t.tsv"
  if "$gen" --c "$dir/a" "$dir/t.tsv" 2>"$dir/err"; then
    echo "$1: accepted"; failed=1
  elif ! grep -q "$2" "$dir/err"; then
    echo "$1: expected '$2', got '$(cat "$dir/err")'"; failed=1
  fi
}

refuses "row twice" "t.tsv:3: this row stands twice" <<END
phrase	kind
khóa	a
khoá	a
END
refuses "not NFC" "t.tsv:2: not NFC" <<END
phrase
$(printf 'a\314\201')
END
refuses "not UTF-8" "t.tsv:2: not UTF-8" <<END
phrase
$(printf 'a\377')
END
refuses "no origin" "t.tsv:3: no origin" <<END
phrase	origin
một	here
hai
END
refuses "no phrase" "t.tsv:2: no phrase" <<END
phrase	kind
	a
END
refuses "too many cells" "t.tsv:2: more cells" <<END
phrase
một	hai
END
refuses "unknown trait" "no such trait" <<END
#traits
word	trait
một	big
END
refuses "no header" "no header" <<END
# nothing
END
printf 'phrase' >"$dir/t.tsv"
"$gen" --c "$dir/a" "$dir/t.tsv" 2>/dev/null && { echo "no line end: accepted"; failed=1; }

# Rows with equal phrases and other cells are fine; the order of the arguments does not matter.
printf 'phrase\tkind\nmột\ta\nmột\tb\n' >"$dir/t.tsv"
"$gen" --c "$dir/a" "$dir/t.tsv" || { echo "equal phrases: refused"; failed=1; }
rm -f "$dir"/a/*
"$gen" --c "$dir/a" --file "$dir/a/f" "$@" || failed=1
reversed=
for source; do reversed="$source $reversed"; done
"$gen" --c "$dir/b" --file "$dir/b/f" $reversed || failed=1
diff -r "$dir/a" "$dir/b" >/dev/null || { echo "the same sources give other bytes"; failed=1; }
exit $failed
