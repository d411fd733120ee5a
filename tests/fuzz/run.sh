#!/bin/sh
# Runs the fuzz targets (libFuzzer) that `make fuzz` has built over their seeds
# and then over what grows from them, FUZZ_SECONDS each (3), one after the
# other. Speaks TAP. T=name runs those whose name has it. What was learnt stays
# in build/fuzz/corpus/, an input that breaks a promise in build/fuzz/found/:
# mend it, then keep the input in seeds/<target>/ or in a unit test.
set -u
cd "$(dirname "$0")/../.." || exit 1
seeds=tests/fuzz/seeds
found=build/fuzz/found
seconds=${FUZZ_SECONDS:-3}
TMPDIR=$(mktemp -d -p "${TMPDIR:-/dev/shm}" 2>/dev/null || mktemp -d) || exit 1
export TMPDIR
trap 'rm -rf "$TMPDIR"' EXIT
export UBSAN_OPTIONS=print_stacktrace=1:halt_on_error=1
mkdir -p "$found"
n=0 status=0
for source in tests/fuzz/*.c; do
	target=$(basename "$source" .c)
	case $target in *"${T:-}"*) ;; *) continue ;; esac
	n=$((n + 1))
	corpus=build/fuzz/corpus/$target
	mkdir -p "$corpus"
	if build/fuzz/target/"$target" -max_total_time="$seconds" -timeout=20 -max_len=8192 \
		-dict=tests/fuzz/arsip.dict -artifact_prefix="$found/$target-" \
		-print_final_stats=1 "$corpus" "$seeds/$target" \
		>"$TMPDIR/log" 2>&1; then
		echo "ok $n - $target: $(sed -n 's/^stat::number_of_executed_units: *//p' \
			"$TMPDIR/log") inputs in $seconds s"
	else
		echo "not ok $n - $target: make fuzz T=$target"
		grep -E 'does not hold|ERROR|SUMMARY|runtime error|Test unit' \
			"$TMPDIR/log" | head -n 20 | sed 's/^/# /'
		grep -E '^ +#[0-9]+ .* in .*(generator|tests)/' "$TMPDIR/log" | head -n 12 |
			sed 's/^/# /'
		status=1
	fi
done
echo "1..$n"
[ "$n" != 0 ] || status=1
exit $status
