#!/usr/bin/env bash
# Holds JSON reports to docs/schema/report.schema.json: the golden ones, and what the program writes; and
# docs/schema/ladder.schema.json to the program: both judge every ladder of the tests alike.
# Usage: tests/schema/run.sh RUNG WORK   RUNG is the program, WORK a directory for reports and what npm installs.
# Exits with 77, for "skipped", where there is no Node.js with its packages.
set -euo pipefail

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
program=$1
work=$2

skip() { echo "skipped: $1"; exit 77; }

command -v node >/dev/null || skip "no node"
command -v npm >/dev/null || skip "no npm"
node -e 'process.exit(parseInt(process.versions.node) < 18 ? 1 : 0)' || skip "node is older than 18"

if ! cmp -s "$top/tests/schema/package.json" "$work/package.json"; then
  mkdir -p "$work/install"
  cp "$top/tests/schema/package.json" "$work/install/package.json"
  (cd "$work/install" && timeout 120 npm install --no-audit --no-fund --ignore-scripts --no-package-lock --loglevel=error) \
    || skip "npm could not install ajv and yaml"
  cp "$top/tests/schema/package.json" "$work/package.json"
fi

reports="$work/reports"
export RUNG_HOME="$work/home"
rm -rf "$reports" "$RUNG_HOME"
mkdir -p "$reports"
assess() { "$program" assess ic3-mle --as "$1" --partial "${@:2}" >/dev/null 2>&1; }
assess Kim --set on-time-quality=2 --note "on-time-quality=One line."
assess Kim --set on-time-quality=3
"$program" assess ic3-mle --about Kim --as Ines:peer --set on-time-quality=3 >/dev/null 2>&1 || [ $? -eq 5 ]
"$program" --json >"$reports/home.json"
"$program" report --json >"$reports/report.json"
"$program" report --json --redact --top 1 >"$reports/redacted.json"
"$program" diff --json >"$reports/diff.json"
"$program" history --json >"$reports/history.json"
"$program" list --json >"$reports/list.json"
"$program" log "Wrote the postmortem https://example.org/1" -b learn-from-failure -t outage >/dev/null
"$program" log "Demo of the importer" >/dev/null
"$program" log list --json >"$reports/log.json"
"$program" log list --json --redact >"$reports/log-redacted.json"
"$program" log status --json >"$reports/log-status.json"
"$program" log suggest "wrote the postmortem of the outage" --json >"$reports/suggestions.json"
"$program" ladder list --json >"$reports/ladders.json"
"$program" ladder show --json >"$reports/ladder.json"
"$program" ladder check --json ic3-mle "$top/tests/data/ladder/bad/five-mistakes.yaml" nowhere \
  >"$reports/check.json" || [ $? -eq 3 ]
"$program" ladder new baker >"$work/new.yaml"

NODE_PATH="$work/install/node_modules" node "$top/tests/schema/ladders.cjs" "$program" \
  "$top/docs/schema/ladder.schema.json" "$top/tests/data/ladder" "$top"/ladders/*.yaml "$work/new.yaml"

find "$top/tests/golden/report" -name '*.json' -print0 | sort -z |
  NODE_PATH="$work/install/node_modules" xargs -0 node "$top/tests/schema/validate.cjs" \
    "$top/docs/schema/report.schema.json" "$reports"/*.json
