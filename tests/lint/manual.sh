#!/bin/sh
# Every option of --help is in arsip.1, every key of arsip.yaml in
# arsip.yaml.5 and in what
# `arsip init` writes, and every make target named in the documents exists.
cd "$(dirname "$0")/../.." || exit 1
arsip=${ARSIP:-build/arsip}
status=0
echo "1..4"
report() { # NUMBER WHAT MISSING
	if [ -z "$3" ]; then
		echo "ok $1 - $2"
	else
		echo "not ok $1 - $2"
		for m in $3; do echo "# $m"; done
		status=1
	fi
}
missing=
for c in $("$arsip" --help | sed -n '/^Commands/,/^$/s/^  \([a-z]*\) .*/\1/p'); do
	grep -qE "^\.(Ic|Cm|It Ic|It Cm|Ss) $c\b" generator/arsip.1 || missing="$missing $c"
	for o in $("$arsip" "$c" --help | grep -o -- '--[a-z][a-z-]*'); do
		grep -qF -- "Fl -${o#--}" generator/arsip.1 ||
			missing="$missing $c:$o"
	done
done
report 1 'commands and options are in arsip.1' "$missing"
missing=
for k in $(awk '/known\[\] = {/ { on = 1 } on; /};/ { on = 0 }' generator/commands/site.c |
	grep -o '"[a-z_]*"' | tr -d '"'); do
	grep -qE "^\.(It|Ic|Cm|Pa|Sy).*\b$k\b" generator/arsip.yaml.5 || missing="$missing $k"
done
report 2 'keys of arsip.yaml are in arsip.yaml.5' "$missing"
keys() { LC_ALL=C sort -u | tr '\n' ' '; }
known=$(awk '/known\[\] = {/ { on = 1 } on; /};/ { on = 0 }' generator/commands/site.c |
	grep -o '"[a-z_]*"' | tr -d '"' | keys)
written=$(sed -nE 's/^#?(  )?([a-z_]+):( .*)?$/\2/p' generator/commands/starter/arsip.yaml | keys)
[ "$known" = "$written" ] && missing= || missing="site.c: $known starter/arsip.yaml: $written"
report 3 'the keys of arsip.yaml are those that init writes' "$missing"
missing=
for t in $(grep -oh '`make [a-z-]*' README.md generator/*.md tests/README.md content/README.md |
	sed 's/.* //' | sort -u); do
	grep -qE "^($t|[a-z ]*\b$t\b[a-z ]*):" Makefile || missing="$missing $t"
done
report 4 'make targets in the documents exist' "$missing"
exit $status
