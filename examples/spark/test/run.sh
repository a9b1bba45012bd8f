#!/bin/sh
# The Spark functions against a real Spark: sh test/run.sh BUILD_FOLDER [GAZETTE.xz]
# Makes the wheel, a static program and an environment with PySpark in BUILD_FOLDER.
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
top=$(cd "$here/../.." && pwd)
mkdir -p "$1"
build=$(cd "$1" && pwd)
gazette=
fail() {
  echo "spark test: $*" >&2
  exit 1
}
command -v java >/dev/null || fail "no java (Debian: openjdk-17-jre-headless)"
[ -x "$build/venv/bin/python" ] || python3 -m venv "$build/venv" || fail "no venv (Debian: python3-venv)"
"$build/venv/bin/python" -c 'import pyspark, pyarrow, pandas' 2>/dev/null ||
  "$build/venv/bin/pip" install --quiet pyspark pyarrow 'pandas<3' >"$build/pip.log" 2>&1 ||
  { tail -n 5 "$build/pip.log" >&2; fail "pip cannot install pyspark, pyarrow and pandas"; }
wheel=$(sh "$top/examples/python/build.sh" "$build/wheel" "$build/dist")
utf8proc=$(pkg-config --variable=libdir libutf8proc)/libutf8proc.a
jansson=$(pkg-config --variable=libdir jansson)/libjansson.a
{
  cmake -S "$top" -B "$build/static" -DCMAKE_BUILD_TYPE=Release -DBUILD_SHARED_LIBS=OFF -DVITEXT_ICU=OFF \
    -DVITEXT_TESTS=OFF -DUTF8PROC_LIBRARY="$utf8proc" -DJANSSON_LIBRARY="$jansson" -DCMAKE_EXE_LINKER_FLAGS=-static
  cmake --build "$build/static" --target vitext --parallel 2
} >"$build/static.log" 2>&1 || { tail -n 20 "$build/static.log" >&2; fail "the static program does not build"; }
program=$(find "$build/static" -name vitext -type f -perm -u+x | head -n 1)
[ -n "$program" ] || fail "no program in $build/static"
if [ $# -gt 1 ] && [ -r "$2" ]; then
  xz -dc "$2" >"$build/gazette.txt"
  gazette=$build/gazette.txt
else
  echo "spark test: no gazette; its own documents are used"
fi
export SPARK_LOCAL_IP=127.0.0.1 PYSPARK_PYTHON="$build/venv/bin/python" PYSPARK_DRIVER_PYTHON="$build/venv/bin/python"
cd "$build"
exec "$build/venv/bin/python" "$here/test/test_spark.py" "$build/${wheel#"$build"/}" "$program" ${gazette:+"$gazette"}
