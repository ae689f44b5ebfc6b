#!/usr/bin/env bash
# Tells with what a program was hardened; fails when something is missing.
# Usage: tests/hardening.sh [PROGRAM]      (without: builds a release and looks at that)
set -euo pipefail

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
program=${1:-}
if [ -z "$program" ]; then
  "$top/tests/install.sh" build >&2
  cmake -S "$top" -B "$top/build/release" -G Ninja -DCMAKE_BUILD_TYPE=Release -DBUILD_TESTING=OFF >&2
  cmake --build "$top/build/release" --target rung >&2
  program=$top/build/release/src/rung
fi

failed=0
says() { # NAME COMMAND PATTERN
  if grep -qE "$3" <<<"$($2 2>/dev/null)"; then echo "yes  $1"; else echo "NO   $1"; failed=1; fi
}
header="readelf -hW $program"
segments="readelf -lW $program"
dynamic="readelf -dW $program"
symbols="readelf --dyn-syms -W $program"
says "position independent executable (PIE)" "$header" 'Type:.*DYN'
says "read-only relocations (RELRO)" "$segments" 'GNU_RELRO'
says "all symbols bound at the start (BIND_NOW)" "$dynamic" 'BIND_NOW|FLAGS.*NOW'
says "stack protector" "$symbols" '__stack_chk_fail'
says "fortified functions" "$symbols" '_chk(@|$| )'
if grep -q "GNU_STACK.*RWE" <<<"$($segments)"; then echo "NO   stack that cannot be executed"; failed=1; else echo "yes  stack that cannot be executed"; fi
exit "$failed"
