#!/bin/sh
# No file over 500 lines, no function over 80: the design is asking for
# something. A function ends at a "}" in the first column.
cd "$(dirname "$0")/../.." || exit 1
echo "1..2"
status=0
long=$(wc -l generator/*.c generator/*/*.[ch] generator/*/*.cc |
	awk '$2 != "total" && $1 > 500 { print "# " $2 ": " $1 " lines" }')
[ -z "$long" ] && echo "ok 1 - files" || { echo "not ok 1 - files"; echo "$long"; status=1; }
long=$(awk '
	FNR == 1 { start = 0 }
	/^\{$/ { start = FNR }
	/^\}/ { if (start && FNR - start > 80)
			print "# " FILENAME ":" start ": " FNR - start " lines"
		start = 0 }' generator/*.c generator/*/*.c generator/*/*.cc)
[ -z "$long" ] && echo "ok 2 - functions" || { echo "not ok 2 - functions"; echo "$long"; status=1; }
exit $status
