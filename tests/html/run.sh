#!/usr/bin/env bash
# Opens pages of the program, and the golden pages of the tests, in a browser and checks them.
# Usage: tests/html/run.sh RUNG WORK   RUNG is the program, WORK a directory for the pages and what npm installs.
# Exits with 77, for "skipped", where there is no browser or no Node.js with its packages.
set -euo pipefail

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
program=$1
work=$2

skip() { echo "skipped: $1"; exit 77; }

browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome) || skip "no chromium"
command -v node >/dev/null || skip "no node"
command -v npm >/dev/null || skip "no npm"
node -e 'process.exit(parseInt(process.versions.node) < 18 ? 1 : 0)' || skip "node is older than 18"

mkdir -p "$work"
if ! cmp -s "$top/tests/html/package.json" "$work/package.json"; then
  cp "$top/tests/html/package.json" "$work/new.json"
  mkdir -p "$work/install"
  cp "$work/new.json" "$work/install/package.json"
  (cd "$work/install" && timeout 120 npm install --no-audit --no-fund --ignore-scripts --no-package-lock --loglevel=error) \
    || skip "npm could not install playwright-core and axe-core"
  mv "$work/new.json" "$work/package.json"
fi

pages="$work/pages"
rm -rf "$pages"
mkdir -p "$pages"
cp "$top"/tests/golden/report/*.html "$top"/tests/golden/report/*.svg "$pages"

export RUNG_HOME="$work/home"
rm -rf "$RUNG_HOME"
first=(--answers "$top/examples/sample-answers.yaml")
later=(--answers "$top/examples/sample-answers-later.yaml")
printf 'scope.scope.own-projects: {rating: 1, note: "%s"}\n' "$(printf 'w%.0s' {1..16000})" >"$work/long.yaml"
{
  "$program" assess ic3-mle --as Sample "${first[@]}"
  "$program" assess ic3-mle --as Sample "${first[@]}" "${later[@]}"
  "$program" assess ic3-mle --as Long "${first[@]}" --answers "$work/long.yaml"
} >/dev/null 2>&1
finished="$RUNG_HOME/assessments/ic3-mle"
sample=$(ls "$finished"/*-sample.json)
{
  "$program" export "$sample" -o "$pages/sample.html"
  "$program" export "$(ls "$finished"/*-long.json)" -o "$pages/long.html"
  "$program" diff "$sample" "${sample%.json}-2.json" -o "$pages/changes_of_sample.html"
  "$program" history ic3-mle -o "$pages/history_of_sample.html"
} >/dev/null

NODE_PATH="$work/install/node_modules" node "$top/tests/html/check.cjs" "$browser" "$top/tests/html/expected.json" "$pages"/*.html "$pages"/*.svg
