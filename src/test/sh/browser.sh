#!/usr/bin/env bash
# Prints the path of the browser that the tests drive: $CHROMIUM where it is set, else the system's Chromium or Chrome.
set -euo pipefail
found() { command -v "$1" 2> /dev/null && exit 0; }
if [ -n "${CHROMIUM:-}" ]; then
  found "$CHROMIUM" || { echo "CHROMIUM names $CHROMIUM, which is no program." >&2; exit 1; }
fi
for name in chromium chromium-browser google-chrome google-chrome-stable; do
  found "$name" || true
done
echo 'The browser tests need Chromium: `make tools` installs it on Debian; elsewhere put `chromium` or' >&2
echo '`google-chrome` on the PATH, or set CHROMIUM to its path.' >&2
exit 1
