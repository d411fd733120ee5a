#!/usr/bin/env bats
# explain.bats - an article line by line, and why.

load helper

setup() {
	make_site
}

explain_seed() {
	cp -R "$FIXTURES/seed/content" .
	arsip explain content/bupati.txt "$@"
	expect_status 0
}

# fate LINE: what the JSON says of it, in order.
fate() {
	field "[.lines[] | select(.line == $1) | .fate] | join(\" \")"
}

@test "every line that is not blank has its fate" {
	explain_seed --json
	expect_equal "$(field '[.lines[].line] | unique | join(" ")')" \
		"$(seq -s ' ' 27)"
	expect_equal "$(fate 1)" used
	expect_equal "$(fate 2)" dropped
	expect_equal "$(fate 6)" 'used kept'
	expect_equal "$(fate 7)" kept
	expect_equal "$(fate 8)" 'kept reference'
	expect_equal "$(fate 17)" dropped
	expect_equal "$(fate 27)" used
}

@test "a line of which a part was dropped, and those behind it" {
	mkdir -p content
	printf '%s\n' 'Warga Tegal Panen Cabai' '' \
		'Harga cabai naik di pasar itu, kata Rina.Cek Berita dan Artikel yang lain di Google News.Petani Brebes senang karena harga naik.' \
		'' 'Baris kedua tentang panen itu ada di sini, kata Budi.' \
		>content/a.txt
	arsip explain --json content/a.txt
	expect_status 0
	expect_equal "$(fate 3)" 'dropped kept kept'
	expect_equal "$(fate 5)" kept
	expect_equal "$(field '[.lines[] | select(.line == 3) | .text] | last')" \
		'Petani Brebes senang karena harga naik.'
}

@test "each that is not kept has a rule and a reason" {
	explain_seed --json
	field '[.lines[] | select(.fate == "dropped" or .fate == "used" or .fate == "cut")]
		| length > 10 and all((.rule | length) > 0 and (.why | length) > 0)' |
		grep -qx true
}

@test "for a reader: facts, lines, rules, references and their targets" {
	explain_seed
	expect_output 'title     Bupati Karta Minta' \
		'date      2020-09-26 (text)' 'dateline  KARTA' \
		'byline    dar' 'widget-loading' 'widget-font-letter' \
		'doubled-run' 'byline-initials' \
		'→  Baca: Peneliti Sebut Pasir' 'exact: content/pasir.txt' \
		'exact: content/syahbandar.txt' 'near: content/tak-jamin.txt'
	refute grep -q 'content/jamin.txt' <<<"$output"
}

@test "how the date was found, and how far it is to be believed" {
	write_article content/a.txt 'Jembatan Karta Dibuka Lagi' 26/9/2020 \
		'"Aman," kata Rina, Sabtu (26/9/2020). Laga Rabu (30/9/2020) nanti.'
	arsip explain content/a.txt
	expect_output 'date      2020-09-26 (text)' \
		'doubtful: the text names other days as well; "Sabtu (26/9/2020)", line 2, named 2 times'
	arsip explain content/a.txt --json
	expect_equal "$(field '.date | [.date, .from, .confidence, .line] | join(" ")')" \
		'2020-09-26 text doubtful 2'
	printf 'Pasar Karta Sepi\nKata Rina, Rabu (15/3).\n' >content/b.txt
	arsip explain content/b.txt
	expect_output 'date      - (none)' \
		'a day whose year nothing tells'
}

@test "why a reference has no target" {
	cp -R "$FIXTURES/seed/content" .
	rm content/tak-jamin.txt
	arsip explain content/bupati.txt
	expect_output '?  Baca juga: Wali Kota Tak Jamin' \
		'no article has this title, nor one that the word rule takes'
}

@test "a reference that the owner took away, or set" {
	cp -R "$FIXTURES/seed/content" .
	cat >references.yaml <<-'END'
		references:
		  - text: Peneliti Sebut Pasir Teluk Sunyi Sehalus Tepung Beras
		    target: none
		  - text: Syahbandar Bongkar Cara Calo Rusak Jadwal Sandar Kapal
		    target: content/pasir.txt
	END
	arsip explain content/bupati.txt
	expect_output 'references.yaml says: no link' \
		'override: content/pasir.txt'
}

@test "two articles that could be meant: none is" {
	write_article content/a.txt 'Harga Beras Naik Lagi di Pasar Karta' 1/9/2020
	write_article content/b.txt 'Harga Beras Naik Lagi di Pasar Karta' 1/9/2020 \
		'Yang ini berita lain.'
	write_article content/c.txt 'Ibu Rumah Tangga Mengeluh' 3/9/2020 \
		'(Baca juga: Harga Beras Naik Lagi di Pasar Karta)'
	arsip explain content/c.txt
	expect_status 0
	expect_output 'several articles could be meant, and nothing is guessed'
}

@test "the file may be named from where one stands" {
	make_small_site
	cd ..
	arsip -C site explain site/content/banjir.txt
	expect_status 0
	expect_output 'Banjir Rendam'
	arsip -C "$SITE" explain "$SITE/content/banjir.txt"
	expect_status 0
	arsip -C site explain content/banjir.txt
	expect_status 0
}

@test "a file that is no source" {
	make_small_site
	arsip explain content/tidak-ada.txt
	expect_status 2
	expect_error 'content/tidak-ada.txt: error: is no source of this site'
	arsip explain /etc/passwd
	expect_status 2
	expect_error '/etc/passwd: error: is no source of this site'
}

@test "a source that is no article says why" {
	make_small_site
	: >content/kosong.txt
	arsip explain content/kosong.txt
	expect_status 1
	expect_error 'content/kosong.txt: error: is empty'
}

@test "Markdown: front matter, heading and list" {
	make_small_site
	printf '\n## Hasil\n\n- padi\n- jagung\n' >>content/panen.md
	arsip explain content/panen.md --json
	expect_status 0
	expect_equal "$(field '.lines[] | select(.line == 2) | .rule')" \
		front-matter
	expect_equal "$(field '[.lines[] | select(.text == "## Hasil") | .fate] | join(" ")')" kept
}

@test "explain writes nothing" {
	make_small_site
	arsip explain content/banjir.txt
	expect_output 'Banjir Rendam'
	expect_equal "$(ls -A)" content
}

@test "what a page says cannot drive the terminal" {
	printf 'Judul \033[31mMerah di Kota\nKARTA - Teks \033]0;x\007 biasa.\n' \
		>content/x.txt
	arsip explain content/x.txt
	expect_output 'Merah di Kota'
	refute grep -q $'\033\|\007' <<<"$output$stderr"
}

@test "the faults of other files are not this one's" {
	make_small_site
	: >content/kosong.txt
	local file
	file=$(cd content && ls *.txt | grep -v kosong | head -1)
	arsip explain "content/$file"
	expect_status 0
	expect_no_errors
	arsip explain content/kosong.txt
	expect_status 1
	expect_error 'content/kosong.txt: error: is empty'
}

@test "a Markdown heading is the title, on its own line" {
	make_site
	printf '# Judul Artikel #\nisi di bawahnya\n' >content/a.md
	arsip explain content/a.md
	expect_status 0
	expect_output '1  used      Judul Artikel  (title)' \
		'2  kept      isi di bawahnya'
}
