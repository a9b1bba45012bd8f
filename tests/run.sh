#!/bin/sh
# run.sh [--all] - install what is missing, build in every way that is promised, run the tests.
#
#   plain   clang and gcc with warnings as errors, without ICU, ASan+UBSan, TSan; all tests but heavy;
#           and what is written of a thousand texts is the same bytes in every build
#   --all   the heavy ones too: what needs servers, a browser, packages or minutes; 32 bit; valgrind;
#           coverage of lib/ with a floor
#
# A test whose oracle or data is not there says so in one line and is skipped. VITEXT_JOBS: how many
# processes (default: the processors).
set -eu
cd "$(dirname "$0")/.."
all=no
[ "${1-}" != --all ] || all=yes
jobs=${VITEXT_JOBS:-$(nproc)}
bits=

packages="gcc g++ clang libclang-rt-dev libc6-dev cmake make ninja-build pkg-config python3 binutils bzip2 xz-utils
  libutf8proc-dev libicu-dev libjansson-dev libcmocka-dev unicode-data hunspell-vi abigail-tools
  libsqlite3-dev python3-venv"
heavy="postgresql postgresql-server-dev-15 default-jre-headless chromium chromium-driver graphviz
  doxygen dpkg-dev file lintian debootstrap libre2-dev libpcre2-dev valgrind gcovr"
narrow="gcc-multilib g++-multilib libutf8proc-dev:i386 libcmocka-dev:i386"
# shellcheck disable=SC2086
sh lib/package/install.sh $packages
if [ $all = yes ]; then
  # shellcheck disable=SC2086
  sh lib/package/install.sh $heavy
  [ "$(dpkg --print-architecture)" != amd64 ] || bits=32
fi

say() { printf '\n==== %s (%s)\n' "$1" "$(date +%T)"; }

# build NAME OPTION... - configure and build in build-tests/NAME; only a failure is printed.
build() {
  name=$1
  shift
  say "build: $name"
  mkdir -p build-tests
  cmake -S . -B "build-tests/$name" -G Ninja -DVITEXT_WERROR=ON "$@" >"build-tests/$name.log" 2>&1 &&
    cmake --build "build-tests/$name" -j "$jobs" >>"build-tests/$name.log" 2>&1 || {
    grep -E -A5 'error|warning|FAILED|undefined' "build-tests/$name.log" | head -n 60 >&2
    tail -n 20 "build-tests/$name.log" >&2
    exit 1
  }
}

# check NAME CTEST_OPTION... - run tests of a build; what fails is printed whole.
check() {
  name=$1
  shift
  say "tests: $name"
  ctest --test-dir "build-tests/$name" -j "$jobs" --output-on-failure --timeout 1500 "$@"
}

# digest NAME - what a build writes of a thousand texts; the first one is what the others must write.
digest() {
  say "digest: $1"
  "build-tests/$1/tests/property/digest_static" "build-tests/$1/tests/property/texts" >"build-tests/$1.digest"
  cmp "build-tests/clang.digest" "build-tests/$1.digest" || {
    echo "the builds clang and $1 differ in what they write" >&2
    exit 1
  }
}

# Between them the builds have gcc and clang, -O0 to -O3, AVX2, SSE2 and neither.
build clang -DCMAKE_C_COMPILER=clang -DCMAKE_CXX_COMPILER=clang++ -DCMAKE_BUILD_TYPE=Debug -DCMAKE_C_FLAGS=-DVT_PORTABLE=1
digest clang
build no-icu -DVITEXT_ICU=OFF -DVITEXT_EXAMPLES=OFF -DCMAKE_BUILD_TYPE=Release -DCMAKE_C_FLAGS=-DVT_NO_AVX2
digest no-icu
check no-icu -LE 'slow|heavy'
build sanitize -DCMAKE_C_COMPILER=clang -DCMAKE_CXX_COMPILER=clang++ -DCMAKE_BUILD_TYPE=RelWithDebInfo \
  -DVITEXT_SANITIZE=address,undefined -DVITEXT_FUZZ=ON
digest sanitize
# program_streams limits the address space, which ASan needs
check sanitize -LE 'slow|heavy' -E program_streams
build threads -DCMAKE_C_COMPILER=clang -DCMAKE_CXX_COMPILER=clang++ -DCMAKE_BUILD_TYPE=RelWithDebInfo -DVITEXT_SANITIZE=thread \
  -DVITEXT_EXAMPLES=OFF
check threads -R '^threads'
build main -DCMAKE_BUILD_TYPE=RelWithDebInfo # with -g, so that the ABI can be compared
digest main
if [ $all = no ]; then
  check main -LE heavy
  exit 0
fi

if [ -n "$bits" ]; then
  dpkg --print-foreign-architectures | grep -q i386 || dpkg --add-architecture i386
  # shellcheck disable=SC2086
  sh lib/package/install.sh $narrow
  build narrow -DVITEXT_ICU=OFF -DVITEXT_EXAMPLES=OFF -DCMAKE_BUILD_TYPE=Release -DCMAKE_C_FLAGS=-m32 \
    -DCMAKE_CXX_FLAGS=-m32 -DCMAKE_LIBRARY_ARCHITECTURE=i386-linux-gnu
  digest narrow
  check narrow -LE 'slow|heavy'
fi
say "coverage"
sh tests/coverage.sh build-tests/coverage "$jobs"

check main # last, so that the run ends with its summary
