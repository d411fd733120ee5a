#!/bin/sh
# clang-tidy (.clang-tidy says what) and cppcheck, two files at a time; and
# clang compiles all without a warning.
cd "$(dirname "$0")/../../.." || exit 1
status=0
flags='-std=c17 -D_XOPEN_SOURCE=700 -Igenerator -isystem /usr/include/libxml2'
echo "1..3"
result() { # NUMBER WHAT OUTPUT
	[ -z "$3" ] && { echo "ok $1 - $2"; return; }
	echo "not ok $1 - $2"
	echo "$3" | sed 's/^/# /'
	status=1
}
result 1 clang-tidy "$(printf '%s\n' generator/*.c generator/*/*.c |
	xargs -P2 -I{} clang-tidy --quiet {} -- $flags 2>/dev/null |
	grep -E ': (warning|error):' | sort -u | head -n 80)"
result 2 cppcheck "$(cppcheck -q -j2 --std=c11 --inline-suppr \
	--enable=warning,performance,portability --error-exitcode=0 \
	--suppress=missingInclude --suppress=unknownMacro \
	--suppress=internalAstError --suppress=varFuncNullUB -D_XOPEN_SOURCE=700 -Igenerator \
	generator 2>&1 | head -n 60)"
result 3 'clang warnings' "$(printf '%s\n' generator/*.c generator/*/*.c |
	xargs -P2 -I{} clang $flags -Wall -Wextra -Wpedantic -Wshadow \
		-Wconversion -Wvla -fsyntax-only {} 2>&1 | head -n 60)"
exit $status
