#!/bin/sh
# deps.sh PACKAGE ... - installs Debian packages that are missing. Does nothing
# when all are there; elsewhere than on Debian it says what is needed.
set -eu
missing=
if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
	echo "Not a Debian system: install by hand what these packages hold:"
	echo "  $*"
	exit 0
fi
for p; do
	case $(dpkg-query -W -f='${Status}' "$p" 2>/dev/null) in
	*' installed') ;;
	*) missing="$missing $p" ;;
	esac
done
[ -n "$missing" ] || exit 0
sudo=
if [ "$(id -u)" != 0 ]; then
	sudo=sudo
	command -v sudo >/dev/null || {
		echo "Run as root: apt-get install$missing" >&2
		exit 1
	}
fi
echo "Installing:$missing"
$sudo env DEBIAN_FRONTEND=noninteractive apt-get -q update
# shellcheck disable=SC2086 # words on purpose
$sudo env DEBIAN_FRONTEND=noninteractive \
	apt-get -q install -y --no-install-recommends $missing
