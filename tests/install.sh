#!/usr/bin/env bash
# Installs what the build and the tests need, with the system's package manager, and only what is missing.
# Usage: tests/install.sh build|test|check|fuzz|valgrind|portable|html
#   build  what `rung` needs;  test  also what its tests need;  check  also what the style checks need
#   fuzz   what `rung` and the fuzzers need;  valgrind  what `rung` and tests/valgrind.sh need
#   portable  only what tests/portable.sh needs
#   html   only what the tests written for Node.js need: Node.js and a browser, wherever they come from
set -euo pipefail

build_packages=(g++ cmake ninja-build pkg-config libcli11-dev libyaml-cpp-dev libfmt-dev nlohmann-json3-dev libutf8proc-dev
  libstemmer-dev libcmark-gfm-dev libcmark-gfm-extensions-dev libgumbo-dev)
test_packages=(catch2 libvterm-dev sqlite3 strace git codespell zsh fish)
check_packages=(clang-format clang-tidy)
fuzz_packages=(clang libclang-rt-dev)
valgrind_packages=(valgrind bsdutils)
portable_packages=(debootstrap git)

packages=("${build_packages[@]}")
case "${1:-build}" in
  build) ;;
  test) packages+=("${test_packages[@]}") ;;
  check) packages+=("${test_packages[@]}" "${check_packages[@]}") ;;
  fuzz) packages+=("${fuzz_packages[@]}") ;;
  valgrind) packages+=("${valgrind_packages[@]}") ;;
  portable) packages=("${portable_packages[@]}") ;;
  html)
    packages=()
    command -v chromium >/dev/null || packages+=(chromium)
    command -v node >/dev/null || packages+=(nodejs)
    command -v npm >/dev/null || packages+=(npm)
    ;;
  *) echo "usage: tests/install.sh build|test|check|fuzz|valgrind|portable|html" >&2; exit 2 ;;
esac

if ! command -v apt-get >/dev/null; then
  echo "This script installs with apt-get, which is not here. Needed: ${packages[*]}" >&2
  echo "Libraries that are missing are fetched by CMake, but for utf8proc and libstemmer." >&2
  exit 0
fi

missing=()
for package in "${packages[@]}"; do
  [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
done
[ "${#missing[@]}" -eq 0 ] && exit 0

root=()
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null || { echo "Run as root or install sudo; missing: ${missing[*]}" >&2; exit 1; }
  root=(sudo)
fi
echo "Installing: ${missing[*]}"
"${root[@]}" apt-get update -qq
"${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
