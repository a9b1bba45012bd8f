#!/bin/sh
# The PostgreSQL extension against vitext as installed: postgres.sh SOURCE BUILD OUT.
set -eu
prefix=$(mktemp -d)
trap 'rm -rf "$prefix"' EXIT
trap 'exit 1' INT TERM
cmake --install "$2" --prefix "$prefix" >/dev/null
sh "$1/examples/postgres/test/run.sh" "$prefix" "$3"
