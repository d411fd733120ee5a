#!/bin/sh
# embed.sh NAME=FILE ... - prints the C source of base/embed.h's table.
set -eu
echo '/* Made by generator/embed.sh; do not edit. */'
echo '#include "base/embed.h"'
n=0
for pair; do
	echo "static const unsigned char file_$n[] = {"
	od -An -v -tu1 -- "${pair#*=}" | sed 's/  */,/g; s/^,//; s/$/,/'
	echo '0 };'
	n=$((n + 1))
done
echo 'const struct embedded embedded_files[] = {'
n=0
for pair; do
	echo "	{ \"${pair%%=*}\", file_$n, sizeof file_$n - 1 },"
	n=$((n + 1))
done
echo '};'
echo "const size_t embedded_count = $n;"
