#!/bin/sh
# run.sh - the demo in Chromium; prints TAP. See browser/run.mjs.
cd "$(dirname "$0")" || exit 1
if [ ! -d node_modules ]; then
	echo "not ok 1 - make deps-dev installs what these tests need"
	exit 1
fi
exec node run.mjs
