#!/usr/bin/env bats
# site-pages.bats - the site's own pages, from content/pages/: where they
# stand, what links to them, and what is refused.

load helper

setup() {
	make_small_site
	mkdir content/pages
}

# page NAME [LINE...]: a file of content/pages.
page() {
	local file=content/pages/$1
	shift
	printf '%s\n' "$@" >"$file"
}

# menu FILE: what its foot links to, in order.
menu() {
	sed -n '/<footer/,/<\/footer>/s/.*<li><a href="\([^"]*\)">\(.*\)<\/a>.*/\1=\2/p' \
		"$1" | paste -sd' '
}

@test "a page has its address, and each page a link to it" {
	page tentang.md '# Tentang Kami' '' 'Arsip *kecil*, [2020](2020/index.html).'
	arsip build
	expect_status 0
	expect_no_errors
	expect_output '3 articles'
	expect_in public/tentang.html '<h1>Tentang Kami</h1>' \
		'<p>Arsip <em>kecil</em>, <a href="2020/index.html">2020</a>.</p>'
	expect_equal "$(grep -c 'Tentang Kami</h' public/tentang.html)" 1
	expect_equal "$(menu public/2020/09/26/*.html | head -1)" \
		'../../../tentang.html=Tentang Kami'
	expect_equal "$(grep -L 'tentang.html' $(find public -name '*.html'))" ''
	expect_in public/sitemap-1.xml /tentang.html
	arsip export -q
	expect_equal "$(wc -l <<<"$output")" 3
}

@test "the order of the menu is order:, then the address" {
	page z.md '---' 'title: Zat' 'order: 1' '---' 'Isi.'
	page b.md '# Bab'
	page a.md '# Awal'
	page k.md '---' 'title: Kontak' 'order: 2' 'slug: hubungi' '---'
	arsip build
	expect_status 0
	expect_no_errors
	expect_equal "$(menu public/index.html)" \
		'z.html=Zat hubungi.html=Kontak a.html=Awal b.html=Bab'
	expect_no_file public/k.html
}

@test "every content folder has its pages" {
	mkdir -p lain/pages
	echo 'content: [content, lain]' >arsip.yaml
	echo '# Satu' >content/pages/satu.md
	echo '# Dua' >lain/pages/dua.md
	echo 'bukan halaman' >lain/pages/README.md
	arsip build
	expect_status 0
	expect_no_errors
	expect_equal "$(menu public/index.html)" 'dua.html=Dua satu.html=Satu'
}

@test "a folder pages deeper down holds articles" {
	mkdir content/2020 && mv content/pages content/2020/pages
	write_article content/2020/pages/a.txt 'Sungai Meluap Lagi' 29/9/2020
	arsip build
	expect_status 0
	expect_output '4 articles'
}

@test "what cannot be a page is reported with its remedy and left out" {
	local name
	for name in index 404 con '***'; do
		page "$name.md" '# Judul'
	done
	page tanpa.md 'Tidak ada judul.'
	page slug.md '---' 'title: S' 'slug: INDEX' '---'
	page terbuka.md '---' 'title: T'
	page a.txt 'Judul'
	page baik.md '# Baik'
	arsip build
	expect_status 1
	for name in index 404 con; do
		expect_error "pages/$name.md: error: \"$name\" can be the" \
			'the name is taken'
	done
	expect_error 'neither letters nor digits' 'pages/slug.md: error' \
		'tanpa.md: error: has no title' 'slug: in its front matter' \
		'terbuka.md:1:1: error: the front matter' \
		'a.txt: error: is no page' 'move it out of pages/'
	expect_equal "$(menu public/index.html)" 'baik.html=Baik'
	expect_in public/index.html '<title>Beranda'
}

@test "two pages of one address: the first by path has it" {
	page a.md '---' 'title: Satu' 'slug: sama' '---'
	page sama.md '# Dua'
	arsip build
	expect_status 1
	expect_error 'pages/sama.md: error: wants the address sama.html' \
		'that of content/pages/a.md' 'another slug'
	expect_equal "$(menu public/index.html)" 'sama.html=Satu'
}

@test "values that are wrong count for nothing" {
	page a.md '---' 'title: [a]' 'order: banyak' 'slug: Ä b' 'sulg: x' \
		'---' '# Judul'
	arsip build
	expect_status 1
	expect_error 'a.md:2:8: error: title: is no text' 'a.md:3:8: error: order:' \
		'"a-b" is used' 'sulg'
	expect_equal "$(menu public/index.html)" 'a-b.html=Judul'
}

@test "what a page holds cannot run, nor leave its place" {
	page a.md '# <b>{{X}}</b> & "x"' '' '<script>1</script>' '' \
		'[a](javascript:x) ![g](http://x/g.png)'
	arsip build --strict
	expect_status 0
	expect_not_in public/a.html '<script>1' 'javascript:' '<img' '<b>{{'
	expect_in public/a.html '&lt;script&gt;1' \
		'<h1>&lt;b&gt;{{X}}&lt;/b&gt; &amp; &quot;x&quot;</h1>'
	expect_in public/index.html '&lt;b&gt;{{X}}&lt;/b&gt; &amp; &quot;x&quot;</a>'
}

@test "a link to elsewhere is not read" {
	echo '# Rahasia' >luar.md
	ln -s ../../luar.md content/pages/luar.md
	arsip build
	expect_status 1
	expect_error 'pages/luar.md: error: is a symbolic link'
	expect_no_file public/luar.html
}

@test "the foot names at most 100 pages" {
	for i in {100..200}; do
		page "p$i.md" "# Halaman $i"
	done
	arsip build
	expect_status 1
	expect_error 'pages/p200.md: error: is one page too many'
	expect_file public/p199.html
	expect_no_file public/p200.html
}

@test "only a page that changes changes others" {
	page a.md '# Awal' '' 'Satu.'
	build_and_remember
	page a.md '# Awal' '' 'Dua.'
	arsip build --json
	expect_equal "$(field .written)" 1
	page b.md '# Baru'
	arsip build --json
	# and the part of the sitemap
	expect_equal "$(field .written)" \
		"$(($(find public -name '*.html' | wc -l) + 1))"
}
