#!/usr/bin/env bash
# Holds every JSON report to docs/schema/report.schema.json: the golden ones, and what the program writes.
# Usage: tests/schema/run.sh RUNG BUILD_DIRECTORY. Ends with 77 where the packages it needs cannot be had.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
top=$(cd "$here/../.." && pwd)
rung=$1
work=$2/schema

skip() {
  echo "skipped: $1"
  exit 77
}

command -v node >/dev/null || skip "node is not installed (tests/install.sh html)"
command -v npm >/dev/null || skip "npm is not installed (tests/install.sh html)"

mkdir -p "$work/reports"
cp "$here/package.json" "$here/validate.mjs" "$work/"
(cd "$work" && npm install --no-package-lock --no-audit --no-fund --prefer-offline --loglevel=error >npm.log 2>&1) ||
  { cat "$work/npm.log"; skip "npm could not install the packages of tests/schema/package.json"; }

export RUNG_HOME=$work/home NO_COLOR=1
rm -rf "$RUNG_HOME" "$work"/reports/*
"$rung" assess --set on-time-quality=2 --partial --as Kim >/dev/null 2>&1
"$rung" assess --set on-time-quality=3 --partial --as Kim >/dev/null 2>&1
"$rung" assess --set on-time-quality=3 --as Ines:peer >/dev/null 2>&1 || [ $? -eq 5 ]
"$rung" report --json >"$work/reports/report.json"
"$rung" report --json --redact --top 1 >"$work/reports/redacted.json"
"$rung" diff --json >"$work/reports/diff.json"
"$rung" list --json >"$work/reports/list.json"
"$rung" ladder list --json >"$work/reports/ladders.json"
"$rung" ladder show --json >"$work/reports/ladder.json"

node "$work/validate.mjs" "$top/docs/schema/report.schema.json" \
  "$work"/reports/*.json $(find "$top/tests/golden/report" -name '*.json' | sort)
