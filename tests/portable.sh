#!/usr/bin/env bash
# Builds and tests the last commit on fresh systems: Debian 12 and 13, each bootstrapped anew into a directory, by the
# README's two commands without a terminal; then with clang and its own standard library as well as GCC's.
# Usage: tests/portable.sh [bookworm|trixie]...      (both without; as root, about half an hour each)
#   Prints a table at the end, and fails when a step did. Logs stay in the directory it names, below TMPDIR, and so does
#   a system in which a step failed (four gigabytes).
#   Needs debootstrap, which it installs, and what apt is set up to reach.
set -euo pipefail

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
[ "$(id -u)" = 0 ] || { echo "A system can be bootstrapped by root alone." >&2; exit 1; }
[ $# -gt 0 ] || set -- bookworm trixie
"$top/tests/install.sh" portable >&2
commit=$(git -C "$top" rev-parse HEAD)
work=$(mktemp -d)
table=$work/table
failed=0

unmount() {
  local point
  for point in "$work"/*/dev/pts "$work"/*/dev "$work"/*/proc; do
    if mountpoint -q "$point"; then umount --lazy "$point"; fi
  done
}
trap unmount EXIT

bootstrap() { # SUITE ROOT
  # The way to the packages is this machine's. Each has to work: where its failure is caught, nothing else ends it.
  debootstrap --variant=minbase "$1" "$2" &&
    cp /etc/apt/apt.conf.d/* "$2/etc/apt/apt.conf.d/" &&
    cp /etc/resolv.conf /etc/hosts "$2/etc/" &&
    mount -t proc proc "$2/proc" &&
    mount --bind /dev "$2/dev" &&
    mount --bind /dev/pts "$2/dev/pts" &&
    mkdir "$2/src" &&
    git -C "$top" archive "$commit" | tar -x -C "$2/src"
}

enter() { # SUITE COMMAND
  chroot "$work/$1" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root \
    bash -euo pipefail -c "cd /src; $2" </dev/null
}

# What a log comes to: how many tests passed, and which did not, or the line that sums up another step.
sum_up() { # LOG
  awk '
    /^Readiness:/ || /^[0-9]+ files$/ { line = $0 }
    / Test +#/ { tests++; if (/   Passed /) passed++; else if (/[*]Skipped /) skipped = skipped " " $4; else failed = failed " " $4 }
    END {
      if (tests) line = passed + 0 " of " tests " tests passed" (skipped ? ", skipped:" skipped : "") (failed ? ", failed:" failed : "")
      print line
    }' "$1"
}

step() { # SUITE COMPILER LIBRARY NAME COMMAND
  local log="$work/$1-$2-$3-${4// /-}.log" start=$SECONDS verdict=yes version
  enter "$1" "$5" >"$log" 2>&1 || verdict=NO
  [ "$verdict" = yes ] || failed_in=$1
  version=$(enter "$1" "$2 -dumpversion" 2>/dev/null || true)
  printf '%-9s %-10s %-10s %-17s %-4s %5s s  %s\n' "$1" "$2 ${version%%.*}" "$3" "$4" "$verdict" $((SECONDS - start)) \
    "$(sum_up "$log")" | tee -a "$table" >&2
}

clang_tests='tests/install.sh fuzz; tests/install.sh test
  cmake -S . -B build/clang -G Ninja -DCMAKE_BUILD_TYPE=Debug -DCMAKE_CXX_COMPILER=clang++ -DRUNG_WERROR=ON
  cmake --build build/clang
  ctest --test-dir build/clang --output-on-failure -E "^(kills|faults|concurrency|hostile|html|schema)$"'

# Debian builds the libraries with the standard library of GCC: nothing that names std:: can be linked with the other
# one, but all of it compiles.
libcxx='apt-get install -y -qq --no-install-recommends libc++-dev libc++abi-dev >/dev/null
  cd build/clang
  ninja -t commands | grep -E " -c .*/(src|tests)/" |
    sed -E "s/ -MD -MT [^ ]+ -MF [^ ]+ -o [^ ]+ -c / -stdlib=libc++ -o \/dev\/null -c /" >commands
  tr "\n" "\0" <commands | xargs -0 -P "$(nproc)" -n 1 sh -c
  echo "$(wc -l <commands) files"'

echo "Logs: $work" >&2
for suite in "$@"; do
  failed_in=
  bootstrap "$suite" "$work/$suite" >"$work/$suite-bootstrap.log" 2>&1 ||
    { echo "$suite cannot be bootstrapped:" >&2; tail -5 "$work/$suite-bootstrap.log" >&2; failed=1; unmount; continue; }
  step "$suite" g++ libstdc++ "quickstart" 'examples/quickstart.sh'
  step "$suite" g++ libstdc++ "quickstart again" 'examples/quickstart.sh'
  step "$suite" g++ libstdc++ "all tests" 'tests/run.sh'
  step "$suite" clang++ libstdc++ "tests of layers" "$clang_tests"
  step "$suite" clang++ libc++ "objects" "$libcxx"
  unmount
  if [ -n "$failed_in" ]; then failed=1; else rm -rf --one-file-system "${work:?}/$suite"; fi
done
echo
printf '%-9s %-10s %-10s %-17s %-4s %7s  %s\n' system compiler library step done time summary
[ ! -f "$table" ] || cat "$table"
exit "$failed"
