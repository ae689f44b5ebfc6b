#!/usr/bin/env bash
# Checks the spelling of everything that people read: the README, docs, ladders, examples, the program's texts, comments,
# and test names. Spelling is American. Correct words that codespell does not know go into tests/spelling-words.txt.
# Exits with 77 if codespell is not installed.
set -euo pipefail

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
command -v codespell >/dev/null || { echo "codespell is not installed"; exit 77; }
texts=$(mktemp -d)
trap 'rm -rf "$texts"' EXIT
cd "$top"

# Writes what `pattern` matches in each file to a copy, line by line, so that codespell reports the right line.
copy_matches() {
  local pattern=$1
  shift
  (cd "$texts" && mkdir -p $(printf '%s\n' "$@" | xargs -d '\n' dirname | sort -u))
  pattern=$pattern texts=$texts perl -ne '
    if ($. == 1) { open(STDOUT, ">", "$ENV{texts}/$ARGV") or die "$ARGV: $!" }
    print join(" ", grep { defined } /$ENV{pattern}/g), "\n";
    close(ARGV) if eof' "$@"
}

string='"((?:[^"\\]|\\.)*)"'
comment='(//.*)'
# trade_words.cpp spells words as log entries do.
mapfile -t sources < <(find src include -name '*.[ch]pp' ! -name 'trade_words.*' | sort)
mapfile -t tests < <(find tests -name '*.[ch]pp' | sort)
mapfile -t scripts < <(find .ci tests src/cmake examples -name '*.sh' -o -name '*.cmake' -o -path '.ci/*' -type f | sort)
copy_matches "$string|$comment" "${sources[@]}"
copy_matches "TEST_CASE\\($string|$comment" "${tests[@]}"
copy_matches '(#.*)' "${scripts[@]}" CMakeLists.txt src/CMakeLists.txt tests/CMakeLists.txt
cp -R README.md docs ladders examples "$texts"

cd "$texts"
codespell --builtin clear,rare,en-GB_to_en-US --ignore-words "$top/tests/spelling-words.txt" \
  --ignore-regex='--colour|\\x[0-9a-fA-F]{2}|\bbehaviours?\b(?=[`:, ]|$)'
