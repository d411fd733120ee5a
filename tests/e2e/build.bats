#!/usr/bin/env bats
# build.bats - content/ to public/, again and again: little is written, only
# what is ours is removed, and what was broken or interrupted becomes whole.

load helper

BANJIR=2020/09/26/banjir-rendam-dua-kampung-di-kota-karta.html

setup() {
	make_small_site
}

# written_since STAMPS: how many files are not the very ones of before.
written_since() {
	comm -13 <(printf '%s\n' "$1") <(stamps public) | wc -l
}

# What a build into an empty folder makes of the same content.
expect_like_fresh() {
	mkdir ../fresh
	cp -R content ../fresh
	[[ ! -f arsip.yaml ]] || cp arsip.yaml ../fresh
	"$ARSIP" -C ../fresh build >/dev/null 2>&1
	expect_same_folder public ../fresh/public
	rm -r ../fresh
}

# --- what is made -------------------------------------------------------------

@test "a folder with only content/ is a site" {
	arsip build
	expect_status 0
	expect_no_errors
	expect_output '3 articles' '1 reference (1 linked)' '2 tags' \
		'2020 to 2021'
	local file
	for file in index.html 404.html feed.xml sitemap.xml robots.txt \
		.nojekyll style.css arsip.js "$BANJIR" 2020/index.html \
		2020/09/index.html 2020/09/26/index.html tag/index.html \
		tag/panen/index.html tag/desa/index.html; do
		expect_file "public/$file"
	done
	expect_no_file public/undated
	expect_no_file public/CNAME
}

@test "the numbers are told as JSON, and are right" {
	arsip build --json
	expect_equal "$(field '[.articles, .references, .linked, .tags]')" \
		"$(jq -n '[3, 1, 1, 2]')"
	expect_equal "$(field .files)" "$(find public -type f | wc -l)"
	expect_equal "$(field .written)" "$(field .files)"
	expect_equal "$(field .bytes)" \
		"$(find public -type f -printf '%s\n' | awk '{ n += $1 } END { print n }')"
}

@test "--quiet says nothing when all is well" {
	arsip build --quiet
	expect_status 0
	expect_equal "$output" ''
	expect_no_errors
	expect_file public/index.html
}

@test "the reference is a link there and back" {
	arsip build
	expect_in public/2020/09/28/warga-kota-karta-bersihkan-lumpur-sisa-banjir.html \
		'banjir-rendam-dua-kampung-di-kota-karta.html">Banjir Rendam'
	expect_in "public/$BANJIR" \
		'warga-kota-karta-bersihkan-lumpur-sisa-banjir.html" lang="id">Warga Kota'
}

@test "arsip.yaml: title, language, address, host, folders" {
	mv content berita
	mkdir berita-lama
	write_article berita-lama/lama.txt 'Berita Lama dari Kota Karta' 1/1/1999
	cat >arsip.yaml <<-'END'
		title: Arsip & Uji
		language: en
		base_url: https://arsip.example/lama
		cname: arsip.example
		content: [berita, berita-lama]
		output: keluar
	END
	arsip build
	expect_status 0
	expect_output '4 articles' '1999 to 2021'
	expect_no_file public
	expect_in keluar/index.html '<html lang="en">' 'Arsip &amp; Uji'
	expect_in keluar/CNAME arsip.example
	expect_in "keluar/$BANJIR" \
		"rel=\"canonical\" href=\"https://arsip.example/lama/$BANJIR\""
	expect_in keluar/sitemap.xml 'https://arsip.example/lama/sitemap-1.xml'
	xmllint --noout keluar/feed.xml
}

@test "files that are no articles are left alone, and counted" {
	echo x >content/catatan.doc
	echo 'Bukan artikel' >content/README.md
	echo x >content/.tersembunyi.txt
	arsip build
	expect_status 0
	expect_output '3 articles'
	[[ $stderr = *'1 files that are neither'* ]] || fail 'not counted'
}

@test "-C, and a site named by its whole path" {
	cd /
	arsip -C "$SITE" build
	expect_status 0
	expect_file "$SITE/public/index.html"
	arsip build -C "$SITE" --json
	expect_equal "$(field .written)" 0
}

# --- again --------------------------------------------------------------------

@test "a second build writes nothing" {
	arsip build
	local before
	before=$(stamps public)
	arsip build --json
	expect_equal "$(field '[.written, .removed]')" "$(jq -n '[0, 0]')"
	expect_equal "$(stamps public)" "$before" 'the files'
}

@test "a file only touched is not written again" {
	arsip build
	local before
	before=$(stamps public)
	touch -d '2001-01-01' content/*.txt
	touch -d '2101-01-01' content/*.md
	arsip build
	expect_equal "$(stamps public)" "$before" 'the files'
}

@test "the same time and size, but other words" {
	arsip build
	touch -r content/banjir.txt stamp
	sed -i 's/disampaikan/dikabarkan!/' content/banjir.txt
	touch -r stamp content/banjir.txt
	arsip build
	expect_in "public/$BANJIR" 'dikabarkan!'
	expect_like_fresh
}

@test "another word in one of 300 articles rewrites few files" {
	many_articles 300
	arsip build
	local before
	before=$(stamps public)
	echo 'Satu kalimat lagi di akhir berita.' >>content/banyak/00150.txt
	arsip build --json
	expect_between "$(field .written)" 1 3 'files written'
	expect_equal "$(written_since "$before")" "$(field .written)" \
		'files that are new on the disk'
	expect_like_fresh
}

@test "one article more among 300 rewrites few files" {
	many_articles 300
	arsip build
	write_article content/baru.txt 'Kabar Tambahan dari Kota Karta' 15/6/2019
	arsip build --json
	# Itself, two neighbours, its day, month and year, home, sitemap.
	expect_between "$(field .written)" 5 18 'files written'
	expect_like_fresh
}

@test "one article removed: its page goes, all else is as if it never was" {
	many_articles 300
	arsip build
	rm content/warga.txt
	arsip build --json
	expect_between "$(field .written)" 1 18 'files written'
	# Its day had no other article, its thread no other reference: with it go its
	# raw text, the day, the day of the calendar, the thread, and their list.
	expect_equal "$(field .removed)" 6
	expect_no_file public/2020/09/28
	expect_file "public/$BANJIR"
	expect_not_in "public/$BANJIR" warga-kota-karta
	expect_like_fresh
}

@test "an article with another date moves" {
	arsip build
	sed -i 's:26/9/2020:27/9/2020:' content/banjir.txt
	arsip build
	expect_no_file public/2020/09/26
	expect_file public/2020/09/27/banjir-rendam-dua-kampung-di-kota-karta.html
	expect_like_fresh
}

@test "folders left empty are removed, up to the year" {
	arsip build
	expect_file public/2021/03/04/panen-raya-di-lembah-sunyi.html
	rm content/panen.md
	arsip build
	expect_no_file public/2021
	expect_no_file public/tag/panen
	expect_like_fresh
}

@test "what somebody else put into public/ stays" {
	arsip build
	expect_file public/2021/03/04/index.html
	mkdir -p public/2021/03/04/foto public/kami
	echo mine | tee public/2021/03/04/catatan.txt public/kami/a.html \
		public/2021/03/04/foto/a.jpg public/.htaccess >/dev/null
	rm content/panen.md
	arsip build
	expect_status 0
	expect_equal "$(cat public/2021/03/04/catatan.txt public/kami/a.html \
		public/2021/03/04/foto/a.jpg public/.htaccess)" \
		"$(printf 'mine\n%.0s' 1 2 3 4)"
	expect_no_file public/2021/03/04/index.html
}

@test "a file of public/ that was there before the first build stays" {
	mkdir -p public/2020
	echo mine >public/2020/catatan.html
	arsip build
	expect_file public/2020/index.html
	rm content/banjir.txt content/warga.txt
	arsip build
	expect_equal "$(cat public/2020/catatan.html)" mine
	expect_no_file public/2020/index.html
}

@test "a file edited, cut off, emptied or removed in public/ is healed" {
	arsip build
	remember
	echo 'tambahan' >>public/index.html
	truncate -s 100 "public/$BANJIR"
	: >public/feed.xml
	rm public/404.html
	rm -r public/2021
	sed -i 's/Karta/Kerto/' public/2020/09/28/index.html
	arsip build
	expect_status 0
	expect_unchanged
}

@test "without the manifest nothing is removed" {
	arsip build
	rm -r .arsip
	rm content/panen.md
	arsip build
	expect_status 0
	expect_file public/2021/03/04/panen-raya-di-lembah-sunyi.html
	expect_not_in public/index.html panen-raya
}

@test "a damaged manifest is told and believed in nothing" {
	arsip build
	sed -i 's/2021/2022/' .arsip/manifest
	rm content/panen.md
	arsip build
	expect_status 0
	expect_error '.arsip/manifest: warning:' 'none of it is removed'
	expect_file public/2021/03/04/panen-raya-di-lembah-sunyi.html
	arsip build
	expect_no_errors
}

@test "a manifest that names files outside removes none of them" {
	arsip build
	echo mine >../rahasia.html
	printf 'x/../../../rahasia.html\n../rahasia.html\n/etc/hostname\n' \
		>.arsip/pending
	arsip build
	expect_equal "$(cat ../rahasia.html)" mine
	[[ -e /etc/hostname || ! -e /etc ]]
}

# --- killed -------------------------------------------------------------------

# Builds until one is killed after it has written some, but not all.
kill_in_the_middle() {
	local delay written
	for delay in 0.0{2..9} 0.{10..38..4} 0.{4..9} {1..5}; do
		rm -rf public .arsip
		timeout -s KILL "$delay" "$ARSIP" build -j1 \
			>/dev/null 2>&1 || true
		[[ -d public ]] || continue
		written=$(find public -type f -name '*.html' | wc -l)
		if ((written > 0)) && [[ ! -e .arsip/manifest ]]; then
			return
		fi
	done
	fail 'no build could be killed in its middle'
}

@test "kill -9 in the middle: the next build makes the site whole" {
	many_articles 600
	kill_in_the_middle
	arsip build
	expect_status 0
	expect_like_fresh
}

@test "kill -9, then articles removed: their half-built pages go, too" {
	many_articles 600
	kill_in_the_middle
	rm content/banyak/00[0-4]*.txt content/warga.txt
	# What it may have been writing, beside what it wrote.
	: >"$(dirname "$(find public -name '*.html' -print -quit)")/.arsip-tmp-1-01"
	echo mine >public/catatan.html
	arsip build
	expect_status 0
	expect_equal "$(cat public/catatan.html)" mine
	rm public/catatan.html
	expect_like_fresh
}

@test "kill -9 while a site is being changed: each page is old or new" {
	many_articles 200
	arsip build
	cp -R public old
	sed -i 's/Isi berita/Ini berita/' content/banyak/*.txt
	mkdir ../new
	cp -R content ../new
	"$ARSIP" -C ../new build >/dev/null
	{
		fingerprint old
		fingerprint ../new/public
	} | LC_ALL=C sort -u >either
	local delay
	for delay in 0.0{2..9..2} 0.1 0.2; do
		timeout -s KILL "$delay" "$ARSIP" build -j1 >/dev/null 2>&1 || true
		fingerprint public | grep -v '/\.arsip-tmp-' | LC_ALL=C sort |
			LC_ALL=C comm -23 - either >neither
		expect_equal "$(cat neither)" '' 'neither old nor new'
	done
	arsip build
	expect_same_folder public ../new/public
}

# --- addresses ----------------------------------------------------------------

@test "one title twice on one day: both pages, and one that lists them" {
	local title='Harga Beras Naik Lagi di Pasar Karta'
	write_article content/a.txt "$title" 1/9/2022 'Yang satu ini pagi.'
	sed 's/Kabar/Warta/; s/pagi/sore/' content/a.txt >content/b.txt
	arsip build
	expect_status 0
	expect_error 'warning: the same address as content/' 'nothing is lost'
	local plain=public/2022/09/01/harga-beras-naik-lagi-di-pasar-karta.html
	local pages=("${plain%.html}"-[0-9a-f]*.html)
	expect_equal "${#pages[@]}" 2
	cat "${pages[@]}" >both
	expect_in both 'ini pagi.' 'ini sore.'
	expect_in "$plain" "${pages[0]##*/}" "${pages[1]##*/}"
	expect_like_fresh
}

@test "addresses do not depend on the names of the files" {
	local title='Harga Beras Naik Lagi di Pasar Karta'
	write_article content/a.txt "$title" 1/9/2022 'Yang satu ini pagi.'
	sed 's/Kabar/Warta/; s/pagi/sore/' content/a.txt >content/b.txt
	build_and_remember
	mv content/a.txt content/z.txt
	mv content/b.txt content/a.txt
	arsip build
	expect_unchanged
}

@test "an address once given does not die when a twin comes" {
	write_article content/a.txt 'Harga Beras Naik Lagi' 1/9/2022
	arsip build
	local plain=public/2022/09/01/harga-beras-naik-lagi.html
	expect_file "$plain"
	write_article content/b.txt 'Harga Beras Naik Lagi' 1/9/2022 'Lain.'
	sed -i 's/Kabar/Warta/' content/b.txt
	arsip build
	expect_file "$plain"
	expect_equal "$(find public/2022/09/01 -name 'harga*' | wc -l)" 3
}

@test "case twins and twins of Unicode's two forms are told" {
	write_article content/a.txt 'Kafé Baru di Kota Karta' 1/9/2022
	write_article content/b.txt $'Kafe\u0301 Baru di Kota Karta' 1/9/2022 \
		'Yang kedua.'
	write_article content/c.txt 'KAFE BARU di Kota Karta' 1/9/2022 \
		'Yang ketiga.'
	arsip build
	expect_status 0
	expect_equal "$(grep -c 'warning: the same address as' <<<"$stderr")" 2
	expect_equal "$(find public/2022/09/01 -name 'kafe-baru*' | wc -l)" 4
	# On a disk that takes A for a, nothing falls together.
	expect_equal "$(find public | tr '[:upper:]' '[:lower:]' |
		LC_ALL=C sort | uniq -d)" ''
}

@test "file names that are case twins are two articles" {
	write_article content/x.txt 'Berita Pertama dari Karta' 1/9/2022
	write_article content/X.txt 'Berita Kedua dari Karta' 1/9/2022
	arsip build
	expect_output '5 articles'
}

@test "an exact copy is told; both addresses are there" {
	cp content/banjir.txt content/salinan.txt
	arsip build
	expect_status 0
	expect_error 'content/salinan.txt: warning: the same article as content/banjir.txt' \
		'remove one of the two'
	expect_equal "$(find public/2020/09/26 -name 'banjir*' | wc -l)" 3
	expect_like_fresh
}

@test "a hundred articles of one title and one day" {
	local i
	for i in {1..100}; do
		write_article "content/s$i.txt" 'Satu Judul Saja' 1/9/2022 "$i kali"
	done
	arsip build
	expect_status 0
	expect_equal "$(find public/2022/09/01 -name 'satu-judul-saja*' | wc -l)" 101
	expect_equal "$(grep -oE 'href="[^"]*satu-judul-saja-[^"]*"' \
		public/2022/09/01/satu-judul-saja.html | sort -u | wc -l)" 100
}

@test "lists have pages, the oldest is the first" {
	printf 'page_size: 5\n' >arsip.yaml
	local i
	for i in {1..17}; do
		printf -- '---\ntitle: Berita Ke-%d\ndate: 2020-01-%02d\ntags: [satu]\n---\n\nTeks.\n' \
			"$i" "$i" >"content/t$i.md"
	done
	arsip build
	expect_in public/tag/satu/1.html berita-ke-1.html berita-ke-5.html
	expect_not_in public/tag/satu/1.html berita-ke-6.html
	expect_in public/tag/satu/index.html berita-ke-17.html
	expect_file public/tag/satu/2.html
	# The eighteenth changes no page of the old ones.
	local before
	before=$(stamps public/tag/satu | grep -E '/[12]\.html')
	printf -- '---\ntitle: Berita Ke-18\ndate: 2020-01-18\ntags: [satu]\n---\n\nTeks.\n' \
		>content/t18.md
	arsip build
	expect_equal "$(stamps public/tag/satu | grep -E '/[12]\.html')" \
		"$before" 'the old pages'
}
