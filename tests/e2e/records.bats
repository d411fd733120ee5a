#!/usr/bin/env bats
# records.bats - files of many articles: JSONL, CSV and TSV, an article a
# record, called FILE#N.

load helper

setup() {
	make_site
}

# Two records of JSONL, two of CSV and one of TSV, and a text beside them;
# each refers to one that stands in another file.
make_records_site() {
	cat >content/a.jsonl <<-'END'
		{"title":"Banjir Rendam Dua Kampung di Kota Karta","content":"KARTA - Air naik pada malam hari.\nWarga mengungsi.","date":"2020-09-26T10:28:00+07:00","tags":["banjir","Kota Karta"],"author":["Ani","Budi"]}

		{"title":"Warga Kota Karta Bersihkan Lumpur Sisa Banjir","content":["Lumpur itu tebal.","(Baca juga: Pasar Lama Dibuka Lagi Setelah Air Surut)"],"date":"28/9/2020"}
	END
	cat >content/b.csv <<-'END'
		no,judul,isi,tanggal,topik
		1,Pasar Lama Dibuka Lagi Setelah Air Surut,"Pedagang, ""akhirnya"", kembali.

		(Baca juga: Harga Beras di Pasar Karta Mulai Turun)","Rabu, 30 September 2020 - 08:00 WIB",pasar;banjir
		2,Jembatan Gantung Lembah Sunyi Diperbaiki,"['Jembatan itu tua.', ""Kata 'aman' belum ada.""]",6 Oct 2020,
	END
	printf '%s\t%s\t%s\n' '' headline text \
		0 'Harga Beras di Pasar Karta Mulai Turun' \
		'Harga turun, Sabtu (3/10/2020).' >content/c.tsv
	write_article content/d.txt 'Bupati Tinjau Kampung yang Terendam' \
		1/10/2020 '(Baca juga: Banjir Rendam Dua Kampung di Kota Karta)'
}

# of SOURCE FILTER: a fact of one exported article.
of() {
	jq -r --arg source "$1" "select(.source == \$source) | $2" <<<"$output"
}

@test "every record is an article, called FILE#N" {
	make_records_site
	arsip export
	expect_status 0
	expect_equal "$(jq -r .source <<<"$output" | sort | xargs)" \
		'content/a.jsonl#1 content/a.jsonl#2 content/b.csv#1 content/b.csv#2 content/c.tsv#1 content/d.txt'
	expect_equal "$(of content/c.tsv#1 .title)" \
		'Harga Beras di Pasar Karta Mulai Turun'
}

@test "dates come from their field, else from the text" {
	make_records_site
	arsip export
	expect_equal "$(of content/a.jsonl#1 '[.date, .date_from] | join(" ")')" \
		'2020-09-26 field'
	expect_equal "$(of content/a.jsonl#2 .date)" 2020-09-28
	expect_equal "$(of content/b.csv#1 .date)" 2020-09-30
	expect_equal "$(of content/b.csv#2 .date)" 2020-10-06
	expect_equal "$(of content/c.tsv#1 '[.date, .date_from] | join(" ")')" \
		'2020-10-03 text'
}

@test "3/5/2020 is what the other dates of its file show" {
	printf '%s\n' judul,isi,tanggal 'Satu Dua,x,3/5/2020' \
		'Tiga Empat,x,5/26/2020' 'Lima Enam,x,26/5/2020' >content/us.csv
	sed 's,5/26,26/5,' content/us.csv >content/id.csv
	sed '/26/d' content/us.csv >content/open.csv
	arsip export
	expect_equal "$(jq -r '[.source, .date] | join(" ")' <<<"$output")" \
		"$(printf '%s\n' 'content/id.csv#1 2020-05-03' \
			'content/id.csv#2 2020-05-26' \
			'content/id.csv#3 2020-05-26' \
			'content/open.csv#1 2020-05-03' \
			'content/us.csv#1 2020-03-05' \
			'content/us.csv#2 2020-05-26' \
			'content/us.csv#3 2020-05-26')"
	arsip explain content/open.csv#1
	expect_output 'doubtful: day and month may be the other way round'
	arsip explain content/us.csv#1
	expect_output 'sure: it is given; "3/5/2020"'
}

@test "a time with a zone is told as clocks of the site show it" {
	printf '%s\n' judul,isi,tanggal 'Satu Dua,x,2020-09-25T16:30:00Z' \
		'Tiga Empat,x,2020-09-25T16:30:00' >content/a.csv
	arsip export
	expect_equal "$(jq -r .date <<<"$output" | xargs)" \
		'2020-09-25 2020-09-25'
	echo 'timezone: WITA' >arsip.yaml
	arsip export
	expect_equal "$(jq -r .date <<<"$output" | xargs)" \
		'2020-09-26 2020-09-25'
}

@test "a date that the url contradicts is said, and stays" {
	printf '%s\n' judul,isi,tanggal,url \
		'Satu Dua,x,2020-09-30,https://a.id/2020/09/25/satu' >content/a.csv
	arsip export
	expect_equal "$(field .date)" 2020-09-30
	arsip build
	expect_status 0
	expect_error 'dated 2020-09-30, but its url has 2020-09-25'
}

@test "fields: paragraphs, tags, authors" {
	make_records_site
	arsip export
	expect_equal "$(of content/a.jsonl#1 '.paragraphs | join("|")')" \
		'Air naik pada malam hari.|Warga mengungsi.'
	expect_equal "$(of content/a.jsonl#1 '[.dateline, .byline] | join("|")')" \
		'KARTA|Ani, Budi'
	expect_equal "$(of content/a.jsonl#1 '.tags | sort | join("|")')" \
		'Kota Karta|banjir'
	expect_equal "$(of content/b.csv#1 '.paragraphs[0]')" \
		'Pedagang, "akhirnya", kembali.'
	expect_equal "$(of content/b.csv#1 '.tags | sort | join("|")')" \
		'banjir|pasar'
	expect_equal "$(of content/b.csv#2 '.paragraphs | join("|")')" \
		"Jembatan itu tua.|Kata 'aman' belum ada."
}

@test "references lead from file to file" {
	make_records_site
	arsip export
	expect_equal "$(of content/d.txt '.references[0].target')" \
		content/a.jsonl#1
	expect_equal "$(of content/a.jsonl#2 '.references[0].target')" \
		content/b.csv#1
	expect_equal "$(of content/b.csv#1 '.references[0].target')" \
		content/c.tsv#1
	expect_equal "$(of content/a.jsonl#1 '.cited_by | length')" 1
}

@test "every record has its page" {
	make_records_site
	arsip export
	local urls url
	urls=$(jq -r .url <<<"$output")
	expect_equal "$(wc -w <<<"$urls")" 6
	arsip build
	expect_status 0
	for url in $urls; do
		expect_file "public/$url"
	done
	expect_in "public/$(head -n 1 <<<"$urls")" '</html>'
}

@test "fields: in arsip.yaml gives columns their meaning" {
	printf '%s\n' 'kepala,berita,title' 'Judul Kita,Isi kita.,17' \
		>content/a.csv
	printf '%s\n' 'fields:' '  title: Kepala' '  content: berita' \
		>arsip.yaml
	arsip export
	expect_status 0
	expect_equal "$(field '[.title, .paragraphs[0]] | join("|")')" \
		'Judul Kita|Isi kita.'
}

@test "fields: with a key that is none" {
	printf '%s\n' 'fields:' '  judul: kepala' >arsip.yaml
	arsip export
	expect_status 2
	expect_error 'arsip.yaml:2' judul
}

@test "columns that say nothing are reported once, by name" {
	printf '%s\n' nomor,kepala,berita 1,A,x 2,B,y >content/a.csv
	write_article content/b.txt 'Banjir di Kota Karta' 1/2/2020
	arsip export
	expect_status 1
	expect_error 'content/a.csv:1: error: no column is known' \
		'nomor,kepala,berita' 'fields:'
	expect_equal "$(grep -c 'error:' <<<"$stderr")" 1 reports
	expect_equal "$(field .source)" content/b.txt
}

@test "a broken record is reported; the others keep their numbers" {
	make_records_site
	sed -i '2s/^/{"title":"Putus/' content/a.jsonl
	arsip export
	expect_status 1
	expect_error 'content/a.jsonl#2: error: is no JSON'
	expect_equal "$(jq -r .source <<<"$output" | grep jsonl | sort | xargs)" \
		'content/a.jsonl#1 content/a.jsonl#3'
	local url
	url=$(of content/a.jsonl#3 .url)
	arsip build
	expect_status 1
	expect_in "public/$url" 'Lumpur itu tebal.'
}

@test "a quotation mark that never closes is reported with its line" {
	printf '%s\n' title,isi A,x 'B,"y' C,z >content/a.csv
	arsip export
	expect_status 1
	expect_error 'content/a.csv:3: error: a quotation mark opens here'
	expect_equal "$(jq -r .source <<<"$output" | head -n 1)" content/a.csv#1
}

@test "a control character that JSON escapes reaches no page" {
	printf '%s\n' '{"title":"Judul\u0000 \u0001baru","isi":"Isi\u0000\u0007nya."}' \
		>content/a.jsonl
	arsip export
	expect_status 0
	expect_equal "$(field '[.title, .paragraphs[0]] | join("|")')" \
		'Judul baru|Isi nya.'
	arsip build
	expect_status 0
	refute grep -rlP '[\x00\x01\x07]' public --include='*.html' \
		--include='*.xml'
}

@test "explain one of many" {
	make_records_site
	arsip explain content/a.jsonl#2
	expect_status 0
	expect_output 'Warga Kota Karta Bersihkan Lumpur' \
		'2020-09-28 (field)' 'exact: content/b.csv#1'
	arsip explain content/b.csv#2 --json
	expect_status 0
	expect_equal "$(field .source)" content/b.csv#2
}

@test "explain all of many, or one that is not there" {
	make_records_site
	arsip explain content/a.jsonl
	expect_status 2
	expect_error 'content/a.jsonl: error: holds many articles' 'FILE#1'
	arsip explain content/a.jsonl#3
	expect_status 2
	expect_error 'content/a.jsonl#3: error: has no such article'
}

# many_records COUNT: JSONL and CSV of some megabytes each.
many_records() {
	awk -v count="$1" 'BEGIN {
		print "judul,isi,tanggal" >"content/b.csv"
		for (i = 1; i <= count; i++) {
			text = sprintf("Berita ke-%d dari Kota Karta.", i)
			for (k = 0; k < 25; k++)
				text = text sprintf( \
					" Kalimat %d itu biasa saja.", k * i)
			date = sprintf("2019-%02d-%02d", i % 12 + 1, i % 28 + 1)
			printf "{\"title\":\"Kabar Nomor %d\",\"isi\":\"%s\"," \
				"\"date\":\"%s\"}\n", i, text, date \
				>"content/a.jsonl"
			printf "Warta Nomor %d,\"%s\n\",%s\n", i, text, date \
				>"content/b.csv"
		}
	}'
}

@test "one thread and four make the same site" {
	many_records 2500
	arsip build -j1
	expect_status 0
	mv public one
	arsip build -j4
	expect_status 0
	expect_same_folder one public
	arsip export -j1
	local one=$output
	arsip export -j4
	expect_equal "$(md5sum <<<"$output")" "$(md5sum <<<"$one")" exports
	expect_equal "$(wc -l <<<"$output")" 5000 articles
}

# Less memory than the file is long, the program itself included.
@test "memory does not grow with the length of a file" {
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
	}' >content/a.jsonl
	(($(stat -c %s content/a.jsonl) > limit * 1024)) ||
		fail 'the file is too short'
	(ulimit -v "$limit" && "$ARSIP" export -j1 >"$BATS_TEST_TMPDIR/out")
	expect_equal "$(wc -l <"$BATS_TEST_TMPDIR/out")" 8000 articles
}

@test "rows of a CSV that are too short or too long are read, and said" {
	printf '%s\n' 'judul;tanggal;isi' \
		'Kabar Satu dari Karta;1/2/2020;Isi satu; lalu dua; tiga.' \
		'Kabar Dua dari Karta;Isi tanpa tanggal.' \
		'Kabar Tiga dari Karta;1/2/2020;Isi tiga.;;' >content/a.csv
	arsip export -v
	expect_error 'content/a.csv#1: warning: has 5 fields, the header has 3; what is more was read as text' \
		'content/a.csv#2: warning: has 2 fields, the header has 3; the last are taken as empty'
	refute grep -q 'csv#3' <<<"$stderr"
	expect_equal "$(of content/a.csv#1 '.paragraphs[0]')" \
		'Isi satu; lalu dua; tiga.'
}

@test "a quotation mark that is not closed costs no record" {
	{
		echo judul,isi,tanggal
		for i in {1..9}; do
			echo "Kabar Nomor $i dari Karta,\"Isi $i, ya.\",$i/2/2020"
		done
	} | sed '4s/, ya\."/, ya./' >content/a.csv
	printf '%s\n' 'Kabar Akhir dari Karta,"Isi,1/2/2020' \
		'Kabar Lagi dari Karta,"Isi",1/2/2020' \
		'Kabar Lagi Pula dari Karta,Isi,1/2/2020' >>content/a.csv
	arsip export -v
	local titles
	titles=$(jq -r .title <<<"$output")
	expect_status 0
	expect_equal "$(wc -l <<<"$titles")" 12
	expect_error 'content/a.csv:4: warning: a quotation mark opens here' \
		'record 3 ends with this line' 'content/a.csv:11: warning:'
}

@test "names of columns in any case, with blanks; two of one meaning are noted" {
	printf '%s\n' 'Judul Berita|ISI-BERITA|Publish Date|Headline' \
		'Kabar Satu dari Karta|Isi satu.|1/2/2020|Lain' >content/a.csv
	arsip export -v
	expect_status 0
	expect_equal "$(field '[.title, .date] | join("|")')" \
		'Kabar Satu dari Karta|2020-02-01'
	[[ $stderr = *'content/a.csv:1: note: columns 1 and 4 both hold the title'* ]] ||
		fail 'the columns are not noted'
}
