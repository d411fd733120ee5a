#!/usr/bin/env bats
# bytes.bats - packed files, encodings, and what `explain` says was mended.

load helper

setup() {
	make_site
}

# of SOURCE FILTER: a fact of one exported article.
of() {
	jq -r --arg source "$1" "select(.source == \$source) | $2" <<<"$output"
}

make_sources() {
	printf '%s\n' '{"title":"Kabar Satu dari Karta","isi":"Isi satu."}' \
		'{"title":"Kabar Dua dari Karta","isi":"Isi dua."}' >content/a.jsonl
	printf '%s\n' judul,isi 'Kabar Tiga dari Karta,"Isi, tiga."' \
		'Kabar Empat dari Karta,"Isi
	empat."' >content/b.csv
	write_article content/c.txt 'Kabar Lima dari Karta' 1/2/2020 \
		'(Baca juga: Kabar Satu dari Karta)'
	printf '%s\n' '# Kabar Enam dari Karta' '' 'Isi **enam**.' >content/d.md
}

# What is exported, without the sources' names.
exported() {
	arsip export
	expect_status 0
	jq -c 'del(.source, .references[].target, .cited_by)' <<<"$output" | sort
}

@test "packed with gzip or zstd, every format is what it was" {
	make_sources
	local plain
	plain=$(exported)
	expect_equal "$(wc -l <<<"$plain")" 6
	gzip content/*
	expect_equal "$(exported)" "$plain"
	arsip export
	expect_equal "$(of content/c.txt.gz '.references[0].target')" \
		'content/a.jsonl.gz#1'
	gunzip content/*
	zstd -q --rm content/*
	expect_equal "$(exported)" "$plain"
	arsip build
	expect_status 0
	arsip explain content/b.csv.zst#2
	expect_status 0
	expect_output 'Kabar Empat dari Karta'
}

@test "several packed files in a row are one, and so are frames" {
	make_sources
	mkdir ../apart
	mv content/a.jsonl ../apart
	{ head -n 1 ../apart/a.jsonl | gzip && tail -n 1 ../apart/a.jsonl | gzip; } \
		>content/a.jsonl.gz
	{ head -n 1 ../apart/a.jsonl | zstd -q && tail -n 1 ../apart/a.jsonl | zstd -q; } \
		>content/z.jsonl.zst
	arsip export -v
	expect_status 0
	expect_equal "$(jq -r .source <<<"$output" | grep -c jsonl)" 4
}

@test "a packed file that breaks off gives what is whole in it" {
	awk 'BEGIN { srand(7); for (i = 1; i <= 3000; i++)
		printf "{\"title\":\"Kabar Nomor %d dari Karta\",\"isi\":\"Angka %d dan %d.\"}\n", \
			i, rand() * 1e9, rand() * 1e9 }' >all
	gzip <all >content/a.jsonl.gz
	truncate -s 30000 content/a.jsonl.gz
	zstd -q <all >content/z.jsonl.zst
	truncate -s 100 content/z.jsonl.zst
	arsip export
	expect_status 1
	expect_error 'content/a.jsonl.gz: error: the packed file breaks off' \
		'bytes of text could be unpacked' 'fetch the file again' \
		'content/z.jsonl.zst: error: the packed file breaks off; 0 bytes'
	refute grep -q 'no JSON' <<<"$stderr"
	local count
	count=$(wc -l <<<"$output")
	expect_between "$count" 500 2500 articles
	expect_equal "$(jq -r .title <<<"$output" | sort | uniq | wc -l)" \
		"$count"
}

@test "half an article is none" {
	make_sources
	gzip content/c.txt
	truncate -s -10 content/c.txt.gz
	arsip export
	expect_status 1
	expect_error 'content/c.txt.gz: error: the packed file breaks off'
	expect_equal "$(wc -l <<<"$output")" 5
}

@test "damage, trailing bytes, padding, a wrong name" {
	make_sources
	gzip -k content/*
	printf 'XYZ' >>content/a.jsonl.gz
	head -c 512 /dev/zero >>content/b.csv.gz
	mv content/c.txt content/e.txt.gz
	rm content/*.jsonl content/*.csv content/*.md
	# the checksum
	local size
	size=$(stat -c %s content/d.md.gz)
	printf 'abcd' | dd of=content/d.md.gz bs=1 seek=$((size - 8)) \
		conv=notrunc status=none
	arsip export -v
	expect_status 1
	expect_error 'content/a.jsonl.gz: warning: 3 bytes behind the packed data' \
		'content/d.md.gz: error: the packed file is damaged (its checksum is wrong)' \
		'content/e.txt.gz: error: is packed neither with gzip nor with zstd'
	refute grep -q 'b.csv' <<<"$stderr"
	expect_equal "$(wc -l <<<"$output")" 5
}

@test "a decompression bomb is refused, in an article and among many" {
	make_sources
	head -c 300000000 /dev/zero | zstd -q >content/x.jsonl.zst
	head -c 30000000 /dev/zero | gzip -9 >content/y.txt.gz
	arsip export
	expect_status 1
	expect_error 'content/x.jsonl.zst: error: unpacks to more than 200 times its size' \
		'content/y.txt.gz: error: is longer than'
	expect_equal "$(wc -l <<<"$output")" 6
}

@test "what is unpacked leaves no file behind; a full disk is said" {
	make_sources
	gzip content/*
	arsip build
	expect_status 0
	expect_equal "$(find . -name '*tmp*')" ''
	mkdir -p "$BATS_TEST_TMPDIR/tmp"
	TMPDIR=$BATS_TEST_TMPDIR/tmp arsip export
	expect_status 0
	[[ -e /dev/full ]] || skip 'no /dev/full'
	COMMAND='arsip export (files of 1 KB at most)'
	yes '{"title":"Kabar dari Karta","isi":"Isi."}' | head -n 500 |
		gzip >content/a.jsonl.gz
	run --separate-stderr bash -c \
		'trap "" XFSZ; ulimit -f 1; exec "$0" export' "$ARSIP"
	expect_status 3
	expect_error 'cannot keep an unpacked file here' TMPDIR
}

# Less memory than the text is long, the program itself included.
@test "memory does not grow with what is unpacked" {
	local limit=100000
	(ulimit -v "$limit" && exec "$ARSIP" --version) >/dev/null 2>&1 ||
		skip 'this build reserves more memory (a sanitizer)'
	awk 'BEGIN {
		for (k = 0; k < 240; k++)
			text = text "Kota Karta, kalimat " k * 7919 \
				" itu memang panjang dan biasa saja.\\n"
		for (i = 1; i <= 8000; i++)
			printf "{\"title\":\"Kabar Nomor %d\",\"isi\":\"%s" \
				"Nomor %d.\",\"date\":\"2019-%02d-01\"}\n", \
				i, text, i, i % 12 + 1
	}' | gzip -1 >content/a.jsonl.gz
	(ulimit -v "$limit" && "$ARSIP" export -j1 >"$BATS_TEST_TMPDIR/out")
	expect_equal "$(wc -l <"$BATS_TEST_TMPDIR/out")" 8000 articles
	(($(wc -c <"$BATS_TEST_TMPDIR/out") > limit * 1000)) ||
		fail 'the text is too short'
}

@test "UTF-16, with a mark and without, packed or not" {
	make_sources
	local plain file
	plain=$(exported)
	for file in content/*; do
		iconv -f utf-8 -t utf-16le "$file" >x && mv x "$file"
	done
	expect_equal "$(exported)" "$plain"
	for file in content/*; do
		iconv -f utf-16le -t utf-16 "$file" >x && mv x "$file"
	done
	expect_equal "$(exported)" "$plain"
	gzip content/*
	expect_equal "$(exported)" "$plain"
}

@test "Windows-1252 is told by the line, and said" {
	printf '%s\n' $'Kabar dari Caf\xe9 Karta' $'Kata dia, \x93Ya\x94 \x96 begitu.' \
		>content/a.txt
	printf '%s\n' $'{"title":"Kabar S\xe3o","isi":"Isi."}' \
		'{"title":"Kabar José","isi":"Isi."}' >content/b.jsonl
	arsip export -v
	expect_status 0
	expect_error 'content/a.txt: warning: 4 bytes are no UTF-8 and were read as Windows-1252'
	expect_equal "$(of content/a.txt .title)" 'Kabar dari Café Karta'
	expect_equal "$(of content/a.txt '.paragraphs[0]')" 'Kata dia, “Ya” – begitu.'
	expect_equal "$(of content/b.jsonl#1 .title)" 'Kabar São'
	expect_equal "$(of content/b.jsonl#2 .title)" 'Kabar José'
}

@test "explain names and counts what was mended" {
	printf '%s\n' 'Judul dengan&nbsp;entitas' \
		$'KARTA - Satu\u00a0dua 2019â€“2020 ber\u00adsama, ""ya,"" katanya.' \
		"Kata Ra\\'uf." 'Akhir kalimat.";' >content/a.txt
	arsip explain content/a.txt
	expect_status 0
	expect_output 'repairs   ' '1 soft hyphen removed' \
		'1 mojibake (UTF-8 read as Windows-1252)' '1 entity decoded' \
		'1 printed escape read' '2 quotation mark mended' '1 rest of CSV removed from the end'
	expect_output 'Satu dua 2019–2020 bersama'
	arsip explain --json content/a.txt
	expect_equal "$(field '.repairs | .nbsp, .soft_hyphen, .entity, .escape, .csv_tail' | xargs)" \
		'2 1 1 1 1'
	arsip export
	expect_equal "$(field '.paragraphs | join("|")')" \
		"Satu dua 2019–2020 bersama, \"ya,\" katanya.|Kata Ra'uf.|Akhir kalimat."
}

@test "a run sums up mojibake and what was lost, and is silent on blanks" {
	printf '%s\n' 'Kabar 2019â€“2020' 'Isi cafÃ© â€œya.' >content/a.txt
	printf '%s\n' 'Kabar Lain' $'Isi\u00a0yang \ufffd hilang.' >content/b.txt
	arsip build -j2
	expect_status 0
	[[ $stderr = *'content: note: mojibake was mended in 3 places of 1 article'* ]]
	[[ $stderr = *'content: note: 1 article has U+FFFD'* ]]
	rm content/a.txt
	printf '%s\n' 'Kabar Lain' $'Isi\u00a0yang biasa.' >content/b.txt
	arsip build
	refute grep -q 'mended\|FFFD' <<<"$stderr"
}

@test "nothing is said of repairs where there are none" {
	write_article content/a.txt 'Kabar Lima dari Karta' 1/2/2020
	arsip explain content/a.txt
	refute grep -q repairs <<<"$output"
	arsip explain --json content/a.txt
	expect_equal "$(field '.repairs | length')" 0
}
