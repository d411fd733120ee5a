#!/bin/sh
# The manual pages are right.
cd "$(dirname "$0")/../../.." || exit 1
echo "1..1"
out=$(mandoc -Tlint -Wwarning generator/*.[15] 2>&1)
[ -z "$out" ] && { echo "ok 1 - mandoc"; exit 0; }
echo "not ok 1 - mandoc"
echo "$out" | sed 's/^/# /'
exit 1
