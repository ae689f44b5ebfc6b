#!/usr/bin/env bash
# Builds a release and prints what each command costs as a whole process, beside a program that links the same libraries
# and does nothing: median time, how many times the floor, and peak memory; then what a release takes on the disk.
# Usage: tests/bench/commands.sh [RUNS]      (300 without)
#   Needs hyperfine and jq, and what `tests/install.sh build` installs. RUNG_BENCH_BUILD: where to build; build-bench
#   without it. Compare only what was measured at one time.
set -euo pipefail
umask 077

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
build=${RUNG_BENCH_BUILD:-$top/build-bench}
runs=${1:-300}
{
  cmake -S "$top" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DBUILD_TESTING=OFF -DRUNG_BENCH=ON
  cmake --build "$build" --target rung rung_bench_floor rung_bench_fill rung_bench_pair
} >&2

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export USER=kim LANG=C.UTF-8 RUNG_HOME=$scratch/home
"$build/tests/bench/rung_bench_fill" "$RUNG_HOME" 2
sed 's/^title: .*/title: Another title/' "$top/ladders/ic3-mle.yaml" >"$scratch/own.yaml"
cd "$scratch"
rung=$build/src/rung
commands=(
  "$build/tests/bench/rung_bench_floor"
  "$rung --version"
  "$rung list --no-pager"
  "$rung report --no-pager"
  "$rung report --format json"
  "$rung diff --no-pager"
  "$rung history --no-pager"
  "$rung export -o report.md"
  "$rung export -o report.html"
  "$rung export --all --format jsonl"
  "$rung ladder show ic3-mle --no-pager"
  "$rung ladder check own.yaml"
  "$rung doctor --no-pager"
  "$rung help --no-pager"
  "$rung complete -- rep"
  "$rung complete -- assess --set direction."
)
for command in "${commands[@]:1}"; do
  $command >out 2>err || { echo "fails: $command" >&2; cat out err >&2; exit 1; }
done
hyperfine -N --warmup 10 --runs "$runs" --export-json times.json "${commands[@]}" >/dev/null 2>&1
mapfile -t medians < <(jq -r '.results[].median * 1000' times.json)
mapfile -t peaks < <("$build/tests/bench/rung_bench_pair" 3 0 "${commands[@]/#/exec >out 2>err; exec }" |
  awk '{ for (i = 1; i <= NF; i++) if ($i == "MiB") print $(i - 1) }')

printf 'Medians of %s, in turn\n' "$runs"
for index in "${!commands[@]}"; do
  name=${commands[$index]##*/}
  awk -v time="${medians[$index]}" -v floor="${medians[0]}" -v peak="${peaks[$index]}" -v name="$name" \
    'BEGIN { printf "%-34s %7.2f ms %6.2f of the floor %7.1f MiB\n", name, time, time / floor, peak }'
done
strip -o stripped "$rung"
printf 'the program: %s bytes, %s without symbols\n' "$(stat -c %s "$rung")" "$(stat -c %s stripped)"
