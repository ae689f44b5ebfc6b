#!/usr/bin/env bash
# Runs a program with something in the way of every file below PLACE, and leaves in PLACE what the program made of it.
# Usage: obstacle.sh pages N|files N|read-only|unwritable PLACE PROGRAM [ARGUMENT]...
#   pages N     PLACE is a disk with room for N more pages of 4096 bytes;  files N  for N more files
#   read-only   PLACE is mounted read-only;  unwritable  nobody may write to its directories, root included
# The first three need the right to mount in a namespace of one's own: `unshare -rm`.
set -euo pipefail

obstacle=$1
shift
room=0
case "$obstacle" in pages | files) room=$1; shift ;; esac
place=$1
shift
code=0

case "$obstacle" in
  pages | files)
    beside=$(mktemp -d)
    cp -a "$place" "$beside/before"
    mount -t tmpfs -o size=4m,nr_inodes=200 none "$place"
    cp -a "$beside/before/." "$place/"
    if [ "$obstacle" = pages ]; then
      used=$(($(stat -f -c %b "$place") - $(stat -f -c %f "$place")))
      mount -o remount,size=$((4 * (used + room)))k "$place"
    else
      used=$((200 - $(stat -f -c %d "$place")))
      mount -o remount,nr_inodes=$((used + room)) "$place"
    fi
    "$@" || code=$?
    cp -a "$place" "$beside/after"
    umount "$place"
    find "$place" -mindepth 1 -delete
    cp -a "$beside/after/." "$place/"
    rm -rf "$beside"
    ;;
  read-only)
    mount --bind "$place" "$place"
    mount -o remount,bind,ro "$place"
    "$@" || code=$?
    ;;
  unwritable)
    find "$place" -type d -exec chmod u-w {} +
    # Root may write anywhere, until that right is taken away for good.
    [ "$(id -u)" -ne 0 ] || set -- setpriv --bounding-set=-dac_override,-dac_read_search "$@"
    "$@" || code=$?
    find "$place" -type d -exec chmod u+w {} +
    ;;
esac
exit "$code"
