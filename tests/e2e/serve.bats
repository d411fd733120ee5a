#!/usr/bin/env bats
# serve.bats - the preview: what it answers, that it sees changes, and that
# nothing leaves the site, the machine or memory.

load helper

setup() {
	make_small_site
}

# start_serve [ARG...]: on a free port; sets URL. teardown stops it.
start_serve() {
	: >log
	"$ARSIP" serve --port 0 "$@" >log 2>errors </dev/null 3>&- &
	SERVICE=$!
	for _ in {1..200}; do
		URL=$(sed -n 's|^\(http://[^/]*\)/ .*|\1|p' log)
		[[ -z $URL ]] || return 0
		kill -0 "$SERVICE" 2>/dev/null || break
		sleep 0.05
	done
	fail 'serve does not start' "$(<errors)"
}

# get PATH [ARG...]: sets status_code, body, headers.
get() {
	local path=$1
	shift
	COMMAND="curl $URL$path $*"
	status_code=$(curl -s -m 30 --path-as-is -D headers -o body \
		-w '%{http_code}' "$@" "$URL$path")
}

expect_code() {
	expect_equal "$status_code" "$1" "status of $COMMAND"
}

header() {
	sed -n "s/^$1: \(.*\)\r\$/\1/Ip" headers
}

# version: what is shown now. wait_for_news VERSION: until it is another.
version() {
	get '/_arsip/changes?v=0'
	cat body
}

wait_for_news() {
	get "/_arsip/changes?v=$1"
	expect_code 200
	[[ $(<body) != "$1" ]] || fail 'no news'
}

@test "the pages of a build, with one script more and its policy" {
	local path
	arsip build
	start_serve
	for path in index.html style.css feed.xml sitemap.xml 404.html \
		robots.txt 2020/09/index.html; do
		get "/$path"
		expect_code 200
		sed -e '/_arsip\/reload.js/d' -e '/Content-Security-Policy/d' \
			body >served
		sed '/Content-Security-Policy/d' "public/$path" >built
		cmp served built
	done
	get /
	expect_in body '<script src="/_arsip/reload.js?v=1"></script>'
	grep 'Content-Security-Policy' body | grep "connect-src 'self'" |
		grep "script-src 'self'"
	expect_equal "$(grep -rl _arsip public)" ''
	get '/_arsip/reload.js?v=1'
	expect_code 200
	expect_equal "$(header content-type)" 'text/javascript; charset=utf-8'
}

@test "nothing is written" {
	start_serve
	get /
	expect_code 200
	expect_no_file public
	expect_no_file .arsip
}

@test "types" {
	local path type
	start_serve
	while read -r path type; do
		get "$path"
		expect_equal "$(header content-type)" "$type" "$path"
	done <<-'END'
		/ text/html; charset=utf-8
		/nihil text/html; charset=utf-8
		/style.css text/css; charset=utf-8
		/feed.xml application/atom+xml
		/feed.json application/feed+json
		/sitemap.xml application/xml
		/robots.txt text/plain; charset=utf-8
	END
	expect_equal "$(header x-content-type-options)" nosniff
}

@test "folders, wrong addresses and what base_url says" {
	echo 'base_url: https://a.example/arsip/' >arsip.yaml
	start_serve
	get /2020
	expect_code 302
	expect_equal "$(header location)" /2020/
	get /2020/09/
	expect_code 200
	get /nihil.html
	expect_code 404
	expect_in body 'Halaman ini tidak ada' /_arsip/reload.js
	get /arsip/2020/
	expect_code 200
	expect_in body 2020
}

@test "no address leads out of the site" {
	local path
	start_serve
	for path in /../arsip.yaml /content/banjir.txt /%2e%2e/log \
		/..%2f..%2f..%2fetc/passwd '/..\..\log' /2020/../log \
		/index.html%00.txt /index.html%00 //etc/passwd /.arsip/lock \
		'/%' '/%zz' /_arsip /_arsip/; do
		get "$path"
		expect_code 404
		expect_not_in body root: banjir.txt
	done
	get / --request-target http://x/index.html
	expect_code 400
	get /%69ndex.html
	expect_code 200
}

@test "only this machine, by its own name" {
	local host
	start_serve
	for host in evil.example evil.example:80 localhost.evil.example \
		localhost:80:80 localhost:x '' 127.0.0.1.evil.example; do
		get / -H "Host: $host"
		expect_code 403
		expect_not_in body banjir
	done
	for host in localhost localhost:9999 127.0.0.1; do
		get / -H "Host: $host"
		expect_code 200
	done
	# 0A: listens; the only one of this port, on 127.0.0.1
	expect_equal "$(awk -v port="$(printf '%04X' "${URL##*:}")" \
		'$4 == "0A" && $2 ~ ":" port "$" { print $2 }' \
		/proc/net/tcp /proc/net/tcp6 2>/dev/null | cut -d: -f1)" 0100007F
}

@test "HEAD, If-None-Match, and what does not read" {
	local etag
	start_serve
	get / -I
	expect_code 200
	etag=$(header etag)
	expect_between "$(header content-length)" 500 50000 'length'
	expect_equal "$(grep -c '<' body)" 0 'markup behind HEAD'
	get / -H "If-None-Match: $etag"
	expect_code 304
	get / -H 'If-None-Match: "lain"'
	expect_code 200
	for method in POST PUT DELETE; do
		get / -X "$method" -d isi
		expect_code 405
		expect_equal "$(header allow)" 'GET, HEAD'
	done
}

@test "a change of anything the site is made from is shown" {
	local v what
	start_serve
	for what in content/baru.txt content/lagi/baru/x.txt arsip.yaml \
		templates/foot.tpl references.yaml rules.yaml \
		content/pages/tentang.md; do
		v=$(version)
		mkdir -p "$(dirname "$what")"
		case $what in
		*.txt) write_article "$what" "Kabar ${what//\// }" 1/10/2020 ;;
		arsip.yaml) echo 'title: Judul Situs' >arsip.yaml ;;
		*.tpl) sed 's/<footer/<!-- saya -->&/' \
			"$REPO/templates/foot.tpl" >"$what" ;;
		references.yaml) echo 'references: []' >"$what" ;;
		rules.yaml) echo 'rules: []' >"$what" ;;
		*.md) echo '# Tentang' >"$what" ;;
		esac
		wait_for_news "$v"
	done
	sleep 0.3
	get /
	expect_code 200
	expect_in body 'Judul Situs' 'Kabar content baru.txt' \
		'Kabar content lagi baru x.txt' '<!-- saya -->' tentang.html
	v=$(version)
	rm content/baru.txt
	wait_for_news "$v"
	get /
	expect_not_in body 'Kabar content baru.txt'
	expect_in log 'read again, in'
}

@test "a mistake is shown in the pages' stead until it is mended" {
	local v
	start_serve
	v=$(version)
	echo 'titel: <b>' >arsip.yaml
	wait_for_news "$v"
	get /
	expect_code 500
	expect_in body 'arsip.yaml:1:1: error:' titel '/_arsip/reload.js'
	expect_in errors 'arsip.yaml:1:1: error:'
	v=$(version)
	rm arsip.yaml
	wait_for_news "$v"
	get /
	expect_code 200
}

@test "who waits hears of a change, others are served meanwhile" {
	local v
	start_serve
	v=$(version)
	curl -s -m 30 "$URL/_arsip/changes?v=$v" >heard 3>&- &
	local waiter=$!
	exec 4<>"/dev/tcp/127.0.0.1/${URL##*:}" # says nothing
	sleep 0.2
	get /
	expect_code 200
	expect_equal "$(<heard)" ''
	write_article content/x.txt 'Kabar Baru dari Kota' 1/10/2020
	wait "$waiter"
	exec 4>&-
	[[ $(<heard) != "$v" && -s heard ]]
}

@test "Ctrl-C, or a kill, ends it with 0" {
	local signal
	for signal in INT TERM; do
		start_serve
		kill -"$signal" "$SERVICE"
		wait "$SERVICE" || fail "it ended with $?"
		SERVICE=
		expect_equal "$(<errors)" ''
		rm log
	done
}

@test "a port that is taken, one that is none" {
	start_serve
	arsip serve --port "${URL##*:}"
	expect_status 3
	expect_error "port ${URL##*:}" 'Address already in use' '--port 0'
	for port in 65536 -1 x ''; do
		arsip serve --port "$port"
		expect_status 2
		expect_error '--port takes a number'
	done
}

@test "what cannot be shown at all is not served" {
	echo 'titel: x' >arsip.yaml
	arsip serve --port 0
	expect_status 2
	expect_error arsip.yaml titel
	expect_equal "$output" ''
	rm -r arsip.yaml content/*
	arsip serve --port 0
	expect_status 1
	expect_error 'not one article'
}
