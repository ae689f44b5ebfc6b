#!/usr/bin/env bash
# Builds a release and prints what reports, lists, histories and the export of all answers cost, the latter two beside jq
# on the same files.
# Usage: tests/bench/history.sh [COUNT]...   (how many assessments; 1000 and 10000 without)
#   Needs jq and what `tests/install.sh build` installs. RUNG_BENCH_BUILD: where to build; build-bench without it.
#   RUNG_BENCH_ROUNDS: how often each command runs; 5 without it.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
build=${RUNG_BENCH_BUILD:-$root/build-bench}
rounds=${RUNG_BENCH_ROUNDS:-5}

{
  cmake -S "$root" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DBUILD_TESTING=OFF -DRUNG_BENCH=ON
  cmake --build "$build" --target rung rung_bench_fill rung_bench_pair
} >&2
fill=$build/tests/bench/rung_bench_fill
pair=$build/tests/bench/rung_bench_pair

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir "$scratch/bin"
ln -s "$build/src/rung" "$scratch/bin/rung"
export PATH=$scratch/bin:$PATH LANG=C.UTF-8 USER=kim
cd "$scratch"

# The same rows that `export --all` writes, as far as they stand in an answer.
cat >rows.jq <<'JQ'
.id as $id | .rater as $rater | .finished_at as $at | .ladder.id as $ladder
| .answers[] | {assessment: ($ladder + "/" + $id), rater: $rater.name, role: $rater.role, date: $at, ladder: $ladder,
                behavior, state, rating, reason, note, evidence: ((.evidence // []) | length)}
JQ
# The share of ratings at 3 or above in each pillar, each time: the figures that a history begins with.
cat >history.jq <<'JQ'
[.finished_at, (.answers | group_by(.behavior | split(".")[0])
  | map([(.[0].behavior | split(".")[0]), ([.[] | select(.rating != null and .rating >= 3)] | length),
         ([.[] | select(.state != "not applicable")] | length)]))]
JQ

megabytes() { cat "$1"/assessments/*/*.json | wc -c | awk '{ printf "%.3f", $1 / 1e6 }'; }

"$fill" one 1
export RUNG_HOME=$scratch/one
echo "Medians of $rounds: time, processor time, megabytes a second of processor time, peak memory, command"
echo "One assessment, $(megabytes one) MB"
reports=()
kept=()
for format in text markdown html json csv; do reports+=("rung report --format $format >report.out"); done
reports+=("rung export -o report.md 2>export.err")
for report in "${reports[@]}"; do
  if sh -c "$report" 2>/dev/null; then kept+=("$report"); else echo "  not measured, it fails: $report"; fi
done
"$pair" "$rounds" 0 "${kept[@]}"

[ $# -gt 0 ] || set -- 1000 10000
for number in "$@"; do
  "$fill" "many-$number" "$number"
  export RUNG_HOME=$scratch/many-$number
  size=$(megabytes "many-$number")
  echo
  echo "$number assessments, $size MB"
  first=$(ls "$RUNG_HOME"/assessments/*/ | sed -n '1{s/\.json$//;p}')
  "$pair" "$rounds" 0 \
    "rung list >list.out" \
    "rung list --json >list.out" \
    "rung report >report.out" \
    "rung report $first >report.out" \
    "rung diff >diff.out" \
    "rung diff $first latest >diff.out"
  "$pair" "$rounds" "$size" \
    "rung history --format json >history.out" \
    "jq -c -f history.jq \$RUNG_HOME/assessments/*/*.json >history.jq.out" \
    "rung export --all --format jsonl >rows.out" \
    "rung export --all --format csv -o rows.csv 2>export.err" \
    "jq -c -f rows.jq \$RUNG_HOME/assessments/*/*.json >rows.jq.out"
  rows=$(wc -l <rows.out)
  [ "$rows" = "$(wc -l <rows.jq.out)" ] || { echo "rung and jq wrote different numbers of rows" >&2; exit 1; }
  echo "  $rows rows"
  rm -rf "many-$number"
done
