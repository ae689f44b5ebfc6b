#!/usr/bin/env bash
# Installs what is missing, builds, and runs all tests; ends with ctest's summary.
set -euo pipefail

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
build="$top/build/test"

"$top/tests/install.sh" test
"$top/tests/install.sh" html || echo "No browser could be installed: the test html will be skipped." >&2
cmake -S "$top" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Debug -DBUILD_TESTING=ON -DRUNG_WERROR=ON
cmake --build "$build"
ctest --test-dir "$build" --output-on-failure --parallel "$(nproc)" "$@"
