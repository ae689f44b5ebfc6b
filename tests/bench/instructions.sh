#!/usr/bin/env bash
# Builds a release and counts the instructions of the first prompt and of a report, beside the counts that are recorded in
# tests/bench/instructions.txt: a regression shows without a clock. Fails when one grew by more than 5 percent.
# Usage: tests/bench/instructions.sh [--record]      (--record writes the counts of this machine into that file)
#   Needs valgrind and script (bsdutils), and what `tests/install.sh build` installs. Counts differ between compilers and
#   libraries; the recorded ones are of Debian 12.
set -euo pipefail

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
build=${RUNG_BENCH_BUILD:-$top/build-bench}
recorded=$top/tests/bench/instructions.txt
{
  cmake -S "$top" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DBUILD_TESTING=OFF -DRUNG_BENCH=ON
  cmake --build "$build" --target rung rung_bench_floor rung_bench_fill
} >&2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export USER=kim LANG=C.UTF-8 TERM=xterm-256color
"$build/tests/bench/rung_bench_fill" "$scratch/one" 1

count() { # COMMAND: how many instructions it takes, as a shell runs it
  local counting="valgrind --tool=callgrind --callgrind-out-file=$scratch/calls --log-file=$scratch/log"
  sh -c "$(printf '%s' "$1" | sed "s#@#$counting #")" >/dev/null 2>&1 || true
  awk '/Collected :/ { print $4 }' "$scratch/log"
}
counts() {
  echo "floor $(count "@$build/tests/bench/rung_bench_floor")"
  echo "version $(count "@$build/src/rung --version")"
  echo "first-prompt $(count "(sleep 3; printf q) | RUNG_HOME=$scratch/new script -qec 'stty cols 80 rows 24; @$build/src/rung assess' /dev/null")"
  echo "report $(count "RUNG_HOME=$scratch/one @$build/src/rung report --no-pager")"
  echo "own-ladder $(count "RUNG_HOME=$scratch/one @$build/src/rung ladder check $scratch/own.yaml")"
}
sed 's/^title: .*/title: Another title/' "$top/ladders/ic3-mle.yaml" >"$scratch/own.yaml"

counts >"$scratch/counts"
if [ "${1:-}" = --record ]; then
  cp "$scratch/counts" "$recorded"
fi
awk 'NR == FNR { before[$1] = $2; next }
     { growth = before[$1] ? 100 * ($2 - before[$1]) / before[$1] : 0
       printf "%-14s %12d instructions %+6.1f %% of the recorded count%s\n", $1, $2, growth, (growth > 5 ? "   GREW" : "")
       if (growth > 5) grew = 1 }
     END { exit grew }' "$recorded" "$scratch/counts"
