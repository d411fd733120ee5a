#!/bin/sh
# One format: make format mends it.
cd "$(dirname "$0")/../../.." || exit 1
echo "1..1"
out=$(git ls-files '*.c' '*.h' '*.cc' | xargs clang-format --dry-run 2>&1 | grep warning | cut -d: -f1 | sort -u)
[ -z "$out" ] && { echo "ok 1 - format"; exit 0; }
echo "not ok 1 - format: make format"
echo "$out" | sed 's/^/# /'
exit 1
