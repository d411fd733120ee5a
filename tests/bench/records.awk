# records.awk - made news as scrapers leave it: N articles of about 400 words,
# an object a line (JSONL), with what cleaning has to deal with: widgets,
# datelines, dates, read-also marks, plugs, bylines, quotation marks and dashes
# beyond ASCII, half of it escaped as \u, two in five without a date of their own, one body
# in a hundred twice.
# The same N gives the same bytes with any awk.
#
#   awk -v n=100000 -f tests/bench/records.awk > articles.jsonl

function pick(list, count) {
	seed = (seed * 16807) % 2147483647
	return list[1 + seed % count]
}
function below(count) {
	seed = (seed * 16807) % 2147483647
	return seed % count
}

function sentence(  s, k, words) {
	words = 9 + below(9)
	s = pick(who, whos) " " pick(verb, verbs)
	for (k = 0; k < words; k++)
		s = s " " pick(noun, nouns)
	k = below(12)
	if (k == 0)
		s = ldquo s "," rdquo " kata " pick(who, whos)
	else if (k == 1)
		s = s " " ndash " " pick(noun, nouns)
	else if (k == 2)
		s = s " sebesar " below(900) "," below(9) " persen"
	return s "."
}

function paragraph(  s, k) {
	s = pick(pool, pools)
	for (k = below(3); k > 0; k--)
		s = s " " pick(pool, pools)
	return s
}

# the head of the text in the manner of five papers
function dateline(i,  city) {
	city = pick(place, places)
	if (i % 5 == 0) return toupper(city) ", KOMPAS.com " ndash " "
	if (i % 5 == 1) return "TEMPO.CO, " city " - "
	if (i % 5 == 2) return city " (ANTARA) - "
	if (i % 5 == 3) return toupper(city) " - "
	return city " - "
}

function day_of(i) {
	day = 1 + below(28); month = 1 + below(12); year = 2005 + i % 18
}

function body(i,  s, words, p) {
	s = i % 3 ? "" : "loading..." nl "SCROLL TO CONTINUE WITH CONTENT" nl
	s = s dateline(i)
	for (words = 0; words < 365; words += split(p, parts, " ")) {
		p = paragraph()
		if (words == 0 && i % 10 < 6)
			p = p " Hal itu terjadi pada " pick(weekday, 7) \
			    " (" day "/" month "/" year ")."
		s = s p nl
		if (words && below(20) == 0)
			s = s "Baca juga: " last nl
		if (words && below(40) == 0)
			s = s "ADVERTISEMENT" nl
	}
	if (i % 7 == 0)
		s = s "(Baca: " last ")" nl
	if (i % 11 == 0)
		s = s "Dapatkan update berita pilihan dan breaking news " \
		    "setiap hari dari kami. Mari bergabung." nl
	return i % 100 == 0 ? s s : s
}

function words_of(text, list) {
	return split(text, list, " ")
}

BEGIN {
	seed = 20201
	nl = "\\n"
	whos = split("Gubernur,Wali kota,Kepala dinas,Warga,Pedagang pasar," \
	    "Juru bicara polisi,Menteri,Ketua panitia,Seorang saksi," \
	    "Presiden Direktur PT Sumber Makmur,Para petani", who, ",")
	verbs = split("meminta,mengatakan bahwa,menolak,meninjau,membahas," \
	    "menunda,mengumumkan,melaporkan,mempertanyakan", verb, ",")
	nouns = words_of("warga pasar jembatan sungai petani harga beras hujan " \
	    "kapal sekolah kereta gunung panen nelayan listrik kampung banjir " \
	    "jalan pemerintah rapat yang dan di dari untuk dengan pada akan " \
	    "telah sudah tidak bisa lebih baik besar baru lama anggaran " \
	    "bantuan kecamatan kabupaten provinsi Jawa Sumatera Bali dua tiga " \
	    "puluhan ribuan pembangunan perbaikan pelabuhan kementerian " \
	    "keterangan tertulis kemarin, tersebut, menurutnya, sementara itu",
	    noun)
	places = split("Jakarta,Bandung,Surabaya,Medan,Serang,Palu,Kupang," \
	    "Denpasar,Semarang,Padang", place, ",")
	split("Senin,Selasa,Rabu,Kamis,Jumat,Sabtu,Minggu", weekday, ",")
	last = "Kabar Pertama dari Kampung Sungai Harapan"
	# sentences in both spellings of what is not ASCII
	for (i = 0; i < 4000; i++) {
		escaped = i % 2
		ldquo = escaped ? "\\u201c" : "\342\200\234"
		rdquo = escaped ? "\\u201d" : "\342\200\235"
		ndash = escaped ? "\\u2013" : "\342\200\223"
		pool[++pools] = sentence()
	}
	for (i = 0; i < n; i++) {
		day_of(i)
		title = "Warga " pick(place, places) " " pick(verb, verbs) " " \
		    pick(noun, nouns) " " pick(noun, nouns) " " i
		printf "{\"title\": \"%s\", \"url\": " \
		    "\"https://berita.example/%d/%d/%d\", " \
		    "%s\"tags\": [\"%s\", \"%s\"], " \
		    "\"content\": \"%s(%s)\"}\n", title, year, month, i,
		    i % 5 < 2 ? "" : sprintf("\"date\": " \
		    "\"%04d-%02d-%02d\", ", year, month, day), pick(noun, nouns), pick(place, places), body(i),
		    substr("abcdefghijklmnopqrstuvwxyz", 1 + i % 23, 3)
		last = title
	}
}
