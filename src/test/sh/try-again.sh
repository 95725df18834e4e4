#!/usr/bin/env bash
# try-again.sh LOG REPORTS OPTION COMMAND...: runs tests by the Maven command; what it says is in LOG, its reports in REPORTS.
# Where SHOW is set it is also shown as it comes: in the foreground alone does Ctrl-C reach the tests.
# Where TRY_AGAIN is set, classes with a test that failed are tried once more, named by OPTION, in a process of their own;
# where a process of tests broke down, which leaves tests out, all are. LOG ends with what failed in the end, and why.
set -uo pipefail

log=$1
reports=$2
option=$3
shift 3
mkdir -p "$(dirname "$log")"
: > "$log"
trap 'kill "$child" 2> /dev/null' TERM
run() {
  if [ -n "${SHOW:-}" ]; then
    "$@" 2>&1 | tee -a "$log"
  else
    "$@" >> "$log" 2>&1 & child=$!
    wait "$child"
  fi
}
tell() { if [ -n "${SHOW:-}" ]; then tee -a "$log"; else cat >> "$log"; fi; }
broke_down() { ! grep -q 'There are test failures' "$log"; }
failed() { grep -lE '<(failure|error)[ >]' "$reports"/TEST-*.xml 2> /dev/null | sed -E 's|.*/TEST-(.*)\.xml|\1|' | paste -sd, -; }
why() {
  if broke_down; then
    grep -E '^\[ERROR\]' "$log" | tail -n 15
  else
    grep -hE -A 3 '<(failure|error)[ >]' "$reports"/TEST-*.xml
  fi | cut -c 1-300
}
give_up() { { echo "Failed: $(failed)"; why; } | tell; exit 1; }

run "$@" && exit 0
[ -n "${TRY_AGAIN:-}" ] || give_up
if broke_down; then
  why | tell
  echo 'A process of tests broke down: all are run once more' | tell
  run "$@" || give_up
  exit 0
fi
names=$(failed)
[ -n "$names" ] || give_up
echo "Failed, and tried once more: $names" | tell
run "$@" "$option=$names" || give_up
