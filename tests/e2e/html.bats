#!/usr/bin/env bats
# html.bats - pages of HTML, saved as outlets serve them: fixtures/pages holds
# one in the shape of each outlet (names, places and facts are invented), and
# pages.expected what is in it. Also HTML within records, and pages that hold
# no article.

load helper

setup() {
	make_site
}

pages() {
	cp "$FIXTURES"/pages/* content/
}

facts='{source, title, date, dateline, outlet, byline, tags, paragraphs,
	references: [.references[] | [.text, .target]]}'

@test "pages of many outlets: title, date, text, references" {
	pages
	arsip export
	expect_status 0
	diff <(jq -cS "$facts" <<<"$output") "$FIXTURES/pages.expected"
}

@test "a page without one article is left out, and said to be" {
	pages
	arsip build
	expect_status 0
	expect_error 'content/indeks.html: warning: is a list of articles, not one; left out'
	expect_error 'content/beberapa.html: warning: holds several articles; left out'
	expect_error 'content/menu.html: warning: there is no article in this page; left out'
	expect_equal "$(grep -c 'left out' <<<"$stderr")" 3
}

@test "explain: what the page says, and what was left of it" {
	pages
	arsip explain content/detik.html
	expect_status 0
	expect_output '2020/09/26 10:28:00  (page-date)'
	expect_output 'dtk:publishdate'
	expect_output 'left out'
	expect_output '(page-tags)'
	arsip explain content/indeks.html
	expect_status 2
	expect_error 'is a list of articles, not one; left out'
	expect_error 'is left out, so there is nothing to explain'
}

@test "tags in the text of a record mean lines; a whole page says more" {
	cat >content/a.jsonl <<-'END'
		{"judul":"Jembatan Dibuka","content_html":"<p>KARTA - Satu &amp; dua.</p><p>Tiga.<br>Empat.</p><p>Baca juga: <a href=\"x\">Pasar Lama Buka. Ramai Lagi?</a></p>"}
		{"judul":"Pasar Lama Buka. Ramai Lagi?","isi":"&lt;p&gt;Lima.&lt;/p&gt;&lt;p&gt;Enam.&lt;/p&gt;","tanggal":"2020-02-03"}
		{"judul":"Angka","isi":"Kalau a < b dan b > c, apa lagi?"}
	END
	jq -n --rawfile page "$FIXTURES/pages/republika.html" \
		'{html: $page, title: "Judul dari Catatan"}' -c >>content/a.jsonl
	arsip export
	expect_status 0
	expect_equal "$(jq -c '[.source[-1:], .paragraphs]' <<<"$output" | sort)" \
		'["1",["Satu & dua.","Tiga.","Empat."]]
["2",["Lima.","Enam."]]
["3",["Kalau a < b dan b > c, apa lagi?"]]
["4",["Masjid Agung Karta rampung dipugar. Jamaah salat di sana sejak Jumat.","Pemugaran memakan waktu dua tahun. Biayanya dari sumbangan warga.","Menara masjid itu tingginya 40 meter."]]'
	expect_equal "$(jq -r '.references[]? | .target // empty' <<<"$output")" \
		content/a.jsonl#2
	expect_equal "$(jq -r 'select(.source == "content/a.jsonl#4") |
		[.title, .date, .byline] | join(", ")' <<<"$output")" \
		'Judul dari Catatan, 2025-09-30, Mira Hasanah'
}

@test "tags in a title mean nothing" {
	printf '%s\n' '{"judul":"Jembatan <i>Karta</i> Dibuka","isi":"Isi."}' \
		'{"judul":"Harga < 5 Ribu","isi":"Isi."}' >content/a.jsonl
	arsip export
	expect_status 0
	expect_equal "$(jq -r .title <<<"$output" | sort)" \
		'Harga < 5 Ribu
Jembatan Karta Dibuka'
}

@test "nested too deep: said where, and the others are read" {
	write_article content/b.txt 'Banjir Rendam Dua Kampung' 26/9/2020
	printf '<div>%.0s' {1..100000} >content/a.html
	arsip export
	expect_status 1
	expect_error 'content/a.html: error: its tags are nested more than 1000 deep'
	expect_equal "$(jq -r .source <<<"$output")" content/b.txt
}
