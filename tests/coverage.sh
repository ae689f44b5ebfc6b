#!/usr/bin/env bash
# Builds with gcov, runs the tests and prints the line coverage of each layer.
# With a number as argument, fails when ladder, assessment, analysis, prompt or report is below that percentage.
set -euo pipefail

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
build="$top/build/coverage"
floor=${1:-0}

"$top/tests/install.sh" test
cmake -S "$top" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Debug -DRUNG_COVERAGE=ON >/dev/null
cmake --build "$build" >/dev/null
find "$build" -name '*.gcda' -delete
ctest --test-dir "$build" >/dev/null || { echo "the tests fail; run tests/run.sh" >&2; exit 1; }

cd "$build"
find src -name '*.gcno' | while read -r notes; do
  gcov --no-output --relative-only --source-prefix "$top" "$notes" 2>/dev/null
done | awk -v floor="$floor" '
  /^File / { split($2, quoted, "\x27"); file = quoted[2] }
  /^Lines executed:/ {
    if (file ~ /^src\/[a-z]+\// && !(file in seen)) {
      seen[file] = 1
      split(file, part, "/"); split($2, figure, /[:%]/)
      lines[part[2]] += $4; hit[part[2]] += figure[2] * $4 / 100
    }
    file = ""
  }
  END {
    for (layer in lines) {
      share = 100 * hit[layer] / lines[layer]
      printf "%-12s %5.1f %% of %d lines\n", layer, share, lines[layer] | "sort"
      if (layer ~ /^(ladder|assessment|analysis|prompt|report)$/ && share < floor) low = 1
    }
    close("sort")
    exit low
  }'
