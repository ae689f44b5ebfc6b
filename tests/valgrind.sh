#!/usr/bin/env bash
# Runs the whole main job under valgrind: assessments from arguments, at single keys and in whole lines, every report in
# every format, ladders of all kinds, and what is refused. Fails when memory is misused or lost, or a file is left open.
# Usage: tests/valgrind.sh      (a few minutes)
#   Prints a line for each run that has a finding, and how many runs there were.
set -euo pipefail
umask 077

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
build=$top/build/valgrind
"$top/tests/install.sh" valgrind >&2
{
  cmake -S "$top" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=RelWithDebInfo -DBUILD_TESTING=OFF
  cmake --build "$build" --target rung
} >&2

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
export USER=kim LANG=C.UTF-8 TERM=xterm-256color RUNG_HOME=$scratch/home EDITOR=true PAGER=cat
rung=$build/src/rung
memcheck="valgrind --quiet --error-exitcode=99 --leak-check=full --show-leak-kinds=definite,indirect,possible \
  --errors-for-leak-kinds=definite,indirect,possible --track-fds=yes --log-file=$scratch/log"
runs=0
found=0

# Whatever valgrind says is a finding, but for the names of descriptors: of one that was not inherited it also tells
# where it was opened.
judge() { # CODE EXPECTED NAME
  runs=$((runs + 1))
  grep -vE 'FILE DESCRIPTORS|^==[0-9]+== (Open file descriptor| *<inherited from parent>| *$)' log >findings || true
  [ "$1" -ne "$2" ] || [ -s findings ] || return 0
  found=$((found + 1))
  echo "$3: exit code $1, expected $2"
  head -20 findings
}
run() { # EXPECTED ARGUMENT...
  local expected=$1 code=0
  shift
  $memcheck "$rung" "$@" </dev/null >out 2>err || code=$?
  judge "$code" "$expected" "rung $*"
}
await() { # TEXT FILE      for at most a minute
  local tries
  for ((tries = 0; tries < 600; tries++)); do
    if grep -qsF -- "$1" "$2"; then return; fi
    sleep 0.1
  done
}
# At a terminal: keys are sent once the program asks for them, and no end of input comes before its own end. What it says
# then shows that they were taken.
keys() { # EXPECTED SAID KEYS ARGUMENT...
  local expected=$1 said=$2 keys=$3 code=0
  shift 3
  : >out
  rm -f log
  { [ -z "$keys" ] || await quit out; printf '%b' "$keys"; await 'FILE DESCRIPTORS' log; } |
    script -qefc "stty cols 80 rows 24; $memcheck $rung $*" /dev/null >out 2>err || code=$?
  judge "$code" "$expected" "rung $* with the keys $keys"
  grep -qF -- "$said" out || { found=$((found + 1)); echo "rung $* with the keys $keys does not say: $said"; }
}

sed -e 's/^title: .*/title: Another title/' -e 's/^id: .*/id: another/' "$top/ladders/ic3-mle.yaml" >own.yaml
printf 'format: rung-ladder/1\nid: broken\ntitel: Broken\npillars:\n  - id: a\n    id: a\n' >broken.yaml
printf '# Baker\n\n## Dough\n\n- I weigh every ingredient.\n- I fold it by hand.\n' >ladder.md
printf '<h1>Baker</h1><h2>Dough</h2><ul><li>I weigh every ingredient.<li>I fold it by hand.</ul>' >ladder.html
printf 'pillar,responsibility,behavior\nDough,Mixing,I weigh every ingredient.\nDough,Mixing,I fold it by hand.\n' >ladder.csv

run 0 assess ic3-mle --label first --answers "$top/examples/sample-answers.yaml"
run 5 assess own.yaml --set scope.scope.own-projects=3
run 2 assess ic3-mle
keys 5 '6 of 53 answered' '12?\033[A\033[Bnbecause\rex\rhttps://example.org/a\r\rb4oEq' assess own.yaml
keys 5 '8 of 53 answered' '3\n4\nq\n' assess own.yaml --plain
keys 5 '1 of 53 answered' '3q' assess own.yaml --new
keys 5 '1 of 53 answered' '3q' assess ic3-mle --from latest --only gaps
run 0 assess ic3-mle --label second --from latest --answers "$top/examples/sample-answers.yaml" --set scope.scope.own-projects=1
for format in text markdown html json csv svg; do run 0 report --format "$format"; done
for format in text markdown html json csv; do
  run 0 diff --format "$format"
  run 0 list --format "$format"
  run 0 report --against ic4-mle --format "$format"
  run 0 ladder diff ic2-mle ic3-mle --format "$format"
  run 0 doctor --format "$format"
done
for format in text markdown html json csv; do run 0 history --format "$format"; done
for file in report.md report.html report.txt report.json report.csv report.svg; do run 0 export -o "$file"; done
run 0 export -o report.md --redact
run 0 export --all -o answers.csv
run 0 export --all --format jsonl
run 1 report --check
for format in text markdown html json csv yaml; do run 0 ladder show ic3-mle --format "$format"; done
run 0 ladder list
run 0 ladder check own.yaml
run 3 ladder check broken.yaml
run 0 ladder new new
run 0 ladder schema
run 0 ladder add own.yaml
run 0 ladder remove another
for document in ladder.md ladder.html ladder.csv; do run 0 ladder import "$document" -o "baker-${document##*.}.yaml"; done
keys 0 'Readiness' '33f' assess baker-md.yaml
keys 0 'Readiness' '2\n2\nf\n' assess --amend latest --plain
keys 0 'Readiness' '' report
run 3 assess broken.yaml --set a.b.c=1
run 3 report nothing-of-that-name
run 2 report --no-such-option
run 0 help keys
run 0 --help

printf '%s runs, %s with a finding\n' "$runs" "$found"
[ "$found" = 0 ]
