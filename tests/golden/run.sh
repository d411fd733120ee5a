#!/bin/sh
# Golden tests. A case is a folder with site/ (content/, perhaps arsip.yaml and
# more) and want/: `export`, what `arsip export` prints; `explain`, for the
# files named in the case's file `explain`; `log`, what build says; `public`,
# the pages. With a file `texts-only` nothing is built. `make accept T=case`
# takes what comes out now as right: read the diff before you commit it.
set -u
cd "$(dirname "$0")" || exit 1
arsip=${ARSIP:-$PWD/../../build/arsip}
jobs=${JOBS:-2}
tmp=$(mktemp -d) || exit 1
trap 'rm -rf "$tmp"' EXIT
n=0 status=0
set -- */site
echo "1..$#"
for site; do
	name=${site%/site}
	case $name in *"${T:-}"*) ;; *) [ -n "${ACCEPT:-}" ] && continue ;; esac
	n=$((n + 1))
	got=$tmp/$name
	mkdir -p "$got"
	cp -r "$site" "$tmp/site"
	(
		cd "$tmp/site" || exit 1
		"$arsip" export -j"$jobs" >"$got/export" 2>/dev/null
		echo "export: exit status $?" >"$got/log"
		[ -f "$OLDPWD/$name/texts-only" ] && exit
		"$arsip" build --verbose -j"$jobs" >>"$got/log" 2>&1
		echo "build: exit status $?" >>"$got/log"
	)
	if [ -f "$name/explain" ]; then
		while read -r file; do
			"$arsip" -C "$tmp/site" explain "$file" 2>/dev/null
		done <"$name/explain" >"$got/explain"
	fi
	if [ ! -f "$name/texts-only" ]; then
		mv "$tmp/site/public" "$got/public"
		# the theme's, byte for byte
		rm -f "$got/public/style.css" "$got/public/arsip.js"
	fi
	rm -rf "$tmp/site"
	if [ -n "${ACCEPT:-}" ]; then
		rm -rf "$name/want"
		mv "$got" "$name/want"
		echo "ok $n - $name accepted"
	elif diff -ru "$name/want" "$got" >"$tmp/diff" 2>&1; then
		echo "ok $n - $name"
	else
		echo "not ok $n - $name: make accept T=$name takes this as right"
		head -n 80 "$tmp/diff" | sed 's/^/# /'
		status=1
	fi
done
exit $status
