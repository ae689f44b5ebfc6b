#!/usr/bin/env bash
# Builds a release and prints what the prompt costs, beside a program that links the same libraries and does nothing.
# Usage: tests/bench/prompt.sh [first-prompt|assessment|refusal|report]...
#   Needs what `tests/install.sh build` installs. RUNG_BENCH_BUILD: where to build; build-bench without it.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
build=${RUNG_BENCH_BUILD:-$root/build-bench}

{
  cmake -S "$root" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DBUILD_TESTING=OFF -DRUNG_BENCH=ON
  cmake --build "$build" --target rung rung_bench rung_bench_floor
} >&2

rung=$build/src/rung
floor=$build/tests/bench/rung_bench_floor
libraries() { ldd "$1" | awk '{ print $1 }' | sort; }
if [ "$(libraries "$rung")" != "$(libraries "$floor")" ]; then
  echo "The floor does not load the libraries that rung loads; the comparison would be worth nothing." >&2
  exit 1
fi

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
"$build/tests/bench/rung_bench" "$rung" "$floor" "$scratch" "$@"
