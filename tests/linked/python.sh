#!/bin/sh
# The wheel, installed into an environment of its own and tested there: python.sh SOURCE BUILD.
# pip fetches pytest once, and mypy if it can; without pytest (and without network) the test is skipped.
set -eu
source=$1
mkdir -p "$2"
build=$(cd "$2" && pwd)
if ! "$build/venv/bin/python" -c 'import pytest' 2>/dev/null; then
  python3 -m venv --clear "$build/venv" || { echo "no python3 -m venv (Debian: python3-venv)"; exit 1; }
  "$build/venv/bin/pip" install --quiet --disable-pip-version-check pytest >"$build/pip.log" 2>&1 || {
    tail -n 3 "$build/pip.log"
    echo "skipped: pip cannot install pytest"
    exit 77
  }
  "$build/venv/bin/pip" install --quiet --disable-pip-version-check mypy >>"$build/pip.log" 2>&1 ||
    echo "pip cannot install mypy: the types are not checked"
fi
rm -rf "$build/dist"
wheel=$(sh "$source/examples/python/build.sh" "$build/lib" "$build/dist")
case $wheel in
  *-py3-none-*.whl) ;;
  *) echo "not a wheel for every Python 3: $wheel"; exit 1 ;;
esac
"$build/venv/bin/pip" install --quiet --disable-pip-version-check --no-index --no-deps --force-reinstall "$wheel"
cd "$build" # so that the package of the source is not the one imported
exec "$build/venv/bin/python" -m pytest -q -p no:cacheprovider "$source/examples/python/tests"
