#!/usr/bin/env bash
# Builds a release and prints what reading, writing and rendering cost for 53 to 10,000 behaviors, beside what the
# libraries below cost alone, and how the cost grows. An exponent of 1 is a cost in proportion to the work.
# Usage: tests/bench/work.sh [TEST]      (ladders, assessments, reports or fitting; all of them without)
#   Needs what `tests/install.sh test` installs. RUNG_BENCH_BUILD: where to build; build-bench without it.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
build=${RUNG_BENCH_BUILD:-$root/build-bench}
{
  cmake -S "$root" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DBUILD_TESTING=OFF -DRUNG_BENCH=ON
  cmake --build "$build" --target rung_bench_work
} >&2
# Catch2's own tables are left out: these say the same in the terms of ladders.
"$build/tests/bench/rung_bench_work" "$@" --benchmark-samples 20 --benchmark-warmup-time 20 -o /dev/null
