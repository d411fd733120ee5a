#!/bin/sh
# The demo built, published, exported and explained under valgrind.
set -u
site=$(mktemp -d) || exit 1
trap 'rm -rf "$site"' EXIT
cp -r content arsip.yaml "$site"
git init -q "$site"
n=0 status=0
echo "1..4"
for command in build publish export \
	'explain content/satelit/larasati-1-mengorbit.txt'; do
	n=$((n + 1))
	# shellcheck disable=SC2086 # words on purpose
	if valgrind -q --error-exitcode=99 --leak-check=full \
		--errors-for-leak-kinds=definite,indirect \
		--suppressions=tests/valgrind.supp \
		"$ARSIP" -C "$site" $command -j2 >/dev/null 2>"$site/err"; then
		echo "ok $n - $command"
	else
		echo "not ok $n - $command"
		sed 's/^/# /' "$site/err"
		status=1
	fi
done
exit $status
