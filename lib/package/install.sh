#!/bin/sh
# install.sh PACKAGE... - install those Debian packages that are missing; loud where it cannot.
set -eu
missing=
for package in "$@"; do
  case $(dpkg-query -W -f='${Status}' "$package" 2>/dev/null) in
  *'install ok installed') ;;
  *) missing="$missing $package" ;;
  esac
done
[ -n "$missing" ] || exit 0
if ! command -v apt-get >/dev/null 2>&1; then
  echo "please install what Debian calls:$missing" >&2
  exit 1
fi
sudo=
[ "$(id -u)" -eq 0 ] || sudo=sudo
export DEBIAN_FRONTEND=noninteractive
echo "installing:$missing" >&2
for try in 1 2 3; do # another apt-get may hold the lock
  $sudo apt-get update -qq >&2 || true # a mirror in the middle of a change; install tells if it matters
  # shellcheck disable=SC2086
  if $sudo apt-get install -y -qq --no-install-recommends $missing >&2; then
    exit 0
  fi
  sleep "$((try * 5))"
done
echo "could not install:$missing" >&2
exit 1
