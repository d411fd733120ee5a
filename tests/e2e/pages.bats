#!/usr/bin/env bats
# pages.bats - every page of the demo archive, as a browser or a robot that
# follows each link would find it.

load helper

setup_file() {
	load helper
	isolate
	mkdir "$BATS_FILE_TMPDIR/site"
	cd "$BATS_FILE_TMPDIR/site" || return
	cp -R "$REPO/content" "$REPO/arsip.yaml" .
	"$ARSIP" build >../log 2>&1
}

setup() {
	isolate
	cd "$BATS_FILE_TMPDIR/site/public" || return
}

pages() {
	find . -name '*.html'
}

@test "the demo is built without a fault" {
	expect_between "$(pages | wc -l)" 200 2000 pages
	refute grep -E 'warning|error' ../../log
}

@test "every link leads to a file, every #place to an element" {
	run "$REPO/tests/e2e/check-links.pl" .
	expect_equal "$output" '' 'broken links'
	((status == 0))
}

@test "the check of links finds what is broken" {
	mkdir "$BATS_TEST_TMPDIR/x"
	cd "$BATS_TEST_TMPDIR/x"
	cat >a.html <<-'END'
		<a href="b.html">a</a><a href="b.html#x">a</a><a href="c%20d.html">
		<a href="">a</a><a href="/b.html">a</a><img src='e.png'>
		<a href="../b.html">a</a><a href="https://a.example/">a</a>
		<a href="javascript:x">a</a><p id="x" id="x"></p><i id="x"></i>
	END
	echo '<p id="y">' >b.html
	run "$REPO/tests/e2e/check-links.pl" .
	((status == 1))
	local part
	for part in 'b.html#x' 'c d.html' 'empty' '/b.html' 'e.png' \
		'../b.html' 'javascript:x' 'id x'; do
		expect_output "$part"
	done
	refute grep -q example <<<"$output"
	expect_equal "${#lines[@]}" 8
}

@test "every page can be reached from the home page" {
	"$REPO/tests/e2e/check-links.pl" --reached . >"$BATS_TEST_TMPDIR/reached"
	# 404.html is for the host.
	expect_equal "$(comm -13 "$BATS_TEST_TMPDIR/reached" \
		<(pages | sed 's:^\./::' | LC_ALL=C sort))" 404.html 'pages'
}

@test "exactly one h1 a page" {
	pages | LC_ALL=C sort >"$BATS_TEST_TMPDIR/pages"
	expect_equal "$(grep -ro '<h1[ >]' --include='*.html' . |
		cut -d: -f1 | LC_ALL=C sort)" \
		"$(cat "$BATS_TEST_TMPDIR/pages")" 'a line for each h1'
}

@test "no marker, no empty address, title or heading is left" {
	refute grep -rnE '\{\{[#/>!A-Z]?[A-Z_]+\}\}|\{\{[#/>!]' .
	refute grep -rnE '(href|src|id|datetime)=""|<(h[1-6]|title|a)[^>]*></' .
	refute grep -rnE '<title> *–' .
}

@test "every page has its language, title, description and character set" {
	local need
	for need in '<!doctype html>' '<html lang="id">' '<meta charset="utf-8">' \
		'<title>..*</title>' '<meta name="viewport"' \
		"http-equiv=\"Content-Security-Policy\"" '</html>'; do
		expect_equal "$(pages | xargs grep -L -e "$need")" '' \
			"pages without $need"
	done
}

@test "tags close as they open" {
	# libxml2 knows HTML 4: its word on unknown tags does not count.
	expect_equal "$(pages | xargs xmllint --html --noout 2>&1 |
		grep -E 'error :|parser error' | grep -v 'Tag .* invalid')" ''
}

@test "nothing is fetched from elsewhere, nothing runs but arsip.js" {
	refute grep -rnP '<(script(?! (type="application.ld|src="[./]*arsip\.js"))|iframe|object|embed|form)|style="|@import' \
		--include='*.html' .
	refute grep -rnE '\ssrc="(https?:)?//' --include='*.html' .
	expect_equal "$(grep -rhoE '<link [^>]*href="(https?:)?//[^>]*>' \
		--include='*.html' . |
		grep -v 'rel="canonical"')" '' 'links of the head'
	refute grep -nE 'url\((https?:)?//|@import' style.css
	refute grep -nE 'https?:|innerHTML|outerHTML|insertAdjacent|eval|Function' \
		arsip.js
}

@test "feed and sitemaps are well-formed, and name pages that exist" {
	xmllint --noout feed.xml sitemap*.xml
	local base=https://arsip.example.org/ url n=0
	for url in $(xmllint --xpath \
		'//*[local-name()="loc"]/text()' sitemap.xml sitemap-1.xml) \
		$(xmllint --xpath '//*[local-name()="entry"]/*[local-name()="link"]/@href' \
			feed.xml | sed 's/.*href="\(.*\)"/\1/'); do
		[[ $url = "$base"* ]] || fail "$url"
		url=${url#"$base"}
		expect_file "${url:-index.html}"
		n=$((n + 1))
	done
	expect_between "$n" 200 3000 addresses
}

@test "the feed: unique ids, dates in order, newest first" {
	local feed='xmllint --xpath'
	$feed '//*[local-name()="entry"]/*[local-name()="id"]/text()' feed.xml \
		>"$BATS_TEST_TMPDIR/ids"
	expect_equal "$(sort "$BATS_TEST_TMPDIR/ids" | uniq -d)" ''
	expect_equal "$(wc -l <"$BATS_TEST_TMPDIR/ids")" 30
	$feed '//*[local-name()="entry"]/*[local-name()="updated"]/text()' \
		feed.xml >"$BATS_TEST_TMPDIR/dates"
	sort -rc "$BATS_TEST_TMPDIR/dates"
	expect_equal "$(grep -cvE '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}\+07:00$' \
		"$BATS_TEST_TMPDIR/dates")" 0
}

@test "every article is in the sitemap, on its day, month and in its tags" {
	"$ARSIP" -C .. export 2>/dev/null >"$BATS_TEST_TMPDIR/export"
	local url date name
	while IFS=$'\t' read -r url date; do
		expect_in sitemap-1.xml "/$url<"
		name=${url##*/}
		[[ -z $date ]] || expect_in "${date//-//}/index.html" "$name"
		[[ -z $date ]] || grep -rqF "/$name" "${date:0:4}/${date:5:2}"/*.html ||
			fail "$name is in no page of its month"
	done < <(jq -r '[.url, .date // ""] | @tsv' "$BATS_TEST_TMPDIR/export")
}

@test "file names are plain: small letters, digits, hyphens" {
	expect_equal "$(find . -type f | grep -vE '^\./([a-z0-9-]+/)*[a-z0-9-]+\.(html|xml|json|css|js|txt)$')" \
		./.nojekyll
}

@test "within a day articles read from A to Z, and home leads on" {
	make_site
	for word in Cempaka Anggrek Bakung; do
		printf 'Kabar %s\nIsi, Sabtu (26/9/2020).\n' "$word" >"content/$word.txt"
	done
	printf 'Kabar Lama\nIsi, Senin (3/8/2020).\n' >content/lama.txt
	printf 'home_size: 3\n' >arsip.yaml
	arsip build
	expect_status 0
	expect_equal "$(grep -o 'Kabar [A-Z][a-z]*' public/2020/09/26/index.html |
		tr '\n' ' ')" 'Kabar Anggrek Kabar Bakung Kabar Cempaka '
	expect_in public/index.html 'href="2020/08/index.html"'
	expect_not_in public/index.html 'href="tag/index.html"'
}

# --- for machines -------------------------------------------------------------

@test "each article has one NewsArticle, its citations are pages of the site" {
	local page data n=0
	while read -r page; do
		data=$(sed -n 's#.*ld+json">\(.*\)</script>.*#\1#p' "$page")
		jq -e '."@context" == "https://schema.org" and
			."@type" == "NewsArticle" and
			(.headline | length > 0) and .inLanguage == "id" and
			(.datePublished == null or
			 (.datePublished | test("^[0-9]{4}-[0-9]{2}-[0-9]{2}")))' \
			<<<"$data" >/dev/null
		jq -r '.url, (.citation[]?.url // empty)' <<<"$data" |
			sed 's#^https://arsip.example.org/##' |
			xargs -I{} test -f {}
		n=$((n + 1))
	done < <(grep -l 'application/ld+json' -r --include='*.html' . )
	((n == $(wc -l <"$REPO/tests/content/expected.jsonl")))
}

@test "a title cannot end the JSON-LD block" {
	make_site
	printf '%s\n' '</script><script>alert(1)</script> & "kutip"' \
		'Isi artikel yang cukup panjang untuk satu paragraf.' \
		>content/a.txt
	arsip build
	expect_status 0
	page=$(echo public/undated/*script*.html)
	refute grep -qi '<script>alert' "$page"
	expect_equal "$(grep -v '^<script src=' "$page" | grep -c '</script>')" 1
	data=$(sed -n 's#.*ld+json">\(.*\)</script>.*#\1#p' "$page")
	expect_equal "$(jq -r .headline <<<"$data")" \
		'</script><script>alert(1)</script> & "kutip"'
}

@test "feeds, sitemaps and the search description hold to their schemas" {
	local schemas=$REPO/tests/schemas
	find . -name feed.xml -exec xmllint --noout \
		--relaxng "$schemas/atom.rng" {} + 2>"$BATS_TEST_TMPDIR/log"
	expect_between "$(grep -c validates "$BATS_TEST_TMPDIR/log")" 60 1000 \
		feeds
	xmllint --noout --relaxng "$schemas/sitemap.rng" sitemap*.xml
	xmllint --noout --relaxng "$schemas/opensearch.rng" opensearch.xml
	# and the schemas refuse what is wrong
	sed 's#<updated>.*</updated>#<updated>kemarin</updated>#' feed.xml \
		>"$BATS_TEST_TMPDIR/bad.xml"
	run xmllint --noout --relaxng "$schemas/atom.rng" \
		"$BATS_TEST_TMPDIR/bad.xml"
	((status == 3))
}

# relation FILE REL: where a feed's link of this kind leads, as a file
relation() {
	xmllint --xpath "string(/*/*[local-name()='link'][@rel='$2']/@href)" \
		"$1" | sed 's#^https://arsip.example.org/##'
}

@test "from the feed one comes to every dated article (RFC 5005)" {
	local file newer='' n=0
	file=$(relation feed.xml prev-archive)
	while [[ $file ]]; do
		expect_equal "$(relation "$file" current)" feed.xml
		expect_equal "$(relation "$file" next-archive)" "$newer"
		n=$((n + $(grep -c '<entry>' "$file")))
		newer=$file
		file=$(relation "$file" prev-archive)
	done
	expect_equal "$n" "$(jq -c 'select(.date)' \
		"$REPO/tests/content/expected.jsonl" | wc -l)"
}

@test "the JSON feed says what the Atom feed says" {
	expect_equal "$(jq -r .version feed.json)" \
		https://jsonfeed.org/version/1.1
	jq -e '.title and .home_page_url and .feed_url and
		all(.items[]; .id and .url and .title and .content_text and
		(.date_published | test("T..:..:..[+]07:00$")))' feed.json
	expect_equal "$(jq -r '.items[].id' feed.json)" "$(xmllint --xpath \
		'//*[local-name()="entry"]/*[local-name()="id"]/text()' feed.xml)"
}

@test "how to cite: what a title has of LaTeX is no command" {
	make_site
	printf '%s\n' 'Laba 50% & Rp_1 {naik} \input{x} #1 $5 ~ ^' \
		'KOTA KARTA, KORAN.com - Isi artikel (26/9/2020).' '(abc)' \
		>content/a.txt
	arsip build
	page=$(echo public/2020/09/26/laba*.html)
	xmllint --html --xpath 'string(//pre[1])' "$page" 2>/dev/null >bib
	expect_equal "$(sed -n 's/^  title = {{\(.*\)}},$/\1/p' bib)" \
		'Laba 50\% \& Rp\_1 \{naik\} \textbackslash{}input\{x\} \#1 \$5 \textasciitilde{} \textasciicircum{}'
	grep -qx '  date = {2020-09-26},' bib
	xmllint --html --xpath 'string(//pre[2])' "$page" 2>/dev/null >ris
	expect_equal "$(cut -c1-2 ris | tr '\n' ' ')" 'TY TI AU T2 CY DA LA ER '
}

@test "the raw text of each article, with each cut; not for search engines" {
	expect_equal "$(find raw -name '*.html' | wc -l)" \
		"$(wc -l <"$REPO/tests/content/expected.jsonl")"
	expect_equal "$(grep -rL 'name="robots" content="noindex"' raw)" ''
	refute grep -l /raw/ sitemap-1.xml
	grep -q '<code>widget-loading</code>' \
		raw/2020/09/26/satelit-riset-larasati-1-rampung-dirakit-di-bogor.html
	grep -q 'rel="canonical" href="https://arsip.example.org/2020/' \
		raw/2020/09/26/satelit-riset-larasati-1-rampung-dirakit-di-bogor.html
}

@test "raw: no leaves them out" {
	make_small_site
	echo 'raw: no' >arsip.yaml
	arsip build
	expect_status 0
	expect_no_file public/raw
	refute grep -rq 'raw/' public --include='*.html'
}

@test "what is wanted: each title once, with those who ask" {
	grep -q 'Daftar Tarif Angkutan Umum Semarang Terbaru' wanted/index.html
	grep -q 'Dirujuk oleh 3 artikel' wanted/index.html
	grep -q 'href="[^"]*wanted/index.html"' index.html
}

@test "one story told twice is folded, in lists and on its page" {
	make_site
	local n
	for n in satu dua; do
		{
			echo "Laporan $n tentang Banjir Besar di Kota Karta"
			echo "KARTA - Hujan lebat turun sejak Sabtu (26/9/2020)."
			seq -f 'Warga RT %g mengungsi ke balai desa dan dapur umum dibuka petugas sejak pagi buta.' 9
		} >"content/$n.txt"
	done
	[[ $n == dua ]] && echo 'Kalimat tambahan di satu saja.' >>content/satu.txt
	arsip build
	expect_status 0
	grep -q 'Sama dengan</span> <a href="[^"]*laporan-satu' public/2020/09/26/index.html
	refute grep -q 'Sama dengan</span> <a href="[^"]*laporan-dua' public/2020/09/26/index.html
	grep -A4 'Berita yang sama' public/2020/09/26/laporan-satu*.html | grep -q laporan-dua
}

@test "threads: those without a date say none, and come last at home" {
	make_site
	write_article content/a.txt 'Waduk Karta Mulai Diisi' 1/1/2022
	write_article content/b.txt 'Waduk Karta Penuh Lebih Cepat' 2/1/2022 \
		'Baca juga: Waduk Karta Mulai Diisi'
	printf '%s\n' 'Resep Bubur Karta' 'Rebus beras.' >content/c.txt
	printf '%s\n' 'Resep Sambal Karta' 'Ulek cabai.' \
		'Baca juga: Resep Bubur Karta' >content/d.txt
	arsip build
	local home
	home=$(grep -o 'thread/[^"]*' public/index.html | grep -v '^thread/index')
	expect_equal "$(sed -E 's/-(waduk|resep)-.*//' <<<"$home" | tr '\n' ' ')" \
		'thread/2022-01-01 thread/undated '
	expect_equal "$(grep -c '<small>Sejak' public/thread/index.html)" \
		"$(($(grep -c '<h2' public/thread/index.html) - 1))"
}

@test "in an interface in English, what the papers wrote is Indonesian" {
	make_site
	write_article content/a.txt 'Waduk Karta Mulai Diisi' 1/1/2022
	printf 'language: en\n' >>arsip.yaml
	arsip build
	expect_in public/2022/01/01/waduk*.html '<html lang="en">' '<h1 lang="id">' \
		'<div class="prose" lang="id">'
	expect_in public/index.html '<ul class="items" lang="id">'
}

@test "the index of sitemaps has the date of its newest article" {
	expect_equal "$(xmllint --xpath \
		'string(//*[local-name()="lastmod"])' sitemap.xml)" \
		"$(jq -r 'select(.date).date' "$REPO/tests/content/expected.jsonl" |
			sort | tail -n 1)"
}
