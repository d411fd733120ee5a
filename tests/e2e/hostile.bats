#!/usr/bin/env bats
# hostile.bats - inputs that nobody would write: whatever repeats, nests or
# never closes takes linear time and bounded memory, through the whole program,
# and costs no other article its page. The bound is on processor time, which
# another program's load does not use up, and some ten times what is needed;
# what is quadratic needs hundreds of times as much.

load helper

setup() {
	make_site
	printf 'Judul Biasa\nKARTA - Isi biasa (26/9/2020).\n' >content/ok.txt
	SIZE=400000 SECONDS_MAX=30 MEMORY=4000000
	# a sanitizer needs five times as long, and address space without end
	[[ ${CONFIG-} != asan ]] || SIZE=60000 MEMORY=unlimited \
		SECONDS_MAX=200
}

# bounded ARGS...: arsip, which is killed beyond so much processor time or
# memory.
bounded() {
	COMMAND="arsip $* (at most $SECONDS_MAX s, $MEMORY KB)"
	run --separate-stderr bash -c 'ulimit -t "$1" -v "$2"; shift 2
		exec "$@"' - "$SECONDS_MAX" "$MEMORY" "$ARSIP" "$@" </dev/null
	((status <= 1)) || fail "ended with status $status"
}

# repeat TEXT BYTES: on one line, unless TEXT has line ends of its own.
repeat() {
	TEXT=$1 BYTES=$2 awk 'BEGIN {
		text = ENVIRON["TEXT"]
		while (length(text) < 600)
			text = text text
		for (n = 0; n < ENVIRON["BYTES"]; n += length(text))
			printf "%s", text
	}'
}

# article NAME TEXT: a text of the repeated TEXT, as .txt and as .md.
article() {
	{
		printf 'Judul %s\n\nKARTA - Isi.\n\n' "$1"
		repeat "$2" "$SIZE"
		printf '\nAkhir.\n'
	} >"content/$1.txt"
	cp "content/$1.txt" "content/$1.md"
}

# everywhere: build, export and check; all articles but $1 have their pages.
everywhere() {
	local files
	files=$(find content -name '*.txt' -o -name '*.md' | wc -l)
	bounded build
	expect_file public/2020/09/26/judul-biasa.html
	bounded export -q
	expect_equal "$(wc -l <<<"$output")" $((files - $1)) articles
	bounded check
}

# --- a text that repeats -------------------------------------------------------

@test "marks that never close" {
	article a '(Baca: '
	article b 'Baca juga: '
	article c "Simak juga Video 'a "
	article d '(Baca juga: [x]('
	article e 'Baca Juga:'$'\n'
	article f 'Baca juga: Satu Dua Tiga Empat Lima '
	article g '(Baca: Satu Dua Tiga) '
	everywhere 0
}

@test "brackets, quotation marks, stars, entities, tags that never close" {
	article a '['
	article b '('
	article c '"'
	article d '“'
	article e '*a **b '
	article f '&amp;'
	article g '<'
	article h '<!--'
	article i '!['
	article j '[a]('
	article k '`'
	article l '> '
	article m '- '
	everywhere 0
}

@test "what rules look for, again and again" {
	article a 'SCROLL TO CONTINUE WITH CONTENT '
	article b 'JAKARTA, '
	article c 'Sabtu (99/9/2020) '
	article d 'Foto: '
	article e 'Sumber: '
	article f '(a/'
	article g '1 2 '
	article h 'A'$'\n'
	everywhere 0
}

@test "letters that are odd" {
	article a $'\u0301'
	article b $'\u200bx'
	article c $'â€œ'
	article d $'\xff'
	article e $'\x01'
	article f $'\r'
	everywhere 0
}

@test "pages of HTML that nest, never close, or are one tag" {
	page() {
		printf '<title>Judul %s</title><article><h1>Judul %s</h1>' \
			"$1" "$1"
		printf '<p>%s kalimat yang panjang tentang kota itu, yang %s\n' \
			{1..6}{,' dibaca orang banyak.'}
		repeat "$2" "$SIZE"
		printf '<p>Akhir.</p>'
	}
	page a '<div>' >content/a.html
	page b '<p><b><i>x' >content/b.html
	page c '<ul><li>x' >content/c.html
	page d '<table><tr><td>' >content/d.html
	page e '<!--' >content/e.html
	page f '<a x="' >content/f.html
	page g '<script>' >content/g.html
	page h '</p>' >content/h.html
	page i '&lt;p&gt;' >content/i.html
	page j '<p>Baca juga: <a href=/>Satu Dua Tiga</a></p>' >content/j.html
	page k '{"@type":"NewsArticle","a":[' |
		sed 's/<article>/<script type="application\/ld+json">/' \
			>content/k.html
	bounded build
	expect_error 'content/a.html: error: its tags are nested more than'
	for page in b e f g h i; do
		expect_file public/undated/judul-$page.html
	done
	bounded check
}

# --- a text of very many lines -------------------------------------------------

@test "100,000 paragraphs, all different, and explained" {
	{
		echo Judul
		seq -f 'Ini paragraf yang bernomor %.0f.' 50000 | sed G
	} >content/a.txt
	cp content/a.txt content/a.md
	everywhere 0
	for file in content/a.txt content/a.md; do
		bounded explain "$file"
		expect_output 'paragraf yang bernomor 50000.'
	done
}

@test "100,000 equal paragraphs, and a block of 100,000 lines" {
	{
		echo Judul
		yes 'Kalimat yang sama, cukup panjang untuk dua.' |
			head -n 40000 | sed G
	} >content/a.txt
	cp content/a.txt content/a.md
	{
		printf 'Judul\n\n'
		yes x | head -n 100000
	} >content/b.md
	everywhere 0
	for file in content/a.txt content/a.md content/b.md; do
		bounded explain "$file"
	done
}

# --- too long ------------------------------------------------------------------

@test "10 MB, and a line of 5 MB: left out, and said" {
	repeat '(Baca: ' 10000000 >content/a.txt
	repeat 'kata ' 5000000 >content/b.md
	head -c 5000000 /dev/zero >content/c.txt
	everywhere 3
	bounded build
	expect_error 'content/a.txt: error: is longer than' \
		'content/b.md: error: is longer than' \
		'content/c.txt: error: is longer than'
	expect_status 1
}

@test "a title of 1 MB is cut, and the line stays" {
	repeat 'Judul ' 1000000 >content/a.txt
	everywhere 0
	bounded build
	expect_error 'the title is longer than 300 characters'
}

@test "20,000 tags" {
	{
		printf -- '---\ntitle: T\ntags: ['
		seq -s, 9000
		printf ']\n---\nIsi.\n'
	} >content/a.md
	seq 20000 | awk '{ tags = tags (NR % 60 == 1 ? "" : ",") "\"t" $1 "\"" }
		NR % 60 == 0 { printf "{\"title\": \"Judul %d\", " \
			"\"content\": \"Isi.\", \"tags\": [%s]}\n", NR, tags
			tags = "" }' >content/b.jsonl
	bounded build
	expect_error 'more than 64 tags'
	expect_file public/tag/t19980/index.html
	bounded check
}

# --- nothing -------------------------------------------------------------------

@test "only blanks, only NULs, only a byte order mark" {
	repeat ' ' 1000000 >content/a.txt
	head -c 1000000 /dev/zero >content/b.txt
	printf '\xef\xbb\xbf' >content/c.txt
	printf '\xef\xbb\xbf' | tee content/d.csv >content/e.jsonl
	everywhere 3
	bounded build
	expect_error 'content/a.txt: error: there is nothing in it' \
		'content/b.txt: error: is empty' \
		'content/c.txt: error: is empty' \
		'content/d.csv:1: error: no column is known'
}

# --- records -------------------------------------------------------------------

@test "JSON 100,000 deep, a line of 10 MB: the other records have pages" {
	{
		echo '{"title": "Satu", "content": "Isi."}'
		printf '{"title": "Dalam", "content": '
		repeat '[' 100000
		repeat ']' 100000
		printf '}\n{"title": "Panjang", "content": "'
		repeat 'kata ' 10000000
		printf '"}\n{"title": "Dua", "content": "Isi."}\n'
	} >content/a.jsonl
	bounded build
	expect_error 'content/a.jsonl:3: error: record 3 is longer than'
	expect_file public/undated/satu.html
	expect_file public/undated/dua.html
}

@test "a quotation mark in a CSV that never closes" {
	{
		printf 'title,content\nSatu,Isi\nDua,"tidak ditutup\n'
		seq -f 'Judul nomor %.0f' 4000 |
			sed "s/\$/,$(repeat 'Isi panjang. ' 600)/"
	} >content/a.csv
	bounded build
	expect_file public/undated/satu.html
	expect_file public/undated/judul-nomor-4000.html
	# all tell one story: no page lists them all
	expect_between "$(wc -c <public/undated/judul-nomor-4000.html)" \
		1000 60000 'bytes of a page'
	[[ $stderr = *'content/a.csv:3'* ]] ||
		fail 'the place of the mark is not said'
}

@test "100,000 equal records" {
	yes '{"title": "Baris satu dua tiga", "content": "Baca juga: Baris satu dua tiga"}' |
		head -n $((SIZE / 4)) >content/a.jsonl
	bounded export -q
	expect_equal "$(wc -l <<<"$output")" $((SIZE / 4 + 1)) articles
	bounded check
	bounded explain 'content/a.jsonl#77'
}
