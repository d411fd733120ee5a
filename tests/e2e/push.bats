#!/usr/bin/env bats
# push.bats - publish --push: to a bare repository beside the site, with its
# hooks, and to a daemon on loopback. Whatever the remote says, the commit
# stays, and what others pushed is never overwritten.

load helper

setup() {
	make_small_site
	make_repository
	REMOTE=$BATS_TEST_TMPDIR/remote.git
	git init -q --bare "$REMOTE"
	git remote add origin "$REMOTE"
}

remote_tip() {
	tip gh-pages "$REMOTE"
}

change() {
	echo "${1-Satu kalimat lagi.}" >>content/banjir.txt
}

# hook NAME DIR: its text from stdin.
hook() {
	mkdir -p "$2/hooks"
	cat >"$2/hooks/$1"
	chmod +x "$2/hooks/$1"
}

# A commit of somebody else on the remote's branch.
somebody_pushes() {
	git clone -q -b gh-pages "$REMOTE" ../somebody
	echo theirs >../somebody/theirs.html
	git -C ../somebody add .
	git -C ../somebody -c user.name=S -c user.email=s@example.org \
		commit -q -m theirs
	git -C ../somebody push -q
	THEIRS=$(remote_tip)
}

@test "a new branch, and then a fast-forward" {
	arsip publish --push origin
	expect_status 0
	expect_output 'refs/heads/gh-pages' 'new branch'
	expect_equal "$(remote_tip)" "$(tip)"
	local first
	first=$(tip)
	change
	arsip publish --push origin
	expect_status 0
	expect_equal "$(remote_tip)" "$(tip)"
	expect_equal "$(git -C "$REMOTE" rev-parse gh-pages^)" "$first"
	expect_sound "$REMOTE"
	expect_equal "$(git -C "$REMOTE" for-each-ref --format='%(refname)')" \
		refs/heads/gh-pages
}

@test "nothing changed, nothing to push, no fault" {
	arsip publish --push origin
	arsip publish --push origin
	expect_status 0
	expect_output 'nothing changed' 'up to date'
	expect_equal "$(remote_tip)" "$(tip)"
}

@test "a push that failed is made up for without a new commit" {
	arsip publish
	arsip publish --push origin
	expect_status 0
	expect_equal "$(remote_tip)" "$(tip)"
	expect_equal "$(git rev-list --count gh-pages)" 1
}

@test "a path and a file:// address instead of a name" {
	arsip publish --push "$REMOTE"
	expect_status 0
	expect_equal "$(git -C "$REMOTE" rev-list --count gh-pages)" 1
	change
	arsip publish --push "file://$REMOTE"
	expect_status 0
	expect_equal "$(remote_tip)" "$(tip)"
	expect_equal "$(git -C "$REMOTE" rev-list --count gh-pages)" 2
}

@test "a fresh clone builds on what the remote has" {
	arsip publish --push origin
	local first
	first=$(tip)
	git push -q origin main
	git clone -q -b main "$REMOTE" ../clone
	cd ../clone
	git config user.name A
	git config user.email a@example.org
	change
	arsip publish --push origin
	expect_status 0
	expect_equal "$(git -C "$REMOTE" rev-parse gh-pages^)" "$first"
}

@test "--dry-run pushes nothing" {
	arsip publish --dry-run --push origin
	expect_status 0
	expect_output 'would be added'
	expect_equal "$(remote_tip)" none
}

@test "--json says nothing but JSON" {
	arsip publish --json --push origin
	expect_status 0
	expect_equal "$(field .commit)" "$(remote_tip)"
}

# --- the remote has moved -----------------------------------------------------

@test "somebody else pushed: refused, nothing lost on either side" {
	arsip publish --push origin
	somebody_pushes
	change
	arsip publish --push origin
	expect_status 4
	expect_error 'its branch holds commits that ours does not' "$THEIRS" \
		'git fetch'
	expect_equal "$(remote_tip)" "$THEIRS"
	expect_equal "$(git rev-list --count gh-pages)" 2
	# As the help says: then it works, and theirs is in the history.
	local ours
	ours=$(tip)
	git fetch -q origin
	arsip publish --push origin
	expect_status 0
	expect_equal "$(remote_tip)" "$(tip)"
	expect_equal "$(git rev-parse gh-pages^1 gh-pages^2)" \
		"$ours"$'\n'"$THEIRS"
	expect_sound
	# Once more there is nothing to do.
	arsip publish --push origin
	expect_status 0
	expect_output 'nothing changed'
}

@test "somebody else pushes while we do" {
	arsip publish --push origin
	local before
	before=$(tip)
	change
	# Between what the remote told us and the push itself.
	git clone -q -b gh-pages "$REMOTE" ../somebody
	hook pre-push .git <<-END
		#!/bin/sh
		unset GIT_DIR
		cd '$BATS_TEST_TMPDIR/somebody' || exit 0
		git -c user.name=S -c user.email=s@example.org \
			commit -q --allow-empty -m theirs
		git push -q
	END
	arsip publish --push origin
	expect_status 4
	expect_error 'refused refs/heads/gh-pages'
	expect_equal "$(git -C "$REMOTE" log -1 --format=%s gh-pages)" theirs
	expect_equal "$(git rev-parse gh-pages^)" "$before"
}

@test "the remote's branch has nothing to do with ours" {
	git -C "$REMOTE" update-ref refs/heads/gh-pages "$(
		git -C "$REMOTE" -c user.name=S -c user.email=s@example.org \
			commit-tree -m other \
			"$(git -C "$REMOTE" mktree </dev/null)"
	)"
	local before
	before=$(remote_tip)
	arsip publish --push origin
	expect_status 4
	expect_error 'its branch holds commits that ours does not'
	expect_equal "$(remote_tip)" "$before"
}

@test "the remote's branch was deleted: it is made again" {
	arsip publish --push origin
	git -C "$REMOTE" update-ref -d refs/heads/gh-pages
	change
	arsip publish --push origin
	expect_status 0
	expect_equal "$(git rev-list --count gh-pages)" 2
	expect_equal "$(remote_tip)" "$(tip)"
}

# --- the remote says no -------------------------------------------------------

@test "a hook that refuses: its words are shown, the commit stays" {
	hook pre-receive "$REMOTE" <<-'END'
		#!/bin/sh
		echo 'halaman hanya boleh pada hari Jumat' >&2
		exit 1
	END
	arsip publish --push origin
	expect_status 4
	expect_error 'refused refs/heads/gh-pages' 'pre-receive hook declined' \
		'halaman hanya boleh pada hari Jumat' 'the commit stays'
	expect_equal "$(remote_tip)" none
	expect_equal "$(git rev-list --count gh-pages)" 1
	rm "$REMOTE/hooks/pre-receive"
	arsip publish --push origin
	expect_status 0
	expect_equal "$(remote_tip)" "$(tip)"
}

@test "an update hook that refuses" {
	arsip publish --push origin
	local before
	before=$(remote_tip)
	hook update "$REMOTE" <<-'END'
		#!/bin/sh
		echo 'cabang ini dijaga' >&2
		exit 1
	END
	change
	arsip publish --push origin
	expect_status 4
	expect_error 'hook declined' 'cabang ini dijaga'
	expect_equal "$(remote_tip)" "$before"
}

@test "a hook of our own that refuses" {
	printf '#!/bin/sh\necho jangan dulu >&2\nexit 1\n' | hook pre-push .git
	arsip publish --push origin
	expect_status 4
	expect_error 'jangan dulu' 'the commit stays'
	expect_equal "$(remote_tip)" none
	expect_equal "$(git rev-list --count gh-pages)" 1
}

@test "what a hook says cannot drive the terminal" {
	printf '#!/bin/sh\nprintf "\\033[31mmerah\\033]0;x\\007\\n" >&2\nexit 1\n' |
		hook pre-receive "$REMOTE"
	arsip publish --push origin
	expect_status 4
	expect_error merah
	refute grep -q $'\033\|\007' <<<"$output$stderr"
}

@test "a remote that does not exist" {
	arsip publish --push tidak-ada
	expect_status 4
	expect_error 'tidak-ada: error: cannot read the remote' 'git ls-remote'
	expect_equal "$(git rev-list --count gh-pages)" 1
	arsip publish --push /tidak/ada.git
	expect_status 4
	expect_error '/tidak/ada.git' 'cannot read the remote'
}

@test "nobody listens there" {
	arsip publish --push git://127.0.0.1:1/x.git
	expect_status 4
	expect_error 'git://127.0.0.1:1/x.git' 'Connection refused'
}

@test "a password in an address is never shown" {
	arsip publish --push http://ani:rahasia123@127.0.0.1:1/x.git
	expect_status 4
	expect_error '127.0.0.1'
	refute grep -q rahasia123 <<<"$output$stderr"
}

@test "remotes that are options, programs or worse are not tried" {
	local remote
	for remote in --upload-pack=x -evil "ext::sh -c 'touch hacked'" \
		ext::x 'a::b' '' $'or\nigin'; do
		arsip publish "--push=$remote"
		expect_status 2
		expect_error 'cannot be pushed to'
	done
	arsip publish --push -evil
	expect_status 2
	expect_error 'cannot be pushed to'
	expect_no_file hacked
	expect_equal "$(remote_tip)" none
}

# --- over the net -------------------------------------------------------------

@test "a daemon on loopback: push, refusal, push" {
	start_git_daemon "$BATS_TEST_TMPDIR"
	local url=git://127.0.0.1:$PORT/remote.git
	arsip publish --push "$url"
	expect_status 0
	expect_equal "$(remote_tip)" "$(tip)"
	change
	printf '#!/bin/sh\necho belum >&2\nexit 1\n' |
		hook pre-receive "$REMOTE"
	arsip publish --push "$url"
	expect_status 4
	expect_error "$url: error: refused" belum
	rm "$REMOTE/hooks/pre-receive"
	arsip publish --push "$url"
	expect_status 0
	expect_equal "$(remote_tip)" "$(tip)"
}
