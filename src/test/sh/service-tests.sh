#!/usr/bin/env bash
# Runs the tests within the service by the Maven command that is given; what it says is in target/service-tests.log.
# Where TRY_AGAIN is set, classes with a test that failed are tried once more, in a process of their own, and named.
set -uo pipefail

log=target/service-tests.log
mkdir -p target
: > "$log"
trap 'kill "$child" 2> /dev/null' TERM
run() { "$@" >> "$log" 2>&1 & child=$!; wait "$child"; }

run "$@" && exit 0
[ -n "${TRY_AGAIN:-}" ] || exit 1
# a process that broke down left tests out
grep -q 'There are test failures' "$log" || exit 1
failed=$(grep -lE '<(failure|error)[ >]' target/service-reports/TEST-*.xml | sed -E 's|.*/TEST-(.*)\.xml|\1|' | paste -sd, -)
[ -n "$failed" ] || exit 1
echo "Failed, and tried once more: $failed" >> "$log"
run "$@" "-Dtest=$failed"
