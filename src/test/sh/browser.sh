#!/usr/bin/env bash
# Makes sure that there is a Chromium for the browser tests: the system's, or the distribution's package.
set -euo pipefail
for name in chromium chromium-browser google-chrome; do
  if command -v "$name" > /dev/null; then exit 0; fi
done
if command -v apt-get > /dev/null; then
  sudo=''; [ "$(id -u)" = 0 ] || sudo='sudo'
  export DEBIAN_FRONTEND=noninteractive
  $sudo apt-get -qq update > /dev/null
  $sudo apt-get -qq install -y --no-install-recommends chromium fonts-dejavu-core > /dev/null
  exit 0
fi
echo 'The browser tests need Chromium: install it so that `chromium` or `google-chrome` is on the PATH.' >&2
exit 1
