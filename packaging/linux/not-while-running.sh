#!/bin/sh
# Before the package is changed. The program loads its parts as it comes to need them, and they must be of one version.
set -e
case "${1:-}" in
    @WHEN@) ;;
    *) exit 0 ;;
esac
for program in /proc/[0-9]*/exe; do
    case $(readlink "$program" || :) in
        @PLACE@/*)
            echo "Bluebook Desktop is running: close it, then @WHAT@." >&2
            exit 1
            ;;
    esac
done
# An rpm that was killed leaves what it had unpacked, and never takes it away itself.
find @PLACE@ -name '*;????????' -delete 2> /dev/null || :
