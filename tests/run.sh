#!/bin/sh
# run.sh SUITE ... - runs suites that speak TAP (unit programs, .bats, .sh) and
# sums up. What fails is printed with the command that runs it alone. T=name
# runs only the suites whose name has it. VALGRIND=1 runs programs under
# valgrind. Ends with "N passed, N failed" and keeps the sum in build/counts.
set -u
cd "$(dirname "$0")/.." || exit 1
# in memory where that can be: the tests write many small files and sync them
if [ -z "${TMPDIR:-}" ] && [ -w /dev/shm ]; then export TMPDIR=/dev/shm; fi
log=$(mktemp -d) || exit 1
trap 'rm -rf "$log"' EXIT
export CMOCKA_MESSAGE_OUTPUT=TAP LC_ALL=C.UTF-8
export ASAN_OPTIONS=detect_leaks=1:allocator_may_return_null=1
export LSAN_OPTIONS=suppressions=$PWD/tests/lsan.supp:print_suppressions=0
export UBSAN_OPTIONS=print_stacktrace=1
export TSAN_OPTIONS=halt_on_error=1:second_deadlock_stack=1
passed=0 failed=0

run() { # the suite's TAP on standard output
	case $1 in
	*.bats) bats --tap "$1" ;;
	*.sh) sh "$1" ;;
	*)
		if [ -n "${VALGRIND:-}" ]; then
			valgrind -q --error-exitcode=99 --leak-check=full \
				--errors-for-leak-kinds=definite,indirect \
				--suppressions=tests/valgrind.supp "$1"
		else
			"$1"
		fi
		;;
	esac
}

for suite; do
	case $suite in *"${T:-}"*) ;; *) continue ;; esac
	start=$(date +%s)
	run "$suite" >"$log/out" 2>"$log/err"
	status=$?
	ok=$(grep -c '^ok ' "$log/out")
	bad=$(grep '^not ok ' "$log/out" | grep -vc '# SKIP') # cmocka's skips
	# a suite that ends badly without saying which test has failed as well
	[ "$status" = 0 ] || [ "$bad" != 0 ] || bad=1
	[ "$ok" != 0 ] || [ "$bad" != 0 ] || bad=1
	passed=$((passed + ok)) failed=$((failed + bad))
	printf '%-40s %4d passed %s(%d s)\n' "$suite" "$ok" \
		"$([ "$bad" = 0 ] || printf '%d FAILED ' "$bad")" \
		$(($(date +%s) - start))
	[ "$bad" = 0 ] && continue
	grep -v '^ok ' "$log/out" | head -n 150
	tail -n 60 "$log/err"
	echo "again: make ${CONFIG:+CONFIG=$CONFIG }test T=$(basename "$suite")"
done
mkdir -p build
echo "$passed $failed" >>build/counts
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
