#!/usr/bin/env bats
# determinism.bats - the same content is the same site, wherever, whenever and
# by however many threads it is made: one comparison of a tree's name.

load helper

setup() {
	make_site
	cp -R "$REPO/content" "$REPO/arsip.yaml" .
	REPOSITORY=$BATS_TEST_TMPDIR/repository.git
	git init -q --bare "$REPOSITORY"
	# What all others are held against.
	EXPECTED=$(tree_here)
}

# tree_here [ARGS...]: the name of the tree that the site here would have.
tree_here() {
	arsip publish --dry-run --json --repository "$REPOSITORY" "$@"
	expect_status 0
	field .tree | grep -xE '[0-9a-f]{40}'
}

# same NAME [ARGS...]
same() {
	local name=$1
	shift
	expect_equal "$(tree_here "$@")" "$EXPECTED" "the trees, $name"
}

@test "the tree is one that can be compared" {
	echo 'Satu kalimat lagi.' >>content/2017/kmp-lembayung-kandas.txt
	[[ $(tree_here) != "$EXPECTED" ]]
}

@test "one, two, four and eight threads, again and again" {
	local jobs
	for jobs in 1 2 4 8 8 8 8; do
		same "-j$jobs" -j "$jobs"
	done
}

@test "time zones" {
	local zone
	for zone in UTC Asia/Jakarta America/New_York Pacific/Kiritimati \
		XXX-14 ''; do
		TZ=$zone same "TZ=$zone"
	done
}

# Names of locales; the Turkish one, whose small I is no i, is made here.
locales() {
	export LOCPATH=$BATS_TEST_TMPDIR/locales
	mkdir -p "$LOCPATH"
	localedef -i tr_TR -f UTF-8 "$LOCPATH/tr_TR.UTF-8" \
		>/dev/null 2>&1 || true
	printf '%s\n' C C.UTF-8 POSIX tr_TR.UTF-8 id_ID.UTF-8 xx_XX
}

@test "locales" {
	local name
	for name in $(locales | sort -u); do
		LOCPATH=$BATS_TEST_TMPDIR/locales LC_ALL=$name LANG=$name \
			same "LC_ALL=$name"
	done
}

@test "another folder, reached another way" {
	mkdir -p '../sangat jauh/é/x'
	cp -R content arsip.yaml '../sangat jauh/é/x'
	cd /
	expect_equal "$(tree_here -C "$SITE/../sangat jauh/é/x")" "$EXPECTED"
	cd "$SITE/../sangat jauh"
	expect_equal "$(tree_here -C é/x/)" "$EXPECTED"
	ln -s é/x pintas
	expect_equal "$(tree_here -C pintas)" "$EXPECTED"
}

@test "files made in reverse order, with other times and modes" {
	mkdir ../lain
	cp arsip.yaml ../lain
	local file
	find content -type f | LC_ALL=C sort -r | while IFS= read -r file; do
		mkdir -p "../lain/$(dirname "$file")"
		cat "$file" >"../lain/$file"
		touch -d 2001-02-03 "../lain/$file"
		chmod 400 "../lain/$file"
	done
	cd ../lain
	same 'in reverse order'
}

@test "umask, environment, home" {
	umask 077
	same 'umask 077'
	umask 000
	HOME=/tidak/ada USER=x LOGNAME=x COLUMNS=20 NO_COLOR=1 TERM=dumb \
		LINES=3 PAGER=false EDITOR=false same 'another environment'
}

@test "a clock that is wrong" {
	SOURCE_DATE_EPOCH=0 same 'in 1970'
	SOURCE_DATE_EPOCH=2147483647 same 'in 2038'
}

@test "after an earlier build, with its state, or none" {
	"$ARSIP" build >/dev/null 2>&1
	same 'with state'
	rm -r .arsip public
	same 'without state'
}

@test "public/ of two builds, one of them under another umask, is the same" {
	mkdir ../lain
	cp -R content arsip.yaml ../lain
	arsip build -j1
	umask 077
	LC_ALL=tr_TR.UTF-8 TZ=Asia/Jakarta arsip -C ../lain build -j8
	expect_between "$(find public -type f | wc -l)" 200 2000 'files'
	expect_same_folder public ../lain/public
	expect_equal "$(find public -type f -perm /111)" '' 'programs in public/'
}

@test "reports come in the same order whatever the threads do" {
	local i
	for i in {1..40}; do
		printf 'Judul %d\nTeks \377 rusak.\n' "$i" >"content/r$i.txt"
		: >"content/k$i.txt"
	done
	arsip build -v -j1
	local expected=$stderr
	[[ $(grep -c 'is empty' <<<"$expected") = 40 ]]
	for i in 1 2 3; do
		arsip build -v -j8
		expect_equal "$stderr" "$expected" 'the reports'
	done
}

@test "the export is the same from one thread and from eight" {
	"$ARSIP" export -j1 2>/dev/null >one
	"$ARSIP" export -j8 2>/dev/null >eight
	[[ -s one ]]
	cmp one eight
}
