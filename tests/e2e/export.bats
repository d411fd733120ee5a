#!/usr/bin/env bats
# export.bats - the articles as data: the shape that real pages come in, and
# the whole demo archive against what its author meant.

load helper

setup() {
	make_site
}

# A scraped page: leftovers of widgets, a body that comes twice, references
# in brackets; fixtures/seed says more by its files' names.
export_seed() {
	cp -R "$FIXTURES/seed/content" .
	arsip export
	expect_status 0
	ARTICLE=$(jq -c 'select(.source == "content/bupati.txt")' \
		<<<"$output")
}

article() {
	jq -c "$1" <<<"$ARTICLE"
}

@test "a doubled page: facts" {
	export_seed
	expect_equal "$(article .title)" \
		'"Bupati Karta Minta Dua Pelabuhan Tak Saling Rebut Kapal Barang"'
	expect_equal "$(article '[.dateline, .byline, .outlet]')" \
		'["KARTA","dar",null]'
	expect_equal "$(article '[.date, .date_from]')" '["2020-09-26","text"]'
	expect_equal "$(article .url)" \
		'"2020/09/26/bupati-karta-minta-dua-pelabuhan-tak-saling-rebut-kapal-barang.html"'
}

@test "a doubled page: eleven paragraphs, each once, without marks" {
	export_seed
	expect_equal "$(article '.paragraphs | length')" 11
	expect_equal "$(article '.paragraphs | unique | length')" 11
	expect_equal "$(article '[.paragraphs[] | select(test("Baca|\\(dar\\)|loading|^A$"))]')" '[]'
	expect_equal "$(article '.paragraphs[0][:12]')" '"Bupati Karta"'
	expect_equal "$(article '.paragraphs[2][-10:]')" '"kecamatan."'
	# The very words, blanks levelled, and none of them lost.
	diff <(sed -n '6,16p' content/bupati.txt |
		sed 's/ (Baca[^)]*)//; s/^KARTA - //') \
		<(jq -r '.paragraphs[]' <<<"$ARTICLE")
}

@test "a doubled page: three references, two exact and one by the word rule" {
	export_seed
	expect_equal "$(article '[.references[] | [.marker, .target, .how]]')" \
		'[["Baca","content/pasir.txt","exact"],["Baca","content/syahbandar.txt","exact"],["Baca juga","content/tak-jamin.txt","near"]]'
	expect_equal "$(article '.references[2].text')" \
		'"Wali Kota Tak Jamin Pasar Lama Dibuka Lagi dengan Tarif Murah Jika Dia Kalah Pilkada"'
}

@test "the article that says the opposite is never meant" {
	export_seed
	jq -se 'map(select(.source == "content/jamin.txt")) | length == 1 and .[0].cited_by == []' \
		<<<"$output"
	rm content/tak-jamin.txt
	arsip export
	jq -se 'map(select(.source == "content/bupati.txt"))[0].references[2]
		| .target == null and .how == "none"' <<<"$output"
	jq -se 'all(.[].references[].target; . != "content/jamin.txt")' \
		<<<"$output"
}

@test "a doubled page: what was dropped, by line and rule" {
	export_seed
	expect_equal "$(article '[.dropped[].line]')" \
		'[2,3,4,5,17,18,19,20,21,22,23,24,25,26]'
	expect_equal "$(article '[.dropped[].rule] | unique')" \
		'["doubled-run","widget-font-letter","widget-loading"]'
}

@test "references are known from the other side, too" {
	export_seed
	jq -se 'map(select(.source | test("pasir|syahbandar|tak-jamin")))
		| length == 3 and all(.cited_by == ["content/bupati.txt"])' \
		<<<"$output"
}

@test "its page links the three, in their places, and not the opposite" {
	cp -R "$FIXTURES/seed/content" .
	arsip build
	local page=public/2020/09/26/bupati-karta-minta-dua-pelabuhan-tak-saling-rebut-kapal-barang.html
	expect_equal "$(grep -c 'class="reference"' "$page")" 3
	grep 'class="reference"' "$page" >references
	expect_in references '/2020/09/25/peneliti-sebut' \
		'/2020/09/24/syahbandar-bongkar' \
		'/2020/09/23/wali-kota-tak-jamin'
	expect_not_in references wali-kota-jamin
	expect_not_in "$page" loading '(dar)'
	expect_equal "$(grep -o 'Permintaan itu muncul' "$page" | wc -l)" 1
}

@test "the demo archive is read as its author meant it" {
	local fields='{source, title, date, date_from, dateline, outlet,
		byline, tags: (.tags | sort),
		references: [.references[] | {text, target, how}]'
	arsip -C "$REPO" export
	expect_status 0
	diff <(jq -Sc "$fields, paragraphs}" \
		"$REPO/tests/content/expected.jsonl") \
		<(jq -Sc "$fields, paragraphs: (.paragraphs | length)}" \
			<<<"$output")
}

@test "each line is one object with all fields, sorted by source" {
	arsip -C "$REPO" export
	jq -se '[.[].source] as $s | ($s | length) > 60
		and $s == ($s | sort) and $s == ($s | unique)' <<<"$output"
	jq -se '(map(keys_unsorted) | unique) == [["source", "url", "title",
		"date", "date_from", "dateline", "outlet", "byline", "tags",
		"paragraphs", "references", "cited_by", "dropped"]]' <<<"$output"
}

@test "every url of the export is a page of the build" {
	make_small_site another
	arsip export
	local urls url
	urls=$(jq -r .url <<<"$output")
	arsip build
	for url in $urls; do
		expect_file "public/$url"
	done
	expect_equal "$(wc -w <<<"$urls")" 3
}

@test "an archive without articles exports nothing, which is no mistake" {
	arsip export
	expect_status 0
	expect_equal "$output" ''
}

@test "an article that cannot be used is reported, the others exported" {
	make_small_site another
	: >content/kosong.txt
	arsip export
	expect_status 1
	expect_error 'content/kosong.txt: error: is empty'
	expect_equal "$(wc -l <<<"$output")" 3
}

@test "export writes nothing into the site" {
	make_small_site another
	arsip export
	expect_output 'content/banjir.txt'
	expect_equal "$(ls -A)" content
}

@test "a full disk behind the pipe is told" {
	make_small_site another
	COMMAND='arsip export >/dev/full'
	run --separate-stderr bash -c '"$0" export >/dev/full' "$ARSIP"
	expect_status 3
	expect_error 'cannot write the result: No space left on device'
}
