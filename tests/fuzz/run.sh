#!/usr/bin/env bash
# Builds the fuzzers with clang, AddressSanitizer and UndefinedBehaviorSanitizer, and runs each for a while.
# Usage: tests/fuzz/run.sh [SECONDS [TARGET...]]      (5 seconds each without; 60 is the long form)
#   Prints a line for each target; fails when one of them found something, and tells where the input is kept.
#   RUNG_FUZZ_BUILD: a build that has the fuzzers; build/fuzz without it. Nothing is written into the source.
set -euo pipefail

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
build=${RUNG_FUZZ_BUILD:-$top/build/fuzz}
seconds=${1:-5}
[ $# -gt 0 ] && shift
[ $# -gt 0 ] || set -- ladder assessment answers saved markdown html csv report keys text log brag log_table log_lines git

"$top/tests/install.sh" fuzz >&2
{
  [ -f "$build/CMakeCache.txt" ] || cmake -S "$top" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Debug \
    -DCMAKE_CXX_COMPILER=clang++ -DRUNG_SANITIZE=ON -DRUNG_FUZZ=ON -DBUILD_TESTING=OFF
  cmake --build "$build" --target "${@/#/fuzz_}"
} >&2

# What a target begins with: its own seeds and what the tests have.
seeds_of() {
  case $1 in
    ladder) echo tests/data/ladder/good tests/data/ladder/bad ladders ;;
    assessment) echo tests/data/assessment ;;
    answers) echo tests/fuzz/corpus/answers examples ;;
    markdown | html | csv) echo tests/data/import ;;
    brag | log_table | log_lines) echo tests/data/log ;;
    keys | text | log | git) echo "tests/fuzz/corpus/$1" ;;
  esac
}
dictionary_of() {
  case $1 in
    ladder | answers) echo yaml ;;
    assessment | saved | report | log | log_lines) echo json ;;
    markdown | html | csv | brag | log_table | git) echo markup ;;
    keys | text) echo terminal ;;
  esac
}

cd "$top"
failed=0
printf '%-12s %12s %10s %10s   %s\n' target executions 'per second' 'peak MiB' findings
for target in "$@"; do
  work=$build/fuzz-work/$target
  mkdir -p "$work/corpus" "$work/findings"
  found=0
  # shellcheck disable=SC2046 # a list of directories
  "$build/tests/fuzz/fuzz_$target" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -max_len=16384 \
    -dict="tests/fuzz/dictionaries/$(dictionary_of "$target").dict" -artifact_prefix="$work/findings/" \
    -print_final_stats=1 "$work/corpus" $(seeds_of "$target") >"$work/log" 2>&1 || found=1
  figure() { awk -v name="stat::$1:" '$1 == name { print $2 }' "$work/log"; }
  printf '%-12s %12s %10s %10s   %s\n' "$target" "$(figure number_of_executed_units)" \
    "$(figure average_exec_per_sec)" "$(figure peak_rss_mb)" "$found"
  [ "$found" = 0 ] && continue
  failed=1
  grep -A8 -E '^expected:|ERROR:|runtime error' "$work/log" | cut -c1-200 | head -20
  ls "$work/findings"
done
exit "$failed"
