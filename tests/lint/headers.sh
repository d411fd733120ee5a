#!/bin/sh
# Each header compiles alone; tmpl.h from C++ as well.
cd "$(dirname "$0")/../.." || exit 1
n=0 status=0
set -- generator/*/*.h
echo "1..$(($# + 1))"
check() { # COMPILER HEADER
	n=$((n + 1))
	if out=$(printf '#include "%s"\n' "${2#generator/}" |
		$1 -fsyntax-only -D_XOPEN_SOURCE=700 -Igenerator - 2>&1); then
		echo "ok $n - $2"
	else
		echo "not ok $n - $2 does not compile alone"
		echo "$out" | sed 's/^/# /'
		status=1
	fi
}
for h; do check "${CC:-cc} -std=c17 -xc -Wall -Wextra -Werror" "$h"; done
check "${CXX:-c++} -std=c++17 -xc++ -Wall -Wextra -Werror" generator/renderer/tmpl.h
exit $status
