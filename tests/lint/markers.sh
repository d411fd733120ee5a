#!/bin/sh
# markers.def, the C that sets markers, the templates that use them and
# templates/README.md that lists them say the same.
cd "$(dirname "$0")/../.." || exit 1
tmp=$(mktemp -d) || exit 1
trap 'rm -rf "$tmp"' EXIT
export LC_ALL=C
n=0 status=0
same() { # WHAT LEFT RIGHT: lines in one and not in the other
	n=$((n + 1))
	if out=$(diff "$2" "$3"); then
		echo "ok $n - $1"
	else
		echo "not ok $n - $1"
		echo "$out" | grep '^[<>]' | sed 's/^/# /'
		status=1
	fi
}
echo "1..4"
sed -n 's/^\(VALUE\|HTML\|SECTION\)(\([A-Z_]*\),.*/\2 \L\1/p' \
	generator/renderer/markers.def | sort >"$tmp/defined"
cut -d' ' -f1 "$tmp/defined" >"$tmp/names"
sed -n 's/^| `\([A-Z_]*\)` | \([a-z]*\) |.*/\1 \2/p' templates/README.md |
	sort >"$tmp/listed"
same 'markers.def (<) and templates/README.md (>)' "$tmp/defined" "$tmp/listed"
grep -oh '{{[#/]\?[A-Z_]*\(:[a-z]*\)\?}}' templates/*.tpl |
	sed 's/[{}#/]//g; s/:[a-z]*//' | grep -v '^T_\|^BI_' | sort -u >"$tmp/used"
same 'markers.def (<) and what templates use (>)' "$tmp/names" "$tmp/used"
grep -oh '\bM_[A-Z_]*' generator/renderer/*.c | sed 's/^M_//' | sort -u >"$tmp/set"
same 'markers.def (<) and what the renderer sets (>)' "$tmp/names" "$tmp/set"
for l in id en; do
	sed -n 's/^\([a-z_]*\):.*/\1/p' "templates/strings.$l.yaml" | sort >"$tmp/strings.$l"
done
same 'the strings of id (<) and en (>)' "$tmp/strings.id" "$tmp/strings.en"
exit $status
