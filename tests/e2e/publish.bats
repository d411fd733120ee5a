#!/usr/bin/env bats
# publish.bats - content/ to a commit on a branch, judged by git itself.

load helper

setup() {
	make_small_site
	make_repository
}

# publish ARGS...: must work, and the branch must be sound.
publish() {
	arsip publish "$@"
	expect_status 0
	expect_sound
}

# --- what is committed --------------------------------------------------------

@test "the first publish makes the branch gh-pages" {
	publish
	expect_output '3 articles' 'gh-pages: ' 'files added' 'committed '
	expect_equal "$(git rev-list --count gh-pages)" 1
	expect_equal "$(git log -1 --format='%an <%ae> %cn <%ce>' gh-pages)" \
		'Uji Coba <uji@example.org> Uji Coba <uji@example.org>'
	[[ $(git log -1 --format=%s gh-pages) = 'Publish the archive: '* ]]
}

@test "the tree of the branch is public/ of a build, byte for byte" {
	publish
	arsip build
	expect_status 0
	checkout_branch gh-pages ../branch
	expect_same_folder ../branch public
	expect_equal "$(git ls-tree -r gh-pages | cut -d' ' -f1,2 | sort -u)" \
		'100644 blob' 'the modes'
}

@test "publish needs no public/ and makes none" {
	publish
	expect_output committed
	expect_no_file public
}

@test "the result as JSON is what git says" {
	publish --json
	expect_equal "$(field .commit)" "$(tip)"
	expect_equal "$(field .tree)" "$(git rev-parse 'gh-pages^{tree}')"
	expect_equal "$(field .added)" "$(git ls-tree -r gh-pages | wc -l)"
	expect_equal "$(field '[.branch, .parent, .changed, .removed, .moved]')" \
		"$(jq -n '["gh-pages", null, 0, 0, true]')"
}

@test "work tree, index, HEAD and stash stay as they are" {
	echo changed >>content/banjir.txt
	write_article content/baru.txt 'Berita Baru dari Kota Karta' 1/1/2020
	git add content/baru.txt
	echo later >>content/baru.txt
	echo new >untracked
	state() {
		git status --porcelain=v2 --branch
		git rev-parse HEAD
		git symbolic-ref HEAD
		git ls-files --stage
		fingerprint content
		sha256sum .git/index .git/config
	}
	local before
	before=$(state)
	publish
	expect_output committed
	expect_equal "$(state)" "$before" 'the state of the work tree'
}

@test "a second publish makes no commit" {
	publish
	local before
	before=$(tip)
	publish
	expect_output 'nothing changed, nothing committed' "${before:0:12}"
	expect_equal "$(tip)" "$before"
	publish --json
	expect_equal "$(field '[.moved, .added, .changed, .removed]')" \
		"$(jq -n '[false, 0, 0, 0]')"
}

@test "the next commit has the one before as its parent" {
	publish
	local before
	before=$(tip)
	echo 'Satu kalimat lagi.' >>content/banjir.txt
	publish
	expect_equal "$(git rev-parse gh-pages^)" "$before"
	expect_equal "$(git rev-list --count gh-pages)" 2
	expect_equal "$(git diff --name-only gh-pages^ gh-pages)" \
		2020/09/26/banjir-rendam-dua-kampung-di-kota-karta.html$'\n'2020/09/feed.xml$'\n'feed.json$'\n'feed.xml$'\n'raw/2020/09/26/banjir-rendam-dua-kampung-di-kota-karta.html
}

@test "a removed article vanishes from the tree, not from the history" {
	publish
	git rm -q -r content/panen.md
	publish
	refute grep -q panen <(git ls-tree -r --name-only gh-pages)
	grep -q panen <(git ls-tree -r --name-only gh-pages^)
	arsip build
	checkout_branch gh-pages ../branch
	expect_same_folder ../branch public
}

@test "what somebody else committed on the branch is in its history" {
	publish
	git worktree add -q ../gh gh-pages
	echo mine >../gh/mine.html
	git -C ../gh add mine.html
	git -C ../gh commit -q -m mine
	git worktree remove ../gh
	publish
	expect_output '1 removed'
	expect_equal "$(git show gh-pages^:mine.html)" mine
	refute grep -q mine.html <(git ls-tree --name-only gh-pages)
}

@test "SOURCE_DATE_EPOCH: equal commits in two clones" {
	git clone -q . ../one
	git clone -q . ../two
	local dir
	for dir in ../one ../two; do
		git -C "$dir" config user.name A
		git -C "$dir" config user.email a@example.org
		SOURCE_DATE_EPOCH=1600000000 TZ=Asia/Jakarta \
			arsip -C "$dir" publish
		expect_status 0
		sleep 0.01
	done
	expect_equal "$(tip gh-pages ../one)" "$(tip gh-pages ../two)"
	expect_equal "$(git -C ../one log -1 --format='%at %ct %ad' gh-pages)" \
		'1600000000 1600000000 Sun Sep 13 12:26:40 2020 +0000'
}

@test "SOURCE_DATE_EPOCH that is no number" {
	SOURCE_DATE_EPOCH=kemarin arsip publish
	expect_status 2
	expect_error 'SOURCE_DATE_EPOCH is no number: kemarin'
	expect_equal "$(tip)" none
}

@test "a commit is never older than its parent" {
	SOURCE_DATE_EPOCH=1900000000 arsip publish
	expect_status 0
	echo 'Satu kalimat lagi.' >>content/banjir.txt
	SOURCE_DATE_EPOCH=1600000000 arsip publish
	expect_equal "$(git log -1 --format=%ct gh-pages)" 1900000000
}

# --- which branch, which repository -------------------------------------------

@test "--branch, and publish: branch: of arsip.yaml" {
	publish --branch situs/uji
	expect_equal "$(tip)" none
	expect_equal "$(git rev-list --count situs/uji)" 1
	printf 'publish:\n  branch: lain\n' >arsip.yaml
	publish
	expect_equal "$(git rev-list --count lain)" 1
}

@test "--repository, and publish: repository: of arsip.yaml" {
	git init -q --bare ../bare.git
	arsip publish --repository ../bare.git
	expect_status 0
	expect_sound ../bare.git
	expect_equal "$(git -C ../bare.git rev-list --count gh-pages)" 1
	expect_equal "$(tip)" none
	mv ../bare.git bare.git
	echo 'Satu kalimat lagi.' >>content/banjir.txt
	printf 'publish:\n  repository: bare.git\n' >arsip.yaml
	arsip publish
	expect_status 0
	expect_equal "$(git -C bare.git rev-list --count gh-pages)" 2
}

@test "a site in a folder of its repository" {
	mkdir sub
	git mv content sub/content
	arsip -C sub publish
	expect_status 0
	expect_equal "$(git rev-list --count gh-pages)" 1
	expect_sound
}

@test "a linked work tree, a detached HEAD, a repository without commits" {
	git worktree add -q ../linked
	arsip -C ../linked publish --branch a
	expect_status 0
	git checkout -q --detach
	publish --branch b
	rm -rf .git
	git init -q -b main
	publish --branch c
	expect_equal "$(git rev-list --count c)" 1
	expect_equal "$(git status --porcelain -b | head -1)" \
		'## No commits yet on main'
}

@test "configuration of git cannot change the bytes" {
	git config core.autocrlf true
	git config core.eol crlf
	echo '*.html text eol=crlf filter=x' >.gitattributes
	git config filter.x.clean 'tr a-z A-Z'
	publish
	arsip build
	local page=2020/09/26/banjir-rendam-dua-kampung-di-kota-karta.html
	expect_equal "$(git cat-file blob "gh-pages:$page" | sha256sum)" \
		"$(sha256sum <"public/$page")"
}

@test "a .gitignore of the site hides no page" {
	echo '*.html' >.gitignore
	publish
	grep -qx index.html <(git ls-tree --name-only gh-pages)
}

@test "hooks and signing of the work tree are not asked" {
	git config commit.gpgsign true
	git config gpg.program false
	mkdir .git/hooks
	printf '#!/bin/sh\nexit 1\n' >.git/hooks/pre-commit
	chmod +x .git/hooks/pre-commit
	publish
	expect_output committed
}

@test "nobody has set user.name: a name of our own, and a note" {
	git config --unset user.name
	git config --unset user.email
	if git config --file /etc/gitconfig user.name; then
		skip 'this machine has a user.name for everybody'
	fi
	arsip publish
	expect_status 0
	[[ $stderr = *'note: user.name and user.email are not set'* ]]
	expect_equal "$(git log -1 --format='%an <%ae>' gh-pages)" \
		'arsip <arsip@localhost>'
	expect_sound
}

@test "a user.name that would break the commit" {
	git config user.name $'A\nparent 0000'
	arsip publish
	expect_status 2
	expect_error 'user.name or user.email' 'cannot stand in a commit'
	expect_equal "$(tip)" none
}

# --- dry run ------------------------------------------------------------------

@test "--dry-run writes nothing, and says what would be" {
	local before
	before=$(fingerprint .git)
	arsip publish --dry-run
	expect_status 0
	expect_output 'would be added'
	expect_equal "$(fingerprint .git)" "$before" 'the repository'
	arsip publish --dry-run --json
	local tree
	tree=$(field .tree)
	publish --json
	expect_equal "$(field .tree)" "$tree"
}

@test "--dry-run in a repository that only others may write" {
	publish
	echo 'Satu kalimat lagi.' >>content/banjir.txt
	find .git -type d -exec chmod 555 {} +
	arsip_unprivileged publish --dry-run --json
	find .git -type d -exec chmod 755 {} +
	expect_status 0
	expect_equal "$(field '[.changed, .moved]')" "$(jq -n '[5, false]')"
}

# --- what goes wrong ----------------------------------------------------------

# The branch and all objects are as they were.
expect_refused() {
	local expected=$1 before
	shift
	before=$(git for-each-ref && git count-objects -v)
	arsip publish "${ARGS[@]}"
	expect_status "$expected"
	expect_error "$@"
	expect_equal "$(git for-each-ref && git count-objects -v)" "$before" \
		'the repository'
}

@test "no repository there" {
	rm -rf .git
	arsip publish
	expect_status 2
	expect_error 'no git repository here or in a folder above' 'git init'
	arsip publish --repository /tidak/ada
	expect_status 2
	expect_error '/tidak/ada: error: no git repository'
}

@test "the branch is checked out" {
	ARGS=(--branch main)
	expect_refused 2 'the branch main is checked out' \
		'a branch that nobody works on'
}

@test "the branch is checked out in another work tree" {
	publish
	git worktree add -q ../gh gh-pages
	echo 'Satu kalimat lagi.' >>content/banjir.txt
	ARGS=()
	expect_refused 2 'the branch gh-pages is checked out'
	expect_equal "$(git -C ../gh status --porcelain)" ''
}

@test "names that no branch can have" {
	local name
	for name in a..b -x 'a b' x.lock 'a~1' /a a/ '' $'a\nb' HEAD '@{-1}'; do
		ARGS=("--branch=$name")
		expect_refused 2 'cannot be the name of a branch'
	done
}

@test "an archive of no articles never replaces a site" {
	publish
	rm content/*
	ARGS=()
	expect_refused 1 'there is not one article here'
}

@test "--strict stops before anything is written" {
	publish
	echo 'Satu kalimat lagi.' >>content/banjir.txt
	: >content/kosong.txt
	ARGS=(--strict)
	expect_refused 1 'content/kosong.txt: error: is empty'
	arsip publish
	expect_status 1
	expect_equal "$(git rev-list --count gh-pages)" 2
}

@test "an article that cannot be read: nothing is published without it" {
	publish
	local before
	before=$(tip)
	chmod 000 content/banjir.txt
	arsip_unprivileged publish
	chown -R "$(id -u)" .
	expect_status 3
	expect_error 'content/banjir.txt: error: cannot read'
	expect_equal "$(tip)" "$before"
}

@test "a repository that cannot be written" {
	chmod 555 .git/objects
	arsip_unprivileged publish
	chmod 755 .git/objects
	chown -R "$(id -u)" .
	expect_status 3
	expect_error '.git/objects: error: cannot write: Permission denied'
	expect_equal "$(tip)" none
}

@test "a repository of another user" {
	(($(id -u) == 0)) || skip 'only root can give a repository away'
	chown -R 12345 .git
	ARGS=()
	arsip publish
	expect_status 3
	expect_error 'belongs to another user' 'safe.directory'
}

@test "a forgotten lock of the branch" {
	publish
	: >.git/refs/heads/gh-pages.lock
	local before
	before=$(tip)
	echo 'Satu kalimat lagi.' >>content/banjir.txt
	arsip publish
	expect_status 75
	expect_error 'refs/heads/gh-pages.lock: error: the branch is locked' \
		'rm '
	expect_file .git/refs/heads/gh-pages.lock
	rm .git/refs/heads/gh-pages.lock
	expect_equal "$(tip)" "$before"
	publish
	expect_output committed
}

@test "a broken branch is told, not replaced" {
	publish
	printf '%040d\n' 7 >.git/refs/heads/gh-pages
	arsip publish
	expect_status 3
	expect_error 'cannot read the commit of the branch' 'git fsck'
	expect_equal "$(cat .git/refs/heads/gh-pages)" "$(printf '%040d' 7)"
}

@test "kill -9 at any time: the branch is whole, old or new" {
	publish
	local before delay
	before=$(tip)
	many_articles 400
	for delay in 0.0{2..9..2} 0.15; do
		timeout -s KILL "$delay" "$ARSIP" publish >/dev/null 2>&1 || true
		expect_sound
		[[ $(tip) = "$before" ]] ||
			expect_equal "$(git rev-parse gh-pages^)" "$before"
	done
	# Killed while it held the branch: git asks for a person then, too.
	arsip publish
	if ((status == 75)); then
		expect_error 'refs/heads/gh-pages.lock: error: the branch is locked'
		rm .git/refs/heads/gh-pages.lock
	fi
	publish
	arsip build
	checkout_branch gh-pages ../branch
	expect_same_folder ../branch public
	expect_equal "$(git rev-list --count gh-pages)" 2
}
