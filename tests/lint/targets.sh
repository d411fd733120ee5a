#!/bin/sh
# The fuzz targets and the bench still fit what they call: they are built only
# by `make fuzz`, `make check` and `make bench`.
cd "$(dirname "$0")/../.." || exit 1
n=0 status=0
set -- tests/fuzz/*.c tests/bench/*.c
echo "1..$#"
for source; do
	n=$((n + 1))
	if out=$(${CC:-cc} -std=c17 -fsyntax-only -D_XOPEN_SOURCE=700 \
		-Igenerator -Wall -Wextra -Werror "$source" 2>&1); then
		echo "ok $n - $source"
	else
		echo "not ok $n - $source does not compile"
		echo "$out" | head -n 20 | sed 's/^/# /'
		status=1
	fi
done
exit $status
