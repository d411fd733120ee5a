# helper.bash - what the end-to-end tests share: a fresh site for each test,
# arsip run with its two outputs apart, and assertions that say what they saw.
# The tests know arsip only from outside: its options, messages and files.
# shellcheck shell=bash

bats_require_minimum_version 1.5.0

REPO=$(cd "$BATS_TEST_DIRNAME/../.." && pwd)
FIXTURES=$REPO/tests/e2e/fixtures
ARSIP=${ARSIP:-build/arsip}
[[ $ARSIP = /* ]] || ARSIP=$REPO/$ARSIP
NOBODY=65534

# --- around a test -----------------------------------------------------------

# No configuration, identity, repository or locale of whoever runs the tests.
isolate() {
	local name
	for name in ${!GIT_@} ${!LC_@} LANG LANGUAGE TZ SOURCE_DATE_EPOCH \
		XDG_CONFIG_HOME NO_COLOR; do
		unset "$name"
	done
	export HOME=$BATS_TEST_TMPDIR/home GIT_CONFIG_NOSYSTEM=1 \
		GIT_TEMPLATE_DIR=
	mkdir -p "$HOME"
	umask 022
}

# make_site [NAME]: an empty site, and goes there.
make_site() {
	isolate
	SITE=$BATS_TEST_TMPDIR/${1:-site}
	mkdir -p "$SITE/content"
	cd "$SITE" || return
}

# Three articles: two texts, of which the later one refers to the other, and
# one in Markdown with tags.
make_small_site() {
	make_site "$@"
	write_article content/banjir.txt \
		'Banjir Rendam Dua Kampung di Kota Karta' 26/9/2020
	write_article content/warga.txt \
		'Warga Kota Karta Bersihkan Lumpur Sisa Banjir' 28/9/2020 \
		'(Baca juga: Banjir Rendam Dua Kampung di Kota Karta)'
	cat >content/panen.md <<-'END'
		---
		title: Panen Raya di Lembah Sunyi
		date: 2021-03-04
		tags: [panen, desa]
		author: Rina Lestari
		---

		Petani di Lembah Sunyi memulai panen raya pada awal bulan ini.
	END
}

# write_article FILE TITLE D/M/YYYY [LINE...]: a text as scraped.
write_article() {
	local file=$1 title=$2 date=$3 day month year
	local weekdays=(Minggu Senin Selasa Rabu Kamis Jumat Sabtu)
	IFS=/ read -r day month year <<<"$date"
	date="${weekdays[$(date -d "$year-$month-$day" +%w)]} ($date)"
	shift 3
	[[ -d ${file%/*} ]] || mkdir -p "${file%/*}"
	{
		printf '%s\n' "$title"
		printf 'KARTA - Kabar tentang %s disampaikan %s.\n' \
			"${title,,}" "$date"
		((!$#)) || printf '%s\n' "$@"
		printf '(uji)\n'
	} >"$file"
}

# many_articles COUNT: articles over the days of a year, each with a text that
# no other has; one process, since a test shall not take long.
many_articles() {
	mkdir -p content/banyak
	awk -v count="$1" 'BEGIN {
		for (i = 1; i <= count; i++) {
			file = sprintf("content/banyak/%05d.txt", i)
			printf "Berita Nomor %d dari Kota Karta\n" \
				"KARTA - Berita ke-%d (%d/%d/2019).\n" \
				"Isi berita itu panjang: %d kata.\n(uji)\n", \
				i, i, i % 28 + 1, i % 12 + 1, i * 7 >file
			close(file)
		}
	}'
}

# What a failing test saw last; bats shows it for failing tests only.
teardown() {
	if [[ -z ${BATS_TEST_COMPLETED-} && -n ${COMMAND-} ]]; then
		printf -- '--- last command: %s\n--- status: %s\n' \
			"$COMMAND" "${status-}"
		printf -- '--- stdout:\n%.4000s\n--- stderr:\n%.4000s\n' \
			"${output-}" "${stderr-}"
	fi
	stop_service
}

# --- running ------------------------------------------------------------------

# arsip ARGS...: sets status, output (stdout) and stderr.
arsip() {
	COMMAND="arsip $*"
	run --separate-stderr timeout -k 1 60 "$ARSIP" "$@" </dev/null
}

# The same as a user whom permissions bind, who owns the site.
arsip_unprivileged() {
	local as=(setpriv --reuid "$NOBODY" --regid "$NOBODY" --clear-groups)
	if (($(id -u))); then
		arsip "$@"
		return
	fi
	install -m 755 "$ARSIP" "$BATS_TEST_TMPDIR/arsip"
	chmod a+x "$BATS_RUN_TMPDIR"
	chown -R "$NOBODY:$NOBODY" "$SITE" "$HOME"
	"${as[@]}" test -x "$BATS_TEST_TMPDIR/arsip" ||
		skip "root here cannot become another user (setpriv)"
	COMMAND="arsip $* (as user $NOBODY)"
	run --separate-stderr "${as[@]}" timeout -k 1 60 \
		"$BATS_TEST_TMPDIR/arsip" "$@" </dev/null
}

# field FILTER: of the JSON that arsip printed.
field() {
	jq -r "$1" <<<"$output"
}

# --- assertions ---------------------------------------------------------------

fail() {
	printf '%s\n' "$@"
	return 1
}

# refute COMMAND...: a grep or test that must say no, with 1; trouble is more.
# (bats does not see a failing "! command".)
refute() {
	local said=0
	"$@" || said=$?
	((said == 1)) || fail "this ended with $said, not 1: $*"
}

expect_status() {
	((status == $1)) || fail "expected status $1, got $status"
}

# Every argument is a part of stderr, and the report tells how to mend it.
expect_error() {
	local part
	for part in "$@" 'help: '; do
		[[ $stderr = *"$part"* ]] || fail "stderr does not say: $part"
	done
}

expect_output() {
	local part
	for part in "$@"; do
		[[ $output = *"$part"* ]] || fail "stdout does not say: $part"
	done
}

expect_no_errors() {
	[[ -z $stderr ]] || fail "stderr is not empty"
}

# expect_equal GOT EXPECTED [WHAT]
expect_equal() {
	[[ $1 = "$2" ]] ||
		fail "${3-values} differ" "got:      $1" "expected: $2"
}

# expect_between GOT LEAST MOST WHAT
expect_between() {
	(($1 >= $2 && $1 <= $3)) || fail "$4: $1 is not in $2..$3"
}

expect_file() {
	[[ -f $1 ]] || fail "no file $1; there are:" "$(find . -name '*.html')"
}

expect_no_file() {
	[[ ! -e $1 && ! -L $1 ]] || fail "there is $1"
}

# expect_in FILE PART...; expect_not_in FILE PART...
expect_in() {
	local file=$1 part
	shift
	for part in "$@"; do
		grep -qF -e "$part" -- "$file" || fail "$file lacks: $part"
	done
}

expect_not_in() {
	local file=$1 part
	shift
	[[ -f $file ]] || fail "no file $file"
	for part in "$@"; do
		! grep -nF -e "$part" -- "$file" || fail "$file has: $part"
	done
}

# expect_utf8 DIR: every file of the site is valid UTF-8.
expect_utf8() {
	local file
	while IFS= read -r -d '' file; do
		iconv -f utf-8 -t utf-8 "$file" >/dev/null ||
			fail "$file is no UTF-8"
	done < <(find "$1" -type f -print0)
}

# --- comparing folders --------------------------------------------------------

# fingerprint DIR: a line for each file and link, with its bytes' hash.
fingerprint() {
	(
		cd "$1" || exit
		find . -type l -printf '%p -> %l\n' | LC_ALL=C sort
		find . -type f -print0 | LC_ALL=C sort -z |
			xargs -0r sha256sum
	)
}

# stamps DIR: which very file (inode) each is: a file written anew differs.
stamps() {
	(cd "$1" && find . -type f -printf '%p %i %T@\n' | LC_ALL=C sort)
}

expect_same_folder() {
	diff <(fingerprint "$1") <(fingerprint "$2") ||
		fail "$1 and $2 differ"
}

# remember: what public/ holds. expect_unchanged: it still does, to the byte.
remember() {
	REMEMBERED=$(fingerprint public)
	[[ -n $REMEMBERED ]]
}

expect_unchanged() {
	diff <(printf '%s\n' "$REMEMBERED") <(fingerprint public) ||
		fail "public/ has changed"
}

# A build that must work, whose result is remembered.
build_and_remember() {
	arsip build
	expect_status 0
	remember
}

# --- git ----------------------------------------------------------------------

# make_repository [DIR]: with an identity and one commit on main.
make_repository() {
	local dir=${1:-.}
	git init -q -b main "$dir"
	printf '[user]\n\tname = Uji Coba\n\temail = uji@example.org\n' \
		>>"$dir/.git/config"
	printf '/public/\n/.arsip/\n' >"$dir/.gitignore"
	git -C "$dir" add .
	git -C "$dir" commit -q -m 'content'
}

# The branch as `git rev-parse` knows it, or "none".
tip() {
	git -C "${2:-.}" rev-parse -q --verify "refs/heads/${1:-gh-pages}" ||
		echo none
}

expect_sound() {
	local found
	found=$(git -C "${1:-.}" fsck --strict --no-dangling 2>&1) ||
		fail "git fsck: $found"
	found=$(grep -v '^notice: HEAD points to an unborn' <<<"$found") || true
	expect_equal "$found" '' 'what git fsck says'
}

# checkout_branch BRANCH DIR [REPOSITORY]: its files, as they are in git.
checkout_branch() {
	mkdir -p "$2"
	git -C "${3:-.}" archive "$1" | tar -x -C "$2"
}

# --- a service on loopback ----------------------------------------------------

# start_git_daemon DIR: sets PORT; teardown stops it.
start_git_daemon() {
	local tries
	for tries in {1..20}; do
		PORT=$((20000 + RANDOM % 20000))
		"$(git --exec-path)/git-daemon" --listen=127.0.0.1 --port="$PORT" --base-path="$1" \
			--export-all --enable=receive-pack --reuseaddr \
			"$1" >"$BATS_TEST_TMPDIR/daemon.log" 2>&1 3>&- &
		SERVICE=$!
		for _ in {1..50}; do
			kill -0 "$SERVICE" 2>/dev/null || break
			(: <>/dev/tcp/127.0.0.1/"$PORT") 2>/dev/null && return
			sleep 0.05
		done
		stop_service
	done
	fail 'git daemon does not start' "$(<"$BATS_TEST_TMPDIR/daemon.log")"
}

stop_service() {
	[[ -n ${SERVICE-} ]] || return 0
	kill "$SERVICE" 2>/dev/null || true
	wait "$SERVICE" 2>/dev/null || true
	SERVICE=
}
