#!/bin/sh
# run.sh ROOT - make the packages, ask lintian, install them into a new Debian (debootstrap, as root),
# run the program there and build the consumer project against the development package.
set -eu
root=$1
scratch=$(mktemp -d)
cleanup() {
  umount "$scratch/debian/proc" 2>/dev/null || true
  rm -rf --one-file-system "$scratch"
}
trap cleanup EXIT

sh "$root/lib/package/deb.sh" "$scratch/deb"
for name in libvitext0 libvitext-dev vitext; do
  ls "$scratch/deb/$name"_*.deb >/dev/null
done
if command -v lintian >/dev/null; then
  lintian --allow-root --fail-on error "$scratch"/deb/*.deb
else
  echo "no lintian: packages not looked at"
fi
if [ "$(id -u)" -ne 0 ] || ! command -v debootstrap >/dev/null; then
  echo "not root or no debootstrap: packages not installed"
  exit 77
fi

debian=$scratch/debian
. /etc/os-release
debootstrap --variant=minbase --include=ca-certificates "$VERSION_CODENAME" "$debian" ${DEBIAN_MIRROR:+"$DEBIAN_MIRROR"} >"$scratch/log" 2>&1 ||
  { tail -20 "$scratch/log"; exit 1; }
for file in /etc/apt/apt.conf.d/*proxy* /etc/apt/apt.conf /etc/resolv.conf /etc/hosts; do
  if [ -f "$file" ]; then cp "$file" "$debian$file"; fi
done
mount -t proc proc "$debian/proc" 2>/dev/null || true
mkdir "$debian/packages"
cp "$scratch"/deb/*.deb "$debian/packages/"
cp -r "$root/tests/consumer/project" "$debian/consumer"
cat >"$debian/check.sh" <<'CHECK'
set -eu
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
apt-get install -y -qq --no-install-recommends /packages/libvitext0_*.deb /packages/vitext_*.deb >/log 2>&1 || { cat /log; exit 1; }
vitext --version
test "$(printf 'a, b\n' | vitext segment)" = 'a , b'
apt-get install -y -qq --no-install-recommends /packages/libvitext-dev_*.deb cmake g++ gcc make pkg-config >/log 2>&1 || { cat /log; exit 1; }
cmake -S /consumer -B /consumer-build >/log 2>&1 && cmake --build /consumer-build >>/log 2>&1 || { cat /log; exit 1; }
/consumer-build/consumer
gcc -o /with-pkg-config /consumer/consumer.c $(pkg-config --cflags --libs vitext)
/with-pkg-config
apt-get purge -y -qq vitext libvitext-dev libvitext0 >/log 2>&1 || { cat /log; exit 1; }
test ! -e /usr/bin/vitext
CHECK
chroot "$debian" sh /check.sh
echo "installed, built against and taken away in a clean $VERSION_CODENAME"
