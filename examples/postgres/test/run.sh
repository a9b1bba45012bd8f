#!/bin/sh
# The extension in a real server: sh test/run.sh VITEXT_PREFIX OUT_FOLDER
# VITEXT_PREFIX is where vitext is installed. A copy of the server's tree is made in a scratch
# folder and the extension is installed there, so the system's own is left alone; the server runs as
# an unprivileged user on a unix socket and is stopped at the end. Results: OUT_FOLDER.
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
prefix=$(cd "$1" && pwd)
mkdir -p "$2"
out=$(cd "$2" && pwd)
fail() {
  echo "postgres test: $*" >&2
  exit 1
}
command -v pg_config >/dev/null || fail "pg_config is missing (Debian: postgresql-server-dev-15)"
bin=$(pg_config --bindir)
[ -x "$bin/postgres" ] || fail "$bin/postgres is missing (Debian: postgresql)"
regress=$(dirname "$(pg_config --pgxs)")/../test/regress/pg_regress
[ -x "$regress" ] || fail "$regress is missing (Debian: postgresql-server-dev-15)"

scratch=$(mktemp -d -t vitext-pg.XXXXXX)
if [ "$(id -u)" = 0 ]; then # the server refuses to run as root
  user=postgres
  id "$user" >/dev/null 2>&1 || user=nobody
  as() { setpriv --reuid="$user" --regid="$(id -g "$user")" --clear-groups env HOME="$scratch" "$@"; }
else
  as() { "$@"; }
fi
stop() {
  [ ! -f "$scratch/data/postmaster.pid" ] || as "$root$bin/pg_ctl" -D "$scratch/data" -m immediate -w stop >/dev/null 2>&1 || true
  rm -rf "$scratch"
}
trap stop EXIT
trap 'exit 1' INT TERM

# The server finds its files from where its program lies: a copy of the program is a server of its own.
root=$scratch/root
mkdir -p "$root$bin"
cp "$bin/postgres" "$bin/initdb" "$bin/pg_ctl" "$bin/psql" "$root$bin/"
for folder in "$(pg_config --pkglibdir)" "$(pg_config --sharedir)"; do
  mkdir -p "$root$folder"
  cp -rsf "$folder/." "$root$folder/"
done
cp -R "$here" "$scratch/extension"
cp -R "$prefix" "$scratch/vitext"
lib=$(dirname "$(find "$scratch/vitext" -name 'libvitext.so' | head -n 1)")
pc=$(dirname "$(find "$scratch/vitext" -name 'vitext.pc' | head -n 1)")
export PKG_CONFIG_PATH="$pc"
make -C "$scratch/extension" with_llvm=no COPT=-Werror >"$out/make.log" 2>&1 ||
  { cat "$out/make.log" >&2; fail "the extension does not build"; }
make -C "$scratch/extension" with_llvm=no DESTDIR="$root" install >>"$out/make.log" 2>&1 ||
  { cat "$out/make.log" >&2; fail "the extension does not install"; }
chmod -R a+rX "$scratch"
mkdir "$scratch/data" "$scratch/socket" "$scratch/results"
[ "$(id -u)" != 0 ] || chown "$user" "$scratch/data" "$scratch/socket" "$scratch/results"

export LD_LIBRARY_PATH="$lib" LC_ALL=C.UTF-8 PGTZ=UTC
as "$root$bin/initdb" -D "$scratch/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 -N >"$out/initdb.log" 2>&1 ||
  { cat "$out/initdb.log" >&2; fail "initdb"; }
# The limit of memory is for sql/errors.sql; shared memory is kept small for it.
as sh -c "ulimit -v 2000000; exec '$root$bin/pg_ctl' -D '$scratch/data' -l '$scratch/results/server.log' -w \
  -o \"-k '$scratch/socket' -c listen_addresses= -c shared_buffers=32MB -c fsync=off -c jit=off -c max_connections=10\" start" \
  >"$out/start.log" 2>&1 || { cat "$out/start.log" "$scratch/results/server.log" >&2; fail "the server does not start"; }

status=0
as env PGHOST="$scratch/socket" PGUSER=postgres "$regress" --bindir="$root$bin" --inputdir="$scratch/extension" \
  --outputdir="$scratch/results" --dbname=vitext_regression --encoding=UTF8 --no-locale \
  $(sed -n 's/^REGRESS = //p' "$here/Makefile") || status=1
cp -R "$scratch/results/." "$out/"
if grep -E 'terminated by signal|PANIC|server process .* exited' "$out/server.log"; then
  fail "a backend died"
fi
if [ $status != 0 ]; then
  cat "$out/regression.diffs" >&2 || true
  fail "results differ (see $out)"
fi
echo "postgres test: all passed, no backend died"
