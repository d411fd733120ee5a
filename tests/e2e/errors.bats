#!/usr/bin/env bats
# errors.bats - what goes wrong, how it is told, and that nothing is lost by
# it: what an earlier build made stands to the byte, and one bad article never
# costs the others theirs.

load helper

setup() {
	make_small_site
	build_and_remember
}

# The build leaves one article out, says so, and all else is as before.
expect_left_out() {
	arsip build
	expect_status 1
	expect_error "$@"
	expect_unchanged
}

# The build does nothing at all.
expect_refused() {
	local expected=$1
	shift
	arsip build
	expect_status "$expected"
	expect_error "$@"
	expect_unchanged
}

# --- articles that cannot be used ---------------------------------------------

@test "an empty file" {
	: >content/kosong.txt
	expect_left_out 'content/kosong.txt: error: is empty'
}

@test "a file of blanks" {
	printf ' \n\t\n\n' >content/kosong.txt
	expect_left_out 'content/kosong.txt: error: there is nothing in it'
}

@test "a page of widgets alone has no title" {
	printf 'loading...\nA\nA\nA\n' >content/x.txt
	expect_left_out 'content/x.txt: error: has no title'
}

@test "only front matter" {
	printf -- '---\ntags: [a]\n---\n' >content/x.md
	expect_left_out 'content/x.md: error: there is nothing in it but'
}

@test "front matter that does not end" {
	printf -- '---\ntitle: Judul\n\nTeks tanpa penutup.\n' >content/x.md
	expect_left_out 'content/x.md:1:1: error: the front matter' 'not end' \
		'a line that holds only ---'
}

@test "a text of 10 MB in one line" {
	{
		printf 'Judul Panjang\n'
		head -c 10000000 /dev/zero | tr '\0' x
	} >content/besar.txt
	expect_left_out 'content/besar.txt: error: is longer than'
}

@test "a link out of the content is not followed" {
	echo 'Rahasia Sekali' >../rahasia.txt
	ln -s ../../rahasia.txt content/x.txt
	expect_left_out 'content/x.txt: error: is a symbolic link'
	refute grep -rq Rahasia public
}

@test "a link to a folder is not followed" {
	mkdir ../luar
	write_article ../luar/a.txt 'Rahasia Sekali Soal Itu' 1/1/2020
	ln -s ../../luar content/luar
	expect_left_out 'content/luar: error: is a symbolic link'
	refute grep -rqi rahasia public
}

@test "a link that leads round in a circle" {
	ln -s . content/lagi
	expect_left_out 'content/lagi: error: is a symbolic link'
}

@test "several at once are all told" {
	: >content/a.txt
	printf -- '---\n' >content/b.md
	ln -s /etc/passwd content/c.txt
	expect_left_out 'content/a.txt: error:' 'content/b.md:1:1: error:' \
		'content/c.txt: error:'
}

@test "many of a kind are summed up, and told in full with --verbose" {
	local i
	for i in {1..9}; do
		: >"content/kosong-$i.txt"
	done
	arsip build
	expect_status 1
	expect_error 'and 4 more like "is empty"'
	arsip build --verbose
	expect_equal "$(grep -c 'error: is empty' <<<"$stderr")" 9
}

# --- articles that are mended, or used in part --------------------------------

@test "front matter that is no YAML: told with its line" {
	printf -- '---\ntitle: "Judul\ndate: 2020-01-01\n---\n\nTeks.\n' \
		>content/x.md
	arsip build
	expect_status 1
	expect_error 'content/x.md:2:' 'a quotation mark is'
	expect_file public/2021/03/04/panen-raya-di-lembah-sunyi.html
}

@test "a date that does not exist: told with line and column" {
	printf -- '---\ntitle: Judul Itu\ndate: 2024-02-30\n---\n\nTeks.\n' \
		>content/x.md
	arsip build
	expect_status 1
	expect_error 'content/x.md:3:7: error:' '"2024-02-30"' \
		'year-month-day'
	expect_file public/undated/judul-itu.html
}

@test "an unknown key, with the one that was meant" {
	printf -- '---\ntitel: Lain\ntitle: Judul Itu\n---\n\nTeks.\n' \
		>content/x.md
	arsip build
	expect_status 0
	expect_error 'content/x.md:2:1: warning: unknown key "titel"' \
		'did you mean "title"?'
	expect_file public/undated/judul-itu.html
}

@test "bytes that are no UTF-8 are replaced and told" {
	printf 'Judul Rusak\nTeks a\377b dan \303( rusak.\n' >content/x.txt
	arsip build
	expect_status 0
	expect_error 'content/x.txt:2: warning: 2 bytes are no UTF-8'
	expect_utf8 public
	expect_in public/undated/judul-rusak.html $'a\uFFFDb'
}

@test "an overlong form and half a surrogate are no UTF-8 either" {
	printf 'Judul Rusak\nTeks \300\257 dan \355\240\200 rusak.\n' \
		>content/x.txt
	arsip build
	expect_status 0
	expect_error 'bytes are no UTF-8'
	expect_utf8 public
}

@test "NUL bytes and control characters are taken out and told" {
	printf 'Judul Rusak\nTeks a\0b \001 rusak.\n' >content/x.txt
	arsip build
	expect_status 0
	expect_error 'content/x.txt: warning: 1 NUL bytes' \
		'1 control characters'
	expect_in public/undated/judul-rusak.html 'Teks ab rusak.'
	refute env LC_ALL=C grep -rlP '[\x00-\x08\x0b-\x1f]' public
}

@test "a byte order mark and CRLF are no fault" {
	printf '\357\273\277Judul Windows\r\nTeks satu.\r\nTeks dua.\r\n' \
		>content/x.txt
	arsip build
	expect_status 0
	expect_no_errors
	expect_in public/undated/judul-windows.html '>Judul Windows</h1>'
	refute grep -rlP '\r|\xEF\xBB\xBF' public
}

@test "front matter behind a byte order mark, with CRLF" {
	printf '\357\273\277---\r\ntitle: Judul Windows\r\n---\r\n\r\nTeks.\r\n' \
		>content/x.md
	arsip build
	expect_status 0
	expect_no_errors
	expect_file public/undated/judul-windows.html
}

@test "a title of 10,000 characters" {
	{
		printf 'Kafé '
		printf 'é%.0s' {1..9990}
		printf '\nTeks.\n'
	} >content/x.txt
	arsip build
	expect_status 0
	local page
	page=$(find public/undated -name 'kafe*.html')
	expect_between "${#page}" 1 200 'the length of its address'
	expect_utf8 public
	xmllint --noout public/feed.xml
}

@test "a fifo among the articles is passed over, without waiting for it" {
	mkfifo content/pipa.txt
	arsip build
	expect_status 0
	expect_error 'content/pipa.txt: warning: is no regular file'
	expect_unchanged
}

@test "a slug that would lead out of the site" {
	printf -- '---\ntitle: Judul Itu\nslug: ../../../x\n---\n\nTeks.\n' \
		>content/x.md
	arsip build
	expect_status 0
	expect_error 'content/x.md:3:7: warning: the slug "../../../x"'
	expect_file public/undated/x.html
	expect_no_file ../x.html
	expect_no_file x.html
}

@test "slugs that mean something else to a server, to git or to Windows" {
	local slug n=0
	for slug in index con .git/config %2e%2e nul. /abs 'a\b' 7; do
		printf -- "---\ntitle: Judul $((++n)) Itu\nslug: '%s'\n---\n\nTeks.\n" \
			"$slug" >"content/x$n.md"
	done
	arsip build
	expect_status 0
	local strange
	strange=$(find public/undated -type f -printf '%f\n' |
		grep -vE '^[a-z0-9-]+\.html$') || true
	expect_equal "$strange" '' 'names that are no slugs'
	expect_no_file public/undated/con.html
	expect_no_file public/undated/nul.html
	expect_no_file public/undated/7.html
	expect_equal "$(find public/undated -name '*.html' | wc -l)" 9
}

# --- hostile words ------------------------------------------------------------

@test "titles that are markup, markers, or the end of something" {
	local title
	local titles=('<script>alert(1)</script> di Karta'
		'{{TITLE}} {{#ITEM}} {{>head.tpl}} Tetap Teks'
		'Akhir ]]> --> dari Bagian' 'Kutip " onmouseover="x dan '\''satu'\'' & lain'
		'</title><img src=x onerror=alert(2)> Gambar')
	local n=0
	for title in "${titles[@]}"; do
		write_article "content/jahat$((++n)).txt" "$title" 1/1/2022
	done
	arsip build
	expect_status 0
	xmllint --noout public/feed.xml public/sitemap*.xml
	refute grep -rnP '<script(?! (type="application/ld|src="[./]*arsip\.js"))|<img' --include='*.html' public
	grep -rqF '{{TITLE}} {{#ITEM}}' public/2022/01/01
	grep -rqF '&lt;script&gt;' public/2022/01/01
	# A parser of HTML finds the title as it was written.
	local page
	page=$(grep -lF 'onmouseover' public/2022/01/01/kutip*.html)
	expect_equal "$(xmllint --html --xpath 'string(//h1)' "$page" 2>/dev/null)" \
		'Kutip " onmouseover="x dan '\''satu'\'' & lain'
	expect_equal "$(xmllint --html --xpath 'count(//@*[starts-with(name(), "on")])' "$page" 2>/dev/null)" 0
	xmllint --xpath 'count(//*[local-name()="entry"])' public/feed.xml |
		grep -qx 8
}

@test "hostile words in tags, author, dateline, and text" {
	cat >content/x.md <<-'END'
		---
		title: Judul Itu
		date: 2022-01-02
		author: '"><script>1</script>'
		tags: ['<b>tebal</b>', '../../naik', '{{LANG}}']
		---

		Teks <script>alert(1)</script> dan [tautan](javascript:alert(1))
		dan [data](data:text/html,x) ![gambar](http://x.example/a.png)

		<iframe src="http://x.example/"></iframe>
	END
	arsip build
	expect_status 0
	refute grep -rniP '<script(?! (type="application/ld|src="[./]*arsip\.js"))|<iframe|href="(javascript|data):|<b>tebal' \
		--include='*.html' public
	xmllint --noout public/feed.xml public/sitemap*.xml
	expect_no_file naik
	expect_no_file public/naik
}

@test "a url that a reader must not follow" {
	printf -- '---\ntitle: Judul Itu\nurl: %s\n---\n\nTeks.\n' \
		'JavaScript:alert(1)' >content/x.md
	arsip build
	expect_status 1
	expect_error 'content/x.md:3:6: error: the url "JavaScript:alert(1)"'
	refute grep -rqi 'href="javascript:' public
}

@test "an alias bomb in front matter" {
	{
		printf -- '---\na: &a [x,x,x,x,x,x,x,x]\n'
		printf 'b: &b [*a,*a,*a,*a,*a,*a,*a,*a]\n---\n\nJudul\n\nTeks.\n'
	} >content/x.md
	arsip build
	expect_status 1
	expect_error 'content/x.md:2:'
}

@test "a message cannot drive the terminal" {
	: >$'content/a\033[31mb.txt'
	arsip build
	expect_status 1
	[[ $stderr != *$'\033'* ]] || fail 'an escape came through'
	expect_error 'content/a\x1b[31mb.txt'
}

# --- the machine --------------------------------------------------------------

@test "an article that cannot be read: nothing is built without it" {
	chmod 000 content/banjir.txt
	arsip_unprivileged build
	expect_status 3
	expect_error 'content/banjir.txt: error: cannot read this article' \
		'Permission denied'
	expect_unchanged
	chmod 644 content/banjir.txt
	arsip_unprivileged build
	expect_status 0
	expect_unchanged
}

@test "a folder that cannot be read" {
	mkdir content/tertutup
	write_article content/tertutup/a.txt 'Berita di Folder Tertutup' 1/1/2020
	chmod 000 content/tertutup
	arsip_unprivileged build
	chmod 755 content/tertutup
	expect_status 3
	expect_error 'content/tertutup: error: cannot read this folder'
	expect_unchanged
}

@test "public/ that cannot be written" {
	write_article content/baru.txt 'Berita Baru dari Kota Karta' 1/1/2020
	chmod 555 public
	arsip_unprivileged build
	chmod 755 public
	expect_status 3
	expect_error 'public' 'cannot' 'Permission denied' 'writable'
	expect_unchanged
}

@test "a folder inside public/ that cannot be written" {
	write_article content/baru.txt 'Berita Baru dari Kota Karta' 26/9/2020
	chmod 555 public/2020/09/26
	arsip_unprivileged build
	chmod 755 public/2020/09/26
	expect_status 3
	expect_error 'public/2020/09/26/' 'Permission denied'
	arsip build
	expect_status 0
	expect_file public/2020/09/26/berita-baru-dari-kota-karta.html
}

@test "public/ is a file" {
	rm -r public
	echo mine >public
	arsip build
	expect_status 3
	expect_error 'public: error: cannot' 'Not a directory'
	expect_equal "$(cat public)" mine
}

@test "a link where a folder of the site was is not followed" {
	mkdir ../luar
	echo theirs >../luar/banjir-rendam-dua-kampung-di-kota-karta.html
	rm -r public/2020/09/26
	ln -s ../../../../luar public/2020/09/26
	remember
	arsip build
	expect_status 3
	expect_error 'public/2020/09/26: error:' 'a link stands there'
	expect_equal "$(cat ../luar/*)" theirs
	# Nor when its article is gone and the page would be removed.
	rm content/banjir.txt
	arsip build
	expect_equal "$(cat ../luar/*)" theirs
}

@test "a link where a page was is replaced, what it points to is not" {
	echo theirs >../luar.html
	ln -sf ../../luar.html public/index.html
	arsip build
	expect_status 0
	expect_equal "$(cat ../luar.html)" theirs
	[[ ! -L public/index.html ]]
	expect_unchanged
}

@test "a folder where a page was is somebody else's" {
	rm public/index.html
	mkdir public/index.html
	echo theirs >public/index.html/a
	arsip build
	expect_status 3
	expect_error 'public/index.html: error:' 'Is a directory'
	expect_equal "$(cat public/index.html/a)" theirs
}

@test "a state folder that cannot be written" {
	chmod 555 .arsip
	arsip_unprivileged build
	chmod 755 .arsip
	expect_status 3
	expect_error '.arsip: error: cannot keep the state' 'writable'
	expect_unchanged
}

@test "a full disk is named, and the earlier site stands" {
	write_article content/baru.txt 'Berita Baru dari Kota Karta' 1/1/2020 \
		"$(head -c 300000 /dev/zero | tr '\0' y)"
	COMMAND='arsip build, with files of 200 kB at most'
	run --separate-stderr bash -c 'trap "" XFSZ; ulimit -f 200; exec "$0" build' "$ARSIP"
	expect_status 3
	expect_error 'public/2020/01/01/berita-baru-dari-kota-karta.html' \
		'File too large'
	expect_equal "$(find public -name '.arsip-tmp-*')" ''
	expect_in public/2020/09/26/banjir-rendam-dua-kampung-di-kota-karta.html \
		'</html>'
	arsip build
	expect_status 0
}

# --- archives that are not there ----------------------------------------------

@test "an archive of no articles never replaces a site" {
	rm -r content/*
	expect_refused 1 'there is not one article here' 'stays as it is'
}

@test "an archive of which no article can be used, either" {
	rm -r content/*
	: >content/a.txt
	expect_refused 1 'there is not one article here' 'content/a.txt'
}

@test "no content folder" {
	rm -r content
	expect_refused 2 'content: error: there is no such folder'
	mkdir ../kosong
	arsip -C ../kosong build
	expect_status 2
	expect_equal "$(ls -A ../kosong)" ''
}

@test "no site there" {
	arsip -C tidak/ada build
	expect_status 2
	expect_error 'tidak/ada' 'there is no such folder'
	expect_no_file tidak
}

# --- configuration ------------------------------------------------------------

@test "arsip.yaml: an unknown key, with the one that was meant" {
	printf 'title: A\nbase_ulr: https://a.example/\n' >arsip.yaml
	expect_refused 2 'arsip.yaml:2:1: error: unknown key "base_ulr"' \
		'did you mean "base_url"?'
}

@test "arsip.yaml: an unknown key below publish" {
	printf 'publish:\n  brunch: x\n' >arsip.yaml
	expect_refused 2 'arsip.yaml:2:3: error: unknown key "brunch"' \
		'did you mean "branch"?'
}

@test "arsip.yaml: values that cannot be" {
	local line
	while IFS='|' read -r line expected; do
		printf '%s\n' "$line" >arsip.yaml
		expect_refused 2 'arsip.yaml:1:' "$expected"
	done <<-'END'
		page_size: banyak|page_size must be between 5 and 1000
		page_size: 0|page_size must be between
		home_size: -3|home_size must be between
		feed_size: 99999999999999999999|feed_size must be between
		base_url: ftp://a.example/|base_url is no address
		base_url: javascript:alert(1)|base_url is no address
		language: fr|no strings for this language
		timezone: UTC|none of Indonesia
		content: ../lain|no folder of the site
		content: [content, /etc]|no folder of the site
		cname: a/../b|no host name
		publish: gh-pages|no list of keys
		raw: maybe|neither yes nor no
		tags: politik|tags: is no list of keys
		tags: {map: politik}|map: is no list of keys
		tags: {map: {a: [b]}}|this is no text
		tags: {minimum: 0}|minimum must be between 1 and
		tags: {least: 2}|least
		title: [a, b]|this is no text
	END
}

@test "arsip.yaml: all mistakes at once" {
	printf 'langauge: id\npage_size: x\ntimezone: UTC\n' >arsip.yaml
	expect_refused 2 arsip.yaml:1 arsip.yaml:2 arsip.yaml:3
}

@test "arsip.yaml: no YAML, told with its line" {
	printf 'title: A\ndescription: "tak ditutup\n' >arsip.yaml
	expect_refused 2 'arsip.yaml:2:14: error:' \
		'a quotation mark is never closed'
}

@test "arsip.yaml that cannot be read is not passed over" {
	echo 'title: A' >arsip.yaml
	chmod 000 arsip.yaml
	arsip_unprivileged build
	expect_status 3
	expect_error 'arsip.yaml: error: cannot read the configuration'
	expect_unchanged
}

@test "rules.yaml: a pattern that is none, told with its place" {
	cat >rules.yaml <<-'END'
		rules:
		  - name: punyaku
		    why: uji
		    pattern: 'a(b'
	END
	expect_refused 2 'rules.yaml:' 'parenthes'
}

@test "rules.yaml: rules of the wrong form" {
	printf 'rules:\n  - name: x\n    why: y\n' >rules.yaml
	expect_refused 2 'rules.yaml:2:' 'a rule is of one kind'
	printf 'rules:\n  - name: x\n    lines: [a]\n' >rules.yaml
	expect_refused 2 'rules.yaml:2:' 'a rule without a reason'
	printf 'rules:\n  - name: x\n    why: y\n    patern: a\n' >rules.yaml
	expect_refused 2 'rules.yaml:4:' 'did you mean "pattern"?'
}

@test "references.yaml: a target that is no article" {
	printf 'references:\n  - text: A\n    target: content/tidak.txt\n' \
		>references.yaml
	expect_refused 2 'references.yaml:2:' \
		'no article comes from "content/tidak.txt"'
}

@test "references.yaml: an entry that lacks its target" {
	printf 'references:\n  - text: A\n' >references.yaml
	expect_refused 2 'references.yaml:2:' 'needs text and target'
}

# --- strict -------------------------------------------------------------------

@test "--strict stops before anything is written" {
	write_article content/baru.txt 'Berita Baru dari Kota Karta' 1/1/2020
	: >content/kosong.txt
	arsip build --strict
	expect_status 1
	expect_error 'content/kosong.txt: error: is empty'
	expect_unchanged
	expect_no_file public/2020/01
	arsip build
	expect_status 1
	expect_file public/2020/01/01/berita-baru-dari-kota-karta.html
}

@test "--strict takes a warning for a fault, and writes nothing either" {
	printf 'Judul Rusak\nTeks a\377b.\n' >content/x.txt
	arsip build --strict
	expect_status 1
	expect_error 'are no UTF-8'
	expect_unchanged
}

@test "--strict with nothing at fault is a build" {
	write_article content/baru.txt 'Berita Baru dari Kota Karta' 1/1/2020
	arsip build --strict
	expect_status 0
	expect_file public/2020/01/01/berita-baru-dari-kota-karta.html
}

# --- two at once --------------------------------------------------------------

# A push whose remote does not answer before ./go exists.
publish_that_waits() {
	make_repository
	git init -q --bare ../remote.git
	mkdir ../remote.git/hooks
	cat >../remote.git/hooks/pre-receive <<-END
		#!/bin/sh
		: >'$SITE/started'
		while [ ! -e '$SITE/go' ]; do sleep 0.05; done
	END
	chmod +x ../remote.git/hooks/pre-receive
	"$ARSIP" publish --push ../remote.git >first.out 2>&1 3>&- &
	FIRST=$!
	for _ in {1..200}; do
		[[ -e started ]] && return
		sleep 0.05
	done
	fail 'the push did not start' "$(<first.out)"
}

@test "a second arsip on one site is told who is at work" {
	publish_that_waits
	arsip build
	: >go
	wait "$FIRST"
	expect_status 75
	expect_error '.arsip/lock: error: another arsip is at work' \
		"(process $FIRST)"
	expect_unchanged
	arsip build
	expect_status 0
}

@test "commands that only read do not wait" {
	publish_that_waits
	arsip export
	: >go
	wait "$FIRST"
	expect_status 0
}

@test "a lock whose holder was killed holds nobody up" {
	publish_that_waits
	kill -9 "$FIRST"
	wait "$FIRST" || true
	: >go
	arsip build
	expect_status 0
	expect_unchanged
}

@test "arsip.yaml: output and content may not be mixed" {
	local folder
	for folder in content content/2020 .arsip . '""'; do
		printf 'output: %s\n' "$folder" >arsip.yaml
		expect_refused 2 'output: would be mixed'
	done
}

@test "arsip.yaml: a content folder inside another" {
	mkdir -p content/2020
	printf 'content: [content, content/2020]\n' >arsip.yaml
	expect_refused 2 'arsip.yaml:1:20: error: this folder is read already'
}

@test "rules.yaml: no list of rules" {
	printf -- '- name: a\n' >rules.yaml
	expect_refused 2 'the rules are no list below the key rules:'
}

@test "a content folder that is a link is refused once" {
	mv content elsewhere
	ln -s elsewhere content
	arsip build
	expect_status 2
	expect_error 'content: error: is no folder'
}

@test "a long first line of Markdown loses nothing" {
	{
		printf 'kata%.0s ' {1..80}
		printf 'AKHIRBARIS\nbaris kedua\n'
	} >content/panjang.md
	arsip build
	expect_status 0
	grep -rq AKHIRBARIS public/undated
}

@test "a mark in a block of code stays code" {
	printf '# Judul Kode\n\n```\nBaca juga: Judul Satu Dua Tiga\n```\n' \
		>content/kode.md
	arsip build
	expect_status 0
	expect_in public/undated/judul-kode.html \
		'<pre><code>Baca juga: Judul Satu Dua Tiga'
}

@test "of very many marks the last ones stay text" {
	{
		printf 'Judul Banyak\n'
		for i in {1..502}; do echo "Baca juga: Judul Nomor $i Sekali"; done
	} >content/banyak.txt
	arsip export -q
	expect_status 0
	expect_equal "$(jq 'select(.title == "Judul Banyak") |
		[(.references | length), (.paragraphs | length)]' -c <<<"$output")" \
		'[500,2]'
}
