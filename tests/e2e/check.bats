#!/usr/bin/env bats
# check.bats - the archive's health: what is found, what is said of it, and
# what a script sees.

load helper

# Dates with their weekday: nothing of them is in doubt.
setup() {
	make_site
	write_article content/banjir.txt \
		'Banjir Rendam Dua Kampung di Kota Karta' 26/9/2020
	write_article content/warga.txt \
		'Warga Kota Karta Bersihkan Lumpur Sisa Banjir' 28/9/2020 \
		'(Baca juga: Banjir Rendam Dua Kampung di Kota Karta)'
	printf -- '---\ntitle: Panen Raya\ndate: 2021-03-04\ntags: [panen]\n---\n\nPetani memulai panen raya.\n' \
		>content/panen.md
}

# An article that asks for each of the titles.
asking() {
	local file=$1 title=$2 asked=()
	shift 2
	local t
	for t in "$@"; do
		asked+=("(Baca juga: $t)")
	done
	write_article "$file" "$title" 1/10/2020 "${asked[@]}"
}

# A body of its own, long enough to be told from others.
long_body() {
	awk -v seed="$1" -v words="${2:-120}" 'BEGIN {
		srand(seed)
		for (i = 1; i <= words; i++)
			printf "kata%c%c%c%s", 97 + rand() * 26, 97 + rand() * 26,
				97 + rand() * 26, i % 12 ? " " : ".\n"
	}'
}

@test "an archive in order has no findings" {
	arsip check --strict
	expect_status 0
	expect_equal "$output" '3 articles: nothing to mend'
	expect_no_errors
}

@test "wanted titles: by demand, spellings together, who asks first, candidates" {
	asking content/a.txt 'Kabar Pertama dari Kota Karta' \
		'Warga Lembah Sunyi Menolak Tambang Emas' \
		'Banjir Rendam Tiga Belas Kampung di Kota Karta 2020'
	asking content/b.txt 'Kabar Kedua dari Kota Karta' \
		'Warga Lembah Sunyi Menolak Tambang Emas!'
	asking content/c.txt 'Kabar Ketiga dari Kota Karta' \
		'Warga Lembah Sunyi Menolak Tambang Emas Baru'
	arsip check --json
	expect_status 0
	expect_equal "$(field '[.wanted[] | [.title, (.asked_by | length), (.spellings | length)]] | tojson')" \
		'[["Warga Lembah Sunyi Menolak Tambang Emas",3,3],["Banjir Rendam Tiga Belas Kampung di Kota Karta 2020",1,1]]'
	expect_equal "$(field '.wanted[1].candidates[0] | [.source, .why] | tojson')" \
		'["content/banjir.txt","numbers-differ"]'
	arsip check
	expect_output 'Wanted titles: 2 (asked for by 4 references)' \
		'    3  Warga Lembah Sunyi' 'first asked by content/a.txt' \
		'other numbers:' 'help: '
}

@test "--override prints what references.yaml takes" {
	asking content/a.txt 'Kabar Pertama dari Kota Karta' \
		'Warga "Lembah Sunyi" Menolak Tambang Emas'
	arsip check --override 'menolak tambang'
	expect_status 0
	expect_output 'references:' \
		'- text: "Warga \"Lembah Sunyi\" Menolak Tambang Emas"' \
		'target: none'
	printf '%s\n' "$output" >references.yaml
	arsip check --strict
	expect_status 0
	expect_output 'nothing to mend'
	arsip check --override 'tidak ada'
	expect_status 2
	expect_error 'no wanted title has the words "tidak ada"'
}

@test "overrides: unused, needless, and one whose target moved" {
	cat >references.yaml <<-'END'
		references:
		  - text: Judul yang Tidak Disebut Siapa pun
		    target: none
		  - text: Banjir Rendam Dua Kampung di Kota Karta
		    target: content/banjir.txt
	END
	arsip check --json
	expect_status 0
	expect_equal "$(field '[.overrides[] | [.line, .state, .uses]] | tojson')" \
		'[[2,"unused",0],[4,"needless",1]]'
	mkdir content/2020
	mv content/banjir.txt content/2020/
	arsip check
	expect_status 2
	expect_error 'no article comes from "content/banjir.txt"'
	expect_output 'no article comes from its target' \
		'nearest: content/2020/banjir.txt'
}

@test "stories told twice: the fullest first, numbers count" {
	{
		printf 'Kabar Panjang dari Lembah\nKARTA - Awal (1/9/2020).\n'
		long_body 1
		printf 'Suhu 23 derajat pada hari itu.\n'
	} >content/satu.txt
	{
		printf 'Judul Lain Sama Sekali\nKARTA - Awal (1/9/2020).\n'
		long_body 1
		printf 'Suhu 23 derajat pada hari itu.\nSatu kalimat lagi di sini.\n'
	} >content/dua.txt
	{
		printf 'Kabar Panjang dari Lembah\nKARTA - Awal (2/9/2020).\n'
		long_body 1
		printf 'Suhu 24 derajat pada hari itu.\n'
	} >content/tiga.txt
	arsip check --json
	expect_status 0
	expect_equal "$(field '.families | tojson')" \
		'[{"canonical":"content/dua.txt","others":["content/satu.txt"]}]'
	arsip check
	expect_output 'Stories told twice: 1 (1 article besides the fullest)'
}

@test "dates in doubt: what a text does not confirm, or that lies far ahead" {
	printf 'Rapat Desa Karta\nRapat itu (10/9/2019).\n' >content/a.txt
	printf 'Pasar Karta Sepi\nKata Rina, Rabu (15/3).\n' >content/b.txt
	write_article content/c.txt 'Jembatan Karta Dibuka Lagi' 4/3/2022
	write_article content/d.txt 'Balai Karta Ditutup Lagi' 6/3/2022
	arsip check --json
	expect_equal "$(field '.dates[] | [.source, .reason] | join(": ")' | sort)" \
		"$(printf '%s\n' 'content/a.txt: no weekday stands with it' \
			'content/b.txt: a day whose year nothing tells' \
			'content/d.txt: more than a year behind all that are given')"
}

@test "dates, shared addresses, reserved slugs, tags of one address" {
	printf 'Tanpa Tanggal Sama Sekali\nIsi yang tidak menyebut hari.\n' \
		>content/x.txt
	printf -- '---\ntitle: Index\ndate: 2020-01-01\ntags: [C++]\n---\n\nIsi satu.\n' >content/i.md
	printf -- '---\ntitle: Dua\ndate: 2020-01-01\ntags: [C]\n---\n\nIsi dua.\n' >content/j.md
	printf -- '---\ntitle: Dua\ndate: 2020-01-01\n---\n\nIsi tiga.\n' >content/k.md
	arsip check --json
	expect_status 0
	expect_equal "$(field '.dates | tojson')" \
		'[{"source":"content/x.txt","date":null,"reason":"no date was found"}]'
	expect_equal "$(field '.shared_addresses[] | [.path, (.articles | sort)[]] | tojson')" \
		'["2020/01/01/dua.html","content/j.md","content/k.md"]'
	expect_equal "$(field '.reserved_slugs | tojson')" '["content/i.md"]'
	expect_equal "$(field '.merged_tags | tojson')" \
		'[{"slug":"c","names":["C","C++"]}]'
	arsip check
	expect_output 'Dates in doubt: 1' '      1  no date was found' \
		'-          content/x.txt'
	arsip check --strict --quiet
	expect_status 1
	expect_equal "$output" ''
}

@test "a few of a kind, all with --all, no line beyond 80 columns" {
	local i asked=()
	for i in {1..8}; do
		asked+=("Judul Panjang Nomor $i yang Tidak Ada di Arsip Mana Pun dan Tidak Akan Pernah Ada")
	done
	asking content/a.txt 'Kabar Pertama dari Kota Karta' "${asked[@]}"
	arsip check
	expect_output '... and 3 more: arsip check --all'
	expect_equal "$(grep -c 'Judul Panjang' <<<"$output")" 5
	expect_equal "$(LC_ALL=C.UTF-8 grep -E '^.{81}' <<<"$output")" ''
	arsip check --all
	expect_equal "$(grep -c 'Judul Panjang' <<<"$output")" 8
}

@test "the same findings whatever the threads; nothing is written" {
	asking content/a.txt 'Kabar Pertama dari Kota Karta' \
		'Warga Lembah Sunyi Menolak Tambang Emas' 'Satu Dua Tiga Empat Lima'
	many_articles 40
	local before one
	before=$(fingerprint .)
	arsip check --json -j 1
	one=$output
	arsip check --json -j 3
	expect_equal "$output" "$one" 'findings'
	expect_equal "$(fingerprint .)" "$before" 'the site'
}

@test "hostile titles do not reach the terminal" {
	asking content/a.txt 'Kabar Pertama dari Kota Karta' \
		$'Judul \u202egnay Kilabret di Kota Karta Lagi'
	arsip check
	expect_output '\u202e'
	arsip check --override ''
	expect_output '- text: "judul gnay kilabret di kota karta lagi"'
}
