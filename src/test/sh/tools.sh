#!/usr/bin/env bash
# Sees to the programs that the tests call: installs what is missing where there is apt-get, else names it.
set -euo pipefail
here=$(dirname "$0")

missing() {
  for tool in curl openssl unzip; do
    command -v "$tool" > /dev/null || echo "$tool"
  done
  command -v sha512sum > /dev/null || echo coreutils
  "$here/browser.sh" > /dev/null 2>&1 || echo chromium
}

packages=$(missing)
[ -n "$packages" ] || exit 0
if command -v apt-get > /dev/null; then
  as_root=()
  [ "$(id -u)" = 0 ] || as_root=(sudo)
  export DEBIAN_FRONTEND=noninteractive
  echo "Installing for the tests:" $packages
  # shellcheck disable=SC2086 # one word each
  "${as_root[@]}" apt-get -qq update > /dev/null \
    && "${as_root[@]}" apt-get -qq install -y --no-install-recommends $packages fonts-dejavu-core > /dev/null || true
  hash -r
fi

packages=$(missing)
[ -n "$packages" ] || exit 0
echo "The tests need these programs, which are missing and could not be installed:" $packages >&2
case $packages in *chromium*) "$here/browser.sh" > /dev/null || true ;; esac
exit 1
