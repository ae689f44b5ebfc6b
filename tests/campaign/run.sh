#!/usr/bin/env bash
# The long campaigns against the real program: kills it at each system call and at 500 random moments, fails each call
# about a file with six errors, keeps files small, takes the data directory away, runs many sessions at once, and hands
# it hostile files. Before them, 400 random sequences of commands against a record of everything acknowledged.
# Usage: tests/campaign/run.sh [model|kills|faults|disks|concurrency|hostile]...     (all of them without; about fifteen minutes)
#   Prints a line for each scenario; fails when anything was lost, corrupt, silent or littered, or crashed.
set -euo pipefail

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
build="$top/build/campaign"
[ $# -gt 0 ] || set -- model kills faults disks concurrency hostile

"$top/tests/install.sh" test >&2
{
  cmake -S "$top" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DBUILD_TESTING=ON
  cmake --build "$build" --target rung_campaign
} >&2
failed=0
for campaign in "$@"; do
  RUNG_CAMPAIGN=long "$build/tests/rung_campaign" "[$campaign]" || [ $? -eq 77 ] || failed=1
done
exit "$failed"
